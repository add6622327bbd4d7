@testable import Forms
@testable import Intake
import ProposalModel
@testable import Reports
@testable import Spreadsheet
import TestSupport
import Testing

#if DEBUG
  private let cases = 60
#else
  private let cases = 2_000
#endif

private func generated(_ seed: UInt64) throws -> (Proposal, Round) {
  let rounds = RoundLibrary.all
  let round = rounds[Int(seed % UInt64(rounds.count))]
  var generator = ProposalGenerator(seed: seed &+ 90_000, round: round)
  return (generator.next(), round)
}

private func version(_ proposal: Proposal, _ round: Round, _ file: String, idsLast: Bool = true)
  -> ProposalComparison.Version
{
  let item = IntakeItem(
    file: file, proposal: proposal, round: round, origins: Origins(file: file), findings: [])
  var version = ProposalComparison.Version(item, proposal)
  version.idsLast = idsLast
  return version
}

private func difference(_ old: Proposal, _ new: Proposal, _ round: Round, idsLast: Bool = true) throws
  -> ProposalDifference
{
  try #require(
    ProposalComparison.difference(
      from: version(old, round, "før.json", idsLast: idsLast),
      to: version(new, round, "nu.json", idsLast: idsLast)))
}

/// A small proposal of three lines.
private func small() throws -> (Proposal, Round) {
  let round = try #require(RoundLibrary.round(named: "ofs-2021-2022"))
  var proposal = Proposal(id: "P1", title: "Prøve", years: [2022, 2023])
  proposal.presenting = "SUD"
  proposal.lines = [
    Line(
      id: "L1", section: .permanent, text: "Mindre kørsel", controlArea: .service,
      figures: [.dash, .amount(Amount(thousands: -500))]),
    Line(
      id: "L2", section: .permanent, text: "Lavere energiforbrug", controlArea: .service,
      figures: [.blank, .amount(Amount(thousands: -300))]),
    Line(
      id: "L3", section: .implementation, text: "Projektledelse", controlArea: .service,
      figures: [.amount(Amount(thousands: 750)), .blank]),
  ]
  return (proposal, round)
}

@Suite struct `Differences of two versions` {
  @Test func `of the same proposal are none`() throws {
    for seed in 0..<UInt64(cases) {
      let (proposal, round) = try generated(seed)
      let found = try difference(proposal, proposal, round)
      try #require(found.kind == .same, "seed \(seed)")
      try #require(found.changedLines.isEmpty, "seed \(seed)")
    }
  }

  @Test(arguments: [true, false])
  func `whose lines stand in another order are moves, and no money`(idsLast: Bool) throws {
    for seed in 0..<UInt64(cases) {
      var (proposal, round) = try generated(seed)
      // Lines with the same words and amounts are the same line to a reader.
      var seen: Set<String> = []
      proposal.lines.removeAll { !seen.insert("\($0.section) \($0.text)").inserted }
      var shuffled = proposal
      var random = SeededNumbers(seed: seed)
      shuffled.lines.shuffle(using: &random)
      if !idsLast { for index in shuffled.lines.indices { shuffled.lines[index].id = "M\(index)" } }
      let found = try difference(proposal, shuffled, round, idsLast: idsLast)
      try #require(found.lines.allSatisfy { $0.kind != .added && $0.kind != .removed }, "seed \(seed)")
      try #require(found.lines.allSatisfy { $0.old?.text == $0.new?.text && !$0.hasNewMoney }, "seed \(seed)")
      try #require(found.sums.allSatisfy { !$0.isChanged }, "seed \(seed)")
    }
  }

