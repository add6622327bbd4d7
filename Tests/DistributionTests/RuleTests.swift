import Distribution
import ProposalModel
import Testing

@Test(arguments: [
  ("Ligedeling: ØU, KFU, SUD", ["ØU 100/3", "KFU 100/3", "SUD 100/3"]),
  ("Nøgle: Årsværk", ["ØU 25/2", "KFU 75/2", "BUU 0", "SUD 50"]),
  ("Nøgle: årsværk", ["ØU 25/2", "KFU 75/2", "BUU 0", "SUD 50"]),
  ("Nøgle: Brøk", ["ØU 100/3", "ØU/Koncern IT 50/3", "KFU 50"]),
  ("ØU 60 %; KFU 40 %", ["ØU 60", "KFU 40"]),
  ("ØU 12,5 %; KFU 87,5 %", ["ØU 25/2", "KFU 175/2"]),
  ("KFU 30; resten ligedeling: ØU, KFU", ["ØU 35", "KFU 65"]),
  ("KFU 30; resten: SUD", ["KFU 30", "SUD 70"]),
  ("Resten: KFU", ["KFU 100"]),
  ("KFU", ["KFU 100"]),
  ("ØU/Koncern IT", ["ØU/Koncern IT 100"]),
  ("ØU 50 %; ØU/Koncern IT 50 %", ["ØU 50", "ØU/Koncern IT 50"]),
])
func `a rule gives exact shares of 100`(text: String, expected: [String]) {
  let block = distribute([line("1", [100], text)], .largestRemainder)
  #expect(block.rows.map { "\($0.key.recipient.spelling) \($0.exact[0])" } == expected)
  #expect(block.troubles.isEmpty)
}

@Test func `ligedeling is shared by all committees that take part, without Borgerrådgiveren`() {
  #expect(
    shares([line("1", [70], "Ligedeling")], .largestRemainder).map(\.name) == [
      "ØU", "KFU", "BUU", "SOU", "SUD", "TMU", "BIU",
    ])
}

@Test func `fixed amounts take the line's sign, and a zero year stays zero`() {
  let rows = shares([line("1", [-500, 0, 500], "KFU 300; resten: ØU")], .largestRemainder)
  #expect(rows.map(\.units) == [[-200, 0, 200], [-300, 0, 300]])
}

@Test func `a saving may be written with its minus in a fixed amount`() {
  let block = distribute([line("1", [-500], "KFU -300; resten: ØU")], .largestRemainder)
  #expect(block.rows.map { $0.rounded[0] } == [Amount(thousands: -200), Amount(thousands: -300)])
  #expect(block.troubles.isEmpty)
}

@Test(arguments: [
  ("ØU 60 %; KFU 39,5 %", DistributionTrouble.Kind.percentagesNot100(sum: fraction("199/2"))),
  (
    "KFU 300; resten: ØU",
    .fixedExceedsAmount(year: 2018, fixed: Amount(thousands: 300), amount: Amount(thousands: 100))
  ),
  ("KFU 30", .fixedLeavesRest(year: 2018, rest: Amount(thousands: 70))),
  ("KFU -30; resten: ØU", .fixedSignDiffers(year: 2018)),
  ("Nøgle: Årsvark", .keyUnknown(name: "Årsvark", nearest: "Årsværk")),
  ("Nøgle: Tomt", .keySumsToZero(name: "Tomt")),
  ("Nøgle: Negativ", .negativeWeight(recipient: Recipient("KFU"))),
  ("Nøgle: Ukendt", .unknownRecipient(Recipient("XYZ"))),
  ("XYZ", .unknownRecipient(Recipient("XYZ"))),
  ("ØU/Kantinen", .unknownRecipient(Recipient("ØU", unit: "Kantinen"))),
])
func `a rule that cannot be carried out is reported, and the money stays with the line's own committee`(
  text: String, kind: DistributionTrouble.Kind
) {
  let block = distribute([line("7", [100], text, own: "SUD")], .largestRemainder)
  #expect(
    block.troubles == [DistributionTrouble(line: "7", kind: kind, consequence: .keptBy(Recipient("SUD")))])
  let kept = text == "KFU 30" ? 70 : 100
  #expect(block.row(LeafKey(Recipient("SUD")))?.rounded == [Amount(thousands: Int64(kept))])
  #expect(block.difference == [.zero])
}

@Test func `money of a troubled line without a committee stands in the difference`() {
  let block = distribute([line("1", [100], "Nøgle: Tomt"), line("2", [40], "ØU")], .largestRemainder)
  #expect(block.troubles.map(\.consequence) == [.undistributed])
  #expect(block.totals == [Amount(thousands: 140)])
  #expect(block.difference == [Amount(thousands: 100)])
}

