/// Tables of a printed text whose heads were not understood: rows of figures below a form's caption, or among a
/// form's sections and totals, that no table took. Prose and other tables have neither.
struct LostTables {
  /// A table goes on at most this many lines below its caption, or behind its last row of figures.
  static let reach = 40

  let lines: [PrintedLine]
  let words: PrintedWords
  let owners: [Int?]
  /// Whether the text holds its figures cell by cell; those are told by ``PrintedTables/strayCells(_:)``.
  private let isScattered: Bool

  init(lines: [PrintedLine], words: PrintedWords, owners: [Int?]) {
    (self.lines, self.words, self.owners) = (lines, words, owners)
    isScattered = ScatteredText.isScattered(lines)
  }

  /// A table of which nothing was read: its caption, where it has one, and its rows.
  struct Lost {
    var caption: String?
    var rows: [Int] = []
    /// Lines that end with one figure: rows only of a table that says by its words that it holds money.
    var singles: [Int] = []
    var hasFormWords = false
    var hasMoneyWords = false
    var last: Int
  }

  /// All such tables, in the order of the text.
  func all() -> [Lost] {
    var found: [Lost] = []
    var open: Lost?
    func end() {
      if var lost = open, isTable(lost) {
        if lost.caption != nil, lost.hasMoneyWords { lost.rows = (lost.rows + lost.singles).sorted() }
        found.append(lost)
      }
      open = nil
    }
    for (index, line) in lines.enumerated() {
      if owners[index] != nil {
        end()
      } else if words.isCaption(line.text) {
        end()
        open = Lost(caption: line.text, last: index)
        open?.hasMoneyWords = isOfMoney(words.meaning(line.text))
      } else {
        if let last = open?.last, index > last + Self.reach { end() }
        let isForm = words.rowKind(line.text) != .line && line.width <= 120
        let isRow = figures(line) >= 2
        let isSingle = !isRow && open?.caption != nil && !isScattered && endsWithFigure(index)
        if open?.caption != nil, namesUnit(line) { open?.hasMoneyWords = true }
        guard isForm || isRow || isSingle else { continue }
        var lost = open ?? Lost(last: index)
        if isRow { lost.rows.append(index) } else if isSingle { lost.singles.append(index) }
        if isRow || isSingle { lost.last = index }
        lost.hasFormWords = lost.hasFormWords || isForm
        open = lost
      }
    }
    end()
    return found
  }

  private func isTable(_ lost: Lost) -> Bool {
    if lost.caption == nil { return lost.hasFormWords && lost.rows.count >= 2 }
    return !lost.rows.isEmpty || (lost.hasMoneyWords && !lost.singles.isEmpty)
  }

  private func isOfMoney(_ meaning: PrintedMeaning) -> Bool { meaning.isMain || meaning.section != nil }

  /// Whether a short line begins with what its table's figures are counted in.
  private func namesUnit(_ line: PrintedLine) -> Bool {
    line.width <= TableEnd.proseWidth && Headings.unitStart(line.text) == line.text.startIndex
  }

  /// Whether a line of a narrow column ends with one figure that is no year, but for a mark (`X`) behind it. The last
  /// line of running text, which stands below a wide one, is none; neither is a number that the words call for
  /// (`hovedkonto 6`).
  private func endsWithFigure(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.width <= TableEnd.proseWidth, index == 0 || lines[index - 1].width <= TableEnd.proseWidth
    else { return false }
    let row =
      line.words.last.map { $0.text.lowercased() == "x" } ?? false ? line.words.dropLast() : line.words[...]
    guard let last = row.last, let figure = PrintedFigure(last.text), figure.value != nil,
      PrintedHeads.year(last.text) == nil
    else { return false }
    let before = row.dropLast().last?.text.lowercased() ?? ""
    return !words.numberedWords.contains { before.hasSuffix($0) }
  }

  /// How many figures stand side by side at the end of a line, years and lone dashes aside.
  private func figures(_ line: PrintedLine) -> Int {
    let run = line.words.reversed().prefix { PrintedAmount($0.text) != nil }.map(\.text)
    let hasMoney = run.contains { PrintedFigure($0) != nil && PrintedHeads.year($0) == nil }
    return hasMoney ? run.count { PrintedHeads.year($0) == nil } : 0
  }
}
