import Documents
import Reading
import Spreadsheet
import Testing

@Suite struct `Slips in printed year headings` {
  private static let text = """
    Tabel 1. Forslagets samlede økonomiske konsekvenser
    1.000 kr. 2023 p/l Styringsområde 2022 2023 2024 2025
    Varige ændringer
    Husleje Service 0 -200 -250 -250
    Samlet varig ændring 0 -200 -250 -250

    """

  /// Amounts that were placed, and tables that were told as unread.
  private func read(_ text: String) -> (placed: [String], told: [DocumentNote]) {
    let grid = PrintedTextReader(words: .form).read(text)
    let cells = grid.workbook.sheets.flatMap(\.cells).compactMap { cell -> String? in
      guard case .text(let text) = cell.value, text.hasPrefix("-2") else { return nil }
      return text
    }
    return (cells, grid.notes.filter { $0.kind == .tableUnread })
  }

  @Test(
    "no figure is read, and the table is told with its caption and rows",
    arguments: [
      "202 2023 2024 2025", "2022 203 2024 2025", "2022 2023 2024 202", "2O22 2023 2024 2025",
      "2022 2023 2O24 2025", "2022 2023 2024 2O25", "20 22 2023 2024 2025", "2022 2023 2024 20 25",
      "2022 2033 2024 2025", "2022 2023 2024 2026", "2022 2023 2024 2.025", "2022 2023* 2024 2025",
      "2022 2023 202 4 2025", "2022 2023 2024 2024", "2022 2023? 2024 2025", "2022, 2023 2024 2025",
    ])
  func slip(years: String) {
    let found = read(Self.text.replacing("2022 2023 2024 2025", with: years))
    #expect(found.placed == [])
    #expect(found.told.map(\.earlierText) == ["Tabel 1. Forslagets samlede økonomiske konsekvenser"])
    #expect(found.told.first?.text.contains("Husleje Service 0 -200 -250 -250") ?? false)
  }

  @Test(
    "years with a year of prices in front or words behind are read",
    arguments: ["2022 2023 2024 2025", "2022 2023 2024 2025 og frem", "2023 2022 2023 2024 2025"])
  func whole(years: String) {
    let found = read(Self.text.replacing("2022 2023 2024 2025", with: years))
    #expect(found.placed.count == 6)
    #expect(found.told == [])
  }

  /// Words of a page in lines of their own height, cell by cell, 60 points apart.
  private static func page(years: [String]) -> String {
    var words: [String] = []
    func add(_ text: String, _ left: Int, _ top: Int) {
      words.append(
        "<word xMin=\"\(left)\" yMin=\"\(top)\" xMax=\"\(left + 6 * text.count)\" yMax=\"\(top + 10)\">\(text)</word>"
      )
    }
    func row(_ cells: [String], _ top: Int) {
      for (index, text) in cells.enumerated() { add(text, index == 0 ? 50 : 240 + 60 * index, top) }
    }
    var left = 50
    for word in ["Tabel", "2.", "Varige", "ændringer,", "service"] {
      add(word, left, 100)
      left += 6 * word.count + 4
    }
    row(["1.000kr."] + years, 120)
    row(["Husleje", "0", "-200", "-250", "-250"], 140)
    row(["Total", "0", "-200", "-250", "-250"], 160)
    return (["<page width=\"595\" height=\"842\">"] + words + ["</page>"]).joined(separator: "\n")
  }

  @Test(
    "on a page, where a word that is no figure ends a line, the table is told",
    arguments: [
      ["2022", "2O23", "2024", "2025"], ["202Z", "2023", "2024", "2025"], ["2022", "2023", "2024", "2025?"],
      ["2022", "2023", "år", "2025"], ["2022", "?", "2024", "2025"],
    ])
  func slipOnPage(years: [String]) {
    let whole = PrintedTextReader(words: .form).read(
      boxes: Self.page(years: ["2022", "2023", "2024", "2025"]))
    #expect(whole.notes.isEmpty)
    #expect(whole.workbook.sheets.contains { $0.name.hasPrefix("Tabel 2") })
    let grid = PrintedTextReader(words: .form).read(boxes: Self.page(years: years))
    #expect(
      grid.notes.filter { $0.kind == .tableUnread }.map(\.earlierText) == [
        "Tabel 2. Varige ændringer, service"
      ])
    #expect(!grid.workbook.sheets.contains { $0.name.hasPrefix("Tabel 2") })
  }

  @Test func `on a page the last year may go on in the next line`() {
    let page = Self.page(years: ["2022", "2023", "2024", "2025"]).replacing(
      "</page>", with: "")
    let words = [
      "<word xMin=\"508\" yMin=\"120\" xMax=\"520\" yMax=\"130\">og</word>",
      "<word xMin=\"480\" yMin=\"130\" xMax=\"504\" yMax=\"140\">frem</word>",
    ].joined(separator: "\n")
    let year = ">2025</word>"
    let grid = PrintedTextReader(words: .form).read(
      boxes: page.replacing(year, with: year + "\n" + words) + "</page>")
    #expect(grid.notes.filter { $0.kind == .tableUnread } == [])
    let table = grid.workbook.sheets.first { $0.name.hasPrefix("Tabel 2") }
    #expect(table?.cells.contains { $0.value == .text("Husleje") } == true)
  }

  private static let oneFigure = """
    Tabel 2. Serviceinvesteringer i forslaget
    1.000 kr. 2018 p/l Innovations-pulje
    (sæt X)
    2018 219 2020
    Kortlægning
    100     X
    Design og test 450     X
    Investeringer totalt, service 550

    """

  @Test func `rows of one figure each are told where their table is of money`() {
    let found = read(Self.text + Self.oneFigure)
    #expect(found.told.map(\.earlierText) == ["Tabel 2. Serviceinvesteringer i forslaget"])
    #expect(found.told.first?.text == "100 X · Design og test 450 X · Investeringer totalt, service 550")
  }

  @Test(
    "of other tables, and at the ends of sentences, they are none",
    arguments: [
      "Tabel 3. Antal stillinger\nEnhed Antal\nVesterbro 12\nAmager 8",
      """
      Tabel 3 viser serviceinvesteringerne i forslaget, som de er fordelt på de enkelte år af perioden, i alt
      450

      Forslaget omfatter medarbejdere under hovedkonto 6
      """,
    ])
  func notOfMoney(text: String) {
    #expect(read(Self.text + "\n" + text).told == [])
  }

  @Test func `rows among a form's sections are told without a caption`() {
    let rows = Self.text.split(separator: "\n").dropFirst(2).joined(separator: "\n")
    let found = read("Kære kollega\n" + rows)
    #expect(found.told.map(\.earlierText) == [nil])
  }

  @Test func `prose with figures is no table`() {
    let found = read(
      Self.text + """

        Tabel 1 viser de samlede konsekvenser af forslaget i de enkelte år.
        Der bruges 3,5 mio. kr. i 2025 og 8,2 mio. kr. i 2026 (6 vejledere, 1 leder, 3 assistenter).
        """)
    #expect(found.told == [])
  }
}
