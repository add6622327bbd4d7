import Findings
import Spreadsheet
import TestSupport
import Testing

/// Rows that repeat the money of the lines are known as such by their words, wherever those stand, and by
/// their figures.
@Suite struct `Rows that repeat money` {
  /// A table of one line with a row below it, and Tabel 1 with the same line.
  private static func table(_ last: String, _ first: String, _ second: String) -> MarkedWorkbook {
    MarkedWorkbook(
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Vagt | Service | 0 | -400 | -800 |
      | Samlet varig ændring | | 0 | -400 | -800 |
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Vagt | 3641, 588 | 0 | -400 | -800 |
      | \(last) | | 0 | \(first) | \(second) |
      """)
  }

  static let totals = [
    "Varige ændringer i alt, service", "Totale varige ændringer, service", "Ændringer samlet, service",
    "I alt varige ændringer", "Netto",
    "Nettoeffekt", "Delsum", "Sum, service",
  ]

  @Test(arguments: totals) func `a total below a single line is none of its money`(text: String) {
    #expect(Self.table(text, "-400", "-800").codes == [])
  }

  @Test(arguments: totals) func `a total below a single line that differs is reported at its figure`(
    text: String
  ) {
    #expect(Self.table(text, "1️⃣-490", "-800").codes == ["1️⃣ total-differs"])
  }

  @Test(arguments: [
    "Totalrenovering", "Totale renoveringer", "Flytning i alt af kontor", "Samlet flytning af kontor",
  ])
  func `a line whose words name a thing is money of its own`(text: String) {
    let workbook = MarkedWorkbook(
      """
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | \(text) | 3641, 588 | 0 | -100 | -100 |
      | Vagt | 3641, 588 | 0 | -300 | -700 |
      | Varige ændringer totalt, service | | 0 | -400 | -800 |
      """)
    #expect(workbook.codes == [])
  }

  @Test func `a row without text and with the figures of the only line above is its total`() {
    let workbook = Self.table("1️⃣", "-400", "-800")
    #expect(workbook.codes == [])
    #expect(workbook.findings(.totalWithoutLabel).first?.hasPrefix("1️⃣") == true)
  }

  @Test(arguments: ["Subtotal", "Delsum", "Mellemsum", "Delsum 2"])
  func `sums of some lines are none of the money`(text: String) {
    let workbook = MarkedWorkbook(
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Vagt | Service | 0 | -400 | -800 |
      | Rengøring | Service | 0 | -100 | -100 |
      | \(text) | | 0 | -500 | -900 |
      | Licenser | Service | 0 | 100 | 100 |
      | \(text) | | 0 | 100 | 100 |
      | Samlet varig ændring | | 0 | -400 | -800 |
      | Implementeringsomkostninger |
      | Projekt | Service | 50 | 0 | 0 |
      | \(text) | | 50 | 0 | 0 |
      | Kursus | Service | 10 | 0 | 0 |
      | \(text) | | 10 | 0 | 0 |
      | Samlede implementeringsomkostninger | | 60 | 0 | 0 |
      | Samlet økonomisk påvirkning | | 60 | -400 | -800 |
      | Tilbagebetalingstid baseret på serviceeffektivisering | | 2 |
      | Tilbagebetalingstid baseret på totaløkonomi | | 2 |
      """)
    #expect(workbook.codes == [])
  }

  @Test(arguments: ["Heraf løn", "Deraf løn", "Herunder løn"]) func `a part of a line is none of the money`(
    text: String
  ) {
    let workbook = MarkedWorkbook(
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Vagt | Service | 0 | -400 | -800 |
      | \(text) | Service | 0 | -300 | -300 |
      | Samlet varig ændring | | 0 | -400 | -800 |
      """)
    #expect(workbook.codes == [])
  }

  @Test(arguments: ["Akkumuleret økonomisk påvirkning", "Samlet akkumuleret effekt", "Kumuleret nettoeffekt"])
  func `figures added up year after year are no total of the year`(text: String) {
    let workbook = MarkedWorkbook(
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Vagt | Service | 0 | -400 | -800 |
      | Samlet varig ændring | | 0 | -400 | -800 |
      | Implementeringsomkostninger |
      | Projekt | Service | 50 | 0 | 0 |
      | Samlede implementeringsomkostninger | | 50 | 0 | 0 |
      | Samlet økonomisk påvirkning | | 50 | -400 | -800 |
      | \(text) | | 50 | -350 | -1150 |
      | Tilbagebetalingstid baseret på serviceeffektivisering | | 2 |
      | Tilbagebetalingstid baseret på totaløkonomi | | 2 |
      """)
    #expect(workbook.codes == [])
  }
}
