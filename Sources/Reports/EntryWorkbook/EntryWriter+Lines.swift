import AllocationTables
import Forms
import ProposalModel
import Spreadsheet

/// The sheet `Økonomi`.
extension EntryWriter {
  /// Title and unit, the three totals, the header, then the lines.
  enum LineRows {
    package static let title = 1
    package static let unit = 2
    package static let permanent = 3
    package static let implementation = 4
    package static let effect = 5
    package static let header = 6
    package static let first = 7
  }

  func writeLines(_ writer: inout XLSXWriter) throws(XLSXWriteError) {
    let sheet = try writer.addSheet(EntrySheet.lines.rawValue)
    let layout = LineLayout(lines: proposal?.lines ?? [], years: years)
    try setLineColumns(sheet, layout, &writer)
    try writeLineHeader(sheet, layout, &writer)
    try writeTotals(sheet, layout, &writer)
    let check = LineCheck(lines: layout.lines, round: round)
    for row in 0..<layout.rowCount { try writeLine(row, check, sheet, layout, &writer) }
    try writeCheckOfAll(check, sheet, layout, &writer)
    try validateLines(sheet, layout, &writer)
    let last = CellAddress(row: LineRows.first + layout.rowCount - 1, column: layout.lastColumn)
    let table = CellRange(CellAddress(row: LineRows.header, column: 1), last)
    try writer.setAutofilter(table, in: sheet)
    try writer.freeze(at: CellAddress(row: LineRows.first, column: 4), in: sheet)
    try writer.defineName("Økonomi_Linjer", as: reference(table, on: .lines))
    // On one page of A4 the letters would be of 6 points: two pages, with the texts on both.
    var paper = printing(repeating: LineRows.unit...LineRows.header)
    (paper.fitToWidth, paper.repeatedColumns) = (2, 1...3)
    try writer.setPrinting(paper, of: sheet)
    try writer.protect(sheet, .entrySheet)
    try writer.select(CellRange(CellAddress(row: LineRows.first, column: 2)), in: sheet)
  }

  private func setLineColumns(_ sheet: SheetHandle, _ layout: LineLayout, _ writer: inout XLSXWriter)
    throws(XLSXWriteError)
  {
    try writer.setColumns(layout.lastColumn + 1, through: 16_384, of: sheet, style: EntryStyles.open)
    for (index, field) in EntryForm.lineColumns.enumerated() {
      let open = style(field.kind).with { ($0.fillColour, $0.borders) = (nil, CellStyle.Borders()) }
      try writer.setColumns(
        index + 1, through: index + 1, of: sheet, width: width(field, layout), style: open)
    }
    let amounts = EntryStyles.amount.with { ($0.fillColour, $0.borders) = (nil, CellStyle.Borders()) }
    for column in layout.yearColumns {
      try writer.setColumns(column, through: column, of: sheet, width: 9.5, style: amounts)
    }
    for (index, field) in EntryForm.sumColumns.enumerated() {
      let column = layout.totalColumn + index
      try writer.setColumns(column, through: column, of: sheet, width: field.width, style: amounts)
    }
    for column in layout.basisColumns {
      try writer.setColumns(column, through: column, of: sheet, width: 14, style: EntryStyles.open)
    }
  }

