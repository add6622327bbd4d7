/// How much a workbook may hold before reading it is refused, so that a hostile or absurd file costs neither
/// memory nor time.
///
/// Every limit can be raised for a file that you trust; a refusal names the limit:
/// ``SpreadsheetError/limitExceeded(limit:value:part:)``. There is no test of compression ratios: it rejects
/// innocent style sheets.
public struct ReadLimits: Hashable, Sendable {
  /// Bytes of all parts that are read, unpacked. 512 MiB: some 15 million cells; more is refused by its
  /// stated size, before unpacking.
  public var inflatedBytes = 512 << 20
  /// Bytes of one part, unpacked. 512 MiB: one large sheet may use the whole of ``inflatedBytes``.
  public var partBytes = 512 << 20
  /// Entries of the ZIP file. 65,535: what a ZIP file holds without the ZIP64 extension, which no spreadsheet
  /// comes near.
  public var entries = 65_535
  /// Bytes of the ZIP file's directory. 16 MiB: 65,535 entries with names of ordinary length.
  public var directoryBytes = 16 << 20
  /// Bytes of a file read from a pipe or from memory. 512 MiB: it is held in memory as a whole.
  public var fileBytes = 512 << 20
  /// Sheets of a workbook. 10,000: far beyond what a person can use.
  public var sheets = 10_000
  /// The largest row number. 1,048,576: Excel's own. At most 4,294,967,295.
  public var rows = 1_048_576
  /// The largest column number. 16,384: Excel's own (`XFD`). At most 65,535.
  public var columns = 16_384
  /// Cells of one sheet that is read as a whole. 20 million: 16 bytes each and their text. Reading row by row
  /// has no such limit.
  public var cells = 20_000_000
  /// Shared strings of a workbook. 8 million: 4 bytes each and their text.
  public var sharedStrings = 8_000_000
  /// Bytes (UTF-8) of one text or one tag. 1 MiB: ten times the longest text that Excel takes (32,767
  /// characters). At most 16 MiB.
  public var stringBytes = 1 << 20
  /// Bytes (UTF-8) of one formula. 64 KiB: Excel takes 8,192 characters. It matters because one stored
  /// formula can serve a million cells.
  public var formulaBytes = 1 << 16
  /// Elements inside elements. 256: spreadsheets stay below 20.
  public var nesting = 256
  /// Attributes of one element. 1,000: spreadsheets stay below 100.
  public var attributes = 1_000
  /// Cell formats, number formats and merged ranges, each. 1 million: Excel stops at 65,490 formats.
  public var records = 1_000_000
  /// Defined names. 250,000: Excel sets no limit, and workbooks with tens of thousands of left-over ones
  /// exist; each costs some 100 bytes.
  public var names = 250_000

  /// The limits with their defaults.
  public init() {}

  /// The name of a limit, as in the properties above.
  public enum Name: String, Hashable, Sendable, CaseIterable {
    /// Bytes of all parts that are read, unpacked.
    case inflatedBytes
    /// Bytes of one part, unpacked.
    case partBytes
    /// Entries of the ZIP file.
    case entries
    /// Bytes of the ZIP file's directory.
    case directoryBytes
    /// Bytes of a file that is held in memory.
    case fileBytes
    /// Sheets of a workbook.
    case sheets
    /// The largest row number.
    case rows
    /// The largest column number.
    case columns
    /// Cells of one sheet.
    case cells
    /// Shared strings of a workbook.
    case sharedStrings
    /// Bytes of one text or one tag.
    case stringBytes
    /// Bytes of one formula.
    case formulaBytes
    /// Elements inside elements.
    case nesting
    /// Attributes of one element.
    case attributes
    /// Formats or merged ranges.
    case records
    /// Defined names.
    case names

    /// What the limit counts, in English: `unpacked bytes in all parts together`.
    public var phrase: String {
      switch self {
      case .inflatedBytes: "unpacked bytes in all parts together"
      case .partBytes: "unpacked bytes"
      case .entries: "entries"
      case .directoryBytes: "bytes of ZIP directory"
      case .fileBytes: "bytes"
      case .sheets: "sheets"
      case .rows: "rows"
      case .columns: "columns"
      case .cells: "cells"
      case .sharedStrings: "shared texts"
      case .stringBytes: "bytes in one text or tag"
      case .formulaBytes: "bytes in one formula"
      case .nesting: "elements inside each other"
      case .attributes: "attributes in one element"
      case .records: "formats or merged ranges"
      case .names: "defined names"
      }
    }
  }

  /// The value that holds for the limit `name`.
  public subscript(_ name: Name) -> Int {
    switch name {
    case .inflatedBytes: inflatedBytes
    case .partBytes: partBytes
    case .entries: entries
    case .directoryBytes: directoryBytes
    case .fileBytes: fileBytes
    case .sheets: sheets
    case .rows: min(rows, Int(UInt32.max))
    case .columns: min(columns, Int(UInt16.max))
    case .cells: cells
    case .sharedStrings: sharedStrings
    case .stringBytes: min(stringBytes, 16 << 20)
    case .formulaBytes: formulaBytes
    case .nesting: nesting
    case .attributes: attributes
    case .records: records
    case .names: names
    }
  }

  /// The error that says that `part` goes beyond the limit `name`.
  package func exceeded(_ name: Name, in part: String) -> SpreadsheetError {
    .limitExceeded(limit: name, value: self[name], part: part)
  }
}
