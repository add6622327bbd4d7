import Findings
import ProposalModel

extension Rule {
  /// A permanent change goes on to the last year.
  static let changeGoesOn = Rule(
    "ChangeGoesOn", [.changeStopsEarly],
    statement: "En varig ændring fortsætter til det sidste år.",
    reason: "Det sidste år gælder også alle årene efter; en varig ændring, der stopper, er ikke varig.",
    proposal: { check in
      for line in check.proposal.lines
      where line.section == .permanent && line.condition == .ifAdopted {
        let years = check.proposal.years
        let isFilled = line.figures.indices.map { index in
          line.figures[index].isMoney || check.isUnread(.figure(line.id, year: years[index]))
        }
        guard let last = isFilled.lastIndex(of: true), last + 1 < line.figures.count,
          let amount = line.figures.last(where: \.isMoney)
        else { continue }
        let missing = (last + 1..<line.figures.count).map { FieldKey.figure(line.id, year: years[$0]) }
        let places = missing.map { check.place($0) }
        check.report(
          Judgement(
            Catalogue.changeStopsEarly(
              line.text, after: years[last], amount: amount.amount,
              at: places.first ?? Place(file: check.origins.file), cells: places.compactMap(\.cell)),
            explainedBy: [Set(missing.map { check.seat($0) })]))
      }
    })
}
