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
    let gaps = years.map { year in
      let found = second.amount(year) ?? .zero
      return YearGap(
        year: table.years[year], stated: found, expected: found - (line.amount(year) ?? .zero))
    }
    return Catalogue.lineMisplaced(
      line.row.text, area: line.areaText, in: second.row.text, missingIn: first.row.text, table: table.name,
      gaps, unit: table.unit, at: table.place(cells.first), cells: cells)
  }
}
