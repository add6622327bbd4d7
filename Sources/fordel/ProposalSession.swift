import ArgumentParser
import Findings
import Intake
import Kvantum
import Output
import ProposalModel
import Reports

/// How a run prints what it finds in proposals.
enum FindingPrinting: Hashable {
  /// Each error and warning.
  case each
  /// Of more than a few proposals only what keeps them from being used, and a line for each where `hasLines`.
  case summary(hasLines: Bool)
  /// Nothing: a report shows them otherwise.
  case nothing
}

/// One run of a command over any number of proposals: prints what is said about them, shows how far it has
/// come, and ends with the worst status.
final class ProposalSession {
  /// Writes files, never over an input.
  let files: OutputFiles
  /// The receipts of what is written; `nil` with `--no-receipt`.
  let receipts: ReceiptFile?
  /// What became of each proposal, in the order of the files.
  private(set) var outcomes: [ProposalRun.Outcome] = []
  /// The files that could not be read.
  private(set) var unread: [UnreadFile] = []
  /// The files of folders that hold no proposal.
  private(set) var withoutProposal: [String] = []
  /// The severities of all findings.
  private(set) var severities: [Severity] = []
  private let run: ProposalRun
  private let isQuiet: Bool
  private let printing: FindingPrinting
  private var status = ExitStatus.success
  private var progress = RunProgress()

  /// A run over the inputs; `command` is named in receipts.
  convenience init(
    _ command: String, input: InputOptions, common: CommonOptions, usesIncomplete: Bool? = nil,
    printing: FindingPrinting = .each, recordsNumbers: Bool = false, keeping read: ReadFiles? = nil
  ) throws {
    try self.init(
      command, files: input.files, input.run, common: common, usesIncomplete: usesIncomplete,
      printing: printing, recordsNumbers: recordsNumbers, keeping: read)
  }

  /// A run over `inputs`, which may be none where the command has something else to do.
  init(
    _ command: String, files inputs: [String], _ input: RunOptions, common: CommonOptions,
    usesIncomplete: Bool? = nil, printing: FindingPrinting = .each, recordsNumbers: Bool = false,
    keeping read: ReadFiles? = nil
  ) throws {
    isQuiet = common.quiet
    self.printing = printing
    do {
      var intake = Intake(round: try common.chosenRound())
      intake.recordsInputs = !input.noReceipt
      intake.recordsNumbers = recordsNumbers
      intake.files = read
      run = ProposalRun(
        inputs, intake: intake, allowsIncomplete: usesIncomplete ?? input.allowIncomplete,
        threads: input.jobs)
    } catch { throw error.exitCode() }
    files = OutputFiles(protecting: run.files + common.files)
    receipts = input.noReceipt ? nil : ReceiptFile(command: command)
  }

  /// The files of folders that are of no kind that proposals come in.
  var others: [String] { run.others }

  /// The files whose proposals are not used because something is wrong with them, each with what, and what that
  /// means after `decisions`.
  func left(_ decisions: DecisionList? = nil) -> LeftFiles {
    LeftFiles(
      unread.map { ($0.file, nil, $0.failure.message) }
        + outcomes.filter { $0.use == .left }.map { outcome in
          let first = outcome.findings.first { $0.severity == .error }
          return (outcome.file, outcome.id, first?.message ?? "se fordel check")
        },
      decisions: decisions)
  }

  /// Which of several files with one proposal were passed over, and why.
  var versions: [String] {
    outcomes.compactMap { outcome in
      guard outcome.use == .repeated else { return outcome.remark }
      return outcome.findings.first { $0.code == .duplicateProposal }.map { "\(outcome.file): \($0.message)" }
    }
  }

  /// The words after `Skrevet: …`: how much was found, where it was not printed.
  var foundWords: String { summary.map { " " + $0.sentence } ?? "" }

  /// The summary in place of each finding; `nil` where each is printed.
  private var summary: RunSummary? {
    if case .summary = printing { RunSummary(outcomes) } else { nil }
  }

  /// Prints words on standard error, unless `--quiet`.
  func say(_ text: String) { if !isQuiet { Terminal.say(text) } }

