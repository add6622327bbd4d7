import Findings
import Intake
import ProposalModel
import Spreadsheet
import TestSupport
import Testing

/// What can be read with certainty is read, with a note; what is ambiguous is a finding.
@Suite struct `Near misses` {
  /// The lines of the proposal that a workbook gives: text, area and amounts in 1.000 kr.
  private func lines(_ workbook: MarkedWorkbook) -> [String] {
    (workbook.items().first?.proposal?.lines ?? []).map { line in
      "\(line.text) \(line.controlArea?.rawValue ?? "–") "
        + line.figures.map { $0.amount.danish() }.joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("Afventer", "account-unresolved"), ("TBD", "account-unresolved"), ("xxx", "account-unresolved"),
    ("Ikke relevant", "account-unresolved"), ("?", "account-unresolved"),
    ("Anlæg, 2060", "account-is-control-area"),
    ("Service, 1488", "account-is-control-area"),
  ])
  func `an account cell that names no account is a finding at the cell`(account: String, code: String) {
    let workbook = MarkedWorkbook(
      """
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Rengøring | 1️⃣\(account) | 0 | -270 | -270 |
      | Varige ændringer totalt, service | | 0 | -270 | -270 |
      """)
    #expect(workbook.codes == ["1️⃣ \(code)"])
  }

  @Test(arguments: ["3641 588", "3641,588", "Ordinær drift/1488", "Bev. 3220, PC 1234"])
  func `an account in an unusual form is complete`(account: String) {
    let workbook = MarkedWorkbook(
      """
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Rengøring | "\(account)" | 0 | -270 | -270 |
      | Varige ændringer totalt, service | | 0 | -270 | -270 |
      """)
    #expect(workbook.codes == [])
  }

  /// A proposal of Socialforvaltningen in which only the investments of one area are shared out in a table.
  private static func sharedInvestments(otherArea: String) -> MarkedWorkbook {
    MarkedWorkbook(
      """
      # Forslag
      | Forslagsnummer | BC99 |
      | Runde | OFS 2021-2022 |
      | Fremstillende forvaltning | Socialforvaltningen |
      | Berørte forvaltninger | 1️⃣SOF, ØKF, SUF |
      | P/l | 2023 |
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Implementeringsomkostninger |
      | Udstyr | Anlæg | 400 | 0 | 0 |
      | Kursus | \(otherArea) | 100 | 0 | 0 |
      | Samlede implementeringsomkostninger | | 500 | 0 | 0 |
      # Tabel D
      | Tabel D. Fordeling af anlægsinvesteringer mellem udvalg |
      | 1.000 kr. 2023 p/l | Enhed | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Økonomiudvalget | Koncern IT | 3170, 6211 | 400 | 0 | 0 |
      | Total | | | 400 | 0 | 0 |
      """)
  }

  @Test func `money that no filled table shares out may be the presenting administration's`() {
    let found = Self.sharedInvestments(otherArea: "Service").findings(.affectedWithoutMoney)
    #expect(found.map { $0.contains("Socialudvalget") } == [false])
  }

  @Test func `a tick is idle where the filled table shares out all money of its area`() {
    let found = Self.sharedInvestments(otherArea: "Anlæg").findings(.affectedWithoutMoney)
    #expect(found.map { $0.contains("Socialudvalget") } == [true])
  }

