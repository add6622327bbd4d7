import Distribution
import Findings
import ProposalModel

extension Rule {
  /// What a rule says can be done with the line's amounts.
  static let rulesCanBeCarriedOut = Rule(
    "RulesCanBeCarriedOut", [.sharesDiffer, .ruleUnreadable, .committeeUnknown],
    statement:
      "En fordeling kan udføres: faste beløb rækker ikke ud over linjens, og vægtene i en nøgle er ikke negative og ikke alle nul.",
    reason: "Ellers kan beløbet ikke fordeles; det bliver stående hos linjens eget udvalg.",
    proposal: { check in
      guard let round = check.round else { return }
      for key in check.proposal.keys {
        KeyCheck(key: key, check: check).findings.forEach { check.report($0) }
      }
      let distributor = Distributor(round: round, keys: check.proposal.keys)
      for line in check.proposal.lines
      where line.condition != .notCounted {
        guard let (rule, source) = check.proposal.effectiveRule(of: line),
          source == .line || source == .proposal
        else { continue }
        let blockLine = BlockLine(
          id: line.id, text: line.text, amounts: line.figures.map(\.amount), rule: rule)
        let place = check.place(source == .line ? .line(line.id, .rule) : .proposal(.rule))
        let troubles = RuleTroubles(
          distributor.troubles(of: blockLine, years: check.proposal.years), line: line, rule: rule, at: place)
        let seats = check.seats(of: line)
        troubles.findings(keys: check.proposal.keys).forEach {
          check.report(Judgement($0, explainedBy: $0.code == .sharesDiffer ? [seats] : []))
        }
      }
    })
}

/// The weights of one key of the proposal's own.
private struct KeyCheck {
  let key: DistributionKey
  let check: ProposalCheck

  var findings: [Finding] {
    let negative = key.weights.filter { $0.weight.numerator < 0 }.map {
      Catalogue.weightNegative($0, of: key, at: place($0))
    }
    // A key without any weight is an empty column, which matters only where a rule names it.
    guard negative.isEmpty, !key.weights.isEmpty, key.weights.allSatisfy({ $0.weight.numerator == 0 }) else {
      return negative
    }
    return [
      Catalogue.keySumsToZero(
        key.name, at: place(key.weights[0]), cells: key.weights.compactMap { place($0).cell })
    ]
  }

  private func place(_ weight: KeyWeight) -> Place { check.place(.key(key.name, weight.recipient)) }
}

/// The troubles of one line's rule as findings: one per cause, all years together.
private struct RuleTroubles {
  private let troubles: [DistributionTrouble]
  private let line: Line
  private let rule: DistributionRule
  private let place: Place

  init(_ troubles: [DistributionTrouble], line: Line, rule: DistributionRule, at place: Place) {
    self.troubles = troubles
    self.line = line
    self.rule = rule
    self.place = place
  }

  func findings(keys: [DistributionKey]) -> [Finding] {
    var findings: [Finding] = []
    let exceeding = troubles.compactMap { trouble -> (year: Int, fixed: Amount, amount: Amount)? in
      if case .fixedExceedsAmount(let year, let fixed, let amount) = trouble.kind {
        (year, fixed, amount)
      } else {
        nil
      }
    }
    if !exceeding.isEmpty { findings.append(Catalogue.fixedExceedsAmount(line, rule, exceeding, at: place)) }
    let leaving = troubles.compactMap { trouble -> (year: Int, rest: Amount)? in
      if case .fixedLeavesRest(let year, let rest) = trouble.kind { (year, rest) } else { nil }
    }
    if !leaving.isEmpty { findings.append(Catalogue.fixedLeavesRest(line, rule, leaving, at: place)) }
    let opposite = troubles.compactMap { if case .fixedSignDiffers(let year) = $0.kind { year } else { nil } }
    if !opposite.isEmpty { findings.append(Catalogue.fixedSignDiffers(line, rule, opposite, at: place)) }
    return findings + troubles.compactMap { finding(of: $0.kind, keys) }
  }

  /// The troubles that do not depend on the year.
  private func finding(of kind: DistributionTrouble.Kind, _ keys: [DistributionKey]) -> Finding? {
    switch kind {
    // Reported at the key itself, or by the rules on percentages and years; the years were gathered above.
    case .keySumsToZero(let name) where keys.contains(where: { $0.name == name && !$0.weights.isEmpty }): nil
    case .negativeWeight where rule.isKey(of: keys): nil
    case .percentagesNot100, .fixedExceedsAmount, .fixedLeavesRest, .fixedSignDiffers,
      .residualCommitteeUnknown, .yearsDiffer:
      nil
    // On a form the importer has reported names that it could not read, at their cells.
    case .keyUnknown where place.cell != nil: nil
    case .unknownRecipient where place.cell != nil: nil
    case .keyUnknown:
      Catalogue.ruleImpossible(.ruleUnreadable, line, rule, DistributionTrouble.problem(kind), at: place)
    case .unknownRecipient:
      Catalogue.ruleImpossible(.committeeUnknown, line, rule, DistributionTrouble.problem(kind), at: place)
    case .keySumsToZero, .negativeWeight, .nobodyShares, .tooLarge:
      Catalogue.ruleImpossible(.sharesDiffer, line, rule, DistributionTrouble.problem(kind), at: place)
    }
  }
}

extension DistributionRule {
  fileprivate func isKey(of keys: [DistributionKey]) -> Bool {
    if case .key(let name) = self { keys.contains { Spelling.same($0.name, name) } } else { false }
  }
}
