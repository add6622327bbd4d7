import Spreadsheet

/// Reads a CSV file to typed values: from the path to every field as number, text or blank.
enum CSVBenchmark {
  static func run(_ arguments: [String]) throws {
    guard arguments.count == 1 else { throw UsageError(usage: "csv FILE") }
    // As the peer does, the second call is measured: the first starts the threads.
    _ = try values(arguments[0])
    var read: CSVValues?
    let time = try seconds { read = try values(arguments[0]) }
    guard let read, let first = read[1, 1] else { throw UsageError(usage: "csv FILE of one row at least") }
    report(time, ["isText": first == .blank ? 0 : 1])
  }

  private static func values(_ path: String) throws -> CSVValues {
    let table = try CSVReader.read(path: path)
    return CSVValues(table, decimalSign: table.separator == .comma ? .point : .comma)
  }

  /// Makes a file of ten columns: three of text, seven of numbers with two decimals.
  static func make(_ arguments: [String]) throws {
    guard arguments.count == 3, let rows = Int(arguments[1]) else {
      throw UsageError(usage: "csv-make plain|quoted|danish ROWS FILE")
    }
    var writer = CSVWriter(arguments[0] == "danish" ? .excelDanish : .rfc4180)
    let separator = arguments[0] == "quoted" ? ", linje" : " linje"
    writer.append((1...10).map { .text("kolonne \($0)") })
    report(
      try seconds {
        for row in 0..<rows {
          let texts = ["Udvalg nummer \(row % 50)", "Økonomi\(separator) \(row)", "Service\(separator)"]
          let numbers = (0..<7).map {
            DecimalNumber(mantissa: Int64(row * 7919 % 10_000_000 - 5_000_000 + $0), scale: 2)
          }
          writer.append(texts.map { .text($0) } + numbers.map { .number($0) })
        }
        try writer.write(to: arguments[2])
      })
  }
}
