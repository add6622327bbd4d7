import Documents
import Spreadsheet
import TestSupport
import Testing

@Suite struct Markdown {
  private func lines(_ text: String, as kind: DocumentKind = .markdown) throws -> [String] {
    ShownGrid.lines(try DocumentReader { $0.hasPrefix("Tabel") }.read(Array(text.utf8), as: kind))
  }

  @Test func `a table with bars at its ends and a line of dashes`() throws {
    let text = "## Tabel 1. Varige ##\n\n| x | 2022 |\n|:--|--:|\n| a | -1 |\n| **b** | - |\n\nefter"
    #expect(try lines(text) == ["= Tabel 1. Varige", "x | 2022", "a | -1", "b | -", "¶ efter"])
  }

  @Test func `a table without bars at its ends`() throws {
    #expect(try lines("x | 2022\n--|--\na | 1\nVarige\nb | 2") == ["x | 2022", "a | 1", "Varige", "b | 2"])
  }

  @Test func `a table without a line of dashes, and one that is drawn`() throws {
    #expect(try lines("| x | 2022 |\n| a | 1 |") == ["x | 2022", "a | 1"])
    #expect(try lines("+---+---+\n| x | 2 |\n+===+===+\n| a | 1 |\n+---+---+") == ["x | 2", "a | 1"])
  }

  @Test func `a row of blanks is none of the lines that draw`() throws {
    #expect(try lines("| x | 2022 |\n|---|---|\n| - | - |") == ["x | 2022", "- | -"])
  }

  @Test func `an escaped bar is a letter`() throws {
    #expect(try lines("| a \\| b | \\-1 |\n|---|---|\n| c | 2 |") == ["a | b | -1", "c | 2"])
  }

  @Test func `more cells than the heading has are kept`() throws {
    #expect(try lines("| x | 1 |\n|---|---|\n| a | 2 | 3 |") == ["x | 1", "a | 2 | 3"])
  }

  @Test func `struck-out figures and marks of notes are marked, and bold is nothing`() throws {
    #expect(
      try lines("| a | ~~5~~ | ~~5~~ 6 | __7__ | 8[^1] | mv.* |\n|--|--|--|--|--|--|") == [
        "a | 5 {struck} | 5 6 {partly struck} | 7 | 8 {note} | mv.*"
      ])
  }

  @Test func `lines of HTML inside are read as such`() throws {
    let text = "Tabel 1\n\n<table><tr><td>a<td>1</table>\n\n| b | 1<br>2 |\n|--|--|\n"
    #expect(try lines(text) == ["= Tabel 1", "a | 1", "b | 1/2"])
  }

  @Test func `a list of boxes keeps them`() throws {
    #expect(try lines("- [x] ØKF\n- [ ] SOF\n* [SUF](http://x.dk)") == ["¶ ☒ ØKF", "¶ ☐ SOF", "¶ SUF"])
  }

  @Test func `text between tabs is a table in Markdown too`() throws {
    let text = "**Tabel 1**\n\nx\t2022\t2023\n<b>a</b>\t1\t2\n\nb\t3\t\n"
    #expect(try lines(text) == ["= Tabel 1", "x | 2022 | 2023", "a | 1 | 2", "b | 3"])
  }
}

@Suite struct `Text between tabs` {
  private func lines(_ text: String) throws -> [String] {
    ShownGrid.lines(try DocumentReader { $0.hasPrefix("Tabel") }.read(Array(text.utf8), as: .tabText))
  }

  @Test func `captions divide it, with tabs behind them or without`() throws {
    let text =
      "Titel: A\r\nTabel 1\t\t\r\nx\t2022\t2023\r\na\t1\t\r\n\r\nTabel 2\r\nx\t2022\t2023\r\nb\t\t2\r\n"
    #expect(
      try lines(text) == [
        "¶ Titel: A", "= Tabel 1", "x | 2022 | 2023", "a | 1", "= Tabel 2", "x | 2022 | 2023", "b |  | 2",
      ])
  }

  @Test func `a line without tabs between rows is a row`() throws {
    #expect(
      try lines("x\t2022\t2023\nVarige ændringer\na\t1\t2\nNote") == [
        "x | 2022 | 2023", "Varige ændringer", "a | 1 | 2", "¶ Note",
      ])
  }

  @Test func `an empty line does not end a table, years of its own do`() throws {
    let grid = try DocumentReader { _ in false }.read(
      Array("x\t2022\t2023\na\t1\t2\n\nb\t3\t4\n\ny\t2022\t2023\nc\t5\t6".utf8), as: .tabText)
    #expect(grid.workbook.sheets.count == 2)
  }

  @Test func `a quoted field may hold line ends; a loose quotation mark is a letter`() throws {
    #expect(
      try lines("\"a\nb\"\t1\t2\n\"c\" d\t3\t4\n\"e\t5\t6") == [
        "a/b | 1 | 2", "\"c\" d | 3 | 4", "\"e | 5 | 6",
      ])
  }
}
