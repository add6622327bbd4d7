package import Spreadsheet

/// Makes sheets of blocks: gives tables their captions and names, and gathers paragraphs into text sheets.
///
/// The caption is the nearest paragraph above a table, back to the table before, that reads like one; where
/// there is none, the paragraph right below. A table that goes on behind a page break, with nothing but blank
/// paragraphs between, is one with the table above; one that says the same rows again is a second table under the
/// same caption.
package struct BlockAssembly {
  package private(set) var grid = DocumentGrid(workbook: Workbook(sheets: []), parts: [])
  private let isCaption: (String) -> Bool
  private let limits: ReadLimits
  private var paragraphs: [DocumentParagraph] = []
  private var tables = 0
  private var texts = 0
  private var names: Set<String> = []
  private var cells = 0
  /// The table above and its caption.
  private var last: (table: DocumentTable, caption: String?)?

  package init(_ blocks: DocumentBlocks, isCaption: @escaping (String) -> Bool, limits: ReadLimits) {
    self.isCaption = isCaption
    self.limits = limits
    grid.notes = blocks.notes
    grid.ownElements = blocks.ownElements
    let joined = BlockAssembly.joined(blocks.blocks) { isCaption($0.text.text) }
    for (index, block) in joined.enumerated() {
      switch block {
      case .paragraph(let paragraph): paragraphs.append(paragraph)
      case .table(let table): add(table, below: joined[(index + 1)...])
      }
    }
    endText()
  }

  // MARK: - Captions

  private mutating func add(_ table: DocumentTable, below: ArraySlice<DocumentBlock>) {
    var caption = table.caption?.text
    var element: Int?
    if caption == nil, let place = paragraphs.lastIndex(where: { reads($0) }) {
      caption = BlockAssembly.line(paragraphs[place].text.text)
      element = paragraphs[place].element
      paragraphs.remove(at: place)
    }
    if caption == nil, case .paragraph(let next)? = below.first(where: { !BlockAssembly.isBlank($0) }),
      reads(next),
      !BlockAssembly.belongsBelow(below)
    {
      caption = BlockAssembly.line(next.text.text)
      element = next.element
    }
    if caption == nil, let last, paragraphs.allSatisfy({ $0.text.text.allSatisfy(\.isWhitespace) }),
      BlockAssembly.isCopy(table, of: last.table)
    {
      caption = last.caption
    }
    last = (table, caption)
    endText()
    tables += 1
    addSheet(table, caption, captionElement: element)
  }

  private func reads(_ paragraph: DocumentParagraph) -> Bool {
    let text = paragraph.text.text
    return !text.isEmpty && text.count <= 300 && (isCaption(text) || paragraph.isMarkedCaption)
  }

  /// Whether the next paragraph that reads like a caption stands right above another table.
  private static func belongsBelow(_ blocks: ArraySlice<DocumentBlock>) -> Bool {
    let rest = blocks.filter { !isBlank($0) }.dropFirst()
    if case .table? = rest.first { return true }
    return false
  }

  private static func isBlank(_ block: DocumentBlock) -> Bool {
    if case .paragraph(let paragraph) = block { return paragraph.text.text.allSatisfy(\.isWhitespace) }
    return false
  }

  private static func line(_ text: String) -> String {
    text.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
  }

  // MARK: - Tables over pages

  /// Joins a table to the one above where only blank paragraphs stand between and both have as many columns;
  /// rows of the heading that are repeated are left out.
  private static func joined(
    _ blocks: [DocumentBlock], isCaption: (DocumentParagraph) -> Bool
  ) -> [DocumentBlock] {
    var result: [DocumentBlock] = []
    for block in blocks {
      guard case .table(let table) = block, let last = result.lastIndex(where: { !isBlank($0) }),
        case .table(var above) = result[last], table.caption == nil, goesOn(above, table),
        !isCopy(table, of: above)
      else {
        result.append(block)
        continue
      }
      above.rows += table.rows.dropFirst(repeatedHeading(above, table))
      result[last] = .table(above)
    }
    return result
  }

  /// Whether `table` is the rest of `above`: its first row repeats the heading, or it has no years of its own.
  private static func goesOn(_ above: DocumentTable, _ table: DocumentTable) -> Bool {
    guard let first = above.rows.first, let other = table.rows.first, width(above) == width(table) else {
      return false
    }
    if texts(first) == texts(other), texts(first).contains(where: { !$0.isEmpty }) { return true }
    return above.rows.contains(where: hasYears) && !table.rows.contains(where: hasYears)
  }

  /// How many rows at the top of `table` repeat the heading of `above`: the rows down to the years, or one.
  private static func repeatedHeading(_ above: DocumentTable, _ table: DocumentTable) -> Int {
    let heading = (above.rows.firstIndex(where: hasYears) ?? 0) + 1
    return zip(above.rows, table.rows).prefix(heading).prefix { texts($0.0) == texts($0.1) }.count
  }

  /// Whether most rows below the heading are those of `above` again, by their labels: a table over two pages goes
  /// on, it does not begin anew.
  private static func isCopy(_ table: DocumentTable, of above: DocumentTable) -> Bool {
    let heading = repeatedHeading(above, table)
    guard heading > 0 else { return false }
    let pairs = zip(above.rows.dropFirst(heading), table.rows.dropFirst(heading))
      .filter { !label($0.0).isEmpty || !label($0.1).isEmpty }
    guard let first = pairs.first, label(first.0) == label(first.1) else { return false }
    return pairs.count { label($0.0) == label($0.1) } * 2 > pairs.count
  }

  private static func label(_ row: DocumentRow) -> String { row.cells.first?.text.text ?? "" }

  private static func hasYears(_ row: DocumentRow) -> Bool {
    row.cells.count { cell in
      let text = cell.text.text
      return text.utf8.count == 4 && Int(text).map { (1990...2100).contains($0) } ?? false
    } > 1
  }

  private static func width(_ table: DocumentTable) -> Int {
    table.rows.flatMap(\.cells).map { $0.column + $0.columnSpan - 1 }.max() ?? 0
  }

  private static func texts(_ row: DocumentRow) -> [String] { row.cells.map(\.text.text) }

  // MARK: - Sheets

  private mutating func endText() {
    let shown = paragraphs.filter { !$0.text.text.allSatisfy(\.isWhitespace) }
    // A paragraph of nothing but hidden text has no row of its own.
    for hidden in paragraphs where hidden.text.text.allSatisfy(\.isWhitespace) {
      if let text = hidden.text.hiddenText { grid.notes.append(DocumentNote(.hiddenText, text: text)) }
    }
    paragraphs = []
    guard !shown.isEmpty else { return }
    texts += 1
    let name = unique("Tekst \(texts)")
    var cells: [Cell] = []
    for (row, paragraph) in shown.enumerated() {
      let parts = paragraph.text.text.split(separator: "\t", omittingEmptySubsequences: false)
      for (column, part) in parts.enumerated() where !part.isEmpty {
        let address = CellAddress(row: row + 1, column: column + 1)
        cells.append(Cell(address: address, value: .text(String(part))))
      }
      for column in parts.indices {
        keep(paragraph.element, of: CellAddress(row: row + 1, column: column + 1), in: name)
      }
      tell(paragraph.text, sheet: name, cell: CellAddress(row: row + 1, column: 1), isTable: false)
    }
    grid.workbook.sheets.append(Sheet(name: name, cells: cells))
    grid.parts.append(.text)
  }

  private mutating func keep(_ element: Int?, of cell: CellAddress, in sheet: String) {
    if let element { grid.elements[sheet, default: [:]][cell] = element }
  }

  private mutating func addSheet(_ table: DocumentTable, _ caption: String?, captionElement: Int? = nil) {
    let name = unique(sheetName(caption))
    keep(captionElement, of: CellAddress(row: 1, column: 1), in: name)
    var cells: [Cell] = []
    var merged: [CellRange] = []
    var hidden: [ClosedRange<Int>] = []
    if let caption { cells.append(Cell(address: CellAddress(row: 1, column: 1), value: .text(caption))) }
    for (index, row) in table.rows.enumerated() where self.cells < limits.cells {
      let number = index + 2
      if row.isHidden { hidden.append(number...number) }
      let words = row.cells.first { !$0.text.text.isEmpty }?.text
      let isStruck =
        words.map { $0.marks.contains(.struckOut) && $0.text.contains(where: \.isLetter) } ?? false
      for cell in row.cells {
        self.cells += 1
        let address = CellAddress(row: number, column: cell.column)
        let to = CellAddress(row: number + cell.rowSpan - 1, column: cell.column + cell.columnSpan - 1)
        keep(cell.element, of: address, in: name)
        if to != address { merged.append(CellRange(from: address, to: to)) }
        let value = cell.value ?? .text(cell.text.text)
        if cell.value != nil || !cell.text.text.isEmpty {
          var made = Cell(address: address, value: value, isHidden: row.isHidden)
          made.display = BlockAssembly.display(cell.text, isOfStruckRow: isStruck)
          cells.append(made)
        }
        tell(cell.text, sheet: name, cell: address, isTable: true)
      }
    }
    grid.workbook.sheets.append(
      Sheet(name: name, cells: cells, mergedRanges: merged, hiddenRows: hidden))
    grid.parts.append(.table(number: tables, captionWords: caption))
    for row in table.rows {
      for inner in row.cells.flatMap(\.tables) {
        tables += 1
        addSheet(inner, inner.caption?.text)
      }
    }
  }

  /// What is seen of a cell. Where the words of a row are struck out, its figures are meant, too.
  private static func display(_ text: DocumentText, isOfStruckRow: Bool) -> CellDisplay {
    var marks: CellMarks = isOfStruckRow ? .struckOut : []
    for (mark, cell) in [
      (DocumentMarks.struckOut, CellMarks.struckOut), (.partlyStruck, .partlyStruck),
      (.raisedDigits, .raisedDigits), (.footnoteMark, .footnoteMark), (.deleted, .deleted),
    ] where text.marks.contains(mark) {
      marks.insert(cell)
    }
    if text.hiddenText != nil { marks.insert(.hiddenText) }
    return CellDisplay(marks: marks, earlierText: text.earlierText)
  }

  private mutating func tell(_ text: DocumentText, sheet: String, cell: CellAddress, isTable: Bool) {
    if let earlier = text.earlierText, isTable {
      grid.notes.append(
        DocumentNote(.changeNotAccepted, text: text.text, earlierText: earlier, sheet: sheet, cell: cell))
    }
    if let hidden = text.hiddenText {
      grid.notes.append(DocumentNote(.hiddenText, text: hidden, sheet: sheet, cell: cell))
    }
  }

  private func sheetName(_ caption: String?) -> String {
    let words = (caption ?? "").split(whereSeparator: { " .:,–-".contains($0) }).map(String.init)
    guard words.count >= 2, ["tabel", "table"].contains(words[0].lowercased()), words[1].count <= 6,
      !words[1].hasPrefix("[")
    else { return "Tabel nr. \(tables) i dokumentet" }
    return "Tabel \(words[1]) (tabel nr. \(tables) i dokumentet)"
  }

  private mutating func unique(_ name: String) -> String {
    var (candidate, count) = (name, 1)
    while !names.insert(candidate).inserted {
      count += 1
      candidate = "\(name) (\(count))"
    }
    return candidate
  }
}
