import AllocationTables
package import Findings
package import ProposalModel
package import Reading
import Synchronization

/// A check of read tables by one rule: what was read, and what the rule has found.
///
/// Each rule gets a check of its own, so that none sees what another has found; ``Causes`` brings the
/// judgements together.
package struct TableCheck {
  /// What was read.
  package let read: ReadTables
  /// What the rule has found so far.
  package private(set) var judgements: [Judgement] = []
  /// The links between Tabel 1 and the detail tables; `nil` without Tabel 1.
  package let links: TableLinks?
  /// The index of Tabel 1.
  package let tableOneIndex: Int?

  /// A check of what was read.
  package init(_ read: ReadTables) {
    self.read = read
    tableOneIndex = read.tables.firstIndex { $0.kind == .tableOne }
    links = tableOneIndex.map { TableLinks(read.tables, tableOne: $0) }
  }

  /// Tabel 1.
  package var tableOne: ReadTable? { tableOneIndex.map { read.tables[$0] } }

  /// The check of the proposal that the tables give.
  package var ofProposal: ProposalCheck {
    ProposalCheck(read.proposal, read.origins, read.round, isFromTables: true, reading: read.findings)
  }

  /// Takes a judgement.
  package mutating func report(_ judgement: Judgement) { judgements.append(judgement) }

  /// Takes a finding that stands on its own.
  package mutating func report(_ finding: Finding) { judgements.append(Judgement(finding)) }
}

/// A check of a proposal by one rule.
package struct ProposalCheck {
  /// The proposal.
  package let proposal: Proposal
  /// Where its fields came from.
  package let origins: Origins
  /// Its round, if known.
  package let round: Round?
  /// What the rule has found so far.
  package private(set) var judgements: [Judgement] = []
  /// Seats whose amount could not be read: nothing is concluded from them.
  private var unread: Set<Seat> = []
  /// What may be behind a wrong payback: several rules ask, and each of them has a copy of the check.
  private let doubt = MadeDoubt()
  /// Whether allocations, accounts and areas are checked on the tables they were read from, not here.
  let isFromTables: Bool

  /// A check of a proposal; `reading` is what reading it found.
  package init(
    _ proposal: Proposal, _ origins: Origins, _ round: Round?, isFromTables: Bool, reading: [Finding] = []
  ) {
    self.proposal = proposal
    self.origins = origins
    self.round = round
    self.isFromTables = isFromTables
    for finding in reading where finding.severity == .error && ProposalCheck.isOfAmounts(finding.code) {
      unread.formUnion(finding.cells.map { Seat($0, on: finding.sheet) })
    }
  }

  /// Whether a finding of the code is about an amount that could not be read, or was not counted.
  private static func isOfAmounts(_ code: FindingCode) -> Bool {
    [.numberUnreadable, .numberAmbiguous, .formulaWithoutValue, .moneyUnread].contains(code)
  }

  /// The doubt about the proposal's payback.
  var paybackDoubt: PaybackDoubt { doubt.value(of: self) }

  /// Takes a judgement.
  package mutating func report(_ judgement: Judgement) { judgements.append(judgement) }

  /// Takes a finding that stands on its own.
  package mutating func report(_ finding: Finding) { judgements.append(Judgement(finding)) }

  /// Where a field was read from.
  package func place(_ key: FieldKey) -> Place { origins[key] }

  /// The seat of a field.
  func seat(_ key: FieldKey) -> Seat { Seat(key, at: origins[key]) }

  /// Whether the figure stands in the file and could not be read.
  func isUnread(_ key: FieldKey) -> Bool { !unread.isEmpty && unread.contains(seat(key)) }

  /// Whether a figure of the line could not be read.
  func isUnread(_ line: Line) -> Bool { proposal.years.contains { isUnread(.figure(line.id, year: $0)) } }

  /// The seats of a line's figures.
  func seats(of line: Line) -> Set<Seat> { Set(proposal.years.map { seat(.figure(line.id, year: $0)) }) }
}

/// The doubt about one proposal's payback, made when it is first asked for.
private final class MadeDoubt: Sendable {
  private let made = Mutex<PaybackDoubt?>(nil)

  /// The doubt of the check, which is always of the same proposal.
  func value(of check: ProposalCheck) -> PaybackDoubt {
    made.withLock { made in
      let doubt = made ?? PaybackDoubt(check)
      made = doubt
      return doubt
    }
  }
}
