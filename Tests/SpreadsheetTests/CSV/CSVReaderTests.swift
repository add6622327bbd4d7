import Spreadsheet
import TestSupport
import Testing

/// Reads `text` and gives its rows.
private func rows(_ text: String, _ options: CSVOptions = CSVOptions()) throws -> [[String]] {
  try CSVReader.read(Array(text.utf8), options: options).rows
}

@Suite struct CSVReaderTests {
  @Test(
    arguments: [
      ("", []),
      ("a", [["a"]]),
      ("a;b\r\n", [["a", "b"]]),
      ("a;b", [["a", "b"]]),
      ("a;b;", [["a", "b", ""]]),
      (";", [["", ""]]),
      ("a;b\n\nc;d\n", [["a", "b"], [""], ["c", "d"]]),
      ("a;b\rc;d\r", [["a", "b"], ["c", "d"]]),
      ("a;b\r\n\rc;d\n", [["a", "b"], [""], ["c", "d"]]),
      ("\"a;1\";b", [["a;1", "b"]]),
      ("\"to\r\nlinjer\";b\r\nc;d", [["to\r\nlinjer", "b"], ["c", "d"]]),
      ("\"sagde \"\"nej\"\"\";b", [["sagde \"nej\"", "b"]]),
      ("\"\";\"\"\"\"", [["", "\""]]),
      ("a; \"b; c\";d", [["a", "b; c", "d"]]),
      ("x; mellemrum ;y", [["x", " mellemrum ", "y"]]),
      ("Økonomiudvalget;-1.275,50", [["Økonomiudvalget", "-1.275,50"]]),
    ] as [(String, [[String]])])
  func `fields are told apart`(text: String, expected: [[String]]) throws {
    #expect(try rows(text, CSVOptions(separator: .semicolon)) == expected)
  }

  @Test(arguments: [
    ("a;5\" skærm;c", ["a", "5\" skærm", "c"], CSVNote.Kind.quoteInUnquotedField, 2),
    ("a;\"b\"c;d", ["a", "bc", "d"], .textAfterQuote, 2),
    ("a;\"b\"\"\"c\"\";d", ["a", "b\"c\"\"", "d"], .textAfterQuote, 2),
    ("a;\"b;c\nd", ["a", "b;c\nd"], .quoteNeverClosed, 2),
    ("a; \"b\"c", ["a", " \"b\"c"], .quoteInUnquotedField, 2),
    ("a; \"b", ["a", " \"b"], .quoteInUnquotedField, 2),
  ])
  func `loose quotation marks are kept and noted`(
    text: String, fields: [String], kind: CSVNote.Kind, column: Int
  ) throws {
    let table = try CSVReader.read(Array(text.utf8), options: CSVOptions(separator: .semicolon))
    #expect(table.rows == [fields])
    #expect(table.notes == [CSVNote(kind, at: CSVPosition(line: 1, row: 1, column: column))])
  }

  @Test func `every field knows its line, row and column`() throws {
    let table = try CSVReader.read(Array("a;b\r\n\"1\n2\r3\r\n4\";x;\"y\nz\"\r\nlast;\"p\nq\";r".utf8))
    #expect(table.position(row: 2, column: 1) == CSVPosition(line: 2, row: 2, column: 1))
    #expect(table.position(row: 2, column: 3) == CSVPosition(line: 5, row: 2, column: 3))
    #expect(table.position(row: 3, column: 1) == CSVPosition(line: 7, row: 3, column: 1))
    #expect(table.position(row: 3, column: 3) == CSVPosition(line: 8, row: 3, column: 3))
    #expect(table.position(row: 3, column: 4) == nil)
    #expect(table[3, 3] == "r")
    #expect(table[0, 1] == nil)
    #expect(table[4, 1] == nil)
  }

