/// Reads OpenDocument spreadsheets: `.ods`, templates (`.ots`), and `.fods`, the same as one XML file.
///
/// ```swift
/// let workbook = try ODSReader.read(path: "forslag.ods")
/// ```
///
/// The grid is the one that ``XLSXReader`` gives for the same cells: values as they are stored, formulas with
/// references like `B2:B6`, number formats that show another figure than the stored one. Notes on cells and
/// changes that are tracked are no cells. Rows and columns that the file repeats without a value cost nothing.
public enum ODSReader {
  /// How many cells with a value the repeats of a file may add to those it spells out. 500,000: a table of a
  /// whole column or row; a few bytes can claim 17 billion.
  public static let repeatedCells = 500_000

  /// Reads the whole spreadsheet at `path`.
  ///
  /// - Throws: ``SpreadsheetError`` when the file is not there, is no spreadsheet, is damaged, or goes beyond
  ///   `limits`.
  public static func read(path: String, limits: ReadLimits = .init()) throws(SpreadsheetError) -> Workbook {
    try read(WorkbookInput(path: path, limits: limits), limits)
  }

  /// Reads the whole spreadsheet in `bytes`, the contents of a file.
  ///
  /// - Throws: ``SpreadsheetError`` when the bytes are no spreadsheet, are damaged, or go beyond `limits`.
  public static func read(bytes: [UInt8], limits: ReadLimits = .init()) throws(SpreadsheetError) -> Workbook {
    try read(WorkbookInput(bytes: bytes, limits: limits), limits)
  }

  /// Whether `bytes` are an OpenDocument spreadsheet, packed or as one XML file. One that is
  /// encrypted counts as none.
  public static func recognises(_ bytes: [UInt8]) -> Bool {
    if isFlat(bytes) { return true }
    do throws(SpreadsheetError) {
      let limits = ReadLimits()
      let package = try XLSXPackage(WorkbookInput(bytes: bytes, limits: limits), limits: limits)
      return try OpenDocumentPackage.mediaType(of: package).hasPrefix(OpenDocumentPackage.spreadsheet)
    } catch {
      return false
    }
  }

  /// Whether `bytes` are a spreadsheet as one XML file, by their beginning.
  public static func isFlat(_ bytes: [UInt8]) -> Bool {
    OpenDocumentPackage.isFlat(bytes, OpenDocumentPackage.spreadsheet)
  }

  private static func read(_ input: WorkbookInput, _ limits: ReadLimits) throws(SpreadsheetError) -> Workbook
  {
    let head = try input.read(at: 0, count: OpenDocumentPackage.headBytes)
    var document = ODSDocument()
    if isFlat(head) {
      let source = MemorySource(try input.read(at: 0, count: input.count))
      var tokenizer = XMLTokenizer(TextSource(source, part: "XML"), part: "XML", limits: limits)
      try document.read(&tokenizer, hasCells: true)
    } else {
      try read(XLSXPackage(input, limits: limits), into: &document)
    }
    return document.workbook
  }

  private static func read(_ package: XLSXPackage, into document: inout ODSDocument) throws(SpreadsheetError)
  {
    guard try OpenDocumentPackage.mediaType(of: package).hasPrefix(OpenDocumentPackage.spreadsheet) else {
      throw .notAWorkbook
    }
    let content = try package.entry("content.xml")
    if package.directory["styles.xml"] != nil {
      let styles = try package.entry("styles.xml")
      if styles.size + content.size > package.limits[.inflatedBytes] {
        throw package.limits.exceeded(.inflatedBytes, in: content.name)
      }
      var tokenizer = try package.tokenizer(styles)
      try document.read(&tokenizer, hasCells: false)
    }
    var tokenizer = try package.tokenizer(content, inBackground: content.size > 1 << 18)
    try document.read(&tokenizer, hasCells: true)
  }
}
