import AllocationTables
import Findings
import Forms
import ProposalModel
import Spreadsheet

/// The optional sheets `Tabel A` … `Tabel E` and `Fordeling`: rows that departments have filled in
/// themselves.
extension EntryImporter {
  mutating func readAllocations() {
    var read: [AllocationTableKind: Sheet] = [:]
    for sheet in workbook.sheets {
      let name = EntryImporter.withoutCopyNumber(sheet.name)
      let kind = AllocationTableKind.allCases.first {
        EntrySpelling.isSame(name, EntryForm.sheetName(of: $0))
      }
      if let kind, let first = read[kind] {
        report(
          Catalogue.tableRepeated(
            sheet.name, other: "arket »\(first.name)«", difference: EntryImporter.difference(first, sheet),
            at: place(sheet, CellAddress(row: 1, column: 1))))
      } else if let kind {
        read[kind] = sheet
        readAllocation(kind, sheet)
      } else if let further = EntryImporter.furtherDivision(sheet.name) {
        readAllocation(further, sheet)
      }
    }
  }

  /// A Fordeling of a further control area is called `Fordeling 2`.
  static func furtherDivision(_ name: String) -> AllocationTableKind? {
    AllocationTableKind.allCases.first {
      $0.isDivision && EntrySpelling.isSame(name, EntryForm.sheetName(of: $0) + " 2")
    }
  }

