import AllocationTables
import Distribution
import Forms
import Intake
import Output
import ProposalModel
import Reports
import Testing

private let round = RoundLibrary.round(named: "ofs-2021-2022") ?? RoundLibrary.newest

private func line(
  _ id: String, _ text: String, _ section: LineSection, _ area: ControlArea, _ thousands: [Int64],
  rule: DistributionRule? = nil
) -> Line {
  Line(
    id: id, section: section, text: text, controlArea: area, rule: rule,
    figures: thousands.map { $0 == 0 ? .blank : .amount(Amount(thousands: $0)) })
}

/// A proposal over two years whose lines were read from an entry workbook.
private func item(_ lines: [Line], _ change: (inout Proposal) -> Void = { _ in }) -> (Proposal, Origins) {
  var proposal = Proposal(id: "P2", title: "Prøve", years: [2022, 2023])
  proposal.priceLevel = 2023
  proposal.presenting = "SUD"
  proposal.lines = lines
  change(&proposal)
  var origins = Origins(file: "p2.xlsx")
  for (row, line) in lines.enumerated() {
    for (column, year) in proposal.years.enumerated() {
      origins[.figure(line.id, year: year)] = Place(
        file: "p2.xlsx", sheet: "Økonomi", cell: "\(column == 0 ? "P" : "Q")\(row + 7)")
    }
    if line.rule != nil {
      origins[.line(line.id, .rule)] = Place(file: "p2.xlsx", sheet: "Økonomi", cell: "K\(row + 7)")
    }
  }
  return (proposal, origins)
}

/// The explanation without its first three lines, which name proposal, file and caption.
private func explained(
  _ item: (Proposal, Origins), _ table: String, _ row: String, _ year: Int,
  _ options: TableOptions = TableOptions()
) throws -> String {
  let explanation = try Explainer(item.0, round: round, origins: item.1, file: "p2.xlsx", options: options)
    .explain(table: table, row: row, year: year)
  let lines = explanation.danish { round.printedName(of: $0) }.split(
    separator: "\n", omittingEmptySubsequences: false)
  return lines.dropFirst(4).joined(separator: "\n")
}

@Test func `a share is told from its cells to its rounding`() throws {
  let item = item([
    line("L1", "Mindre konsulentbistand", .permanent, .service, [0, -270], rule: .equal(among: [])),
    line("L2", "Drift", .permanent, .service, [0, 12]),
  ])
  #expect(
    try explained(item, "A", "Socialudvalget", 2023) == """
      Socialudvalget, 2023: -27 (1.000 kr., 2023 p/l)
        Tallet er en andel af forslagets linjer:
          Linje L1 »Mindre konsulentbistand« (Økonomi!Q7): -270
            Ligedeling (linjens Fordeling, Økonomi!K7): -270 × 1/7 = -270/7 = -38,57
          Linje L2 »Drift« (Økonomi!Q8): 12
            SUD (fremstillende forvaltning): hele beløbet, 12
        Nøjagtig andel: (-270/7) + 12 = -186/7 = -26,57
        Afrunding: -258 skal fordeles; de hele enheder efterlader -4. Resten her er 4/7, nr. 3 i rækken (7 er lige store; rækkefølgen begynder ved Børne- og Ungdomsudvalget): den får en enhed og rundes op (numerisk).
        Resultat: -27 (1.000 kr.), rundet op (numerisk), efter største rest (largest-remainder).
        Kontrol: alle andele i 2023 giver -258, årets total.

      """)
}

@Test func `a converted share names the factor and where it comes from`() throws {
  let item = item([line("L1", "Drift", .permanent, .service, [0, -1_000])])
  #expect(
    try explained(item, "B", "SOF", 2023, TableOptions(priceLevel: .implemented)) == """
      Socialudvalget, Service, 2023: -980 (1.000 kr., 2022 p/l)
        Tallet er en andel af forslagets linjer:
          Linje L1 »Drift« (Økonomi!Q7): -1.000
            SUD (fremstillende forvaltning): hele beløbet, -1.000
        Omregnet: -1.000 × 0,9797 = -979,7
        Faktor for Service fra 2023 til 2022 p/l: 0,9797 (Printed overview (Bilag 2) of OFS 2021-2022: the 75 printed figures leave [0,9794; 0,9797]; 0,9797 reproduces all of them).
        Afrunding: -980 skal fordeles; de hele enheder efterlader -1. Resten her er 7/10, nr. 1 i rækken: den får en enhed og rundes op (numerisk).
        Resultat: -980 (1.000 kr.), rundet op (numerisk), efter største rest (largest-remainder).
        Kontrol: alle andele i 2023 giver -980, årets total.

      """)
}

