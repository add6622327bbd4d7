import AllocationTables
import Forms
import Kvantum
import Output
import ProposalModel
import Spreadsheet
import Foundation
import TestSupport
import Testing

private func round() throws -> Round { try #require(RoundLibrary.round(named: "ofs-2021-2022")) }

/// A proposal with a permanent saving in Service and an investment in Anlæg of 7 t.kr. each, one line with a
/// long text.
private func proposal() -> Proposal {
  var proposal = Proposal(id: "BC99", title: "Prøve", years: [2022, 2023])
  (proposal.presenting, proposal.priceLevel, proposal.implementedPriceLevel) = ("SUD", 2022, 2022)
  proposal.lines = [
    Line(
      id: "L1", section: .permanent,
      text: "Færre huslejeudgifter efter samling af administrationen; på tre adresser",
      controlArea: .service,
      figures: [.blank, .amount(Amount(thousands: -7))]),
    Line(
      id: "L2", section: .implementation, text: "Flytning", controlArea: .capital,
      figures: [.amount(Amount(thousands: 7)), .blank]),
  ]
  return proposal
}

private func accounts(_ round: Round, profitCentre: String = "12") -> AccountList {
  func entry(_ area: ControlArea, _ section: LineSection?, _ code: String, isNew: Bool = false)
    -> AccountList.Entry
  {
    AccountList.Entry(
      account: RoundAccount(
        appropriationCode: code, profitCentre: section == nil ? profitCentre : "99",
        committee: section == nil ? "SUD" : nil,
        controlArea: area, function: "5.38", kind: "1",
        projectElement: area == .capital && section == nil ? "XA-1" : nil),
      isStandard: section == nil, isNew: isNew, counterFor: section, text: section == nil ? nil : "Pulje")
  }
  return AccountList(
    round: round,
    entries: [
      entry(.service, nil, "3000"), entry(.capital, nil, "3001", isNew: true),
      entry(.service, .permanent, "9000"),
      entry(.capital, .implementation, "9001"),
    ])
}

private func report(_ profile: LayoutProfile, profitCentre: String = "12") throws -> CorrectionReport {
  let round = try round()
  let book = CorrectionBook(
    proposal(), round: round, accounts: accounts(round, profitCentre: profitCentre),
    requirements: profile.requirements,
    fit: CorrectionReport.fit(profile, round: round))
  return CorrectionReport(book, profile: profile, round: round, decision: "BR 1")
}

/// A profile that no template has, read from a file as `--profile PATH` does.
private func profile(_ json: String) throws -> LayoutProfile {
  let folder = try TemporaryFolder()
  try folder.write(Array(json.utf8), to: "eget.json")
  return try LayoutLibrary.profile(folder.path("eget.json"))
}

private let own = """
  {"id": "eget", "name": "Eget layout", "separator": "comma", "quoting": "spreadsheet", "decimalMark": "point", "encoding": "windows-1252",
   "hasHeader": false, "sign": "positive", "unit": "1.000 kr.", "decimals": 3, "lists": "separate", "documents": "balance",
   "processes": {"enter": "E", "return": "R", "supplement": "S"},
   "columns": [{"header": "Bilag", "field": "document"}, {"header": "P", "field": "process"}, {"header": "Firma", "field": "constant", "text": "0101"},
    {"header": "PC", "field": "profitCentre", "maxLength": 4}, {"header": "T", "field": "text", "maxLength": 20}, {"header": "Beløb", "field": "amount"}]}
  """

@Test
func
  `a new layout is data: signs, unit, decimals, encoding, lengths and order come from a file named at run time`()
  throws
{
  let own = own.replacing("\"decimals\": 3", with: "\"decimals\": 2")
  let files = try report(profile(own)).files(for: "ud.csv")
  #expect(files.map(\.path) == ["ud.csv"])
  let text = try #require(String(bytes: files[0].bytes, encoding: .windowsCP1252))
  #expect(
    text.split(separator: "\r\n").map(String.init) == [
      // The permanent change goes on to the round's last year.
      "1,R,0101,\"12\",BC99 Færre huslejeu…,7.00", "1,S,0101,\"99\",BC99 Pulje,7.00",
      "2,R,0101,\"12\",BC99 Færre huslejeu…,7.00", "2,S,0101,\"99\",BC99 Pulje,7.00",
      "3,R,0101,\"12\",BC99 Færre huslejeu…,7.00", "3,S,0101,\"99\",BC99 Pulje,7.00",
      "4,R,0101,\"12\",BC99 Færre huslejeu…,7.00", "4,S,0101,\"99\",BC99 Pulje,7.00",
      "5,R,0101,\"12\",BC99 Færre huslejeu…,7.00", "5,S,0101,\"99\",BC99 Pulje,7.00",
      "6,E,0101,\"12\",BC99 Flytning,7.00", "6,R,0101,\"99\",BC99 Pulje,7.00",
    ])
}

@Test
func
  `a code that is too long for a layout is never cut: its rows cannot be posted, and both halves still add up to zero`()
  throws
{
  let report = try report(
    profile(own.replacing("\"decimals\": 3", with: "\"decimals\": 0")), profitCentre: "12345")
  #expect(report.book.rows.allSatisfy { !$0.isPostable })
  #expect(report.book.rows[0].correction.problems == [.fieldTooLong(field: "PC", text: "12345", limit: 4)])
  #expect(!report.isComplete)
  #expect(report.book.rows.map(\.correction.amount).sum() == .zero)
}

