import AllocationTables
import ProposalModel
import Testing

private func proposal() -> Proposal {
  var proposal = Proposal(id: "P0", title: "Prøve", years: [2022, 2023])
  proposal.priceLevel = 2023
  proposal.payback = StatedPayback(service: 6, total: nil)
  func line(
    _ id: String, _ section: LineSection, _ text: String, item: String? = nil, _ area: ControlArea?,
    _ figures: [Figure]
  ) -> Line {
    Line(id: id, section: section, text: text, tableOneItem: item, controlArea: area, figures: figures)
  }
  func amount(_ thousands: Int64) -> Figure { .amount(Amount(thousands: thousands)) }
  proposal.lines = [
    line("1", .permanent, "Husleje", .service, [.dash, amount(-5)]),
    line("2", .permanent, "Rengøring", .service, [.dash, amount(-2)]),
    line("3", .implementation, "Årsværk i SOF", item: "Årsværk", .capital, [amount(609), .blank]),
    line("4", .implementation, "Årsværk i BIF", item: "Årsværk", .capital, [amount(305), .blank]),
    line("5", .implementation, "Flytning", .service, [amount(1), amount(0)]),
  ]
  return proposal
}

@Test
func `Tabel 1 shows lines by section, lines of one item as one row, with totals, effect and stated paybacks`()
  throws
{
  let table = try #require(
    ProposalTables(
      proposal(),
      round: Round(
        id: "r", name: "r", years: [], writtenPriceLevel: 0, implementedPriceLevel: 0, committees: [])
    )
    .table("1"))
  let rows = table.rows.map { row in
    "\(row.kind) \(row.text) \(row.controlArea?.rawValue ?? "_") \(row.figures.map { $0 == .blank ? "_" : $0 == .dash ? "-" : $0.amount.danish() })"
  }
  #expect(
    rows == [
      "heading Varige ændringer _ []", "line Husleje Service [\"-\", \"-5\"]",
      "line Rengøring Service [\"-\", \"-2\"]",
      "total Samlet varig ændring Service [\"-\", \"-7\"]", "heading Implementeringsomkostninger _ []",
      "line Årsværk Anlæg [\"914\", \"_\"]", "line Flytning Service [\"1\", \"0\"]",
      "total Samlede implementeringsomkostninger _ [\"915\", \"0\"]",
      "effect Samlet økonomisk påvirkning _ [\"915\", \"-7\"]",
      "payback Tilbagebetalingstid baseret på serviceeffektivisering _ []",
      "payback Tilbagebetalingstid baseret på totaløkonomi _ []",
    ])
  #expect(table.rows[9].paybackYears == 6)
  #expect(table.rows[5].lineIDs == ["3", "4"])
  #expect(table.rows[8].sumOf == [3, 7])
}

@Test func `the detail tables show the lines of one section and area, and number on from Tabel 1`() {
  let tables = ProposalTables(
    proposal(),
    round: Round(
      id: "r", name: "r", years: [], writtenPriceLevel: 0, implementedPriceLevel: 0, committees: []))
  #expect(
    tables.tables.prefix(4).map(\.caption) == [
      "Tabel 1. Forslagets samlede økonomiske konsekvenser", "Tabel 2. Varige ændringer, service",
      "Tabel 3. Investeringer, service",
      "Tabel 4. Investeringer, anlæg",
    ])
}
