import Findings
import AllocationTables
import Distribution
import Forms
import Intake
import Kvantum
import ProposalModel
import Spreadsheet
import Foundation
import TestSupport
import Testing

/// The corrections of BC08, whose tables B and D are stated, on the sample account list.
private func report(_ profile: String) throws -> CorrectionReport {
  let samples = BuiltTool.package.appending(path: "samples").path(percentEncoded: false) + "/"
  let item = try Intake().single(samples + "BC08.xlsx")
  let maker = try CorrectionMaker(
    profile: profile, accounts: samples + "kontoliste-ofs-2021-2022.csv", options: TableOptions(),
    decision: "BR 24-02-2022")
  return try maker.report(
    [try maker.part(of: try #require(item.proposal), from: item)], left: [], for: "k.xlsx")
}

@Test func `every row names its line, the cell it came from, and the written amount with its factor`() throws
{
  let row = try #require(try report("kvantum-laesbar").book.rows.first)
  #expect(row.correction.lineIDs == ["B-1"])
  #expect(row.sources.first?.sheet == "Tabel B")
  #expect(row.sources.first?.cell == "F11")
  #expect(row.correction.written?.description == "-378100000")
  #expect(row.correction.factor?.description == "9797/10000")
  #expect(row.correction.amount == Amount(thousands: -3_704))
}

@Test(arguments: ["kvantum-laesbar", "kvantum-upload"])
func `the workbook proves itself: live sums, zero per area and year, and the tables' totals`(profile: String)
  throws
{
  let report = try report(profile)
  #expect(report.isComplete)
  let workbook = try XLSXReader.read(bytes: try report.files(for: "k.xlsx")[0].bytes)
  #expect(
    workbook.sheets.map(\.name) == [
      "Overblik", "Vedtaget", "Ikke vedtaget", "Ikke konterbar",
    ] + (profile == "kvantum-laesbar" ? [] : ["Vedtaget, rækker"]) + ["Afstemning", "Nulkontrol"])
  let list = try #require(workbook.sheet(named: "Vedtaget"))
  let total = try #require(list.cells.first { $0.formula?.hasPrefix("SUBTOTAL(109,") == true })
  if profile == "kvantum-laesbar" { #expect(total.value == .number("0")) }
  let tables = try #require(workbook.sheet(named: "Afstemning"))
  let differences = tables.cells.filter { $0.address.column == 7 && $0.address.row > 1 }
  #expect(differences.count == 8)
  #expect(differences.allSatisfy { $0.value == .number("0") && $0.formula != nil })
  let zeros = try #require(workbook.sheet(named: "Nulkontrol")).cells.filter {
    $0.address.column > 3 && $0.address.row > 1
  }
  #expect(!zeros.isEmpty && zeros.allSatisfy { $0.value == .number("0") })
  #expect(zeros.contains { $0.formula?.hasPrefix("SUMIFS(") == true })
}

@Test func `every list of the workbook has the same columns, filled or not, and the text file all`() throws {
  let report = try report("kvantum-laesbar")
  let workbook = try XLSXReader.read(bytes: try report.files(for: "k.xlsx")[0].bytes)
  let headers = try ["Vedtaget", "Ikke vedtaget", "Ikke konterbar"].map { name in
    try #require(workbook.sheet(named: name)).cells.filter { $0.address.row == 2 }.map(\.value)
  }
  #expect(Set(headers).count == 1)
  #expect(headers[0].contains(.text("Mangler")) && !headers[0].contains(.text("Liste")))
  let text = String(decoding: try report.files(for: "-")[0].bytes, as: UTF8.self)
  let header = try #require(text.split(separator: "\r\n").first)
  #expect(header.split(separator: ";").count == report.profile.columns.count)
}

@Test
func `the first sheet says in five lines what it is, how it is loaded, how much, how many, what is missing`()
  throws
{
  let workbook = try XLSXReader.read(bytes: try report("kvantum-upload").files(for: "k.xlsx")[0].bytes)
  let sheet = try #require(workbook.sheet(named: "Overblik"))
  let texts = (2...6).map { row in
    [1, 2].map { column -> String in
      if case .text(let text) = sheet[CellAddress(row: row, column: column)]?.value { text } else { "" }
    }
  }
  #expect(
    texts.map { $0[0] } == [
      "Hvad det er", "Indlæses sådan", "Hvor meget", "Hvor mange rækker", "Hvad mangler",
    ])
  #expect(texts[0][1].contains("hele sættet") && texts[0][1].contains("kvantum-upload"))
  #expect(texts[1][1].hasSuffix("(add)"))
  #expect(texts[3][1].hasPrefix("vedtaget ") && texts[4][1] == "intet")
}

@Test func `a committee that one round of a run lacks is no mistake in the list, one that all lack is`()
  throws
{
  let folder = try TemporaryFolder()
  let header = "Udvalg;Styringsområde;Bevilling;Profitcenter"
  // The round of 2018 has no Byggeri København; no round has a Kirkeudvalg.
  let rows = [header, "Byggeri København;Service;9800;1", "Kirkeudvalget;Service;9900;1"]
  try folder.write(Array((rows.joined(separator: "\r\n") + "\r\n").utf8), to: "konti.csv")
  let maker = try CorrectionMaker(
    profile: "kvantum-laesbar", accounts: folder.path("konti.csv"), options: TableOptions(), decision: nil)
  for name in ["2018", "ofs-2021-2022"] {
    let round = try #require(RoundLibrary.round(named: name))
    _ = try maker.book(
      of: Proposal(id: "P1", title: "", years: round.years), round: round, origins: Origins())
  }
  #expect(maker.findings.map(\.cell) == ["A3"])
  #expect(maker.files == [folder.path("konti.csv")])
}
