import Spreadsheet

/// Writes a workbook with the very calls of Tests/benchmarks/write_peer.c, whose file must be the same.
enum WriteBenchmark {
  static func run(_ arguments: [String]) throws {
    guard arguments.count == 3, let rows = Int(arguments[1]) else {
      throw UsageError(usage: "write memory|constant ROWS FILE")
    }
    let committees = (0..<50).map { "Udvalg nummer \($0)" }
    let lines = (1...rows).map { "Økonomi, linje \($0)" }
    report(
      try seconds {
        try write(
          committees, lines, to: arguments[2], WriteOptions(constantMemory: arguments[0] == "constant"))
      })
  }

  private static func write(
    _ committees: [String], _ lines: [String], to path: String, _ options: WriteOptions
  ) throws {
    var writer = try XLSXWriter(
      path: path, properties: DocumentProperties(title: "Benchmark"), options: options)
    let sheet = try writer.addSheet("Økonomi")
    let amount = CellStyle().with { $0.numberFormat = "#,##0.00" }
    for row in 1...lines.count {
      try writer.write(committees[(row - 1) % 50], at: CellAddress(row: row, column: 1), in: sheet)
      try writer.write(lines[row - 1], at: CellAddress(row: row, column: 2), in: sheet)
      for column in 3...9 {
        let number = DecimalNumber(mantissa: Int64((row - 1) * 100 + column - 1), scale: 2)
        try writer.write(number, at: CellAddress(row: row, column: column), in: sheet, style: amount)
      }
      let sum = DecimalNumber(mantissa: Int64(row - 1), scale: 0)
      try writer.write(
        .formula("=SUM(C1:I1)", value: .number(sum)), at: CellAddress(row: row, column: 10), in: sheet)
    }
    try writer.close()
  }
}
