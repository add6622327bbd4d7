import ArgumentParser
import Checks
import Converters

/// `fordel check`: everything wrong with proposals, at its cell, in one pass.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Report everything that is wrong in proposals, with file, sheet and cell.")

  /// The formats of the report.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var common: CommonOptions

  @Option(help: "The format of the report: text or json.")
  var format: Format = .text

  @Option(name: .shortAndLong, help: ArgumentHelp("The file for the report; without it standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Treat warnings like errors in the exit status.")
  var strict = false

  func run() throws {
    let session = try Session(input: input, common: common)
    let report = FindingReport(findings: session.items.flatMap(\.findings), files: session.items.count, failures: session.failures.count)
    try session.finish(isStrict: strict) { files throws(FileFailure) in
      switch format {
      case .text: try files.write(Array(report.text.utf8), to: output ?? "-")
      case .json: try files.write(try report.json(), to: output ?? "-")
      }
    }
  }
}
