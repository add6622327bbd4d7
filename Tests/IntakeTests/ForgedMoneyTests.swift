import Findings
import ProposalModel
import TestSupport
import Testing

@testable import Intake

/// Wrong money that somebody tried to get past the tool, each in a file that a department could send.
struct ForgedCase: Sendable, CustomTestStringConvertible {
  var what: String
  var code: String
  var text: String

  var testDescription: String { what }
}

@Suite struct `Forged money` {
  @Test("is an error at its cell", arguments: cases)
  func isTold(example: ForgedCase) {
    let errors = MarkedWorkbook(example.text).findings.filter { $0.contains(" fejl: ") }
    #expect(errors.contains { $0.hasPrefix("1️⃣") && $0.contains("[\(example.code)]") }, "\(errors)")
  }

  /// Tabel 1 with one part replaced.
  private static func tableOne(_ old: String, _ new: String, more: String = "") -> String {
    let text = """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Implementeringsomkostninger |
      | Projekt | Service | 600 | 50 | 10 |
      | Kursus | Service | 20 | 30 | 40 |
      """
    return text.replacing(old, with: new) + "\n" + more
  }

  /// Økonomi with one line, in a workbook whose round is known.
  private static func lines(_ headings: String, _ line: String, front: String = "") -> String {
    """
    # Forslag
    | Forslagsnummer | BC99 |
    | Titel | Et forslag |
    | Runde | OFS 2021-2022 |
    | Fremstillende forvaltning | SOF |
    | P/l | 2023 |
    \(front)
    # Økonomi
    | 1.000 kr. 2023 p/l |
    | Linje | Afsnit | Tekst | Styringsområde | Udvalg | \(headings) | 2022 | 2023 |
    | L1 | Implementering | Projekt | Service | SUD | \(line) | 5 | 7 |
    """
  }

  /// Tables and columns that stand twice and do not agree.
  private static let twice = [
    ForgedCase(
      what: "a copied sheet of an allocation with other amounts", code: "table-repeated",
      text: lines("Enhed", "") + """

        # Tabel B
        | Udvalg | 2022 | 2023 |
        | SUD | 5 | 7 |
        # Tabel B (2)
        | 1️⃣Udvalg | 2022 | 2023 |
        | SUD | 5 | 9 |
        """),
    ForgedCase(
      what: "a second column of committees that names another", code: "table-repeated",
      text: lines("Udvalg", "1️⃣BUU")),
  ]

