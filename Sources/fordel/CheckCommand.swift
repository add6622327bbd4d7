import Intake
import Output
import Reading
import Reports
import Spreadsheet
import ArgumentParser

/// `fordel check`: everything wrong with proposals, at its cell, in one pass.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report everything that is wrong in proposals, with file, sheet and cell.",
    discussion: """
      With --annotate, each workbook is also copied into a folder with every wrong cell coloured and commented, and a first sheet \
      "Fejl og mangler" that lists what is wrong and what to do. Nothing else in the file is changed; checking the mended file again takes the marks away.
      """)

  /// The formats of the report.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, html
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var common: CommonOptions

  @Option(
    help:
      "The format of the report: text, json, or html (one page that needs nothing else, for screen and paper)."
  )
  var format: Format = .text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file for the report; without it standard output.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The folder for annotated copies, which keep the names of their files.", valueName: "dir"))
  var annotate: String?

  @Flag(help: "Treat warnings like errors in the exit status.")
  var strict = false

  func run() throws {
    let session = try ProposalSession(
      "check", input: input, common: common, usesIncomplete: false, printsFindings: false)
    session.process(
      make: { _, _ in () }, use: { _ throws(FileFailure) in }, withdraw: { _ throws(FileFailure) in })
    let proposals = session.outcomes.filter { $0.id != nil && [.used, .left].contains($0.use) }
    var report = FindingReport(
      findings: session.unread.map(\.finding) + session.outcomes.flatMap(\.findings),
      proposals: proposals.count, failures: session.unread.map(\.failure))
    for outcome in session.outcomes { report.numbers += outcome.numbers }
    let files = session.outcomes.map(\.file)
    let run = annotate.map { AnnotationRun(report.findings, of: files, to: $0, session.files) }
    report.findings += run?.findings ?? []
    session.note(report.findings, isStrict: strict)
    for (file, copy) in run?.copies ?? [] { session.say("\(file) → \(copy)") }
    session.attempt { () throws(FileFailure) in
      // The report comes first, whatever became of the copies.
      let written = try bytes(of: report, files, run?.copies.map(\.copy) ?? [])
      try session.files.write(written, to: output ?? "-")
      if let output, output != "-" { session.say("Skrevet: \(output). \(report.summaryLine)") }
    }
    for failure in run?.failures ?? [] { session.attempt { () throws(FileFailure) in throw failure } }
    try session.end()
  }

  private func bytes(of report: FindingReport, _ files: [String], _ copies: [String]) throws(FileFailure)
    -> [UInt8]
  {
    let step = NextStep(after: report, inputs: input.files, copies: copies)
    switch format {
    case .text:
      return Array(report.text(isColoured: output == nil && Terminal.showsColour, nextStep: step).utf8)
    case .json: return try report.json()
    case .html: return report.html(sheets: ReportSheets(files), nextStep: step)
    }
  }
}
