/// An `.xlsx` workbook whose sheets are read row by row, in memory that does not grow with the sheet.
///
/// ```swift
/// let file = try XLSXFile(path: "posteringer.xlsx")
/// for sheet in file.sheets {
///   for row in sheet.rows {
///     print(sheet.name, try row.get().cells.count)
///   }
/// }
/// ```
///
/// Opening reads everything but the sheets; of that only the texts that cells share take room.
public struct XLSXFile: Sendable {
  /// The sheets in the order of their tabs; chart sheets are left out.
  public let sheets: [StreamedSheet]
  /// What each defined name of the whole workbook stands for.
  public let definedNames: [String: String]
  /// The day from which the file counts its dates.
  public let dateSystem: DateSystem

  /// Opens the workbook at `path`. With more than one of `threads`, a sheet is unpacked on a thread of its
  /// own while it is read.
  ///
  /// - Throws: ``SpreadsheetError`` when the file is not there, is no workbook, is damaged, or goes beyond
  ///   `limits`.
  public init(path: String, limits: ReadLimits = .init(), threads: Int = XLSXReader.defaultThreads)
    throws(SpreadsheetError)
  {
    try self.init(WorkbookInput(path: path, limits: limits), limits, threads)
  }

  /// Opens the workbook in `bytes`, the contents of an `.xlsx` file.
  ///
  /// - Throws: ``SpreadsheetError`` when the bytes are no workbook, are damaged, or go beyond `limits`.
  public init(bytes: [UInt8], limits: ReadLimits = .init(), threads: Int = XLSXReader.defaultThreads)
    throws(SpreadsheetError)
  {
    try self.init(WorkbookInput(bytes: bytes, limits: limits), limits, threads)
  }

  private init(_ input: WorkbookInput, _ limits: ReadLimits, _ threads: Int) throws(SpreadsheetError) {
    let contents = try WorkbookContents(XLSXPackage(input, limits: limits))
    let strings = try contents.readSharedStrings(
      inBackground: threads > 1 && contents.sharedStringBytes > StreamedSheet.worthAThread)
    definedNames = contents.definedNames
    dateSystem = contents.dateSystem
    let workbook = OpenedWorkbook(contents: contents, strings: strings, threads: threads)
    sheets = contents.sheets.map { StreamedSheet(workbook: workbook, entry: $0) }
  }
}

/// What all sheets of an opened workbook have in common; a workbook may have ten thousand.
final class OpenedWorkbook: Sendable {
  let contents: WorkbookContents
  let strings: StringTable
  let threads: Int

  init(contents: WorkbookContents, strings: StringTable, threads: Int) {
    self.contents = contents
    self.strings = strings
    self.threads = threads
  }
}

/// A sheet that is read row by row, each time anew.
public struct StreamedSheet: Sendable {
  let workbook: OpenedWorkbook
  let entry: WorkbookContents.SheetEntry

  /// Below this size a thread costs more than it saves.
  static let worthAThread = 1 << 18

  /// The name on the sheet's tab.
  public var name: String { entry.name }
  /// Whether the sheet is hidden (or "very hidden").
  public var isHidden: Bool { entry.isHidden }
  /// The size of the sheet's XML, as the file states it.
  package var statedBytes: Int { entry.part.size }

  /// The rows that have cells, in the order of the file, which is the order of their numbers in all but
  /// broken files. What is merged a sheet says behind its rows, so their cells do not know it.
  ///
  /// An element is a row or the error that ended the reading; after an error nothing follows. Whether the
  /// sheet's checksum is right shows only at its end, so who stops early has read unchecked bytes.
  public var rows: StreamedRows { StreamedRows(sheet: self) }

  /// Reads the sheet as a whole.
  ///
  /// - Throws: ``SpreadsheetError`` when the sheet is damaged or goes beyond the limits.
  public func read() throws(SpreadsheetError) -> Sheet {
    var sheet = try workbook.contents.readSheet(entry, inBackground: isUnpackedInBackground)
    try workbook.contents.resolve(workbook.strings, in: &sheet, entry)
    return sheet
  }

  var isUnpackedInBackground: Bool { workbook.threads > 1 && entry.part.size > StreamedSheet.worthAThread }
}

/// The rows of a sheet, read from the file while one goes through them.
public struct StreamedRows: Sequence, Sendable {
  let sheet: StreamedSheet

  /// Begins to read the sheet.
  public func makeIterator() -> Iterator { Iterator(sheet) }

  /// Reads one row after another.
  public struct Iterator: IteratorProtocol {
    private let reader: CompactRowReader
    private var cache = StringCache()
    /// Rows of the last block that were not handed out yet, last first.
    private var pending: [Row] = []
    private var isFinished = false

    init(_ sheet: StreamedSheet) { reader = CompactRowReader(sheet) }

    /// The next row, or the error that ends the reading; `nil` after the last.
    public mutating func next() -> Result<Row, SpreadsheetError>? {
      while true {
        if let row = pending.popLast() { return .success(row) }
        if isFinished { return nil }
        do throws(SpreadsheetError) {
          guard try reader.next() else {
            isFinished = true
            return nil
          }
          pending = reader.storage.rows(cache: &cache)
        } catch {
          isFinished = true
          return .failure(error)
        }
      }
    }
  }
}

/// Reads the rows of a sheet into one small storage, again and again.
package final class CompactRowReader {
  /// So many cells make a block: few enough to stay in the processor's nearest memory.
  private static let blockCells = 512

  private let sheet: StreamedSheet
  private var parser: SheetParser?
  /// The cells of the rows that were read last.
  package private(set) var storage = SheetStorage()

  package init(_ sheet: StreamedSheet) {
    self.sheet = sheet
    storage.dateSystem = sheet.workbook.contents.dateSystem
    storage.looks = sheet.workbook.contents.styles.looks
    storage.isHidden = sheet.isHidden
    storage.strings = sheet.workbook.strings
  }

  /// Reads the next `row` elements, as many as make a block; false at the end of the sheet.
  package func next() throws(SpreadsheetError) -> Bool {
    if parser == nil {
      parser = try sheet.workbook.contents.parser(sheet.entry, inBackground: sheet.isUnpackedInBackground)
    }
    var isAtEnd = false
    repeat {
      storage.removeAllCells()
      isAtEnd = try parser?.readRows(into: &storage, cells: CompactRowReader.blockCells) != true
      if let cell = storage.checkSharedTexts() {
        throw .damaged(
          part: sheet.entry.part.name,
          .missingSharedString(index: Int(cell.payload), cell: cell.address.description))
      }
      storage.restoreOrder()
    } while storage.cells.isEmpty && !isAtEnd
    return !storage.cells.isEmpty
  }
}

extension SheetStorage {
  /// The rows of this storage, last first. A `row` element is one row, unless its cells state other row
  /// numbers.
  fileprivate func rows(cache: inout StringCache) -> [Row] {
    var rows: [Row] = []
    var formulaPosition = 0
    for position in cells.indices {
      let cell = cell(at: position, formulaPosition: formulaPosition, cache: &cache)
      if cell.formula != nil { formulaPosition += 1 }
      if rows.last?.number == cell.address.row {
        rows[rows.count - 1].cells.append(cell)
      } else {
        rows.append(Row(number: cell.address.row, cells: [cell]))
        rows[rows.count - 1].cells.reserveCapacity(cells.count)
      }
    }
    return rows.reversed()
  }
}
