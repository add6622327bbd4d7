import AllocationTables
import ArgumentParser
import Intake
import Kvantum
import Output
import ProposalModel
import Reports

/// `fordel annex`: the annexes to a decision, per committee.
struct AnnexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annex",
    abstract:
      "Write the annexes to a decision: effects per committee on service, construction and the cash balance.",
    discussion: """
      One annex per kind of effect, one row per committee and proposal, one column per year, in the implemented price level. The money is that of \
      the corrections (tables B, D, E and loans) without counter-entries; every figure is a live sum of rows that name their table, line and cells. \
      Which annexes there are, what counts in them and their columns is data. The ending of the file decides the format: .xlsx, .csv or .json.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var common: CommonOptions
  @OptionGroup var rounding: RoundingOptions

  @Option(
    help: ArgumentHelp(
      "The layout of the annexes: bilag-standard, or a path to your own.", valueName: "name"))
  var profile = "bilag-standard"

  @Option(
    help: ArgumentHelp(
      "The decisions, XLSX or CSV with the columns Forslagsnummer, Beslutning, Dato, Sag. "
        + "Only what is adopted is shown and added up.",
      valueName: "file"), completion: .file())
  var decisions: String?

  @Option(
    help: ArgumentHelp(
      "The round's account list, XLSX or CSV, for the accounts in Grundlag. Without it the one that the round's "
        + "file names.", valueName: "file"), completion: .file())
  var accounts: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write: .xlsx, .csv or .json; - is CSV on standard output.", valueName: "file"),
    completion: .file())
  var output: String

  func run() throws {
    let layout: AnnexProfile
    let maker: CorrectionMaker
    let list: DecisionList?
    do {
      layout = try AnnexLibrary.profile(profile)
      list = try decisions.map { file throws(FileFailure) in try DecisionList(file: file) }
      maker = try CorrectionMaker(
        profile: "kvantum-laesbar", accounts: accounts,
        options: TableOptions(policy: rounding.rounding, bookingUnit: rounding.unit?.rawValue), decision: nil)
    } catch {
      throw error.exitCode()
    }
    let output = OutputFolder.path(output, name: AnnexReport.fileName(layout))
    let session = try ProposalSession("annex", input: input, common: common)
    let ready = session.collect { item, proposal throws(FileFailure) in
      try AnnexEntry(proposal, from: item, by: maker)
    }
    session.note(maker.findings)
    session.note(list)
    let outputs = session.files.protecting(
      [profile] + [accounts, decisions].compactMap { $0 } + maker.files)
    session.attempt { () throws(FileFailure) in
      let report = try AnnexReport(
        ready.map(\.part), profile: layout, decisions: list, left: session.left(list), for: output)
      for text in report.missing { session.say("Mangler: \(text)") }
      for text in report.leftOut { session.say("Udeladt efter beslutningslisten: \(text)") }
      guard report.isComplete || input.allowIncomplete else {
        throw FileFailure(
          file: output, status: .findings,
          message: "Bilagene er ikke hele, så intet er skrevet. Ret det, der mangler, eller brug "
            + "--allow-incomplete.")
      }
      if self.output.hasSuffix("/") { try outputs.makeFolder(self.output) }
      let file = try outputs.write(try report.bytes(for: output), to: output)
      try session.receipts?.add(
        proposals: report.proposals,
        inputs: ready.flatMap(\.inputs) + maker.inputs + [list?.fact].compactMap { $0 }, outputs: [file],
        findings: session.severities)
      if output != "-" { session.say("Skrevet: \(output) (\(report.proposals.count) forslag)") }
    }
    try session.end()
  }
}
