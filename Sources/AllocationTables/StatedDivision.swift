import Distribution
package import ProposalModel

/// How a table that departments have stated divides the money of a block among committees.
///
/// The lines' sum is what is booked: where the table's total is the same, its shares are booked as they
/// stand; where it is not (seven shares of 39 that were rounded alone, for 270), they are weights.
struct StatedDivision {
  /// A row of the table: whose money, and how much in each year.
  struct Share {
    var index: Int
    var recipient: Recipient
    var account: Account?
    var amounts: [Amount]
  }

  /// The table.
  let table: AllocationTableKind
  /// The rows that divide.
  let shares: [Share]

  /// What divides the block of `key`; `nil` where rules alone do.
  ///
  /// Tabel B says most, since it is what is booked; then Fordeling; then Tabel A, unless it shows a target
  /// that is another sum than the lines'.
  init?(of key: BlockKey, in proposal: Proposal) {
    guard key.condition == .ifAdopted else { return nil }
    let found =
      switch key.section {
      case .permanent:
        StatedDivision.budget(key.area, proposal) ?? StatedDivision.distribution(key.area, proposal)
          ?? StatedDivision.target(key.area, proposal)
      case .implementation: StatedDivision.investment(key.area, proposal)
      case .loan: nil as StatedDivision?
      }
    guard let found else { return nil }
    self = found
  }

  private init?(_ stated: StatedAllocation, where isWanted: (AllocationRow) -> Bool = { _ in true }) {
    table = stated.table
    shares = stated.rows.enumerated().filter { isWanted($0.element) }.map { index, row in
      Share(
        index: index, recipient: row.recipient, account: row.account, amounts: row.figures.map(\.amount))
    }
    if !shares.contains(where: { $0.amounts.contains { $0 != .zero } }) { return nil }
  }

  /// The sum of all shares in each year.
  func sums(_ years: Int) -> [Amount] {
    (0..<years).map { year in shares.map { $0.amounts[year] }.sum() }
  }

  /// The rule of lines that have none: until the table divides them they are its first committee's.
  var leadingRule: DistributionRule? { shares.first.map { .direct($0.recipient) } }

  // MARK: Which table

  private static func budget(_ area: ControlArea, _ proposal: Proposal) -> StatedDivision? {
    guard let stated = proposal.stated(.budgetEffect) else { return nil }
    let only = proposal.permanentAreas.count == 1 ? proposal.permanentAreas.first : nil
    return StatedDivision(stated) { ($0.controlArea ?? only) == area }
  }

  private static func target(_ area: ControlArea, _ proposal: Proposal) -> StatedDivision? {
    guard area == .service, let stated = proposal.stated(.targetEffect),
      let division = StatedDivision(stated),
      division.sums(proposal.years.count) == proposal.sums(of: .permanent, in: area)
    else { return nil }
    return division
  }

  private static func investment(_ area: ControlArea, _ proposal: Proposal) -> StatedDivision? {
    let table: AllocationTableKind? =
      switch area {
      case .capital: .capitalDistribution
      case .service: .serviceDistribution
      default: nil
      }
    return table.flatMap { proposal.stated($0) }.flatMap { StatedDivision($0) }
  }

  private static func distribution(_ area: ControlArea, _ proposal: Proposal) -> StatedDivision? {
    let tables = proposal.allocations.filter { $0.table == .distribution && $0.isFilled }
    guard let stated = tables.first(where: { proposal.areas(dividedBy: $0).contains(area) }) else {
      return nil
    }
    let savings = StatedDivision(stated) { $0.part != .cost }
    guard proposal.repeatsInvestments(stated) else { return StatedDivision(stated) }
    return savings
  }
}

extension Proposal {
  /// The areas in which permanent lines have money.
  var permanentAreas: Set<ControlArea> {
    Set(lines(in: .permanent).filter { $0.figures.contains(where: \.isMoney) }.compactMap(\.controlArea))
  }

  /// The lines' sums per year in a section and area; `nil` is every area.
  func sums(of section: LineSection, in area: ControlArea?) -> [Amount] {
    yearSums(lines(in: section).filter { area == nil || $0.controlArea == area })
  }

  /// The areas whose permanent changes a Fordeling divides: the one its caption names, else the only one, the
  /// one with its sums, all together where those fit, else Service.
  package func areas(dividedBy stated: StatedAllocation) -> Set<ControlArea> {
    if let area = stated.controlArea { return [area] }
    let areas = permanentAreas
    guard areas.count > 1 else { return areas.isEmpty ? [.service] : areas }
    let kept = stated.rows.filter { !(repeatsInvestments(stated) && $0.part == .cost) }
    let sums = years.indices.map { year in kept.map { $0.figures[year].amount }.sum() }
    if let area = areas.sorted().first(where: { self.sums(of: .permanent, in: $0) == sums }) { return [area] }
    return self.sums(of: .permanent, in: nil) == sums ? areas : [.service]
  }

