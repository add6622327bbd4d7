import AllocationTables
import ProposalModel

/// Allocation tables that fordel has computed, exported and now reads back: they do not become tables that
/// departments have stated.
///
/// Such a table tells it by the remark under it. Where lines and rules give its rows again it says nothing new
/// and is left out. Where lines or rules did not come along, its rows are kept as computed ones. Where they
/// did, and the rows differ, somebody has written in the table, and it is stated.
package enum ComputedTables {
  /// Settles all allocation tables of `read` that carry the remark.
  package static func settle(_ read: inout ReadTables) {
    guard let round = read.round else { return }
    var marks: [AllocationTableKind: TableOptions] = [:]
    for table in read.tables {
      guard case .allocation(let which)? = table.kind,
        let mark = table.computedRemark.flatMap(ComputedMark.init)
      else { continue }
      let level: TablePriceLevel = isConverted(table, read.proposal) ? .implemented : .written
      marks[which] = TableOptions(
        policy: mark.policy, bookingUnit: mark.bookingUnit, priceLevel: level)
    }
    guard !marks.isEmpty else { return }
    var best = settled(read.proposal, round, marks)
    // CSV has no front page that says where rounding begins; the start that gives the most tables tells it.
    if read.proposal.tieStart == nil, read.front.isEmpty {
      for start in round.equalShareCommittees.indices where best.count(of: marks) > 0 {
        var proposal = read.proposal
        proposal.tieStart = start
        proposal = settled(proposal, round, marks)
        if proposal.count(of: marks) < best.count(of: marks) { best = proposal }
      }
    }
    read.proposal = best
  }

  /// The proposal without the computed tables that say nothing new.
  private static func settled(
    _ proposal: Proposal, _ round: Round, _ marks: [AllocationTableKind: TableOptions]
  ) -> Proposal {
    var bare = proposal
    bare.allocations.removeAll { marks[$0.table] != nil }
    var made: [TableOptions: ProposalTables] = [:]
    var result = proposal
    result.allocations = proposal.allocations.compactMap { stated in
      guard let options = marks[stated.table] else { return stated }
      let tables = made[options] ?? ProposalTables(bare, round: round, options: options)
      made[options] = tables
      return settled(stated, tables, bare)
    }
    return result
  }

  private static func isConverted(_ table: ReadTable, _ proposal: Proposal) -> Bool {
    table.priceLevel != nil && table.priceLevel != proposal.priceLevel
      && table.priceLevel == proposal.implementedPriceLevel
  }

  private static func settled(_ stated: StatedAllocation, _ tables: ProposalTables, _ bare: Proposal)
    -> StatedAllocation?
  {
    let table = tables.tables.first { $0.kind == .allocation(stated.table) }
    let rows = (table?.rows ?? []).compactMap(RowContent.init)
    let own = stated.rows.compactMap(RowContent.init)
    if counts(rows) == counts(own) { return nil }
    var kept = stated
    // Whose account a line's is, its committee tells, and where it has none the front page.
    let lacksFront = bare.presenting == nil && bare.lines.contains { $0.committee == nil }
    let sameMoney = counts(rows.map(\.withoutAccount)) == counts(own.map(\.withoutAccount))
    let isComputed = lacksFront && sameMoney || !canBeComputed(stated.table, tables, bare: bare)
    kept.origin = isComputed ? .computed : .stated
    return kept
  }

  /// Whether the lines and rules behind a table are there.
  private static func canBeComputed(_ table: AllocationTableKind, _ tables: ProposalTables, bare: Proposal)
    -> Bool
  {
    let condition: LineCondition = table == .budgetEffectIfNotAdopted ? .ifNotAdopted : .ifAdopted
    let hasLines = bare.lines.contains { $0.condition == condition }
    return hasLines
      && !tables.troubles.contains { trouble in
        switch trouble {
        case .distribution, .committeeMissing, .controlAreaMissing: true
        case .areaWithoutTable, .priceFactorMissing, .statedAreaMissing: false
        }
      }
  }

  private static func counts(_ rows: [RowContent]) -> [RowContent: Int] {
    Dictionary(rows.map { ($0, 1) }, uniquingKeysWith: +)
  }

  /// What a row says, whatever the place it stands in.
  private struct RowContent: Hashable {
    var recipient: Recipient
    var part: DistributionPart?
    var account: Account?
    var controlArea: ControlArea?
    var amounts: [Amount]

    var withoutAccount: RowContent {
      var content = self
      content.account = nil
      return content
    }

    init?(_ row: TableRow) {
      guard row.kind == .line, let recipient = row.recipient else { return nil }
      self.init(recipient, row.part, row.account, row.controlArea, row.figures)
    }

    init?(_ row: AllocationRow) {
      self.init(row.recipient, row.part, row.account, row.controlArea, row.figures)
    }

    /// `nil` for a row that holds nothing.
    private init?(
      _ recipient: Recipient, _ part: DistributionPart?, _ account: Account?, _ controlArea: ControlArea?,
      _ figures: [Figure]
    ) {
      guard account != nil || figures.contains(where: \.isMoney) else { return nil }
      self.recipient = recipient
      self.part = part
      self.account = account
      self.controlArea = controlArea
      amounts = figures.map(\.amount)
    }
  }
}

extension Proposal {
  /// How many of the marked tables are kept.
  fileprivate func count(of marks: [AllocationTableKind: TableOptions]) -> Int {
    allocations.count { marks[$0.table] != nil }
  }
}