  /// Words of the form under headings that are not.
  private static let misnamed = [
    ForgedCase(
      what: "a unit on the front page that is none", code: "unit-unreadable",
      text: lines("Enhed", "", front: "| Måleenhed | 1️⃣1 |")),
    ForgedCase(
      what: "the case of rejection under a heading of the sender's own", code: "column-missing",
      text: lines("1️⃣Bemærkning", "hvis ikke indarbejdes")),
    ForgedCase(
      what: "a rule under a heading of the sender's own", code: "column-missing",
      text: lines("1️⃣Deling", "Ligedeling")),
    ForgedCase(
      what: "units under a heading of the sender's own", code: "column-missing",
      text: lines("1️⃣Afdeling", "Koncern IT")),
    ForgedCase(
      what: "units of Tabel E under a heading of the sender's own", code: "column-missing",
      text: tableOne(
        "", "",
        more: """
          # Tabel E
          | Tabel E. Fordeling af serviceinvesteringer |
          | 1.000 kr. 2023 p/l | 1️⃣Afd. | Bevilling, profitcenter | 2022 | 2023 | 2024 |
          | Økonomiudvalget | Koncern IT | 1510, 2000 | 620 | 80 | 50 |
          """)),
    ForgedCase(
      what: "accounts of Tabel E under a blank heading", code: "column-missing",
      text: tableOne(
        "", "",
        more: """
          # Tabel E
          | Tabel E. Fordeling af serviceinvesteringer |
          | 1.000 kr. 2023 p/l | Enhed | 1️⃣ | 2022 | 2023 | 2024 |
          | Socialudvalget | | 1510, 2000 | 620 | 80 | 50 |
          """)),
    ForgedCase(
      what: "a price level that stands twice on the front page", code: "table-repeated",
      text: lines("Enhed", "", front: "| P/l | 1️⃣2022 |")),
    ForgedCase(
      what: "a price level that stands twice on the front page of a table workbook", code: "table-repeated",
      text: """
        # Forslag
        | Forslagsnummer | BC99 |
        | Runde | OFS 2021-2022 |
        | P/l | 2023 |
        | P/l | 1️⃣2022 |

        """ + tableOne("", "")),
    ForgedCase(
      what: "a copied front page with another number", code: "table-repeated",
      text: """
        # Forslag
        | Forslagsnummer | BC99 |
        | Runde | OFS 2021-2022 |
        # Forslag (2)
        | Forslagsnummer | 1️⃣BC98 |
        | Runde | OFS 2021-2022 |

        """ + tableOne("", "")),
    ForgedCase(
      what: "a front page in another unit than its tables", code: "unit-unreadable",
      text: """
        # Forslag
        | Forslagsnummer | BC99 |
        | Runde | OFS 2021-2022 |
        | Måleenhed | 1️⃣kr. |

        """ + tableOne("", "")),
    ForgedCase(
      what: "a table with the number of another proposal", code: "tables-differ",
      text: """
        # Forslag
        | Forslagsnummer | BC99 |
        | Runde | OFS 2021-2022 |

        """
          + tableOne(
            "", "",
            more: """
              # Tabel 2
              | 1️⃣BC98 Tabel 2. Serviceinvesteringer i forslaget |
              | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
              | Projekt | 1510, 2000 | 600 | 50 | 10 |
              | Kursus | 1510, 2000 | 20 | 30 | 40 |
              """)),
    ForgedCase(
      what: "a caption whose letter is another table's", code: "tables-differ",
      text: tableOne(
        "", "",
        more: """
          # Tabel D
          | 1️⃣Tabel D. Fordeling af serviceinvesteringer mellem udvalg |
          | 1.000 kr. 2023 p/l | Enhed | Bevilling, profitcenter | 2022 | 2023 | 2024 |
          | Socialudvalget | | 1510, 2000 | 620 | 80 | 50 |
          """)),
  ]

  /// A heading that is no year where one is due, and a year far from all others: the money below goes to no year.
  private static let noYears =
    ["2O24", "x", "?", "kr. 2024", "to24"].map { heading in
      ForgedCase(
        what: "»\(heading)« over the last year of Tabel 1", code: "year-unreadable",
        text: tableOne("| 2023 | 2024 |", "| 2023 | 1️⃣\(heading) |")
          .replacing("| 50 | 10 |", with: "| 50 | 1️⃣10 |").replacing("| 30 | 40 |", with: "| 30 | 1️⃣40 |"))
    } + [
      ForgedCase(
        what: "»2O22« over the first year of Tabel 1", code: "year-unreadable",
        text: tableOne("| 2022 | 2023 |", "| 1️⃣2O22 | 2023 |")
          .replacing("| 600 | 50 |", with: "| 1️⃣600 | 50 |").replacing("| 20 | 30 |", with: "| 1️⃣20 | 30 |")),
      ForgedCase(
        what: "»2O23« over the last year of Økonomi", code: "year-unreadable",
        text: lines("Enhed", "").replacing("| 2022 | 2023 |", with: "| 2022 | 1️⃣2O23 |")
          .replacing("| 5 | 7 |", with: "| 5 | 1️⃣7 |")),
      ForgedCase(
        what: "a word over the last year of Økonomi", code: "year-unreadable",
        text: lines("Enhed", "").replacing("| 2022 | 2023 |", with: "| 2022 | 1️⃣Bemærkning |")
          .replacing("| 5 | 7 |", with: "| 5 | 1️⃣7 |")),
      ForgedCase(
        what: "a year far from the others", code: "years-differ",
        text: tableOne("| 2023 | 2024 |", "| 2023 | 1️⃣2042 |")),
    ]

