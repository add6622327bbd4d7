import AllocationTables
import Distribution
import ProposalModel
import Testing

/// The factors of the round as printed in its overview, and nothing else of it.
private let round: Round = {
  var round = Round(
    id: "ofs", name: "OFS", years: [2022, 2023, 2024, 2025, 2026, 2027], writtenPriceLevel: 2023,
    implementedPriceLevel: 2022,
    committees: [])
  round.priceFactors = [(ControlArea.service, "0,9797"), (.capital, "0,9857")].compactMap { area, text in
    Weight(parsing: text).map {
      PriceFactor(controlArea: area, from: 2023, to: 2022, factor: $0, source: "Bilag 2")
    }
  }
  return round
}()

/// A printed proposal's totals in 1.000 kr.: implementation costs per area over all years, permanent change
/// in the last year.
private struct Printed: Sendable, CustomTestStringConvertible {
  var id: String
  var presenting: String
  var service: Int64 = 0
  var capital: Int64 = 0
  var saving: Int64 = 0
  var transfers: Int64 = 0
  var payback: StatedPayback
  /// The row of the overview as printed: service, anlæg, saving, transfers, payback.
  var row: [String]
  var testDescription: String { id }

  var proposal: Proposal {
    var proposal = Proposal(id: id, title: id, years: [2022, 2023])
    proposal.priceLevel = 2023
    proposal.presenting = presenting
    proposal.payback = payback
    func line(_ id: String, _ section: LineSection, _ area: ControlArea, _ first: Int64, _ last: Int64)
      -> Line
    {
      Line(
        id: id, section: section, text: id, controlArea: area,
        figures: [.amount(Amount(thousands: first)), .amount(Amount(thousands: last))])
    }
    proposal.lines = [
      line("1", .implementation, .service, service, 0), line("2", .implementation, .capital, 0, capital),
      line("3", .permanent, .service, -1, saving), line("4", .permanent, .transfers, 0, transfers),
    ]
    return proposal
  }
}

private func both(_ years: Int) -> StatedPayback { StatedPayback(service: years, total: years) }

private let printed: [Printed] = [
  Printed(
    id: "BC04", presenting: "ØU", capital: 16_100, saving: -4_213, payback: both(6),
    row: ["0,0", "15,9", "4,1", "", "6"]),
  Printed(
    id: "BC08", presenting: "ØU", capital: 26_883, saving: -5_782, payback: both(6),
    row: ["0,0", "26,5", "5,7", "", "6"]),
  Printed(
    id: "BC16", presenting: "BIU", service: 750, saving: -210, transfers: -500,
    payback: StatedPayback(service: 4, total: 2),
    row: ["0,7", "0,0", "0,2", "0,5", "2"]),
  Printed(
    id: "BC26", presenting: "BUU", service: 7_900, saving: -1_830, payback: both(6),
    row: ["7,7", "0,0", "1,8", "", "6"]),
  Printed(
    id: "BC30", presenting: "KFU", service: 4_350, capital: 10_000, saving: -6_670, payback: both(4),
    row: ["4,3", "9,9", "6,5", "", "4"]),
  Printed(
    id: "BC45", presenting: "SUD", service: 23_550, capital: 1_200, saving: -15_000, payback: both(4),
    row: ["23,1", "1,2", "14,7", "", "4"]),
  Printed(
    id: "BC52", presenting: "SOU", service: 13_665, saving: -6_760, payback: both(5),
    row: ["13,4", "0,0", "6,6", "", "5"]),
  Printed(
    id: "BC59", presenting: "TMU", service: 500, saving: -335, payback: StatedPayback(total: 3),
    row: ["0,5", "0,0", "0,3", "", "3"]),
  Printed(
    id: "BC61", presenting: "TMU", service: 600, capital: 18_195, saving: -6_462, payback: both(5),
    row: ["0,6", "17,9", "6,3", "", "5"]),
]

@Test(arguments: printed)
private func `the overview reproduces the printed row of Bilag 2`(_ proposal: Printed) {
  let row = OverviewRow(proposal.proposal, round: round)
  let transfers = row.figures.transfers == .zero ? "" : Overview.millions(row.figures.transfers)
  let cells = [row.figures.service, row.figures.capital, row.figures.saving].map(Overview.millions)
  #expect(cells + [transfers, row.paybackYears.map(String.init) ?? ""] == proposal.row)
  #expect(row.committee == proposal.presenting)
  #expect(row.priceLevel == 2022)
}

@Test func `money of an area without a factor stays as written, and the row says so`() throws {
  let row = OverviewRow(try #require(printed.first { $0.id == "BC16" }).proposal, round: round)
  #expect(row.unconverted == [.transfers])
  #expect(row.figures.transfers == Fraction(50_000_000))
}

@Test func `I alt comes from unrounded figures`() {
  let overview = Overview(printed.map { ($0.proposal, round) })
  // 47.262 × 0,9797; the nine printed cells add up to 46,2.
  #expect(overview.totals.saving == Fraction(4_630_258_140))
  #expect(Overview.millions(overview.totals.saving) == "46,3")
  #expect(overview.rows.map(\.number) == printed.map(\.id))
  #expect(overview.priceLevel == 2022)
}

@Test(
  arguments: [
    (false, false, nil), (true, false, OverviewRow.Marker.crossCutting), (false, true, .confidential),
    (true, true, .confidential),
  ] as [(Bool, Bool, OverviewRow.Marker?)])
func `cross-cutting proposals have one star and confidential ones two`(
  isCrossCutting: Bool, isConfidential: Bool, marker: OverviewRow.Marker?
) {
  var proposal = Proposal(id: "P1", title: "", years: [2022])
  (proposal.isCrossCutting, proposal.isConfidential) = (isCrossCutting, isConfidential)
  #expect(OverviewRow(proposal, round: round).marker == marker)
}

@Test func `a proposal that states no payback shows the computed one`() throws {
  var proposal = try #require(printed.first).proposal
  proposal.payback = StatedPayback()
  proposal.lines[2].figures = [.blank, .amount(Amount(thousands: -10_000))]
  let row = OverviewRow(proposal, round: round)
  #expect(row.isPaybackComputed)
  #expect(row.paybackYears == 2)
}

@Test func `lines for the case of rejection, uncounted lines and loans are in no figure`() {
  var proposal = Proposal(id: "P1", title: "", years: [2022])
  let money = [Figure.amount(Amount(thousands: 100))]
  proposal.lines = [
    Line(
      id: "1", section: .permanent, text: "", controlArea: .service, condition: .ifNotAdopted, figures: money),
    Line(
      id: "2", section: .implementation, text: "", controlArea: .capital, condition: .notCounted,
      figures: money),
    Line(id: "3", section: .loan, text: "", controlArea: .service, figures: money),
  ]
  #expect(OverviewRow(proposal, round: round).figures == OverviewFigures())
}

@Test func `numbers are ordered by value`() {
  let numbers = ["BC10", "BC2", "BC02", "SI01-2025", "A", "BC2b", "12"]
  #expect(
    numbers.sorted { ProposalNumber($0) < ProposalNumber($1) } == [
      "12", "A", "BC02", "BC2", "BC2b", "BC10", "SI01-2025",
    ])
}
