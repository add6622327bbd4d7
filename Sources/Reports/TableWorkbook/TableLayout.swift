import AllocationTables
import ProposalModel

/// What stands in a cell of a laid-out table, before it becomes XLSX or CSV.
enum LayoutCell: Hashable, Sendable {
  case blank
  case text(String)
  case dash
  case amount(Amount)
  case year(Int)
  case count(Int)
  /// The sum of the same column in the given rows of the table (by index), and what it shows.
  case sum(rows: [Int], Figure)
}

/// The text columns between the row's text and the years.
enum LayoutColumn: String, Hashable, Sendable {
  /// A line's own committee, as the cross-cutting form prints it.
  case committee = "Udvalg"
  case unit = "Enhed"
  case part = ""
  case account = "Bevilling, profitcenter"
  /// Instead of ``account`` where one cell could not hold both so that they are read back the same.
  case appropriation = "Bevilling"
  case profitCentre = "Profitcenter"
  case controlArea = "Styringsområde"
  /// A line's own rule and marks, in the tables that have such lines.
  case rule = "Fordeling"
  case administration = "Administration"
  case innovationPool = "Innovationspulje (sæt X)"

  /// The width of the column in characters.
  package var width: Double {
    switch self {
    case .account: 30
    case .part: 14
    case .unit, .appropriation: 22
    case .committee: 30
    case .rule: 26
    case .administration, .innovationPool, .profitCentre: 18
    case .controlArea: 26
    }
  }

  /// The columns of a table, as print has them; B and C carry the control area since one committee can have
  /// several.
  package static func columns(of table: BudgetTable) -> [LayoutColumn] {
    var columns = printed(table.kind)
    let isOneCell = table.rows.compactMap(\.account).allSatisfy { Account(parsing: $0.printed) == $0 }
    if !isOneCell, let place = columns.firstIndex(of: .account) {
      columns.replaceSubrange(place...place, with: [.appropriation, .profitCentre])
    }
    if table.origin == nil { columns = own(table.rows, .committee, .unit) + columns }
    return columns + own(table.rows, .rule, .administration, .innovationPool)
  }

  /// Those of `columns` that any line of the table needs.
  private static func own(_ rows: [TableRow], _ columns: LayoutColumn...) -> [LayoutColumn] {
    columns.filter { column in
      rows.contains { row in
        switch column {
        case .committee: row.recipient != nil
        case .unit: row.recipient?.unit != nil
        case .rule: row.rule != nil
        case .administration: row.administration != nil
        case .innovationPool: row.isFromInnovationPool
        default: false
        }
      }
    }
  }

  private static func printed(_ kind: BudgetTableKind) -> [LayoutColumn] {
    switch kind {
    case .tableOne, .delivery: [.controlArea]
    case .permanent, .investment, .loan: [.account]
    case .administration: []
    case .allocation(.distribution): [.unit, .part]
    case .allocation(.budgetEffect), .allocation(.budgetEffectIfNotAdopted): [.unit, .account, .controlArea]
    case .allocation: [.unit, .account]
    }
  }
}

/// A table as rows of cells: caption, header, then one row per table row. The same layout serves XLSX and
/// wide CSV.
struct TableLayout {
  /// The caption of row 1.
  package var caption: String
  /// The header of row 2.
  package var header: [LayoutCell]
  /// The rows below the header, with what each of them is.
  package var rows: [(kind: TableRowKind, cells: [LayoutCell])]
  /// How many columns stand before the years.
  var leadingColumns: Int
  /// The columns between the row's text and the years.
  let columns: [LayoutColumn]

  /// The sheet row, counted from 1, of the table row at index 0.
  package static let firstRow = 3

  /// Lays out `table`; committees are printed by their full names in `round`.
  init(_ table: BudgetTable, round: Round) {
    let columns = LayoutColumn.columns(of: table)
    self.columns = columns
    caption = table.caption
    leadingColumns = 1 + columns.count
    header = [.text(TableLayout.unitLabel(table.unit, priceLevel: table.priceLevel))]
    header +=
      columns.map { $0.rawValue.isEmpty ? .blank : .text($0.rawValue) } + table.years.map { .year($0) }
    rows = table.rows.map { row in
      let name = row.recipient.map { round.name(of: $0.committee) }
      let label = table.origin == nil ? row.text : name ?? row.text
      let leading: [LayoutCell] =
        [.text(label)] + columns.map { TableLayout.cell($0, row, committee: name) }
      return (row.kind, leading + TableLayout.figures(row, years: table.years.count))
    }
  }

  /// `1.000 kr. 2023 p/l`, the text over a table's first column.
  static func unitLabel(_ unit: AmountUnit, priceLevel: Int?) -> String {
    priceLevel.map { "\(unit.rawValue) \($0) p/l" } ?? unit.rawValue
  }

  private static func cell(_ column: LayoutColumn, _ row: TableRow, committee: String?) -> LayoutCell {
    let text: String? =
      switch column {
      case .committee: committee
      case .unit: row.recipient?.unit
      // In the rows of totals Besparelse and Omkostninger stand in the first column.
      case .part: row.recipient == nil ? nil : row.part?.rawValue
      case .account: row.account?.printed
      case .appropriation: row.account?.cells.0
      case .profitCentre: row.account?.cells.1
      case .controlArea: row.controlArea?.rawValue
      case .rule: row.rule?.spelling
      case .administration: row.administration?.rawValue
      case .innovationPool: row.isFromInnovationPool ? "X" : nil
      }
    return text.map { .text($0) } ?? .blank
  }

  private static func figures(_ row: TableRow, years: Int) -> [LayoutCell] {
    if row.kind == .payback {
      return [row.paybackYears.map { .count($0) } ?? .blank]
        + Array(repeating: .blank, count: max(0, years - 1))
    }
    guard !row.figures.isEmpty else { return Array(repeating: .blank, count: years) }
    return row.figures.map { figure in
      if !row.sumOf.isEmpty { return .sum(rows: row.sumOf, figure) }
      switch figure {
      case .blank: return .blank
      case .dash: return .dash
      case .amount(let amount): return .amount(amount)
      }
    }
  }
}
