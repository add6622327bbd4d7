import AllocationTables
import Findings
import Forms
import ProposalModel
import Spreadsheet

/// Numbers of an entry workbook that no line, total or key holds.
extension EntryImporter {
  /// The years of the round that was asked for or that the front page names.
  func namedRoundYears(_ front: FrontSheet?) -> [Int]? {
    if let given { return given.years }
    return front?.cells.text(.round).flatMap { name in rounds.first { $0.isNamed(name) } }?.years
  }

  /// Number cells below the header of `Økonomi`, by column, in one pass.
  func numbersBelow(_ row: Int, on sheet: Sheet) -> [Int: [Cell]] {
    var numbers: [Int: [Cell]] = [:]
    for cell in sheet.cells where cell.address.row > row && LooseNumber.isNumber(cell) {
      numbers[cell.address.column, default: []].append(cell)
    }
    return numbers
  }

  /// Tells of columns under a heading that is no year, without a heading, or of the sender's own.
  mutating func reportColumns(_ table: inout LocatedTable<LineField>, _ sheet: Sheet, round: [Int]?) {
    let numbers = numbersBelow(table.headerRow, on: sheet)
    let years = table.years.map(\.column)
    let named = Set(table.columns.values).union(years).union(table.others.map(\.column))
      .union(table.yearless.map(\.column))
    let isComplete = round.map { Set($0).isSubset(of: table.years.map(\.year)) } ?? false
    takeGaps(&table, numbers)
    takeDue(&table, numbers, round: round)
    for (column, cells) in numbers.sorted(by: { $0.key < $1.key }) where !named.contains(column) {
      let isInside = years.contains { $0 < column } && years.contains { $0 > column }
      let isNext = years.max() == column - 1 && !isComplete && cells.count > 1
      if isInside || isNext {
        table.yearless.append(("", column))
      } else {
        report(LooseNumber.unread(cells, "kolonnen har ingen overskrift", at: place(sheet, nil)))
      }
    }
    for (header, column) in table.yearless.sorted(by: { $0.column < $1.column }) {
      let here = CellAddress(row: table.headerRow, column: column)
      guard let cells = numbers[column] else {
        // `202` over a column that is still empty; what is written there would not be read.
        if YearHeader.isSlip(header), column <= (years.max() ?? column) + 1 {
          report(
            Catalogue.yearUnreadable(
              header, amounts: [], meant: nil, at: place(sheet, here), cells: [here.description]))
        }
        continue
      }
      let meant = table.years.first { $0.column == column - 1 }.map { $0.year + 1 }
      report(
        Catalogue.yearUnreadable(
          header, amounts: cells.map(LooseNumber.text), meant: meant, at: place(sheet, here),
          cells: [here.description] + cells.map(\.address.description)))
    }
    for (header, column) in table.others where !LooseNumber.isBasis(header) {
      guard let cells = numbers[column] else { continue }
      let here = CellAddress(row: table.headerRow, column: column)
      report(Catalogue.ownColumn(header, sum: LooseNumber.sum(cells), at: place(sheet, here)))
    }
    reportUnusualYears(table, sheet)
    reportLinesAbove(table, sheet)
  }

  /// Lines that were inserted above the headings.
  private mutating func reportLinesAbove(_ table: LocatedTable<LineField>, _ sheet: Sheet) {
    let years = Set(table.years.map(\.column))
    for row in sheet.rows {
      guard row.number < table.headerRow else { return }
      let cells = row.cells.filter { years.contains($0.address.column) && LooseNumber.isNumber($0) }
      let isLine = row.cells.contains { cell in
        guard cell.address.column == table.columns[.section], let text = CellText.text(cell) else {
          return false
        }
        return EntrySpelling.choice(text, in: EntryForm.sectionSpellings)?.isExact ?? false
      }
      if isLine, !cells.isEmpty {
        report(LooseNumber.unread(cells, "linjen står over overskrifterne", at: place(sheet, nil)))
      }
    }
  }

  /// Words over a column of money between two years that leave out exactly one do not make it another column.
  private func takeGaps(_ table: inout LocatedTable<LineField>, _ numbers: [Int: [Cell]]) {
    let inOrder = table.years.sorted { $0.column < $1.column }
    for (left, right) in zip(inOrder, inOrder.dropFirst())
    where abs(left.year - right.year) == 2 && right.column - left.column == 2 {
      guard numbers[left.column + 1] != nil,
        let index = table.others.firstIndex(where: { $0.column == left.column + 1 })
      else { continue }
      table.yearless.append(table.others.remove(at: index))
    }
  }

