/// Reads the XML of one sheet, a row at a time.
///
/// Advice to the next reader: this is where the time goes. Whatever runs once per cell should neither
/// allocate nor make a `String`.
struct SheetParser: ~Copyable {
  var tokenizer: XMLTokenizer
  let styles: [StylesPart.Code]
  let limits: ReadLimits
  let part: String

  private var isInData = false
  private var isFinished = false
  var row = 0
  var column = 0
  private(set) var isRowHidden = false
  /// Room for a text that has to be put together.
  var text: [UInt8] = []
  /// Where the shared formulas, known by their `si`, stand in the storage's list.
  var sharedFormulas: [Int: Int] = [:]
  /// Bytes of all shared formulas, counted once for every cell that has one.
  var sharedFormulaBytes = 0

  private(set) var mergedRanges: [CellRange] = []
  /// What conditional formats hide, as far as the sheet has been read.
  private(set) var conditionalHidings: [ConditionalHiding] = []
  /// Which conditional formats show nothing, by number.
  private let hidingFormats: [Bool]
  private(set) var hiddenRows: [ClosedRange<Int>] = []
  private(set) var hiddenColumns: [ClosedRange<Int>] = []
  /// For each column number whether it is hidden; empty if none is.
  private(set) var columnHiding: [Bool] = []
  let staging = PlainCellStaging()
  /// From so many cells on, reading ends with the row.
  private(set) var cellsWanted = 0
  /// How many cells a storage may have.
  private(set) var cellLimit = 0

  /// Starts with the sheet in `tokenizer`; `styles` says which cell formats show dates, and what else they do.
  init(_ tokenizer: consuming XMLTokenizer, styles: StylesPart) throws(SpreadsheetError) {
    limits = tokenizer.limits
    part = tokenizer.part
    self.styles = styles.codes
    hidingFormats = styles.hidingFormats
    self.tokenizer = tokenizer
    try findData()
  }

  /// Reads to the outermost element, and on to `sheetData`.
  private mutating func findData() throws(SpreadsheetError) {
    guard try tokenizer.next() == .start else { return }
    switch tokenizer.name {
    case .worksheet, .macrosheet: try readUntilData()
    case .chartsheet, .dialogsheet: try readToEnd()
    default: throw .damaged(part: part, .wrongKind(found: tokenizer.fullName))
    }
  }

  private mutating func readToEnd() throws(SpreadsheetError) {
    while try tokenizer.next() != .finished {}
    isFinished = true
  }

  /// Reads what stands outside the rows, up to the next `sheetData` or the end.
  private mutating func readUntilData() throws(SpreadsheetError) {
    while true {
      switch try tokenizer.next() {
      case .start:
        switch tokenizer.name {
        case .sheetData where tokenizer.depth == 2:
          isInData = true
          return
        case .cols where tokenizer.depth == 2, .mergeCells where tokenizer.depth == 2: break
        case .col where tokenizer.depth == 3: try readColumn()
        case .mergeCell where tokenizer.depth == 3: try readMerge()
        case .conditionalFormatting where tokenizer.depth == 2 && !hidingFormats.isEmpty:
          conditionalHidings += try ConditionalHiding.read(&tokenizer, hidingFormats)
          if conditionalHidings.count > limits[.records] { throw limits.exceeded(.records, in: part) }
        default: try tokenizer.skipElement()
        }
      case .finished:
        isFinished = true
        return
      case .end, .text: break
      }
    }
  }

  private mutating func readColumn() throws(SpreadsheetError) {
    guard let first = try tokenizer.number(.firstColumn), let last = try tokenizer.number(.lastColumn),
      first >= 1, first <= last,
      first <= limits[.columns]
    else { return }
    let isFlagged = try tokenizer.flag(.hidden) == true
    let hasNoWidth =
      try tokenizer.string(.width).map { SheetParser.isAtMost($0, SheetParser.unseenWidth) } ?? false
    guard isFlagged || hasNoWidth else { return }
    hiddenColumns.append(first...last)
    if hiddenColumns.count > limits[.columns] { throw limits.exceeded(.columns, in: part) }
    if columnHiding.isEmpty { columnHiding = Array(repeating: false, count: limits[.columns] + 1) }
    for column in first...min(last, limits[.columns]) { columnHiding[column] = true }
  }

  private mutating func readMerge() throws(SpreadsheetError) {
    guard let range = try tokenizer.string(.ref).flatMap({ CellRange($0) }) else { return }
    mergedRanges.append(range)
    if mergedRanges.count > limits[.records] { throw limits.exceeded(.records, in: part) }
  }

  // MARK: Rows

