import AllocationTables
import Distribution
import ProposalModel
import Testing

private func round(factors: Bool = true) throws -> Round {
  var round = Round(
    id: "test", name: "Test", years: [2022, 2023, 2024], writtenPriceLevel: 2023, implementedPriceLevel: 2022,
    committees: ["ØU", "KFU", "BUU", "SOU", "SUD", "TMU", "BIU"].map {
      Committee(
        code: $0, name: $0 + "-udvalget", administrationCode: $0 + "F",
        administrationName: $0 + "-forvaltningen")
    })
  if factors {
    round.priceFactors = [
      PriceFactor(
        controlArea: .service, from: 2023, to: 2022, factor: try #require(Weight(parsing: "0,9797")),
        source: "prøve"),
      PriceFactor(
        controlArea: .capital, from: 2023, to: 2022, factor: try #require(Weight(parsing: "0,9857")),
        source: "prøve"),
      PriceFactor(
        controlArea: .transfers, from: 2023, to: 2022, factor: try #require(Weight(parsing: "1/3")),
        source: "prøve"),
    ]
  }
  return round
}

/// A complete standard account for every committee and area, and a counter account for every area and
/// section.
private func fullList(_ round: Round) -> AccountList {
  let areas: [ControlArea] = [.service, .capital, .transfers]
  let standard = round.committees.flatMap { committee in
    areas.map { area in
      AccountList.Entry(
        account: RoundAccount(
          appropriationCode: "3000", profitCentre: "1", committee: committee.code, controlArea: area,
          function: "6.45", kind: "1",
          projectElement: "P-1"), isStandard: true)
    }
  }
  let counters = areas.flatMap { area in
    LineSection.allCases.map { section in
      AccountList.Entry(
        account: RoundAccount(
          appropriationCode: "9000", profitCentre: "9", controlArea: area, function: "6.52", kind: "9"),
        counterFor: section, text: "Modkonto")
    }
  }
  return AccountList(round: round, entries: standard + counters)
}

private func line(
  _ id: String, _ section: LineSection, _ area: ControlArea?, _ amounts: [Int64], account: String? = nil,
  rule: DistributionRule? = nil,
  condition: LineCondition = .ifAdopted
) -> Line {
  Line(
    id: id, section: section, text: "Linje \(id)", controlArea: area,
    account: account.flatMap { Account(parsing: $0) }, rule: rule,
    condition: condition, figures: amounts.map { .amount(Amount(thousands: $0)) })
}

private func proposal(_ lines: [Line]) -> Proposal {
  var proposal = Proposal(id: "P7", title: "Prøve", years: [2022, 2023, 2024])
  proposal.priceLevel = 2023
  proposal.presenting = "SUD"
  proposal.lines = lines
  return proposal
}

/// As many as run in a few seconds; the laws are the same in both builds.
#if DEBUG
  private let generatedProposals = 100
#else
  private let generatedProposals = 10_000
#endif

/// The sums that must be zero: per proposal, year and control area.
private func sums(_ rows: [Correction]) -> [Amount] {
  Dictionary(grouping: rows) { "\($0.proposal) \($0.year) \($0.controlArea)" }.values.map {
    $0.map(\.amount).sum()
  }
}

@Test func `the rows are exactly the cells of B, D and E at the implemented level, and A is never posted`()
  throws
{
  let round = try round()
  let proposal = proposal([
    line("1", .permanent, .service, [0, -1_000, -2_000]), line("2", .permanent, .transfers, [0, -600, -600]),
    line("3", .implementation, .capital, [700, 0, 0]), line("4", .implementation, .service, [500, 100, 0]),
  ])
  let rows = Corrections(proposal, round: round, accounts: fullList(round)).adopted.postable.filter {
    !$0.isCounterEntry
  }
  let shown = rows.map {
    "\($0.table) \($0.controlArea.rawValue) \($0.year) \($0.amount.danish(in: .kroner))"
  }
  #expect(
    shown == [
      "B Service 2023 -980.000", "B Service 2024 -1.959.000",
      "B Efterspørgselsstyrede overførsler 2023 -200.000",
      "B Efterspørgselsstyrede overførsler 2024 -200.000", "D Anlæg 2022 690.000", "E Service 2022 490.000",
      "E Service 2023 98.000",
    ])
}

@Test func `the written amount is kept exactly beside the converted one`() throws {
  let round = try round()
  let proposal = proposal([line("1", .permanent, .service, [0, 0, -1_000], rule: .equal(among: []))])
  let row = try #require(
    Corrections(proposal, round: round, accounts: fullList(round)).adopted.postable.first)
  #expect(row.written == Fraction(-100_000_000, over: 7))
  #expect(row.factor == Fraction(9_797, over: 10_000))
  #expect((row.priceLevel, row.writtenPriceLevel) == (2022, 2023))
  #expect(
    row.written?.multiplied(by: try #require(row.factor))?.multiplied(
      by: try #require(Fraction(1, over: 100_000)))?.roundedHalfAwayFromZero
      == -140)
}

