import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import fordel

/// Help and errors of usage, in Danish where the locale is Danish.
@Suite struct `The language of the command line` {
  private static func tree() throws -> CommandTree { try CommandTree(json: Fordel._dumpHelp()) }

  private static func commands(of command: CommandTree.Command) -> [CommandTree.Command] {
    [command] + (command.subcommands ?? []).flatMap { commands(of: $0) }
  }

  @Test(
    arguments: [
      ([], [:], Language.english),
      ([], ["LANG": "da_DK.UTF-8"], .danish),
      ([], ["LANG": "da"], .danish),
      ([], ["LANG": "C.UTF-8"], .english),
      ([], ["LANG": "dav_KE.UTF-8"], .english),
      ([], ["LC_ALL": "C", "LANG": "da_DK.UTF-8"], .english),
      ([], ["LC_ALL": "", "LC_MESSAGES": "da_DK", "LANG": "en_US.UTF-8"], .danish),
      (["check", "--language", "da"], ["LANG": "C"], .danish),
      (["--language=en", "check"], ["LANG": "da_DK.UTF-8"], .english),
      (["check", "--", "--language=da"], [:], .english),
      (["check", "--language"], ["LANG": "da_DK.UTF-8"], .danish),
    ] as [([String], [String: String], Language)])
  func `the language is that of the option, else that of the locale`(
    arguments: [String], environment: [String: String], language: Language
  ) {
    #expect(Language.chosen(by: arguments, in: environment) == language)
  }

  @Test func `every text of help has a Danish one`() throws {
    let commands = Self.commands(of: try Self.tree().command)
    let texts = commands.flatMap { command in
      [command.abstract, command.discussion] + (command.arguments ?? []).map(\.abstract)
    }
    let missing = Set(texts.compactMap { $0 }.filter { Danish.words($0) == nil })
    #expect(missing.isEmpty, "put them in Sources/fordel/Language")
  }

  @Test func `every name of a value has a Danish one`() throws {
    let commands = Self.commands(of: try Self.tree().command)
    let names = commands.flatMap { $0.arguments ?? [] }.filter { $0.kind != "flag" }.compactMap(\.valueName)
    let known = Set(Danish.valueNames.map(\.english))
    #expect(Set(names).subtracting(known).isEmpty)
  }

  @Test func `no Danish text of help is left over`() throws {
    let commands = Self.commands(of: try Self.tree().command)
    let said = Set(
      commands.flatMap { command in
        [command.abstract, command.discussion] + (command.arguments ?? []).map(\.abstract)
      }.compactMap { $0 })
    let table = (Danish.helpCommon + Danish.helpProposals + Danish.helpRounds).map(\.english)
    #expect(Set(table).subtracting(said).isEmpty)
  }

