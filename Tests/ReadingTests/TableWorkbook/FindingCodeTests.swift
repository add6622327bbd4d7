import Findings
@testable import Forms
@testable import Intake
import ProposalModel
@testable import Reports
@testable import Spreadsheet
import Foundation
import TestSupport
import Testing

/// One finding code, a small workbook in which it occurs, and the exact words.
struct FindingCase: Sendable, CustomTestStringConvertible {
  var code: FindingCode
  var table: String
  var expected: [String]

  init(_ code: FindingCode, _ table: String, finds expected: [String]) {
    self.code = code
    self.table = table
    self.expected = expected
  }

  var testDescription: String { code.rawValue }
}

/// Each code with its exact text. Codes are a promise; a change of words is one that somebody decided.
@Suite struct `Finding codes` {
  static let cases =
    FindingCase.sums + FindingCase.structure + FindingCase.warnings + FindingCase.notes
    + FindingCase.doubts

  /// Codes that need more than one workbook, a round with a limit, a file that cannot be marked, or returned
  /// files; each has a test of its own below.
  static let others: [FindingCode] = [
    .duplicateProposal, .paybackLong, .notAnnotated, .mergeConflict, .fileUnread, .notAProposal,
    .versionReplaced, .decisionUnreadable, .decisionUnknown, .acceptanceRefused, .acceptanceUnused,
    .columnUncertain, .changeNotAccepted,
    .unitDoubtful,
  ]

  @Test(arguments: cases) func `a code is found at the marked cells, in these words`(example: FindingCase) {
    #expect(MarkedWorkbook(example.table).findings(example.code) == example.expected)
  }

  /// Codes of what reading leaves over, by their own tests in ``Numbers that nothing reads`` and
  /// ``Tables that stand twice``; their exact texts stand in ``texts``.
  static let leftOver: [FindingCode] = [
    .moneyUnread, .yearUnreadable, .unitUnreadable, .tableRepeated, .totalInLines,
  ]

