import Intake
import Findings
import AllocationTables
import Output
import ProposalModel
import Reports
import Spreadsheet
import ArgumentParser

/// `fordel merge`: rows and accounts filled in by departments, back into the proposal.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Put A–E workbooks that departments have returned back into one proposal.",
    discussion: """
      Each file gives the rows of the administration that returned it: filled in, split by account, moved. A split must keep the sum of every \
      area and year. Rows of others that a file has changed, and two different versions of one committee's rows, are conflicts: both cells are \
      named, and the original stands. Whose file it is tells a field "Returneret af" on its sheet Forslag, else the file's name or its folder's \
      (BC08-SOF.xlsx), else the rows that were changed.
      """)

  @Argument(
    help: ArgumentHelp("The proposal that went out, in any format that import reads.", valueName: "proposal"),
    completion: .file())
  var original: String

  @Argument(
    help: ArgumentHelp("The returned files, or folders of them.", valueName: "returned"), completion: .file())
  var returned: [String]

  @OptionGroup var common: CommonOptions
  @OptionGroup var rounding: RoundingOptions

  @Flag(help: "Take rows whose sums differ from the original all the same; they are reported either way.")
  var takeChangedSums = false

  @Flag(help: "Write the proposal even if a returned file could not be read.")
  var allowIncomplete = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The JSON file to write; - is standard output.", valueName: "file.json"),
    completion: .file())
  var output: String

  func run() throws {
    func say(_ text: String) { if !common.quiet { Terminal.say(text) } }
    do {
      let run = try MergeRun(original: original, returned: returned, round: try common.chosenRound())
      for failure in run.failures { Terminal.say(failure.description) }
      var status = run.failures.map(\.status).max() ?? .success
      let options = TableOptions(policy: rounding.rounding, bookingUnit: rounding.unit?.rawValue)
      let result = run.merge(options: options, takesChangedSums: takeChangedSums)
      for finding in result.findings { say(finding.line) }
      for sender in result.senders {
        say("\(sender.file): \(sender.committee ?? "ingen ændringer"), \(sender.rows) rækker taget med")
      }
      if result.findings.contains(where: { $0.severity == .error }) { status = max(status, .findings) }
      if run.mayBeWritten(allowsIncomplete: allowIncomplete) {
        let inputs = common.files + [original] + run.returned.map(\.item.file) + run.failures.map(\.file)
        try OutputFiles(protecting: inputs).write(try result.json(), to: output)
        if output != "-" { say("Skrevet: \(output)") }
      } else {
        say(
          "Intet er skrevet: ret filerne ovenfor\(run.returned.isEmpty ? "" : ", eller brug --allow-incomplete")."
        )
      }
      if status != .success { throw ExitCode(status.rawValue) }
    } catch let failure as FileFailure {
      throw failure.exitCode()
    }
  }
}
