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
  /// The columns of the profile that say something here: the sheet's name tells the list, and columns without
  /// any content are left out.
  private let columns: [(place: Int, column: LayoutProfile.Column)]

  init(_ name: String, rows list: [CorrectionBook.Row], profile: LayoutProfile, report: CorrectionReport) {
    let layout = report.layout(profile)
    let rows = KeyedRows(list, layout).rows
    (self.name, self.rows, self.profile) = (name, rows, profile)
    let cells = rows.map(layout.values)
    self.cells = cells
    let shown = profile.columns.enumerated().filter { place, column in
      ![.list, .status].contains(column.field) && (rows.isEmpty || cells.contains { $0[place] != .blank })
    }.map { (place: $0.offset, column: $0.element) }
    columns = CorrectionSheet.isWide(shown.map(\.column)) ? CorrectionSheet.printed(shown) : shown
  }

  /// What a person follows from a text to its amount; of a wide layout it is printed on one page.
  private static let leading: [LayoutField] = [
    .fileRow, .proposal, .table, .side, .text, .year, .amount, .committee, .controlArea, .appropriation,
    .profitCentre, .function, .kind, .projectElement,
  ]

  /// Whether the columns are too wide for one page in a size that can be read; they then take two.
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
    // Wide layouts are printed on two pages side by side, in a size that can be read.
    if CorrectionSheet.isWide(columns.map(\.column)) {
      (printing.fitToWidth, printing.repeatedColumns) = (2, 1...1)
    }
    try book.setPrinting(printing, of: sheet)
  }

  private func write(
    _ values: [LayoutValue], isCounter: Bool, at row: Int, _ widths: [Double], _ sheet: SheetHandle,
    _ book: inout XLSXWriter
  ) throws(XLSXWriteError) {
    let texts = values.map { if case .text(let text) = $0 { text } else { "" } }
    if let height = RowHeight.points(texts, widths: widths) {
      try book.setRow(row, of: sheet, height: height)
    }
    for (index, value) in values.enumerated() {
      let address = CellAddress(row: row, column: index + 1)
      switch value {
      case .blank:
        try book.write(.blank, at: address, in: sheet, style: CorrectionSheet.text(isCounter: isCounter))
      case .text(let text):
        try book.write(text, at: address, in: sheet, style: CorrectionSheet.text(isCounter: isCounter))
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

  private static func text(isCounter: Bool) -> CellStyle {
    TableStyles.text(.line, isCode: true).with { if isCounter { $0.textColour = 0x595959 } }
  }

  private func figure(_ field: LayoutField, _ decimals: Int, _ isCounter: Bool) -> CellStyle {
    TableStyles.figure(.line, decimals: decimals).with {
      if isCounter { $0.textColour = 0x595959 }
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
