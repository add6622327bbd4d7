import Documents
import Spreadsheet
import TestSupport
import Testing

/// A paragraph, a cell, a row and a table of plain text, so that a test shows only the XML that it is about.
private func p(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }
private func c(_ text: String) -> String { "<w:tc>\(p(text))</w:tc>" }
private func row(_ cells: String...) -> String { "<w:tr>\(cells.joined())</w:tr>" }
private func table(_ rows: String...) -> String { "<w:tbl>\(rows.joined())</w:tbl>" }
/// A cell whose paragraph holds `runs`.
private func cell(_ runs: String) -> String { "<w:tc><w:p>\(runs)</w:p></w:tc>" }
private func run(_ text: String, _ properties: String = "") -> String {
  "<w:r><w:rPr>\(properties)</w:rPr><w:t>\(text)</w:t></w:r>"
}

/// A package of one document.
struct WordFile {
  static let transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  var namespace = transitional
  var styles = ""
  var more: [(name: String, data: [UInt8])] = []

  func bytes(_ body: String) -> [UInt8] {
    let names = """
      xmlns:w="\(namespace)" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" \
      xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
      xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
      xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
      xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml" \
      xmlns:r="\(WordFile.office)"
      """
    var entries: [(name: String, data: [UInt8])] = [
      relations("_rels/.rels", [("officeDocument", "word/document.xml")]),
      ("word/document.xml", Array("<w:document \(names)><w:body>\(body)</w:body></w:document>".utf8)),
    ]
    if !styles.isEmpty {
      entries.append(relations("word/_rels/document.xml.rels", [("styles", "styles.xml")]))
      entries.append(("word/styles.xml", Array("<w:styles \(names)>\(styles)</w:styles>".utf8)))
    }
    return ZipBuilder(entries: entries + more).build()
  }

  private func relations(_ name: String, _ targets: [(String, String)]) -> (name: String, data: [UInt8]) {
    let lines = targets.enumerated().map { index, target in
      "<Relationship Id=\"r\(index)\" Type=\"\(WordFile.office)/\(target.0)\" Target=\"\(target.1)\"/>"
    }
    return (
      name, Array("<Relationships xmlns=\"\(WordFile.package)\">\(lines.joined())</Relationships>".utf8)
    )
  }

  func read(_ body: String) throws -> DocumentGrid {
    try DocumentReader { $0.hasPrefix("Tabel") }.read(bytes(body), as: .word)
  }
}

/// One small document and what must be read of it.
struct WordTrap: Sendable, CustomTestStringConvertible {
  var name: String
  var body: String
  var lines: [String]
  var notes: [String] = []

  var testDescription: String { name }
}

@Suite struct `Word's traps` {
  @Test(arguments: captions + cells + nesting + letters + changes + boxes)
  func `the grid is what a person sees`(trap: WordTrap) throws {
    let grid = try WordFile().read(trap.body)
    #expect(ShownGrid.lines(grid) == trap.lines)
    #expect(ShownGrid.notes(grid) == trap.notes)
  }

  // MARK: - Captions and whole tables

