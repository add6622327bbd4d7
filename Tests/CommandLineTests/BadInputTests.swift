import Spreadsheet
import Foundation
import TestSupport
import Testing

/// Runs a command on a broken file and tells what is left in the output folder.
private func run(_ bytes: [UInt8], as name: String, command: String = "import") throws -> (
  result: BuiltTool.Result, left: [String]
) {
  let folder = try TemporaryFolder()
  try folder.write(bytes, to: name)
  let result = try BuiltTool.run([command, name, "-o", "out"], in: folder.url)
  return (result, folder.names.filter { $0 != name })
}

private func sample(_ name: String) throws -> [UInt8] {
  [UInt8](try Data(contentsOf: BuiltTool.package.appending(path: "samples/\(name)")))
}

/// A workbook with one sheet per table of texts; `=x` is a formula with the value after `→`.
private func workbook(_ sheets: [(name: String, rows: [[String]])]) throws -> [UInt8] {
  var book = try XLSXWriter()
  for (name, rows) in sheets {
    let sheet = try book.addSheet(name)
    for (row, cells) in rows.enumerated() {
      for (column, text) in cells.enumerated() where !text.isEmpty {
        let content: CellContent =
          Int64(text).map { .number(DecimalNumber(mantissa: $0, scale: 0)) } ?? .text(text)
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
private let header = [
  "Linje", "Afsnit", "Tekst", "Styringsområde", "Udvalg", "2022", "2023", "2024", "2025", "2026", "2027",
]
private let line = ["L1", "Varig ændring", "Husleje", "Service", "SUD", "", "-9", "-9", "-9", "-9", "-9"]

@Test(
  arguments: [
    ("text.xlsx", Array("dette er ikke en projektmappe".utf8), "ikke en .xlsx-projektmappe"),
    ("tom.xlsx", [], "filen er tom"),
    ("zip.xlsx", [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18), "ikke en projektmappe"),
    (
      "gammel.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 1016),
      "gem som .xlsx"
    ),
    ("forkert.json", Array("{\"version\": 1}".utf8), "proposal"),
  ] as [(String, [UInt8], String)])
func `a file that is no workbook is refused with what it is, and nothing is written`(
  name: String, bytes: [UInt8], message: String
) throws {
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
  let (result, left) = try run(
    workbook([("Forslag", front), ("Opfølgning", [["Afsnit", "Mål", "Måling", "Ansvarlig", "Tidspunkt"]])]),
    as: "X1.xlsx")
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
  #expect(
    result.words.contains("X1.xlsx:Økonomi") && result.words.contains("[column-missing]"), "\(result.words)")
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

@Test func `two proposals with one number and different content are both named, and neither is written`()
  throws
{
  let folder = try TemporaryFolder()
  try folder.write(workbook([("Forslag", front), ("Økonomi", [header, line])]), to: "a.xlsx")
  var other = line
  other[6] = "-8"
  try folder.write(workbook([("Forslag", front), ("Økonomi", [header, other])]), to: "b.xlsx")
  let result = try BuiltTool.run(["import", "a.xlsx", "b.xlsx", "-o", "out"], in: folder.url)
  #expect(result.status == 1)
  for place in [
    "a.xlsx:Forslag!B1: fejl: [duplicate-proposal]", "b.xlsx:Forslag!B1: fejl: [duplicate-proposal]",
  ] {
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

@Test(arguments: [
  ("runde.json", ["overview", "BC08.json", "--round", "runde.json", "-o", "runde.json"]),
  ("runde.json", ["check", "BC08.json", "--round", "runde.json", "-o", "runde.json"]),
  ("runde.json", ["template", "--round", "runde.json", "-o", "runde.json"]),
  ("runde.json", ["diff", "BC08.json", "BC08.json", "--round", "runde.json", "-o", "runde.json"]),
  (
    "konti.csv",
    ["corrections", "BC08.json", "--accounts", "konti.csv", "--allow-incomplete", "-o", "konti.csv"]
  ),
  (
    "profil.csv",
    ["corrections", "BC08.json", "--accounts", "konti.csv", "--allow-incomplete"] + [
      "--profile", "./profil.csv", "-o", "profil.csv",
    ]
  ),
  ("itu.xlsx", ["check", "itu.xlsx", "-o", "itu.xlsx"]),
])
func `a file that an option names, or that cannot be read, is never overwritten either`(
  file: String, arguments: [String]
) throws {
  let folder = try TemporaryFolder()
  try folder.write(sample("BC08.json"), to: "BC08.json")
  try folder.write(sample("kontoliste-ofs-2021-2022.csv"), to: "konti.csv")
  for (name, template) in [("runde.json", "ofs-2021-2022.json"), ("profil.csv", "kvantum-laesbar.json")] {
    try folder.write(
      [UInt8](Data(contentsOf: BuiltTool.package.appending(path: "templates/" + template))), to: name)
  }
  try folder.write(Array("PK itu".utf8), to: "itu.xlsx")
  let before = try folder.bytes(file)
  let result = try BuiltTool.run(arguments, in: folder.url)
  #expect(result.status == 73, "\(result.words)")
  #expect(try folder.bytes(file) == before)
}

/// A workbook of hand-written XML: `Forslag` and `Økonomi` with inline texts; `sheet` replaces the cell of
/// 2024.
private func handWritten(cell: String, prologue: String = "") -> [UInt8] {
  func row(_ number: Int, _ texts: [String]) -> String {
    let cells = texts.map { text in
      Int64(text).map { "<c><v>\($0)</v></c>" }
        ?? (text == "?" ? cell : "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>")
    }
    return "<row r=\"\(number)\">\(cells.joined())</row>"
  }
  var typed = line
  typed[7] = "?"
  let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  func sheet(_ rows: [[String]]) -> String {
    "<worksheet xmlns=\"\(main)\"><sheetData>\(rows.enumerated().map { row($0.offset + 1, $0.element) }.joined())</sheetData></worksheet>"
  }
  func relationships(_ targets: [(String, String)]) -> String {
    let items = targets.enumerated().map {
      "<Relationship Id=\"r\($0.offset)\" Type=\"\(relations)/\($0.element.0)\" Target=\"\($0.element.1)\"/>"
    }
    return
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(items.joined())</Relationships>"
  }
  let parts = [
    (
      "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
    ),
    ("_rels/.rels", relationships([("officeDocument", "xl/workbook.xml")])),
    (
      "xl/workbook.xml",
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relations)\"><sheets><sheet name=\"Forslag\" sheetId=\"1\" r:id=\"r0\"/>"
        + "<sheet name=\"Økonomi\" sheetId=\"2\" r:id=\"r1\"/></sheets></workbook>"
    ),
    (
      "xl/_rels/workbook.xml.rels",
      relationships([("worksheet", "worksheets/sheet1.xml"), ("worksheet", "worksheets/sheet2.xml")])
    ),
    ("xl/worksheets/sheet1.xml", sheet(front)),
    ("xl/worksheets/sheet2.xml", prologue + sheet([header, typed])),
  ]
  return ZipBuilder(entries: parts.map { ($0.0, Array($0.1.utf8)) }).build()
}

@Test func `a formula without a stored value is an error at its cell`() throws {
  let (result, left) = try run(handWritten(cell: "<c><f>-9*1</f></c>"), as: "X1.xlsx")
  #expect(result.status == 1)
  #expect(result.words.contains("X1.xlsx:Økonomi!H2: fejl: [formula-without-value]"), "\(result.words)")
  #expect(left == [])
}

@Test func `a formula with a stored value is read as that value`() throws {
  let folder = try TemporaryFolder()
  try folder.write(handWritten(cell: "<c><f>-9*1</f><v>-9</v></c>"), to: "X1.xlsx")
  let result = try BuiltTool.run(["import", "X1.xlsx"], in: folder.url)
  #expect(result.status == 0, "\(result.words)")
  #expect(result.text.contains("[null, -900000, -900000, -900000, -900000, -900000]"))
}

@Test func `a part with a DOCTYPE is refused`() throws {
  let bytes = handWritten(cell: "<c><v>-9</v></c>", prologue: "<!DOCTYPE worksheet [<!ENTITY x \"9\">]>")
  let (result, left) = try run(bytes, as: "X1.xlsx")
  #expect(result.status == 65)
  #expect(
    result.words.contains("xl/worksheets/sheet2.xml") && result.words.contains("DOCTYPE"), "\(result.words)")
  #expect(left == [])
}

@Test func `a password-protected workbook is refused with the remedy`() throws {
  let (result, left) = try run(compoundFile(streams: ["EncryptionInfo", "EncryptedPackage"]), as: "X1.xlsx")
  #expect(result.status == 65)
  #expect(result.words.contains("adgangskode"), "\(result.words)")
  #expect(left == [])
}

/// The head and directory of an Office compound file with empty streams of these names, as far as a reader
/// looks.
private func compoundFile(streams: [String]) -> [UInt8] {
  var file = [UInt8](repeating: 0, count: 512)
  let head: [(Int, [UInt8])] = [
    (0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), (24, [0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]),
    (44, [1, 0, 0, 0, 1, 0, 0, 0]),
    (56, [0, 0x10, 0, 0, 0xFE, 0xFF, 0xFF, 0xFF]), (68, [0xFE, 0xFF, 0xFF, 0xFF]),
  ]
  for (offset, bytes) in head { file.replaceSubrange(offset..<offset + bytes.count, with: bytes) }
  file.replaceSubrange(76..<512, with: [UInt8](repeating: 0xFF, count: 436))
  file.replaceSubrange(76..<80, with: [0, 0, 0, 0])
  // The allocation table (sector 0), then the directory (sector 1).
  file += [0xFD, 0xFF, 0xFF, 0xFF, 0xFE, 0xFF, 0xFF, 0xFF] + [UInt8](repeating: 0xFF, count: 504)
  for (index, name) in (["Root Entry"] + streams).enumerated() {
    var entry = [UInt8](repeating: 0, count: 128)
    let letters = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    entry.replaceSubrange(0..<letters.count, with: letters)
    entry[64] = UInt8(letters.count + 2)
    entry[66] = index == 0 ? 5 : 2
    entry.replaceSubrange(68..<80, with: [UInt8](repeating: 0xFF, count: 12))
    if index == 0 { entry.replaceSubrange(76..<80, with: [1, 0, 0, 0]) }
    if index == 1, streams.count > 1 { entry.replaceSubrange(72..<76, with: [2, 0, 0, 0]) }
    entry.replaceSubrange(116..<120, with: [0xFE, 0xFF, 0xFF, 0xFF])
    file += entry
  }
  return file + [UInt8](repeating: 0, count: (512 - file.count % 512) % 512)
}
