import Spreadsheet

/// Reads a table of an OpenDocument text with its merged cells.
struct OpenTable {
  /// Tables in cells beside text, read behind this one.
  private(set) var inner: [OpenNode] = []
  /// What has to be told.
  private(set) var notes: [DocumentNote] = []
  private var rows: [DocumentRow] = []
  /// How many cells repeats have added.
  private var repeated = 0
  private let limits: ReadLimits
  private let isDeleted: Bool

  /// No rows yet of a table, which may stand in a deletion.
  init(limits: ReadLimits, isDeleted: Bool = false) {
    self.limits = limits
    self.isDeleted = isDeleted
  }

  /// The table at `node`, of which nothing is shown where it stands in something hidden.
  mutating func read(
    _ node: OpenNode, _ context: inout OpenTextContext, isHidden: Bool
  ) throws(SpreadsheetError) -> DocumentTable {
    try addRows(of: node, &context, isHidden: isHidden)
    return DocumentTable(rows.flatMap(StackedRows.unstacked))
  }

  /// Adds rows; groups and headings are seen through.
  private mutating func addRows(
    of node: OpenNode, _ context: inout OpenTextContext, isHidden: Bool
  ) throws(SpreadsheetError) {
    for child in node.children {
      if context.passes(child) { continue }
      guard child.namespace == .table else { continue }
      switch child.name {
      case OpenTable.row: try addRow(child, &context, isHidden: isHidden)
      case OpenTable.rowGroup, OpenTable.headerRows, OpenTable.rowsElement:
        let isFolded = child[.table, OpenTable.display] == "false"
        try addRows(of: child, &context, isHidden: isHidden || isFolded)
      default: break
      }
    }
  }

  private mutating func addRow(
    _ node: OpenNode, _ context: inout OpenTextContext, isHidden: Bool
  ) throws(SpreadsheetError) {
    let visibility = node[.table, OpenTable.visibility]
    var row = DocumentRow(isHidden: isHidden || visibility == "collapse" || visibility == "filter")
    var column = 1
    for child in node.children {
      if context.passes(child) { continue }
      let isCovered = child.isA(.table, OpenTable.coveredCell)
      guard isCovered || child.isA(.table, OpenTable.cell) else { continue }
      let count = OpenTable.count(child, OpenTable.columnsRepeated)
      let cell = self.cell(child, column: column, isCovered: isCovered, &context)
      if let cell { try add(cell, count, to: &row) }
      column = min(column + count, OpenTable.beyond)
    }
    let count = OpenTable.count(node, OpenTable.rowsRepeated)
    try countRepeats(max(row.cells.count, 1), times: count - 1)
    for _ in 0..<count { rows.append(row) }
  }

  private mutating func add(_ cell: DocumentCell, _ count: Int, to row: inout DocumentRow)
    throws(SpreadsheetError)
  {
    let last = cell.column + count - 1
    if last > limits[.columns] { throw limits.exceeded(.columns, in: "content.xml") }
    try countRepeats(1, times: count - 1)
    for offset in 0..<count {
      var copy = cell
      copy.column += offset
      row.cells.append(copy)
    }
  }

  private mutating func countRepeats(_ cells: Int, times: Int) throws(SpreadsheetError) {
    let (added, overflow) = cells.multipliedReportingOverflow(by: times)
    repeated += overflow ? ODSReader.repeatedCells + 1 : min(added, 1 << 40)
    if repeated > ODSReader.repeatedCells {
      throw .limitExceeded(limit: .cells, value: ODSReader.repeatedCells, part: "content.xml")
    }
  }

  /// The cell at `column`; `nil` for one that a merge covers, unless something stands in it.
  private mutating func cell(
    _ node: OpenNode, column: Int, isCovered: Bool, _ context: inout OpenTextContext
  ) -> DocumentCell? {
    var text = self.text(of: node, &context)
    if isDeleted {
      text = DocumentText(marks: .deleted, earlierText: text.earlierText ?? text.text)
    }
    if isCovered, text == DocumentText() { return nil }
    return DocumentCell(
      column: column, columnSpan: min(OpenTable.count(node, OpenTable.columnsSpanned), 1_000),
      rowSpan: min(OpenTable.count(node, OpenTable.rowsSpanned), 1_000), text: text,
      value: OpenTable.value(of: node, shown: text))
  }

