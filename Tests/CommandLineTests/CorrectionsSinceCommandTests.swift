import Spreadsheet
import Foundation
import TestSupport
import Testing

private let accounts = BuiltTool.package.appending(path: "samples/kontoliste-ofs-2021-2022.csv").path

/// A folder with BC08 and the same proposal as BC09, and the corrections of both in every format.
private func round() throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  for number in ["BC08", "BC09"] {
    try folder.write(Array(try proposal(number).utf8), to: "runde/\(number).json")
  }
  for name in ["gammel.csv", "gammel.xlsx", "gammel.json"] {
    let made = try run(["-o", name, "--no-receipt"], in: folder)
    #expect(made.status == 0, "\(made.words)")
  }
  return folder
}

private func proposal(_ number: String) throws -> String {
  try String(contentsOf: BuiltTool.package.appending(path: "samples/BC08.json"), encoding: .utf8)
    .replacing("\"id\": \"BC08\"", with: "\"id\": \"\(number)\"")
}

private func run(_ more: [String], in folder: TemporaryFolder) throws -> BuiltTool.Result {
  try BuiltTool.run(["corrections", "runde", "--accounts", accounts] + more, in: folder.url)
}

/// The rows of a CSV file by their headings.
private func rows(_ folder: TemporaryFolder, _ name: String) throws -> [[String: String]] {
  let rows = try CSVReader.read(folder.bytes(name)).rows
  let heads = try #require(rows.first)
  return rows.dropFirst().map { Dictionary(zip(heads, $0)) { first, _ in first } }
}

@Suite struct `Corrections since an earlier set` {
  @Test(arguments: ["gammel.csv", "gammel.xlsx", "gammel.json"])
  func `are none where nothing changed, and only what did, with its other side`(old: String) throws {
    let folder = try round()
    #expect(try run(["--since", old, "-o", "d.csv", "--no-receipt"], in: folder).status == 0)
    #expect(try rows(folder, "d.csv").isEmpty)
    #expect(try rows(folder, "d-hele.csv").count == 46)
    // BC09: 100.000 kr. more for SUD in Tabel B, 2024, and so 100.000 less on the account of savings.
    try folder.write(
      Array(try proposal("BC09").replacing("-504200000", with: "-504300000").utf8), to: "runde/BC09.json")
    let result = try run(["--since", old, "-o", "d.csv", "--no-receipt", "--allow-incomplete"], in: folder)
    #expect(result.status <= 1, "\(result.words)")
    let changed = try rows(folder, "d.csv")
    #expect(Set(changed.map { $0["Forslag"] }) == ["BC09"])
    #expect(!changed.isEmpty)
    for row in changed { #expect(row["Bemærkning"]?.hasPrefix("ændring: før ") ?? false, "\(row)") }
    let sums = Dictionary(grouping: changed) { $0["År"] ?? "" }.mapValues {
      $0.compactMap { Int($0["Beløb, kr."] ?? "") }.reduce(0, +)
    }
    #expect(sums.values.allSatisfy { $0 == 0 }, "\(sums)")
  }

  @Test func `take back what is withdrawn by decision, and leave what is only not there`() throws {
    let folder = try round()
    try folder.write(
      Array("Forslagsnummer;Beslutning\r\nBC08;vedtaget\r\nBC09;udgået\r\n".utf8), to: "b.csv")
    let decided = ["--since", "gammel.csv", "--decisions", "b.csv", "-o", "d.csv", "--no-receipt"]
    #expect(try run(decided, in: folder).status == 0)
    let old = try rows(folder, "gammel.csv").filter { $0["Forslag"] == "BC09" }
    let back = try rows(folder, "d.csv")
    #expect(back.count == 23 && Set(back.map { $0["Forslag"] }) == ["BC09"])
    #expect(
      back.map { -(Int($0["Beløb, kr."] ?? "") ?? 0) }.sorted()
        == old.map { Int($0["Beløb, kr."] ?? "") ?? 0 }.sorted())
    #expect(try rows(folder, "d-hele.csv").count == 23)

    try FileManager.default.removeItem(atPath: folder.path("runde/BC09.json"))
    let gone = try run(["--since", "gammel.csv", "-o", "e.csv", "--no-receipt"], in: folder)
    #expect(gone.status == 1)
    #expect(gone.words.contains("BC09 er i gammel.csv, men ikke blandt forslagene; det er ikke ændret."))
    #expect(!folder.names.contains("e.csv"))
    let allowed = ["--since", "gammel.csv", "-o", "e.csv", "--no-receipt", "--allow-incomplete"]
    #expect(try run(allowed, in: folder).status == 0)
    #expect(try rows(folder, "e.csv").isEmpty)
    #expect(try rows(folder, "e-hele.csv").count == 46, "what is not there is still posted")
  }

