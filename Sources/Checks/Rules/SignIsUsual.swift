import Reading
import AllocationTables
import Findings
import ProposalModel

extension Rule {
  /// Costs are positive, savings of Fordeling negative, and a line keeps its sign.
  static let signIsUsual = Rule(
    "SignIsUsual", [.signSuspicious],
    statement: "Besparelser er negative, udgifter positive, og en linje skifter ikke fortegn.",
    reason: "Et glemt minus flytter det dobbelte beløb og er let at overse.",
    tables: { check in
      for table in check.read.tables where table.kind == .allocation(.distribution) {
        for row in table.rows where row.row.part == .saving && row.row.kind == .line {
          let cells = row.row.figures.indices.filter { row.row.figures[$0].amount > .zero }.map {
            row.figureCells[$0]
          }
          guard !cells.isEmpty, !cells.contains(where: { check.isBlamed($0, on: table.sheet) }) else {
            continue
          }
          check.report(
            SignCheck.finding(
              row.row.text, "besparelsen er positiv", table.place(cells.first), cells, row.row.figures))
        }
      }
    },
    proposal: { check in
      for line in check.proposal.lines
      where line.section != .loan && line.condition != .notCounted && !check.blamedLines.contains(line.id) {
        guard let (odd, why) = SignCheck.oddYears(line) else { continue }
        let places = odd.map { check.place(.figure(line.id, year: check.proposal.years[$0])) }
        let cells = places.compactMap(\.cell)
        check.report(
          SignCheck.finding(
            line.text, why, places.first ?? Place(file: check.origins.file), cells,
            odd.map { line.figures[$0] }))
      }
      guard !check.isFromTables, let table = check.proposal.stated(.distribution) else { return }
      for (index, row) in table.rows.enumerated() where row.part == .saving {
        let odd = row.figures.indices.filter { row.figures[$0].amount > .zero }
        guard !odd.isEmpty else { continue }
        let places = odd.map {
          check.place(.allocationFigure(.distribution, index, year: check.proposal.years[$0]))
        }
        check.report(
          SignCheck.finding(
            row.recipient.spelling, "besparelsen er positiv", places.first ?? Place(),
            places.compactMap(\.cell),
            odd.map { row.figures[$0] }))
      }
    })
}

/// Which figures of a line have a sign that is likely a slip.
enum SignCheck {
  static func oddYears(_ line: Line) -> (years: [Int], why: String)? {
    let negative = line.figures.indices.filter { line.figures[$0].amount < .zero }
    let positive = line.figures.indices.filter { line.figures[$0].amount > .zero }
    if line.section == .implementation {
      return negative.isEmpty ? nil : (negative, "en implementeringsomkostning er negativ")
    }
    guard !negative.isEmpty, !positive.isEmpty else { return nil }
    return (negative.count < positive.count ? negative : positive, "linjen skifter fortegn")
  }

  package static func finding(
    _ text: String, _ why: String, _ place: Place, _ cells: [String], _ figures: [Figure]
  )
    -> Finding
  {
    Finding(
      .signSuspicious, at: place, cells: cells,
      found: figures.filter(\.isMoney).map { Catalogue.amount($0.amount) }.joined(separator: ", "),
      message: "Fortegnet i \(Catalogue.quoted(text)) er usædvanligt: \(why).",
      suggestion: "Kontrollér fortegnet: besparelser og merindtægter er negative, udgifter positive.")
  }
}
