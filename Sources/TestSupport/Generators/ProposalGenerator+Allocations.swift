import ProposalModel

/// The allocation tables that departments state themselves; in clean proposals they add up to the lines.
extension ProposalGenerator {
  mutating func addAllocations(_ proposal: inout Proposal) {
    let permanent = proposal.lines(in: .permanent)
    let service = permanent.filter { $0.controlArea == .service }
    let implementation = proposal.lines(in: .implementation)
    if random.chance(50) { add(.targetEffect, [(nil, service)], to: &proposal) }
    if random.chance(60) {
      let areas = ControlArea.allCases.filter { area in permanent.contains { $0.controlArea == area } }
      add(
        .budgetEffect, areas.map { area in (area, permanent.filter { $0.controlArea == area }) },
        to: &proposal)
    }
    if random.chance(50) {
      add(.capitalInvestment, [(nil, implementation.filter { $0.controlArea == .capital })], to: &proposal)
    }
    if random.chance(50) {
      add(.serviceInvestment, [(nil, implementation.filter { $0.controlArea == .service })], to: &proposal)
    }
    if random.chance(30) { addDistribution(service, to: &proposal) }
  }

  private mutating func add(
    _ table: AllocationTableKind, _ groups: [(area: ControlArea?, lines: [Line])], to proposal: inout Proposal
  ) {
    var rows: [AllocationRow] = []
    for group in groups where group.lines.contains(where: { $0.figures.contains(where: \.isMoney) }) {
      for (recipient, amounts) in split(proposal.yearSums(group.lines)) {
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

  /// Besparelse and Omkostninger of each committee.
  private mutating func addDistribution(_ lines: [Line], to proposal: inout Proposal) {
    var rows: [AllocationRow] = []
    for part in DistributionPart.allCases {
      let own = lines.filter { line in
        line.figures.contains { part == .saving ? $0.amount < .zero : $0.amount > .zero }
      }
      guard !own.isEmpty else { continue }
      for (recipient, amounts) in split(proposal.yearSums(own)) {
        rows.append(
          AllocationRow(
            recipient: recipient, part: part, figures: amounts.map { $0 == .zero ? .blank : .amount($0) }))
      }
    }
    guard !rows.isEmpty else { return }
    sort(&rows)
    proposal.allocations.append(
      StatedAllocation(table: .distribution, priceLevel: proposal.priceLevel, rows: rows))
  }

  /// Splits yearly sums between one to four committees and units, in whole units, so that the parts add up
  /// and no part changes its sign.
  private mutating func split(_ sums: [Amount]) -> [(Recipient, [Amount])] {
    let recipients = random.some(
      random.number(1...4), of: recipients(units: true).filter { $0.committee != "BOR" })
    let weights = recipients.map { _ in Int64(random.number(1...9)) }
    let all = weights.reduce(0, +)
    var parts = recipients.map { ($0, [Amount]()) }
    for sum in sums {
      var left = sum
      for (index, weight) in weights.enumerated() {
        let isLast = index == weights.count - 1
        let share = isLast ? left : Amount(oere: sum.oere * weight / all / 100_000 * 100_000)
        left = left - share
        parts[index].1.append(share)
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
