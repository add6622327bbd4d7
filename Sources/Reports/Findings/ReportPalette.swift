/// The colours of the HTML report, as data: the style sheet is made from them, and a test computes the
/// contrast of every pair.
enum ReportPalette {
  /// Words on a ground.
  struct Pair: Sendable {
    package var name: String
    package var text: String
    package var ground: String
  }

  /// On a light page, and on paper.
  static let light: [Pair] = [
    Pair(name: "page", text: "#1a1a1a", ground: "#ffffff"),
    Pair(name: "quiet", text: "#595959", ground: "#ffffff"),
    Pair(name: "link", text: "#0b4f9e", ground: "#ffffff"),
    Pair(name: "head", text: "#333333", ground: "#eef1f5"),
    Pair(name: "error", text: "#8a0f12", ground: "#ffd9d6"),
    Pair(name: "warning", text: "#5c3c00", ground: "#ffefb8"),
    Pair(name: "note", text: "#12456b", ground: "#dcecf9"),
  ]

  /// Where the reader's system asks for dark pages.
  static let dark: [Pair] = [
    Pair(name: "page", text: "#ececec", ground: "#16181c"),
    Pair(name: "quiet", text: "#b4b8bf", ground: "#16181c"),
    Pair(name: "link", text: "#8cc0ff", ground: "#16181c"),
    Pair(name: "head", text: "#dfe3ea", ground: "#262b33"),
    Pair(name: "error", text: "#ffd5d2", ground: "#6b1a1c"),
    Pair(name: "warning", text: "#ffe9a8", ground: "#574000"),
    Pair(name: "note", text: "#d3e8fb", ground: "#17405f"),
  ]

  /// How strongly two colours contrast, from 1 (not at all) to 21 (black on white), as WCAG 2 defines it.
  static func contrast(_ one: String, _ other: String) -> Double {
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private static func luminance(_ colour: String) -> Double {
    let digits = colour.dropFirst()
    let parts = stride(from: 0, to: 6, by: 2).map { offset in
      let start = digits.index(digits.startIndex, offsetBy: offset)
      let value = Double(Int(digits[start..<digits.index(start, offsetBy: 2)], radix: 16) ?? 0) / 255
      return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// The 2.4th power, exact enough for colours: x² times the fifth root of x², by Newton's method.
  private static func power(_ x: Double) -> Double {
    let square = x * x
    var root = 1.0
    for _ in 0..<40 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
    return square * root
  }

  /// The colours as custom properties of the style sheet.
  package static func properties(_ pairs: [Pair]) -> String {
    pairs.map { "--\($0.name)-text:\($0.text);--\($0.name)-ground:\($0.ground)" }.joined(separator: ";")
  }
}
