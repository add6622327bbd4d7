import Distribution
import ProposalModel
import Foundation
import Testing

@Test func `a share tells its line, rule, weight, exact fraction and the rank of its remainder`() {
  let block = distribute([line("1", [-270], "Ligedeling")], .largestRemainder, start: 1)
  let derivation = block.derivation(of: LeafKey(Recipient("SUD")), year: 2018)
  #expect(derivation?.exact == fraction("-270/7"))
  #expect(derivation?.rounded == -39)
  #expect(derivation?.direction == .up)
  #expect(derivation?.parts.map { "\($0.weight ?? .zero) of \($0.totalWeight ?? .zero)" } == ["1 of 7"])
  guard case .largestRemainder(let steps) = derivation?.reason else {
    Issue.record("another reason")
    return
  }
  #expect(steps.map { [$0.parent, $0.left, Int64($0.rank ?? 0), Int64($0.equals)] } == [[-270, -4, 4, 7]])
  #expect(steps.map(\.remainder) == [fraction("4/7")])
  #expect(steps.map(\.isTie) == [true])
  #expect(steps.map(\.start) == ["KFU"])
}

@Test func `a derivation reads in Danish as an accountant would write it`() {
  let round = copenhagen()
  let block = distribute([line("1", [-270], "Ligedeling")], .largestRemainder)
  let text = block.derivation(of: LeafKey(Recipient("SUD")), year: 2018)?.danish(name: round.printedName)
  #expect(
    text == """
      Socialudvalget, 2018: -38 (1.000 kr.)
        Linje 1 »Linje 1« (Ligedeling): -270 × 1/7 = -270/7 = -38,57
        Afrunding: -270 skal fordeles; de hele enheder efterlader -4. Resten her er 4/7, nr. 5 i rækken (7 er lige store; rækkefølgen begynder ved Økonomiudvalget): den får ingen enhed og rundes ned (numerisk).
      """)
}

@Test(arguments: [
  (
    RoundingPolicy.asPublished,
    "Afrunding: andelen rundes for sig til nærmeste hele tal, -39; en halv rundes væk fra nul."
  ),
  (
    .residualTo(committee: "ØU"),
    "Afrunding: andelen rundes for sig til -39 og bærer forskellen 3 til årets beløb: -36."
  ),
])
func `each policy gives its own reason`(policy: RoundingPolicy, reason: String) {
  let block = distribute([line("1", [-270], "Ligedeling")], policy)
  #expect(block.derivation(of: LeafKey(Recipient("ØU")), year: 2018)?.danish().hasSuffix(reason) == true)
}

@Test func `a derivation goes through JSON unchanged`() throws {
  let block = distribute(
    [line("1", [-270], "KFU 30; resten ligedeling"), line("2", [12], "ØU")], .largestRemainder)
  for row in block.rows {
    let derivation = try #require(block.derivation(of: row.key, year: 2018))
    #expect(
      try JSONDecoder().decode(ShareDerivation.self, from: JSONEncoder().encode(derivation)) == derivation)
  }
}

@Test func `what is derived adds up to the exact share`() {
  let block = distribute(
    [line("1", [-270], "KFU 30; resten ligedeling"), line("2", [12], "Nøgle: Årsværk")], .largestRemainder)
  for row in block.rows {
    let parts = block.derivation(of: row.key, year: 2018)?.parts ?? []
    #expect(parts.reduce(Fraction.zero) { $0.adding($1.exact) ?? .zero } == row.exact[0])
  }
}

@Test func `a controlled share tells the totals that bound it`() {
  let block = distribute([line("1", [1, 1], "Ligedeling: ØU, KFU")], .controlled)
  let derivation = block.derivation(of: LeafKey(Recipient("KFU")), year: 2018)
  guard case .flow(let flow) = derivation?.reason else {
    Issue.record("another reason")
    return
  }
  #expect(flow.isNearest)
  #expect(flow.yearTotal.exact == .one && flow.yearTotal.rounded == 1)
  #expect(flow.rowTotal.exact == .one && flow.rowTotal.rounded == 1)
  #expect(
    derivation?.danish().hasSuffix(
      "Mellem lige gode tabeller vælges i udvalgenes rækkefølge fra ØU, år for år.") == true)
}
