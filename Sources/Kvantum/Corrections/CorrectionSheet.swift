import AllocationTables
import Output
import ProposalModel
import Spreadsheet

/// One list of corrections on a sheet of its own, in a profile's layout.
struct CorrectionSheet {
  package let name: String
  package let rows: [KeyedRow]
  package let profile: LayoutProfile
  private let cells: [[LayoutValue]]
  /// The columns of the profile, the same in every sheet and run. The sheet's name tells the list.
  private let columns: [(place: Int, column: LayoutProfile.Column)]

  init(_ name: String, rows list: [CorrectionBook.Row], profile: LayoutProfile, report: CorrectionReport) {
    let layout = report.layout(profile)
    let rows = KeyedRows(list, layout).rows
    (self.name, self.rows, self.profile) = (name, rows, profile)
    cells = rows.map(layout.values)
    let shown = profile.columns.enumerated().filter { ![.list, .status].contains($0.element.field) }
      .map { (place: $0.offset, column: $0.element) }
    columns = CorrectionSheet.isWide(shown.map(\.column)) ? CorrectionSheet.printed(shown) : shown
  }

  /// What a person follows from a text to its amount, and what should be known of it; of a wide layout this is
  /// what is printed, on one page. Where the amount comes from stands to the right of it, on the screen.
  private static let leading: [LayoutField] = [
    .fileRow, .proposal, .table, .side, .text, .year, .amount, .committee, .unit, .controlArea,
    .appropriation, .profitCentre, .function, .kind, .projectElement, .remark, .problems,
  ]

  /// Whether the columns are too wide for one page in a size that can be read.
  private static func isWide(_ columns: [LayoutProfile.Column]) -> Bool {
    columns.map { $0.width ?? 14 }.reduce(0, +) > 200
  }

  /// The columns with those first that belong together.
  private static func printed(_ columns: [(place: Int, column: LayoutProfile.Column)])
    -> [(place: Int, column: LayoutProfile.Column)]
  {
    let first = leading.flatMap { field in columns.filter { $0.column.field == field } }
    return first + columns.filter { !leading.contains($0.column.field) }
  }

  /// The cells that are printed; `nil` for all. Reasons only where there are any.
  private var printArea: CellRange? {
    guard CorrectionSheet.isWide(columns.map(\.column)) else { return nil }
    let hasProblems = rows.contains { !$0.row.correction.problems.isEmpty }
    let last = columns.lastIndex { _, column in
      CorrectionSheet.leading.contains(column.field) && (hasProblems || column.field != .problems)
    }
    return CellRange(
      from: CellAddress(row: 1, column: 1),
      to: CellAddress(row: lastRow + (rows.isEmpty ? 0 : 1), column: (last ?? columns.count - 1) + 1))
  }

  private static let headerRow = 2
  private var firstRow: Int { CorrectionSheet.headerRow + 1 }
  private var lastRow: Int { CorrectionSheet.headerRow + rows.count }

  package func write(to book: inout XLSXWriter) throws(XLSXWriteError) {
    let sheet = try book.addSheet(name)
    let caption = "Korrektioner: \(name.lowercased())" + (rows.isEmpty ? " (ingen rækker)" : "")
    try book.write(caption, at: CellAddress(row: 1, column: 1), in: sheet, style: TableStyles.caption)
    for (index, column) in columns.map(\.column).enumerated() {
      try book.setColumns(index + 1, through: index + 1, of: sheet, width: column.width ?? 14)
      try book.write(
        column.header, at: CellAddress(row: CorrectionSheet.headerRow, column: index + 1), in: sheet,
        style: TableStyles.header)
    }
    try book.setRow(CorrectionSheet.headerRow, of: sheet, height: 32)
    let widths = columns.map { $0.column.width ?? 14 }
    for (index, row) in rows.enumerated() {
      try write(
        columns.map { cells[index][$0.place] }, isCounter: row.isCounterEntry,
        at: firstRow + index, widths, sheet, &book)
    }
    if !rows.isEmpty {
      try writeTotal(sheet, &book)
      let range = CellRange(
        from: CellAddress(row: CorrectionSheet.headerRow, column: 1),
        to: CellAddress(row: lastRow, column: columns.count))
      try book.setAutofilter(range, in: sheet)
    }
    try book.freeze(at: CellAddress(row: firstRow, column: 1), in: sheet)
    var printing = PrintSetup.wideTable(repeatedRows: CorrectionSheet.headerRow...CorrectionSheet.headerRow)
    printing.footer = "&L&F&C&A&RSide &P af &N"
    printing.area = printArea
    try book.setPrinting(printing, of: sheet)
  }