  @Test func `what cannot be made by a workbook of one sheet is said in these words`() {
    let here = Place(file: "BC99.docx", sheet: "Tabel 2", cell: "C4")
    #expect(
      Catalogue.changeNotAccepted("-300", before: "-200", at: here).line
        == "BC99.docx:Tabel 2!C4: advarsel: [change-not-accepted] Der stod »-200«, og det er ændret til »-300« med sporede ændringer, som ikke er godkendt; det nye er læst. Godkend eller afvis ændringen i dokumentet."
    )
    #expect(
      Catalogue.unitUnreadable("kkr.", at: here).line
        == "BC99.docx:Tabel 2!C4: fejl: [unit-unreadable] Enheden »kkr.« kan ikke læses, så det er uvist, hvor store beløbene er. Skriv beløbene i 1.000 kr., og skriv »1.000 kr.« som enhed."
    )
    #expect(
      Catalogue.totalInLines("I alt", at: here).line
        == "BC99.docx:Tabel 2!C4: bemærkning: [total-in-lines] Rækken »I alt« er læst som en sum af linjerne og er ikke regnet med. Slet rækken: summerne står over tabellen."
    )
  }

  /// What the Kvantum side says of accounts and of a load: it takes no workbook to say it.
  static let ofLoads: [(finding: Finding, line: String)] = {
    let here = Place(file: "k.csv", sheet: "Ark1", cell: "C4")
    return [
      (
        Catalogue.budgetOverwritten(
          keys: 2, amount: "900.000.000", mode: "beløbene erstatter budgettet",
          examples: ["1234 (2026): 500.000"],
          at: here),
        "fejl: [budget-overwritten] Filen indlæses sådan, at beløbene erstatter budgettet. Det ville overskrive budgettet på 2 nøgler, i alt 900.000.000 kr.: 1234 (2026): 500.000. Brug en profil, der lægger til budgettet (mode add)."
      ),
      (
        Catalogue.budgetKeyUnknown("1234", years: ["2026: -5.000"], known: [2025], at: here),
        "fejl: [budget-key-unknown] Konto 1234 har intet budget i udtrækket for 2026: -5.000; kontoen står der kun for 2025. Træk alle årene ud, eller mærk kontoen Ny konto i kontolisten."
      ),
      (
        Catalogue.postedTwice(["BC08"], file: "gammel.csv", at: here),
        "fejl: [posted-twice] BC08 er allerede i »gammel.csv« efter kvitteringen, så budgettet ville blive ændret to gange. Skriv kun forskellen med --since og det tidligere sæt, eller sig med --unloaded gammel.csv, at filen aldrig er indlæst."
      ),
      (
        Catalogue.budgetBelowZero("1234", years: ["2026: 2.000 til -3.000"], at: here),
        "advarsel: [budget-below-zero] Budgettet på konto 1234 kommer under nul: 2026: 2.000 til -3.000. Kontrollér, at det er den rigtige konto, og at budgettet er nok til besparelsen."
      ),
      (
        Catalogue.budgetCoarse(["Funktion"], at: here),
        "advarsel: [budget-coarse] Udtrækket har ikke Funktion, så budgetterne er lagt sammen, og det ses ikke, om hvert af dem findes. Træk listen ud med den kolonne, og prøv igen."
      ),
      (
        Catalogue.accountNotNew("1234", years: [2026], at: here),
        "advarsel: [account-not-new] Konto 1234 er mærket Ny konto, men har budget i udtrækket for 2026. Fjern mærket i kontolisten."
      ),
      (
        Catalogue.accountNotInChart("funktion", "9.99.99", chart: "2023", nearest: nil, at: here),
        "fejl: [account-not-in-chart] »9.99.99« er ikke en funktion i kontoplanen 2023. Ret koden, eller tag årets kontoplan."
      ),
      (
        Catalogue.dranstDiffers("1", area: "Anlæg", allowed: ["3"], at: here),
        "fejl: [dranst-differs] Dranst 1 svarer ikke til Anlæg, som bogføres med 3. Ret dranst eller styringsområdet."
      ),
      (
        Catalogue.accountsDefaulted(2, of: 9, counts: ["BC08 (2)"], at: here),
        "bemærkning: [accounts-defaulted] 2 af 9 korrektioner har kontolistens standardkonto: BC08 (2). Se kolonnen Kontokilde, og skriv kontoen i forslaget, hvor den er en anden."
      ),
    ]
  }()

  @Test(arguments: ofLoads.indices) func `what is found of accounts and of a load is said in these words`(
    index: Int
  ) {
    let (finding, line) = Self.ofLoads[index]
    #expect(finding.line == "k.csv:Ark1!C4: " + line)
  }

  @Test func `every code has a test of its exact text`() {
    let tested = Set(
      Self.cases.map(\.code) + Self.others + Self.leftOver + Self.ofLoads.map(\.finding.code))
    #expect(FindingCode.allCases.filter { !tested.contains($0) } == [])
  }

  @Test(arguments: cases) func `the severity in the words is the code's own`(example: FindingCase) {
    let words = "\(example.code.severity.danish): [\(example.code.rawValue)]"
    #expect(example.expected.allSatisfy { $0.contains(words) })
  }

  @Test func `a payback time above the round's limit is a warning`() throws {
    var round = try #require(RoundLibrary.round(named: "OFS 2021-2022"))
    round.paybackLimit = 3
    let workbook = MarkedWorkbook(
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Rengøring | Service | 0 | -100 | -100 |
      | Samlet varig ændring | | 0 | -100 | -100 |
      | Implementeringsomkostninger |
      | Projekt | Service | 300 | | |
      | Samlede implementeringsomkostninger | | 300 | | |
      | Samlet økonomisk påvirkning | | 300 | -100 | -100 |
      | Tilbagebetalingstid baseret på serviceeffektivisering | | 4 |
      | Tilbagebetalingstid baseret på totaløkonomi | | 4 |
      """)
    let found = workbook.items(round: round).flatMap(\.findings).filter { $0.severity > .note }
    let remedy =
      "Kontrollér beløbene; kan tiden ikke blive kortere, skal fravigelsen aftales med Center for Økonomi."
    #expect(
      found.map(\.line) == [
        "BC99.xlsx:Tabel 1!C10: advarsel: [payback-long] Tilbagebetalingstiden for service er 4 år; runden tillader højst 3. "
          + remedy,
        "BC99.xlsx:Tabel 1!C11: advarsel: [payback-long] Tilbagebetalingstiden for totaløkonomi er 4 år; runden tillader højst 3. "
          + remedy,
      ])
  }

  @Test func `a file that cannot be marked is a note that says why`() {
    let line = Catalogue.notAnnotated(.structureProtected, at: Place(file: "BC99.xlsx")).line
    #expect(
      line
        == "BC99.xlsx: bemærkning: [not-annotated] Filen er kontrolleret, men ikke mærket: projektmappens struktur er beskyttet, så der ikke kan tilføjes et ark. Fjern beskyttelsen (Gennemse → Beskyt projektmappe)."
    )
  }

  @Test func `a returned file of another proposal is a conflict`() {
    let line = Catalogue.Merge.otherProposal(
      "BC09", of: "BC08", at: Place(file: "BC09-SUD.xlsx", sheet: "Forslag", cell: "B1")
    ).line
    #expect(
      line
        == "BC09-SUD.xlsx:Forslag!B1: fejl: [merge-conflict] Filen er forslag »BC09«, ikke »BC08«; intet fra den er taget med. Flet kun filer af det samme forslag."
    )
  }
}
