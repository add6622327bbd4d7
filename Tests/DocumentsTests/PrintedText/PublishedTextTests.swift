import Documents
import Foundation
import Reading
import Spreadsheet
import Testing

/// A published proposal as transcribed: no more than what the tests compare.
private struct Transcription: Decodable {
  struct Table: Decodable {
    struct Row: Decodable {
      var label: String
      var committee: String?
      var unitName: String?
      var printed: [String]
    }
    var caption: String?
    var type: String
    var years: [Int]
    var rows: [Row]
  }
  var title: String
  var tables: [Table]
}

private func key(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
private func plain(_ figure: String) -> String { figure.filter { $0 != " " }.replacing("–", with: "-") }

@Suite struct `Published proposals copied out of their PDF` {
  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Fixtures")

  /// Document, printed figures, figures in their row and year.
  @Test(arguments: [
    ("BC04", 87, 87), ("BC08", 195, 195), ("BC16", 61, 61), ("BC26", 63, 63), ("BC30", 127, 127),
    ("BC45", 131, 131), ("BC52", 86, 86), ("BC59", 86, 86), ("BC61", 146, 146),
    ("DIGITAL-KONTAKT-2018", 265, 265), ("INNOVATION-2018", 8, 8), ("SI01-2025", 80, 80),
    ("TV01-2025", 43, 43),
  ])
  func `every printed figure stands in its row and year`(name: String, figures: Int, right: Int) throws {
    let wanted = try JSONDecoder().decode(
      Transcription.self, from: Data(contentsOf: Self.fixtures.appending(path: "corpus/\(name).json")))
    let text = try String(contentsOf: Self.fixtures.appending(path: "documents/\(name).txt"), encoding: .utf8)
    let grid = PrintedTextReader(words: .form).read(text)
    var count = (figures: 0, right: 0)
    var used: Set<String> = []
    for table in wanted.tables where !table.years.isEmpty && table.type != "calculation" {
      let sheet = grid.workbook.sheets.first { sheet in
        !used.contains(sheet.name)
          && sheet.cells.first.map { key(Self.text($0)) == key(table.caption ?? "") } ?? false
      }
      if let sheet { used.insert(sheet.name) }
      let found = sheet.map(Self.rows) ?? []
      var free = Array(found.indices)
      for row in table.rows {
        let printed = row.printed.filter { !$0.isEmpty }
        count.figures += printed.count
        let isShare = table.type == "distribution-permanent"
        let name = key(row.unitName ?? row.committee ?? (isShare ? "Total" : row.label))
        let place = free.first {
          found[$0].texts[0] == name && (!isShare || found[$0].texts.contains(key(row.label)))
        }
        guard let place else { continue }
        free.removeAll { $0 == place }
        count.right += zip(table.years, row.printed).count { year, text in
          !text.isEmpty && plain(found[place].figures[year] ?? "") == plain(text)
        }
      }
    }
    #expect(count.figures == figures)
    #expect(count.right == right)
    #expect(!grid.notes.contains { $0.kind == .columnUncertain })
  }

  private static func text(_ cell: Cell) -> String {
    if case .text(let text) = cell.value { text } else { "" }
  }

  private static func rows(_ sheet: Sheet) -> [(texts: [String], figures: [Int: String])] {
    let cells = sheet.cells.reduce(into: [Int: [Int: String]]()) { rows, cell in
      rows[cell.address.row, default: [:]][cell.address.column] = text(cell)
    }
    let years = (cells[2] ?? [:]).compactMapValues { $0.count == 4 ? Int($0) : nil }
    let first = years.keys.min() ?? 2
    return cells.keys.sorted().filter { $0 > 2 }.map { row in
      let texts = (1..<first).map { key(cells[row]?[$0] ?? "") }
      let figures = Dictionary(uniqueKeysWithValues: years.map { ($1, cells[row]?[$0] ?? "") })
      return (texts, figures)
    }
  }
}
