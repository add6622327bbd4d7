public import AllocationTables
public import Intake
public import Output
public import ProposalModel
public import Spreadsheet

/// The file formats of an export.
public enum ExportFormat: String, Hashable, Sendable, CaseIterable {
  /// One workbook with a sheet per table.
  case xlsx
  /// CSV files; see ``CSVLayout``.
  case csv
  /// One JSON file with all tables.
  case json
  /// Aligned text for a terminal.
  case text
}

/// How tables become CSV files.
public enum CSVLayout: String, Hashable, Sendable, CaseIterable {
  /// One file per table, with the table's own columns.
  case wide
  /// One file for all tables, with one row per amount.
  case long
}

/// Exports the tables of a proposal to files.
public struct TableExport: Sendable {
  /// Which tables.
  public var selection: TableSelection
  /// Which format.
  public var format: ExportFormat
  /// How CSV is laid out.
  public var layout: CSVLayout
  /// How CSV is written.
  public var dialect: CSVDialect
  /// How the tables are made.
  public var options: TableOptions
  /// Whether tables are written that hold money for which the round has no conversion factor, unconverted and
  /// with a remark.
  public var allowsUnconverted: Bool

  /// An export; the defaults are those of the command line.
  public init(
    selection: TableSelection = .technical, format: ExportFormat = .xlsx, layout: CSVLayout = .wide,
    dialect: CSVDialect = .excelDanish,
    options: TableOptions = TableOptions(), allowsUnconverted: Bool = false
  ) {
    self.selection = selection
    self.format = format
    self.layout = layout
    self.dialect = dialect
    self.options = options
    self.allowsUnconverted = allowsUnconverted
  }

  /// A finished file.
  public struct File: Hashable, Sendable {
    /// The name, without a folder: `BC08-tabel-A.csv`.
    public var name: String
    /// The content.
    public var bytes: [UInt8]
  }

  /// The files of a proposal, the tables they show, and what kept a table from being made as asked.
  public struct Result: Sendable {
    /// The files to write.
    public var files: [File]
    /// The selected tables.
    public var tables: [BudgetTable]
    /// All tables of the proposal and their distribution.
    public var all: ProposalTables
    /// Short names that were asked for and that the proposal does not have.
    public var missing: [String]
    /// Selected tables with money for which the round has no conversion factor; in ``tables`` only if that is
    /// allowed.
    public var unconverted: [BudgetTable]
  }

  /// Makes the files for `proposal`.
  public func files(for proposal: Proposal, round: Round) throws(FileFailure) -> Result {
    let all = ProposalTables(proposal, round: round, options: options)
    let selected = selection.select(from: all.tables)
    let tables = allowsUnconverted ? selected : selected.filter(\.unconverted.isEmpty)
    let unconverted = selected.filter { !$0.unconverted.isEmpty }
    guard !tables.isEmpty || unconverted.isEmpty else {
      return Result(
        files: [], tables: [], all: all, missing: selection.missing(from: all.tables),
        unconverted: unconverted)
    }
    let name = OutputFiles.name(for: proposal.id)
    var files: [File] = []
    switch format {
    case .xlsx:
      do {
        let bytes = try TableWorkbookWriter(proposal: proposal, round: round, tables: tables, all: all)
          .bytes()
        files = [File(name: "\(name).xlsx", bytes: bytes)]
      } catch {
        throw FileFailure(file: "\(name).xlsx", error)
      }
    case .json:
      files = [
        File(
          name: "\(name)-tabeller.json",
          bytes: try TableJSON.bytes(tables, of: all, proposal: proposal, round: round))
      ]
    case .text:
      let text = tables.map { TableText.text($0, round: round) }.joined(separator: "\n")
      files = [File(name: "\(name)-tabeller.txt", bytes: Array(text.utf8))]
    case .csv where layout == .long:
      files = [
        File(
          name: "\(name)-tabeller.csv",
          bytes: LongTableCSV.bytes(
            tables, proposal: proposal, round: round, options: options, dialect: dialect))
      ]
    case .csv:
      files = tables.map { table in
        File(
          name: "\(name)-tabel-\(table.code.replacing(" ", with: "-")).csv",
          bytes: WideTableCSV.bytes(table, round: round, options: options, dialect: dialect))
      }
    }
    return Result(
      files: files, tables: tables, all: all, missing: selection.missing(from: all.tables),
      unconverted: unconverted)
  }
}

extension TableExport {
  /// What a run needs of an exported proposal: the files, and what kept a table from being made as asked, in
  /// Danish.
  public struct Part: Sendable {
    /// The files to write.
    public var files: [File]
    /// What to tell.
    public var remarks: [String]
    /// Which tables are not written, and what is needed to write them; `nil` where nothing is left out.
    public var failure: FileFailure?
  }

  /// Makes the files of a proposal that was read; none where its round is not known.
  public func part(of proposal: Proposal, from item: IntakeItem) throws(FileFailure) -> Part {
    guard let round = item.round else { return Part(files: [], remarks: []) }
    let result = try files(for: proposal, round: round)
    let missing = result.missing.map { "\(item.file): forslaget har ingen tabel \($0.uppercased())." }
    let isLeftOut = !result.unconverted.isEmpty && !allowsUnconverted
    let troubles = result.all.troubles.filter { trouble in
      if case .priceFactorMissing = trouble { !isLeftOut } else { true }
    }
    return Part(
      files: result.files, remarks: missing + troubles.map { "\(item.file): \($0.message(in: proposal))" },
      failure: isLeftOut ? factorMissing(result.unconverted, in: proposal, round, item.file) : nil)
  }

  /// Asks for the factors that the tables need.
  private func factorMissing(_ tables: [BudgetTable], in proposal: Proposal, _ round: Round, _ file: String)
    -> FileFailure
  {
    let conversion = PriceConversion(proposal, round: round)
    let names = tables.map(TableWorkbookWriter.sheetName).joined(separator: ", ")
    let areas = Set(tables.flatMap(\.unconverted)).sorted().map(\.rawValue).joined(separator: " og ")
    return FileFailure(
      file: file, status: .findings,
      message:
        "\(names) er ikke skrevet: runden \(round.name) har ingen faktor fra \(conversion.written) til \(conversion.implemented) p/l for \(areas). "
        + "Tilføj den med sin kilde under priceFactors i rundens fil, og brug --round FIL; eller få beløbene med uomregnet med --allow-incomplete."
    )
  }
}
