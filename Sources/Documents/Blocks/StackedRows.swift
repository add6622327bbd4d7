/// Rows that stand as lines in the cells of one row.
enum StackedRows {
  /// Several rows that somebody has typed as lines of the cells of one: each filled cell has as many lines, and
  /// several of them are figures.
  static func unstacked(_ row: DocumentRow) -> [DocumentRow] {
    let lines = row.cells.map { $0.text.text.split(separator: "\n", omittingEmptySubsequences: false) }
    let filled = lines.filter { !$0.isEmpty && $0 != [""] }
    guard let count = filled.first?.count, count > 1, filled.count > 2,
      filled.allSatisfy({ $0.count == count }),
      filled.count(where: { $0.allSatisfy(isFigure) }) > 1,
      row.cells.allSatisfy({ $0.rowSpan == 1 && $0.text.earlierText == nil && $0.text.marks.isEmpty })
    else { return [row] }
    return (0..<count).map { line in
      var part = row
      for index in part.cells.indices where lines[index].count == count {
        part.cells[index].text.text = String(lines[index][line])
      }
      return part
    }
  }

  private static func isFigure(_ line: Substring) -> Bool {
    line.allSatisfy { $0.isNumber || " .,-−–".contains($0) }
  }
}
