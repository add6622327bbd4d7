import Output
import AllocationTables
import ProposalModel
import Spreadsheet

/// All tables as one CSV with one row per amount: no totals, full committee names, blank and `-` kept.
enum LongTableCSV {
  /// The header row; scripts rely on it.
  package static let header = [
    "Forslag", "Tabel", "Afsnit", "Linje", "Tekst", "Udvalg", "Enhed", "Bevilling", "Profitcenter",
    "Styringsområde", "Gælder", "År",
    "Beløb",
    "Måleenhed", "P/l",
  ]

  package static func bytes(_ tables: [BudgetTable], proposal: Proposal, round: Round, dialect: CSVDialect)
    -> [UInt8]
  {
    var writer = CSVWriter(dialect)
    writer.append(header.map { .text($0) })
    for table in tables {
      for row in table.rows where row.kind == .line {
        for (year, figure) in zip(table.years, row.figures) {
          writer.append(fields(proposal, table, row, year: year, figure, round))
        }
      }
    }
    return writer.bytes
  }

  private static func fields(
    _ proposal: Proposal, _ table: BudgetTable, _ row: TableRow, year: Int, _ figure: Figure, _ round: Round
  ) -> [CSVField] {
    func text(_ text: String?) -> CSVField { text.map { .text($0) } ?? .blank }
    func whole(_ number: Int?) -> CSVField {
      number.map { .number(DecimalNumber(mantissa: Int64($0), scale: 0)) } ?? .blank
    }
    let amount: CSVField =
      switch figure {
      case .blank: .blank
      case .dash: .text("-")
      case .amount(let amount): .number(DecimalNumber(amount, in: table.unit))
      }
    let condition: LineCondition =
      table.kind == .allocation(.budgetEffectIfNotAdopted) ? .ifNotAdopted : .ifAdopted
    let area = row.controlArea ?? area(of: table.kind)
    return [
      .text(proposal.id), .text(table.code), text((row.section ?? section(of: table.kind))?.rawValue),
      text(row.lineIDs.isEmpty ? nil : row.lineIDs.joined(separator: ", ")),
      text(row.recipient == nil ? row.text : row.part?.rawValue),
      text(row.recipient.map { round.name(of: $0.committee) }),
      text(row.recipient?.unit),
      text(row.account?.cells.0), text(row.account?.cells.1), text(area?.rawValue), .text(condition.rawValue),
      whole(year),
      amount,
      .text(table.unit.rawValue), whole(table.priceLevel),
    ]
  }

  /// The control area that a table is about as a whole.
  private static func area(of kind: BudgetTableKind) -> ControlArea? {
    switch kind {
    case .permanent(let area), .investment(let area): area
    case .allocation(.distribution), .allocation(.targetEffect), .allocation(.serviceInvestment): .service
    case .allocation(.capitalInvestment): .capital
    default: nil
    }
  }

  /// The section that a table is about as a whole.
  private static func section(of kind: BudgetTableKind) -> LineSection? {
    switch kind {
    case .permanent, .administration, .allocation(.distribution), .allocation(.targetEffect),
      .allocation(.budgetEffect):
      .permanent
    case .investment, .allocation(.capitalInvestment), .allocation(.serviceInvestment): .implementation
    case .loan: .loan
    case .tableOne, .delivery, .allocation(.budgetEffectIfNotAdopted): nil
    }
  }
}
