import Findings
import Forms
package import ProposalModel
package import Spreadsheet

/// The rows of `Økonomi`.
extension EntryImporter {
  mutating func readLines(_ sheet: Sheet, _ table: LocatedTable<LineField>) {
    let merged = MergedWords(sheet)
    let rows = sheet.rows.filter { $0.number > table.headerRow }.map { LineRow($0, table) }.filter {
      $0.isUsed && !isHeader($0, table)
    }.map { $0.withWords(of: merged, on: sheet, below: table.headerRow) }
    var ids = LineNames(rows: rows)
    judgeCurrency(rows, on: sheet, table: table)
    for row in rows {
      if row.section == nil, !row.hasMoney {
        if let cell = row.cell(.text), LooseNumber.isNumber(cell) {
          report(LooseNumber.unread([cell], "rækken har hverken afsnit eller tekst", at: place(sheet, nil)))
        } else if let text = row.text(.text) {
          let here = place(sheet, row.address(.text))
          report(
            RejectionWords.areSaid(in: text)
              ? Catalogue.textSaysRejection(text, at: here) : Catalogue.Entry.rowSkipped(text, at: here))
        }
        if row.hasOnlyText { continue }
      }
      if takeTotal(row, on: sheet, table) { continue }
      guard proposal.lines.count < Proposal.maximumLines else {
        report(Catalogue.Entry.tooManyLines(at: place(sheet, row.address(.text))))
        return
      }
      readLine(row, id: ids.take(row), on: sheet, table)
    }
    for (row, other, new) in ids.repeated {
      report(
        Catalogue.Entry.repeatedLine(
          row.text(.id) ?? "", other: other.address(.id)?.description ?? "", new: new,
          at: place(sheet, row.address(.id))))
    }
    reportHiddenMoney(rows, on: sheet, table)
    reportMisnamed(table, on: sheet) { content in
      let field: LineField =
        switch content {
        case .area: .controlArea
        case .unit: .unit
        case .account: .appropriation
        case .condition: .condition
        case .rule: .rule
        }
      return table.columns[field] == nil
    }
    reportUnitsAside(
      sheet, header: table.headerRow, years: table.years.map(\.column),
      besides: Set(table.others.filter { LooseNumber.hasOwnUnit($0.header) }.map(\.column)))
  }

  /// Texts and notes of a sheet that name another unit than the workbook's, wherever they stand. Cells under a
  /// heading of a basis (`sats`, `pris pr. stk.`) speak of that, and a heading of the sender's own of its own
  /// column.
  mutating func reportUnitsAside(
    _ sheet: Sheet, header: Int, years: [Int], besides columns: Set<Int> = []
  ) {
    for cell in sheet.cells where cell.formula == nil && !columns.contains(cell.address.column) {
      guard case .text(let text) = cell.value,
        cell.address.row != header || years.contains(cell.address.column)
      else { continue }
      let reading = UnitReading.aside(in: text)
      let here = place(sheet, cell.address)
      if reading != .none, reading.unit != unit, !findings.contains(where: { $0.isUnit(at: here) }) {
        report(Catalogue.unitContradicts(text, unit, at: here))
      }
    }
  }

  /// Notes on the front page and on the guide that name another unit than the workbook's; the field for it is judged
  /// by itself.
  mutating func reportUnits(ofFront front: FrontSheet?, besides field: String?) {
    for sheet in workbook.sheets where EntrySheet(key: EntrySpelling.key(sheet.name)) == .guide {
      reportUnits(ofGuide: sheet)
    }
    guard let front else { return }
    for cell in front.sheet.cells where cell.address.description != field && cell.formula == nil {
      guard case .text(let text) = cell.value, !EntryForm.front.contains(where: { $0.explanation == text })
      else { continue }
      let reading = UnitReading.aside(in: text)
      if reading != .none, reading.unit != unit {
        report(Catalogue.unitContradicts(text, unit, at: place(front.sheet, cell.address)))
      }
    }
  }

  /// Whether all amounts of the lines are shown with another unit than the workbook's, as by the currency
  /// button: then they are read as the heading says, with one warning.
  private mutating func judgeCurrency(_ rows: [LineRow], on sheet: Sheet, table: LocatedTable<LineField>) {
    let numbers = rows.flatMap { row in table.years.compactMap { row.cell(at: $0.column) } }.filter {
      if case .number = $0.value { true } else { false }
    }
    allowsCurrency =
      numbers.count > 1 && numbers.allSatisfy { FigureTrouble.showsOtherUnit($0, than: unit) }
    guard allowsCurrency, let first = numbers.first else { return }
    report(Catalogue.unitDoubtful(unit, at: place(sheet, first.address)))
  }

