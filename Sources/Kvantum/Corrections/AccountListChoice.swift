public import AllocationTables
public import Findings
public import Intake
public import Output
public import ProposalModel
import Spreadsheet

/// Where the accounts of a round's corrections come from: the file that was asked for, else the one its round
/// names, else the round alone.
public struct AccountListChoice: Sendable {
  private let file: String?
  private let chart: AccountChart?

  /// The list of `--accounts`, if that was given, and the chart that its codes are compared with.
  public init(file: String?, chart: AccountChart? = nil) { (self.file, self.chart) = (file, chart) }

  /// The accounts for the proposals of `round`, the file they stand in, and what is wrong with it. The
  /// accounts of the file win over the round's own.
  public func accounts(of round: Round) throws(FileFailure) -> (
    accounts: AccountList, file: String?, fact: FileFact?, findings: [Finding]
  ) {
    guard let file = file ?? round.accountList else { return (AccountList(round: round), nil, nil, []) }
    let reading = try AccountListReading(file: file, round: round, chart: chart)
    return (AccountList(round: round, entries: reading.entries), file, reading.fact, reading.findings)
  }
}
