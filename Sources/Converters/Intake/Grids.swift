import Spreadsheet

/// Reads bytes into the neutral grid, with failures in Danish.
enum Grids {
  static func workbook(_ bytes: [UInt8], file: String) throws(FileFailure) -> Workbook {
    do { return try XLSXReader.read(bytes: bytes) } catch { throw FileFailure(file: file, error) }
  }

  /// A CSV file as a workbook of one sheet.
  static func csv(_ bytes: [UInt8], file: String, sheet: String) throws(FileFailure) -> Workbook {
    do { return Workbook(sheets: [try CSVReader.read(bytes).sheet(named: sheet)]) } catch { throw FileFailure(file: file, error) }
  }
}
