import Findings
import Intake
import Reports
import TestSupport
import Testing

private func workbook(_ accepted: String) -> MarkedWorkbook {
  MarkedWorkbook(
    """
    # Tabel 1
    | Tabel 1. Forslagets samlede økonomiske konsekvenser |
    | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 | 2025 | 2026 | 2027 |
    | Varige ændringer |
    | Husleje | Service | -10 | -10 | -10 | -10 | -10 | -10 |
    | Samlet varig ændring | Service | -10 | -11 | -10 | -10 | -10 | -10 |
    # Accepteret
    | Kode | Sted | Begrundelse | Hvem | Dato |
    \(accepted)
    """)
}

private func rounding(_ accepted: String) -> Finding? {
  workbook(accepted).allFindings.first { $0.code == .totalRounding }
}

@Suite struct `Accepted warnings` {
  @Test(arguments: [
    "Samlet varig ændring", "Tabel 1", "tabel 1: samlet varig ændring", "D5", "Tabel 1!D5",
    "Tabel 1. Forslagets samlede økonomiske konsekvenser", "Forslagets samlede økonomiske konsekvenser",
    "Tabel 1, 2023", "",
  ])
  func `a place is a line, a table, a cell, or several of them`(place: String) throws {
    let finding = try #require(
      rounding("| total-rounding | \(place) | Afrunding | Jens Hansen | 14-01-2022 |"))
    #expect(
      finding.accepted == Acceptance(reason: "Afrunding", by: "Jens Hansen", date: "14-01-2022"))
    #expect(
      finding.line.contains(
        ": advarsel (accepteret: Afrunding; Jens Hansen, 14-01-2022): [total-rounding] "))
  }

  @Test(arguments: ["Tabel 2", "Husleje", "Tabel 1, 2024", "2023", "F9"])
  func `another place accepts nothing, and that is told`(place: String) throws {
    let workbook = workbook("| total-rounding | \(place) | Afrunding | Jens Hansen | |")
    #expect(try #require(workbook.allFindings.first { $0.code == .totalRounding }).accepted == nil)
    #expect(
      workbook.findings(.acceptanceUnused) == [
        "Accepteret!A2 bemærkning: [acceptance-unused] Accepten af [total-rounding] ved »\(place)« passer ikke på nogen advarsel. Slet rækken, hvis advarslen er rettet; ellers skriv stedet, som det står i rapporten."
      ])
  }

  @Test(arguments: [
    (
      "| total-rouding | Tabel 1 | Afrunding | Jens |",
      "Accepten af [total-rouding] ved »Tabel 1« gælder ikke: »total-rouding« er ikke en kode. Mente du »total-rounding«?"
    ),
    (
      "| total-rounding | Tabel 1 | | Jens |",
      "Accepten af [total-rounding] ved »Tabel 1« gælder ikke: begrundelsen eller navnet mangler. Udfyld Begrundelse og Hvem, eller slet rækken."
    ),
  ])
  func `an acceptance that cannot hold is a warning`(row: String, words: String) {
    let workbook = workbook(row)
    #expect(
      workbook.findings(.acceptanceRefused) == ["Accepteret!A2 advarsel: [acceptance-refused] \(words)"])
    #expect(workbook.allFindings.allSatisfy { $0.accepted == nil })
  }

  @Test func `errors cannot be accepted`() {
    let text = """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 | 2025 | 2026 | 2027 |
      | Varige ændringer |
      | Husleje | Service | -10 | -10 | -10 | -10 | -10 | -10 |
      | Samlet varig ændring | Service | -10 | -99 | -10 | -10 | -10 | -10 |
      # Accepteret
      | Kode | Sted | Begrundelse | Hvem |
      | total-differs | Tabel 1 | Vi ved det | Jens |
      """
    let workbook = MarkedWorkbook(text)
    #expect(workbook.allFindings.allSatisfy { $0.accepted == nil })
    #expect(
      workbook.findings(.acceptanceRefused) == [
        "Accepteret!A2 advarsel: [acceptance-refused] Accepten af [total-differs] ved »Tabel 1« gælder ikke: det er en fejl, og kun advarsler kan accepteres. Ret fejlen, og slet rækken."
      ])
  }

  @Test func `the list changes nothing else in what is found`() {
    let with = workbook("| total-rounding | Tabel 1 | Se Tabel 2. Varige ændringer [sic] | Jens | 2022 |")
    let without = workbook("")
    #expect(with.allFindings.map(\.code) == without.allFindings.map(\.code))
  }

  @Test func `the report counts them and asks for nothing`() throws {
    let findings = workbook("| total-rounding | Tabel 1 | Afrunding | Jens | |").allFindings
      .filter { $0.code == .totalRounding }
    let report = FindingReport(findings: findings, proposals: 1)
    #expect(report.text().contains("0 fejl, 1 advarsel (1 accepteret), 0 bemærkninger i 1 forslag."))
    #expect(NextStep(after: report, inputs: ["a.xlsx"]).sentence.contains("fordel export"))
    let json = String(decoding: try report.json(), as: UTF8.self)
    #expect(json.contains("\"reason\": \"Afrunding\"") && json.contains("\"accepted\": 1"))
  }
}
