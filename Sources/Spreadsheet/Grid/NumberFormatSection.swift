/// One section of a number format.
struct NumberFormatSection: Hashable, Sendable {
  /// The colour that a section gives its text.
  enum TextColour: Hashable, Sendable {
    /// None of its own.
    case ofFont
    case white
    case other
  }

  private(set) var condition: NumberFormatCondition?
  private(set) var colour = TextColour.ofFont
  /// Whether the section has an `@`.
  private(set) var isText = false
  private var hasGeneral = false
  private var percents = 0
  private var scaling = 0
  private var isScientific = false
  private var hasSlash = false
  private var hasPoint = false
  private var decimals = 0
  private var digits = 0
  /// Placeholders before the decimal point, or before the exponent where there is no point.
  private var wholeDigits = 0
  /// Whether the code has a text, a blank or a fill of its own, and be it an empty text (`""`): then the section
  /// shows that and not the number.
  private var hasLiteral = false
  /// Whether text inside the number makes another figure of it: `0","00`, `0"000"`.
  private var breaksFigure = false
  private var before: [Unicode.Scalar] = []
  private var after: [Unicode.Scalar] = []
  private var hasYear = false
  private var hasOtherDate = false
  private var hasMonthOrMinute = false
  private var hasTime = false
  private var yearLetters = 0

  /// Reads up to the next `;`, which stays, or the end. Text in quotes, escaped letters and what stands in
  /// brackets are no placeholders.
  init(_ rest: inout ArraySlice<Unicode.Scalar>) {
    var commas = 0
    var sinceSeparator: Int?
    while let scalar = rest.first, scalar != ";" {
      rest = rest.dropFirst()
      switch scalar {
      case "\"":
        hasLiteral = true
        add(rest.prefix { $0 != "\"" })
        rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\": add(rest.prefix(1)); rest = rest.dropFirst()
      case "_", "*":
        hasLiteral = true
        // A digit that fills the cell stands among those of the number.
        if scalar == "*", rest.first?.properties.numericType != nil { breaksFigure = true }
        rest = rest.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        readBrackets(inside)
        rest = rest.dropFirst(inside.count + 1)
      case "0", "#", "?":
        // A comma before another digit groups; one behind the last digit divides by a thousand.
        commas = 0
        takeDigit(&sinceSeparator)
      case "," where digits > 0: commas += 1
      case "." where isPoint(before: rest.first):
        hasPoint = true
        scaling += commas
        commas = 0
      case "%": percents += 1
      case "@": isText = true
      case "/" where digits > 0: hasSlash = true
      case "E" where digits > 0 && startsExponent(rest), "e" where digits > 0 && startsExponent(rest):
        isScientific = true
        rest = rest.dropFirst()
      case "G" where startsGeneral(rest), "g" where startsGeneral(rest):
        hasGeneral = true
        rest = rest.dropFirst(6)
      default: if !takeDateLetter(scalar, &rest) { add([scalar]) }
      }
    }
    scaling += commas
    if let sinceSeparator, sinceSeparator != 3 { breaksFigure = true }
    // Behind the bar of a fraction stands its denominator.
    if addsDigits(before.reversed() as [Unicode.Scalar]) || (!hasSlash && addsDigits(after)) {
      breaksFigure = true
    }
  }

  private var isDateOrTime: Bool { hasYear || hasOtherDate || hasMonthOrMinute || hasTime }

  /// Whether the section shows a date: a year or a day, or a month that is no minute.
  var isDate: Bool { hasYear || hasOtherDate || (hasMonthOrMinute && !hasTime) }

  var isGeneralAlone: Bool {
    (hasGeneral || isText) && condition == nil && before.isEmpty && after.isEmpty && digits == 0
  }

  // MARK: Reading

  /// Whether a point is the decimal one and not that of `kr.`: a digit stands before or behind it.
  private func isPoint(before next: Unicode.Scalar?) -> Bool {
    if isDateOrTime { return false }
    return (digits > 0 && after.isEmpty) || next.map { "0#?".unicodeScalars.contains($0) } == true
  }

