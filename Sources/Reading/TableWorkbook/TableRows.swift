import AllocationTables
package import Findings
import Forms
package import ProposalModel
package import Spreadsheet

/// Reads the rows under a header: texts, areas, accounts, figures, each with its cell.
package struct TableRows {
  package let grid: SheetGrid
  package let file: String?
  package let columns: TableColumns
  package let header: HeaderRow
  package let unit: AmountUnit
  /// Whether amounts may be shown with another unit, since all of the table's are.
  let allowsCurrency: Bool
  package private(set) var rows: [ReadRow] = []
  package private(set) var findings: [Finding] = []
  /// Cells with money that nobody sees.
  package private(set) var hidden: [Cell] = []
  /// The remark under a table that fordel has computed.
  private(set) var computedRemark: String?
  private var section: LineSection?
  private var headings = 0

  init(
    _ grid: SheetGrid, file: String?, columns: TableColumns, header: HeaderRow, unit: AmountUnit,
    section: LineSection? = nil, allowsCurrency: Bool = false
  ) {
    self.grid = grid
    self.file = file
    self.columns = columns
    self.header = header
    self.unit = unit
    self.section = section
    self.allowsCurrency = allowsCurrency
  }

  package mutating func read(from first: Int, to end: Int) {
    for number in grid.rowNumbers where number >= first && number < end { read(number) }
  }

  private mutating func read(_ number: Int) {
    let text = label(number)
    let word = TableWords.row(text)
    if word != nil, TableWords.exactRow(text) == nil {
      noteMended(text, KnownWords.mendedRow(text), number: number)
    }
    if case .payback(let isService) = word { return payback(number, text, isService: isService) }
    let isBlank = header.columns.allSatisfy { column in grid.cell(number, column).map(isNothing) ?? true }
    if isBlank, let opened = TableWords.section(text), word == nil,
      columns.area.map({ grid.text(number, $0).isEmpty }) ?? true
    {
      section = opened
      var heading = ReadRow(TableRow(.heading, section: opened, text: text), number: number, figureCells: [])
      heading.textCell = SheetGrid.address(number, columns.label)
      rows.append(heading)
      if TableWords.exactSection(text) == nil { noteMended(text, KnownWords.mended(text), number: number) }
      return
    }
    let names = [columns.unit, columns.part, columns.area, columns.account].compactMap { $0 }.map {
      grid.text(number, $0)
    }
    if isBlank, text.isEmpty, names.allSatisfy(\.isEmpty) { return }
    if isBlank, text.hasPrefix(Wording.computedMark) {
      computedRemark = text
      return
    }
    if isBlank, !isTableRow(number) { return }
    var reader = FigureReader(grid, file: file, unit: unit, allowsCurrency: allowsCurrency)
    let unread = Set(header.years.filter { !$0.isReadable }.map(\.column))
    reader.read(
      row: number, columns: header.columns, lineText: grid.cell(number, columns.label), isSum: word.isSum,
      unread: unread)
    findings += reader.findings
    hidden += reader.hidden
    rows.append(row(number, text: text, word: word, reader))
  }

  private mutating func noteMended(_ text: String, _ mended: String?, number: Int) {
    guard let mended else { return }
    let place = Place(file: file, sheet: grid.name, cell: SheetGrid.address(number, columns.label))
    findings.append(Catalogue.readAs(text, mended, at: place))
  }

  /// Blank and dash-free: nothing a person would see.
  private func isNothing(_ cell: Cell) -> Bool {
    if case .text(let text) = cell.value { return Spelling.tidy(text).isEmpty }
    return cell.value == .empty && cell.formula == nil
  }

  /// A row without figures belongs to the table if it is short enough for a label and no note to the table.
  private func isTableRow(_ number: Int) -> Bool {
    let text =
      label(number).isEmpty
      ? grid.cells(number).map(SheetGrid.text).first { !$0.isEmpty } ?? "" : label(number)
    let isNote = ["*", "note", "anm", "kilde", "("].contains { text.lowercased().hasPrefix($0) }
    return !isNote && text.count <= 300
  }

  private func label(_ number: Int) -> String { grid.text(number, columns.label) }

  /// The words that hold for a row in a column of words, where they stand once for several rows too.
  private func words(_ number: Int, _ column: Int) -> String {
    grid.words(number, column, below: header.row)
  }

  private func row(_ number: Int, text: String, word: TableWords.RowWord?, _ reader: FigureReader) -> ReadRow
  {
    var kind = TableRowKind.line
    var area: ControlArea?
    switch word {
    case .effect: kind = .effect
    case .memo: kind = .memo
    case .total(let named):
      kind = .total
      area = named
    default: break
    }
    let lineSection: LineSection? = kind == .line && TableWords.isLoan(text) ? .loan : section
    var read = ReadRow(
      TableRow(kind, section: kind == .effect ? nil : lineSection, text: text, figures: reader.figures),
      number: number,
      figureCells: header.columns.map { SheetGrid.address(number, $0) })
    read.unreadable = reader.unreadable
    read.textCell = SheetGrid.address(number, columns.label)
    read.remarks = grid.remarks(number, besides: columns.read.union(header.taken))
    fillArea(&read, named: area)
    fillAccount(&read)
    if let unit = columns.unit {
      read.unitText = words(number, unit)
      read.unitCell = SheetGrid.address(number, unit)
    }
    fillRule(&read)
    if let committee = columns.committee, committee != columns.label {
      let name = words(number, committee)
      read.committeeText = name.isEmpty || name == "-" ? nil : name
      read.committeeCell = SheetGrid.address(number, committee)
    }
    read.row.part = columns.part.flatMap { TableWords.part(grid.text(number, $0)) }
    read.row.isFromInnovationPool =
      columns.pool.map { ["x", "ja", "1"].contains(grid.text(number, $0).lowercased()) } ?? false
    if let sum = columns.sum {
      var reader = FigureReader(grid, file: file, unit: unit)
      reader.read(row: number, columns: [sum])
      if reader.unreadable.isEmpty, reader.figures.first != .blank { read.statedSum = reader.figures.first }
      read.statedSumCell = SheetGrid.address(number, sum)
    }
    return read
  }

  /// A line's own Fordeling and administrative part, as exported tables show them.
  private func fillRule(_ read: inout ReadRow) {
    if let column = columns.rule {
      let text = words(read.number, column)
      read.ruleText = text.isEmpty || text == "-" ? nil : text
      read.ruleCell = SheetGrid.address(read.number, column)
    }
    if let column = columns.administration {
      let text = grid.text(read.number, column)
      read.row.administration = EntryForm.administrationSpellings[Spelling.key(text)]
    }
  }

  private func fillArea(_ read: inout ReadRow, named: ControlArea?) {
    if let column = columns.area {
      let text = words(read.number, column)
      read.areaText = text.isEmpty || text == "-" ? nil : text
      read.areaCell = SheetGrid.address(read.number, column)
      read.row.controlArea = ControlArea(understanding: text)
    }
    if read.row.kind == .total, let named {
      read.row.controlArea = named
      read.row.kind = .subtotal
    }
  }

  private func fillAccount(_ read: inout ReadRow) {
    func text(_ column: Int?) -> String? {
      column.map { words(read.number, $0) }.flatMap { $0.isEmpty || $0 == "-" ? nil : $0 }
    }
    guard let column = columns.account ?? columns.profitCentre else { return }
    read.accountCell = SheetGrid.address(read.number, column)
    if case .number(let stored)? = grid.cell(read.number, column)?.value,
      let number = DecimalNumber(stored: stored), number.scale > 0
    {
      read.accountIsFraction = true
    }
    let both = [text(columns.account), text(columns.profitCentre)].compactMap { $0 }
    let typed = both.joined(separator: ", ")
    read.accountText = both.isEmpty ? nil : read.accountIsFraction ? typed.replacing(".", with: ",") : typed
    read.row.account = Account(
      appropriation: text(columns.account), profitCentres: text(columns.profitCentre))
  }

  private mutating func payback(_ number: Int, _ text: String, isService: Bool) {
    var read = ReadRow(TableRow(.payback, text: text), number: number, figureCells: [])
    read.textCell = SheetGrid.address(number, columns.label)
    let last = header.columns.max() ?? columns.label
    let values = grid.cells(number).filter { cell in
      cell.address.column > columns.label && cell.address.column <= last && !isNothing(cell)
        && SheetGrid.text(cell) != "-"
    }
    if let cell = values.first {
      let place = Place(file: file, sheet: grid.name, cell: cell.address.description)
      let typed = SheetGrid.text(cell)
      if let years = PaybackYears(typed).years {
        read.row.paybackYears = years
      } else if typed.contains(where: \.isNumber) {
        findings.append(
          Catalogue.valueUnreadable(
            isService ? "Tilbagebetalingstid, service" : "Tilbagebetalingstid, total", typed,
            expected: "et helt antal år", at: place))
      }
      read.paybackCell = place.cell
    }
    rows.append(read)
  }
}
