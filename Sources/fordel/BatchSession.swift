import Findings
import Intake
import Output
import ProposalModel
import Spreadsheet
import ArgumentParser

/// One run of a command over any number of proposals: prints what is said about them, shows how far it has
/// come, and ends with the worst status.
final class BatchSession {
  /// Writes files, never over an input.
  let files: OutputFiles
  /// The receipts of what is written; `nil` with `--no-receipt`.
  let receipts: ReceiptFile?
  /// The files whose proposals are not used.
  private(set) var left: [String] = []
  /// The severities of all findings.
  private(set) var severities: [Severity] = []
  private let run: BatchRun
  private let isQuiet: Bool
  private var status = ExitStatus.success
  private var progress = RunProgress()

  /// A run over the inputs; `command` is named in receipts.
  init(_ command: String, input: InputOptions, common: CommonOptions) throws {
    isQuiet = common.quiet
    do {
      var intake = Intake(round: try common.chosenRound())
      intake.recordsInputs = !input.noReceipt
      run = BatchRun(
        input.files, intake: intake, allowsIncomplete: input.allowIncomplete, threads: input.jobs)
    } catch { throw error.exitCode() }
    files = OutputFiles(protecting: run.files + common.files)
    receipts = input.noReceipt ? nil : ReceiptFile(command: command)
  }

  /// Prints words on standard error, unless `--quiet`.
  func say(_ text: String) { if !isQuiet { Terminal.say(text) } }

  /// Reads everything; `make` runs on other threads, `use` takes the proposals in order, `withdraw` those
  /// that are not to be used after all.
  func process<Part: Sendable>(
    make: @escaping @Sendable (IntakeItem, Proposal) throws(FileFailure) -> Part,
    use: (BatchRun.Ready<Part>) throws(FileFailure) -> Void, withdraw: (Int) throws(FileFailure) -> Void
  ) {
    run.run(make: make) { (event: BatchRun.Event<Part>) in
      switch event {
      case .failure(let failure): fail(failure)
      case .findings(let findings): note(findings)
      case .left(let file): leave(file)
      case .passedOver(let text): say(text)
      case .withdrawn(let index, _, let file):
        if !run.allowsIncomplete { leave(file) }
        return attempt { () throws(FileFailure) in try withdraw(index) }
      case .ready(let ready): return attempt { () throws(FileFailure) in try use(ready) }
      case .progress(let done, let total):
        if !isQuiet, let line = progress.line(done: done, of: total) {
          Terminal.show(progress: line, isLast: done == total)
        }
      }
      return true
    }
    Terminal.clearProgress()
  }

  /// Reads everything and keeps what `make` makes of each proposal that is used, in their order.
  func collect<Part: Sendable>(
    _ make: @escaping @Sendable (IntakeItem, Proposal) throws(FileFailure) -> Part
  ) -> [BatchRun.Ready<Part>] {
    var parts: [Int: BatchRun.Ready<Part>] = [:]
    process(make: make) { ready throws(FileFailure) in
      parts[ready.index] = ready
    } withdraw: { index throws(FileFailure) in
      parts[index] = nil
    }
    return parts.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Does something that can fail; the failure is printed and decides how the run ends.
  @discardableResult
  func attempt(_ body: () throws(FileFailure) -> Void) -> Bool {
    do { try body() } catch {
      Terminal.say(error.description)
      status = max(status, error.status)
      return error.status != .outputUnwritable && error.status != .inputOutput
    }
    return true
  }

  /// Notes findings that do not belong to a proposal, such as those of an account list.
  func note(_ findings: [Finding]) {
    severities += findings.map(\.severity)
    for finding in findings where finding.severity != .note { say(finding.line) }
    guard findings.contains(where: { $0.severity == .error }) else { return }
    status = max(status, .findings)
    progress.errors += 1
  }

  /// Ends the run with the worst status.
  func end() throws { if status != .success { throw ExitCode(status.rawValue) } }

  private func fail(_ failure: FileFailure) {
    Terminal.say(failure.description)
    status = max(status, failure.status)
    progress.errors += 1
    left.append(failure.file)
  }

  private func leave(_ file: String) {
    left.append(file)
    say("\(file): ikke taget med: ret fejlene ovenfor, eller brug --allow-incomplete.")
  }
}
