import Findings
import ProposalModel

extension Rule {
  /// Every implementation cost stands in Tabel D or E, from which the corrections are made.
  static let costHasTable = Rule(
    "CostHasTable", [.areaWithoutTable],
    statement: "Implementeringsomkostninger hører til Anlæg eller Service.",
    reason: "Kun tabel D og E bogføres; andre styringsområder kommer ikke med i korrektionerne.",
    proposal: { check in
      for line in check.proposal.lines(in: .implementation) {
        guard let area = line.controlArea, area != .capital, area != .service,
          line.figures.contains(where: { $0.isMoney && $0.amount != .zero })
        else { continue }
        check.report(
          Catalogue.areaWithoutTable(
            line.text, area.rawValue, at: check.place(.line(line.id, .controlArea))))
      }
    })
}
