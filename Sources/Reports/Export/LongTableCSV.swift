import Output
import AllocationTables
import Forms
import ProposalModel
import Spreadsheet

/// All tables as one CSV with one row per amount: no totals, full committee names, blank and `-` kept.
enum LongTableCSV {
  /// The header row; scripts rely on it.
  package static let header = [
    "Forslag", "Tabel", "Afsnit", "Linje", "Tekst", "Udvalg", "Enhed", "Bevilling", "Profitcenter",
    "Styringsområde", "Gælder", "År",
    "Beløb",
    "Måleenhed", "P/l", "Fordeling", "Administration",
    "Innovationspulje", "Overskrift", "Oprindelse",
  ]

  package static func bytes(
    _ tables: [BudgetTable], proposal: Proposal, round: Round, options: TableOptions, dialect: CSVDialect
  ) -> [UInt8] {
    var writer = CSVWriter(dialect)
    writer.append(header.map { .text($0) })
    for table in tables {
      let origin = origin(of: table, options, round)
      for row in named(table) where row.kind == .line {
        for (year, figure) in zip(table.years, row.figures) {
          writer.append(
            fields(proposal, table, row, year: year, figure, round) + [.text(table.caption), origin])
        }
      }
      if table.kind == .tableOne, let target = targetTable(table, proposal), let row = target.rows.first {
        for (year, figure) in zip(target.years, row.figures) {
          writer.append(
            fields(proposal, target, row, year: year, figure, round) + [.text(table.caption), .blank])
        }
      }
    }
    return writer.bytes
  }

  /// The rows of a table; stated rows that differ in nothing but their amounts get a name, `C-2`, by which they
  /// are told from a row that was pasted twice.
  private static func named(_ table: BudgetTable) -> [TableRow] {
    guard table.origin != nil else { return table.rows }
    func withoutAmounts(_ row: TableRow) -> TableRow {
      var row = row
      row.figures = []
      return row
    }
    let counts = Dictionary(grouping: table.rows, by: withoutAmounts).mapValues(\.count)
    return table.rows.enumerated().map { index, row in
      var row = row
      if row.kind == .line, counts[withoutAmounts(row), default: 0] > 1 {
        row.lineIDs = ["\(table.code)-\(index + 1)"]
      }
      return row
    }
  }

  /// The stated måltalseffekt, which is no line: a table of its own.
  private static func targetTable(_ one: BudgetTable, _ proposal: Proposal) -> BudgetTable? {
    guard let target = proposal.statedTarget else { return nil }
    var table = one
    table.code = LongTableWords.target
    table.rows = [
      TableRow(
        .memo, section: target.section, text: target.text, controlArea: target.controlArea,
        figures: target.figures)
    ]
    return table
  }

  /// Whether an allocation table is computed, and how, or stated; blank for tables of lines.
  private static func origin(of table: BudgetTable, _ options: TableOptions, _ round: Round) -> CSVField {
    switch table.origin {
    case .computed?:
      .text(
        ComputedMark(policy: options.policy, bookingUnit: options.bookingUnit ?? round.bookingUnit).short)
    case .stated?: .text("oplyst")
    case nil: .blank
    }
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
    let isAllocation = table.origin != nil
    return [
      .text(proposal.id), .text(table.code), text((row.section ?? section(of: table.kind))?.rawValue),
      text(row.lineIDs.isEmpty ? nil : row.lineIDs.joined(separator: ", ")),
      text(isAllocation && row.recipient != nil ? row.part?.rawValue : row.text),
      text(row.recipient.map { round.name(of: $0.committee) }),
      text(row.recipient?.unit),
      text(row.account?.cells.0), text(row.account?.cells.1), text(area?.rawValue), .text(condition.rawValue),
      whole(year),
      amount,
      .text(table.unit.rawValue), whole(table.priceLevel), text(row.rule?.spelling),
      text(row.administration?.rawValue), text(row.isFromInnovationPool ? "X" : nil),
    ]
  }

  /// The control area that a table is about as a whole.
  private static func area(of kind: BudgetTableKind) -> ControlArea? {
    switch kind {
    case .permanent(let area), .investment(let area): area
    case .allocation(.distribution), .allocation(.targetEffect), .allocation(.serviceInvestment),
      .allocation(.serviceDistribution):
      .service
    case .allocation(.capitalInvestment), .allocation(.capitalDistribution): .capital
    default: nil
    }
  }

  /// The section that a table is about as a whole.
  private static func section(of kind: BudgetTableKind) -> LineSection? {
    switch kind {
    case .permanent, .administration, .allocation(.distribution), .allocation(.targetEffect),
      .allocation(.budgetEffect):
      .permanent
    case .investment, .allocation(.capitalInvestment), .allocation(.serviceInvestment),
      .allocation(.capitalDistribution), .allocation(.serviceDistribution):
      .implementation
    case .loan: .loan
    case .tableOne, .delivery, .allocation(.budgetEffectIfNotAdopted): nil
    }
  }
}
