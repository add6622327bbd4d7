import AllocationTables
import Findings
import Forms
import ProposalModel
import Spreadsheet

/// Reads the long CSV of an export: one row per amount, with the table, the line and the year beside it.
/// Columns are found by their headers; the rows may stand in any order.
package struct LongTables {
  /// The columns, by the headers of ``LongTableCSV``.
  private enum Column: String, CaseIterable {
    case proposal = "Forslag"
    case table = "Tabel"
    case section = "Afsnit"
    case line = "Linje"
    case text = "Tekst"
    case committee = "Udvalg"
    case unit = "Enhed"
    case appropriation = "Bevilling"
    case profitCentre = "Profitcenter"
    case controlArea = "Styringsområde"
    case condition = "Gælder"
    case year = "År"
    case amount = "Beløb"
    case amountUnit = "Måleenhed"
    case priceLevel = "P/l"
    case rule = "Fordeling"
    case administration = "Administration"
    case innovationPool = "Innovationspulje"
    case caption = "Overskrift"
    case origin = "Oprindelse"
  }

  /// What was read before of the same words.
  private struct Known {
    /// The rows of each identity.
    var rows: [Identity: [Int]] = [:]
    /// What a caption says, read once.
    var captions: [String: TableWords.Caption?] = [:]

    mutating func caption(_ text: String) -> TableWords.Caption? {
      if let known = captions[text] { return known }
      let caption = TableWords.caption(text)
      captions[text] = .some(caption)
      return caption
    }
  }

  /// What tells a row of a table from the others: everything but year and amount.
  private struct Identity: Hashable {
    var proposal: String
    var texts: [String]
  }

  private let grid: SheetGrid
  private let file: String?
  private let header: Int
  private let columns: [Column: Int]

  /// A long CSV by the four headers that nothing else has together; `nil` for any other sheet.
  init?(_ workbook: Workbook, file: String?, isPlainText: Bool) {
    guard workbook.sheets.count == 1, let sheet = workbook.sheets.first else { return nil }
    grid = SheetGrid(sheet, isPlainText: isPlainText)
    self.file = file
    guard let row = grid.rowNumbers.first else { return nil }
    var columns: [Column: Int] = [:]
    for cell in grid.cells(row) {
      let key = Spelling.key(SheetGrid.text(cell))
      if let column = Column.allCases.first(where: { Spelling.key($0.rawValue) == key }),
        columns[column] == nil
      {
        columns[column] = cell.address.column
      }
    }
    guard [Column.proposal, .table, .year, .amount].allSatisfy({ columns[$0] != nil }) else { return nil }
    header = row
    self.columns = columns
  }

  /// The proposals of the file, each with its tables, in the order of their first rows.
  package func read() -> [ReadTables] {
    var proposals: [ReadTables] = []
    var places: [String: Int] = [:]
    var known = Known()
    for row in grid.rowNumbers where row > header && !isEmpty(row) {
      let id = text(.proposal, row)
      let place = places[id] ?? proposals.count
      if place == proposals.count {
        places[id] = place
        proposals.append(ReadTables(file: file, id: id.isEmpty ? "uden-nummer" : id))
      }
      take(row, into: &proposals[place], known: &known)
    }
    let ofColumns = columnFindings()
    for index in proposals.indices {
      if index == 0 { proposals[index].findings += ofColumns }
      proposals[index].hasPlaceForPayback = false
      proposals[index].tables = proposals[index].tables.map { LongTables.complete($0) }
    }
    return proposals
  }

  /// Takes an amount into the row it belongs to: the first with the same words that has none for the year
  /// yet.
  private func take(_ number: Int, into read: inout ReadTables, known: inout Known) {
    let yearText = text(.year, number)
    guard let year = Int(yearText), Spelling.years.contains(year) else {
      let here = place(.year, number)
      read.findings.append(
        Catalogue.yearUnreadable(
          yearText, amounts: [text(.amount, number)], meant: nil, at: here,
          cells: [here.cell, place(.amount, number).cell].compactMap { $0 }))
      return
    }
    guard let kind = kind(number, &known) else {
      read.findings.append(
        Catalogue.moneyUnread(
          [text(.amount, number)],
          "»\(text(.table, number))« er ingen af formularens tabeller (1, A–E, Fordeling eller et nummer med Afsnit)",
          at: place(.table, number),
          cells: [place(.table, number).cell, place(.amount, number).cell].compactMap { $0 }))
      return
    }
    guard isAdopted(number, kind, read: &read) else { return }
    tellSection(number, kind, read: &read)
    mark(.year, number, mark: RoleMark(.year, year: year), in: &read)
    mark(.priceLevel, number, mark: RoleMark(.year, reason: "p/l"), in: &read)
    for column in [Column.appropriation, .profitCentre] {
      mark(column, number, mark: RoleMark(.account), in: &read)
    }
    mark(.table, number, mark: RoleMark(.outside, reason: "tabellens nummer"), in: &read)
    let table = index(of: kind, number, in: &read)
    let column = column(of: year, number, in: &read.tables[table])
    let identity = Identity(
      proposal: read.id,
      texts: Column.allCases.filter { ![.year, .amount].contains($0) }.map { text($0, number) })
    let row: Int
    if let open = known.rows[identity]?.first(where: {
      read.tables[table].rows[$0].figureCells[column].isEmpty
    }) {
      row = open
    } else if let first = known.rows[identity]?.first {
      // Everything but the amount is the same: the row was pasted twice, and its money counts once.
      let other = read.tables[table].rows[first].figureCells[column]
      read.findings.append(
        Catalogue.amountRepeated(
          text(.text, number), year, [text(.amount, number)], other: other, at: place(.amount, number)))
      read.marks.append((place(.amount, number), RoleMark(.finding, reason: "line-repeated")))
      return
    } else {
      row = read.tables[table].rows.count
      read.tables[table].rows.append(readRow(number, kind, count: read.tables[table].statedYears.count))
      known.rows[identity, default: []].append(row)
    }
    fill(&read, table: table, row: row, column: column, from: number)
    compareHeader(&read, table: table, row: row, column: column, with: number)
  }

  /// Tells what the number in a cell is for. Cells of words need no role, and a long file has one in most of its
  /// cells.
  private func mark(_ column: Column, _ row: Int, mark: RoleMark, in read: inout ReadTables) {
    guard let cell = columns[column].flatMap({ grid.cell(row, $0) }), NumberLedger.isNumber(cell) else {
      return
    }
    read.marks.append((place(column, row), mark))
  }

  /// Whether a row counts if the proposal is adopted, or stands in Tabel C; else it is told and not read.
  private func isAdopted(_ number: Int, _ kind: BudgetTableKind, read: inout ReadTables) -> Bool {
    guard let words = optional(.condition, number) else { return true }
    guard let condition = EntrySpelling.choice(words, in: EntryForm.conditionSpellings)?.value else {
      let here = place(.condition, number)
      read.findings.append(
        Catalogue.conditionUnknown(
          words, among: LineCondition.allCases.map(\.rawValue), at: here,
          cells: [here.cell, place(.amount, number).cell].compactMap { $0 }))
      return false
    }
    if condition == .ifAdopted || kind == .allocation(.budgetEffectIfNotAdopted) { return true }
    let here = place(.amount, number)
    read.findings.append(
      Catalogue.moneyUnread(
        [text(.amount, number)], "»\(words)« hører til Tabel C", at: here,
        cells: [here.cell].compactMap { $0 }))
    return false
  }

  /// A row of Tabel 1 with money and without a section that can be read belongs to no sum; a stated total has
  /// none.
  private func tellSection(_ number: Int, _ kind: BudgetTableKind, read: inout ReadTables) {
    guard kind == .tableOne, section(number) == nil, TableWords.exactRow(text(.text, number)) == nil,
      let amount = optional(.amount, number), amount != "0"
    else { return }
    tellOnce(
      &read,
      Catalogue.sectionMissing(
        text(.text, number), found: optional(.section, number),
        at: place(columns[.section] == nil ? .text : .section, number)))
  }

  /// Columns that the long CSV does not know: what stands in them is not read.
  private func columnFindings() -> [Finding] {
    var findings: [Finding] = []
    if columns[.amountUnit] == nil {
      findings.append(
        Catalogue.columnMissing(
          Column.amountUnit.rawValue, at: Place(file: file, sheet: grid.name).at(SheetGrid.address(header, 1))
        ))
    }
    for cell in grid.cells(header) where !columns.values.contains(cell.address.column) {
      let column = cell.address.column
      let heading = SheetGrid.text(cell)
      let below = grid.rowNumbers.filter { $0 > header }.compactMap { grid.cell($0, column) }
      let numbers = below.filter(LooseNumber.isNumber)
      let place = Place(file: file, sheet: grid.name).at(cell.address.description)
      if !numbers.isEmpty, Column.allCases.contains(where: { Spelling.same($0.rawValue, heading) }) {
        findings.append(LooseNumber.unread(numbers, "kolonnen »\(heading)« står to gange", at: place.at(nil)))
      } else if !numbers.isEmpty, !LooseNumber.isBasis(heading) {
        findings.append(Catalogue.ownColumn(heading, sum: LooseNumber.sum(numbers), at: place))
      } else if below.contains(where: {
        EntrySpelling.choice(SheetGrid.text($0), in: EntryForm.conditionSpellings) != nil
      }) {
        findings.append(Catalogue.columnMissing(Column.condition.rawValue, nearest: heading, at: place))
      }
    }
    return findings
  }

  /// Unit and price level of a row must be those of its table's first row; one finding of each per table.
  private func compareHeader(
    _ read: inout ReadTables, table: Int, row: Int, column: Int, with number: Int
  ) {
    let first = read.tables[table]
    let unit = text(.amountUnit, number)
    if !Spelling.same(unit, first.headerText) {
      read.tables[table].rows[row].unreadable.insert(column)
      tellOnce(&read, Catalogue.unitsMixed(unit, first.headerText, at: place(.amountUnit, number)))
    }
    let level = text(.priceLevel, number)
    if let stated = first.priceLevel, let other = Int(level), stated != other {
      tellOnce(&read, Catalogue.levelsMixed(level, String(stated), at: place(.priceLevel, number)))
    }
  }

  private func tellOnce(_ read: inout ReadTables, _ finding: Finding) {
    let isTold = read.findings.contains { $0.code == finding.code && $0.message == finding.message }
    if !isTold { read.findings.append(finding) }
  }

  private func fill(_ read: inout ReadTables, table: Int, row: Int, column: Int, from number: Int) {
    var reader = FigureReader(grid, file: file, unit: read.tables[table].unit)
    if let amount = columns[.amount] { reader.read(row: number, columns: [amount]) }
    read.findings += reader.findings
    let remarks = grid.remarks(number, besides: Set(columns.values))
    read.tables[table].rows[row].remarks += remarks
    let unit = read.tables[table].unit
    let texts =
      remarks
      + [place(.text, number).cell.map { RowRemark(text: text(.text, number), cell: $0) }].compactMap { $0 }
    for text in texts {
      let reading = UnitReading.aside(in: text.text)
      guard reading != .none, reading.unit != unit,
        !read.findings.contains(where: { $0.code == .unitUnreadable && $0.found == text.text })
      else { continue }
      read.findings.append(
        Catalogue.unitContradicts(text.text, unit, at: Place(file: file, sheet: grid.name, cell: text.cell)))
    }
    read.tables[table].rows[row].row.figures[column] = reader.figures.first ?? .blank
    read.tables[table].rows[row].figureCells[column] = place(.amount, number).cell ?? ""
    if !reader.unreadable.isEmpty { read.tables[table].rows[row].unreadable.insert(column) }
  }

  /// The table of a row; a new one where the code comes for the first time.
  private func index(of kind: BudgetTableKind, _ row: Int, in read: inout ReadTables) -> Int {
    let code = kind == .tableOne ? "1" : text(.table, row)
    if let index = read.tables.firstIndex(where: { $0.code == code }) { return index }
    let caption = optional(.caption, row) ?? "Tabel \(code). " + Wording.caption(of: kind)
    var table = ReadTable(
      kind: kind, caption: caption, file: file, sheet: grid.name,
      headerCell: SheetGrid.address(header, columns[.amount] ?? 1))
    table.code = code
    table.captionCell = place(.table, row).cell
    table.area = optional(.caption, row).flatMap(TableWords.area)
    table.computedRemark = optional(.origin, row).flatMap { ComputedMark(reading: $0) == nil ? nil : $0 }
    let unit = UnitReading(text(.amountUnit, row))
    table.unit = unit.unit ?? .thousandKroner
    if unit.unit == nil, !text(.amountUnit, row).isEmpty {
      tellOnce(&read, Catalogue.unitUnreadable(text(.amountUnit, row), at: place(.amountUnit, row)))
    }
    table.headerText = text(.amountUnit, row)
    table.priceLevel = Int(text(.priceLevel, row))
    table.levelCell = place(.priceLevel, row).cell
    table.hasAreaColumn = columns[.controlArea] != nil
    table.hasAccountColumn =
      (columns[.appropriation] != nil || columns[.profitCentre] != nil) && hasAccounts(kind, caption)
    read.tables.append(table)
    return read.tables.count - 1
  }

  /// Whether the rows of such a table have accounts at all; the columns stand over every table.
  private func hasAccounts(_ kind: BudgetTableKind, _ caption: String) -> Bool {
    switch kind {
    case .tableOne, .delivery, .administration, .allocation(.distribution): false
    case .permanent, .investment: !TableWords.isByDelivery(caption)
    case .loan, .allocation: true
    }
  }

  /// The column of a year; years come in any order and are sorted at the end.
  private func column(of year: Int, _ row: Int, in table: inout ReadTable) -> Int {
    if let column = table.statedYears.firstIndex(of: year) { return column }
    table.statedYears.append(year)
    table.yearCells.append(place(.year, row).cell ?? "")
    for index in table.rows.indices {
      table.rows[index].row.figures.append(.blank)
      table.rows[index].figureCells.append("")
    }
    return table.statedYears.count - 1
  }

  /// The table with its years rising; a year that a row lacks has the cell of its first amount.
  private static func complete(_ table: ReadTable) -> ReadTable {
    var table = table
    let order = table.statedYears.indices.sorted { table.statedYears[$0] < table.statedYears[$1] }
    table.years = order.map { table.statedYears[$0] }
    table.statedYears = table.years
    table.yearCells = order.map { table.yearCells[$0] }
    for index in table.rows.indices {
      let row = table.rows[index]
      let some = row.figureCells.first { !$0.isEmpty } ?? ""
      table.rows[index].row.figures = order.map { row.row.figures[$0] }
      table.rows[index].figureCells = order.map { row.figureCells[$0].isEmpty ? some : row.figureCells[$0] }
      table.rows[index].unreadable = Set(order.indices.filter { row.unreadable.contains(order[$0]) })
    }
    return table
  }

  // MARK: One row

  private func kind(_ row: Int, _ known: inout Known) -> BudgetTableKind? {
    let code = text(.table, row)
    if code == "1" || Spelling.same(code, LongTableWords.target) { return .tableOne }
    if let table = AllocationTableKind.allCases.first(where: { Spelling.same($0.rawValue, code) }) {
      return .allocation(table)
    }
    if let text = optional(.caption, row), let caption = known.caption(text) { return caption.kind }
    guard Int(code) != nil else { return nil }
    let area = ControlArea(spelling: text(.controlArea, row))
    switch section(row) {
    case .permanent?:
      let isAdministration = [Wording.mainAccountSix, Wording.otherAdministration].contains {
        Spelling.same($0, text(.text, row))
      }
      return isAdministration ? .administration : .permanent(area)
    case .implementation?: return .investment(area)
    case .loan?: return .loan
    case nil: return nil
    }
  }

  private func section(_ row: Int) -> LineSection? {
    EntrySpelling.choice(text(.section, row), in: EntryForm.sectionSpellings)?.value
  }

  private func readRow(_ number: Int, _ kind: BudgetTableKind, count: Int) -> ReadRow {
    var row = TableRow(.line, text: text(.text, number), figures: Array(repeating: .blank, count: count))
    row.lineIDs = text(.line, number).split(separator: ",").map { Spelling.tidy(String($0)) }
    row.controlArea = ControlArea(spelling: text(.controlArea, number))
    row.account = Account(
      appropriation: optional(.appropriation, number), profitCentres: optional(.profitCentre, number))
    var read: ReadRow
    if case .allocation = kind {
      // The committee stands in the place of the text, as in the tables; what the column Tekst holds is
      // Besparelse or Omkostninger.
      row.part = TableWords.part(row.text)
      row.text = text(.committee, number)
      row.lineIDs = []
      if let table = kind.allocation, ![.budgetEffect, .budgetEffectIfNotAdopted].contains(table) {
        row.controlArea = nil
      }
      read = ReadRow(row, number: number, figureCells: Array(repeating: "", count: count))
      read.textCell = place(.committee, number).cell
    } else {
      row.section = section(number)
      switch TableWords.exactRow(row.text) {
      // With a name of its own, `Sum-afstemning` is a line as well as any.
      case .total? where row.lineIDs.isEmpty || TableWords.isUsualTotal(row.text): row.kind = .total
      case .memo?: row.kind = .memo
      default: break
      }
      if Spelling.same(text(.table, number), LongTableWords.target) { row.kind = .memo }
      row.administration = EntryForm.administrationSpellings[Spelling.key(text(.administration, number))]
      row.isFromInnovationPool = !text(.innovationPool, number).isEmpty
      read = ReadRow(row, number: number, figureCells: Array(repeating: "", count: count))
      read.textCell = place(.text, number).cell
      read.committeeText = optional(.committee, number)
      read.committeeCell = place(.committee, number).cell
      read.ruleText = optional(.rule, number)
      read.ruleCell = place(.rule, number).cell
    }
    read.unitText = text(.unit, number)
    read.unitCell = place(.unit, number).cell
    read.areaText = optional(.controlArea, number)
    read.areaCell = place(.controlArea, number).cell
    read.accountText = row.account?.printed
    read.accountCell = place(.appropriation, number).cell
    return read
  }

  private func text(_ column: Column, _ row: Int) -> String {
    columns[column].map { grid.text(row, $0) } ?? ""
  }

  private func optional(_ column: Column, _ row: Int) -> String? {
    let text = text(column, row)
    return text.isEmpty || text == "-" ? nil : text
  }

  private func isEmpty(_ row: Int) -> Bool { Column.allCases.allSatisfy { text($0, row).isEmpty } }

  private func place(_ column: Column, _ row: Int) -> Place {
    Place(file: file, sheet: grid.name, cell: columns[column].map { SheetGrid.address(row, $0) })
  }
}

extension BudgetTableKind {
  /// Which of A–E and Fordeling it is.
  fileprivate var allocation: AllocationTableKind? {
    if case .allocation(let kind) = self { kind } else { nil }
  }
}