@Test func `counter-entries make every list add up to zero per year and control area, whatever the proposal`()
  throws
{
  var generator = SystemRandomNumberGenerator()
  let rules: [DistributionRule?] = [
    nil, .equal(among: []), .equal(among: [Recipient("ØU"), Recipient("BIU")]), .direct(Recipient("KFU")),
    .percentages([
      PercentageShare(Recipient("ØU"), try #require(Weight(60))),
      PercentageShare(Recipient("TMU"), try #require(Weight(40))),
    ]),
  ]
  let accounts = [nil, "3641, 588", "3641", "3641, 588, 589", "Digitalisering?"]
  for _ in 0..<generatedProposals {
    let round = try round(factors: Bool.random(using: &generator))
    let lines = (0..<Int.random(in: 1...8, using: &generator)).map { index in
      line(
        String(index), LineSection.allCases.randomElement(using: &generator) ?? .permanent,
        [.service, .capital, .transfers, .financial, nil].randomElement(using: &generator) ?? nil,
        (0..<3).map { _ in Int64.random(in: -3_000...3_000, using: &generator) },
        account: accounts.randomElement(using: &generator) ?? nil,
        rule: rules.randomElement(using: &generator) ?? nil,
        condition: Bool.random(using: &generator) ? .ifAdopted : .ifNotAdopted)
    }
    let proposal = proposal(lines)
    for list in [fullList(round), AccountList(round: round)] {
      let corrections = Corrections(proposal, round: round, accounts: list)
      for rows in [
        corrections.adopted.postable, corrections.adopted.unpostable, corrections.ifNotAdopted.postable,
        corrections.ifNotAdopted.unpostable,
      ] { #expect(sums(rows).allSatisfy { $0 == .zero }) }
      #expect(corrections.adopted.postable.allSatisfy { $0.problems.isEmpty })
      let tables = ProposalTables(proposal, round: round, options: TableOptions(priceLevel: .implemented))
      for code in ["B", "D", "E"] {
        let cells = tables.table(code)?.rows.filter { $0.kind == .line }.flatMap(\.figures).filter(\.isMoney)
          .map(\.amount.oere).sorted()
        let rows = corrections.adopted.all.filter { $0.table == code && !$0.isCounterEntry }.map(
          \.amount.oere
        ).sorted()
        #expect(rows == cells)
      }
    }
  }
}

@Test func `without a counter account nothing that it balances can be posted`() throws {
  let round = try round()
  var list = fullList(round)
  list.entries.removeAll { $0.counterFor == .permanent && $0.account.controlArea == .service }
  let corrections = Corrections(
    proposal([
      line("1", .permanent, .service, [0, -10, 0]), line("2", .implementation, .service, [5, 0, 0]),
    ]), round: round, accounts: list)
  #expect(corrections.adopted.postable.map(\.section) == [.implementation, .implementation])
  #expect(corrections.adopted.unpostable.map(\.isCounterEntry) == [false, true])
  #expect(corrections.adopted.unpostable.first?.problems == [.counterAccount(.permanent, .service)])
  #expect(!corrections.isComplete)
}

@Test func `loans and repayments are one-off rows against the loan's counter account`() throws {
  let round = try round(factors: false)
  var proposal = proposal([line("1", .loan, .service, [1_200, -600, -600])])
  proposal.priceLevel = 2022
  let rows = Corrections(proposal, round: round, accounts: fullList(round)).adopted.postable
  #expect(
    rows.map { $0.amount.danish(in: .kroner) } == [
      "1.200.000", "-1.200.000", "-600.000", "600.000", "-600.000", "600.000",
    ])
  #expect(rows.allSatisfy { !$0.isPermanent && $0.table == "Lån" })
}

@Test func `lines for the case of rejection make a list of their own`() throws {
  let round = try round()
  let corrections = Corrections(
    proposal([line("1", .permanent, .service, [0, 50, 50], condition: .ifNotAdopted)]), round: round,
    accounts: fullList(round))
  #expect(corrections.adopted.all.isEmpty)
  #expect(corrections.ifNotAdopted.postable.map(\.table) == ["C", "C", "C", "C"])
}

@Test func `a stated table is posted as stated, with its rows named`() throws {
  let round = try round()
  var proposal = proposal([line("1", .permanent, .service, [0, -100, -100])])
  proposal.allocations = [
    StatedAllocation(
      table: .budgetEffect,
      rows: [
        AllocationRow(
          recipient: Recipient("SUD"), account: Account(parsing: "3641, 588"), controlArea: .service,
          figures: [.dash, .amount(Amount(thousands: -60)), .blank]),
        AllocationRow(
          recipient: Recipient("BIU"), account: Account(parsing: "3520, 5"), controlArea: .service,
          figures: [.blank, .amount(Amount(thousands: -40)), .blank]),
      ])
  ]
  let rows = Corrections(proposal, round: round, accounts: fullList(round), requirements: []).adopted.postable
    .filter { !$0.isCounterEntry }
  #expect(rows.map { $0.lineIDs } == [["B-1"], ["B-2"]])
  #expect(rows.map { $0.amount.danish() } == ["-59", "-39"])
  #expect(rows.map(\.written) == [Fraction(-6_000_000), Fraction(-4_000_000)])
}

@Test func `money without an area or a committee is told, and makes the corrections incomplete`() throws {
  let round = try round()
  let corrections = Corrections(
    proposal([line("1", .permanent, nil, [0, -1, 0]), line("2", .loan, nil, [1, -1, 0])]), round: round,
    accounts: fullList(round))
  #expect(corrections.omissions.count == 2)
  #expect(!corrections.isComplete)
}

@Test func `an amount whose factor is unknown cannot be posted`() throws {
  let round = try round(factors: false)
  let rows = Corrections(
    proposal([line("1", .permanent, .service, [0, -1, 0])]), round: round, accounts: fullList(round)
  ).adopted
    .unpostable
  #expect(rows.first?.problems == [.priceFactorMissing(.service, from: 2023, to: 2022)])
}

@Test func `an amount whose factor is unknown stays in its own price level, and so does its counter-entry`()
  throws
{
  let round = try round(factors: false)
  let rows = Corrections(
    proposal([line("1", .permanent, .service, [0, -1, 0])]), round: round, accounts: fullList(round)
  ).adopted
    .unpostable
  #expect(rows.contains { $0.isCounterEntry })
  #expect(rows.allSatisfy { $0.priceLevel == 2023 && $0.writtenPriceLevel == 2023 && $0.factor == nil })
}

@Test(
  arguments: [
    (nil, CorrectionProblem.accountMissing), ("3641, 588, 589", .severalProfitCentres("3641, 588, 589")),
    ("Digitalisering?", .accountUnreadable("Digitalisering?")), ("Service", .accountUnreadable("Service")),
    ("77", .accountUnknown("77")),
    ("3641", .fieldMissing(.profitCentre)),
  ] as [(String?, CorrectionProblem)])
func `a row without a whole account says what is missing, and nothing is guessed`(
  account: String?, problem: CorrectionProblem
) throws {
  var round = try round()
  round.accounts = [RoundAccount(appropriationCode: "3641", committee: "SUD")]
  let counter = AccountList.Entry(
    account: RoundAccount(appropriationCode: "9", controlArea: .service), counterFor: .permanent)
  let corrections = Corrections(
    proposal([line("1", .permanent, .service, [0, -1, 0], account: account)]), round: round,
    accounts: AccountList(round: round, entries: [counter]),
    requirements: [
      AccountRequirement(.appropriation), AccountRequirement(.profitCentre, appliesToCounterEntries: false),
    ])
  #expect(corrections.adopted.unpostable.first?.problems == [problem])
}

@Test func `the account list fills in what the form leaves out, by control area`() throws {
  let round = try round()
  func entry(_ centre: String, _ area: ControlArea, _ function: String, project: String? = nil)
    -> AccountList.Entry
  {
    AccountList.Entry(
      account: RoundAccount(
        appropriationCode: "3641", profitCentre: centre, committee: "SUD", controlArea: area,
        function: function, kind: "1",
        projectElement: project))
  }
  var list = fullList(round)
  list.entries.insert(
    contentsOf: [entry("588", .service, "5.38"), entry("588", .capital, "5.39", project: "XA-1")], at: 0)
  let corrections = Corrections(
    proposal([
      line("1", .permanent, .service, [0, -1, 0], account: "3641, 588"),
      line("2", .implementation, .capital, [5, 0, 0], account: "3641"),
    ]), round: round, accounts: list)
  let rows = corrections.adopted.postable.filter { !$0.isCounterEntry }
  #expect(rows.map(\.account.function) == ["5.38", "5.39"])
  #expect(rows.map(\.account.projectElement) == [nil, "XA-1"])
  #expect(rows.map(\.account.profitCentre) == ["588", "588"])
}

@Test(
  arguments: [
    ("kort", "kort"), (String(repeating: "a", count: 60), String(repeating: "a", count: 49) + "…"),
    (
      "P7 Udvikling og konfigurering i fagsystemer og andre steder",
      "P7 Udvikling og konfigurering i fagsystemer og…"
    ),
  ])
func `texts are cut at a word within fifty characters`(text: String, short: String) throws {
  let round = try round()
  var proposal = proposal([line("1", .permanent, .service, [0, -1, 0])])
  proposal.lines[0].text = text
  var row = try #require(Corrections(proposal, round: round, accounts: fullList(round)).adopted.all.first)
  row.text = text
  #expect(row.shortText(limit: 50) == short)
  #expect(short.count <= 50)
}
