import AllocationTables
import Distribution
import ProposalModel
import Testing

private let round = Round(
  id: "test", name: "Test", years: [2022, 2023], writtenPriceLevel: 2023, implementedPriceLevel: 2022,
  committees: [
    Committee(
      code: "ØU", name: "Økonomiudvalget", administrationCode: "ØKF",
      administrationName: "Økonomiforvaltningen",
      units: [OrganisationalUnit(name: "Koncern IT")]),
    Committee(
      code: "KFU", name: "Kultur- og Fritidsudvalget", administrationCode: "KFF",
      administrationName: "Kultur- og Fritidsforvaltningen"),
    Committee(
      code: "SUD", name: "Socialudvalget", administrationCode: "SOF",
      administrationName: "Socialforvaltningen"),
    Committee(
      code: "BOR", name: "Borgerrådgiveren", administrationCode: "BOR",
      administrationName: "Borgerrådgiveren", takesEqualShare: false),
  ])

private func line(
  _ id: String, _ section: LineSection, _ area: ControlArea?, _ amounts: [Int64], committee: String? = nil,
  unit: String? = nil,
  account: String? = nil, rule: DistributionRule? = nil, condition: LineCondition = .ifAdopted
) -> Line {
  Line(
    id: id, section: section, text: "Linje \(id)", controlArea: area, committee: committee, unit: unit,
    account: account.flatMap { Account(parsing: $0) }, rule: rule, condition: condition,
    figures: amounts.map { .amount(Amount(thousands: $0)) })
}

private func proposal(_ lines: [Line]) -> Proposal {
  var proposal = Proposal(id: "P0", title: "Prøve", years: [2022, 2023])
  proposal.priceLevel = 2023
  proposal.presenting = "SUD"
  proposal.lines = lines
  return proposal
}

/// The rows of a table as text: `name/unit | account | area | figures`; empty rows are left out.
private func shown(_ table: BudgetTable?) -> [String] {
  (table?.rows ?? []).filter { $0.figures.contains { $0 != .blank } }.map { row in
    let name = [row.text, row.part?.rawValue, row.account?.printed, row.controlArea?.rawValue].compactMap {
      $0
    }.joined(separator: " | ")
    return name + ": " + row.figures.map { $0 == .blank ? "_" : $0.amount.danish() }.joined(separator: " ")
  }
}

@Test
func
  `all committees and units stand in the round's order, empty ones too, and Borgerrådgiveren only with money`()
{
  let tables = ProposalTables(proposal([line("1", .permanent, .service, [0, -9])]), round: round)
  #expect(
    tables.table("A")?.rows.map(\.text) == [
      "Økonomiudvalget", "Koncern IT", "Kultur- og Fritidsudvalget", "Socialudvalget", "Total",
    ])
  let with = ProposalTables(
    proposal([line("1", .permanent, .service, [0, -9], committee: "BOR")]), round: round)
  #expect(
    with.table("A")?.rows.map(\.text) == [
      "Økonomiudvalget", "Koncern IT", "Kultur- og Fritidsudvalget", "Socialudvalget", "Borgerrådgiveren",
      "Total",
    ])
}

@Test
func
  `a line goes by its own rule, its committee, the proposal's rule, or the presenting administration, in that order`()
{
  var proposal = proposal([
    line("1", .permanent, .service, [0, -300], committee: "KFU", rule: .equal(among: [])),
    line("2", .permanent, .service, [0, -20], committee: "KFU"),
    line("3", .permanent, .service, [0, -1]),
  ])
  #expect(
    shown(ProposalTables(proposal, round: round).table("A")) == [
      "Økonomiudvalget: _ -100", "Kultur- og Fritidsudvalget: _ -120", "Socialudvalget: _ -101",
      "Total: _ -321",
    ])
  proposal.rule = .direct(Recipient("ØU", unit: "Koncern IT"))
  #expect(
    shown(ProposalTables(proposal, round: round).table("A")) == [
      "Økonomiudvalget: _ -100", "Koncern IT: _ -1", "Kultur- og Fritidsudvalget: _ -120",
      "Socialudvalget: _ -100", "Total: _ -321",
    ])
}

@Test func `A is the permanent service change, B all areas, D and E the investments by area`() {
  let tables = ProposalTables(
    proposal([
      line("1", .permanent, .service, [0, -9]), line("2", .permanent, .transfers, [0, -4]),
      line("3", .implementation, .capital, [7, 0]),
      line("4", .implementation, .service, [5, 0]), line("5", .loan, .service, [100, -100]),
    ]), round: round)
  #expect(shown(tables.table("A")) == ["Socialudvalget: _ -9", "Total: _ -9"])
  #expect(
    shown(tables.table("B")) == [
      "Socialudvalget | Service: _ -9", "Socialudvalget | Efterspørgselsstyrede overførsler: _ -4",
      "Total: _ -13",
    ])
  #expect(shown(tables.table("D")) == ["Socialudvalget: 7 _", "Total: 7 _"])
  #expect(shown(tables.table("E")) == ["Socialudvalget: 5 _", "Total: 5 _"])
}