  @Test func `are taken to a whole set, never to a file of differences`() throws {
    let folder = try round()
    try folder.write(
      Array(try proposal("BC09").replacing("-504200000", with: "-604200000").utf8), to: "runde/BC09.json")
    let more = ["--no-receipt", "--allow-incomplete"]
    for name in ["d.csv", "d.xlsx", "d.json"] {
      #expect(try run(["--since", "gammel.csv", "-o", name] + more, in: folder).status <= 1)
    }
    let wrong = try run(["--since", "d.csv", "-o", "e.csv"] + more, in: folder)
    #expect(wrong.status == 64)
    #expect(wrong.words.contains("Brug filen med -hele i navnet."), "\(wrong.words)")
    for set in ["d-hele.csv", "d.xlsx", "d.json"] {
      #expect(try run(["--since", set, "-o", "e.csv"] + more, in: folder).status <= 1)
      #expect(try rows(folder, "e.csv").isEmpty, "\(set)")
    }
    let cut = String(decoding: try folder.bytes("gammel.csv"), as: UTF8.self).replacing(
      ";-3704000;", with: ";;")
    try folder.write(Array(cut.utf8), to: "skåret.csv")
    let unread = try run(["--since", "skåret.csv", "-o", "e.csv"] + more, in: folder)
    #expect(unread.status == 65)
    #expect(unread.words.contains("række 2"), "\(unread.words)")
  }

  @Test func `may be posted where a receipt has the earlier set, on today's budget`() throws {
    let folder = try round()
    let heading = "Bevilling;Profitcenter;Funktion;Art;PSP;År;Beløb"
    let keys = Set(
      try rows(folder, "gammel.csv").map { row in
        ["Bevilling", "Profitcenter", "Funktion", "Art", "PSP", "År"].map { row[$0] ?? "" }.joined(
          separator: ";")
          + ";900000000"
      })
    try folder.write(Array(([heading] + keys.sorted()).joined(separator: "\r\n").utf8), to: "budget.csv")
    let load = ["--profile", "kvantum-upload", "--budget", "budget.csv"]
    #expect(try run(load + ["-o", "a.csv"], in: folder).status == 0)
    try folder.write(
      Array(try proposal("BC09").replacing("-504200000", with: "-604200000").utf8), to: "runde/BC09.json")
    let more = ["--allow-incomplete"]
    let twice = try run(load + ["-o", "b.csv"] + more, in: folder)
    #expect(twice.words.contains("[posted-twice] BC08, BC09 er allerede i »a.csv«"), "\(twice.words)")
    // The difference knows what it is the difference to, and the one after it knows both.
    let one = try run(load + ["--since", "a-raekker.csv", "-o", "b.csv"] + more, in: folder)
    #expect(!one.words.contains("[posted-twice]") && folder.names.contains("b.csv"), "\(one.words)")
    try folder.write(
      Array(try proposal("BC09").replacing("-504200000", with: "-704200000").utf8), to: "runde/BC09.json")
    let old = try run(load + ["--since", "a-raekker.csv", "-o", "c.csv"] + more, in: folder)
    #expect(old.words.contains("[posted-twice] BC09 er allerede i »b.csv«"), "\(old.words)")
    let two = try run(load + ["--since", "b-hele.csv", "-o", "c.csv"] + more, in: folder)
    #expect(!two.words.contains("[posted-twice]") && folder.names.contains("c.csv"), "\(two.words)")
  }
}

