import ProposalModel

/// Tabel 1: all lines by section with subtotals, memos and totals as they were printed, the effect and the
/// stated paybacks.
enum TableOne {
  static func make(_ proposal: Proposal) -> BudgetTable {
    var table = BudgetTable(
      kind: .tableOne, code: "1", caption: "Tabel 1. " + Wording.caption(of: .tableOne),
      unit: proposal.displayUnit,
      priceLevel: proposal.priceLevel,
      years: proposal.years)
    let permanent = addSection(
      .permanent, Wording.permanentHeading, total: Wording.permanentTotal, of: proposal, to: &table)
    let implementation = addSection(
      .implementation, Wording.implementationHeading, total: Wording.implementationTotal, of: proposal,
      to: &table)
    if !proposal.lines(in: .loan).isEmpty {
      addSection(.loan, Wording.loanHeading, total: nil, of: proposal, to: &table)
    }
    addEffect(of: [permanent, implementation].compactMap { $0 }, proposal, to: &table)
    for kept in proposal.tableOneRows where kept.row.section == nil && kept.row.kind != .total {
      table.rows.add(KeptTables.row(of: kept.row))
    }
    table.rows.add(TableRow(.payback, text: Wording.servicePayback, paybackYears: proposal.payback.service))
    table.rows.add(TableRow(.payback, text: Wording.totalPayback, paybackYears: proposal.payback.total))
    return table
  }

  /// The bottom line: the sum of the two totals; of the lines where a total is printed that is not their sum;
  /// or as it is printed itself.
  private static func addEffect(of totals: [Int], _ proposal: Proposal, to table: inout BudgetTable) {
    let isSum = totals.allSatisfy { !table.rows[$0].sumOf.isEmpty || table.rows[$0].figures.sum() == .zero }
    let lines = table.rows.indices.filter { table.rows[$0].kind == .line && table.rows[$0].section != .loan }
    let parts = isSum ? totals : lines
    let printed = printedTotal(of: nil, proposal)
    let sums = table.rows.totals(of: parts, years: proposal.years.count)
    table.rows.add(
      TableRow(
        .effect, text: Wording.effect, figures: printed?.figures ?? sums,
        sumOf: printed == nil ? parts : []))
  }

  /// The printed total of a section that is not the sum of its lines; of `nil` the bottom line.
  private static func printedTotal(of section: LineSection?, _ proposal: Proposal) -> KeptRow? {
    proposal.tableOneRows.map(\.row).first { $0.kind == .total && $0.section == section }
  }

  /// Adds a section and returns the index of its total.
  @discardableResult private static func addSection(
    _ section: LineSection, _ heading: String, total: String?, of proposal: Proposal,
    to table: inout BudgetTable
  ) -> Int? {
    table.rows.add(TableRow(.heading, section: section, text: heading))
    let kept = proposal.tableOneRows.filter { $0.row.section == section && $0.row.kind != .total }
    var above = kept.filter { !$0.isBelowTotal }
    var items: [Int] = []
    func addKept(upTo count: Int) {
      for next in above where next.linesAbove <= count { table.rows.add(KeptTables.row(of: next.row)) }
      above.removeAll { $0.linesAbove <= count }
    }
    for group in groups(proposal.lines(in: section)) {
      addKept(upTo: items.count)
      if let row = row(of: group, section, proposal) { items.append(table.rows.add(row)) }
    }
    addKept(upTo: .max)
    sumSubtotals(of: section, items, in: &table)
    var index: Int?
    if let total {
      let areas = Set(items.map { table.rows[$0].controlArea })
      let area = areas.count == 1 ? areas.first ?? nil : nil
      let sums = table.rows.totals(of: items, years: proposal.years.count)
      let printed = printedTotal(of: section, proposal)
      index = table.rows.add(
        TableRow(
          .total, section: section, text: total, controlArea: area, figures: printed?.figures ?? sums,
          sumOf: printed == nil ? items : []))
    }
    for next in kept where next.isBelowTotal { table.rows.add(KeptTables.row(of: next.row)) }
    return index
  }

  private static func row(of group: [Line], _ section: LineSection, _ proposal: Proposal) -> TableRow? {
    guard let first = group.first else { return nil }
    let figures = proposal.years.indices.map { year in Figure.total(of: group.map { $0.figures[year] }) }
    return TableRow(
      .line, section: section, text: first.tableOneText,
      controlArea: first.controlAreaSource == nil ? first.controlArea : nil, figures: figures,
      lineIDs: group.map(\.id))
  }

  /// A subtotal that is the sum of the lines of its area becomes a live sum; any other stands as printed.
  private static func sumSubtotals(of section: LineSection, _ items: [Int], in table: inout BudgetTable) {
    for index in table.rows.indices
    where table.rows[index].kind == .subtotal && table.rows[index].section == section {
      let own = items.filter { table.rows[$0].controlArea == table.rows[index].controlArea }
      if table.rows.isSum(table.rows[index], of: own) { table.rows[index].sumOf = own }
    }
  }

  /// Lines of a section with the same area and text in Tabel 1 (their own text where they name no item) are
  /// one row, at the place of the first.
  private static func groups(_ lines: [Line]) -> [[Line]] {
    struct Item: Hashable {
      var area: ControlArea?
      var text: String
    }
    var order: [Item: Int] = [:]
    var groups: [[Line]] = []
    for line in lines {
      let item = Item(area: line.controlArea, text: line.tableOneText)
      if let place = order[item] {
        groups[place].append(line)
      } else {
        order[item] = groups.count
        groups.append([line])
      }
    }
    return groups
  }
}
