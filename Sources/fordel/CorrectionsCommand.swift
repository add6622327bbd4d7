import AllocationTables
import ArgumentParser
import Checks
import Converters
import ProposalModel

/// `fordel corrections`: what the accountants enter in Kvantum.
struct CorrectionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corrections",
    abstract: "Write the corrections of proposals for Kvantum: exactly the cells of B, D and E (and C), in kroner.",
    discussion: """
      Every proposal's rows add up to zero per year and control area, against accounts that the round or its account list names. Rows that lack a \
      field are not postable (ikke konterbar); without --allow-incomplete no file is written while there are any. The ending of the file decides: a \
      workbook (.xlsx) for people, or text (.csv, .txt) in the layout of a profile.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var common: CommonOptions
  @OptionGroup var rounding: RoundingOptions

  @Option(help: ArgumentHelp("The layout: kvantum-laesbar, kvantum-upload, or a path to a profile of your own.", valueName: "name"))
  var profile = "kvantum-laesbar"

  @Option(
    help: ArgumentHelp("The round's account list, XLSX or CSV. Without it the one that the round's file names.", valueName: "file"))
  var accounts: String?

  @Option(help: ArgumentHelp("The decision that the postings rest on, written in each of them.", valueName: "text"))
  var decision: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write: .xlsx, .csv or .txt; - is the adopted list on standard output.", valueName: "file"))
  var output: String

  func run() throws {
    let maker: CorrectionMaker
    do {
      maker = try CorrectionMaker(
        profile: profile, accounts: accounts, options: TableOptions(policy: rounding.rounding, bookingUnit: rounding.unit?.rawValue),
        decision: decision)
    } catch {
      throw error.exitCode()
    }
    let session = try Session(input: input, common: common)
    let items = session.latestWritable()
    let missing = session.failures.map(\.file) + session.items.filter { $0.isBlocked && !input.allowIncomplete }.map(\.file)
    try session.finish { files throws(FileFailure) in
      var book = CorrectionBook()
      for (item, proposal) in items {
        guard let round = item.round else { continue }
        book.append(try maker.book(of: proposal, round: round, origins: item.origins))
      }
      for finding in maker.findings where finding.severity != .note { session.say(finding.line) }
      guard let round = items.first?.item.round else {
        throw FileFailure(file: output, status: .findings, message: "Der er ingen forslag at lave korrektioner for.")
      }
      var report = maker.report(book, round: round)
      report.missing = missing.map { "\($0) kan ikke læses; se fordel check." }
      try report.write(to: output, allowsIncomplete: input.allowIncomplete, files: files) { session.say($0) }
    }
  }
}
