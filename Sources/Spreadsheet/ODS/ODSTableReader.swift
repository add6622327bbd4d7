/// Reads one table of a spreadsheet.
///
/// Rows and cells that are repeated without a value only move the place of what follows; those with a value
/// are kept as often as the file says, within ``ODSReader/repeatedCells``.
struct ODSTableReader {
  private(set) var styles: OpenDocumentStyles
  /// How many cells repeats have added, in the whole file so far.
  private(set) var repeated: Int
  private let name: String
  private let isHidden: Bool
  private let limits: ReadLimits
  private let part: String
  private var storage = SheetStorage()
  private var columns: [ColumnRun] = []
  private var row = 0
  private var column = 0
  private var merged: [CellRange] = []
  private var hiddenRows: [ClosedRange<Int>] = []
  private var text = ODSText()

  /// Columns next to each other that are described together.
  private struct ColumnRun {
    var last: Int
    var isHidden: Bool
    var cellStyle: String?
  }

  /// What all cells of a row have in common.
  private struct RowFrame {
    var isHidden: Bool
    var cellStyle: String?
    /// The run in `columns` where the last cell stood.
    var columnRun = 0
  }

  /// Begins with the `table:table` element that just started.
  init(_ tokenizer: borrowing XMLTokenizer, styles: OpenDocumentStyles, repeated: Int)
    throws(SpreadsheetError)
  {
    self.styles = styles
    self.repeated = repeated
    limits = tokenizer.limits
    part = tokenizer.part
    name = try tokenizer.string(.name, in: .table) ?? ""
    let style = try tokenizer.string(.styleName, in: .table)
    let display = try tokenizer.string(.display, in: .table)
    isHidden = display == "false" || self.styles.hides(.table, style)
  }

  /// Reads the table to its end.
  mutating func read(_ tokenizer: inout XMLTokenizer) throws(SpreadsheetError) -> Sheet {
    try readParts(&tokenizer, areHidden: false)
    storage.looks = styles.looks
    storage.restoreOrder()
    if !storage.markMerges(merged) { throw limits.exceeded(.records, in: part) }
    return Sheet(
      name: name, storage: storage, isHidden: isHidden, mergedRanges: merged, hiddenRows: hiddenRows,
      hiddenColumns: hiddenColumns)
  }

  /// Reads rows and columns; groups and headings are seen through.
  private mutating func readParts(_ tokenizer: inout XMLTokenizer, areHidden: Bool) throws(SpreadsheetError) {
    while try tokenizer.nextChild() {
      guard tokenizer.namespace == .table else {
        try tokenizer.skipElement()
        continue
      }
      switch tokenizer.name {
      case .tableRow: try readRow(&tokenizer, isHidden: areHidden)
      case .tableColumn: try readColumn(&tokenizer, isHidden: areHidden)
      case .rowGroup, .columnGroup:
        let isFolded = try tokenizer.string(.display, in: .table) == "false"
        try readParts(&tokenizer, areHidden: areHidden || isFolded)
      case .headerRows, .rows, .headerColumns, .columns: try readParts(&tokenizer, areHidden: areHidden)
      default: try tokenizer.skipElement()
      }
    }
  }