@Test func `fixed amounts that exceed one year leave the other years as the rule says`() {
  let rows = shares([line("1", [1000, 100], "KFU 300; resten: ØU", own: "SUD")], .largestRemainder)
  #expect(rows.map(\.name) == ["ØU", "KFU", "SUD"])
  #expect(rows.map(\.units) == [[700, 0], [300, 0], [0, 100]])
}

@Test func `a residual committee that the round does not know leaves the difference alone`() {
  let block = distribute([line("1", [100], "Ligedeling")], .residualTo(committee: "XYZ"))
  #expect(block.policy == .asPublished)
  #expect(block.troubles.map(\.kind) == [.residualCommitteeUnknown("XYZ")])
  #expect(block.difference == [Amount(thousands: 2)])
}

@Test func `a line's account belongs to its own committee's row, and the shares of others have none`() {
  let block = distribute([line("1", [70], "Ligedeling", own: "KFU", account: "3641, 588")], .largestRemainder)
  #expect(block.rows.filter { $0.key.account != nil }.map(\.key.recipient) == [Recipient("KFU")])
  #expect(block.rows.count == 7)
}

@Test func `exact shares of all lines are added before they are rounded`() {
  let rows = shares(
    [line("1", [1], "ØU 50 %; KFU 50 %"), line("2", [1], "ØU 50 %; KFU 50 %")], .largestRemainder)
  #expect(rows.map(\.units) == [[1], [1]])
}

@Test func `children of a node share what its rounded value leaves, from their truncated values`() {
  let block = distribute(
    [
      BlockLine(id: "1", text: "", amounts: [Amount(oere: 500_000)], rule: rule("ØU")),
      BlockLine(id: "2", text: "", amounts: [Amount(oere: 90_000)], rule: rule("ØU/Koncern IT")),
      BlockLine(id: "3", text: "", amounts: [Amount(oere: 95_000)], rule: rule("KFU")),
      BlockLine(id: "4", text: "", amounts: [Amount(oere: 15_000)], rule: rule("BUU")),
    ], .largestRemainder)
  #expect(block.rows.map { $0.rounded[0] } == [5, 1, 1, 0].map { Amount(thousands: $0) })
  let other = distribute(
    [
      BlockLine(id: "1", text: "", amounts: [Amount(oere: 500_000)], rule: rule("ØU")),
      BlockLine(id: "2", text: "", amounts: [Amount(oere: 90_000)], rule: rule("ØU/Koncern IT")),
      BlockLine(id: "3", text: "", amounts: [Amount(oere: 95_000)], rule: rule("KFU")),
      BlockLine(id: "4", text: "", amounts: [Amount(oere: -50_000)], rule: rule("BUU")),
    ], .largestRemainder)
  #expect(other.rows.map { $0.rounded[0] } == [5, 0, 1, 0].map { Amount(thousands: $0) })
}

@Test func `savings and costs split the rounded cell`() {
  let block = distribute(
    [line("1", [-270], "Ligedeling"), line("2", [100], "Ligedeling")], .largestRemainder)
  for row in block.rows { #expect(row.saving[0] + row.cost[0] == row.rounded[0]) }
  #expect(block.rows[0].rounded == [Amount(thousands: -25)])
  #expect(block.rows[0].saving == [Amount(thousands: -39)])
  #expect(block.rows[6].saving == [Amount(thousands: -38)])
}

@Test func `amounts are converted to another price level before they are rounded`() {
  let block = distribute([line("1", [10_000], "KFU")], .largestRemainder, factor: fraction("9797/10000"))
  #expect(block.rows[0].exact == [fraction("9797")])
  let small = distribute([line("1", [100], "KFU")], .largestRemainder, factor: fraction("9797/10000"))
  #expect(small.rows[0].exact == [fraction("9797/100")])
  #expect(small.rows[0].rounded == [Amount(thousands: 98)])
  #expect(small.totals == [Amount(thousands: 98)])
}

@Test func `numbers beyond exact calculation are reported, and the line stays with its committee`() {
  var shares: [PercentageShare] = []
  for (code, divisor) in [
    ("ØU", 999_999_999_989), ("KFU", 999_999_999_961), ("BUU", 999_999_999_959), ("SOU", 999_999_999_937),
  ] {
    if let weight = Weight(1, over: Int64(divisor)) {
      shares.append(PercentageShare(Recipient(code), weight))
    }
  }
  let block = distribute(
    [
      BlockLine(
        id: "1", text: "", amounts: [Amount(thousands: 10)], rule: .percentages(shares), own: Recipient("SUD")
      )
    ], .largestRemainder)
  #expect(block.troubles.map(\.kind) == [.tooLarge])
  #expect(block.rows.map { $0.rounded[0] } == [Amount(thousands: 10)])
}