  /// Reads `row` elements and adds their cells to `storage`, until it has at least `wanted` cells; false
  /// after the last row, when the whole part has been read and checked.
  mutating func readRows(into storage: inout SheetStorage, cells wanted: Int) throws(SpreadsheetError) -> Bool
  {
    cellsWanted = wanted
    // The limit holds for what is kept. Who reads on from block to block keeps no more than a row at the end
    // of one.
    let block = wanted == .max ? 0 : wanted + PlainCellStaging.cellCapacity
    cellLimit = limits[.cells] > .max - block ? .max : limits[.cells] + block
    while storage.cells.count < wanted {
      guard try readRow(into: &storage) else { return false }
    }
    return true
  }

  /// Reads the next `row` element, or several plain ones.
  private mutating func readRow(into storage: inout SheetStorage) throws(SpreadsheetError) -> Bool {
    while !isFinished {
      guard isInData else {
        try readUntilData()
        continue
      }
      switch try tokenizer.next() {
      case .start where tokenizer.name == .row:
        try beginRow()
        try readCells(into: &storage)
        return true
      case .start: try tokenizer.skipElement()
      case .end: isInData = false
      case .text: break
      case .finished: isFinished = true
      }
    }
    return false
  }

  private mutating func beginRow() throws(SpreadsheetError) {
    row += 1
    column = 0
    isRowHidden = false
    for index in 0..<tokenizer.attributeCount {
      let attribute = tokenizer[attribute: index]
      switch attribute.fullName {
      case .r where !attribute.isEmpty: row = try rowNumber(attribute)
      case .hidden where try tokenizer.flag(.hidden) == true: isRowHidden = true
      case .ht where SheetParser.isAtMost(try tokenizer.value(attribute), SheetParser.unseenHeight):
        isRowHidden = true
      default: break
      }
    }
    if row > limits[.rows] { throw limits.exceeded(.rows, in: part) }
    guard isRowHidden else { return }
    if let last = hiddenRows.last, last.upperBound + 1 == row {
      hiddenRows[hiddenRows.count - 1] = last.lowerBound...row
    } else {
      hiddenRows.append(row...row)
    }
  }

  /// A row of at most one point, and a column of at most three tenths of a character, show a line at best: what
  /// stands in them is as hidden as under a height or width of 0.
  private static let unseenHeight = 1.0
  private static let unseenWidth = 0.3

  /// Whether a width or height leaves no room to see anything: `0`, `0.75`.
  private static func isAtMost(_ text: String, _ limit: Double) -> Bool {
    Double(text).map { $0 <= limit } ?? false
  }

