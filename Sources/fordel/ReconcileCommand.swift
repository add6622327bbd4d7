import Intake
import AllocationTables
import Kvantum
import Output
import ProposalModel
import ArgumentParser

/// `fordel reconcile`: expected corrections against what was posted in Kvantum.
struct ReconcileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract: "Compare the corrections of proposals with an extract of what was posted in Kvantum.",
    discussion: """
      Found are postings that are missing, of a wrong amount, under wrong codes, in a wrong year, there twice, or in a proposal's name without being \
      one of its corrections. Several rows that make up one posting, and one row for several, are matched as sums. The exit status is 1 while \
      anything is left to be dealt with.

      With --forecast the budgets of the extract are compared, key by key, with what the forecast said that they would be after the load.
      """)

  @Argument(
    help: ArgumentHelp(
      "The proposals, as for corrections. With --forecast they may be left out.", valueName: "file|dir"),
    completion: .file())
  var files: [String] = []

  @OptionGroup var input: RunOptions
  @OptionGroup var common: CommonOptions
  @OptionGroup var rounding: RoundingOptions

  @Option(
    help: ArgumentHelp("The extract, XLSX, ODS or CSV; - is standard input.", valueName: "kvantum.xlsx|csv"),
    completion: .file())
  var extract: String?

  @Option(
    help: ArgumentHelp(
      "What the columns of the extract are called, where fordel does not know it: a file with the columns Felt "
        + "and Overskrift.", valueName: "file"), completion: .file())
  var columns: String?

  @Flag(help: "Write a file for --columns to fill in, to -o or standard output, and nothing else.")
  var columnsTemplate = false

  @Option(
    help: ArgumentHelp(
      "The round's account list, XLSX or CSV. Without it the one that the round's file names.",
      valueName: "file"), completion: .file())
  var accounts: String?

  @Option(
    help: ArgumentHelp(
      "The year's chart of accounts, XLSX or CSV, as for corrections: the codes of the account list must be in "
        + "it.", valueName: "file"))
  var chart: String?

  @Option(
    help: ArgumentHelp(
      "The decisions, XLSX or CSV: expected are the corrections of what is adopted, and table C of what is not.",
      valueName: "file"), completion: .file())
  var decisions: String?

  @Option(
    help: ArgumentHelp(
      "The forecast that corrections --budget wrote, the workbook or the JSON: every budget must be as it says.",
      valueName: "file"), completion: .file())
  var forecast: String?

  @Flag(help: "Expect the corrections for the case that the proposals are not adopted.")
  var notAdopted = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The workbook with the rest to be dealt with; without it lines on standard output.",
      valueName: "file.xlsx"), completion: .file())
  var output: String?

  func validate() throws {
    guard !columnsTemplate else { return }
    if extract == nil { throw ValidationError("Missing expected argument '--extract <kvantum.xlsx|csv>'") }
    if files.isEmpty, forecast == nil {
      throw ValidationError("Name the proposals, or a forecast with --forecast.")
    }
    if !files.isEmpty, forecast != nil, output != nil {
      throw ValidationError("With -o, reconcile either the proposals or the forecast.")
    }
  }

  func run() throws {
    if columnsTemplate { return try writeTemplate() }
    guard let extract else { return }
    let columns: ExtractColumns
    do {
      columns =
        try self.columns.map { file throws(FileFailure) in try ExtractColumns(file: file) }
        ?? ExtractColumns()
    } catch {
      throw error.exitCode()
    }
    // What one of them finds must not hide the other.
    let first = Result { if let forecast { try compare(forecast, extract, columns) } }
    if !files.isEmpty { try reconcile(extract, columns) }
    try first.get()
  }

  private func writeTemplate() throws {
    do {
      try OutputFiles(protecting: files).write(ExtractColumns.template, to: output ?? "-")
    } catch {
      throw error.exitCode()
    }
  }

  /// The budgets of the extract against those of the forecast.
  private func compare(_ forecast: String, _ extract: String, _ columns: ExtractColumns) throws {
    do {
      try ReconcileRun.check(extract: extract, output: output)
      let comparison = try ForecastComparison(
        try Forecast(file: forecast), extract: extract, columns: columns)
      let outputs = OutputFiles(protecting: [extract, forecast] + [self.columns].compactMap { $0 })
      if let output {
        try outputs.write(try comparison.workbook(), to: output)
        if output != "-", !common.quiet {
          Terminal.say("Skrevet: \(output) (\(comparison.deviations.count) afvigelser)")
        }
      } else {
        try outputs.write(Array(comparison.text.utf8), to: "-")
      }
      if !comparison.agrees {
        throw FileFailure(
          file: extract, status: .findings,
          message: "\(comparison.deviations.count + comparison.findings.count) ting skal afklares.")
      }
    } catch let failure as FileFailure {
      throw failure.exitCode()
    }
  }

  /// The corrections of the proposals against the extract.
  private func reconcile(_ extract: String, _ columns: ExtractColumns) throws {
    let maker: CorrectionMaker
    let list: DecisionList?
    do {
      list = try decisions.map { file throws(FileFailure) in try DecisionList(file: file) }
      try ReconcileRun.check(extract: extract, output: output)
      maker = try CorrectionMaker(
        profile: "kvantum-laesbar", accounts: accounts,
        options: TableOptions(policy: rounding.rounding, bookingUnit: rounding.unit?.rawValue), decision: nil,
        chart: try chart.map { file throws(FileFailure) in try AccountChart(file: file) })
    } catch {
      throw error.exitCode()
    }
    let session = try ProposalSession("reconcile", files: files, input, common: common)
    let ready = session.collect { item, proposal throws(FileFailure) in
      try maker.part(of: proposal, from: item)
    }
    session.note(maker.findings)
    session.note(list)
    session.attempt { () throws(FileFailure) in
      let run = ReconcileRun(ready.map(\.part), list: notAdopted ? .ifNotAdopted : .adopted, decisions: list)
      let report = try run.report(extract: extract, columns: columns)
      if let output {
        let files = session.files.protecting(
          [extract] + [decisions, chart, self.columns].compactMap { $0 } + maker.files)
        let written = try files.write(try report.workbook(), to: output)
        if output != "-" { session.say("Skrevet: \(output) (\(report.result.rest.count) udestående)") }
        try session.receipts?.add(
          proposals: ready.map(\.id),
          inputs: ready.flatMap(\.inputs) + maker.inputs + [list?.fact].compactMap { $0 }, outputs: [written],
          findings: session.severities)
      } else {
        try session.files.write(Array(report.text.utf8), to: "-")
      }
      if !report.isReconciled {
        let count = report.result.rest.count + report.findings.count
        throw FileFailure(file: extract, status: .findings, message: "\(count) ting skal afklares.")
      }
    }
    try session.end()
  }
}
