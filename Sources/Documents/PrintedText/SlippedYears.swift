/// Years that a slip made something else (`202`, `2O23`, `2.023`, `20 23`, `2035` between 2022 and 2024).
///
/// The years beside such a word are a part of the table's columns only. Read as all of them, each figure of a row
/// could stand a column beside its own, so that such a heading gives no table; what stands below it is told.
struct SlippedYears {
  /// Letters that are taken for digits.
  private static let lookalikes: Set<Character> = ["O", "o", "I", "l", "S", "B", "Z", "*"]

  let lines: [PrintedLine]

  init(_ lines: [PrintedLine]) { self.lines = lines }

  /// Whether such a word stands beside years: in their line, or above or below years that stand one in each line.
  func areBeside(_ range: Range<Int>, lines rows: ClosedRange<Int>) -> Bool {
    let words = lines[rows.lowerBound].words.map(\.text)
    if rows.count > 1 {
      return isSlipAlone(rows.upperBound + 1, step: 1) || isSlipAlone(rows.lowerBound - 1, step: -1)
    }
    return isBehind(words[range.upperBound...]) || isBefore(words[..<range.lowerBound])
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
