import Spreadsheet
import Testing

@Suite struct TextTests {
  static let awkward = [
    "_x0041_", "_x005F_x0041_", "_x0041", "x_x000d_y", "_X0041_", "__x0041__", "_x00e6_", "\u{1}", "\u{1F}",
    "a\rb", "a\r\nb", "a\nb",
    "a\tb",
    " foran", "bagved ", "  ", "\n", "\t", "\u{FFFE}", "\u{FFFF}x", "\u{7F}\u{85}\u{9F}", "😀 🇩🇰", "e\u{301}",
    "\u{FEFF}mærke", "<&>\"'",
    "]]>", "&amp;",
    "&#10;", "æøåÆØÅ", "\u{202E}vendt", "-", "0012", "1.275,5", "TRUE", "#REF!",
  ]

  @Test(arguments: awkward, [false, true])
  func `text comes back as it was`(text: String, constantMemory: Bool) throws {
    let written = try WrittenWorkbook(options: WriteOptions(constantMemory: constantMemory)) {
      writer, sheet in
      try writer.write(text, at: .first, in: sheet)
    }
    guard case .text(let read) = try written.cell("A1")?.value else {
      Issue.record("no text")
      return
    }
    #expect(Array(read.utf8) == Array(text.utf8))
  }

  @Test(arguments: awkward)
  func `the text of a formula's value comes back as it was`(text: String) throws {
    let written = try WrittenWorkbook { writer, sheet in
      try writer.write(.formula("=B1", value: .text(text)), at: .first, in: sheet)
    }
    let cell = try written.cell("A1")
    #expect(cell?.value == .text(text))
    #expect(cell?.formula == "B1")
  }

  @Test func `bytes that are no UTF-8 become replacement characters before they can reach the file`() throws {
    let written = try WrittenWorkbook { writer, sheet in
      try writer.write(
        String(decoding: [0x61, 0xE6, 0x62, 0xED, 0xA0, 0x80], as: UTF8.self), at: .first, in: sheet)
    }
    #expect(try written.cell("A1")?.value == .text("a\u{FFFD}b\u{FFFD}\u{FFFD}\u{FFFD}"))
  }

  @Test(
    arguments: [
      "=1+1", "=HYPERLINK(\"http://a\",\"b\")", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "{=1}", "'=1",
      "=", "-", "+", "@",
    ],
    [false, true])
  func `text that looks like a formula is text`(text: String, constantMemory: Bool) throws {
    let written = try WrittenWorkbook(options: WriteOptions(constantMemory: constantMemory)) {
      writer, sheet in
      try writer.write(text, at: .first, in: sheet)
      try writer.write(
        .richText([TextRun(text), TextRun("b", style: CellStyle().with { $0.isBold = true })]),
        at: CellAddress(row: 1, column: 2),
        in: sheet)
    }
    #expect(try written.sheet().cells.map(\.value) == [.text(text), .text(text + "b")])
    #expect(!written.sheetXML.contains("<f>"))
    #expect(!written.sheetXML.contains("<hyperlink"))
  }

  @Test func `a negative number is a number`() throws {
    let written = try WrittenWorkbook { writer, sheet in
      try writer.write(DecimalNumber(mantissa: -12755, scale: 1), at: .first, in: sheet)
    }
    #expect(try written.cell("A1")?.value == .number("-1275.5"))
  }

  @Test func `a web address that is written as text is no link`() throws {
    let written = try WrittenWorkbook { writer, sheet in
      try writer.write("https://www.kk.dk", at: .first, in: sheet)
    }
    #expect(!written.sheetXML.contains("hyperlink"))
  }

  @Test func `an empty text is a blank cell`() throws {
    let written = try WrittenWorkbook { writer, sheet in
      try writer.write("", at: .first, in: sheet, style: CellStyle().with { $0.isBold = true })
    }
    #expect(try written.sheet().cells.isEmpty)
    #expect(written.sheetXML.contains(#"<c r="A1" s="1"/>"#))
  }

  @Test func `a NUL character is refused with the cell`() {
    let error = writeError { writer, sheet in
      try writer.write("a\u{0}b", at: CellAddress(row: 12, column: 6), in: sheet)
    }
    #expect(
      error?.description
        == "Ark1!F12: the text contains the character U+0000, which a workbook cannot hold there")
  }

  @Test func `text of 32767 characters is written, one more is refused`() throws {
    let longest = String(repeating: "æ", count: 32_765) + "😀"
    #expect(
      try WrittenWorkbook { writer, sheet in try writer.write(longest, at: .first, in: sheet) }.cell("A1")?
        .value == .text(longest))
    let error = writeError { writer, sheet in try writer.write(longest + "x", at: .first, in: sheet) }
    #expect(error?.description == "Ark1!A1: the text has 32768 characters, at most 32767 are possible")
  }
}