  private func rowNumber(_ attribute: XMLTokenizer.Attribute) throws(SpreadsheetError) -> Int {
    var number = 0
    for index in attribute.valueStart..<attribute.valueEnd {
      let digit = tokenizer.window[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { throw .damaged(part: part, .badAddress(try tokenizer.value(attribute))) }
      number = min(number &* 10 &+ Int(digit), 1 << 40)
    }
    if number == 0 { throw .damaged(part: part, .badAddress("0")) }
    return number
  }

  private mutating func readCells(into storage: inout SheetStorage) throws(SpreadsheetError) {
    while true {
      try readPlainCells(into: &storage)
      switch try tokenizer.next() {
      case .start where tokenizer.name == .c: try readCell(into: &storage)
      case .start: try tokenizer.skipElement()
      case .end, .finished: return
      case .text: break
      }
    }
  }

  // MARK: Cells

  /// What a cell's `t` says its value is.
  enum CellType {
    case number, sharedString, inlineString, formulaString, boolean, error, date
  }

  private mutating func readCell(into storage: inout SheetStorage) throws(SpreadsheetError) {
    var type = CellType.number
    var style = StylesPart.Code(isDate: false, look: 0, lookIndex: 0)
    var cellRow = row
    column += 1
    for index in 0..<tokenizer.attributeCount {
      let attribute = tokenizer[attribute: index]
      switch attribute.fullName {
      case .r where !attribute.isEmpty: (cellRow, column) = try address(attribute)
      case .s: style = self.style(attribute)
      case .t: type = try cellType(attribute)
      default: break
      }
    }
    if column > limits[.columns] { throw limits.exceeded(.columns, in: part) }
    if cellRow > limits[.rows] { throw limits.exceeded(.rows, in: part) }
    var cell = CompactCell(
      payload: 0, row: UInt32(truncatingIfNeeded: cellRow), column: UInt16(truncatingIfNeeded: column),
      kind: .empty,
      isHidden: isRowHidden || (!columnHiding.isEmpty && columnHiding[column]))
    cell.setLook(style.look)
    var formula: UInt64?
    var hasInlineText = false
    while true {
      switch try tokenizer.next() {
      case .start:
        switch tokenizer.name {
        // Beside an inline text a value is a copy of it, or a left-over.
        case .v where !hasInlineText: try readValue(type, isDate: style.isDate, of: &cell, into: &storage)
        case .f: formula = try readFormula(of: cell, into: &storage)
        case .inlineText where type == .inlineString || cell.kind == .empty:
          let runs = try RichText.read(&tokenizer, into: &text)
          if !runs.isPlain { storage.textRuns.append(runs, at: cell.key) }
          cell.kind = .text
          cell.payload = text.withUnsafeBufferPointer { storage.store($0) }
          hasInlineText = true
        default: try tokenizer.skipElement()
        }
      case .end, .finished:
        if style.look == CompactCell.farLook { storage.farLooks.append(style.lookIndex, at: cell.key) }
        try add(cell, formula, to: &storage)
        return
      case .text: break
      }
    }
  }

  /// Keeps a cell that has a value or a formula.
  private func add(_ cell: CompactCell, _ formula: UInt64?, to storage: inout SheetStorage)
    throws(SpreadsheetError)
  {
    var cell = cell
    if let formula {
      storage.formulas.append((cell.key, formula))
      cell.hasFormula = true
    } else if cell.kind == .empty || (cell.kind == .text && cell.payload & 0xFF_FFFF == 0) {
      return
    }
    storage.cells.append(cell)
    if storage.cells.count > cellLimit { throw limits.exceeded(.cells, in: part) }
  }

  /// The row and column in a cell's `r`, such as `B7`.
  private func address(_ attribute: XMLTokenizer.Attribute) throws(SpreadsheetError) -> (
    row: Int, column: Int
  ) {
    var column = 0
    var row = 0
    var index = attribute.valueStart
    while index < attribute.valueEnd {
      let letter = (tokenizer.window[index] | 0x20) &- UInt8(ascii: "a")
      if letter >= 26 { break }
      column = min(column &* 26 &+ Int(letter) &+ 1, 1 << 40)
      index &+= 1
    }
    while index < attribute.valueEnd {
      let digit = tokenizer.window[index] &- UInt8(ascii: "0")
      if digit > 9 { break }
      row = min(row &* 10 &+ Int(digit), 1 << 40)
      index &+= 1
    }
    guard index == attribute.valueEnd, row > 0, column > 0 else {
      // `$B$7` and the like are rare enough to be read the slow way.
      let text = try tokenizer.value(attribute)
      guard let address = CellAddress(text) else { throw .damaged(part: part, .badAddress(text)) }
      return (address.row, address.column)
    }
    return (row, column)
  }

  private func style(_ attribute: XMLTokenizer.Attribute) -> StylesPart.Code {
    let none = StylesPart.Code(isDate: false, look: 0, lookIndex: 0)
    var style = 0
    for index in attribute.valueStart..<attribute.valueEnd {
      let digit = tokenizer.window[index] &- UInt8(ascii: "0")
      guard digit <= 9, style < 1 << 30 else { return none }
      style = style &* 10 &+ Int(digit)
    }
    return style < styles.count ? styles[style] : none
  }

  private func cellType(_ attribute: XMLTokenizer.Attribute) throws(SpreadsheetError) -> CellType {
    let length = attribute.valueEnd - attribute.valueStart
    if length == 1 {
      switch tokenizer.window[attribute.valueStart] {
      case UInt8(ascii: "s"): return .sharedString
      case UInt8(ascii: "b"): return .boolean
      case UInt8(ascii: "e"): return .error
      case UInt8(ascii: "d"): return .date
      default: return .number
      }
    }
    switch try tokenizer.value(attribute) {
    case "str": return .formulaString
    case "inlineStr": return .inlineString
    default: return .number
    }
  }
}

extension XMLName {
  static let worksheet = XMLName("worksheet")
  static let macrosheet = XMLName("macrosheet")
  static let chartsheet = XMLName("chartsheet")
  static let dialogsheet = XMLName("dialogsheet")
  static let sheetData = XMLName("sheetData")
  static let cols = XMLName("cols")
  static let col = XMLName("col")
  static let firstColumn = XMLName("min")
  static let lastColumn = XMLName("max")
  static let width = XMLName("width")
  static let hidden = XMLName("hidden")
  static let mergeCells = XMLName("mergeCells")
  static let mergeCell = XMLName("mergeCell")
  static let conditionalFormatting = XMLName("conditionalFormatting")
  static let row = XMLName("row")
  static let ht = XMLName("ht")
  static let c = XMLName("c")
  static let s = XMLName("s")
  static let v = XMLName("v")
  static let f = XMLName("f")
  static let inlineText = XMLName("is")
  static let ref = XMLName("ref")
  static let r1 = XMLName("r1")
  static let r2 = XMLName("r2")
  static let dt2D = XMLName("dt2D")
  static let dtr = XMLName("dtr")
}
