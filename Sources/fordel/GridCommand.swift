import Intake
public import Spreadsheet
public import ArgumentParser

/// `fordel grid`: any XLSX or CSV as cells, as the engine reads it.
struct GridCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grid", abstract: "Show the cells of any XLSX or CSV file, as the engine reads them.")

  @Argument(help: ArgumentHelp("The file; - is standard input.", valueName: "file"), completion: .file())
  var file: String

  @Option(help: ArgumentHelp("Only the sheet of this name.", valueName: "name"))
  var sheet: String?

  @Option(help: "The format: jsonl (one object per non-empty cell), csv (the sheet's rows) or count.")
  var format: GridLines.Format = .jsonl

  @OptionGroup var speech: LanguageOptions

  func run() throws {
    do { try GridDump(format: format, sheet: sheet).run(file) } catch { throw error.exitCode() }
  }
}

extension GridLines.Format: ExpressibleByArgument {}
