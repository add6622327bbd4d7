import Spreadsheet
import Foundation
import TestSupport
import Testing

private let accounts = BuiltTool.package.appending(path: "samples/kontoliste-ofs-2021-2022.csv").path

/// A folder with BC08, and a budget of 900 million under each key of its corrections but what `change` makes
/// of the rows.
private func folder(
  heading: String = "Bevilling;Profitcenter;Funktion;Art;PSP-element;Regnskabsår;Beløb",
  _ change: ([String]) -> [String] = { $0 }
) throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  try folder.write(
    try Data(contentsOf: BuiltTool.package.appending(path: "samples/BC08.json")), to: "BC08.json")
  let made = try corrections(["-o", "liste/r.csv", "--no-receipt"], in: folder)
  #expect(made.status == 0, "\(made.words)")
  let rows = try CSVReader.read(folder.bytes("liste/r.csv")).rows
  let heads = try #require(rows.first)
  let places = try ["Bevilling", "Profitcenter", "Funktion", "Art", "PSP", "År"].map { head in
    try #require(heads.firstIndex(of: head))
  }
  let keys = rows.dropFirst().map { row in places.map { row[$0] }.joined(separator: ";") + ";900000000,00" }
  try folder.write(
    Array(([heading] + change(keys)).joined(separator: "\r\n").utf8), to: "udtraek/budget.csv")
  return folder
}

private func corrections(_ more: [String], in folder: TemporaryFolder) throws -> BuiltTool.Result {
  try FileManager.default.createDirectory(atPath: folder.path("liste"), withIntermediateDirectories: true)
  try FileManager.default.createDirectory(atPath: folder.path("udtraek"), withIntermediateDirectories: true)
  return try BuiltTool.run(["corrections", "BC08.json", "--accounts", accounts] + more, in: folder.url)
}

private let load = ["--profile", "kvantum-upload", "--budget", "udtraek/budget.csv"]

private func kroner(_ sheet: Sheet, _ address: String) throws -> String {
  let cell = try #require(sheet.cells.first { $0.address.description == address })
  guard case .number(let stored) = cell.value else { return "" }
  return stored
}

/// The JSON of a forecast: amounts in øre by bevilling and year.
private func amounts(_ bytes: [UInt8], _ name: String) throws -> [String: Int] {
  let document = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  let rows = try #require(document["rows"] as? [[String: Any]])
  return Dictionary(
    rows.map { row in
      let codes = ["appropriation", "profitCentre", "projectElement"].compactMap { row[$0] as? String }
      return ("\(codes.joined(separator: " ")) \(row["year"] as? Int ?? 0)", row[name] as? Int ?? 0)
    }
  ) { first, _ in first }
}

@Suite struct `The forecast of a load` {
  @Test func `says before, change and after of each key, beside the file and in its receipt`() throws {
    let folder = try folder()
    let result = try corrections(load + ["-o", "k.csv"], in: folder)
    #expect(result.status == 0, "\(result.words)")
    #expect(Set(folder.names).isSuperset(of: ["k.csv", "k-prognose.xlsx", "k-prognose.json"]))
    let json = try folder.bytes("k-prognose.json")
    #expect(try amounts(json, "before")["3641 588  2023"] == 90_000_000_000)
    #expect(try amounts(json, "change")["3641 588  2023"] == -370_400_000)
    #expect(try amounts(json, "after")["3641 588  2023"] == 89_629_600_000)
    #expect(try amounts(json, "after").count == 23)
    let receipt = String(decoding: try folder.bytes("fordel-kvitteringer.jsonl"), as: UTF8.self)
    #expect(receipt.contains("\"mode\":\"add\"") && receipt.contains("\"profile\":\"kvantum-upload\""))
    #expect(receipt.contains("k-prognose.xlsx"))
  }

  @Test func `is a workbook of keys and totals with live sums, on A4 lying`() throws {
    let folder = try folder()
    #expect(try corrections(load + ["-o", "k.csv"], in: folder).status == 0)
    let book = try XLSXReader.read(bytes: try folder.bytes("k-prognose.xlsx"))
    #expect(book.sheets.map(\.name) == ["Overblik", "Nøgler", "Totaler"])
    let keys = try #require(book.sheet(named: "Nøgler"))
    let totals = try #require(book.sheet(named: "Totaler"))
    // 23 keys of 900 million, corrections that add up to nothing.
    #expect(try kroner(keys, "J26") == "20700000000")
    #expect(try kroner(keys, "K26") == "0")
    #expect(try kroner(totals, "D10") == "20700000000")
    let formulas = totals.cells.compactMap(\.formula)
    #expect(formulas.contains { $0.hasPrefix("SUMIFS(") } && formulas.contains { $0.hasPrefix("SUM(") })
    let parts = ZipContents(try folder.bytes("k-prognose.xlsx"))
    for number in 1...3 {
      let sheet = parts.text("xl/worksheets/sheet\(number).xml")
      #expect(sheet.contains("paperSize=\"9\"") && sheet.contains("orientation=\"landscape\""))
    }
  }

