/// The heads of tables: lines with years side by side, what stands above them, and the caption.
struct PrintedHead {
  var caption: String?
  var unit: String
  var columns: [PrintedColumnWords]
  var years: [Int]
  /// Where the years stand, if that is known.
  var places: [PrintedSpan]
  /// Where the headings of other columns begin, from the left.
  var starts: [Double]
  /// Lines from the caption up to the first row, as indices of the text's lines.
  var lines: Range<Int>
}

/// Finds the heads of a text.
struct PrintedHeads {
  /// A caption stands at most this many lines above the years.
  static let reach = 9

  /// A text with more tables than this is no proposal.
  static let limit = 1_000

  let lines: [PrintedLine]
  let words: PrintedWords

  /// All heads, in the order of the text.
  func all() -> [PrintedHead] {
    var heads: [PrintedHead] = []
    var index = 0
    while index < lines.count, heads.count < Self.limit {
      if let head = head(at: index, after: heads.last?.lines.upperBound ?? 0) {
        heads.append(head)
        index = head.lines.upperBound
      } else {
        index += 1
      }
    }
    return heads
  }

  private func head(at index: Int, after floor: Int) -> PrintedHead? {
    guard let years = years(at: index), !SlippedYears(lines).areBeside(years.range, lines: index...years.last)
    else { return nil }
    let line = lines[index]
    let before = line.words[..<years.range.lowerBound].map(\.text).joined(separator: " ")
    let behind = line.words[years.range.upperBound...].map(\.text).joined(separator: " ")
    guard isHeading(before), isHeading(behind) || isOnward(behind) || hasColumn(before) else { return nil }
    let above = above(index, floor: floor)
    let isKnown = above.caption != nil || !above.headings.isEmpty || !before.isEmpty
    guard isKnown || hasFiguresBelow(years.last, count: years.values.count) else { return nil }
    var pieces = above.headings + [before, behind]
    var end = years.last + 1
    // A heading of a column can go on below the years (`profitcen-` `ter`).
    while end < lines.count, end < years.last + 3 {
      if continues(pieces, lines[end]) {
        pieces.append(lines[end].text)
      } else if !isOnward(lines[end].text) {
        break
      }
      end += 1
    }
    let head = Headings(pieces.filter { !$0.isEmpty }, words: words)
    let spans = line.words[years.range].compactMap(\.span)
    return PrintedHead(
      caption: above.caption, unit: head.unit, columns: head.columns, years: years.values,
      places: Self.areApart(spans) && spans.count == years.values.count ? spans : [],
      starts: starts(above.first..<end, hasCaption: above.caption != nil, before: spans.first),
      lines: above.first..<end)
  }

  /// Years that stand apart tell the columns; in reading order one space is left between them.
  private static func areApart(_ spans: [PrintedSpan]) -> Bool {
    zip(spans, spans.dropFirst()).allSatisfy { $1.left - $0.right >= 4 }
  }

  /// Where the headings between labels and years begin: those that name a column, else whatever stands right of the
  /// first heading, since a narrow column breaks the words (`Bevi` `lling,`).
  private func starts(_ range: Range<Int>, hasCaption: Bool, before year: PrintedSpan?) -> [Double] {
    let placed = range.filter { lines[$0].top != nil }
    let named = placed.filter { hasColumn(lines[$0].text) }.compactMap { lines[$0].words.first?.span?.left }
    guard named.isEmpty, let year else { return named }
    let cells = placed.dropFirst(hasCaption ? 1 : 0).compactMap { line -> PrintedSpan? in
      guard let first = lines[line].words.first?.span, let last = lines[line].words.last?.span else {
        return nil
      }
      return last.right <= year.left ? PrintedSpan(left: first.left, right: last.right) : nil
    }
    guard let left = cells.map(\.left).min() else { return [] }
    return cells.map(\.left).filter { $0 > left + 10 }
  }

  // MARK: - Years

  private struct Years {
    var values: [Int]
    var range: Range<Int>
    /// The line of the last year.
    var last: Int
  }

  private func years(at index: Int) -> Years? {
    let texts = lines[index].words.map(\.text)
    var best = 0..<0
    var start = 0
    while start < texts.count {
      var end = start
      while end < texts.count, let year = Self.year(texts[end]),
        end == start || Self.year(texts[end - 1]) == year - 1
      { end += 1 }
      if end - start > best.count { best = start..<end }
      start = max(end, start + 1)
    }
    if best.count >= 2 {
      return Years(values: texts[best].compactMap(Self.year), range: best, last: index)
    }
    return texts.count == 1 ? stacked(at: index) : nil
  }

  /// Years below each other, one in each line.
  private func stacked(at index: Int) -> Years? {
    var values: [Int] = []
    var line = index
    while line < lines.count, lines[line].words.count == 1, let year = Self.year(lines[line].words[0].text),
      values.last.map({ $0 == year - 1 }) ?? true
    {
      values.append(year)
      line += 1
    }
    return values.count >= 3 ? Years(values: values, range: 0..<1, last: line - 1) : nil
  }

  static func year(_ text: String) -> Int? {
    guard text.utf8.count == 4, let year = Int(text), (1990...2099).contains(year) else { return nil }
    return year
  }

  // MARK: - Above

