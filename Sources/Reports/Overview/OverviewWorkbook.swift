import AllocationTables
import Distribution
import Output
import ProposalModel
import Spreadsheet

/// The overview as a workbook: unrounded figures shown with one decimal, live totals, sums and charts by
/// committee.
struct OverviewWorkbook {
  package let report: OverviewReport
  private let sheetName = "Oversigt"
  private let headerRow = 3
  private var rows: [OverviewRow] { report.overview.rows }
  private var firstRow: Int { headerRow + 1 }
  private var lastRow: Int { headerRow + max(1, rows.count) }
  private var firstFigure: Int { OverviewReport.leading.count + 1 }

  package func bytes() throws(XLSXWriteError) -> [UInt8] {
    var book = try XLSXWriter(
      properties: DocumentProperties(
        title: OverviewReport.caption, subject: report.round.name, author: "fordel"))
    let sheet = try writeOverview(to: &book)
    try writeCommittees(to: &book, overview: sheet)
    return try book.closeIntoBytes()
  }

  // MARK: The printed table

  private func writeOverview(to book: inout XLSXWriter) throws(XLSXWriteError) -> SheetHandle {
    let sheet = try book.addSheet(sheetName)
    try book.write(
      OverviewReport.caption, at: CellAddress(row: 1, column: 1), in: sheet, style: TableStyles.caption)
    let subtitle =
      "\(report.round.name). \(report.unitText)\(report.unitText.hasSuffix(".") ? "" : ".") Beløbene er uafrundede og vises med én decimal; I alt er summen af de uafrundede beløb."
    try book.write(
      subtitle, at: CellAddress(row: 2, column: 1), in: sheet,
      style: TableStyles.note.with { $0.wrapsText = false })
    for (index, header) in (OverviewReport.leading + report.columns.map(\.header)).enumerated() {
      try book.write(
        header, at: CellAddress(row: headerRow, column: index + 1), in: sheet, style: TableStyles.header)
    }
    try book.setRow(headerRow, of: sheet, height: 32)
    for (index, row) in rows.enumerated() {
      try write(row, at: firstRow + index, in: sheet, of: &book)
      // Programs do not make a row higher by themselves when they open a file.
      let lines = (row.title.count - 1) / Int(titleWidth) + 1
      if lines > 1 { try book.setRow(firstRow + index, of: sheet, height: Double(lines) * 15) }
    }
    try writeTotals(in: sheet, of: &book)
    for (index, remark) in report.remarks.enumerated() {
      let address = CellAddress(row: lastRow + 3 + index, column: 1)
      try book.write(remark, at: address, in: sheet, style: TableStyles.note.with { $0.wrapsText = false })
    }
    for (index, width)
      in ([9, 4, numberWidth, titleWidth] + report.columns.map { $0 == .payback ? 20.0 : 17 }).enumerated()
    {
      try book.setColumns(index + 1, through: index + 1, of: sheet, width: width)
    }
    try book.freeze(at: CellAddress(row: firstRow, column: 1), in: sheet)
    var printing = PrintSetup.wideTable(repeatedRows: headerRow...headerRow)
    printing.footer = "&L&F&C&A&RSide &P af &N"
    try book.setPrinting(printing, of: sheet)
    return sheet
  }

  private var titleWidth: Double { 70 }

  /// Room for the longest number, so that none breaks into the row below it.
  private var numberWidth: Double { Double(max(14, (rows.map(\.number.count).max() ?? 0) + 4)) }

  private func write(_ row: OverviewRow, at number: Int, in sheet: SheetHandle, of book: inout XLSXWriter)
    throws(XLSXWriteError)
  {
    for (index, text) in [row.committee, row.marker?.rawValue, row.number, row.title].enumerated() {
      try book.write(
        text ?? "", at: CellAddress(row: number, column: index + 1), in: sheet,
        style: TableStyles.text(.line, isCode: index == 2))
    }
    for (index, column) in report.columns.enumerated() {
      try book.write(
        content(column, row), at: CellAddress(row: number, column: firstFigure + index), in: sheet,
        style: style(column, .line))
    }
  }

  private func content(_ column: OverviewReport.Column, _ row: OverviewRow) -> CellContent {
    guard let money = column.money(row.figures) else {
      return row.paybackYears.map { .number(DecimalNumber($0)) } ?? .blank
    }
    if column == .transfers, money == .zero { return .blank }
    return millions(money).map { .number($0) } ?? .blank
  }

  private func writeTotals(in sheet: SheetHandle, of book: inout XLSXWriter) throws(XLSXWriteError) {
    let number = lastRow + 1
    for index in OverviewReport.leading.indices {
      let text = index == 0 ? "I alt" : ""
      try book.write(
        text, at: CellAddress(row: number, column: index + 1), in: sheet, style: TableStyles.text(.total))
    }
    for (index, column) in report.columns.enumerated() {
      let address = CellAddress(row: number, column: firstFigure + index)
      guard let money = column.money(report.overview.totals), let value = millions(money) else {
        try book.write(.blank, at: address, in: sheet, style: style(column, .total))
        continue
      }
      let letters = CellAddress.letters(ofColumn: address.column)
      let formula = "SUM(\(letters)\(firstRow):\(letters)\(lastRow))"
      try book.write(
        .formula(formula, value: .number(value)), at: address, in: sheet, style: style(column, .total))
    }
  }