@Test func `an area without a factor says that nothing was converted`() throws {
  let item = item([line("L1", "Ydelser", .permanent, .transfers, [0, -1_000])])
  let text = try explained(item, "B", "SUD", 2023, TableOptions(priceLevel: .implemented))
  #expect(
    text.contains(
      "Runden har ingen faktor for Efterspørgselsstyrede overførsler fra 2023 til 2022 p/l; beløbet er ikke omregnet."
    ))
}

@Test func `a stated row says so, by which cell, and what the lines would give`() throws {
  var item = item([line("L1", "Drift", .permanent, .service, [0, -9])]) {
    $0.allocations = [
      StatedAllocation(
        table: .targetEffect,
        rows: [AllocationRow(recipient: Recipient("BIU"), figures: [.blank, .amount(Amount(thousands: -8))])])
    ]
  }
  item.1[.allocationFigure(.targetEffect, 0, year: 2023)] = Place(
    file: "p2.xlsx", sheet: "Tabel A", cell: "E13")
  #expect(
    try explained(item, "A", "BIU", 2023) == """
      Beskæftigelses- og Integrationsudvalget, 2023: -8 (1.000 kr., 2023 p/l)
        Tallet er oplyst af forvaltningerne i Tabel A!E13 (række 1 i den oplyste tabel); det er ikke beregnet.
        Linjer og fordelingsregler ville give Beskæftigelses- og Integrationsudvalget 0 (1.000 kr.; nøjagtigt 0); det oplyste gælder.

      """)
  #expect(
    try explained(item, "A", "Total", 2023) == """
      Total, 2023: -8 (1.000 kr., 2023 p/l)
        Tallet er den ene række, der har noget:
          Beskæftigelses- og Integrationsudvalget: -8
        Linjerne bag (varig ændring, Service):
          Linje L1 »Drift« (Økonomi!Q7): -9
        Årets total: -9 (1.000 kr.)

      """)
}

@Test func `a row of Tabel 1 names its lines, and a total its rows`() throws {
  var first = line("L1", "Løn", .implementation, .service, [100, 50])
  var second = line("L2", "Udstyr", .implementation, .service, [30, 0])
  (first.tableOneItem, second.tableOneItem) = ("Projekt", "Projekt")
  let item = item([first, second, line("L3", "Bygning", .implementation, .capital, [500, 0])])
  #expect(
    try explained(item, "1", "Projekt", 2022) == """
      Projekt, 2022: 130 (1.000 kr., 2023 p/l)
        Tallet er summen af 2 linjer:
          Linje L1 »Løn« (Økonomi!P7): 100
          Linje L2 »Udstyr« (Økonomi!P8): 30

      """)
  #expect(
    try explained(item, "Tabel 1", "Samlede implementeringsomkostninger", 2022) == """
      Samlede implementeringsomkostninger, 2022: 630 (1.000 kr., 2023 p/l)
        Tallet er summen af 2 rækker:
          Projekt: 130
          Bygning: 500

      """)
}

@Test func `Fordeling tells how a share is split`() throws {
  let item = item([
    line("L1", "Mindre", .permanent, .service, [0, -100], rule: .direct(Recipient("KFU"))),
    line("L2", "Mere", .permanent, .service, [0, 30], rule: .direct(Recipient("KFU"))),
  ])
  let text = try explained(item, "Fordeling", "KFU, Omkostninger", 2023)
  #expect(text.hasPrefix("Kultur- og Fritidsudvalget, Omkostninger, 2023: 30 (1.000 kr., 2023 p/l)\n"))
  #expect(
    text.contains(
      "Delt: de positive linjers del er Omkostninger 30, de negative linjers Besparelse -100; tilsammen -70.")
  )
  #expect(!text.contains("Kultur- og Fritidsudvalget, Besparelse, 2023"))
}

@Test func `what rounding every share alone leaves over is explained in its own row`() throws {
  let item = item([line("L1", "Alle", .permanent, .service, [0, -270], rule: .equal(among: []))])
  let options = TableOptions(policy: .asPublished)
  #expect(
    try explained(item, "A", "Afrundingsdifference", 2023, options) == """
      Afrundingsdifference, 2023: 3 (1.000 kr., 2023 p/l)
        Rækken viser årets total mindre summen af de afrundede andele.
        Linjerne bag (varig ændring, Service):
          Linje L1 »Alle« (Økonomi!Q7): -270
        Årets total: -270 (1.000 kr.)
        Andelene giver -273; 3 mangler, som afrundingen efterlader.

      """)
}

