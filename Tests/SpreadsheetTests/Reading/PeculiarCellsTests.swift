import Spreadsheet
import Testing

/// Workbooks that are peculiar in their cells, each with the grid that has to come out.
@Suite struct `Peculiar cells` {
  @Test(arguments: [
    ("a number", #"<row r="1"><c r="A1"><v>12</v></c></row>"#, "A1 number 12"),
    ("a number keeps its text", #"<row r="1"><c r="A1"><v>1275.0999999999999</v></c></row>"#, "A1 number 1275.0999999999999"),
    ("an exponent", #"<row r="1"><c r="A1"><v>1.5E-3</v></c></row>"#, "A1 number 1.5E-3"),
    ("white space around a number", "<row r='1'><c r='A1'><v>\n 12 </v></c></row>", "A1 number 12"),
    ("a number that is none", #"<row r="1"><c r="A1"><v>1234,5</v></c></row>"#, "A1 text 1234,5"),
    ("type n", #"<row r="1"><c r="A1" t="n"><v>-0.5</v></c></row>"#, "A1 number -0.5"),
    ("a shared string", #"<row r="1"><c r="A1" t="s"><v>1</v></c></row>"#, "A1 text Udvalg"),
    ("an empty shared string", #"<row r="1"><c r="A1" t="s"><v>3</v></c><c r="B1"><v>1</v></c></row>"#, "B1 number 1"),
    ("rich text in runs", #"<row r="1"><c r="A1" t="s"><v>2</v></c></row>"#, "A1 text Børne- og Ungdoms"),
    ("phonetic runs are left out", #"<row r="1"><c r="A1" t="s"><v>4</v></c></row>"#, "A1 text 課きく"),
    ("an inline string", #"<row r="1"><c r="A1" t="inlineStr"><is><t>Fælles</t></is></c></row>"#, "A1 text Fælles"),
    (
      "an inline string in runs", #"<row r="1"><c r="A1" t="inlineStr"><is><r><t>Fæl</t></r><r><t>les</t></r></is></c></row>"#,
      "A1 text Fælles"
    ),
    ("an empty inline string", #"<row r="1"><c r="A1" t="inlineStr"><is><t></t></is></c><c r="B1" t="inlineStr"/></row>"#, ""),
    ("an inline string in a value", #"<row r="1"><c r="A1" t="inlineStr"><v>Fælles</v></c></row>"#, "A1 text Fælles"),
    ("a formula with text", #"<row r="1"><c r="A1" t="str"><f>B1&amp;"x"</f><v>yx</v></c></row>"#, #"A1 text yx =B1&"x""#),
    ("a formula with empty text", #"<row r="1"><c r="A1" t="str"><f>B1</f><v></v></c></row>"#, "A1 text  =B1"),
    ("a formula without a value", #"<row r="1"><c r="A1"><f>B1*2</f></c></row>"#, "A1 empty =B1*2"),
    ("a formula with an empty value", #"<row r="1"><c r="A1"><f>B1*2</f><v/></c></row>"#, "A1 empty =B1*2"),
    ("text without a formula", #"<row r="1"><c r="A1" t="str"><v>y</v></c></row>"#, "A1 text y"),
    ("truth", #"<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c></row>"#, "A1 boolean true\nB1 boolean false"),
    ("truth in words", #"<row r="1"><c r="A1" t="b"><v>true</v></c></row>"#, "A1 boolean true"),
    ("an error", #"<row r="1"><c r="A1" t="e"><v>#DIV/0!</v></c></row>"#, "A1 error #DIV/0!"),
    ("an error of a formula", #"<row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>"#, "A1 error #DIV/0! =1/0"),
    ("an ISO date", #"<row r="1"><c r="A1" t="d"><v>2022-01-14T08:30:00Z</v></c></row>"#, "A1 date 2022-01-14T08:30:00"),
    ("an ISO date at midnight", #"<row r="1"><c r="A1" t="d"><v>2022-01-14T00:00:00.000</v></c></row>"#, "A1 date 2022-01-14"),
    ("an ISO date that is none", #"<row r="1"><c r="A1" t="d"><v>2022-02-30</v></c></row>"#, "A1 text 2022-02-30"),
    ("only a format", #"<row r="1"><c r="A1" s="1"/><c r="B1" s="1"></c></row>"#, ""),
    ("CDATA", #"<row r="1"><c r="A1" t="str"><v><![CDATA[a<b&c]]></v></c></row>"#, "A1 text a<b&c"),
    ("text in pieces", #"<row r="1"><c r="A1" t="str"><v>a<!-- x -->b<![CDATA[c]]>d</v></c></row>"#, "A1 text abcd"),
    ("entities", #"<row r="1"><c r="A1" t="str"><v>&lt;&#230;&#xC6;&amp;amp;&gt;</v></c></row>"#, "A1 text <æÆ&amp;>"),
    ("white space is kept", #"<row r="1"><c r="A1" t="str"><v xml:space="preserve">  a  </v></c></row>"#, "A1 text   a  "),
    ("line ends", "<row r='1'><c r='A1' t='str'><v>a\r\nb\rc\nd</v></c></row>", "A1 text a⏎b⏎c⏎d"),
    ("an escaped carriage return", "<row r='1'><c r='A1' t='str'><v>a_x000D_\nb</v></c></row>", "A1 text a␍⏎b"),
    ("an escaped escape", "<row r='1'><c r='A1' t='str'><v>_x005F_x000D_</v></c></row>", "A1 text _x000D_"),
    ("escaped halves of a character", "<row r='1'><c r='A1' t='str'><v>_xD83D__xDE00_</v></c></row>", "A1 text 😀"),
    (
      "what only looks like an escape", "<row r='1'><c r='A1' t='str'><v>_x00G1_ _x41_ _xD83D_</v></c></row>",
      "A1 text _x00G1_ _x41_ _xD83D_"
    ),
  ])
  func `come out as expected`(name: String, rows: String, expected: String) throws {
    let strings = """
      <si><t>Forslag</t></si><si><t>Udvalg</t></si>
      <si><r><rPr><b/></rPr><t>Børne- og </t></r><r><t>Ungdoms</t></r></si><si><t/></si>
      <si><t>課きく</t><rPh sb="0" eb="1"><t>カ</t></rPh><phoneticPr fontId="1"/></si>
      """
    #expect(try HandMade(rows: rows, strings: strings).grid() == expected)
  }

  @Test func `a cell that refers to a shared string that does not exist is damage`() {
    let workbook = HandMade(rows: #"<row r="1"><c r="B1" t="s"><v>1</v></c></row>"#, strings: "<si><t>x</t></si>")
    #expect(throws: SpreadsheetError.damaged(part: "xl/worksheets/sheet1.xml", .missingSharedString(index: 1, cell: "B1"))) {
      try workbook.read()
    }
  }
}
