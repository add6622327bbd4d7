import AllocationTables
import Findings
public import Intake
public import Kvantum
public import ProposalModel

/// What a status keeps of a proposal that is used: made from the proposal itself, which then is let go.
public struct StatusEntry: Sendable {
  /// Titel.
  public var title: String
  /// The committee of the presenting administration, by short name.
  public var committee: String?
  /// How A–E come about: which are stated by departments and which are computed from lines and rules.
  public var stated: [String]
  /// The letters of the tables with money that are computed.
  public var computed: [String]
  /// How many rows of the corrections cannot be posted because something of their account is missing.
  public var unpostable: Int
  /// Money that is in no row of the corrections, in Danish.
  public var omissions: [String]
  /// The permanent change when fully phased in, by control area, in the written price level.
  public var permanent: [ControlArea: Amount]
  /// The implementation costs over all years, by control area.
  public var implementation: [ControlArea: Amount]
  /// The round's name.
  public var round: String?

  /// The entry of a proposal whose corrections are `part`.
  public init(_ proposal: Proposal, from item: IntakeItem, corrections part: CorrectionMaker.Part) {
    title = proposal.title
    committee = proposal.presenting ?? (proposal.affected.count == 1 ? proposal.affected.first : nil)
    round = item.round?.name ?? proposal.round
    let stated = StatusEntry.letters.filter { proposal.stated($0)?.origin == .stated }.map(\.rawValue)
    self.stated = stated
    let filled = Set(part.book.tableTotals.filter { $0.amount != .zero }.map(\.table))
    let hasTarget = filled.contains("B")
    computed = StatusEntry.letters.map(\.rawValue).filter { letter in
      !stated.contains(letter) && (filled.contains(letter) || (letter == "A" && hasTarget))
    }
    let own = part.book.rows.filter { !$0.correction.isCounterEntry }
    unpostable = own.count { !$0.isPostable }
    omissions = part.book.omissions
    permanent = StatusEntry.sums(proposal.lines(in: .permanent)) { $0.figures.last?.amount ?? .zero }
    implementation = StatusEntry.sums(proposal.lines(in: .implementation)) { $0.figures.map(\.amount).sum() }
  }

  private static let letters: [AllocationTableKind] = [
    .targetEffect, .budgetEffect, .budgetEffectIfNotAdopted, .capitalInvestment, .serviceInvestment,
  ]

  private static func sums(_ lines: [Line], _ amount: (Line) -> Amount) -> [ControlArea: Amount] {
    var sums: [ControlArea: Amount] = [:]
    for line in lines {
      guard let area = line.controlArea else { continue }
      sums[area, default: .zero] += amount(line)
    }
    return sums
  }

  /// `A, B oplyst; D, E beregnet`.
  public var tables: String {
    let parts = [(stated, "oplyst"), (computed, "beregnet")].filter { !$0.0.isEmpty }
    return parts.map { "\($0.0.joined(separator: ", ")) \($0.1)" }.joined(separator: "; ")
  }
}
