/// The height of a row with wrapped text. Programs do not agree on fitting rows by themselves when they open
/// a file, so the file says it.
package enum RowHeight {
  /// Height of one line of text in points.
  private static let line = 15.0

  /// The height that `texts` need in columns of `widths` characters, or `nil` if one line is enough.
  package static func points(_ texts: [String], widths: [Double]) -> Double? {
    let lines = zip(texts, widths).map { text, width in
      text.split(separator: "\n", omittingEmptySubsequences: false).map {
        lineCount(String($0), width: Int(width))
      }.reduce(0, +)
    }
    let most = lines.max() ?? 1
    return most > 1 ? min(400, Double(most) * line) : nil
  }

  /// How many lines words take in `width` characters.
  private static func lineCount(_ text: String, width: Int) -> Int {
    var lines = 1
    var used = 0
    for word in text.split(separator: " ") {
      let length = word.count
      if used > 0, used + 1 + length > width {
        lines += 1
        used = 0
      }
      lines += used == 0 ? max(0, (length - 1) / max(1, width)) : 0
      used += length + (used > 0 ? 1 : 0)
    }
    return lines
  }
}
