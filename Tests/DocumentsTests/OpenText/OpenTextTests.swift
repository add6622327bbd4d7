import Documents
import Spreadsheet
import TestSupport
import Testing

/// An OpenDocument text written by hand.
private struct HandMadeText {
  /// The contents of `office:text`.
  var body: String
  /// The contents of `office:automatic-styles`.
  var styles = ""
  /// The contents of `manifest:manifest`.
  var manifest = ""

  private static let names = [
    "office", "table", "text", "style", "draw:drawing", "manifest",
  ].map { name in
    let words = name.split(separator: ":")
    return "xmlns:\(words[0])=\"urn:oasis:names:tc:opendocument:xmlns:\(words[words.count - 1]):1.0\""
  }.joined(separator: " ")

  private var content: String {
    "<office:automatic-styles>\(styles)</office:automatic-styles><office:body><office:text>\(body)</office:text></office:body>"
  }

  /// The bytes of the file.
  var bytes: [UInt8] {
    let names = HandMadeText.names
    let parts = [
      ("mimetype", "application/vnd.oasis.opendocument.text"),
      ("content.xml", "<office:document-content \(names)>\(content)</office:document-content>"),
      ("META-INF/manifest.xml", "<manifest:manifest \(names)>\(manifest)</manifest:manifest>"),
    ]
    return ZipBuilder(entries: parts.map { ($0.0, Array($0.1.utf8)) }).build()
  }

  /// The same as one XML file.
  var flat: [UInt8] {
    Array(
      "<office:document \(HandMadeText.names) office:mimetype=\"application/vnd.oasis.opendocument.text\">\(content)</office:document>"
        .utf8)
  }

  /// The document as read. Captions are paragraphs that begin with `Tabel`.
  func grid(_ bytes: [UInt8]? = nil) throws -> DocumentGrid {
    try DocumentReader { $0.hasPrefix("Tabel") }.read(bytes ?? self.bytes, name: "BC08.odt")
  }

  /// The cells of all sheets, `A2=text` each.
  func cells() throws -> [String] { try grid().workbook.sheets.map(HandMadeText.cells).flatMap { $0 } }

  static func cells(_ sheet: Sheet) -> [String] {
    sheet.cells.map { cell in
      switch cell.value {
      case .text(let text), .number(let text): "\(cell.address)=\(text)"
      default: "\(cell.address)"
      }
    }
  }

  /// The cell of a table of one, made of `content`.
  static func cell(_ content: String, styles: String = "", attributes: String = "") throws -> Cell? {
    let cells = "<table:table-cell \(attributes)>\(content)</table:table-cell><table:table-cell/>"
    let text = HandMadeText(body: table(row(cells)), styles: styles)
    return try text.grid().workbook.sheets.first?.cells.first
  }

  static func table(_ rows: String) -> String { "<table:table>\(rows)</table:table>" }

  static func row(_ cells: String, _ attributes: String = "") -> String {
    "<table:table-row \(attributes)>\(cells)</table:table-row>"
  }

  static func cells(_ texts: String...) -> String {
    texts.map { "<table:table-cell><text:p>\($0)</text:p></table:table-cell>" }.joined()
  }

  static func textStyle(_ properties: String) -> String {
    "<style:style style:name=\"T\" style:family=\"text\"><style:text-properties \(properties)/></style:style>"
  }
}

