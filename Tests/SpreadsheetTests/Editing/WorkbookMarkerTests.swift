import ProposalModel
@testable import Spreadsheet
import TestSupport
import Testing

private let signature = MarkSignature(
  author: "fordel", beginnings: ["fordel · "], formula: "N(\"fordel\")=0", sheet: "Fejl og mangler")
private let marker = WorkbookMarker(signature: signature)
private let list = MarkList(
  title: "Fejl & mangler", introduction: "Ret dem",
  columns: [.init("Hvad", width: 30), .init("Hvor", width: 10)],
  rows: [[.text("<for stort>"), .link("Ark1!B2", sheet: "Ark1", cell: "B2")]], heights: [15])

private func mark(_ cell: String, _ level: WorkbookMarks.Level = .error, sheet: String = "Ark1") throws
  -> WorkbookMarks.Mark
{
  WorkbookMarks.Mark(
    sheet: sheet, cell: try #require(CellAddress(cell)), level: level, comment: "fordel · \(cell)")
}

private func marks(_ cells: [String]) throws -> WorkbookMarks {
  WorkbookMarks(marks: try cells.map { try mark($0) }, list: list)
}

/// The text of a part.
private func text(_ name: String, _ file: [UInt8]) throws -> String {
  String(decoding: try PackageEditor(file).text(name), as: UTF8.self)
}

private let rows = #"<row r="2"><c r="B2"><v>1</v></c><c r="C2"><v>2</v></c></row>"#
private let comments = "xl/comments1.xml"

/// A workbook whose sheet has a comment by somebody, with its box.
private func commented(shapes: String = "", author: String = "Mette") -> HandMade {
  var book = HandMade(rows: rows, after: #"<legacyDrawing r:id="rId7"/>"#)
  book.parts["xl/worksheets/_rels/sheet1.xml.rels"] = HandMade.relationships([
    ("rId3", "comments", "../comments9.xml"), ("rId7", "vmlDrawing", "../drawings/old.vml"),
  ])
  book.parts["xl/comments9.xml"] =
    #"<comments xmlns="\#(HandMade.main)"><authors><author>\#(author)</author></authors><commentList><comment ref="A1" authorId="0"><text><t>Hej</t></text></comment></commentList></comments>"#
  book.parts["xl/drawings/old.vml"] =
    #"<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202"/><v:shape id="_x0000_s1030"><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape>\#(shapes)</xml>"#
  return book
}

@Test func `the values of a marked workbook are those of the original, behind the list`() throws {
  let marked = try marker.mark(HandMade(rows: rows).bytes(), with: marks(["B2"]))
  let book = try XLSXReader.read(bytes: marked)
  #expect(book.sheets.map(\.name) == ["Fejl og mangler", "Ark1"])
  #expect(Grid.text(Workbook(sheets: [book.sheets[1]])) == "B2 number 1\nC2 number 2")
  #expect(Grid.text(Workbook(sheets: [book.sheets[0]])).contains("A4 text <for stort>\nB4 text Ark1!B2"))
}

@Test func `each level has one conditional format, placed where the schema has it`() throws {
  let book = HandMade(rows: rows, after: "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells><pageMargins/>")
  let marked = try marker.mark(
    book.bytes(), with: WorkbookMarks(marks: [mark("C2", .warning), mark("B2"), mark("A9")], list: nil))
  let sheet = try text("xl/worksheets/sheet1.xml", marked)
  let rule =
    "<cfRule type=\"expression\" dxfId=\"0\" priority=\"1\"><formula>N(&quot;fordel&quot;)=0</formula></cfRule>"
  let other = rule.replacing("dxfId=\"0\" priority=\"1\"", with: "dxfId=\"1\" priority=\"2\"")
  #expect(
    sheet.contains(
      "</mergeCells><conditionalFormatting sqref=\"B2 A9\">\(rule)</conditionalFormatting><conditionalFormatting sqref=\"C2\">\(other)"
        + "</conditionalFormatting><pageMargins/><legacyDrawing r:id=\"rId2\"/></worksheet>"))
}

@Test func `other conditional formats give way, once`() throws {
  let book = HandMade(
    rows: rows,
    after:
      #"<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>TRUE</formula></cfRule></conditionalFormatting>"#
  )
  let once = try marker.mark(book.bytes(), with: marks(["B2"]))
  let twice = try marker.mark(once, with: marks(["C2"]))
  for file in [once, twice] {
    #expect(
      try text("xl/worksheets/sheet1.xml", file).contains(
        "<cfRule type=\"expression\" priority=\"2\"><formula>TRUE"))
  }
  #expect(try !text("xl/worksheets/sheet1.xml", twice).contains("sqref=\"B2\""))
}

