internal import CXLSXWriter

/// Writes an XLSX workbook.
///
/// ```swift
/// var writer = try XLSXWriter(path: "budget.xlsx", properties: DocumentProperties(title: "Budget"))
/// let sheet = try writer.addSheet("Økonomi")
/// try writer.write(.text("Udvalg"), at: CellAddress(row: 1, column: 1), in: sheet)
/// try writer.close()
/// ```
///
/// The file appears whole when ``close()`` returns; a writer that fails or is dropped before that leaves
/// nothing behind, and what stood at the path stays. The same calls give the same bytes, whatever the locale
/// or the time. Everything is checked before it is written: a call that throws an ``XLSXWriteError`` has
/// changed nothing. A writer belongs to one task at a time.
public struct XLSXWriter: ~Copyable {
  var workbook: UnsafeMutablePointer<lxw_workbook>?
  var sheets: [SheetState] = []
  var formats = FormatTable()
  var definedNames: Set<String> = []
  var tableNames: Set<String> = []
  var activeSheet: Int?
  let options: WriteOptions
  var file: AtomicFile

  /// What is known of a sheet while it is written.
  struct SheetState {
    let worksheet: UnsafeMutablePointer<lxw_worksheet>
    let name: String
    let isHidden: Bool
    /// The row that constant-memory mode has come to.
    var currentRow = 1
    var linkCount = 0
    var merged: [CellRange] = []
    var tables: [CellRange] = []
    var commented: Set<CellAddress> = []
    var hasAutofilter = false
    /// Formulas whose value is `TRUE` or `FALSE`, which are put right in the finished file.
    var booleanFormulas: [CellAddress: Bool] = [:]
  }

  /// A workbook that ``close()`` puts at `path`.
  ///
  /// Throws an ``XLSXWriteError`` with the reason `file` if no file can be made there.
  public init(
    path: String, properties: DocumentProperties = DocumentProperties(),
    options: WriteOptions = WriteOptions()
  ) throws(XLSXWriteError) {
    let file = try XLSXWriter.withFileErrors { () throws(FileWriteError) in try AtomicFile(path: path) }
    try self.init(file: file, properties: properties, options: options)
  }

  /// A workbook whose bytes ``closeIntoBytes()`` returns.
  public init(properties: DocumentProperties = DocumentProperties(), options: WriteOptions = WriteOptions())
    throws(XLSXWriteError)
  {
    let file = try XLSXWriter.withFileErrors { () throws(FileWriteError) in try AtomicFile() }
    try self.init(file: file, properties: properties, options: options)
  }

  private init(file: consuming AtomicFile, properties: DocumentProperties, options: WriteOptions)
    throws(XLSXWriteError)
  {
    let workbook = try XLSXWriter.newWorkbook(
      at: file.temporaryPath, properties: properties, options: options)
    self.workbook = workbook
    self.options = options
    self.file = file
  }

  deinit {
    if let workbook { CLocale.run { lxw_workbook_free(workbook) } }
  }