  /// What stands beside the years where one of the round is due is a year that cannot be read: the form has all years
  /// of its round, so that even a word (`Bemærkning`) was typed over one.
  private func takeDue(_ table: inout LocatedTable<LineField>, _ numbers: [Int: [Cell]], round: [Int]?) {
    let inOrder = table.years.sorted { $0.column < $1.column }
    guard let first = inOrder.first, let last = inOrder.last else { return }
    let known = Set(table.years.map(\.year))
    for (column, year) in [(last.column + 1, last.year + 1), (first.column - 1, first.year - 1)]
    where numbers[column] != nil && !known.contains(year) && (round?.contains(year) ?? true) {
      guard let index = table.others.firstIndex(where: { $0.column == column }) else { continue }
      table.yearless.append(table.others.remove(at: index))
    }
  }

  /// Numbers in columns of words: a row that was pasted a column too far to the left.
  mutating func reportNumbersAmongWords(_ row: LineRow, on sheet: Sheet) -> Set<LineField> {
    var found: Set<LineField> = []
    for field in [LineField.condition, .administration, .innovationPool] {
      guard let cell = row.cell(field), LooseNumber.isNumber(cell) else { continue }
      if field == .innovationPool, ["0", "1"].contains(LooseNumber.text(cell)) { continue }
      found.insert(field)
      let header = EntryForm.lineColumns.first { $0.key == field }?.header ?? ""
      report(LooseNumber.unread([cell], "i kolonnen »\(header)« står der ord", at: place(sheet, nil)))
    }
    return found
  }

  private mutating func reportUnusualYears(_ table: LocatedTable<LineField>, _ sheet: Sheet) {
    let unusual = table.years.filter { table.unusual.contains($0.column) }
    guard let first = unusual.first else { return }
    let cells = unusual.map { CellAddress(row: table.headerRow, column: $0.column) }
    report(
      Catalogue.yearReadAs(
        cells.compactMap { CellText.text(sheet[$0]) }, unusual.map(\.year),
        at: place(sheet, CellAddress(row: table.headerRow, column: first.column)),
        cells: cells.map(\.description)))
  }

  /// Money on sheets that are no part of the form, and sheets of lines that stand twice.
  mutating func reportOtherSheets(lines: Sheet?, table: LocatedTable<LineField>?, round: [Int]?) {
    for sheet in workbook.sheets where !isPartOfForm(sheet, lines) && !OwnSheets.isCalculation(sheet) {
      if let lines, EntryWorkbook.looksLikeLines(sheet) {
        report(
          Catalogue.tableRepeated(
            sheet.name, other: "arket »\(lines.name)«", difference: EntryImporter.difference(lines, sheet),
            at: place(sheet, CellAddress(row: 1, column: 1))))
        continue
      }
      let read = SheetTables(sheet, file: file, isPlainText: isText, round: round)
      if takeKept(read) { continue }
      for table in read.tables where table.kind != nil && table.rows.contains(where: \.hasMoney) {
        let cells = table.rows.filter(\.hasMoney).flatMap(\.figureCells).compactMap {
          CellAddress($0).flatMap { sheet[$0] }
        }.filter(LooseNumber.isNumber)
        guard !cells.isEmpty else { continue }
        report(
          LooseNumber.unread(
            cells, "i en arbejdsbog med arket Økonomi læses \(table.name) ikke", at: place(sheet, nil)))
      }
      let told: Set<FindingCode> = [.moneyUnread]
      for finding in read.findings where told.contains(finding.code) || read.tables.isEmpty {
        if finding.severity == .note || told.contains(finding.code) || finding.code == .yearUnreadable {
          report(finding)
        }
      }
    }
    guard let lines, table == nil else { return }
    let cells = lines.cells.filter { LooseNumber.isNumber($0) }
    if !cells.isEmpty {
      report(
        LooseNumber.unread(
          Array(cells), "arket har ingen række med formularens overskrifter", at: place(lines, nil)))
    }
  }

  private func isPartOfForm(_ sheet: Sheet, _ lines: Sheet?) -> Bool {
    if sheet.name == lines?.name || AcceptanceSheet.isOne(sheet) { return true }
    let forms = EntrySheet.allCases.contains { workbook.find($0)?.sheet.name == sheet.name }
    return forms
      || AllocationTableKind.allCases.contains {
        EntrySpelling.isSame(EntryImporter.withoutCopyNumber(sheet.name), EntryForm.sheetName(of: $0))
      } || EntryImporter.furtherDivision(sheet.name) != nil
      || EntrySpelling.isSame(sheet.name, EntryForm.printedRowsSheet)
      || ["lister", "vejledning"].contains(EntrySpelling.key(sheet.name))
  }

