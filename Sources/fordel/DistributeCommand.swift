import Distribution
import Forms
import Intake
import Output
import ProposalModel
import Reports
import ArgumentParser

/// `fordel distribute`: a calculator for shares.
struct DistributeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "distribute", abstract: "Share amounts among the committees by a rule, exactly.",
    discussion: """
      Example: fordel distribute --amounts 2019=-270,2020=-933 --rule equal

      Amounts are in units of --unit kroner. Ties start at the round's first committee; standard means largest-remainder here.
      """)

  /// The formats of the result.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, csv, json
  }

  @Option(help: ArgumentHelp("The amounts: year=amount, separated by commas.", valueName: "year=amount,…"))
  var amounts: String

  @Option(
    help: ArgumentHelp(
      "The rule: equal, or what a Fordeling cell may hold, such as \"ØU 60 %; KFU 40 %\".", valueName: "rule")
  )
  var rule: String

  @OptionGroup var rounding: RoundingOptions
  @OptionGroup var common: CommonOptions

  @Option(
    help: ArgumentHelp(
      "A file with distribution keys: an entry workbook with the sheet Fordelingsnøgler, or a proposal.",
      valueName: "file"), completion: .file())
  var keys: String?

  @Flag(help: "Several policies side by side: what each guarantees, and where they differ.")
  var compare = false

  @Option(help: "The format: text, csv or json.")
  var format: Format = .text

  func run() throws {
    do {
      let round = try common.chosenRound() ?? RoundLibrary.newest
      let unit = rounding.unit?.rawValue ?? round.bookingUnit
      let input = try CalculatorInput(parsing: amounts, unit: unit)
      let parsed =
        rule.lowercased() == "equal" ? .equal(among: []) : try CalculatorInput.rule(rule, round: round)
      let keys = try keys.map { file throws(FileFailure) in try Intake(round: round).keys(in: file) } ?? []
      let calculator = Calculator(round: round, keys: keys, bookingUnit: unit)
      try show(calculator, input, parsed, CalculationReport(round: round))
    } catch let failure as FileFailure {
      throw failure.exitCode()
    }
  }

  private func show(
    _ calculator: Calculator, _ input: CalculatorInput, _ rule: DistributionRule, _ report: CalculationReport
  ) throws {
    let bytes: [UInt8]
    let troubles: [DistributionTrouble]
    if compare {
      let comparison = calculator.compare(
        years: input.years, amounts: input.amounts, rule: rule,
        policies: RoundingPolicy.compared(with: rounding.rounding))
      switch format {
      case .text: bytes = Array(report.text(comparison).utf8)
      case .json: bytes = try report.json(comparison)
      case .csv: bytes = report.csv(comparison)
      }
      troubles = comparison.troubles
    } else {
      let result = calculator.calculate(
        years: input.years, amounts: input.amounts, rule: rule, policy: rounding.rounding)
      switch format {
      case .text: bytes = Array(report.text(result).utf8)
      case .json: bytes = try report.json(result)
      case .csv: bytes = report.csv(result)
      }
      troubles = result.troubles
    }
    try OutputFiles(protecting: []).write(bytes, to: "-")
    guard !troubles.isEmpty else { return }
    for trouble in troubles { Terminal.say("fejl: " + trouble.message) }
    throw ExitCode(ExitStatus.findings.rawValue)
  }
}