  @Test func `ragged rows are reported in each part of the file and filled with nothing`() throws {
    let text = "a;b;c\n1;2;3\n4;5\n6;7;8\n\nx;y\n1;2\n3;4;5\n6;7;8;9\n"
    let table = try CSVReader.read(Array(text.utf8))
    #expect(table.rows[2] == ["4", "5"])
    #expect(
      table.notes == [
        CSVNote(.raggedRows(through: 3, found: 2, expected: 3), at: CSVPosition(line: 3, row: 3, column: 1)),
        CSVNote(.raggedRows(through: 8, found: 3, expected: 2), at: CSVPosition(line: 8, row: 8, column: 1)),
        CSVNote(.raggedRows(through: 9, found: 4, expected: 2), at: CSVPosition(line: 9, row: 9, column: 1)),
      ])
  }

  @Test(
    arguments: [
      ("Navn;Beløb\nA;1,5\nB;2,5\n", CSVSeparator.semicolon, nil),
      ("Navn\tBeløb\nA\t1,5\n", .tab, nil),
      ("name,amount\nA,1.5\n", .comma, nil),
      ("name,amount\n\"A;B\",1.5\n\"C;D\",2\n", .comma, nil),
      ("en,to;tre\nfire,fem;seks\n", .semicolon, CSVSeparator.comma),
      ("name|amount\nA, B|1,5\nC|2,5\n", .bar, nil),
      ("sep=|\nA;B|C\nD;E|F\n", .bar, nil),
      ("sep=\t\nA;B\tC\nD;E\tF\n", .tab, nil),
      ("\"A\";\"1,5\"\n\"B\";\"2,5\"\n", .semicolon, nil),
      ("\"A;x\",\"1.5\"\n\"B;y\",\"2.5\"\n", .comma, nil),
      ("sep=,\nA;B,C\nD;E,F\n", .comma, nil),
      ("sep=;\r\nA,B\r\n", .semicolon, nil),
      ("kun en spalte\n12\n", .semicolon, nil),
      ("", .semicolon, nil),
    ] as [(String, CSVSeparator, CSVSeparator?)])
  func `the separator is found, and doubt is reported`(
    text: String, separator: CSVSeparator, rival: CSVSeparator?
  ) throws {
    let table = try CSVReader.read(Array(text.utf8))
    #expect(table.separator == separator)
    #expect(
      table.notes.map(\.kind) == (rival.map { [.separatorAmbiguous(chosen: separator, other: $0)] } ?? []))
  }

  @Test func `the line that declares the separator is no row but a line`() throws {
    for separator in [nil, CSVSeparator.semicolon] {
      for end in ["\r\n", "\n", "\r"] {
        let table = try CSVReader.read(
          Array("sep=;\(end)A;B\(end)C;D".utf8), options: CSVOptions(separator: separator))
        #expect(table.rows == [["A", "B"], ["C", "D"]])
        #expect(table.position(row: 2, column: 2) == CSVPosition(line: 3, row: 2, column: 2))
      }
    }
  }

  @Test(
    arguments: [
      ([0xEF, 0xBB, 0xBF, 0xC3, 0xA6, 0x3B, 0x31], CSVEncoding.utf8(hasMark: true), ["æ", "1"]),
      ([0xC3, 0xA6, 0x3B, 0x31], .utf8(hasMark: false), ["æ", "1"]),
      ([0xE6, 0x3B, 0x80, 0x96], .windows1252, ["æ", "€–"]),
      ([0xFF, 0xFE, 0xE6, 0x00, 0x3B, 0x00, 0x31, 0x00], .utf16LittleEndian, ["æ", "1"]),
      ([0xFE, 0xFF, 0x00, 0xE6, 0x00, 0x3B, 0x00, 0x31], .utf16BigEndian, ["æ", "1"]),
      ([0x61, 0x00, 0x3B, 0x00, 0x31, 0x00], .utf16LittleEndian, ["a", "1"]),
      ([0x00, 0x61, 0x00, 0x3B, 0x00, 0x31], .utf16BigEndian, ["a", "1"]),
      ([0xFF, 0xFE, 0x3D, 0xD8, 0x00, 0xDE, 0x3B, 0x00], .utf16LittleEndian, ["😀", ""]),
    ] as [([UInt8], CSVEncoding, [String])])
  func `the encoding is found`(bytes: [UInt8], encoding: CSVEncoding, fields: [String]) throws {
    let table = try CSVReader.read(bytes)
    #expect(table.encoding == encoding)
    #expect(table.rows == [fields])
    #expect(table.notes.isEmpty)
  }

  @Test(
    arguments: [
      ([0x61, 0x81, 0x3B, 0x62], CSVEncoding?.none, "a\u{FFFD}"),
      ([0x61, 0xC3, 0x3B, 0x62], .utf8(hasMark: false), "a\u{FFFD}"),
      ([0xFF, 0xFE, 0x00, 0xDC, 0x3B, 0x00], nil, "\u{FFFD}"),
      ([0xFF, 0xFE, 0x3D, 0xD8, 0x3B, 0x00], nil, "\u{FFFD}"),
    ] as [([UInt8], CSVEncoding?, String)])
  func `bytes that are no characters are replaced and counted`(
    bytes: [UInt8], encoding: CSVEncoding?, first: String
  ) throws {
    let table = try CSVReader.read(bytes, options: CSVOptions(encoding: encoding))
    #expect(table[1, 1] == first)
    #expect(table.notes.map(\.kind) == [.undecodableBytes(count: 1)])
  }

  @Test func `a binary file is refused`() {
    #expect(throws: CSVError(.notText)) {
      try CSVReader.read([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x00, 0x08, 0xE6, 0xFF])
    }
  }

  @Test func `a missing file is named`() {
    #expect(throws: CSVError(.missingFile, path: "/no/such.csv")) { try CSVReader.read(path: "/no/such.csv") }
  }

  @Test(arguments: [
    ("a;b;c", "columns", 2), ("a\nb\nc\nd", "rows", 3), ("a;b\nc;d\ne;f", "fields", 5),
    ("abcdefgh;b", "fieldBytes", 7),
    ("0123456789a", "bytes", 10),
  ])
  func `each limit refuses and names itself`(text: String, limit: String, value: Int) {
    var options = CSVOptions(separator: .semicolon)
    switch limit {
    case "columns": options.limits.columns = value
    case "rows": options.limits.rows = value
    case "fields": options.limits.fields = value
    case "fieldBytes": options.limits.fieldBytes = value
    default: options.limits.bytes = value
    }
    #expect {
      try CSVReader.read(Array(text.utf8), options: options)
    } throws: { error in
      (error as? CSVError)?.reason == .tooLarge(limit: limit, value: value)
    }
  }

  @Test(arguments: [Int.max, Int.min, 0, 1 << 40]) func `limits of any size neither crash nor hold up`(
    value: Int
  ) throws {
    let folder = try TemporaryFolder()
    let bytes = Array(String(repeating: "a;\"b\"\"c\";d\"\n", count: 200_000).utf8)
    try folder.write(bytes, to: "a.csv")
    var options = CSVOptions()
    (options.limits.bytes, options.limits.rows, options.limits.columns, options.limits.fields) = (
      value, value, value, value
    )
    (options.limits.fieldBytes, options.limits.notes) = (value, value)
    if value > 0 {
      #expect(try CSVReader.read(bytes, options: options).rowCount == 200_000)
      #expect(
        try CSVReader.forEachRow(path: folder.path("a.csv"), options: options) { _ in }.rowCount == 200_000)
    } else {
      #expect(throws: CSVError.self) { try CSVReader.read(bytes, options: options) }
      #expect(throws: CSVError.self) {
        try CSVReader.forEachRow(path: folder.path("a.csv"), options: options) { _ in }
      }
    }
  }

  @Test func `notes beyond the limit are counted`() throws {
    var options = CSVOptions(separator: .semicolon)
    options.limits.notes = 2
    let table = try CSVReader.read(Array("x\"\nx\"\nx\"\nx\"\n".utf8), options: options)
    #expect(
      table.notes.map(\.kind) == [.quoteInUnquotedField, .quoteInUnquotedField, .furtherNotes(count: 2)])
  }

  @Test func `cells are text at their row and field`() throws {
    let table = try CSVReader.read(Array("a;;'=1+1\n\n;\"\";b\n".utf8))
    #expect(
      table.cells == [
        Cell(address: CellAddress(row: 1, column: 1), value: .text("a")),
        Cell(address: CellAddress(row: 1, column: 3), value: .text("=1+1")),
        Cell(address: CellAddress(row: 3, column: 3), value: .text("b")),
      ])
  }
}
