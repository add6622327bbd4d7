import ProposalModel
package import Spreadsheet

/// A sheet by rows and columns, with texts tidied: what the recognition of tables works on.
package struct SheetGrid {
  package let name: String?
  package let isHidden: Bool
  /// Whether all cells are text because the file is a CSV file.
  package let isPlainText: Bool
  /// The cells of each row from left to right.
  private var rows: [Int: [Cell]] = [:]
  package private(set) var rowNumbers: [Int] = []
  private let hiddenRows: [ClosedRange<Int>]
  private let merged: MergedWords

  package init(_ sheet: Sheet, isPlainText: Bool) {
    name = isPlainText ? nil : sheet.name
    isHidden = sheet.isHidden
    hiddenRows = sheet.hiddenRows
    merged = MergedWords(sheet)
    self.isPlainText = isPlainText
    for row in sheet.rows {
      rows[row.number] = row.cells
      rowNumbers.append(row.number)
    }
  }

  package func cell(_ row: Int, _ column: Int) -> Cell? {
    guard let cells = rows[row] else { return nil }
    var (low, high) = (0, cells.count)
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].address.column < column { low = middle + 1 } else { high = middle }
    }
    return low < cells.count && cells[low].address.column == column ? cells[low] : nil
  }

  /// The rows with cells in `range`.
  package func rowNumbers(in range: Range<Int>) -> ArraySlice<Int> {
    func place(_ row: Int) -> Int {
      var (low, high) = (0, rowNumbers.count)
      while low < high {
        let middle = (low + high) / 2
        if rowNumbers[middle] < row { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return rowNumbers[place(range.lowerBound)..<max(place(range.lowerBound), place(range.upperBound))]
  }

  /// The number in a cell: 0 for a blank one, `nil` for anything but a number.
  package func number(at address: CellAddress) -> DecimalNumber? {
    guard let cell = cell(address.row, address.column), cell.value != .empty || cell.formula != nil else {
      return DecimalNumber(mantissa: 0, scale: 0)
    }
    guard case .number(let stored) = cell.value else { return nil }
    return DecimalNumber(stored: stored)
  }

  /// Whether the row itself is hidden.
  package func isHiddenRow(_ row: Int) -> Bool { hiddenRows.contains { $0.contains(row) } }

  /// The cells of a row from left to right.
  package func cells(_ row: Int) -> [Cell] { rows[row] ?? [] }

  /// The words of a cell: its text, or a number as a reader sees it; empty for anything else.
  package func text(_ row: Int, _ column: Int) -> String { cell(row, column).map(SheetGrid.text) ?? "" }

  /// The words that hold for a row of a table below row `header`: the cell's own, or those of a cell merged over it.
  package func words(_ row: Int, _ column: Int, below header: Int) -> String {
    let own = text(row, column)
    let top = merged.row(for: row, column)
    return own.isEmpty && top > header ? text(top, column) : own
  }

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

extension SheetGrid {
  /// The texts of a row outside `columns`, with their cells.
  package func remarks(_ row: Int, besides columns: Set<Int>) -> [RowRemark] {
    cells(row).compactMap { cell in
      guard !columns.contains(cell.address.column), case .text = cell.value else { return nil }
      let text = SheetGrid.text(cell)
      return text.isEmpty ? nil : RowRemark(text: text, cell: cell.address.description)
    }
  }
}
