import ProposalModel
import Testing

private func amount(_ thousands: Int64) -> Figure { .amount(Amount(thousands: thousands)) }

private func sample() -> Proposal {
  var proposal = Proposal(id: "SI01", title: "Botilbud", years: [2025, 2026])
  proposal.lines = [
    Line(
      id: "L1", section: .permanent, text: "Pladser", controlArea: .service, figures: [.blank, amount(-900)])
  ]
  proposal.tableOneRows = [
    TableOneRow(
      KeptRow(
        .subtotal, section: .permanent, text: "Samlet varig ændring, service", controlArea: .service,
        figures: [.amount(.zero), amount(-900)]),
      linesAbove: 1),
    TableOneRow(
      KeptRow(
        .target, section: .permanent, text: "Heraf nettoeffektivisering*", figures: [.dash, amount(-700)]),
      linesAbove: 1, isBelowTotal: true),
  ]
  proposal.keptTables = [
    KeptTable(
      .delivery, caption: "Oversigt fordelt på leverancens aktiviteter", priceLevel: 2025, years: [2026],
      rows: [
        KeptRow(.heading, section: .permanent, text: "Varige ændringer"),
        KeptRow(.line, section: .permanent, text: "Pladser", figures: [amount(-900)]),
      ])
  ]
  proposal.allocations = [
    StatedAllocation(
      table: .distribution, origin: .computed, controlArea: .transfers,
      rows: [AllocationRow(recipient: Recipient("SUD"), part: .saving, figures: [.blank, amount(-900)])],
      totals: [StatedTotal(part: .saving, figures: [.blank, amount(-901)])])
  ]
  return proposal
}

@Test func `subtotals, targets, kept tables, origins and printed totals read back as they were written`()
  throws
{
  #expect(try CanonicalJSON.decode(CanonicalJSON.encode(sample())).proposal == sample())
}

@Test func `a document of the first version reads: what it does not have is empty, and tables are stated`()
  throws
{
  let text = """
    {"version": 1, "proposal": {"id": "BC08", "title": "T", "kind": "Investeringsforslag", "years": [2022],
     "allocations": [{"table": "A", "rows": [{"recipient": {"committee": "SUD"}, "figures": [-100]}]}]}}
    """
  let proposal = try CanonicalJSON.decode(Array(text.utf8)).proposal
  #expect(proposal.tableOneRows == [])
  #expect(proposal.keptTables == [])
  #expect(proposal.allocations.map(\.origin) == [.stated])
  #expect(proposal.allocations[0].totals == [])
}

@Test func `the stated target is the first one with an amount`() {
  var proposal = sample()
  #expect(proposal.statedTarget?.figures == [.dash, amount(-700)])
  proposal.tableOneRows[1].row.figures = [.dash, .blank]
  #expect(proposal.statedTarget == nil)
}

@Test(arguments: [
  (
    """
    {"version": 2, "proposal": {"id": "BC99", "title": "a", "id": "BC94"}}
    """, "proposal.id"
  ),
  (
    """
    {"version": 2, "proposal": {"lines": [{"id": "L1"}, {"id": "L2", "\\u0069d": "L3"}]}}
    """, "proposal.lines[1].id"
  ),
  (
    """
    {"version": 2, "version": 1}
    """, "version"
  ),
])
func `a key that stands twice in one object is refused at its place`(text: String, path: String) throws {
  let error = #expect(throws: CanonicalJSONError.self) {
    try CanonicalJSON.decodeDocument([String: Anything].self, Array(text.utf8))
  }
  #expect(error?.path == path)
}

/// A value of any shape.
private struct Anything: Codable {
  init(from decoder: any Decoder) throws {}
  func encode(to encoder: any Encoder) throws {
    var box = encoder.singleValueContainer(); try box.encodeNil()
  }
}

@Test func `the same key in two objects, and a key that is also a value, are no repetition`() throws {
  let text = String(decoding: try CanonicalJSON.encode(sample()), as: UTF8.self)
  #expect(try CanonicalJSON.decode(Array(text.utf8)).unknownKeys == [])
}

@Test func `an open finding stands beside the proposal`() throws {
  let open = OpenFinding(
    code: "control-area-missing", file: "a.xlsx", sheet: "Tabel 1", cells: ["B4"], message: "Mangler.")
  let content = try CanonicalJSON.read(CanonicalJSON.encode(sample(), open: [open]))
  #expect(content.open == [open])
  #expect(content.unknownKeys == [])
  #expect(content.proposal == sample())
}

@Test(arguments: [
  ("\"linesAbove\": 1", "\"linesAbove\": -1", "proposal.tableOneRows[0]"),
  ("\"years\": [2026]", "\"years\": [2026, 2026]", "proposal.keptTables[0]"),
  ("[null, -90100000]", "[-90100000]", "proposal.allocations[0]"),
])
func `a kept row that does not fit its years is refused`(part: String, other: String, path: String) throws {
  let text = String(decoding: try CanonicalJSON.encode(sample()), as: UTF8.self)
  #expect(text.contains(part))
  let error = #expect(throws: CanonicalJSONError.self) {
    try CanonicalJSON.decode(Array(text.replacing(part, with: other).utf8))
  }
  #expect(error?.path == path)
}