  static let cases =
    twice + misnamed + noYears + [
      ForgedCase(
        what: "a line that holds only if the proposal is rejected", code: "money-unread",
        text: tableOne("| Kursus |", "| 1️⃣Kursus (hvis forslaget ikke indarbejdes) |")
          .replacing("| 20 | 30 | 40 |", with: "| 1️⃣20 | 1️⃣30 | 1️⃣40 |")),
      ForgedCase(
        what: "a line of Økonomi that holds only if the proposal is rejected", code: "money-unread",
        text: """
          # Forslag
          | Forslagsnummer | BC99 |
          | Titel | Et forslag |
          | Runde | OFS 2021-2022 |
          | P/l | 2023 |
          # Økonomi
          | 1.000 kr. 2023 p/l |
          | Linje | Afsnit | Tekst | Styringsområde | Udvalg | 2022 | 2023 |
          | L1 | Implementering | Projekt | Service | SUD | 5 | |
          | L2 | Implementering | 1️⃣Leje, hvis forslaget ikke vedtages | Service | SUD | 1️⃣7 | 1️⃣8 |
          """),
      ForgedCase(
        what: "a row of Tabel E under a committee that its unit does not belong to",
        code: "committee-unknown",
        text: tableOne(
          "", "",
          more: """
            # Tabel E
            | Tabel E. Fordeling af serviceinvesteringer |
            | 1.000 kr. 2023 p/l | Enhed | Bevilling, profitcenter | 2022 | 2023 | 2024 |
            | 1️⃣Socialudvalget | 1️⃣Koncern IT | 1510, 2000 | 620 | 80 | 50 |
            """)),
      ForgedCase(
        what: "a sum of some lines among the lines of Økonomi", code: "total-differs",
        text: """
          # Forslag
          | Forslagsnummer | BC99 |
          | Titel | Et forslag |
          | Runde | OFS 2021-2022 |
          | P/l | 2023 |
          # Økonomi
          | 1.000 kr. 2023 p/l |
          | Linje | Afsnit | Tekst | Styringsområde | Udvalg | 2022 | 2023 |
          | L1 | Implementering | Projekt | Service | SUD | 5 | |
          | L2 | Implementering | Kursus | Service | SUD | 7 | 8 |
          | L3 | Implementering | Møder | Service | SUD | 4 | |
          | | Implementering | Samlet | Service | SUD | 1️⃣12 | 8 |
          """),
      ForgedCase(
        what: "a line that is marked as one that holds no longer", code: "money-unread",
        text: tableOne("| Kursus |", "| 1️⃣UDGÅR: Kursus |")
          .replacing("| 20 | 30 | 40 |", with: "| 1️⃣20 | 1️⃣30 | 1️⃣40 |")),
      ForgedCase(
        what: "a word in Gælder that is none of the three", code: "money-unread",
        text: """
          # Forslag
          | Forslagsnummer | BC99 |
          | Titel | Et forslag |
          | Runde | OFS 2021-2022 |
          | P/l | 2023 |
          # Økonomi
          | 1.000 kr. 2023 p/l |
          | Linje | Afsnit | Tekst | Styringsområde | Udvalg | Gælder | 2022 | 2023 |
          | L1 | Implementering | Projekt | Service | SUD | | 5 | |
          | L2 | Implementering | Kursus | Service | SUD | 1️⃣Nej | 1️⃣7 | 1️⃣8 |
          """),
      ForgedCase(
        what: "a text above lines that hold only if the proposal is rejected", code: "money-unread",
        text: """
          # Forslag
          | Forslagsnummer | BC99 |
          | Titel | Et forslag |
          | Runde | OFS 2021-2022 |
          | P/l | 2023 |
          # Økonomi
          | 1.000 kr. 2023 p/l |
          | Linje | Afsnit | Tekst | Styringsområde | Udvalg | 2022 | 2023 |
          | L1 | Implementering | Projekt | Service | SUD | 5 | |
          | | | 1️⃣Det følgende gælder, hvis forslaget ikke indarbejdes | | | | |
          | L2 | Implementering | Kursus | Service | SUD | 7 | 8 |
          """),
      ForgedCase(
        what: "a heading in euro", code: "unit-unreadable",
        text: tableOne("| 1.000 kr. 2023 p/l |", "| 1️⃣1.000 EUR 2023 p/l |")),
      ForgedCase(
        what: "a line in euro", code: "unit-unreadable", text: tableOne("| Kursus |", "| 1️⃣Kursus (€) |")),
      ForgedCase(
        what: "a caption in another unit than the heading", code: "unit-unreadable",
        text: tableOne("| Tabel 1. Forslagets samlede", "| 1️⃣Tabel 1 (mio. kr.). Forslagets samlede")),
      ForgedCase(
        what: "a note below the lines in another unit", code: "unit-unreadable",
        text: tableOne("", "", more: "| 1️⃣Alle beløb er i hele kr. |")),
      ForgedCase(
        what: "a line in another unit", code: "unit-unreadable",
        text: tableOne("| Kursus |", "| 1️⃣Kursus (mio. kr.) |")),
      ForgedCase(
        what: "a year with other words and money below it, where no other column has the year",
        code: "year-unreadable",
        text: tableOne("2023 | 2024 |", "2023 | 1️⃣2024 antal |").replacing("| 10 |", with: "| 1️⃣10 |")
          .replacing("| 40 |", with: "| 1️⃣40 |")),
      ForgedCase(
        what: "the rest of Tabel 1 on another sheet", code: "money-unread",
        text: tableOne(
          "", "",
          more: """
            # Side 2
            | Varige ændringer |
            | Husleje | Service | 1️⃣-5 | 1️⃣-6 | 1️⃣-7 |
            | Samlet varig ændring | | 1️⃣-5 | 1️⃣-6 | 1️⃣-7 |
            """)),
      ForgedCase(
        what: "another level to be carried out in than the round's", code: "price-level-differs",
        text: """
          # Forslag
          | Forslagsnummer | BC99 |
          | Titel | Et forslag |
          | Type | Investeringsforslag |
          | Runde | OFS 2021-2022 |
          | P/l | 2023 |
          | Udmøntes i p/l | 1️⃣2023 |

          """ + tableOne("", "")),
    ]

