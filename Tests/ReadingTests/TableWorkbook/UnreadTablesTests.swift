import Findings
import Intake
import ProposalModel
import Spreadsheet
import TestSupport
import Testing

/// Tables whose money would be left out without a word.
@Suite struct `Tables that say too little` {
  private static let tableOne = """
    # Tabel 1
    | Tabel 1. Forslagets samlede økonomiske konsekvenser |
    | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 |
    | Implementeringsomkostninger |
    | Projektledelse | Service | 300 | 200 |
    | Samlede implementeringsomkostninger | | 300 | 200 |
    """

  @Test(arguments: [("-", "-"), ("0", "0"), ("-", "")])
  func `an allocation table of zeros is compared with the lines`(figure: String, total: String) {
    let workbook = MarkedWorkbook(
      """
      \(Self.tableOne)
      # Tabel E
      | Tabel E. Fordeling af serviceinvesteringer |
      | 1.000 kr. 2023 p/l | Enhed | Bevilling, profitcenter | 2022 | 2023 |
      | Socialudvalget | | 3641, 588 | \(figure) | \(figure) |
      | Total | | | \(total) | \(total) |
      """)
    #expect(workbook.findings.filter { $0.contains("tables-differ") }.count == 1, "\(workbook.findings)")
  }

  @Test(arguments: ["0", ""]) func `an allocation table that nobody filled in states nothing`(total: String) {
    let workbook = MarkedWorkbook(
      """
      \(Self.tableOne)
      # Tabel E
      | Tabel E. Fordeling af serviceinvesteringer |
      | 1.000 kr. 2023 p/l | Enhed | Bevilling, profitcenter | 2022 | 2023 |
      | Socialudvalget | | | | |
      | Total | | | \(total) | \(total) |
      """)
    #expect(workbook.findings.filter { $0.contains("tables-differ") }.isEmpty, "\(workbook.findings)")
  }

  @Test func `a table with accounts and no caption is money that nothing reads`() {
    let workbook = MarkedWorkbook(
      """
      \(Self.tableOne)
      # Ark4
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 |
      | Projektledelse | 3641, 588 | 500 | 200 |
      | I alt | | 500 | 200 |
      """)
    let found = workbook.allFindings.filter { $0.code == .moneyUnread }
    #expect(found.map(\.cell) == ["C2"])
  }

  @Test func `a table that goes on after a page break is one table`() {
    let workbook = MarkedWorkbook(
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 |
      | Varige ændringer |
      | Vagt | Service | 0 | -400 |
      | Tabel 1. Forslagets samlede økonomiske konsekvenser (fortsat) |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 |
      | Drift | Service | 0 | 100 |
      | Samlet varig ændring | | 0 | -300 |
      """)
    #expect(workbook.findings.filter { $0.contains("fejl") }.isEmpty, "\(workbook.findings)")
    #expect(workbook.items().first?.proposal?.lines.map(\.text) == ["Vagt", "Drift"])
  }

  @Test func `the last year and its words are a year`() {
    let workbook = MarkedWorkbook(
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 og frem |
      | Varige ændringer |
      | Rengøring | Service | 0 | -100 |
      | Samlet varig ændring | | 0 | 1️⃣-130 |
      """)
    #expect(workbook.findings.contains { $0.hasPrefix("1️⃣ fejl: [total-differs]") }, "\(workbook.findings)")
  }
}
