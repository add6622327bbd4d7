import Spreadsheet

/// A workbook in memory in which single cells can be changed: the file of a department that has made one
/// mistake.
struct EditableGrid {
  private(set) var workbook: Workbook

  init(_ bytes: [UInt8]) throws { workbook = try XLSXReader.read(bytes: bytes, threads: 1) }

  func cell(_ sheet: String, _ address: CellAddress) -> Cell? { workbook.sheet(named: sheet)?[address] }

  /// The cells of a row, from left to right.
  func cells(_ sheet: String, row: Int) -> [Cell] {
    workbook.sheet(named: sheet)?.cells.filter { $0.address.row == row } ?? []
  }

  /// Sets the value of a cell; what was typed replaces a formula too.
  mutating func set(_ sheet: String, _ address: CellAddress, to value: CellValue) {
    change(sheet) { cells in
      cells.removeAll { $0.address == address }
      if value != .empty { cells.append(Cell(address: address, value: value)) }
    }
  }

  /// Deletes a row; those below move up. Stored results of formulas stay as they are.
  mutating func delete(_ sheet: String, row: Int) {
    change(sheet) { cells in
      cells.removeAll { $0.address.row == row }
      for index in cells.indices where cells[index].address.row > row { cells[index].address.row -= 1 }
    }
  }

  private mutating func change(_ name: String, _ change: (inout [Cell]) -> Void) {
    guard let index = workbook.sheets.firstIndex(where: { $0.name == name }) else { return }
    let sheet = workbook.sheets[index]
    var cells = Array(sheet.cells)
    change(&cells)
    workbook.sheets[index] = Sheet(
      name: sheet.name, cells: cells, isHidden: sheet.isHidden, mergedRanges: sheet.mergedRanges,
      hiddenRows: sheet.hiddenRows,
      hiddenColumns: sheet.hiddenColumns)
  }
}
