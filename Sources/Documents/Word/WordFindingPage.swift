import Spreadsheet

/// The first page of an annotated copy of a Word document: a heading, an introduction, a table of what is
/// wrong, and a page break.
///
/// It is known again by its words, since they are all that every word processor keeps: the introduction and
/// the headings of the table's columns have to be fordel's own, letter by letter. The whole table is passed
/// over, but of the paragraphs around it only those that are fordel's, so that nothing is lost that somebody
/// wrote beside them.
package struct WordFindingPage: Sendable {
  /// A row of the table, a text for each column.
  package struct Row: Sendable {
    package var texts: [String]
    /// The colour behind the severity, as in `FFC7CE`; `nil` for none.
    package var colour: String?

    package init(_ texts: [String], colour: String? = nil) {
      self.texts = texts
      self.colour = colour
    }
  }

  /// How the heading begins.
  package static let headingStart = "Fejl og mangler i "
  /// How the introduction begins.
  package static let introductionStart = "Denne side er lavet af fordel og bliver ikke læst."
  /// The columns of the table, and their widths in hundredths of the page's.
  package static let columns: [(heading: String, width: Int)] = [
    ("Hvor", 24), ("Alvor", 13), ("Hvad er galt", 35), ("Hvad skal du gøre", 28),
  ]

  package var heading: String
  package var introduction: String
  package var rows: [Row]

  /// A page on the file of the given name; `introduction` follows the words by which the page is known.
  package init(file: String, introduction: String, rows: [Row]) {
    heading = WordFindingPage.headingStart + file
    self.introduction = WordFindingPage.introductionStart + " " + introduction
    self.rows = rows
  }

  // MARK: - Knowing it again

  /// The numbers of the elements of such a page at the beginning of `body`; none where there is none.
  static func elements(in body: WordNode) -> [Int] {
    var elements: [Int] = []
    var hasTable = false
    scan: for child in body.children {
      if child.isWord(XMLName("tbl")) {
        guard !hasTable, isList(child) else { break scan }
        hasTable = true
        elements.append(child.number)
      } else if child.isWord(XMLName("p")) {
        let text = plainText(child)
        if hasTable {
          if text.isEmpty, isPageBreak(child) { elements.append(child.number) }
          break scan
        }
        if text.hasPrefix(headingStart) || text.hasPrefix(introductionStart) {
          elements.append(child.number)
        } else if !text.isEmpty {
          break scan
        }
      } else if child.isWord(XMLName("sdt")) || child.isWord(XMLName("sectPr")) {
        break scan
      }
    }
    return hasTable ? elements : []
  }

  private static func isList(_ table: WordNode) -> Bool {
    guard let row = table.child(XMLName("tr")) else { return false }
    let texts = row.children.filter { $0.isWord(XMLName("tc")) }.map(plainText)
    return texts == columns.map(\.heading)
  }

  /// Whether a paragraph is a page break and nothing else that one sees.
  private static func isPageBreak(_ paragraph: WordNode) -> Bool {
    let runs = paragraph.children.filter { !$0.isWord(XMLName("pPr")) }
    let pieces = runs.flatMap(\.children).filter { !$0.isWord(XMLName("rPr")) }
    return runs.allSatisfy { $0.isWord(XMLName("r")) }
      && paragraph.child(XMLName("pPr"))?.child(XMLName("sectPr")) == nil
      && pieces.contains { $0.isWord(XMLName("br")) && $0[XMLName("type")] == "page" }
      && pieces.allSatisfy { $0.isWord(XMLName("br")) || $0.isWord(XMLName("lastRenderedPageBreak")) }
  }

  private static func plainText(_ node: WordNode) -> String {
    var text = ""
    gather(node, into: &text)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Text longer than any that is compared is not gathered to its end.
  private static func gather(_ node: WordNode, into text: inout String) {
    guard text.utf8.count < 500 else { return }
    if node.isWord(XMLName("t")) { text += node.text }
    for child in node.children { gather(child, into: &text) }
  }
}
