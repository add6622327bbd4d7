/// Text that keeps the places of a page's words by runs of spaces, as `pdftotext -layout` writes it.
///
/// A cell of several lines stands beside the lines of the other cells there. Here each row is put together again:
/// its cells one after the other, each with its lines and its place, as a PDF has them.
struct LayoutText {
  /// A place of a letter in the units of a page.
  private static let letterWidth = 5.0
  private static let lineHeight = 12.0
  /// Cells stand at least so many letters apart.
  private static let cellGap = 2

  private let words: PrintedWords
  private var result: [PrintedLine] = []
  private var group: [[[PrintedWord]]] = []
  private var groupLines: [PrintedLine] = []
  private var firstYear: Int?
  private var page = -1
  /// Where the names of control areas stand that are cells of their own.
  private let areaPlaces: Set<Int>
  /// Whether the figures of a row stand beside the first line of its words.
  private let startsWithFigures: Bool

  /// The lines in the order of a PDF's content; `nil` for text that keeps no places.
  static func lines(_ lines: [PrintedLine], words: PrintedWords) -> [PrintedLine]? {
    let gaps = lines.compactMap(yearGaps)
    // Where blank cells alone leave spaces, all years stand equally near.
    let isWide = gaps.contains { ($0.min() ?? 0) > 3 || ($0.max() ?? 0) > ($0.min() ?? 0) + 1 }
    guard isWide, gaps.allSatisfy({ ($0.min() ?? 0) >= cellGap }) else { return nil }
    var text = LayoutText(
      words: words, areaPlaces: areaPlaces(lines, words: words), startsWithFigures: startsWithFigures(lines))
    for line in lines { text.add(line) }
    text.endGroup()
    return text.result
  }

  private init(words: PrintedWords, areaPlaces: Set<Int>, startsWithFigures: Bool) {
    (self.words, self.areaPlaces, self.startsWithFigures) = (words, areaPlaces, startsWithFigures)
  }

  /// What the lines in small letters say, which go on with the line above: figures stand in that, never in them.
  private static func startsWithFigures(_ lines: [PrintedLine]) -> Bool {
    var beside = 0
    var firstYear: Int?
    for (above, line) in zip(lines, lines.dropFirst()) {
      if let years = years(above) { firstYear = years.first?.start }
      guard let firstYear, !line.isAfterGap, !line.startsPage, let first = line.words.first,
        first.text.first?.isLowercase ?? false, first.start <= (above.words.first?.start ?? 0) + 1
      else { continue }
      let hasFigures = [above, line].map { line in
        line.words.contains { isFigure($0) && $0.end + 3 > firstYear }
      }
      if hasFigures[1], !hasFigures[0] { return false }
      if hasFigures[0], !hasFigures[1] { beside += 1 }
    }
    return beside >= 2
  }

  private static func areaPlaces(_ lines: [PrintedLine], words: PrintedWords) -> Set<Int> {
    let areas = words.controlAreas.joined()
    let beside: [[PrintedWord]] = lines.flatMap { line in LayoutText.cells(line).dropFirst() }
    let named = beside.filter { cell in
      areas.contains(cell.map { $0.text }.joined(separator: " "))
    }
    return Set(named.compactMap { $0.first?.start })
  }

  /// The cells of a line. One space is left between the words of a label that fills its column and the control area
  /// behind them.
  private func cells(_ line: PrintedLine) -> [[PrintedWord]] {
    let cells = LayoutText.cells(line, firstYear: firstYear ?? 0)
    guard firstYear != nil, let first = cells.first, let place = areaPlace(in: first) else { return cells }
    return [Array(first[..<place]), Array(first[place...])] + cells.dropFirst()
  }

  private func areaPlace(in cell: [PrintedWord]) -> Int? {
    cell.indices.dropFirst().first { index in
      let rest = cell[index...].map(\.text).joined(separator: " ")
      let before = cell[index - 1].text
      return words.controlAreas.joined().contains(rest) && !before.hasSuffix(",") && !before.hasSuffix("-")
        && areaPlaces.contains { abs($0 - cell[index].start) <= 1 }
    }
  }

