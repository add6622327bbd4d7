import Foundation
import Spreadsheet
import TestSupport
import Testing

private func sample(_ name: String) -> String { BuiltTool.package.appending(path: "samples/\(name)").path() }

private func list(_ rows: String) throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  try folder.write(
    Data("Forslagsnummer;Kode;Sted;Begrundelse;Hvem;Dato\n\(rows)\n".utf8), to: "accept.csv")
  return folder
}

@Suite struct `Checking against an earlier version` {
  @Test func `the same file has nothing solved and nothing new, in all formats`() throws {
    let file = sample("printed/BC61.xlsx")
    let text = try BuiltTool.run(["check", file, "--since", file])
    #expect(text.status == 1)
    #expect(text.text.hasPrefix("Løst: ingen\n\nTilbage: 14 fejl\n"))
    #expect(text.text.contains("Siden \(file): løst ingen; tilbage 14 fejl; nye ingen.\n"))
    let json = try BuiltTool.run(["check", file, "--since", file, "--format", "json"])
    let report = try #require(try JSONSerialization.jsonObject(with: json.output) as? [String: Any])
    let since = try #require(report["since"] as? [String: Any])
    #expect((since["left"] as? [Any])?.count == 14)
    #expect((since["new"] as? [Any])?.isEmpty == true && (since["solved"] as? [Any])?.isEmpty == true)
  }

  @Test func `a workbook is compared with the JSON it was imported to`() throws {
    let result = try BuiltTool.run(["check", sample("BC08.json"), "--since", sample("BC08.xlsx")])
    #expect(result.text.contains("Tilbage: "))
    #expect(result.text.contains("[account-missing]"))
    #expect(!result.text.contains("løst (advarsel): [account-missing]"))
  }

  @Test func `folders are compared proposal by proposal`() throws {
    let result = try BuiltTool.run(["check", sample("printed"), "--since", sample("printed")])
    #expect(result.text.contains("Løst: ingen\n") && result.text.contains("\nNye: ingen\n"))
  }

  @Test func `an earlier version that is not there is told, and the check is made`() throws {
    let result = try BuiltTool.run(["check", sample("printed/BC61.xlsx"), "--since", "findes-ikke.xlsx"])
    #expect(result.status == 66)
    #expect(result.words.contains("findes-ikke.xlsx") && result.text.contains("[total-differs]"))
    #expect(!result.text.contains("Siden "))
  }

  @Test func `the report never takes the earlier version's place`() throws {
    let folder = try TemporaryFolder()
    let bytes = try Data(contentsOf: URL(filePath: sample("printed/BC61.xlsx")))
    try folder.write(bytes, to: "gammel.xlsx")
    let old = folder.path("gammel.xlsx")
    let result = try BuiltTool.run(["check", sample("printed/BC61.xlsx"), "--since", old, "-o", old])
    #expect(result.status == 73)
    #expect(try Data(folder.bytes("gammel.xlsx")) == bytes)
  }

  @Test func `the annotated copy tells what is new and what is left`() throws {
    let folder = try TemporaryFolder()
    let file = sample("printed/BC61.xlsx")
    _ = try BuiltTool.run(["check", file, "--since", file, "--annotate", folder.path("ud")])
    let sheet = try #require(try XLSXReader.read(bytes: folder.bytes("ud/BC61.xlsx")).sheets.first)
    let texts = sheet.cells.compactMap { if case .text(let text) = $0.value { text } else { nil } }
    #expect(texts.contains("Siden sidst") && texts.count { $0 == "tilbage" } == 14)
  }
}

@Suite struct `Accepting warnings by a file` {
  @Test func `accepted warnings do not count with --strict`() throws {
    let file = sample("printed/BC08.xlsx")
    let json = try BuiltTool.run(["check", file, "--format", "json"])
    let report = try #require(try JSONSerialization.jsonObject(with: json.output) as? [String: Any])
    let warnings = try #require(report["findings"] as? [[String: Any]])
      .filter { $0["severity"] as? String == "warning" }
    let rows = warnings.map {
      "BC08;\($0["code"] ?? "");\($0["sheet"] ?? "")!\($0["cell"] ?? "");Set;Jens;"
    }
    let folder = try list(rows.joined(separator: "\n"))
    #expect(try BuiltTool.run(["check", file, "--strict"]).status == 1)
    let result = try BuiltTool.run(["check", file, "--strict", "--accepted", folder.path("accept.csv")])
    #expect(result.status == 0)
    #expect(result.text.contains(": advarsel (accepteret: Set; Jens): ["))
  }

  @Test func `an acceptance of another proposal is told and accepts nothing`() throws {
    let folder = try list("BC80;account-missing;Tabel 2;Set;Jens;")
    let file = sample("printed/BC08.xlsx")
    let result = try BuiltTool.run(["check", file, "--accepted", folder.path("accept.csv")])
    #expect(result.text.contains("[acceptance-unused]") && !result.text.contains("(accepteret: "))
  }

  @Test func `with several proposals a row must name its own`() throws {
    let folder = try list(";account-missing;Tabel 2;Set;Jens;")
    let result = try BuiltTool.run([
      "check", sample("printed/BC08.xlsx"), sample("printed/BC61.xlsx"), "--accepted",
      folder.path("accept.csv"),
    ])
    #expect(
      result.text.contains("[acceptance-refused] Accepten af [account-missing] ved »Tabel 2« gælder ikke"))
  }

  @Test func `a file without the columns is refused`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Data("a;b\n1;2\n".utf8), to: "accept.csv")
    let result = try BuiltTool.run([
      "check", sample("printed/BC08.xlsx"), "--accepted", folder.path("accept.csv"),
    ])
    #expect(result.status == 65 && result.words.contains("Begrundelse"))
  }
}
