import Spreadsheet
import Foundation
import TestSupport
import Testing

/// Tables made of what hurts: separators, quotation marks, line ends, apostrophes, formulas, numbers as text,
/// marks, spaces.
enum GeneratedTable {
  private static let pieces = [
    "a", "Ø", "æble", ";", ",", "\t", "\"", "\r", "\n", "\r\n", "'", "=", "+", "-", "@", " ", "1", "0",
    "12,5", "1.275", "-", "\u{FEFF}",
    "sep=", "ID", "😀",
    "\u{0}", "=SUM(A1)", "''", "\u{FFFE}", "e\u{301}",
  ]

  static func field(_ generator: inout SeededNumbers) -> CSVField {
    switch Int.random(in: 0..<10, using: &generator) {
    case 0, 1: return .blank
    case 2, 3, 4:
      let digits = Int.random(in: 0...17, using: &generator)
      let bound = (0..<digits).reduce(Int64(9)) { bound, _ in bound * 10 }
      return .number(
        DecimalNumber(
          mantissa: Int64.random(in: -bound...bound, using: &generator),
          scale: Int.random(in: 0...6, using: &generator)))
    default:
      let count = Int.random(in: 0...4, using: &generator)
      return .text((0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined())
    }
  }

  static func rows(_ seed: UInt64, maximum: Int = 8) -> [[CSVField]] {
    var generator = SeededNumbers(seed: seed)
    let columns = Int.random(in: 1...5, using: &generator)
    return (0..<Int.random(in: 0...maximum, using: &generator)).map { _ in
      (0..<columns).map { _ in field(&generator) }
    }
  }
}

@Suite struct CSVRoundTripTests {
  #if DEBUG
    private static let cases: UInt64 = 1_000
  #else
    private static let cases: UInt64 = 20_000
  #endif

  @Test(arguments: [CSVDialect.excelDanish, .rfc4180])
  func `table to CSV to table is the identity`(dialect: CSVDialect) throws {
    for seed in 0..<CSVRoundTripTests.cases {
      let rows = GeneratedTable.rows(seed)
      let bytes = CSVWriter.bytes(of: rows, in: dialect)
      let table = try CSVReader.read(bytes, options: CSVOptions(dialect))
      #expect(
        CSVValues(table, decimalSign: dialect.decimalSign).rows.map { $0.map(Exact.init) }
          == rows.map { $0.map(Exact.init) },
        "seed \(seed)")
      #expect(table.notes.isEmpty, "seed \(seed)")
    }
  }

  @Test(arguments: [CSVDialect.excelDanish, .rfc4180])
  func `CSV written again is the same bytes`(dialect: CSVDialect) throws {
    for seed in 0..<200 as Range<UInt64> {
      let bytes = CSVWriter.bytes(of: GeneratedTable.rows(seed), in: dialect)
      let values = CSVValues(
        try CSVReader.read(bytes, options: CSVOptions(dialect)), decimalSign: dialect.decimalSign)
      #expect(CSVWriter.bytes(of: values.rows, in: dialect) == bytes, "seed \(seed)")
    }
  }

  @Test func `a large file reads the same on two threads, row by row and on one`() throws {
    let folder = try TemporaryFolder()
    for seed in 0..<2 as Range<UInt64> {
      var generator = SeededNumbers(seed: seed)
      let rows = (0..<30_000).map { _ in (0..<8).map { _ in GeneratedTable.field(&generator) } }
      let bytes = CSVWriter.bytes(of: rows, in: .excelDanish)
      #expect(bytes.count > 1 << 20)
      let path = folder.path("large.csv")
      try folder.write(bytes, to: "large.csv")
      let table = try CSVReader.read(path: path, options: CSVOptions(.excelDanish))
      #expect(table.rowCount == 30_000)
      var row = 0
      let summary = try CSVReader.forEachRow(path: path, options: CSVOptions(.excelDanish)) { streamed in
        row += 1
        let isSame =
          streamed.row == row && streamed.texts == table.texts(ofRow: row)
          && streamed.line == table.position(row: row, column: 1)?.line
        if !isSame { Issue.record("seed \(seed), row \(row)") }
      }
      #expect(summary.rowCount == 30_000)
      #expect(summary.notes == table.notes)
      let values = CSVValues(table, decimalSign: .comma)
      #expect(
        rows.indices.allSatisfy { values.fields(ofRow: $0 + 1).map(Exact.init) == rows[$0].map(Exact.init) },
        "seed \(seed)")
    }
  }

  @Test func `a quoted field over the middle of a large file is one field`() throws {
    let long = String(repeating: "linje;to\r\n", count: 150_000)
    var options = CSVOptions(.excelDanish)
    options.limits.fieldBytes = 4 << 20
    let table = try CSVReader.read(Array("a;\"\(long)\";b\r\nc;d;e\r\n".utf8), options: options)
    #expect(table.rowCount == 2)
    #expect(table[1, 2] == long)
    #expect(table.position(row: 2, column: 1)?.line == 150_002)
  }
}

/// A field that compares text byte by byte, where strings compare by canonical equivalence.
private enum Exact: Equatable {
  case blank
  case text([UInt8])
  case number(DecimalNumber)

  init(_ field: CSVField) {
    switch field {
    case .blank: self = .blank
    case .text(let text): self = .text(Array(text.utf8))
    case .number(let number): self = .number(number)
    }
  }
}
