import Reports
import Forms
import Intake
import Output
import ProposalModel
import Reading
import ArgumentParser

/// `fordel template`: the entry workbook that departments fill in.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "Write the entry workbook of a round, blank or filled from a proposal."
  )

  @OptionGroup var common: CommonOptions

  @Option(
    help: ArgumentHelp(
      "A proposal to fill the workbook from: any file that import reads.", valueName: "file"),
    completion: .file())
  var proposal: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The workbook to write; - is standard output.", valueName: "file.xlsx"),
    completion: .file())
  var output: String

  func run() throws {
    do {
      let files = OutputFiles(protecting: common.files + (proposal.map { [$0] } ?? []))
      try files.refuseInput(output)
      // Excel refuses a workbook whose name says that it is something else.
      guard output == "-" || output.lowercased().hasSuffix(".xlsx") else {
        throw FileFailure(file: output, status: .usage, message: "Filens navn skal ende på .xlsx.")
      }
      let chosen = try common.chosenRound()
      let item = try proposal.map { file throws(FileFailure) in try Intake(round: chosen).single(file) }
      guard let round = chosen ?? item?.round else {
        throw ValidationError(
          "Which round? Add --round NAME (\(RoundLibrary.all.map(\.id).joined(separator: ", "))) or --proposal FILE."
        )
      }
      let bytes = try EntryWorkbook.file(round: round, proposal: item?.proposal, for: output)
      try files.write(bytes, to: output)
      if !common.quiet, output != "-" { Terminal.say("Skrevet: \(output)") }
    } catch let failure as FileFailure {
      throw failure.exitCode()
    }
  }
}
