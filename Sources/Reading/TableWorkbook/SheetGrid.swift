import ProposalModel
package import Spreadsheet

/// A sheet by rows and columns, with texts tidied: what the recognition of tables works on.
package struct SheetGrid {
  package let name: String?
  package let isHidden: Bool
  /// Whether all cells are text because the file is a CSV file.
  let isPlainText: Bool
  package private(set) var rows: [Int: [Int: Cell]] = [:]
  private(set) var rowNumbers: [Int] = []
  private let hiddenRows: [ClosedRange<Int>]

  init(_ sheet: Sheet, isPlainText: Bool) {
    name = isPlainText ? nil : sheet.name
    isHidden = sheet.isHidden
    hiddenRows = sheet.hiddenRows
    self.isPlainText = isPlainText
    for cell in sheet.cells { rows[cell.address.row, default: [:]][cell.address.column] = cell }
    rowNumbers = rows.keys.sorted()
  }

  package func cell(_ row: Int, _ column: Int) -> Cell? { rows[row]?[column] }

  /// Whether the row itself is hidden.
  package func isHiddenRow(_ row: Int) -> Bool { hiddenRows.contains { $0.contains(row) } }

  /// The cells of a row from left to right.
  package func cells(_ row: Int) -> [Cell] {
    (rows[row] ?? [:]).values.sorted { $0.address.column < $1.address.column }
  }

  /// The words of a cell: its text, or a number as a reader sees it; empty for anything else.
  package func text(_ row: Int, _ column: Int) -> String { cell(row, column).map(SheetGrid.text) ?? "" }

  package static func text(_ cell: Cell) -> String {
    switch cell.value {
    case .text(let text): Spelling.tidy(text)
    case .number(let stored): DecimalNumber(stored: stored)?.description ?? stored
    case .date(let text): text
    case .boolean(let flag): flag ? "Sand" : "Falsk"
    case .empty, .error: ""
    }
  }

  package static func address(_ row: Int, _ column: Int) -> String {
    CellAddress(row: row, column: column).description
  }
}