  private func write(
    _ values: [LayoutValue], isCounter: Bool, at row: Int, _ widths: [Double], _ sheet: SheetHandle,
    _ book: inout XLSXWriter
  ) throws(XLSXWriteError) {
    let texts = zip(values, columns).map { value, column in
      if case .text(let text) = value, !CorrectionSheet.isLong(column.column.field) { text } else { "" }
    }
    if let height = RowHeight.points(texts, widths: widths) {
      try book.setRow(row, of: sheet, height: height)
    }
    for (index, value) in values.enumerated() {
      let address = CellAddress(row: row, column: index + 1)
      switch value {
      case .blank:
        try book.write(.blank, at: address, in: sheet, style: CorrectionSheet.text(isCounter: isCounter))
      case .text(let text):
        let isLong = CorrectionSheet.isLong(columns[index].column.field)
        let style = CorrectionSheet.text(isCounter: isCounter).with { if isLong { $0.wrapsText = false } }
        try book.write(text, at: address, in: sheet, style: style)
      case .number(let number, let decimals):
        try book.write(
          number, at: address, in: sheet,
          style: figure(columns[index].column.field, max(decimals, number.scale), isCounter))
      }
    }
  }

  private func writeTotal(_ sheet: SheetHandle, _ book: inout XLSXWriter) throws(XLSXWriteError) {
    for (index, column) in columns.map(\.column).enumerated() {
      let address = CellAddress(row: lastRow + 1, column: index + 1)
      guard column.field == .amount else {
        try book.write(
          index == 0 ? .text("I alt") : .blank, at: address, in: sheet, style: TableStyles.text(.total))
        continue
      }
      let letters = CellAddress.letters(ofColumn: index + 1)
      let unit: AmountUnit = profile.unit == .kroner ? .kroner : .thousandKroner
      let sum = rows.map { profile.sign == .signed ? $0.amount : $0.amount.magnitude }
        .sum()
      // A subtotal follows the filter: choose a proposal, and its rows are seen to add up.
      try book.write(
        .formula(
          "SUBTOTAL(109,\(letters)\(firstRow):\(letters)\(lastRow))",
          value: .number(DecimalNumber(sum, in: unit))), at: address,
        in: sheet, style: TableStyles.figure(.total, decimals: profile.decimals))
    }
  }

  /// Lists of lines and cells can be long; they stay on one line, so that rows are as high as their texts.
  private static func isLong(_ field: LayoutField) -> Bool { [.lines, .sources].contains(field) }

  private static func text(isCounter: Bool) -> CellStyle {
    TableStyles.text(.line, isCode: true).with {
      if isCounter { ($0.textColour, $0.isItalic) = (0x404040, true) }
    }
  }

  private func figure(_ field: LayoutField, _ decimals: Int, _ isCounter: Bool) -> CellStyle {
    TableStyles.figure(.line, decimals: decimals).with {
      if isCounter { ($0.textColour, $0.isItalic) = (0x404040, true) }
      switch field {
      case .year, .priceLevel, .writtenPriceLevel, .document, .item, .count: $0.numberFormat = "0"
      case .factor: $0.numberFormat = "General"
      default: break
      }
    }
  }

  // MARK: Ranges for formulas on other sheets

  /// The cells of a field below the heading, as formulas name them: `'Vedtaget'!$T$3:$T$90`; `nil` where the
  /// layout has no such column or the list no rows.
  package func range(_ field: LayoutField) -> String? {
    guard !rows.isEmpty, let index = columns.firstIndex(where: { $0.column.field == field }) else {
      return nil
    }
    let letters = CellAddress.letters(ofColumn: index + 1)
    return "'\(name)'!$\(letters)$\(firstRow):$\(letters)$\(lastRow)"
  }

  /// The amounts, if they have their sign and stand in kroner.
  var signedRange: String? {
    profile.sign == .signed && profile.unit == .kroner && !profile.isKeyed ? range(.amount) : nil
  }
}
