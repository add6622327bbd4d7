import Foundation
import TestSupport
import Testing

@Suite struct `fordel status` {
  private func status(_ arguments: [String], in folder: TemporaryFolder? = nil) throws -> BuiltTool.Result {
    try BuiltTool.run(["status"] + arguments + ["--no-receipt"], in: folder?.url)
  }

  @Test func `shows a row per proposal in lines of at most 100 columns`() throws {
    let result = try status([BuiltTool.package.appending(path: "samples/printed").path])
    let lines = result.text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 100 })
    for number in ["BC04", "BC08", "DIGITAL-KONTAKT-2018", "SI01-2025"] {
      #expect(lines.count { $0.hasPrefix(number + " ") } == 1)
    }
    #expect(lines.last?.hasPrefix("13 forslag: ") == true)
  }

  /// BC08 in two versions, a picture, an old document and a letter, with a list of decisions.
  private func round(decisions: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let json = try String(
      contentsOf: BuiltTool.package.appending(path: "samples/BC08.json"), encoding: .utf8)
    for (name, version) in [("BC08 v1.json", "1"), ("BC08 v2.json", "2")] {
      let text = json.replacing(
        "\"years\": [2022", with: "\"version\": \"\(version)\",\n    \"years\": [2022")
      try folder.write(Array(text.utf8), to: "runde/\(name)")
    }
    try folder.write([1], to: "runde/billede.png")
    try folder.write([1], to: "runde/BC09.doc")
    try folder.write(Array("Kære alle\r\n".utf8), to: "runde/brev.csv")
    try folder.write(Array(decisions.utf8), to: "beslutninger.csv")
    return folder
  }

  @Test func `accounts for every file`() throws {
    let folder = try round(decisions: "Forslagsnummer;Beslutning\r\nBC08;vedtaget\r\n")
    let result = try status(["runde", "--decisions", "beslutninger.csv"], in: folder)
    #expect(result.status == 65)
    for words in ["BC08 v1.json er ikke brugt", "BC09.doc", "uden forslag: runde/brev.csv", "billede.png"] {
      #expect(result.text.contains(words), "\(words) in \(result.text)")
    }
    #expect(result.text.contains("vedtaget"))
  }

  @Test func `names decisions that cannot be read, contradict each other, or are on unknown numbers`() throws
  {
    let folder = try round(
      decisions: "Forslagsnummer;Beslutning\r\nBC08;måske\r\nBC80;vedtaget\r\nBC81;udsat\r\nBC81;udgået\r\n")
    let result = try status(["runde", "--decisions", "beslutninger.csv", "--format", "json"], in: folder)
    #expect(result.text.components(separatedBy: "\"decision-unreadable\"").count == 3)
    #expect(result.text.components(separatedBy: "\"decision-unknown\"").count == 3)
  }

  @Test func `a proposal that is postponed is not ready`() throws {
    let folder = try round(decisions: "Forslagsnummer;Beslutning\r\nBC08;udsat\r\n")
    let result = try status(["runde", "--decisions", "beslutninger.csv"], in: folder)
    #expect(result.text.contains("nej: udsat"))
  }
}
