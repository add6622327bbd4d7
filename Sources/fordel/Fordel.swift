import Intake
import Output
import ProposalModel
import ArgumentParser
import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// The command line: parses options, calls the converters and prints. It decides nothing itself.
@main
struct Fordel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fordel",
    abstract: "Budget spreadsheets for the City of Copenhagen's investment proposals.",
    discussion: """
      Converts proposals between entry workbooks, allocation tables (A–E, by committee and bevilling) and canonical JSON, checks them, and \
      distributes money exactly. Data goes to standard output, words to standard error.

      Exit status: 0 done, 1 findings of severity error, 64 wrong usage, 65 not a readable workbook, CSV or JSON, 66 input not there, \
      73 output cannot be written, 74 reading or writing failed.
      """,
    version: BuildInformation.text,
    subcommands: pages + [
      TemplateCommand.self, ImportCommand.self, CheckCommand.self, ExportCommand.self, DistributeCommand.self,
      GridCommand.self,
      OverviewCommand.self, AnnexCommand.self, CorrectionsCommand.self, ExplainCommand.self,
      BalanceCommand.self,
      MergeCommand.self, DiffCommand.self,
      ReconcileCommand.self, StatusCommand.self, LedgerCommand.self, ManualCommand.self,
    ])

  @OptionGroup var speech: LanguageOptions

  /// The language of help and of errors of usage.
  static let language = Language.chosen(
    by: Array(CommandLine.arguments.dropFirst()), in: ProcessInfo.processInfo.environment)

  /// The local page, where the tool is built with it.
  private static var pages: [any ParsableCommand.Type] {
    #if Page
      [ServeCommand.self]
    #else
      []
    #endif
  }

  /// Runs the tool; told to stop, it takes its temporary files with it.
  static func main() {
    // libzip turns the times of a file's entries into local time, for which the C library looks at
    // /etc/localtime twenty times per workbook unless it is told to stay with it.
    setenv("TZ", ":/etc/localtime", 0)
    Interruption.arm()
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let word = arguments.first, let words = unknownCommand(word) {
      Terminal.say(language(words))
      exit(withError: ExitCode(ExitStatus.usage.rawValue))
    }
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch { end(with: error, arguments) }
  }

  /// Ends the run: prints the help that was asked for, or what is wrong with the usage, in the chosen language.
  private static func end(with error: any Error, _ arguments: [String]) -> Never {
    let text = fullMessage(for: error)
    let isHelp = text.hasPrefix("OVERVIEW: ") || text.hasPrefix("USAGE: ")
    if exitCode(for: error) == .success {
      guard isHelp, let tree = try? CommandTree(json: _dumpHelp()) else { exit(withError: error) }
      let command = tree.command(in: arguments)
      Terminal.show(HelpPage(command: command, language: language, width: Terminal.width).text)
      exit(withError: ExitCode.success)
    }
    guard language == .danish, !text.isEmpty else { exit(withError: error) }
    Terminal.say(Danish.usageError(message(for: error), whole: text))
    exit(withError: exitCode(for: error))
  }

  /// What to say of a first word that is no command; `nil` where it is one, or an option.
  ///
  /// The parser itself counts "2 unexpected arguments" there, which names neither the word nor the way on.
  private static func unknownCommand(_ word: String) -> String? {
    let shown = configuration.subcommands.filter { $0.configuration.shouldDisplay }
    let names = shown.compactMap { $0.configuration.commandName } + ["help", ManualCommand._commandName]
    guard !word.hasPrefix("-"), !names.contains(word) else { return nil }
    let isFile = word.contains("/") || word.contains(".")
    let nearest = isFile ? "check \(word)" : Spelling.nearest(to: word, among: names)
    let hint = nearest.map { "Did you mean: fordel \($0)" } ?? "See what there is: fordel --help"
    return "»\(word)« is no command. \(hint)"
  }
}
