import TestSupport
import Testing

/// Words beside the money that say it is other money, or none: each in a file that a department could send.
@Suite struct `Forged words` {
  @Test("are an error at their cell", arguments: cases)
  func isTold(example: ForgedCase) {
    let errors = MarkedWorkbook(example.text).findings.filter { $0.contains(" fejl: ") }
    #expect(errors.contains { $0.hasPrefix("1️⃣") && $0.contains("[\(example.code)]") }, "\(errors)")
  }

  @Test("that say nothing of the amounts are no error", arguments: harmless)
  func isLeftAlone(text: String) {
    let errors = MarkedWorkbook(text).findings.filter { $0.contains(" fejl: ") }
    #expect(errors.isEmpty)
  }

  /// Økonomi with two lines; `more` are further headings, and `cells` what stands under them in the first line.
  private static func lines(
    _ text: String = "Projekt", more: String = "", cells: String = "", above: String = "",
    between: String = "", sheets: String = "", mark: String = ""
  ) -> String {
    """
    # Forslag
    | Forslagsnummer | BC99 |
    | Titel | Et forslag |
    | Runde | OFS 2021-2022 |
    | Fremstillende forvaltning | SOF |
    | P/l | 2023 |
    # Økonomi
    | 1.000 kr. 2023 p/l | \(above) |
    | Linje | Afsnit | Tekst | Styringsområde | Udvalg | 2022 | 2023 \(more) |
    | L1 | Implementering | \(text) | Service | SUD | \(mark)5 | \(mark)7 \(cells) |
    \(between)
    | L2 | Implementering | Kursus | Service | SUD | 6 | 8 |
    \(sheets)
    """
  }

  private static func tableOne(
    _ text: String = "Projekt", above: String = "", beside: String = "", between: String = "",
    mark: String = ""
  ) -> String {
    """
    # Tabel 1
    | Tabel 1. Forslagets samlede økonomiske konsekvenser | \(above) |
    | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 |
    | Implementeringsomkostninger |
    | \(text) | Service | \(mark)600 | \(mark)50 | \(beside) |
    \(between)
    | Kursus | Service | 20 | 30 |
    """
  }

  private static func tableB(_ caption: String, beside: String = "") -> String {
    lines(
      sheets: """
        # Tabel E
        | \(caption) | \(beside) |
        | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 |
        | Socialudvalget | | 11 | 15 |
        """)
  }

