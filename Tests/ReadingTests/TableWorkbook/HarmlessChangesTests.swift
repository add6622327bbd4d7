import Findings
import Intake
import ProposalModel
import Spreadsheet
import Foundation
import TestSupport
import Testing

/// What people do to a workbook without changing what it says: the published proposals must give the same
/// findings afterwards.
@Suite struct `Harmless changes` {
  static let names = `Published proposals`.expected.map(\.name)

  private func workbook(_ name: String) throws -> Workbook {
    try XLSXReader.read(path: BuiltTool.package.appending(path: "samples/printed/\(name).xlsx").path)
  }

  /// Severity, code and number of cells of each finding above a note, sorted.
  private func findings(_ workbook: Workbook) -> [String] {
    Intake().read(workbook, file: "x.xlsx").flatMap(\.findings).filter { $0.severity > .note }
      .map { "\($0.severity) \($0.code.rawValue) \($0.cells.count)" }.sorted()
  }

  private func isTable(_ sheet: Sheet) -> Bool { !["Forslag", "Høring"].contains(sheet.name) }

  /// The workbook with each cell of each table moved or rewritten.
  private func changed(_ workbook: Workbook, _ change: (inout Cell) -> Void) -> Workbook {
    var result = workbook
    for index in result.sheets.indices where isTable(result.sheets[index]) {
      let cells = result.sheets[index].cells.map { cell in
        var cell = cell
        change(&cell)
        return cell
      }
      result.sheets[index] = Sheet(name: result.sheets[index].name, cells: cells)
    }
    return result
  }

  /// All tables below each other on one sheet, with so many empty rows between them.
  private func stacked(_ workbook: Workbook, gap: Int) -> Workbook {
    var cells: [Cell] = []
    var offset = 0
    for sheet in workbook.sheets.filter(isTable) {
      for var cell in sheet.cells {
        cell.address.row += offset
        cells.append(cell)
      }
      offset += sheet.rowCount + gap
    }
    var result = workbook
    result.sheets = workbook.sheets.filter { !isTable($0) } + [Sheet(name: "Økonomien", cells: cells)]
    return result
  }

  /// `Tabel 2. Varige ændringer` → `Varige ændringer`; the letters of A–E are all their captions have.
  private func withoutNumber(_ caption: String) -> String {
    caption.replacing(/^Tabel [0-9]+\s*[.:]?\s*/, with: "")
  }

  private func rewriteText(_ cell: inout Cell, _ rewrite: (String) -> String) {
    if case .text(let text) = cell.value { cell.value = .text(rewrite(text)) }
  }

  @Test(arguments: names) func `rows above and a column before the tables`(name: String) throws {
    let original = try workbook(name)
    let moved = changed(original) { cell in
      cell.address.row = cell.address.row == 1 ? 3 : cell.address.row + 4
      cell.address.column += 1
    }
    #expect(findings(moved) == findings(original))
  }

  @Test(arguments: names) func `all tables on one sheet, with and without room between them`(name: String)
    throws
  {
    let original = try workbook(name)
    #expect(findings(stacked(original, gap: 2)) == findings(original))
    #expect(findings(stacked(original, gap: 0)) == findings(original))
  }

  @Test(arguments: names) func `captions without numbers, also on one sheet`(name: String) throws {
    let original = try workbook(name)
    let bare = changed(original) { cell in if cell.address.row == 1 { rewriteText(&cell, withoutNumber) } }
    #expect(findings(bare) == findings(original))
    #expect(findings(stacked(bare, gap: 1)) == findings(original))
  }

  @Test(arguments: names) func `captions in capitals, odd spaces, and years in words`(name: String) throws {
    let original = try workbook(name)
    let rewritten = changed(original) { cell in
      if cell.address.row == 1 { rewriteText(&cell) { $0.uppercased() } }
      rewriteText(&cell) { "  " + $0.replacing(" ", with: "\u{A0}", maxReplacements: 1) + " " }
      if cell.address.row == 2, case .number(let year) = cell.value { cell.value = .text("Budget " + year) }
    }
    #expect(findings(rewritten) == findings(original))
  }

  @Test(arguments: names) func `sheets in another order and with other names`(name: String) throws {
    let original = try workbook(name)
    var other = original
    other.sheets = original.sheets.filter { !isTable($0) } + original.sheets.filter(isTable).reversed()
    for index in other.sheets.indices where isTable(other.sheets[index]) {
      other.sheets[index].name = "Ark\(index)"
    }
    #expect(findings(other) == findings(original))
  }

  @Test(arguments: names) func `empty rows between all rows, notes below, and a column of remarks`(
    name: String
  ) throws {
    let original = try workbook(name)
    var other = changed(original) { cell in
      if cell.address.row > 2 { cell.address.row = cell.address.row * 2 }
    }
    for index in other.sheets.indices where isTable(other.sheets[index]) {
      let sheet = other.sheets[index]
      let (rows, columns) = (sheet.rowCount, sheet.columnCount)
      let more = [
        Cell(address: CellAddress(row: 2, column: columns + 1), value: .text("Bemærkning")),
        Cell(address: CellAddress(row: rows, column: columns + 1), value: .text("se bilag 4")),
        Cell(address: CellAddress(row: rows + 2, column: 1), value: .text("* Alle beløb er i 2023 p/l.")),
        Cell(address: CellAddress(row: rows + 3, column: 1), value: .text("Kilde: Kvantum 2021")),
      ]
      other.sheets[index] = Sheet(name: sheet.name, cells: Array(sheet.cells) + more)
    }
    #expect(findings(other) == findings(original))
  }
}