  private func writeLineHeader(_ sheet: SheetHandle, _ layout: LineLayout, _ writer: inout XLSXWriter)
    throws(XLSXWriteError)
  {
    for row in LineRows.title...LineRows.header {
      try writer.setRow(
        row, of: sheet, height: row == LineRows.title ? 24 : row == LineRows.header ? 30 : nil,
        style: EntryStyles.lockedRow)
    }
    func front(_ field: FrontField) -> String {
      "\(EntrySheet.front.rawValue)!$B$\(EntryWriter.frontCell(field).row)"
    }
    let name = proposal.map { "Økonomi  \($0.id)  \($0.title)" } ?? "Økonomi    "
    try writer.write(
      .formula("=\"Økonomi  \"&\(front(.id))&\"  \"&\(front(.title))", value: .text(name)),
      at: CellAddress(row: LineRows.title, column: 1),
      in: sheet,
      style: EntryStyles.title)
    let level = proposal == nil ? round.writtenPriceLevel : proposal?.priceLevel
    try writer.write(
      .formula(
        "=\(front(.unit))&IF(\(front(.priceLevel))=\"\",\"\",\" \"&\(front(.priceLevel))&\" p/l\")",
        value: .text(UnitHeader.text(unit: unit, priceLevel: level))),
      at: CellAddress(row: LineRows.unit, column: 1), in: sheet, style: EntryStyles.subtitle)
    try writer.write(
      "Fortegn: besparelse og merindtægt −, udgift +.  Varige ændringer gælder sidste år og frem.",
      at: CellAddress(row: LineRows.unit, column: 4),
      in: sheet, style: EntryStyles.hint)
    let row = LineRows.header
    for (index, field) in EntryForm.lineColumns.enumerated() {
      let cell = CellAddress(row: row, column: index + 1)
      try writer.write(field.header, at: cell, in: sheet, style: EntryStyles.header)
      try explain(field.header, field.explanation, at: cell, in: sheet, &writer)
    }
    for (year, column) in zip(years, layout.yearColumns) {
      let cell = CellAddress(row: row, column: column)
      try writer.write(
        .number(DecimalNumber(mantissa: Int64(year), scale: 0)), at: cell, in: sheet,
        style: EntryStyles.yearHeader)
      try explain(String(year), EntryForm.yearExplanation, at: cell, in: sheet, &writer)
    }
    for (index, field) in EntryForm.sumColumns.enumerated() {
      let cell = CellAddress(row: row, column: layout.totalColumn + index)
      try writer.write(field.header, at: cell, in: sheet, style: EntryStyles.yearHeader)
      try explain(field.header, field.explanation, at: cell, in: sheet, &writer)
    }
    for (label, column) in zip(layout.basis.labels, layout.basisColumns) {
      try writer.write(
        label, at: CellAddress(row: row, column: column), in: sheet,
        style: EntryStyles.header.with { $0.isLocked = false })
    }
  }

  /// The section totals per year, as live formulas over whole columns.
  private func writeTotals(_ sheet: SheetHandle, _ layout: LineLayout, _ writer: inout XLSXWriter)
    throws(XLSXWriteError)
  {
    let totals = [
      (LineRows.permanent, LineSection.permanent, Wording.permanentTotal),
      (LineRows.implementation, .implementation, Wording.implementationTotal),
    ]
    for (row, section, text) in totals {
      try writeTotalLabel(text, row, sheet, layout, &writer)
      let sums = proposal.map { $0.yearSums(counted(section)) } ?? years.map { _ in .zero }
      for (column, sum) in zip(layout.yearColumns, sums) {
        let formula = layout.sum(ofColumn: column, section: section)
        try writer.write(
          .formula(formula, value: cached(sum)), at: CellAddress(row: row, column: column), in: sheet,
          style: EntryStyles.total)
      }
      try writer.defineName(rangeName("Økonomi", text), as: reference(layout.yearRange(row: row), on: .lines))
    }
    try writeTotalLabel(Wording.effect, LineRows.effect, sheet, layout, &writer)
    let both = counted(.permanent) + counted(.implementation)
    let sums = proposal?.yearSums(both) ?? years.map { _ in .zero }
    for (column, sum) in zip(layout.yearColumns, sums) {
      let letter = CellAddress.letters(ofColumn: column)
      try writer.write(
        .formula("=\(letter)\(LineRows.permanent)+\(letter)\(LineRows.implementation)", value: cached(sum)),
        at: CellAddress(row: LineRows.effect, column: column), in: sheet, style: EntryStyles.total)
    }
    try writer.defineName(
      rangeName("Økonomi", Wording.effect), as: reference(layout.yearRange(row: LineRows.effect), on: .lines))
    try writeRowTotals(sheet, layout, &writer)
    let cells = CellRange(
      CellAddress(row: LineRows.permanent, column: layout.yearColumns.first ?? layout.totalColumn),
      CellAddress(row: LineRows.effect, column: layout.totalColumn + 1))
    try showWholeNumbers(cells, in: sheet, &writer)
  }

  /// The lines of a section that the totals count.
  private func counted(_ section: LineSection) -> [Line] {
    (proposal?.lines(in: section) ?? []).filter { !LineCheck.isSum($0) }
  }

