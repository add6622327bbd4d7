/// Writes the cells of workbooks as lines of text, the way `fordel grid` shows them.
///
/// - `jsonl`: one object per cell, in sheet and row order:
///   `{"sheet":"Økonomi","cell":"B7","type":"number","value":"1275.5","formula":"SUM(B2:B6)","hidden":false}`.
///   A formula whose value the file does not store has an empty `value` and, in addition, `"stored":false`.
/// - `csv`: the same fields under a header, separated by commas.
/// - `count`: reads everything, down to typed values, and counts: `sheets=1 rows=100000 cells=1000000`.
public struct GridLines: Sendable {
  /// How the cells are written.
  public enum Format: String, CaseIterable, Sendable {
    /// One JSON object per line.
    case jsonl
    /// Comma-separated values, a cell per line.
    case csv
    /// Only how many there are.
    case count
  }

  /// What was read.
  public struct Count: Hashable, Sendable {
    /// Sheets, empty ones included.
    public var sheets = 0
    /// Rows that have a cell.
    public var rows = 0
    /// Cells that are not empty.
    public var cells = 0
  }

  /// Takes a block of UTF-8.
  public typealias Sink = (UnsafeBufferPointer<UInt8>) throws -> Void

  /// How the cells are written.
  public var format: Format
  /// The only sheet to be read; `nil` for all.
  public var sheet: String?

  /// Lines in `format`, of the sheet named `sheet` or of all.
  public init(format: Format, sheet: String? = nil) {
    self.format = format
    self.sheet = sheet
  }

  /// Sheets up to this size (of their XML) are put into row order before they are written, if the file does
  /// not have them so.
  private static let orderedBytes = 8 << 20

  /// Writes the cells of an opened `.xlsx` file while they are read; large ones never stand in memory as a
  /// whole.
  ///
  /// - Throws: ``SpreadsheetError`` where reading stops, and whatever `sink` throws. What was written before
  ///   stays written.
  public func write(_ file: XLSXFile, to sink: Sink) throws -> Count {
    var output = GridText(format)
    var count = Count()
    var values = TypedValues()
    for sheet in file.sheets where isWanted(sheet.name) {
      output.beginSheet(sheet.name)
      count.sheets += 1
      if format == .count {
        try GridLines.count(sheet, into: &count, values: &values)
      } else if sheet.statedBytes <= GridLines.orderedBytes {
        for row in try sheet.read().rows { try write(row, to: &output, &count, sink) }
      } else {
        for row in sheet.rows { try write(try row.get(), to: &output, &count, sink) }
      }
    }
    try output.flush(to: sink)
    return count
  }

  /// Writes the cells of a workbook that is in memory, such as one made from CSV.
  ///
  /// - Throws: whatever `sink` throws.
  public func write(_ workbook: Workbook, to sink: Sink) throws -> Count {
    var output = GridText(format)
    var count = Count()
    for sheet in workbook.sheets where isWanted(sheet.name) {
      output.beginSheet(sheet.name)
      count.sheets += 1
      for row in sheet.rows { try write(row, to: &output, &count, sink) }
    }
    try output.flush(to: sink)
    return count
  }

  private func isWanted(_ name: String) -> Bool { sheet == nil || sheet == name }

  private func write(_ row: Row, to output: inout GridText, _ count: inout Count, _ sink: Sink) throws {
    count.rows += 1
    count.cells += row.cells.count
    if format == .count { return }
    for cell in row.cells { output.append(cell) }
    if output.isFull { try output.flush(to: sink) }
  }

  /// Counts the rows and cells of a sheet, and makes the typed value of each cell on the way.
  private static func count(_ sheet: StreamedSheet, into count: inout Count, values: inout TypedValues)
    throws
  {
    let reader = CompactRowReader(sheet)
    var lastRow: UInt32 = 0
    while try reader.next() {
      for cell in reader.storage.cells {
        if cell.row != lastRow { count.rows += 1 }
        lastRow = cell.row
      }
      count.cells += reader.storage.cells.count
      values.visit(reader.storage)
    }
  }
}

/// Makes the typed value of every cell: the exact number, the date, the text.
package struct TypedValues {
  private var cache = StringCache()
  /// A number that depends on all values, so that no compiler leaves the work out.
  package private(set) var digest = 0

  package init() {}

  /// Makes the values of all cells in `storage`.
  package mutating func visit(_ storage: SheetStorage) { visit(storage.cells[...], of: storage) }

  /// Makes the values of some cells of `storage`.
  package mutating func visit(_ cells: ArraySlice<CompactCell>, of storage: SheetStorage) {
    storage.bytes.withUnsafeBufferPointer { bytes in
      for cell in cells {
        if cell.kind == .number {
          let number = DecimalNumber(stored: UnsafeBufferPointer(rebasing: bytes[cell.textRange]))
          digest &+= number.map { Int(truncatingIfNeeded: $0.mantissa) &+ $0.scale } ?? 0
        } else {
          switch storage.value(of: cell, cache: &cache) {
          case .text(let text), .number(let text), .error(let text), .date(let text):
            digest &+= text.utf8.count
          case .boolean(let isTrue): digest &+= isTrue ? 1 : 0
          case .empty: break
          }
        }
      }
    }
  }
}