  @Test func `no text stands twice, none is blank, and what is filled in has a place in both languages`() {
    let names = Danish.table.map(\.english)
    #expect(Set(names).count == names.count)
    for pair in Danish.table { #expect(!pair.danish.isEmpty, "\(pair.english)") }
    for pair in Danish.errors {
      #expect(pair.english.count { $0 == "%" } == pair.danish.count { $0 == "%" }, "\(pair.english)")
    }
  }

  @Test(arguments: [
    (["check"], "Fejl: Der mangler »<fil|mappe> ...«"),
    (["check", "--formt", "text", "x"], "Fejl: Ukendt tilvalg »--formt«. Mente du »--format«?"),
    (["check", "--uforståelig", "x"], "Fejl: Ukendt tilvalg »--uforståelig«"),
    (["check", "--format"], "Fejl: Der mangler en værdi efter »--format <format>«"),
    (
      ["check", "--format", "pdf", "x"],
      "Fejl: Værdien »pdf« duer ikke til »--format <format>«. Vælg »text«, »json« eller »html«."
    ),
    (
      ["export", "x", "--unit", "7", "-o", "x"],
      "Fejl: Værdien »7« duer ikke til »--unit <kroner>«. Vælg »1000« eller »1«."
    ),
    (
      ["explain", "x", "--table", "A", "--row", "x", "--year", "b"],
      "Fejl: Værdien »b« duer ikke til »--year <år>«"
    ),
    (["grid", "a", "b"], "Fejl: »b« hører ingen steder til"),
    (["grid", "a", "b", "c"], "Fejl: 2 ord hører ingen steder til: »b«, »c«"),
    (["check", "x", "--quiet=3"], "Fejl: Tilvalget »--quiet« tager ingen værdi, men der står »3«."),
    (["check", "x", "--jobs", "0"], "Fejl: --jobs er mindst 1."),
    (
      ["template", "-o", "x.xlsx"],
      "Fejl: Hvilken runde? Tilføj --round NAVN (ofs-2024-2025, ofs-2021-2022, 2018) eller --proposal FIL."
    ),
    (["reconcile", "x"], "Fejl: Der mangler »--extract <kvantum.xlsx|csv>«"),
    (["--language", "sv"], "Fejl: Værdien »sv« duer ikke til »--language <sprog>«. Vælg »da« eller »en«."),
    (
      ["--generate-completion-script", "ksh"], "Fejl: Der er ingen fuldførelse til »ksh«."
    ),
  ])
  func `wrong usage is told in Danish where the locale is Danish`(arguments: [String], words: String) throws {
    let result = try BuiltTool.run(arguments, variables: ["LC_ALL": "da_DK.UTF-8"])
    #expect(result.status == 64)
    let lines = result.words.split(separator: "\n").map(String.init)
    #expect(lines.first == words)
    #expect(!result.words.contains("Usage") && !result.words.contains("Error"))
  }

  @Test func `wrong usage is told in English elsewhere`() throws {
    let result = try BuiltTool.run(["check", "--formt", "x"], variables: ["LC_ALL": "C"])
    #expect(result.status == 64)
    #expect(
      result.words == """
        Error: Unknown option '--formt'. Did you mean '--format'?
        Usage: fordel check [<options>] <file|dir> ...
          See 'fordel check --help' for more information.

        """)
  }

  @Test(arguments: [["help", "grid"], ["grid", "--help"], ["grid", "x", "-h"]])
  func `help is Danish where it is asked for in Danish`(arguments: [String]) throws {
    let result = try BuiltTool.run(arguments + ["--language", "da"])
    #expect(result.status == 0)
    #expect(
      result.text == """
        OVERBLIK: Vis cellerne i en XLSX- eller CSV-fil, som programmet læser dem.

        BRUG: fordel grid <fil> [--sheet <navn>] [--format <format>] [--language <sprog>]

        ARGUMENTER:
          <fil>                   Filen; - er standard-input.

        TILVALG:
          --sheet <navn>          Kun arket med dette navn.
          --format <format>       Formatet: jsonl (et objekt pr. udfyldt celle), csv
                                  (arkets rækker) eller count. (værdier: jsonl, csv,
                                  count; ellers: jsonl)
          --language <sprog>      Sproget i hjælp og i fejl om forkert brug: da eller
                                  en. Uden det systemets. (værdier: da, en)
          --version               Vis versionen.
          -h, --help              Vis denne hjælp.

        """)
  }

  @Test func `without a command the tool tells what it can do`() throws {
    let result = try BuiltTool.run([], variables: ["LC_ALL": "C"])
    #expect(result.status == 0)
    #expect(result.text.hasPrefix("OVERVIEW: Budget spreadsheets for the City of Copenhagen's"))
    for command in try Self.tree().command.shownCommands {
      #expect(result.text.contains("\n  \(command.commandName) "))
    }
    #expect(!result.text.contains("manual"))
  }

  @Test(arguments: Language.allCases)
  func `the manual page has every command, and no word that controls the page by accident`(
    language: Language
  ) throws {
    let tool = try Self.tree().command
    let page = ManualPage(tool: tool, language: language, version: "fordel 0").text
    for command in tool.shownCommands where command.commandName != "help" {
      #expect(page.contains("\n.SS \"\(command.path)\"\n"))
    }
    let known = ["TH", "SH", "SS", "PP", "TP", "B", "I", "nh", "hy", "in", "nf", "fi"]
    for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(known.contains(String(line.dropFirst().prefix { $0.isLetter })), "\(line)")
    }
  }

  @Test func `the version tells what the tool was built from and which libraries it found`() throws {
    let lines = try BuiltTool.run(["--version"]).text.split(separator: "\n").map(String.init)
    #expect(lines.count == 3)
    #expect(lines.first?.hasPrefix("fordel ") == true)
    #expect(lines.last?.contains("libzip 1.") == true && lines.last?.contains("libxlsxwriter 1.") == true)
  }
}
