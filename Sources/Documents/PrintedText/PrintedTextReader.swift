import Spreadsheet

/// Reads printed text in reading order, as one copies it out of a PDF, into neutral sheets: a sheet of the front
/// page, one of the hearings, and one for each table, whose figures stand under their years.
package struct PrintedTextReader {
  /// Lines beyond this many are not read.
  static let lineLimit = 60_000

  let words: PrintedWords

  package init(words: PrintedWords) {
    self.words = words
  }

  /// The sheets of a text; one proposal after the other, each sheet with the proposal's number in front where the
  /// text holds several.
  package func read(_ text: String) -> DocumentGrid {
    let lines = PrintedLine.lines(of: text)
    guard let placed = LayoutText.lines(lines, words: words) else { return read(lines) }
    return read(placed, hasRoughPlaces: true)
  }

  /// The sheets of a text file.
  package func read(bytes: [UInt8]) -> DocumentGrid {
    guard bytes.count > PrintedBytes.limit else { return read(PrintedBytes.text(bytes)) }
    let start = Array(bytes[..<PrintedBytes.limit])
    var grid = read(String(decoding: start, as: UTF8.self))
    grid.notes.append(DocumentNote(.leftOut, text: "\(bytes.count - start.count)"))
    return grid
  }

  /// The sheets of a PDF, by the places of its words.
  ///
  /// - Throws: ``DocumentError`` where `pdftotext` is not installed, or ends with an error.
  package func read(pdf bytes: [UInt8]) throws(DocumentError) -> DocumentGrid {
    read(boxes: try PageTextProgram.boxes(of: bytes))
  }

  /// The sheets of what `pdftotext -bbox` writes.
  package func read(boxes: String) -> DocumentGrid { read(PageWords(boxes: boxes).lines) }

  private func read(_ all: [PrintedLine], hasRoughPlaces: Bool = false) -> DocumentGrid {
    var grid = PrintedGrid(words: words)
    let lines = Array(all.prefix(Self.lineLimit))
    if lines.count < all.count { grid.note(.leftOut, text: String(all.count - lines.count)) }
    let budget = SearchBudget()
    let ranges = PrintedProposals(lines: lines, words: words).ranges()
    for (index, range) in ranges.enumerated() {
      let part = Array(lines[range])
      let found = PrintedTables(lines: part, words: words)
      var placement = YearPlacement(
        tables: found.tables, words: words, budget: budget, hasRoughPlaces: hasRoughPlaces)
      placement.run()
      let front = PrintedFront(lines: part, words: words.front, isTable: found.owners.map { $0 != nil })
      let fields = front.fields()
      if index > 0, !PrintedTextReader.namesProposal(fields, words: words.front) {
        let main = part.first { words.isCaption($0.text) && words.meaning($0.text).isMain }
        grid.note(.proposalUnnamed, text: main?.text ?? "")
      }
      grid.add(
        placement.tables, front: fields,
        hearings: PrintedHearings(lines: part, words: words.front, tableStarts: found.starts).rows(),
        place: ranges.count > 1 ? index + 1 : nil)
      let lost = LostTables(lines: part, words: words, owners: found.owners).all()
      for table in lost {
        let rows = table.rows.map { part[$0].text }.joined(separator: " · ")
        grid.note(.tableUnread, text: rows, earlier: table.caption)
      }
      for stray in found.strayFigures(part, besides: lost) {
        grid.note(stray.isRow ? .rowOutsideTable : .figuresUnread, text: stray.text)
      }
      for sentence in found.unitSentences(part, words: words) { grid.note(.unitSaid, text: sentence) }
      for stray in found.strayCells(part) { grid.note(.columnUncertain, text: stray) }
    }
    return grid.grid
  }

  /// Whether a front page says which proposal it is of.
  private static func namesProposal(
    _ fields: [(header: String, value: String)], words: PrintedFrontWords
  ) -> Bool {
    let title = words.fields.first { $0.role == .title }?.header
    return fields.contains { $0.header == words.numberHeader || $0.header == title }
  }
}