  @Test func `show the sums of both, whatever has changed`() throws {
    for seed in 0..<UInt64(cases) {
      let (old, round) = try generated(seed)
      var new = old
      var random = SeededNumbers(seed: seed)
      for index in new.lines.indices where random.chance(40) {
        new.lines[index].figures[random.number(0...new.years.count - 1)] = .amount(
          Amount(thousands: Int64(random.number(-900...900))))
      }
      if random.chance(30) { new.lines.removeLast() }
      let found = try difference(old, new, round)
      for (section, label) in [
        (LineSection.permanent, "Varige ændringer i alt"),
        (.implementation, "Implementeringsomkostninger i alt"),
      ] {
        let sum = try #require(found.sums.first { $0.label == label })
        try #require(sum.years.compactMap(\.old) == old.yearSums(old.lines(in: section)), "seed \(seed)")
        try #require(sum.years.compactMap(\.new) == new.yearSums(new.lines(in: section)), "seed \(seed)")
      }
    }
  }

  @Test func `recognise a relabelled line by its amounts`() throws {
    var (old, round) = try small()
    var new = old
    new.lines[0].text = "Færre kilometer i tjenestebiler"
    new.lines[0].id = "N9"
    let found = try difference(old, new, round).changedLines
    #expect(found.map(\.kind) == [.changed])
    #expect(found.map(\.isRelabelled) == [true])
    old.lines[0].figures[1] = .amount(Amount(thousands: -400))
    #expect(try difference(old, new, round, idsLast: false).changedLines.map(\.kind) == [.removed, .added])
  }

  @Test func `recognise a moved line as one move`() throws {
    let (old, round) = try small()
    var new = old
    new.lines.append(new.lines.removeFirst())
    let found = try difference(old, new, round).changedLines
    #expect(found.map(\.isMoved) == [true])
    #expect(found.map { $0.new?.id } == ["L1"])
  }

  @Test func `tell added, removed and changed lines, fields and paybacks apart`() throws {
    let (old, round) = try small()
    var new = old
    new.risk = "høj"
    new.lines[2].figures[0] = .amount(Amount(thousands: 950))
    new.lines.remove(at: 1)
    new.lines.append(
      Line(
        id: "L9", section: .implementation, text: "Ombygning", controlArea: .capital,
        figures: [.amount(Amount(thousands: 40)), .blank]))
    let found = try difference(old, new, round)
    let text = DiffReport([found], old: "før.json", new: "nu.json").text
    #expect(
      text == """
        P1 Prøve: ændret
          Risiko: tom → »høj«
          Beregnet tilbagebetalingstid, service: »2« → »3«
          Beregnet tilbagebetalingstid, total: »2« → »3«
          - L2 Varig ændring, Service: »Lavere energiforbrug«
              2023: -300 → – (+300)
          ~ L3 Implementering, Service: »Projektledelse«
              2022: 750 → 950 (+200)
          + L9 Implementering, Anlæg: »Ombygning«
              2022: – → 40 (+40)
          Summer:
            Varige ændringer, service: 2023: -800 → -500 (+300)
            Varige ændringer i alt: 2023: -800 → -500 (+300)
            Implementeringsomkostninger, service: 2022: 750 → 950 (+200)
            Implementeringsomkostninger, anlæg: 2022: 0 → 40 (+40)
            Implementeringsomkostninger i alt: 2022: 750 → 990 (+240)
            Samlet økonomisk påvirkning: 2022: 750 → 990 (+240); 2023: -800 → -500 (+300)
          Fordeling og A–E:
            Fordeling: Socialudvalget, Besparelse: 2023: -800 → -500 (+300)
            Tabel A: Socialudvalget: 2023: -800 → -500 (+300)
            Tabel B: Socialudvalget, Service: 2023: -800 → -500 (+300)
            Tabel D: Socialudvalget: 2022: – → 40 (+40)
            Tabel E: Socialudvalget: 2022: 750 → 950 (+200)
        1 forslag: 1 ændret.

        """)
  }

  @Test func `as a page hold every text once escaped, and nothing from elsewhere`() throws {
    let (old, round) = try small()
    var new = old
    new.lines[0].text = "<script>alert('x')</script> & \"co\""
    let page = DiffReport([try difference(old, new, round)], old: "<før>", new: "nu&").html
    #expect(!page.contains("<script>"))
    #expect(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;co&quot;"))
    #expect(page.contains("&lt;før&gt;"))
    for word in ["http", "src=", "@import", "url("] { #expect(!page.contains(word)) }
  }
}
