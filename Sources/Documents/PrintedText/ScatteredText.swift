/// Text whose tables are written cell by cell, or column by column, each figure in a line of its own.
///
/// `pdftotext` without an option writes some pages so: the words of the rows first, then the figures of the first
/// years, then those of the next ones, blank cells left out. Neither the row nor the year of a figure can be told
/// from its place then, and rows made of figures that follow each other would be columns. So no figure of such
/// text is placed; each is told.
enum ScatteredText {
  /// Whether the figures of a text stand alone in their lines, and so do its years. Lines whose places on the page
  /// are known are put in order by those.
  static func isScattered(_ lines: [PrintedLine]) -> Bool {
    guard lines.allSatisfy({ $0.top == nil }) else { return false }
    let alone = lines.count(where: isLoneFigure)
    let years = lines.count { loneYear($0) != nil }
    return years >= 2 && alone >= 3 && alone > 2 * lines.reduce(0) { $0 + figuresInRow($1) }
  }

  /// Whether lines below a heading hold the year after its last one: a column whose heading stands there.
  static func hasYearsOfItsOwn(_ lines: ArraySlice<PrintedLine>, behind years: [Int]) -> Bool {
    guard let last = years.last else { return false }
    return lines.contains { $0.top == nil && loneYear($0) == last + 1 }
  }

  /// A line that holds one figure and nothing else; a dash is one.
  static func isLoneFigure(_ line: PrintedLine) -> Bool {
    line.words.count == 1 && loneYear(line) == nil && isFigure(line.words[0])
  }

  /// The year that a line holds and nothing else.
  static func loneYear(_ line: PrintedLine) -> Int? {
    line.words.count == 1 ? PrintedHeads.year(line.words[0].text) : nil
  }

  /// The figures at the end of a line, where there are two or more.
  private static func figuresInRow(_ line: PrintedLine) -> Int {
    let count = line.words.reversed().prefix(while: isFigure).count
    return count >= 2 ? count : 0
  }

  private static func isFigure(_ word: PrintedWord) -> Bool {
    PrintedAmount(word.text) != nil || PrintedAmount.dashes.contains(word.text)
  }
}

extension PrintedTable {
  /// Gives up the rows and years of all figures; the number of years of a payback is a figure like the others.
  mutating func scatter() {
    isScattered = true
    for index in rows.indices {
      guard let years = rows[index].payback else { continue }
      rows[index].payback = nil
      rows[index].pieces = [PrintedPiece(text: years, gap: nil, followsWord: true)]
    }
  }

  /// Whether figures that stand one below the other have no words of their own: those are columns, not rows.
  var holdsColumns: Bool {
    !hasCommittees && rows.contains { $0.isStacked && $0.fragments.isEmpty && $0.late.isEmpty }
  }
}

extension PrintedRow {
  /// Whether its figures stand one below the other, in lines of their own.
  var isStacked: Bool { figureTop == nil && pieces.count(where: \.beginsLine) >= 2 }
}
