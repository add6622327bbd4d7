import AllocationTables
import Findings
import ProposalModel
import Reading

/// A line of Tabel 1 whose control area is not that of the subtotal it is counted in: two subtotals are off,
/// for one cause.
enum MisplacedLine {
  /// Reports each such line once, at the subtotal that lacks it, and gives the rows that are thereby
  /// explained.
  static func reportAll(in table: ReadTable, _ check: inout TableCheck) -> Set<Int> {
    guard table.kind == .tableOne || table.kind == .delivery else { return [] }
    let areas = TableOneAreas(table).areas
    let subtotals = table.rows.indices.filter {
      table.rows[$0].row.kind == .subtotal && !table.rows[$0].isBlank
    }
    func lines(_ total: Int) -> [ReadRow] {
      let row = table.rows[total].row
      return table.rows.indices.filter {
        table.rows[$0].row.kind == .line && table.rows[$0].row.section == row.section
          && areas[$0] == row.controlArea
      }.map { table.rows[$0] }
    }
    var explained: Set<Int> = []
    for first in subtotals where !explained.contains(first) {
      let own = lines(first)
      let extra = YearSums(own, count: table.years.count) - YearSums(table.rows[first])
      guard !extra.isZero, let line = own.first(where: { $0.hasMoney && YearSums($0).agrees(with: extra) })
      else { continue }
      let second = subtotals.first { other in
        other != first && table.rows[other].row.section == table.rows[first].row.section
          && YearSums(table.rows[other]).agrees(
            with: YearSums(lines(other), count: table.years.count) + extra)
      }
      guard let second else { continue }
      check.report(finding(line, table.rows[first], table.rows[second], table))
      explained.formUnion([first, second])
    }
    return explained
  }

  private static func finding(_ line: ReadRow, _ first: ReadRow, _ second: ReadRow, _ table: ReadTable)
    -> Finding
  {
    let years = line.row.figures.indices.filter { line.row.figures[$0].isMoney }
    let cells = years.map { second.figureCells[$0] }
    func list(_ amounts: [Amount]) -> String {
      zip(amounts, years).map { "\(Catalogue.amount($0, table.unit)) (\(table.years[$1]))" }.joined(
        separator: ", ")
    }
    let found = years.map { second.amount($0) ?? .zero }
    let expected = zip(found, years).map { $0 - (line.amount($1) ?? .zero) }
    return Finding(
      .totalDiffers, at: table.place(cells.first), cells: cells, found: list(found), expected: list(expected),
      message:
        "\(Catalogue.quoted(second.row.text)) i \(table.name) er ikke summen af linjerne: der står \(list(found)), summen af linjerne er \(list(expected)).",
      suggestion:
        "Linjen \(Catalogue.quoted(line.row.text)) har styringsområdet \(line.areaText ?? "fra totalen"), men er talt med her og ikke i \(Catalogue.quoted(first.row.text)). Ret styringsområdet eller de to totaler."
    )
  }
}
