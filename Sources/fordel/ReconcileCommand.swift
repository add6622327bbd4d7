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
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var common: CommonOptions
  @OptionGroup var rounding: RoundingOptions

  @Option(
    help: ArgumentHelp("The extract, XLSX, ODS or CSV; - is standard input.", valueName: "kvantum.xlsx|csv"))
  var extract: String

  @Option(
    help: ArgumentHelp(
      "The round's account list, XLSX or CSV. Without it the one that the round's file names.",
      valueName: "file"))
  var accounts: String?

  @Option(
    help: ArgumentHelp(
      "The decisions, XLSX or CSV: expected are the corrections of what is adopted, and table C of what is not.",
      valueName: "file"))
  var decisions: String?

  @Flag(help: "Expect the corrections for the case that the proposals are not adopted.")
  var notAdopted = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The workbook with the rest to be dealt with; without it lines on standard output.",
      valueName: "file.xlsx"))
  var output: String?

  func run() throws {
    let maker: CorrectionMaker
    let list: DecisionList?
    do {
      list = try decisions.map { file throws(FileFailure) in try DecisionList(file: file) }
      try ReconcileRun.check(extract: extract, output: output)
      maker = try CorrectionMaker(
        profile: "kvantum-laesbar", accounts: accounts,
        options: TableOptions(policy: rounding.rounding, bookingUnit: rounding.unit?.rawValue), decision: nil)
    } catch {
      throw error.exitCode()
    }
    let session = try ProposalSession("reconcile", input: input, common: common)
    let ready = session.collect { item, proposal throws(FileFailure) in
      try maker.part(of: proposal, from: item)
    }
    session.note(maker.findings)
    session.note(list)
    session.attempt { () throws(FileFailure) in
      let run = ReconcileRun(ready.map(\.part), list: notAdopted ? .ifNotAdopted : .adopted, decisions: list)
      let report = try run.report(extract: extract)
      if let output {
        let files = session.files.protecting([extract] + [decisions].compactMap { $0 } + maker.files)
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
