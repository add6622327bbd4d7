import AllocationTables
import Distribution
import Foundation
import Forms
import Intake
import ProposalModel
import Reading
import Reports
import Spreadsheet
import TestSupport
import Testing

#if DEBUG
  private let cases = 8
#else
  private let cases = 300
#endif

private func generated(_ seed: UInt64) -> (Proposal, Round) {
  let round = RoundLibrary.all[Int(seed % UInt64(RoundLibrary.all.count))]
  var generator = ProposalGenerator(seed: seed, round: round, variety: .clean)
  return (generator.next(), round)
}

private func amount(_ thousands: Int64) -> Figure { .amount(Amount(thousands: thousands)) }

private func simple() throws -> (Proposal, Round) {
  let round = try #require(RoundLibrary.round(named: "ofs-2021-2022"))
  var proposal = Proposal(id: "BC90", title: "Færre vikarer", years: round.years)
  (proposal.round, proposal.priceLevel, proposal.presenting) = (round.name, 2023, "SUD")
  proposal.lines = [
    Line(
      id: "L1", section: .permanent, text: "Vikarer", controlArea: .service, rule: .equal(among: []),
      figures: round.years.map { _ in amount(-800) })
  ]
  return (proposal, round)
}

private func stated(_ proposal: Proposal) -> [AllocationTableKind] {
  proposal.allocations.filter { $0.isFilled && $0.origin == .stated }.map(\.table)
}

@Suite struct `Computed tables that come back` {
  @Test(arguments: [RoundingPolicy.standard, .controlled, .asPublished, .residualTo(committee: "SUD")])
  func `are not stated by anybody, whatever they were rounded by`(policy: RoundingPolicy) throws {
    let (proposal, round) = try simple()
    let export = TableExport(
      selection: try #require(TableSelection(parsing: "all")), options: TableOptions(policy: policy))
    let bytes = try export.files(for: proposal, round: round).files[0].bytes
    let back = TableWorkbookReader.read(try XLSXReader.read(bytes: bytes), file: "BC90.xlsx", round: round)
    #expect(back[0].proposal.allocations == [])
    #expect(back[0].proposal.lines.map(\.rule) == [.equal(among: [])])
  }

  @Test func `of generated proposals add no stated table`() throws {
    for seed in 0..<UInt64(cases) {
      let (proposal, round) = generated(seed)
      let back = try RoundTrip.throughTableWorkbook(proposal, round)[0].proposal
      try #require(Set(stated(back)).isSubset(of: stated(proposal)), "seed \(seed)")
    }
  }

  @Test func `without the lines they are kept as computed ones`() throws {
    let (proposal, round) = try simple()
    let bytes = try TableExport().files(for: proposal, round: round).files[0].bytes
    let back = TableWorkbookReader.read(try XLSXReader.read(bytes: bytes), file: "BC90.xlsx", round: round)
    let tables = back[0].proposal.allocations
    #expect(tables.map(\.table) == [.targetEffect, .budgetEffect])
    #expect(tables.map(\.origin) == [.computed, .computed])
  }

  @Test func `in which somebody has written are stated`() throws {
    let (proposal, round) = try simple()
    let files = try RoundTrip.export(proposal, round, format: .csv, layout: .long)
    let folder = try TemporaryFolder()
    for file in files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init).map {
        line in
        line.contains(";A;") && line.contains("Socialudvalget") && line.contains(";2027;")
          ? line.replacing(";-114;", with: ";-100;").replacing(";-115;", with: ";-100;") : line
      }
      try folder.write(Array(lines.joined(separator: "\r\n").utf8), to: file.name)
    }
    let item = try #require(Intake(round: round).read([folder.url.path]).items.first)
    #expect(stated(try #require(item.proposal)) == [.targetEffect])
  }
}

@Suite struct `What is kept comes back as it was printed` {
  /// Subtotals, a target, both forms of the administration table, deliveries and tables by delivery.
  private func kept(_ proposal: inout Proposal, _ random: inout SeededNumbers) {
    let service = proposal.lines(in: .permanent).filter { $0.controlArea == .service }
    func figures() -> [Figure] {
      proposal.years.map { _ in
        random.chance(20) ? .blank : random.chance(20) ? .dash : amount(-Int64(random.number(1...900)))
      }
    }
    let sums = proposal.yearSums(service).map { Figure.amount($0) }
    proposal.tableOneRows = [
      TableOneRow(
        KeptRow(
          .subtotal, section: .permanent, text: "Samlet varig ændring, service", controlArea: .service,
          figures: sums),
        linesAbove: 0),
      TableOneRow(
        KeptRow(
          .subtotal, section: .permanent, text: "Samlet varig ændring, finansposter",
          controlArea: .financial, figures: figures()),
        linesAbove: 0),
      TableOneRow(
        KeptRow(.target, section: .permanent, text: "Heraf nettoeffektivisering*", figures: figures()),
        linesAbove: 0, isBelowTotal: random.chance(50)),
    ]
    let texts =
      random.chance(50)
      ? ["Inden for målsætning*", "Uden for målsætning"]
      : [Wording.mainAccountSix, Wording.otherAdministration]
    proposal.keptTables = [
      KeptTable(
        .administration, caption: "Varige ændringer, administration", priceLevel: proposal.priceLevel,
        years: proposal.years,
        rows: texts.map { KeptRow(.line, text: $0, figures: figures()) } + [
          KeptRow(.total, text: "Varige ændringer totalt, administration", figures: figures())
        ])
    ]
  }

  @Test func `through the table workbook and wide CSV`() throws {
    let seeds = UInt64(cases)
    for seed in 0..<seeds {
      var (proposal, round) = generated(seed)
      proposal.lines.removeAll { $0.administration != nil || $0.section == .loan }
      guard proposal.lines(in: .permanent).contains(where: { $0.figures.contains(where: \.isMoney) }) else {
        continue
      }
      var random = SeededNumbers(seed: seed)
      kept(&proposal, &random)
      let back = try RoundTrip.throughTableWorkbook(ShownByTables.readable(proposal), round)[0].proposal
      try #require(Set(back.tableOneRows.map(\.row)) == Set(proposal.tableOneRows.map(\.row)), "seed \(seed)")
      try #require(back.keptTables == proposal.keptTables, "seed \(seed)")
      try #require(back.statedTarget == proposal.statedTarget, "seed \(seed)")
    }
  }
}