  private mutating func text(of cell: OpenNode, _ context: inout OpenTextContext) -> DocumentText {
    var paragraphs: [OpenNode] = []
    gather(cell, into: &paragraphs)
    let look = context.styles.text(.cell, cell[.table, OpenNames.styleName])
    let text = OpenText(paragraphs, &context, isOnWhite: look.isShaded != true)
    for frame in text.frames { inner += OpenBlocks.tables(in: frame) }
    for _ in 0..<text.objects { notes.append(DocumentNote(.embeddedObject)) }
    return text.result
  }

  /// The paragraphs of a cell; tables in it are kept for later, but one of a single cell is only a frame.
  private mutating func gather(_ node: OpenNode, into paragraphs: inout [OpenNode]) {
    for child in node.children {
      if OpenBlocks.isParagraph(child) {
        paragraphs.append(child)
      } else if child.isA(.table, OpenNames.table) {
        let cells = OpenTable.cells(of: child)
        if cells.count == 1 { gather(cells[0], into: &paragraphs) } else { inner.append(child) }
      } else if child.namespace == .text {
        gather(child, into: &paragraphs)
      } else if child.namespace == .draw {
        inner += OpenBlocks.tables(in: child)
      }
    }
  }

  /// The cells of a table, covered ones too.
  private static func cells(of table: OpenNode) -> [OpenNode] {
    table.children.flatMap { child -> [OpenNode] in
      guard child.namespace == .table else { return [] }
      return child.name == cell || child.name == coveredCell ? [child] : cells(of: child)
    }
  }

  // MARK: - Values

  /// A number that the cell stores, where what is shown is another one: rounded, or without its sign. A person
  /// who reads the figure shown would not know.
  private static func value(of node: OpenNode, shown text: DocumentText) -> CellValue? {
    guard ["float", "currency", "percentage"].contains(node[.office, valueType] ?? ""),
      let stored = node[.office, storedValue], let number = DecimalNumber(stored: stored),
      !text.text.isEmpty, text.earlierText == nil
    else { return nil }
    let isSame =
      digits(text.text) == digits(number.description)
      && (number.mantissa < 0) == text.text.contains { "-−–(".contains($0) }
    return isSame ? nil : .number(stored)
  }

  /// The digits of a figure without the noughts at its ends, which a format adds or leaves out.
  private static func digits(_ text: String) -> String {
    var digits = text.filter { $0.isASCII && $0.isNumber }[...]
    while digits.first == "0" { digits.removeFirst() }
    while digits.last == "0" { digits.removeLast() }
    return String(digits)
  }

  /// The number in an attribute that counts; 1 where there is none that could be meant.
  private static func count(_ node: OpenNode, _ name: XMLName) -> Int {
    guard let text = node[.table, name] else { return 1 }
    return min(max(Int(text) ?? 1, 1), beyond)
  }

  /// A place beyond every table's end.
  private static let beyond = 1 << 40

  private static let row = XMLName("table-row")
  private static let rowGroup = XMLName("table-row-group")
  private static let headerRows = XMLName("table-header-rows")
  private static let rowsElement = XMLName("table-rows")
  private static let cell = XMLName("table-cell")
  private static let coveredCell = XMLName("covered-table-cell")
  private static let display = XMLName("display")
  private static let visibility = XMLName("visibility")
  private static let columnsRepeated = XMLName("number-columns-repeated")
  private static let rowsRepeated = XMLName("number-rows-repeated")
  private static let columnsSpanned = XMLName("number-columns-spanned")
  private static let rowsSpanned = XMLName("number-rows-spanned")
  private static let valueType = XMLName("value-type")
  private static let storedValue = XMLName("value")
}
