import Findings
import Intake
import ProposalModel
import Reports
import Testing

private func item(_ change: (inout Proposal) -> Void = { _ in }) throws -> IntakeItem {
  var proposal = Proposal(id: "BC99", title: "Et forslag", years: Array(2022...2027))
  (proposal.round, proposal.priceLevel, proposal.presenting) = ("OFS 2021-2022", 2023, "SUD")
  proposal.lines = [
    Line(
      id: "L1", section: .permanent, text: "Kørsel", controlArea: .service,
      figures: (2022...2027).map { _ in .amount(Amount(thousands: -50)) })
  ]
  change(&proposal)
  return try Intake().readJSON(CanonicalJSON.encode(proposal), file: "BC99.json")
}

@Suite struct `Canonical JSON is checked as workbooks are` {
  @Test func `a committee or unit that the round does not know is an error, once`() throws {
    let changes: [(inout Proposal) -> Void] = [
      { $0.lines[0].committee = "XYZ" }, { $0.presenting = "XYZ" }, { $0.affected = ["XYZ"] },
      { ($0.lines[0].committee, $0.lines[0].unit) = ("ØU", "Koncern XY") },
      { $0.lines[0].rule = .equal(among: [Recipient("SUD"), Recipient("XYZ")]) },
      { $0.rule = .residual(Recipient("XYZ")) },
      {
        $0.allocations = [
          StatedAllocation(
            table: .targetEffect,
            rows: [AllocationRow(recipient: Recipient("XYZ"), figures: $0.lines[0].figures)])
        ]
      },
    ]
    for (index, change) in changes.enumerated() {
      let item = try item(change)
      let found = item.findings.filter { $0.code == .committeeUnknown && $0.severity == .error }
      #expect(found.count == 1, "change \(index)")
      #expect(item.isBlocked, "change \(index)")
    }
  }

  @Test func `a round that is not known is an error, although the years fit another`() throws {
    let item = try item { $0.round = "Findes ikke" }
    #expect(item.findings.contains { $0.code == .roundUnknown && $0.severity == .error })
    #expect(item.round != nil)
  }

  @Test func `a proposal that names everything rightly has no error`() throws {
    #expect(try item().findings.filter { $0.severity == .error } == [])
  }

  @Test func `an error of reading that the proposal does not show is told again after import`() throws {
    var first = try item()
    let proposal = try #require(first.proposal)
    first.findings = [
      Finding(
        .controlAreaMissing, at: Place(file: "in/BC99.xlsx", sheet: "Tabel 1", cell: "B4"),
        message: "Linjen »Kørsel« har intet styringsområde.")
    ]
    let json = try CanonicalJSON.bytes(of: proposal, from: first)
    for _ in 0..<2 {
      let again = try Intake().readJSON(json, file: "BC99.json")
      let errors = again.findings.filter { $0.code == .controlAreaMissing }
      #expect(
        errors.map(\.message) == [
          "Fundet ved indlæsningen (BC99.xlsx, Tabel 1!B4): Linjen »Kørsel« har intet styringsområde."
        ])
      #expect(again.proposal == proposal)
    }
  }

  @Test(arguments: [
    ("\"controlArea\": \"Service\"", "\"controlArea\": \"Servise\"", FindingCode.controlAreaUnknown),
    ("\"section\"", "\"rule\": \"%%\", \"section\"", .ruleUnreadable),
  ])
  func `a control area or rule that cannot be read is an error, once, and no reason to refuse the file`(
    part: String, other: String, code: FindingCode
  ) throws {
    let proposal = try #require(try item().proposal)
    let text = String(decoding: try CanonicalJSON.encode(proposal), as: UTF8.self).replacing(
      part, with: other)
    let item = try Intake().readJSON(Array(text.utf8), file: "BC99.json")
    #expect(item.findings.filter { $0.severity == .error }.map(\.code) == [code])
    #expect(item.isBlocked)
  }

  @Test func `a control area that only the detail table tells is missing still`() throws {
    let item = try item { $0.lines[0].controlAreaSource = .detailTable }
    #expect(item.findings.contains { $0.code == .controlAreaMissing && $0.severity == .error })
  }
}
