@testable import Spreadsheet
import TestSupport
import Testing

/// The compressed bytes of every entry of a ZIP file, by name.
func packedEntries(_ file: [UInt8]) -> [String: [UInt8]] {
  func number(_ position: Int, _ count: Int) -> Int {
    (0..<count).reversed().reduce(0) { $0 << 8 | Int(file[position + $1]) }
  }
  guard let end = (0...file.count - 22).last(where: { number($0, 4) == 0x0605_4B50 }) else { return [:] }
  var entries: [String: [UInt8]] = [:]
  var position = number(end + 16, 4)
  for _ in 0..<number(end + 10, 2) {
    let (size, length) = (number(position + 20, 4), number(position + 28, 2))
    let local = number(position + 42, 4)
    let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
    entries[String(decoding: file[position + 46..<position + 46 + length], as: UTF8.self)] = Array(
      file[start..<start + size])
    position += 46 + length + number(position + 30, 2) + number(position + 32, 2)
  }
  return entries
}

@Test func `entries that are not touched keep their compressed bytes`() throws {
  let before = HandMade(rows: #"<row r="1"><c r="A1"><v>1</v></c></row>"#).bytes()
  var editor = try PackageEditor(before)
  editor.set("xl/styles.xml", Array("<styleSheet/>".utf8))
  editor.set("xl/new.xml", Array("<new/>".utf8))
  editor.remove("xl/worksheets/sheet1.xml")
  let (old, new) = (packedEntries(before), packedEntries(try editor.packed()))
  #expect(new["[Content_Types].xml"] == old["[Content_Types].xml"])
  #expect(new["xl/workbook.xml"] == old["xl/workbook.xml"])
  #expect(new["xl/styles.xml"] != old["xl/styles.xml"])
  #expect(Set(new.keys) == Set(old.keys).union(["xl/new.xml"]).subtracting(["xl/worksheets/sheet1.xml"]))
}

@Test func `a package without changes is the same file`() throws {
  let before = HandMade().bytes()
  #expect(try PackageEditor(before).packed() == before)
}

@Test func `the same changes give the same bytes`() throws {
  let files = try (0..<2).map { _ in
    var editor = try PackageEditor(HandMade().bytes())
    editor.set("xl/new.xml", Array(repeating: 65, count: 100_000))
    return try editor.packed()
  }
  #expect(files[0] == files[1])
  #expect(files[0].count < 10_000)
}

@Test func `what was written can be read`() throws {
  var editor = try PackageEditor(HandMade().bytes())
  editor.set(
    "xl/worksheets/sheet1.xml", Array(HandMade.sheet(#"<row r="1"><c r="A1"><v>7</v></c></row>"#).utf8))
  #expect(Grid.text(try XLSXReader.read(bytes: editor.packed())) == "A1 number 7")
}

@Test func `relationships get ids that nobody has, and leave with the last one`() throws {
  var editor = try PackageEditor(HandMade().bytes())
  #expect(try editor.relate("xl/workbook.xml", to: "xl/a.xml", kind: "test", .transitional) == "rId4")
  #expect(
    try editor.relate("xl/worksheets/sheet1.xml", to: "xl/b.xml", kind: "test", .transitional) == "rId1")
  #expect(try editor.relationships(of: "xl/worksheets/sheet1.xml").map(\.target) == ["xl/b.xml"])
  try editor.unrelate("xl/worksheets/sheet1.xml", id: "rId1")
  #expect(!editor.has("xl/worksheets/_rels/sheet1.xml.rels"))
}

@Test func `a damaged part is refused and never copied over`() throws {
  let editor = try PackageEditor(HandMade().bytes(flaw: .wrongChecksum("xl/styles.xml")))
  #expect(throws: SpreadsheetError.wrongChecksum(part: "xl/styles.xml")) { try editor.text("xl/styles.xml") }
}
