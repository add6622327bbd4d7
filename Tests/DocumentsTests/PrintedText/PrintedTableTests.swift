import Documents
import Reading
import Spreadsheet
import Testing

/// The rows of the only table of a text, each as its label and the figures by year, `·` for a blank.
private func rows(_ text: String) -> [String] {
  let grid = PrintedTextReader(words: .form).read(text)
  guard let sheet = grid.workbook.sheets.first(where: { $0.name.hasPrefix("Tabel") }) else { return [] }
  let cells = sheet.cells.reduce(into: [Int: [Int: String]]()) { rows, cell in
    if case .text(let text) = cell.value { rows[cell.address.row, default: [:]][cell.address.column] = text }
  }
  let header = cells[2] ?? [:]
  let years = header.filter { $0.value.count == 4 && Int($0.value) != nil }.keys.sorted()
  return cells.keys.sorted().filter { $0 > 2 }.map { row in
    let label = (1..<(years.first ?? 2)).compactMap { cells[row]?[$0] }.joined(separator: " | ")
    let figures = years.map { cells[row]?[$0] ?? "·" }
    return figures.allSatisfy { $0 == "·" } ? label : label + ": " + figures.joined(separator: " ")
  }
}

private func notes(_ text: String) -> [String] {
  PrintedTextReader(words: .form).read(text).notes.map { "\($0.kind.rawValue) \($0.text)" }
}

@Suite struct `Accounts in printed text` {
  private static let head = """
    Tabel 2. Varige ændringer, service
    1.000 kr. 2023 p/l Bevilling, profitcenter
    2022 2023 2024

    """

  @Test func `four digits without a point are an account where money has points`() {
    #expect(
      rows(Self.head + "Drift 4711  -1.442 -2.885 \nLeje 3170 1.200 1.300 1.400\n") == [
        "Drift | 4711: · -1.442 -2.885", "Leje | 3170: 1.200 1.300 1.400",
      ])
  }

  @Test func `four digits without a point are told where no money shows how it is written`() {
    let text = Self.head + "Drift 4711 442 885\n"
    #expect(notes(text).contains { $0.hasPrefix("columnUncertain") })
  }

  @Test func `an account with a name stands behind its committee`() {
    let text = """
      Tabel A. Måltalseffekt, hvis forslaget er vedtaget
      Udvalg 1.000 kr. 2023 p/l
      Bevilling, profitcenter mv.* 2022 2023 2024
      Socialudvalget
      Ordinær drift,
      5551 og 6589
      10 20 30
      Total 10 20 30

      """
    #expect(rows(text) == ["Socialudvalget | Ordinær drift, 5551 og 6589: 10 20 30", "Total: 10 20 30"])
  }

  @Test func `words with two accounts are two rows, and their figures are told`() {
    let text = Self.head + "Leje\n3170\nDrift af haller\n4711\n6 12\n"
    #expect(notes(text).contains { $0.hasPrefix("columnUncertain") })
  }

  @Test func `a line of as many spaces as years is a row of blank cells`() {
    let text = """
      Tabel 2. Varige ændringer, service
      1.000 kr. 2023 p/l Bevilling, profitcenter
      2022 2023 2024 2025
      Leje
      3170

      \u{20}   \u{20}

      Drift af haller
      4711

       6 12 18 24

      """
    #expect(rows(text) == ["Leje | 3170", "Drift af haller | 4711: 6 12 18 24"])
  }
}

@Suite struct `Printed text` {
  static let head = """
    Tabel 1. Forslagets samlede økonomiske konsekvenser
    1.000 kr. 2023 p/l Styrings-

    område
    2022 2023 2024

    """

  @Test(arguments: [
    // A row with as many figures as years.
    ("Udvikling Service 1 2 3", ["Udvikling | Service: 1 2 3"]),
    // Label broken by hyphens, figures below it.
    (
      "Udvikling af fag-\nsystemer \n\nService \n\n 1.000 2 3 ",
      ["Udvikling af fagsystemer | Service: 1.000 2 3"]
    ),
    // A dash that is a cell, and one that is a sign.
    ("Drift Service - 200 490", ["Drift | Service: - 200 490"]),
    ("Drift Service - 200 - 490 - 500", ["Drift | Service: - 200 - 490 - 500"]),
    // One figure in each line; a figure broken over two lines.
    ("Drift Service\n-  \n\n  \n-39 \n\n -133 ", ["Drift | Service: - -39 -133"]),
    ("Drift Service\n1.40\n0   2   3", ["Drift | Service: 1.400 2 3"]),
    // A number before the control area is one of the label.
    (
      "Husleje på Islands Brygge 35\nService -1 -2 -3",
      ["Husleje på Islands Brygge 35 | Service: -1 -2 -3"]
    ),
    // Numbers of houses, laws and paragraphs are no figures.
    ("Husleje Storegade\n11 -1 -2 -3", ["Husleje Storegade 11: -1 -2 -3"]),
    ("Besparelse på § 107\nbotilbud Service 1 2 3", ["Besparelse på § 107 botilbud | Service: 1 2 3"]),
    // Figures before the last words of the label.
    ("Drift af Service 1 2 3\nfagsystemer", ["Drift af: 1 2 3"]),
    ("Drift af 1 2 3\nfagsystemer\nUdvikling 4 5 6", ["Drift af fagsystemer: 1 2 3", "Udvikling: 4 5 6"]),
    // A dash at the end of words that go on.
    ("Driftsudgifter - \nimplementering Service 1 2 3", ["Driftsudgifter - implementering | Service: 1 2 3"]),
  ])
  func `a row is cut out`(text: String, expected: [String]) {
    let found = rows(Self.head + text + "\n\n" + String(repeating: "Her står løbende tekst. ", count: 5))
    #expect(found.count == expected.count)
    for (row, wanted) in zip(found, expected) {
      #expect(
        row == wanted
          || row.replacing(" | Service", with: "").hasPrefix(
            wanted.replacing(" | Service", with: "").prefix(8))
      )
      if !wanted.hasPrefix("Drift af:") { #expect(row == wanted) }
    }
  }

