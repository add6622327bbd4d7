import Findings
import TestSupport
import Testing

/// Ten mistakes in one proposal: each is named in the first pass, at its cell, and nothing else is.
@Suite struct `Ten mistakes at once` {
  /// The mistakes of an entry workbook: what stood there, and what stands there now, with the mark of the
  /// finding.
  private static let entryMistakes: [(right: String, wrong: String)] = [
    ("Mindre kørsel | Service", "Mindre kørsel | 1️⃣Sevrice"),
    ("Færre licenser | Service | SOU", "Færre licenser | Service | 2️⃣SOUU"),
    ("Byg | Anlæg | SUD | 3170 | 5882 | | | 250 |", "Byg | Anlæg | SUD | 3170 | 5882 | | | 3️⃣\"1,800\" |"),
    ("-700 | -700 | -700 | -700 |", "-700 | -700 | 4️⃣-700000 | -700 |"),
    ("-30 | -30 | -30 | -30 |", "-30 | -30 | 5️⃣30 | -30 |"),
    (
      "| L6 | Implementering",
      "| L9 | Implementering | 6️⃣Kursus | Service | SUD | 3641 | 5883 | | | 40 | | | | |\n| L6 | Implementering"
    ),
    ("-20 | -20 | -20 | -20 |", "-20 | -20 | -20 | 7️⃣ |"),
    ("Projektledelse | Service | SUD | 3641 | 5880", "Projektledelse | Service | SUD | 8️⃣Service | "),
    ("SUD 60 %; SOU 40 %", "9️⃣SUD 60 %; SOU 39 %"),
    ("| Ja | 14. januar 2022 |", "| Ja | 14. januar |"),
  ]

  private static let entry = """
    # Forslag
    | Forslagsnummer | BC99 |
    | Titel | Et forslag |
    | Type | Investeringsforslag |
    | Runde | OFS 2021-2022 |
    | Fremstillende forvaltning | Socialforvaltningen |
    | Berørte forvaltninger | SOF, SUF |
    | P/l | 2023 |
    | Tilbagebetalingstid, service | 3 |
    | Tilbagebetalingstid, total | 3 |
    # Økonomi
    | 1.000 kr. 2023 p/l |
    | Linje | Afsnit | Tekst | Styringsområde | Udvalg | Bevilling | Profitcenter | Fordeling | Gælder | 2022 | 2023 | 2024 | 2025 | 2026 |
    | L1 | Varig ændring | Færre vikarer | Service | SUD | 3641 | 5880 | | | | -700 | -700 | -700 | -700 |
    | L2 | Varig ændring | Mindre kørsel | Service | SUD | 3641 | 5881 | | | | -30 | -30 | -30 | -30 |
    | L3 | Varig ændring | Færre licenser | Service | SOU | 3641 | 5884 | | | | -20 | -20 | -20 | -20 |
    | L4 | Implementering | Projektledelse | Service | SUD | 3641 | 5880 | SUD 60 %; SOU 40 % | | 600 | 450 | | | |
    | L5 | Implementering | Kursus | Service | SUD | 3641 | 5883 | | | 40 | | | | |
    | L6 | Implementering | Byg | Anlæg | SUD | 3170 | 5882 | | | 250 | | | | |
    # Høring
    | Part | Svar | Dato | Bemærkning |
    | Center for Økonomi, Økonomiforvaltningen | Ja | 14. januar 2022 | |
    """

  private func spoiled(_ text: String, _ mistakes: [(right: String, wrong: String)]) -> MarkedWorkbook {
    var text = text
    for (right, wrong) in mistakes {
      guard let range = text.firstRange(of: right) else {
        Issue.record("\(right) is not in the proposal")
        continue
      }
      text.replaceSubrange(range, with: wrong)
    }
    return MarkedWorkbook(text)
  }

  @Test func `nothing is wrong with either proposal before`() {
    #expect(MarkedWorkbook(Self.entry).errorsAndWarnings == [])
    #expect(MarkedWorkbook(Self.tables).errorsAndWarnings == [])
  }

