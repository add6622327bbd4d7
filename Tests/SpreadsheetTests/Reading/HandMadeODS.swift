import Spreadsheet
import TestSupport
import Testing

/// An OpenDocument spreadsheet written by hand: what a test does not mention is as LibreOffice has it.
struct HandMadeODS {
  /// The rows and columns of the only table.
  var rows = ""
  /// The attributes of the table.
  var table = #"table:name="Ark1""#
  /// What stands in the spreadsheet before the table, and after it.
  var before = ""
  var after = ""
  /// The contents of `office:automatic-styles`.
  var automatic = ""
  /// The contents of `office:styles`.
  var styles = ""
  /// The entry `mimetype`; `nil` for a file without it.
  var type: String? = "application/vnd.oasis.opendocument.spreadsheet"
  /// The contents of `manifest:manifest`.
  var manifest = ""

  private static let namespaces =
    [
      "office", "table", "text", "style", "number:datastyle", "draw:drawing", "fo:xsl-fo-compatible",
      "manifest",
    ].map { name in
      let words = name.split(separator: ":")
      return "xmlns:\(words[0])=\"urn:oasis:names:tc:opendocument:xmlns:\(words[words.count - 1]):1.0\""
    }.joined(separator: " ")
    + #" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0""#
    + #" xmlns:dc="http://purl.org/dc/elements/1.1/""#

  private var body: String {
    """
    <office:automatic-styles>\(automatic)</office:automatic-styles><office:body><office:spreadsheet>\(before)\
    <table:table \(table)>\(rows)</table:table>\(after)</office:spreadsheet></office:body>
    """
  }

  /// The parts by name, in the order of the file.
  var parts: [(name: String, data: [UInt8])] {
    let names = HandMadeODS.namespaces
    var all: [(String, String)] = type.map { [("mimetype", $0)] } ?? []
    all.append(
      (
        "styles.xml",
        "<office:document-styles \(names)><office:styles>\(styles)</office:styles></office:document-styles>"
      ))
    all.append(("content.xml", "<office:document-content \(names)>\(body)</office:document-content>"))
    all.append(("META-INF/manifest.xml", "<manifest:manifest \(names)>\(manifest)</manifest:manifest>"))
    return all.map { ($0.0, Array($0.1.utf8)) }
  }

  /// The bytes of the file.
  func bytes(flaw: ZipBuilder.Flaw? = nil) -> [UInt8] { ZipBuilder(entries: parts, flaw: flaw).build() }

  /// The same as one XML file.
  var flat: [UInt8] {
    Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document \(HandMadeODS.namespaces) office:mimetype="application/vnd.oasis.opendocument.spreadsheet">\
      <office:styles>\(styles)</office:styles>\(body)</office:document>
      """.utf8)
  }

  /// The workbook as read.
  func read(limits: ReadLimits = .init()) throws(SpreadsheetError) -> Workbook {
    try WorkbookReader.read(bytes: bytes(), limits: limits)
  }

  /// The cells of the first sheet.
  func cells() throws -> [Cell] { try Array(#require(read().sheets.first).cells) }

  /// The only cell, made of the given tag and what stands in it.
  static func cell(_ attributes: String, _ content: String = "") throws -> Cell? {
    try HandMadeODS(rows: row(tag(attributes, content))).cells().first
  }

  /// A row of cells.
  static func row(_ cells: String, _ attributes: String = "") -> String {
    "<table:table-row \(attributes)>\(cells)</table:table-row>"
  }

  /// A cell.
  static func tag(_ attributes: String, _ content: String = "") -> String {
    "<table:table-cell \(attributes)>\(content)</table:table-cell>"
  }

  /// A cell with a number.
  static func number(_ value: String, _ attributes: String = "") -> String {
    tag(#"office:value-type="float" office:value="\#(value)" \#(attributes)"#, "<text:p>\(value)</text:p>")
  }

  /// A cell with a text.
  static func text(_ content: String, _ attributes: String = "") -> String {
    tag(#"office:value-type="string" \#(attributes)"#, content)
  }
}