  static let captions: [WordTrap] = [
    WordTrap(
      name: "the nearest of two captions above counts, and the other stays text",
      body: p("Tabel 1. A") + p("Tabel 2. B") + table(row(c("x"))) + p("efter"),
      lines: ["¶ Tabel 1. A", "= Tabel 2. B", "x", "¶ efter"]),
    WordTrap(
      name: "a caption below belongs to the table above it where none stands above",
      body: table(row(c("x"))) + p("") + p("Tabel 1. A"), lines: ["= Tabel 1. A", "x", "¶ Tabel 1. A"]),
    WordTrap(
      name: "a caption between two tables belongs to the lower one",
      body: table(row(c("x"), c("y"))) + p("Tabel 2. B") + table(row(c("z"))),
      lines: ["x | y", "= Tabel 2. B", "z"]),
    WordTrap(
      name: "a caption is numbered by a field: its result counts, not its code",
      body: """
        <w:p><w:r><w:t xml:space="preserve">Tabel </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>\
        <w:r><w:instrText> SEQ Tabel \\* ARABIC </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>\
        <w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>. Varige</w:t></w:r></w:p>
        """ + table(row(c("x"))), lines: ["= Tabel 3. Varige", "x"]),
    WordTrap(
      name: "a caption is numbered by a simple field",
      body: """
        <w:p><w:r><w:t xml:space="preserve">Tabel </w:t></w:r><w:fldSimple w:instr=" SEQ Tabel "><w:r><w:t>2\
        </w:t></w:r></w:fldSimple></w:p>
        """ + table(row(c("x"))), lines: ["= Tabel 2", "x"]),
    WordTrap(
      name: "a placeholder stays in a caption", body: p("Tabel [indsæt nr.] Varige") + table(row(c("x"))),
      lines: ["= Tabel [indsæt nr.] Varige", "x"]),
    WordTrap(
      name: "a style marks a caption whose number Word counts itself",
      body: "<w:p><w:pPr><w:pStyle w:val=\"Caption\"/></w:pPr><w:r><w:t>Samlet økonomi</w:t></w:r></w:p>"
        + table(row(c("x"))), lines: ["= Samlet økonomi", "x"]),
    WordTrap(
      name: "a heading that is repeated over a page break stands once",
      body: p("Tabel 1") + table(row(c(""), c("2022"), c("2023")), row(c("a"), c("1"), c("2"))) + p("")
        + table(row(c(""), c("2022"), c("2023")), row(c("b"), c("3"), c("4"))),
      lines: ["= Tabel 1", " | 2022 | 2023", "a | 1 | 2", "b | 3 | 4"]),
    WordTrap(
      name: "a table that a page divides is one, also where the heading is not repeated",
      body: p("Tabel 1") + table(row(c(""), c("2022"), c("2023")), row(c("a"), c("1"), c("2")))
        + "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>" + table(row(c("b"), c("3"), c("4"))),
      lines: ["= Tabel 1", " | 2022 | 2023", "a | 1 | 2", "b | 3 | 4"]),
    WordTrap(
      name: "a table in a content control stands in its place",
      body: p("Tabel 1") + "<w:sdt><w:sdtPr/><w:sdtContent>\(table(row(c("x"))))</w:sdtContent></w:sdt>",
      lines: ["= Tabel 1", "x"]),
    WordTrap(
      name: "custom XML around a table is seen through",
      body: p("Tabel 1") + "<w:customXml w:element=\"a\">\(table(row(c("x"))))</w:customXml>",
      lines: ["= Tabel 1", "x"]),
    WordTrap(
      name: "a table in a text box is read once, not again from its fallback",
      body: """
        <w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>\
        \(table(row(c("x"), c("1"))))</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback>\
        <w:pict><v:textbox><w:txbxContent>\(table(row(c("x"), c("1"))))</w:txbxContent></v:textbox></w:pict>\
        </mc:Fallback></mc:AlternateContent></w:r></w:p>
        """, lines: ["x | 1"]),
  ]

  // MARK: - Cells that cover others

