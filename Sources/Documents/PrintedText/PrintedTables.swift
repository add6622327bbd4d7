/// The tables of a printed text in reading order, and the lines that are in none.
struct PrintedTables {
  var tables: [PrintedTable] = []
  /// For each line of the text: the table it belongs to.
  var owners: [Int?]

  /// Whether the text holds its figures cell by cell.
  private let isScattered: Bool
  private let isCaption: (String) -> Bool
  private let thousands: Thousands

  init(lines: [PrintedLine], words: PrintedWords) {
    owners = Array(repeating: nil, count: lines.count)
    isScattered = ScatteredText.isScattered(lines)
    isCaption = words.isCaption
    thousands = Self.thousands(lines)
    let heads = PrintedHeads(lines: lines, words: words).all()
    var index = 0
    while index < heads.count {
      let next = Self.firstOther(heads, after: index)
      let limit = next < heads.count ? heads[next].lines.lowerBound : lines.count
      let end = add(
        heads[index], repeated: heads[(index + 1)..<next], lines: lines, limit: limit, words: words)
      index += 1
      // A head that the table did not reach begins a table of its own.
      while index < next, heads[index].lines.lowerBound < end { index += 1 }
    }
    let columns = SideColumns(words: words, tables: tables)
    tables = tables.map(columns.divided)
  }

  /// Heads without a caption and with the same years repeat a head on the next page.
  private static func firstOther(_ heads: [PrintedHead], after index: Int) -> Int {
    var next = index + 1
    while next < heads.count, heads[index].caption != nil, heads[next].caption == nil,
      heads[next].years == heads[index].years
    { next += 1 }
    return next
  }

  /// Adds the table of a head, and returns the index behind its last line.
  private mutating func add(
    _ head: PrintedHead, repeated: ArraySlice<PrintedHead>, lines: [PrintedLine], limit: Int,
    words: PrintedWords
  ) -> Int {
    var table = PrintedTable(
      caption: head.caption, meaning: head.caption.map(words.meaning) ?? PrintedMeaning(), unit: head.unit,
      columns: head.columns, years: head.years, line: lines[head.lines.lowerBound].number)
    var lines = table.hasCommittees ? Self.mended(lines, words: words) : lines
    table.places = head.places
    let own = Self.thousands(lines[min(head.lines.upperBound, limit)..<limit])
    table.thousands = own == .unknown ? thousands : own
    let first = lines[head.lines.lowerBound].words.first?.span?.left ?? 0
    table.sideStart = head.starts.filter { $0 > first + 10 }.min()
    for line in repeated.flatMap(\.lines) { lines[line].words = [] }
    for head in repeated where head.lines.upperBound < lines.count {
      lines[head.lines.upperBound].startsPage = true
    }
    var cutter = RowCutter(lines: lines, words: words, table: table, range: head.lines.upperBound..<limit)
    cutter.cut()
    table.rows = PageBreaks.mended(cutter.rows, table: table)
    if let start = SideColumns.areaStart(table, behind: first + 10, words: words) {
      table.sideStart = min(table.sideStart ?? start, start)
    }
    for line in head.lines.lowerBound..<cutter.end { owners[line] = tables.count }
    let body = lines[min(head.lines.upperBound, cutter.end)..<cutter.end]
    if isScattered || ScatteredText.hasYearsOfItsOwn(body, behind: table.years) { table.scatter() }
    tables.append(table)
    return cutter.end
  }

  /// How the figures at the ends of lines are written.
  private static func thousands(_ lines: some Sequence<PrintedLine>) -> Thousands {
    var found = Thousands.unknown
    for line in lines {
      // The first of them may be the code in question.
      let figures = line.words.reversed().prefix { PrintedAmount($0.text) != nil }.dropLast()
      for word in figures where PrintedHeads.year(word.text) == nil {
        guard let figure = PrintedFigure(word.text) else { continue }
        if figure.isGrouped { found = .grouped }
        if figure.isPlain, (figure.value ?? 0) >= 100_000 { return .plain }
      }
    }
    return found
  }