@Suite struct `Accounts of corrections` {
  @Test func `from the list's standard account are counted and noted by proposal`() throws {
    let folder = try TemporaryFolder()
    // Without stated tables nothing says an account, but the lines that have one.
    var document = try #require(
      try JSONSerialization.jsonObject(with: Data(try proposal("BC08").utf8)) as? [String: Any])
    var inner = try #require(document["proposal"] as? [String: Any])
    inner["allocations"] = [Any]()
    var lines = try #require(inner["lines"] as? [[String: Any]])
    for index in lines.indices { (lines[index]["account"], lines[index]["committee"]) = (nil, "SUD") }
    (inner["lines"], document["proposal"]) = (lines, inner)
    try folder.write(Array(try JSONSerialization.data(withJSONObject: document)), to: "runde/BC08.json")
    let chart = BuiltTool.package.appending(path: "samples/kontoplan-2023.csv").path
    let result = try run(["-o", "k.csv", "--allow-incomplete", "--chart", chart], in: folder)
    let own = try rows(folder, "k.csv").filter { $0["Side"] == "Forslag" }
    let sources = Dictionary(grouping: own) { $0["Kontokilde"] ?? "" }.mapValues(\.count)
    #expect(sources == ["linje": 6, "standardkonto": 5])
    #expect(
      result.words.contains(
        "bemærkning: [accounts-defaulted] 5 af 11 korrektioner har kontolistens standardkonto: BC08 (5)."),
      "\(result.words)")
    #expect(result.words.contains("Kontokilde: linje 6, standardkonto 5"))
  }

  @Test func `that the chart does not have are not used, and nothing is written`() throws {
    let folder = try round()
    try folder.write(Array("Del;Kode\r\nFunktion;9.99.99\r\n".utf8), to: "plan.csv")
    let result = try run(["-o", "k.csv", "--chart", "plan.csv"], in: folder)
    #expect(result.status == 1)
    #expect(
      result.words.contains(
        "fejl: [account-not-in-chart] »5.38.52« er ikke en funktion i kontoplanen plan.csv."))
    #expect(!folder.names.contains("k.csv"))
  }
}

@Suite struct `Files of corrections` {
  @Test func `in a folder say their layout and how they are loaded`() throws {
    let folder = try round()
    #expect(try run(["--profile", "kvantum-upload", "-o", "ud/", "--no-receipt"], in: folder).status == 0)
    #expect(!(try folder.bytes("ud/korrektioner-kvantum-upload-add.csv")).isEmpty)
    #expect(try run(["--profile", "kvantum-plan", "-o", "ud", "--no-receipt"], in: folder).status == 0)
    #expect(!(try folder.bytes("ud/korrektioner-kvantum-plan-delete-and-insert.csv")).isEmpty)
  }

  @Test(arguments: [
    ("validTo", "2020-12-31", 64), ("validFrom", "2020-01-01", 0), ("validFrom", "2999-01-01", 64),
  ])
  func `are only made in a layout that is valid today`(key: String, day: String, status: Int32) throws {
    let folder = try round()
    let profile = try String(
      contentsOf: BuiltTool.package.appending(path: "templates/kvantum-upload.json"), encoding: .utf8)
    try folder.write(
      Array(
        profile.replacing("\"version\": \"2\",", with: "\"version\": \"2\", \"\(key)\": \"\(day)\",").utf8),
      to: "egen.json")
    let result = try run(["--profile", "./egen.json", "-o", "k.csv", "--no-receipt"], in: folder)
    #expect(result.status == status, "\(result.words)")
    #expect(folder.names.contains("k.csv") == (status == 0))
    if status != 0 { #expect(result.words.contains(day), "\(result.words)") }
  }

  @Test func `for people have text, year and amount side by side, so that they are printed on one page`()
    throws
  {
    let folder = try round()
    for name in ["Vedtaget", "Ikke vedtaget"] {
      let sheet = try #require(
        try XLSXReader.read(bytes: try folder.bytes("gammel.xlsx")).sheet(named: name))
      let heads = sheet.rows.first { $0.number == 2 }?.cells.map(\.value)
      #expect(
        heads?.prefix(6).map { $0 }
          == ["Forslag", "Tabel", "Side", "Tekst", "År", "Beløb, kr."].map { .text($0) })
    }
  }
}