@Test func `comments of others and their boxes stay, and a cell with one is only coloured`() throws {
  let marked = try marker.mark(commented().bytes(), with: marks(["A1", "B2"]))
  let comments = try text("xl/comments9.xml", marked)
  #expect(
    comments.contains(
      #"<comment ref="A1" authorId="0"><text><t>Hej</t></text></comment><comment ref="B2" authorId="1">"#))
  #expect(try text("xl/drawings/old.vml", marked).contains("_x0000_s1030"))
  #expect(try text("xl/drawings/old.vml", marked).contains("_x0000_s1031"))
  #expect(try text("xl/worksheets/sheet1.xml", marked).contains("sqref=\"A1 B2\""))
  #expect(try marker.commentedCells(in: marked) == ["Ark1": [CellAddress(row: 1, column: 1)]])
}

@Test func `marking again takes the old marks away`() throws {
  let once = try marker.mark(commented().bytes(), with: marks(["B2", "C2"]))
  let twice = try marker.mark(once, with: marks(["C3"]))
  let direct = try marker.mark(commented().bytes(), with: marks(["C3"]))
  for part in ["xl/comments9.xml", "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"] {
    #expect(try text(part, twice) == text(part, direct), "\(part)")
  }
  let drawing = try text("xl/drawings/old.vml", twice)
  #expect(drawing.ranges(of: "ObjectType=\"Note\"").count == 2)
}

@Test func `without marks nothing of them is left`() throws {
  for book in [HandMade(rows: rows), commented()] {
    let cleared = try marker.mark(
      marker.mark(book.bytes(), with: marks(["B2", "C2"])), with: WorkbookMarks())
    let (before, after) = (try PackageEditor(book.bytes()), try PackageEditor(cleared))
    for (part, _) in book.allParts
    where part != "xl/styles.xml" && part != "[Content_Types].xml" && part != "xl/workbook.xml" {
      #expect(try after.text(part) == before.text(part), "\(part)")
    }
    #expect(
      !after.has(comments) && !after.has("xl/drawings/vmlDrawing1.vml")
        && !after.has("xl/worksheets/sheet2.xml"))
    #expect(
      try text("xl/workbook.xml", cleared).contains(
        "<sheets><sheet name=\"Ark1\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"))
  }
}

@Test func `a workbook without marks that gets none is the same file`() throws {
  let file = commented().bytes()
  #expect(try marker.mark(file, with: WorkbookMarks()) == file)
}

@Test func `comments whose author a program has dropped are known by their beginning`() throws {
  let marked = try marker.mark(commented().bytes(), with: marks(["B2"]))
  var editor = try PackageEditor(marked)
  editor.set(
    "xl/comments9.xml",
    Array(
      try text("xl/comments9.xml", marked).replacing("<author>fordel</author>", with: "<author> </author>")
        .utf8))
  let cleared = try marker.mark(editor.packed(), with: WorkbookMarks())
  #expect(try !text("xl/comments9.xml", cleared).contains("B2"))
  #expect(try text("xl/comments9.xml", cleared).contains("Hej"))
}

