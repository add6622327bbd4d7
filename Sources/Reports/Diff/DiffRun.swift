import Findings
import Intake
public import Output
public import ProposalModel
import Spreadsheet

/// A whole `fordel diff`: two versions of a proposal, or two folders of proposals.
public struct DiffRun: Sendable {
  /// What is different, in the order of the new side, those that are gone last.
  public private(set) var differences: [ProposalDifference] = []
  /// Files that could not be read.
  public private(set) var failures: [FileFailure] = []
  /// What somebody should know: errors of the files, versions that were passed over.
  public private(set) var remarks: [String] = []
  /// Whether something that came in could not be read whole, so that the differences may not be all.
  public private(set) var isIncomplete = false
  /// The files that were read.
  public private(set) var files: [String] = []

  /// Reads both sides. Proposals are compared by their numbers; two files with one proposal each are compared
  /// whatever their numbers.
  public init(old: String, new: String, round: Round?) {
    let before = read(old, round)
    let isOldRead = failures.isEmpty || !before.isEmpty
    let failed = failures.count
    let after = read(new, round)
    // Where nothing of a side can be read, nothing can be said to have come or gone.
    guard isOldRead, failures.count == failed || !after.isEmpty else { return }
    if before.count == 1, after.count == 1, let one = before.first, let two = after.first {
      differences = [ProposalComparison.difference(from: one, to: two)].compactMap { $0 }
      return
    }
    let earlier = Dictionary(before.map { (Spelling.key($0.proposal.id), $0) }) { first, _ in first }
    let later = Set(after.map { Spelling.key($0.proposal.id) })
    differences = after.compactMap {
      ProposalComparison.difference(from: earlier[Spelling.key($0.proposal.id)], to: $0)
    }
    differences += before.filter { !later.contains(Spelling.key($0.proposal.id)) }.compactMap {
      ProposalComparison.difference(from: $0, to: nil)
    }
  }

  /// The latest version of each proposal of a side.
  private mutating func read(_ argument: String, _ round: Round?) -> [ProposalComparison.Version] {
    let run = ProposalRun([argument], intake: Intake(round: round), allowsIncomplete: true)
    files += run.files
    var versions: [Int: ProposalComparison.Version] = [:]
    run.run { item, proposal in
      ProposalComparison.Version(item, proposal)
    } handle: { (event: ProposalRun.Event<ProposalComparison.Version>) in
      switch event {
      case .unread(let file): failures.append(file.failure)
      case .failure(let failure): failures.append(failure)
      case .ready(let ready): versions[ready.index] = ready.part
      case .withdrawn(let index): versions[index] = nil
      case .outcome(let outcome): note(outcome)
      case .progress, .withoutProposal: break
      }
      return true
    }
    return versions.sorted { $0.key < $1.key }.map(\.value)
  }

  private mutating func note(_ outcome: ProposalRun.Outcome) {
    let errors = outcome.findings.filter {
      $0.severity == .error && $0.code.blocksWriting && $0.code != .duplicateProposal
    }
    remarks += errors.map(\.line)
    if !errors.isEmpty || outcome.use == .left { isIncomplete = true }
    if let remark = outcome.remark { remarks.append(remark) }
    if outcome.use == .left, outcome.findings.contains(where: { $0.code == .duplicateProposal }) {
      remarks += outcome.findings.filter { $0.code == .duplicateProposal }.map(\.line)
    }
  }
}
