import Testing

@testable import Spreadsheet

@Suite struct `Number formats` {
  /// Code, value, and what a person sees: `as stored`, or what stands out.
  @Test(arguments: [
    ("General", 1275, "as stored"), ("", 1275, "as stored"), ("[Red]", 1275, "as stored"),
    ("0", 1275, "as stored .0"), ("#,##0.00", 1275, "as stored .2"), ("0.0#", 1275, "as stored .2"),
    ("# ##0", 1275, "as stored .0"), ("0\".\"000", 1275, "as stored .0"), ("@", 1275, "as stored"),
    ("#,##0", -1275, "as stored .0"), ("#,##0;-#,##0", -1275, "as stored .0"),
    ("#,##0_);(#,##0)", -1275, "as stored .0"), ("#,##0;[Red]#,##0-", -1275, "as stored .0"),
    ("_-* #,##0.00\\ _k_r_._-;\\-* #,##0.00\\ _k_r_._-;_-* \"-\"??\\ _k_r_._-;_-@_-", -5, "as stored .2"),
    ("_-* #,##0_-;\\-* #,##0_-;_-* \"-\"_-;_-@_-", 0, "as stored .0"),
    ("#,##0 \"kr.\"", 1275, "as stored .0 'kr.'"), ("[$kr.-406] #,##0.00", 1275, "as stored .2 'kr.'"),
    ("#,##0.00\\ \"kr.\";-#,##0.00\\ \"kr.\"", -1275, "as stored .2 'kr.'"),
    ("kr. 0", 1275, "as stored .0 'kr.'"), ("0\",-\"", 1275, "as stored .0 ','"),
    ("0\" mio.\"", 5, "as stored .0 'mio.'"), ("\"t.kr. \"0", 5, "as stored .0 't.kr.'"),
    ("0%", 2, "percent .0"), ("0.0 %", 2, "percent .1"), ("0\\%", 2, "as stored .0 '%'"),
    ("#,##0,", 211_000, "thousands:1 .0"), ("0.0,,\" mio.\"", 211_000, "thousands:2 .1 'mio.'"),
    ("0,.0", 211_000, "thousands:1 .1"), ("[>=1000]0,\"k\";0", 5000, "thousands:1 .0 'k'"),
    ("[>=1000]0,\"k\";0", 5, "as stored .0"), ("[>=1000]0,\"k\";0", -5, "as stored .0"),
    (";;;", 211, "invisible"), (";;;", -211, "invisible"), ("0;;", -211, "invisible"),
    ("0;;", 0, "invisible"), ("0;-0;\"-\"", 0, "as stored .0"), ("\"\"", 5, "invisible"),
    ("\"\"", 0, "invisible"),
    ("[Red]\"\"", 5, "invisible"), ("_0", 5, "invisible"), ("* ", 5, "invisible"),
    ("[=0]\"\"", 5, "invisible"),
    ("[=0]\"\";0", 5, "as stored .0"), ("0*0", 5, "adds digits .0"), ("0* ", 5, "as stored .0"),
    ("\"findes\"", 5, "invisible .0 'findes'"), ("0;0;;@", 0, "invisible"),
    ("0;0", -211, "sign hidden .0"), ("0;[Red]0", -211, "sign hidden .0"), ("0;[Red]0", 211, "as stored .0"),
    ("[<0]0;0", -211, "sign hidden .0"), ("[>=0]0;-0", -211, "as stored .0"),
    ("[=0]\"nul\";0", -211, "as stored .0"),
    ("-#,##0;#,##0", 211, "sign turned .0"), ("-#,##0;#,##0", -211, "sign hidden .0"),
    ("-0", 211, "sign turned .0"), ("(0)", 211, "sign turned .0"), ("0-", 211, "sign turned .0"),
    ("\"kr. -\"0", 211, "sign turned .0 'kr.'"), ("General;General", -5, "sign hidden"),
    ("0\"000\"", 5, "adds digits .0 '000'"), ("0\" 000\"", 5, "adds digits .0 '000'"),
    ("0\\,00", 1275, "adds digits .0"), ("\"1\"0", 5, "adds digits .0 '1'"),
    ("00-00", 1275, "adds digits .0"),
    ("0.00E+00", 1275, "scientific .2"), ("# ?/?", 1, "fraction .0"), ("# ?/16", 1, "fraction .0 '16'"),
    ("h:mm", 1, "time"), ("[h]:mm:ss", 1, "time"), ("hh:mm AM/PM", 1, "time"),
    ("dd-mm-yyyy", 1, "date"), ("yyyy", 1, "year"), ("åååå", 1, "year"), ("[$-406]yyyy;@", 1, "year"),
    ("a\u{30A}a\u{30A}a\u{30A}a\u{30A}", 1, "year"), ("\"B\"yyyy", 1, "year 'B'"), ("yy", 1, "date"),
    ("yyyy-mm", 1, "date"),
  ])
  func `show a number in their way`(code: String, value: Int64, seen: String) {
    let display = NumberFormatCode(code).display(of: DecimalNumber(mantissa: value, scale: 0))
    #expect(Self.words(display) == seen)
  }

