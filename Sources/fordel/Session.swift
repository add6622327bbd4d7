import ArgumentParser
import Checks
import Converters
import ProposalModel

/// One run of a command over proposals: what was read, what is said about it, and how the run ends.
struct Session {
  let items: [IntakeItem]
  let failures: [FileFailure]
  private let input: InputOptions
  private let isQuiet: Bool

  /// Reads the inputs and prints the failures.
  init(input: InputOptions, common: CommonOptions) throws {
    self.input = input
    isQuiet = common.quiet
    let round: Round?
    do { round = try common.chosenRound() } catch { throw error.exitCode() }
    (items, failures) = Intake(round: round).read(input.files)
    for failure in failures { Terminal.say(failure.description) }
  }

  /// Prints words on standard error, unless `--quiet`.
  func say(_ text: String) { if !isQuiet { Terminal.say(text) } }

  /// The proposals that may be written, after telling of those that may not: a proposal whose structure could not be read is left out unless
  /// `--allow-incomplete`. Errors and warnings are printed.
  func writable() -> [(IntakeItem, Proposal)] {
    var writable: [(IntakeItem, Proposal)] = []
    for item in items {
      for finding in item.findings where finding.severity != .note { say(finding.line) }
      if item.isRepeated { continue }
      if let proposal = item.proposal, !item.isBlocked || input.allowIncomplete {
        writable.append((item, proposal))
      } else {
        say("\(item.file): ikke skrevet: ret fejlene ovenfor, eller brug --allow-incomplete.")
      }
    }
    return writable
  }

  /// The canonical JSON of a proposal.
  func json(of proposal: Proposal, from file: String) throws(FileFailure) -> [UInt8] {
    do { return try CanonicalJSON.encode(proposal) } catch {
      throw FileFailure(file: file, status: .inputOutput, message: "Forslaget kan ikke skrives som JSON (\(error)).")
    }
  }

  /// Runs `write` and ends with the worst status of the run.
  func finish(isStrict: Bool = false, _ write: (OutputFiles) throws(FileFailure) -> Void) throws {
    var status = failures.map(\.status).max() ?? .success
    let worst = items.flatMap(\.findings).map(\.severity).max()
    if worst == .error || (isStrict && worst == .warning) { status = max(status, .findings) }
    do { try write(OutputFiles(protecting: items.map(\.file))) } catch {
      Terminal.say(error.description)
      status = max(status, error.status)
    }
    if status != .success { throw ExitCode(status.rawValue) }
  }
}
