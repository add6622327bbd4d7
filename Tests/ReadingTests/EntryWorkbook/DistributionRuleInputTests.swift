import Intake
import Findings
import AllocationTables
import Distribution
import ProposalModel
import Spreadsheet
import TestSupport
import Testing

/// An entry workbook with lines of permanent change in Service: text, committee, rule and the amount of 2022
/// and 2023.
private func workbook(_ lines: String, front: String = "", keys: String = "") -> MarkedWorkbook {
  MarkedWorkbook(
    """
    # Forslag
    | Forslagsnummer | BC99 |
    | Titel | Et forslag |
    | Type | Investeringsforslag |
    | Runde | OFS 2021-2022 |
    | Fremstillende forvaltning | KFF |
    | P/l | 2023 |
    \(front)
    # Økonomi
    | 1.000 kr. 2023 p/l |
    | Afsnit | Tekst | Styringsområde | Udvalg | Fordeling | 2022 | 2023 | 2024 | 2025 | 2026 | 2027 |
    \(lines)
    # Fordelingsnøgler
    \(keys)
    """)
}

/// The shares of Tabel A in 2023 as exact fractions, by committee.
private func shares(_ workbook: MarkedWorkbook) throws -> [String: String] {
  let item = try #require(workbook.items().first)
  let proposal = try #require(item.proposal)
  let tables = ProposalTables(proposal, round: try #require(item.round))
  let block = try #require(tables.blocks[BlockKey(.service, .permanent)])
  let column = try #require(proposal.years.firstIndex(of: 2023))
  return block.rows.reduce(into: [:]) { $0[$1.key.recipient.spelling] = "\($1.exact[column])" }
}

private func ruleFindings(_ workbook: MarkedWorkbook) -> [String] {
  workbook.findings(.sharesDiffer) + workbook.findings(.ruleUnreadable) + workbook.findings(.committeeUnknown)
}

@Test func `the weights of a key are read exactly, decimals and fractions alike`() throws {
  let book = workbook(
    "| Varig ændring | Drift | Service | | Nøgle: Årsværk | 0 | -1.000 | -1.000 | -1.000 | -1.000 | -1.000 |",
    keys: """
      | Udvalg | Årsværk | m2 |
      | ØU | 12,345 | "1/3" |
      | Socialudvalget | "0,655" | "2/3" |
      | Koncern IT | 87 | 0 |
      """)
  #expect(ruleFindings(book) == [])
  #expect(try shares(book) == ["ØU": "-2469/20", "SUD": "-131/20", "ØU/Koncern IT": "-870"])
}

@Test func `a rule per line wins over the proposal's, and the proposal's over the presenting administration`()
  throws
{
  let lines = """
    | Varig ændring | Egen | Service | | SUD 60 %; BUU 40 % | 0 | -100 | -100 | -100 | -100 | -100 |
    | Varig ændring | Forslagets | Service | | | 0 | -70 | -70 | -70 | -70 | -70 |
    """
  #expect(
    try shares(workbook(lines, front: "| Fordeling | Ligedeling |")) == [
      "ØU": "-10", "KFU": "-10", "BUU": "-50", "SOU": "-10", "SUD": "-70", "TMU": "-10", "BIU": "-10",
    ])
  #expect(try shares(workbook(lines)) == ["KFU": "-70", "BUU": "-40", "SUD": "-60"])
}

@Test func `fixed amounts that exceed the line are one finding at the rule, whatever the years`() {
  let book = workbook(
    "| Varig ændring | Drift | Service | | 1️⃣KFU 500; resten ligedeling | -600 | -400 | -300 | -500 | -500 | -500 |"
  )
  #expect(
    ruleFindings(book) == [
      "1️⃣ fejl: [shares-differ] De faste beløb i fordelingen er 500, men linjen »Drift« har kun 400 (2023), 300 (2024) (1.000 kr.). Ret de faste beløb eller linjens beløb; indtil da bliver beløbet i de år stående ufordelt."
    ])
}

@Test func `fixed amounts that leave a rest to nobody are a finding, and a year of zero is none`() {
  let book = workbook(
    "| Varig ændring | Drift | Service | | 1️⃣KFU 500; SUD 100 | 0 | -700 | -600 | -600 | -600 | -600 |")
  #expect(
    ruleFindings(book) == [
      "1️⃣ fejl: [shares-differ] De faste beløb i fordelingen efterlader 100 (2023) af linjen »Drift« (1.000 kr.), og ingen er nævnt til resten. Tilføj for eksempel »resten ligedeling«, eller nævn det udvalg, der tager resten."
    ])
}

