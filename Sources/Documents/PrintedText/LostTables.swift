/// Tables of a printed text whose heads were not understood: rows of figures below a form's caption, or among a
/// form's sections and totals, that no table took. Prose and other tables have neither.
struct LostTables {
  /// A table goes on at most this many lines below its caption, or behind its last row of figures.
  static let reach = 40

  let lines: [PrintedLine]
  let words: PrintedWords
  let owners: [Int?]

  /// A table of which nothing was read: its caption, where it has one, and its rows.
  struct Lost {
    var caption: String?
    var rows: [Int] = []
    var hasFormWords = false
    var last: Int
  }

  /// All such tables, in the order of the text.
  func all() -> [Lost] {
    var found: [Lost] = []
    var open: Lost?
    func end() {
      if let lost = open, isTable(lost) { found.append(lost) }
      open = nil
    }
    for (index, line) in lines.enumerated() {
      if owners[index] != nil {
        end()
      } else if words.isCaption(line.text) {
        end()
        open = Lost(caption: line.text, last: index)
      } else {
        if let last = open?.last, index > last + Self.reach { end() }
        let isForm = words.rowKind(line.text) != .line && line.width <= 120
        let isRow = figures(line) >= 2
        guard isForm || isRow else { continue }
        var lost = open ?? Lost(last: index)
        if isRow {
          lost.rows.append(index)
          lost.last = index
        }
        lost.hasFormWords = lost.hasFormWords || isForm
        open = lost
      }
    }
    end()
    return found
  }

  private func isTable(_ lost: Lost) -> Bool {
    lost.caption != nil ? !lost.rows.isEmpty : lost.hasFormWords && lost.rows.count >= 2
  }

  /// How many figures stand side by side at the end of a line, years and lone dashes aside.
  private func figures(_ line: PrintedLine) -> Int {
    let run = line.words.reversed().prefix { PrintedAmount($0.text) != nil }.map(\.text)
    let hasMoney = run.contains { PrintedFigure($0) != nil && PrintedHeads.year($0) == nil }
    return hasMoney ? run.count { PrintedHeads.year($0) == nil } : 0
  }
}
