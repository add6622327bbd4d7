import Spreadsheet
import Foundation
import TestSupport
import Testing

private let accounts = BuiltTool.package.appending(path: "samples/kontoliste-ofs-2021-2022.csv").path

/// A folder with `runde/BC08.json`, `runde/BC09.json` (the same with another number), and decisions on both.
private func round(_ decisions: [String] = ["BC08;vedtaget;24.06.2021;BR 8", "BC09;udsat;;"]) throws
  -> TemporaryFolder
{
  let folder = try TemporaryFolder()
  let json = try String(
    contentsOf: BuiltTool.package.appending(path: "samples/BC08.json"), encoding: .utf8)
  for number in ["BC08", "BC09"] {
    let text = json.replacing("\"id\": \"BC08\"", with: "\"id\": \"\(number)\"")
    try folder.write(Array(text.utf8), to: "runde/\(number).json")
  }
  try folder.write(
    Array((["Forslagsnummer;Beslutning;Dato;Sag"] + decisions).joined(separator: "\r\n").utf8),
    to: "beslutninger.csv")
  return folder
}

private func annex(_ more: [String], in folder: TemporaryFolder) throws -> BuiltTool.Result {
  try BuiltTool.run(["annex", "runde"] + more, in: folder.url)
}

/// The rows of a CSV file by their headings.
private func rows(_ bytes: [UInt8]) throws -> [[String: String]] {
  let rows = try CSVReader.read(bytes).rows
  let heads = try #require(rows.first)
  return rows.dropFirst().map { Dictionary(zip(heads, $0)) { first, _ in first } }
}

@Suite struct `The annexes of a decision` {
  @Test func `show per committee what adopted proposals do to service, construction and the cash balance`()
    throws
  {
    let folder = try round()
    let result = try annex(["--decisions", "beslutninger.csv", "-o", "b.csv", "--no-receipt"], in: folder)
    #expect(result.status == 0, "\(result.words)")
    #expect(result.words.contains("Udeladt efter beslutningslisten: BC09: udsat"))
    let rows = try rows(folder.bytes("b.csv"))
    #expect(Set(rows.map { $0["Nr."] ?? "" }) == ["BC08", ""])
    func figure(_ annex: String, _ committee: String, _ year: String) -> String? {
      rows.first { $0["Bilag"] == annex && $0["Udvalg"] == committee }?[year]
    }
    #expect(figure("Servicemåltal", "Socialudvalget", "2023") == "-3704")
    #expect(figure("Anlægsmåltal", "Socialudvalget", "2022") == "600")
    #expect(figure("Likvid kassebeholdning", "Socialudvalget", "2023") == "3104")
    #expect(figure("Servicemåltal", "I alt", "2027") == "-5666")
    #expect(rows[0]["Kilde"]?.hasPrefix("runde/BC08.json") == true)
  }