@Test(arguments: [
  ("", "activeTab=\"1\"", ""),
  (
    "<bookViews><workbookView activeTab=\"0\" firstSheet=\"0\"/></bookViews>",
    "activeTab=\"1\" firstSheet=\"0\"", ""
  ),
  (
    "<bookViews><workbookView firstSheet=\"1\" activeTab=\"1\"/></bookViews>",
    "firstSheet=\"2\" activeTab=\"2\"",
    "<sheet name=\"To\" sheetId=\"7\" r:id=\"rId1\"/>"
  ),
])
func `the open sheet stays open, and names stay with their sheets`(
  views: String, expected: String, more: String
) throws {
  var book = HandMade(rows: rows)
  book.parts["xl/workbook.xml"] = """
    <workbook xmlns="\(HandMade.main)" xmlns:r="\(HandMade.office)">\(views)<sheets><sheet name="Ark1" sheetId="3" r:id="rId1"/>\(more)</sheets>\
    <definedNames><definedName name="a">Ark1!$A$1</definedName><definedName name="b" localSheetId="0">Ark1!$B$1</definedName></definedNames></workbook>
    """
  let marked = try marker.mark(book.bytes(), with: marks(["B2"]))
  let workbook = try text("xl/workbook.xml", marked)
  #expect(workbook.contains(expected))
  #expect(workbook.contains("<definedName name=\"b\" localSheetId=\"1\">Ark1!$B$1</definedName>"))
  #expect(
    workbook.contains(
      "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">'Fejl og mangler'!$A$3:$B$4"
    ))
  let again = try text("xl/workbook.xml", marker.mark(marked, with: WorkbookMarks()))
  #expect(again.contains("<definedName name=\"b\" localSheetId=\"0\">Ark1!$B$1</definedName></definedNames>"))
}

@Test func `a signed, protected or shared workbook is refused`() throws {
  var signed = HandMade(rows: rows)
  signed.parts["_rels/.rels"] =
    HandMade.relationships([("rId1", "officeDocument", "xl/workbook.xml")]).replacing(
      "</Relationships>",
      with:
        #"<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>"#
    )
  #expect(throws: MarkingError.signed) { try marker.mark(signed.bytes(), with: marks(["B2"])) }
  var locked = HandMade(rows: rows)
  locked.parts["xl/workbook.xml"] = """
    <workbook xmlns="\(HandMade.main)" xmlns:r="\(HandMade.office)"><workbookProtection lockStructure="1"/><sheets>\
    <sheet name="Ark1" sheetId="1" r:id="rId1"/></sheets></workbook>
    """
  #expect(throws: MarkingError.structureProtected) { try marker.mark(locked.bytes(), with: marks(["B2"])) }
  var shared = HandMade(rows: rows)
  shared.parts["xl/_rels/workbook.xml.rels"] = HandMade.relationships([
    ("rId1", "worksheet", "worksheets/sheet1.xml"),
    ("rId2", "revisionHeaders", "revisions/revisionHeaders.xml"),
  ])
  #expect(throws: MarkingError.shared) { try marker.mark(shared.bytes(), with: marks(["B2"])) }
}

