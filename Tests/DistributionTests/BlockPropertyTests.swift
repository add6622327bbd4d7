import Distribution
import ProposalModel
import TestSupport
import Testing

/// A block of generated lines over the committees of Copenhagen: every kind of rule, mixed signs, accounts,
/// amounts down to the øre.
func randomBlock(_ generator: inout SeededNumbers) -> Block {
  let years = Int.random(in: 1...5, using: &generator)
  let rules = [
    "Ligedeling", "Ligedeling: ØU, KFU, SUD", "Nøgle: Årsværk", "Nøgle: Brøk", "ØU 60 %; KFU 40 %",
    "ØU/Koncern IT 12,5 %; BOR 87,5 %",
    "KFU 3; resten ligedeling", "Resten: KFU", "SUD", "ØU/Koncernservice",
  ]
  let scale: Int64 = [100_000, 100_000, 100, 1, 1_000_000_000].randomElement(using: &generator) ?? 100_000
  let lines = (0..<Int.random(in: 1...5, using: &generator)).map { number in
    BlockLine(
      id: "\(number)", text: "",
      amounts: (0..<years).map { _ in
        Amount(oere: Int64.random(in: -2_000...2_000, using: &generator) * scale)
      },
      rule: rule(rules.randomElement(using: &generator) ?? "Ligedeling"), own: Recipient("KFU"),
      account: Bool.random(using: &generator) ? Account(parsing: "3641, 588") : nil)
  }
  let factor = Bool.random(using: &generator) ? Fraction.one : fraction("9797/10000")
  return Block(
    section: Bool.random(using: &generator) ? .permanent : .implementation,
    years: (0..<years).map { 2020 + $0 }, lines: lines,
    priceFactor: factor)
}

private func mirror(_ block: Block) -> Block {
  var block = block
  for line in block.lines.indices { block.lines[line].amounts = block.lines[line].amounts.map { -$0 } }
  return block
}

@Test(arguments: [
  RoundingPolicy.standard, .largestRemainder, .controlled, .asPublished, .residualTo(committee: "BUU"),
])
func
  `every policy is independent of input order, a mirror, and adds up with its difference, on 3,000 blocks each`(
    policy: RoundingPolicy
  )
{
  let seed: UInt64 = 11_000_000
  for number in 0..<3_000 / debugShare {
    var generator = SeededNumbers(seed: seed &+ UInt64(number))
    let block = randomBlock(&generator)
    let distributor = Distributor(
      round: copenhagen(), tieStart: Int.random(in: 0..<7, using: &generator), policy: policy,
      bookingUnit: Bool.random(using: &generator) ? 1_000 : 1)
    let result = distributor.distribute(block)
    var shuffled = block
    shuffled.lines.shuffle(using: &generator)
    let again = distributor.distribute(shuffled)
    let note: Comment = "seed \(seed) + \(number)"
    #expect(
      again.rows.map(\.key) == result.rows.map(\.key)
        && again.rows.map(\.rounded) == result.rows.map(\.rounded), note)
    let mirrored = distributor.distribute(mirror(block))
    #expect(mirrored.rows.map(\.rounded) == result.rows.map { $0.rounded.map { -$0 } }, note)
    #expect(mirrored.rows.map(\.saving) == result.rows.map { $0.cost.map { -$0 } }, note)
    for year in block.years.indices {
      #expect(
        result.rows.map { $0.rounded[year] }.sum() + result.difference[year] == result.totals[year], note)
      #expect(policy == .asPublished || result.difference[year] == .zero, note)
      for row in result.rows {
        #expect(row.saving[year] + row.cost[year] == row.rounded[year], note)
        #expect(
          row.exact[year] != .zero || row.rounded[year] == .zero || policy == .residualTo(committee: "BUU"),
          note)
      }
    }
    #expect(
      result.troubles.allSatisfy {
        $0.line.map { block.lines[Int($0) ?? 0].rule == rule("KFU 3; resten ligedeling") } ?? false
      }, note)
  }
}

@Test(arguments: [RoundingPolicy.largestRemainder, .controlled, .asPublished])
func `one committee gets everything`(policy: RoundingPolicy) {
  let block = distribute([line("1", [-1275, 3, 0], "Nøgle: Årsværk"), line("2", [7, 7, 7], "KFU")], policy)
  #expect(block.rows.count == 4)
  #expect(
    distribute([line("1", [-1275, 3, 0], "KFU")], policy).rows.map(\.rounded) == [
      [-1275, 3, 0].map { Amount(thousands: $0) }
    ])
}

@Test(arguments: [RoundingPolicy.largestRemainder, .controlled, .asPublished])
func `huge amounts and 98 committees work`(policy: RoundingPolicy) {
  let committees = (1...98).map {
    Committee(
      code: "U\($0)", name: "Udvalg \($0)", administrationCode: "F\($0)",
      administrationName: "Forvaltning \($0)")
  }
  let round = Round(
    id: "98", name: "98", years: [2024, 2025], writtenPriceLevel: 2024, implementedPriceLevel: 2024,
    committees: committees)
  let amounts = [Amount(oere: Amount.ceiling), Amount(oere: -Amount.ceiling + 1)]
  let lines = [
    BlockLine(id: "1", text: "", amounts: amounts, rule: .equal(among: [])),
    BlockLine(
      id: "2", text: "", amounts: amounts,
      rule: .equal(among: [Recipient("U1"), Recipient("U98"), Recipient("U50")])),
  ]
  let block = Distributor(round: round, tieStart: 97, policy: policy)
    .distribute(Block(section: .permanent, years: [2024, 2025], lines: lines))
  #expect(block.troubles.isEmpty)
  #expect(block.rows.count == 98)
  for row in block.rows {
    for (exact, rounded) in zip(row.exact, row.rounded) {
      let units = Fraction(Int128(rounded.oere), over: 100_000) ?? .zero
      #expect((units.subtracting(exact) ?? .one).magnitude < .one)
    }
  }
}
