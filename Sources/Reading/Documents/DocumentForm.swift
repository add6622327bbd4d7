package import Documents
import Forms
import ProposalModel
package import Spreadsheet

/// Turns the neutral sheets of a document into those of a table workbook: front page, hearings, tables.
///
/// Front fields stand in tables of labels and values, or in paragraphs `Forslagets titel: …`. A new title begins
/// a new proposal; the sheets of several proposals begin with their numbers.
package struct DocumentForm {
  private var proposals: [Part] = [Part()]
  private let words = PrintedFrontWords.form
  /// The field whose ticked names are still to come, below its label.
  private var openTicks: String?
  /// Where in the document what is read just now stands.
  private var place: DocumentOrigins.Origin?

  /// What belongs to one proposal.
  private struct Part {
    var front: [(header: String, value: String, origin: DocumentOrigins.Origin?)] = []
    var hearings: [(texts: [String], origins: [DocumentOrigins.Origin?])] = []
    var tables: [Sheet] = []

    func value(_ header: String) -> String? { front.first { $0.header == header }?.value }
  }

  /// The sheets of a table workbook.
  package static func workbook(_ grid: DocumentGrid) -> Workbook { read(grid).workbook }

  /// The sheets of a table workbook, and where in the document their cells stand.
  package static func read(_ grid: DocumentGrid) -> (workbook: Workbook, origins: DocumentOrigins) {
    var form = DocumentForm()
    for (sheet, part) in zip(grid.workbook.sheets, grid.parts) {
      switch part {
      case .text: form.addText(sheet)
      case .table(_, let caption): form.addTable(sheet, caption: caption)
      }
    }
    // Without a table or a number, what stands in it shows only as it is: a caption perhaps whose table is lost.
    return form.isEmpty ? (grid.workbook, DocumentOrigins()) : form.written
  }

  private var isEmpty: Bool {
    proposals.allSatisfy { $0.tables.isEmpty && $0.value(words.numberHeader) == nil }
  }

  // MARK: - Reading

  private mutating func addText(_ sheet: Sheet) {
    for row in sheet.rows {
      place = row.cells.first.map { DocumentOrigins.Origin(sheet: sheet.name, cell: $0.address) }
      let text = row.cells.map { DocumentForm.whole($0) }.joined(separator: " ")
      if addTicks(text) || addFields(text) { continue }
      let key = Spelling.key(text)
      if let kind = words.kinds.first(where: { Spelling.key($0) == key }) {
        if last.value(words.kindHeader) != nil, last.value("Titel") != nil { proposals.append(Part()) }
        put(words.kindHeader, kind)
      }
      if let round = words.rounds.first(where: { Spelling.key($0) == key }) { put(words.roundHeader, round) }
    }
  }

  /// Takes the fields of a paragraph, several of which may stand on lines of their own; false where it holds
  /// none.
  private mutating func addFields(_ text: String) -> Bool {
    var fields: [(label: String, value: String)] = []
    for line in text.split(separator: "\n") {
      if let colon = line.firstIndex(of: ":"), line.distance(from: line.startIndex, to: colon) < 60,
        fields.isEmpty || isField(String(line[..<colon]))
      {
        fields.append((String(line[..<colon]), String(line[line.index(after: colon)...])))
      } else if !fields.isEmpty {
        fields[fields.count - 1].value += " " + line
      } else {
        return false
      }
    }
    var isField = false
    for field in fields where addField(field.label, Spelling.tidy(field.value)) { isField = true }
    return isField
  }

  /// Takes what stands below the label of the ticks, where nothing stands beside it: names with boxes before
  /// them.
  private mutating func addTicks(_ text: String) -> Bool {
    guard let header = openTicks else { return false }
    if text.allSatisfy(\.isWhitespace) { return true }
    guard text.contains(where: { DocumentForm.boxes.contains($0) || $0 == "☐" }) else {
      openTicks = nil
      return false
    }
    let names = ticked(text)
    guard !names.isEmpty else { return true }
    let place = proposals[proposals.count - 1].front.firstIndex { $0.header == header }
    if let place {
      proposals[proposals.count - 1].front[place].value += ", " + names
    } else {
      put(header, names)
    }
    return true
  }

  private mutating func addTable(_ sheet: Sheet, caption: String?) {
    let grid = SheetGrid(sheet, isPlainText: false)
    let isTicks = grid.rowNumbers.allSatisfy { row in
      place = grid.cells(row).first.map { DocumentOrigins.Origin(sheet: sheet.name, cell: $0.address) }
      return addTicks(grid.cells(row).map { DocumentForm.whole($0) }.joined(separator: " "))
    }
    if isTicks, !grid.rowNumbers.isEmpty { return }
    openTicks = nil
    let isMoney =
      caption.flatMap { TableWords.caption($0)?.isCertain } ?? false
      || grid.rowNumbers.contains { row in grid.cells(row).count(where: DocumentForm.isYear) > 1 }
    if isMoney {
      proposals[proposals.count - 1].tables.append(sheet)
      return
    }
    if let rows = hearings(grid, in: sheet.name) {
      proposals[proposals.count - 1].hearings += rows
      return
    }
    // A table with rows of figures is no front page, even where it ends with the payback times: it may be the
    // rest of a table over two pages.
    let hasFigures = grid.rowNumbers.contains { row in grid.cells(row).count(where: LooseNumber.isNumber) > 1
    }
    if hasFigures {
      proposals[proposals.count - 1].tables.append(sheet)
      return
    }
    var isFront = false
    for row in grid.rowNumbers {
      let cells = grid.cells(row)
      guard let first = cells.first, cells.count <= 3 else { continue }
      let label = SheetGrid.text(first)
      let telling = cells.dropFirst().first ?? first
      place = DocumentOrigins.Origin(sheet: sheet.name, cell: telling.address)
      let value = cells.dropFirst().map { DocumentForm.whole($0) }.joined(separator: "\n")
      if addField(label.hasSuffix(":") ? String(label.dropLast()) : label, value) { isFront = true }
    }
    if !isFront { proposals[proposals.count - 1].tables.append(sheet) }
  }

  private static func isYear(_ cell: Cell) -> Bool {
    let text = SheetGrid.text(cell).filter(\.isNumber)
    return text.count == 4 && Int(text).map { Spelling.years.contains($0) } ?? false
  }

  /// The text of a cell with its lines.
  private static func whole(_ cell: Cell) -> String {
    if case .text(let text) = cell.value { text } else { SheetGrid.text(cell) }
  }

  private var last: Part { proposals[proposals.count - 1] }

  private mutating func put(_ header: String, _ value: String) {
    guard !header.isEmpty, !value.isEmpty, last.value(header) == nil else { return }
    proposals[proposals.count - 1].front.append((header, value, place))
  }

  /// Whether a label is one of the front page.
  private func isField(_ label: String) -> Bool {
    let key = Spelling.key(label)
    return words.fields.contains { $0.labels.contains { Spelling.key($0) == key } }
      || ((key.count > 3 || key == "pl")
        && EntryForm.front.contains { $0.isNamed(key: EntrySpelling.key(label)) })
  }

  /// Takes a field of the front page; false where the label is none.
  private mutating func addField(_ label: String, _ value: String) -> Bool {
    let key = Spelling.key(label)
    guard !key.isEmpty else { return false }
    guard let field = words.fields.first(where: { $0.labels.contains { Spelling.key($0) == key } }) else {
      guard key.count > 3 || key == "pl",
        let field = EntryForm.front.first(where: { $0.isNamed(key: EntrySpelling.key(label)) }),
        field.key != .unit, !DocumentForm.isHeading(of: field.key, value)
      else { return false }
      put(field.header, Spelling.tidy(value))
      return true
    }
    switch field.role {
    case .title:
      if last.value("Titel") != nil { proposals.append(Part()) }
      let title = ProposalTitle(Spelling.tidy(value))
      if let number = title.number { put(words.numberHeader, number) }
      put(field.header, title.title)
    case .ticks:
      put(field.header, committees(value))
      openTicks = value.isEmpty ? field.header : nil
    case .administration, .value: put(field.header, Spelling.tidy(value))
    case .text: break
    }
    return true
  }

  /// Whether a label and its value are two headings: below `Risiko` and `Handling` stand the risks.
  private static func isHeading(of field: FrontField, _ value: String) -> Bool {
    field == .risk && ["handling", "håndtering", "tiltag"].contains(Spelling.key(value))
  }

  private static let boxes: Set<Character> = ["☒", "☑", "✓", "✔", "🗹"]

  /// The administrations that a text ticks. A text without boxes that names more than they do, such as `SOF og SUF`,
  /// is read as it stands, so that no name is lost.
  private func committees(_ text: String) -> String {
    let names = ticked(text)
    if text.contains(where: { DocumentForm.boxes.contains($0) || $0 == "☐" }) { return names }
    var rest = Spelling.tidy(text)
    for name in words.administrations.joined().sorted(by: { $0.count > $1.count }) {
      rest = rest.replacing(name, with: " ")
    }
    let isMore = rest.split { !$0.isLetter }.contains { !["og", "samt"].contains($0.lowercased()) }
    let lines = text.split(whereSeparator: \.isNewline).map { Spelling.tidy(String($0)) }
    return isMore ? lines.filter { !$0.isEmpty }.joined(separator: ", ") : names
  }

  /// The administrations behind ticked boxes; without any box, all that are named.
  private func ticked(_ text: String) -> String {
    let tidy = Spelling.tidy(text)
    let hasBoxes = tidy.contains { DocumentForm.boxes.contains($0) || $0 == "☐" }
    let names = words.administrations.filter { spellings in
      spellings.contains { name in
        guard let range = tidy.firstRange(of: name) else { return false }
        let before = tidy[..<range.lowerBound].last { $0 != " " }
        return !hasBoxes || before.map { DocumentForm.boxes.contains($0) } ?? false
      }
    }
    return names.compactMap(\.first).joined(separator: ", ")
  }

  /// The rows of a table of hearings, known by a column of answers: body, answer, date, remark.
  private func hearings(
    _ grid: SheetGrid, in sheet: String
  ) -> [(texts: [String], origins: [DocumentOrigins.Origin?])]? {
    let heads = grid.rowNumbers.prefix(3).map { (row: $0, columns: HearingTable.columns(grid.cells($0))) }
    guard let (head, columns) = heads.first(where: { ($0.columns[.answer] ?? 0) > 1 }),
      let answer = columns[.answer]
    else { return nil }
    let (date, remark) = (columns[.date], columns[.remark])
    return grid.rowNumbers.filter { $0 > head }.compactMap { row in
      let body = grid.cells(row).first.map { SheetGrid.text($0) } ?? ""
      guard !body.isEmpty else { return nil }
      let columns = [grid.cells(row).first?.address.column, answer, date, remark]
      let texts = [
        body, grid.text(row, answer), date.map { grid.text(row, $0) } ?? "",
        remark.map { grid.text(row, $0) } ?? "",
      ]
      let origins = columns.map { column in
        column.map { DocumentOrigins.Origin(sheet: sheet, cell: CellAddress(row: row, column: $0)) }
      }
      return (texts, origins)
    }
  }

  // MARK: - Writing

  private var written: (workbook: Workbook, origins: DocumentOrigins) {
    var origins = DocumentOrigins()
    let filled = proposals.filter { !$0.tables.isEmpty || $0.value(words.numberHeader) != nil }
    var sheets: [Sheet] = []
    for (index, part) in filled.enumerated() {
      let number = part.value(words.numberHeader)
      let prefix = filled.count > 1 ? (number ?? "F\(index + 1)") + " " : ""
      if !part.front.isEmpty {
        let name = prefix + words.sheets.front
        sheets.append(sheet(name, part.front.map { [$0.header, $0.value] }))
        origins.add(name, part.front.map { [$0.origin, $0.origin] })
      }
      if !part.hearings.isEmpty {
        let name = prefix + words.sheets.hearings
        sheets.append(sheet(name, [words.hearingHeaders] + part.hearings.map(\.texts)))
        origins.add(name, [[]] + part.hearings.map(\.origins))
      }
      sheets += part.tables.map { table in
        var table = table
        table.name = prefix + table.name
        return table
      }
      for table in part.tables { origins.add(prefix + table.name, table: table.name) }
    }
    return (Workbook(sheets: sheets), origins)
  }

  private func sheet(_ name: String, _ rows: [[String]]) -> Sheet {
    let cells = rows.enumerated().flatMap { row, texts in
      texts.enumerated().filter { !$0.element.isEmpty }.map { column, text in
        Cell(address: CellAddress(row: row + 1, column: column + 1), value: .text(text))
      }
    }
    return Sheet(name: name, cells: cells)
  }
}
