import AllocationTables
import ProposalModel
import Reading

/// The payback times that Tabel 1 gives: by its lines, and by its stated totals where those differ.
struct PaybackSeries {
  let one: ReadTable
  let links: TableLinks
  private let tables: [ReadTable]

  /// The series of a check; `nil` without Tabel 1.
  init?(_ check: TableCheck) {
    guard let one = check.tableOne, let links = check.links else { return nil }
    self.one = one
    self.links = links
    tables = check.read.tables
  }

  /// What the detail tables of permanent changes show: where they differ from Tabel 1, that is a finding of its
  /// own, and the payback may be theirs.
  private func details(_ area: ControlArea?) -> [YearSums] {
    let tables = tables.filter { table in
      if case .permanent(let found)? = table.kind { area == nil || found == area } else { false }
    }
    guard !tables.isEmpty else { return [] }
    let zero = YearSums(Array(repeating: .zero, count: one.years.count))
    return [
      tables.reduce(zero) { sum, table in
        sum
          + (table.totals(of: nil).first.map { YearSums($0) } ?? table.sum(of: nil)).aligned(
            from: table.years, to: one.years)
      }
    ]
  }

  /// The paybacks of an area's permanent change, of every area's if `nil`; a series with an amount that could
  /// not be read is left out, so that a readable total still counts.
  func paybacks(_ area: ControlArea?) -> [Payback] {
    let count = one.years.count
    let rows = one.rows.indices.filter { index in
      one.rows[index].row.kind == .line && one.rows[index].row.section == .permanent
        && (area == nil || links.areas[index] == area)
    }
    var permanent = [YearSums(rows.map { one.rows[$0] }, count: count)]
    let others = one.lines.filter { line in
      line.row.section == .permanent && !rows.contains { one.rows[$0].number == line.number }
    }
    // A line whose area nobody knows may be service or not.
    if area != nil, others.contains(where: { $0.hasMoney && links.areas(of: $0, in: one) == nil }) {
      return []
    }
    permanent += one.sums(ofTotalsIn: .permanent, area: area, besides: others)
    if let area {
      permanent += one.rows.filter {
        $0.row.kind == .subtotal && $0.row.section == .permanent && $0.row.controlArea == area && !$0.isBlank
      }
      .map { YearSums($0) }
    }
    permanent += details(area)
    let implementation = [one.sum(of: .implementation)] + one.totals(of: .implementation).map { YearSums($0) }
    return permanent.flatMap { first in
      implementation.compactMap { second in
        let (left, right) = (first.amounts.compactMap { $0 }, second.amounts.compactMap { $0 })
        return left.count == count && right.count == count
          ? Payback(permanent: left, implementation: right) : nil
      }
    }
  }
}
