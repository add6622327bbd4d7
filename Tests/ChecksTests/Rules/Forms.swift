import TestSupport

/// Small forms in which nothing is wrong, for tests that spoil one thing.
enum SmallForm {
  /// Lines of an entry workbook under the headings, with fields of the front page.
  static func entry(_ lines: String, front: String = "") -> String {
    """
    # Forslag
    | Forslagsnummer | BC99 |
    | Titel | Et forslag |
    | Type | Investeringsforslag |
    | Runde | OFS 2021-2022 |
    | Fremstillende forvaltning | Socialforvaltningen |
    | P/l | 2023 |
    \(front)
    # Økonomi
    | 1.000 kr. 2023 p/l |
    | Linje | Afsnit | Tekst | Styringsområde | Udvalg | Bevilling | Profitcenter | Fordeling | Gælder | 2022 | 2023 | 2024 | 2025 |
    \(lines)
    """
  }

  /// A saving and a cost that is paid back in the third year.
  static let lines = """
    | L1 | Varig ændring | Færre vikarer | Service | SUD | 3641 | 5880 | | | | -400 | -800 | -800 |
    | L2 | Implementering | Projektledelse | Service | SUD | 3641 | 5880 | | | 600 | 450 | | |
    """

  /// The paybacks of ``lines``.
  static let payback = "| Tilbagebetalingstid, service | 3 |\n| Tilbagebetalingstid, total | 3 |"

  /// The entry workbook of ``lines`` with `old` replaced by `new`.
  static func entry(_ old: String, _ new: String, front: String = "") -> String {
    entry(lines.replacing(old, with: new), front: front)
  }

  /// A table workbook with Tabel 1, its two detail tables, and further sheets.
  static func tables(_ old: String = "", _ new: String = "", more: String = "", front: String = "") -> String
  {
    let text = old.isEmpty ? whole : whole.replacing(old, with: new)
    return
      (front.isEmpty
      ? ""
      : "# Forslag\n| Forslagsnummer | BC99 |\n| Titel | Et forslag |\n| Type | Investeringsforslag |\n| Runde | OFS 2021-2022 |\n| P/l | 2023 |\n\(front)\n")
      + text + "\n" + more
  }

  private static let whole = """
    # Tabel 1
    | Tabel 1. Forslagets samlede økonomiske konsekvenser |
    | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 | 2025 |
    | Varige ændringer |
    | Færre vikarer | Service | | -400 | -800 | -800 |
    | Mindre kørsel | Service | | -50 | -50 | -50 |
    | Samlet varig ændring | | | -450 | -850 | -850 |
    | Implementeringsomkostninger |
    | Projektledelse | Service | 600 | 450 | | |
    | Samlede implementeringsomkostninger | | 600 | 450 | | |
    | Samlet økonomisk påvirkning | | 600 | 0 | -850 | -850 |
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
    | Investeringer totalt, service | | 600 | 450 | | |
    """

  /// Tabel A and Tabel B with 250 and 600 for two committees.
  static let shares = """
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
    """

  /// A stated Fordeling among the same two committees.
  static let distribution = """
    # Tabel 4
    | Tabel 4. Fordeling af varige ændringer mellem udvalg, service |
    | 1.000 kr. 2023 p/l | Enhed | | 2022 | 2023 | 2024 | 2025 |
    | Socialudvalget | | Besparelse | | -250 | -600 | -600 |
    | Sundheds- og Omsorgsudvalget | | Besparelse | | -200 | -250 | -250 |
    | Total | | Besparelse | | -450 | -850 | -850 |
    """
}