  /// The first cell in which two sheets differ; `nil` where they say the same.
  static func difference(_ first: Sheet, _ second: Sheet) -> String? {
    func texts(_ sheet: Sheet) -> [(CellAddress, String)] {
      sheet.cells.compactMap { cell in CellText.text(cell).map { (cell.address, $0) } }
    }
    let (left, right) = (texts(first), texts(second))
    for (one, other) in zip(left, right) where one != other {
      return "\(other.0) er »\(other.1)«, hvor der i det første står »\(one.1)« i \(one.0)"
    }
    return left.count == right.count ? nil : "det ene ark har flere udfyldte celler end det andet"
  }
}

/// Totals among the lines, and the two columns of totals behind the years.
extension EntryImporter {
  /// What a row says that is a total or memo by its words; `nil` for a line.
  static func totalWord(_ text: String) -> TableWords.RowWord? {
    switch TableWords.exactRow(text) {
    case .payback, nil: nil
    case let word: word
    }
  }

  /// Reads a row that is a total by its words: it is compared with the lines above and never added. `false`
  /// where the words name a thing (`Samlede licenser`) and the figures are no sum: a line.
  mutating func takeTotal(_ row: LineRow, on sheet: Sheet, _ table: LocatedTable<LineField>) -> Bool {
    guard let text = row.text(.text), let word = EntryImporter.totalWord(text) else { return false }
    let here = place(sheet, row.address(.text))
    let cells = table.years.map { row.cell(at: $0.column) }
    guard row.hasMoney, word != .memo else {
      noteTotal(cells, word == .memo ? .memo : .total, on: sheet)
      report(Catalogue.totalInLines(text, at: here))
      return true
    }
    let before = findings.count
    let figures = figures(cells, on: sheet)
    let stated = figures.map(\.amount)
    let sums = candidates(for: row, text, word: word)
    let isSum = sums.contains(stated)
    if !isSum, !TableWords.isUsualTotal(text), row.section != nil {
      findings.removeLast(findings.count - before)
      return false
    }
    report(Catalogue.totalInLines(text, at: here))
    noteTotal(cells, on: sheet)
    guard !isSum, let expected = sums.first else { return true }
    let best = sums.min { gap($0, stated) < gap($1, stated) } ?? expected
    compareTyped(
      cells, with: best, label: text, code: .totalDiffers, on: sheet)
    return true
  }

  private func gap(_ left: [Amount], _ right: [Amount]) -> Int {
    zip(left, right).count { $0 != $1 }
  }

  /// The sums that a total may state: of its section, of its area in it, of all lines.
  private func candidates(for row: LineRow, _ text: String, word: TableWords.RowWord) -> [[Amount]] {
    let section = TableWords.section(text) ?? row.section ?? sectionNamed(text)
    let lines = section.map { proposal.lines(in: $0) } ?? proposal.lines.filter { $0.section != .loan }
    var named: ControlArea?
    if case .total(let area) = word { named = area }
    let area = named ?? row.text(.controlArea).flatMap { ControlArea(spelling: $0) }
    let ofArea = lines.filter { area == nil || $0.controlArea == area }
    let first = named == nil ? [lines, ofArea] : [ofArea]
    return first.map { proposal.yearSums($0) }
  }

  private func sectionNamed(_ text: String) -> LineSection? {
    let key = Spelling.key(text)
    if key.contains("varigændring") || key.contains("varigeændring") { return .permanent }
    if key.contains("implementering") || key.contains("investering") { return .implementation }
    return nil
  }

  /// `I alt` and `Fuldt indfaset` of a line, where they are typed over their formulas.
  mutating func checkRowTotals(_ row: LineRow, _ line: Line, on sheet: Sheet) {
    let sum = line.figures.map(\.amount).sum()
    let last = line.figures.last?.amount ?? .zero
    let isPermanent = line.section == .permanent
    for (field, rights) in [
      (LineField.total, isPermanent ? [sum, last] : [sum]),
      (.fullyPhasedIn, isPermanent ? [last] : [last, sum]),
    ] {
      guard let cell = row.cell(field), LooseNumber.isNumber(cell), cell.formula == nil || !row.hasMoney
      else {
        continue
      }
      var trouble = FigureTrouble()
      guard case .amount(let stated)? = trouble.read(cell, unit: unit) else { continue }
      if !row.hasMoney {
        if stated != .zero {
          report(LooseNumber.unread([cell], "linjen har intet beløb under et årstal", at: place(sheet, nil)))
        }
        continue
      }
      guard !rights.contains(stated), let right = rights.first else { continue }
      report(
        Catalogue.Entry.typedRowTotal(
          field == .total ? "I alt" : "Fuldt indfaset", of: line.text, stated, expected: right, unit: unit,
          at: place(sheet, cell.address)))
    }
  }
}