@Test func `percentages that are not exactly 100 are a finding at the rule`() {
  let book = workbook(
    "| Varig ændring | Drift | Service | | 1️⃣ØU 33,3 %; KFU 66,6 % | 0 | -700 | -700 | -700 | -700 | -700 |")
  #expect(ruleFindings(book).count == 1)
  #expect(ruleFindings(book).first?.hasPrefix("1️⃣ fejl: [shares-differ]") == true)
  #expect(ruleFindings(book).first?.contains("99,9 %") == true)
}

@Test func `a negative weight is a finding at its cell, once, however many lines use the key`() {
  let book = workbook(
    """
    | Varig ændring | Drift | Service | | Nøgle: Areal | 0 | -700 | -700 | -700 | -700 | -700 |
    | Varig ændring | Leje | Service | | Nøgle: Areal | 0 | -70 | -70 | -70 | -70 | -70 |
    """,
    keys: """
      | Udvalg | Areal |
      | ØU | 3 |
      | SUD | 1️⃣-1,5 |
      """)
  #expect(
    ruleFindings(book) == [
      "1️⃣ fejl: [shares-differ] SUD har en negativ vægt i fordelingsnøglen »Areal«. Ret vægten; nøglen kan ikke bruges, før alle vægte er 0 eller mere."
    ])
}

@Test func `a key of nothing but zeros is a finding at its cells, and an empty column is none`() {
  let keys = """
    | Udvalg | Areal | Tom |
    | ØU | 1️⃣0 | |
    | SUD | 1️⃣0 | |
    """
  let line = "| Varig ændring | Drift | Service | | Nøgle: Areal | 0 | -700 | -700 | -700 | -700 | -700 |"
  #expect(
    ruleFindings(workbook(line, keys: keys)) == [
      "1️⃣ fejl: [shares-differ] Vægtene i fordelingsnøglen »Areal« er alle 0, så der er intet at fordele efter. Udfyld vægtene, eller brug en anden fordeling."
    ])
}

@Test func `a rule that names a key without weights is a finding at the rule`() {
  let book = workbook(
    "| Varig ændring | Drift | Service | | 1️⃣Nøgle: Tom | 0 | -700 | -700 | -700 | -700 | -700 |",
    keys: "| Udvalg | Tom |\n| ØU | |")
  #expect(ruleFindings(book).count == 1)
  #expect(
    ruleFindings(book).first?.hasPrefix(
      "1️⃣ fejl: [shares-differ] Fordelingen af linjen »Drift« kan ikke udføres:") == true)
}

@Test(arguments: [
  ("Nøgle: Aareal", "", "[rule-unreadable]"), ("SUD 60 %; Byggeudvalget 40 %", "", "[rule-unreadable]"),
  ("Byggeudvalget", "", "[rule-unreadable]"),
])
func `an unknown key or committee is a finding at the rule`(rule: String, keys: String, code: String) {
  let book = workbook(
    "| Varig ændring | Drift | Service | | 1️⃣\(rule) | 0 | -700 | -700 | -700 | -700 | -700 |", keys: keys)
  let found = book.errorsAndWarnings.filter { $0.hasPrefix("1️⃣") }
  #expect(found.count == 1 && found[0].contains("fejl: " + code), "\(found)")
}

@Test func `an unknown committee of a key is a finding at its cell`() {
  let book = workbook(
    "| Varig ændring | Drift | Service | | Ligedeling | 0 | -700 | -700 | -700 | -700 | -700 |",
    keys: "| Udvalg | Areal |\n| 1️⃣Byggeudvalget | 3 |\n| SUD | 2 |")
  #expect(book.findings(.committeeUnknown).count == 1)
  #expect(book.findings(.committeeUnknown).first?.hasPrefix("1️⃣") == true)
}

@Test func `the proposal's rule that cannot be carried out names the line`() {
  let book = workbook(
    "| Varig ændring | Drift | Service | | | 0 | -700 | -700 | -700 | -700 | -700 |",
    front: "| Fordeling | 1️⃣KFU 900; resten: SUD |")
  #expect(ruleFindings(book).count == 1)
  #expect(
    ruleFindings(book).first?.hasPrefix(
      "1️⃣ fejl: [shares-differ] De faste beløb i fordelingen er 900, men linjen »Drift« har kun 700 (2023)")
      == true)
}
