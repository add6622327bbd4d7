import Findings
import ProposalModel

extension Rule {
  /// Percentages of a rule are exactly 100 together.
  static let percentagesAreHundred = Rule(
    "PercentagesAreHundred", [.sharesDiffer],
    statement: "Procenterne i en fordeling giver præcis 100.",
    reason: "Ellers fordeles der mere eller mindre end linjens beløb.",
    proposal: { check in
      var rules: [(DistributionRule, Place)] = check.proposal.lines.compactMap { line in
        line.rule.map { ($0, check.place(.line(line.id, .rule))) }
      }
      if let rule = check.proposal.rule { rules.append((rule, check.place(.proposal(.rule)))) }
      for (rule, place) in rules {
        guard case .percentages(let shares) = rule, let sum = ExactSum(shares.map(\.percentage)),
          !sum.isHundred
        else { continue }
        check.report(Catalogue.percentagesDiffer(sum.danish, at: place))
      }
    })
}

/// The exact sum of weights.
private struct ExactSum {
  private var numerator: Int64 = 0
  private var denominator: Int64 = 1

  init?(_ weights: [Weight]) {
    for weight in weights {
      let (left, first) = numerator.multipliedReportingOverflow(by: weight.denominator)
      let (right, second) = weight.numerator.multipliedReportingOverflow(by: denominator)
      let (sum, third) = left.addingReportingOverflow(right)
      let (below, fourth) = denominator.multipliedReportingOverflow(by: weight.denominator)
      guard !first, !second, !third, !fourth, let reduced = Weight(sum, over: below) else { return nil }
      (numerator, denominator) = (reduced.numerator, reduced.denominator)
    }
  }

  var isHundred: Bool { numerator == 100 && denominator == 1 }

  /// `99,5 %`; a fraction that no two decimals show is written as one.
  var danish: String {
    let (hundredths, rest) = (numerator * 100).quotientAndRemainder(dividingBy: denominator)
    guard rest == 0 else { return "\(numerator)/\(denominator) %" }
    let text = Amount(oere: hundredths).danish(in: .kroner)
    return text + " %"
  }
}