  private func writeTotalLabel(
    _ text: String, _ row: Int, _ sheet: SheetHandle, _ layout: LineLayout, _ writer: inout XLSXWriter
  ) throws(XLSXWriteError) {
    for column in 1..<(layout.yearColumns.first ?? layout.totalColumn) {
      try writer.write(
        column == 1 ? .text(text) : .blank, at: CellAddress(row: row, column: column), in: sheet,
        style: EntryStyles.totalLabel)
    }
    for column in [layout.totalColumn, layout.totalColumn + 1] {
      try writer.write(.blank, at: CellAddress(row: row, column: column), in: sheet, style: EntryStyles.total)
    }
  }

  /// The total over the years of the implementation costs, and the last year of the permanent changes.
  private func writeRowTotals(_ sheet: SheetHandle, _ layout: LineLayout, _ writer: inout XLSXWriter)
    throws(XLSXWriteError)
  {
    guard let last = layout.yearColumns.last, let first = layout.yearColumns.first else { return }
    func letter(_ column: Int) -> String { CellAddress.letters(ofColumn: column) }
    let costs = counted(.implementation).map(\.total).sum()
    try writer.write(
      .formula(
        "=SUM(\(letter(first))\(LineRows.implementation):\(letter(last))\(LineRows.implementation))",
        value: cached(costs)),
      at: CellAddress(row: LineRows.implementation, column: layout.totalColumn), in: sheet,
      style: EntryStyles.total)
    let effect = counted(.permanent).compactMap { $0.figures.last?.amount }.sum()
    try writer.write(
      .formula("=\(letter(last))\(LineRows.permanent)", value: cached(effect)),
      at: CellAddress(row: LineRows.permanent, column: layout.totalColumn + 1), in: sheet,
      style: EntryStyles.total)
  }

  /// Over the checks of the lines: how many are to be looked at, and whether the unit is one that is known.
  private func writeCheckOfAll(
    _ check: LineCheck, _ sheet: SheetHandle, _ layout: LineLayout, _ writer: inout XLSXWriter
  ) throws(XLSXWriteError) {
    let (formula, text) = check.summary(layout)
    try writer.write(
      .formula(formula, value: .text(text)),
      at: CellAddress(row: LineRows.effect, column: layout.checkColumn), in: sheet, style: EntryStyles.check)
    let unit = "\(EntrySheet.front.rawValue)!$B$\(EntryWriter.frontCell(.unit).row)"
    try writer.write(
      .formula(
        "=IF(OR(\(unit)=\"\",COUNTIF(\(ChoiceList.units.rangeName),\(unit))>0),\"\",\"Måleenhed?\")",
        value: .text("")),
      at: CellAddress(row: LineRows.implementation, column: layout.checkColumn), in: sheet,
      style: EntryStyles.check)
    let cells = CellRange(
      CellAddress(row: LineRows.permanent, column: layout.checkColumn),
      CellAddress(row: LineRows.first + Proposal.maximumLines - 1, column: layout.checkColumn))
    let first = cells.from.description
    let fine = LineCheck.Message.fine.rawValue
    try writer.formatConditionally(
      cells, where: "AND(\(first)<>\"\",\(first)<>\"\(fine)\",\(first)<>\"\(EntryForm.checkHeader)\")",
      style: EntryStyles.flagged, in: sheet)
  }

  private func writeLine(
    _ index: Int, _ check: LineCheck, _ sheet: SheetHandle, _ layout: LineLayout,
    _ writer: inout XLSXWriter
  ) throws(XLSXWriteError) {
    let row = LineRows.first + index
    if let height = rowHeight(layout, index) { try writer.setRow(row, of: sheet, height: height) }
    let line = layout.lines.indices.contains(index) ? layout.lines[index] : nil
    for (column, field) in EntryForm.lineColumns.enumerated() {
      let content = line.map { lineContent(field.key, $0) } ?? .blank
      try writer.write(
        content, at: CellAddress(row: row, column: column + 1), in: sheet, style: style(field.kind))
    }
    for (position, column) in layout.yearColumns.enumerated() {
      let figure = line.map { content($0.figures[position]) } ?? .blank
      try writer.write(
        figure, at: CellAddress(row: row, column: column), in: sheet, style: EntryStyles.amount)
    }
    try writer.write(
      .formula(layout.rowTotal(row), value: layout.isSummed(line) ? cached(line?.total ?? .zero) : .text("")),
      at: CellAddress(row: row, column: layout.totalColumn), in: sheet, style: EntryStyles.rowSum)
    try writer.write(
      .formula(
        layout.rowFullEffect(row),
        value: line?.section == .permanent ? cached(line?.figures.last?.amount ?? .zero) : .text("")),
      at: CellAddress(row: row, column: layout.totalColumn + 1), in: sheet, style: EntryStyles.rowSum)
    try writer.write(
      .formula(check.formula(row: row, layout), value: .text(check.message(of: index)?.rawValue ?? "")),
      at: CellAddress(row: row, column: layout.checkColumn), in: sheet, style: EntryStyles.check)
    let entries = layout.basis.row(index)
    for (text, column) in zip(entries, layout.basisColumns) {
      try writer.write(
        basisContent(text), at: CellAddress(row: row, column: column), in: sheet, style: EntryStyles.weight)
    }
  }

