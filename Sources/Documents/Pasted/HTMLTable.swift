import Spreadsheet

/// A table of a page as it is gathered: rows in three parts, cells at their places in the grid.
struct HTMLTable {
  /// A cell with what stands in it.
  private struct Cell {
    var place: DocumentCell
    var frame: HTMLFrame
  }

  private struct Row {
    var cells: [Cell] = []
    var isHidden: Bool
  }

  /// Columns that cells of earlier rows cover, from the left, none twice.
  private struct Covered {
    var columns: Range<Int>
    /// Rows that are covered still, the next one included.
    var rows: Int
  }

  private enum Part: Int { case head, body, foot }

  /// What stands in the element `caption`.
  var caption: HTMLFrame?
  private(set) var hasOpenRow = false
  private var parts: [[Row]] = [[], [], []]
  private var part = Part.body
  private var rows: [Row] = []
  private var covered: [Covered] = []
  private var column = 1
  private var coveredIndex = 0
  private var nextCovered: [Covered] = []
  private var hiddenColumns: Set<Int> = []
  private var columnCount = 0
  private let limits: ReadLimits
  /// Covered places that were looked at; each row looks at all of them.
  private var steps = 0
  /// A table of ten thousand rows beside fifty cells that reach down over all of them has half a million.
  private static let stepLimit = 5_000_000

  init(limits: ReadLimits) { self.limits = limits }

  // MARK: - Columns and parts

  /// Adds columns of the element `col`.
  mutating func addColumns(_ count: Int, isHidden: Bool) {
    let count = min(max(count, 1), 1_000)
    if isHidden, columnCount < limits[.columns] {
      hiddenColumns.formUnion((columnCount + 1)...(columnCount + count))
    }
    columnCount += count
  }

  /// Begins the head, a body or the foot; cells do not reach from one into the next.
  mutating func beginPart(_ name: String) {
    endPart()
    part = name == "thead" && parts[0].isEmpty ? .head : name == "tfoot" && parts[2].isEmpty ? .foot : .body
  }

  /// Ends the part that is open.
  mutating func endPart() {
    endRow()
    for row in rows.indices {
      for cell in rows[row].cells.indices {
        let room = rows.count - row
        let span = rows[row].cells[cell].place.rowSpan
        rows[row].cells[cell].place.rowSpan = span == 0 ? room : min(span, room)
      }
    }
    parts[part.rawValue] += rows
    (rows, covered, part) = ([], [], .body)
  }

  // MARK: - Rows and cells

  /// Begins a row.
  mutating func beginRow(isHidden: Bool) throws(SpreadsheetError) {
    endRow()
    try checkSteps()
    guard rows.count < limits[.rows] else { throw limits.exceeded(.rows, in: "html") }
    rows.append(Row(isHidden: isHidden))
    (hasOpenRow, column, coveredIndex, nextCovered) = (true, 1, 0, [])
  }

  /// Ends the row that is open.
  mutating func endRow() {
    guard hasOpenRow else { return }
    hasOpenRow = false
    for place in covered[coveredIndex...] { keep(place) }
    steps += covered.count - coveredIndex
    covered = nextCovered
  }

  private mutating func keep(_ place: Covered) {
    if place.rows > 1 { nextCovered.append(Covered(columns: place.columns, rows: place.rows - 1)) }
  }

  /// The column of the next cell of the row that is open.
  mutating func nextColumn() throws(SpreadsheetError) -> Int {
    while coveredIndex < covered.count, covered[coveredIndex].columns.lowerBound <= column {
      column = max(column, covered[coveredIndex].columns.upperBound)
      keep(covered[coveredIndex])
      coveredIndex += 1
      steps += 1
    }
    guard column <= limits[.columns] else { throw limits.exceeded(.columns, in: "html") }
    try checkSteps()
    return column
  }

  private func checkSteps() throws(SpreadsheetError) {
    guard steps <= min(HTMLTable.stepLimit, limits.cells) else { throw limits.exceeded(.cells, in: "html") }
  }

  /// Whether a column is not shown.
  func hides(_ column: Int) -> Bool { hiddenColumns.contains(column) }

