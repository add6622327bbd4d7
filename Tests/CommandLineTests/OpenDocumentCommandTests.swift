import Foundation
import Spreadsheet
import TestSupport
import Testing

@Suite struct `OpenDocument spreadsheets on the command line` {
  private static func sample(_ name: String) -> String {
    BuiltTool.package.appending(path: "samples/\(name)").path()
  }

  /// The cells of a workbook as an OpenDocument spreadsheet in one XML file, without their formats.
  private static func flat(_ workbook: Workbook) -> [UInt8] {
    let names = ["office", "table", "text"].map {
      "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
    }
    let type = "application/vnd.oasis.opendocument.spreadsheet"
    let tables = workbook.sheets.map { sheet in
      "<table:table table:name=\"\(escaped(sheet.name))\">\(rows(sheet))</table:table>"
    }
    return Array(
      """
      <office:document \(names.joined(separator: " ")) office:mimetype="\(type)"><office:body><office:spreadsheet>\
      \(tables.joined())</office:spreadsheet></office:body></office:document>
      """.utf8)
  }

  private static func rows(_ sheet: Sheet) -> String {
    var next = 1
    return sheet.rows.map { row in
      defer { next = row.number + 1 }
      let gap = row.number - next
      let empty = gap > 0 ? "<table:table-row table:number-rows-repeated=\"\(gap)\"/>" : ""
      return empty + "<table:table-row>\(cells(row))</table:table-row>"
    }.joined()
  }

  private static func cells(_ row: Row) -> String {
    var next = 1
    return row.cells.map { cell in
      defer { next = cell.address.column + 1 }
      let gap = cell.address.column - next
      let empty = gap > 0 ? "<table:table-cell table:number-columns-repeated=\"\(gap)\"/>" : ""
      let formula = cell.formula.map { " table:formula=\"of:=\(escaped($0))\"" } ?? ""
      let (type, content): (String, String) =
        switch cell.value {
        case .number(let text): ("office:value-type=\"float\" office:value=\"\(text)\"", "")
        case .text(let text), .error(let text):
          ("office:value-type=\"string\"", "<text:p>\(lines(text))</text:p>")
        case .boolean(let isTrue): ("office:value-type=\"boolean\" office:boolean-value=\"\(isTrue)\"", "")
        case .date(let text): ("office:value-type=\"date\" office:date-value=\"\(text)\"", "")
        case .empty: ("", "")
        }
      return empty + "<table:table-cell \(type)\(formula)>\(content)</table:table-cell>"
    }.joined()
  }

  private static func lines(_ text: String) -> String {
    escaped(text).replacing("  ", with: " <text:s/>").replacing("\n", with: "<text:line-break/>")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }

  /// A folder with the sample of this name as `.fods`.
  private static func folder(_ name: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: sample("\(name).xlsx"))))
    try folder.write(flat(try XLSXReader.read(bytes: bytes)), to: "\(name).fods")
    return folder
  }

  @Test(arguments: ["BC08", "DIGITAL-KONTAKT-2018"])
  func `hold the same proposal as the workbook`(name: String) throws {
    typealias Own = `OpenDocument spreadsheets on the command line`
    let folder = try Own.folder(name)
    let workbook = try BuiltTool.run(["import", Own.sample("\(name).xlsx"), "--quiet"])
    let result = try BuiltTool.run(["import", folder.path("\(name).fods"), "--quiet"])
    #expect(workbook.status == 0)
    #expect(result.status == 0)
    #expect(result.text == workbook.text)
  }

  @Test func `are read in a folder, and no annotated copy is made of them`() throws {
    typealias Own = `OpenDocument spreadsheets on the command line`
    let folder = try Own.folder("BC08")
    let result = try BuiltTool.run([
      "check", folder.url.path(percentEncoded: false), "--annotate", folder.path("ud"), "--format", "json",
    ])
    #expect(result.status == 0)
    #expect(!result.text.contains("file-unread"))
    #expect(
      result.text.contains(
        "Filen er kontrolleret, men ikke mærket: den er et OpenDocument-regneark, og en mærket kopi laves kun af .xlsx og .docx."
      ))
  }

  @Test func `are shown by grid whatever their name`() throws {
    typealias Own = `OpenDocument spreadsheets on the command line`
    let folder = try Own.folder("BC08")
    let bytes = try folder.bytes("BC08.fods")
    try folder.write(bytes, to: "BC08.xlsx")
    let named = try BuiltTool.run(["grid", folder.path("BC08.fods")])
    #expect(named.status == 0)
    #expect(named.text.contains(#""sheet":"Forslag","cell":"A1""#))
    #expect(try BuiltTool.run(["grid", folder.path("BC08.xlsx")]).text == named.text)
    #expect(try BuiltTool.run(["grid", "-"], input: Data(bytes)).text == named.text)
  }

  @Test func `that are cut off end with 65 and the reason`() throws {
    typealias Own = `OpenDocument spreadsheets on the command line`
    let folder = try Own.folder("BC08")
    try folder.write(Array(try folder.bytes("BC08.fods").dropLast(100)), to: "halv.fods")
    for command in ["grid", "check", "import"] {
      let result = try BuiltTool.run([command, folder.path("halv.fods")])
      #expect(result.status == 65)
      #expect((result.words + result.text).contains("den slutter for tidligt"))
    }
  }
}