  static let cells: [WordTrap] = [
    WordTrap(
      name: "a cell over three columns moves the next one",
      body: table(
        row("<w:tc><w:tcPr><w:gridSpan w:val=\"3\"/></w:tcPr>\(p("a"))</w:tc>", c("b")),
        row(c("1"), c("2"), c("3"), c("4"))), lines: ["a |  |  | b", "1 | 2 | 3 | 4"]),
    WordTrap(
      name: "a cell over two rows is written once",
      body: table(
        row("<w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>\(p("a"))</w:tc>", c("1")),
        row("<w:tc><w:tcPr><w:vMerge/></w:tcPr>\(p(""))</w:tc>", c("2"))), lines: ["a | 1", " | 2"]),
    WordTrap(
      name: "a row that begins a column later stands a column later",
      body: table(
        row(c("a"), c("b")), "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>\(c("2"))</w:tr>"),
      lines: ["a | b", " | 2"]),
    WordTrap(
      name: "a row that ends a column earlier leaves it empty",
      body: table(
        "<w:tr><w:trPr><w:gridAfter w:val=\"1\"/></w:trPr>\(c("1"))</w:tr>", row(c("a"), c("b"))),
      lines: ["1", "a | b"]),
    WordTrap(
      name: "an older merge to the right is one cell",
      body: table(
        row(
          "<w:tc><w:tcPr><w:hMerge w:val=\"restart\"/></w:tcPr>\(p("a"))</w:tc>",
          "<w:tc><w:tcPr><w:hMerge w:val=\"continue\"/></w:tcPr>\(p(""))</w:tc>", c("b"))),
      lines: ["a |  | b"]),
    WordTrap(
      name: "a content control around a cell is seen through",
      body: table(
        row(c("a"), "<w:sdt><w:sdtPr/><w:sdtContent>\(c("1"))</w:sdtContent></w:sdt>", c("2"))),
      lines: ["a | 1 | 2"]),
    WordTrap(
      name: "a content control around a row is seen through",
      body: table(
        row(c("a"), c("1")), "<w:sdt><w:sdtContent>\(row(c("b"), c("2")))</w:sdtContent></w:sdt>"),
      lines: ["a | 1", "b | 2"]),
    WordTrap(
      name: "a hidden row is read as hidden",
      body: table(row(c("a"), c("1")), "<w:tr><w:trPr><w:hidden/></w:trPr>\(c("b"))\(c("2"))</w:tr>"),
      lines: ["a | 1", "~b | 2"]),
    WordTrap(
      name: "lines that are stacked in the cells of one row are rows",
      body: table(
        row(c(""), c("2022"), c("2023")),
        row(
          "<w:tc>\(p("a"))\(p("b"))</w:tc>", "<w:tc>\(p("1"))\(p("2"))</w:tc>",
          "<w:tc>\(p("3"))\(p("4"))</w:tc>")),
      lines: [" | 2022 | 2023", "a | 1 | 3", "b | 2 | 4"]),
    WordTrap(
      name: "several paragraphs of a cell are lines of it",
      body: table(row("<w:tc>\(p("Husleje"))\(p("mv."))</w:tc>", c("1"))), lines: ["Husleje/mv. | 1"]),
  ]

  // MARK: - Tables in tables

  static let nesting: [WordTrap] = [
    WordTrap(
      name: "a table of one cell inside a cell is only a frame",
      body: table(row(c("a"), "<w:tc>\(table(row(c("1"))))\(p(""))</w:tc>")), lines: ["a | 1"]),
    WordTrap(
      name: "a table inside a cell follows the one around it",
      body: table(row(c("a"), "<w:tc>\(p("b"))\(table(row(c("1"), c("2"))))\(p(""))</w:tc>")),
      lines: ["a | b", "1 | 2"]),
    WordTrap(
      name: "smart tags and simple fields are seen through",
      body: table(
        row(
          cell("<w:smartTag w:element=\"x\">\(run("Husleje"))</w:smartTag>"),
          cell("<w:fldSimple w:instr=\"=SUM(ABOVE)\">\(run("12"))</w:fldSimple>"))),
      lines: ["Husleje | 12"]),
    WordTrap(
      name: "a link is its text",
      body: table(row(cell("<w:hyperlink r:id=\"r9\">\(run("Husleje"))</w:hyperlink>"), c("1"))),
      lines: ["Husleje | 1"]),
  ]

  // MARK: - Letters

