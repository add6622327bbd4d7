import AllocationTables
import Spreadsheet
import Foundation
import TestSupport
import Testing

/// The published proposals go from a folder to the overview and the corrections; every figure is compared
/// with print.
///
///     fordel check samples/printed
///     fordel overview samples/printed -o oversigt.xlsx
///     fordel corrections samples/printed --accounts samples/kontoliste-ofs-2021-2022.csv --allow-incomplete
///     -o korrektioner.xlsx
@Suite struct WholeRoundTests {
  private static let samples = BuiltTool.package.appending(path: "samples").path(percentEncoded: false)
  private static let printed = samples + "/printed"
  private static let accounts = samples + "/kontoliste-ofs-2021-2022.csv"

  private static func fixture(_ name: String) throws -> Document {
    let file = BuiltTool.package.appending(path: "Tests/Fixtures/corpus/\(name).json")
    return try JSONDecoder().decode(Document.self, from: Data(contentsOf: file))
  }

  /// A transcribed document: figures as printed, in the unit of each table.
  private struct Document: Decodable {
    struct Table: Decodable {
      var type: String
      var years: [Int]
      var rows: [Row]
    }
    struct Row: Decodable {
      var kind: String
      var section: String?
      var controlArea: String?
      var committee: String?
      var number: String?
      var marker: String?
      var title: String?
      var printed: [String]
      var values: [Double?]?
    }
    var tables: [Table]
  }

  // MARK: Overview

  private struct Overview: Decodable {
    struct Money: Decodable {
      var service, capital, saving: String
      var transfers: String?
    }
    struct Row: Decodable {
      var committee, marker, number, title: String?
      var money: Money
      var paybackYears: Int?
    }
    var rows: [Row]
  }

  @Test func `the overview reproduces the printed row of every proposal of the round, word and figure`()
    throws
  {
    let folder = try TemporaryFolder()
    _ = try BuiltTool.run([
      "overview", Self.printed, "--allow-incomplete", "--quiet", "-o", folder.path("o.json"),
    ])
    let made = try JSONDecoder().decode(Overview.self, from: Data(try folder.bytes("o.json"))).rows
    let rows = try #require(try Self.fixture("OVERVIEW-2022").tables.first?.rows)
    var compared: [String] = []
    for row in made {
      guard let print = rows.first(where: { $0.number == row.number }) else { continue }
      compared.append(row.number ?? "")
      let figures = [
        row.money.service, row.money.capital, row.money.saving, row.money.transfers ?? "",
        row.paybackYears.map(String.init) ?? "",
      ]
      // Print has transfers in parentheses.
      #expect(figures == print.printed.map { $0.filter { !"()".contains($0) } }, "\(row.number ?? "")")
      #expect([row.committee, row.marker, row.title] == [print.committee, print.marker, print.title])
    }
    #expect(compared == ["BC04", "BC08", "BC16", "BC26", "BC30", "BC45", "BC52", "BC59", "BC61"])
  }

  // MARK: Corrections

  private struct Key: Hashable {
    var proposal, table, area: String
    var year: Int
  }

  /// Where print has no control area on a line of Tabel 1, that of the section's total or detail table.
  private static let areaFromTotal = [
    "BC04": ["Varige": "Service", "Implementering": "Anlæg"], "BC30": ["Varige": "Service"],
  ]

  /// Where the tables A–E say something else than the lines, and the corrections follow the tables: the
  /// difference in 1.000 kr., and why print is wrong.
  private static let tablesWin: [(id: String, table: String, year: Int, difference: Int, why: String)] = [
    ("BC08", "B", 2023, -1, "SUD -3.781 and BIU -556 are -4.337; the two lines are -4.336"),
    ("BC08", "D", 2023, 1, "21.685 + 609 + 305 are 22.599; the lines are 22.598"),
  ]

  /// The factors of the round, which alone has any; the others' amounts are not converted and cannot be
  /// posted.
  private static func converted(_ thousands: Int, _ id: String, _ area: String) -> Int {
    guard id.hasPrefix("BC"), let factor = ["Service": 9_797, "Anlæg": 9_857][area] else { return thousands }
    let product = abs(thousands) * factor
    return (thousands < 0 ? -1 : 1) * ((product + 5_000) / 10_000)
  }

