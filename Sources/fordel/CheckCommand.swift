import ArgumentParser
import Checks
import Converters

/// `fordel check`: everything wrong with proposals, at its cell, in one pass.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Report everything that is wrong in proposals, with file, sheet and cell.",
    discussion: """
      With --annotate, each workbook is also copied into a folder with every wrong cell coloured and commented, and a first sheet \
      "Fejl og mangler" that lists what is wrong and what to do. Nothing else in the file is changed; checking the mended file again takes the marks away.
      """)

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

  @Option(help: ArgumentHelp("The folder for annotated copies, which keep the names of their files.", valueName: "dir"))
  var annotate: String?

  @Flag(help: "Treat warnings like errors in the exit status.")
  var strict = false

  func run() throws {
    let session = try Session(input: input, common: common)
    try session.finish(isStrict: strict) { files throws(FileFailure) in
      var findings = session.items.flatMap(\.findings)
      if let annotate {
        let run = try AnnotationRun(session.items, to: annotate, files)
        findings += run.findings
        for (file, copy) in run.copies { session.say("\(file) → \(copy)") }
      }
      let report = FindingReport(findings: findings, files: session.items.count, failures: session.failures.count)
      switch format {
      case .text: try files.write(Array(report.text.utf8), to: output ?? "-")
      case .json: try files.write(try report.json(), to: output ?? "-")
      }
    }
  }
}
