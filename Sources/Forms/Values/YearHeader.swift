import ProposalModel
package import Spreadsheet

/// Years over columns of money, as people write them: 2027, `2027*`, `B2027`, `Budget 2027`, `2027 og frem`,
/// `2027 1)`.
package enum YearHeader {
  private static let years = 1990...2100

  /// Words that stand beside a year and change nothing of what it means.
  private static let words: Set = [
    "b", "r", "f", "bo", "bf", "ff", "år", "året", "budget", "budgetår", "overslag", "budgetoverslag", "fra",
    "og", "frem", "fremad",
    "fremefter", "fremover", "følgende", "efterfølgende", "senere", "derefter",
  ]

  /// The longest header that is looked at: `2027 og alle efterfølgende år` is one.
  private static let longest = 32

  /// The year that the cell names; `nil` if it says anything else.
  package static func year(_ cell: Cell) -> Int? {
    switch cell.value {
    case .number(let stored):
      guard let number = DecimalNumber(stored: stored), number.scale == 0,
        let year = Int(exactly: number.mantissa)
      else { return nil }
      return years.contains(year) ? year : nil
    case .text(let text): return year(text)
    default: return nil
    }
  }

  /// The year that the text names; `nil` if it says anything else.
  package static func year(_ text: String) -> Int? {
    guard let found = find(text), found.after.first != ".", !found.after.contains(where: \.isNumber) else {
      return nil
    }
    return isBeside(found.after) ? found.year : nil
  }

  /// The year that the text begins with, whatever follows: `2027/28`, `2027 p/l`. Enough beside a column of
  /// the year before.
  package static func leading(_ cell: Cell) -> Int? {
    guard case .text(let text) = cell.value else { return nil }
    return find(text)?.year
  }

  /// The first number, if it is a year and the words before it say nothing else.
  private static func find(_ text: String) -> (year: Int, after: Substring)? {
    let tidy = withoutFootnote(Spelling.tidy(text).lowercased())
    guard tidy.count <= longest, let start = tidy.firstIndex(where: isDigit) else { return nil }
    let rest = tidy[start...]
    let run = rest.prefix(while: isDigit)
    guard run.count == 4, let year = Int(run), years.contains(year), isBeside(tidy[..<start]) else {
      return nil
    }
    let after = rest.dropFirst(4)
    // `2.027` and `2027,5` are amounts.
    if let mark = after.first, mark == "." || mark == ",", after.dropFirst().first.map(isDigit) == true {
      return nil
    }
    return (year, after)
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

  private static func isBeside(_ text: Substring) -> Bool {
    text.split { !$0.isLetter }.allSatisfy { words.contains(String($0)) } && !text.contains(",")
  }

  /// The text without `1)`, `(1)` or `[1]` at its end.
  private static func withoutFootnote(_ text: String) -> String {
    guard let last = text.last, last == ")" || last == "]" else { return text }
    let mark = text.dropLast().reversed().prefix(while: isDigit)
    guard mark.count == 1 else { return text }
    var rest = text.dropLast(2)
    if let bracket = rest.last, bracket == "(" || bracket == "[" { rest = rest.dropLast() }
    return Spelling.tidy(String(rest))
  }
}
