import AllocationTables
import Findings
import ProposalModel
import Reading

extension Rule {
  /// Costs are positive, savings of Fordeling negative, and a line keeps its sign.
  static let signIsUsual = Rule(
    "SignIsUsual", [.signSuspicious],
    statement: "Besparelser er negative, udgifter positive, og en linje skifter ikke fortegn.",
    reason: "Et glemt minus flytter det dobbelte beløb og er let at overse.",
    tables: { check in
      for table in check.read.tables where table.kind == .allocation(.distribution) {
        for row in table.rows where row.row.part == .saving && row.row.kind == .line {
          let odd = row.row.figures.indices.filter { row.row.figures[$0].amount > .zero }
          let cells = odd.map { row.figureCells[$0] }
          guard !cells.isEmpty else { continue }
          check.report(
            Judgement(
              Catalogue.signSuspicious(
                row.row.text, .savingIsPositive, odd.map { row.row.figures[$0].amount },
                at: table.place(cells.first), cells: cells),
              explainedBy: [Set(cells.map { Seat($0, on: table.sheet) })]))
        }
      }
    },
    proposal: { check in
      let turned = TurnedSigns(check)
      if !turned.sections.isEmpty { check.report(SignCheck.allTurned(turned.sections, check)) }
      for line in check.proposal.lines
      where line.section != .loan && line.condition != .notCounted && !turned.sections.contains(line.section)
      {
        if let judgement = SignCheck.line(line, check) { check.report(judgement) }
      }
      guard !check.isFromTables, let table = check.proposal.stated(.distribution) else { return }
      for (index, row) in table.rows.enumerated() where row.part == .saving {
        if let judgement = SignCheck.saving(row, index, check) { check.report(judgement) }
      }
    })
}

/// Which figures have a sign that is likely a slip.
enum SignCheck {
  /// The years of a line with an unusual sign, and why.
  static func oddYears(_ line: AmountRow) -> (years: [Int], why: UnusualSign)? {
    let negative = line.amounts.indices.filter { (line.amounts[$0] ?? .zero) < .zero }
    let positive = line.amounts.indices.filter { (line.amounts[$0] ?? .zero) > .zero }
    if line.section == .implementation {
      return negative.isEmpty ? nil : (negative, .costIsNegative)
    }
    guard !negative.isEmpty, !positive.isEmpty else { return nil }
    return (negative.count < positive.count ? negative : positive, .lineChanges)
  }

  static func line(_ line: Line, _ check: ProposalCheck) -> Judgement? {
    guard let (odd, why) = oddYears(AmountRow(line, in: check)) else { return nil }
    let keys = odd.map { FieldKey.figure(line.id, year: check.proposal.years[$0]) }
    let places = keys.map { check.place($0) }
    return Judgement(
      Catalogue.signSuspicious(
        line.text, why, odd.map { line.figures[$0].amount },
        at: places.first ?? Place(file: check.origins.file), cells: places.compactMap(\.cell)),
      explainedBy: [Set(keys.map { check.seat($0) })])
  }

  static func saving(_ row: AllocationRow, _ index: Int, _ check: ProposalCheck) -> Judgement? {
    let odd = row.figures.indices.filter { row.figures[$0].amount > .zero }
    guard !odd.isEmpty else { return nil }
    let keys = odd.map { FieldKey.allocationFigure(.distribution, index, year: check.proposal.years[$0]) }
    let places = keys.map { check.place($0) }
    return Judgement(
      Catalogue.signSuspicious(
        row.recipient.spelling, .savingIsPositive, odd.map { row.figures[$0].amount },
        at: places.first ?? Place(file: check.origins.file), cells: places.compactMap(\.cell)),
      explainedBy: [Set(keys.map { check.seat($0) })])
  }

  /// Every sign of a section is turned: one cause, however many lines there are.
  static func allTurned(_ sections: Set<LineSection>, _ check: ProposalCheck) -> Judgement {
    let lines = check.proposal.lines.filter { sections.contains($0.section) && $0.condition == .ifAdopted }
    let keys = lines.flatMap { line in
      zip(check.proposal.years, line.figures).filter { $0.1.isMoney }.map {
        FieldKey.figure(line.id, year: $0.0)
      }
    }
    let places = keys.map { check.place($0) }
    let first = places.first ?? Place(file: check.origins.file)
    return Judgement(
      Catalogue.signsTurned(
        savings: sections.contains(.permanent), costs: sections.contains(.implementation), at: first,
        cells: places.filter { $0.sheet == first.sheet }.compactMap(\.cell)))
  }
}