@Test func `a payback row tells what is stated and what follows`() throws {
  let item = item([
    line("L1", "Mindre", .permanent, .service, [0, -100]),
    line("L2", "Projekt", .implementation, .service, [150, 0]),
  ]) {
    $0.payback = StatedPayback(service: 4, total: nil)
  }
  #expect(
    try explained(item, "1", "Tilbagebetalingstid baseret på serviceeffektivisering", 2022) == """
      Tilbagebetalingstid baseret på serviceeffektivisering
        Oplyst: 4 år.
        Beregnet: 3 år, til de varige ændringer har dækket alle 150 i implementeringsomkostninger.
        Varige ændringer lagt sammen år for år: 0; -100.

      """)
}

@Test func `a row with several accounts is explained cell by cell`() throws {
  var first = line("L1", "Et", .implementation, .capital, [3, 0])
  var second = line("L2", "To", .implementation, .capital, [4, 0])
  first.account = Account(parsing: "3170, 1")
  second.account = Account(parsing: "3170, 2")
  let text = try explained(item([first, second]), "D", "SUD", 2022)
  #expect(
    text.contains("Socialudvalget, 3170, 1, 2022: 3 (") && text.contains("Socialudvalget, 3170, 2, 2022: 4 (")
  )
}

@Test(arguments: [
  ("Q", "SUD", 2023, "Forslaget har ingen tabel »Q«; det har 1, 2, Fordeling, A, B, C, D, E."),
  ("Fordelin", "SUD", 2023, "Mente du »Fordeling«?"),
  ("A", "Totall", 2023, "Mente du »Total«?"),
  ("A", "Byggeudvalget", 2023, "Tabellen har rækkerne »Økonomiudvalget«, »Koncernservice«"),
  ("A", "", 2023, "Tabel A har ingen række »«."),
  ("A", "SUD", 2031, "Tabel A har ikke året 2031; den har 2022, 2023."),
])
func `an unknown table, row or year is answered with the nearest name`(
  table: String, row: String, year: Int, message: String
) {
  let item = item([line("L1", "Drift", .permanent, .service, [0, -9])])
  let failure = #expect(throws: FileFailure.self) { try explained(item, table, row, year) }
  #expect(failure?.status == .usage)
  #expect(failure?.message.contains(message) == true, "\(failure?.message ?? "")")
}

@Test(arguments: [
  TableOptions(), TableOptions(policy: .controlled), TableOptions(policy: .asPublished),
  TableOptions(priceLevel: .implemented),
])
func `every cell of every table of the samples is explained, and the shares are the figures`(
  options: TableOptions
) throws {
  let (items, _) = Intake().read(
    ["samples/BC08.json", "samples/DIGITAL-KONTAKT-2018.json"].map { packageFolder + $0 })
  #expect(items.count == 2)
  for item in items {
    guard let proposal = item.proposal, let round = item.round else { continue }
    let explainer = Explainer(
      proposal, round: round, origins: item.origins, file: item.file, options: options)
    for table in ProposalTables(proposal, round: round, options: options).tables {
      for (row, year) in table.rows.filter({ $0.kind != .heading }).flatMap({ row in
        table.years.map { (row, $0) }
      }) {
        let column = try #require(table.years.firstIndex(of: year))
        let cells = try explainer.explain(
          table: table.code, row: row.recipient?.spelling ?? row.text, year: year
        ).cells
        let figure = row.kind == .payback ? Figure.blank : row.figures[column]
        #expect(cells.contains { $0.figure == figure }, "\(table.code) \(row.text) \(year)")
        for cell in cells where cell.figure.isMoney {
          #expect(cell.origin != .nothing, "\(table.code) \(row.text) \(year)")
          for share in cell.shares where share.saving == nil {
            #expect(Amount(thousands: share.derivation.rounded) == cell.figure.amount)
          }
          if cell.origin == .lines { #expect(cell.lines.map(\.figure).sum() == cell.figure.amount) }
          if cell.origin == .rows { #expect(cell.terms.map(\.figure).sum() == cell.figure.amount) }
        }
      }
    }
  }
}

/// The top folder of the package, with a stroke at its end.
private let packageFolder = String(#filePath).replacing(
  "Tests/ReportsTests/Explain/ExplainTests.swift", with: "")
