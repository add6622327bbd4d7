package import ProposalModel

/// Tables that come out as they were printed.
enum KeptTables {
  /// A kept table under its own caption, numbered `number`.
  static func make(_ kept: KeptTable, number: Int, of proposal: Proposal) -> BudgetTable {
    let fits = kept.rows.flatMap(\.figures).allSatisfy { $0.amount.fits(.thousandKroner) }
    var table = BudgetTable(
      kind: kind(of: kept), code: String(number), caption: "Tabel \(number). " + kept.caption,
      unit: fits ? proposal.displayUnit : .kroner, priceLevel: kept.priceLevel, years: kept.years)
    table.rows = kept.rows.map { row(of: $0, in: kept) }
    for index in table.rows.indices where kept.rows[index].kind == .total {
      table.rows[index].sumOf = summed(by: index, table.rows)
    }
    return table
  }

  private static func kind(of kept: KeptTable) -> BudgetTableKind {
    switch kept.kind {
    case .administration: .administration
    case .delivery: .delivery
    case .permanentByDelivery: .permanent(kept.controlArea)
    case .investmentByDelivery: .investment(kept.controlArea)
    }
  }

  static func row(of kept: KeptRow, in table: KeptTable? = nil) -> TableRow {
    let kind: TableRowKind =
      switch kept.kind {
      case .heading: .heading
      case .line: .line
      case .subtotal: .subtotal
      case .memo, .target: .memo
      case .total: table?.kind == .delivery && kept.section == nil ? .effect : .total
      }
    return TableRow(
      kind, section: kept.section, text: kept.text, controlArea: kept.controlArea, account: kept.account,
      figures: kept.figures)
  }

  /// The lines above a total whose sum it is in every year; none where it is another sum, or where print has
  /// a blank or a dash that a formula would not show.
  private static func summed(by total: Int, _ rows: [TableRow]) -> [Int] {
    let lines = rows.indices.filter {
      $0 < total && rows[$0].kind == .line && rows[$0].section == rows[total].section
    }
    return rows.isSum(rows[total], of: lines) ? lines : []
  }
}

extension [TableRow] {
  /// Whether a row prints an amount in every year, and that of the rows at `indices` together.
  func isSum(_ row: TableRow, of indices: [Int]) -> Bool {
    !indices.isEmpty
      && row.figures.enumerated().allSatisfy { year, figure in
        figure == .amount(indices.map { self[$0].figures[year].amount }.sum())
      }
  }
}

extension KeptTable {
  /// The table as it is printed under number `number` in `proposal`: a total that is the sum of its lines is a
  /// live sum.
  package func shown(number: Int, of proposal: Proposal) -> BudgetTable {
    KeptTables.make(self, number: number, of: proposal)
  }
}
