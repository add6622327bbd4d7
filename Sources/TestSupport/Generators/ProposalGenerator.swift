package import ProposalModel

/// Makes proposals as departments could have written them: the same ones for the same seed.
///
/// A *clean* proposal holds together in every respect that the rules look at: allocation rows add up to the
/// lines, paybacks follow, hearings are held, permanent changes go on, percentages are 100, the affected
/// administrations are those with money, and every line has a plain account. A *wild* one keeps the model's
/// freedom: odd accounts, missing areas and committees, odd texts, stated rows that do not add up. Both can
/// be written in every format and read again.
///
/// ```swift
/// var generator = ProposalGenerator(seed: 7, round: round)
/// let proposal = generator.next()
/// ```
package struct ProposalGenerator: Sendable {
  /// How much freedom the proposals take.
  package enum Variety: Sendable {
    case clean
    case wild
  }

  /// Where the numbers come from.
  package var random: SeededNumbers
  /// The round of the proposals.
  package let round: Round
  /// How much freedom they take.
  package let variety: Variety
  private var count = 0

  /// A generator of proposals of `round`.
  package init(seed: UInt64, round: Round, variety: Variety = .clean) {
    random = SeededNumbers(seed: seed &* 0x2545_F491_4F6C_DD1D &+ 11)
    self.round = round
    self.variety = variety
  }

  /// The next proposal; each has another number.
  package mutating func next() -> Proposal {
    count += 1
    let kind = random.pick([ProposalKind.investment, .investment, .investment, .crossCutting, .innovation])
    var proposal = Proposal(
      id: "\(random.pick(["BC", "TM", "SO", "KF"]))\(count < 10 ? "0" : "")\(count)",
      title: random.pick(GeneratedWords.titles), kind: kind,
      years: years())
    addFront(&proposal)
    addKeys(&proposal)
    if random.chance(35) { proposal.rule = rule(proposal.keys, for: nil) }
    addLines(&proposal)
    if random.chance(50) { addAllocations(&proposal) }
    if variety == .clean { nameAffected(&proposal) }
    addPayback(&proposal)
    addHearings(&proposal)
    addFollowUps(&proposal)
    return proposal
  }

  private mutating func years() -> [Int] {
    var years = round.years
    if random.chance(15), years.count > 4 { years.removeLast() }
    if random.chance(10), years.count > 4 { years.removeFirst() }
    return years
  }

  private mutating func addFront(_ proposal: inout Proposal) {
    proposal.round = round.name
    proposal.presenting = random.pick(round.equalShareCommittees).code
    proposal.priceLevel = round.writtenPriceLevel(of: proposal.kind)
    proposal.implementedPriceLevel = round.implementedPriceLevel
    if random.chance(70) { proposal.funding = random.pick(GeneratedWords.funding) }
    if random.chance(60) { proposal.risk = random.pick(GeneratedWords.risks) }
    proposal.isCrossCutting = proposal.kind == .crossCutting
    proposal.isConfidential = random.chance(10)
    if proposal.kind == .investment, random.chance(10) {
      proposal.originInnovation = "IN\(random.number(1...9))"
    }
    if random.chance(15) { proposal.tieStart = random.number(0...6) }
    guard variety == .wild else { return }
    if random.chance(20) { proposal.title += " " + random.pick(GeneratedWords.wildTexts) }
    if random.chance(15) { proposal.presenting = nil }
    if random.chance(40) {
      proposal.affected = random.some(random.number(1...3), of: round.equalShareCommittees.map(\.code))
    }
    if random.chance(10) { proposal.priceLevel = nil }
    if random.chance(20) { proposal.risk = "Høj, hvis:\n– leverandøren svigter\n– data mangler" }
  }

  private mutating func addKeys(_ proposal: inout Proposal) {
    for name in random.some(random.pick([0, 0, 0, 1, 2]), of: GeneratedWords.keys) {
      let recipients = random.some(random.number(2...5), of: recipients(units: true))
      let isFraction = random.chance(20)
      let weights = recipients.compactMap { recipient -> KeyWeight? in
        let weight =
          isFraction
          ? Weight(Int64(random.number(1...6)), over: 7) : Weight(Int64(random.number(80...400)), over: 10)
        return weight.map { KeyWeight(recipient, $0) }
      }
      proposal.keys.append(DistributionKey(name: name, weights: weights))
    }
  }

  /// The committees of the round, and some of their units if wanted.
  func recipients(units: Bool) -> [Recipient] {
    round.committees.filter { $0.takesEqualShare || variety == .wild }.flatMap { committee in
      [Recipient(committee.code)]
        + (units ? committee.units.map { Recipient(committee.code, unit: $0.name) } : [])
    }
  }

  /// The administrations with money; for some proposals nobody has ticked any, and not where stated tables
  /// and rules may name different ones.
  private mutating func nameAffected(_ proposal: inout Proposal) {
    guard random.chance(85), proposal.allocations.isEmpty else { return }
    let codes = MoneyCommittees(proposal, round).codes
    proposal.affected = round.committees.map(\.code).filter(codes.contains)
  }

  private mutating func addPayback(_ proposal: inout Proposal) {
    guard proposal.kind != .innovation else { return }
    func stated(_ payback: Payback?) -> Int? { payback?.covered }
    proposal.payback = StatedPayback(
      service: stated(proposal.servicePayback), total: stated(proposal.totalPayback))
    if variety == .wild, random.chance(20) { proposal.payback.service = random.number(1...9) }
  }

  private mutating func addHearings(_ proposal: inout Proposal) {
    guard random.chance(75), let year = round.years.first else { return }
    let transfers = proposal.lines.contains { $0.controlArea == .transfers }
    for body in round.hearings {
      let isHeld =
        body.mandatoryWhen == .always || body.mandatoryWhen == .transfers && transfers || random.chance(20)
      var hearing = Hearing(body: body.body)
      if isHeld {
        hearing.answer = "Ja"
        hearing.date = random.pick([
          "14. januar \(year)", "07.02.\(year)", "d. 10. februar \(year)", "\(year)-01-20",
        ])
      } else {
        hearing.answer = random.pick(["Ikke relevant", "Nej"])
      }
      if random.chance(15) { hearing.remark = "Ingen bemærkninger" }
      if variety == .wild, random.chance(20) {
        hearing.date = random.pick(["14. januar", "uge 5", "17-01-2022 15:30:00"])
      }
      proposal.hearings.append(hearing)
    }
  }

  private mutating func addFollowUps(_ proposal: inout Proposal) {
    for number in 0..<random.number(0...3) {
      proposal.followUps.append(
        FollowUp(
          section: number == 0 ? "Økonomi" : nil, goal: random.pick(GeneratedWords.goals),
          measurement: "Kvartalsvis opgørelse",
          responsible: random.chance(70) ? "Centerchefen" : nil,
          time: random.chance(50) ? "4. kvartal \(proposal.years[0])" : nil))
    }
  }
}

/// The committees that get money by the lines' rules.
private struct MoneyCommittees {
  private(set) var codes: Set<String> = []
  private let proposal: Proposal
  private let round: Round

  init(_ proposal: Proposal, _ round: Round) {
    self.proposal = proposal
    self.round = round
    for line in proposal.lines where line.condition != .notCounted && line.figures.contains(where: \.isMoney)
    {
      guard let rule = proposal.effectiveRule(of: line)?.rule else { continue }
      codes.formUnion(committees(of: rule))
    }
  }

  private func committees(of rule: DistributionRule) -> [String] {
    switch rule {
    case .key(let name):
      return (proposal.keys + round.keys).first { $0.name == name }?.weights.map(\.recipient.committee) ?? []
    case .equal(let among) where among.isEmpty: return round.equalShareCommittees.map(\.code)
    case .fixed(let shares, rest: .equal(let among)) where among.isEmpty:
      return shares.map(\.recipient.committee) + round.equalShareCommittees.map(\.code)
    default: return rule.recipients.map(\.committee)
    }
  }
}
