import Spreadsheet
import TestSupport

/// A workbook that a test has written, as bytes, as XML and as read again.
struct WrittenWorkbook {
  let bytes: [UInt8]

  /// Writes a workbook with one sheet, `Ark1`, and what `body` adds to it.
  init(options: WriteOptions = WriteOptions(), _ body: (inout XLSXWriter, SheetHandle) throws -> Void) throws
  {
    var writer = try XLSXWriter(options: options)
    let sheet = try writer.addSheet("Ark1")
    try body(&writer, sheet)
    bytes = try writer.closeIntoBytes()
  }

  /// The first sheet as the reader sees it.
  func sheet() throws -> Sheet { try XLSXReader.read(bytes: bytes).sheets[0] }

  /// The cell at `address` of the first sheet.
  func cell(_ address: String) throws -> Cell? { try CellAddress(address).flatMap { try sheet()[$0] } }

  /// The XML of a part.
  func part(_ name: String) -> String { ZipContents(bytes).text(name) }

  /// The XML of the first sheet.
  var sheetXML: String { part("xl/worksheets/sheet1.xml") }
}

/// The error that writing in `body` ends with.
func writeError(
  options: WriteOptions = WriteOptions(), _ body: (inout XLSXWriter, SheetHandle) throws -> Void
) -> XLSXWriteError? {
  do {
    _ = try WrittenWorkbook(options: options, body)
    return nil
  } catch {
    return error as? XLSXWriteError
  }
}

extension CellAddress {
  /// The first cell of a sheet.
  static let first = CellAddress(row: 1, column: 1)
}
