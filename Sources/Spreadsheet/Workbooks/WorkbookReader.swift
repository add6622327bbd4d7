/// Reads a workbook whatever its format, by its content: `.xlsx`, `.xlsm`, `.ods` and `.fods`.
public enum WorkbookReader {
  /// A workbook that was opened: one whose sheets are read row by row, or one that is in memory.
  public enum Opened: Sendable {
    /// An `.xlsx` file, of which nothing large has been read yet.
    case streamed(XLSXFile)
    /// An OpenDocument spreadsheet. Its sheets are all in one part, so that it is read at once.
    case whole(Workbook)
  }

  /// Reads the whole workbook in `bytes`, the contents of a file.
  ///
  /// - Throws: ``SpreadsheetError`` when the bytes are no workbook, are damaged, or go beyond `limits`.
  public static func read(bytes: [UInt8], limits: ReadLimits = .init()) throws(SpreadsheetError) -> Workbook {
    do { return try XLSXReader.read(bytes: bytes, limits: limits) } catch {
      guard isOpenDocument(error) else { throw error }
      return try ODSReader.read(bytes: bytes, limits: limits)
    }
  }

  /// Opens the workbook at `path`.
  ///
  /// - Throws: ``SpreadsheetError`` when the file is not there, is no workbook, is damaged, or goes beyond
  ///   `limits`.
  public static func open(path: String, limits: ReadLimits = .init()) throws(SpreadsheetError) -> Opened {
    do { return .streamed(try XLSXFile(path: path, limits: limits)) } catch {
      guard isOpenDocument(error) else { throw error }
      return .whole(try ODSReader.read(path: path, limits: limits))
    }
  }

  /// Opens the workbook in `bytes`, the contents of a file.
  ///
  /// - Throws: ``SpreadsheetError`` when the bytes are no workbook, are damaged, or go beyond `limits`.
  public static func open(bytes: [UInt8], limits: ReadLimits = .init()) throws(SpreadsheetError) -> Opened {
    do { return .streamed(try XLSXFile(bytes: bytes, limits: limits)) } catch {
      guard isOpenDocument(error) else { throw error }
      return .whole(try ODSReader.read(bytes: bytes, limits: limits))
    }
  }

  /// Whether the file may be an OpenDocument spreadsheet, packed or as one XML file. If it is not, reading it as
  /// one ends in the same error.
  private static func isOpenDocument(_ error: SpreadsheetError) -> Bool {
    switch error {
    case .ods, .notAZip: true
    default: false
    }
  }
}