  /// The codes of the warnings of a workbook.
  private func warnings(_ text: String) -> [String] {
    MarkedWorkbook(text).allFindings.filter { $0.severity == .warning }.map(\.code.rawValue)
  }

  @Test func `kroner in all tables of 1.000 kr. are a warning`() {
    let text = Self.tableOne("| 600 | 50 | 10 |", "| 640000 | 310000 | 12000 |")
      .replacing("| 20 | 30 | 40 |", with: "| 20000 | 35000 | 40000 |")
    #expect(warnings(text).contains("unit-doubtful"))
  }

  @Test func `amounts of no more than some thousand kroner are a warning`() {
    #expect(warnings(Self.tableOne("| 1.000 kr. 2023 p/l |", "| kr. 2023 p/l |")).contains("unit-doubtful"))
    #expect(!warnings(Self.tableOne("", "")).contains("unit-doubtful"))
  }

  @Test func `a heading with a digit too few over an empty column is a warning`() {
    #expect(warnings(Self.lines("Enhed | 202", " | ")).contains("year-unreadable"))
  }

  @Test(arguments: ["Årsværk", "Noter", "Kategori"])
  func `a column of one's own beside the years stays a note`(heading: String) {
    let text = Self.tableOne("| 2023 | 2024 |", "| 2023 | \(heading) |")
    #expect(!MarkedWorkbook(text).findings.contains { $0.contains("year-unreadable") })
  }