  /// Three years or more that follow each other in a line; years in a sentence are no heading, and neither is the
  /// year of the price level that stands before them.
  private static func years(_ line: PrintedLine) -> ArraySlice<PrintedWord>? {
    var best = 0..<0
    var start = 0
    for index in line.words.indices {
      let follows = index > start && year(line, index) > 0 && year(line, index) == year(line, index - 1) + 1
      if !follows { start = index }
      if index + 1 - start > best.count { best = start..<(index + 1) }
    }
    return best.count >= 3 ? line.words[best] : nil
  }

  /// The gaps between the years of a heading.
  private static func yearGaps(_ line: PrintedLine) -> [Int]? {
    years(line).map { years in zip(years, years.dropFirst()).map { $1.start - $0.end } }
  }

  private static func year(_ line: PrintedLine, _ index: Int) -> Int {
    PrintedHeads.year(line.words[index].text) ?? 0
  }

  // MARK: - Lines to rows

  private mutating func add(_ line: PrintedLine) {
    if line.startsPage { page += 1 }
    let years = LayoutText.years(line)
    let isHeading = years != nil
    if isHeading {
      endGroup()
      firstYear = years?.first?.start
    }
    let cells = withoutSigned(cells(line), line)
    if isHeading {
      group = []
    } else if beginsRow(line, cells) {
      endGroup()
    }
    group.append(cells)
    groupLines.append(line)
  }

  /// The cells without the figures whose minus a narrow column left on the line above: there they are put behind
  /// it. Such a line goes on with the words of the row, or has none.
  private mutating func withoutSigned(_ cells: [[PrintedWord]], _ line: PrintedLine) -> [[PrintedWord]] {
    guard let last = group.indices.last, !line.isAfterGap, hasFigures(cells), groupHasFigures,
      let first = cells.first?.first, first.hasLetter ? isLower(first) : true,
      let figures = cells.lastIndex(where: { hasFigures([$0]) })
    else { return cells }
    var above = group[last]
    for figure in cells[figures] {
      guard let place = LayoutText.dash(above: figure, in: above) else { return cells }
      above[place.cell][place.word].text += figure.text
      above[place.cell][place.word].end = figure.end
    }
    group[last] = above
    return cells.enumerated().filter { $0.offset != figures }.map(\.element)
  }

  private static func dash(
    above figure: PrintedWord, in cells: [[PrintedWord]]
  ) -> (cell: Int, word: Int)? {
    for cell in cells.indices {
      for word in cells[cell].indices where PrintedAmount.dashes.contains(cells[cell][word].text) {
        if abs(cells[cell][word].end - figure.end) <= 3, (PrintedFigure(figure.text)?.value ?? 0) > 0 {
          return (cell, word)
        }
      }
    }
    return nil
  }

  private func beginsRow(_ line: PrintedLine, _ cells: [[PrintedWord]]) -> Bool {
    guard let above = group.first, let left = above.first?.first?.start, let first = cells.first?.first else {
      return true
    }
    // Nothing goes on further left than it began.
    if line.isAfterGap || line.startsPage || first.start + 1 < left { return true }
    // What does not reach the left edge goes on with a cell further right.
    guard first.start <= left + 1 else {
      return (hasFigures(cells) && groupHasFigures) || isShare(first.text)
    }
    // Below a whole heading stand rows, also the rest of one that a page break divides.
    if groupIsHeading, PrintedKey.of(leftText).hasSuffix("pl") { return true }
    if hasFigures(cells) { return groupHasFigures || !isLower(first) }
    if isLower(first) { return false }
    let text = cells[0].map(\.text).joined(separator: " ")
    let sofar = leftText
    if cells.count > 1 {
      // A second cell in small letters is the rest of the one above it (`Ordinær` `drift, 5551`).
      let goesOn = groupHasFigures && (cells[1].first.map(isLower) ?? false || isRestBesideRest(cells))
      return !sofar.hasSuffix("-") && !goesOn
    }
    if words.isCaption(text) || words.rowKind(text) != .line || above.count < 2 { return true }
    if firstYear == nil { return sofar.hasSuffix(":") }
    return words.committees.contains { PrintedKey.of($0) == PrintedKey.of(sofar) }
  }

