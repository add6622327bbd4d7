import Findings
import Kvantum
import Output
import Forms
import Foundation
import ProposalModel
import TestSupport
import Testing

private let sample = BuiltTool.package.appending(path: "samples/kontoplan-2023.csv").path

private let heading =
  "Udvalg;Styringsområde;Bevilling;Profitcenter;Funktion;Dranst;Ejerforhold;Gruppering;Art"

/// What reading a list of one account finds, `cell code` each.
private func findings(_ row: String, chart: Bool = true) throws -> [String] {
  let folder = try TemporaryFolder()
  try folder.write(Array("\(heading)\r\n\(row)\r\n".utf8), to: "konti.csv")
  let round = try #require(RoundLibrary.round(named: "OFS 2021-2022"))
  let reading = try AccountListReading(
    file: folder.path("konti.csv"), round: round, chart: chart ? try AccountChart(file: sample) : nil)
  #expect(reading.entries.isEmpty == reading.findings.contains { $0.severity == .error })
  return reading.findings.filter { $0.severity == .error }.map { "\($0.cell ?? "") \($0.code.rawValue)" }
}

@Suite struct `The year's chart of accounts` {
  @Test(
    arguments: [
      ("Socialudvalget;Service;3641;588;5.38.52;1;1;001;1.0", []),
      ("Socialudvalget;Service;3641;588;05.38.52;;;;1.0", []),
      ("Socialudvalget;Anlæg;3641;588;5.38.52.3.1.001;;;;5.9", []),
      ("Socialudvalget;Service;3641;588;5.38.53;;;;1.0", ["E2 account-not-in-chart"]),
      ("Socialudvalget;Service;3641;588;5.38;;;;1.0", ["E2 account-not-in-chart"]),
      ("Socialudvalget;Service;3641;588;5.38.52;;;;1.7", ["I2 account-not-in-chart"]),
      ("Socialudvalget;Service;3641;588;5.38.52;;;;12", ["I2 account-not-in-chart"]),
      ("Socialudvalget;Service;3641;588;5.38.52;1;7;001;1.0", ["G2 account-not-in-chart"]),
      ("Socialudvalget;Service;3641;588;5.38.52;1;1;002;1.0", ["H2 account-not-in-chart"]),
      ("Socialudvalget;Service;3641;588;5.38.52;8;;;1.0", ["F2 account-not-in-chart"]),
      ("Socialudvalget;Anlæg;3641;588;5.38.52;1;;;5.9", ["F2 dranst-differs"]),
      ("Socialudvalget;Service;3641;588;5.38.52;3;;;1.0", ["F2 dranst-differs"]),
      ("Socialudvalget;Service;3641;588;5.38.52.3;;;;1.0", ["E2 dranst-differs"]),
      ("Socialudvalget;Service;3641;588;5.38.52.1;2;;;1.0", ["F2 dranst-differs"]),
      // Roads have no refund from the state.
      ("Socialudvalget;Service;3641;588;2.28.11;2;;;1.0", ["F2 dranst-differs"]),
      ("Socialudvalget;Finansposter;3641;588;5.38.52;1;;;1.0", ["F2 dranst-differs"]),
    ] as [(String, [String])])
  func `has the codes of a list, in their shape, and dranst fits the control area`(
    row: String, found: [String]
  ) throws {
    #expect(try findings(row) == found)
  }

  @Test func `is not needed for dranst, and without it no code is judged`() throws {
    #expect(
      try findings("Socialudvalget;Anlæg;3641;588;5.38.99;1;;;7.7", chart: false) == ["F2 dranst-differs"])
    #expect(try findings("Socialudvalget;Anlæg;3641;588;5.38.99;3;9;9;7.7", chart: false) == [])
  }

  @Test(
    arguments: [
      ("Navn;Adresse\r\nA;B", "kolonner med Del"), ("Del;Kode\r\nFunktion;5.38", "Række 2: »5.38«"),
      ("Del;Kode\r\nKonto;5.38.52", "»Konto« er ikke en del"),
      ("Del;Kode;Navn;Dranst\r\nFunktion;5.38.52;x;drift", "»drift« er ikke dranst"),
      ("Del;Kode\r\n", "kolonner med Del"),
    ])
  func `that makes no sense is refused`(text: String, words: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(Array(text.utf8), to: "plan.csv")
    do {
      _ = try AccountChart(file: folder.path("plan.csv"))
      Issue.record("not refused")
    } catch { #expect(error.message.contains(words), "\(error)") }
  }

  @Test func `has all codes of the sample list`() throws {
    let round = try #require(RoundLibrary.round(named: "OFS 2021-2022"))
    let reading = try AccountListReading(
      file: BuiltTool.package.appending(path: "samples/kontoliste-ofs-2021-2022.csv").path, round: round,
      chart: try AccountChart(file: sample))
    #expect(reading.findings.filter { $0.severity == .error }.map(\.line) == [])
  }
}