  private func millions(_ oere: Fraction) -> DecimalNumber? { .finest(oere, per: 100_000_000, places: 10) }

  private func style(_ column: OverviewReport.Column, _ kind: TableRowKind) -> CellStyle {
    TableStyles.figure(kind, decimals: 0).with {
      switch column {
      case .payback: $0.numberFormat = "0"
      case .transfers: $0.numberFormat = "\"(\"#,##0.0\")\";\"(-\"#,##0.0\")\";;@"
      default: $0.numberFormat = "#,##0.0"
      }
    }
  }

  // MARK: By committee

  private func writeCommittees(to book: inout XLSXWriter, overview: SheetHandle) throws(XLSXWriteError) {
    let sheet = try book.addSheet("Pr. udvalg")
    let money = report.columns.filter { $0 != .payback }
    let committees = committees
    for (index, header) in (["Udvalg"] + money.map(\.header)).enumerated() {
      try book.write(header, at: CellAddress(row: 1, column: index + 1), in: sheet, style: TableStyles.header)
    }
    for (index, committee) in committees.enumerated() {
      try book.write(
        committee, at: CellAddress(row: index + 2, column: 1), in: sheet, style: TableStyles.text(.line))
      for (place, column) in money.enumerated() {
        let address = CellAddress(row: index + 2, column: place + 2)
        let sums = "'\(sheetName)'!"
        let letters = CellAddress.letters(ofColumn: firstFigure + place)
        let formula =
          "SUMIF(\(sums)$A$\(firstRow):$A$\(lastRow),$A\(index + 2),\(sums)\(letters)$\(firstRow):\(letters)$\(lastRow))"
        let sum = total(column, of: committee)
        try book.write(
          .formula(formula, value: .number(sum)), at: address, in: sheet,
          style: TableStyles.figure(.line, decimals: 0).with { $0.numberFormat = "#,##0.0" })
      }
    }
    try book.setRow(1, of: sheet, height: 32)
    try book.setPrinting(.wideTable(), of: sheet)
    try book.setColumns(1, through: 1, of: sheet, width: 12)
    try book.setColumns(2, through: max(money.count + 1, 5), of: sheet, width: 18)
    guard !committees.isEmpty else { return }
    try insertCharts(money, committees.count, in: sheet, of: &book)
  }

  private func total(_ column: OverviewReport.Column, of committee: String) -> DecimalNumber {
    let rows = rows.filter { $0.committee == committee }
    let sum = rows.compactMap { column.money($0.figures) }.reduce(Fraction.zero) { $0.adding($1) ?? $0 }
    return millions(sum) ?? DecimalNumber(0)
  }

  /// The committees that have proposals, in the round's order; unknown ones last.
  private var committees: [String] {
    let named = rows.compactMap(\.committee)
    let known = report.round.committees.map(\.code).filter { named.contains($0) }
    return known + Set(named).subtracting(known).sorted()
  }

  private func insertCharts(
    _ money: [OverviewReport.Column], _ count: Int, in sheet: SheetHandle, of book: inout XLSXWriter
  ) throws(XLSXWriteError) {
    let colours: [OverviewReport.Column: Colour] = [
      .service: 0x2F5597, .capital: 0xC55A11, .other: 0x7F7F7F, .saving: 0x548235, .transfers: 0xBF9000,
    ]
    func series(_ wanted: [OverviewReport.Column]) -> [Chart.Series] {
      money.enumerated().filter { wanted.contains($0.element) }.map { place, column in
        func range(_ column: Int) -> SheetRange {
          SheetRange(
            CellRange(
              from: CellAddress(row: 2, column: column), to: CellAddress(row: count + 1, column: column)),
            of: sheet)
        }
        return Chart.Series(
          name: .text(column.header), categories: range(1), values: range(place + 2), colour: colours[column])
      }
    }
    var investments = Chart(
      .column, stacking: .stacked, title: "Investeringer pr. udvalg, mio. kr.",
      series: series([.service, .capital, .other]))
    investments.description = "Investeringer i service og anlæg pr. udvalg"
    var savings = Chart(
      .column, stacking: .stacked, title: "Effektivisering ved fuld indfasning pr. udvalg, mio. kr.",
      series: series([.saving, .transfers]))
    savings.description = "Effektivisering i service og effekt på overførsler pr. udvalg"
    for (index, var chart) in [investments, savings].enumerated() {
      // Side by side over four columns each, so that they fit a lying page with the figures.
      (chart.width, chart.height, chart.valueFormat) = (470, 320, "#,##0")
      try book.insert(chart, at: CellAddress(row: count + 4, column: 1 + index * 4), in: sheet)
    }
  }
}
