import Output
import Reports
import ArgumentParser

/// `fordel diff`: what is different between two versions of a proposal, or two folders of proposals.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what is different between two versions of a proposal, or two folders of proposals.",
    discussion: """
      Lines are recognised by id and content, so that moved and relabelled ones are not taken for new. Shown are fields, lines, amounts per year, \
      totals, and payback before and after. Differences are no error: the exit status is 0, \
      unless something could not be read.
      """)

  /// The formats of the report.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, html
  }

  @Argument(
    help: ArgumentHelp("The old version: any file that import reads, or a folder.", valueName: "old"),
    completion: .file())
  var old: String

  @Argument(help: ArgumentHelp("The new version: a file or a folder.", valueName: "new"), completion: .file())
  var new: String

  @OptionGroup var common: CommonOptions

  @Option(help: "The format of the report: text, json or html (one page, side by side).")
  var format: Format = .text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file for the report; without it standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  func run() throws {
    do {
      let run = DiffRun(old: old, new: new, round: try common.chosenRound())
      for failure in run.failures { Terminal.say(failure.description) }
      if !common.quiet { for remark in run.remarks { Terminal.say(remark) } }
      var status = run.failures.map(\.status).max() ?? .success
      if !run.differences.isEmpty || run.failures.isEmpty {
        let report = DiffReport(run.differences, old: old, new: new)
        let files = OutputFiles(protecting: [old, new] + run.files + common.files)
        do {
          switch format {
          case .text: try files.write(Array(report.text.utf8), to: output ?? "-")
          case .json: try files.write(try report.json(), to: output ?? "-")
          case .html: try files.write(Array(report.html.utf8), to: output ?? "-")
          }
        } catch {
          Terminal.say(error.description)
          status = max(status, error.status)
        }
      }
      if run.isIncomplete { status = max(status, .findings) }
      if status != .success { throw ExitCode(status.rawValue) }
    } catch let failure as FileFailure {
      throw failure.exitCode()
    }
  }
}