  /// Whether cells without figures are the rest of those above, where figures stand beside the first lines: they are
  /// no row whose years are all blank, which has an area or a code of its own.
  private func isRestBesideRest(_ cells: [[PrintedWord]]) -> Bool {
    guard startsWithFigures, cells.count == 2, let above = group.first, above.count >= 2 else { return false }
    let texts = (cells + above.prefix(2)).map { $0.map(\.text).joined(separator: " ") }
    let (label, side, sideAbove) = (texts[0], texts[1], texts[3])
    let key = PrintedKey.of(side)
    let areas = words.controlAreas.joined().map { PrintedKey.of($0) }
    let isArea = areas.contains { $0.hasPrefix(key.prefix(6)) }
    let isCode = side.first?.isNumber ?? true
    let isOfLines = [texts[2], label].allSatisfy { words.rowKind($0) == .line }
    return isOfLines && !isArea && !isCode && side != sideAbove && key.count > 1
  }

  /// Whether a word divides a committee's row, whole or up to where a narrow column breaks it.
  private func isShare(_ text: String) -> Bool {
    let key = PrintedKey.of(text)
    return key.count >= 5 && words.shares.contains { PrintedKey.of($0).hasPrefix(key) }
  }

  private func isLower(_ word: PrintedWord) -> Bool { word.text.first?.isLowercase ?? false }

  /// The words of the first cell of the row, so far.
  private var leftText: String {
    let left = group.first?.first?.first?.start ?? 0
    return group.compactMap { $0.first }.filter { ($0.first?.start ?? 0) <= left + 1 }.joined().map(\.text)
      .joined(separator: " ")
  }

  private var groupIsHeading: Bool { groupLines.first.map { LayoutText.years($0) != nil } ?? false }

  private var groupHasFigures: Bool { group.contains(where: hasFigures) }

  private func hasFigures(_ cells: [[PrintedWord]]) -> Bool {
    guard let firstYear else { return false }
    return cells.contains { cell in
      cell.allSatisfy { PrintedAmount($0.text) != nil || PrintedAmount.dashes.contains($0.text) }
        && (cell.last?.end ?? 0) + 3 > firstYear
    }
  }

  /// The cells of a line; figures are one cell, as they are one line of a PDF's content. A number that ends words is
  /// none of them, nor is the code of an account left of the years.
  private static func cells(_ line: PrintedLine, firstYear: Int = 0) -> [[PrintedWord]] {
    var cells: [[PrintedWord]] = []
    for word in line.words {
      guard let last = cells.last?.last else {
        cells.append([word])
        continue
      }
      let isNear = word.start - last.end < cellGap
      let isPlain = PrintedFigure(last.text)?.isPlain ?? false
      let isCode = isPlain && last.text.count >= 4 && last.end + 3 <= firstYear
      let isAmongFigures = !isCode && cells[cells.count - 1].allSatisfy(isFigure)
      if isNear || (isFigure(word) && isAmongFigures) {
        cells[cells.count - 1].append(word)
      } else {
        cells.append([word])
      }
    }
    return cells
  }

  private static func isFigure(_ word: PrintedWord) -> Bool {
    PrintedAmount(word.text) != nil || PrintedAmount.dashes.contains(word.text)
  }

  // MARK: - Rows to lines

  private mutating func endGroup() {
    defer { (group, groupLines) = ([], []) }
    guard let widest = group.max(by: { $0.count < $1.count }) else { return }
    let starts = widest.compactMap { $0.first?.start }
    var columns = Array(repeating: [(cell: [PrintedWord], line: Int)](), count: starts.count)
    for (line, cells) in group.enumerated() {
      for cell in cells {
        let start = cell.first?.start ?? 0
        let column = starts.lastIndex { $0 <= start + 1 } ?? 0
        columns[column].append((cell, line))
      }
    }
    for (cell, line) in columns.joined() { put(cell, groupLines[line], isFirst: result.isEmpty || line == 0) }
  }

  private mutating func put(_ cell: [PrintedWord], _ line: PrintedLine, isFirst: Bool) {
    var place = 0
    let words = cell.map { word in
      defer { place += word.text.count + 1 }
      return PrintedWord(
        text: word.text, start: place, end: place + word.text.count,
        span: PrintedSpan(
          left: Double(word.start) * LayoutText.letterWidth, right: Double(word.end) * LayoutText.letterWidth)
      )
    }
    result.append(
      PrintedLine(
        number: line.number, words: words, trailing: 0, isAfterGap: isFirst && line.isAfterGap,
        startsPage: isFirst && line.startsPage,
        top: Double(max(page, 0)) * PageWords.pageDistance + Double(line.number) * LayoutText.lineHeight))
  }
}