  private static let cases = [
    // The line does not count.
    ForgedCase(
      what: "a line in brackets that it is not part of the sum", code: "money-unread",
      text: lines("1️⃣Projekt (tæller ikke med)", mark: "1️⃣")),
    ForgedCase(
      what: "a line that is the alternative to another", code: "money-unread",
      text: lines("1️⃣ALTERNATIV til ovenstående: projekt", mark: "1️⃣")),
    ForgedCase(
      what: "a line of Tabel 1 that is not part of the sum", code: "money-unread",
      text: tableOne("1️⃣Projekt (medregnes ikke)", mark: "1️⃣")),
    // The amounts are in another unit.
    ForgedCase(
      what: "another unit right above the lines", code: "unit-unreadable",
      text: lines(above: "1️⃣Alle beløb i mio. kr.")),
    ForgedCase(
      what: "another unit in a row between the lines", code: "unit-unreadable",
      text: lines(between: "| | | 1️⃣Nedenstående i kr. | | | | |")),
    ForgedCase(
      what: "another unit in a remark", code: "unit-unreadable",
      text: lines(more: "| Bemærkning", cells: "| 1️⃣mio. kr.")),
    ForgedCase(
      what: "another unit beside the caption of Tabel 1", code: "unit-unreadable",
      text: tableOne(above: "1️⃣Tallene er i kr.")),
    ForgedCase(
      what: "another unit between the rows of Tabel 1", code: "unit-unreadable",
      text: tableOne(between: "| 1️⃣Nedenstående i kr. |")),
    ForgedCase(
      what: "another unit above a table of allocation", code: "unit-unreadable",
      text: tableB("Tabel E", beside: "1️⃣Beløb i mio. kr.")),
    ForgedCase(
      what: "another unit on the front page", code: "unit-unreadable",
      text: lines().replacing("| P/l | 2023 |", with: "| P/l | 2023 |\n| 1️⃣Alle beløb i kr. |")),
    // The sheet and its caption name two tables.
    ForgedCase(
      what: "the caption of another table than the sheet", code: "tables-differ", text: tableB("1️⃣Tabel C")),
    ForgedCase(
      what: "a caption in words of another table", code: "tables-differ",
      text: tableB("1️⃣Fordeling af anlægsinvesteringer")),
    ForgedCase(
      what: "a note that the rows hold only if the proposal is rejected", code: "tables-differ",
      text: tableB("Tabel E", beside: "1️⃣Gælder, hvis forslaget ikke vedtages")),
    // What is doubted, or says two things.
    ForgedCase(
      what: "a section with a question mark", code: "column-missing",
      text: lines().replacing("| L1 | Implementering |", with: "| L1 | 1️⃣Varig ændring? |")),
    ForgedCase(
      what: "a section that names the other one in brackets", code: "column-missing",
      text: lines().replacing("| L1 | Implementering |", with: "| L1 | 1️⃣Implementering (varig) |")),
    ForgedCase(
      what: "a rule with a question mark", code: "rule-unreadable",
      text: lines().replacing("| P/l | 2023 |", with: "| P/l | 2023 |\n| Fordeling | 1️⃣Ligedeling? |")),
    ForgedCase(
      what: "a price level with a question mark", code: "number-unreadable",
      text: lines().replacing("| P/l | 2023 |", with: "| P/l | 1️⃣2023? |")),
    ForgedCase(
      what: "a round with a question mark", code: "round-unknown",
      text: lines().replacing("OFS 2021-2022", with: "1️⃣OFS 2021-2022?")),
    ForgedCase(
      what: "a saving that is gone", code: "money-unread",
      text: lines("1️⃣Tidsbesparelse udgår", mark: "1️⃣")),
    ForgedCase(
      what: "another unit on the guide", code: "unit-unreadable",
      text: lines(sheets: "# Vejledning\n| Skriv i de gule felter |\n| 1️⃣Alle beløb er i mio. kr. |")),
    ForgedCase(
      what: "a caption with a question mark", code: "money-unread",
      text: tableOne().replacing(
        "| Tabel 1. Forslagets samlede økonomiske konsekvenser",
        with: "| 1️⃣Tabel 1. Forslagets samlede økonomiske konsekvenser?")),
    ForgedCase(
      what: "a section of Tabel 1 that names the other one in brackets", code: "money-unread",
      text: tableOne().replacing(
        "| Implementeringsomkostninger", with: "| 1️⃣Implementeringsomkostninger (varige)")),
    ForgedCase(
      what: "a first year with a letter for a digit", code: "year-unreadable",
      text: tableOne(mark: "1️⃣").replacing("| 2022 | 2023 |", with: "| 1️⃣202Z | 2023 |")
        .replacing("| 1️⃣50 |", with: "| 50 |").replacing("| 20 |", with: "| 1️⃣20 |")),
  ]

  private static let harmless = [
    lines("Lejemål udgår"), lines("Alternativ til plastik"),
    lines(more: "| Bemærkning", cells: "| se bilag 3"),
    lines(above: "Beløb i 1.000 kr."), lines(more: "| Pris pr. stk.", cells: "| 5 kr."),
    tableOne("Lejemål udgår"), tableOne(beside: "se bilag"), tableOne(above: "Alle beløb i 1.000 kr."),
    tableB("Tabel E. Fordeling af serviceinvesteringer"), tableB("Udkast"),
    tableB("Fordeling af serviceinvesteringer"),
    lines("Huslejeindtægt bortfalder"), lines("Udgift til leje bortfalder"),
    lines(sheets: "# Vejledning\n| Skriv alle beløb i 1.000 kr. eller, hvis det er aftalt, i kr. |"),
    lines().replacing("| L1 | Implementering |", with: "| L1 | Implementering (service) |"),
    tableOne().replacing("Tabel 1. ", with: "Tabel 1. Hvad koster det? "),
    tableOne().replacing(
      "| Implementeringsomkostninger", with: "| Implementeringsomkostninger (midler fra investeringspuljen)"),
  ]

  /// The remark is the first cell of the finding, the amounts that it is said of follow.
  @Test(arguments: [
    (lines(more: "| Bemærkning", cells: "| indgår ikke"), "Økonomi!H3,F3,G3"),
    (lines(cells: "| | UDGÅR"), "Økonomi!I3,F3,G3"),
    (lines(more: "| Gælder", cells: "| hvis ikke indarbejdes?"), "Økonomi!H3,F3,G3"),
    (tableOne(beside: "udgår"), "Tabel 1!E4,C4,D4"),
  ])
  func `in a remark that a line does not count are an error at the remark`(text: String, cells: String) {
    let errors = MarkedWorkbook(text).findings.filter { $0.contains(" fejl: ") }
    #expect(errors.contains { $0.hasPrefix("\(cells) fejl: [money-unread]") }, "\(errors)")
  }
}