@Suite struct `Tables of OpenDocument texts` {
  @Test func `stand with their caption between the paragraphs around them`() throws {
    let rows =
      HandMadeText.row(HandMadeText.cells("1.000 kr.", "2023"))
      + HandMadeText.row(HandMadeText.cells("Drift", "-1.275"))
    let body = """
      <text:sequence-decls><text:sequence-decl text:name="Table"/></text:sequence-decls><text:h>Økonomi</text:h>\
      <text:p>Tabel 1. Varige ændringer</text:p><table:table><table:table-column/><table:table-header-rows>\(rows)\
      </table:table-header-rows></table:table><text:list><text:list-item><text:p>punkt</text:p></text:list-item></text:list>
      """
    let grid = try HandMadeText(body: body).grid()
    #expect(grid.workbook.sheets.map(\.name) == ["Tekst 1", "Tabel 1 (tabel nr. 1 i dokumentet)", "Tekst 2"])
    #expect(
      grid.workbook.sheets.map(HandMadeText.cells) == [
        ["A1=Økonomi"], ["A1=Tabel 1. Varige ændringer", "A2=1.000 kr.", "B2=2023", "A3=Drift", "B3=-1.275"],
        ["A1=punkt"],
      ])
  }

  @Test func `have the caption whose style says so`() throws {
    let style = #"<style:style style:name="P5" style:family="paragraph" style:parent-style-name="Caption"/>"#
    let body =
      #"<text:p text:style-name="P5">Samlet økonomi</text:p>"#
      + HandMadeText.table(HandMadeText.row(HandMadeText.cells("a", "b")))
    #expect(try HandMadeText(body: body, styles: style).cells() == ["A1=Samlet økonomi", "A2=a", "B2=b"])
  }

  @Test func `keep merged cells, and a value that one covers`() throws {
    let rows =
      HandMadeText.row(
        #"<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2"><text:p>5</text:p></table:table-cell><table:covered-table-cell><text:p>9</text:p></table:covered-table-cell>"#
          + HandMadeText.cells("6"))
      + HandMadeText.row(
        #"<table:covered-table-cell table:number-columns-repeated="2"/>"# + HandMadeText.cells("7"))
    let sheet = try #require(try HandMadeText(body: HandMadeText.table(rows)).grid().workbook.sheets.first)
    #expect(HandMadeText.cells(sheet) == ["A2=5", "B2=9", "C2=6", "C3=7"])
    #expect(
      sheet.cells.map(\.display.marks) == [[.mergedOverColumns, .mergedOverRows], .coveredByMerge, [], []])
  }

  @Test func `in cells and frames follow the table around them`() throws {
    let inner = HandMadeText.table(HandMadeText.row(HandMadeText.cells("n1", "n2")))
    let frame =
      "<text:p><draw:frame><draw:text-box><text:p>Tabel 3</text:p>\(inner)</draw:text-box></draw:frame></text:p>"
    let outer = HandMadeText.table(
      HandMadeText.row(
        "<table:table-cell><text:p>ydre</text:p>\(inner)</table:table-cell>" + HandMadeText.cells("b")))
    #expect(
      try HandMadeText(body: outer + frame).cells() == [
        "A2=ydre", "B2=b", "A2=n1", "B2=n2", "A1=Tabel 3", "A2=n1", "B2=n2",
      ])
  }

  @Test func `of a single cell inside another are only its frame`() throws {
    let inner = HandMadeText.table(HandMadeText.row(HandMadeText.cells("12")))
    #expect(try HandMadeText.cell("<text:p>x</text:p>" + inner)?.value == .text("x\n12"))
  }

  @Test func `have hidden rows where they are not visible, or all is in a hidden section`() throws {
    let rows =
      HandMadeText.row(HandMadeText.cells("1", "2"))
      + HandMadeText.row(HandMadeText.cells("3", "4"), #"table:visibility="collapse""#)
    let body =
      HandMadeText.table(rows)
      + "<text:p>Og skjult:</text:p>"
      + #"<text:section text:display="none">\#(HandMadeText.table(rows))</text:section>"#
    let sheets = try HandMadeText(body: body).grid().workbook.sheets
    #expect(
      sheets.map { $0.cells.map(\.isHidden) }
        == [[false, false, true, true], [false], [true, true, true, true]])
  }

  @Test func `do not go on for ever`() {
    for (cells, rows) in [("1000000", "1"), ("16000", "100000"), ("1", "9999999")] {
      let row = HandMadeText.row(
        #"<table:table-cell table:number-columns-repeated="\#(cells)"><text:p>1</text:p></table:table-cell>"#,
        #"table:number-rows-repeated="\#(rows)""#)
      #expect(throws: DocumentError.self) { try HandMadeText(body: HandMadeText.table(row)).grid() }
    }
  }
}

@Suite struct `Text of OpenDocument texts` {
  @Test(arguments: [
    ("<text:p>a<text:s text:c=\"2\"/>b<text:line-break/>c</text:p>", "a  b\nc"),
    ("<text:p>a</text:p><text:p>b</text:p>", "a\nb"), ("<text:p>\u{2011}5\u{AD}5</text:p>", "-55"),
    (
      "<text:p>12<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>x</text:p></text:note-body></text:note></text:p>",
      "12"
    ),
    ("<text:p>12<office:annotation><text:p>spørg</text:p></office:annotation></text:p>", "12"),
    ("<text:list><text:list-item><text:p>punkt</text:p></text:list-item></text:list>", "punkt"),
  ])
  func `is what a person reads`(content: String, text: String) throws {
    #expect(try HandMadeText.cell(content)?.value == .text(text))
  }

  @Test func `tells that a note's mark was left out`() throws {
    let cell = try HandMadeText.cell(
      "<text:p>12<text:note><text:note-citation>1</text:note-citation></text:note></text:p>")
    #expect(cell?.display.marks == .footnoteMark)
  }

