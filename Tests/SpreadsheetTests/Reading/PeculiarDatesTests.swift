import Spreadsheet
import Testing

/// Number formats and date systems decide whether a number is a date, and which.
@Suite struct `Peculiar dates` {
  @Test(arguments: [
    ("dd-mm-yyyy", true), ("yyyy\\-mm\\-dd", true), ("m/d/yy h:mm", true), ("[$-406]d. mmmm yyyy;@", true),
    ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", true),
    ("mmm", true), ("mmm-yy", true), ("dddd", true), ("YYYY", true), ("&quot;den &quot;d", true),
    ("[Red]dd/mm/yy", true), ("bbbb", true),
    ("[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", true), ("[&lt;=100]dd-mm-yy;General", true),
    ("d.m.", true),
    ("yyyy&quot;年&quot;", true),
    ("h:mm", false), ("hh:mm:ss AM/PM", false), ("[h]:mm", false), ("[mm]:ss", false), ("mm:ss.0", false),
    ("[ss]", false),
    ("h:mm A/P", false),
    ("General", false), ("GENERAL", false), ("general", false), ("0", false), ("#,##0.00", false),
    ("0.00E+00", false), ("##0.0e+0", false),
    ("@", false),
    ("&quot;dato&quot; 0", false), ("0 &quot;dage&quot;", false), ("0\\d", false), ("#,##0_d", false),
    ("[Red]0", false),
    ("[Magenta]0", false),
    ("0;[Red]-0;&quot;dd-mm-yyyy&quot;", false), ("0;dd-mm-yy", false),
    ("_(* #,##0_);_(* \\(#,##0\\)", false),
    ("[$kr.-406] #,##0.00", false), ("[$DKK] #,##0", false),
    ("[&gt;=1000]0,&quot; mio.&quot;", false), ("# ?/?", false), ("", false), ("0&quot;", false),
    ("[", false), ("\\", false),
  ])
  func `a format shows a date or it does not`(code: String, isDate: Bool) throws {
    let workbook = HandMade(rows: #"<row r="1"><c r="A1" s="1"><v>44575</v></c></row>"#, formats: [code])
    #expect(try workbook.grid() == (isDate ? "A1 date 2022-01-14" : "A1 number 44575"))
  }

  @Test(arguments: [
    (14, "date 2022-01-14"), (15, "date 2022-01-14"), (16, "date 2022-01-14"), (17, "date 2022-01-14"),
    (22, "date 2022-01-14"),
    (18, "number 44575"),
    (20, "number 44575"), (21, "number 44575"), (45, "number 44575"), (46, "number 44575"),
    (47, "number 44575"), (0, "number 44575"),
    (49, "number 44575"),
    (27, "date 2022-01-14"), (36, "date 2022-01-14"), (57, "date 2022-01-14"), (32, "number 44575"),
    (163, "number 44575"),
  ])
  func `formats that every program knows by number`(number: Int, expected: String) throws {
    let styles =
      #"<styleSheet xmlns="\#(HandMade.main)"><cellXfs><xf numFmtId="\#(number)" applyNumberFormat="0"/></cellXfs></styleSheet>"#
    let workbook = HandMade(
      rows: #"<row r="1"><c r="A1" s="0"><v>44575</v></c></row>"#, parts: ["xl/styles.xml": styles])
    #expect(try workbook.grid() == "A1 " + expected)
  }

  @Test(arguments: [
    ("1", "date 1900-01-01"), ("59", "date 1900-02-28"), ("60", "number 60"), ("61", "date 1900-03-01"),
    ("44575", "date 2022-01-14"),
    ("44575.354166666664", "date 2022-01-14T08:30:00"), ("44575.999999999", "date 2022-01-15"),
    ("44575.5", "date 2022-01-14T12:00:00"),
    ("44575.000011574", "date 2022-01-14T00:00:01"), ("44575.1234", "date 2022-01-14T02:57:41.760"),
    ("2958465", "date 9999-12-31"),
    ("2958466", "number 2958466"), ("0", "number 0"), ("0.5", "number 0.5"), ("-1", "number -1"),
    ("4.4575E4", "date 2022-01-14"),
    ("1E300", "number 1E300"),
    ("44575,5", "text 44575,5"),
  ])
  func `days since 1900`(serial: String, expected: String) throws {
    let workbook = HandMade(
      rows: #"<row r="1"><c r="A1" s="1"><v>\#(serial)</v></c></row>"#, formats: ["dd-mm-yyyy"])
    #expect(try workbook.grid() == "A1 " + expected)
  }

  @Test(arguments: [
    (#"date1904="1""#, "date 2022-01-14"), (#"date1904="true""#, "date 2022-01-14"),
    (#"date1904="0""#, "date 2018-01-13"),
    ("", "date 2018-01-13"),
  ])
  func `days since 1904, if the workbook says so`(properties: String, expected: String) throws {
    let workbook = HandMade(
      rows: #"<row r="1"><c r="A1" s="1"><v>43113</v></c></row>"#, formats: ["dd-mm-yyyy"],
      workbookProperties: properties)
    #expect(try workbook.grid() == "A1 " + expected)
  }

  @Test func `the first day of 1904 is day 0`() throws {
    let workbook = HandMade(
      rows: #"<row r="1"><c r="A1" s="1"><v>0</v></c></row>"#, formats: ["dd-mm-yyyy"],
      workbookProperties: #"date1904="1""#)
    #expect(try workbook.grid() == "A1 date 1904-01-01")
  }

  @Test(arguments: [
    ("no styles part", "", true), ("no formats", #"<styleSheet xmlns="\#(HandMade.main)"/>"#, false),
    (
      "fewer formats than are used",
      #"<styleSheet xmlns="\#(HandMade.main)"><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>"#, false
    ),
    (
      "a format without a number",
      #"<styleSheet xmlns="\#(HandMade.main)"><cellXfs><xf/><xf/></cellXfs></styleSheet>"#, false
    ),
    (
      "only the styles of names are dates",
      #"<styleSheet xmlns="\#(HandMade.main)"><cellStyleXfs><xf numFmtId="14"/><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>"#,
      false
    ),
    (
      "differential formats are none",
      #"<styleSheet xmlns="\#(HandMade.main)"><cellXfs><xf/><xf numFmtId="164"/></cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="dd-mm-yyyy"/></dxf></dxfs></styleSheet>"#,
      false
    ),
  ])
  func `without a usable format a number is a number`(name: String, styles: String, isMissing: Bool) throws {
    var workbook = HandMade(
      rows:
        #"<row r="1"><c r="A1" s="1"><v>44575</v></c><c r="B1" s="99"><v>1</v></c><c r="C1" s=""><v>2</v></c></row>"#
    )
    if isMissing { workbook.missing = ["xl/styles.xml"] } else { workbook.parts["xl/styles.xml"] = styles }
    #expect(try workbook.grid() == "A1 number 44575\nB1 number 1\nC1 number 2")
  }

  @Test(arguments: [
    ("2022-01-14", "date 2022-01-14"), ("2022-01-14T08:30", "date 2022-01-14T08:30:00"),
    ("2022-01-14T08:30:00.25Z", "date 2022-01-14T08:30:00.250"),
    ("2022-01-14 08:30:00", "date 2022-01-14T08:30:00"), ("08:30:00", "text 08:30:00"),
    ("2022-13-01", "text 2022-13-01"),
    ("PT1H", "text PT1H"),
    ("2022-01-14Tx", "text 2022-01-14Tx"), ("2022-01-14Z", "date 2022-01-14"),
    ("2024-02-29", "date 2024-02-29"),
    ("1900-02-29", "text 1900-02-29"),
  ])
  func `dates in ISO form`(text: String, expected: String) throws {
    #expect(
      try HandMade(rows: #"<row r="1"><c r="A1" t="d"><v>\#(text)</v></c></row>"#).grid() == "A1 " + expected)
  }
}
