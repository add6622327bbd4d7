import ProposalModel
import Testing

private func parse(_ text: String) throws -> DistributionRule {
  try DistributionRule(parsing: text) { name in
    ["Socialudvalget": Recipient("SUD")][name]
      ?? (["ØU", "KFU", "SUD", "ØU/Koncern IT"].contains(name) ? Recipient(spelling: name) : nil)
  }
}

private let it = Recipient("ØU", unit: "Koncern IT")

@Test(
  arguments: [
    ("Ligedeling", .equal(among: []), "Ligedeling"),
    ("ligedelingsprincippet", .equal(among: []), "Ligedeling"),
    (
      "Ligedeling: ØU, KFU, SUD", .equal(among: [Recipient("ØU"), Recipient("KFU"), Recipient("SUD")]),
      "Ligedeling: ØU, KFU, SUD"
    ),
    ("Nøgle: Årsværk 2022", .key("Årsværk 2022"), "Nøgle: Årsværk 2022"),
    ("KFU", .direct(Recipient("KFU")), "KFU"),
    ("ØU/Koncern IT", .direct(it), "ØU/Koncern IT"),
    ("Resten: KFU", .residual(Recipient("KFU")), "Resten: KFU"),
    ("Socialudvalget", .direct(Recipient("SUD")), "SUD"),
  ] as [(String, DistributionRule, String)])
func `a rule is read and written back`(text: String, rule: DistributionRule, spelling: String) throws {
  #expect(try parse(text) == rule)
  #expect(rule.spelling == spelling)
  #expect(try parse(spelling) == rule)
}

@Test(arguments: ["ØU 60 %; KFU 40 %", "ØU 60%, KFU 40%", "ØU: 60 pct.; KFU: 40 pct."])
func `percentages are read with either separator`(text: String) throws {
  let sixty = try #require(Weight(60))
  let forty = try #require(Weight(40))
  #expect(
    try parse(text)
      == .percentages([PercentageShare(Recipient("ØU"), sixty), PercentageShare(Recipient("KFU"), forty)]))
}

@Test func `a decimal comma does not separate items`() throws {
  let rule = try parse("ØU 33,5 %; ØU/Koncern IT 66,5 %")
  #expect(rule.spelling == "ØU 33,5 %; ØU/Koncern IT 66,5 %")
}

@Test(arguments: [
  ("KFU 500; resten ligedeling", "KFU 500; resten ligedeling"),
  ("KFU 1.500,5; SUD 20; Resten: ØU", "KFU 1.500,5; SUD 20; resten: ØU"),
  ("KFU 500; resten ligedeling: ØU, SUD", "KFU 500; resten ligedeling: ØU, SUD"), ("KFU 500", "KFU 500"),
])
func `fixed amounts carry their rest`(text: String, spelling: String) throws {
  let rule = try parse(text)
  #expect(rule.spelling == spelling)
  #expect(try parse(rule.spelling) == rule)
}

@Test(arguments: [
  "", "ØU 60 %; KFU", "halvt til hver", "ØU 1.27", "ØU; KFU", "XYZ", "ØU 60 %; ØU 40 %",
  "Ligedeling: ØU, Ældre",
])
func `what fits no form is trouble, not a guess`(text: String) {
  #expect(throws: RuleTrouble.self) { try parse(text) }
}

@Test(arguments: [
  ("12,5", 25, 2), ("1/7", 1, 7), ("0,333", 333, 1000), ("1.000", 1000, 1), ("-3", -3, 1), ("60", 60, 1),
])
func `a weight is read exactly and printed back`(text: String, above: Int64, below: Int64) throws {
  let weight = try #require(Weight(parsing: text))
  #expect(weight == Weight(above, over: below))
  #expect(Weight(parsing: weight.danish) == weight)
}

@Test(arguments: ["", "1.27", "a", "1/0", "1,2,3", ",5", "5,"])
func `what is no weight is refused`(text: String) {
  #expect(Weight(parsing: text) == nil)
}

@Test(arguments: [
  "1/4611686018427387904", "1/1000000000000000000", "4611686018427387903/4611686018427387904",
  "0,000000000000000001", "1/7",
])
func `a weight of any denominator is written so that it reads back`(text: String) {
  let weight = Weight(parsing: text)
  #expect(weight != nil)
  #expect(weight.flatMap { Weight(parsing: $0.danish) } == weight)
}
