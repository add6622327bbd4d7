import ProposalModel
package import Spreadsheet

extension FileFailure {
  /// The Danish wording of a workbook that cannot be made.
  package init(file: String, _ error: XLSXWriteError) {
    self.init(
      file: file, status: .outputUnwritable, message: "Projektmappen kan ikke laves: \(error.description).")
  }
}
