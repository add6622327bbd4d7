import Spreadsheet
import Testing

/// Workbooks that are peculiar in their rows, addresses and sheets, each with the grid that has to come out.
@Suite struct `Peculiar sheets` {
  private static let one = #"<c r="A1"><v>1</v></c>"#

  @Test(arguments: [
    ("no rows", "", ""),
    (
      "rows without cells", #"<row r="1"/><row r="2" ht="12"></row><row r="3"><c r="A3"><v>1</v></c></row>"#,
      "A3 number 1"
    ),
    ("no r on rows", "<row>\(one)</row><row><c><v>2</v></c></row>", "A1 number 1\nA2 number 2"),
    ("no r on cells", #"<row r="4"><c><v>1</v></c><c t="str"><v>x</v></c></row>"#, "A4 number 1\nB4 text x"),
    (
      "no r anywhere", "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c><v>4</v></c></row>",
      "A1 number 1\nC1 number 3\nA3 number 4"
    ),
    ("an empty r", #"<row r=""><c r=""><v>1</v></c></row>"#, "A1 number 1"),
    (
      "r on some cells", #"<row r="1"><c r="C1"><v>1</v></c><c><v>2</v></c><c r="A1"><v>3</v></c></row>"#,
      "A1 number 3\nC1 number 1\nD1 number 2"
    ),
    (
      "r on some rows", "<row r='7'><c><v>1</v></c></row><row><c><v>2</v></c></row>",
      "A7 number 1\nA8 number 2"
    ),
    (
      "rows out of order", #"<row r="3"><c r="A3"><v>3</v></c></row><row r="1">\#(one)</row>"#,
      "A1 number 1\nA3 number 3"
    ),
    ("cells out of order", #"<row r="1"><c r="B1"><v>2</v></c>\#(one)</row>"#, "A1 number 1\nB1 number 2"),
    (
      "a cell that is in another row than it says", #"<row r="1"><c r="B5"><v>5</v></c></row>"#, "B5 number 5"
    ),
    ("a cell twice", #"<row r="1">\#(one)<c r="A1"><v>2</v></c></row>"#, "A1 number 2"),
    (
      "a row twice", #"<row r="1">\#(one)</row><row r="1"><c r="B1"><v>2</v></c></row>"#,
      "A1 number 1\nB1 number 2"
    ),
    ("small letters", #"<row r="1"><c r="aa1"><v>1</v></c></row>"#, "AA1 number 1"),
    ("dollar signs", #"<row r="1"><c r="$B$1"><v>1</v></c></row>"#, "B1 number 1"),
    (
      "the last cell of all", #"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#, "XFD1048576 number 1"
    ),
    ("single quotes", "<row r='1' spans='1:1'><c s='0' r='A1'><v>1</v></c></row>", "A1 number 1"),
    ("white space inside tags", "<row  r = \"1\"\n><c\tr=\"A1\" ><v >1</v\n></c ></row >", "A1 number 1"),
    (
      "white space between tags", "\n <row r=\"1\">\n  <c r=\"A1\">\n   <v>1</v>\n  </c>\n </row>\n",
      "A1 number 1"
    ),
    (
      "comments and instructions",
      #"<!-- a --><row r="1"><?x y?><c r="A1"><!----><v>1<!-- > --></v></c></row>"#, "A1 number 1"
    ),
    (
      "attributes that nobody knows",
      #"<row r="1" x14ac:dyDescent="0.25" foo:r="9"><c r="A1" foo:t="s" vm="1"><v>1</v></c></row>"#,
      "A1 number 1"
    ),
    (
      "elements that nobody knows",
      #"<foo><row r="9"/></foo><row r="1"><bar><v>7</v></bar><c r="A1"><extLst><v>8</v></extLst><v>1</v></c></row>"#,
      "A1 number 1"
    ),
    ("an address with entities", #"<row r="1"><c r="&#65;1"><v>1</v></c></row>"#, "A1 number 1"),
    (
      "a hidden row", #"<row r="1" hidden="1">\#(one)</row><row r="2"><c r="A2"><v>2</v></c></row>"#,
      "A1 number 1 hidden\nA2 number 2"
    ),
    ("a row without height", #"<row r="1" ht="0" customHeight="1">\#(one)</row>"#, "A1 number 1 hidden"),
    (
      "a row that shows a line at best", #"<row r="1" ht="0.75" customHeight="1">\#(one)</row>"#,
      "A1 number 1 hidden"
    ),
    ("a row that says false", #"<row r="1" hidden="false" ht="15">\#(one)</row>"#, "A1 number 1"),
    (
      "a hidden row after plain ones, and a plain one after it",
      #"<row r="1" spans="1:2" x14ac:dyDescent="0.25">\#(one)</row>"#
        + #"<row r="2" spans="1:2" x14ac:dyDescent="0.25"><c r="A2"><v>2</v></c></row>"#
        + #"<row r="3" spans="1:2" hidden="1"><c r="A3"><v>3</v></c></row><row r="4" spans="1:2"><c r="A4"><v>4</v></c></row>"#,
      "A1 number 1\nA2 number 2\nA3 number 3 hidden\nA4 number 4"
    ),
    (
      "rows that leave some out",
      #"<row r="1">\#(one)</row><row r="9"><c r="A9"><v>9</v></c><c><v>10</v></c></row><row><c><v>11</v></c></row>"#,
      "A1 number 1\nA9 number 9\nB9 number 10\nA10 number 11"
    ),
    ("a row that says true", #"<row r="1" hidden="true">\#(one)</row>"#, "A1 number 1 hidden"),
  ])
  func `rows come out as expected`(name: String, rows: String, expected: String) throws {
    #expect(try HandMade(rows: rows).grid() == expected)
  }

  @Test(arguments: [
    (
      "a hidden column", #"<cols><col min="2" max="3" hidden="1"/></cols>"#,
      "A1 number 1\nB1 number 2 hidden\nC1 number 3 hidden\nD1 number 4"
    ),
    (
      "columns without width", #"<cols><col min="1" max="1" width="0" customWidth="1"/></cols>"#,
      "A1 number 1 hidden\nB1 number 2\nC1 number 3\nD1 number 4"
    ),
    (
      "columns that show a line at best",
      #"<cols><col min="1" max="1" width="0.25" customWidth="1"/></cols>"#,
      "A1 number 1 hidden\nB1 number 2\nC1 number 3\nD1 number 4"
    ),
    (
      "columns of a small width", #"<cols><col min="1" max="1" width="0.5"/></cols>"#,
      "A1 number 1\nB1 number 2\nC1 number 3\nD1 number 4"
    ),
    (
      "all columns from the fourth on", #"<cols><col min="4" max="16384" hidden="true"/></cols>"#,
      "A1 number 1\nB1 number 2\nC1 number 3\nD1 number 4 hidden"
    ),
    (
      "columns that make no sense",
      #"<cols><col min="0" max="2" hidden="1"/><col max="3" hidden="1"/><col min="9" max="2" hidden="1"/></cols>"#,
      "A1 number 1\nB1 number 2\nC1 number 3\nD1 number 4"
    ),
    (
      "a dimension that is wrong", #"<dimension ref="A1:A1"/>"#,
      "A1 number 1\nB1 number 2\nC1 number 3\nD1 number 4"
    ),
    (
      "a dimension that is none", #"<dimension ref="alle"/>"#,
      "A1 number 1\nB1 number 2\nC1 number 3\nD1 number 4"
    ),
    (
      "a filter view", #"<sheetPr filterMode="1"/><sheetViews><sheetView showFormulas="1"/></sheetViews>"#,
      "A1 number 1\nB1 number 2\nC1 number 3\nD1 number 4"
    ),
  ])
  func `what stands before the rows`(name: String, before: String, expected: String) throws {
    let rows =
      #"<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c><c r="D1"><v>4</v></c></row>"#
    #expect(try HandMade(rows: rows, before: before).grid() == expected)
  }

  @Test func `merged cells stand at their upper left, and what a merge covers is kept where the file has it`()
    throws
  {
    let rows = #"<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"/><c r="C1"><v>3</v></c></row>"#
    let after =
      #"<mergeCells count="9"><mergeCell ref="A1:B2"/><mergeCell ref="$C$1:$D$1"/><mergeCell ref="rod"/><mergeCell/></mergeCells>"#
    let sheet = try #require(try HandMade(rows: rows, after: after).read().sheets.first)
    #expect(sheet.mergedRanges.map(\.description) == ["A1:B2", "C1:D1"])
    #expect(sheet.cells.map(Grid.line) == ["A1 number 1", "C1 number 3"])
  }

  @Test func `hidden rows are listed together`() throws {
    let rows = #"<row r="2" hidden="1"/><row r="3" hidden="1"/><row r="5" ht="0"/>"#
    let sheet = try #require(try HandMade(rows: rows).read().sheets.first)
    #expect(sheet.hiddenRows == [2...3, 5...5])
  }

  @Test(arguments: [
    #"<row r="1"><c r="A1"><v>1</v></c></row><row r="2" spans="1:2><c r="A2"><v>2</v></c></row>"#,
    #"<row r="1"><c r="A1"><v>1</v></c></row><row r="2" spans="1:2" spans="1:2"><c r="A2"><v>2</v></c></row>"#,
    #"<row r="1"><c r="A1"><v>1</v></c></row><row r="2" r="2"><c r="A2"><v>2</v></c></row>"#,
    #"<x:row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></x:row>"#,
    #"<row r="1"><c r="A1"><v>1</v></row><row r="2"></c></row>"#,
  ])
  func `rows whose tags are broken are damage`(rows: String) {
    #expect(throws: SpreadsheetError.self) { try HandMade(rows: rows).read() }
  }

  @Test(arguments: [
    ("row 0", #"<row r="0"/>"#), ("a row that is no number", #"<row r="x"/>"#),
    ("a negative row", #"<row r="-1"/>"#),
    ("no column", #"<row r="1"><c r="1"/></row>"#), ("no row", #"<row r="1"><c r="A"/></row>"#),
    ("row 0 of a cell", #"<row r="1"><c r="A0"/></row>"#),
    ("something else", #"<row r="1"><c r="A1:B2"/></row>"#),
  ])
  func `an address that is none is damage`(name: String, rows: String) {
    let error = #expect(throws: SpreadsheetError.self) { try HandMade(rows: rows).read() }
    guard case .damaged("xl/worksheets/sheet1.xml", .badAddress)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(arguments: [
    ("the row after the last", #"<row r="1048577"/>"#, ReadLimits.Name.rows),
    ("a cell in it", #"<row r="1"><c r="A1048577"><v>1</v></c></row>"#, .rows),
    ("the column after the last", #"<row r="1"><c r="XFE1"><v>1</v></c></row>"#, .columns),
    ("a number that overflows", #"<row r="99999999999999999999"/>"#, .rows),
    ("letters that overflow", #"<row r="1"><c r="ZZZZZZZZZZZZZZZZZZZZZZ1"><v>1</v></c></row>"#, .columns),
  ])
  func `a place outside the sheet is refused`(name: String, rows: String, limit: ReadLimits.Name) {
    let error = #expect(throws: SpreadsheetError.self) { try HandMade(rows: rows).read() }
    guard case .limitExceeded(limit, _, _)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `sheets come in the order of their tabs, hidden ones marked, charts and dialogs left out`()
    throws
  {
    var workbook = HandMade(rows: #"<row r="1"><c r="A1"><v>1</v></c></row>"#)
    workbook.sheets =
      #"<sheet name="Diagram" sheetId="5" r:id="rId4"/><sheet name="B" sheetId="2" state="hidden" r:id="rId2"/><sheet name="A &amp; Å" sheetId="1" r:id="rId1"/>"#
      + #"<sheet name="C" sheetId="9" state="veryHidden" r:id="rId3"/><sheet name="Makro" sheetId="6" state="visible" r:id="rId5"/><sheet name="D" sheetId="7" r:id="rId6"/>"#
    workbook.parts["xl/_rels/workbook.xml.rels"] = HandMade.relationships([
      ("rId3", "worksheet", "worksheets/sheet3.xml"), ("rId1", "worksheet", "worksheets/sheet1.xml"),
      ("rId2", "worksheet", "worksheets/sheet2.xml"), ("rId4", "chartsheet", "chartsheets/sheet1.xml"),
      ("rId5", "xlMacrosheet", "macrosheets/sheet1.xml"), ("rId6", "dialogsheet", "dialogsheets/sheet1.xml"),
    ])
    workbook.parts["xl/worksheets/sheet2.xml"] = HandMade.sheet(#"<row r="1"><c r="A1"><v>2</v></c></row>"#)
    workbook.parts["xl/worksheets/sheet3.xml"] = HandMade.sheet(#"<row r="1"><c r="A1"><v>3</v></c></row>"#)
    workbook.parts["xl/macrosheets/sheet1.xml"] =
      #"<xm:macrosheet xmlns="\#(HandMade.main)" xmlns:xm="m"><sheetData><row r="1"><c r="A1"><f>HALT()</f><v>0</v></c></row></sheetData></xm:macrosheet>"#
    workbook.parts["xl/dialogsheets/sheet1.xml"] = #"<dialogsheet xmlns="\#(HandMade.main)"/>"#
    workbook.parts["xl/chartsheets/sheet1.xml"] = #"<chartsheet xmlns="\#(HandMade.main)"/>"#
    let read = try workbook.read()
    #expect(read.sheets.map(\.name) == ["B", "A & Å", "C", "Makro"])
    #expect(read.sheets.map(\.isHidden) == [true, false, true, false])
    #expect(
      Grid.text(read)
        == "A1 number 2 hidden\n[A & Å]\nA1 number 1\n[C]\nA1 number 3 hidden\n[Makro]\nA1 number 0 =HALT()")
  }

  @Test func `two tabs may have the same name, and two tabs the same part`() throws {
    var workbook = HandMade(rows: #"<row r="1"><c r="A1"><v>1</v></c></row>"#)
    workbook.sheets = #"<sheet name="A" sheetId="1" r:id="rId1"/><sheet name="A" sheetId="2" r:id="rId1"/>"#
    #expect(try workbook.grid() == "A1 number 1\n[A]\nA1 number 1")
  }

  @Test func `names of ranges are read, those of a single sheet left out`() throws {
    var workbook = HandMade()
    workbook.parts["xl/workbook.xml"] = """
      <workbook xmlns="\(HandMade.main)" xmlns:r="\(HandMade.office)"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets>
      <definedNames><definedName name="Udvalg">Lister!$A$1:$A$12</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">A!$A$1</definedName>
      <definedName name="Sats">1.5 &amp; 2</definedName></definedNames></workbook>
      """
    #expect(try workbook.read().definedNames == ["Udvalg": "Lister!$A$1:$A$12", "Sats": "1.5 & 2"])
  }
}
