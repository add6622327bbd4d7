import Spreadsheet
import Testing

/// Workbooks that are peculiar in their cells, each with the grid that has to come out.
@Suite struct `Peculiar cells` {
  @Test(arguments: [
    ("a number", #"<row r="1"><c r="A1"><v>12</v></c></row>"#, "A1 number 12"),
    (
      "a number keeps its text", #"<row r="1"><c r="A1"><v>1275.0999999999999</v></c></row>"#,
      "A1 number 1275.0999999999999"
    ),
    ("an exponent", #"<row r="1"><c r="A1"><v>1.5E-3</v></c></row>"#, "A1 number 1.5E-3"),
    ("white space around a number", "<row r='1'><c r='A1'><v>\n 12 </v></c></row>", "A1 number 12"),
    ("a number that is none", #"<row r="1"><c r="A1"><v>1234,5</v></c></row>"#, "A1 text 1234,5"),
    ("type n", #"<row r="1"><c r="A1" t="n"><v>-0.5</v></c></row>"#, "A1 number -0.5"),
    ("a shared string", #"<row r="1"><c r="A1" t="s"><v>1</v></c></row>"#, "A1 text Udvalg"),
    (
      "an empty shared string", #"<row r="1"><c r="A1" t="s"><v>3</v></c><c r="B1"><v>1</v></c></row>"#,
      "B1 number 1"
    ),
    ("rich text in runs", #"<row r="1"><c r="A1" t="s"><v>2</v></c></row>"#, "A1 text Børne- og Ungdoms"),
    ("phonetic runs are left out", #"<row r="1"><c r="A1" t="s"><v>4</v></c></row>"#, "A1 text 課きく"),
    (
      "an inline string", #"<row r="1"><c r="A1" t="inlineStr"><is><t>Fælles</t></is></c></row>"#,
      "A1 text Fælles"
    ),
    (
      "an inline string in runs",
      #"<row r="1"><c r="A1" t="inlineStr"><is><r><t>Fæl</t></r><r><t>les</t></r></is></c></row>"#,
      "A1 text Fælles"
    ),
    (
      "an empty inline string",
      #"<row r="1"><c r="A1" t="inlineStr"><is><t></t></is></c><c r="B1" t="inlineStr"/></row>"#, ""
    ),
    (
      "an inline string and a value",
      #"<row r="1"><c r="A1" t="inlineStr"><is><t>Fælles</t></is><v>7</v></c></row>"#, "A1 text Fælles"
    ),
    (
      "a value and an inline string",
      #"<row r="1"><c r="A1" t="inlineStr"><v>7</v><is><t>Fælles</t></is></c></row>"#, "A1 text Fælles"
    ),
    (
      "an inline string without a type", #"<row r="1"><c r="A1"><is><t>Fælles</t></is></c></row>"#,
      "A1 text Fælles"
    ),
    (
      "an inline string in CDATA",
      #"<row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[a & b]]></t></is></c></row>"#, "A1 text a & b"
    ),
    (
      "a blank inline string",
      #"<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> </t></is></c></row>"#, "A1 text  "
    ),
    (
      "a long inline string",
      #"<row r="1"><c r="A1" t="inlineStr"><is><t>\#(String(repeating: "langt ", count: 900))</t></is></c></row>"#,
      "A1 text \(String(repeating: "langt ", count: 900))"
    ),
    (
      "an escape in an inline string",
      "<row r='1'><c r='A1' t='inlineStr'><is><t>a_x000D_b</t></is></c></row>", "A1 text a␍b"
    ),
    (
      "an inline string in a value", #"<row r="1"><c r="A1" t="inlineStr"><v>Fælles</v></c></row>"#,
      "A1 text Fælles"
    ),
    (
      "a formula with text", #"<row r="1"><c r="A1" t="str"><f>B1&amp;"x"</f><v>yx</v></c></row>"#,
      #"A1 text yx =B1&"x""#
    ),
    (
      "a formula with empty text", #"<row r="1"><c r="A1" t="str"><f>B1</f><v></v></c></row>"#, "A1 text  =B1"
    ),
    ("a formula without a value", #"<row r="1"><c r="A1"><f>B1*2</f></c></row>"#, "A1 empty =B1*2"),
    ("a formula with an empty value", #"<row r="1"><c r="A1"><f>B1*2</f><v/></c></row>"#, "A1 empty =B1*2"),
    (
      "a shared string without a number",
      #"<row r="1"><c r="A1" t="s"><v/></c><c r="B1" t="s"><v></v></c><c r="C1" t="s"/></row>"#, ""
    ),
    (
      "white space around a shared string's number", "<row r='1'><c r='A1' t='s'><v> 1\n</v></c></row>",
      "A1 text Udvalg"
    ),
    (
      "no value",
      #"<row r="1"><c r="A1" t="n"><v></v></c><c r="B1"><v/></c><c r="C1" t="b"><v/></c><c r="D1" t="e"><v/></c></row>"#,
      ""
    ),
    (
      "a capital exponent with a sign", #"<row r="1"><c r="A1"><v>-1.23E+05</v></c></row>"#,
      "A1 number -1.23E+05"
    ),
    ("a small exponent", #"<row r="1"><c r="A1"><v>4e-07</v></c></row>"#, "A1 number 4e-07"),
    ("a plus sign", #"<row r="1"><c r="A1"><v>+5</v></c></row>"#, "A1 number +5"),
    (
      "no digits before the point, or after",
      #"<row r="1"><c r="A1"><v>.5</v></c><c r="B1"><v>5.</v></c></row>"#,
      "A1 number .5\nB1 number 5."
    ),
    (
      "a number of many digits",
      #"<row r="1"><c r="A1"><v>0.1000000000000000055511151231257827</v></c></row>"#,
      "A1 number 0.1000000000000000055511151231257827"
    ),
    ("minus zero", #"<row r="1"><c r="A1"><v>-0</v></c></row>"#, "A1 number -0"),
    (
      "a number in pieces", "<row r='1'><c r='A1'><v>1<!-- x -->2<![CDATA[3]]>&#52;</v></c></row>",
      "A1 number 1234"
    ),
    (
      "not a number", #"<row r="1"><c r="A1"><v>NaN</v></c><c r="B1"><v>1 2</v></c></row>"#,
      "A1 text NaN\nB1 text 1 2"
    ),
    ("a type that nobody knows", #"<row r="1"><c r="A1" t="x"><v>12</v></c></row>"#, "A1 number 12"),
    ("truth that is none", #"<row r="1"><c r="A1" t="b"><v>ja</v></c></row>"#, "A1 text ja"),
    (
      "errors of all kinds",
      #"<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="e"><v>#SPILL!</v></c><c r="C1" t="e"><v>42</v></c></row>"#,
      "A1 error #N/A\nB1 error #SPILL!\nC1 error 42"
    ),
    ("a text that looks like a number", #"<row r="1"><c r="A1" t="str"><v>007</v></c></row>"#, "A1 text 007"),
    ("text of blanks", #"<row r="1"><c r="A1" t="str"><v>  </v></c></row>"#, "A1 text   "),
    ("text beyond ASCII", #"<row r="1"><c r="A1" t="str"><v>Æbleø 😀</v></c></row>"#, "A1 text Æbleø 😀"),
    ("a non-breaking blank", "<row r='1'><c r='A1' t='str'><v>a&#160;b</v></c></row>", "A1 text a\u{A0}b"),
    ("two values", #"<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>"#, "A1 number 2"),
    ("text without a formula", #"<row r="1"><c r="A1" t="str"><v>y</v></c></row>"#, "A1 text y"),
    (
      "truth", #"<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c></row>"#,
      "A1 boolean true\nB1 boolean false"
    ),
    ("truth in words", #"<row r="1"><c r="A1" t="b"><v>true</v></c></row>"#, "A1 boolean true"),
    ("an error", #"<row r="1"><c r="A1" t="e"><v>#DIV/0!</v></c></row>"#, "A1 error #DIV/0!"),
    (
      "an error of a formula", #"<row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>"#,
      "A1 error #DIV/0! =1/0"
    ),
    (
      "an ISO date", #"<row r="1"><c r="A1" t="d"><v>2022-01-14T08:30:00Z</v></c></row>"#,
      "A1 date 2022-01-14T08:30:00"
    ),
    (
      "an ISO date at midnight", #"<row r="1"><c r="A1" t="d"><v>2022-01-14T00:00:00.000</v></c></row>"#,
      "A1 date 2022-01-14"
    ),
    (
      "an ISO date with a fraction of thirty digits",
      #"<row r="1"><c r="A1" t="d"><v>2022-01-30T08:30:00.529209999999999999999999999991Z</v></c></row>"#,
      "A1 date 2022-01-30T08:30:00.529"
    ),
    (
      "an ISO date that is none", #"<row r="1"><c r="A1" t="d"><v>2022-02-30</v></c></row>"#,
      "A1 text 2022-02-30"
    ),
    ("only a format", #"<row r="1"><c r="A1" s="1"/><c r="B1" s="1"></c></row>"#, ""),
    ("CDATA", #"<row r="1"><c r="A1" t="str"><v><![CDATA[a<b&c]]></v></c></row>"#, "A1 text a<b&c"),
    (
      "text in pieces", #"<row r="1"><c r="A1" t="str"><v>a<!-- x -->b<![CDATA[c]]>d</v></c></row>"#,
      "A1 text abcd"
    ),
    (
      "entities", #"<row r="1"><c r="A1" t="str"><v>&lt;&#230;&#xC6;&amp;amp;&gt;</v></c></row>"#,
      "A1 text <æÆ&amp;>"
    ),
    (
      "white space is kept", #"<row r="1"><c r="A1" t="str"><v xml:space="preserve">  a  </v></c></row>"#,
      "A1 text   a  "
    ),
    ("line ends", "<row r='1'><c r='A1' t='str'><v>a\r\nb\rc\nd</v></c></row>", "A1 text a⏎b⏎c⏎d"),
    (
      "an escaped carriage return", "<row r='1'><c r='A1' t='str'><v>a_x000D_\nb</v></c></row>",
      "A1 text a␍⏎b"
    ),
    ("an escaped escape", "<row r='1'><c r='A1' t='str'><v>_x005F_x000D_</v></c></row>", "A1 text _x000D_"),
    (
      "escaped halves of a character", "<row r='1'><c r='A1' t='str'><v>_xD83D__xDE00_</v></c></row>",
      "A1 text 😀"
    ),
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
    let workbook = HandMade(
      rows: #"<row r="1"><c r="B1" t="s"><v>1</v></c></row>"#, strings: "<si><t>x</t></si>")
    #expect(
      throws: SpreadsheetError.damaged(
        part: "xl/worksheets/sheet1.xml", .missingSharedString(index: 1, cell: "B1"))
    ) {
      try workbook.read()
    }
  }
}
