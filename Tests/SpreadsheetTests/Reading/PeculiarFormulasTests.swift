import Spreadsheet
import Testing

/// Workbooks that are peculiar in their formulas, each with the grid that has to come out.
@Suite struct `Peculiar formulas` {
  @Test(arguments: [
    ("a formula and its value", #"<row r="1"><c r="A1"><f>B1*2</f><v>4</v></c></row>"#, "A1 number 4 =B1*2"),
    (
      "the value before the formula", #"<row r="1"><c r="A1"><v>4</v><f>B1*2</f></c></row>"#,
      "A1 number 4 =B1*2"
    ),
    ("an empty formula", #"<row r="1"><c r="A1"><f/><v>4</v></c></row>"#, "A1 number 4"),
    (
      "a formula in CDATA", #"<row r="1"><c r="A1"><f><![CDATA[IF(B1<2,"a","b")]]></f><v>4</v></c></row>"#,
      #"A1 number 4 =IF(B1<2,"a","b")"#
    ),
    (
      "a formula over two lines", "<row r='1'><c r='A1'><f>SUM(B1,\r\nB2)</f><v>4</v></c></row>",
      "A1 number 4 =SUM(B1,\nB2)"
    ),
    (
      "a function of a later Excel", #"<row r="1"><c r="A1"><f>_xlfn.CONCAT(B1)</f><v>4</v></c></row>"#,
      "A1 number 4 =_xlfn.CONCAT(B1)"
    ),
    (
      "a shared formula moves along",
      #"<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1+$A$1</f><v>1</v></c></row>"#
        + #"<row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"></f><v>3</v></c></row>"#,
      "B1 number 1 =A1+$A$1\nB2 number 2 =A2+$A$1\nB3 number 3 =A3+$A$1"
    ),
    (
      "a shared formula in both directions",
      #"<row r="1"><c r="B2"><f t="shared" ref="B2:C3" si="0">A$1*$A2+B1:B2</f><v>1</v></c></row>"#
        + #"<row r="3"><c r="C3"><f t="shared" si="0"/><v>2</v></c></row>"#,
      "B2 number 1 =A$1*$A2+B1:B2\nC3 number 2 =B$1*$A3+C2:C3"
    ),
    (
      "names, texts and functions do not move",
      #"<row r="1"><c r="B1"><f t="shared" ref="B1:B2" si="0">LOG10(A1)&amp;"A1"&amp;'A1'!A1&amp;År1&amp;Tab[A1]&amp;Skat.A1</f><v>1</v></c></row>"#
        + #"<row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>"#,
      #"B1 number 1 =LOG10(A1)&"A1"&'A1'!A1&År1&Tab[A1]&Skat.A1"# + "\n"
        + #"B2 number 2 =LOG10(A2)&"A1"&'A1'!A2&År1&Tab[A1]&Skat.A1"#
    ),
    (
      "whole columns and rows",
      #"<row r="1"><c r="B1"><f t="shared" ref="B1:C2" si="0">SUM(D:D,3:3,$E:$E)</f><v>1</v></c></row>"#
        + #"<row r="2"><c r="C2"><f t="shared" si="0"/><v>2</v></c></row>"#,
      "B1 number 1 =SUM(D:D,3:3,$E:$E)\nC2 number 2 =SUM(E:E,4:4,$E:$E)"
    ),
    (
      "a reference that leaves the sheet",
      #"<row r="5"><c r="B5"><f t="shared" ref="B4:B5" si="0">A1</f><v>1</v></c></row>"#
        + #"<row r="4"><c r="B4"><f t="shared" si="0"/><v>2</v></c></row>"#,
      "B4 number 2 =#REF!\nB5 number 1 =A1"
    ),
    (
      "a group number used twice",
      #"<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">C1</f><v>1</v></c></row>"#
        + #"<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>"#
        + #"<row r="3"><c r="A3"><f t="shared" ref="A3:A4" si="0">D3</f><v>3</v></c></row>"#
        + #"<row r="4"><c r="A4"><f t="shared" si="0"/><v>4</v></c></row>"#,
      "A1 number 1 =C1\nA2 number 2 =C2\nA3 number 3 =D3\nA4 number 4 =D4"
    ),
    (
      "a member of a group that has its own text",
      #"<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">C1</f><v>1</v></c></row>"#
        + #"<row r="2"><c r="A2"><f t="shared" si="0">D7</f><v>2</v></c></row>"#,
      "A1 number 1 =C1\nA2 number 2 =D7"
    ),
    (
      "a member without a group", #"<row r="2"><c r="A2"><f t="shared" si="7"/><v>2</v></c></row>"#,
      "A2 number 2 ="
    ),
    (
      "an array formula",
      #"<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>4</v></c></row>"#,
      "A1 number 2 =B1:B2*2\nA2 number 4"
    ),
    (
      "a dynamic array formula",
      #"<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A2">_xlfn.SEQUENCE(2)</f><v>1</v></c></row>"#,
      "A1 number 1 =_xlfn.SEQUENCE(2)"
    ),
    (
      "a what-if table",
      #"<row r="1"><c r="B2"><f t="dataTable" ref="B2:C3" dt2D="1" dtr="1" r1="E1" r2="E2"/><v>2</v></c></row>"#,
      "B2 number 2 =TABLE(E1,E2)"
    ),
    (
      "a formula with truth", #"<row r="1"><c r="A1" t="b"><f>B1&gt;0</f><v>1</v></c></row>"#,
      "A1 boolean true =B1>0"
    ),
    (
      "a formula whose text has line ends",
      "<row r='1'><c r='A1' t='str'><f>B1</f><v>a_x000D_\nb</v></c></row>", "A1 text a␍⏎b =B1"
    ),
  ])
  func `come out as expected`(name: String, rows: String, expected: String) throws {
    #expect(try HandMade(rows: rows).grid() == expected)
  }

  @Test func `an earlier cell at the same address does not leave its formula behind`() throws {
    let rows = #"<row r="1"><c r="A1"><f>B1</f><v>1</v></c><c r="A1"><v>2</v></c></row>"#
    #expect(try HandMade(rows: rows).grid() == "A1 number 2")
    let other = #"<row r="1"><c r="A1"><v>2</v></c><c r="A1"><f>B1</f><v>1</v></c></row>"#
    #expect(try HandMade(rows: other).grid() == "A1 number 1 =B1")
  }
}
