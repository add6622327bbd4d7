import Documents
import Forms
import Spreadsheet

/// What kind of document a text is, by the captions and labels in it.
enum TextSign {
  /// What is looked at: the tables of a proposal begin long before.
  private static let headLength = 1 << 20

  /// The kind; `nil` for text that is no document, such as a CSV file.
  static func kind(of bytes: [UInt8]) -> DocumentKind? {
    let head = String(decoding: TextBytes.utf8(Array(bytes.prefix(headLength))).bytes, as: UTF8.self)
    if head.first(where: { !$0.isWhitespace }).map({ $0 == "{" }) ?? true { return nil }
    if DocumentKind.hasDrawnTable(head) { return .markdown }
    let lines = head.split(whereSeparator: \.isNewline)
    if isTabbed(lines) { return .tabText }
    return isPrinted(lines) ? .printedText : nil
  }

  /// Whether tables stand in it with tabs between their cells, more than one of them, or one with what stands
  /// on the front page: a single table alone is a CSV file.
  private static func isTabbed(_ lines: [Substring]) -> Bool {
    guard lines.count(where: { $0.utf8.count { $0 == UInt8(ascii: "\t") } > 1 }) > 2 else { return false }
    var captions = 0
    var labels = 0
    for line in lines {
      let fields = line.split(separator: "\t")
      guard let first = fields.first else { continue }
      if fields.count == 1, isCaption(String(first)) { captions += 1 }
      if isLabel(String(first)) { labels += 1 }
    }
    return captions > 1 || (captions == 1 && labels > 0)
  }

  /// Whether text is a printed proposal, by its captions or the labels of a front page.
  private static func isPrinted(_ lines: [Substring]) -> Bool {
    let separated = lines.count { $0.contains(";") || $0.contains("\t") }
    guard separated * 5 < max(lines.count, 1) || separated < 3 else { return false }
    return lines.contains { line in
      let text = line.split(separator: " ").joined(separator: " ")
      return isCaption(text) || isLabel(text)
    }
  }

  private static func isCaption(_ text: String) -> Bool {
    text.count < 130 && TableWords.looksLikeCaption(text) && TableWords.caption(text)?.isCertain ?? false
  }

  private static func isLabel(_ text: String) -> Bool {
    text.hasPrefix("Forslagets titel") && text.count < 300
  }
}
