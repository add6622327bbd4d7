import Findings
import ProposalModel
import TestSupport
import Testing

@testable import Intake

/// A word that stands once beside several rows, in a cell merged downwards, holds for each of them.
@Suite struct `Words in merged cells` {
  private static func lines(_ rows: String) throws -> [Line] {
    let workbook = MarkedWorkbook(
      """
      # Forslag
      | Forslagsnummer | BC99 |
      | Titel | Et forslag |
      | Type | Investeringsforslag |
      | Runde | OFS 2021-2022 |
      | Fremstillende forvaltning | KFF |
      | P/l | 2023 |
      # Økonomi
      | 1.000 kr. 2023 p/l |
      | Afsnit | Tekst | Styringsområde | Udvalg | Enhed | Bevilling | Fordeling | Gælder | 2022 | 2023 |
      \(rows)
      """)
    return try #require(workbook.items().first?.proposal).lines
  }

  @Test func `of Økonomi hold for the lines below too`() throws {
    let lines = try Self.lines(
      """
      | Varig ændring | Drift | Service | ØU | Koncern IT | 1234 | ØU 60 %; KFU 40 % | hvis ikke indarbejdes | -5 | -6 |
      | ⬆ | Leje | ⬆ | ⬆ | ⬆ | ⬆ | ⬆ | ⬆ | -7 | -8 |
      | Varig ændring | Rest | Service | SUD | | 3210 | | | -9 | -9 |
      """)
    try #require(lines.count == 3)
    #expect(lines[1].section == .permanent)
    #expect(lines[1].controlArea == .service)
    #expect(lines[1].committee == lines[0].committee)
    #expect(lines[1].unit == "Koncern IT")
    #expect(lines[1].account == lines[0].account)
    #expect(lines[1].rule == lines[0].rule && lines[0].rule != nil)
    #expect(lines[1].condition == .ifNotAdopted)
    #expect(lines[2].committee == "SUD")
    #expect(lines[2].rule == nil)
  }

  @Test func `of a table hold for the rows below too`() throws {
    let workbook = MarkedWorkbook(
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Implementeringsomkostninger |
      | Projekt | Service | 600 | 50 | 10 |
      | Kursus | ⬆ | 20 | 30 | 40 |
      | Møder | ⬆ | 20 | 30 | 40 |
      """)
    let proposal = try #require(workbook.items().first?.proposal)
    #expect(proposal.lines.map(\.controlArea) == [.service, .service, .service])
    #expect(workbook.findings(.controlAreaMissing) == [])
  }
}

/// Keys that cannot be told apart, and weights that nobody sees.
@Suite struct `Doubtful keys` {
  private static func findings(_ keys: String) -> [String] {
    MarkedWorkbook(
      """
      # Forslag
      | Forslagsnummer | BC99 |
      | Titel | Et forslag |
      | Type | Investeringsforslag |
      | Runde | OFS 2021-2022 |
      | Fremstillende forvaltning | KFF |
      | P/l | 2023 |
      # Økonomi
      | 1.000 kr. 2023 p/l |
      | Afsnit | Tekst | Styringsområde | Udvalg | Fordeling | 2022 | 2023 |
      | Varig ændring | Drift | Service | | Nøgle: Årsværk | -10 | -10 |
      # Fordelingsnøgler
      \(keys)
      """
    ).findings.filter { $0.contains(" fejl: ") }.map { String($0.prefix { $0 != "]" }) + "]" }
  }

  @Test func `two keys of one name with different weights are an error at the second`() {
    let found = Self.findings("| Udvalg | Årsværk | 1️⃣Årsværk |\n| ØU | 7 | 1 |\n| SUD | 3 | 1 |")
    #expect(found == ["1️⃣ fejl: [rule-unreadable]"])
  }

  @Test func `two equal keys of one name are none`() {
    #expect(Self.findings("| Udvalg | Årsværk | Årsværk |\n| ØU | 7 | 7 |\n| SUD | 3 | 3 |") == [])
  }

  @Test func `a committee with two weights in a key is an error at the second`() {
    let found = Self.findings("| Udvalg | Årsværk |\n| ØU | 7 |\n| SUD | 3 |\n| 1️⃣SUD | 5 |")
    #expect(found == ["1️⃣ fejl: [rule-unreadable]"])
  }

  @Test func `a weight in a hidden row is an error`() {
    let found = Self.findings("| Udvalg | Årsværk |\n| ØU | 7 |\n~| SUD | 1️⃣3 |")
    #expect(found == ["1️⃣ fejl: [hidden-money]"])
  }

  @Test func `a weight merged over two rows is an error`() {
    let found = Self.findings("| Udvalg | Årsværk |\n| ØU | 7 |\n| SUD | 1️⃣3 |\n| KFU | ⬆ |")
    #expect(found == ["1️⃣ fejl: [number-ambiguous]"])
  }
}
