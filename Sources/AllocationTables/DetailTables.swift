import ProposalModel

/// The tables of lines by control area: Varige ændringer, Investeringer, Lån, and the administrative part.
enum DetailTables {
  /// The tables that have lines or are kept, permanent changes first, areas in printed order; numbered on from
  /// `number`. The deliveries' own tables stand first, as in print.
  static func make(_ proposal: Proposal, from number: Int) -> [BudgetTable] {
    var tables: [BudgetTable] = []
    func addKept(_ kind: KeptTableKind, _ area: ControlArea? = nil) {
      for kept in proposal.keptTables where kept.kind == kind && kept.controlArea == area {
        tables.append(KeptTables.make(kept, number: number + tables.count, of: proposal))
      }
    }
    func add(_ kind: BudgetTableKind, _ lines: [Line], total: String?, unless kept: KeptTableKind? = nil) {
      let isShown = proposal.keptTables.contains {
        $0.kind == kept && $0.controlArea == lines.first?.controlArea
      }
      guard !lines.isEmpty, !(isShown && lines.allSatisfy(DetailTables.saysNoMore)) else { return }
      let number = number + tables.count
      tables.append(lineTable(kind, number: number, lines: lines, total: total, of: proposal))
    }
    /// The lines of Tabel 1, then the rows that no line of Tabel 1 carries: they are printed, and found again.
    func printed(_ section: LineSection, _ area: ControlArea?) -> [Line] {
      [LineCondition.ifAdopted, .notCounted].flatMap { condition in
        proposal.lines.filter {
          $0.section == section && $0.controlArea == area && $0.condition == condition
        }
      }
    }
    let areas: [ControlArea?] = ControlArea.allCases + [nil]
    for kept in proposal.keptTables where kept.kind == .delivery {
      tables.append(KeptTables.make(kept, number: number + tables.count, of: proposal))
    }
    for area in areas {
      add(
        .permanent(area), printed(.permanent, area),
        total: "Varige ændringer totalt, \(Wording.inCaption(area))", unless: .permanentByDelivery)
      addKept(.permanentByDelivery, area)
    }
    for area in areas {
      add(
        .investment(area), printed(.implementation, area),
        total: "Investeringer totalt, \(Wording.inCaption(area))", unless: .investmentByDelivery)
      addKept(.investmentByDelivery, area)
    }
    add(.loan, proposal.lines(in: .loan), total: nil)
    let administration = proposal.keptTables.filter { $0.kind == .administration }
    for kept in administration {
      tables.append(KeptTables.make(kept, number: number + tables.count, of: proposal))
    }
    if administration.isEmpty, let table = self.administration(proposal, number: number + tables.count) {
      tables.append(table)
    }
    return tables
  }

  /// Whether the detail table would say nothing of the line that the table by delivery does not.
  private static func saysNoMore(_ line: Line) -> Bool {
    line.account == nil && line.committee == nil && line.rule == nil && line.administration == nil
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
          .line, section: line.section, text: line.text, controlArea: line.controlArea,
          recipient: line.committee.map { Recipient($0, unit: line.unit) }, account: line.account,
          rule: line.rule, administration: line.administration, isFromInnovationPool: line.innovationPool,
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
