import Documents
import Reading
import Spreadsheet
import Testing

/// What of a text was placed under a year, and what is told as uncertain.
private struct Outcome {
  var placed: [String] = []
  var told: [String] = []

  init(_ text: String) {
    let grid = PrintedTextReader(words: .form).read(text)
    for sheet in grid.workbook.sheets {
      for cell in sheet.cells where cell.address.row > 2 && cell.address.column > 1 {
        if case .text(let text) = cell.value { placed.append(text) }
      }
    }
    told = grid.notes.filter { $0.kind == .columnUncertain }.map(\.text)
  }
}

@Suite struct `Text written cell by cell` {
  @Test func `later years that stand below make every figure uncertain`() {
    let text = """
      Tabel 1. Forslagets samlede økonomiske konsekvenser
      1.000 kr. 2026 p/l

      2025
      2026
      2027
      Varige ændringer
      Husleje
      600
      600
      Samlet varig ændring
      600
      600

      2028

      2029

      600
      600

      600
      600
      """
    let outcome = Outcome(text)
    #expect(outcome.placed == [])
    #expect(outcome.told.joined(separator: " ").split(separator: " ").count { $0 == "600" } == 8)
  }

  @Test func `a column under the year behind the last one gives up a table among others`() {
    let rows = "Udvikling 1 2 3\nDrift 4 5 6\nSamlet 5 7 9\n"
    let text = """
      Tabel 1. Forslagets samlede økonomiske konsekvenser
      1.000 kr. 2023 p/l
      2022 2023 2024
      \(rows)
      2025
      7
      8
      """
    #expect(Outcome(text).placed == [])
  }

  @Test func `figures below a caption without a heading are told with it`() {
    let text = """
      Tabel 2. Varige ændringer, service
      Drift
      Husleje
      Vagt

      2022

      -10
      -20

      2023

      -30
      """
    let outcome = Outcome(text)
    #expect(outcome.placed == [])
    #expect(outcome.told == ["Tabel 2. Varige ændringer, service: 2022 -10 -20 2023 -30"])
  }

  @Test func `figures between the words of a payback and its years are told`() {
    let text = """
      Tabel 1. Forslagets samlede økonomiske konsekvenser
      1.000 kr. 2023 p/l
      2022 2023 2024
      Udvikling 1 2 3
      Tilbagebetalingstid baseret på
      1.250
      totaløkonomi
      4 år
      """
    #expect(Outcome(text).told == ["1.250"])
  }

  @Test func `rows whose figures stand below their words are read`() {
    let text = """
      Tabel 1. Forslagets samlede økonomiske konsekvenser
      1.000 kr. 2023 p/l
      2022 2023 2024
      Udvikling
      1
      2
      3
      Drift 4 5 6
      """
    #expect(Outcome(text).placed == ["1", "2", "3", "4", "5", "6"])
  }
}
