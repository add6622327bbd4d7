import AllocationTables
import Forms
import ProposalModel
import Spreadsheet

/// The optional sheets with what is kept as it was printed: rows of Tabel 1 that are no lines, the administration
/// table, the deliveries' own tables and the tables by delivery.
extension EntryWriter {
  func writeKept(_ writer: inout XLSXWriter) throws(XLSXWriteError) {
    guard let proposal else { return }
    if !proposal.tableOneRows.isEmpty { try writePrintedRows(proposal.tableOneRows, &writer) }
    var counts: [KeptTableKind: Int] = [:]
    for (index, kept) in proposal.keptTables.enumerated() {
      counts[kept.kind, default: 0] += 1
      let table = kept.shown(number: index + 2, of: proposal)
      try TableSheetWriter(table, round: round).write(
        to: &writer, name: EntryForm.sheetName(of: kept.kind, number: counts[kept.kind] ?? 1))
    }
  }

  private func writePrintedRows(_ rows: [TableOneRow], _ writer: inout XLSXWriter) throws(XLSXWriteError) {
    let sheet = try writer.addSheet(EntryForm.printedRowsSheet)
    let fields = EntryForm.printedRowColumns
    try writer.write(
      EntryForm.printedRowsTitle, at: CellAddress(row: 1, column: 1), in: sheet, style: EntryStyles.subtitle)
    for (index, field) in fields.enumerated() {
      let unit = UnitHeader.text(unit: unit, priceLevel: proposal?.priceLevel)
      try writer.write(
        field.key == .text ? unit : field.header, at: CellAddress(row: 2, column: index + 1), in: sheet,
        style: EntryStyles.header)
      try writer.setColumns(index + 1, through: index + 1, of: sheet, width: field.width)
    }
    let yearColumns = years.indices.map { fields.count + 1 + $0 }
    for (year, column) in zip(years, yearColumns) {
      try writer.write(
        .number(DecimalNumber(mantissa: Int64(year), scale: 0)), at: CellAddress(row: 2, column: column),
        in: sheet, style: EntryStyles.yearHeader)
      try writer.setColumns(column, through: column, of: sheet, width: 11)
    }
    for (index, row) in rows.enumerated() {
      for (column, field) in fields.enumerated() {
        try writer.write(
          content(words(field.key, row)), at: CellAddress(row: index + 3, column: column + 1), in: sheet,
          style: EntryStyles.code)
      }
      for (figure, column) in zip(row.row.figures, yearColumns) {
        try writer.write(
          content(figure), at: CellAddress(row: index + 3, column: column), in: sheet,
          style: EntryStyles.amount)
      }
    }
    if let first = yearColumns.first, let last = yearColumns.last {
      let cells = CellRange(
        CellAddress(row: 3, column: first), CellAddress(row: rows.count + 2, column: last))
      try showWholeNumbers(cells, in: sheet, &writer)
    }
    try writer.freeze(at: CellAddress(row: 3, column: 2), in: sheet)
    try writer.setPrinting(printing(repeating: 1...2), of: sheet)
  }

  private func words(_ field: PrintedRowField, _ row: TableOneRow) -> String? {
    switch field {
    case .text: row.row.text
    case .kind: EntryForm.printedRowKinds.first { $0.kind == row.row.kind }?.word
    case .section: row.row.section?.rawValue
    case .controlArea: row.row.controlArea?.rawValue
    case .place: String(row.linesAbove) + (row.isBelowTotal ? ", " + EntryForm.belowTotal : "")
    }
  }
}