@Test(
  arguments: [
    (own, "decimals: beløb kan ikke have 3 decimaler"),
    ("{\"id\": \"x\", \"name\": \"x\", \"columns\": []}", "columns: ingen kolonne er beløbet"),
    (
      "{\"id\": \"x\", \"name\": \"x\", \"sign\": \"positive\", \"columns\": [{\"header\": \"B\", \"field\": \"amount\"}]}",
      "sign: beløb uden fortegn"
    ),
    ("{\"id\": \"x\", \"name\": \"x\", \"columns\": [{\"header\": \"B\", \"field\": \"belob\"}]}", "belob"),
    (
      "{\"id\": \"x\", \"name\": \"x\", \"kolonner\": 1, \"columns\": [{\"header\": \"B\", \"field\": \"amount\"}]}",
      "kolonner"
    ),
    (
      "{\"id\": \"x\", \"name\": \"x\", \"columns\": [{\"header\": \"B\", \"field\": \"amount\"}, {\"header\": \"B\", \"field\": \"year\"}]}",
      "columns[1].header: to kolonner hedder »B«"
    ),
    (
      "{\"id\": \"x\", \"name\": \"x\", \"mode\": \"replace\", \"columns\": [{\"header\": \"B\", \"field\": \"amount\"}]}",
      "keyFields: replace kræver"
    ),
    (
      "{\"id\": \"x\", \"name\": \"x\", \"keyFields\": [\"year\"], \"columns\": [{\"header\": \"B\", \"field\": \"amount\"}]}",
      "keyFields[0]: year er ikke en af kolonnerne"
    ),
    (
      "{\"id\": \"x\", \"name\": \"x\", \"validTo\": \"31-12-2024\", \"columns\": [{\"header\": \"B\", \"field\": \"amount\"}]}",
      "validTo: »31-12-2024«"
    ),
  ])
func `a layout that makes no sense is refused with the reason`(json: String, reason: String) throws {
  do {
    _ = try profile(json)
    Issue.record("the profile was read")
  } catch let failure as FileFailure {
    #expect(failure.status == .unreadable)
    #expect(failure.message.contains(reason), "\(failure.message)")
  }
}

@Test func `an unknown profile is wrong usage that names those there are`() throws {
  do {
    _ = try LayoutLibrary.profile("kvantum-uplaod")
    Issue.record("the profile was found")
  } catch {
    #expect(error.status == .usage)
    #expect(
      error.message
        == "Layoutprofilen findes ikke. Mente du »kvantum-upload«? Kendte profiler: kvantum-laesbar, kvantum-upload, kvantum-plan, kvantum-overfoersel; ellers angives en fil."
    )
  }
}

@Test func `the profiles in templates are those that are compiled in`() throws {
  let names = ["kvantum-laesbar", "kvantum-upload", "kvantum-plan", "kvantum-overfoersel"]
  #expect(LayoutLibrary.all.map(\.id) == names)
  for (name, bytes) in zip(names, LayoutLibrary.sources) {
    #expect(
      [UInt8](try Data(contentsOf: BuiltTool.package.appending(path: "templates/\(name).json"))) == bytes)
  }
}

@Test func `the upload has positive amounts, one document per record, and Enter, Return or Supplement`()
  throws
{
  let files = try report(LayoutLibrary.profile("kvantum-upload")).files(for: "ud.txt")
  let text = try #require(String(bytes: files[0].bytes, encoding: .windowsCP1252))
  let rows = text.split(separator: "\r\n").dropFirst().map {
    $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }
  #expect(
    rows.map { [$0[0], $0[1], $0[3], $0[4], $0[9]] } == [
      ["1", "Return", "2023", "3000", "7000.00"], ["2", "Supplement", "2023", "9000", "7000.00"],
      ["3", "Return", "2024", "3000", "7000.00"], ["4", "Supplement", "2024", "9000", "7000.00"],
      ["5", "Return", "2025", "3000", "7000.00"], ["6", "Supplement", "2025", "9000", "7000.00"],
      ["7", "Return", "2026", "3000", "7000.00"], ["8", "Supplement", "2026", "9000", "7000.00"],
      ["9", "Return", "2027", "3000", "7000.00"], ["10", "Supplement", "2027", "9000", "7000.00"],
      ["11", "Enter", "2022", "3001", "7000.00"], ["12", "Return", "2022", "9001", "7000.00"],
    ])
  #expect(rows[0][12] == "BC99 Færre huslejeudgifter efter samling af…")
  #expect(rows[0][13...14] == ["BC99", "BR 1"])
}

@Test
func
  `what cannot be posted is a list for people beside an upload, and nothing is written of a partial list unless asked`()
  throws
{
  let folder = try TemporaryFolder()
  let report = try report(LayoutLibrary.profile("kvantum-upload"), profitCentre: "12345678901234567")
  #expect(throws: FileFailure.self) {
    try report.write(to: folder.path("ud.txt"), allowsIncomplete: false, files: OutputFiles(protecting: [])) {
      _ in
    }
  }
  #expect(folder.names == [])
  var said: [String] = []
  try report.write(to: folder.path("ud.txt"), allowsIncomplete: true, files: OutputFiles(protecting: [])) {
    said.append($0)
  }
  #expect(folder.names == ["ud-ikke-konterbar.txt", "ud.txt"])
  #expect(said.contains { $0.hasSuffix("(12 rækker)") } && said.contains { $0.hasSuffix("(0 rækker)") })
}
