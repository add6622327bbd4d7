public import ProposalModel
import Spreadsheet

extension FileFailure {
  /// The Danish wording of a workbook that cannot be made.
  init(file: String, _ error: XLSXWriteError) {
    self.init(
      file: file, status: .outputUnwritable, message: "Projektmappen kan ikke laves: \(error.description).")
  }
}

extension EntryWorkbook {
  /// The bytes of the entry workbook that is to be written to `path`, blank or filled from a proposal.
  public static func file(round: Round, proposal: Proposal?, for path: String) throws(FileFailure) -> [UInt8]
  {
    do { return try bytes(round: round, proposal: proposal) } catch { throw FileFailure(file: path, error) }
  }
}
