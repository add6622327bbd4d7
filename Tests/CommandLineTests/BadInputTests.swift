import Foundation
import Spreadsheet
import TestSupport
import Testing

/// Runs a command on a broken file and tells what is left in the output folder.
private func run(_ bytes: [UInt8], as name: String, command: String = "import") throws -> (result: BuiltTool.Result, left: [String]) {
  let folder = try TemporaryFolder()
  try folder.write(bytes, to: name)
  let result = try BuiltTool.run([command, name, "-o", "out"], in: folder.url)
  return (result, folder.names.filter { $0 != name })
}

private func sample(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: BuiltTool.package.appending(path: "samples/\(name)"))) }

/// A workbook with one sheet per table of texts; `=x` is a formula with the value after `→`.
private func workbook(_ sheets: [(name: String, rows: [[String]])]) throws -> [UInt8] {
  var book = try XLSXWriter()
  for (name, rows) in sheets {
    let sheet = try book.addSheet(name)
    for (row, cells) in rows.enumerated() {
      for (column, text) in cells.enumerated() where !text.isEmpty {
        let content: CellContent = Int64(text).map { .number(DecimalNumber(mantissa: $0, scale: 0)) } ?? .text(text)
        try book.write(content, at: CellAddress(row: row + 1, column: column + 1), in: sheet)
      }
    }
  }
  return try book.closeIntoBytes()
}

private let front = [
  ["Forslagsnummer", "X1"], ["Titel", "Prøve"], ["Type", "Investeringsforslag"], ["Runde", "OFS 2021-2022"],
  ["Fremstillende forvaltning", "Socialforvaltningen"], ["P/l", "2023"],
]
private let header = ["Linje", "Afsnit", "Tekst", "Styringsområde", "Udvalg", "2022", "2023", "2024", "2025", "2026", "2027"]
private let line = ["L1", "Varig ændring", "Husleje", "Service", "SUD", "", "-9", "-9", "-9", "-9", "-9"]

@Test(arguments: [
  ("text.xlsx", Array("dette er ikke en projektmappe".utf8), "ikke en .xlsx-projektmappe"),
  ("tom.xlsx", [], "filen er tom"),
  ("zip.xlsx", [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18), "ikke en projektmappe"),
  ("gammel.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 1016), "gem som .xlsx"),
  ("forkert.json", Array("{\"version\": 1}".utf8), "proposal"),
] as [(String, [UInt8], String)])
func `a file that is no workbook is refused with what it is, and nothing is written`(name: String, bytes: [UInt8], message: String) throws {
  for command in ["import", "export"] {
    let (result, left) = try run(bytes, as: name, command: command)
    #expect(result.status == 65)
    #expect(result.words.hasPrefix("\(name): fejl: "), "\(result.words)")
    #expect(result.words.contains(message), "\(result.words)")
    #expect(left == [])
  }
}

@Test func `a truncated workbook is refused`() throws {
  let whole = try sample("BC08.xlsx")
  let (result, left) = try run(Array(whole.prefix(whole.count / 2)), as: "BC08.xlsx")
  #expect(result.status == 65)
  #expect(result.words.contains("afkortet"), "\(result.words)")
  #expect(left == [])
}

@Test func `a file that is not there is status 66`() throws {
  let result = try BuiltTool.run(["import", "findes-ikke.xlsx"])
  #expect(result.status == 66)
  #expect(result.words.contains("findes-ikke.xlsx: fejl: "))
}

@Test func `a workbook without the sheet Økonomi is an error that names it`() throws {
  let (result, left) = try run(workbook([("Forslag", front), ("Opfølgning", [["Afsnit", "Mål", "Måling", "Ansvarlig", "Tidspunkt"]])]), as: "X1.xlsx")
  #expect(result.status == 1)
  #expect(result.words.contains("[sheet-missing]") && result.words.contains("Økonomi"), "\(result.words)")
  #expect(left == [])
}

@Test func `a missing column is named with the nearest header`() throws {
  var wrong = header
  wrong[3] = "Styringsomraade"
  wrong[2] = "Texst"
  let (result, left) = try run(workbook([("Forslag", front), ("Økonomi", [wrong, line])]), as: "X1.xlsx")
  #expect(result.status == 1)
  #expect(result.words.contains("X1.xlsx:Økonomi") && result.words.contains("[column-missing]"), "\(result.words)")
  #expect(result.words.contains("Mente du") && result.words.contains("Texst"), "\(result.words)")
  #expect(left == [])
}

@Test func `text in an amount is an error at its cell`() throws {
  var wrong = line
  wrong[7] = "ca. 9"
  let (result, left) = try run(workbook([("Forslag", front), ("Økonomi", [header, wrong])]), as: "X1.xlsx")
  #expect(result.status == 1)
  #expect(result.words.contains("X1.xlsx:Økonomi!H2: fejl: [number-unreadable]"), "\(result.words)")
  #expect(left == [])
}

@Test func `--allow-incomplete writes what could be read, and still ends with status 1`() throws {
  var wrong = line
  wrong[7] = "ca. 9"
  let folder = try TemporaryFolder()
  try folder.write(workbook([("Forslag", front), ("Økonomi", [header, wrong])]), to: "X1.xlsx")
  let result = try BuiltTool.run(["import", "X1.xlsx", "--allow-incomplete", "-o", "out"], in: folder.url)
  #expect(result.status == 1)
  #expect(folder.names == ["X1.xlsx", "out"])
}

@Test func `two proposals with one number and different content are both named, and neither is written`() throws {
  let folder = try TemporaryFolder()
  try folder.write(workbook([("Forslag", front), ("Økonomi", [header, line])]), to: "a.xlsx")
  var other = line
  other[6] = "-8"
  try folder.write(workbook([("Forslag", front), ("Økonomi", [header, other])]), to: "b.xlsx")
  let result = try BuiltTool.run(["import", "a.xlsx", "b.xlsx", "-o", "out"], in: folder.url)
  #expect(result.status == 1)
  for place in ["a.xlsx:Forslag!B1: fejl: [duplicate-proposal]", "b.xlsx:Forslag!B1: fejl: [duplicate-proposal]"] {
    #expect(result.words.contains(place), "\(result.words)")
  }
  #expect(folder.names == ["a.xlsx", "b.xlsx", "out"] || folder.names == ["a.xlsx", "b.xlsx"])
}

@Test func `an output that cannot be written is status 73`() throws {
  let folder = try TemporaryFolder()
  try folder.write([1], to: "fil")
  let sample = BuiltTool.package.appending(path: "samples/BC08.xlsx").path()
  let result = try BuiltTool.run(["import", sample, "-o", "fil/mappe"], in: folder.url)
  #expect(result.status == 73)
  #expect(result.words.contains("fil/mappe: fejl: "), "\(result.words)")
}

@Test func `an input is never overwritten`() throws {
  let folder = try TemporaryFolder()
  try folder.write(sample("BC08.json"), to: "BC08.json")
  let result = try BuiltTool.run(["import", "BC08.json", "-o", "."], in: folder.url)
  #expect(result.status == 73)
  #expect(try folder.bytes("BC08.json") == sample("BC08.json"))
  #expect(folder.names == ["BC08.json"])
}
