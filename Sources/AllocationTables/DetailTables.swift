import ProposalModel

/// The tables of lines by control area: Varige ændringer, Investeringer, Lån, and the administrative part.
enum DetailTables {
  /// The tables that have lines, permanent changes first, areas in printed order; numbered on from `number`.
  static func make(_ proposal: Proposal, from number: Int) -> [BudgetTable] {
    var number = number
    var tables: [BudgetTable] = []
    func add(_ kind: BudgetTableKind, _ lines: [Line], total: String?) {
      guard !lines.isEmpty else { return }
      tables.append(lineTable(kind, number: number, lines: lines, total: total, of: proposal))
      number += 1
    }
    let areas: [ControlArea?] = ControlArea.allCases + [nil]
    for area in areas {
      add(
        .permanent(area), proposal.lines(in: .permanent).filter { $0.controlArea == area },
        total: "Varige ændringer totalt, \(Wording.inCaption(area))")
    }
    for area in areas {
      add(
        .investment(area), proposal.lines(in: .implementation).filter { $0.controlArea == area },
        total: "Investeringer totalt, \(Wording.inCaption(area))")
    }
    add(.loan, proposal.lines(in: .loan), total: nil)
    if let administration = administration(proposal, number: number) { tables.append(administration) }
    return tables
  }

  private static func lineTable(
    _ kind: BudgetTableKind, number: Int, lines: [Line], total: String?, of proposal: Proposal
  ) -> BudgetTable {
    var table = BudgetTable(
      kind: kind, code: String(number), caption: "Tabel \(number). " + Wording.caption(of: kind),
      unit: proposal.displayUnit,
      priceLevel: proposal.priceLevel,
      years: proposal.years)
    for line in lines {
      table.rows.add(
        TableRow(
          .line, section: line.section, text: line.text, controlArea: line.controlArea, account: line.account,
          figures: line.figures,
          lineIDs: [line.id]))
    }
    if let total {
      let all = Array(table.rows.indices)
      let sums = table.rows.totals(of: all, years: proposal.years.count)
      table.rows.add(TableRow(.total, text: total, figures: sums, sumOf: all))
    }
    return table
  }

  /// The administrative part of the permanent service change, net of running costs; `nil` if no line is
  /// marked.
  private static func administration(_ proposal: Proposal, number: Int) -> BudgetTable? {
    let marked = proposal.lines(in: .permanent).filter { $0.administration != nil }
    guard !marked.isEmpty else { return nil }
    var table = BudgetTable(
      kind: .administration, code: String(number),
      caption: "Tabel \(number). " + Wording.caption(of: .administration),
      unit: proposal.displayUnit,
      priceLevel: proposal.priceLevel, years: proposal.years)
    for (share, text) in [
      (AdministrationShare.mainAccountSix, Wording.mainAccountSix), (.other, Wording.otherAdministration),
    ] {
      let lines = marked.filter { $0.administration == share }
      let figures = proposal.years.indices.map { year in Figure.total(of: lines.map { $0.figures[year] }) }
      table.rows.add(TableRow(.line, text: text, figures: figures, lineIDs: lines.map(\.id)))
    }
    let sums = table.rows.totals(of: [0, 1], years: proposal.years.count)
    table.rows.add(
      TableRow(.total, text: "Varige ændringer totalt, administration", figures: sums, sumOf: [0, 1]))
    return table
  }
}
