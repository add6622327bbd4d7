import AllocationTables
import Findings
import Forms
import ProposalModel
import Spreadsheet

/// What is kept as it was printed, although nothing is computed from it: the rows of Tabel 1 that are no lines, the
/// administration table, the deliveries' own tables and the tables by delivery. It is compared with the lines.
extension EntryImporter {
  // MARK: The sheet `Delsummer`

  mutating func readPrintedRows() {
    guard
      let sheet = workbook.sheets.first(where: {
        EntrySpelling.isSame($0.name, EntryForm.printedRowsSheet)
      }),
      var table = LocatedTable(EntryForm.printedRowColumns, in: sheet, minimum: 2, expectsYears: true)
    else { return }
    if table.columns[.text] == nil {
      table.columns[.text] = table.others.first { UnitHeader($0.header) != nil }?.column ?? 1
    }
    for (year, column) in table.years {
      totals.append(
        (place(sheet, CellAddress(row: table.headerRow, column: column)), RoleMark(.year, year: year)))
      expected.append(
        RoleMarks.YearColumn(
          file: file, sheet: place(sheet, nil).sheet, column: column,
          rows: table.headerRow + 1...max(sheet.rowCount, table.headerRow + 1)))
    }
    for row in sheet.rows where row.number > table.headerRow { readPrintedRow(row, sheet, table: table) }
  }

  private mutating func readPrintedRow(
    _ row: Row, _ sheet: Sheet, table: LocatedTable<PrintedRowField>
  ) {
    func words(_ field: PrintedRowField) -> String? { CellText.text(row.cell(table.columns[field])) }
    guard let text = words(.text) else { return }
    let cells = proposal.years.map { year in
      table.years.first { $0.year == year }.flatMap { row.cell($0.column) }
    }
    let word = words(.kind) ?? ""
    guard
      let kind = EntryForm.printedRowKinds.first(where: { EntrySpelling.isSame($0.word, word) })?.kind
    else {
      let numbers = cells.compactMap { $0 }.filter(LooseNumber.isNumber)
      if !numbers.isEmpty {
        report(
          LooseNumber.unread(
            numbers, "»\(word)« i kolonnen Slags er hverken Delsum, Total, Heraf eller Måltal",
            at: place(sheet, nil)))
      }
      return
    }
    let section = words(.section).flatMap {
      EntrySpelling.choice($0, in: EntryForm.sectionSpellings)?.value
    }
    let area = words(.controlArea).flatMap { ControlArea(spelling: $0) }
    noteTotal(cells, kind == .target ? .target : kind == .memo ? .memo : .total, on: sheet)
    let figures = comparePrinted(cells, kind, section: section, area: area, text: text, on: sheet)
    let place = words(.place) ?? ""
    proposal.tableOneRows.append(
      TableOneRow(
        KeptRow(kind, section: section, text: text, controlArea: area, figures: figures),
        linesAbove: Int(place.prefix { $0.isASCII && $0.isNumber }) ?? .max,
        isBelowTotal: place.lowercased().contains(EntryForm.belowTotal)))
  }

  /// The figures of a printed row; a subtotal or total that is not the sum of its lines is told.
  private mutating func comparePrinted(
    _ cells: [Cell?], _ kind: KeptRowKind, section: LineSection?, area: ControlArea?, text: String,
    on sheet: Sheet
  ) -> [Figure] {
    guard kind == .subtotal || kind == .total, cells.contains(where: { $0?.formula == nil && $0 != nil })
    else { return figures(cells, on: sheet) }
    let sections = section.map { [$0] } ?? [.permanent, .implementation]
    let lines = sections.flatMap { proposal.lines(in: $0) }.filter { area == nil || $0.controlArea == area }
    let before = findings.count
    let typed = compareTyped(
      cells, with: proposal.yearSums(lines), label: text, code: .totalDiffers, on: sheet)
    if let typed { return typed }
    findings.removeLast(findings.count - before)
    return figures(cells, on: sheet)
  }

  // MARK: Tables of their own