  @Test func `are the corrections without counter-entries, to the krone`() throws {
    let folder = try round()
    let common = ["--accounts", accounts, "--no-receipt"]
    _ = try annex(common + ["-o", "b.json"], in: folder)
    let run = try BuiltTool.run(["corrections", "runde", "-o", "k.csv"] + common, in: folder.url)
    #expect(run.status == 0, "\(run.words)")
    var posted: [Int: Int] = [:]
    for row in try rows(folder.bytes("k.csv")) where row["Side"] == "Forslag" {
      posted[try #require(Int(row["År"] ?? "")), default: 0] += try #require(Int(row["Beløb, kr."] ?? ""))
    }
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(try folder.bytes("b.json"))) as? [String: Any])
    let years = try #require(document["years"] as? [Int])
    let annexes = try #require(document["annexes"] as? [[String: Any]])
    let cash = try #require(annexes.last?["totals"] as? [Int])
    #expect(zip(years, cash).allSatisfy { -$1 == 100 * (posted[$0] ?? 0) })
  }

  @Test func `add up live, from rows that name table, line and cell`() throws {
    let folder = try round()
    let result = try annex(["-o", "b.xlsx", "--no-receipt"], in: folder)
    #expect(result.status == 0, "\(result.words)")
    let workbook = try XLSXReader.read(bytes: folder.bytes("b.xlsx"))
    #expect(
      workbook.sheets.map(\.name) == [
        "Overblik", "Servicemåltal", "Anlægsmåltal", "Likvid kassebeholdning", "Grundlag",
      ])
    let cash = try #require(workbook.sheet(named: "Likvid kassebeholdning"))
    let formulas = cash.cells.compactMap(\.formula)
    #expect(formulas.contains { $0.hasPrefix("-SUM(Grundlag!$K$") && $0.hasSuffix(")/1000") })
    #expect(formulas.contains { $0.hasPrefix("SUBTOTAL(9,") })
    let basis = try #require(workbook.sheet(named: "Grundlag"))
    let heads = basis.cells.filter { $0.address.row == 2 }.map(\.value)
    for head in ["Tabel", "Linje", "Kilde", "Beløb, kr."] { #expect(heads.contains(.text(head))) }
    #expect(basis.cells.contains { $0.value == .text("B-1") })
  }

  @Test func `are written as if all were adopted where there are no decisions, and say so`() throws {
    let folder = try round()
    _ = try annex(["-o", "b.xlsx", "--no-receipt"], in: folder)
    let front = try #require(
      try XLSXReader.read(bytes: folder.bytes("b.xlsx")).sheet(named: "Overblik"))
    #expect(
      front.cells.contains {
        $0.value == .text("alle forslag, som om de var vedtaget; der er ingen beslutningsliste")
      })
  }

  @Test func `are not written while money of an adopted proposal is missing, unless that is allowed`() throws
  {
    let folder = try round()
    let json = String(decoding: try folder.bytes("runde/BC09.json"), as: UTF8.self)
    try folder.write(
      Array(json.replacing("\"priceLevel\": 2023", with: "\"priceLevel\": 2024").utf8),
      to: "runde/BC09.json")
    let refused = try annex(["-o", "b.csv", "--no-receipt"], in: folder)
    #expect(refused.status == 1)
    #expect(refused.words.contains("Mangler: BC09: runden har ingen faktor"), "\(refused.words)")
    #expect(!folder.names.contains("b.csv"))
    let allowed = try annex(["-o", "b.csv", "--no-receipt", "--allow-incomplete"], in: folder)
    #expect(allowed.words.contains("Skrevet: b.csv (2 forslag)"))
  }

  @Test func `have a receipt, go into a folder under the name of their layout, and are no proposals`() throws
  {
    let folder = try round()
    let result = try annex(["-o", "runde/ud/"], in: folder)
    #expect(result.status == 0, "\(result.words)")
    for name in ["runde/b.csv", "runde/b.json"] { _ = try annex(["-o", name], in: folder) }
    let receipts = String(
      decoding: try folder.bytes("runde/ud/fordel-kvitteringer.jsonl"), as: UTF8.self)
    #expect(receipts.contains("\"command\":\"annex\"") && receipts.contains("bilag-standard.xlsx"))
    let check = try BuiltTool.run(["check", "runde"], in: folder.url)
    let line = (check.text + check.words).split(separator: "\n").first { $0.hasPrefix("uden forslag: ") }
    for name in ["runde/b.csv", "runde/b.json", "runde/ud/bilag-standard.xlsx"] {
      #expect(line?.contains(name) == true, "\(check.text)\(check.words)")
    }
    #expect(check.status == 0, "\(check.text)")
  }

  @Test func `follow a layout of one's own, whose mistakes are told by their place`() throws {
    let folder = try round()
    let template = String(
      decoding: try Data(contentsOf: BuiltTool.package.appending(path: "templates/bilag-standard.json")),
      as: UTF8.self)
    let own = template.replacing("\"unit\": \"1.000 kr.\"", with: "\"unit\": \"kr.\"")
      .replacing("\"controlAreas\": [\"Anlæg\"]", with: "\"tables\": [\"D\"]")
    try folder.write(Array(own.utf8), to: "eget.json")
    let result = try annex(["--profile", "eget.json", "-o", "b.csv", "--no-receipt"], in: folder)
    #expect(result.status == 0, "\(result.words)")
    let row = try rows(folder.bytes("b.csv")).first { $0["Bilag"] == "Anlægsmåltal" && $0["Nr."] == "BC08" }
    #expect(row?["2022"] == "3322000")
    try folder.write(
      Array(template.replacing("\"sheet\": \"Anlægsmåltal\"", with: "\"sheet\": \"grundlag\"").utf8),
      to: "eget.json")
    let wrong = try annex(["--profile", "eget.json", "-o", "b.csv", "--no-receipt"], in: folder)
    #expect(wrong.status == 65)
    #expect(wrong.words.contains("annexes[1].sheet: to ark hedder »grundlag«"), "\(wrong.words)")
  }
}
