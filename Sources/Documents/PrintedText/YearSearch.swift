/// How much searching a text may cost, over all its proposals.
final class SearchBudget {
  /// Steps left; a proposal of ten tables takes up to 16,000.
  private(set) var steps = 1_500_000

  func spend(_ count: Int) { steps -= count }
}

/// A row whose figures look for their years.
struct SearchRow {
  /// The figures in hundredths; `nil` for one that is no number.
  var figures: [Int64?]
  /// The years that the row's table has, as a set of bits over the years of the proposal.
  var allowed: UInt64
  /// Whether figures stand in years beside each other only.
  var isContiguous = false

  /// How many of the allowed years come at or after a year.
  func room(from year: Int) -> Int { (allowed >> UInt64(year)).nonzeroBitCount }
}

/// A sum over rows that is zero in every year.
struct SearchSum {
  /// Rows by their index, and whether they count as minus.
  var terms: [(row: Int, isMinus: Bool)]
  /// What the known rows add, for each year; `nil` where one of them is no number.
  var known: [Int64?]
  /// How far from zero a sum may be, in hundredths.
  var tolerance: Int64
}

/// Finds every placement of figures in years that agrees with all sums: year by year, as a graph of how many
/// figures of each row are placed, so that equal states are searched once.
struct YearSearch {
  /// Steps after which a search is given up.
  static let limit = 120_000

  /// The years that each figure of each row stands in, over all placements; empty rows where there is none.
  struct Outcome {
    var isFeasible: Bool
    /// For each row and figure: years as bits.
    var years: [[UInt64]]
  }

  let rows: [SearchRow]
  let sums: [SearchSum]
  let count: Int

  private struct Edge {
    var from: Int
    var to: Int
    var placed: UInt64
  }

  /// For each row: the sums whose last row it is.
  private var closing: [[Int]] = []
  /// For each row: the sums it takes part in.
  private var terms: [[(sum: Int, isMinus: Bool)]] = []
  private var steps = 0

  init(rows: [SearchRow], sums: [SearchSum], years: Int) {
    self.rows = rows
    self.sums = sums
    count = years
    closing = Array(repeating: [], count: rows.count)
    terms = Array(repeating: [], count: rows.count)
    for (index, sum) in sums.enumerated() {
      if let last = sum.terms.map(\.row).max() { closing[last].append(index) }
      for term in sum.terms { terms[term.row].append((index, term.isMinus)) }
    }
  }

  /// The outcome; `nil` where the search grows beyond its limit.
  mutating func run(_ budget: SearchBudget) -> Outcome? {
    defer { budget.spend(steps + sums.count + rows.count) }
    guard rows.count <= 64, budget.steps > 0 else { return nil }
    var layers: [[[UInt8]]] = [[Array(repeating: 0, count: rows.count)]]
    var edges: [[Edge]] = []
    for year in 0..<count {
      var states: [[UInt8]: Int] = [:]
      var next: [[UInt8]] = []
      var made: [Edge] = []
      for (from, state) in layers[year].enumerated() {
        var choice = Choice(state: state, totals: Array(repeating: 0, count: sums.count))
        guard
          choose(
            0, year, choice: &choice,
            found: { placed, state in
              let to = states[state] ?? next.count
              if to == next.count {
                states[state] = to
                next.append(state)
              }
              made.append(Edge(from: from, to: to, placed: placed))
            })
        else { return nil }
      }
      layers.append(next)
      edges.append(made)
    }
    return outcome(layers, edges)
  }

  private struct Choice {
    var state: [UInt8]
    var totals: [Int64]
    var placed: UInt64 = 0
    /// Sums in which a figure that is no number takes part.
    var open: UInt64 = 0
  }

  /// Tries both choices for each row: its next figure stands in this year, or it has none here.
  private mutating func choose(
    _ row: Int, _ year: Int, choice: inout Choice, found: (UInt64, [UInt8]) -> Void
  ) -> Bool {
    steps += 1
    guard steps <= Self.limit else { return false }
    guard row < rows.count else {
      found(choice.placed, choice.state)
      return true
    }
    let used = Int(choice.state[row])
    let left = rows[row].figures.count - used
    if canPlace(row, used: used, year: year) {
      let before = choice
      place(row, used, choice: &choice)
      if holds(row, year, choice: choice), !choose(row + 1, year, choice: &choice, found: found) {
        return false
      }
      choice = before
    }
    let mayWait = left <= rows[row].room(from: year + 1) && !mustPlace(row, used: used)
    if left == 0 || mayWait, holds(row, year, choice: choice) {
      return choose(row + 1, year, choice: &choice, found: found)
    }
    return true
  }

  private func canPlace(_ row: Int, used: Int, year: Int) -> Bool {
    used < rows[row].figures.count && rows[row].allowed >> UInt64(year) & 1 == 1
      && rows[row].figures.count - used <= rows[row].room(from: year)
  }

  /// Zeros stand beside the figure before them, and before the first figure beside the one behind.
  private func mustPlace(_ row: Int, used: Int) -> Bool {
    let figures = rows[row].figures
    guard used > 0, used < figures.count else { return false }
    if rows[row].isContiguous || figures[used] == 0 { return true }
    return figures[..<used].allSatisfy { $0 == 0 }
  }

  private func place(_ row: Int, _ used: Int, choice: inout Choice) {
    choice.placed |= 1 << UInt64(row)
    choice.state[row] = UInt8(used + 1)
    for (sum, isMinus) in terms[row] {
      if let value = rows[row].figures[used] {
        choice.totals[sum] &+= isMinus ? -value : value
      } else {
        choice.open |= 1 << UInt64(sum & 63)
      }
    }
  }

  private func holds(_ row: Int, _ year: Int, choice: Choice) -> Bool {
    closing[row].allSatisfy { index in
      guard let known = sums[index].known[year], choice.open >> UInt64(index & 63) & 1 == 0 else {
        return true
      }
      return abs(choice.totals[index] &+ known) <= sums[index].tolerance
    }
  }

  private func outcome(_ layers: [[[UInt8]]], _ edges: [[Edge]]) -> Outcome {
    let full = rows.map { UInt8($0.figures.count) }
    var alive = layers[count].map { $0 == full }
    var years = rows.map { Array(repeating: UInt64(0), count: $0.figures.count) }
    guard alive.contains(true) else { return Outcome(isFeasible: false, years: years) }
    for year in (0..<count).reversed() {
      var living = Array(repeating: false, count: layers[year].count)
      for edge in edges[year] where alive[edge.to] {
        living[edge.from] = true
        for row in rows.indices where edge.placed >> UInt64(row) & 1 == 1 {
          years[row][Int(layers[year][edge.from][row])] |= 1 << UInt64(year)
        }
      }
      alive = living
    }
    return Outcome(isFeasible: true, years: years)
  }
}
