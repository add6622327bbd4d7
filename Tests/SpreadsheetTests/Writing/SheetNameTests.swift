import Spreadsheet
import Testing

@Suite struct SheetNameTests {
  @Test(arguments: [
    ("", "the sheet name '' is empty"),
    (
      String(repeating: "a", count: 32),
      "the sheet name 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' has 32 characters, at most 31 are possible"
    ),
    (
      String(repeating: "å", count: 30) + "😀",
      "the sheet name 'åååååååååååååååååååååååååååååå😀' has 32 characters, at most 31 are possible"
    ),
    ("a[b", "the sheet name 'a[b' contains [; not possible are [ ] : * ? / \\ and control characters"),
    ("a]b", "the sheet name 'a]b' contains ]; not possible are [ ] : * ? / \\ and control characters"),
    ("a:b", "the sheet name 'a:b' contains :; not possible are [ ] : * ? / \\ and control characters"),
    ("a*b", "the sheet name 'a*b' contains *; not possible are [ ] : * ? / \\ and control characters"),
    ("a?b", "the sheet name 'a?b' contains ?; not possible are [ ] : * ? / \\ and control characters"),
    ("a/b", "the sheet name 'a/b' contains /; not possible are [ ] : * ? / \\ and control characters"),
    ("a\\b", "the sheet name 'a\\b' contains \\; not possible are [ ] : * ? / \\ and control characters"),
    ("a\nb", "the sheet name 'a\nb' contains U+000A; not possible are [ ] : * ? / \\ and control characters"),
    (
      "a\u{0}b",
      "the sheet name 'a\u{0}b' contains U+0000; not possible are [ ] : * ? / \\ and control characters"
    ),
    ("'a", "the sheet name ''a' begins or ends with an apostrophe"),
    ("a'", "the sheet name 'a'' begins or ends with an apostrophe"),
    ("History", "the sheet name 'History' is kept by Excel for itself"),
    ("ØKONOMI æå", "the sheet name 'ØKONOMI æå' is taken by the sheet 'Økonomi ÆÅ'"),
    ("ØKONOMI A\u{30A}Æ", "the sheet name 'ØKONOMI A\u{30A}Æ' is taken by the sheet 'Økonomi åæ'"),
  ])
  func `a name that Excel would not take is refused`(name: String, words: String) throws {
    var writer = try XLSXWriter()
    _ = try writer.addSheet("Økonomi ÆÅ")
    _ = try writer.addSheet("Økonomi åæ")
    let error = #expect(throws: XLSXWriteError.self) { try writer.addSheet(name) }
    #expect(error?.description == words)
    // The refused sheet has left nothing behind.
    _ = try writer.addSheet("Næste")
    #expect(
      try XLSXReader.read(bytes: writer.closeIntoBytes()).sheets.map(\.name) == [
        "Økonomi ÆÅ", "Økonomi åæ", "Næste",
      ])
  }

  @Test(arguments: [
    "å", "Økonomi & mål", "it's", "BC08 Tabel A", String(repeating: "æ", count: 31), "😀", "a!b", "<b>",
    "\"citat\"", "#1", " a ", "R1C1",
    "A1",
  ])
  func `an unusual name comes back as it was`(name: String) throws {
    var writer = try XLSXWriter()
    let sheet = try writer.addSheet(name)
    try writer.write(
      .link(.cell(.first, sheet: name.contains("#") ? "Andet" : name), text: "til toppen"), at: .first,
      in: sheet)
    if name.utf8.count < 50 { try writer.setPrinting(.wideTable(repeatedRows: 1...2), of: sheet) }
    let other = try writer.addSheet("Andet")
    let values = SheetRange(CellRange(.first), of: sheet)
    try writer.insert(Chart(.line, series: [Chart.Series(values: values)]), at: .first, in: other)
    #expect(try XLSXReader.read(bytes: writer.closeIntoBytes()).sheets.map(\.name) == [name, "Andet"])
  }

  @Test func `a workbook without a visible sheet is refused`() throws {
    #expect(throws: XLSXWriteError(.noVisibleSheet)) { try XLSXWriter().closeIntoBytes() }
    #expect(throws: XLSXWriteError(.noVisibleSheet)) {
      var writer = try XLSXWriter()
      _ = try writer.addSheet("Lister", isHidden: true)
      _ = try writer.closeIntoBytes()
    }
  }

  @Test func `a sheet of another workbook is refused`() throws {
    var one = try XLSXWriter()
    var other = try XLSXWriter()
    _ = try one.addSheet("Et")
    let sheet = try other.addSheet("To")
    #expect(throws: XLSXWriteError(.unknownSheet, sheet: "To")) { try one.write("a", at: .first, in: sheet) }
  }

  @Test(arguments: [
    ("", "is empty"), ("1a", "does not begin with a letter"),
    ("a b", "contains something else than letters, digits, _ and ."),
    ("A1", "is the address of a cell"), ("xfd1048576", "is the address of a cell"),
    ("R1C1", "is the address of a row, column or cell in R1C1 notation"),
    ("c", "is the address of a row, column or cell in R1C1 notation"), ("r5", "is the address of a cell"),
    ("TOTAL", "is taken"),
  ])
  func `a defined name that Excel would not take is refused`(name: String, problem: String) {
    let error = writeError { writer, sheet in
      try writer.defineName("Total", as: "='Ark1'!$A$1")
      try writer.defineName(name, as: "='Ark1'!$A$1")
    }
    #expect(error?.description == "the name '\(name)' \(problem)")
  }

  @Test(arguments: ["Økonomi_2023", "_x", "Ærø.1", "XFE1", "A1048577", "\\a"])
  func `a defined name of Danish letters is written`(name: String) throws {
    let written = try WrittenWorkbook { writer, sheet in try writer.defineName(name, as: "='Ark1'!$A$1") }
    #expect(try XLSXReader.read(bytes: written.bytes).definedNames == [name: "'Ark1'!$A$1"])
  }
}
