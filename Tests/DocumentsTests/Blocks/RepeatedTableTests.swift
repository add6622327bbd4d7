import Documents
import TestSupport
import Testing

@Suite struct `Tables below each other` {
  private func lines(_ page: String) throws -> [String] {
    ShownGrid.lines(try DocumentReader { $0.hasPrefix("Tabel") }.read(Array(page.utf8), as: .html))
  }

  private func table(_ rows: [[String]]) -> String {
    "<table>" + rows.map { "<tr>" + $0.map { "<td>" + $0 }.joined() }.joined() + "</table>"
  }

  private let head = ["1.000 kr.", "2022", "2023"]

  @Test func `a heading repeated over a page break is dropped as a heading`() throws {
    let page = "<p>Tabel 1</p>" + table([head, ["a", "1", "2"]]) + table([head, ["b", "3", "4"]])
    #expect(try lines(page) == ["= Tabel 1", "1.000 kr. | 2022 | 2023", "a | 1 | 2", "b | 3 | 4"])
  }

  @Test func `the same table twice is two tables under one caption`() throws {
    let same = table([head, ["a", "1", "2"], ["b", "3", "4"]])
    let once = ["= Tabel 1", "1.000 kr. | 2022 | 2023", "a | 1 | 2", "b | 3 | 4"]
    #expect(try lines("<p>Tabel 1</p>" + same + same) == once + once)
  }

  @Test func `the same table with another figure is a table of its own`() throws {
    let page =
      "<p>Tabel 1</p>" + table([head, ["a", "1", "2"], ["b", "3", "4"]])
      + table([head, ["a", "1", "2"], ["b", "9", "4"]])
    #expect(try lines(page).filter { $0 == "= Tabel 1" }.count == 2)
  }

  @Test func `a row of figures that repeats the first row stays`() throws {
    let above = table([head, ["", "1", "2"]])
    let page = "<p>Tabel 1</p>" + above + table([head, ["", "1", "2"], ["b", "3", "4"]])
    #expect(try lines(page).filter { $0.hasSuffix("1 | 2") }.count == 2)
  }
}
