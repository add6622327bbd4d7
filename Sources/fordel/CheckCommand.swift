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
      "Fejl og mangler" that lists what is wrong and what to do. A Word document gets comments at the wrong cells and a first page of that name. \
      Nothing else in the file is changed; checking the mended file again takes the marks away.

      With --since, the report tells what is solved, left and new since an earlier version. Proposals are matched by number and findings by what they say \
      and where in the words of the form it is, so that inserted rows change nothing. The exit status is that of the new version.

      A warning can be accepted, on a sheet "Accepteret" of the workbook or in a file given with --accepted: columns Kode, Sted (the line's text, the table or \
      the cell), Begrundelse, Hvem and Dato, in a file also Forslagsnummer. It stays in the report, and --strict no longer counts it. Errors cannot be accepted.

      Over more than three proposals the text on standard output is a line for each of them; --details, a report file, JSON and HTML have every finding.
      """)

  /// The formats of the report.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, html
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var common: CommonOptions
  @OptionGroup var detail: DetailOptions

  @Option(
    help:
      "The format of the report: text, json, or html (one page that needs nothing else, for screen and paper)."
  )
  var format: Format = .text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file for the report; without it standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The folder for annotated copies, which keep the names of their files.", valueName: "dir"),
    completion: .directory)
  var annotate: String?

  @Option(
    help: ArgumentHelp(
      "An earlier version, a file or a folder: the report tells what is solved, left and new since then.",
      valueName: "old"), completion: .file())
  var since: String?

  @Option(
    help: ArgumentHelp(
      "Accepted warnings, XLSX or CSV with the columns Forslagsnummer, Kode, Sted, Begrundelse, Hvem, Dato.",
      valueName: "file"), completion: .file())
  var accepted: String?

  @Flag(help: "Treat warnings like errors in the exit status, except accepted ones.")
  var strict = false

  func run() throws {
    let list: AcceptedWarnings?
    do {
      list = try accepted.map { file throws(FileFailure) in try AcceptedWarnings(file: file) }
    } catch { throw error.exitCode() }
    let read = annotate != nil || format == .html ? ReadFiles() : nil
    let session = try ProposalSession(
      "check", input: input, common: common, usesIncomplete: false, printing: .nothing, keeping: read)
    session.process(
      make: { _, _ in () }, use: { _ throws(FileFailure) in }, withdraw: { _ throws(FileFailure) in })
    var outcomes = session.outcomes
    let told = list?.accept(in: &outcomes) ?? []
    let proposals = outcomes.filter { $0.id != nil && [.used, .left].contains($0.use) }
    var report = FindingReport(
      findings: session.unread.map(\.finding) + outcomes.flatMap(\.findings) + told,
      proposals: proposals.count, failures: session.unread.map(\.failure))
    for outcome in outcomes { report.numbers += outcome.numbers }
    let earlier = try earlierCheck(session)
    report.changes = earlier.map { earlier in
      FindingChanges(
        since: earlier.path, before: earlier.parts,
        after: CheckedPart.parts(outcomes, unread: session.unread),
        isWhole: !Set(outcomes.map(\.file) + session.unread.map(\.failure.file))
          .isSubset(of: input.files))
    }
    let isShort = !detail.details && (output == nil || output == "-")
    try finish(
      report, session, of: outcomes.map(\.file), from: read ?? ReadFiles(), besides: earlier?.files ?? [],
      summary: isShort ? RunSummary(outcomes) : nil)
  }

  /// The check of the version before; `nil` where none is asked for or nothing of it can be compared with,
  /// which is then told.
  private func earlierCheck(_ session: ProposalSession) throws -> EarlierCheck? {
    guard let since else { return nil }
    let earlier: EarlierCheck
    do {
      earlier = EarlierCheck(since, intake: Intake(round: try common.chosenRound()), threads: input.jobs)
    } catch { throw error.exitCode() }
    guard earlier.isReadable else {
      for failure in earlier.failures { session.attempt { () throws(FileFailure) in throw failure } }
      return nil
    }
    for failure in earlier.failures { session.say(failure.description) }
    return earlier
  }

  /// Writes copies and report; the files of the earlier version and the list are never written over.
  private func finish(
    _ plain: FindingReport, _ session: ProposalSession, of inputs: [String], from read: ReadFiles,
    besides others: [String], summary: RunSummary?
  ) throws {
    var report = plain
    let files = session.files.protecting(others + [accepted].compactMap { $0 })
    let run = annotate.map {
      AnnotationRun(
        report.findings, of: inputs, from: read, to: $0, files, changes: report.changes)
    }
    report.findings += run?.findings ?? []
    session.note(report.findings, isStrict: strict)
    for (file, copy) in run?.copies ?? [] { session.say("\(file) → \(copy)") }
    session.attempt { () throws(FileFailure) in
      // The report comes first, whatever became of the copies.
      let written = try bytes(
        of: report, ReportSheets(inputs, from: read), run?.copies.map(\.copy) ?? [], summary)
      try files.write(written, to: output ?? "-")
      if let output, output != "-" { session.say("Skrevet: \(output). \(report.summaryLine)") }
      if let changes = report.changes, output != nil, output != "-" { session.say(changes.summaryLine) }
    }
    for failure in run?.failures ?? [] { session.attempt { () throws(FileFailure) in throw failure } }
    try session.end()
  }

  private func bytes(
    of report: FindingReport, _ sheets: @autoclosure () -> ReportSheets, _ copies: [String],
    _ summary: RunSummary?
  ) throws(FileFailure) -> [UInt8] {
    let step = NextStep(after: report, inputs: input.files, copies: copies)
    switch format {
    case .text:
      let isColoured = output == nil && Terminal.showsColour
      return Array(report.text(isColoured: isColoured, nextStep: step, summary: summary).utf8)
    case .json: return try report.json()
    case .html: return report.html(sheets: sheets(), nextStep: step)
    }
  }
}
