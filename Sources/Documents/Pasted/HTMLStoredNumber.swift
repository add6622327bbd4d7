import Spreadsheet

/// The number that a spreadsheet stored in a cell, where its HTML tells it beside what is shown: LibreOffice in
/// `sdval`, older Excel in `x:num`.
enum HTMLStoredNumber {
  /// The stored number where what is shown is that number, perhaps rounded; `nil` where no number is told, or
  /// where a format shows another figure (per cent, millions): then what is shown is read as it stands.
  static func value(of tag: HTMLTag, shown: DocumentText) -> CellValue? {
    guard let text = tag["sdval"] ?? tag["x:num"], !text.isEmpty, text.utf8.count <= 25,
      let stored = Decimals(text), shown.marks.isEmpty, shown.hiddenText == nil,
      shows(shown.text, stored)
    else { return nil }
    return .number(text)
  }

  /// A number as its digits.
  private struct Decimals {
    var isMinus: Bool
    var whole: String
    var fraction: String

    /// Reads `-1275.5`; other forms (`1.2E+05`) are left alone.
    init?(_ text: String) {
      isMinus = text.hasPrefix("-")
      let parts = (isMinus ? text.dropFirst() : text[...]).split(
        separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      guard let first = parts.first, !first.isEmpty, parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) })
      else {
        return nil
      }
      whole = String(first)
      fraction = parts.count > 1 ? String(parts[1]) : ""
      while fraction.hasSuffix("0") { fraction.removeLast() }
    }
  }

  /// Whether a shown text has the digits of a stored number, all of them and no others.
  private static func shows(_ text: String, _ stored: Decimals) -> Bool {
    let isMinus = text.contains { "-−–‑(".contains($0) }
    guard !text.contains(where: { $0.isLetter || $0 == "%" }), isMinus == stored.isMinus else { return false }
    var digits = text.filter(\.isASCIIDigit)
    let wanted = stored.whole + stored.fraction
    // Zeros behind the decimals are shown and not stored.
    while digits.count > wanted.count, digits.hasSuffix("0"), hasDecimals(text) { digits.removeLast() }
    return digits == wanted
  }

  /// Whether one or two digits stand behind the last point or comma.
  private static func hasDecimals(_ text: String) -> Bool {
    guard let place = text.lastIndex(where: { $0 == "." || $0 == "," }) else { return false }
    return (1...2).contains(text[place...].count(where: \.isASCIIDigit))
  }
}

extension Character {
  /// Whether it is one of `0` to `9`.
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