  @Test func `a caption gives the unit that the heading leaves out`() {
    let text = Self.tableOne("konsekvenser |", "konsekvenser (kr.) |").replacing(
      "| 1.000 kr. 2023 p/l |", with: "| 2023 p/l |")
    let line = MarkedWorkbook(text).items().first?.proposal?.lines.first
    #expect(line?.figures.first?.amount.oere == 60_000)
  }

  @Test func `a year that refers to a note is the year`() {
    let text = Self.tableOne("2024 |", "2024 (note 1) |")
    #expect(MarkedWorkbook(text).items().first?.proposal?.years == [2022, 2023, 2024])
  }

  /// A long CSV with one line in two years, and further rows.
  private func long(_ rows: String, header: String = "Gælder") -> IntakeItem? {
    let text = """
      Forslag;Tabel;Afsnit;Linje;Tekst;Udvalg;Styringsområde;\(header);År;Beløb;Måleenhed;P/l
      BC99;1;Implementering;L1;Projekt;Socialudvalget;Service;hvis indarbejdes;2022;600;1.000 kr.;2023
      BC99;1;Implementering;L1;Projekt;Socialudvalget;Service;hvis indarbejdes;2023;50;1.000 kr.;2023
      \(rows)
      """
    let workbook = try? Grids.csv(Array(text.utf8), file: "BC99-tabeller.csv", sheet: "BC99").workbook
    return workbook.flatMap { Intake().read($0, file: "BC99-tabeller.csv", isText: true).first }
  }