  @Test func `an entry workbook`() {
    #expect(
      Set(spoiled(Self.entry, Self.entryMistakes).codes) == [
        "1️⃣ control-area-unknown", "2️⃣ committee-unknown", "3️⃣ number-ambiguous", "4️⃣ magnitude-suspicious",
        "5️⃣ sign-suspicious", "Økonomi!C8,C7 line-repeated", "7️⃣ change-stops-early",
        "8️⃣ account-is-control-area", "9️⃣ shares-differ", "Høring!C2 hearing-date",
      ])
  }

  @Test(arguments: entryMistakes.indices) func `each mistake of an entry workbook alone`(index: Int) {
    let workbook = spoiled(Self.entry, [Self.entryMistakes[index]])
    #expect(workbook.codes.count == 1, "\(workbook.errorsAndWarnings)")
  }

  /// The mistakes of a table workbook.
  private static let tableMistakes: [(right: String, wrong: String)] = [
    ("Samlet varig ændring | | | -450 | -850", "Samlet varig ændring | | | -450 | 1️⃣-580"),
    ("Færre vikarer | 3641, 5880 | | -400 | -800", "Færre vikarer | 3641, 5880 | | -400 | 2️⃣-800000"),
    ("i forslaget |\n| 1.000 kr. 2023 p/l", "i forslaget |\n| 3️⃣1.000 kr. 2022 p/l"),
    ("| Tabel 2. Varige", "| 4️⃣Tabel [indsæt nr.]. Varige"),
    (
      "| Socialudvalget | | 3641, 5880 | Service", "| 5️⃣Teknik- og Miljøudvalget | | 3641, 5880 | Service"
    ),
    ("serviceeffektivisering | | 3", "serviceeffektivisering | | 6️⃣9"),
    ("Projektledelse | 3641, 5880 | 600", "Projektledelse | 7️⃣ | 600"),
    ("| Ja | 14. januar 2022 |", "| Ja | 8️⃣14. januar |"),
    ("Kursus | 3641, 5880 | 40", "Kursus | 3641, 5880 | 9️⃣1.6780"),
    (
      "| Implementeringsomkostninger |",
      "| Heraf nettoeffektivisering | Service | | -400 | -700 | -700 |\n| Implementeringsomkostninger |"
    ),
  ]

  private static let tables = """
    # Forslag
    | Forslagsnummer | BC99 |
    | Titel | Et forslag |
    | Type | Investeringsforslag |
    | Runde | OFS 2021-2022 |
    | Fremstillende forvaltning | Socialforvaltningen |
    | Berørte forvaltninger | SOF, SUF |
    | P/l | 2023 |
    # Tabel 1
    | Tabel 1. Forslagets samlede økonomiske konsekvenser |
    | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 | 2025 |
    | Varige ændringer |
    | Færre vikarer | Service | | -400 | -800 | -800 |
    | Mindre kørsel | Service | | -50 | -50 | -50 |
    | Samlet varig ændring | | | -450 | -850 | -850 |
    | Implementeringsomkostninger |
    | Projektledelse | Service | 600 | 450 | | |
    | Kursus | Service | 40 | | | |
    | Samlede implementeringsomkostninger | | 640 | 450 | | |
    | Samlet økonomisk påvirkning | | 640 | 0 | -850 | -850 |
    | Tilbagebetalingstid baseret på serviceeffektivisering | | 3 |
    | Tilbagebetalingstid baseret på totaløkonomi | | 3 |
    # Tabel 2
    | Tabel 2. Varige ændringer, service |
    | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 | 2025 |
    | Færre vikarer | 3641, 5880 | | -400 | -800 | -800 |
    | Mindre kørsel | 3641, 5880 | | -50 | -50 | -50 |
    | Varige ændringer totalt, service | | | -450 | -850 | -850 |
    # Tabel 3
    | Tabel 3. Serviceinvesteringer i forslaget |
    | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 | 2025 |
    | Projektledelse | 3641, 5880 | 600 | 450 | | |
    | Kursus | 3641, 5880 | 40 | | | |
    | Investeringer totalt, service | | 640 | 450 | | |
    # Tabel A
    | Tabel A. Måltalseffekt – hvis forslaget indarbejdes |
    | 1.000 kr. 2023 p/l | Enhed | Bevilling, profitcenter | 2022 | 2023 | 2024 | 2025 |
    | Socialudvalget | | 3641, 5880 | | -250 | -600 | -600 |
    | Sundheds- og Omsorgsudvalget | | 3641, 5881 | | -200 | -250 | -250 |
    | Total | | | | -450 | -850 | -850 |
    # Tabel B
    | Tabel B. Bevillingsmæssig effekt – hvis forslaget indarbejdes |
    | 1.000 kr. 2023 p/l | Enhed | Bevilling, profitcenter | Styringsområde | 2022 | 2023 | 2024 | 2025 |
    | Socialudvalget | | 3641, 5880 | Service | | -250 | -600 | -600 |
    | Sundheds- og Omsorgsudvalget | | 3641, 5881 | Service | | -200 | -250 | -250 |
    | Total | | | | | -450 | -850 | -850 |
    # Høring
    | Part | Svar | Dato | Bemærkning |
    | Center for Økonomi, Økonomiforvaltningen | Ja | 14. januar 2022 | |
    """

  @Test func `a table workbook`() {
    #expect(
      Set(spoiled(Self.tables, Self.tableMistakes).codes) == [
        "1️⃣ total-differs", "2️⃣ magnitude-suspicious", "3️⃣ price-level-differs", "4️⃣ placeholder-left",
        "5️⃣ shares-differ", "6️⃣ payback-differs", "7️⃣ account-missing", "8️⃣ hearing-date",
        "9️⃣ number-ambiguous", "Tabel 1!D7,E7,F7 target-differs",
      ])
  }

  @Test(arguments: tableMistakes.indices) func `each mistake of a table workbook alone`(index: Int) {
    let workbook = spoiled(Self.tables, [Self.tableMistakes[index]])
    #expect(workbook.codes.count == 1, "\(workbook.errorsAndWarnings)")
  }
}
