import AllocationTables
import Forms
import Output
import ProposalModel
import Reports
import Spreadsheet
import TestSupport
import Testing

private func report() throws -> OverviewReport {
  let round = try #require(RoundLibrary.round(named: "ofs-2021-2022"))
  func proposal(_ id: String, _ presenting: String, service: Int64, saving: Int64, transfers: Int64 = 0)
    -> Proposal
  {
    var proposal = Proposal(id: id, title: "Forslag \(id)", years: [2022, 2023])
    (proposal.presenting, proposal.priceLevel, proposal.payback) = (
      presenting, 2023, StatedPayback(service: 4, total: 2)
    )
    func line(_ id: String, _ section: LineSection, _ area: ControlArea, _ amount: Int64) -> Line {
      Line(
        id: id, section: section, text: id, controlArea: area,
        figures: [.blank, .amount(Amount(thousands: amount))])
    }
    proposal.lines = [
      line("1", .implementation, .service, service), line("2", .permanent, .service, saving),
      line("3", .permanent, .transfers, transfers),
    ]
    return proposal
  }
  var confidential = proposal("BC06", "ØU", service: 500, saving: -335)
  confidential.isConfidential = true
  return OverviewReport(
    Overview([
      (proposal("BC16", "BIU", service: 750, saving: -210, transfers: -500), round), (confidential, round),
    ]), round: round)
}

@Test func `the overview as CSV has one row per proposal by number, and I alt`() throws {
  let text = String(decoding: try report().bytes(for: "-"), as: UTF8.self)
  #expect(
    text.split(separator: "\r\n").dropFirst().map(String.init) == [
      "ØU;**;BC06;Forslag BC06;0,5;0;0,3;;2", "BIU;;BC16;Forslag BC16;0,7;0;0,2;0,5;2",
      "I alt;;;;1,2;0;0,5;0,5;",
    ])
}

@Test func `the workbook's totals are live and its figures unrounded`() throws {
  let workbook = try XLSXReader.read(bytes: try report().bytes(for: "o.xlsx"))
  let sheet = try #require(workbook.sheet(named: "Oversigt"))
  #expect(sheet[CellAddress(row: 4, column: 5)]?.value == .number("0.48985"))
  let total = try #require(sheet[CellAddress(row: 6, column: 5)])
  #expect(total.formula == "SUM(E4:E5)")
  #expect(total.value == .number("1.224625"))
  let committees = try #require(workbook.sheet(named: "Pr. udvalg"))
  #expect(committees[CellAddress(row: 2, column: 1)]?.value == .text("ØU"))
  #expect(committees[CellAddress(row: 2, column: 2)]?.value == .number("0.48985"))
}

@Test func `the overview says what it could not convert or read`() throws {
  var report = try report()
  report.missing = ["BC99.xlsx: »1,27« kan læses på flere måder."]
  report.versions = ["BC98.xlsx: BC98 findes også i ny.xlsx, som bruges."]
  #expect(
    report.remarks == [
      "Mangler i oversigten: BC99.xlsx: »1,27« kan læses på flere måder.",
      "Valgt version: BC98.xlsx: BC98 findes også i ny.xlsx, som bruges.", "** Fortrolige forslag.",
      "BC16: runden har ingen prisfaktor for Efterspørgselsstyrede overførsler; beløbet står i forslagets eget prisniveau.",
    ])
}

@Test func `another ending is wrong usage`() throws {
  let report = try report()
  #expect(throws: FileFailure.self) { try report.bytes(for: "oversigt.pdf") }
}

@Test func `in print a long number has room and a long title the lines it needs, and the charts one page`()
  throws
{
  let round = try #require(RoundLibrary.round(named: "ofs-2021-2022"))
  var proposal = Proposal(
    id: "DIGITAL-KONTAKT-2018-TILLÆG", title: String(repeating: "Meget lang titel. ", count: 9), years: [2022]
  )
  proposal.presenting = "KFU"
  proposal.lines = [
    Line(
      id: "1", section: .implementation, text: "1", controlArea: .service,
      figures: [.amount(Amount(thousands: 5))])
  ]
  let bytes = try OverviewReport(Overview([(proposal, round)]), round: round).bytes(for: "oversigt.xlsx")
  let entries = ZipContents(bytes)
  let overview = String(decoding: try #require(entries["xl/worksheets/sheet1.xml"]), as: UTF8.self)
  #expect(overview.contains(#"<col min="3" max="3" width="31."#), "\(overview.prefix(900))")
  #expect(overview.contains(#"ht="45""#))
  // The second chart begins beside the first: both in the row below the figures.
  let drawing = String(decoding: try #require(entries["xl/drawings/drawing1.xml"]), as: UTF8.self)
  #expect(drawing.ranges(of: "<xdr:from><xdr:col>").count == 2)
  #expect(drawing.contains("<xdr:from><xdr:col>4</xdr:col>"), "\(drawing.prefix(900))")
}
