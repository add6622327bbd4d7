@testable import Spreadsheet
import TestSupport
import Testing

/// Pieces that break XML, numbers and references when they land somewhere.
private let splinters = [
  "<", ">", "/>", "\"", "&", "&#0;", "</x>", "<!--", "]]>", "-1", "99999999999999999999", "2147483647",
  "\u{0}", "x:", " id=\"rId1\"",
  "<a><b></a>", "",
]

@Test func `a workbook with a damaged part is marked so that it can be read, or refused; never a crash`()
  throws
{
  var random = SeededNumbers(seed: 7)
  let marker = WorkbookMarker(
    signature: MarkSignature(
      author: "fordel", beginnings: ["fordel · "], formula: "N(\"fordel\")=0", sheet: "Fejl og mangler"))
  let list = MarkList(
    title: "T", introduction: "I", columns: [.init("A", width: 9)], rows: [[.text("x")]], heights: [15])
  let cell = try #require(CellAddress("B2"))
  let marks = WorkbookMarks(
    marks: [.init(sheet: "Ark1", cell: cell, level: .error, comment: "fordel · x")], list: list)
  let whole = try marker.mark(
    HandMade(rows: #"<row r="2"><c r="B2"><v>1</v></c></row>"#).bytes(), with: marks)
  let names = packedEntries(whole).keys.sorted()
  let editor = try PackageEditor(whole)
  let parts = try names.map { (name: $0, data: try editor.text($0)) }
  var marked = 0
  for _ in 0..<rounds {
    var damaged = parts
    let index = Int(random.next() % UInt64(parts.count))
    let data = parts[index].data
    let (from, length) = (Int(random.next() % UInt64(data.count)), Int(random.next() % 12))
    let splinter = splinters[Int(random.next() % UInt64(splinters.count))]
    damaged[index].data = data[..<from] + Array(splinter.utf8) + data[min(data.count, from + length)...]
    let file = ZipBuilder(entries: damaged).build()
    guard let result = try? marker.mark(file, with: marks) else { continue }
    marked += 1
    // What could be read before can be read after.
    if (try? XLSXReader.read(bytes: file)) != nil { _ = try XLSXReader.read(bytes: result) }
  }
  #expect(marked > rounds / 20)
}

#if DEBUG
  private let rounds = 600
#else
  private let rounds = 20_000
#endif