  /// The lines with the words that divide a committee's row whole again, where a narrow column breaks them.
  private static func mended(_ lines: [PrintedLine], words: PrintedWords) -> [PrintedLine] {
    var lines = lines
    let shares = Dictionary(words.shares.map { (PrintedKey.of($0), $0) }) { first, _ in first }
    for index in lines.indices.dropLast() {
      guard let last = lines[index].words.last, let next = lines[index + 1].words.first,
        last.text.count >= 4, next.hasLetter, let share = shares[PrintedKey.of(last.text + next.text)]
      else { continue }
      lines[index].words[lines[index].words.count - 1].text = share
      lines[index + 1].words.removeFirst()
    }
    return lines
  }
}

extension PrintedTables {
  /// The lines at which tables begin.
  var starts: Set<Int> {
    Set(owners.indices.filter { owners[$0] != nil && ($0 == 0 || owners[$0] != owners[$0 - 1]) })
  }

  /// Figures outside all tables that stand one below the other, each time with the caption above them: tables of
  /// a text that holds its figures cell by cell. Three make a table; of a scattered text one is enough.
  func strayCells(_ lines: [PrintedLine]) -> [String] {
    var found: [String] = []
    var caption: String?
    var figures: [String] = []
    func end() {
      let money = figures.count { $0.contains(where: \.isNumber) && PrintedHeads.year($0) == nil }
      if money >= (isScattered ? 1 : 3) {
        let heading = caption.map { $0 + ": " } ?? ""
        found.append(heading + figures.joined(separator: " "))
      }
      (caption, figures) = (nil, [])
    }
    for (index, line) in lines.enumerated() {
      if owners[index] != nil {
        end()
      } else if ScatteredText.isLoneFigure(line) || ScatteredText.loneYear(line) != nil {
        figures.append(line.text)
      } else if isCaption(line.text) {
        end()
        caption = line.text
      } else if !isScattered || line.width > 75 {
        end()
      }
    }
    end()
    return found
  }

  /// Lines outside all tables that hold three figures or more beside few words, and are no rows of a form's table.
  /// `isRow` says that one stands right below a table and has a figure for each of its years.
  func strayFigures(
    _ lines: [PrintedLine], besides lost: [LostTables.Lost] = []
  ) -> [(text: String, isRow: Bool)] {
    let told = Set(lost.flatMap(\.rows))
    var years: Int?
    return lines.indices.compactMap { index in
      if let owner = owners[index] { years = tables[owner].years.count }
      guard owners[index] == nil, !told.contains(index) else { return nil }
      let line = lines[index]
      let figures = line.words.filter {
        PrintedFigure($0.text)?.value != nil && PrintedHeads.year($0.text) == nil
      }
      let letters = line.text.filter(\.isLetter).count
      guard figures.count >= 3, letters < 60 else {
        // On a page the words of a row are lines of their own at its height.
        if !isBeside(lines, index) { years = nil }
        return nil
      }
      return (line.text, figures.count == years)
    }
  }

  /// Whether the next line stands at the height of this one.
  private func isBeside(_ lines: [PrintedLine], _ index: Int) -> Bool {
    guard index + 1 < lines.count, let top = lines[index].top, let next = lines[index + 1].top else {
      return false
    }
    return abs(next - top) <= 3
  }

  /// Sentences outside all tables that name the unit of all amounts; one may go on in the next line.
  func unitSentences(_ lines: [PrintedLine], words: PrintedWords) -> [String] {
    lines.indices.filter { owners[$0] == nil }.compactMap { index in
      let text = lines[index].text
      if words.saysUnit(text) { return text }
      guard index + 1 < lines.count, owners[index + 1] == nil, !words.saysUnit(lines[index + 1].text) else {
        return nil
      }
      let both = text + " " + lines[index + 1].text
      return words.saysUnit(both) ? both : nil
    }
  }
}
