/// Rows that a page break divides, where the places of their lines are known.
///
/// In most tables the figures stand beside the first line of their label. Lines above that, at the head of a page,
/// are the rest of the row at the foot of the page before.
enum PageBreaks {
  /// Lines stand beside each other where they are no farther apart than this.
  static let nearness = 3.0

  static func mended(_ rows: [PrintedRow], table: PrintedTable) -> [PrintedRow] {
    guard startsWithFigures(rows) else { return rows }
    var rows = rows
    for index in rows.indices.dropFirst() {
      guard let count = linesAbove(rows[index], below: rows[index - 1]), !rows[index - 1].pieces.isEmpty
      else {
        continue
      }
      let side = table.sideStart ?? .infinity
      let moved = (0..<count).filter { (rows[index].starts[$0] ?? 0) < side - 4 }
      rows[index - 1].late += moved.map { rows[index].fragments[$0] }
      rows[index].fragments.removeFirst(count)
      rows[index].starts.removeFirst(count)
      rows[index].tops.removeFirst(count)
    }
    return rows
  }

  /// Whether figures stand beside the first of several lines in most rows.
  private static func startsWithFigures(_ rows: [PrintedRow]) -> Bool {
    let places = rows.compactMap { row -> Bool? in
      guard row.fragments.count > 1, let top = row.figureTop, row.tops.count > 1, let first = row.tops[0]
      else {
        return nil
      }
      return abs(first - top) <= nearness
    }
    return places.count >= 2 && places.count(where: \.self) * 10 >= places.count * 6
  }

  /// How many lines at the head of a page stand above the figures and the line beside them.
  private static func linesAbove(_ row: PrintedRow, below previous: PrintedRow) -> Int? {
    guard let top = row.figureTop, let before = previous.figureTop, row.tops.count == row.fragments.count,
      row.starts.count == row.fragments.count, let first = row.tops.first.flatMap(\.self)
    else { return nil }
    let page = (first / PageWords.pageDistance).rounded(.down)
    guard page > (before / PageWords.pageDistance).rounded(.down) else { return nil }
    let beside = row.tops.firstIndex { abs(($0 ?? 0) - top) <= nearness }
    return beside.flatMap { $0 > 0 ? $0 : nil }
  }
}
