public import Findings
import Intake
public import Kvantum
import ProposalModel

/// One proposal in the state of a round.
public struct StatusRow: Sendable {
  /// Forslagsnummer; the file's name where no number could be read.
  public var number: String
  /// The file that is used; `nil` where none is.
  public var file: String?
  /// The files that were passed over, each with the reason in Danish.
  public var passedOver: [(file: String, reason: String)] = []
  /// What is wrong or unusual in the file that is used, or in those of which none is.
  public var findings: [Finding] = []
  /// What the proposal itself says; `nil` where none is used.
  public var entry: StatusEntry?
  /// What was decided.
  public var decision: Decision?

  /// How many findings of severity error.
  public var errors: Int { findings.count { $0.severity == .error } }
  /// How many findings of severity warning.
  public var warnings: Int { findings.count { $0.severity == .warning } }

  /// Why the proposal is not ready for corrections, in Danish; `nil` where it is. Of several reasons the one
  /// that has to be dealt with first.
  public var obstacle: String? {
    guard file != nil, let entry else {
      return findings.first { $0.code == .duplicateProposal }.map { _ in "flere udgaver; ingen er valgt" }
        ?? "kan ikke læses"
    }
    if errors > 0 { return errors == 1 ? "1 fejl" : "\(errors) fejl" }
    switch decision?.kind {
    case .withdrawn, .postponed: return decision?.kind.rawValue
    case .adopted, .notAdopted, nil: break
    }
    if let first = entry.omissions.first { return first }
    if entry.unpostable > 0 {
      return "\(entry.unpostable) uden konto"
    }
    return nil
  }

  /// `ja`, or `nej: 3 fejl`.
  public var readiness: String { obstacle.map { "nej: \($0)" } ?? "ja" }
}
