import Findings
public import Intake
public import Output
public import ProposalModel

extension CanonicalJSON {
  /// The canonical JSON of a proposal that was read as `item`. Errors that reading found and that the proposal
  /// alone does not show go with it, so that an error found once does not become a fact.
  public static func bytes(of proposal: Proposal, from item: IntakeItem) throws(FileFailure) -> [UInt8] {
    let plain = try bytes(of: proposal, open: [], from: item.file)
    let open = try open(item.findings, plain, round: item.round, file: item.file)
    return open.isEmpty ? plain : try bytes(of: proposal, open: open, from: item.file)
  }

  private static func bytes(of proposal: Proposal, open: [OpenFinding], from file: String)
    throws(FileFailure) -> [UInt8]
  {
    do { return try encode(proposal, open: open) } catch {
      throw FileFailure(
        file: file, status: .inputOutput, message: "Forslaget kan ikke skrives som JSON (\(error)).")
    }
  }

  /// The errors of `findings` that reading the canonical JSON does not find again, each code as often as it
  /// is missing. What is about files and not about their content is left out.
  private static func open(_ findings: [Finding], _ json: [UInt8], round: Round?, file: String)
    throws(FileFailure) -> [OpenFinding]
  {
    let errors = findings.filter { $0.severity == .error && $0.code != .duplicateProposal }
    guard !errors.isEmpty else { return [] }
    var again: [FindingCode: Int] = [:]
    for finding in try Intake(round: round).readJSON(json, file: file).findings
    where finding.severity == .error {
      again[finding.code, default: 0] += 1
    }
    return errors.filter { error in
      guard let count = again[error.code], count > 0 else { return true }
      again[error.code] = count - 1
      return false
    }.map { OpenFinding($0) }
  }
}