  /// The guide's own texts, of this and of earlier versions, speak of 1.000 kr. in whatever unit a workbook is, and so
  /// does one that explains the other unit beside it.
  private mutating func reportUnits(ofGuide sheet: Sheet) {
    for cell in sheet.cells where cell.formula == nil {
      guard case .text(let text) = cell.value, let named = UnitReading.aside(in: text).unit, named != unit,
        named != .thousandKroner, !text.contains("1.000 kr")
      else { continue }
      report(Catalogue.unitContradicts(text, unit, at: place(sheet, cell.address)))
    }
  }

  private func isHeader(_ row: LineRow, _ table: LocatedTable<LineField>) -> Bool {
    row.text(.section).map { EntrySpelling.isSame($0, "Afsnit") } == true
      && row.text(.text).map { EntrySpelling.isSame($0, "Tekst") } == true
  }

  private mutating func readLine(
    _ row: LineRow, id: String, on sheet: Sheet, _ table: LocatedTable<LineField>
  ) {
    for field in EntryForm.lineColumns {
      if let address = row.address(field.key) { origins[.line(id, field.key)] = place(sheet, address) }
    }
    for (year, column) in table.years {
      origins[.figure(id, year: year)] = place(sheet, CellAddress(row: row.number, column: column))
    }
    func here(_ field: LineField) -> Place { place(sheet, row.address(field)) }
    reportFormulas(row, sheet)
    let figures = figures(table.years.map { row.cell(at: $0.column) }, lineText: row.cell(.text), on: sheet)
    var line = Line(id: id, section: .permanent, text: row.text(.text) ?? "", figures: figures)
    if line.text.isEmpty, row.hasMoney { report(Catalogue.Entry.textMissing(at: here(.text))) }
    readSection(row, &line, here: here(.section))
    line.tableOneItem = row.text(.tableOneItem)
    line.delivery = row.text(.delivery)
    readArea(row, &line, here: here(.controlArea))
    readCommittee(row, &line, on: sheet)
    readAccount(row, &line, first: here(.appropriation), second: here(.profitCentre))
    line.rule = rule(row.cell(.rule), on: sheet)
    let numbers = reportNumbersAmongWords(row, on: sheet)
    if !numbers.contains(.condition) { readCondition(row, &line, here: here(.condition)) }
    reportRejection(row, &line, table: table, on: sheet)
    if !numbers.contains(.administration) { readAdministration(row, &line, here: here(.administration)) }
    line.innovationPool =
      !numbers.contains(.innovationPool)
      && tick(row.cell(.innovationPool), "Innovationspulje", on: sheet)
    for (header, column) in table.others {
      guard let text = CellText.text(row.cell(at: column)) else { continue }
      line.basis.append(BasisEntry(label: header, text: text))
      origins[.basis(id, heading: header)] = place(sheet, CellAddress(row: row.number, column: column))
    }
    checkRowTotals(row, line, on: sheet)
    proposal.lines.append(line)
  }

  /// Formulas without a result in cells of words; those of figures are reported with the figures.
  private mutating func reportFormulas(_ row: LineRow, _ sheet: Sheet) {
    for field in EntryForm.lineColumns {
      guard let cell = row.cell(field.key), let formula = cell.formula, cell.value == .empty else { continue }
      report(Catalogue.formulaWithoutValue(formula, at: place(sheet, cell.address)))
    }
  }

  private mutating func readSection(_ row: LineRow, _ line: inout Line, here: Place) {
    let text = row.text(.section)
    if let text, let (section, isExact) = EntrySpelling.choice(text, in: EntryForm.sectionSpellings) {
      line.section = section
      if !isExact { report(Catalogue.readAs(text, section.rawValue, at: here)) }
    } else {
      line.condition = .notCounted
      // Without the column there is nothing to fill in on the row: that is one finding, at the headings.
      if here.cell == nil { return }
      report(Catalogue.sectionMissing(line.text, found: text, at: here))
    }
  }

