import Spreadsheet
import Testing

/// The rows of a small sheet are made once and those of a large one each time; nobody can tell which.
@Suite struct `Rows of a sheet` {
  /// A sheet of so many cells, ten a row, one row in three left out, every fourth cell a text and every fifth a
  /// formula.
  private func sheet(_ count: Int) -> Sheet {
    Sheet(
      name: "Ark",
      cells: (0..<count).map { number in
        Cell(
          address: CellAddress(row: 1 + number / 10 * 3 / 2, column: 2 + number % 10 * 2),
          value: number % 4 == 0 ? .text("En tekst om nummer \(number % 60)") : .number(String(number)),
          formula: number % 5 == 0 ? "SUM(B1:B\(number + 1))" : nil)
      })
  }

  @Test(arguments: [0, 1, 11, 4_999, 5_000, 5_001, 6_000])
  func `rows, cells and single cells say the same, asked once or again`(count: Int) {
    let sheet = sheet(count)
    let cells = sheet.cells.indices.map { sheet.cells[$0] }
    #expect(cells.count == count)
    for _ in 0..<2 {
      let rows = Array(sheet.rows)
      #expect(Array(sheet.cells) == cells)
      #expect(rows.flatMap { $0.cells } == cells)
      #expect(rows.flatMap { row in row.cells.map { _ in row.number } } == cells.map { $0.address.row })
    }
    #expect(cells.map { sheet[$0.address] } == cells)
    let beside = cells.compactMap {
      sheet[CellAddress(row: $0.address.row, column: $0.address.column - 1)]
    }
    #expect(beside.isEmpty)
    #expect(sheet[CellAddress(row: sheet.rowCount + 1, column: 2)] == nil)
  }

  @Test(arguments: [10, 5_001])
  func `a sheet that is hidden after its rows were made hides its cells`(count: Int) {
    func hidden(_ sheet: Sheet) -> [Int] {
      [
        sheet.cells.filter { $0.isHidden }.count,
        sheet.rows.reduce(0) { $0 + $1.cells.filter { $0.isHidden }.count },
        sheet[CellAddress(row: 1, column: 2)]?.isHidden == true ? count : 0,
      ]
    }
    var sheet = sheet(count)
    let before = sheet
    #expect(hidden(sheet) == [0, 0, 0])
    sheet.isHidden = true
    #expect(hidden(sheet) == [count, count, count])
    #expect(hidden(before) == [0, 0, 0])
  }
}
