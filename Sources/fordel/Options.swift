public import Distribution
import Intake
import Output
import ProposalModel
public import ArgumentParser

/// `--round` and `--quiet`, which all commands on proposals share.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The round: its name in templates/, an alias, or a path to a round file. Without it the proposal's own.",
      valueName: "name"))
  var round: String?

  @Flag(help: "Print no words on standard error, only data on standard output.")
  var quiet = false

  @OptionGroup var speech: LanguageOptions

  /// The files that these options name: what a command writes must not take their place.
  var files: [String] { round.map { [$0] } ?? [] }

  /// The round that was asked for, or `nil` if none was.
  func chosenRound() throws(FileFailure) -> Round? {
    guard let round else { return nil }
    return try RoundChoice.round(round)
  }
}

/// `--language`, which all commands share.
struct LanguageOptions: ParsableArguments {
  @Option(help: "The language of help and of errors of usage: da or en. Without it that of the locale.")
  var language: Language?
}

extension Language: ExpressibleByArgument {}

/// The proposals a command reads.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Entry workbooks, table workbooks (.xlsx or .ods), CSV of either, documents (.docx, .odt, .html, .md, .txt, .pdf), canonical JSON, or folders of them; - is standard input.",
      valueName: "file|dir"), completion: .file())
  var files: [String]

  @OptionGroup var run: RunOptions

  var allowIncomplete: Bool { run.allowIncomplete }
  var jobs: Int? { run.jobs }
  var noReceipt: Bool { run.noReceipt }
}

/// How the proposals are read, and whether a receipt is written.
struct RunOptions: ParsableArguments {
  @Flag(
    help:
      "Write what could be read, even if parts of a proposal could not; of several versions of a proposal, the latest."
  )
  var allowIncomplete = false

  @Option(
    help: ArgumentHelp(
      "How many files are read at the same time, at least 1. Without it as many as there are cores and memory for.",
      valueName: "n"))
  var jobs: Int?

  @Flag(help: "Write no receipt (fordel-kvitteringer.jsonl) beside the output.")
  var noReceipt = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs is at least 1.") }
  }
}

/// `--rounding` and `--unit`.
struct RoundingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How shares become whole units: standard, largest-remainder, controlled, as-published or residual-to=KFU.",
      valueName: "policy"))
  var rounding: RoundingPolicy = .standard

  @Option(
    help: ArgumentHelp(
      "The unit of rounding in kroner: 1000 or 1. Without it the round's own.", valueName: "kroner"))
  var unit: BookingUnit?
}

/// The unit of rounding: 1.000 kr. or 1 kr.
enum BookingUnit: Int64, ExpressibleByArgument, CaseIterable {
  case thousand = 1_000
  case one = 1

  init?(argument: String) {
    guard let value = Int64(argument) else { return nil }
    self.init(rawValue: value)
  }

  static var allValueStrings: [String] { ["1000", "1"] }
}

extension RoundingPolicy: ExpressibleByArgument {
  /// Reads a policy as `--rounding` spells it.
  public init?(argument: String) { self.init(spelling: argument) }
}

extension FileFailure {
  /// Prints the failure and gives the exit code.
  func exitCode() -> ExitCode {
    Terminal.say(description)
    return ExitCode(status.rawValue)
  }
}