  /// Adds a sheet after the ones there are. A hidden sheet can be shown again by its reader.
  ///
  /// Throws with the reason `sheetName` if Excel would not take the name. The corresponding C function is
  /// `workbook_add_worksheet`.
  public mutating func addSheet(_ name: String, isHidden: Bool = false) throws(XLSXWriteError) -> SheetHandle
  {
    try SheetNames.check(name, taken: sheets.lazy.map(\.name))
    guard let workbook, let worksheet = CLocale.run({ workbook_add_worksheet(workbook, name) }) else {
      throw XLSXWriter.libraryError(LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    if isHidden { worksheet_hide(worksheet) }
    sheets.append(SheetState(worksheet: worksheet, name: name, isHidden: isHidden))
    return SheetHandle(index: sheets.count - 1, name: name)
  }

  /// Writes the file and gives it its name. The corresponding C function is `workbook_close`.
  public consuming func close() throws(XLSXWriteError) {
    try finish()
    try XLSXWriter.withFileErrors { () throws(FileWriteError) in try file.commit() }
  }

  /// Writes the workbook and returns its bytes. Nothing stays on disk.
  public consuming func closeIntoBytes() throws(XLSXWriteError) -> [UInt8] {
    try finish()
    return try XLSXWriter.withFileErrors { () throws(FileWriteError) in try file.bytes() }
  }

  private mutating func finish() throws(XLSXWriteError) {
    guard let first = sheets.firstIndex(where: { !$0.isHidden }) else {
      throw XLSXWriteError(.noVisibleSheet)
    }
    if activeSheet == nil { worksheet_activate(sheets[first].worksheet) }
    if first > 0 { worksheet_set_first_sheet(sheets[first].worksheet) }
    guard let workbook = workbook.take() else { return }
    let code = CLocale.run { workbook_close(workbook) }
    guard code == LXW_NO_ERROR else {
      throw XLSXWriteError(
        .file(FileWriteError(step: .write, path: file.path, explanation: XLSXWriter.explanation(of: code))))
    }
    try BooleanResults.repair(
      fileAt: file.temporaryPath, named: file.path, sheets: sheets.map(\.booleanFormulas))
  }
}

extension XLSXWriter {
  private static func newWorkbook(
    at path: String, properties: DocumentProperties, options: WriteOptions
  ) throws(XLSXWriteError) -> UnsafeMutablePointer<lxw_workbook> {
    try check(properties)
    var settings = lxw_workbook_options()
    settings.constant_memory = options.constantMemory ? 1 : 0
    settings.use_zip64 = options.allowsLargeFiles ? 1 : 0
    guard let workbook = CLocale.run({ workbook_new_opt(path, &settings) }) else {
      throw libraryError(LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    set(properties, of: workbook)
    return workbook
  }

  private static func check(_ properties: DocumentProperties) throws(XLSXWriteError) {
    let texts = [
      properties.title, properties.subject, properties.author, properties.company, properties.category,
      properties.keywords,
      properties.comments,
    ]
    for text in texts {
      guard let text else { continue }
      try Checks.length(text, what: "a document property", limit: 255)
      if let character = StoredText.firstControlCharacter(in: text, allowsTab: true, allowsLineFeed: true) {
        throw XLSXWriteError(.forbiddenCharacter(what: "a document property", character: character))
      }
    }
    try Checks.range(
      properties.created, 1...253_402_300_799, what: "the date of creation, in seconds since 1970,")
  }

  /// The corresponding C function is `workbook_set_properties`, which copies every text.
  private static func set(_ properties: DocumentProperties, of workbook: UnsafeMutablePointer<lxw_workbook>) {
    CText.with([
      properties.title, properties.subject, properties.author, properties.company, properties.category,
      properties.keywords,
      properties.comments,
    ]) { texts in
      var copy = lxw_doc_properties()
      (copy.title, copy.subject, copy.author, copy.company) = (texts[0], texts[1], texts[2], texts[3])
      (copy.category, copy.keywords, copy.comments) = (texts[4], texts[5], texts[6])
      copy.created = time_t(properties.created)
      _ = CLocale.run { workbook_set_properties(workbook, &copy) }
    }
  }

  /// The worksheet of `sheet`, which must be of this workbook.
  @inline(__always)
  func worksheet(_ sheet: SheetHandle) throws(XLSXWriteError) -> UnsafeMutablePointer<lxw_worksheet> {
    guard sheet.index < sheets.count, sheets[sheet.index].name == sheet.name else {
      throw XLSXWriteError(.unknownSheet, sheet: sheet.name)
    }
    return sheets[sheet.index].worksheet
  }

  /// The format of `style`, or none for none.
  @inline(__always)
  mutating func format(_ style: CellStyle?) throws(XLSXWriteError) -> UnsafeMutablePointer<lxw_format>? {
    guard let style, let workbook else { return nil }
    return try formats.format(for: style, in: workbook)
  }

  /// Turns the code of a call into an error; everything foreseen has been checked before.
  @inline(__always)
  static func check(_ code: lxw_error, sheet: String, cells: CellRange? = nil) throws(XLSXWriteError) {
    guard code != LXW_NO_ERROR else { return }
    throw libraryError(code).at(sheet: sheet, cells: cells)
  }

  static func libraryError(_ code: lxw_error) -> XLSXWriteError {
    XLSXWriteError(.library(code: Int(code.rawValue), explanation: explanation(of: code)))
  }

  private static func explanation(of code: lxw_error) -> String {
    lxw_strerror(code).map { String(cString: $0) } ?? "unknown"
  }

  private static func withFileErrors<Result: ~Copyable>(
    _ body: () throws(FileWriteError) -> Result
  ) throws(XLSXWriteError) -> Result {
    do {
      return try body()
    } catch {
      throw XLSXWriteError(.file(error))
    }
  }
}
