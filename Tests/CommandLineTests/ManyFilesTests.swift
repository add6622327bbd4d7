import Foundation
import Spreadsheet
import TestSupport
import Testing

private let printed = BuiltTool.package.appending(path: "samples/printed").path()
private let accounts = BuiltTool.package.appending(path: "samples/kontoliste-ofs-2021-2022.csv").path()

@Suite struct `Words about many files` {
  @Test func `check over a folder says one line for each proposal, none wider than a terminal`() throws {
    let result = try BuiltTool.run(["check", printed])
    let lines = result.text.split(separator: "\n").map { String($0) }
    #expect(result.status == 1)
    #expect(lines.first?.hasPrefix("Nr.  ") == true, "\(lines.first ?? "")")
    #expect(lines.dropFirst().prefix(13).allSatisfy { $0.count <= 100 })
    #expect(lines.filter { $0.hasPrefix("BC61 ") }.count == 1)
    #expect(!result.text.contains("BC61.xlsx:"))
    #expect(result.text.contains("27 fejl, 33 advarsler, 11 bemærkninger i 13 forslag.\n"))
  }

  @Test func `what keeps a file from being used is told in full, however many there are`() throws {
    let result = try BuiltTool.run(["check", printed])
    #expect(result.text.contains("BC52.xlsx:Tabel 2!F4: fejl: [number-ambiguous] »1.6780«"))
  }

  @Test func `--details and a report file have every finding`() throws {
    let folder = try TemporaryFolder()
    let all = try BuiltTool.run(["check", printed, "--details"])
    let file = try BuiltTool.run(["check", printed, "-o", folder.path("r.txt")])
    #expect(all.text.contains("BC61.xlsx:Tabel 1!G9: fejl: [total-differs]"))
    #expect(file.text.isEmpty)
    #expect(file.words.split(separator: "\n").count { $0.hasPrefix("Skrevet: ") } == 1)
    let report = String(decoding: try folder.bytes("r.txt"), as: UTF8.self)
    #expect(report.contains("BC61.xlsx:Tabel 1!G9: fejl: [total-differs]"))
  }

  @Test func `three files are told finding by finding`() throws {
    let result = try BuiltTool.run(
      ["check"] + ["BC04", "BC61", "BC26"].map { "\(printed)/\($0).xlsx" })
    #expect(result.text.contains("BC61.xlsx:Tabel 1!G9: fejl: [total-differs]"))
  }

  @Test func `an overview that is written says what was found in one line`() throws {
    let folder = try TemporaryFolder()
    let arguments = ["overview", printed, "--allow-incomplete", "-o", folder.path("b.xlsx")]
    let short = try BuiltTool.run(arguments)
    #expect(!short.words.contains("[account-missing]"))
    #expect(
      short.words.contains(
        "(13 forslag). 27 fejl, 33 advarsler, 11 bemærkninger i 13 forslag; --details viser dem.\n"))
    #expect(try BuiltTool.run(arguments + ["--details"]).words.contains("[account-missing]"))
  }

  @Test func `corrections count the rows that cannot be posted, and name them with --details`() throws {
    let folder = try TemporaryFolder()
    let arguments = [
      "corrections", printed, "--allow-incomplete", "--accounts", accounts, "-o", folder.path("k.xlsx"),
    ]
    let short = try BuiltTool.run(arguments)
    #expect(
      short.words.contains("Mangler: 48 rækker i 5 forslag kan ikke konteres; --details viser hvorfor\n"))
    #expect(!short.words.contains("Mangler: BC"))
    #expect(try BuiltTool.run(arguments + ["--details"]).words.contains("Mangler: BC"))
  }

  @Test func `overview and corrections say inside the workbook what was left out and which version was used`()
    throws
  {
    let folder = try TemporaryFolder()
    let source = try Data(contentsOf: URL(filePath: printed + "/BC26.xlsx"))
    for name in ["ind/BC26.xlsx", "ind/kopi.xlsx"] { try folder.write(source, to: name) }
    try folder.write(try Data(contentsOf: URL(filePath: printed + "/BC52.xlsx")), to: "ind/BC52.xlsx")
    _ = try BuiltTool.run(["overview", folder.path("ind"), "-o", folder.path("b.xlsx")])
    _ = try BuiltTool.run([
      "corrections", folder.path("ind"), "--allow-incomplete", "--accounts", accounts, "-o",
      folder.path("k.xlsx"),
    ])
    let overview = try BuiltTool.run(["grid", folder.path("b.xlsx"), "--format", "csv"]).text
    #expect(overview.contains("BC52.xlsx: »1.6780« kan læses på flere måder"))
    let same = "kopi.xlsx: Forslag »BC26« findes også i"
    #expect(overview.contains("Valgt version: ") && overview.contains(same))
    let book = try BuiltTool.run(["grid", folder.path("k.xlsx"), "--sheet", "Overblik", "--format", "csv"])
    #expect(book.text.contains("Valgte versioner:") && book.text.contains(same), "\(book.text)")
  }
}