  @Test(arguments: [
    (0, "as stored"), (3, "as stored .0"), (44, "as stored .2 'kr.'"), (38, "as stored .0"),
    (9, "percent .0"),
    (14, "date"), (20, "time"), (49, "as stored"), (163, "as stored"),
  ])
  func `that every program knows by number`(number: Int, seen: String) {
    let display = NumberFormatCode(builtIn: number).display(of: DecimalNumber(mantissa: -5, scale: 0))
    #expect(Self.words(display) == seen)
  }

  @Test(arguments: [
    (";;;", "invisible"), ("0", "as stored"), ("0;0;0", "as stored"), ("0;-0;;@", "as stored"),
    ("@\" kr.\"", "as stored 'kr.'"), ("0;@\"!\"", "as stored '!'"),
    ("0;0;0;\"skjult\"", "invisible 'skjult'"),
  ])
  func `show a text in their way`(code: String, seen: String) {
    #expect(Self.words(NumberFormatCode(code).displayOfText) == seen)
  }

  static func words(_ display: NumberDisplay) -> String {
    var words: [String] = []
    if display.isPercent { words.append("percent") }
    if display.scaledByThousands > 0 { words.append("thousands:\(display.scaledByThousands)") }
    if display.isYearOnlyDate { words.append("year") } else if display.isDate { words.append("date") }
    if display.isTime { words.append("time") }
    if display.isInvisible { words.append("invisible") }
    if display.signHidden { words.append("sign hidden") }
    if display.signTurned { words.append("sign turned") }
    if display.isScientific { words.append("scientific") }
    if display.isFraction { words.append("fraction") }
    if display.addsDigits { words.append("adds digits") }
    if display.showsStoredFigure { words.append("as stored") }
    if let decimals = display.decimals, !display.isInvisible || !display.literals.isEmpty {
      words.append(".\(decimals)")
    }
    if !display.literals.isEmpty { words.append("'\(display.literals)'") }
    return words.joined(separator: " ")
  }
}

@Suite struct `What is seen of cells` {
  private static let styles = """
    <styleSheet xmlns="\(HandMade.main)"><numFmts><numFmt numFmtId="164" formatCode="#,##0,"/></numFmts>\
    <fonts><font><sz val="11"/></font><font><strike/></font><font><strike val="0"/></font>\
    <font><vertAlign val="superscript"/></font></fonts>\
    <cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="0" fontId="1"/>\
    <xf numFmtId="0" fontId="2"/><xf numFmtId="0" fontId="3"/><xf numFmtId="9" fontId="1"/></cellXfs></styleSheet>
    """

