import Findings
import TestSupport
import Testing

/// Money that two places of a workbook give to different committees, or to none, and years that are left out.
@Suite struct `Forged shares` {
  @Test("are told at their cell", arguments: cases)
  func isTold(example: ForgedCase) {
    let told = MarkedWorkbook(example.text).findings.filter { !$0.contains(" bemærkning: ") }
    #expect(told.contains { $0.hasPrefix("1️⃣") && $0.contains("[\(example.code)]") }, "\(told)")
  }

  @Test("that agree are not", arguments: harmless)
  func isLeftAlone(text: String) {
    let codes = ["[shares-differ]", "[committee-missing]", "[change-stops-early]", "[line-repeats-sum]"]
    let told = MarkedWorkbook(text).findings.filter { finding in codes.contains { finding.contains($0) } }
    #expect(told.isEmpty, "\(told)")
  }

  private static func workbook(
    _ lines: String, _ table: String = "", payback: String = ""
  ) -> String {
    """
    # Forslag
    | Forslagsnummer | BC99 |
    | Titel | Et forslag |
    | Runde | OFS 2021-2022 |
    | Fremstillende forvaltning | SOF |
    | Berørte forvaltninger | SOF, BUF |
    | P/l | 2023 |
    \(payback)
    # Økonomi
    | 1.000 kr. 2023 p/l |
    | Linje | Afsnit | Tekst | Styringsområde | Udvalg | 2022 | 2023 | 2024 | 2025 |
    \(lines)
    \(table)
    """
  }

  private static let costs = """
    | L1 | Implementering | Projekt | Service | SUD | 50 | 70 | | |
    | L2 | Implementering | Kursus | Service | BUU | 6 | 8 | | |
    """

  private static func tableE(_ rows: String) -> String {
    """
    # Tabel E
    | Tabel E. Fordeling af serviceinvesteringer |
    | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 | 2025 |
    \(rows)
    """
  }

  private static let saving = """
    | L1 | Implementering | Projekt | Service | SUD | 50 | 70 | | |
    | L2 | Varig ændring | Husleje | Service | SUD | -40 | -40 | 1️⃣ | -40 |
    """

  private static let cases = [
    ForgedCase(
      what: "a row of Tabel E without a name", code: "committee-missing",
      text: workbook(
        costs,
        tableE(
          """
          | Socialudvalget | | 50 | 70 | | |
          | 1️⃣ | | 1️⃣6 | 1️⃣8 | | |
          """))),
    ForgedCase(
      what: "a year of a permanent change that is left out", code: "change-stops-early",
      text: workbook(saving)),
    ForgedCase(
      what: "a line that is the sum of those above, off by 1", code: "line-repeats-sum",
      text: workbook(
        """
        | L1 | Implementering | Projekt | Service | SUD | 500 | 700 | | |
        | L2 | Implementering | Kursus | Service | SUD | 60 | 80 | | |
        | L3 | Implementering | 1️⃣Udgifter | Service | SUD | 560 | 781 | | |
        """)),
  ]

  private static let harmless = [
    workbook(
      costs, tableE("| Socialudvalget | | 50 | 70 | | |\n| Børne- og Ungdomsudvalget | | 6 | 8 | | |")),
    // Off by 1 is rounding; another rule tells it.
    workbook(
      costs, tableE("| Socialudvalget | | 51 | 70 | | |\n| Børne- og Ungdomsudvalget | | 6 | 8 | | |")),
    // A merged cell says whose the second row is.
    workbook(
      costs.replacing("BUU", with: "SUD"),
      tableE("| Socialudvalget | 3641 | 50 | 70 | | |\n| ⬆ | 3642 | 6 | 8 | | |")),
    workbook(saving.replacing("1️⃣", with: "0")), workbook(saving.replacing("1️⃣", with: "-")),
    // A small line may be the sum of two by chance.
    workbook(costs + "\n| L3 | Implementering | Udstyr | Service | SUD | 57 | 78 | | |"),
  ]

  @Test func `a year that was left out is not blamed on the payback`() {
    // 120 of costs and 40 a year are 3 years; without the blank year it would be 4.
    let text = Self.workbook(Self.saving, payback: "| Tilbagebetalingstid, service | 3 |")
    let findings = MarkedWorkbook(text).findings
    #expect(!findings.contains { $0.contains("[payback-differs]") }, "\(findings)")
    #expect(findings.contains { $0.contains("eller 0, hvis der intet er i 2024") }, "\(findings)")
  }

  @Test func `a second Fordeling is told at its own cells`() {
    let table = """
      # Fordeling
      | Fordeling af varige ændringer, service |
      | 1.000 kr. 2023 p/l | | 2022 | 2023 | 2024 | 2025 |
      | Socialudvalget | Besparelse | -40 | -40 | -40 | -40 |
      # Fordeling 2
      | Fordeling af varige ændringer, anlæg |
      | 1.000 kr. 2023 p/l | | 2022 | 2023 | 2024 | 2025 |
      | Socialudvalget | Besparelse | 1️⃣-10 | -20 | -20 | -20 |
      """
    let lines = """
      | L1 | Varig ændring | Husleje | Service | SUD | -40 | -40 | -40 | -40 |
      | L2 | Varig ændring | Vedligehold | Anlæg | SUD | -20 | -20 | -20 | -20 |
      """
    let findings = MarkedWorkbook(Self.workbook(lines, table)).findings
    #expect(findings.contains { $0.hasPrefix("1️⃣") && $0.contains("[shares-differ]") }, "\(findings)")
  }

  @Test func `a Fordeling that stands twice for one control area is an error`() {
    let table = """
      # Fordeling
      | Fordeling af varige ændringer, service |
      | 1.000 kr. 2023 p/l | | 2022 | 2023 | 2024 | 2025 |
      | Socialudvalget | Besparelse | -40 | -40 | -40 | -40 |
      # Fordeling 2
      | 1️⃣Fordeling af varige ændringer, service |
      | 1.000 kr. 2023 p/l | | 2022 | 2023 | 2024 | 2025 |
      | Børne- og Ungdomsudvalget | Besparelse | -40 | -40 | -40 | -40 |
      """
    let line = "| L1 | Varig ændring | Husleje | Service | SUD | -40 | -40 | -40 | -40 |"
    let findings = MarkedWorkbook(Self.workbook(line, table)).findings
    #expect(findings.contains { $0.hasPrefix("1️⃣ fejl: [table-repeated]") }, "\(findings)")
  }
}