  private mutating func readArea(_ row: LineRow, _ line: inout Line, here: Place) {
    guard let text = row.text(.controlArea) else { return }
    line.controlArea = ControlArea(spelling: text)
    if line.controlArea == nil {
      let nearest = EntrySpelling.nearest(to: text, among: ControlArea.allCases.map(\.rawValue))
      report(Catalogue.controlAreaUnknown(text, nearest: nearest, at: here))
    }
  }

  private mutating func readCommittee(_ row: LineRow, _ line: inout Line, on sheet: Sheet) {
    if let text = row.text(.committee), let found = recipient(text, at: place(sheet, row.address(.committee)))
    {
      line.committee = found.committee
      line.unit = found.unit
    }
    guard let text = row.text(.unit) else { return }
    let here = place(sheet, row.address(.unit))
    let under = line.committee.map { "\($0)/\(text)" }
    if let under, case .recipient(let found, let exact)? = round?.read(name: under) {
      line.unit = found.unit
      if !exact { report(Catalogue.committeeReadAs(text, found.unit ?? text, at: here)) }
    } else if row.text(.committee) == nil, let found = recipient(text, at: here) {
      line.committee = found.committee
      line.unit = found.unit
    } else if line.committee != nil {
      var nearest: String?
      if case .unknown(let near)? = round?.read(name: under ?? text) { nearest = near }
      report(Catalogue.committeeUnknown(text, nearest: nearest, at: here))
    }
  }

  private mutating func readAccount(_ row: LineRow, _ line: inout Line, first: Place, second: Place) {
    for (field, here) in [(LineField.appropriation, first), (.profitCentre, second)] {
      guard case .number(let stored)? = row.cell(field)?.value, let number = DecimalNumber(stored: stored),
        number.scale > 0
      else {
        continue
      }
      report(Catalogue.accountUnresolved(CellText.number(stored), at: here))
      return
    }
    line.account = Account(appropriation: row.text(.appropriation), profitCentres: row.text(.profitCentre))
  }

  private mutating func readCondition(_ row: LineRow, _ line: inout Line, here: Place) {
    guard let text = row.text(.condition) else { return }
    if let (condition, isExact) = EntrySpelling.choice(text, in: EntryForm.conditionSpellings) {
      if row.section != nil { line.condition = condition }
      if !isExact { report(Catalogue.readAs(text, condition.rawValue, at: here)) }
    } else {
      // What a person meant is not known, so the money is in no total.
      line.condition = .notCounted
      let cells =
        [here.cell].compactMap { $0 } + row.yearCells.filter(LooseNumber.isNumber).map(\.address.description)
      report(
        Catalogue.conditionUnknown(
          text, among: LineCondition.allCases.map(\.rawValue), at: here, cells: cells))
    }
  }

  /// A text that says what Gælder does not: the line is in no total until somebody has said which is meant. The
  /// text may stand in any cell of words of the row, a remark of the sender's own too.
  private mutating func reportRejection(
    _ row: LineRow, _ line: inout Line, table: LocatedTable<LineField>, on sheet: Sheet
  ) {
    guard line.condition == .ifAdopted, row.hasMoney else { return }
    let named = [LineField.text, .tableOneItem, .delivery, .id, .check].compactMap { row.cell($0) }
    let texts = named + row.remarks
    let cancelling = texts.first { CellText.text($0).map(RejectionWords.cancels) ?? false }
    let rejecting = texts.first { CellText.text($0).map(RejectionWords.areSaid) ?? false }
    guard let cell = cancelling ?? rejecting, let said = CellText.text(cell) else { return }
    line.condition = .notCounted
    let here = place(sheet, cell.address)
    let cells = table.years.compactMap { row.cell(at: $0.column) }.filter(LooseNumber.isNumber)
    let marked = [here.cell].compactMap { $0 } + cells.map(\.address.description)
    let amounts = cells.map(LooseNumber.text)
    report(
      cancelling != nil
        ? Catalogue.lineCancelled(said, amounts, at: here, cells: marked)
        : Catalogue.saysRejection(
          said, amounts, remedy: "Skriv »hvis ikke indarbejdes« i kolonnen Gælder, eller ret teksten.",
          at: here, cells: marked))
  }

