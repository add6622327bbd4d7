/// Years that a slip made something else (`202`, `2O23`, `2.023`, `20 23`, `2035` between 2022 and 2024).
///
/// The years beside such a word are a part of the table's columns only. Read as all of them, each figure of a row
/// could stand a column beside its own, so that such a heading gives no table; what stands below it is told.
struct SlippedYears {
  /// Letters that are taken for digits.
  private static let lookalikes: Set<Character> = [
    "O", "o", "I", "l", "S", "B", "Z", "*", "?", ",", ";", "'", "’",
  ]

  /// Words of one line of a page stand at most this far above or below each other.
  private static let height = 3.0

  let lines: [PrintedLine]

  init(_ lines: [PrintedLine]) { self.lines = lines }

  /// Whether such a word stands beside years: in their line, or above or below years that stand one in each line.
  func areBeside(_ range: Range<Int>, lines rows: ClosedRange<Int>) -> Bool {
    let words = lines[rows.lowerBound].words.map(\.text)
    if rows.count > 1 {
      return isSlipAlone(rows.upperBound + 1, step: 1) || isSlipAlone(rows.lowerBound - 1, step: -1)
    }
    let beside = besides(rows.lowerBound)
    if beside.hasYears { return true }
    return isBehind(words[range.upperBound...] + beside.behind)
      || isBefore(beside.before + words[..<range.lowerBound])
  }

  /// The words that stand left and right of a line at its height. Where places are known, a word that is no figure
  /// (`2O23`) ends a line, and the years behind it begin another one.
  /// `hasYears` says that years go on there behind a word or stood before one: the heading has a hole. A year among
  /// other words is that of the prices.
  private func besides(
    _ index: Int
  ) -> (before: ArraySlice<String>, behind: ArraySlice<String>, hasYears: Bool) {
    guard let top = lines[index].top, let left = lines[index].words.first?.span?.left else {
      return ([], [], false)
    }
    func isAtHeight(_ other: Int) -> Bool {
      lines.indices.contains(other) && lines[other].top.map { abs($0 - top) <= Self.height } ?? false
    }
    let first = (0...index).reversed().prefix(while: isAtHeight).last ?? index
    let last = (index..<lines.count).prefix(while: isAtHeight).last ?? index
    let others = (first...last).filter { $0 != index }
    let hasYears = others.contains { lines[$0].words.allSatisfy { PrintedHeads.year($0.text) != nil } }
    let placed = others.flatMap { lines[$0].words }.compactMap { word in
      word.span.map { (left: $0.left, text: word.text) }
    }
    let sorted = placed.sorted { $0.left < $1.left }
    return (
      sorted.filter { $0.left < left }.map(\.text)[...], sorted.filter { $0.left >= left }.map(\.text)[...],
      hasYears
    )
  }

  private func isBehind(_ words: ArraySlice<String>) -> Bool {
    guard let first = words.first, isNear(first, digits: 1) else { return false }
    return !(words.dropFirst().first?.lowercased().hasPrefix("kr") ?? false)
  }

  /// A year alone in front of the others can be that of the prices.
  private func isBefore(_ words: ArraySlice<String>) -> Bool {
    guard let last = words.last, isNear(last, digits: 2) else { return false }
    guard PrintedHeads.year(last) != nil else { return true }
    return words.dropLast().last.map { isNear($0, digits: 2) } ?? false
  }

  /// Digits, or what looks like them, that can be a year or a part of one.
  private func isNear(_ word: String, digits: Int) -> Bool {
    if word.count == 5, PrintedHeads.year(word.replacing(".", with: "")) != nil { return true }
    guard word.count <= 6, word.count(where: \.isNumber) >= digits else { return false }
    return word.allSatisfy { $0.isNumber || Self.lookalikes.contains($0) }
  }

  /// Figures can stand in the lines beside such years, so that only what is nearly a year counts.
  private func isSlipAlone(_ index: Int, step: Int) -> Bool {
    guard lines.indices.contains(index), lines[index].words.count == 1 else { return false }
    let word = lines[index].words[0].text
    guard isNear(word, digits: 2), Int(word) == nil || word.hasPrefix("20") else { return false }
    if PrintedHeads.year(word) != nil || Int(word) == nil { return true }
    let next = index + step
    return lines.indices.contains(next) && lines[next].words.count == 1
      && PrintedHeads.year(lines[next].words[0].text) != nil
  }
}