  @Test(arguments: ["replace", "delete-and-insert"])
  func `refuses a profile that would overwrite budgets, and writes nothing`(mode: String) throws {
    let folder = try folder()
    let profile = try String(
      contentsOf: BuiltTool.package.appending(path: "templates/kvantum-upload.json"), encoding: .utf8)
    try folder.write(
      Array(profile.replacing("\"mode\": \"add\"", with: "\"mode\": \"\(mode)\"").utf8), to: "egen.json")
    let before = folder.names
    let result = try corrections(
      ["--profile", "./egen.json", "--budget", "udtraek/budget.csv", "-o", "k.csv", "--allow-incomplete"],
      in: folder)
    #expect(result.status == 1)
    #expect(
      result.words.contains("[budget-overwritten]")
        && result.words.contains("23 nøgler, i alt 20.700.000.000 kr."))
    #expect(result.words.contains("900.000.000 kr. bliver til -"), "\(result.words)")
    #expect(folder.names == before)
  }

  @Test func `refuses a key that the extract does not have, with all its years, and names those it has`()
    throws
  {
    let folder = try folder { $0.filter { !$0.hasPrefix("3641;588;5.38.52;1.0;;2024") } }
    let before = folder.names
    let result = try corrections(load + ["-o", "k.csv"], in: folder)
    #expect(result.status == 1)
    #expect(
      result.words.contains(
        "[budget-key-unknown] Konto 3641, 588, 5.38.52, 1.0 har intet budget i udtrækket for 2024 (-4.940.000 kr.); "
          + "kontoen står der kun for 2023, 2025, 2026 og 2027."), "\(result.words)")
    #expect(result.words.components(separatedBy: "[budget-key-unknown]").count == 2)
    #expect(folder.names == before)
  }

  @Test func `takes the budget of another project for another key`() throws {
    let folder = try folder { $0.map { $0.replacing(";XA-950-001;", with: ";XA-950-002;") } }
    let result = try corrections(load + ["-o", "k.csv"], in: folder)
    #expect(result.status == 1)
    #expect(result.words.contains("Konto 3641, 588, 5.38.52, 5.9, XA-950-001 har intet budget"))
  }

  @Test func `adds up the rows of a key and passes over those of others, and a blank amount is nothing`()
    throws
  {
    let folder = try folder { rows in
      rows.map { $0.hasPrefix("3641;588;5.38.52;1.0;;2023") ? $0.replacing("900000000,00", with: "") : $0 }
        + [
          "3641;588;5.38.52;1.0;;2023;5000000", "3641;588;5.38.52;1.0;;2023;1-", "1;2;3;4;;2023;77",
          "* ;;;;;;99",
        ]
    }
    let result = try corrections(load + ["-o", "k.csv"], in: folder)
    #expect(result.status == 0, "\(result.words)")
    let before = try amounts(try folder.bytes("k-prognose.json"), "before")
    #expect(before["3641 588  2023"] == 499_999_900)
    #expect(before.count == 23)
  }

  @Test func `refuses amounts of the extract that cannot be read`() throws {
    let folder = try folder {
      $0.map {
        $0.hasPrefix("3641;588;5.38.52;1.0;;2023") ? $0.replacing("900000000,00", with: "1.6780") : $0
      }
    }
    let result = try corrections(load + ["-o", "k.csv"], in: folder)
    #expect(result.status == 1)
    #expect(result.words.contains("[number-ambiguous]"), "\(result.words)")
    #expect(!folder.names.contains("k.csv"))
  }

  @Test func `warns where a budget falls below zero, and where the extract is too coarse`() throws {
    let folder = try folder(heading: "Bevilling;Profitcenter;Funktion;Art;Andet;Regnskabsår;Beløb") { rows in
      rows.map {
        $0.hasPrefix("3641;588;5.38.52;1.0;;2023") ? $0.replacing("900000000,00", with: "3703999") : $0
      }
    }
    let result = try corrections(load + ["-o", "k.csv"], in: folder)
    #expect(result.status == 0, "\(result.words)")
    #expect(
      result.words.contains(
        "advarsel: [budget-below-zero] Budgettet på konto 3641, 588, 5.38.52, 1.0 kommer under nul: "
          + "2023 fra 3.703.999 kr. til -1 kr."), "\(result.words)")
    #expect(result.words.contains("advarsel: [budget-coarse] Udtrækket har ikke PSP"))
    let front = try #require(
      try XLSXReader.read(bytes: try folder.bytes("k-prognose.xlsx")).sheet(named: "Overblik"))
    let texts = front.cells.compactMap { if case .text(let text) = $0.value { text } else { nil } }
    #expect(
      texts.contains { $0.contains("kommer under nul") && $0.contains("3.703.999 → -1 kr.") }, "\(texts)")
  }

  @Test func `refuses what an earlier receipt posted, unless that file was never loaded`() throws {
    let folder = try folder()
    // A list for people is not loaded.
    #expect(try corrections(["-o", "liste.xlsx"], in: folder).status == 0)
    #expect(try corrections(load + ["-o", "k.csv"], in: folder).status == 0)
    for name in ["k2.csv", "k.csv"] {
      let before = try folder.bytes("k.csv")
      let again = try corrections(load + ["-o", name], in: folder)
      #expect(again.status == 1)
      #expect(
        again.words.contains("fordel-kvitteringer.jsonl: fejl: [posted-twice] BC08 er allerede i »k.csv«"),
        "\(again.words)")
      #expect(again.words.components(separatedBy: "[posted-twice]").count == 2)
      #expect(try folder.bytes("k.csv") == before)
      #expect(!folder.names.contains("k2.csv"))
    }
    #expect(try corrections(load + ["-o", "k2.csv", "--unloaded", "k.csv"], in: folder).status == 0)
  }
}

