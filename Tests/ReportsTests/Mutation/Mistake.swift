import ProposalModel
import Spreadsheet
import TestSupport

/// The kinds of mistakes that people make in a single cell or row.
enum MistakeKind: String, CaseIterable {
  case digitsSwapped = "digits swapped"
  case signLost = "sign lost"
  case rowDeleted = "row deleted"
  case movedOneColumn = "value moved one column"
  case textTyped = "text typed"
  case thousandOff = "unit 1.000 off"
  case committeeMisspelt = "committee misspelt"
  case wrongYear = "wrong year"
  case percentageChanged = "percentage changed"
  case blanked = "blank instead of value"
  case committeeMoved = "row of Tabel B moved to another committee"
  case lineCopied = "line copied"
  case unitTyped = "another unit typed in the cell"
  case yearsSwapped = "headings of two years swapped"
  case headingLost = "heading of a year lost"
  case totalAmongLines = "total among the lines"
}

/// What a cell holds after a mistake: what stands in the file, and what a careful reader makes of it.
struct Mistyped {
  var value: CellValue
  /// The amount a reader takes it for; `nil` if it is no amount.
  var amount: Amount?
}

/// Mistakes in numbers and words, made without any knowledge of the checker.
enum Mistakes {
  /// A stored number after a mistake of `kind`; `nil` if the number cannot suffer it.
  static func number(_ stored: String, _ kind: MistakeKind, unit: AmountUnit, _ random: inout SeededNumbers)
    -> Mistyped?
  {
    switch kind {
    case .digitsSwapped: return swapped(stored, &random).map { mistyped($0, unit) }
    case .signLost:
      return stored.hasPrefix("-") ? mistyped(String(stored.dropFirst()), unit) : mistyped("-" + stored, unit)
    case .thousandOff: return thousand(stored, &random).map { mistyped($0, unit) }
    case .textTyped:
      let texts = [
        "ca. 500", "se bilag", "1.111+08", "½", "1,275", "1.6780", "mangler", "?", "12 stk.", "2.75.0",
      ]
      return Mistyped(value: .text(random.pick(texts)), amount: nil)
    case .blanked: return Mistyped(value: .empty, amount: .zero)
    case .unitTyped:
      guard unit == .thousandKroner else { return nil }
      return Mistyped(
        value: .text(stored + random.pick([" kr.", " mio. kr.", " EUR", "000 kr."])), amount: nil)
    default: return nil
    }
  }

  /// The number as stored, with its meaning; more than two decimals are no amount on a form.
  private static func mistyped(_ stored: String, _ unit: AmountUnit) -> Mistyped {
    let amount = DecimalNumber(stored: stored).flatMap { number in
      number.scale > AmountUnit.decimals
        ? nil : Amount(mantissa: number.mantissa, scale: number.scale, unit: unit)
    }
    return Mistyped(value: .number(stored), amount: amount)
  }

  /// Two neighbouring digits that differ change places.
  private static func swapped(_ stored: String, _ random: inout SeededNumbers) -> String? {
    var characters = Array(stored)
    let places = characters.indices.dropLast().filter {
      characters[$0].isNumber && characters[$0 + 1].isNumber && characters[$0] != characters[$0 + 1]
    }
    guard !places.isEmpty else { return nil }
    let place = random.pick(Array(places))
    characters.swapAt(place, place + 1)
    return String(characters)
  }

  private static func thousand(_ stored: String, _ random: inout SeededNumbers) -> String? {
    guard let number = DecimalNumber(stored: stored), number.mantissa != 0 else { return nil }
    let isLarger = random.chance(60)
    if isLarger, number.scale == 0 { return String(number.mantissa * 1_000) }
    return DecimalNumber(mantissa: number.mantissa, scale: number.scale + 3).description
  }

  /// A name with one slip of the pen: two letters swapped, one dropped or one doubled.
  static func name(_ text: String, _ random: inout SeededNumbers) -> String {
    var letters = Array(text)
    let place = random.number(0...max(0, letters.count - 2))
    switch random.number(0...2) {
    case 0 where letters.count > 1 && letters[place] != letters[place + 1]: letters.swapAt(place, place + 1)
    case 1 where letters.count > 1: letters.remove(at: place)
    default: letters.insert(letters[place], at: place)
    }
    return String(letters)
  }

  /// A year with a slip: one too many or too few, two digits swapped, a digit doubled or lost.
  static func year(_ year: Int, _ random: inout SeededNumbers) -> Int {
    let digits = Array(String(year))
    switch random.number(0...5) {
    case 0: return year + 1
    case 1: return year - 1
    case 2: return year + random.pick([-10, 10])
    case 3:
      return Int(String([digits[0], digits[1], digits[3], digits[2]])).flatMap { $0 == year ? nil : $0 }
        ?? year + 2
    case 4: return Int(String(digits + [digits[3]])) ?? year + 3
    default: return Int(String(digits.dropLast())) ?? year + 4
    }
  }

  /// The rule with one of its percentages changed; `nil` if it has none.
  static func percentage(_ rule: String, _ random: inout SeededNumbers) -> String? {
    let items = rule.split(separator: ";").map(String.init)
    let places = items.indices.filter { items[$0].hasSuffix("%") }
    guard !places.isEmpty else { return nil }
    let place = random.pick(places)
    let words = items[place].split(separator: " ").map(String.init)
    guard words.count >= 3, let weight = Weight(parsing: words[words.count - 2]) else { return nil }
    let change = random.pick([-10, -5, -1, 1, 5, 10]) * Int(weight.denominator)
    guard weight.numerator + Int64(change) > 0,
      let new = Weight(weight.numerator + Int64(change), over: weight.denominator)
    else {
      return nil
    }
    var changed = items
    changed[place] = (words.dropLast(2) + [new.danish, "%"]).joined(separator: " ")
    return changed.map { $0.hasPrefix(" ") ? String($0.dropFirst()) : $0 }.joined(separator: "; ")
  }
}

/// A file with one mistake: the cells, and where a reader of the file could see that something is wrong.
struct MistakenFile {
  var grid: EditableGrid
  /// The sheet and cell of the mistake itself.
  var place: CellPlace
  /// What was done, for the report.
  var deed: String
  /// The cells that contradict another: the mistaken cell and the totals it breaks. Empty if nothing in the
  /// file speaks against it.
  var contradicted: Set<CellPlace>
}

/// A cell of a sheet.
struct CellPlace: Hashable {
  var sheet: String
  var cell: String

  init(_ sheet: String, _ address: CellAddress) {
    self.sheet = sheet
    cell = address.description
  }

  init(_ sheet: String, _ cell: String) {
    self.sheet = sheet
    self.cell = cell
  }
}
