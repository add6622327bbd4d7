import Spreadsheet
import TestSupport
import Testing

private typealias ODS = HandMadeODS

@Suite struct `Cells of OpenDocument spreadsheets` {
  @Test(arguments: [
    (
      #"office:value-type="float" office:value="1275.5""#, "<text:p>1.276</text:p>",
      CellValue.number("1275.5")
    ),
    (#"office:value-type="float" office:value="1275.0999999999999""#, "", .number("1275.0999999999999")),
    (#"office:value-type="float" office:value="1E+020""#, "", .number("1E+020")),
    (#"office:value-type="percentage" office:value="0.25""#, "<text:p>25 %</text:p>", .number("0.25")),
    (#"office:value-type="currency" office:currency="DKK" office:value="7""#, "", .number("7")),
    (
      #"office:value-type="date" office:date-value="2022-01-14""#, "<text:p>14-01-22</text:p>",
      .date("2022-01-14")
    ),
    (#"office:value-type="date" office:date-value="2022-01-14T08:30:00""#, "", .date("2022-01-14T08:30:00")),
    (#"office:value-type="time" office:time-value="PT08H30M00S""#, "", .number("0.354166666666667")),
    (#"office:value-type="time" office:time-value="-PT30H00M00S""#, "", .number("-1.25")),
    (#"office:value-type="boolean" office:boolean-value="true""#, "<text:p>SAND</text:p>", .boolean(true)),
    (
      #"office:value-type="string" office:string-value="som gemt""#, "<text:p>som vist</text:p>",
      .text("som gemt")
    ),
    (#"office:value-type="string""#, "<text:p>Socialudvalget</text:p>", .text("Socialudvalget")),
    ("", "<text:p>uden type</text:p>", .text("uden type")),
    (#"office:value="12""#, "<text:p>12</text:p>", .number("12")),
    (#"office:value-type="float" office:value="tolv""#, "", .text("tolv")),
    (#"office:value-type="date" office:date-value="i morgen""#, "", .text("i morgen")),
    (#"office:value-type="time" office:time-value="P1Y""#, "", .text("P1Y")),
  ])
  func `have their stored value`(tag: String, content: String, value: CellValue) throws {
    #expect(try ODS.cell(tag, content)?.value == value)
  }

  @Test(arguments: [
    ("<text:p>a</text:p><text:p>b</text:p>", "a\nb"),
    ("<text:p>a</text:p><text:p/><text:p>b</text:p>", "a\n\nb"),
    (#"<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d</text:p>"#, "a   b\tc\nd"),
    ("<text:p>\n  a\n  b</text:p>", "a b"), ("<text:p>1<text:span>2</text:span>75</text:p>", "1275"),
    ("<text:p><text:a>SOF</text:a> &amp; SUF</text:p>", "SOF & SUF"),
    ("<text:p>12<text:note><text:note-citation>1</text:note-citation></text:note></text:p>", "12"),
  ])
  func `have the text of their paragraphs`(content: String, text: String) throws {
    #expect(try ODS.cell(#"office:value-type="string""#, content)?.value == .text(text))
  }

  @Test func `do not have the text of their notes`() throws {
    let note = "<office:annotation><dc:date>2022</dc:date><text:p>spørg SOF 123</text:p></office:annotation>"
    #expect(try ODS.cell(#"office:value-type="string""#, note + "<text:p>7</text:p>")?.value == .text("7"))
    #expect(try ODS.cell("", note) == nil)
  }

  @Test(arguments: [
    (#"calcext:value-type="error" office:value-type="string" office:string-value="""#, "#REF!"),
    (#"office:value-type="float" office:value="0""#, "Err:502"),
    (#"office:value-type="string" office:string-value="""#, "#DIV/0!"),
  ])
  func `are errors where their formula fails`(tag: String, shown: String) throws {
    let cell = try ODS.cell("table:formula=\"of:=[.A2]\" " + tag, "<text:p>\(shown)</text:p>")
    #expect(cell?.value == .error(shown))
  }

  @Test(arguments: [
    ("of:=SUM([.B2:.B6];1)", "SUM(B2:B6,1)"), ("of:=[$'Tabel 1'.$B$2]*1,5", "'Tabel 1'!$B$2*1,5"),
    ("of:=[Lister.A1:Lister.A9]", "Lister!A1:A9"), (#"of:=IF([.A1]="a;[b]";2;3)"#, #"IF(A1="a;[b]",2,3)"#),
    ("of:={1;2|3;4}", "{1,2;3,4}"), ("oooc:=[.A1]", "A1"), ("=A1+1", "A1+1"), ("of:=[#REF!]", "#REF!"),
    ("of:=[.A1", "A1"), ("of:=\"uden slut", "\"uden slut\""), ("", ""),
  ])
  func `have their formula as in a workbook`(stored: String, formula: String) throws {
    let escaped = stored.replacing("\"", with: "&quot;")
    let cell = try ODS.cell(#"table:formula="\#(escaped)" office:value-type="float" office:value="9""#)
    #expect(cell?.formula == formula)
    #expect(cell?.value == .number("9"))
  }

  @Test func `have no value where the file stores none beside the formula`() throws {
    let cell = try ODS.cell(#"table:formula="of:=[.B1]""#)
    #expect(cell?.value == .empty)
    #expect(cell?.formula == "B1")
  }

  @Test(arguments: [("TRUE", "1", true), ("FALSE", "0", false)])
  func `are true or false where a program stores that as a function`(
    name: String, value: String, isTrue: Bool
  )
    throws
  {
    let cell = try ODS.cell(
      #"table:formula="of:=\#(name)()" office:value-type="float" office:value="\#(value)""#)
    #expect(cell?.value == .boolean(isTrue))
  }

  @Test func `are told apart by names of more than sixteen letters and by namespace`() throws {
    let other = #"xmlns:x="urn:x" x:value="1" x:value-type="string" table:number-columns-repeatee="3""#
    let rows = ODS.row(ODS.number("7", other) + "<table:covered-table-celt/>" + ODS.number("8"))
    #expect(try ODS(rows: rows).cells().map(\.address.description) == ["A1", "B1"])
  }
}

@Suite struct `Places in OpenDocument spreadsheets` {
  private func places(_ rows: String) throws -> [String] {
    try ODS(rows: rows).cells().map { cell in
      if case .number(let text) = cell.value { "\(cell.address)=\(text)" } else { "\(cell.address)" }
    }
  }

  @Test func `follow from repeats of cells and rows`() throws {
    let empty = #"<table:table-cell table:number-columns-repeated="2"/>"#
    let rows =
      ODS.row(empty, #"table:number-rows-repeated="3""#)
      + ODS.row(
        empty + ODS.number("1", #"table:number-columns-repeated="2""#), #"table:number-rows-repeated="2""#)
      + ODS.row(ODS.number("2"))
    #expect(try places(rows) == ["C4=1", "D4=1", "C5=1", "D5=1", "A6=2"])
  }

  @Test func `are the same behind headings, groups and padding to the end of the sheet`() throws {
    let rows = """
      <table:table-column table:number-columns-repeated="16384"/>
      <table:table-header-rows>\(ODS.row(ODS.number("2023")))</table:table-header-rows>
      <table:table-row-group><table:table-row-group>\(ODS.row(ODS.number("1")))</table:table-row-group>\
      \(ODS.row(ODS.number("2")))</table:table-row-group>
      <table:table-rows>\(ODS.row(ODS.number("3")))</table:table-rows>\
      \(ODS.row(#"<table:table-cell table:number-columns-repeated="16384"/>"#, #"table:number-rows-repeated="1048572""#))
      """
    #expect(try places(rows) == ["A1=2023", "A2=1", "A3=2", "A4=3"])
  }

  @Test func `repeat formulas, looks and struck texts too`() throws {
    let struck =
      #"<style:style style:name="T" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>"#
    let rows = ODS.row(
      ODS.tag(#"table:formula="of:=[.Z1]" office:value-type="float" office:value="4""#)
        + ODS.text(#"<text:p><text:span text:style-name="T">5</text:span></text:p>"#),
      #"table:number-rows-repeated="2""#)
    let cells = try ODS(rows: rows, automatic: struck).cells()
    #expect(cells.map(\.address.description) == ["A1", "B1", "A2", "B2"])
    #expect(cells.map(\.formula) == ["Z1", nil, "Z1", nil])
    #expect(cells.map { $0.display.marks } == [[], .struckOut, [], .struckOut])
  }

  @Test(arguments: ["0", "-1", "to", "", "1.5"])
  func `are not guessed from a repeat that is no number`(count: String) throws {
    let rows = ODS.row(ODS.number("1", #"table:number-columns-repeated="\#(count)""#))
    #expect(throws: SpreadsheetError.damaged(part: "content.xml", .badAddress(count))) {
      try ODS(rows: rows).read()
    }
  }

  @Test func `of merged cells are those of their upper left cell, and covered values are told`() throws {
    let rows =
      ODS.row(
        ODS.number("1", #"table:number-columns-spanned="2" table:number-rows-spanned="2""#)
          + #"<table:covered-table-cell office:value-type="float" office:value="9"/>"# + ODS.number("2"))
      + ODS.row(#"<table:covered-table-cell table:number-columns-repeated="2"/>"# + ODS.number("3"))
    let sheet = try #require(try ODS(rows: rows).read().sheets.first)
    #expect(sheet.mergedRanges.map(\.description) == ["A1:B2"])
    #expect(sheet.cells.map(\.address.description) == ["A1", "B1", "C1", "C2"])
    #expect(
      sheet.cells.map(\.display.marks) == [[.mergedOverColumns, .mergedOverRows], .coveredByMerge, [], []])
  }

  @Test func `of tracked changes are none`() throws {
    let changes = """
      <table:tracked-changes><table:cell-content-change table:id="c1"><table:previous>\
      <table:change-track-table-cell office:value-type="float" office:value="99"/></table:previous>\
      </table:cell-content-change><table:deletion><table:table><table:table-row>\(ODS.number("98"))\
      </table:table-row></table:table></table:deletion></table:tracked-changes>
      """
    let workbook = try ODS(rows: ODS.row(ODS.number("1")), before: changes).read()
    #expect(workbook.sheets.map(\.name) == ["Ark1"])
    #expect(workbook.sheets[0].cells.map(\.value) == [.number("1")])
  }

  @Test func `of a drawing's own table are none`() throws {
    let shapes =
      "<table:shapes><draw:frame><table:table><table:table-row>\(ODS.number("9"))</table:table-row></table:table></draw:frame></table:shapes>"
    #expect(try places(shapes + ODS.row(ODS.number("1"))) == ["A1=1"])
  }
}

@Suite struct `Hidden parts of OpenDocument spreadsheets` {
  @Test(arguments: ["collapse", "filter"])
  func `are rows and columns that are not visible`(visibility: String) throws {
    let rows = """
      <table:table-column/><table:table-column table:visibility="\(visibility)" table:number-columns-repeated="2"/>\
      \(ODS.row(ODS.number("1") + ODS.number("2")))\
      \(ODS.row(ODS.number("3"), #"table:visibility="\#(visibility)" table:number-rows-repeated="2""#))
      """
    let sheet = try #require(try ODS(rows: rows).read().sheets.first)
    #expect(sheet.cells.map(\.isHidden) == [false, true, true, true])
    #expect(sheet.hiddenColumns == [2...3])
    #expect(sheet.hiddenRows == [2...3])
  }

  @Test func `are rows of a folded group and rows without height`() throws {
    let styles =
      #"<style:style style:name="ro0" style:family="table-row"><style:table-row-properties style:row-height="0cm"/></style:style>"#
    let rows = """
      <table:table-row-group table:display="false">\(ODS.row(ODS.number("1")))</table:table-row-group>\
      \(ODS.row(ODS.number("2"), #"table:style-name="ro0""#))\(ODS.row(ODS.number("3")))
      """
    #expect(try ODS(rows: rows, automatic: styles).cells().map(\.isHidden) == [true, true, false])
  }

  @Test(arguments: [
    ("row-height", "table-row", "0.02cm", true), ("row-height", "table-row", "1pt", true),
    ("row-height", "table-row", "0.45cm", false),
    ("column-width", "table-column", "0.03in", true), ("column-width", "table-column", "2mm", false),
  ])
  func `are rows and columns that show a line at best`(
    property: String, family: String, size: String, isHidden: Bool
  )
    throws
  {
    let styles =
      #"<style:style style:name="S" style:family="\#(family)"><style:\#(family)-properties style:\#(property)="\#(size)"/></style:style>"#
    let named = #"table:style-name="S""#
    let rows =
      (family == "table-column" ? "<table:table-column \(named)/>" : "")
      + ODS.row(ODS.number("1"), family == "table-row" ? named : "")
    #expect(try ODS(rows: rows, automatic: styles).cells().map(\.isHidden) == [isHidden])
  }

  @Test(arguments: [
    (##"fo:color="#ffffff""##, "", true),
    (##"fo:color="#FFFFFF""##, #"fo:background-color="transparent""#, true),
    (##"fo:color="#ffffff""##, ##"fo:background-color="#003366""##, false),
    (##"fo:color="#003366""##, ##"fo:background-color="#003366""##, true),
    (##"fo:color="#ff0000""##, "", false),
  ])
  func `are amounts in the colour of their cell`(text: String, cell: String, isUnseen: Bool) throws {
    let styles =
      #"<style:style style:name="ce9" style:family="table-cell"><style:table-cell-properties \#(cell)/><style:text-properties \#(text)/></style:style>"#
    let cells = try ODS(
      rows: ODS.row(ODS.number("7", #"table:style-name="ce9""#)), automatic: styles
    ).cells()
    #expect(cells.map { $0.display.marks.contains(.sameColour) } == [isUnseen])
  }

  @Test func `are sheets whose style says so`() throws {
    let styles =
      #"<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>"#
    let ods = ODS(
      rows: ODS.row(ODS.number("1")), table: #"table:name="Skjult" table:style-name="ta2""#, automatic: styles
    )
    let sheet = try #require(try ods.read().sheets.first)
    #expect(sheet.isHidden)
    #expect(sheet.cells.first?.isHidden == true)
  }

  @Test func `are texts in a hidden style, which are left out and marked`() throws {
    let styles =
      #"<style:style style:name="T" style:family="text"><style:text-properties text:display="none"/></style:style>"#
    let rows = ODS.row(ODS.text(#"<text:p>12<text:span text:style-name="T">75</text:span></text:p>"#))
    let cell = try ODS(rows: rows, automatic: styles).cells().first
    #expect(cell?.value == .text("12"))
    #expect(cell?.display.marks == .hiddenText)
  }
}

@Suite struct `Looks of OpenDocument spreadsheets` {
  /// What is seen of `value` under a number style.
  private func display(_ style: String, _ value: String = "1275", type: String = "float") throws
    -> NumberDisplay
  {
    let cellStyle =
      #"<style:style style:name="ce1" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="N1"/>"#
    let tag = #"table:style-name="ce1" office:value-type="\#(type)" office:value="\#(value)""#
    let ods = ODS(rows: ODS.row(ODS.tag(tag)), automatic: style + cellStyle)
    return try #require(try ods.cells().first).display.format
  }

  private static let whole = #"<number:number number:decimal-places="0" number:min-integer-digits="1"/>"#

  private static func style(_ kind: String, _ content: String, name: String = "N1") -> String {
    "<number:\(kind)-style style:name=\"\(name)\">\(content)</number:\(kind)-style>"
  }

  @Test func `show percentages, scaling, text and decimals as a workbook's formats do`() throws {
    typealias Looks = `Looks of OpenDocument spreadsheets`
    let percent = try display(Looks.style("percentage", Looks.whole + "<number:text> %</number:text>"))
    #expect(percent.isPercent)
    let scaled = try display(
      Looks.style(
        "number",
        #"<number:number number:decimal-places="1" number:min-integer-digits="1" number:grouping="true" number:display-factor="1000000"/><number:text> mio.</number:text>"#
      ))
    #expect(scaled.scaledByThousands == 2)
    #expect(scaled.literals == "mio.")
    #expect(scaled.decimals == 1)
    let crowns = try display(
      Looks.style(
        "currency",
        "<number:currency-symbol>kr.</number:currency-symbol><number:text> </number:text>" + Looks.whole))
    #expect(crowns.literals == "kr.")
    #expect(crowns.showsStoredFigure)
    let noughts = try display(Looks.style("number", Looks.whole + "<number:text>000</number:text>"))
    #expect(noughts.addsDigits)
    let power = try display(Looks.style("number", #"<number:scientific-number number:decimal-places="2"/>"#))
    #expect(power.isScientific)
    let general = try display(Looks.style("number", #"<number:number number:min-integer-digits="1"/>"#))
    #expect(general == .plain)
  }

  @Test func `hide the sign or the value in the sections that other styles are for`() throws {
    typealias Looks = `Looks of OpenDocument spreadsheets`
    func mapped(_ own: String) -> String {
      Looks.style("number", Looks.whole, name: "P0")
        + Looks.style(
          "number", own + #"<style:map style:condition="value()&gt;=0" style:apply-style-name="P0"/>"#)
    }
    #expect(try display(mapped(Looks.whole), "-1275").signHidden)
    #expect(try !display(mapped(Looks.whole), "1275").signHidden)
    #expect(try !display(mapped("<number:text>-</number:text>" + Looks.whole), "-1275").signHidden)
    #expect(try display(mapped("<number:text/>"), "-1275").isInvisible)
    #expect(try display(Looks.style("number", "<number:text/>")).isInvisible)
  }

  @Test func `are conditions where they are other than usual`() throws {
    typealias Looks = `Looks of OpenDocument spreadsheets`
    let style =
      Looks.style("number", "<number:text/>", name: "P0")
      + Looks.style(
        "number", Looks.whole + #"<style:map style:condition="value()&lt;100" style:apply-style-name="P0"/>"#)
    #expect(try display(style, "99").isInvisible)
    #expect(try !display(style, "100").isInvisible)
  }

  @Test func `follow from the kind of value where the style is silent`() throws {
    #expect(try display("", "0.25", type: "percentage").isPercent)
    let crowns = try ODS.cell(#"office:value-type="currency" office:currency="DKK" office:value="7""#)
    #expect(crowns?.display.format.literals == "kr.")
    let time = try ODS.cell(#"office:value-type="time" office:time-value="PT08H30M00S""#)
    #expect(time?.display.format.isTime == true)
  }

  @Test func `show a date as its year alone`() throws {
    typealias Looks = `Looks of OpenDocument spreadsheets`
    let styles =
      Looks.style("date", #"<number:year number:style="long"/>"#)
      + #"<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>"#
    let tag = #"table:style-name="ce1" office:value-type="date" office:date-value="2023-01-01""#
    let cell = try #require(try ODS(rows: ODS.row(ODS.tag(tag)), automatic: styles).cells().first)
    #expect(cell.value == .date("2023-01-01"))
    #expect(cell.display.format.isYearOnlyDate)
  }

  @Test func `come from the cell, the row, the column, and what a style is based on`() throws {
    typealias Looks = `Looks of OpenDocument spreadsheets`
    let common = """
      <style:style style:name="Procent" style:family="table-cell" style:data-style-name="N1"/>\
      \(Looks.style("percentage", Looks.whole + "<number:text>%</number:text>"))
      """
    let own = #"<style:style style:name="ce1" style:family="table-cell" style:parent-style-name="Procent"/>"#
    let rows = """
      <table:table-column/><table:table-column table:default-cell-style-name="Procent"/>\
      \(ODS.row(ODS.number("1") + ODS.number("1") + ODS.number("1", #"table:style-name="ce1""#)))\
      \(ODS.row(ODS.number("1"), #"table:default-cell-style-name="ce1""#))
      """
    let cells = try ODS(rows: rows, automatic: own, styles: common).cells()
    #expect(cells.map(\.display.format.isPercent) == [false, true, true, true])
  }

  @Test func `strike out and raise cells and pieces of text`() throws {
    func style(_ name: String, _ family: String, _ properties: String) -> String {
      "<style:style style:name=\"\(name)\" style:family=\"\(family)\"><style:text-properties \(properties)/></style:style>"
    }
    let styles =
      style("ce1", "table-cell", #"style:text-line-through-style="solid""#)
      + style("T1", "text", #"style:text-line-through-type="single""#)
      + style("T2", "text", #"style:text-position="super 58%""#)
      + style("T3", "text", #"style:text-position="0% 100%" style:text-line-through-style="none""#)
    func text(_ style: String) -> String {
      ODS.text("<text:p>12<text:span text:style-name=\"\(style)\">7</text:span></text:p>")
    }
    let rows = ODS.row(ODS.number("5", #"table:style-name="ce1""#) + text("T1") + text("T2") + text("T3"))
    #expect(
      try ODS(rows: rows, automatic: styles).cells().map(\.display.marks)
        == [.struckOut, .partlyStruck, .raisedDigits, []])
  }

  @Test func `of styles based on each other in a circle end`() throws {
    let styles = """
      <style:style style:name="A" style:family="table-cell" style:parent-style-name="B"/>\
      <style:style style:name="B" style:family="table-cell" style:parent-style-name="A"/>
      """
    let ods = ODS(rows: ODS.row(ODS.number("1", #"table:style-name="A""#)), styles: styles)
    #expect(try ods.cells().first?.value == .number("1"))
  }
}

@Suite struct `OpenDocument files` {
  private static let one = ODS(rows: ODS.row(ODS.number("1")))

  @Test func `are known by their content, packed or not`() throws {
    let flat = try WorkbookReader.read(bytes: `OpenDocument files`.one.flat)
    #expect(flat.sheets.first?.cells.map(\.value) == [.number("1")])
    var template = `OpenDocument files`.one
    template.type = "application/vnd.oasis.opendocument.spreadsheet-template"
    #expect(try template.cells().count == 1)
    template.type = nil
    template.manifest =
      #"<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>"#
    #expect(try template.cells().count == 1)
  }

  @Test func `of another kind are no workbooks`() {
    var text = `OpenDocument files`.one
    text.type = "application/vnd.oasis.opendocument.presentation"
    #expect(throws: SpreadsheetError.notAWorkbook) { try text.read() }
  }

  @Test func `that are encrypted are refused`() {
    var secret = `OpenDocument files`.one
    secret.manifest =
      #"<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>"#
    #expect(throws: SpreadsheetError.encrypted) { try secret.read() }
  }

  @Test func `that are cut off anywhere end in an error or in whole cells`() throws {
    let flat = `OpenDocument files`.one.flat
    for length in flat.indices {
      #expect(throws: SpreadsheetError.self) { try ODSReader.read(bytes: Array(flat[..<length])) }
    }
  }

  @Test func `have names for ranges`() throws {
    let names =
      #"<table:named-expressions><table:named-range table:name="Udvalg" table:cell-range-address="$Lister.$A$1:.$A$12"/></table:named-expressions>"#
    #expect(try ODS(after: names).read().definedNames == ["Udvalg": "Lister!$A$1:$A$12"])
  }

  @Test func `may repeat half a million cells and no more`() throws {
    func repeated(_ cells: Int, _ rows: Int) throws -> Int {
      let row = ODS.row(
        ODS.number("1", #"table:number-columns-repeated="\#(cells)""#),
        #"table:number-rows-repeated="\#(rows)""#)
      return try ODS(rows: row).cells().count
    }
    #expect(try repeated(500, 1000) == 500_000)
    for (cells, rows) in [(501, 1000), (16_384, 1_048_576), (1, 1_048_576)] {
      #expect(throws: SpreadsheetError.limitExceeded(limit: .cells, value: 500_000, part: "content.xml")) {
        try repeated(cells, rows)
      }
    }
  }

  @Test(arguments: [
    (#"table:number-columns-repeated="16385""#, "", ReadLimits.Name.columns),
    (#"table:number-columns-repeated="99999999999999999999""#, "", .columns),
    ("", #"table:number-rows-repeated="1048577""#, .rows),
  ])
  func `have no values beyond the last row and column`(cell: String, row: String, limit: ReadLimits.Name) {
    let error = #expect(throws: SpreadsheetError.self) {
      try ODS(rows: ODS.row(ODS.number("1", cell), row)).read()
    }
    guard case .limitExceeded(limit, _, _)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `may pad beyond the last row and column, as often as they like`() throws {
    let far = #"<table:table-cell table:number-columns-repeated="99999999999"/>"#
    let padding = ODS.row(far + far, #"table:number-rows-repeated="99999999999""#)
    let rows = ODS.row(ODS.number("1") + far) + String(repeating: padding, count: 100)
    #expect(try ODS(rows: rows).cells().count == 1)
  }

  @Test(arguments: [
    (#"<text:p><text:s text:c="2000000"/></text:p>"#, ReadLimits.Name.stringBytes),
    (String(repeating: "<text:list>", count: 300), .nesting),
  ])
  func `keep the limits of workbooks`(content: String, limit: ReadLimits.Name) {
    let error = #expect(throws: SpreadsheetError.self) {
      try ODS(rows: ODS.row(ODS.text(content))).read()
    }
    guard case .limitExceeded(limit, _, _)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
