import Intake
import AllocationTables
import Distribution
import Output
import ProposalModel
import Reports
import ArgumentParser

/// `fordel balance`: what rounding does to each committee over a whole round.
struct BalanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "balance",
    abstract:
      "Show what rounding does to each committee over many proposals: nobody shall gain or lose systematically.",
    discussion:
      "Counts the shares that are not whole in the blocks of every proposal, how they were rounded, and what remains for ever."
  )

  /// The formats of the report.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var common: CommonOptions
  @OptionGroup var rounding: RoundingOptions

  @Option(help: "The format: text or json.")
  var format: Format = .text

  func run() throws {
    let session = try ProposalSession("balance", input: input, common: common)
    let options = TableOptions(policy: rounding.rounding, bookingUnit: rounding.unit?.rawValue)
    let ready = session.collect { item, proposal throws(FileFailure) in
      item.round.map { (BalanceReport.part(of: proposal, in: $0, options: options), $0) }
    }
    session.attempt { () throws(FileFailure) in
      var report = BalanceReport()
      for ready in ready {
        if let (part, round) = ready.part { report.add(part, of: round, file: ready.file) }
      }
      _ = try session.files.write(format == .json ? try report.json() : Array(report.text.utf8), to: "-")
    }
    try session.end()
  }
}
