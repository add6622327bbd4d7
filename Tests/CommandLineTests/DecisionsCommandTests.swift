import Spreadsheet
import Foundation
import TestSupport
import Testing

private let accounts = BuiltTool.package.appending(path: "samples/kontoliste-ofs-2021-2022.csv").path

/// A folder with BC08 under five numbers, of which BC08 itself also has money for the case that it is not
/// adopted, and a list of decisions.
private func round(_ decisions: [String]) throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  let json = try String(
    contentsOf: BuiltTool.package.appending(path: "samples/BC08.json"), encoding: .utf8)
  for number in ["BC07", "BC09", "BC10", "BC11"] {
    let text = json.replacing("\"id\": \"BC08\"", with: "\"id\": \"\(number)\"")
    try folder.write(Array(text.utf8), to: "runde/\(number).json")
  }
  var document = try #require(
    try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  var proposal = try #require(document["proposal"] as? [String: Any])
  var lines = try #require(proposal["lines"] as? [[String: Any]])
  var line = lines[0]
  (line["id"], line["condition"], line["committee"]) = ("L90", "hvis ikke indarbejdes", "SUD")
  line["account"] = "3641, 588"
  lines.append(line)
  proposal["lines"] = lines
  document["proposal"] = proposal
  try folder.write(
    Array(try JSONSerialization.data(withJSONObject: document)), to: "runde/BC08.json")
  try folder.write(
    Array((["Forslagsnummer;Beslutning;Dato;Sag"] + decisions).joined(separator: "\r\n").utf8),
    to: "beslutninger.csv")
  return folder
}

private let decided = [
  "BC07;Vedtaget;24.06.2021;BR 7", "BC08;Ikke vedtaget;24.06.2021;BR 8", "BC09;Udsat;24.06.2021;BR 9",
  "BC10;Udgået;;",
]

private func run(_ command: String, _ more: [String], in folder: TemporaryFolder) throws
  -> BuiltTool.Result
{
  try BuiltTool.run(
    [command, "runde", "--decisions", "beslutninger.csv", "--no-receipt"] + more, in: folder.url)
}

/// The rows of a CSV file by their headings.
private func rows(_ bytes: [UInt8]) throws -> [[String: String]] {
  let rows = try CSVReader.read(bytes).rows
  let heads = try #require(rows.first)
  return rows.dropFirst().map { Dictionary(zip(heads, $0)) { first, _ in first } }
}

