/// The words of pages with their places, in the order in which the document writes them.
struct PageWords {
  /// Words beyond this many are not read.
  static let limit = 2_000_000

  /// Pages stand this far below each other, more than any page is high.
  static let pageDistance = 100_000.0

  private(set) var lines: [PrintedLine] = []

  private struct Placed {
    var text: String
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double
  }

  private struct Page {
    var height: Double
    var words: [Placed] = []
  }

  /// Reads what `pdftotext -bbox` writes: a page in a line, and each word in a line of its own.
  init(boxes text: String) {
    var pages: [Page] = []
    var count = 0
    for raw in text.split(whereSeparator: \.isNewline) {
      let line = raw.drop { $0 == " " }
      if line.hasPrefix("<page ") {
        pages.append(Page(height: Self.attribute("height", in: line) ?? 842))
      } else if line.hasPrefix("<word "), !pages.isEmpty, count < Self.limit, let word = Self.word(line) {
        pages[pages.count - 1].words.append(word)
        count += 1
      }
    }
    let rows = pages.map { page in Self.rows(page.words) }
    let furniture = Self.furniture(pages, rows)
    for (page, rows) in rows.enumerated() {
      var above: [Placed]?
      for row in rows
      where !furniture.contains(Self.mark(row, page: pages[page])) || Self.isInside(row, pages[page]) {
        lines.append(Self.line(row, above: above, number: lines.count + 1, page: page))
        above = row
      }
    }
  }

  private static func word(_ line: Substring) -> Placed? {
    guard let left = attribute("xMin", in: line), let right = attribute("xMax", in: line),
      let top = attribute("yMin", in: line), let bottom = attribute("yMax", in: line),
      let open = line.firstIndex(of: ">"), let close = line.lastIndex(of: "<"), open < close
    else { return nil }
    let text = unescaped(line[line.index(after: open)..<close])
    guard !text.isEmpty, right >= left, bottom >= top else { return nil }
    return Placed(text: text, left: left, right: right, top: top, bottom: bottom)
  }

  private static func attribute(_ name: String, in line: Substring) -> Double? {
    guard let start = line.firstRange(of: name + "=\"")?.upperBound,
      let end = line[start...].firstIndex(of: "\""), let value = Double(line[start..<end]), value.isFinite
    else { return nil }
    return value
  }

  private static func unescaped(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    return ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&apos;": "'", "&amp;": "&"]
      .sorted { $0.key > $1.key }.reduce(String(text)) { $0.replacing($1.key, with: $1.value) }
  }

  // MARK: - Lines

  /// Words that follow each other in one line; words of the next cell begin a line of their own, but figures stay
  /// together.
  private static func rows(_ words: [Placed]) -> [[Placed]] {
    var rows: [[Placed]] = []
    for word in words {
      guard let last = rows.last?.last, belongs(word, behind: last) else {
        rows.append([word])
        continue
      }
      rows[rows.count - 1].append(word)
    }
    return rows
  }

  private static func belongs(_ word: Placed, behind last: Placed) -> Bool {
    let height = min(word.bottom - word.top, last.bottom - last.top)
    let overlap = min(word.bottom, last.bottom) - max(word.top, last.top)
    guard overlap > height * 0.5, word.left >= last.right - 1 else { return false }
    let isFigure = PrintedAmount(word.text) != nil && PrintedAmount(last.text) != nil
    return isFigure || word.left - last.right <= max(8, height * 0.75)
  }

  private static func line(_ row: [Placed], above: [Placed]?, number: Int, page: Int) -> PrintedLine {
    var place = 0
    let words = row.map { word in
      defer { place += word.text.count + 1 }
      return PrintedWord(
        text: word.text, start: place, end: place + word.text.count,
        span: PrintedSpan(left: word.left, right: word.right))
    }
    let isAfterGap = above.map { (row[0].top - $0[0].bottom) > (row[0].bottom - row[0].top) * 0.6 } ?? true
    return PrintedLine(
      number: number, words: words, trailing: 0, isAfterGap: isAfterGap, startsPage: above == nil,
      top: Double(page) * Self.pageDistance + row[0].top)
  }

  // MARK: - Heads and feet of pages

  /// Lines in the margins that stand on several pages, but for their numbers.
  private static func furniture(_ pages: [Page], _ rows: [[[Placed]]]) -> Set<String> {
    var seen: [String: Int] = [:]
    for (page, rows) in zip(pages, rows) {
      for mark in Set(rows.filter { !isInside($0, page) }.map { mark($0, page: page) }) {
        seen[mark, default: 0] += 1
      }
    }
    return Set(seen.filter { $0.value >= 2 }.keys)
  }

  private static func isInside(_ row: [Placed], _ page: Page) -> Bool {
    row[0].bottom > page.height * 0.08 && row[0].top < page.height * 0.92
  }

  private static func mark(_ row: [Placed], page: Page) -> String {
    let text = row.map(\.text).joined(separator: " ")
    return String(text.map { $0.isNumber ? "#" : $0 }) + (row[0].top < page.height / 2 ? "^" : "v")
  }
}
