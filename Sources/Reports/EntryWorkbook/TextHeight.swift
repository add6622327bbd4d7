/// Heights of rows with wrapped text. Not every program makes rows higher when it opens a file, so rows that
/// need it get their height here.
enum TextHeight {
  /// The height of one line of the workbook's own font, in points.
  package static let line = 15.0

  /// The height for the highest of some cells, each a text and the width of its column in characters; `nil`
  /// if one line is enough.
  package static func ofRow(_ cells: [(text: String?, width: Double)]) -> Double? {
    let lines =
      cells.map { cell in cell.text.map { TextHeight.lines($0, width: cell.width) } ?? 1 }.max() ?? 1
    return lines > 1 ? min(400, Double(lines) * line) : nil
  }

  /// How many lines the text takes; only words longer than the line are broken. Letters are on average a
  /// little narrower than the digits that widths count.
  package static func lines(_ text: String, width: Double) -> Int {
    let room = max(4, Int(width))
    var lines = 0
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines += 1
      var used = 0
      for word in paragraph.split(separator: " ") {
        let length = word.count
        if used > 0, used + 1 + length > room {
          lines += 1
          used = 0
        }
        used += (used > 0 ? 1 : 0) + length
        while used > room {
          lines += 1
          used -= room
        }
      }
    }
    return max(1, lines)
  }
}