  @Test(arguments: [
    (#"style:text-line-through-style="solid""#, CellMarks.partlyStruck),
    (#"style:text-position="super 58%""#, .raisedDigits),
    (#"style:text-position="-33% 58%""#, .raisedDigits), (#"style:text-position="0% 100%""#, CellMarks()),
  ])
  func `tells what is struck and raised`(properties: String, marks: CellMarks) throws {
    let cell = try HandMadeText.cell(
      #"<text:p>12<text:span text:style-name="T">7</text:span></text:p>"#,
      styles: HandMadeText.textStyle(properties))
    #expect(cell?.value == .text("127"))
    #expect(cell?.display.marks == marks)
  }

  @Test(arguments: [
    #"<text:p>66<text:span text:style-name="T">55</text:span></text:p>"#,
    #"<text:p>66<text:hidden-text text:string-value="55" text:is-hidden="true"/></text:p>"#,
    #"<text:p>66</text:p><text:p><text:hidden-paragraph text:is-hidden="true"/>55</text:p>"#,
  ])
  func `that is hidden is told and not read`(content: String) throws {
    let table = HandMadeText.table(
      HandMadeText.row("<table:table-cell>\(content)</table:table-cell>" + HandMadeText.cells("b")))
    let grid = try HandMadeText(body: table, styles: HandMadeText.textStyle(#"text:display="none""#)).grid()
    #expect(grid.workbook.sheets.first?.cells.first?.value == .text("66"))
    #expect(grid.notes.filter { $0.kind == .hiddenText }.map(\.text) == ["55"])
  }

  @Test func `is read as changes make it, with what was before`() throws {
    let body = """
      <text:tracked-changes><text:changed-region text:id="a"><text:deletion><text:p>100</text:p></text:deletion>\
      </text:changed-region><text:changed-region text:id="b"><text:insertion/></text:changed-region>\
      </text:tracked-changes>
      """
    func table(_ content: String) -> String {
      HandMadeText.table(
        HandMadeText.row(
          "<table:table-cell><text:p>\(content)</text:p></table:table-cell>" + HandMadeText.cells("b")))
    }
    func cell(_ content: String) throws -> Cell? {
      try HandMadeText(body: body + table(content)).grid().workbook.sheets.first?.cells.first {
        $0.address.column == 1
      }
    }
    let start = #"<text:change-start text:change-id="b"/>"#
    let end = #"<text:change-end text:change-id="b"/>"#
    let changed = try cell(#"<text:change text:change-id="a"/>\#(start)200\#(end)"#)
    #expect(changed?.value == .text("200"))
    #expect(changed?.display.earlierText == "100")
    #expect(try cell("\(start)5\(end)")?.display.earlierText == "")
    #expect(try cell("7")?.display.earlierText == nil)
    let notes = try HandMadeText(body: body + table(#"<text:change text:change-id="a"/>"#)).grid().notes
    #expect(notes.map(\.kind) == [.changeNotAccepted])
    #expect(notes.map(\.earlierText) == ["100"])
  }

  @Test(arguments: [
    ("1275.5", "1.276", CellValue.number("1275.5")), ("-270", "270", .number("-270")),
    ("1275.5", "1.275,50", .text("1.275,50")), ("-270", "(270)", .text("(270)")),
    ("0.25", "25 %", .text("25 %")),
  ])
  func `is the stored number where another figure is shown`(stored: String, shown: String, value: CellValue)
    throws
  {
    let cell = try HandMadeText.cell(
      "<text:p>\(shown)</text:p>", attributes: #"office:value-type="float" office:value="\#(stored)""#)
    #expect(cell?.value == value)
  }
}

@Suite struct `OpenDocument text files` {
  private static let one = HandMadeText(body: "<text:p>Forslagets titel</text:p>")

  @Test func `are known by their content, packed or not`() throws {
    let one = `OpenDocument text files`.one
    #expect(DocumentKind(one.bytes, name: "-") == .openDocumentText)
    #expect(DocumentKind(one.flat, name: "-") == .openDocumentText)
    #expect(try one.grid(one.flat).workbook.sheets.map(HandMadeText.cells) == [["A1=Forslagets titel"]])
  }

  @Test func `that are encrypted are refused`() {
    var secret = `OpenDocument text files`.one
    secret.manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    #expect(throws: DocumentError.package(.encrypted)) { try secret.grid() }
  }

  @Test func `that are cut off anywhere end in an error`() {
    let flat = `OpenDocument text files`.one.flat
    for length in 400..<flat.count {
      #expect(throws: DocumentError.self) { try `OpenDocument text files`.one.grid(Array(flat[..<length])) }
    }
  }

  @Test func `white text in a cell without a colour is told and not read`() throws {
    let styles = """
      <style:style style:name="W" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>
      <style:style style:name="B" style:family="table-cell"><style:table-cell-properties fo:background-color="#1f3864"/></style:style>
      """.replacing("fo:", with: "style:")
    let white = "<text:p><text:span text:style-name=\"W\">5</text:span></text:p>"
    let file = HandMadeText(
      body: "<table:table><table:table-row><table:table-cell>\(white)</table:table-cell>"
        + "<table:table-cell table:style-name=\"B\">\(white)</table:table-cell></table:table-row></table:table>",
      styles: styles)
    #expect(try file.cells() == ["B2=5"])
    #expect(try file.grid().notes.map(\.text) == ["5"])
  }
}
