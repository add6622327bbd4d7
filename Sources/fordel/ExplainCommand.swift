import AllocationTables
import Intake
import Output
import ProposalModel
import Reports
import ArgumentParser

/// `fordel explain`: how one number of a table came about.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell how one number of a table came about, from its cell to the rounding.",
    discussion: """
      Example: fordel explain BC08.xlsx --table A --row Socialudvalget --year 2023

      Lines and amounts with their cells, rule, weight, exact fraction, policy, direction and why. With --rounding, --unit and --price-level it
      explains the table that export makes with the same options.
      """)

  /// The formats of the explanation.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(
    help: ArgumentHelp(
      "The proposal: an entry or table workbook, CSV or canonical JSON; - is standard input.",
      valueName: "file"), completion: .file())
  var proposal: String

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("The table: 1, 2, Fordeling, A, B …", valueName: "table"))
  var table: String

  @Option(
    help: ArgumentHelp(
      "The row: a committee or unit, a line's text or id, or Total; all rows that fit are explained.",
      valueName: "row"))
  var row: String

  @Option(help: ArgumentHelp("The year of the column.", valueName: "year"))
  var year: Int

  @OptionGroup var rounding: RoundingOptions

  @Option(help: "The price level of the allocation tables: written or implemented.")
  var priceLevel: TablePriceLevel = .written

  @Flag(help: "Explain what could be read, even if parts of the proposal could not.")
  var allowIncomplete = false

  @Option(help: "The format: text or json.")
  var format: Format = .text

  func run() throws {
    do {
      let item = try Intake(round: try common.chosenRound()).single(
        proposal, allowsIncomplete: allowIncomplete)
      let options = TableOptions(
        policy: rounding.rounding, bookingUnit: rounding.unit?.rawValue, priceLevel: priceLevel)
      let explanation = try Explainer.explanation(
        of: item, table: table, row: row, year: year, options: options)
      let bytes =
        format == .json ? try explanation.json() : Array(explanation.danish(name: item.printedName).utf8)
      try OutputFiles(protecting: [proposal]).write(bytes, to: "-")
    } catch {
      throw error.exitCode()
    }
  }
}
