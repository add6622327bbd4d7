import TestSupport
import Testing

/// Table workbooks of many shapes in which nothing is wrong: none may give an error or a warning.
@Suite struct `Valid tables of many shapes` {
  static let tables: [(shape: String, table: String)] = [
    (
      "all usual tables of a proposal",
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Husleje | Service | | -100 | -200 |
      | Drift | Service | | 20 | 20 |
      | Samlet varig ændring | | | -80 | -180 |
      | Implementeringsomkostninger |
      | Projekt | Service | 50 | 30 | |
      | Byg | Anlæg | 100 | 30 | |
      | Samlede implementeringsomkostninger | | 150 | 60 | |
      | Samlet økonomisk påvirkning | | 150 | -20 | -180 |
      | Tilbagebetalingstid baseret på serviceeffektivisering | | 3 |
      | Tilbagebetalingstid baseret på totaløkonomi | | 3 |
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Husleje | 3641, 588 | | -100 | -200 |
      | Drift | 3641, 588 | | 20 | 20 |
      | Varige ændringer totalt, service | | | -80 | -180 |
      # Tabel 3
      | Tabel 3. Serviceinvesteringer i forslaget |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Projekt | 3641, 588 | 50 | 30 | |
      | Investeringer totalt, service | | 50 | 30 | |
      # Tabel 4
      | Tabel 4. Anlægsinvesteringer i forslaget |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Byg | 3641, 588 | 100 | 30 | |
      | Investeringer totalt, anlæg | | 100 | 30 | |
      """
    ),
    (
      "plans with X marks, volumes and other years in tables of their own",
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Husleje | Service | | -100 | -200 |
      | Samlet varig ændring | | | -100 | -200 |
      | Implementeringsomkostninger |
      | Projekt | Service | 50 | 30 | |
      | Samlede implementeringsomkostninger | | 50 | 30 | |
      | Samlet økonomisk påvirkning | | 50 | -70 | -200 |
      | Tilbagebetalingstid baseret på serviceeffektivisering | | 2 |
      | Tilbagebetalingstid baseret på totaløkonomi | | 2 |
      # Plan
      | Aktivitetsplan |
      | Aktivitet | 2022 | 2023 | 2024 |
      | Udbud | X | | |
      | Indkøb | X | X | |
      # Mængder
      | Tabel 7. Antal borgere |
      | Antal | 2022 | 2023 | 2024 |
      | Plejehjem | 100 | 200 | 300 |
      | Hjemmepleje | 100 | 200 | 300 |
      | Total | 250 | 400 | 600 |
      # Budget
      | Budget og forbrug på området |
      | kr. | Styringsområde | 2018 | 2019 | 2020 |
      | Budget | | 9.357.768 | 9.000.000 | 9.100.000 |
      | Forbrug | | 9.357.768 | 9.000.000 | 9.100.000 |
      | Afvigelse i alt | | 0 | 0 | 0 |
      """
    ),
    (
      "all control areas with subtotals per area and a Heraf row",
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Drift | Service | 0 | 40 | 40 |
      | Dagpenge | Overførsel mv. | 0 | -400 | -500 |
      | Tilskud | Efterspørgselsstyret indsats | 0 | -100 | -100 |
      | Renter | Finansposter | 0 | 10 | 10 |
      | Samlet varig ændring, service | Service | 0 | 40 | 40 |
      | Heraf administration | Service | 0 | 20 | 20 |
      | Samlet varig ændring, efterspørgselsstyret indsats | | 0 | -100 | -100 |
      | Samlet varig ændring, efterspørgselsstyrede overførsler | | 0 | -400 | -500 |
      | Samlet varig ændring, finansposter | | 0 | 10 | 10 |
      | Samlet varig ændring | | 0 | -450 | -550 |
      | Implementeringsomkostninger |
      | Projekt | Service | 500 | | |
      | Samlede implementeringsomkostninger | | 500 | 0 | 0 |
      | Samlet økonomisk påvirkning | | 500 | -450 | -550 |
      | Tilbagebetalingstid baseret på serviceeffektivisering | | |
      | Tilbagebetalingstid baseret på totaløkonomi | | 3 |
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevillingsområde | 2022 | 2023 | 2024 |
      | Drift | Sundhed | 0 | 40 | 40 |
      | Varige ændringer totalt, service | | 0 | 40 | 40 |
      # Tabel 3
      | Tabel 3. Varige ændringer, efterspørgselsstyrede overførsler |
      | 1.000 kr. 2023 p/l | Bevilling mv.* | 2022 | 2023 | 2024 |
      | Dagpenge | 3520, 4620 | 0 | -400 | -500 |
      | Varige ændringer totalt, overførsler | | 0 | -400 | -500 |
      # Tabel 4
      | Tabel 4. Varige ændringer, efterspørgselsstyret indsats |
      | 1.000 kr. 2023 p/l | Bevilling mv.* | 2022 | 2023 | 2024 |
      | Tilskud | 3520, 4620 | 0 | -100 | -100 |
      | Varige ændringer totalt, efterspørgselsstyret indsats | | 0 | -100 | -100 |
      # Tabel 5
      | Tabel 5. Varige ændringer, finansposter |
      | 1.000 kr. 2023 p/l | Bevilling mv.* | 2022 | 2023 | 2024 |
      | Renter | 3520, 4620 | 0 | 10 | 10 |
      | Varige ændringer totalt | | 0 | 10 | 10 |
      # Tabel 6
      | Tabel 6. Serviceinvesteringer i forslaget |
      | 1.000 kr. 2023 p/l | Bevilling mv.* | 2022 | 2023 | 2024 |
      | Projekt | 3520, 4620 | 500 | | |
      | Investeringer totalt, service | | 500 | | |
      """
    ),
    (
      "an account on the total row",
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Drift | Service | 0 | -40 | -40 |
      | Løn | Service | 0 | -10 | -20 |
      | Samlet varig ændring | | 0 | -50 | -60 |
      | Implementeringsomkostninger |
      | Projekt | Anlæg | 50 | | |
      | Samlede implementeringsomkostninger | | 50 | 0 | 0 |
      | Samlet økonomisk påvirkning | | 50 | -50 | -60 |
      | Tilbagebetalingstid baseret på serviceeffektivisering | | 2 |
      | Tilbagebetalingstid baseret på totaløkonomi | | 2 |
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Drift | | 0 | -40 | -40 |
      | Løn |  | 0 | -10 | -20 |
      | Varige ændringer totalt, service | 3641, 588 | 0 | -50 | -60 |
      # Tabel 3
      | Tabel 3. Anlægsinvesteringer i forslaget |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Projekt | "3641.588" | 50 | | |
      | Investeringer totalt, anlæg | | 50 | | |
      """
    ),
    (
      "a line that begins like a total, and a net row",
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Samlede licenser | Service | 0 | -400 | -400 |
      | Løn | Service | 0 | -50 | -50 |
      | Drift | Service | 0 | 10 | 10 |
      | Nettobesparelse | Service | 0 | -440 | -440 |
      | Samlet varig ændring | | 0 | -440 | -440 |
      """
    ),
    (
      "a heading of other words, and rows below the totals",
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Indkøb | Service | 0 | -100 | -200 |
      | Samlet varig ændring | | 0 | -100 | -200 |
      | Effekt på årsværk | | 0 | 1 | 2 |
      | Engangsudgifter |
      | Projekt | Service | 50 | 30 | |
      | Samlede engangsudgifter | | 50 | 30 | |
      | Samlet økonomisk påvirkning | | 50 | -70 | -200 |
      | Antal borgere | | 5 | 10 | 12 |
      | Tilbagebetalingstid baseret på serviceeffektivisering | | 2 |
      | Tilbagebetalingstid baseret på totaløkonomi | | 2 |
      """
    ),
    (
      "no section headings",
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Indkøb | Service | 0 | -100 | -200 |
      | Samlet varig ændring | | 0 | -100 | -200 |
      | Projekt | Service | 50 | 30 | |
      | Samlede implementeringsomkostninger | | 50 | 30 | |
      | Samlet økonomisk påvirkning | | 50 | -70 | -200 |
      | Tilbagebetalingstid baseret på serviceeffektivisering | | 2 |
      | Tilbagebetalingstid baseret på totaløkonomi | | 2 |
      """
    ),
    (
      "named subtotals in a detail table",
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Spor 1 | Service | 0 | -100 | -200 |
      | Spor 2 | Service | 0 | -50 | -50 |
      | Samlet varig ændring | | 0 | -150 | -250 |
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | a | 3641, 588 | 0 | -60 | -160 |
      | b | 3641, 588 | 0 | -40 | -40 |
      | Spor 1 i alt | | 0 | -100 | -200 |
      | c | 3641, 588 | 0 | -30 | -30 |
      | d | 3641, 588 | 0 | -20 | -20 |
      | Spor 2, subtotal | | 0 | -50 | -50 |
      | Varige ændringer totalt, service |  | 0 | -150 | -250 |
      """
    ),
    (
      "Fordeling with a Total band",
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Spor 1 | Service | 0 | -100 | -200 |
      | Spor 2 | Service | 0 | 50 | 50 |
      | Samlet varig ændring | | 0 | -50 | -150 |
      # Fordeling
      | Fordeling af varige ændringer |
      | 1.000 kr. 2023 p/l | Enhed | | 2022 | 2023 | 2024 |
      | Økonomiudvalget | | Besparelse | 0 | -60 | -120 |
      | | | Omkostninger | 0 | 50 | 50 |
      | | Københavns Ejendomme | Besparelse | 0 | -40 | -80 |
      | | | Omkostninger | | | |
      | Total | | Besparelse | 0 | -100 | -200 |
      | | | Omkostninger | 0 | 50 | 50 |
      """
    ),
    (
      "totals without a label, and Ialt",
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Licenser | Service | 0 | -400 | -400 |
      | Løn | Service | 0 | -50 | -50 |
      | | | 0 | -450 | -450 |
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Licenser | 3641, 588 | 0 | -400 | -400 |
      | Løn | 3641, 588 | 0 | -50 | -50 |
      | Ialt | | 0 | -450 | -450 |
      """
    ),
    (
      "amounts as departments type them",
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 | 2025 | 2026 | 2027 |
      | Varige ændringer |
      | Drift | Service | −1.275 | –1.275 | "- 3.000" | "-2. 750" | "1.275-" | (1.275) |
      | Løn | Service | 1 275 | "1050" | "1.050" | "1.275 t.kr." | "1.275,50" | 1.275 |
      | Samlet varig ændring | | 0 | -225 | -1.950 | -1.475 | 0,5 | 0 |
      """
    ),
    (
      "no Tabel 1",
      """
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevillingsområde | 2022 | 2023 | 2024 |
      | Drift | Sundhed | 0 | -40 | -40 |
      | Varige ændringer totalt, service | | 0 | -40 | -40 |
      """
    ),
  ]

  @Test(arguments: tables) func `nothing is found above a note`(shape: String, table: String) {
    #expect(MarkedWorkbook(table).errorsAndWarnings == [])
  }
}
