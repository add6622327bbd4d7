import Distribution

/// The best table by trying all of them, written without a look at the library's own way: whole numbers,
/// every pattern of up and down.
struct BruteForce {
  /// `values[row][year]` over `unit`; `groups[row]` is the committee of the row, rising from 0.
  var values: [[Int]]
  var unit: Int
  var groups: [Int]

  private func floor(_ value: Int) -> Int { value >= 0 ? value / unit : -((-value + unit - 1) / unit) }
  private func fits(_ rounded: Int, _ exact: Int) -> Bool { abs(rounded * unit - exact) < unit }

  /// Σ |rounded − exact| × unit, then the cells that round towards zero, earliest year first.
  private struct Score: Comparable {
    var deviation: Int
    var towardsZero: [Int]
    static func < (left: Score, right: Score) -> Bool {
      left.deviation == right.deviation
        ? left.towardsZero.lexicographicallyPrecedes(right.towardsZero) : left.deviation < right.deviation
    }
  }

  /// Every way to round one row so that its total over the years holds.
  private func patterns(_ row: [Int]) -> [[Int]] {
    var patterns: [[Int]] = [[]]
    for value in row {
      let low = floor(value)
      patterns = patterns.flatMap { head in
        low * unit == value ? [head + [low]] : [head + [low], head + [low + 1]]
      }
    }
    return patterns.filter { fits($0.reduce(0, +), row.reduce(0, +)) }
  }

  private func sums(_ rows: [[Int]], _ years: Int) -> [Int] {
    (0..<years).map { year in rows.reduce(0) { $0 + $1[year] } }
  }

  private func holds(_ rounded: [[Int]], _ exact: [[Int]]) -> Bool {
    let years = values[0].count
    let (first, second) = (sums(rounded, years), sums(exact, years))
    return zip(first, second).allSatisfy(fits) && fits(first.reduce(0, +), second.reduce(0, +))
  }

  /// The least deviation and the table chosen among equals.
  func best() -> (deviation: Int, table: [[Int]]) {
    let all = values.map(patterns)
    var best: (score: Score, table: [[Int]])?
    func grow(_ table: [[Int]]) {
      let row = table.count
      if row > 0, row == values.count || groups[row] != groups[row - 1] {
        let members = (0..<row).filter { groups[$0] == groups[row - 1] }
        guard holds(members.map { table[$0] }, members.map { values[$0] }) else { return }
      }
      guard row < values.count else {
        guard holds(table, values) else { return }
        let score = score(table)
        if best.map({ score < $0.score }) ?? true { best = (score, table) }
        return
      }
      for pattern in all[row] { grow(table + [pattern]) }
    }
    grow([])
    return (best?.score.deviation ?? -1, best?.table ?? [])
  }

  private func score(_ table: [[Int]]) -> Score {
    var score = Score(deviation: 0, towardsZero: [])
    for year in values[0].indices {
      for row in values.indices {
        score.deviation += abs(table[row][year] * unit - values[row][year])
        score.towardsZero.append(abs(table[row][year]) * unit < abs(values[row][year]) ? 1 : 0)
      }
    }
    return score
  }
}

/// A table of `values[row][year]` over `unit`, rows in groups.
func exactTable(_ values: [[Int]], unit: Int, groups: [Int]? = nil) -> ExactTable {
  let shape =
    groups.map { groups in TableShape(paths: groups.indices.map { [groups[$0], $0] }) }
    ?? TableShape(flat: values.count)
  var leaves: [Int128] = []
  for year in values[0].indices { for row in values { leaves.append(Int128(row[year])) } }
  return ExactTable(shape: shape, columns: values[0].count, leafValues: leaves, unit: Int128(unit))
}

/// The rows of a rounded table.
func rows(_ rounded: RoundedTable?, of table: ExactTable) -> [[Int]] {
  guard let rounded else { return [] }
  return table.shape.leafNodes.map { node in (0..<table.columns).map { Int(rounded.value(node, $0)) } }
}