  /// The number in an attribute that counts; 1 where there is none.
  private func count(_ name: XMLName, _ tokenizer: borrowing XMLTokenizer) throws(SpreadsheetError) -> Int {
    guard let text = try tokenizer.string(name, in: .table) else { return 1 }
    // Where cells stand depends on it, so nothing is guessed.
    guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }), let count = Int(text.prefix(12)),
      count > 0
    else { throw .damaged(part: part, .badAddress(text)) }
    return count
  }

  /// A place that far beyond every limit that adding counts to it never ends.
  private static let beyond = 1 << 50

  /// Whether the row or column that just started says that it is not seen, or its style leaves it no room.
  private func isHiding(_ tokenizer: borrowing XMLTokenizer, _ family: OpenDocumentStyles.Family)
    throws(SpreadsheetError)
    -> Bool
  {
    let visibility = try tokenizer.string(.visibility, in: .table)
    if visibility == "collapse" || visibility == "filter" { return true }
    return styles.hides(family, try tokenizer.string(.styleName, in: .table))
  }

  // MARK: Columns

  private mutating func readColumn(_ tokenizer: inout XMLTokenizer, isHidden: Bool) throws(SpreadsheetError) {
    let count = try count(.columnsRepeated, tokenizer)
    let isUnseen = try isHiding(tokenizer, .column)
    let run = ColumnRun(
      last: min((columns.last?.last ?? 0) + count, ODSTableReader.beyond), isHidden: isHidden || isUnseen,
      cellStyle: try tokenizer.string(.defaultCellStyleName, in: .table))
    if (columns.last?.last ?? 0) < limits[.columns] { columns.append(run) }
    try tokenizer.skipElement()
  }

  private var hiddenColumns: [ClosedRange<Int>] {
    var found: [ClosedRange<Int>] = []
    var first = 1
    for run in columns {
      let last = min(run.last, limits[.columns])
      if run.isHidden, first <= last { ODSTableReader.add(first...last, to: &found) }
      first = run.last + 1
    }
    return found
  }

  /// Adds a range behind the others, as one with the last where it goes on from there.
  private static func add(_ range: ClosedRange<Int>, to ranges: inout [ClosedRange<Int>]) {
    if let last = ranges.last, last.upperBound + 1 == range.lowerBound {
      ranges[ranges.count - 1] = last.lowerBound...range.upperBound
    } else {
      ranges.append(range)
    }
  }

  // MARK: Rows

  private mutating func readRow(_ tokenizer: inout XMLTokenizer, isHidden: Bool) throws(SpreadsheetError) {
    let count = try count(.rowsRepeated, tokenizer)
    let isUnseen = try isHiding(tokenizer, .row)
    var frame = RowFrame(
      isHidden: isHidden || isUnseen,
      cellStyle: try tokenizer.string(.defaultCellStyleName, in: .table))
    row = min(row + 1, ODSTableReader.beyond)
    column = 0
    let first = storage.cells.count
    while try tokenizer.nextChild() {
      if tokenizer.namespace == .table, tokenizer.name == .cell || tokenizer.name == .coveredCell {
        try readCell(&tokenizer, &frame)
      } else {
        try tokenizer.skipElement()
      }
    }
    let last = min(row + count - 1, ODSTableReader.beyond)
    if frame.isHidden, row <= limits[.rows] {
      ODSTableReader.add(row...min(last, limits[.rows]), to: &hiddenRows)
    }
    if count > 1, storage.cells.count > first { try repeatRow(from: first, to: last) }
    row = last
  }

  /// Keeps the cells from number `first` on once more for each row down to `last`.
  private mutating func repeatRow(from first: Int, to last: Int) throws(SpreadsheetError) {
    if last > limits[.rows] { throw limits.exceeded(.rows, in: part) }
    let cells = storage.cells[first...]
    try countRepeats(cells.count, times: last - row)
    for row in row + 1...last { for cell in cells { copy(cell, row: row, column: Int(cell.column)) } }
  }

  private mutating func countRepeats(_ cells: Int, times: Int) throws(SpreadsheetError) {
    let added = cells.multipliedReportingOverflow(by: times)
    repeated += added.overflow ? ODSReader.repeatedCells + 1 : min(added.partialValue, 1 << 40)
    if repeated > ODSReader.repeatedCells {
      throw .limitExceeded(limit: .cells, value: ODSReader.repeatedCells, part: part)
    }
    if storage.cells.count + repeated > limits[.cells] { throw limits.exceeded(.cells, in: part) }
  }

  /// Keeps a cell once more, at another place.
  private mutating func copy(_ cell: CompactCell, row: Int, column: Int) {
    var copy = cell
    copy.row = UInt32(truncatingIfNeeded: row)
    copy.column = UInt16(truncatingIfNeeded: column)
    if cell.hasFormula {
      let position = storage.formulaPosition(from: cell.key)
      storage.formulas.append((copy.key, storage.formulas[position].payload))
    }
    if cell.lookCode == CompactCell.farLook, let look = storage.farLooks[cell.key] {
      storage.farLooks.append(look, at: copy.key)
    }
    if let runs = storage.textRuns[cell.key] { storage.textRuns.append(runs, at: copy.key) }
    if let display = storage.displays[cell.key] { storage.displays.append(display, at: copy.key) }
    storage.cells.append(copy)
  }

  // MARK: Cells

  private mutating func readCell(_ tokenizer: inout XMLTokenizer, _ frame: inout RowFrame)
    throws(SpreadsheetError)
  {
    // Most cells of a padded table say nothing at all.
    if tokenizer.attributeCount == 0, tokenizer.isSelfClosed {
      column = min(column + 1, ODSTableReader.beyond)
      _ = try tokenizer.next()
      return
    }
    let count = try count(.columnsRepeated, tokenizer)
    let cell = try ODSCell(tokenizer)
    let span = (
      columns: try self.count(.columnsSpanned, tokenizer), rows: try self.count(.rowsSpanned, tokenizer)
    )
    column = min(column + 1, ODSTableReader.beyond)
    try text.read(&tokenizer, &styles)
    try addMerge(span)
    let last = min(column + count - 1, ODSTableReader.beyond)
    if cell.holdsSomething(beside: text) { try add(cell, to: last, &frame) }
    column = last
  }

  private mutating func addMerge(_ span: (columns: Int, rows: Int)) throws(SpreadsheetError) {
    guard span.columns > 1 || span.rows > 1, row <= limits[.rows], column <= limits[.columns] else { return }
    merged.append(
      CellRange(
        CellAddress(row: row, column: column),
        CellAddress(
          row: min(row + span.rows - 1, limits[.rows]),
          column: min(column + span.columns - 1, limits[.columns])
        )))
    if merged.count > limits[.records] { throw limits.exceeded(.records, in: part) }
  }

  /// Keeps a cell with a value or a formula in the columns from the present one to `last`.
  private mutating func add(_ cell: ODSCell, to last: Int, _ frame: inout RowFrame) throws(SpreadsheetError) {
    if row > limits[.rows] { throw limits.exceeded(.rows, in: part) }
    if last > limits[.columns] { throw limits.exceeded(.columns, in: part) }
    while frame.columnRun < columns.count, columns[frame.columnRun].last < column { frame.columnRun += 1 }
    let run = frame.columnRun < columns.count ? columns[frame.columnRun] : nil
    let code = styles.code(cell.styleName ?? frame.cellStyle ?? run?.cellStyle, cell.kind)
    var compact = CompactCell(
      payload: 0, row: UInt32(truncatingIfNeeded: row), column: UInt16(truncatingIfNeeded: column),
      kind: .empty, isHidden: frame.isHidden || (run?.isHidden ?? false))
    compact.setLook(code.look)
    cell.setValue(of: &compact, text: text, isDate: code.isDate, in: &storage)
    if let formula = cell.formula {
      if formula.utf8.count > limits[.formulaBytes] { throw limits.exceeded(.formulaBytes, in: part) }
      storage.formulas.append((compact.key, storage.store(formula)))
      compact.hasFormula = true
    } else if compact.kind == .empty || (compact.kind == .text && compact.textRange.isEmpty) {
      return
    }
    if code.look == CompactCell.farLook { storage.farLooks.append(code.lookIndex, at: compact.key) }
    noteText(of: compact)
    storage.cells.append(compact)
    if storage.cells.count > limits[.cells] { throw limits.exceeded(.cells, in: part) }
    if last > column { try repeatCell(compact, to: last, from: frame) }
  }

  /// Notes what is struck, raised or hidden in the cell's text.
  private mutating func noteText(of cell: CompactCell) {
    if cell.kind == .text, !text.runs.isPlain { storage.textRuns.append(text.runs, at: cell.key) }
    var marks: CellMarks = text.hasHidden ? .hiddenText : []
    if cell.kind != .text, !text.runs.isPlain { marks.formUnion(text.runs.marks(isFontStruck: false)) }
    guard !marks.isEmpty else { return }
    storage.looks = styles.looks
    storage.displays.append(storage.display(of: cell).adding(marks), at: cell.key)
  }

  private mutating func repeatCell(_ cell: CompactCell, to last: Int, from frame: RowFrame)
    throws(SpreadsheetError)
  {
    try countRepeats(1, times: last - column)
    var run = frame.columnRun
    for column in column + 1...last {
      while run < columns.count, columns[run].last < column { run += 1 }
      var next = cell
      next.isHidden = frame.isHidden || (run < columns.count && columns[run].isHidden)
      copy(next, row: row, column: column)
    }
  }
}

extension XMLName {
  fileprivate static let tableRow = XMLName("table-row")
  fileprivate static let tableColumn = XMLName("table-column")
  fileprivate static let rowGroup = XMLName("table-row-group")
  fileprivate static let columnGroup = XMLName("table-column-group")
  fileprivate static let headerRows = XMLName("table-header-rows")
  fileprivate static let headerColumns = XMLName("table-header-columns")
  fileprivate static let rows = XMLName("table-rows")
  fileprivate static let columns = XMLName("table-columns")
  fileprivate static let cell = XMLName("table-cell")
  fileprivate static let coveredCell = XMLName("covered-table-cell")
  fileprivate static let styleName = XMLName("style-name")
  fileprivate static let display = XMLName("display")
  fileprivate static let visibility = XMLName("visibility")
  fileprivate static let columnsRepeated = XMLName("number-columns-repeated")
  fileprivate static let rowsRepeated = XMLName("number-rows-repeated")
  fileprivate static let columnsSpanned = XMLName("number-columns-spanned")
  fileprivate static let rowsSpanned = XMLName("number-rows-spanned")
  fileprivate static let defaultCellStyleName = XMLName("default-cell-style-name")
}