  private mutating func readAdministration(_ row: LineRow, _ line: inout Line, here: Place) {
    guard let text = row.text(.administration), !["-", "–", "nej"].contains(text.lowercased()) else { return }
    if let (share, isExact) = EntrySpelling.choice(text, in: EntryForm.administrationSpellings) {
      line.administration = share
      if !isExact { report(Catalogue.readAs(text, share.rawValue, at: here)) }
    } else {
      report(
        Catalogue.choiceUnknown(
          "Administration", text, among: AdministrationShare.allCases.map(\.rawValue), at: here))
    }
  }
}

/// One row below the header of `Økonomi`.
package struct LineRow {
  package let number: Int
  private var cells: [Int: Cell]
  private let columns: [LineField: Int]
  private let years: [Int]
  private let others: [Int]

  init(_ row: Row, _ table: LocatedTable<LineField>) {
    number = row.number
    cells = Dictionary(row.cells.map { ($0.address.column, $0) }) { first, _ in first }
    columns = table.columns
    years = table.years.map(\.column)
    others = table.others.map(\.column)
  }

  /// The row with the words of cells that are merged over it, where it has money of its own. Texts and names of
  /// lines are each line's own.
  func withWords(of merged: MergedWords, on sheet: Sheet, below header: Int) -> LineRow {
    guard hasMoney else { return self }
    var row = self
    for (field, column) in columns where field != .id && field != .text && CellText.text(cells[column]) == nil
    {
      let top = merged.row(for: number, column)
      if top != number, top > header { row.cells[column] = sheet[CellAddress(row: top, column: column)] }
    }
    return row
  }

  package func cell(at column: Int) -> Cell? { cells[column] }
  package func cell(_ field: LineField) -> Cell? { columns[field].flatMap { cells[$0] } }
  package func text(_ field: LineField) -> String? { CellText.text(cell(field)) }
  package func address(_ field: LineField) -> CellAddress? {
    columns[field].map { CellAddress(row: number, column: $0) }
  }

  /// The texts in cells that are no field of the form, whatever their heading.
  package var remarks: [Cell] {
    let taken = Set(columns.values).union(years)
    return cells.keys.sorted().filter { !taken.contains($0) }.compactMap { cells[$0] }.filter {
      if case .text = $0.value { true } else { false }
    }
  }

  /// The section, where the cell names one.
  package var section: LineSection? {
    text(.section).flatMap { EntrySpelling.choice($0, in: EntryForm.sectionSpellings)?.value }
  }

  /// The year cells that say something, a formula without a value included.
  package var yearCells: [Cell] {
    years.compactMap { cells[$0] }.filter {
      CellText.text($0) != nil || ($0.formula != nil && $0.value == .empty)
    }
  }

  /// Whether anything but a dash stands in a year.
  package var hasMoney: Bool {
    yearCells.contains { cell in
      CellText.text(cell).map { $0.count > 1 || !Spelling.minusSigns.contains(Character($0)) } ?? true
    }
  }

  private var wordFields: [LineField] {
    EntryForm.lineColumns.map(\.key).filter { $0 != .id && text($0) != nil }
  }

  /// Whether the row says anything beyond an id and formulas for sums; a lone section is a band.
  var isUsed: Bool {
    if !yearCells.isEmpty || others.contains(where: { CellText.text(cells[$0]) != nil }) { return true }
    return wordFields.contains { $0 != .section } || (wordFields == [.section] && text(.id) != nil)
  }

  /// Whether there is nothing but a text.
  var hasOnlyText: Bool { yearCells.isEmpty && wordFields == [.text] }
}

/// The ids of lines: kept where they stand, else the next free `L1`, `L2` …
package struct LineNames {
  private var taken: Set<String>
  private var owners: [String: LineRow] = [:]
  private var next = 1
  /// Rows whose id another row had first: the row, the other row and the new id.
  private(set) var repeated: [(row: LineRow, other: LineRow, new: String)] = []

  init(rows: [LineRow]) { taken = Set(rows.compactMap { $0.text(.id) }) }

  package mutating func take(_ row: LineRow) -> String {
    guard let id = row.text(.id) else { return free() }
    if let other = owners[id] {
      let new = free()
      repeated.append((row, other, new))
      return new
    }
    owners[id] = row
    return id
  }

  private mutating func free() -> String {
    while taken.contains("L\(next)") { next += 1 }
    taken.insert("L\(next)")
    return "L\(next)"
  }
}

extension Finding {
  /// Whether it is about the unit that a cell names.
  fileprivate func isUnit(at place: Place) -> Bool {
    code == .unitUnreadable && sheet == place.sheet && cell == place.cell
  }
}
