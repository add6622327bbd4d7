import Spreadsheet
import Testing

@Test func `a sheet with an empty id is a module of macros and no sheet`() throws {
  let file = HandMade(
    rows: #"<row r="1"><c r="A1"><v>7</v></c></row>"#,
    sheets:
      #"<sheet name="Ark1" sheetId="1" r:id="rId1"/><sheet name="Module1" sheetId="2" state="veryHidden" r:id=""/>"#
  )
  #expect(try file.read().sheets.map(\.name) == ["Ark1"])
}

@Test func `a sheet that names no part is damage`() {
  let file = HandMade(sheets: #"<sheet name="Ark1" sheetId="1"/>"#)
  #expect(throws: SpreadsheetError.damaged(part: "xl/workbook.xml", .missingRelationship(sheet: "Ark1"))) {
    try file.read()
  }
}
