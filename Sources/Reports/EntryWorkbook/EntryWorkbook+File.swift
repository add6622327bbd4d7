public import Output
public import ProposalModel
public import Reading
import Spreadsheet

extension EntryWorkbook {
  /// The bytes of the entry workbook that is to be written to `path`, blank or filled from a proposal.
  public static func file(round: Round, proposal: Proposal?, for path: String) throws(FileFailure) -> [UInt8]
  {
    do { return try bytes(round: round, proposal: proposal) } catch { throw FileFailure(file: path, error) }
  }
}
