import Forms
import ProposalModel
import Spreadsheet

/// What each number of an entry workbook is for.
extension EntryImporter {
  func roles(lines: Sheet?, table: LocatedTable<LineField>?) -> RoleMarks {
    var marks = RoleMarks()
    marks.take(origins, of: proposal)
    marks.take(kept)
    for (place, mark) in totals { marks.mark(place, mark) }
    for column in expected { marks.expect(column) }
    guard let lines, let table else { return marks }
    markHeader(table, on: lines, marks: &marks)
    let years = Set(table.years.map(\.column))
    let sums = Set([table.columns[.total], table.columns[.fullyPhasedIn]].compactMap { $0 })
    let check = table.columns[.check]
    let own = Dictionary(table.others.map { ($0.column, $0.header) }) { first, _ in first }
    for cell in lines.cells where LooseNumber.isNumber(cell) {
      let here = place(lines, cell.address)
      let column = cell.address.column
      if cell.address.row < table.headerRow {
        guard years.contains(column) || sums.contains(column) else { continue }
        marks.mark(here, RoleMark(.total, oere: oere(cell)))
      } else if cell.address.row > table.headerRow {
        if sums.contains(column) { marks.mark(here, RoleMark(.total, oere: oere(cell))) }
        if column == check {
          marks.mark(here, RoleMark(.quantity, reason: "kolonnen »\(EntryForm.checkHeader)«"))
        }
        if let header = own[column] {
          marks.mark(here, RoleMark(.quantity, reason: "egen kolonne »\(header)«"))
        }
      }
    }
    if lines.rowCount > table.headerRow {
      for column in years.sorted() {
        marks.expect(
          RoleMarks.YearColumn(
            file: file, sheet: place(lines, nil).sheet, column: column,
            rows: table.headerRow + 1...lines.rowCount))
      }
    }
    return marks
  }

  private func markHeader(_ table: LocatedTable<LineField>, on sheet: Sheet, marks: inout RoleMarks) {
    for (year, column) in table.years {
      let address = CellAddress(row: table.headerRow, column: column)
      marks.mark(place(sheet, address), RoleMark(.year, year: year))
    }
    for (header, column) in table.others + table.yearless {
      let address = CellAddress(row: table.headerRow, column: column)
      marks.mark(place(sheet, address), RoleMark(.year, reason: "egen kolonne »\(header)«"))
    }
  }

  /// Remembers the cells of a row that only sums or repeats other money.
  mutating func noteTotal(_ cells: [Cell?], _ role: NumberRole = .total, on sheet: Sheet) {
    for case let cell? in cells where LooseNumber.isNumber(cell) {
      totals.append((place(sheet, cell.address), RoleMark(role, oere: oere(cell))))
    }
  }

  /// The amount in a cell, in the workbook's unit.
  private func oere(_ cell: Cell) -> Int64? {
    var trouble = FigureTrouble()
    guard case .amount(let amount)? = trouble.read(cell, unit: unit) else { return nil }
    return amount.oere
  }
}
