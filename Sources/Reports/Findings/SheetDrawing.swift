import Findings
import Forms
import Spreadsheet

/// A sheet as an HTML table, with the wrong cells marked and linked to what is said about them.
struct SheetDrawing {
  package let sheet: Sheet
  /// The beginning of the ids of its cells: `a3-` gives `a3-F12`.
  package let prefix: String
  /// The numbers of the findings on each cell, the most serious first, and how serious that is.
  package let marks: [CellAddress: (numbers: [Int], severity: Severity)]

  /// Rows that are drawn at most; of a longer sheet the first ones and those around the wrong cells.
  static let rowLimit = 150
  /// Columns that are drawn at most, with the same exception.
  static let columnLimit = 40

  /// With more columns than these a table is fitted to the paper's width.
  static let wideColumns = 10

  /// The table.
  package func html() -> String {
    let columns = self.columns
    let head = columns.map { "<th scope=\"col\">\(CellAddress.letters(ofColumn: $0))</th>" }.joined()
    var body = ""
    var previous = 0
    for row in rows {
      if row > previous + 1, previous > 0 {
        body += "<tr class=\"gap\"><th>…</th><td colspan=\"\(columns.count)\"></td></tr>\n"
      }
      body += "<tr><th scope=\"row\">\(row)</th>\(cells(of: row, columns))</tr>\n"
      previous = row
    }
    let isHidden = sheet.isHidden ? " (skjult ark)" : ""
    let table = columns.count > SheetDrawing.wideColumns ? "<table class=\"wide\">" : "<table>"
    return """
      <div class="sheet" tabindex="0" role="region" aria-label="Arket \(HTMLText.escaped(sheet.name))">\(table)
      <caption>\(HTMLText.escaped(sheet.name.isEmpty ? "Filen" : sheet.name))\(isHidden)</caption>
      <thead><tr><td></td>\(head)</tr></thead>
      <tbody>\(body)</tbody></table></div>
      """
  }

  /// The id of a cell, if it is drawn with one.
  package static func id(_ cell: CellAddress, prefix: String) -> String { prefix + cell.description }

  private var rows: [Int] {
    let used = sheet.rows.filter { $0.cells.contains(where: SheetDrawing.isShown) }.map(\.number)
    let wrong = Set(marks.keys.map(\.row))
    if used.count <= SheetDrawing.rowLimit { return Set(used).union(wrong).sorted() }
    let near = Set(wrong.sorted().prefix(SheetDrawing.rowLimit).flatMap { $0 - 2...$0 + 2 })
    return used.enumerated().filter { $0.offset < 12 || near.contains($0.element) }.map(\.element)
  }

  /// Whether a cell shows something; a formula that gives an empty text does not.
  private static func isShown(_ cell: Cell) -> Bool {
    CellText.text(cell) != nil || (cell.value == .empty && cell.formula != nil)
  }

  private var columns: [Int] {
    let last = sheet.cells.reduce(0) { SheetDrawing.isShown($1) ? max($0, $1.address.column) : $0 }
    let wrong = Set(marks.keys.map(\.column).sorted().prefix(SheetDrawing.columnLimit))
    return Set(1...max(1, min(last, SheetDrawing.columnLimit))).union(wrong).sorted()
  }

  private func cells(of row: Int, _ columns: [Int]) -> String {
    var html = ""
    var covered = 0
    for column in columns where column > covered {
      let address = CellAddress(row: row, column: column)
      var span = ""
      if let merge = sheet.mergedRanges.first(where: {
        $0.from == address && $0.rows.count == 1 && $0.columns.count > 1
      }),
        !marks.keys.contains(where: { merge.contains($0) && $0 != address })
      {
        let count = columns.count { merge.columns.contains($0) }
        if count > 1 { span = " colspan=\"\(count)\"" }
        covered = merge.to.column
      }
      html += cell(sheet[address], at: address, span)
    }
    return html
  }

  private func cell(_ cell: Cell?, at address: CellAddress, _ span: String) -> String {
    var text = CellText.text(cell) ?? ""
    if text.isEmpty, cell?.value == .empty, let formula = cell?.formula { text = "=" + formula }
    var classes: [String] = []
    if case .number? = cell?.value { classes.append("number") }
    guard let mark = marks[address] else {
      let attribute = classes.isEmpty ? "" : " class=\"\(classes[0])\""
      return "<td\(attribute)\(span)>\(HTMLText.escaped(text))</td>"
    }
    classes.append(mark.severity.rawValue)
    let links = mark.numbers.map {
      "<a href=\"#fund\($0)\" aria-label=\"\(mark.severity.danish) \($0)\">\($0)</a>"
    }.joined(separator: " ")
    let shown = text.isEmpty ? "<span class=\"empty\">(tom)</span>" : HTMLText.escaped(text)
    return
      "<td id=\"\(SheetDrawing.id(address, prefix: prefix))\" class=\"\(classes.joined(separator: " "))\"\(span)>\(shown)<sup>\(links)</sup></td>"
  }
}

/// Text in HTML.
package enum HTMLText {
  /// `text` with the characters that mean something in HTML written as entities.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default:
        // Control characters are no text in HTML; a line break may stay.
        result.unicodeScalars.append(
          character.value < 0x20 && character != "\n" && character != "\t" ? "\u{FFFD}" : character)
      }
    }
    return result
  }
}