  /// Keeps the tables of a sheet, if all of them are of the kinds that only show the lines again; `false` leaves
  /// the sheet to be told.
  mutating func takeKept(_ read: SheetTables) -> Bool {
    let filled = read.tables.filter { $0.rows.contains(where: \.hasMoney) }
    let kept = filled.compactMap { table in KeptRows.kept(table).map { (table: table, kept: $0) } }
    guard !filled.isEmpty, kept.count == filled.count else { return false }
    proposal.keptTables += kept.map(\.kept)
    self.kept.tables += filled
    self.kept.regions += read.regions.map { ReadRegion($0, in: read.grid, file: file) }
    for finding in read.findings { report(finding) }
    return true
  }

  /// Compares the kept tables with the lines: they show the same money, and what stands only there is in no sum.
  mutating func compareKept() {
    let deliveries = kept.tables.filter { $0.kind == .delivery }
    for section in [LineSection.permanent, .implementation] {
      compareKept(deliveries, section, nil, "leverancernes \(EntryImporter.words(of: section))")
    }
    for table in kept.tables {
      switch table.kind {
      case .permanent(let area)?:
        compareKept([table], .permanent, area, EntryImporter.words(of: .permanent))
      case .investment(let area)?:
        compareKept([table], .implementation, area, EntryImporter.words(of: .implementation))
      case .administration?: compareAdministration(table)
      default: continue
      }
    }
  }

  private static func words(of section: LineSection) -> String {
    section == .permanent ? "varige ændringer" : "implementering"
  }

  private mutating func compareKept(
    _ tables: [ReadTable], _ section: LineSection, _ area: ControlArea?, _ what: String
  ) {
    guard let last = tables.last else { return }
    let lines = proposal.lines(in: section).filter { area == nil || $0.controlArea == area }
    let sums = proposal.yearSums(lines)
    let isDelivery = last.kind == .delivery
    let rows = tables.map { table in
      (table, table.rows.filter { $0.row.kind == .line && (!isDelivery || $0.row.section == section) })
    }
    report(
      gaps: proposal.years.indices.map { index in
        let year = proposal.years[index]
        let stated = rows.flatMap { table, rows in rows.map { EntryImporter.amount($0, table, year) } }.sum()
        return YearGap(year: year, stated: stated, expected: sums[index], addends: lines.count)
      }, of: last, what: what)
  }

  /// An administration table shows the lines that are marked for it, and no more than the change in Service.
  private mutating func compareAdministration(_ table: ReadTable) {
    let marked = proposal.lines(in: .permanent).filter { $0.administration != nil }
    let lines = table.rows.filter { $0.row.kind == .line }
    func stated(_ year: Int) -> Amount { lines.map { EntryImporter.amount($0, table, year) }.sum() }
    if !marked.isEmpty {
      let sums = proposal.yearSums(marked)
      return report(
        gaps: proposal.years.indices.map {
          YearGap(year: proposal.years[$0], stated: stated(proposal.years[$0]), expected: sums[$0])
        }, of: table, what: "linjerne, der er mærket Administration")
    }
    let net = proposal.yearSums(proposal.lines(in: .permanent).filter { $0.controlArea == .service })
    let gross = proposal.years.indices.compactMap { index -> YearGap? in
      let found = stated(proposal.years[index])
      guard found < .zero, (found - net[index]).oere < -table.unit.oere else { return nil }
      return YearGap(year: proposal.years[index], stated: found, expected: net[index])
    }
    guard !gross.isEmpty else { return }
    let cell = table.captionCell ?? table.headerCell
    report(
      Catalogue.administrationGross(
        table.name, gross, unit: table.unit, at: table.place(cell), cells: [cell]))
  }

  private mutating func report(gaps: [YearGap], of table: ReadTable, what: String) {
    let off = gaps.filter { $0.stated != $0.expected }
    guard !off.isEmpty else { return }
    let isRounding = off.allSatisfy { ($0.stated - $0.expected).magnitude.oere <= table.unit.oere }
    let cell = table.captionCell ?? table.headerCell
    report(
      Catalogue.tablesDiffer(
        table.name, off, unit: table.unit, code: isRounding ? .tablesRounding : .tablesDiffer, what: what,
        against: "Økonomi", suggestion: nil, at: table.place(cell), cells: [cell]))
  }

  private static func amount(_ row: ReadRow, _ table: ReadTable, _ year: Int) -> Amount {
    table.years.firstIndex(of: year).flatMap { row.amount($0) } ?? .zero
  }
}
