package import Documents
import Spreadsheet

/// The sheets of a document as lines of text, for tests: `= caption`, rows as `a | b |  | c`, paragraphs as
/// `¶ text`, hidden rows behind `~`. Behind the text of a cell stands what else a person sees of it.
package enum ShownGrid {
  /// The lines of all sheets.
  package static func lines(_ grid: DocumentGrid) -> [String] {
    zip(grid.workbook.sheets, grid.parts).flatMap { sheet, part in
      let rows = Dictionary(grouping: sheet.cells, by: \.address.row).sorted { $0.key < $1.key }
      return rows.map { row, cells in
        switch part {
        case .text: "¶ " + line(cells)
        case .table: row == 1 ? "= " + line(cells) : (cells[0].isHidden ? "~" : "") + line(cells)
        }
      }
    }
  }

  /// The kinds of the notes, with their words.
  package static func notes(_ grid: DocumentGrid) -> [String] {
    grid.notes.map { $0.text.isEmpty ? $0.kind.rawValue : "\($0.kind.rawValue) \($0.text)" }
  }

  private static func line(_ cells: [Cell]) -> String {
    var texts: [String] = []
    for cell in cells.sorted(by: { $0.address.column < $1.address.column }) {
      while texts.count < cell.address.column - 1 { texts.append("") }
      texts.append(text(cell))
    }
    return texts.joined(separator: " | ")
  }

  private static func text(_ cell: Cell) -> String {
    var text =
      switch cell.value {
      case .text(let text): text.replacing("\n", with: "/").replacing("\t", with: "→")
      case .number(let text): "#" + text
      default: ""
      }
    let names: [(CellMarks, String)] = [
      (.struckOut, "struck"), (.partlyStruck, "partly struck"), (.raisedDigits, "raised"),
      (.footnoteMark, "note"), (.hiddenText, "hidden"), (.deleted, "deleted"),
    ]
    for (mark, name) in names where cell.display.marks.contains(mark) { text += " {\(name)}" }
    if let earlier = cell.display.earlierText { text += " {was \(earlier.replacing("\n", with: "/"))}" }
    return text
  }
}
