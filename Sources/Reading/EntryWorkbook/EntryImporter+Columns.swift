import Findings
import Forms
import ProposalModel
import Spreadsheet

/// The header row of `Økonomi`: columns that are gone, misspelt, there twice, or without a header.
extension EntryImporter {
  /// Reports what is wrong with the header row, and takes misspelt columns for what they are meant to be.
  mutating func checkColumns(
    _ found: LocatedTable<LineField>, on sheet: Sheet, round: [Int]?
  ) -> LocatedTable<LineField> {
    var table = found
    for field in EntryForm.lineColumns where table.columns[field.key] == nil {
      let header = CellAddress(row: table.headerRow, column: 1)
      if let (text, column) = table.adopt(field) {
        let here = place(sheet, CellAddress(row: table.headerRow, column: column))
        report(Catalogue.columnMissing(field.header, nearest: text, at: here))
      } else if field.isRequired {
        report(Catalogue.columnMissing(field.header, at: place(sheet, header)))
      } else if let meaning = EntryImporter.meaningOfGone[field.key] {
        report(Catalogue.Entry.columnGone(field.header, meaning, at: place(sheet, header)))
      }
    }
    takePhasedInYear(&table)
    takeYearsOnce(&table, sheet)
    if table.years.isEmpty {
      report(
        Catalogue.columnMissing(
          "årstal, fx 2023", at: place(sheet, CellAddress(row: table.headerRow, column: 1))))
    }
    reportColumns(&table, sheet, round: round)
    reportHeaderless(table, sheet)
    reportTwice(table, sheet)
    return table
  }

  /// A second column of one name whose words differ from those that are read: one of the two is wrong.
  private mutating func reportTwice(_ table: LocatedTable<LineField>, _ sheet: Sheet) {
    for field in EntryForm.lineColumns {
      guard let column = table.columns[field.key],
        let other = table.others.first(where: { field.isNamed($0.header) })?.column
      else { continue }
      let years = Set(table.years.map(\.column))
      for row in sheet.rows where row.number > table.headerRow {
        guard row.cells.contains(where: { years.contains($0.address.column) && LooseNumber.isNumber($0) })
        else { continue }
        let (read, found) = (CellText.text(row.cell(column)) ?? "", CellText.text(row.cell(other)) ?? "")
        guard !EntrySpelling.isSame(read, found), !found.isEmpty else { continue }
        report(
          Catalogue.fieldRepeated(
            field.header, found, read: read, other: CellAddress(row: row.number, column: column).description,
            at: place(sheet, CellAddress(row: row.number, column: other))))
        break
      }
    }
  }

  /// Columns whose content is the form's although their heading is not: units under `Afdeling`, `hvis ikke
  /// indarbejdes` under `Bemærkning`. Read as no part of the form, they would send money elsewhere.
  mutating func reportMisnamed<Key>(_ table: LocatedTable<Key>, on sheet: Sheet, lacks: (FormContent) -> Bool)
  {
    let known = Set(table.columns.values).union(table.years.map(\.column)).union(table.yearless.map(\.column))
    var texts: [Int: [String]] = [:]
    for cell in sheet.cells where cell.address.row > table.headerRow && !known.contains(cell.address.column) {
      if case .text(let text) = cell.value, !CellText.trim(text).isEmpty {
        texts[cell.address.column, default: []].append(CellText.trim(text))
      }
    }
    for (column, found) in texts.sorted(by: { $0.key < $1.key }) {
      guard let content = FormContent.of(found, round), lacks(content) else { continue }
      let heading = table.others.first { $0.column == column }?.header
      report(
        Catalogue.columnMisnamed(
          content.header, heading: heading, holds: found,
          at: place(sheet, CellAddress(row: table.headerRow, column: column))))
    }
  }

  /// What it means that an optional column is not there, where that decides over money.
  private static let meaningOfGone: [LineField: String] = [
    .rule: "alle linjer følger Udvalg og forslagets fordeling",
    .condition: "alle linjer regnes som hvis indarbejdes",
  ]

  /// Of two columns `Fuldt indfaset` the one beside the years stands where the last year should.
  private func takePhasedInYear(_ table: inout LocatedTable<LineField>) {
    guard let column = table.columns[.fullyPhasedIn], let last = table.years.map(\.column).max(),
      column == last + 1,
      let second = table.others.firstIndex(where: { other in
        EntryForm.sumColumns.contains { $0.key == .fullyPhasedIn && $0.isNamed(other.header) }
      })
    else { return }
    table.columns[.fullyPhasedIn] = table.others.remove(at: second).column
    table.yearless.append(("Fuldt indfaset", column))
  }

  /// Of two columns of one year the one with numbers is read, of two with numbers the first.
  private mutating func takeYearsOnce(_ table: inout LocatedTable<LineField>, _ sheet: Sheet) {
    var first: [Int: Int] = [:]
    let isRepeated = Set(table.years.map(\.year)).count < table.years.count
    let numbers = isRepeated ? numbersBelow(table.headerRow, on: sheet) : [:]
    for (year, column) in table.years {
      guard let other = first[year] else {
        first[year] = column
        continue
      }
      let hasMoney = numbers[column] != nil && numbers[other] != nil
      if numbers[other] == nil { first[year] = column }
      let (left, right) = numbers[other] == nil ? (column, other) : (other, column)
      report(
        Catalogue.yearRepeated(
          year, other: CellAddress(row: table.headerRow, column: left).description, hasMoney: hasMoney,
          at: place(sheet, CellAddress(row: table.headerRow, column: right))))
      table.others.append((String(year), right))
    }
    table.years = first.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
    for (year, column) in first {
      table.others.removeAll { $0.column == column && $0.header == String(year) }
    }
  }

  /// Columns with content under an empty header cell.
  private mutating func reportHeaderless(_ table: LocatedTable<LineField>, _ sheet: Sheet) {
    let named = Set(table.columns.values).union(table.years.map(\.column)).union(table.others.map(\.column))
      .union(table.yearless.map(\.column))
    var strays: [Int: [Cell]] = [:]
    for cell in sheet.cells
    where cell.address.row > table.headerRow && !named.contains(cell.address.column) && cell.formula == nil {
      if CellText.text(cell) != nil, !LooseNumber.isNumber(cell) {
        strays[cell.address.column, default: []].append(cell)
      }
    }
    for (_, cells) in strays.sorted(by: { $0.key < $1.key }) {
      guard let first = cells.first else { continue }
      report(
        Catalogue.Entry.headerMissing(
          cells.prefix(5).compactMap { CellText.text($0) }, isMoney: false, at: place(sheet, first.address),
          cells: cells.map(\.address.description)))
    }
  }
}
