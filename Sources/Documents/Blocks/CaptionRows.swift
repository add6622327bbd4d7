/// Divides a table at the rows that are captions: who copies a piece of a sheet copies the captions with it, and
/// several tables may be one piece.
enum CaptionRows {
  /// The table as paragraphs for its captions and a table for the rows below each.
  static func divided(_ table: DocumentTable, isCaption: (String) -> Bool) -> [DocumentBlock] {
    guard table.rows.contains(where: { caption($0, isCaption) != nil }) else { return [.table(table)] }
    var blocks: [DocumentBlock] = []
    var rows: [DocumentRow] = []
    func endTable() {
      guard rows.contains(where: { !isBlank($0) }) else { return rows = [] }
      blocks.append(.table(DocumentTable(rows)))
      rows = []
    }
    if let caption = table.caption { blocks.append(.paragraph(DocumentParagraph(caption))) }
    for row in table.rows {
      if let caption = caption(row, isCaption) {
        endTable()
        blocks.append(.paragraph(DocumentParagraph(caption)))
      } else {
        rows.append(row)
      }
    }
    endTable()
    return blocks.map(withinRows)
  }

  /// The caption that is all that a row holds.
  private static func caption(_ row: DocumentRow, _ isCaption: (String) -> Bool) -> DocumentText? {
    let filled = row.cells.filter { !isBlank($0) }
    guard !row.isHidden, filled.count == 1, let text = filled.first?.text, text.text.count <= 300,
      isCaption(text.text)
    else { return nil }
    return text
  }

  private static func isBlank(_ row: DocumentRow) -> Bool { row.cells.allSatisfy(isBlank) }

  private static func isBlank(_ cell: DocumentCell) -> Bool {
    cell.text.text.allSatisfy(\.isWhitespace) && cell.text.hiddenText == nil && cell.value == nil
      && cell.tables.isEmpty
  }

  /// A cell that goes on below the last row of its part ends there.
  private static func withinRows(_ block: DocumentBlock) -> DocumentBlock {
    guard case .table(var table) = block else { return block }
    for row in table.rows.indices {
      for cell in table.rows[row].cells.indices {
        let room = table.rows.count - row
        table.rows[row].cells[cell].rowSpan = min(table.rows[row].cells[cell].rowSpan, room)
      }
    }
    return .table(table)
  }
}
