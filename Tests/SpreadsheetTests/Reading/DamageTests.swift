import Spreadsheet
import TestSupport
import Testing

/// Damage is noticed, named with its part, and never read over.
@Suite struct `Damage` {
  private static let sheet = "xl/worksheets/sheet1.xml"
  private static let plain = HandMade(
    rows: #"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#, strings: "<si><t>Udvalg</t></si>")

  @Test(arguments: [
    ("a wrong checksum", ZipBuilder.Flaw.wrongChecksum(sheet), SpreadsheetError.wrongChecksum(part: sheet)),
    (
      "a wrong checksum of the shared texts", .wrongChecksum("xl/sharedStrings.xml"),
      .wrongChecksum(part: "xl/sharedStrings.xml")
    ),
    (
      "fewer bytes stated than there are", .statedSize(sheet, 100),
      .damaged(part: sheet, .wrongSize(declared: 100))
    ),
    (
      "more bytes stated than there are", .statedSize(sheet, 100_000),
      .damaged(part: sheet, .wrongSize(declared: 100_000))
    ),
    ("an unknown packing", .method(sheet, 97), .unsupportedCompression(part: sheet, method: 97)),
    ("a part with a password", .encrypted(sheet), .encrypted),
  ])
  func `of the ZIP file`(name: String, flaw: ZipBuilder.Flaw, expected: SpreadsheetError) {
    #expect(throws: expected) { try XLSXReader.read(bytes: `Damage`.plain.bytes(flaw: flaw)) }
  }

  @Test func `is noticed row by row too, at the latest at the end of the sheet`() throws {
    let file = try XLSXFile(bytes: `Damage`.plain.bytes(flaw: .wrongChecksum(`Damage`.sheet)))
    let outcomes = try #require(file.sheets.first).rows.map { $0 }
    #expect(outcomes.last == .failure(.wrongChecksum(part: `Damage`.sheet)))
  }

  @Test func `of a file that is cut off at any place`() {
    let bytes = `Damage`.plain.bytes()
    for length in 0..<bytes.count {
      #expect(throws: SpreadsheetError.self) { try XLSXReader.read(bytes: Array(bytes[..<length])) }
    }
  }

  @Test(arguments: [
    (
      "a sheet without a part", "xl/_rels/workbook.xml.rels", HandMade.relationships([]),
      SpreadsheetError.damaged(part: "xl/workbook.xml", .missingRelationship(sheet: "Ark1"))
    ),
    (
      "a sheet whose part is missing", "xl/_rels/workbook.xml.rels",
      HandMade.relationships([("rId1", "worksheet", "worksheets/x.xml")]),
      .damaged(part: "xl/worksheets/x.xml", .missing)
    ),
    ("a sheet that is something else", sheet, "<sst/>", .damaged(part: sheet, .wrongKind(found: "sst"))),
    (
      "a workbook that is something else", "xl/workbook.xml", "<x:html/>",
      .damaged(part: "xl/workbook.xml", .wrongKind(found: "x:html"))
    ),
    ("an empty part", sheet, "", .damaged(part: sheet, .notWellFormed(.noElement, byte: 0))),
    (
      "a part that ends too early", sheet, "<worksheet><sheetData>",
      .damaged(part: sheet, .notWellFormed(.unexpectedEnd, byte: 22))
    ),
    (
      "tags that do not match", sheet, "<worksheet><sheetData></worksheet>",
      .damaged(part: sheet, .notWellFormed(.mismatchedTag, byte: 22))
    ),
    (
      "something after the end", sheet, "<worksheet/>x",
      .damaged(part: sheet, .notWellFormed(.contentOutsideRoot, byte: 12))
    ),
    (
      "an entity of its own", sheet,
      "<worksheet><sheetData><row><c t='str'><v>&x;</v></c></row></sheetData></worksheet>",
      .damaged(part: sheet, .notWellFormed(.badEntity, byte: 44))
    ),
    ("a DOCTYPE", sheet, "<!DOCTYPE worksheet><worksheet/>", .doctypeRefused(part: sheet)),
    (
      "a DOCTYPE in small letters", "xl/styles.xml", "<!doctype x><styleSheet/>",
      .doctypeRefused(part: "xl/styles.xml")
    ),
    (
      "an encoding that nobody knows", sheet, "<?xml version='1.0' encoding='EBCDIC'?><worksheet/>",
      .damaged(part: sheet, .unknownEncoding("EBCDIC"))
    ),
    (
      "a control character", sheet, "<worksheet>\u{1}</worksheet>",
      .damaged(part: sheet, .invalidText(byte: 11))
    ),
  ])
  func `of a part`(name: String, part: String, contents: String, expected: SpreadsheetError) {
    var workbook = `Damage`.plain
    workbook.parts[part] = contents
    #expect(throws: expected) { try workbook.read() }
  }

  @Test(
    arguments: [
      [0xC3], [0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xEF, 0xBF, 0xBF],
      [0xE2, 0x82],
    ] as [[UInt8]])
  func `of bytes that are no text`(bytes: [UInt8]) {
    var workbook = `Damage`.plain
    workbook.rawParts["xl/sharedStrings.xml"] =
      Array("<sst><si><t>".utf8) + bytes + Array("</t></si></sst>".utf8)
    let error = #expect(throws: SpreadsheetError.self) { try workbook.read() }
    guard case .damaged("xl/sharedStrings.xml", .invalidText)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `of two different parts with one name`() {
    var workbook = `Damage`.plain
    workbook.parts["xl/kopi.xml"] = HandMade.sheet("")
    workbook.entryNames["xl/kopi.xml"] = `Damage`.sheet
    #expect(throws: SpreadsheetError.damaged(part: `Damage`.sheet, .duplicate)) { try workbook.read() }
  }

  @Test(arguments: [
    ("nothing", [UInt8](), SpreadsheetError.notAZip(found: .empty)),
    ("a web page", Array("<html><table>".utf8), .notAZip(found: .html)),
    ("XML", Array("<?xml version='1.0'?><Workbook/>".utf8), .notAZip(found: .xml)),
    ("a PDF document", Array("%PDF-1.7".utf8), .notAZip(found: .pdf)),
    ("plain text", Array("a;b\n1;2\n".utf8), .notAZip(found: .text)),
    ("something else", [1, 2, 3], .notAZip(found: .unknown)),
    ("an old workbook", [0x09, 0x08, 0x10, 0x00, 0x00, 0x06], .legacyXLS),
    ("half a ZIP file", [0x50, 0x4B, 3, 4, 0, 0], .truncated(part: nil)),
  ])
  func `of files that are no workbook at all`(name: String, bytes: [UInt8], expected: SpreadsheetError) {
    #expect(throws: expected) { try XLSXReader.read(bytes: bytes) }
  }

  @Test(arguments: [
    ("xl/workbook.bin", SpreadsheetError.xlsb), ("Index/Document.iwa", .numbers),
    ("word/document.xml", .notAWorkbook),
    ("x", .notAWorkbook),
  ])
  func `of other kinds of ZIP files`(part: String, expected: SpreadsheetError) {
    let bytes = ZipBuilder(entries: [(part, [])]).build()
    #expect(throws: expected) { try XLSXReader.read(bytes: bytes) }
  }
}
