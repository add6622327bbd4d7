import Spreadsheet
import TestSupport
import Testing

@Suite struct NumberTests {
  @Test func `numbers of up to 15 digits come back exactly`() throws {
    var generator = SeededNumbers(seed: 15)
    let numbers = (0..<20_000).map { _ in
      let digits = Int.random(in: 1...15, using: &generator)
      let bound = (0..<digits).reduce(Int64(1)) { bound, _ in bound * 10 } - 1
      return DecimalNumber(
        mantissa: Int64.random(in: -bound...bound, using: &generator),
        scale: Int.random(in: 0...20, using: &generator))
    }
    let written = try WrittenWorkbook { writer, sheet in
      for (index, number) in numbers.enumerated() {
        try writer.write(number, at: CellAddress(row: index + 1, column: 1), in: sheet)
      }
    }
    let read = try written.sheet().cells.map { cell in
      if case .number(let text) = cell.value { DecimalNumber(stored: text) } else { DecimalNumber?.none }
    }
    #expect(read == numbers)
  }

  @Test(arguments: [
    (DecimalNumber(mantissa: 1_234_567_890_123_456, scale: 0), "1234567890123456"),
    (DecimalNumber(mantissa: -1_234_567_890_123_456, scale: 2), "-12345678901234.56"),
    (DecimalNumber(mantissa: .max, scale: 18), "9.223372036854775807"),
  ])
  func `a number of 16 digits is refused with the cell`(number: DecimalNumber, words: String) {
    let error = writeError { writer, sheet in try writer.write(number, at: .first, in: sheet) }
    #expect(
      error?.description
        == "Ark1!A1: \(words) has more than the 15 significant digits that a spreadsheet keeps")
    let value = writeError { writer, sheet in
      try writer.write(.formula("=1", value: .number(number)), at: .first, in: sheet)
    }
    #expect(value == error)
  }

  @Test func `zeros at the end of a whole number are no digits`() throws {
    let written = try WrittenWorkbook { writer, sheet in
      try writer.write(DecimalNumber(mantissa: 1_000_000_000_000_000_000, scale: 0), at: .first, in: sheet)
    }
    guard case .number(let text) = try written.cell("A1")?.value else {
      Issue.record("no number")
      return
    }
    #expect(DecimalNumber(stored: text) == DecimalNumber(mantissa: 1_000_000_000_000_000_000, scale: 0))
  }

  @Test(arguments: [-1, 308, 400, Int.max, Int.min]) func `a scale that no double has is refused`(scale: Int)
  {
    var number = DecimalNumber(mantissa: 1, scale: 0)
    number.scale = scale
    let error = writeError { writer, sheet in try writer.write(number, at: .first, in: sheet) }
    #expect(error?.reason == .tooManyDigits(number))
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, -1]) func `sizes that are no sizes are refused`(
    size: Double
  ) {
    #expect(
      writeError { try $0.setColumns(1, through: 2, of: $1, width: size) }?.description.hasPrefix(
        "Ark1: the width of the column is ")
        == true)
    #expect(
      writeError { try $0.setRow(3, of: $1, height: size) }?.description.hasPrefix(
        "Ark1!A3: the height of the row is ") == true)
    let style = CellStyle().with { $0.fontSize = size }
    #expect(
      writeError { try $0.write("a", at: .first, in: $1, style: style) }?.description.hasPrefix(
        "Ark1!A1: the font size is ") == true)
    var setup = PrintSetup()
    setup.margins.left = size
    #expect(
      writeError { try $0.setPrinting(setup, of: $1) }?.description.hasPrefix(
        "Ark1: the margin in inches is ") == true)
  }

  @Test func `no number is ever written as NAN or INF`() throws {
    let written = try WrittenWorkbook { writer, sheet in
      for (row, number) in [
        DecimalNumber(mantissa: .min, scale: 307), DecimalNumber(mantissa: 1, scale: 307),
        DecimalNumber(mantissa: 0, scale: 400),
      ]
      .enumerated() {
        do { try writer.write(number, at: CellAddress(row: row + 1, column: 1), in: sheet) } catch {}
      }
    }
    #expect(!written.sheetXML.uppercased().contains("<V>NAN"))
    #expect(!written.sheetXML.uppercased().contains("INF<"))
    let texts = try written.sheet().cells.map { if case .number(let text) = $0.value { text } else { "" } }
    #expect(
      texts.map(DecimalNumber.init(stored:)) == [
        DecimalNumber(mantissa: 1, scale: 307), DecimalNumber(mantissa: 0, scale: 0),
      ])
  }

  @Test(arguments: [
    (2022, 1, 14, "2022-01-14"), (1900, 3, 1, "1900-03-01"), (2000, 2, 29, "2000-02-29"),
    (2024, 2, 29, "2024-02-29"),
    (9999, 12, 31, "9999-12-31"),
  ])
  func `a day is written as a date`(year: Int, month: Int, day: Int, read: String) throws {
    let written = try WrittenWorkbook { writer, sheet in
      try writer.write(.date(year: year, month: month, day: day), at: .first, in: sheet)
    }
    #expect(try written.cell("A1")?.value == .date(read))
  }

  @Test(arguments: [
    (2023, 2, 30), (2023, 2, 29), (1900, 2, 29), (2100, 2, 29), (1900, 2, 28), (1899, 12, 31), (2023, 4, 31),
    (2023, 0, 1), (2023, 13, 1),
    (2023, 1, 0), (2023, 1, 32), (10_000, 1, 1), (Int.max, Int.max, Int.max), (Int.min, Int.min, Int.min),
  ])
  func `a day that there is not is refused`(year: Int, month: Int, day: Int) {
    let error = writeError { writer, sheet in
      try writer.write(.date(year: year, month: month, day: day), at: .first, in: sheet)
    }
    #expect(
      error?.description == "Ark1!A1: \(year)-\(month)-\(day) is not a day from 1900-03-01 to 9999-12-31")
  }
}
