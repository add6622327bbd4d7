import Spreadsheet

/// Writes tables of printed text as neutral sheets.
struct PrintedGrid {
  let words: PrintedWords
  private(set) var grid = DocumentGrid(workbook: Workbook(sheets: []), parts: [])
  private var tables = 0
  private var names: Set<String> = []

  init(words: PrintedWords) {
    self.words = words
  }

  /// Adds a note that is of no cell.
  mutating func note(_ kind: DocumentNote.Kind, text: String, earlier: String? = nil) {
    grid.notes.append(DocumentNote(kind, text: text, earlierText: earlier))
  }

  /// Adds the sheets of one proposal; `place` is its place among several.
  mutating func add(
    _ tables: [PrintedTable], front: [(header: String, value: String)], hearings: [[String]], place: Int?
  ) {
    let number = front.first { $0.header == words.front.numberHeader }?.value
    let prefix = place.map { (number ?? "F\($0)") + " " } ?? ""
    if !front.isEmpty {
      add(prefix + words.front.sheets.front, .text, rows: front.map { [$0.header, $0.value] })
    }
    if !hearings.isEmpty {
      add(prefix + words.front.sheets.hearings, .text, rows: [words.front.hearingHeaders] + hearings)
    }
    for table in tables { add(table, prefix: prefix) }
  }

  private mutating func add(_ table: PrintedTable, prefix: String) {
    tables += 1
    let layout = PrintedLayout(table)
    let name = prefix + sheetName(table.caption)
    var rows = [[table.caption ?? ""], layout.header]
    rows += table.rows.map(layout.cells)
    let sheet = add(
      name, .table(number: tables, captionWords: table.caption), rows: rows)
    for (index, row) in table.rows.enumerated() {
      note(row, sheet: sheet, cell: CellAddress(row: index + 3, column: layout.firstYear), table: table)
    }
  }

  private func sheetName(_ caption: String?) -> String {
    let place = "tabel nr. \(tables)"
    guard let caption else { return "T" + place.dropFirst() + " i dokumentet" }
    let parts = caption.split(whereSeparator: { " .:,–".contains($0) }).map(String.init)
    guard parts.count >= 2, PrintedKey.of(parts[0]) == "tabel", parts[1].count <= 3 else {
      return "T" + place.dropFirst() + " i dokumentet"
    }
    return "Tabel \(parts[1]) (\(place) i dokumentet)"
  }

  @discardableResult
  private mutating func add(_ name: String, _ part: DocumentPart, rows: [[String]]) -> String {
    var unique = name
    var count = 2
    while !names.insert(unique).inserted {
      unique = name + " (\(count))"
      count += 1
    }
    let cells = rows.enumerated().flatMap { row, texts in
      texts.enumerated().filter { !$0.element.isEmpty }.map { column, text in
        Cell(address: CellAddress(row: row + 1, column: column + 1), value: .text(text))
      }
    }
    grid.workbook.sheets.append(Sheet(name: unique, cells: cells))
    grid.parts.append(part)
    return unique
  }

  private mutating func note(_ row: PrintedRow, sheet: String, cell: CellAddress, table: PrintedTable) {
    let figures = row.figures.map(\.amount.text).joined(separator: " ")
    let text = row.pieces.map(\.text).joined(separator: " ")
    func note(_ kind: DocumentNote.Kind, _ reason: String) {
      grid.notes.append(
        DocumentNote(
          kind, text: figures.isEmpty ? text : figures, earlierText: reason, sheet: sheet, cell: cell))
    }
    switch row.certainty {
    case .full: break
    case .proved(let sums): note(.columnProved, sums.joined(separator: "; "))
    case .repeated(let row): note(.columnProved, row)
    case .spaces: note(.columnBySpaces, "")
    case .custom: note(.columnByCustom, "")
    case .uncertain(let readings): note(.columnUncertain, readings.joined(separator: "; "))
    }
  }
}

/// The columns of a table's sheet.
struct PrintedLayout {
  let header: [String]
  let firstYear: Int
  private let table: PrintedTable
  private let hasShares: Bool

  init(_ table: PrintedTable) {
    self.table = table
    hasShares = table.rows.contains { $0.share != nil }
    var header = [table.unit]
    if hasShares { header.append("") }
    header += table.columns.filter { Self.isShown($0) }.map(\.words)
    firstYear = header.count + 1
    self.header = header + table.years.map(String.init)
  }

  private static func isShown(_ column: PrintedColumnWords) -> Bool {
    column.role != .committee && column.role != .words
  }

  func cells(_ row: PrintedRow) -> [String] {
    var texts = [row.label]
    if hasShares {
      texts = [row.committee ?? row.label, row.share ?? ""]
    }
    for column in table.columns where Self.isShown(column) {
      switch column.role {
      case .controlArea: texts.append(row.controlArea ?? "")
      case .account: texts.append(row.account ?? "")
      default: texts.append(row.hasMark ? "X" : "")
      }
    }
    var figures = Array(repeating: "", count: table.years.count)
    for figure in row.figures {
      if let year = figure.year { figures[year] = figure.amount.text }
    }
    if let payback = row.payback, !figures.isEmpty { figures[0] = payback }
    return texts + figures
  }
}