  /// In their plainest form and with an attribute that keeps the short cut away.
  @Test(arguments: ["", #" cm="0""#])
  func `comes from their cell format`(extra: String) throws {
    let cells = (0...5).map {
      #"<c r="\#(["A", "B", "C", "D", "E", "F"][$0])1" s="\#($0)"\#(extra)><v>7</v></c>"#
    }
    let sheet = try HandMade(
      rows: #"<row r="1">\#(cells.joined())</row>"#, parts: ["xl/styles.xml": Self.styles]
    ).read().sheets[0]
    let seen = sheet.cells.map { "\(NumberFormatTests.words($0.display.format)) \(Self.marks($0))" }
    #expect(
      seen == [
        "as stored ", "thousands:1 .0 ", "as stored struck", "as stored ", "as stored raised",
        "percent .0 struck",
      ])
  }

  /// A colour of the number format is used in place of the font's.
  @Test(arguments: [
    ("[White]#,##0", "", true), ("[Hvid]0", "", true), ("[Color2]0", "", true), ("[Red]0", "", false),
    ("0;[White]-0", "", false), ("[Red]0", #"<color rgb="FFFFFFFF"/>"#, false),
  ])
  func `is nothing in white by the number format`(code: String, colour: String, isUnseen: Bool) throws {
    let styles = """
      <styleSheet xmlns="\(HandMade.main)"><numFmts><numFmt numFmtId="170" formatCode="\(code)"/></numFmts>\
      <fonts><font>\(colour)</font></fonts><fills><fill><patternFill patternType="none"/></fill></fills>\
      <cellXfs><xf numFmtId="170" fontId="0" fillId="0"/></cellXfs></styleSheet>
      """
    let sheet = try HandMade(
      rows: #"<row r="1"><c r="A1" s="0"><v>7</v></c></row>"#, parts: ["xl/styles.xml": styles]
    ).read().sheets[0]
    #expect(sheet.cells.map { $0.display.marks.contains(.sameColour) } == [isUnseen])
  }

  /// What can be calculated here is, the rest may hide anything but zeros; formulas that ask for errors, blanks
  /// and zeros hide no money.
  @Test(arguments: [
    (#"type="cellIs" operator="lessThan""#, ["0"], [true, false, false]),
    (#"type="cellIs" operator="equal""#, ["0"], [false, false, false]),
    (#"type="cellIs" operator="between""#, ["1", "10"], [false, false, true]),
    (#"type="cellIs" operator="notBetween""#, ["-10", "5"], [false, false, true]),
    (#"type="cellIs" operator="greaterThan""#, ["$B$9"], [true, false, true]),
    (#"type="expression""#, ["$D$1=1"], [true, false, true]),
    (#"type="expression""#, ["A1=0"], [false, false, false]),
    (#"type="expression""#, ["ISERROR(A1)"], [false, false, false]),
    (#"type="containsErrors""#, ["ISERROR(A1)"], [false, false, false]),
  ])
  func `is nothing under a conditional format in white`(rule: String, formulas: [String], unseen: [Bool])
    throws
  {
    let styles = """
      <styleSheet xmlns="\(HandMade.main)"><cellXfs><xf numFmtId="0" fontId="0"/></cellXfs>\
      <dxfs><dxf><font><b/></font></dxf><dxf><font><color rgb="FFFFFFFF"/></font></dxf></dxfs></styleSheet>
      """
    let texts = formulas.map { "<formula>\($0)</formula>" }.joined()
    let sheet = try HandMade(
      rows: #"<row r="1"><c r="A1"><v>-7</v></c><c r="B1"><v>0</v></c><c r="C1"><v>7</v></c></row>"#,
      after:
        #"<conditionalFormatting sqref="A1:C1"><cfRule \#(rule) dxfId="1" priority="1">\#(texts)</cfRule></conditionalFormatting>"#,
      parts: ["xl/styles.xml": styles]
    ).read().sheets[0]
    #expect(sheet.cells.map { $0.display.marks.contains(.sameColour) } == unseen)
  }

  /// White or the fill's own colour, by value, theme and the old palette; a fill of another colour shows white text.
  @Test(arguments: [
    (#"<color rgb="FFFFFFFF"/>"#, "<patternFill patternType='none'/>", true),
    (#"<color theme="0"/>"#, "<patternFill patternType='none'/>", true),
    (#"<color indexed="9"/>"#, "<patternFill patternType='none'/>", true),
    (#"<color theme="1"/>"#, "<patternFill patternType='none'/>", false),
    (#"<color theme="0" tint="-0.5"/>"#, "<patternFill patternType='none'/>", false),
    (
      #"<color rgb="FFFFFFFF"/>"#, "<patternFill patternType='solid'><fgColor rgb='FF003366'/></patternFill>",
      false
    ),
    (
      #"<color rgb="FF003366"/>"#, "<patternFill patternType='solid'><fgColor rgb='FF003366'/></patternFill>",
      true
    ),
    (#"<color theme="0"/>"#, "<patternFill patternType='solid'><fgColor theme='4'/></patternFill>", false),
    ("", "<patternFill patternType='solid'><fgColor theme='4'/></patternFill>", false),
  ])
  func `is nothing where text and cell have one colour`(colour: String, fill: String, isUnseen: Bool) throws {
    let styles = """
      <styleSheet xmlns="\(HandMade.main)"><fonts><font>\(colour)</font></fonts><fills><fill>\(fill)</fill></fills>\
      <cellXfs><xf numFmtId="0" fontId="0" fillId="0"/></cellXfs></styleSheet>
      """
    let sheet = try HandMade(
      rows: #"<row r="1"><c r="A1" s="0"><v>7</v></c></row>"#, parts: ["xl/styles.xml": styles]
    ).read().sheets[0]
    #expect(sheet.cells.map { $0.display.marks.contains(.sameColour) } == [isUnseen])
  }

  @Test(arguments: [
    ("<r><rPr><strike/></rPr><t>211</t></r><r><t xml:space='preserve'> 300</t></r>", "partly"),
    ("<r><rPr><strike/></rPr><t>211</t></r><r><rPr><b/></rPr><t xml:space='preserve'> </t></r>", "struck"),
    ("<r><rPr><strike val='0'/></rPr><t>211</t></r>", ""),
    ("<r><t>211</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>1</t></r>", "raised"),
    ("<r><t>211</t></r><r><rPr><vertAlign val='subscript'/></rPr><t>1</t></r>", "raised"),
    ("<r><t>211</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>*</t></r>", ""),
    ("<r><t>211</t></r><r><rPr><vertAlign val='baseline'/></rPr><t>1</t></r>", ""),
    ("<t>211</t>", ""), ("<r><rPr><b/></rPr><t>211</t></r>", ""),
  ])
  func `comes from the runs of their text`(runs: String, seen: String) throws {
    let shared = try HandMade(
      rows: #"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#, strings: "<si>\(runs)</si>"
    ).read().sheets[0]
    let inline = try HandMade(rows: #"<row r="1"><c r="A1" t="inlineStr"><is>\#(runs)</is></c></row>"#).read()
      .sheets[0]
    #expect(shared.cells.map(Self.marks) == [seen])
    #expect(inline.cells.map(Self.marks) == [seen])
  }

  @Test(arguments: [
    ("<t>211</t>", "struck"), ("<r><rPr><b/></rPr><t>211</t></r>", ""),
    ("<r><t>211</t></r><r><rPr><b/></rPr><t>300</t></r>", "partly"),
  ])
  func `comes from the cell's font where a run has none`(runs: String, seen: String) throws {
    let sheet = try HandMade(
      rows: #"<row r="1"><c r="A1" s="2" t="s"><v>0</v></c></row>"#, strings: "<si>\(runs)</si>",
      parts: ["xl/styles.xml": Self.styles]
    ).read().sheets[0]
    #expect(sheet.cells.map(Self.marks) == [seen])
  }

  @Test func `comes from merges`() throws {
    let rows = (1...3).map { row in
      #"<row r="\#(row)">"# + ["A", "B", "C"].map { #"<c r="\#($0)\#(row)"><v>1</v></c>"# }.joined()
        + "</row>"
    }
    let workbook = HandMade(
      rows: rows.joined(),
      after:
        #"<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C2:C3"/><mergeCell ref="A2:B3"/></mergeCells>"#)
    let seen = try workbook.read().sheets[0].cells.map { "\($0.address) \(Self.marks($0))" }
    #expect(
      seen == [
        "A1 columns", "B1 covered", "C1 ", "A2 columns rows", "B2 covered", "C2 rows", "A3 covered",
        "B3 covered", "C3 covered",
      ])
  }

  @Test func `is kept of more formats than a cell has bits for`() throws {
    let formats = (1...100).map { "0&quot; nr. \(String(repeating: "x", count: $0))&quot;" }
    let cells = (1...100).map { #"<c r="\#(CellAddress(row: 1, column: $0))" s="\#($0)"><v>1</v></c>"# }
    let sheet = try HandMade(rows: #"<row r="1">\#(cells.joined())</row>"#, formats: formats).read().sheets[0]
    #expect(sheet.cells.map(\.display.format.literals.count) == (1...100).map { $0 + 4 })
  }

  @Test func `is as given for cells made in memory`() {
    let display = CellDisplay(marks: .deleted, earlierText: "12")
    let cells = [
      Cell(address: CellAddress(row: 2, column: 1), value: .text("a"), display: display),
      Cell(address: CellAddress(row: 1, column: 1), value: .number("1")),
    ]
    let sheet = Sheet(name: "x", cells: cells)
    #expect(sheet.cells.map(\.display) == [.plain, display])
  }

  @Test func `is not looked for without end in merges that overlap`() {
    let rows = (1...2000).map { #"<row r="\#($0)"><c r="A\#($0)"><v>1</v></c></row>"# }
    let merges = (1...3000).map { #"<mergeCell ref="A1:B\#($0 + 2)"/>"# }
    let workbook = HandMade(rows: rows.joined(), after: "<mergeCells>\(merges.joined())</mergeCells>")
    #expect(throws: SpreadsheetError.self) { try workbook.read() }
  }

  private static func marks(_ cell: Cell) -> String {
    let names: [(CellMarks, String)] = [
      (.coveredByMerge, "covered"), (.mergedOverColumns, "columns"), (.mergedOverRows, "rows"),
      (.struckOut, "struck"), (.partlyStruck, "partly"), (.raisedDigits, "raised"),
    ]
    return names.filter { cell.display.marks.contains($0.0) }.map(\.1).joined(separator: " ")
  }
}

private typealias NumberFormatTests = `Number formats`
