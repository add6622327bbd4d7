/// What a person typed into an amount cell, read by the rules of the forms.
public enum AmountReading: Hashable, Sendable {
  /// Nothing, or only spaces.
  case blank
  /// A lone dash, printed for nothing.
  case dash
  /// An amount that can be read with certainty; the notes tell what was unusual in the way it was typed.
  case amount(Amount, notes: [AmountNote])
  /// Figures that can be read in more than one way.
  case ambiguous(AmountAmbiguity)
  /// No number.
  case unreadable
}

/// An unusual way of typing an amount, which can still be read with certainty.
public enum AmountNote: String, Hashable, Sendable, Codable {
  /// `−1.275` or `–1.275`: another character than the hyphen-minus.
  case unicodeMinus
  /// `(1.275)`: bookkeeping's parentheses.
  case parentheses
  /// `1.275-`: the minus behind the number.
  case trailingMinus
  /// `1 275`, `- 3.000`, `-2. 750`: spaces inside the number.
  case innerSpaces
  /// `1.275 t.kr.`: the column's own unit repeated in the cell.
  case unit
  /// `+1.275`: a plus sign.
  case plus
  /// A sign that takes no room, such as U+200B, stands among the digits.
  case invisibleSigns
  /// `-4.5E-13`: what a spreadsheet's subtraction leaves of nothing.
  case residue
  /// The number format shows fewer decimals than are stored.
  case hiddenDecimals
}

/// Why an amount can be read in more than one way.
public enum AmountAmbiguity: String, Hashable, Sendable, Codable {
  /// `1,275` or `1.27`: thousands point and decimal comma cannot be told apart.
  case separator
  /// `1.6780`, `1234.567`: points that do not group exact threes.
  case grouping
  /// `1.275 kr.` in a column of 1.000 kr., or the reverse: is it the amount or a thousandth of it?
  case unit
  /// A stored number with more decimals than the unit has: a thousands point read as a decimal point by a
  /// spreadsheet.
  case decimals
  /// `½`.
  case fraction
  /// `0275`, `0.275`: a number that begins with a zero.
  case leadingZero
  /// Too large to be an amount of a proposal.
  case tooLarge
  /// `500` and `275` in one cell.
  case twoNumbers
  /// The number format shows another figure than the one stored: `#,##0,`, `0 %`, a literal `mio.`, a turned
  /// sign.
  case display
  /// The number format writes another currency or unit beside the number: `€`, `mio.`
  case displayedUnit
  /// Some of the digits are struck out.
  case struckOut
  /// The text of the line is struck out, its amounts are not.
  case lineStruckOut
  /// Some of the digits are raised or lowered: a footnote's mark, or part of the number?
  case raisedDigits
  /// One amount is merged over several years or lines.
  case merged
}

extension AmountReading {
  /// Reads typed text in a column of `unit`.
  ///
  /// The point groups exact threes only; the comma is the decimal mark, followed by one or two digits.
  /// What can be read in two ways is `ambiguous`, never guessed; the whole text must be the number.
  ///
  /// ```swift
  /// AmountReading(typed: "-1.275", unit: .thousandKroner)  // -1.275 thousand kroner
  /// AmountReading(typed: "1.27", unit: .thousandKroner)    // ambiguous: separator
  /// ```
  public init(typed text: String, unit: AmountUnit) {
    if let plain = AmountReading.plain(text, unit: unit) {
      self = plain
      return
    }
    var scanner = TypedAmount(text)
    self = scanner.read(unit: unit)
  }

  /// Reads a number that a spreadsheet stored, `mantissa` / 10^`scale`, in a column of `unit`.
  public init(storedMantissa mantissa: Int64, scale: Int, unit: AmountUnit) {
    if scale > unit.storedDecimals, AmountReading.isResidue(mantissa, scale) {
      self = .amount(.zero, notes: [.residue])
    } else if scale > unit.storedDecimals {
      self = .ambiguous(.decimals)
    } else if let amount = Amount(mantissa: mantissa, scale: scale, unit: unit) {
      self = .amount(amount, notes: [])
    } else {
      self = .ambiguous(.tooLarge)
    }
  }
}

extension AmountReading {
  /// Digits with at most a hyphen-minus before them, of which nothing is unusual: nearly every typed amount.
  private static func plain(_ text: String, unit: AmountUnit) -> AmountReading? {
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    let digits = text.utf8.dropFirst(isNegative ? 1 : 0)
    guard (1...12).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }),
      digits.count == 1 || digits.first != 0x30
    else { return nil }
    let whole = digits.reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) }
    guard let amount = Amount(mantissa: isNegative ? -whole : whole, scale: 0, unit: unit) else { return nil }
    return .amount(amount, notes: [])
  }

  /// Whether the number is so small that only binary subtraction leaves it: below a millionth of any unit.
  private static func isResidue(_ mantissa: Int64, _ scale: Int) -> Bool {
    guard mantissa != 0 else { return true }
    return scale - String(mantissa.magnitude).count >= 6
  }
}

/// One pass over a typed amount. The steps peel off, in this order: spaces at the ends, sign, unit, inner
/// spaces; what is left must be digits with points and at most one comma.
private struct TypedAmount {
  private var characters: [Character]
  private var notes: [AmountNote] = []

  init(_ text: String) {
    characters = text.filter { !Spelling.isInvisible($0) }
    if characters.count != text.count { notes.append(.invisibleSigns) }
    trim()
  }

