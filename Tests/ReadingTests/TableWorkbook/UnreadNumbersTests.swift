import Findings
import TestSupport
import Testing

@Suite struct `Numbers that nothing reads` {
  private static func tableOne(
    header: String = "| 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |", more: String = ""
  ) -> String {
    """
    # Tabel 1
    | Tabel 1. Forslagets samlede økonomiske konsekvenser |
    \(header)
    | Varige ændringer |
    | Rengøring | Service | 0 | -270 | -270 |
    | Samlet varig ændring | | 0 | -270 | -270 |
    \(more)
    """
  }

  private func codes(_ text: String) -> [String] {
    MarkedWorkbook(text).allFindings.filter { $0.severity == .error }.map(\.code.rawValue)
  }

  @Test(arguments: ["27", "", "#REF", "2023-2024", "20023", "2023/24", "Skøn", "Afvigelse 2023"])
  func `are told at a heading that is no year`(heading: String) {
    let header = "| 1.000 kr. 2023 p/l | Styringsområde | 2022 | \(heading) | 2024 |"
    #expect(codes(Self.tableOne(header: header)).contains("year-unreadable"))
  }

  @Test(arguments: ["FY2023", "B2023", "Budget 2023", "2.023", "2023 p/l", "2023*"])
  func `are none under a year that is written otherwise`(heading: String) {
    let header = "| 1.000 kr. 2023 p/l | Styringsområde | 2022 | \(heading) | 2024 |"
    #expect(codes(Self.tableOne(header: header)) == [])
  }

  @Test func `are told in a column without a heading`() {
    let text = Self.tableOne().replacing("| 0 | -270 | -270 |", with: "| 0 | -270 | -270 | | | 5 |")
    #expect(codes(text).contains("money-unread"))
  }

  @Test func `are told below the totals`() {
    let text = Self.tableOne(
      more: """
        | Samlet økonomisk påvirkning | | 0 | -270 | -270 |
        | Ekstra | | 0 | -999 | -999 |
        """)
    #expect(codes(text).contains("money-unread"))
  }

  @Test func `are told in a table of the forms without its caption`() {
    let other = """

      # Ekstra
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Ekstra | Service | | -500 | -500 |
      """
    #expect(codes(Self.tableOne(more: other)).contains("money-unread"))
  }

  @Test(arguments: ["Antal", "Aktivitet"]) func `are silent where they count or plan`(word: String) {
    let other = """

      # Plan
      | \(word) | 2022 | 2023 | 2024 |
      | Borgere | 10 | 40 | 60 |
      """
    #expect(codes(Self.tableOne(more: other)) == [])
  }

  @Test func `are a note in a column of the sender's own`() {
    let header = "| 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 | Lavt skøn |"
    let text = Self.tableOne(header: header).replacing(
      "| Rengøring | Service | 0 | -270 | -270 |", with: "| Rengøring | Service | 0 | -270 | -270 | 350 |")
    let notes = MarkedWorkbook(text).allFindings.filter { $0.message.contains("Lavt skøn") }
    #expect(notes.map(\.severity) == [.note])
    #expect(notes.first?.message.contains("350") == true)
  }

  @Test(arguments: [
    ("Andel egenfinansiering", true), ("Kr.", true), ("Andel", false), ("Antal borgere", false), ("%", false),
  ])
  func `are a note under words beside those of a basis`(heading: String, isTold: Bool) {
    let header = "| 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 | \(heading) |"
    let text = Self.tableOne(header: header).replacing(
      "| Rengøring | Service | 0 | -270 | -270 |", with: "| Rengøring | Service | 0 | -270 | -270 | 350 |")
    let notes = MarkedWorkbook(text).allFindings.filter { $0.message.contains("350") }
    #expect(notes.isEmpty == !isTold)
  }

  @Test func `keep their years in any order`() {
    let text = Self.tableOne(header: "| 1.000 kr. 2023 p/l | Styringsområde | 2024 | 2023 | 2022 |")
    #expect(MarkedWorkbook(text).allFindings.filter { $0.code == .yearsDiffer } == [])
  }

  @Test(arguments: [(-270, Severity.note), (-280, .error)])
  func `of a table that stands twice are read once`(amount: Int, severity: Severity) {
    let copy = Self.tableOne().replacing("# Tabel 1", with: "# Tabel 1 (2)").replacing(
      "| Rengøring | Service | 0 | -270", with: "| Rengøring | Service | 0 | \(amount)")
    let found = MarkedWorkbook(Self.tableOne() + "\n" + copy).allFindings
    #expect(found.filter { $0.code == .tableRepeated }.map(\.severity) == [severity])
  }
}
