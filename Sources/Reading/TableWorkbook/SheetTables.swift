import AllocationTables
package import Findings
import Forms
import ProposalModel
import Spreadsheet

/// Finds every table of a sheet: captions, header rows, columns and rows, wherever they stand.
package struct SheetTables {
  package let grid: SheetGrid
  package let file: String?
  package private(set) var tables: [ReadTable] = []
  package private(set) var findings: [Finding] = []

  /// The years of the round, where it is known.
  private let round: [Int]?
  /// Every part of the sheet that looks like a table, read or not.
  private(set) var regions: [TableRegion] = []

  init(_ sheet: Sheet, file: String?, isPlainText: Bool, round: [Int]? = nil) {
    grid = SheetGrid(sheet, isPlainText: isPlainText)
    self.file = file
    self.round = round
    let headers = grid.rowNumbers.compactMap { HeaderRow(grid, row: $0, round: round) }
    var previousEnd = 0
    for (index, header) in headers.enumerated() {
      let caption = self.caption(above: header, after: previousEnd)
      let limit = index + 1 < headers.count ? headers[index + 1].row : (grid.rowNumbers.last ?? 0) + 1
      let end = self.end(of: header, before: limit)
      let isNext = caption.map { TableWords.saysContinued($0.text) } ?? (previousEnd == header.row)
      if isNext, index > 0, let last = tables.last, last.yearsEqual(header) {
        continueLast(header, end: end)
      } else {
        add(header, caption: caption, start: previousEnd, end: end)
      }
      previousEnd = end
    }
    findings += regions.flatMap { $0.findings(in: grid, file: file) }
    findings += tables.flatMap { TableRegion.rowsBelow($0, in: grid) }
    findings += UnreadPart(grid, file: file, regions: regions).findings
  }

  /// The caption is the nearest row of text above the header that reads like one, and otherwise the nearest
  /// row of text.
  private func caption(above header: HeaderRow, after previousEnd: Int) -> (
    text: String, row: Int, column: Int
  )? {
    var nearest: (String, Int, Int)?
    for row in grid.rowNumbers.reversed() where row < header.row && row >= previousEnd {
      let texts = grid.cells(row).filter { !SheetGrid.text($0).isEmpty }
      guard let first = texts.first, case .text = first.value else { continue }
      let text = SheetGrid.text(first)
      if TableWords.isUnitHeader(text), TableWords.caption(text) == nil { continue }
      if TableWords.looksLikeCaption(text) || TableWords.caption(text) != nil {
        return (text, row, first.address.column)
      }
      if nearest == nil, header.row - row <= 3, texts.count == 1 {
        nearest = (text, row, first.address.column)
      }
    }
    return nearest
  }

  private func firstText(_ row: Int) -> String {
    grid.cells(row).map(SheetGrid.text).first { !$0.isEmpty } ?? ""
  }

  /// The row behind the table's last one: the next caption, the next header, or the end of the sheet.
  private func end(of header: HeaderRow, before limit: Int) -> Int {
    for row in grid.rowNumbers where row > header.row && row < limit {
      let cells = grid.cells(row)
      guard let first = cells.first(where: { !SheetGrid.text($0).isEmpty }) else { continue }
      let isTextOnly = !cells.contains { header.columns.contains($0.address.column) && $0.value != .empty }
      guard isTextOnly else { continue }
      let text = SheetGrid.text(first)
      let isBeforeHeader = grid.rowNumbers.filter { $0 > row && $0 < limit }.allSatisfy {
        TableWords.isUnitHeader(firstText($0))
      }
      let caption = limit <= (grid.rowNumbers.last ?? 0) ? TableWords.caption(text) : nil
      let isCaption =
        isBeforeHeader
        ? caption?.isCertain == true || caption?.area != nil
        : TableWords.section(text) == nil && caption?.isCertain == true
      if TableWords.looksLikeCaption(text) || isCaption { return row }
    }
    return limit
  }

  private mutating func add(
    _ found: HeaderRow, caption: (text: String, row: Int, column: Int)?, start: Int, end: Int
  ) {
    var region = TableRegion(found, captionRow: caption?.row, end: end, in: grid)
    region.keepUnread(round: round, in: grid)
    regions.append(region)
    let header = region.header
    let columns = TableColumns(grid, header: header, captionRow: caption?.row, end: end)
    var table = ReadTable(
      kind: nil, caption: caption?.text ?? "", file: file, sheet: grid.name,
      headerCell: SheetGrid.address(header.row, columns.label))
    table.captionCell = caption.map { SheetGrid.address($0.row, $0.column) }
    table.code = TableWords.code(of: table.caption)
    table.headerText = grid.text(header.row, columns.label)
    table.years = header.years.map(\.year)
    table.statedYears = header.years.map(\.stated)
    table.yearCells = header.columns.map { SheetGrid.address(header.row, $0) }
    table.hasAreaColumn = columns.area != nil
    table.hasAccountColumn = columns.account != nil || columns.profitCentre != nil
    regions[regions.count - 1].columns = columns
    table.strays = strays(columns, header, end: end)
    let between = wordsBetween(caption?.row, header)
    let unitText = TableWords.isUnitHeader(table.headerText) ? table.headerText : between ?? table.headerText
    table.priceLevel =
      TableWords.priceLevel(in: table.headerText) ?? between.flatMap(TableWords.priceLevel)
      ?? TableWords.priceLevel(in: table.caption)
    // `Tabel 1. Økonomi (kr.)`: the caption says what the heading leaves out, and may not contradict it.
    let aside = UnitReading.aside(in: table.caption)
    let stated = UnitReading(unitText)
    let reading = stated == .none ? aside : stated
    if reading == .none, TableWords.namesQuantity(unitText) { return }
    let unit = reading.unit ?? .thousandKroner
    table.unit = unit
    let currency = self.currency(under: header, to: end, unit: unit)
    var rows = TableRows(
      grid, file: file, columns: columns, header: header, unit: unit, allowsCurrency: currency == .all)
    rows.read(from: header.row + 1, to: end)
    let count = tables.count
    finish(&table, rows, namesMoney: TableWords.namesMoney(unitText))
    let last = regions.count - 1
    regions[last].namesMoney = TableWords.namesMoney(unitText)
    regions[last].caption = table.caption.isEmpty ? table.headerText : table.caption
    regions[last].isFormTable = isFormTable(
      table.caption, columns, rows: rows.rows, namesMoney: regions[last].namesMoney)
    if tables.count > count, tables.last?.kind != nil {
      regions[last].isRead = true
      noteMisspelt(table, columns, header: header)
      if reading == .unreadable {
        findings.append(
          Catalogue.unitUnreadable(unitText, at: table.place(unitCell(unitText, header, columns: columns))))
      }
      if stated.unit != nil, aside != .none, aside.unit != unit {
        findings.append(
          Catalogue.unitContradicts(table.caption, unit, at: table.place(table.captionCell)))
      }
      reportDoubts(table)
      let isLast = !grid.rowNumbers.contains { $0 >= end }
      findings += unitsAside(
        header, rows: start..<(isLast ? Int.max : end), caption: table.captionCell, unit: unit,
        basis: columns.strays.filter { LooseNumber.hasOwnUnit(grid.text(header.row, $0)) })
      if currency == .all { findings.append(Catalogue.unitDoubtful(unit, at: table.place(table.headerCell))) }
    }
  }

  /// A caption, and headings of sections, that are doubted: then it is not certain what the amounts below are.
  private mutating func reportDoubts(_ table: ReadTable) {
    var headings = [(text: table.caption, cell: table.captionCell)]
    headings += table.rows.filter { $0.row.kind == .heading }.map { ($0.row.text, $0.textCell) }
    for heading in headings where DoubtedHeading.isIn(heading.text) {
      findings.append(Catalogue.headingDoubted(heading.text, at: table.place(heading.cell)))
    }
  }

  private func strays(_ columns: TableColumns, _ header: HeaderRow, end: Int) -> [StrayColumn] {
    columns.strays.compactMap { column in
      let texts = grid.rowNumbers(in: header.row + 1..<end).compactMap { row -> String? in
        guard case .text(let text)? = grid.cell(row, column)?.value else { return nil }
        let tidy = Spelling.tidy(text)
        return tidy.isEmpty || tidy == "-" ? nil : tidy
      }
      let heading = grid.text(header.row, column)
      return texts.isEmpty
        ? nil
        : StrayColumn(
          heading: heading.isEmpty ? nil : heading, cell: SheetGrid.address(header.row, column), texts: texts)
    }
  }

  /// Rows and notes of a table, above it and beside it, that name another unit than it. What stands under the
  /// heading of a basis (`pris pr. stk.`) speaks of that, and a heading of the sender's own of its own column.
  private func unitsAside(
    _ header: HeaderRow, rows: Range<Int>, caption: String?, unit: AmountUnit, basis: [Int]
  ) -> [Finding] {
    grid.rowNumbers(in: rows).flatMap { row in
      grid.cells(row).compactMap { cell -> Finding? in
        let column = cell.address.column
        guard case .text(let text) = cell.value, !basis.contains(column),
          row != header.row || header.columns.contains(column), cell.address.description != caption
        else { return nil }
        let reading = UnitReading.aside(in: text)
        guard reading != .none, reading.unit != unit else { return nil }
        return Catalogue.unitContradicts(
          text, unit, at: Place(file: file, sheet: grid.name, cell: cell.address.description))
      }
    }
  }

  /// How many of a table's amounts are shown with another unit than the table's.
  private enum Currency { case none, some, all }

  private func currency(under header: HeaderRow, to end: Int, unit: AmountUnit) -> Currency {
    var (shown, others) = (0, 0)
    for row in grid.rowNumbers where row > header.row && row < end {
      if case .payback = TableWords.row(firstText(row)) { continue }
      for column in header.columns {
        guard let cell = grid.cell(row, column), case .number = cell.value else { continue }
        if FigureTrouble.showsOtherUnit(cell, than: unit) { shown += 1 } else { others += 1 }
      }
    }
    return shown == 0 ? .none : others == 0 && shown > 1 ? .all : .some
  }

  /// The cell with the words of the unit: the header over the labels, or the one above it.
  private func unitCell(_ text: String, _ header: HeaderRow, columns: TableColumns) -> String {
    for row in grid.rowNumbers.reversed() where row <= header.row && row >= header.row - 2 {
      if let cell = grid.cells(row).first(where: { SheetGrid.text($0) == text }) {
        return cell.address.description
      }
    }
    return SheetGrid.address(header.row, columns.label)
  }

  /// Notes on a caption and headers that are understood although they are misspelt.
  private mutating func noteMisspelt(_ table: ReadTable, _ columns: TableColumns, header: HeaderRow) {
    if TableWords.exactCaption(table.caption) == nil, TableWords.caption(table.caption) != nil,
      let mended = KnownWords.mended(table.caption)
    {
      findings.append(Catalogue.readAs(table.caption, mended, at: table.place(table.captionCell)))
    }
    for (column, usual) in columns.misspelt {
      findings.append(
        Catalogue.readAs(
          grid.text(header.row, column), usual, at: table.place(SheetGrid.address(header.row, column))))
    }
  }

  /// Words between caption and header that name the unit, as in print: `(1.000 kr./2023-P/L)`.
  private func wordsBetween(_ captionRow: Int?, _ header: HeaderRow) -> String? {
    for row in grid.rowNumbers where row < header.row && row >= max(captionRow ?? 0, header.row - 2) {
      for cell in grid.cells(row) where TableWords.isUnitHeader(SheetGrid.text(cell)) {
        return SheetGrid.text(cell)
      }
    }
    return nil
  }

  /// Whether a table speaks with the words of the forms: a caption, an area, an account, a section; a total only
  /// where the table names money.
  private func isFormTable(_ caption: String, _ columns: TableColumns, rows: [ReadRow], namesMoney: Bool)
    -> Bool
  {
    if TableWords.caption(caption)?.isCertain ?? false { return true }
    // A heading of the form over an empty column says nothing.
    let isFilled = rows.contains { row in
      [row.areaText, row.accountText].contains { $0.map { !$0.isEmpty } ?? false }
    }
    if isFilled || columns.profitCentre != nil { return true }
    return rows.contains { row in
      switch row.row.kind {
      case .heading: true
      case .effect, .payback: namesMoney
      // `Afvigelse i alt` is a total of something else.
      case .total, .subtotal: namesMoney && TotalWords.isTotalOfForm(TableWords.words(row.row.text))
      case .line, .memo: false
      }
    }
  }

  private mutating func finish(_ table: inout ReadTable, _ rows: TableRows, namesMoney: Bool) {
    let known = TableKindReading(caption: table.caption, rows: rows.rows).kind
    let readable = rows.rows.reduce(0) { $0 + $1.row.figures.count - $1.unreadable.count }
    let unreadable = rows.rows.reduce(0) { $0 + $1.unreadable.count }
    // Years also head plans with X marks; only where the caption leaves no doubt are they money that cannot
    // be read.
    let isCertain = TableWords.caption(table.caption)?.isCertain ?? false
    guard !rows.rows.isEmpty, isCertain || unreadable * 2 <= readable else { return }
    table.rows = rows.rows
    table.computedRemark = rows.computedRemark
    guard let known else { return }
    table.kind = known.kind
    table.area = known.area
    if case .allocation(let which) = known.kind, which == .distribution, table.code.isEmpty {
      table.code = "Fordeling"
    }
    if let named = table.letterOfOther {
      findings.append(
        Catalogue.captionContradicts(table.caption, read: named, at: table.place(table.captionCell)))
    }
    RowKinds.settle(&table)
    findings += rows.findings + HiddenMoney.findings(rows.hidden, in: grid, file: file)
    tables.append(table)
  }

  /// A header repeated over the rest of the same table, as after a page break.
  private mutating func continueLast(_ found: HeaderRow, end: Int) {
    guard var table = tables.popLast() else { return }
    var region = TableRegion(found, captionRow: nil, end: end, in: grid)
    region.keepUnread(round: round, in: grid)
    region.isRead = table.kind != nil
    let header = region.header
    let columns = TableColumns(grid, header: header, captionRow: nil, end: end)
    region.columns = columns
    regions.append(region)
    var rows = TableRows(
      grid, file: file, columns: columns, header: header, unit: table.unit,
      section: table.rows.last?.row.section)
    rows.read(from: header.row + 1, to: end)
    table.rows += rows.rows
    table.computedRemark = rows.computedRemark
    if table.kind != nil {
      RowKinds.settle(&table)
      findings += rows.findings + HiddenMoney.findings(rows.hidden, in: grid, file: file)
    }
    tables.append(table)
  }
}

extension ReadTable {
  /// The table that the words of the caption name, where its letter is another of A–E.
  fileprivate var letterOfOther: String? {
    guard case .allocation(let which)? = kind, ["A", "B", "C", "D", "E"].contains(code) else { return nil }
    return which.isDivision || which.rawValue == code ? nil : "Tabel \(which.rawValue)"
  }

  fileprivate func yearsEqual(_ header: HeaderRow) -> Bool { years == header.years.map(\.year) }
}
