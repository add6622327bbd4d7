/// Text in CSV that a spreadsheet would run as a formula.
///
/// `=HYPERLINK(…)` typed into a proposal must not run on the desk of whoever opens the CSV. Text that begins
/// with `=`, `+`, `-`, `@`, tab or CR, after any number of apostrophes, gets one apostrophe more in front,
/// and reading removes one again: so every text comes back as it was, also one that begins with an apostrophe
/// itself. A lone `-` and numbers such as `-1.275,50` never get one.
package enum HarmlessText {
  /// `text` as it is written.
  package static func write(_ text: String) -> String {
    isDangerous(text.utf8) ? "'" + text : text
  }

  /// `text` as it was before ``write(_:)``.
  package static func read(_ text: String) -> String {
    let bytes = text.utf8
    guard bytes.first == apostrophe, isDangerous(bytes) else { return text }
    return String(text.unicodeScalars.dropFirst())
  }

  private static let apostrophe = UInt8(ascii: "'")

  private static func isDangerous(_ bytes: String.UTF8View) -> Bool {
    let marked = bytes.drop { $0 == apostrophe }
    if let first = marked.first, first == UInt8(ascii: "\t") || first == UInt8(ascii: "\r") { return true }
    // A spreadsheet passes over blanks before it looks for a formula.
    let text = marked.drop { blanks.contains($0) }
    if wideSigns.contains(where: text.starts(with:)) { return true }
    guard let first = text.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"): return true
    case UInt8(ascii: "+"): return !isNumber(text.dropFirst())
    case UInt8(ascii: "-"): return text.count > 1 && !isNumber(text.dropFirst())
    default: return false
    }
  }

  private static let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]

  /// `＝`, `＋`, `－` and `＠`: the wide signs of East Asian keyboards, which spreadsheets take for the others.
  private static let wideSigns = ["＝", "＋", "－", "＠"].map { Array($0.utf8) }

  /// Whether only digits, points and commas stand there, with one digit at least.
  private static func isNumber(_ text: Substring.UTF8View) -> Bool {
    var hasDigit = false
    for byte in text {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
      case UInt8(ascii: "."), UInt8(ascii: ","): continue
      default: return false
      }
    }
    return hasDigit
  }
}
