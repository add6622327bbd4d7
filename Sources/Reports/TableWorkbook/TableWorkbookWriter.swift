import AllocationTables
import Distribution
import ProposalModel
import Spreadsheet

/// Writes tables of a proposal as a workbook: `Forslag`, `Høring`, `Opfølgning`, then one sheet per table, `Diagram`
/// with the charts, and `Beregning`, which shows how computed tables came about.
///
/// Totals are live formulas with their values. What the tables do not show is not in the file: calculation
/// bases, the names of deliveries without a table of their own, and which of two rows in Tabel 1 a line belongs
/// to where their texts are the same.
struct TableWorkbookWriter {
  package var proposal: Proposal
  package var round: Round
  package var tables: [BudgetTable]
  package var all: ProposalTables
  private var options: TableOptions { all.options }

  /// A workbook of some of a proposal's tables.
  init(proposal: Proposal, round: Round, tables: [BudgetTable], all: ProposalTables) {
    self.proposal = proposal
    self.round = round
    self.tables = tables
    self.all = all
  }

  /// The finished workbook; the same proposal gives the same bytes.
  package func bytes() throws(XLSXWriteError) -> [UInt8] {
    var properties = DocumentProperties(
      title: "\(proposal.id) \(proposal.title)", subject: proposal.round ?? round.name, author: "fordel")
    properties.comments = "Tabeller efter \(options.policy.spelling)"
    var book = try XLSXWriter(properties: properties)
    try FrontPageWriter(proposal: proposal, round: round).write(to: &book)
    for table in tables {
      try TableSheetWriter(table, round: round, remark: remark(for: table)).write(
        to: &book, name: TableWorkbookWriter.sheetName(table))
    }
    try ChartSheetWriter(proposal: proposal, round: round, tables: tables).write(to: &book)
    try KeySheetWriter(keys: proposal.keys, round: round).write(to: &book)
    try CalculationSheetWriter(proposal: proposal, round: round, tables: tables, all: all).write(to: &book)
    return try book.closeIntoBytes()
  }

  /// `Tabel A`, `Tabel 2`, `Fordeling`.
  package static func sheetName(_ table: BudgetTable) -> String {
    if case .allocation(.distribution) = table.kind { return table.code }
    return "Tabel \(table.code)"
  }

  /// What an allocation table rests on, for the reader of the print.
  private func remark(for table: BudgetTable) -> String? {
    guard case .allocation(let kind) = table.kind else { return nil }
    let unconverted = table.unconverted.map(\.rawValue).joined(separator: " og ")
    let warning = unconverted.isEmpty ? "" : "Ikke omregnet, da runden ingen faktor har: \(unconverted)."
    return remark(for: table, kind).map { $0 + (warning.isEmpty ? "" : " " + warning) }
      ?? (warning.isEmpty ? nil : warning)
  }

  private func remark(for table: BudgetTable, _ kind: AllocationTableKind) -> String? {
    switch table.origin {
    case .stated?: "Tabellen er oplyst af forvaltningerne."
    case .computed?
    where table.rows.contains { $0.recipient != nil && $0.figures.contains(where: \.isMoney) }
      || kind != .budgetEffectIfNotAdopted:
      ComputedMark(policy: options.policy, bookingUnit: options.bookingUnit ?? round.bookingUnit).remark
    default: nil
    }
  }
}
