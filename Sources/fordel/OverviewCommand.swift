import AllocationTables
import ArgumentParser
import Converters
import ProposalModel

/// `fordel overview`: Bilag 2 for a whole round.
struct OverviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overview", abstract: "Write the overview of a round's proposals (Bilag 2), in millions and the implemented price level.",
    discussion: """
      One row per proposal: investments in Service and Anlæg, saving when fully phased in, payback. Figures are unrounded and shown with one decimal; \
      totals are live. The ending of the file decides the format: .xlsx, .csv or .json.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var common: CommonOptions

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write: .xlsx, .csv or .json; - is CSV on standard output.", valueName: "file"))
  var output: String

  func run() throws {
    let session = try Session(input: input, common: common)
    let items = session.latestWritable()
    let proposals = items.compactMap { item, proposal in item.round.map { (proposal: proposal, round: $0) } }
    let missing = session.failures.map(\.file) + session.items.filter { $0.isBlocked && !input.allowIncomplete }.map(\.file)
    try session.finish { files throws(FileFailure) in
      guard let round = proposals.first?.round else {
        throw FileFailure(file: output, status: .findings, message: "Der er ingen forslag at vise.")
      }
      var report = OverviewReport(Overview(proposals), round: round)
      report.missing = missing
      for remark in report.remarks { session.say(remark) }
      try files.write(try report.bytes(for: output), to: output)
      if output != "-" { session.say("Skrevet: \(output) (\(proposals.count) forslag)") }
    }
  }
}

extension Session {
  /// What may be written, one version of each proposal; see ``LatestVersions``.
  func latestWritable() -> [(item: IntakeItem, proposal: Proposal)] {
    let (latest, passedOver) = LatestVersions.pick(writable().map { (item: $0.0, proposal: $0.1) })
    for text in passedOver { say(text) }
    return latest
  }
}
