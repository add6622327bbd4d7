import Findings
import Intake
import ProposalModel
import Reading
import Reports
import Spreadsheet
import Foundation
import TestSupport
import Testing

/// The facts of a published proposal, as they are transcribed.
private struct Facts: Decodable {
  struct Table: Decodable {
    var caption: String
    var type: String
    var rows: [Row]
  }

  struct Row: Decodable {
    var kind: String
    var label: String?
    var committee: String?
    var values: [Double?]

    /// The amounts that say something, in their order.
    var amounts: [Double] { values.compactMap { $0 }.filter { $0 != 0 } }
    var name: String { committee ?? label ?? "" }
  }

  var tables: [Table]
}

/// Where the figures of a row stand in the workbook of the proposal as it is printed.
private struct PrintedRow: Decodable {
  var table: String
  var label: String?
  var sheet: String
  var cells: [String]
}

private func decoded<Value: Decodable>(_ type: Value.Type, _ path: String) throws -> Value {
  try JSONDecoder().decode(type, from: Data(contentsOf: BuiltTool.package.appending(path: path)))
}

/// The rows of a workbook: their texts and their amounts that are not zero.
private func rows(of bytes: [UInt8]) throws -> [(texts: [String], amounts: [Double])] {
  try XLSXReader.read(bytes: bytes).sheets.flatMap { sheet in
    sheet.rows.map { row in
      var texts: [String] = []
      var amounts: [Double] = []
      for cell in row.cells {
        switch cell.value {
        case .text(let text): texts.append(beginning(text))
        case .number(let stored): if let number = Double(stored), number != 0 { amounts.append(number) }
        default: continue
        }
      }
      return (texts, amounts)
    }
  }
}

/// Enough of a text to know it by: labels are wrapped and hyphenated in print.
private func beginning(_ text: String) -> String {
  String(text.lowercased().filter { $0.isLetter || $0.isNumber }.prefix(22))
}

@Suite struct `Published proposals print the same figures after the entry workbook` {
  /// Facts → table workbook as printed → proposal → entry workbook → proposal → table workbook.
  @Test(arguments: [
    "BC04", "BC08", "BC16", "BC26", "BC30", "BC45", "BC52", "BC59", "BC61", "DIGITAL-KONTAKT-2018",
    "INNOVATION-2018", "SI01-2025", "TV01-2025",
  ])
  func `every printed figure comes out again, or a finding names its cell`(name: String) throws {
    let path = BuiltTool.package.appending(path: "samples/printed/\(name).xlsx").path
    let item = try #require(Intake().read([path]).items.first)
    let (proposal, round) = (try #require(item.proposal), try #require(item.round))
    let entered = try #require(try RoundTrip.throughEntryWorkbook(proposal, round).proposal)
    let exported = try RoundTrip.export(entered, round, format: .xlsx)
    let out = try rows(of: try #require(exported.first).bytes)

    let facts = try decoded(Facts.self, "Tests/Fixtures/corpus/\(name).json")
    let places = try decoded([PrintedRow].self, "Tests/Fixtures/corpus/\(name).cells.json")
    var count = 0
    for table in facts.tables where table.type != "calculation" {
      for row in table.rows where !row.amounts.isEmpty {
        count += 1
        let isThere = out.contains { found in
          found.amounts == row.amounts && found.texts.contains(beginning(row.name))
        }
        if isThere { continue }
        let cells = places.filter { $0.table == table.caption && $0.label == (row.label ?? row.committee) }
        let isTold = item.findings.contains { finding in
          cells.contains { $0.sheet == finding.sheet && !Set($0.cells).isDisjoint(with: finding.cells) }
        }
        #expect(isTold, "\(table.caption): \(row.name) \(row.amounts)")
      }
    }
    #expect(count > 0)
  }
}
