import Spreadsheet
import TestSupport

/// The code of Sources/Spreadsheet/Spreadsheet.docc/UsingTheLibrary.md: `DocumentationTests` runs it and
/// compares text and output with the page.
///
/// What stands between the two marks of a snippet stands in the page, without its indentation.
final class Snippets {
  /// What the snippet under way has printed.
  private(set) var output = ""
  private let folder: TemporaryFolder

  init(in folder: TemporaryFolder) {
    self.folder = folder
  }

  /// The snippets in the order of the page.
  var all: [() throws -> Void] {
    [write, constantMemory, read, stream, refuse, writeError, readCSV, values, streamCSV, writeCSV]
  }

  /// Runs one snippet and gives what it printed.
  func run(_ snippet: () throws -> Void) rethrows -> String {
    output = ""
    try snippet()
    return output
  }

  private func print(_ items: Any...) {
    output += items.map { "\($0)" }.joined(separator: " ") + "\n"
  }

  private func write() throws {
    let path = folder.path("budget.xlsx")
    // snippet
    var writer = try XLSXWriter(path: path, properties: DocumentProperties(title: "Budget"))
    let sheet = try writer.addSheet("Økonomi")
    let heading = CellStyle().with {
      $0.isBold = true
      $0.fillColour = 0xDDEBF7
    }
    let amount = CellStyle().with { $0.numberFormat = "#,##0" }
    for (column, title) in ["Udvalg", "2023"].enumerated() {
      try writer.write(title, at: CellAddress(row: 1, column: column + 1), in: sheet, style: heading)
    }
    for (row, line) in [("Socialudvalget", -3_781), ("=Sundhed", 556)].enumerated() {
      try writer.write(line.0, at: CellAddress(row: row + 2, column: 1), in: sheet)
      let number = DecimalNumber(mantissa: Int64(line.1), scale: 0)
      try writer.write(number, at: CellAddress(row: row + 2, column: 2), in: sheet, style: amount)
    }
    let total = CellContent.formula("=SUM(B2:B3)", value: .number(DecimalNumber(mantissa: -3_225, scale: 0)))
    try writer.write(total, at: CellAddress(row: 4, column: 2), in: sheet, style: amount)
    try writer.setColumns(1, through: 1, of: sheet, width: 30)
    try writer.freeze(at: CellAddress(row: 2, column: 1), in: sheet)
    try writer.close()
    // end
  }

  private func constantMemory() throws {
    let path = folder.path("large.xlsx")
    // snippet
    var writer = try XLSXWriter(path: path, options: WriteOptions(constantMemory: true))
    let sheet = try writer.addSheet("Posteringer")
    for row in 1...1_000 {
      try writer.write("Linje \(row)", at: CellAddress(row: row, column: 1), in: sheet)
    }
    try writer.close()
    // end
  }

  private func read() throws {
    let path = folder.path("budget.xlsx")
    // snippet
    let workbook = try XLSXReader.read(path: path)
    guard let sheet = workbook.sheet(named: "Økonomi") else { return }
    for cell in sheet.cells {
      let formula = cell.formula.map { ", from =" + $0 } ?? ""
      print("\(cell.address): \(cell.value)\(formula)")
    }
    if case .number(let text) = sheet[CellAddress(row: 4, column: 2)]?.value,
      let total = DecimalNumber(stored: text)
    {
      print("I alt:", total)
    }
    // end
  }

  private func stream() throws {
    let path = folder.path("large.xlsx")
    // snippet
    let file = try XLSXFile(path: path)
    var cells = 0
    for row in file.sheets[0].rows {
      cells += try row.get().cells.count
    }
    print(cells)
    // end
  }

  private func refuse() throws {
    let path = folder.path("large.xlsx")
    // snippet
    var limits = ReadLimits()
    limits.cells = 500
    do {
      _ = try XLSXReader.read(path: path, limits: limits)
    } catch {
      print(error)
    }
    // end
  }

  private func writeError() throws {
    // snippet
    var writer = try XLSXWriter()
    let sheet = try writer.addSheet("Økonomi")
    do {
      try writer.write(.date(year: 2023, month: 2, day: 30), at: CellAddress(row: 12, column: 6), in: sheet)
      _ = try writer.addSheet("økonomi")
    } catch {
      print(error)
    }
    do {
      _ = try writer.addSheet("ØKONOMI")
    } catch {
      print(error)
    }
    // end
  }

  private func readCSV() throws {
    let path = folder.path("tabel.csv")
    try folder.write(
      CSVEncodingTests.bytes(
        "Udvalg;2022;2023\r\n\"Kultur- og\r\nFritidsudvalget\";-3.000;1,5\r\nØkonomiudvalget;12\r\n",
        .windows1252),
      to: "tabel.csv")
    // snippet
    let table = try CSVReader.read(path: path)
    print(table.encoding, table.separator)
    print(table[2, 2] ?? "", table.position(row: 2, column: 2) ?? "")
    for note in table.notes {
      print(note)
    }
    // end
  }

  private func values() throws {
    let path = folder.path("tabel.csv")
    // snippet
    let values = CSVValues(try CSVReader.read(path: path), decimalSign: .comma)
    for field in values.fields(ofRow: 2).dropFirst() {
      print(field)
    }
    // end
  }

  private func streamCSV() throws {
    let path = folder.path("tabel.csv")
    // snippet
    let summary = try CSVReader.forEachRow(path: path) { row in
      print(row.line, row.texts.last ?? "")
    }
    print(summary.rowCount)
    // end
  }

  private func writeCSV() throws {
    let path = folder.path("ud.csv")
    // snippet
    var writer = CSVWriter(.excelDanish)
    writer.append([.text("Socialudvalget"), .number(DecimalNumber(mantissa: -12_755, scale: 1)), .blank])
    writer.append([.text("=HYPERLINK(\"http://example.org\")"), .text("-"), .text("12")])
    try writer.write(to: path)
    print(String(decoding: writer.bytes.dropFirst(3), as: UTF8.self).replacing("\r\n", with: "\n"))
    // end
  }
}
