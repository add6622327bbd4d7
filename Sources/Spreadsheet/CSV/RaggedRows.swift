/// Finds rows whose number of fields is not that of most rows.
///
/// A file may hold several tables with empty lines between: each part is judged for itself. Nothing is filled
/// up or cut off.
struct RaggedRows {
  private struct Run {
    var first: CSVPosition
    var last: Int
    var count: Int
  }

  private var runs: [Run] = []
  private let limit: Int
  /// What was found.
  private(set) var notes: [CSVNote] = []
  /// What was found and not kept.
  private(set) var further = 0

  init(limit: Int) {
    self.limit = limit
  }

  /// Takes the next row: its number of fields and its place.
  mutating func add(_ count: Int, row: Int, line: Int, isBlank: Bool) {
    if isBlank {
      endPart()
    } else if let last = runs.last, last.count == count {
      runs[runs.count - 1].last = row
    } else if runs.count < 100_000 {
      runs.append(Run(first: CSVPosition(line: line, row: row, column: 1), last: row, count: count))
    } else {
      further += 1
    }
  }

  /// Ends the part under way. The usual number of fields is that of most rows, the larger one of two that are
  /// equally frequent.
  mutating func endPart() {
    defer { runs = [] }
    guard runs.count > 1 else { return }
    var tally: [Int: Int] = [:]
    for run in runs { tally[run.count, default: 0] += run.last - run.first.row + 1 }
    guard let usual = tally.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key else { return }
    for run in runs where run.count != usual {
      if notes.count < limit {
        notes.append(
          CSVNote(.raggedRows(through: run.last, found: run.count, expected: usual), at: run.first))
      } else {
        further += 1
      }
    }
  }
}
