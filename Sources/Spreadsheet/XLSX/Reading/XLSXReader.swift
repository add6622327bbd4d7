/// Reads `.xlsx` workbooks (and `.xlsm`, whose macros are ignored).
///
/// ```swift
/// let workbook = try XLSXReader.read(path: "forslag.xlsx")
/// let value = workbook.sheet(named: "Økonomi")?[CellAddress(row: 12, column: 6)]?.value
/// ```
///
/// Everything that is read is checked: size and checksum of every part, the XML, references between parts. Nothing is written to disk.
public enum XLSXReader {
  /// Reads the whole workbook at `path`.
  ///
  /// - Throws: ``SpreadsheetError`` when the file is not there, is no workbook, is damaged, or goes beyond `limits`.
  public static func read(path: String, limits: ReadLimits = .init()) throws(SpreadsheetError) -> Workbook {
    try read(WorkbookInput(path: path, limits: limits), limits)
  }

  /// Reads the whole workbook in `bytes`, the contents of an `.xlsx` file.
  ///
  /// - Throws: ``SpreadsheetError`` when the bytes are no workbook, are damaged, or go beyond `limits`.
  public static func read(bytes: [UInt8], limits: ReadLimits = .init()) throws(SpreadsheetError) -> Workbook {
    if bytes.count > limits.fileBytes { throw limits.exceeded(.fileBytes, in: "-") }
    return try read(.bytes(bytes), limits)
  }

  private static func read(_ input: WorkbookInput, _ limits: ReadLimits) throws(SpreadsheetError) -> Workbook {
    let contents = try WorkbookContents(XLSXPackage(input, limits: limits))
    let strings = try contents.readSharedStrings()
    var sheets: [Sheet] = []
    for entry in contents.sheets { sheets.append(try contents.readSheet(entry, strings)) }
    return Workbook(sheets: sheets, definedNames: contents.definedNames, dateSystem: contents.dateSystem)
  }
}
