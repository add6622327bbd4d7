import Intake
import Kvantum
import AllocationTables
import Output
import ProposalModel
import Reports
import ArgumentParser

/// `fordel overview`: Bilag 2 for a whole round.
struct OverviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overview",
    abstract:
      "Write the overview of a round's proposals (Bilag 2), in millions and the implemented price level.",
    discussion: """
      One row per proposal: investments in Service and Anlæg, saving when fully phased in, payback. Figures are unrounded and shown with one decimal; \
      totals are live. The ending of the file decides the format: .xlsx, .csv or .json.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var common: CommonOptions

  @Option(
    help: ArgumentHelp(
      "The decisions, XLSX or CSV with the columns Forslagsnummer, Beslutning, Dato, Sag. "
        + "Only what is adopted is shown and added up.",
      valueName: "file"), completion: .file())
  var decisions: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write: .xlsx, .csv or .json; - is CSV on standard output.", valueName: "file"),
    completion: .file())
  var output: String

  func run() throws {
    let list: DecisionList?
    do { list = try decisions.map { file throws(FileFailure) in try DecisionList(file: file) } } catch {
      throw error.exitCode()
    }
    let session = try ProposalSession("overview", input: input, common: common)
    let ready = session.collect { item, proposal throws(FileFailure) in
      OverviewEntry(proposal, from: item)
    }
    session.note(list)
    session.attempt { () throws(FileFailure) in
      var report = try OverviewReport(ready.map(\.part), decisions: list, for: output)
      report.note(session.left(list))
      for remark in report.remarks { session.say(remark) }
      let file = try session.files.protecting([decisions].compactMap { $0 }).write(
        try report.bytes(for: output), to: output)
      try session.receipts?.add(
        proposals: report.overview.rows.map(\.number),
        inputs: ready.flatMap(\.inputs) + [list?.fact].compactMap { $0 }, outputs: [file],
        findings: session.severities)
      if output != "-" { session.say("Skrevet: \(output) (\(report.overview.rows.count) forslag)") }
    }
    try session.end()
  }
}
