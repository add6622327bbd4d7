import Findings
import ProposalModel

extension Rule {
  /// A saving on rent has a counter-effect at the landlord, if the landlord is the city itself.
  static let rentHasCounterEffect = Rule(
    "RentHasCounterEffect", [.unusualInput],
    statement: "En besparelse på intern husleje har en modpost hos Københavns Ejendomme.",
    reason: "Er lejemålet kommunens eget, mister udlejeren den indtægt, som lejeren sparer.",
    proposal: { check in
      guard let round = check.round else { return }
      let rent = RentCheck(check.proposal, round)
      guard !rent.hasLandlord, let line = rent.savings.first else { return }
      let places = rent.savings.map { check.place(.line($0.id, .text)) }
      check.report(
        Catalogue.rentWithoutCounterEffect(
          line.text, at: places.first ?? Place(file: check.origins.file),
          cells: places.filter { $0.sheet == places.first?.sheet }.compactMap(\.cell)))
    })
}

/// Savings on rent, and whether the landlord's side is shown.
private struct RentCheck {
  let savings: [Line]
  let hasLandlord: Bool

  init(_ proposal: Proposal, _ round: Round) {
    func isRent(_ line: Line) -> Bool {
      let text = (line.text + " " + line.tableOneText).lowercased()
      return text.contains("husleje") || text.contains("lejemål")
    }
    let lines = proposal.lines(in: .permanent).filter { $0.condition == .ifAdopted && isRent($0) }
    savings = lines.filter { line in
      !line.text.lowercased().contains("indtægt") && line.figures.map(\.amount).sum() < .zero
    }
    let landlord = round.committees.first {
      $0.units.contains { Spelling.key($0.name).contains("ejendomme") }
    }
    let isOwn = landlord.map { $0.code == proposal.presenting } ?? false
    let hasRow = proposal.allocations.contains { table in
      table.rows.contains { row in
        (row.recipient.unit.map { Spelling.key($0).contains("ejendomme") } ?? false)
          && row.figures.contains(where: \.isMoney)
      }
    }
    let hasLine = lines.contains { line in
      line.text.lowercased().contains("indtægt")
        || (line.unit.map { Spelling.key($0).contains("ejendomme") } ?? false)
        || (line.committee != nil && line.committee == landlord?.code)
    }
    hasLandlord = isOwn || hasRow || hasLine
  }
}