  @Test
  func
    `the corrections are the printed lines at the implemented level, rounded once, and every difference from print has its reason`()
    throws
  {
    let folder = try TemporaryFolder()
    let run = try BuiltTool.run(
      [
        "corrections", Self.printed, "--accounts", Self.accounts, "--allow-incomplete", "--quiet", "-o",
        folder.path("k.csv"),
      ])
    #expect(run.status == 1)
    let rows = try Self.corrections(folder.bytes("k.csv"))
    var zero: [[String]: Int] = [:]
    var posted: [Key: Int] = [:]
    for row in rows {
      let amount = try #require(Int(row["Beløb, kr."] ?? ""))
      zero[["Forslag", "Liste", "Status", "Styringsområde", "År"].map { row[$0] ?? "" }, default: 0] += amount
      guard row["Side"] == "Forslag", row["Tabel"] != "Lån" else { continue }
      let key = Key(
        proposal: row["Forslag"] ?? "", table: row["Tabel"] ?? "", area: row["Styringsområde"] ?? "",
        year: Int(row["År"] ?? "") ?? 0)
      posted[key, default: 0] += amount
    }
    #expect(zero.values.allSatisfy { $0 == 0 })
    var expected = try Self.expected()
    for exception in Self.tablesWin {
      let area = exception.table == "D" ? "Anlæg" : "Service"
      let key = Key(proposal: exception.id, table: exception.table, area: area, year: exception.year)
      let difference = try #require(posted[key]) - (expected[key] ?? 0)
      #expect(difference == exception.difference * 1_000, "\(exception)")
      expected[key] = posted[key]
    }
    // Permanent changes go on to the round's last year with the last printed amount.
    let printed = expected
    for key in posted.keys where key.table == "B" && printed[key] == nil {
      let years = printed.keys.filter {
        ($0.proposal, $0.table, $0.area) == (key.proposal, key.table, key.area)
      }.map(\.year)
      let last = try #require(years.max())
      #expect(key.year > last)
      expected[key] = printed[Key(proposal: key.proposal, table: key.table, area: key.area, year: last)]
    }
    #expect(expected.count > 100)
    for key in Set(expected.keys).union(posted.keys) { #expect(posted[key] == expected[key], "\(key)") }
  }

  /// The rows of a CSV in the readable layout, by heading.
  private static func corrections(_ bytes: [UInt8]) throws -> [[String: String]] {
    let lines = String(decoding: bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n").map { line in
      // No field of these rows holds a quotation mark; a separator in quotation marks is put aside.
      var isQuoted = false
      let plain = line.map { character -> Character in
        if character == "\"" { isQuoted.toggle() }
        return isQuoted && character == ";" ? "\u{1}" : character
      }
      return String(plain).split(separator: ";", omittingEmptySubsequences: false).map {
        $0.filter { $0 != "\"" }
      }
    }
    let header = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  /// What the printed lines of Tabel 1 give per table, area and year, in kroner.
  private static func expected() throws -> [Key: Int] {
    var sums: [Key: Int] = [:]
    let names = try FileManager.default.contentsOfDirectory(atPath: printed).filter { $0.hasSuffix(".xlsx") }
      .map { String($0.dropLast(5)) }
    #expect(names.count == 13)
    for id in names {
      for table in try fixture(id).tables where table.type == "economy" {
        for row in table.rows where row.kind == "line" {
          guard let section = row.section,
            let kind = ["Varige", "Implementering"].first(where: { section.hasPrefix($0) })
          else { continue }
          let area = row.controlArea ?? areaFromTotal[id]?[kind] ?? "?"
          let name = area == "Overførsel mv." ? "Efterspørgselsstyrede overførsler" : area
          for (year, value) in zip(table.years, row.values ?? []) {
            let key = Key(
              proposal: id, table: kind == "Varige" ? "B" : name == "Anlæg" ? "D" : "E", area: name,
              year: year)
            sums[key, default: 0] += Int(value ?? 0)
          }
        }
      }
    }
    return sums.reduce(into: [:]) { result, sum in
      let amount = converted(sum.value, sum.key.proposal, sum.key.area) * 1_000
      if amount != 0 { result[sum.key] = amount }
    }
  }

  @Test func `corrections in the readable layout and in the upload say the same`() throws {
    let folder = try TemporaryFolder()
    for (profile, name) in [("kvantum-laesbar", "k.csv"), ("kvantum-upload", "u.txt")] {
      _ = try BuiltTool.run([
        "corrections", Self.printed, "--accounts", Self.accounts, "--allow-incomplete", "--quiet",
        "--profile", profile, "-o",
        folder.path(name),
      ])
    }
    let readable = try Self.corrections(folder.bytes("k.csv")).filter {
      $0["Liste"] == "Vedtaget" && $0["Status"] == "Konterbar"
    }
    let upload = String(bytes: try folder.bytes("u.txt"), encoding: .windowsCP1252) ?? ""
    let rows = upload.split(separator: "\r\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    // The upload asks for the bevilling's code, where the readable layout takes its name; Ordinær drift,
    // Sundhed and Ældre have none.
    let coded = readable.filter { $0["Side"] == "Forslag" && Int($0["Bevilling"] ?? "") != nil }
    // The upload has one row per key; the corrections that each is the sum of stand beside it. A
    // counter-entry is the sum of what can be posted, and so differs.
    let behind = try Self.corrections(folder.bytes("u-raekker.txt"))
    let keys = ["År", "Bevilling", "Profitcenter", "Funktion", "Art", "PSP"]
    let sums = behind.reduce(into: [[String]: Int]()) { sums, row in
      sums[keys.map { row[$0] ?? "" }, default: 0] += Int(row["Beløb, kr."] ?? "") ?? 0
    }
    let loaded = rows.map { row in
      (Array(row[3...8]), (row[1] == "Return" ? -1 : 1) * (Int(row[9].dropLast(3)) ?? 0))
    }
    #expect(Dictionary(loaded) { first, _ in first } == sums.filter { $0.value != 0 })
    #expect(Set(loaded.map(\.0)).count == rows.count)
    let columns = ["Forslag", "År", "Bevilling", "Profitcenter", "Beløb, kr."]
    let first = Set(behind.filter { $0["Side"] == "Forslag" }.map { row in columns.map { row[$0] ?? "" } })
    let second = Set(coded.map { row in columns.map { row[$0] ?? "" } })
    #expect(!first.isEmpty && first == second)
  }

  @Test func `without --allow-incomplete no part of a list is written`() throws {
    let folder = try TemporaryFolder()
    let run = try BuiltTool.run([
      "corrections", Self.printed, "--accounts", Self.accounts, "-o", folder.path("k.xlsx"),
    ])
    #expect(run.status == 1)
    #expect(folder.names == [])
    #expect(run.words.contains("Mangler: BC16, tabel B: »Service« er ikke en konto (5 rækker)"))
    #expect(run.words.contains("Korrektionerne er ikke hele, så intet er skrevet."))
  }
}
