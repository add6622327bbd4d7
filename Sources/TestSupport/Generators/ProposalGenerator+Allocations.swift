import ProposalModel

/// The allocation tables that departments state themselves; in clean proposals they add up to the lines, and
/// say the same of every committee.
extension ProposalGenerator {
  private typealias Shares = [(recipient: Recipient, amounts: [Amount])]

  mutating func addAllocations(_ proposal: inout Proposal) {
    let permanent = proposal.lines(in: .permanent)
    let implementation = proposal.lines(in: .implementation)
    let parts = parts(of: permanent.filter { $0.controlArea == .service }, in: proposal)
    let service = ProposalGenerator.together(parts.flatMap(\.shares))
    if random.chance(50) { add(.targetEffect, [(nil, service)], to: &proposal) }
    if random.chance(60) {
      let areas = ControlArea.allCases.filter { area in permanent.contains { $0.controlArea == area } }
      add(
        .budgetEffect,
        areas.map { area in
          let lines = permanent.filter { $0.controlArea == area }
          return (area, area == .service ? service : shares(of: lines, in: proposal))
        }, to: &proposal)
    }
    for (table, area) in [
      (AllocationTableKind.capitalInvestment, ControlArea.capital), (.serviceInvestment, .service),
    ] where random.chance(50) {
      let lines = implementation.filter { $0.controlArea == area }
      add(table, [(nil, shares(of: lines, in: proposal))], to: &proposal)
    }
    if random.chance(30) { addDistribution(parts, to: &proposal) }
  }

  private mutating func add(
    _ table: AllocationTableKind, _ groups: [(area: ControlArea?, shares: Shares)],
    to proposal: inout Proposal
  ) {
    var rows: [AllocationRow] = []
    for group in groups {
      for (recipient, amounts) in group.shares {
        rows.append(
          AllocationRow(
            recipient: recipient, account: account(), controlArea: group.area,
            figures: amounts.map { .amount($0) }))
      }
    }
    guard !rows.isEmpty else { return }
    sort(&rows)
    proposal.allocations.append(StatedAllocation(table: table, priceLevel: proposal.priceLevel, rows: rows))
  }

  /// The shares of the lines' sums; none where there is no money.
  private mutating func shares(of lines: [Line], in proposal: Proposal) -> Shares {
    guard lines.contains(where: { $0.figures.contains(where: \.isMoney) }) else { return [] }
    return split(proposal.yearSums(lines))
  }

  /// Besparelse and Omkostninger of each committee.
  private mutating func parts(of lines: [Line], in proposal: Proposal) -> [(
    part: DistributionPart, shares: Shares
  )] {
    DistributionPart.allCases.map { part in
      let own = lines.filter { line in
        (line.figures.map(\.amount).first { $0 != .zero } ?? .zero) < .zero ? part == .saving : part == .cost
      }
      return (part, shares(of: own, in: proposal))
    }
  }

  /// One row for each recipient.
  private static func together(_ shares: Shares) -> Shares {
    shares.reduce(into: []) { all, share in
      if let place = all.firstIndex(where: { $0.recipient == share.recipient }) {
        all[place].amounts = zip(all[place].amounts, share.amounts).map { $0 + $1 }
      } else {
        all.append(share)
      }
    }
  }

  private mutating func addDistribution(
    _ parts: [(part: DistributionPart, shares: Shares)], to proposal: inout Proposal
  ) {
    var rows: [AllocationRow] = []
    for (part, shares) in parts {
      for (recipient, amounts) in shares {
        rows.append(
          AllocationRow(
            recipient: recipient, part: part, figures: amounts.map { $0 == .zero ? .blank : .amount($0) }))
      }
    }
    guard !rows.isEmpty else { return }
    sort(&rows)
    if variety == .clean { forgetRules(&proposal) }
    proposal.allocations.append(
      StatedAllocation(table: .distribution, priceLevel: proposal.priceLevel, rows: rows))
  }

  /// Takes away the rules that a stated Fordeling would contradict: it divides the same lines otherwise.
  private func forgetRules(_ proposal: inout Proposal) {
    proposal.rule = nil
    for index in proposal.lines.indices where proposal.lines[index].controlArea == .service {
      if proposal.lines[index].section == .permanent { proposal.lines[index].rule = nil }
    }
  }

  /// Splits yearly sums between one to four committees and units, in whole units, so that the parts add up
  /// and no part changes its sign.
  private mutating func split(_ sums: [Amount]) -> Shares {
    let recipients = random.some(
      random.number(1...4), of: recipients(units: true).filter { $0.committee != "BOR" })
    let weights = recipients.map { _ in Int64(random.number(1...9)) }
    let all = weights.reduce(0, +)
    var parts: Shares = recipients.map { ($0, []) }
    for sum in sums {
      var left = sum
      for (index, weight) in weights.enumerated() {
        let isLast = index == weights.count - 1
        let share = isLast ? left : Amount(oere: sum.oere * weight / all / 100_000 * 100_000)
        left = left - share
        parts[index].amounts.append(share)
      }
    }
    return parts
  }

  /// In the round's order, so that a table that lists its rows in that order gives them back as they were.
  private func sort(_ rows: inout [AllocationRow]) {
    let order = rows.enumerated().sorted { left, right in
      let (first, second) = (
        round.order(of: left.element.recipient), round.order(of: right.element.recipient)
      )
      return first == second ? left.offset < right.offset : first < second
    }
    rows = order.map(\.element)
  }
}