  /// Reads everything; `make` runs on other threads, `use` takes the proposals in order, `withdraw` those
  /// that are not to be used after all.
  func process<Part: Sendable>(
    make: @escaping @Sendable (IntakeItem, Proposal) throws(FileFailure) -> Part,
    use: (ProposalRun.Ready<Part>) throws(FileFailure) -> Void, withdraw: (Int) throws(FileFailure) -> Void
  ) {
    run.run(make: make) { (event: ProposalRun.Event<Part>) in
      switch event {
      case .unread(let file): note(file)
      case .failure(let failure): return attempt { () throws(FileFailure) in throw failure }
      case .withdrawn(let index): return attempt { () throws(FileFailure) in try withdraw(index) }
      case .ready(let ready): return attempt { () throws(FileFailure) in try use(ready) }
      case .outcome(let outcome): note(outcome)
      case .withoutProposal(let files): withoutProposal = files
      case .progress(let done, let total, let errors):
        progress.errors = errors
        if !isQuiet, let line = progress.line(done: done, of: total) {
          Terminal.show(progress: line, isLast: done == total)
        }
      }
      return true
    }
    Terminal.clearProgress()
    tellOutcomes()
    if !withoutProposal.isEmpty { say("uden forslag: \(withoutProposal.joined(separator: ", "))") }
    if let first = run.others.first {
      let count = run.others.count
      say(
        "\(count) \(count == 1 ? "anden fil" : "andre filer") er ikke forslag og er ikke læst (\(first)\(count > 1 ? " …" : ""))."
      )
    }
    if outcomes.isEmpty, unread.isEmpty { noteEmptiness() }
  }

  /// Reads everything and keeps what `make` makes of each proposal that is used, in their order.
  func collect<Part: Sendable>(
    _ make: @escaping @Sendable (IntakeItem, Proposal) throws(FileFailure) -> Part
  ) -> [ProposalRun.Ready<Part>] {
    var parts: [Int: ProposalRun.Ready<Part>] = [:]
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

  /// Notes findings; those of severity error decide how the run ends, with `isStrict` warnings too unless
  /// somebody accepted them.
  func note(_ findings: [Finding], isStrict: Bool = false) {
    count(findings, isStrict: isStrict)
    if printing != .nothing { for finding in findings where finding.severity != .note { say(finding.line) } }
  }

  private func count(_ findings: [Finding], isStrict: Bool = false) {
    severities += findings.map(\.severity)
    let limit: Severity = isStrict ? .warning : .error
    let open = findings.filter { !$0.isAccepted }
    if open.contains(where: { $0.severity >= limit }) { status = max(status, .findings) }
  }

  /// Notes what is wrong with a list of decisions, also decisions on numbers that none of the proposals has.
  func note(_ decisions: DecisionList?) {
    guard let decisions else { return }
    note(decisions.findings + decisions.unknown(among: outcomes.compactMap(\.id)))
  }

  /// Ends the run with the worst status.
  func end() throws { if status != .success { throw ExitCode(status.rawValue) } }

  private func note(_ file: UnreadFile) {
    unread.append(file)
    severities.append(.error)
    if printing != .nothing { Terminal.say(file.finding.line) }
    status = max(status, file.failure.status)
  }

  private func note(_ outcome: ProposalRun.Outcome) {
    outcomes.append(outcome)
    guard printing != .nothing else { return }
    count(outcome.findings)
    if outcome.use == .left { status = max(status, .findings) }
  }

  /// Prints what was found in the proposals: each error and warning, or the summary of many.
  private func tellOutcomes() {
    guard printing != .nothing else { return }
    let summary = summary
    if case .summary(hasLines: true) = printing { for line in summary?.lines ?? [] { say(line) } }
    for outcome in outcomes {
      let isTold = summary == nil || outcome.use == .left
      for finding in outcome.findings where isTold && finding.severity != .note {
        if summary == nil || finding.severity == .error { say(finding.line) }
      }
      if let remark = outcome.remark { say(remark) }
      guard outcome.use == .left else { continue }
      say("\(outcome.file): ikke taget med: ret fejlene ovenfor, eller brug --allow-incomplete.")
    }
  }

  /// That there was nothing to read, not even a file that cannot be read.
  private func noteEmptiness() {
    Terminal.say("fejl: Der er ingen forslag i det, der er angivet.")
    status = max(status, .findings)
  }
}