  private mutating func add(_ literal: some Sequence<Unicode.Scalar>) {
    if digits == 0, !hasGeneral, !isText { before += literal } else { after += literal }
  }

  /// Takes a placeholder. `sinceSeparator` counts the digits behind a point or apostrophe that stands among
  /// them as text: it groups if three follow.
  private mutating func takeDigit(_ sinceSeparator: inout Int?) {
    if digits > 0, !after.isEmpty, !hasSlash, !isScientific {
      if let count = sinceSeparator, count != 3 { breaksFigure = true }
      let marks = after.filter { !NumberFormatSection.isBlank($0) }
      sinceSeparator = marks.isEmpty ? nil : 0
      if marks.count > 1 || !marks.allSatisfy({ $0 == "." || $0 == "'" || $0 == "’" }) { breaksFigure = true }
      after = []
    }
    digits += 1
    if !isScientific {
      if hasPoint { decimals += 1 } else { wholeDigits += 1 }
    }
    if sinceSeparator != nil, !hasPoint { sinceSeparator = (sinceSeparator ?? 0) + 1 }
  }

  /// `[$kr.-406]` shows its text, `[h]` a duration, `[<0]` says when the section holds, `[Red]` its colour; the
  /// like changes nothing.
  private mutating func readBrackets(_ inside: ArraySlice<Unicode.Scalar>) {
    guard let first = inside.first else { return }
    if first == "$" {
      add(inside.dropFirst().prefix { $0 != "-" })
    } else if "<=>".unicodeScalars.contains(first) {
      condition = NumberFormatCondition(String(String.UnicodeScalarView(inside)))
    } else if "hHmMsS".unicodeScalars.contains(first), inside.allSatisfy({ $0 == first }) {
      hasTime = true
    } else {
      let name = String(String.UnicodeScalarView(inside)).lowercased().filter { !$0.isWhitespace }
      // The colour names of files, and those that Danish programs show; the second of the palette is white.
      if ["white", "hvid", "color2", "farve2"].contains(name) {
        colour = .white
      } else if NumberFormatSection.colourNames.contains(name) || name.hasPrefix("color")
        || name.hasPrefix("farve")
      {
        colour = .other
      }
    }
  }

  private static let colourNames: Set<String> = [
    "black", "blue", "cyan", "green", "magenta", "red", "yellow", "sort", "blå", "grøn", "rød", "gul",
  ]

  /// Takes a letter of dates and times; false if it is none.
  private mutating func takeDateLetter(_ letter: Unicode.Scalar, _ rest: inout ArraySlice<Unicode.Scalar>)
    -> Bool
  {
    switch letter {
    case "y", "Y", "å", "Å": (hasYear, yearLetters) = (true, yearLetters + 1)
    case "d", "D": hasOtherDate = true
    case "b" where rest.first == "b", "B" where rest.first == "B":
      hasOtherDate = true
      rest = rest.dropFirst()
    case "m", "M": hasMonthOrMinute = true
    case "h", "H", "s", "S": hasTime = true
    case "g", "e": return takeEra(rest)
    case "a", "A":
      // Decomposed `å`.
      if rest.first == "\u{30A}" {
        (hasYear, yearLetters) = (true, yearLetters + 1)
        rest = rest.dropFirst()
        return true
      }
      let length = NumberFormatSection.lengthOfNoonMark(rest)
      if length > 0 { hasTime = true }
      rest = rest.dropFirst(length)
      return length > 0
    default: return false
    }
    return true
  }

  /// Japanese years, `e` and `ee`, and eras, `g` to `ggg`: not an `e` between digits.
  private mutating func takeEra(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    if let next = rest.first, ("0"..."9").contains(next) || "#?+-".unicodeScalars.contains(next) {
      return false
    }
    hasOtherDate = true
    return true
  }

