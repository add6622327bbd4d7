import AllocationTables
import Output
import ProposalModel

/// A table as aligned text for a terminal, amounts in Danish notation.
enum TableText {
  package static func text(_ table: BudgetTable, round: Round) -> String {
    let layout = TableLayout(table, round: round)
    let used = layout.header.indices.filter { column in
      column == 0 || column >= layout.leadingColumns || layout.rows.contains { $0.cells[column] != .blank }
    }
    let rows = [layout.header] + layout.rows.map(\.cells)
    let texts = rows.map { cells in used.map { text(cells[$0], unit: table.unit) } }
    return table.caption + "\n"
      + TextTable.aligned(texts, leftColumns: used.count { $0 < layout.leadingColumns }) + "\n"
  }

  private static func text(_ cell: LayoutCell, unit: AmountUnit) -> String {
    switch cell {
    case .blank, .sum(_, .blank): ""
    case .text(let text): text
    case .dash, .sum(_, .dash): "-"
    case .amount(let amount), .sum(_, .amount(let amount)): amount.danish(in: unit)
    case .year(let number), .count(let number): String(number)
    }
  }
}
