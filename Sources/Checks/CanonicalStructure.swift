import Forms
package import Findings
package import ProposalModel

/// The structure checks of canonical JSON: names and rounds are known, as in workbooks.
package struct CanonicalStructure {
  /// What is wrong.
  package private(set) var findings: [Finding] = []
  private let proposal: Proposal
  private let here: Place
  private var told: Set<String> = []

  /// Checks a proposal of `file`; `round` is the round it is read by, and `isAsked` says that the user named
  /// that round.
  package init(_ proposal: Proposal, round: Round?, isAsked: Bool, file: String) {
    self.proposal = proposal
    here = Place(file: file)
    if !isAsked { checkRound(round) }
    guard let round else { return }
    checkYears(round)
    checkPriceLevels(round)
    for recipient in recipients { check(recipient, in: round) }
  }

  private mutating func checkRound(_ round: Round?) {
    guard let name = proposal.round else {
      findings.append(
        round.map { Catalogue.roundFromYears($0.name, at: here) } ?? Catalogue.roundMissing(at: here))
      return
    }
    guard RoundLibrary.round(named: name) == nil else { return }
    let known = RoundLibrary.all.flatMap { [$0.name] + $0.aliases }
    let nearest = Spelling.nearest(to: name, among: known) ?? round?.name
    findings.append(Catalogue.roundUnknown(name, nearest: nearest, at: here))
  }

  private mutating func checkYears(_ round: Round) {
    let years = proposal.years
    let hasGap = zip(years, years.dropFirst()).contains { $1 != $0 + 1 }
    guard hasGap || !Set(years).isSubset(of: round.years) else { return }
    findings.append(Catalogue.canonicalYears(years, expected: round.years, at: here))
  }

  /// The levels are the round's, as the front page of a workbook has them; by them the corrections are converted.
  private mutating func checkPriceLevels(_ round: Round) {
    let isInnovation = proposal.kind == .innovation
    let right = round.writtenPriceLevel(of: proposal.kind)
    if let level = proposal.priceLevel, level != right, !isInnovation || level != round.implementedPriceLevel
    {
      findings.append(
        Catalogue.priceLevelOfRoundDiffers(level, round: round.name, expected: right, at: here))
    }
    if let level = proposal.implementedPriceLevel, level != round.implementedPriceLevel, !isInnovation,
      proposal.round.map({ round.isNamed($0) }) ?? false
    {
      findings.append(
        Catalogue.implementedLevelDiffers(
          level, round: round.name, expected: round.implementedPriceLevel, at: here))
    }
  }

  /// Everybody the proposal names, in the order of the document.
  private var recipients: [Recipient] {
    var all = proposal.affected.map { Recipient($0) }
    for table in proposal.allocations { all += table.rows.map(\.recipient) }
    for key in proposal.keys { all += key.weights.map(\.recipient) }
    for line in proposal.lines {
      if let committee = line.committee { all.append(Recipient(committee, unit: line.unit)) }
      all += line.rule?.recipients ?? []
    }
    if let presenting = proposal.presenting { all.append(Recipient(presenting)) }
    return all + (proposal.rule?.recipients ?? [])
  }

  private mutating func check(_ recipient: Recipient, in round: Round) {
    let isKnown =
      round.committee(recipient.committee).map { committee in
        recipient.unit == nil || committee.units.contains { $0.name == recipient.unit }
      } ?? false
    guard !isKnown, told.insert(recipient.spelling).inserted else { return }
    let nearest: String? =
      switch round.read(name: recipient.spelling) {
      case .recipient(let found, _): found.spelling
      case .unknown(let near): near
      }
    findings.append(Catalogue.committeeUnknown(recipient.spelling, nearest: nearest, at: here))
  }
}

extension DistributionRule {
  /// Everybody the rule names.
  fileprivate var recipients: [Recipient] {
    switch self {
    case .equal(let among): among
    case .key: []
    case .percentages(let shares): shares.map(\.recipient)
    case .fixed(let shares, let rest):
      switch rest {
      case .none: shares.map(\.recipient)
      case .equal(let among): shares.map(\.recipient) + among
      case .to(let recipient): shares.map(\.recipient) + [recipient]
      }
    case .residual(let recipient), .direct(let recipient): [recipient]
    }
  }
}
