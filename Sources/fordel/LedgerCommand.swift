import AllocationTables
import ArgumentParser
import Intake
import Kvantum
import Output
import ProposalModel
import Reading
import Reports

/// `fordel ledger`: where every number of the input went.
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "Show where every number of the input went, and the money to A–E and the corrections.",
    discussion: """
      Every number cell has exactly one role (amount, detail, total, stated, year, account …) or is named by a finding. The money of the lines is then \
      followed to the tables B, C, D and E and to the corrections: what rounding and price levels change is shown, and what is missing is the remainder, \
      which is 0 unless a finding says why. The ending of the file decides the format: .xlsx, .csv or .json.
      """)

  /// The formats of standard output.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var common: CommonOptions

  @Option(
    help: ArgumentHelp(
      "The round's account list, XLSX or CSV. Without it the one that the round's file names.",
      valueName: "file"), completion: .file())
  var accounts: String?

  @Option(help: "The format on standard output: text or json.")
  var format: Format = .text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write: .xlsx, .csv or .json.", valueName: "file"), completion: .file())
  var output: String?

  func run() throws {
    let options = TableOptions()
    let maker: CorrectionMaker
    do {
      maker = try CorrectionMaker(
        profile: "kvantum-laesbar", accounts: accounts, options: options, decision: nil)
    } catch {
      throw error.exitCode()
    }
    let session = try ProposalSession(
      "ledger", input: input, common: common, usesIncomplete: true, recordsNumbers: true)
    let ready = session.collect { item, proposal throws(FileFailure) -> MoneyFlows? in
      let part = try maker.part(of: proposal, from: item)
      return part.round.map { MoneyFlows(proposal, round: $0, book: part.book, options: options) }
    }
    session.note(maker.findings)
    let flows = Dictionary(uniqueKeysWithValues: ready.map { ($0.index, $0.part) })
    var report = LedgerReport(
      session.outcomes.enumerated().map { index, outcome in
        LedgerReport.Entry(outcome, flows: flows[index] ?? nil)
      })
    report.unreadFiles = session.unread.count
    session.attempt { () throws(FileFailure) in
      let files = session.files.protecting([accounts].compactMap { $0 } + maker.files)
      if let output {
        try files.write(try report.bytes(for: output), to: output)
        session.say("Skrevet: \(output). \(report.numbers.sentence)")
      } else {
        try files.write(format == .json ? try report.json() : Array(report.text.utf8), to: "-")
      }
    }
    try session.end()
  }
}