  @Test func `misspelt captions, headings and headers are read, each with a note at its cell`() {
    let workbook = MarkedWorkbook(
      """
      # Forslag
      | Forslagsnummer | BC99 |
      | Titel | Et forslag |
      | Type | Investeringsforslag |
      | Runde | OFS 2021-2022 |
      | Fremstillende forvaltning | Socialforvaltningen |
      | P/l | 2023 |
      # Tabel 1
      | 1️⃣Tabel 1. Forslagets samlede økonomiske konskevenser |
      | 1.000 kr. 2023 p/l | 2️⃣Styringsomåde | 2022 | 2023 |
      | 3️⃣Varige ændriger |
      | Rengøring | Service | 0 | -100 |
      | 4️⃣Smlet varig ændring | | 0 | -100 |
      # Tabel 2
      | 5️⃣Tabel 2. Vairge ændringer, service |
      | 1.000 kr. 2023 p/l | 6️⃣Bevillng, profitcentr | 2022 | 2023 |
      | Rengøring | 3641, 588 | 0 | -100 |
      | Ialt | | 0 | -100 |
      """)
    #expect(
      Set(workbook.findings) == [
        "1️⃣ bemærkning: [unusual-input] »Tabel 1. Forslagets samlede økonomiske konskevenser« er læst som »Tabel 1. Forslagets samlede økonomiske konsekvenser«.",
        "2️⃣ bemærkning: [unusual-input] »Styringsomåde« er læst som »Styringsområde«.",
        "3️⃣ bemærkning: [unusual-input] »Varige ændriger« er læst som »Varige ændringer«.",
        "4️⃣ bemærkning: [unusual-input] »Smlet varig ændring« er læst som »Samlet varig ændring«.",
        "5️⃣ bemærkning: [unusual-input] »Tabel 2. Vairge ændringer, service« er læst som »Tabel 2. Varige ændringer, service«.",
        "6️⃣ bemærkning: [unusual-input] »Bevillng, profitcentr« er læst som »Bevilling, profitcenter«.",
      ])
    #expect(lines(workbook) == ["Rengøring Service 0 -100"])
  }

  @Test(
    arguments: [
      ("Okonomiudvalget", "Økonomiudvalget"), ("Økonomi-udvalget", nil), ("ØU", nil), ("ØKF", nil),
      ("Økonomiforvaltningen", nil),
      ("Socialudvlaget", "Socialudvalget"), ("Beskæftigelses-ogIntegrationsudvalget", nil),
      ("Kultur- Fritidsforvaltningen", nil),
      ("Københavns Ejendomme og Indkøb", nil), ("Københavns Ejendome", "Københavns Ejendomme"),
    ] as [(String, String?)]) func `committees as people write them are understood, a slip with a note`(
      name: String, noted: String?
    )
  {
    let workbook = MarkedWorkbook(
      """
      # Tabel E
      | Tabel E. Fordeling af serviceinvesteringer |
      | 1.000 kr. 2023 p/l | Enhed | Bevilling, profitcenter | 2022 | 2023 |
      | 1️⃣\(name) | | 3641, 588 | 50 | 30 |
      | Total | | | 50 | 30 |
      """)
    #expect(
      workbook.findings
        == (noted.map { ["1️⃣ bemærkning: [unusual-input] »\(name)« er læst som »\($0)«."] } ?? []))
  }

  @Test func `a name between two committees is a finding, not a guess`() {
    let workbook = MarkedWorkbook(
      """
      # Tabel E
      | Tabel E. Fordeling af serviceinvesteringer |
      | 1.000 kr. 2023 p/l | Enhed | Bevilling, profitcenter | 2022 | 2023 |
      | 1️⃣Miljøudvalget | | 3641, 588 | 50 | 30 |
      | Total | | | 50 | 30 |
      """)
    #expect(workbook.codes == ["1️⃣ committee-unknown"])
  }

  @Test func `shifted headers, other columns and columns in another order change nothing`() {
    let workbook = MarkedWorkbook(
      """
      # Tabel 1
      | Bilag til forslaget |
      ||
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      ||
      | Styringsområde | Ansvarlig | 1.000 kr. 2023 p/l | 2022 | 2023 | 2024 | Bemærkning |
      | | | Varige ændringer |
      | Service | Ole | Licenser | 0 | -400 | -400 | se side 4 |
      | Service | Eva | Løn | 0 | -50 | -50 | |
      | | | Samlet varig ændring | 0 | -450 | -450 |
      # Tabel 2
      ||
      | | Tabel 2. Varige ændringer, service |
      | | 1.000 kr. 2023 p/l | 2022 | 2023 | 2024 | I alt | Bevilling, profitcenter |
      | | Licenser | 0 | -400 | -400 | -800 | 3641, 588 |
      | | Løn | 0 | -50 | -50 | -100 | 3641, 588 |
      | | Total | 0 | -450 | -450 | 1️⃣-910 | |
      """)
    #expect(workbook.codes == ["1️⃣ total-differs"])
    #expect(lines(workbook) == ["Licenser Service 0 -400 -400", "Løn Service 0 -50 -50"])
    #expect(workbook.items().first?.proposal?.lines.map(\.account?.printed) == ["3641, 588", "3641, 588"])
  }

  @Test func `captions with wrong, double or missing numbers are known by their words`() {
    let workbook = MarkedWorkbook(
      """
      # Ark1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 |
      | Varige ændringer |
      | Rengøring | Service | 0 | -100 |
      | Samlet varig ændring | | 0 | -100 |
      | Implementeringsomkostninger |
      | Projekt | Service | 50 | |
      | Byg | Anlæg | 20 | |
      | Samlede implementeringsomkostninger | | 70 | |
      | Samlet økonomisk påvirkning | | 70 | -100 |
      | Tilbagebetalingstid baseret på serviceeffektivisering | | 2 |
      | Tilbagebetalingstid baseret på totaløkonomi | | 2 år |
      # Ark2
      | Tabel 222222. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling | 2022 | 2023 |
      | Rengøring | 3641, 588 | 0 | -100 |
      | Total | | 0 | 1️⃣-110 |
      # Ark3
      | Tabel 2. Serviceinvesteringer i forslaget |
      | 1.000 kr. 2023 p/l | Bevillingsområde | 2022 | 2023 |
      | Projekt | 3641, 588 | 50 | |
      | Total | | 2️⃣55 | |
      | Anlægsinvesteringer i forslaget |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter mv.* | 2022 | 2023 |
      | Byg | 3641, 588 | 20 | |
      | Total | | 3️⃣25 | |
      """)
    #expect(workbook.codes == ["1️⃣ total-differs", "2️⃣ total-differs", "3️⃣ total-differs"])
  }

  @Test func `a total whose formula was never calculated is not checked, and that is noted`() {
    let workbook = MarkedWorkbook(
      """
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 |
      | Rengøring | 3641, 588 | 0 | -100 |
      | Total | | 1️⃣=SUM(C3:C3) | 1️⃣=SUM(D3:D3) |
      """)
    #expect(workbook.errorsAndWarnings == [])
    #expect(
      workbook.findings.first
        == "1️⃣ bemærkning: [unusual-input] Totalens formel har intet gemt resultat; totalen er ikke kontrolleret. Åbn filen i et regneark, lad den regne, og gem den igen."
    )
  }

  @Test func `a table in mio. kr. is read in millions`() {
    let workbook = MarkedWorkbook(
      """
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | mio. kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 |
      | Rengøring | 3641, 588 | 0 | -0,1 |
      | Total | | 0 | -0,1 |
      """)
    #expect(workbook.findings(.unitUnreadable) == [])
    #expect(
      workbook.items().first?.proposal?.lines.map(\.figures) == [
        [.amount(.zero), .amount(Amount(thousands: -100))]
      ])
  }

  @Test func `a table in mia. kr. is an error at its unit`() {
    let workbook = MarkedWorkbook(
      """
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1️⃣mia. kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 |
      | Rengøring | 3641, 588 | 0 | -0,1 |
      | Total | | 0 | -0,1 |
      """)
    #expect(
      workbook.findings(.unitUnreadable) == [
        "1️⃣ fejl: [unit-unreadable] Enheden »mia. kr. 2023 p/l« kan ikke læses, så det er uvist, hvor store beløbene er. Skriv beløbene i 1.000 kr., og skriv »1.000 kr.« som enhed."
      ])
  }

  @Test func `the column Udvalg gives each line of the cross-cutting form its committee`() {
    let workbook = MarkedWorkbook(
      """
      # Forslag
      | Forslagsnummer | BC12 |
      | Type | Tværgående effektiviseringsforslag |
      | Runde | OFS 2021-2022 |
      | Fremstillende forvaltning | Økonomiforvaltningen for Borgerrådgiveren |
      | Berørte forvaltninger | SOF, KFF |
      | P/l | 2023 |
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Udvalg | Styringsområde | 2022 | 2023 |
      | Varige ændringer |
      | Indkøb | Socialudvalget | Service | 0 | -100 |
      | Indkøb | 1️⃣Teknik- og Miljøudvalget | Service | 0 | -50 |
      | Rejser | Kultur- og Fritidsudvalget | Service | 0 | -50 |
      | Samlet varig ændring | | Service | 0 | -200 |
      """)
    let proposal = workbook.items().first?.proposal
    #expect(proposal?.presenting == "BOR")
    #expect(proposal?.lines.map(\.committee) == ["SUD", "TMU", "KFU"])
    #expect(workbook.codes == ["1️⃣ committee-not-affected"])
  }

  @Test(
    arguments: [
      ("6", 6), ("6 år", 6), ("Ca. 6 år.", 6), ("ikke relevant", nil), ("-", nil),
    ] as [(String, Int?)]) func `paybacks as people write them`(text: String, years: Int?)
  {
    let workbook = MarkedWorkbook(
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 |
      | Varige ændringer |
      | Rengøring | Service | 0 | -10 |
      | Implementeringsomkostninger |
      | Projekt | Service | 50 | |
      | Tilbagebetalingstid baseret på totaløkonomi | | \(text) |
      """)
    #expect(workbook.items().first?.proposal?.payback.total == years)
    #expect(!workbook.codes.contains { $0.hasSuffix("number-unreadable") })
  }

  @Test(arguments: ["2,5", "2-3", "> 6"])
  func `a payback that is no whole number of years is unreadable, and then not missing`(
    text: String
  ) {
    let workbook = MarkedWorkbook(
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 |
      | Varige ændringer |
      | Rengøring | Service | 0 | -10 |
      | Implementeringsomkostninger |
      | Projekt | Service | 50 | |
      | Tilbagebetalingstid baseret på serviceeffektivisering | | 6 |
      | Tilbagebetalingstid baseret på totaløkonomi | | 1️⃣"\(text)" |
      """)
    #expect(workbook.codes == ["1️⃣ number-unreadable"])
  }
}
