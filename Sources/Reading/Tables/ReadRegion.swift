package import Spreadsheet

/// A part of a sheet that looks like a table, read or not, as the ledger of numbers needs it.
package struct ReadRegion: Sendable {
  /// The file.
  package var file: String?
  /// The sheet.
  package var sheet: String?
  /// The number of the header row.
  package var headerRow: Int
  /// The row behind the last one.
  package var end: Int
  /// The columns of money.
  package var columns: [Int]
  /// Whether it is one of the forms' tables and its rows were read.
  package var isRead: Bool
  /// The caption, or the words over the first column.
  package var caption: String
  /// The number cells below the header.
  package var numbers: [Cell]
  /// The texts of the header row, by column.
  package var headings: [Int: String]
}
