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
      "2022 2023 202 4 2025", "2022 2023 2024 2024",
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
