import Findings
import Forms
import ProposalModel
import Spreadsheet

/// Money that nobody sees.
extension EntryImporter {
  /// Hidden rows, hidden year columns, or the whole sheet: one finding for each.
  mutating func reportHiddenMoney(_ rows: [LineRow], on sheet: Sheet, _ table: LocatedTable<LineField>) {
    let money = rows.flatMap { row in table.years.compactMap { row.cell(at: $0.column) } }.filter {
      isMoney($0) && $0.isHidden
    }
    guard !money.isEmpty else { return }
    if sheet.isHidden {
      reportHidden(money, on: sheet)
      return
    }
    let inRows = money.filter { cell in sheet.hiddenRows.contains { $0.contains(cell.address.row) } }
    for row in Set(inRows.map(\.address.row)).sorted() {
      reportHidden(inRows.filter { $0.address.row == row }, on: sheet)
    }
    let inColumns = money.filter { cell in !inRows.contains(cell) }
    for column in Set(inColumns.map(\.address.column)).sorted() {
      reportHidden(inColumns.filter { $0.address.column == column }, on: sheet)
    }
  }

  /// Hidden sheets that are not part of the form and hold a table of money by year.
  mutating func reportHiddenSheets() {
    for sheet in workbook.sheets where sheet.isHidden {
      guard !EntrySheet.allCases.contains(where: { EntrySpelling.isSame($0.rawValue, sheet.name) }),
        let table = LocatedTable([FormField<LineField>](), in: sheet, expectsYears: true)
      else { continue }
      let columns = Set(table.years.map(\.column))
      let money = sheet.cells.filter {
        $0.address.row > table.headerRow && columns.contains($0.address.column) && isMoney($0)
      }
      if !money.isEmpty { reportHidden(Array(money), on: sheet) }
    }
  }

  private func isMoney(_ cell: Cell) -> Bool {
    switch cell.value {
    case .number(let stored): DecimalNumber(stored: stored)?.mantissa != 0
    case .text(let text):
      if case .amount(let amount, _) = AmountReading(typed: text, unit: unit) {
        amount != .zero
      } else {
        false
      }
    default: false
    }
  }

  private mutating func reportHidden(_ cells: [Cell], on sheet: Sheet) {
    report(
      Catalogue.hiddenMoney(
        cells.prefix(12).compactMap { CellText.text($0) }, at: place(sheet, cells.first?.address),
        cells: cells.map(\.address.description)))
  }
}
