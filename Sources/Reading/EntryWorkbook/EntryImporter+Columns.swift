import Findings
import Forms
import ProposalModel
import Spreadsheet

/// The header row of `Økonomi`: columns that are gone, misspelt, there twice, or without a header.
extension EntryImporter {
  /// Reports what is wrong with the header row, and takes misspelt columns for what they are meant to be.
  mutating func checkColumns(_ found: LocatedTable<LineField>, on sheet: Sheet) -> LocatedTable<LineField> {
    var table = found
    for field in EntryForm.lineColumns where table.columns[field.key] == nil {
      let header = CellAddress(row: table.headerRow, column: 1)
      if let (text, column) = table.adopt(field) {
        let here = place(sheet, CellAddress(row: table.headerRow, column: column))
        report(Catalogue.columnMissing(field.header, nearest: text, at: here))
      } else if field.isRequired {
        report(Catalogue.columnMissing(field.header, at: place(sheet, header)))
      } else if let meaning = EntryImporter.meaningOfGone[field.key] {
        report(EntryFinding.columnGone(field.header, meaning, at: place(sheet, header)))
      }
    }
    takeYearsOnce(&table, sheet)
    if table.years.isEmpty {
      report(
        Catalogue.columnMissing(
          "årstal, fx 2023", at: place(sheet, CellAddress(row: table.headerRow, column: 1))))
    }
    reportHeaderless(table, sheet)
    return table
  }

  /// What it means that an optional column is not there, where that decides over money.
  private static let meaningOfGone: [LineField: String] = [
    .rule: "alle linjer følger Udvalg og forslagets fordeling",
    .condition: "alle linjer regnes som hvis indarbejdes",
  ]

  private mutating func takeYearsOnce(_ table: inout LocatedTable<LineField>, _ sheet: Sheet) {
    var first: [Int: Int] = [:]
    for (year, column) in table.years {
      if let other = first[year] {
        let here = place(sheet, CellAddress(row: table.headerRow, column: column))
        report(
          EntryFinding.repeatedYear(
            year, other: CellAddress(row: table.headerRow, column: other).description, at: here))
      } else {
        first[year] = column
      }
    }
    table.years = first.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
  }

  /// Columns with content under an empty header cell.
  private mutating func reportHeaderless(_ table: LocatedTable<LineField>, _ sheet: Sheet) {
    let named = Set(table.columns.values).union(table.years.map(\.column)).union(table.others.map(\.column))
    let yearColumns = table.years.map(\.column)
    var strays: [Int: [Cell]] = [:]
    for cell in sheet.cells
    where cell.address.row > table.headerRow && !named.contains(cell.address.column) && cell.formula == nil {
      if CellText.text(cell) != nil { strays[cell.address.column, default: []].append(cell) }
    }
    for (column, cells) in strays.sorted(by: { $0.key < $1.key }) {
      guard let first = cells.first else { continue }
      let beside = yearColumns.contains(column - 1) || yearColumns.contains(column + 1)
      let isMoney = beside && cells.contains { if case .number = $0.value { true } else { false } }
      report(
        EntryFinding.headerMissing(
          cells.prefix(5).compactMap { CellText.text($0) }, isMoney: isMoney, at: place(sheet, first.address),
          cells: cells.map(\.address.description)))
    }
  }
}