  /// Whether the Omkostninger of a Fordeling are the implementation costs of Tabel D and E, which are no
  /// permanent change; print has it so in BC08.
  package func repeatsInvestments(_ stated: StatedAllocation) -> Bool {
    func sums(_ part: DistributionPart?) -> [Amount] {
      years.indices.map { year in
        stated.rows.filter { part == nil || $0.part == part }.map { $0.figures[year].amount }.sum()
      }
    }
    let costs = sums(.cost)
    guard costs.contains(where: { $0 != .zero }) else { return false }
    let areas = stated.controlArea.map { [$0] } ?? permanentAreas.sorted().map { $0 }
    let permanent = (areas.map { $0 as ControlArea? } + [nil]).map { self.sums(of: .permanent, in: $0) }
    if permanent.contains(sums(nil)) { return false }
    // Print rounds each table by itself, so that one of the two may be off by a unit.
    return [ControlArea.capital, .service, nil].contains { area in
      zip(self.sums(of: .implementation, in: area), costs).allSatisfy { sum, cost in
        (sum - cost).magnitude.oere <= AmountUnit.thousandKroner.oere
      }
    }
  }
}

// MARK: Lines of the divided block

extension StatedDivision {
  /// What is distributed in place of the lines of a block, with the weights it needs.
  struct Replacement {
    var lines: [BlockLine]
    var keys: [DistributionKey]
  }

  /// The lines that book the shares; `nil` where the lines' own rules give the same.
  func replacement(for lines: [BlockLine], years: [Int], computed: DistributedBlock, round: Round)
    -> Replacement?
  {
    let totals = years.indices.map { year in lines.map { $0.amounts[year] }.sum() }
    if totals == sums(years.count) {
      return isGiven(by: computed) ? nil : Replacement(lines: direct(for: lines, round), keys: [])
    }
    return weighted(lines, years: years, totals: totals)
  }

  /// Whether every committee has the same in a computed block.
  private func isGiven(by block: DistributedBlock) -> Bool {
    guard shares.allSatisfy({ $0.account == nil }), block.difference.allSatisfy({ $0 == .zero }) else {
      return false
    }
    var left: [Recipient: [Amount]] = [:]
    let zeros = [Amount](repeating: .zero, count: block.years.count)
    for row in block.rows {
      left[row.key.recipient] = zip(left[row.key.recipient] ?? zeros, row.rounded).map { $0 + $1 }
    }
    for share in shares {
      left[share.recipient] = zip(left[share.recipient] ?? zeros, share.amounts).map { $0 - $1 }
    }
    return left.values.allSatisfy { $0 == zeros }
  }

  /// Every share is a line of its own, with the account of its row, else the one that all lines of the same
  /// committee have.
  private func direct(for lines: [BlockLine], _ round: Round) -> [BlockLine] {
    shares.map { share in
      BlockLine(
        id: StatedRowID.text(table, share.index),
        text: lines.count == 1 ? lines[0].text : round.printedName(of: share.recipient),
        amounts: share.amounts, rule: .direct(share.recipient), own: share.recipient,
        account: share.account ?? StatedDivision.account(of: share.recipient, in: lines))
    }
  }

  private static func account(of recipient: Recipient, in lines: [BlockLine]) -> Account? {
    let accounts = Set(lines.filter { $0.own == recipient }.map(\.account))
    return accounts.count == 1 ? accounts.first ?? nil : nil
  }

  /// The lines, year by year, shared by the weights of that year. A year without shares follows the lines'
  /// own rules.
  private func weighted(_ lines: [BlockLine], years: [Int], totals: [Amount]) -> Replacement {
    var replacement = Replacement(lines: [], keys: [])
    for (year, number) in years.enumerated() where lines.contains(where: { $0.amounts[year] != .zero }) {
      let part = YearPart(shares: shares, year: year, name: "\(table.rawValue) \(number)")
      replacement.keys += part.keys
      for line in lines where line.amounts[year] != .zero {
        var alone = line
        alone.amounts = years.indices.map { $0 == year ? line.amounts[$0] : .zero }
        if let rule = part.rule(of: line.amounts[year]) { alone.rule = rule }
        replacement.lines.append(alone)
      }
    }
    return replacement
  }

  /// The weights of one year: one key where all shares have the same sign, else one for savings and one for
  /// costs.
  private struct YearPart {
    private(set) var keys: [DistributionKey] = []
    private let saving: String?
    private let cost: String?

    init(shares: [Share], year: Int, name: String) {
      let money = shares.map { ($0.recipient, $0.amounts[year]) }.filter { $0.1 != .zero }
      let (savings, costs) = (money.filter { $0.1 < .zero }, money.filter { $0.1 > .zero })
      let isMixed = !savings.isEmpty && !costs.isEmpty
      let savingName = isMixed ? "\(name), \(DistributionPart.saving.rawValue)" : name
      let costName = isMixed ? "\(name), \(DistributionPart.cost.rawValue)" : name
      for (name, part) in [(savingName, savings), (costName, costs)] where !part.isEmpty {
        keys.append(
          DistributionKey(
            name: name,
            weights: part.compactMap { recipient, amount in
              Weight(amount.magnitude.oere).map { KeyWeight(recipient, $0) }
            }))
      }
      saving = savings.isEmpty ? (costs.isEmpty ? nil : costName) : savingName
      cost = costs.isEmpty ? saving : costName
    }

    func rule(of amount: Amount) -> DistributionRule? {
      (amount < .zero ? saving : cost).map { .key($0) }
    }
  }
}