  private func above(_ index: Int, floor: Int) -> (caption: String?, headings: [String], first: Int) {
    var headings: [String] = []
    var line = index - 1
    while line >= floor, line >= index - Self.reach {
      let text = lines[line].text
      if words.isCaption(text) {
        let (caption, rest) = caption(text, headings)
        return (caption, rest, line)
      }
      guard lines[line].width <= 75, !isFigures(lines[line]) else { break }
      headings.insert(text, at: 0)
      line -= 1
    }
    // Without a caption: only the lines directly above that are headings by their words.
    let own = headings.reversed().prefix { isHeading($0) && !$0.isEmpty }
    return (nil, own.reversed(), index - own.count)
  }

  /// A caption goes on in the next lines up to the first heading.
  private func caption(_ text: String, _ below: [String]) -> (String, [String]) {
    guard let first = below.firstIndex(where: { hasColumn($0) || hasUnit($0) }), first > 0 else {
      return (text, below)
    }
    let isContinued = below[0].first?.isLowercase ?? false || text.hasSuffix("-")
    guard isContinued else { return (text, below) }
    return (LabelText.joined([text] + below[..<first], words: words), Array(below[first...]))
  }

  private func isFigures(_ line: PrintedLine) -> Bool {
    line.words.suffix(2).allSatisfy { PrintedAmount($0.text) != nil } && line.words.count >= 2
  }

  private func hasFiguresBelow(_ index: Int, count: Int) -> Bool {
    lines.dropFirst(index + 1).prefix(4).contains { line in
      line.words.suffix(count).filter { PrintedAmount($0.text) != nil }.count >= 2
    }
  }

  // MARK: - Words of headings

  /// Whether a text holds nothing but headings, or parts of them.
  private func isHeading(_ text: String) -> Bool {
    if text.isEmpty || hasUnit(text) || hasColumn(text) { return true }
    let key = PrintedKey.of(text)
    return text.count <= 24
      && words.columns.contains { !key.isEmpty && PrintedKey.of($0.words).contains(key) }
  }

  /// Whether a text is `og frem` behind the last year, or as much of it as a narrow column leaves in the line.
  private func isOnward(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }
    return !words.isEmpty && text.count <= 16
      && words.allSatisfy { ["og", "frem", "ff", "fremefter", "fremover"].contains($0) }
  }

  private func hasColumn(_ text: String) -> Bool {
    let key = PrintedKey.of(text)
    let own = text.split(separator: " ").map { PrintedKey.of($0) }
    return words.columns.contains { column in
      let words = PrintedKey.of(column.words)
      // A short heading (`Udvalg`) is a word of its own, not the end of a name.
      let stands = words.count > 9 ? key.contains(words) : own.contains(words)
      return stands || (key.count >= 6 && words.hasPrefix(key))
    }
  }

  /// Whether a text names money at its beginning, or behind the heading of a column.
  private func hasUnit(_ text: String) -> Bool {
    guard text.count <= 60, let start = Headings.unitStart(text) else { return false }
    return text.distance(from: text.startIndex, to: start) <= 2 || hasColumn(String(text[..<start]))
  }

  private func continues(_ pieces: [String], _ line: PrintedLine) -> Bool {
    guard let last = pieces.last(where: { !$0.isEmpty }), last.hasSuffix("-") || last.hasSuffix(",") else {
      return false
    }
    let key = PrintedKey.of(last + line.text)
    return line.width <= 24 && words.columns.contains { PrintedKey.of($0.words).hasPrefix(key.suffix(8)) }
      || line.width <= 24
        && words.columns.contains {
          PrintedKey.of($0.words).contains(PrintedKey.of(last) + PrintedKey.of(line.text))
        }
  }
}

/// The headings of a table, taken apart: columns and unit.
struct Headings {
  var unit = ""
  var columns: [PrintedColumnWords] = []

  init(_ pieces: [String], words: PrintedWords) {
    var text = LabelText.joined(pieces, words: words)
    for column in words.columns
    where !columns.contains(where: { $0.role == column.role && column.role != .words }) {
      guard let rest = Headings.removing(column.words, from: text) else { continue }
      text = rest
      if column.role != .words { columns.append(column) }
    }
    let cut = Headings.unitStart(text).map { String(text[$0...]) } ?? text
    unit = cut.split(separator: " ").joined(separator: " ")
  }

  /// Where a text names money (`1.000 kr.`, `(1.000 kr.`, `mio. kr.`).
  static func unitStart(_ text: String) -> String.Index? {
    let lower = text.lowercased()
    let names = ["1.000 kr", "1000 kr", "t.kr", "tkr", "mio. kr", "mkr", "kr.", "kr "]
    let found = names.compactMap { name in lower.ranges(of: name).first?.lowerBound }.min()
    guard let found else { return nil }
    let offset = lower.distance(from: lower.startIndex, to: found)
    guard offset <= text.count else { return nil }
    let start = text.index(text.startIndex, offsetBy: offset)
    let isBracketed = start > text.startIndex && text[text.index(before: start)] == "("
    return isBracketed ? text.index(before: start) : start
  }

  private static func removing(_ words: String, from text: String) -> String? {
    let key = PrintedKey(text)
    let wanted = PrintedKey(words)
    guard let start = key.first(wanted) else { return nil }
    let scalars = Array(text.unicodeScalars)
    let from = key.places[start]
    var to = key.places[start + wanted.scalars.count - 1] + 1
    while to < scalars.count, ["*", ".", ",", ")", "-"].contains(scalars[to]) { to += 1 }
    let rest = scalars[..<from] + [" "] + scalars[to...]
    return String(String.UnicodeScalarView(rest))
  }
}
