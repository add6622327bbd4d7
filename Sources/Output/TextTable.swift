/// A table for a terminal: the first columns to the left, the others to the right, all as wide as they need.
public enum TextTable {
  /// The rows, aligned, one per line.
  public static func aligned(_ rows: [[String]], leftColumns: Int = 1) -> String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { index, text in
        let space = String(repeating: " ", count: widths[index] - text.count)
        return index < leftColumns ? text + space : space + text
      }
      return String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }
}