  @Test func `a row of a long CSV that was pasted twice counts once, with an error`() {
    let row =
      "BC99;1;Implementering;L1;Projekt;Socialudvalget;Service;hvis indarbejdes;2022;600;1.000 kr.;2023"
    let item = long(row)
    #expect(
      item?.findings.contains { $0.code == .lineRepeated && $0.severity == .error && $0.cell == "J4" } == true
    )
    #expect(item?.proposal?.lines.map { $0.figures.map(\.amount.oere) } == [[60_000_000, 5_000_000]])
  }

  @Test(arguments: [("kkr", true), ("kr. 1.000", false), ("t.kr.", false), ("", false)])
  func `a unit of the long CSV that is none is an error`(unit: String, isTold: Bool) {
    let text = Self.longRow.replacing("1.000 kr.", with: unit)
    #expect(item(text)?.findings.contains { $0.code == .unitUnreadable } == isTold)
  }

  @Test(arguments: [("mkr.", Int64(60_000_000_000)), ("DKK", 60_000)])
  func `a unit of the long CSV means what it does in workbooks`(unit: String, oere: Int64) {
    let text = Self.longRow.replacing("1.000 kr.", with: unit)
    #expect(item(text)?.proposal?.lines.first?.figures.first?.amount.oere == oere)
  }

  @Test func `a row of Tabel 1 of the long CSV without a section is an error`() {
    let text = Self.longRow.replacing("Implementering", with: "Andet")
    #expect(item(text)?.findings.contains { $0.code == .columnMissing && $0.cell == "C2" } == true)
  }

  @Test func `a second column of amounts in the long CSV is an error`() {
    let text = Self.longRow.replacing("P/l\n", with: "P/l;Beløb\n").replacing("2023\n", with: "2023;77\n")
    #expect(item(text)?.findings.contains { $0.code == .moneyUnread } == true)
  }

  /// A long CSV with one amount.
  private static let longRow = """
    Forslag;Tabel;Afsnit;Linje;Tekst;Udvalg;Styringsområde;Gælder;År;Beløb;Måleenhed;P/l
    BC99;1;Implementering;L1;Projekt;Socialudvalget;Service;hvis indarbejdes;2022;600;1.000 kr.;2023

    """

  private func item(_ text: String) -> IntakeItem? {
    let workbook = try? Grids.csv(Array(text.utf8), file: "BC99-tabeller.csv", sheet: "BC99").workbook
    return workbook.flatMap { Intake().read($0, file: "BC99-tabeller.csv", isText: true).first }
  }

  @Test func `a total among the rows of a long CSV is compared and not added`() {
    let row = "BC99;1;Implementering;;I alt;;Service;hvis indarbejdes;2022;9999;1.000 kr.;2023"
    let item = long(row)
    #expect(item?.proposal?.lines.count == 1)
    #expect(item?.findings.contains { $0.code == .totalDiffers } == true)
  }

  @Test func `a heading of the long CSV that hides the case of rejection is an error`() {
    let row =
      "BC99;1;Implementering;L2;Kursus;Socialudvalget;Service;hvis ikke indarbejdes;2022;9;1.000 kr.;2023"
    #expect(
      long(row, header: "Status")?.findings.contains { $0.code == .columnMissing && $0.cell == "H1" } == true)
  }

  /// A long CSV with two lines in Tabel 1, their details in a table of their own, and the price level of all.
  private func details(_ rows: String, level: String = "2023") -> IntakeItem? {
    let text = """
      Forslag;Tabel;Afsnit;Linje;Tekst;Udvalg;Bevilling;Styringsområde;Gælder;År;Beløb;Måleenhed;P/l;Overskrift
      BC99;1;Implementering;L1;Projekt;Socialudvalget;;Service;;2022;600;1.000 kr.;2023;
      BC99;1;Implementering;L2;Kursus;Socialudvalget;;Service;;2022;50;1.000 kr.;2023;
      \(rows)
      """.replacing("1.000 kr.;2023", with: "1.000 kr.;" + level)
    let workbook = try? Grids.csv(Array(text.utf8), file: "BC99-tabeller.csv", sheet: "BC99").workbook
    return workbook.flatMap { Intake().read($0, file: "BC99-tabeller.csv", isText: true).first }
  }

  private func detail(_ line: String, _ text: String, _ amount: Int) -> String {
    "BC99;3;Implementering;\(line);\(text);Socialudvalget;3641;Service;;2022;\(amount);1.000 kr.;2023;"
      + "Serviceinvesteringer i forslaget"
  }

  @Test(arguments: [("L1", "L1"), ("L2", "L1"), ("L1", "L9"), ("L9", "L9")])
  func `details of a long CSV under a wrong or repeated name count once, with a warning`(
    first: String, second: String
  ) {
    let item = details([detail(first, "Projekt", 600), detail(second, "Kursus", 50)].joined(separator: "\n"))
    let lines = item?.proposal?.lines ?? []
    #expect(lines.map { $0.figures.map(\.amount.oere) } == [[60_000_000], [5_000_000]])
    #expect(item?.findings.contains { $0.code == .unusualInput && $0.severity == .warning } == true)
  }

  @Test func `the only detail under a line's name may differ from it, as an error`() {
    let item = details([detail("L1", "Projekt", 610), detail("L2", "Kursus", 50)].joined(separator: "\n"))
    #expect(item?.proposal?.lines.map { $0.figures[0].amount.oere } == [60_000_000, 5_000_000])
    #expect(item?.findings.filter { $0.severity == .error }.map(\.code) == [.tablesDiffer])
  }

  @Test func `a name that two lines of Tabel 1 have is a warning`() {
    let item = details("BC99;1;Implementering;L2;Møder;Socialudvalget;;Service;;2022;7;1.000 kr.;2023;")
    #expect(item?.proposal?.lines.map { $0.figures[0].amount.oere } == [60_000_000, 5_000_000, 700_000])
    #expect(item?.findings.contains { $0.cell == "E4" && $0.severity == .warning } == true)
  }

  @Test func `the price level of a long CSV is compared with the only round that has its years`() {
    let item = details(
      "BC99;1;Implementering;L1;Projekt;Socialudvalget;;Service;;2027;7;1.000 kr.;2023;", level: "2022")
    let found = item?.findings.filter { $0.code == .priceLevelDiffers } ?? []
    #expect(found.map(\.cell) == ["M2"])
    #expect(item?.proposal?.round == "OFS 2021-2022")
  }
}