@Suite struct `Corrections by decisions` {
  @Test func `are B, D and E of what is adopted and C of what is not, and nothing else`() throws {
    let folder = try round(decided)
    let result = try run("corrections", ["--accounts", accounts, "-o", "k.csv"], in: folder)
    #expect(result.status == 0, "\(result.words)")
    let rows = try rows(folder.bytes("k.csv"))
    let lists = Set(rows.map { "\($0["Forslag"] ?? "") \($0["Liste"] ?? "") \($0["Beslutning"] ?? "")" })
    #expect(
      lists == ["BC07 Vedtaget BR 7, 24.06.2021", "BC08 Ikke vedtaget BR 8, 24.06.2021"])
    #expect(Set(rows.filter { $0["Forslag"] == "BC08" }.map { $0["Tabel"] }) == ["C"])
    #expect(Set(rows.filter { $0["Forslag"] == "BC07" }.map { $0["Tabel"] }) == ["B", "D"])
  }

  @Test func `name each proposal that is left out, on the way and in the workbook`() throws {
    let folder = try round(decided)
    let result = try run("corrections", ["--accounts", accounts, "-o", "k.xlsx"], in: folder)
    #expect(result.status == 0, "\(result.words)")
    let front = try #require(
      try XLSXReader.read(bytes: try folder.bytes("k.xlsx")).sheet(named: "Overblik"))
    let texts = front.cells.compactMap { if case .text(let text) = $0.value { text } else { nil } }
    for words in ["BC09: udsat (BR 9, 24.06.2021)", "BC10: udgået", "BC11: ingen beslutning"] {
      #expect(result.words.contains("Udeladt: \(words)\n"), "\(result.words)")
      #expect(texts.contains(words))
    }
  }

  @Test func `are refused where two decisions contradict each other`() throws {
    let folder = try round(["BC07;vedtaget", "BC07;udsat"])
    let result = try run("corrections", ["--accounts", accounts, "-o", "k.csv"], in: folder)
    #expect(result.status == 1)
    #expect(result.words.contains("[decision-unreadable]"))
    #expect(result.words.contains("BC07: beslutningerne modsiger hinanden"), "\(result.words)")
    #expect(!folder.names.contains("k.csv"))
  }

  @Test
  func `are not kept back by a file with errors whose proposal is postponed, but by one that is adopted`()
    throws
  {
    for (word, status, isWritten) in [("udsat", Int32(1), true), ("vedtaget", 1, false)] {
      let folder = try round(["BC07;vedtaget", "BC08;ikke vedtaget", "BC09;\(word)", "BC10;udgået"])
      let json = String(decoding: try folder.bytes("runde/BC09.json"), as: UTF8.self)
      try folder.write(
        Array(json.replacing("\"presenting\": \"ØU\"", with: "\"presenting\": \"XX\"").utf8),
        to: "runde/BC09.json")
      let result = try run("corrections", ["--accounts", accounts, "-o", "k.csv"], in: folder)
      #expect(result.status == status)
      #expect(folder.names.contains("k.csv") == isWritten, "\(result.words)")
      if isWritten {
        #expect(
          result.words.contains("Udeladt: BC09: udsat; filen har fejl og er ikke læst"), "\(result.words)")
      }
    }
  }

  @Test func `are refused where two columns of one name decide differently`() throws {
    let folder = try round([])
    try folder.write(
      Array("Forslagsnummer;Beslutning;Beslutning\r\nBC07;vedtaget;udsat\r\n".utf8), to: "beslutninger.csv")
    let result = try run("corrections", ["--accounts", accounts, "-o", "k.csv"], in: folder)
    #expect(result.status == 1)
    #expect(
      result.words.contains(
        "[decision-unreadable] Beslutningen om »BC07« kan ikke læses: »vedtaget, udsat«."),
      "\(result.words)")
    #expect(!folder.names.contains("k.csv"))
  }

  @Test func `stand in the column Beslutning, whatever a column Status before it says`() throws {
    let folder = try round([])
    try folder.write(
      Array("Forslagsnummer;Status;Beslutning\r\nBC07;Klar;vedtaget\r\nBC09;vedtaget;udsat\r\n".utf8),
      to: "beslutninger.csv")
    let result = try run("overview", ["-o", "bilag.csv"], in: folder)
    #expect(result.status == 0, "\(result.words)")
    #expect(try rows(folder.bytes("bilag.csv")).map { $0["Nr."] ?? "" } == ["BC07", ""])
  }

  @Test(
    arguments: [
      ("BC07, BC08;Vedtaget;;", "BC07 og BC08 har derfor ingen beslutning"),
      ("BC07 Et forslag;Vedtaget;;", "BC07 har derfor ingen beslutning"),
      ("BC07;Vedtaget?;;", "kan ikke læses: »Vedtaget?«"),
      ("BC07;(vedtaget);;", "kan ikke læses: »(vedtaget)«"),
    ])
  func `are refused where a row does not decide about one proposal beyond doubt`(row: String, words: String)
    throws
  {
    let folder = try round([row])
    let result = try run("corrections", ["--accounts", accounts, "-o", "k.csv"], in: folder)
    #expect(result.status == 1)
    #expect(result.words.contains("[decision-unreadable]"))
    #expect(result.words.contains(words), "\(result.words)")
  }

  @Test(
    arguments: [
      ("Forslagsnummer;Beslutning;Vedtaget beløb", "BC07;vedtaget;-500", 1),
      ("Forslagsnummer;Beslutning;2024", "BC07;vedtaget;-500", 1),
      ("Forslagsnummer;Beslutning;Vedtaget beløb", "BC07;vedtaget;", 0),
      ("Forslagsnummer;Beslutning;Service, kr.", "BC07;vedtaget;-500", 0),
    ])
  func `are refused where an amount stands beside them that nobody would post`(
    headings: String, row: String, status: Int32
  ) throws {
    let folder = try round([])
    try folder.write(Array("\(headings)\r\n\(row)\r\n".utf8), to: "beslutninger.csv")
    let result = try run("overview", ["-o", "bilag.csv"], in: folder)
    #expect(result.status == status, "\(result.words)")
    #expect(result.words.contains("beslutninger.csv:C1: fejl: [money-unread]") == (status == 1))
  }

  @Test func `are refused where a row is struck out`() throws {
    let folder = try round(decided)
    var book = try XLSXWriter()
    let sheet = try book.addSheet("Beslutninger")
    for (column, header) in ["Forslagsnummer", "Beslutning"].enumerated() {
      try book.write(header, at: CellAddress(row: 1, column: column + 1), in: sheet)
    }
    try book.write("BC07", at: CellAddress(row: 2, column: 1), in: sheet)
    let struck = CellStyle().with { $0.isStruckThrough = true }
    try book.write("Vedtaget", at: CellAddress(row: 2, column: 2), in: sheet, style: struck)
    try folder.write(try book.closeIntoBytes(), to: "liste.xlsx")
    let result = try BuiltTool.run(
      [
        "corrections", "runde", "--decisions", "liste.xlsx", "--no-receipt", "--accounts", accounts, "-o",
        "k.csv",
      ], in: folder.url)
    #expect(result.status == 1)
    #expect(result.words.contains("Beslutningen om »BC07« er streget over: »Vedtaget«"), "\(result.words)")
  }

  @Test(
    "tell of decisions on numbers that no proposal has: an error where money is adopted",
    arguments: [
      ("vedtaget", " fejl: [decision-unknown]", Int32(1)), ("udsat", " advarsel: [decision-unknown]", 0),
      ("udgået", " advarsel: [decision-unknown]", 0), ("ikke vedtaget", " advarsel: [decision-unknown]", 0),
    ])
  func tellOfUnknown(decision: String, words: String, status: Int32) throws {
    let folder = try round(decided + ["BC77;\(decision);;"])
    for (command, rest) in [
      ("corrections", ["--accounts", accounts, "-o", "k.csv"]), ("overview", ["-o", "bilag.csv"]),
    ] {
      let result = try run(command, rest, in: folder)
      #expect(result.words.contains(words), "\(command): \(result.words)")
      #expect(result.status == status, "\(command): \(result.words)")
    }
  }

  @Test func `of an overview leave only what is adopted in the sum`() throws {
    let folder = try round(decided)
    let result = try run("overview", ["-o", "bilag.csv"], in: folder)
    #expect(result.status == 0, "\(result.words)")
    let numbers = try rows(folder.bytes("bilag.csv")).map { $0["Nr."] ?? "" }
    #expect(numbers == ["BC07", ""])
    for words in ["BC08: ikke vedtaget (BR 8, 24.06.2021)", "BC11: ingen beslutning"] {
      #expect(result.words.contains("Udeladt efter beslutningslisten: \(words)"), "\(result.words)")
    }
  }
}
