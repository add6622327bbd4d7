package import Findings
package import Intake
package import ProposalModel
package import Spreadsheet

/// A workbook written as text, for tests: sheets under `# Name`, rows as `| a | b |`, and cells marked with
/// `1️⃣` … `9️⃣`.
///
/// ```swift
/// let workbook = MarkedWorkbook("""
///   # Tabel 2
///   | Tabel 2. Varige ændringer, service |
///   | 1.000 kr. 2023 p/l | 2022 | 2023 |
///   | Husleje            | -100 | -200 |
///   | Total              | -100 | 1️⃣-300 |
///   """)
/// workbook.findings  // ["1️⃣ fejl: [total-differs] …"]
/// ```
///
/// A cell is a number if it is one in Danish (`-1.275`, `12,5`), text in `"…"` always; `=A1` is a formula
/// without a stored value, `#REF!` an error. `# Name (skjult)` is a hidden sheet, `~| … |` a hidden row, `||`
/// an empty one; blank lines count for nothing. A mark may stand in several cells: then a finding has it that
/// has exactly these cells. Without a sheet `Forslag` there is one for proposal BC99 of OFS 2021-2022.
package struct MarkedWorkbook: Sendable {
  /// The workbook, without the marks.
  package private(set) var workbook: Workbook
  /// The marked cells, each with its sheet, in reading order.
  package private(set) var marks: [(mark: Character, sheet: String, cell: String)] = []
  /// The name under which findings know the file.
  package static let file = "BC99.xlsx"

  /// The front page of a workbook that has none.
  package static let front = """
    # Forslag
    | Forslagsnummer | BC99 |
    | Titel | Et forslag |
    | Type | Investeringsforslag |
    | Runde | OFS 2021-2022 |
    | P/l | 2023 |
    """

  /// Reads the text.
  package init(_ text: String) {
    let hasFront = text.split(separator: "\n").contains { $0.trimmed.hasPrefix("# Forslag") }
    var sheets: [(name: String, rows: [Substring])] = []
    for line in ((hasFront ? "" : MarkedWorkbook.front + "\n") + text).split(separator: "\n") {
      let line = line.trimmed
      if line.hasPrefix("# ") {
        sheets.append((String(line.dropFirst(2)), []))
      } else if !sheets.isEmpty, line.hasPrefix("|") || line.hasPrefix("~|") {
        sheets[sheets.count - 1].rows.append(line)
      }
    }
    workbook = Workbook(sheets: [])
    for (name, rows) in sheets { workbook.sheets.append(sheet(name, rows)) }
  }

  private mutating func sheet(_ name: String, _ rows: [Substring]) -> Sheet {
    let isHidden = name.hasSuffix(" (skjult)")
    let name = isHidden ? String(name.dropLast(" (skjult)".count)) : name
    var cells: [Cell] = []
    var hiddenRows: [ClosedRange<Int>] = []
    for (index, line) in rows.enumerated() {
      let row = index + 1
      let isHiddenRow = line.hasPrefix("~")
      if isHiddenRow { hiddenRows.append(row...row) }
      let texts = line.dropFirst(isHiddenRow ? 2 : 1).split(separator: "|", omittingEmptySubsequences: false)
        .dropLast()
      for (column, text) in texts.enumerated() {
        let address = CellAddress(row: row, column: column + 1)
        var text = text.trimmed
        while let first = text.first, MarkedWorkbook.isMark(first) {
          marks.append((first, name, address.description))
          text = text.dropFirst()
        }
        if var cell = MarkedWorkbook.cell(String(text), at: address) {
          cell.isHidden = isHiddenRow
          cells.append(cell)
        }
      }
    }
    return Sheet(name: name, cells: cells, isHidden: isHidden, hiddenRows: hiddenRows)
  }

  /// `1️⃣` to `9️⃣`: a figure with the keycap behind it.
  private static func isMark(_ character: Character) -> Bool { character.unicodeScalars.contains("\u{20E3}") }

  private static func cell(_ text: String, at address: CellAddress) -> Cell? {
    if text.isEmpty { return nil }
    if text.hasPrefix("\""), text.hasSuffix("\""), text.count >= 2 {
      return Cell(address: address, value: .text(String(text.dropFirst().dropLast())))
    }
    if text.hasPrefix("=") { return Cell(address: address, value: .empty, formula: String(text.dropFirst())) }
    if text.hasPrefix("#"), text.hasSuffix("!") || text.hasSuffix("?") {
      return Cell(address: address, value: .error(text))
    }
    return Cell(address: address, value: number(text).map(CellValue.number) ?? .text(text))
  }

  /// A number in Danish as a spreadsheet stores it: `-1.275,5` is `-1275.5`.
  private static func number(_ text: String) -> String? {
    guard text.wholeMatch(of: /-?([0-9]{1,3}(\.[0-9]{3})+|[0-9]+)(,[0-9]+)?/) != nil else { return nil }
    return String(text.filter { $0 != "." }.map { $0 == "," ? "." : $0 })
  }

  /// What reading and checking the workbook gives, as the tool does it.
  package func items(round: Round? = nil) -> [IntakeItem] {
    Intake(round: round).read(workbook, file: MarkedWorkbook.file)
  }

  /// All findings of the workbook.
  package var allFindings: [Finding] { items().flatMap(\.findings) }

  /// The findings as text: `1️⃣ fejl: [total-differs] …`, message and suggestion; an unmarked place as
  /// `Tabel 1!C4`.
  package var findings: [String] { allFindings.map(text) }

  /// The findings above a note, as text.
  package var errorsAndWarnings: [String] { allFindings.filter { $0.severity > .note }.map(text) }

  /// The codes of the findings above a note, with their places: `1️⃣ total-differs`.
  package var codes: [String] {
    allFindings.filter { $0.severity > .note }.map { "\(place(of: $0)) \($0.code.rawValue)" }
  }

  /// The findings of one code, as text.
  package func findings(_ code: FindingCode) -> [String] { allFindings.filter { $0.code == code }.map(text) }

  private func text(_ finding: Finding) -> String {
    let remedy = finding.suggestion.map { " " + $0 } ?? ""
    return
      "\(place(of: finding)) \(finding.severity.danish): [\(finding.code.rawValue)] \(finding.message)\(remedy)"
  }

  /// The mark whose cells are exactly those of the finding; else the first cell with its sheet.
  private func place(of finding: Finding) -> String {
    let sheet = finding.sheet ?? ""
    for mark in Set(marks.map(\.mark)).sorted() {
      let marked = marks.filter { $0.mark == mark }
      if !finding.cells.isEmpty, marked.allSatisfy({ $0.sheet == sheet }), marked.map(\.cell) == finding.cells
      {
        return String(mark)
      }
    }
    let cells = finding.cells.joined(separator: ",")
    return sheet.isEmpty && cells.isEmpty ? "-" : sheet + "!" + cells
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = self
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return text
  }
}
