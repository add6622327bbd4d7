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
        reportPauses(line, &check)
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

/// A blank year between two with money: forgotten, or nothing in that year. A 0 or a dash says the second.
private func reportPauses(_ line: Line, _ check: inout ProposalCheck) {
  let pauses = line.pauses
  guard let first = pauses.first, !pauses.contains(where: { check.isUnread(key($0)) }) else { return }
  func key(_ index: Int) -> FieldKey { .figure(line.id, year: check.proposal.years[index]) }
  let places = pauses.map { check.place(key($0)) }
  check.report(
    Judgement(
      Catalogue.changePauses(
        line.text, years: pauses.map { check.proposal.years[$0] }, before: line.amountBefore(first),
        unit: check.proposal.displayUnit, at: places.first ?? Place(file: check.origins.file),
        cells: places.compactMap(\.cell)),
      explainedBy: [Set(pauses.map { check.seat(key($0)) })]))
}

extension Line {
  /// The years of a permanent change that are blank although money stands before and behind them.
  var pauses: [Int] {
    guard section == .permanent, let first = figures.firstIndex(where: \.isMoney),
      let last = figures.lastIndex(where: \.isMoney)
    else { return [] }
    return (first...last).filter { figures[$0] == .blank }
  }

  /// The last amount before a year.
  func amountBefore(_ index: Int) -> Amount { figures[..<index].last(where: \.isMoney)?.amount ?? .zero }
}
