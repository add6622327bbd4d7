import Output
import AllocationTables
import ProposalModel
import Spreadsheet

/// One table as CSV with the table's own columns: caption, header, rows. Totals are values; blank and `-`
/// stay apart.
enum WideTableCSV {
  /// `table` as a file; below a computed table stands how it was computed, so that nobody takes it for stated.
  package static func bytes(_ table: BudgetTable, round: Round, options: TableOptions, dialect: CSVDialect)
    -> [UInt8]
  {
    let layout = TableLayout(table, round: round)
    let blanks = Array(repeating: CSVField.blank, count: layout.header.count - 1)
    var writer = CSVWriter(dialect)
    writer.append([.text(layout.caption)] + blanks)
    writer.append(layout.header.map { field($0, unit: table.unit) })
    for row in layout.rows { writer.append(row.cells.map { field($0, unit: table.unit) }) }
    if table.origin == .computed {
      let mark = ComputedMark(policy: options.policy, bookingUnit: options.bookingUnit ?? round.bookingUnit)
      writer.append([.text(mark.remark)] + blanks)
    }
    return writer.bytes
  }

  private static func field(_ cell: LayoutCell, unit: AmountUnit) -> CSVField {
    switch cell {
    case .blank: .blank
    case .text(let text): .text(text)
    case .dash: .text("-")
    case .amount(let amount): .number(DecimalNumber(amount, in: unit))
    case .year(let number), .count(let number): .number(DecimalNumber(mantissa: Int64(number), scale: 0))
    case .sum(_, .blank): .blank
    case .sum(_, .dash): .text("-")
    case .sum(_, .amount(let amount)): .number(DecimalNumber(amount, in: unit))
    }
  }
}
