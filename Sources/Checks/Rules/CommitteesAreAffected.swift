import AllocationTables
import Findings
import ProposalModel

extension Rule {
  /// The committees with money are those ticked as affected.
  static let committeesAreAffected = Rule(
    "CommitteesAreAffected", [.committeeNotAffected, .affectedWithoutMoney],
    statement: "De berørte forvaltninger er dem, der får penge eller besparelser.",
    reason: "Et udvalg, der ikke er nævnt, hører først om sin besparelse, når budgettet er vedtaget.",
    proposal: { check in
      guard !check.proposal.affected.isEmpty, let round = check.round else { return }
      AffectedCheck(check.proposal, round, check.origins, isFromTables: check.isFromTables).run(&check)
    })
}

private struct AffectedCheck {
  let proposal: Proposal
  let round: Round
  let origins: Origins
  let isFromTables: Bool
  /// The place that gives each committee money; the first one found.
  private var money: [String: Place] = [:]
  /// Committees that may have money, although no table shows whose it is: no reason to miss a tick, but none
  /// to take one away.
  private var possible: Set<String> = []
  /// Whether anything says how money is shared, beyond who presents the proposal.
  private var isShared = false

  init(_ proposal: Proposal, _ round: Round, _ origins: Origins, isFromTables: Bool) {
    self.proposal = proposal
    self.round = round
    self.origins = origins
    self.isFromTables = isFromTables
    gather()
  }

  private mutating func gather() {
    var stated: Set<AllocationTableKind> = []
    for (table, first) in proposal.numberedAllocations where table.isFilled {
      for (index, row) in table.rows.enumerated() where row.figures.contains(where: \.isMoney) {
        isShared = true
        stated.insert(table.table)
        add(row.recipient.committee, at: origins[.allocation(table.table, first + index, .recipient)])
      }
    }
    for line in proposal.lines where line.condition != .notCounted && line.figures.contains(where: \.isMoney)
    {
      guard let (rule, source) = proposal.effectiveRule(of: line) else { continue }
      let isStated = stated.contains { AffectedCheck.covers($0, line) }
      if isStated, source == .presenting || source == .ticked { continue }
      // Tables do not print whose money it is: that it is the presenting administration's is a guess, which
      // the ticks may contradict, and which lines follow the proposal's rule is not shown; A–E are.
      if isFromTables, source != .line, source != .lineCommittee {
        if !isStated { possible.formUnion(recipients(rule)) }
        continue
      }
      if source != .presenting, source != .ticked { isShared = true }
      for recipient in recipients(rule) { add(recipient, at: place(line, source)) }
    }
  }

  /// Whether a table that departments fill in says whose the line's money is.
  private static func covers(_ table: AllocationTableKind, _ line: Line) -> Bool {
    func isIn(_ area: ControlArea) -> Bool { line.controlArea.map { $0 == area } ?? true }
    return switch (table, line.section) {
    case (_, .loan): true
    case (.budgetEffectIfNotAdopted, _): line.condition == .ifNotAdopted
    case (.distribution, .permanent), (.budgetEffect, .permanent): true
    case (.targetEffect, .permanent): isIn(.service)
    case (.capitalInvestment, .implementation), (.capitalDistribution, .implementation): isIn(.capital)
    case (.serviceInvestment, .implementation), (.serviceDistribution, .implementation): isIn(.service)
    default: false
    }
  }

  private mutating func add(_ committee: String, at place: Place) {
    if money[committee] == nil { money[committee] = place }
  }

  private func place(_ line: Line, _ source: RuleSource) -> Place {
    switch source {
    case .line: origins[.line(line.id, .rule)]
    case .lineCommittee: origins[.line(line.id, .committee)]
    case .proposal: origins[.proposal(.rule)]
    case .presenting: origins[.proposal(.presenting)]
    case .ticked: origins[.proposal(.affected)]
    }
  }

  private func recipients(_ rule: DistributionRule) -> [String] {
    switch rule {
    case .equal(let among): among.isEmpty ? round.equalShareCommittees.map(\.code) : among.map(\.committee)
    case .key(let name):
      (proposal.keys + round.keys).first { Spelling.same($0.name, name) }?.weights.filter {
        $0.weight.numerator != 0
      }.map(
        \.recipient.committee) ?? []
    case .percentages(let shares): shares.filter { $0.percentage.numerator != 0 }.map(\.recipient.committee)
    case .fixed(let shares, let rest): shares.map(\.recipient.committee) + restRecipients(rest)
    case .residual(let recipient), .direct(let recipient): [recipient.committee]
    }
  }

  private func restRecipients(_ rest: FixedRest) -> [String] {
    switch rest {
    case .none: []
    case .to(let recipient): [recipient.committee]
    case .equal(let among): recipients(.equal(among: among))
    }
  }

  func run(_ check: inout ProposalCheck) {
    let ticked = Set(proposal.affected)
    func isTicked(_ code: String) -> Bool {
      ticked.contains(code) || (round.committee(code)?.tickedAs.map(ticked.contains) ?? false)
    }
    for committee in round.committees.map(\.code) {
      guard let place = money[committee], !isTicked(committee) else { continue }
      check.report(
        Judgement(
          Catalogue.committeeNotAffected(
            round.name(of: committee), ticked: proposal.affected.map(round.name(of:)), at: place),
          explainedBy: place.cell.map { [[Seat($0, on: place.sheet)]] } ?? []))
    }
    guard isShared else { return }
    let standIns = Set(
      round.committees.filter { money[$0.code] != nil || possible.contains($0.code) }.compactMap(\.tickedAs))
    let idle = proposal.affected.filter {
      money[$0] == nil && !possible.contains($0) && !standIns.contains($0)
    }.map(round.name(of:))
    guard !idle.isEmpty else { return }
    check.report(
      Catalogue.affectedWithoutMoney(idle, at: origins[.proposal(.affected)]))
  }
}
