import Foundation
import Spreadsheet
import TestSupport
import Testing

/// A command with the file it writes, if it writes one; `{file}` stands for the input.
struct CommandCase: Sendable, CustomTestStringConvertible {
  var arguments: [String]
  var output: String?

  var testDescription: String { arguments.joined(separator: " ") }
}

/// The invariant of exit status and files, over all commands: what cannot be used makes a run fail, is named,
/// and leaves no file behind.
@Suite struct `Exit status and files of every command` {
  static let commands = [
    CommandCase(arguments: ["check", "{file}"]),
    CommandCase(arguments: ["check", "{file}", "--format", "json", "-o", "report.json"]),
    CommandCase(arguments: ["import", "{file}", "-o", "out"], output: "out"),
    CommandCase(arguments: ["export", "{file}", "-o", "out"], output: "out"),
    CommandCase(arguments: ["export", "{file}", "--format", "csv", "-o", "out"], output: "out"),
    CommandCase(arguments: ["overview", "{file}", "-o", "bilag2.xlsx"], output: "bilag2.xlsx"),
    CommandCase(
      arguments: ["corrections", "{file}", "-o", "korrektioner.xlsx"], output: "korrektioner.xlsx"),
    CommandCase(arguments: ["merge", "{file}", "{file}", "-o", "samlet.json"], output: "samlet.json"),
    CommandCase(arguments: ["diff", "{file}", "{file}"]),
    CommandCase(arguments: ["explain", "{file}", "--table", "A", "--row", "Socialudvalget", "--year", "2023"]
    ),
    CommandCase(arguments: ["ledger", "{file}"]), CommandCase(arguments: ["status", "{file}"]),
  ]

  /// A kind of input that no command can use, and the statuses that say so.
  enum Kind: String, CaseIterable, Sendable {
    case missing, empty, text, broken, foreign, blocked, cancelled, otherUnit

    var statuses: Set<Int32> {
      switch self {
      case .missing: [66]
      case .text, .broken: [65]
      case .empty: [1, 65]
      case .foreign, .blocked, .cancelled, .otherUnit: [1]
      }
    }

    /// Lines of which one is called `text`.
    private static func lines(_ text: String) -> [UInt8] {
      Array(
        "1.000 kr. 2023 p/l\r\nAfsnit;Tekst;Styringsområde;Udvalg;2022;2023;2024\r\nImplementering;\(text);Service;SUD;600;50;7\r\n"
          .utf8)
    }

    func write(to folder: TemporaryFolder) throws -> String {
      let sample = try Data(contentsOf: BuiltTool.package.appending(path: "samples/BC08.xlsx"))
      switch self {
      case .missing: return "findes-ikke.xlsx"
      case .empty: try folder.write([], to: "tom.csv")
      case .text: try folder.write(Array("dette er ikke en projektmappe".utf8), to: "text.xlsx")
      case .broken: try folder.write(sample.prefix(sample.count / 2), to: "halv.xlsx")
      case .foreign:
        try folder.write(
          Array("Vare;Lager;Pris\r\nSkruer;500;12,50\r\nBolte;270;8\r\n".utf8), to: "lager.csv")
      case .blocked:
        // The year heading over the money cannot be read.
        try folder.write(
          Array(
            "1.000 kr. 2023 p/l\r\nAfsnit;Tekst;Styringsområde;Udvalg;2022;B23x;2024\r\nImplementering;Projekt;Service;SUD;600;50;7\r\n"
              .utf8), to: "uden-år.csv")
      case .cancelled:
        // Whether the line counts is not known.
        try folder.write(Kind.lines("Projekt (tæller ikke med)"), to: "udgår.csv")
      case .otherUnit: try folder.write(Kind.lines("Projekt (mio. kr.)"), to: "enhed.csv")
      }
      return folder.names.first ?? ""
    }
  }

  @Test(arguments: commands, Kind.allCases)
  func `what cannot be used fails the run, is named, and leaves no file`(command: CommandCase, kind: Kind)
    throws
  {
    let folder = try TemporaryFolder()
    let name = try kind.write(to: folder)
    let before = folder.names
    let result = try BuiltTool.run(
      command.arguments.map { $0 == "{file}" ? name : $0 }, in: folder.url)
    #expect(kind.statuses.contains(result.status), "\(result.status): \(result.words)")
    #expect(!(result.words + result.text).isEmpty)
    #expect(!result.text.contains("\n0 fejl") && !result.text.hasPrefix("0 fejl"))
    guard let output = command.output else { return }
    let left = Set(folder.names).subtracting(before)
    let inside = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(output))) ?? []
    #expect(left.subtracting([output]).isEmpty, "\(left)")
    #expect(inside.filter { !$0.hasPrefix("fordel-kvitteringer") }.isEmpty, "\(inside)")
    if output.contains(".") { #expect(!left.contains(output)) }
  }

  @Test(
    "wrong money is told by every command that checks, and does not hold back what is written",
    arguments: [
      "check", "import", "export", "overview", "status",
    ])
  func wrongMoney(command: String) throws {
    let folder = try TemporaryFolder()
    let sample = try Data(contentsOf: BuiltTool.package.appending(path: "samples/printed/BC61.xlsx"))
    try folder.write(sample, to: "BC61.xlsx")
    let output = ["import": "out", "export": "out", "overview": "b.xlsx"][command]
    let result = try BuiltTool.run(
      [command, "BC61.xlsx"] + (output.map { ["-o", $0] } ?? []), in: folder.url)
    #expect(result.status == 1, "\(result.words)")
    #expect(!(result.text + result.words).contains("\n0 fejl"))
    if let output { #expect(folder.names.contains(output)) }
  }

  @Test(arguments: commands)
  func `a proposal that can be used is`(command: CommandCase) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      try Data(contentsOf: BuiltTool.package.appending(path: "samples/BC08.xlsx")), to: "BC08.xlsx")
    let more = command.arguments[0] == "corrections" ? ["--allow-incomplete"] : []
    let result = try BuiltTool.run(
      command.arguments.map { $0 == "{file}" ? "BC08.xlsx" : $0 } + more, in: folder.url)
    #expect(result.status == 0, "\(result.words)")
    if let output = command.output { #expect(folder.names.contains(output)) }
  }

  @Test(arguments: ["overview", "corrections", "export", "import", "status", "ledger"])
  func `an input that is left out makes the status at least 1, and is named`(command: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      try Data(contentsOf: BuiltTool.package.appending(path: "samples/BC08.xlsx")), to: "runde/BC08.xlsx")
    try folder.write([1, 2, 3], to: "runde/BC09.doc")
    let output = ["overview": ["-o", "b.xlsx"], "corrections": ["-o", "k.xlsx", "--allow-incomplete"]][
      command]
    let usual = ["export", "import"].contains(command) ? ["-o", "out"] : []
    let result = try BuiltTool.run([command, "runde"] + (output ?? usual), in: folder.url)
    #expect(result.status == 65)
    #expect((result.words + result.text).contains("BC09.doc"))
  }
}