  /// The name of a sheet without what a spreadsheet adds to a copy: `Tabel B (2)` is `Tabel B`.
  static func withoutCopyNumber(_ name: String) -> String {
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "("),
      name[name.index(after: open)...].dropLast().allSatisfy(\.isNumber)
    else { return name }
    return String(name[..<open])
  }

  private mutating func readAllocation(_ kind: AllocationTableKind, _ sheet: Sheet) {
    guard var table = LocatedTable(EntryForm.allocationColumns, in: sheet, minimum: 2, expectsYears: true),
      let first = firstColumn(sheet, table)
    else {
      report(Catalogue.columnMissing("årstal, fx 2023", at: place(sheet, nil)))
      return
    }
    let level = readLevel(kind, sheet, table: table, column: first)
    reportCaptions(of: kind, sheet, above: table.headerRow)
    reportUnitsAside(sheet, header: table.headerRow, years: table.years.map(\.column))
    expectRoles(table, on: sheet)
    reportMisnamed(table, on: sheet) { content in
      switch content {
      case .area: table.columns[.controlArea] == nil
      case .unit: table.columns[.unit] == nil
      case .account: table.columns[.account] == nil && table.columns[.profitCentre] == nil
      case .condition, .rule: false
      }
    }
    alignYears(&table, sheet)
    let caption = CellText.text(sheet[CellAddress(row: 1, column: 1)]) ?? ""
    var stated = StatedAllocation(
      table: kind, controlArea: kind == .distribution ? ControlArea.named(in: caption) : nil,
      priceLevel: level, rows: [])
    let before = proposal.allocations.filter { $0.table == kind }.map(\.rows.count).reduce(0, +)
    for (year, column) in table.years {
      let address = CellAddress(row: table.headerRow, column: column)
      totals.append((place(sheet, address), RoleMark(.year, year: year)))
    }
    let merged = MergedWords(sheet)
    var committee: Recipient?
    for row in sheet.rows where row.number > table.headerRow {
      let name = CellText.text(row.cell(first))
      let yearCells = proposal.years.map { year in
        table.years.first { $0.year == year }.flatMap { row.cell($0.column) }
      }
      if let name, name.hasPrefix(Wording.computedMark) {
        stated.origin = .computed
        continue
      }
      if let name, EntryForm.isAllocationTotal(name) {
        noteTotal(yearCells, on: sheet)
        if let total = checkTypedTotal(row, name, stated, yearCells, on: sheet) {
          stated.totals.append(total)
        }
        continue
      }
      let account = account(row, table, sheet: sheet)
      let isFilled = account != nil || yearCells.contains { CellText.text($0) != nil || $0?.formula != nil }
      let unit = CellText.text(row.cell(table.columns[.unit]))
      let here = place(sheet, CellAddress(row: row.number, column: first))
      if name != nil || unit != nil {
        committee =
          isFilled
          ? rowRecipient(name, unit, under: committee, here)
          : quietRecipient(name, unit, last: committee, here: here)
      }
      let numbers = yearCells.compactMap { $0 }.filter(LooseNumber.isNumber)
      if isFilled, name == nil, unit == nil, merged.row(for: row.number, first) == row.number,
        !numbers.isEmpty
      {
        // The name above may be meant, or one that was forgotten; only a merged cell says which.
        report(
          Catalogue.committeeBlank(
            under: committee.flatMap { round?.name(of: $0.committee) }, at: here,
            cells: [here.cell].compactMap { $0 } + numbers.map(\.address.description)))
        continue
      }
      guard isFilled, let recipient = committee else { continue }
      let index = before + stated.rows.count
      note(kind, index, row: row, sheet: sheet, table: table, first: first)
      stated.rows.append(
        AllocationRow(
          recipient: recipient, part: part(row, sheet, kind: kind), account: account,
          controlArea: area(row, table, sheet: sheet),
          figures: figures(yearCells, on: sheet)))
    }
    if let other = proposal.allocations.first(where: {
      $0.table == kind && $0.controlArea == stated.controlArea && $0.isFilled
    }), stated.isFilled {
      report(
        Catalogue.tableRepeated(
          sheet.name, other: "arket »\(EntryForm.sheetName(of: kind))«",
          difference: other.rows == stated.rows ? nil : "begge deler penge af samme styringsområde",
          at: place(sheet, CellAddress(row: 1, column: 1))))
      return
    }
    proposal.allocations.append(stated)
  }

  /// A caption or note above the headings that names another table than the sheet does, or says that the rows hold
  /// in the other case of adoption: `Tabel C` on the sheet `Tabel B`. Which of the two is meant is not known.
  private mutating func reportCaptions(of kind: AllocationTableKind, _ sheet: Sheet, above header: Int) {
    for cell in sheet.cells where cell.address.row < header {
      guard case .text(let text) = cell.value, !text.hasPrefix(Wording.computedMark) else { continue }
      let code = TableWords.code(of: text)
      var named = AllocationTableKind.allCases.first { !$0.isDivision && $0.rawValue == code }
      if named == nil, case .allocation(let which)? = TableWords.caption(text)?.kind {
        // `Fordeling af anlægsinvesteringer` without a letter is Tabel D or the division that it follows.
        named = which.followed
      }
      let isOther = named.map { $0.followed != kind.followed } ?? false
      let saysRejected = kind != .budgetEffectIfNotAdopted && RejectionWords.areSaid(in: text)
      guard isOther || saysRejected else { continue }
      report(Catalogue.sheetContradicts(text, sheet: sheet.name, at: place(sheet, cell.address)))
    }
  }

  /// The column of the committees: the one whose header tells the unit, else the first.
  private func firstColumn(_ sheet: Sheet, _ table: LocatedTable<AllocationField>) -> Int? {
    if let column = table.columns[.recipient] { return column }
    if let other = table.others.first(where: { UnitHeader($0.header) != nil }) { return other.column }
    let used = Set(table.columns.values).union(table.years.map(\.column))
    return (1...(used.min() ?? 1)).first { !used.contains($0) }
  }

  private mutating func readLevel(
    _ kind: AllocationTableKind, _ sheet: Sheet, table: LocatedTable<AllocationField>, column: Int
  ) -> Int? {
    guard let cell = sheet[CellAddress(row: table.headerRow, column: column)], let text = CellText.text(cell)
    else { return nil }
    let here = place(sheet, cell.address)
    guard let header = UnitHeader(text) else {
      if UnitReading(text) == .unreadable { report(Catalogue.unitUnreadable(text, at: here)) }
      return nil
    }
    origins[.allocationLevel(kind)] = here
    if header.unit != unit { report(Catalogue.Entry.unitsDiffer(text, unit, at: here)) }
    if header.priceLevel == nil, header.namesLevel {
      report(Catalogue.Entry.priceLevelUnreadable(text, proposal.priceLevel, at: here))
    }
    return header.priceLevel
  }

  /// The recipient of a filled row; what the round does not know is reported.
  private mutating func rowRecipient(_ name: String?, _ unit: String?, under last: Recipient?, _ here: Place)
    -> Recipient?
  {
    let committee = name.flatMap { recipient($0, at: here) } ?? (name == nil ? last : nil)
    guard let unit else { return committee }
    guard let committee else { return name == nil ? recipient(unit, at: here) : nil }
    return recipient("\(committee.committee)/\(unit)", at: here)
  }

  /// The committee of an empty row, which the rows of its units may stand under.
  private mutating func quietRecipient(_ name: String?, _ unit: String?, last: Recipient?, here: Place)
    -> Recipient?
  {
    guard let name, case .recipient(let found, let exact)? = round?.read(name: name) else { return last }
    if !exact, let round { report(Catalogue.committeeReadAs(name, round.printedName(of: found), at: here)) }
    return found
  }

  private mutating func account(_ row: Row, _ table: LocatedTable<AllocationField>, sheet: Sheet)
    -> Account?
  {
    let cells = [row.cell(table.columns[.account]), row.cell(table.columns[.profitCentre])]
    for cell in cells {
      guard let cell, case .number(let stored) = cell.value, let number = DecimalNumber(stored: stored),
        number.scale > 0
      else { continue }
      report(Catalogue.accountUnresolved(CellText.number(stored), at: place(sheet, cell.address)))
      return nil
    }
    return Account(appropriation: CellText.text(cells[0]), profitCentres: CellText.text(cells[1]))
  }

  private mutating func area(_ row: Row, _ table: LocatedTable<AllocationField>, sheet: Sheet)
    -> ControlArea?
  {
    guard let cell = row.cell(table.columns[.controlArea]), let text = CellText.text(cell) else { return nil }
    if let area = ControlArea(spelling: text) { return area }
    let nearest = EntrySpelling.nearest(to: text, among: ControlArea.allCases.map(\.rawValue))
    report(Catalogue.controlAreaUnknown(text, nearest: nearest, at: place(sheet, cell.address)))
    return nil
  }

  /// Besparelse or Omkostninger, wherever in the row it stands.
  private func part(_ row: Row, _ sheet: Sheet, kind: AllocationTableKind) -> DistributionPart? {
    guard kind == .distribution else { return nil }
    return row.cells.compactMap { CellText.text($0) }.compactMap { text in
      DistributionPart.allCases.first { EntrySpelling.isSame($0.rawValue, text) }
    }.first
  }

  private mutating func note(
    _ kind: AllocationTableKind, _ index: Int, row: Row, sheet: Sheet,
    table: LocatedTable<AllocationField>, first: Int
  ) {
    func here(_ column: Int) -> Place { place(sheet, CellAddress(row: row.number, column: column)) }
    origins[.allocation(kind, index, .recipient)] = here(first)
    for (field, column) in table.columns {
      origins[.allocation(kind, index, field)] = here(column)
    }
    for (year, column) in table.years { origins[.allocationFigure(kind, index, year: year)] = here(column) }
  }

  /// Reports years over the table that are not those of the lines. As many columns as the lines have years
  /// are those years, in their order, so that one slip in a header is one finding; else a year that the lines
  /// do not have is not read.
  private mutating func alignYears(_ table: inout LocatedTable<AllocationField>, _ sheet: Sheet) {
    guard table.years.map(\.year) != proposal.years else { return }
    let slips = table.others.filter { EntryImporter.looksLikeYear($0.header) }.map {
      (year: 0, column: $0.column)
    }
    let columns = (table.years + slips).sorted { $0.column < $1.column }
    let isWhole = columns.count == proposal.years.count
    let odd = columns.enumerated().filter { index, column in
      isWhole ? column.year != proposal.years[index] : !proposal.years.contains(column.year)
    }.map { CellAddress(row: table.headerRow, column: $0.element.column) }
    let cells =
      odd.isEmpty ? columns.prefix(1).map { CellAddress(row: table.headerRow, column: $0.column) } : odd
    if isWhole { table.years = zip(proposal.years, columns).map { ($0, $1.column) } }
    guard let here = cells.first else { return }
    let found = cells.compactMap { CellText.text(sheet[$0]) }.joined(separator: ", ")
    report(
      Catalogue.Entry.yearsOfTableDiffer(
        found, from: proposal.years, isReadAsThose: isWhole, at: place(sheet, here),
        cells: cells.map(\.description)))
  }

  /// Every number below the headings must be a figure, a total or an account, or stand under a heading of the
  /// sender's own.
  private mutating func expectRoles(_ table: LocatedTable<AllocationField>, on sheet: Sheet) {
    guard sheet.rowCount > table.headerRow else { return }
    let own = table.others.filter { !EntryImporter.looksLikeYear($0.header) && UnitHeader($0.header) == nil }
    let numbers = numbersBelow(table.headerRow, on: sheet)
    for (header, column) in own {
      guard let cells = numbers[column] else { continue }
      let here = CellAddress(row: table.headerRow, column: column)
      if !LooseNumber.isBasis(header) {
        report(Catalogue.ownColumn(header, sum: LooseNumber.sum(cells), at: place(sheet, here)))
      }
      totals += cells.map {
        (place(sheet, $0.address), RoleMark(.quantity, reason: "egen kolonne »\(header)«"))
      }
    }
    let taken = Set(own.map(\.column)).union(
      [table.columns[.controlArea], table.columns[.unit]].compactMap { $0 })
    for column in numbers.keys.sorted() where !taken.contains(column) {
      expected.append(
        RoleMarks.YearColumn(
          file: file, sheet: place(sheet, nil).sheet, column: column,
          rows: table.headerRow + 1...sheet.rowCount))
    }
  }
}

extension AllocationTableKind {
  /// The table of A–E whose rows a division of investments states; each other table itself.
  fileprivate var followed: AllocationTableKind {
    switch self {
    case .capitalDistribution: .capitalInvestment
    case .serviceDistribution: .serviceInvestment
    default: self
    }
  }
}