  /// The height of a row whose words need more than one line.
  private func rowHeight(_ layout: LineLayout, _ index: Int) -> Double? {
    guard layout.lines.indices.contains(index) else { return nil }
    let line = layout.lines[index]
    return TextHeight.ofRow(
      EntryForm.lineColumns.map { field in
        (words(field.key, line), width(field, layout))
      })
  }

  private func width(_ field: FormField<LineField>, _ layout: LineLayout) -> Double {
    layout.width(of: field) { words(field.key, $0) }
  }

  private func words(_ field: LineField, _ line: Line) -> String? {
    if case .text(let text) = lineContent(field, line) { text } else { nil }
  }

  private func lineContent(_ field: LineField, _ line: Line) -> CellContent {
    switch field {
    case .id: return content(line.id)
    case .section: return content(line.section.rawValue)
    case .text: return content(line.text)
    case .tableOneItem: return content(line.tableOneItem)
    case .delivery: return content(line.delivery)
    case .controlArea: return content(line.controlArea?.rawValue)
    case .committee: return content(line.committee)
    case .unit: return content(line.unit)
    case .appropriation: return content(line.account?.cells.0)
    case .profitCentre: return content(line.account?.cells.1)
    case .rule: return content(line.rule?.spelling)
    case .condition: return content(line.condition == .ifAdopted ? nil : line.condition.rawValue)
    case .administration: return content(line.administration?.rawValue)
    case .innovationPool: return content(line.innovationPool ? "X" : nil)
    case .total, .fullyPhasedIn, .check: return .blank
    }
  }

  /// A number where the text is one in plain notation, so that people can calculate with it; else the text.
  private func basisContent(_ text: String?) -> CellContent {
    guard let text else { return .blank }
    let stored = text.replacing(",", with: ".")
    let isPlain =
      text.utf8.allSatisfy { (48...57).contains($0) || $0 == 44 || $0 == 45 } && text.utf8.count < 15
    if isPlain, let number = DecimalNumber(stored: stored), CellText.number(number.description) == text {
      return .number(number)
    }
    return .text(text)
  }

  /// Drop-downs, and amounts that are numbers, a dash or nothing.
  private func validateLines(_ sheet: SheetHandle, _ layout: LineLayout, _ writer: inout XLSXWriter)
    throws(XLSXWriteError)
  {
    let last = LineRows.first + Proposal.maximumLines - 1
    for (index, field) in EntryForm.lineColumns.enumerated() {
      let range = CellRange(
        CellAddress(row: LineRows.first, column: index + 1), CellAddress(row: last, column: index + 1))
      try validate(range, list: field.list, in: sheet, &writer)
    }
    guard let first = layout.yearColumns.first, let end = layout.yearColumns.last else { return }
    let range = CellRange(
      CellAddress(row: LineRows.first, column: first), CellAddress(row: last, column: end))
    let cell = range.from.description
    try writer.validate(
      range,
      with: DataValidation(
        .custom("=OR(ISNUMBER(\(cell)),\(cell)=\"-\",\(cell)=\"\")"), severity: .warning,
        errorTitle: "Ikke et beløb",
        errorMessage:
          "Skriv et tal i \(unit.rawValue), - eller lad cellen stå tom. Vil du beholde det skrevne alligevel?"
      ),
      in: sheet)
    let sums = CellRange(
      CellAddress(row: LineRows.first, column: first), CellAddress(row: last, column: layout.totalColumn + 1))
    try showWholeNumbers(sums, in: sheet, &writer)
  }
}
