import AllocationTables
import ArgumentParser
import Forms
import Intake
import Kvantum
import Output
import ProposalModel
import Reports

/// `fordel status`: the state of a round, a row per proposal.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show the state of a round: a row per proposal, every file accounted for.",
    discussion: """
      Number, title, committee, the file that is used and those passed over, errors and warnings, which of A–E are stated or computed, rows without \
      an account, the decision, and whether the proposal is ready for corrections. The ending of the file decides the format: .xlsx, .html or .json.
      """)

  /// The formats of standard output.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, html
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var common: CommonOptions

  @Option(
    help: ArgumentHelp(
      "The decisions, XLSX or CSV with the columns Forslagsnummer, Beslutning, Dato, Sag.", valueName: "file"),
    completion: .file())
  var decisions: String?

  @Option(
    help: ArgumentHelp(
      "The round's account list, XLSX or CSV. Without it the one that the round's file names.",
      valueName: "file"), completion: .file())
  var accounts: String?

  @Option(help: "The format on standard output: text, json or html.")
  var format: Format = .text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write: .xlsx, .html or .json.", valueName: "file"), completion: .file())
  var output: String?

  @Flag(help: "Treat warnings like errors in the exit status.")
  var strict = false

  func run() throws {
    let maker: CorrectionMaker
    let list: DecisionList
    do {
      maker = try CorrectionMaker(
        profile: "kvantum-laesbar", accounts: accounts, options: TableOptions(), decision: nil)
      list = try decisions.map { file throws(FileFailure) in try DecisionList(file: file) } ?? DecisionList()
    } catch {
      throw error.exitCode()
    }
    let session = try ProposalSession(
      "status", input: input, common: common, usesIncomplete: true, printsFindings: false)
    let ready = session.collect { item, proposal throws(FileFailure) in
      StatusEntry(proposal, from: item, corrections: try maker.part(of: proposal, from: item))
    }
    var report = StatusReport(
      session.outcomes,
      entries: Dictionary(uniqueKeysWithValues: ready.map { ($0.index, $0.part) }), decisions: list,
      committees: RoundLibrary.newest.committees.map(\.code))
    (report.unread, report.others) = (session.unread, session.others)
    report.withoutProposal = session.withoutProposal
    report.findings += maker.findings
    session.note(report.allFindings, isStrict: strict)
    session.attempt { () throws(FileFailure) in
      let files = session.files.protecting([decisions, accounts].compactMap { $0 } + maker.files)
      if let output {
        try files.write(try report.bytes(for: output), to: output)
        session.say("Skrevet: \(output). \(report.summary)")
      } else {
        let bytes =
          switch format {
          case .text: Array(report.text.utf8)
          case .json: try report.json()
          case .html: try report.bytes(for: "-.html")
          }
        try files.write(bytes, to: "-")
      }
    }
    try session.end()
  }
}
