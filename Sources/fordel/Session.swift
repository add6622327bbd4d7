import Findings
import Intake
import Output
import ProposalModel
import Spreadsheet
import ArgumentParser

/// One run of a command that tells what is wrong in proposals, and how the run ends. See ``BatchSession`` for
/// commands that make something of them.
struct Session {
  let items: [IntakeItem]
  let failures: [FileFailure]
  private let input: InputOptions
  private let isQuiet: Bool
  /// The files that options name.
  private let options: [String]

  /// Reads the inputs and prints the failures.
  init(input: InputOptions, common: CommonOptions) throws {
    self.input = input
    isQuiet = common.quiet
    options = common.files
    let round: Round?
    do { round = try common.chosenRound() } catch { throw error.exitCode() }
    (items, failures) = Intake(round: round).read(input.files, keepsProposals: false)
    for failure in failures { Terminal.say(failure.description) }
  }

  /// Prints words on standard error, unless `--quiet`.
  func say(_ text: String) { if !isQuiet { Terminal.say(text) } }

  /// Runs `write` and ends with the worst status of the run.
  func finish(isStrict: Bool = false, _ write: (OutputFiles) throws(FileFailure) -> Void) throws {
    var status = failures.map(\.status).max() ?? .success
    let worst = items.flatMap(\.findings).map(\.severity).max()
    if worst == .error || (isStrict && worst == .warning) { status = max(status, .findings) }
    do { try write(OutputFiles(protecting: items.map(\.file) + failures.map(\.file) + options)) } catch {
      Terminal.say(error.description)
      status = max(status, error.status)
    }
    if status != .success { throw ExitCode(status.rawValue) }
  }
}
