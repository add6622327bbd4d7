import ProposalModel

extension Rule {
  /// The fixed amounts of a rule are no more than the line has in any year, and leave nothing over if nobody takes the rest.
  static let fixedAmountsFit = Rule(
    "FixedAmountsFit", [.sharesDiffer],
    statement: "Faste beløb i en fordeling er højst linjens beløb i året, og nogen tager resten.",
    reason: "Ellers får udvalgene mere eller mindre end det, forslaget giver.",
    proposal: { check in
      for line in check.proposal.lines where line.condition != .notCounted && !check.blamedLines.contains(line.id) {
        guard let (rule, source) = check.proposal.effectiveRule(of: line), case .fixed(let shares, let rest) = rule else { continue }
        let fixed = shares.map(\.amount.magnitude).sum()
        let odd = line.figures.indices.filter { index in
          let amount = line.figures[index].amount.magnitude
          return amount != .zero && (fixed > amount || (rest == .none && fixed != amount))
        }
        guard !odd.isEmpty else { continue }
        let place = check.place(source == .line ? .line(line.id, "Fordeling") : .proposal("Fordeling"))
        let found = Catalogue.amount(fixed)
        let years = odd.map { "\(Catalogue.amount(line.figures[$0].amount)) (\(check.proposal.years[$0]))" }.joined(separator: ", ")
        check.report(
          Finding(
            .sharesDiffer, at: place, found: found, expected: years,
            message: "De faste beløb i fordelingen af \(Catalogue.quoted(line.text)) er \(found), men linjen har \(years).",
            suggestion: "Ret de faste beløb, eller lad et udvalg tage resten."))
      }
    })
}
