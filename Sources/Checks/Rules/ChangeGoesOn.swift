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
      where line.section == .permanent && line.condition == .ifAdopted && !check.blamedLines.contains(line.id)
      {
        guard let last = line.figures.lastIndex(where: \.isMoney), last + 1 < line.figures.count else {
          continue
        }
        let years = check.proposal.years
        let places = (last + 1..<line.figures.count).map { check.place(.figure(line.id, year: years[$0])) }
        check.report(
          Finding(
            .changeStopsEarly, at: places.first ?? Place(file: check.origins.file),
            cells: places.compactMap(\.cell),
            found: "intet fra \(years[last + 1])",
            expected: "\(Catalogue.amount(line.figures[last].amount)) og frem",
            message: "Den varige ændring \(Catalogue.quoted(line.text)) stopper efter \(years[last]).",
            suggestion:
              "Skriv beløbet i de sidste år, eller flyt linjen til Implementering, hvis den ikke er varig."))
      }
    })
}
