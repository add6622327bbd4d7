public import AllocationTables
public import Intake
public import Output
public import ProposalModel

extension Explainer {
  /// Explains a number of a proposal as it came in; a failure if the file holds no proposal or nothing tells
  /// its round.
  public static func explanation(
    of item: IntakeItem, table: String, row: String, year: Int, options: TableOptions
  ) throws(FileFailure) -> Explanation {
    guard let proposal = item.proposal else {
      throw FileFailure(
        file: item.file, status: .findings, message: "Filen rummer intet forslag, der kan læses.")
    }
    guard let round = item.round else {
      throw FileFailure(
        file: item.file, status: .findings, message: "Runden er ukendt. Angiv den med --round.")
    }
    return try Explainer(proposal, round: round, origins: item.origins, file: item.file, options: options)
      .explain(table: table, row: row, year: year)
  }
}

extension IntakeItem {
  /// The printed name of a committee or unit in the proposal's round.
  public func printedName(_ recipient: Recipient) -> String {
    round?.printedName(of: recipient) ?? recipient.spelling
  }
}