@Test func `a line for the case of rejection stands in C alone, and an uncounted one nowhere`() {
  let tables = ProposalTables(
    proposal([
      line("1", .permanent, .service, [0, 50], condition: .ifNotAdopted),
      line("2", .permanent, .service, [0, 70], condition: .notCounted),
    ]), round: round)
  #expect(shown(tables.table("C")) == ["Socialudvalget | Service: _ 50", "Total: _ 50"])
  for code in ["A", "B", "D", "E", "Fordeling"] { #expect(shown(tables.table(code)) == []) }
  #expect(tables.table("1")?.rows.filter { $0.kind == .line } == [])
}

@Test func `a line's account belongs to its own committee's row, and other shares have none`() {
  let tables = ProposalTables(
    proposal([
      line(
        "1", .permanent, .service, [0, -300], committee: "KFU", account: "3641, 588", rule: .equal(among: []))
    ]), round: round)
  #expect(
    shown(tables.table("A")) == [
      "Økonomiudvalget: _ -100", "Kultur- og Fritidsudvalget | 3641, 588: _ -100", "Socialudvalget: _ -100",
      "Total: _ -300",
    ])
}

@Test func `two accounts of one committee are two rows`() {
  let tables = ProposalTables(
    proposal([
      line("1", .implementation, .capital, [3, 0], account: "3170, 1"),
      line("2", .implementation, .capital, [4, 0], account: "3170, 2"),
    ]), round: round)
  #expect(
    shown(tables.table("D")) == [
      "Socialudvalget | 3170, 1: 3 _", "Socialudvalget | 3170, 2: 4 _", "Total: 7 _",
    ])
}

@Test func `Fordeling splits each rounded cell into savings and costs that add up to it`() throws {
  let tables = ProposalTables(
    proposal([
      line("1", .permanent, .service, [0, -100], rule: .equal(among: [])),
      line("2", .permanent, .service, [0, 10], rule: .equal(among: [])),
    ]), round: round)
  let table = try #require(tables.table("Fordeling"))
  let effect = try #require(tables.table("A"))
  for committee in ["ØU", "KFU", "SUD"] {
    let parts = table.rows.filter { $0.recipient == Recipient(committee) }
    let cell = try #require(effect.rows.first { $0.recipient == Recipient(committee) })
    #expect(parts.map(\.part) == [.saving, .cost])
    #expect(parts.map { $0.figures[1].amount }.sum() == cell.figures[1].amount)
  }
  #expect(table.rows.suffix(2).map(\.text) == ["Besparelse", "Omkostninger"])
}

@Test func `stated rows win, in their own places, with their printed states, and B follows a stated A`() {
  var proposal = proposal([line("1", .permanent, .service, [0, -9])])
  proposal.allocations = [
    StatedAllocation(
      table: .targetEffect,
      rows: [
        AllocationRow(
          recipient: Recipient("SUD"), account: Account(parsing: "3641, 588"),
          figures: [.dash, .amount(Amount(thousands: -6))]),
        AllocationRow(recipient: Recipient("ØU"), figures: [.blank, .amount(Amount(thousands: -3))]),
      ])
  ]
  let tables = ProposalTables(proposal, round: round)
  #expect(
    shown(tables.table("A")) == ["Økonomiudvalget: _ -3", "Socialudvalget | 3641, 588: 0 -6", "Total: 0 -9"])
  #expect(tables.table("A")?.rows.last?.figures.first == .dash)
  #expect(
    shown(tables.table("B")) == [
      "Økonomiudvalget | Service: _ -3", "Socialudvalget | 3641, 588 | Service: _ -6", "Total: _ -9",
    ])
}

@Test func `rounding every share alone shows its difference in a row of its own, and the total stays exact`()
{
  let lines = [line("1", .permanent, .service, [0, -100], rule: .equal(among: []))]
  let tables = ProposalTables(proposal(lines), round: round, options: TableOptions(policy: .asPublished))
  #expect(
    shown(tables.table("A")) == [
      "Økonomiudvalget: _ -33", "Kultur- og Fritidsudvalget: _ -33", "Socialudvalget: _ -33",
      "Afrundingsdifference: 0 -1", "Total: 0 -100",
    ])
}

@Test func `at the implemented level exact sums are converted, then rounded once`() throws {
  var round = round
  round.priceFactors = [
    PriceFactor(
      controlArea: .service, from: 2023, to: 2022, factor: try #require(Weight(parsing: "0,9797")),
      source: "prøve")
  ]
  let lines = [line("1", .permanent, .service, [0, -1000]), line("2", .permanent, .capital, [0, -1000])]
  let tables = ProposalTables(proposal(lines), round: round, options: TableOptions(priceLevel: .implemented))
  #expect(shown(tables.table("A")) == ["Socialudvalget: _ -980", "Total: _ -980"])
  #expect(tables.table("A")?.priceLevel == 2022)
  #expect(tables.troubles == [.priceFactorMissing(.capital, from: 2023, to: 2022)])
}

@Test func `money without an area or a committee is named, since it is in no table`() {
  var nobody = proposal([line("1", .permanent, nil, [0, -1]), line("2", .permanent, .service, [0, -1])])
  nobody.presenting = nil
  #expect(
    ProposalTables(nobody, round: round).troubles == [
      .controlAreaMissing(line: "1"), .committeeMissing(line: "2"),
    ])
}