  mutating func read(unit: AmountUnit) -> AmountReading {
    if characters.isEmpty { return .blank }
    if characters.count == 1, Spelling.minusSigns.contains(characters[0]) { return .dash }
    if holdsTwoLines { return .ambiguous(.twoNumbers) }
    if characters.contains(where: { Spelling.vulgarFractions.contains($0) }) { return .ambiguous(.fraction) }
    guard let unitReading = takeUnit(unit) else { return .ambiguous(.unit) }
    if unitReading { notes.append(.unit) }
    guard let negative = takeSign() else { return .unreadable }
    guard characters.contains(where: { $0.isASCIIDigit }), characters.allSatisfy({ $0.isAmountCharacter })
    else { return .unreadable }
    if let trouble = closeSpaces() { return .ambiguous(trouble) }
    return number(negative: negative, unit: unit)
  }

  /// Whether digits stand on two lines of the cell.
  private var holdsTwoLines: Bool {
    characters.split(whereSeparator: \.isNewline).count { $0.contains(where: \.isASCIIDigit) } > 1
  }

  private mutating func trim() {
    while let last = characters.last, last.isSpace { characters.removeLast() }
    let leading = characters.prefix { $0.isSpace }.count
    characters.removeFirst(leading)
  }

  /// Takes a unit off the end: `true` if it repeats the column's own, `false` if there is none, `nil` if it
  /// is another one.
  private mutating func takeUnit(_ unit: AmountUnit) -> Bool? {
    let text = String(characters).lowercased()
    guard
      let (spelling, found) = Spelling.amountUnits.first(where: { text.hasSuffix($0.0) && standsAlone($0.0) })
    else { return false }
    characters.removeLast(spelling.count)
    trim()
    return found == unit ? true : nil
  }

  /// Whether a unit that begins with a digit is no part of a longer number: `51.000 kr.` is not 5 and
  /// `1.000 kr.`.
  private func standsAlone(_ unit: String) -> Bool {
    guard unit.first?.isNumber == true else { return true }
    guard let before = characters.dropLast(unit.count).last else { return true }
    return before.isSpace || before == "("
  }

  /// Takes the sign off either end or out of parentheses; `nil` if there are two.
  private mutating func takeSign() -> Bool? {
    var signs = 0
    var negative = false
    if characters.first == "(", characters.last == ")", characters.count > 2 {
      characters = Array(characters.dropFirst().dropLast())
      trim()
      (signs, negative) = (1, true)
      notes.append(.parentheses)
    }
    if let first = characters.first, Spelling.minusSigns.contains(first) || first == "+" {
      signs += 1
      negative = first != "+"
      if first == "+" { notes.append(.plus) } else if first != "-" { notes.append(.unicodeMinus) }
      characters.removeFirst()
      if characters.first?.isSpace == true { notes.append(.innerSpaces) }
      trim()
    }
    if let last = characters.last, Spelling.minusSigns.contains(last) {
      signs += 1
      negative = true
      notes.append(.trailingMinus)
      characters.removeLast()
      trim()
    }
    return signs <= 1 ? negative : nil
  }

  /// Removes spaces inside the number where what is left is beyond doubt.
  private mutating func closeSpaces() -> AmountAmbiguity? {
    guard characters.contains(where: { $0.isSpace }) else { return nil }
    if !notes.contains(.innerSpaces) { notes.append(.innerSpaces) }
    let closed = characters.filter { !$0.isSpace }
    if closed.contains(".") {
      // A space behind the first point or right before it belongs to the number (`-2. 750`, `1.40 0`); one
      // between the digits before it may part two numbers (`5 1.275`).
      let head = characters.prefix { $0 != "." }
      let digits = head.reversed().drop { $0.isSpace }
      guard !digits.contains(where: { $0.isSpace }) else { return .twoNumbers }
    } else {
      let whole = characters.prefix { $0 != "," }
      let decimals = characters.dropFirst(whole.count)
      let groups = whole.split(whereSeparator: { $0.isSpace })
      guard !decimals.contains(where: { $0.isSpace }), groups.dropFirst().allSatisfy({ $0.count == 3 }),
        (groups.first?.count ?? 0) <= 3
      else { return .grouping }
    }
    characters = closed
    return nil
  }

  private func number(negative: Bool, unit: AmountUnit) -> AmountReading {
    let parts = characters.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return .ambiguous(.separator) }
    let groups = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? parts[1] : []
    if decimals.contains(".")
      || (parts.count == 2 && (decimals.isEmpty || decimals.count > AmountUnit.decimals))
    {
      return .ambiguous(.separator)
    }
    if groups.count > 1 {
      guard groups.dropFirst().allSatisfy({ $0.count == 3 }), (1...3).contains(groups[0].count) else {
        return .ambiguous(groups.count == 2 && groups[1].count < 3 ? .separator : .grouping)
      }
    }
    let whole = groups.joined()
    guard !whole.isEmpty else { return .ambiguous(.separator) }
    if whole.count > 1, whole.first == "0" { return .ambiguous(.leadingZero) }
    guard let mantissa = Int64(String(whole) + String(decimals)),
      let amount = Amount(mantissa: negative ? -mantissa : mantissa, scale: decimals.count, unit: unit)
    else { return .ambiguous(.tooLarge) }
    return .amount(amount, notes: notes)
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { "0" <= self && self <= "9" && isASCII }
  fileprivate var isSpace: Bool { Spelling.spaces.contains(self) }
  fileprivate var isAmountCharacter: Bool { isASCIIDigit || self == "." || self == "," || isSpace }
}
