import AllocationTables
import Output
import ProposalModel
import Spreadsheet

/// Writes one laid-out table on a sheet of its own.
struct TableSheetWriter {
  let table: BudgetTable
  let layout: TableLayout
  /// A remark under the table, for example what it shows of rounding.
  let remark: String?
  /// The widths of the columns before the years, in characters.
  private let widths: [Double]
  /// As many decimals as the finest amount of the table has.
  private let decimals: Int

  init(_ table: BudgetTable, round: Round, remark: String? = nil) {
    self.table = table
    layout = TableLayout(table, round: round)
    self.remark = remark
    widths = [44] + layout.columns.map(\.width)
    decimals = table.rows.flatMap(\.figures).map { $0.amount.decimal(in: table.unit).scale }.max() ?? 0
  }

  /// Adds the sheet `name` to `book`.
  package func write(to book: inout XLSXWriter, name: String) throws(XLSXWriteError) {
    let sheet = try book.addSheet(name)
    try setColumns(&book, sheet)
    try book.write(layout.caption, at: CellAddress(row: 1, column: 1), in: sheet, style: TableStyles.caption)
    for (index, cell) in layout.header.enumerated() {
      let style = index < layout.leadingColumns ? TableStyles.header : TableStyles.yearHeader
      try book.write(
        content(cell, column: index + 1), at: CellAddress(row: 2, column: index + 1), in: sheet, style: style)
    }
    for (index, row) in layout.rows.enumerated() {
      let texts = row.cells.prefix(layout.leadingColumns).map {
        if case .text(let text) = $0 { text } else { "" }
      }
      if let height = RowHeight.points(texts, widths: widths) {
        try book.setRow(TableLayout.firstRow + index, of: sheet, height: height)
      }
      for (column, cell) in row.cells.enumerated() {
        let address = CellAddress(row: TableLayout.firstRow + index, column: column + 1)
        try book.write(
          content(cell, column: column + 1), at: address, in: sheet, style: style(row.kind, cell, column))
      }
    }
    if let remark {
      let row = TableLayout.firstRow + layout.rows.count + 1
      let range = CellRange(
        from: CellAddress(row: row, column: 1), to: CellAddress(row: row, column: layout.header.count))
      try book.setRow(row, of: sheet, height: 45)
      try book.merge(range, in: sheet, content: .text(remark), style: TableStyles.note)
    }
    try book.freeze(at: CellAddress(row: TableLayout.firstRow, column: 2), in: sheet)
    try book.setPrinting(printing, of: sheet)
  }

  private var printing: PrintSetup {
    var setup = PrintSetup.wideTable(repeatedRows: 2...2)
    setup.footer = "&L&F&C&A&RSide &P af &N"
    return setup
  }

  private func setColumns(_ book: inout XLSXWriter, _ sheet: SheetHandle) throws(XLSXWriteError) {
    for (index, width) in widths.enumerated() {
      try book.setColumns(index + 1, through: index + 1, of: sheet, width: width)
    }
    guard !table.years.isEmpty else { return }
    try book.setColumns(layout.leadingColumns + 1, through: layout.header.count, of: sheet, width: 12)
  }

  private func style(_ kind: TableRowKind, _ cell: LayoutCell, _ column: Int) -> CellStyle {
    guard column >= layout.leadingColumns else { return TableStyles.text(kind, isCode: column > 0) }
    return TableStyles.figure(kind, decimals: kind == .payback ? 0 : decimals)
  }

  private func content(_ cell: LayoutCell, column: Int) -> CellContent {
    switch cell {
    case .blank: .blank
    case .text(let text): .text(text)
    case .dash: .text("-")
    case .amount(let amount): .number(number(amount))
    case .year(let year): .number(DecimalNumber(mantissa: Int64(year), scale: 0))
    case .count(let count): .number(DecimalNumber(mantissa: Int64(count), scale: 0))
    case .sum(let rows, let figure): .formula(formula(rows, column), value: .number(number(figure.amount)))
    }
  }

  private func number(_ amount: Amount) -> DecimalNumber {
    let (mantissa, scale) = amount.decimal(in: table.unit)
    return DecimalNumber(mantissa: mantissa, scale: scale)
  }

  /// `SUM(D3:D13)`, with runs of rows as ranges.
  private func formula(_ rows: [Int], _ column: Int) -> String {
    var ranges: [ClosedRange<Int>] = []
    for row in rows.sorted() {
      if let last = ranges.last, last.upperBound + 1 == row {
        ranges[ranges.count - 1] = last.lowerBound...row
      } else {
        ranges.append(row...row)
      }
    }
    let letters = CellAddress.letters(ofColumn: column)
    let parts = ranges.map { range in
      let (first, last) = (TableLayout.firstRow + range.lowerBound, TableLayout.firstRow + range.upperBound)
      return first == last ? "\(letters)\(first)" : "\(letters)\(first):\(letters)\(last)"
    }
    return "SUM(\(parts.joined(separator: ",")))"
  }
}
