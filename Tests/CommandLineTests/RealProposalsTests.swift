import Foundation
import TestSupport
import Testing

/// The figures of one table of an export: row label (committee, unit) → amounts in 1.000 kr., blank and dash
/// as zero.
private func exported(_ sample: String, table: String, options: [String] = []) throws -> [[Int]] {
  let folder = try TemporaryFolder()
  let result = try BuiltTool.run(
    [
      "export", BuiltTool.package.appending(path: "samples/\(sample)").path(), "--tables", table, "--format",
      "csv", "-o",
      folder.path("out"),
    ] + options)
  try #require(result.status == 0, "\(result.words)")
  let name = sample.split(separator: ".")[0]
  let text = String(decoding: try folder.bytes("out/\(name)-tabel-\(table).csv"), as: UTF8.self)
  // The last line of a computed table says how it came about.
  let lines = text.split(separator: "\r\n").dropFirst(2).filter { !$0.hasPrefix("\"Beregnet") }
  return lines.map { line in
    line.split(separator: ";", omittingEmptySubsequences: false).dropFirst(3).map { Int($0) ?? 0 }
  }
}

private let nothing = [0, 0, 0, 0, 0, 0]

/// The printed tables of BC08, rows from Økonomiudvalget to the last committee; totals are the sums of the
/// rows.
@Test(arguments: ["BC08.xlsx", "BC08.json"])
func `BC08: every cell of A to E equals print, and totals are the sums of their rows`(sample: String) throws {
  let saving = [0, -3781, -5042, -5042, -5042, -5042]
  let other = [0, -556, -741, -741, -741, -741]
  let effect = [
    nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing, saving, nothing, other,
  ]
  let capital = [
    nothing, nothing, nothing, [3370, 21685, 0, 0, 0, 0], nothing, nothing, nothing, nothing,
    [609, 609, 0, 0, 0, 0], nothing,
    [305, 305, 0, 0, 0, 0],
  ]
  let empty = Array(repeating: nothing, count: 11)
  for (table, rows) in [("A", effect), ("C", empty), ("D", capital), ("E", empty)] {
    let total = (0..<6).map { year in rows.map { $0[year] }.reduce(0, +) }
    let read = try exported(sample, table: table)
    #expect(read.map { $0.suffix(6).map { $0 } } == rows + [total], "Tabel \(table)")
    #expect(read.count == 12)
  }
  let readB = try exported(sample, table: "B")
  #expect(
    readB.map { $0.suffix(6).map { $0 } } == effect + [
      (0..<6).map { year in effect.map { $0[year] }.reduce(0, +) }
    ])
}

@Test func `DIGITAL: as-published gives every committee cell of the printed tables 8 and 9`() throws {
  let savings = try exported(
    "DIGITAL-KONTAKT-2018.xlsx", table: "A", options: ["--rounding", "as-published"])
  #expect(savings.prefix(7) == Array(repeating: [0, -39, -133, -205, -262], count: 7)[...])
  let investments = try exported(
    "DIGITAL-KONTAKT-2018.xlsx", table: "E", options: ["--rounding", "as-published"])
  let shared = [0, 50, 86, 29, 0]
  #expect(
    investments.prefix(7)
      == [shared, [1282, 2371, 1073, 229, 0], shared, shared, shared, shared, shared][...])
}

@Test func `DIGITAL: by default the shares of every year add up to the year exactly`() throws {
  for (table, years) in [("A", [0, -270, -933, -1433, -1833]), ("E", [1282, 2671, 1587, 400, 0])] {
    let rows = try exported("DIGITAL-KONTAKT-2018.xlsx", table: table)
    #expect(rows.last == years)
    #expect((0..<5).map { year in rows.dropLast().map { $0[year] }.reduce(0, +) } == years)
  }
}

@Test func `the same export twice gives the same bytes`() throws {
  let folder = try TemporaryFolder()
  let sample = BuiltTool.package.appending(path: "samples/BC08.xlsx").path()
  for run in ["one", "two"] {
    #expect(try BuiltTool.run(["export", sample, "--tables", "all", "-o", folder.path(run)]).status == 0)
    #expect(
      try BuiltTool.run(["template", "--proposal", sample, "-o", folder.path("\(run)/entry.xlsx")]).status
        == 0)
  }
  for name in ["BC08.xlsx", "entry.xlsx"] {
    #expect(try folder.bytes("one/\(name)") == folder.bytes("two/\(name)"))
  }
}

@Test(arguments: ["BC08", "DIGITAL-KONTAKT-2018"])
func `a proposal becomes a filled entry workbook and comes back the same`(name: String) throws {
  let folder = try TemporaryFolder()
  let json = BuiltTool.package.appending(path: "samples/\(name).json")
  #expect(
    try BuiltTool.run(["template", "--proposal", json.path(), "-o", folder.path("entry.xlsx")]).status == 0)
  let back = try BuiltTool.run(["import", folder.path("entry.xlsx")])
  #expect(back.status == 0)
  #expect(back.output == (try Data(contentsOf: json)))
}
