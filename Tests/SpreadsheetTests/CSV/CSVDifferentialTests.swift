import Spreadsheet
import TestSupport
import Testing

@Suite struct CSVDifferentialTests {
  #if DEBUG
    private static let cases: UInt64 = 1_000
    private static let largeCases: UInt64 = 1
  #else
    private static let cases: UInt64 = 100_000
    private static let largeCases: UInt64 = 8
  #endif

  private static let pieces: [[UInt8]] = [
    "a", "ø", ";", ";", ",", "|", "\t", "\"", "\"\"", "\r", "\n", "\r\n", " ", "-1,5", "😀", "\u{0}", "x\"y",
  ].map { Array($0.utf8) }

  private static func text(_ generator: inout SeededNumbers, length: Int) -> [UInt8] {
    (0..<length).flatMap { _ in pieces.randomElement(using: &generator) ?? [] }
  }

  private static func options(_ separator: CSVSeparator) -> CSVOptions {
    var options = CSVOptions(separator: separator, encoding: .utf8(hasMark: false))
    options.removesApostrophes = false
    return options
  }

  @Test(arguments: CSVSeparator.allCases) func `any text reads as the slow and obvious way reads it`(
    separator: CSVSeparator
  ) throws {
    for seed in 0..<CSVDifferentialTests.cases {
      var generator = SeededNumbers(seed: seed)
      let bytes = CSVDifferentialTests.text(&generator, length: Int(seed % 40))
      let table = try CSVReader.read(bytes, options: CSVDifferentialTests.options(separator))
      let expected = CSVReference.rows(bytes, separator: separator.rawValue)
      #expect(table.rows.map { $0.map { Array($0.utf8) } } == expected.map(\.fields), "seed \(seed)")
      let lines = (0..<table.rowCount).map { row in
        (0..<table.fieldCount(ofRow: row + 1)).map { table.position(row: row + 1, column: $0 + 1)?.line }
      }
      #expect(lines == expected.map(\.lines), "seed \(seed)")
    }
  }

  @Test(arguments: 0..<largeCases)
  func `a large file of anything reads the same on one thread, on two and in pieces`(seed: UInt64)
    throws
  {
    let folder = try TemporaryFolder()
    var generator = SeededNumbers(seed: seed)
    // An odd number of quotation marks in the first half leads the second thread astray.
    let bytes = CSVDifferentialTests.text(&generator, length: 800_000 + Int(seed))
    try folder.write(bytes, to: "any.csv")
    var options = CSVDifferentialTests.options(.semicolon)
    (options.limits.fieldBytes, options.limits.notes) = (bytes.count, 200)
    let table = try CSVReader.read(path: folder.path("any.csv"), options: options)
    let expected = CSVReference.rows(bytes, separator: UInt8(ascii: ";"))
    #expect(table.rowCount == expected.count)
    #expect(
      expected.indices.allSatisfy { row in
        table.texts(ofRow: row + 1).map { Array($0.utf8) } == expected[row].fields
      })
    var row = 0
    let summary = try CSVReader.forEachRow(path: folder.path("any.csv"), options: options) { streamed in
      if streamed.texts.map({ Array($0.utf8) }) != expected[row].fields
        || streamed.line != expected[row].lines[0]
      {
        Issue.record("row \(row + 1)")
      }
      row += 1
    }
    #expect(summary.rowCount == expected.count)
  }

  @Test func `any bytes are read or refused, never a crash`() {
    for seed in 0..<CSVDifferentialTests.cases {
      var generator = SeededNumbers(seed: seed)
      let bytes = (0..<Int(seed % 60)).map { _ in
        [
          0, 0xFF, 0xFE, 0xEF, 0xBB, 0xBF, 0xD8, 0xDC, 10, 13, 34, 59, 0xC3,
          UInt8.random(in: 0...255, using: &generator),
        ].randomElement(
          using: &generator) ?? 0
      }
      for encoding in [nil, .utf8(hasMark: true), .utf16LittleEndian, .utf16BigEndian, .windows1252]
        as [CSVEncoding?]
      {
        guard let table = try? CSVReader.read(bytes, options: CSVOptions(encoding: encoding)) else {
          continue
        }
        _ = CSVValues(table, decimalSign: .comma).rows
        _ = table.cells
      }
    }
  }
}