@Suite struct `Reconciling with a forecast` {
  private func run(_ more: [String], in folder: TemporaryFolder) throws -> BuiltTool.Result {
    try BuiltTool.run(["reconcile", "--extract", "ny.csv"] + more, in: folder.url)
  }

  /// The budget after the load, with another budget of 3641, 588 in 2023.
  private func extract(_ folder: TemporaryFolder, _ other: Int? = nil) throws {
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(try folder.bytes("k-prognose.json"))) as? [String: Any])
    let rows = try #require(document["rows"] as? [[String: Any]])
    let lines = rows.compactMap { row -> String? in
      let names = ["appropriation", "profitCentre", "function", "kind", "projectElement"]
      let codes = names.compactMap { row[$0] as? String }
      guard let year = row["year"] as? Int, let after = row["after"] as? Int else { return nil }
      let isOther = codes[0] == "3641" && codes[4].isEmpty && year == 2023
      return codes.joined(separator: ";") + ";\(year);\(isOther ? other ?? after / 100 : after / 100)"
    }
    try folder.write(
      Array(
        (["FUND;FUNDS_CTR;FUNC_AREA;CMMT_ITEM;FUNDED_PRG;FISC_YEAR;AMOUNT"] + lines).joined(separator: "\r\n")
          .utf8),
      to: "ny.csv")
  }

  @Test(arguments: ["k-prognose.json", "k-prognose.xlsx"])
  func `agrees where every budget is as forecast, and names each that is not`(file: String) throws {
    let folder = try folder()
    #expect(try corrections(load + ["-o", "k.csv"], in: folder).status == 0)
    try extract(folder)
    let good = try run(["--forecast", file], in: folder)
    #expect(good.status == 0, "\(good.words)")
    #expect(
      good.text.hasPrefix("prognose: 23 af 23 nøgler er som forudset (53.412.000 kr. op"), "\(good.text)")
    for (amount, words) in [
      (900_000_000, "ændringen er ikke indlæst"), (892_592_000, "ændringen er indlæst to gange"),
      (-3_704_000, "ændringen har erstattet budgettet"), (903_704_000, "omvendt fortegn"),
      (1, "også ændret af andet"),
    ] {
      try extract(folder, amount)
      let bad = try run(["--forecast", file], in: folder)
      #expect(bad.status == 1)
      #expect(bad.text.components(separatedBy: "[afviger]").count == 2)
      #expect(
        bad.text.contains("[afviger] 3641, 588, 5.38.52, 1.0, 2023: forventet 896.296.000 kr."), "\(bad.text)"
      )
      #expect(bad.text.contains(words), "\(bad.text)")
    }
    #expect(try run(["--forecast", file, "-o", "rest.xlsx"], in: folder).status == 1)
    let rest = try XLSXReader.read(bytes: try folder.bytes("rest.xlsx"))
    #expect(try kroner(try #require(rest.sheet(named: "Afvigelser")), "J3") == "-896295999")
  }

  @Test func `says what it cannot compare`() throws {
    let folder = try folder()
    #expect(try corrections(load + ["-o", "k.csv"], in: folder).status == 0)
    try extract(folder)
    #expect(try run(["--forecast", "k.csv"], in: folder).status == 65)
    #expect(try run([], in: folder).status == 64)
    let text = String(decoding: try folder.bytes("ny.csv"), as: UTF8.self)
    try folder.write(Array(text.replacing("FUNDED_PRG", with: "ANDET").utf8), to: "ny.csv")
    let coarse = try run(["--forecast", "k-prognose.json"], in: folder)
    #expect(coarse.status == 65)
    #expect(coarse.words.contains("Udtrækket har ikke PSP"), "\(coarse.words)")
  }
}
