import Spreadsheet
import Testing

@Suite struct ConstantMemoryTests {
  private static let options = WriteOptions(constantMemory: true)

  @Test func `a row before the current one is refused with both numbers`() {
    let error = writeError(options: ConstantMemoryTests.options) { writer, sheet in
      try writer.write("a", at: CellAddress(row: 5, column: 1), in: sheet)
      try writer.write("b", at: CellAddress(row: 5, column: 9), in: sheet)
      try writer.write("c", at: CellAddress(row: 4, column: 2), in: sheet)
    }
    #expect(
      error?.description == "Ark1!B4: row 4 comes after row 5; in constant-memory mode rows come in order")
  }

  @Test func `each sheet has its own order`() throws {
    var writer = try XLSXWriter(options: ConstantMemoryTests.options)
    let one = try writer.addSheet("Et")
    let other = try writer.addSheet("To")
    for row in 1...3 {
      try writer.write("a\(row)", at: CellAddress(row: row, column: 1), in: one)
      try writer.write("b\(row)", at: CellAddress(row: row, column: 2), in: other)
    }
    let workbook = try XLSXReader.read(bytes: writer.closeIntoBytes())
    #expect(
      workbook.sheets.map { $0.cells.map(\.value) } == [
        [.text("a1"), .text("a2"), .text("a3")], [.text("b1"), .text("b2"), .text("b3")],
      ])
  }

  @Test func `what needs the whole sheet is refused`() {
    let merge = writeError(options: ConstantMemoryTests.options) {
      try $0.merge(CellRange(.first, CellAddress(row: 2, column: 2)), in: $1)
    }
    #expect(
      merge?.description
        == "Ark1!A1:B2: merging cells of several rows is not possible in constant-memory mode")
    let table = writeError(options: ConstantMemoryTests.options) { writer, sheet in
      try writer.addTable(
        SheetTable("T", columns: [.init("a")]), at: CellRange(.first, CellAddress(row: 3, column: 1)),
        in: sheet)
    }
    #expect(table?.description == "Ark1!A1:A3: tables are not possible in constant-memory mode")
    let height = writeError(options: ConstantMemoryTests.options) { writer, sheet in
      try writer.write("a", at: CellAddress(row: 5, column: 1), in: sheet)
      try writer.setRow(4, of: sheet, height: 30)
    }
    #expect(height?.reason == .rowAlreadyWritten(row: 4, current: 5))
  }

  @Test func `the same calls give the same grid in both modes`() throws {
    func write(_ writer: inout XLSXWriter, _ sheet: SheetHandle) throws {
      let amount = CellStyle().with { $0.numberFormat = "#,##0.00" }
      try writer.setColumns(1, through: 3, of: sheet, width: 20)
      try writer.merge(
        CellRange(.first, CellAddress(row: 1, column: 4)), in: sheet, content: .text("1.000 kr."),
        style: amount)
      for row in 2...400 {
        try writer.setRow(row, of: sheet, height: 18)
        try writer.write("Linje \(row % 7) <&>", at: CellAddress(row: row, column: 1), in: sheet)
        try writer.write(
          DecimalNumber(mantissa: Int64(row * -1_275), scale: 2), at: CellAddress(row: row, column: 2),
          in: sheet, style: amount)
        try writer.write(
          .formula("=B\(row)>0", value: .boolean(row % 2 == 0)), at: CellAddress(row: row, column: 3),
          in: sheet)
        try writer.write(
          .formula("=B\(row)", value: .text("_x0041_")), at: CellAddress(row: row, column: 4), in: sheet)
        try writer.write(
          .date(year: 2023, month: 1, day: 1 + row % 31), at: CellAddress(row: row, column: 5), in: sheet)
      }
    }
    let inMemory = try WrittenWorkbook { try write(&$0, $1) }
    let constant = try WrittenWorkbook(options: ConstantMemoryTests.options) { try write(&$0, $1) }
    #expect(try Array(inMemory.sheet().cells) == Array(constant.sheet().cells))
    #expect(try inMemory.sheet().mergedRanges == constant.sheet().mergedRanges)
    #expect(try constant.sheet().cells.count == 1 + 399 * 5)
  }
}
