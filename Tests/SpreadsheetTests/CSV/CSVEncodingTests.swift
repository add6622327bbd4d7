import Spreadsheet
import TestSupport
import Testing

@Suite struct CSVEncodingTests {
  /// `text` in an encoding, without a mark.
  static func bytes(_ text: String, _ encoding: CSVEncoding) -> [UInt8] {
    switch encoding {
    case .utf8: Array(text.utf8)
    case .utf16LittleEndian:
      text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    case .utf16BigEndian:
      text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    // Only for letters that Windows-1252 and Unicode have at the same place.
    case .windows1252: text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }
  }

  private static let mark = "\u{FEFF}"

  @Test(arguments: [
    (CSVEncoding.utf8(hasMark: false), ""), (.utf8(hasMark: true), mark), (.utf16LittleEndian, ""),
    (.utf16LittleEndian, mark),
    (.utf16BigEndian, ""),
    (.utf16BigEndian, mark), (.windows1252, ""),
  ])
  func `a large file of any encoding reads the same as a whole and in pieces`(
    encoding: CSVEncoding, mark: String
  ) throws {
    let folder = try TemporaryFolder()
    let emoji = encoding == .windows1252 ? "ÿ" : "😀"
    // The length of a row in bytes is odd in UTF-8, so characters stand across the ends of the pieces.
    let rows = (0..<9_000).map {
      ["Økonomiudvalget \($0)", "på \"øen\";\n\(emoji)", "-1.275,50", emoji + emoji + "x"]
    }
    let text = rows.map {
      $0.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ";") + "\r\n"
    }.joined()
    try folder.write(CSVEncodingTests.bytes(mark + text, encoding), to: "a.csv")
    let table = try CSVReader.read(path: folder.path("a.csv"))
    #expect(table.encoding == encoding)
    #expect(table.rows == rows)
    #expect(table.notes.isEmpty)
    var streamed: [[String]] = []
    let summary = try CSVReader.forEachRow(path: folder.path("a.csv")) { streamed.append($0.texts) }
    #expect(streamed == rows)
    #expect(summary.encoding == encoding)
    #expect(summary.separator == .semicolon)
    #expect(summary.rowCount == rows.count)
    #expect(summary.notes.isEmpty)
  }

  @Test func `one byte that is no UTF-8 at the end of a large file makes it Windows-1252`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array(String(repeating: "a;b\n", count: 100_000).utf8) + [0xE6], to: "a.csv")
    #expect(try CSVReader.read(path: folder.path("a.csv")).encoding == .windows1252)
    #expect(try CSVReader.forEachRow(path: folder.path("a.csv")) { _ in }.encoding == .windows1252)
  }

  @Test func `every byte of Windows-1252 is a character or is counted`() throws {
    let table = try CSVReader.read(
      (1...255).filter { ![10, 13, 34].contains($0) },
      options: CSVOptions(separator: .tab, encoding: .windows1252))
    let text = table.rows.flatMap { $0 }.joined()
    #expect(text.contains("€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ"))
    #expect(text.hasSuffix("ðñòóôõö÷øùúûüýþÿ"))
    #expect(table.notes.map(\.kind) == [.undecodableBytes(count: 5)])
  }

  @Test func `an empty file has no rows, whatever it begins with`() throws {
    let folder = try TemporaryFolder()
    for bytes in [[], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]] {
      try folder.write(bytes, to: "a.csv")
      #expect(try CSVReader.read(path: folder.path("a.csv")).rowCount == 0)
      #expect(try CSVReader.forEachRow(path: folder.path("a.csv")) { _ in }.rowCount == 0)
    }
  }

  @Test func `a NUL character in UTF-8 stays in its field`() throws {
    let table = try CSVReader.read(Array("æ\u{0}b;c\n".utf8))
    #expect(table.rows == [["æ\u{0}b", "c"]])
  }

  @Test func `half a character at the end is counted`() throws {
    for (encoding, bytes) in [
      (CSVEncoding.utf8(hasMark: false), [0x61, 0xC3]), (.utf16LittleEndian, [0x61, 0, 0x62]),
      (.utf16BigEndian, [0, 0x61, 0xD8, 0x3D]),
    ]
      as [(CSVEncoding, [UInt8])]
    {
      let table = try CSVReader.read(bytes, options: CSVOptions(separator: .semicolon, encoding: encoding))
      #expect(table.rows == [["a\u{FFFD}"]])
      #expect(table.notes.map(\.kind) == [.undecodableBytes(count: 1)])
    }
  }

  @Test func `who stops early gets their own error back`() throws {
    struct Enough: Error {}
    let folder = try TemporaryFolder()
    try folder.write(Array("a\nb\nc\n".utf8), to: "a.csv")
    var rows = 0
    #expect(throws: Enough.self) {
      try CSVReader.forEachRow(path: folder.path("a.csv")) { _ in
        rows += 1
        if rows == 2 { throw Enough() }
      }
    }
    #expect(rows == 2)
  }
}
