package import AllocationTables
import Distribution
import Forms
import Output
package import ProposalModel
package import Spreadsheet

/// Writes the sheet `Beregning`: how the numbers of the computed tables came about, as live formulas up to
/// the rounding.
package struct CalculationSheetWriter {
  package var proposal: Proposal
  package var round: Round
  package var tables: [BudgetTable]
  package var all: ProposalTables

  /// Sheets of more rows are not written: nobody follows them, and a spreadsheet hardly opens them.
  /// `fordel explain` tells single numbers.
  static let rowLimit = 100_000

  /// Adds the sheet to `book`, if any of the tables is computed.
  package func write(to book: inout XLSXWriter) throws(XLSXWriteError) {
    let parts = all.blocks(behind: tables)
    guard !parts.isEmpty else { return }
    let years = parts.map(\.block.years.count).max() ?? 0
    let sheet = try book.addSheet(OwnSheets.calculation)
    try setColumns(years, &book, sheet)
    let lead =
      "Til revision: formlerne er levende til og med den nøjagtige andel; den afrundede andel er et tal. Dannet af fordel; arket læses ikke ind igen."
    try book.write(
      OwnSheets.calculationCaption, at: CellAddress(row: 1, column: 1), in: sheet,
      style: TableStyles.caption)
    try book.write(
      lead, at: CellAddress(row: 2, column: 1), in: sheet,
      style: TableStyles.note.with { $0.wrapsText = false })
    var row = 4
    for part in parts {
      let block = CalculationBlock(part.block, firstRow: row + 3, name: name)
      guard row + 3 + block.rows.count <= CalculationSheetWriter.rowLimit else {
        try book.write(
          "Resten er for stor til et ark; brug fordel explain.", at: CellAddress(row: row, column: 1),
          in: sheet)
        break
      }
      try write(part, block, at: row, in: sheet, of: &book)
      row += block.rows.count + 5
    }
    try book.freeze(at: CellAddress(row: 3, column: 4), in: sheet)
    var printing = PrintSetup.wideTable(repeatedRows: nil)
    printing.footer = "&L&F&C&A&RSide &P af &N"
    try book.setPrinting(printing, of: sheet)
  }

  // MARK: Words

  private func heading(_ shown: ShownBlock) -> String {
    let tables = all.tables.filter { shown.tables.contains($0.kind) }.map(TableWorkbookWriter.sheetName)
    return "\(shown.title) (vises i \(tables.joined(separator: ", ")))"
  }

  private func explanation(_ shown: ShownBlock) -> String {
    let block = shown.block
    let unit =
      block.bookingUnit == 1_000 ? "1.000 kr." : block.bookingUnit == 1 ? "kr." : "\(block.bookingUnit) kr."
    var text = "Alle tal i \(unit) Afrunding: \(block.policy.danishName). \(block.policy.guarantee)"
    if let start = block.tieStart { text += " Lige rester begynder ved \(round.name(of: start))." }
    guard block.priceFactor != .one else { return text }
    let conversion = conversion(of: shown.basis)
    let source = conversion.priceFactor(of: shown.area)?.source ?? ""
    return
      text
      + " Omregnet fra \(conversion.written) til \(conversion.implemented) p/l med \(block.priceFactor.danishFactor) før afrunding (\(source))."
  }

  private func conversion(of basis: RowBasis) -> PriceConversion {
    if case .converted(let key) = basis, let stated = proposal.stated(key.table) {
      return PriceConversion(stated, of: proposal, round: round)
    }
    return PriceConversion(proposal, round: round)
  }

  private func name(_ key: LeafKey) -> String {
    round.printedName(of: key.recipient) + (key.account.map { ", \($0.printed)" } ?? "")
  }

  // MARK: Cells

  private func setColumns(_ years: Int, _ book: inout XLSXWriter, _ sheet: SheetHandle) throws(XLSXWriteError)
  {
    for (index, width) in CalculationColumns.widths.enumerated() {
      try book.setColumns(index + 1, through: index + 1, of: sheet, width: width)
    }
    guard years > 0 else { return }
    let first = CalculationColumns.firstYear
    try book.setColumns(first, through: first + years - 1, of: sheet, width: 13)
    try book.setColumns(first + years, through: first + years, of: sheet, width: 16)
  }

  private func write(
    _ part: ShownBlock, _ block: CalculationBlock, at row: Int, in sheet: SheetHandle,
    of book: inout XLSXWriter
  ) throws(XLSXWriteError) {
    let last = CalculationColumns.firstYear + part.block.years.count
    try book.write(
      heading(part), at: CellAddress(row: row, column: 1), in: sheet, style: CalculationStyles.heading)
    let note = CellRange(
      from: CellAddress(row: row + 1, column: 1), to: CellAddress(row: row + 1, column: last))
    try book.setRow(row + 1, of: sheet, height: 32)
    try book.merge(note, in: sheet, content: .text(explanation(part)), style: TableStyles.note)
    let headers =
      CalculationColumns.headers.map { CellContent.text($0) }
      + part.block.years.map { .number(DecimalNumber($0)) } + [.text("Kontrol")]
    for (index, header) in headers.enumerated() {
      let style = index >= 4 ? TableStyles.yearHeader : TableStyles.header
      try book.write(header, at: CellAddress(row: row + 2, column: index + 1), in: sheet, style: style)
    }
    for (index, line) in block.rows.enumerated() {
      try write(line, at: block.firstRow + index, in: sheet, of: &book)
    }
  }

  private func write(
    _ row: CalculationRow, at number: Int, in sheet: SheetHandle, of book: inout XLSXWriter
  ) throws(XLSXWriteError) {
    let texts = [row.step.rawValue, row.line, row.text, row.rule]
    if let height = RowHeight.points(texts, widths: Array(CalculationColumns.widths.prefix(4))) {
      try book.setRow(number, of: sheet, height: height)
    }
    for (index, text) in texts.enumerated() {
      try book.write(
        text, at: CellAddress(row: number, column: index + 1), in: sheet,
        style: CalculationStyles.text(row.step))
    }
    for (index, weight) in [row.weight, row.totalWeight].enumerated() {
      let content = weight.flatMap(CalculationNumber.cell).map { CellContent.number($0) } ?? .blank
      try book.write(
        content, at: CellAddress(row: number, column: 5 + index), in: sheet,
        style: CalculationStyles.weight(row.step))
    }
    for (index, cell) in (row.years + [row.check].compactMap { $0 }).enumerated() {
      let address = CellAddress(row: number, column: CalculationColumns.firstYear + index)
      try book.write(content(cell), at: address, in: sheet, style: CalculationStyles.number(row.step, cell))
    }
  }

  private func content(_ cell: CalculationCell) -> CellContent {
    switch cell {
    case .value(let fraction):
      CalculationNumber.cell(fraction).map { .number($0) } ?? .text(fraction.description)
    case .formula(let formula, let fraction):
      CalculationNumber.cell(fraction).map { .formula(formula, value: .number($0)) }
        ?? .text(fraction.description)
    case .check(let formula, let text): .formula(formula, value: .text(text))
    }
  }
}
