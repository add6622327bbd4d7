import Findings
import Intake
import AllocationTables
import Kvantum
import Output
import ProposalModel
import ArgumentParser

/// `fordel corrections`: what the accountants enter in Kvantum.
struct CorrectionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corrections",
    abstract:
      "Write the corrections of proposals for Kvantum: exactly the cells of B, D and E (and C), in kroner.",
    discussion: """
      Every proposal's rows add up to zero per year and control area, against accounts that the round or its account list names. Rows that lack a \
      field are not postable (ikke konterbar); without --allow-incomplete no file is written while there are any. The ending of the file decides: a \
      workbook (.xlsx) for people, or text (.csv, .txt) in the layout of a profile.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var common: CommonOptions
  @OptionGroup var rounding: RoundingOptions

  @Option(
    help: ArgumentHelp(
      "The layout: kvantum-laesbar, kvantum-upload, kvantum-plan, kvantum-overfoersel, or a path to your own.",
      valueName: "name"))
  var profile = "kvantum-laesbar"

  @Option(
    help: ArgumentHelp(
      "The round's account list, XLSX or CSV. Without it the one that the round's file names.",
      valueName: "file"), completion: .file())
  var accounts: String?

  @Option(
    help: ArgumentHelp(
      "The year's chart of accounts, XLSX or CSV with the columns Del, Kode, Navn, Dranst: the codes of the "
        + "account list must be in it.", valueName: "file"), completion: .file())
  var chart: String?

  @Option(
    help: ArgumentHelp("The decision that the postings rest on, written in each of them.", valueName: "text"))
  var decision: String?

  @Option(
    help: ArgumentHelp(
      "The decisions, XLSX or CSV with the columns Forslagsnummer, Beslutning, Dato, Sag. "
        + "Only what is adopted is posted, and table C of what is not.",
      valueName: "file"), completion: .file())
  var decisions: String?

  @Option(
    help: ArgumentHelp(
      "Today's budget, an extract as for reconcile. The load is simulated on it; what would overwrite a budget, "
        + "post to one that is not there, or post twice is refused. A forecast is written beside the file.",
      valueName: "file"), completion: .file())
  var budget: String?

  @Option(
    help: ArgumentHelp(
      "What the columns of the budget's extract are called, as reconcile --columns-template makes it.",
      valueName: "file"), completion: .file())
  var columns: String?

  @Option(
    help: ArgumentHelp(
      "An earlier set of corrections, as .csv (the readable list, -raekker or -hele), .xlsx or .json; may be "
        + "given several times. Only what has changed since is written, and the whole set beside it (-hele).",
      valueName: "file"), completion: .file())
  var since: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file of an earlier receipt that was never loaded, so that its proposals may be posted.",
      valueName: "file"), completion: .file())
  var unloaded: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write: .xlsx, .csv, .txt or .json; - is the adopted list on standard output.",
      valueName: "file"), completion: .file())
  var output: String

  func run() throws {
    let maker: CorrectionMaker
    let list: DecisionList?
    do {
      list = try decisions.map { file throws(FileFailure) in try DecisionList(file: file) }
      maker = try CorrectionMaker(
        profile: profile, accounts: accounts,
        options: TableOptions(policy: rounding.rounding, bookingUnit: rounding.unit?.rawValue),
        decision: decision, chart: try chart.map { file throws(FileFailure) in try AccountChart(file: file) },
        forecasts: budget != nil)
    } catch {
      throw error.exitCode()
    }
    let output = OutputFolder.path(output, name: maker.profile.fileName)
    let session = try ProposalSession("corrections", input: input, common: common)
    let ready = session.collect { item, proposal throws(FileFailure) in
      try maker.part(of: proposal, from: item)
    }
    session.note(maker.findings)
    session.note(list)
    let outputs = session.files.protecting(
      [profile] + [accounts, decisions, budget, chart, columns].compactMap { $0 } + since + maker.files)
    session.attempt { () throws(FileFailure) in
      var report = try maker.report(ready.map(\.part), left: session.left(list), decisions: list, for: output)
      let earlier = since.isEmpty ? nil : try EarlierSet(files: since, round: report.round)
      if let earlier { report = try report.since(earlier) }
      let defaulted = report.defaultedAccounts(in: maker.files.first)
      session.note(defaulted)
      for finding in defaulted { session.say(finding.line) }
      let forecast = try self.forecast(of: report, for: output, in: session)
      if self.output.hasSuffix("/") { try outputs.makeFolder(self.output) }
      var files = try report.write(to: output, allowsIncomplete: input.allowIncomplete, files: outputs) {
        session.say($0)
      }
      if let forecast, output != "-" {
        let written = try forecast.write(beside: output, files: outputs)
        for file in written { session.say("Skrevet: \(file.path) (\(forecast.lines.count) nøgler)") }
        files += written
      }
      try session.receipts?.add(
        proposals: report.book.proposals,
        inputs: ready.flatMap(\.inputs) + maker.inputs + [list?.fact].compactMap { $0 }
          + (earlier?.facts ?? []),
        outputs: files,
        findings: session.severities,
        corrections: report.facts(of: output, isForLoading: forecast != nil))
    }
    try session.end()
  }

  /// The forecast of the load on today's budget; `nil` where none is asked for. Fails where it must not be
  /// loaded, whatever else is allowed.
  private func forecast(
    of report: CorrectionReport, for output: String, in session: ProposalSession
  ) throws(FileFailure) -> Forecast? {
    guard let budget else { return nil }
    var run = try ForecastRun(
      of: report, budget: budget,
      columns: try columns.map { file throws(FileFailure) in try ExtractColumns(file: file) }
        ?? ExtractColumns(),
      output: output)
    let earlier = try EarlierPostings(beside: [output, budget] + since, notLoaded: unloaded)
    run.note(earlier.findings(posting: run.forecast.proposals, since: report.earlierSums))
    session.note(run.findings)
    guard run.isSafe else {
      throw FileFailure(
        file: output, status: .findings,
        message: "Filen må ikke indlæses på dagens budget, så intet er skrevet. Ret fejlene ovenfor.")
    }
    return run.forecast
  }
}
