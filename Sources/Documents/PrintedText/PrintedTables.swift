/// The tables of a printed text in reading order, and the lines that are in none.
struct PrintedTables {
  var tables: [PrintedTable] = []
  /// For each line of the text: the table it belongs to.
  var owners: [Int?]

  init(lines: [PrintedLine], words: PrintedWords) {
    owners = Array(repeating: nil, count: lines.count)
    let heads = PrintedHeads(lines: lines, words: words).all()
    for (index, head) in heads.enumerated() {
      let limit = index + 1 < heads.count ? heads[index + 1].lines.lowerBound : lines.count
      var table = PrintedTable(
        caption: head.caption, meaning: head.caption.map(words.meaning) ?? PrintedMeaning(),
        unit: head.unit, columns: head.columns, years: head.years, line: lines[head.lines.lowerBound].number)
      var cutter = RowCutter(lines: lines, words: words, table: table, range: head.lines.upperBound..<limit)
      cutter.cut()
      table.rows = cutter.rows
      for line in head.lines.lowerBound..<cutter.end { owners[line] = tables.count }
      if goesOn(table) {
        tables[tables.count - 1].rows += table.rows
        for line in head.lines.lowerBound..<cutter.end { owners[line] = tables.count - 1 }
      } else {
        tables.append(table)
      }
    }
    let columns = SideColumns(words: words, tables: tables)
    tables = tables.map(columns.divided)
  }

  /// A head without a caption and with the years of the table above repeats its head on a new page.
  private func goesOn(_ table: PrintedTable) -> Bool {
    guard table.caption == nil, let above = tables.last, above.caption != nil else { return false }
    let isDone = above.rows.last.map { $0.kind == .total || $0.kind == .payback } ?? false
    return above.years == table.years && !isDone
  }
}

extension PrintedTables {
  /// Lines outside all tables that hold three figures or more beside few words: a table whose head was not found.
  func strayFigures(_ lines: [PrintedLine]) -> [String] {
    lines.indices.filter { owners[$0] == nil }.compactMap { index in
      let line = lines[index]
      let figures = line.words.filter {
        PrintedFigure($0.text)?.value != nil && PrintedHeads.year($0.text) == nil
      }
      let letters = line.text.filter(\.isLetter).count
      return figures.count >= 3 && letters < 60 ? line.text : nil
    }
  }
}
