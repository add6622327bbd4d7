import AllocationTables
import Distribution
import Intake
import Output
public import Reports
import Spreadsheet
public import ArgumentParser

/// `fordel export`: the tables of proposals as XLSX, CSV or JSON.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the tables of proposals: Tabel 1, the detail tables, Fordeling and A–E.",
    discussion:
      "Shares are computed from lines and rules; where departments have stated a table, it is written as stated."
  )

  @OptionGroup var input: InputOptions
  @OptionGroup var common: CommonOptions

  @Option(
    help: ArgumentHelp("Which tables: A-E, all, or a list such as 1,2,A,Fordeling.", valueName: "tables"))
  var tables: TableSelection = .technical

  @Option(help: "The format: xlsx, csv, json, or text for a terminal.")
  var format: ExportFormat = .xlsx

  @Option(help: "How CSV is laid out: wide (a file per table) or long (one row per amount).")
  var layout: CSVLayout = .wide

  @OptionGroup var rounding: RoundingOptions

  @Option(help: "The price level of the allocation tables: written or implemented.")
  var priceLevel: TablePriceLevel = .written

  @Option(help: "How CSV is written: excel-da (semicolons, decimal comma, BOM) or rfc4180.")
  var csvDialect: CSVDialectName = .excelDanish

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder for the files; - writes a single file to standard output.", valueName: "dir"),
    completion: .directory)
  var output: String

  func run() throws {
    let session = try ProposalSession("export", input: input, common: common)
    let export = TableExport(
      selection: tables, format: format, layout: layout, dialect: csvDialect.dialect,
      options: TableOptions(
        policy: rounding.rounding, bookingUnit: rounding.unit?.rawValue, priceLevel: priceLevel),
      allowsUnconverted: input.allowIncomplete)
    let outputs = ProposalOutputs(folder: output, files: session.files, receipts: session.receipts)
    session.process { item, proposal throws(FileFailure) in
      try export.part(of: proposal, from: item)
    } use: { ready throws(FileFailure) in
      for remark in ready.part.remarks { session.say(remark) }
      try write(ready, outputs, session)
      if let failure = ready.part.failure { throw failure }
    } withdraw: { index throws(FileFailure) in
      try outputs.withdraw(index)
    }
    try session.end()
  }
}

extension ExportCommand {
  private func write(
    _ ready: ProposalRun.Ready<TableExport.Part>, _ outputs: ProposalOutputs, _ session: ProposalSession
  ) throws(FileFailure) {
    guard !ready.part.files.isEmpty else { return }
    if output == "-" { return try writeToStandardOutput(ready.part.files, session.files) }
    for path in try outputs.write(ready.part.files.map { (name: $0.name, bytes: $0.bytes) }, of: ready) {
      session.say("\(ready.file) → \(path)")
    }
  }

  /// Several files on one stream could not be told apart; text can.
  private func writeToStandardOutput(_ result: [TableExport.File], _ files: OutputFiles) throws(FileFailure) {
    guard let file = result.first, result.count == 1 else {
      throw FileFailure(
        file: "-", status: .usage, message: "Der er \(result.count) filer; angiv en mappe med -o.")
    }
    try files.write(file.bytes, to: "-")
  }
}

extension ExportFormat: ExpressibleByArgument {}
extension CSVLayout: ExpressibleByArgument {}
extension TablePriceLevel: ExpressibleByArgument {}

extension TableSelection: ExpressibleByArgument {
  /// Reads a selection as `--tables` spells it.
  public init?(argument: String) { self.init(parsing: argument) }
  /// What `--help` shows as the default.
  public var defaultValueDescription: String { "A-E" }
}

/// The names of the CSV dialects on the command line.
enum CSVDialectName: String, ExpressibleByArgument, CaseIterable {
  case excelDanish = "excel-da"
  case rfc4180

  var dialect: CSVDialect { self == .excelDanish ? .excelDanish : .rfc4180 }
}