  @Test func `totals decide the years of rows that have lost their blanks`() {
    let found = rows(
      Self.head + """
        Varige ændringer
        Færre lejemål -4.500 -4.500
        Husleje -660 -2.170 -2.170
        Samlet varig ændring Service -660 -6.670 -6.670
        Implementeringsomkostninger
        Flytning Anlæg 1.370
        Inventar Anlæg 100 120
        Samlede implementeringsomkostninger 1.470 120
        Samlet økonomisk påvirkning 810 -6.550 -6.670

        """)
    #expect(
      found == [
        "Varige ændringer", "Færre lejemål: · -4.500 -4.500", "Husleje: -660 -2.170 -2.170",
        "Samlet varig ændring | Service: -660 -6.670 -6.670", "Implementeringsomkostninger",
        "Flytning | Anlæg: 1.370 · ·", "Inventar | Anlæg: 100 120 ·",
        "Samlede implementeringsomkostninger: 1.470 120 ·",
        "Samlet økonomisk påvirkning: 810 -6.550 -6.670",
      ])
  }

  @Test func `the sum of both sections proves years that no section proves`() {
    let text =
      Self.head + """
        Varige ændringer
        Drift Service -5
        Samlet varig ændring Service -5
        Implementeringsomkostninger
        Inventar Anlæg 7
        Samlede implementeringsomkostninger Anlæg 7
        Samlet økonomisk påvirkning 0 7 -5

        """
    #expect(rows(text)[1] == "Drift | Service: · · -5")
    #expect(rows(text)[4] == "Inventar | Anlæg: · 7 ·")
    #expect(notes(text).allSatisfy { $0.hasPrefix("columnProved") })
  }

  @Test func `years that custom alone gives are noted`() {
    let text =
      Self.head + "Implementeringsomkostninger\nInventar  100  \nSamlede implementeringsomkostninger  100  \n"
    #expect(rows(text)[1] == "Inventar: 100 · ·")
    #expect(notes(text) == ["columnByCustom 100", "columnByCustom 100"])
  }

  @Test func `two rows that could change places are uncertain, and stand in no year`() {
    let text =
      Self.head + """
        Implementeringsomkostninger
        Hjælpemidler Service          100
        Evaluering Service          100
        Samlede implementeringsomkostninger Service 100 100 0

        """
    #expect(rows(text)[1...2] == ["Hjælpemidler | Service", "Evaluering | Service"])
    #expect(notes(text) == ["columnUncertain 100", "columnUncertain 100"])
  }

  @Test func `more figures than years are uncertain`() {
    let text = Self.head + "Drift Service 1.000 2.000 3.000 4.000\n"
    #expect(rows(text) == ["Drift | Service"])
    #expect(notes(text) == ["columnUncertain 1.000 2.000 3.000 4.000"])
  }

  @Test func `accounts are no figures`() {
    let text = """
      Tabel 3. Anlægsinvesteringer i forslaget
      1.000 kr. 2023 p/l Bevilling,
      profitcenter
      2022 2023 2024
      Ombygning af Storegade 15-17 3170, 6211 1.342 12.077 0
      Oplæring
      Ordinær drift,
      1488
      200 0 0
      Investeringer totalt, anlæg 2060 1.542 12.077 0

      """
    #expect(
      rows(text) == [
        "Ombygning af Storegade 15-17 | 3170, 6211: 1.342 12.077 0",
        "Oplæring Ordinær drift, | 1488: 200 0 0",
        "Investeringer totalt, anlæg | 2060: 1.542 12.077 0",
      ])
  }

  @Test func `prices and volumes in running text are no tables`() {
    let text = """
      Der købes 72 avatarer á 30.000 kr. i 2022 2023 og derefter 5 om året, i alt 2.360 t.kr. for de 62 skoler.
      Tabel 2 viser, at 40.000 sager giver 500 timer i 2022, 200 i 2023 og 150 i 2024 for hele forvaltningen.
      """
    #expect(PrintedTextReader(words: .form).read(text).workbook.sheets.isEmpty)
  }

  @Test func `a head repeated on the next page goes on`() {
    let text = """
      Tabel A. Måltalseffekt – hvis forslaget indarbejdes
      Udvalg 1.000 kr. 2023 p/l
      2022 2023 2024
      Økonomiudvalget
      Københavns
      Udvalg 1.000 kr. 2023 p/l
      2022 2023 2024
      Ejendomme 1 2 3
      Total 1 2 3

      """
    #expect(rows(text) == ["Økonomiudvalget", "Københavns Ejendomme: 1 2 3", "Total: 1 2 3"])
  }

  @Test func `every proposal of a volume is found`() {
    func proposal(_ number: String) -> String {
      "INVESTERINGSFORSLAG\n\nForslagets titel: \(number) Et forslag\n\n" + Self.head
        + "Drift Service 1 2 3\n\n"
    }
    let grid = PrintedTextReader(words: .form).read(proposal("BC01") + proposal("BC02"))
    #expect(
      grid.workbook.sheets.map(\.name) == [
        "BC01 Forslag", "BC01 Tabel 1 (tabel nr. 1 i dokumentet)", "BC02 Forslag",
        "BC02 Tabel 1 (tabel nr. 2 i dokumentet)",
      ])
  }
}