@Test func `a workbook without styles, with prefixes, or strict, gets its marks in its own spelling`() throws
{
  var bare = HandMade(rows: rows)
  bare.missing = ["xl/styles.xml"]
  bare.parts["xl/_rels/workbook.xml.rels"] = HandMade.relationships([
    ("rId1", "worksheet", "worksheets/sheet1.xml")
  ])
  #expect(
    try text("xl/styles1.xml", marker.mark(bare.bytes(), with: marks(["B2"]))).contains(
      "<dxfs count=\"1\"><dxf><font>"))

  var prefixed = HandMade()
  prefixed.parts["xl/worksheets/sheet1.xml"] =
    "<x:worksheet xmlns:x=\"\(HandMade.main)\"><x:sheetData/></x:worksheet>"
  let sheet = try text("xl/worksheets/sheet1.xml", marker.mark(prefixed.bytes(), with: marks(["B2"])))
  #expect(sheet.contains("<x:conditionalFormatting sqref=\"B2\"><x:cfRule"))
  #expect(sheet.contains("<x:legacyDrawing xmlns:r=\"\(HandMade.office)\" r:id=\"rId2\"/>"))

  let strict = HandMade(rows: rows).allParts.map { name, data in
    (
      name: name,
      data: Array(
        String(decoding: data, as: UTF8.self).replacing(HandMade.main, with: Vocabulary.strict.spreadsheet)
          .replacing(HandMade.office, with: Vocabulary.strict.relationships).utf8)
    )
  }
  let marked = try marker.mark(ZipBuilder(entries: strict).build(), with: marks(["B2"]))
  for part in [
    "xl/comments1.xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/worksheets/sheet2.xml", "xl/workbook.xml",
  ] {
    #expect(try !text(part, marked).contains("schemas.openxmlformats.org/spreadsheetml"), "\(part)")
    #expect(try text(part, marked).contains("purl.oclc.org"), "\(part)")
  }
}

@Test func `a part in UTF-16 is edited and becomes UTF-8`() throws {
  let parts = HandMade(rows: rows).allParts.map { name, data in
    guard name.hasSuffix("sheet1.xml") else { return (name: name, data: data) }
    let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + String(decoding: data, as: UTF8.self)
    return (
      name: name,
      data: [0xFF, 0xFE]
        + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    )
  }
  let marked = try marker.mark(ZipBuilder(entries: parts).build(), with: marks(["B2"]))
  let sheet = try text("xl/worksheets/sheet1.xml", marked)
  #expect(sheet.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"))
  #expect(try XLSXReader.read(bytes: marked).sheets[1].cells.count == 2)
}

@Test func `a drawing that is no well-formed XML is edited as text`() throws {
  let book = commented(shapes: "<v:shape id=\"_x0000_s1040\"><v:textbox>Line<br>break</v:textbox></v:shape>")
  let marked = try marker.mark(book.bytes(), with: marks(["B2"]))
  #expect(try text("xl/drawings/old.vml", marked).contains("_x0000_s1041"))
  let cleared = try marker.mark(marked, with: WorkbookMarks())
  #expect(
    try text("xl/drawings/old.vml", cleared)
      == String(decoding: PackageEditor(book.bytes()).text("xl/drawings/old.vml"), as: UTF8.self))
}

@Test(arguments: [
  "<sheetFormatPr defaultColWidth=\"nan\" defaultRowHeight=\"-1e400\"/><cols><col min=\"1\" max=\"9\" width=\"nan\"/><col min=\"5\" max=\"2\"/></cols>",
  "<sheetFormatPr defaultColWidth=\"0\" defaultRowHeight=\"0\"/>",
])
func `absurd widths and heights do not stop the marks`(before: String) throws {
  let book = HandMade(rows: #"<row r="2" ht="nan"><c r="B2"><v>1</v></c></row>"#, before: before)
  for cell in ["B2", "XFD1048576"] { _ = try marker.mark(book.bytes(), with: marks([cell])) }
}

@Test func `the order of calculation is dropped when the list had a place in it`() throws {
  var editor = try PackageEditor(marker.mark(HandMade(rows: rows).bytes(), with: marks(["B2"])))
  editor.set(
    "xl/calcChain.xml",
    Array("<calcChain xmlns=\"\(HandMade.main)\"><c r=\"A1\" i=\"1\"/><c r=\"A9\" i=\"2\"/></calcChain>".utf8)
  )
  _ = try editor.relate("xl/workbook.xml", to: "xl/calcChain.xml", kind: "calcChain", .transitional)
  let cleared = try PackageEditor(marker.mark(editor.packed(), with: WorkbookMarks()))
  #expect(!cleared.has("xl/calcChain.xml"))
}