  private func startsExponent(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    rest.first == "+" || rest.first == "-"
  }

  private func startsGeneral(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    String(String.UnicodeScalarView(rest.prefix(6))).lowercased() == "eneral"
  }

  /// How much of `M/PM` or `/P` follows.
  private static func lengthOfNoonMark(_ rest: ArraySlice<Unicode.Scalar>) -> Int {
    let next = String(String.UnicodeScalarView(rest.prefix(4))).uppercased()
    return next.hasPrefix("M/PM") ? 4 : next.hasPrefix("/P") ? 2 : 0
  }

  // MARK: What it shows

  /// How a number of this sign is shown; `losesSign` says that the program adds no minus of its own.
  ///
  /// A section alone without anything to show, empty or only a colour, is `General`; beside others it hides. One
  /// that shows an empty text (`""`) always hides.
  func display(sign: Int, losesSign: Bool, isAlone: Bool) -> NumberDisplay {
    var display = NumberDisplay()
    display.isDate = isDate
    display.isYearOnlyDate = yearLetters > 2 && !hasOtherDate && !hasMonthOrMinute && !hasTime
    display.isTime = hasTime && !isDate
    display.literals = literals
    if isDateOrTime {
      display.literals.removeAll { ":/.,".contains($0) }
      return display
    }
    let isBlank = (before + after).allSatisfy(NumberFormatSection.isBlank)
    if isAlone, isBlank, digits == 0, !hasLiteral { return .plain }
    // A zero may be shown as a dash.
    display.isInvisible = digits == 0 && !hasGeneral && !isText && (sign != 0 || isBlank)
    display.isPercent = percents > 0
    display.scaledByThousands = scaling
    display.isScientific = isScientific
    display.scientificDigits = isScientific ? wholeDigits : 0
    display.isFraction = hasSlash
    display.addsDigits = breaksFigure
    display.signHidden = sign < 0 && losesSign && !showsMinus && !display.isInvisible
    display.signTurned = (sign > 0 && showsMinus) || (sign < 0 && !losesSign && showsMinus)
    display.decimals = hasGeneral || isText ? nil : decimals
    return display
  }

  var textDisplay: NumberDisplay {
    var display = NumberDisplay()
    display.isInvisible = !isText && !hasGeneral && digits == 0
    display.literals = literals
    return display
  }

  /// A minus before the number or behind it, or parentheses around it. `275,-` is a price, and the hyphen of
  /// a word is none.
  private var showsMinus: Bool {
    if before.contains("("), after.contains(")") { return true }
    let behind = after.drop { NumberFormatSection.isBlank($0) }
    if let first = behind.first, NumberFormatSection.isMinus(first) { return true }
    return before.indices.contains { index in
      NumberFormatSection.isMinus(before[index])
        && !(index > 0 && (before[index - 1] == "," || before[index - 1].properties.isAlphabetic))
    }
  }

  /// The text beside the number without blanks and signs at its ends.
  private var literals: String {
    let pieces = [before, after].map { piece in
      String(String.UnicodeScalarView(piece.filter { !NumberFormatSection.isSign($0) }))
        .split(whereSeparator: { $0.unicodeScalars.allSatisfy(NumberFormatSection.isBlank) })
        .joined(separator: " ")
    }
    return pieces.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Whether the text that stands beside the digits, read away from them, brings digits of its own.
  private func addsDigits(_ literal: [Unicode.Scalar]) -> Bool {
    guard digits > 0 || hasGeneral else { return false }
    let touching = literal.prefix {
      NumberFormatSection.isBlank($0) || $0.properties.numericType != nil
        || ".,'".unicodeScalars.contains($0)
    }
    return touching.contains { $0.properties.numericType != nil }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  private static func isMinus(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2212}", "\u{FE63}", "\u{FF0D}": true
    default: false
    }
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    isMinus(scalar) || scalar == "(" || scalar == ")" || scalar == "+"
  }
}
