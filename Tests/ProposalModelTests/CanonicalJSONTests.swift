import ProposalModel
import Testing

private func sample() -> Proposal {
  var proposal = Proposal(id: "BC08", title: "Æbler & \"pærer\"", years: [2022, 2023])
  proposal.rule = .equal(among: [])
  proposal.lines = [
    Line(
      id: "L1", section: .permanent, text: "Husleje", controlArea: .service,
      account: Account(parsing: "3641, 588"),
      figures: [.dash, .amount(Amount(thousands: -3934))]),
    Line(
      id: "L2", section: .implementation, text: "Flytning",
      rule: .direct(Recipient("ØU", unit: "Koncern IT")),
      figures: [.blank, .amount(.zero)]),
  ]
  return proposal
}

@Test func `a proposal reads back as it was written`() throws {
  let (proposal, unknown) = try CanonicalJSON.decode(CanonicalJSON.encode(sample()))
  #expect(proposal == sample())
  #expect(unknown == [])
}

@Test func `equal proposals give equal bytes, with figures on one line`() throws {
  let text = String(decoding: try CanonicalJSON.encode(sample()), as: UTF8.self)
  #expect(text == String(decoding: try CanonicalJSON.encode(sample()), as: UTF8.self))
  #expect(text.contains("\"figures\": [\"-\", -393400000]"))
  #expect(text.contains("\"figures\": [null, 0]"))
}

@Test func `a key that the schema does not know is reported with its path`() throws {
  let text = String(decoding: try CanonicalJSON.encode(sample()), as: UTF8.self)
    .replacing("\"text\": \"Husleje\"", with: "\"text\": \"Husleje\", \"colour\": \"red\"")
  #expect(try CanonicalJSON.decode(Array(text.utf8)).unknownKeys == ["proposal.lines[0].colour"])
}

@Test(arguments: [
  ("\"version\": 2", "\"version\": 3", "version"), ("[null, 0]", "[null]", "proposal.lines[1].figures"),
  ("[null, 0]", "[null, 0.5]", "proposal.lines[1].figures[1]"),
  ("\"id\": \"L2\"", "\"id\": \"L1\"", "proposal.lines[1].id"),
  ("-393400000", "-39340000000000000000", "proposal.lines[0].figures[1]"),
  ("[2022, 2023]", "[2023, 2022]", "proposal.years"),
])
func `a broken document is refused at its place`(part: String, replacement: String, path: String) throws {
  let text = String(decoding: try CanonicalJSON.encode(sample()), as: UTF8.self).replacing(
    part, with: replacement)
  let error = #expect(throws: CanonicalJSONError.self) { try CanonicalJSON.decode(Array(text.utf8)) }
  #expect(error?.path == path)
}