  static let letters: [WordTrap] = [
    WordTrap(
      name: "runs may be split between the digits of a number",
      body: table(
        row(cell(run("-1") + "<w:proofErr w:type=\"gramStart\"/>" + run(".2") + run("75", "<w:b/>")))),
      lines: ["-1.275"]),
    WordTrap(
      name: "a content control around some letters is seen through",
      body: table(row(cell(run("-1.") + "<w:sdt><w:sdtContent>\(run("275"))</w:sdtContent></w:sdt>"))),
      lines: ["-1.275"]),
    WordTrap(
      name: "a break is a line end and a tab a tab",
      body: table(row(cell("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>"), c("1"))),
      lines: ["a/b→c | 1"]),
    WordTrap(
      name: "a page break inside a cell is nothing",
      body: table(row(cell("<w:r><w:lastRenderedPageBreak/><w:t>12</w:t><w:br w:type=\"page\"/></w:r>"))),
      lines: ["12"]),
    WordTrap(
      name: "a field is its result, and inside its code a field is code too",
      body: """
        <w:tbl><w:tr><w:tc><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>\
        <w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>\
        <w:r><w:t>300</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:tc></w:tr></w:tbl>
        """, lines: ["300"]),
    WordTrap(
      name: "a no-break hyphen is a minus",
      body: table(row(cell("<w:r><w:noBreakHyphen/><w:t>200</w:t></w:r>"))),
      lines: ["-200"]),
    WordTrap(
      name: "a soft hyphen is nothing, as an element and as a character",
      body: table(row(cell("<w:r><w:t>Hus</w:t><w:softHyphen/><w:t>le\u{AD}je</w:t></w:r>"), c("1"))),
      lines: ["Husleje | 1"]),
    WordTrap(
      name: "a minus of the symbol font is a minus",
      body: table(row(cell("<w:r><w:sym w:font=\"Symbol\" w:char=\"F02D\"/><w:t>200</w:t></w:r>"))),
      lines: ["−200"]),
    WordTrap(
      name: "a raised digit behind digits is told, never joined in silence",
      body: table(row(cell(run("500") + run("2", "<w:vertAlign w:val=\"superscript\"/>")))),
      lines: ["5002 {raised}"]),
    WordTrap(
      name: "a digit that was raised by hand is told too",
      body: table(row(cell(run("500") + run("2", "<w:position w:val=\"8\"/>")))), lines: ["5002 {raised}"]),
    WordTrap(
      name: "a raised digit behind words is the mark of a note",
      body: table(row(cell(run("Husleje") + run("1)", "<w:vertAlign w:val=\"superscript\"/>")), c("1"))),
      lines: ["Husleje {note} | 1"]),
    WordTrap(
      name: "a raised digit behind a year is the mark of a note",
      body: table(row(cell(run("2023") + run("1", "<w:vertAlign w:val=\"superscript\"/>")), c("2024"))),
      lines: ["2023 {note} | 2024"]),
    WordTrap(
      name: "a footnote's mark is not joined to a number",
      body: table(row(cell(run("500") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"))),
      lines: ["500 {note}"]),
    WordTrap(
      name: "an endnote's mark is not joined to a number",
      body: table(row(cell(run("500") + "<w:r><w:endnoteReference w:id=\"2\"/></w:r>"))),
      lines: ["500 {note}"]),
    WordTrap(
      name: "hidden letters are told and not read",
      body: table(row(cell(run("5", "<w:vanish/>") + run("00")))), lines: ["00 {hidden}"],
      notes: ["hiddenText 5"]),
    WordTrap(
      name: "a property that is switched off hides nothing",
      body: table(row(cell(run("500", "<w:vanish w:val=\"0\"/><w:strike w:val=\"false\"/>")))), lines: ["500"]
    ),
    WordTrap(
      name: "a struck-out number is marked", body: table(row(cell(run("500", "<w:strike/>")))),
      lines: ["500 {struck}"]),
    WordTrap(
      name: "a number with a double line through it is marked",
      body: table(row(cell(run("500", "<w:dstrike/>")))), lines: ["500 {struck}"]),
    WordTrap(
      name: "a struck-out number before a new one is marked",
      body: table(row(cell(run("500", "<w:strike/>") + run(" 600")))), lines: ["500 600 {partly struck}"]),
    WordTrap(
      name: "a formula's text is read",
      body: table(row(cell("<m:oMath><m:r><m:t>-500</m:t></m:r></m:oMath>"))), lines: ["-500"]),
  ]

  // MARK: - Tracked changes

  static let changes: [WordTrap] = [
    WordTrap(
      name: "a changed number is read as if accepted, and what it was is told",
      body: table(
        row(
          c("a"),
          cell("<w:del><w:r><w:delText>500</w:delText></w:r></w:del><w:ins>\(run("600"))</w:ins>"))),
      lines: ["a | 600 {was 500}"], notes: ["changeNotAccepted 600"]),
    WordTrap(
      name: "a digit that was put in changes the number",
      body: table(row(cell(run("5") + "<w:ins>\(run("0"))</w:ins>"))), lines: ["50 {was 5}"],
      notes: ["changeNotAccepted 50"]),
    WordTrap(
      name: "moved letters count where they went",
      body: table(
        row(cell("<w:moveFrom>\(run("500"))</w:moveFrom>"), cell("<w:moveTo>\(run("500"))</w:moveTo>"))),
      lines: [" | 500 {was }"], notes: ["changeNotAccepted", "changeNotAccepted 500"]),
    WordTrap(
      name: "two paragraphs whose mark between them was deleted are one line",
      body: table(
        row(
          "<w:tc><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>\(run("50"))</w:p>\(p("0"))</w:tc>", c("1"))),
      lines: ["500 {was 50/0} | 1"], notes: ["changeNotAccepted 500"]),
    WordTrap(
      name: "a row that was put in is read",
      body: table(row(c("a"), c("1")), "<w:tr><w:trPr><w:ins/></w:trPr>\(c("b"))\(c("2"))</w:tr>"),
      lines: ["a | 1", "b {was } | 2 {was }"], notes: ["changeNotAccepted b", "changeNotAccepted 2"]),
    WordTrap(
      name: "a row that was deleted holds only what it was",
      body: table(row(c("a"), c("1")), "<w:tr><w:trPr><w:del/></w:trPr>\(c("b"))\(c("2"))</w:tr>"),
      lines: ["a | 1"], notes: ["changeNotAccepted", "changeNotAccepted"]),
    WordTrap(
      name: "a cell that was deleted holds only what it was",
      body: table(row(c("a"), "<w:tc><w:tcPr><w:cellDel/></w:tcPr>\(p("500"))</w:tc>")), lines: ["a"],
      notes: ["changeNotAccepted"]),
    WordTrap(
      name: "a cell that was put in is read",
      body: table(row(c("a"), "<w:tc><w:tcPr><w:cellIns/></w:tcPr>\(p("500"))</w:tc>")),
      lines: ["a | 500 {was }"], notes: ["changeNotAccepted 500"]),
  ]

  // MARK: - Boxes and things that are no text

  static let boxes: [WordTrap] = [
    WordTrap(
      name: "a box of a content control is the sign in it",
      body: table(
        row(
          cell(
            "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox></w:sdtPr><w:sdtContent>"
              + run("☒") + "</w:sdtContent></w:sdt>" + run(" ØKF")), c("1"))), lines: ["☒ ØKF | 1"]),
    WordTrap(
      name: "a box of an older form is its state",
      body: """
        <w:tbl><w:tr><w:tc><w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>\
        <w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> ØKF</w:t></w:r></w:p></w:tc>\
        </w:tr></w:tbl>
        """, lines: ["☒ ØKF"]),
    WordTrap(
      name: "boxes of the font Wingdings are boxes",
      body: table(
        row(
          cell("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>" + run(" ØKF")),
          cell("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/></w:r>" + run(" SOF")))),
      lines: ["☒ ØKF | ☐ SOF"]),
    WordTrap(
      name: "a part in another format is told and left alone",
      body: p("a") + "<w:altChunk r:id=\"r9\"/>", lines: ["¶ a"], notes: ["foreignPart"]),
    WordTrap(
      name: "an embedded sheet is told and left alone",
      body:
        "<w:p><w:r><w:object><o:OLEObject Type=\"Embed\" ProgID=\"Excel.Sheet.12\"/></w:object></w:r></w:p>",
      lines: [], notes: ["embeddedObject"]),
    WordTrap(
      name: "white text in a cell without a colour is told and not read",
      body: table(
        row(c("a"), cell(run("-270") + run("0", "<w:color w:val=\"FFFFFF\"/>"))),
        row(c("b"), cell(run("5", "<w:color w:val=\"FFFFFF\"/>")))),
      lines: ["a | -270 {hidden}", "b"], notes: ["hiddenText 0", "hiddenText 5"]),
    WordTrap(
      name: "white text on a colour is read",
      body: table(
        "<w:tr><w:tc><w:tcPr><w:shd w:val=\"clear\" w:fill=\"1F3864\"/></w:tcPr><w:p>"
          + run("2022", "<w:color w:val=\"FFFFFF\"/>") + "</w:p></w:tc></w:tr>",
        row(cell(run("2023", "<w:color w:val=\"FFFFFF\"/><w:highlight w:val=\"black\"/>")))),
      lines: ["2022", "2023"]),
    WordTrap(
      name: "letters of two points are told and not read",
      body: table(row(c("a"), cell(run("-2") + run("9", "<w:sz w:val=\"2\"/>") + run("70")))),
      lines: ["a | -270 {hidden}"], notes: ["hiddenText 9"]),
    WordTrap(
      name: "cells merged the older way are one cell, and what the merge covers is told",
      body: table(
        row(
          "<w:tc><w:tcPr><w:hMerge w:val=\"restart\"/></w:tcPr>" + p("1") + "</w:tc>",
          "<w:tc><w:tcPr><w:hMerge w:val=\"continue\"/></w:tcPr>" + p("2") + "</w:tc>", c("3"))),
      lines: ["1 {hidden} |  | 3"], notes: ["hiddenText 2"]),
    WordTrap(
      name: "a text box that hangs on a cell is a line of it",
      body: table(
        row(
          c("a"),
          cell(
            run("-270") + "<w:r><w:pict><v:textbox><w:txbxContent>" + p("-999")
              + "</w:txbxContent></v:textbox></w:pict></w:r>"))),
      lines: ["a | -270/-999"]),
    WordTrap(
      name: "a text box that hangs on an empty cell is told",
      body: table(
        row(
          c("a"),
          cell(
            "<w:r><w:pict><v:textbox><w:txbxContent>" + p("-999")
              + "</w:txbxContent></v:textbox></w:pict></w:r>"))),
      lines: ["a"], notes: ["figuresUnread -999"]),
    WordTrap(
      name: "figures beside words that are struck out are struck out, too",
      body: table(row(cell(run("a", "<w:strike/>")), c("5")), row(c("b"), c("6"))),
      lines: ["a {struck} | 5 {struck}", "b | 6"]),
    WordTrap(
      name: "what is there for older programs alone is read",
      body: table(
        row(
          cell(
            "<w:r><mc:AlternateContent><mc:Fallback><w:t>-270</w:t></mc:Fallback></mc:AlternateContent></w:r>"
          ))),
      lines: ["-270"]),
    WordTrap(
      name: "the number of a page in a section's end is nothing",
      body: table(row(c("x"))) + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"r4\"/></w:sectPr>",
      lines: ["x"]),
  ]
}