  /// Adds a cell at the column that ``nextColumn()`` gave; a `rowSpan` of 0 goes to the end of the part.
  mutating func add(_ frame: HTMLFrame, columnSpan: Int, rowSpan: Int, value: CellValue?) {
    let span = min(max(columnSpan, 1), 1_000)
    let rowSpan = min(max(rowSpan, 0), 65_534)
    // Where a wide cell runs into one that reaches down from above, browsers let them overlap; here it ends there.
    let room = coveredIndex < covered.count ? covered[coveredIndex].columns.lowerBound - column : span
    let columns = column..<(column + min(span, max(room, 1)))
    let text = frame.text
    let place = DocumentCell(
      column: column, columnSpan: columns.count, rowSpan: rowSpan, text: text, value: value)
    rows[rows.count - 1].cells.append(Cell(place: place, frame: frame))
    if rowSpan != 1 {
      nextCovered.append(Covered(columns: columns, rows: rowSpan == 0 ? 65_534 : rowSpan - 1))
    }
    column = columns.upperBound
  }

  // MARK: - The result

  /// Whether the table only arranges what stands in it.
  private var isFrame: Bool {
    let rows = parts[0] + parts[1] + parts[2]
    let cells = rows.flatMap(\.cells)
    guard !rows.contains(where: \.isHidden) else { return false }
    return cells.count == 1
      || cells.contains { $0.frame.hasTables } && !rows.contains(where: HTMLTable.hasFigures)
  }

  /// The figures of small tables in cells of this one that have no figure beside them: no heading tells what they are.
  var looseFigures: [String] {
    guard !isFrame else { return [] }
    return parts.flatMap { $0 }.filter { !HTMLTable.hasFigure($0) }.flatMap(\.cells).flatMap { cell in
      var frame = cell.frame
      return frame.takeSmallTables().filter { $0.contains(where: \.isNumber) }
    }
  }

  /// What the table is: a table, or a mere frame around what stands in it.
  func segments(isCaption: (String) -> Bool) -> [HTMLFrame.Segment] {
    let rows = parts[0] + parts[1] + parts[2]
    let cells = rows.flatMap(\.cells)
    let above = caption?.segments ?? []
    guard !cells.isEmpty else { return above }
    if isFrame { return above + cells.flatMap(\.frame.segments) }
    let whole = rows.map(HTMLTable.withSmallTables)
    var table = DocumentTable(
      whole.flatMap { StackedRows.unstacked(DocumentRow($0.cells.map(\.place), isHidden: $0.isHidden)) })
    table.caption = caption.map(\.text).flatMap { $0.text.isEmpty ? nil : $0 }
    let inner = whole.flatMap(\.cells).flatMap(\.frame.segments).flatMap { segment -> [DocumentBlock] in
      if case .blocks(let blocks) = segment { blocks } else { [] }
    }
    return [.blocks(CaptionRows.divided(table, isCaption: isCaption) + inner)]
  }

  /// A row of figures with the texts of small tables as parts of the cells that they stand in: two figures that somebody has
  /// set above each other in one cell are no table of their own, and a person reads them as what the cell says.
  private static func withSmallTables(_ row: Row) -> Row {
    guard hasFigure(row) else { return row }
    var row = row
    for index in row.cells.indices where row.cells[index].frame.hasTables {
      let texts = row.cells[index].frame.takeSmallTables()
      guard !texts.isEmpty else { continue }
      row.cells[index].place.text.text = ([row.cells[index].place.text.text] + texts).filter { !$0.isEmpty }
        .joined(separator: "\n")
    }
    return row
  }

  private static func hasFigure(_ row: Row) -> Bool {
    row.cells.contains { isFigure($0.place.text.text) }
  }

  private static func isFigure(_ text: String) -> Bool {
    text.contains(where: \.isNumber) && !text.contains(where: \.isLetter)
  }

  /// Whether two cells of a row are figures: such a row is one of a table, not of a frame.
  private static func hasFigures(_ row: Row) -> Bool {
    row.cells.count { isFigure($0.place.text.text) } > 1
  }
}
