/// A word of a line with its place, counted in characters from the left.
struct PrintedWord: Hashable {
  var text: String
  var start: Int
  var end: Int
  /// Where it stands on the page; `nil` where only the order of the words is known.
  var span: PrintedSpan?

  var hasLetter: Bool { text.unicodeScalars.contains(where: \.properties.isAlphabetic) }
}

/// From where to where something stands from the left, in whatever unit the text has.
struct PrintedSpan: Hashable {
  var left: Double
  var right: Double

  var middle: Double { (left + right) / 2 }
}

/// A line of printed text that is not empty.
struct PrintedLine {
  /// The number of the line in the text, from 1.
  let number: Int
  var words: [PrintedWord]
  /// Spaces behind the last word: blank cells often leave nothing else.
  let trailing: Int
  /// Spaces of the line below, where that has nothing else.
  var blanks = 0
  /// Whether an empty line stands above.
  let isAfterGap: Bool
  /// Whether a page begins here.
  var startsPage: Bool
  /// Where it stands from the top of the first page, if that is known.
  var top: Double?

  /// The words with one space between them.
  var text: String { words.map(\.text).joined(separator: " ") }
  /// The place behind the last word.
  var width: Int { words.last?.end ?? 0 }
  var hasLetter: Bool { words.contains(where: \.hasLetter) }

  /// Words of a line beyond this many are not read: no line of a page has so many.
  static let wordLimit = 400

  /// The lines of a text; a line of spaces alone gives its spaces to the line above.
  static func lines(of text: String) -> [PrintedLine] {
    var lines: [PrintedLine] = []
    var isAfterGap = false
    var startsPage = true
    for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
    {
      let (words, length, hasFeed) = split(raw)
      if hasFeed { startsPage = true }
      guard let last = words.last else {
        if length > 0, let above = lines.last {
          lines[lines.count - 1] = above.widened(by: length)
        }
        isAfterGap = true
        continue
      }
      if isPageNumber(words) {
        (isAfterGap, startsPage) = (true, true)
        continue
      }
      lines.append(
        PrintedLine(
          number: index + 1, words: words, trailing: length - last.end, isAfterGap: isAfterGap,
          startsPage: startsPage || (words[0].start == 1 && raw.first == " ")))
      isAfterGap = false
      startsPage = false
    }
    return lines
  }

  /// Whether a line is the foot of a page: `Side 3`, `Side 3 af 9`.
  private static func isPageNumber(_ words: [PrintedWord]) -> Bool {
    let texts = words.map { $0.text.lowercased() }
    guard texts.count == 2 || (texts.count == 4 && texts[2] == "af"), texts[0] == "side" else { return false }
    return [texts[1], texts.last ?? ""].allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
  }

  private func widened(by spaces: Int) -> PrintedLine {
    PrintedLine(
      number: number, words: words, trailing: max(trailing, spaces), blanks: max(blanks, spaces),
      isAfterGap: isAfterGap, startsPage: startsPage)
  }

  private static func split(_ raw: Substring) -> ([PrintedWord], Int, Bool) {
    var words: [PrintedWord] = []
    var word = String.UnicodeScalarView()
    var start = 0
    var place = 0
    var hasFeed = false
    func finish() {
      guard !word.isEmpty, words.count < wordLimit else { return }
      words.append(
        PrintedWord(
          text: String(word), start: start, end: place,
          span: PrintedSpan(left: Double(start), right: Double(place))))
      word = String.UnicodeScalarView()
    }
    for scalar in raw.unicodeScalars {
      switch scalar.value {
      case 0x0c: hasFeed = true
      case 0xad, 0x200b...0x200f, 0xfeff: break
      case 0x20, 0x09, 0xa0, 0x2000...0x200a, 0x202f:
        finish()
        place += 1
      case 0x30a where word.last == "a" || word.last == "A":
        word.append(word.removeLast() == "a" ? "å" : "Å")
      default:
        if word.isEmpty { start = place }
        word.append(scalar)
        place += 1
      }
    }
    finish()
    return (words, place, hasFeed)
  }
}
