import AllocationTables
import Output
import ProposalModel
import Spreadsheet

/// The proof of the lists: each table's total against its rows, and zero per proposal, control area and year.
struct CorrectionChecks {
  package let report: CorrectionReport
  /// The sheets of the lists, whose columns the formulas add up.
  package let lists: [CorrectionSheet]

  /// More sums than this over more rows than that make a spreadsheet slow; they are then written as values.
  private static let liveCells = 20_000_000

  package func write(to book: inout XLSXWriter) throws(XLSXWriteError) {
    // Differences are no cells of tables.
    if report.earlier == nil { try writeTables(to: &book) }
    try writeZeros(to: &book)
  }

  // MARK: Tables

  private struct TableKey: Hashable {
    var proposal: String
    var table: String
    var year: Int
  }

  private func writeTables(to book: inout XLSXWriter) throws(XLSXWriteError) {
    let sheet = try start(
      "Afstemning",
      [
        "Forslag", "Tabel", "År", "Tabellens total, kr.", "Konterbart, kr.", "Ikke konterbart, kr.",
        "Difference, kr.",
      ],
      widths: [numberWidth, 8, 8, 22, 22, 22, 18], to: &book)
    var sums: [TableKey: [Amount]] = [:]
    for row in report.book.rows where !row.correction.isCounterEntry {
      let key = TableKey(
        proposal: row.correction.proposal, table: row.correction.table, year: row.correction.year)
      sums[key, default: [.zero, .zero]][row.isPostable ? 0 : 1] += row.correction.amount
    }
    let totals = report.book.tableTotals.filter {
      $0.amount != .zero || sums[TableKey(proposal: $0.proposal, table: $0.table, year: $0.year)] != nil
    }
    let isLive = totals.count * report.book.rows.count <= CorrectionChecks.liveCells
    for (index, total) in totals.enumerated() {
      let row = index + 2
      let found =
        sums[TableKey(proposal: total.proposal, table: total.table, year: total.year)] ?? [.zero, .zero]
      try lead(
        [.text(total.proposal), .text(total.table), .number(DecimalNumber(total.year))], row, sheet, &book)
      try figure(nil, total.amount, CellAddress(row: row, column: 4), sheet, &book)
      let criteria: [(LayoutField, String)] = [
        (.proposal, "$A\(row)"), (.table, "$B\(row)"), (.year, "$C\(row)"), (.side, "\"Forslag\""),
      ]
      let posted = lists[total.table == "C" ? 1 : 0]
      try figure(
        isLive ? sum(posted, criteria) : nil, found[0], CellAddress(row: row, column: 5), sheet, &book)
      try figure(
        isLive ? sum(lists[2], criteria) : nil, found[1], CellAddress(row: row, column: 6), sheet, &book)
      try figure(
        "D\(row)-E\(row)-F\(row)", total.amount - found[0] - found[1], CellAddress(row: row, column: 7),
        sheet, &book)
    }
    try finish(
      sheet, rows: totals.count, figures: 4...7, totals: totals.isEmpty ? [] : columnSums(totals, sums), &book
    )
  }

  private func columnSums(_ totals: [Corrections.TableTotal], _ sums: [TableKey: [Amount]]) -> [Amount] {
    let all = totals.map(\.amount).sum()
    let found = totals.map {
      sums[TableKey(proposal: $0.proposal, table: $0.table, year: $0.year)] ?? [.zero, .zero]
    }
    let (posted, rest) = (found.map { $0[0] }.sum(), found.map { $0[1] }.sum())
    return [all, posted, rest, all - posted - rest]
  }

  // MARK: Zeros

  private struct ZeroKey: Hashable {
    var proposal: String
    var area: ControlArea
    var year: Int
  }

  private func writeZeros(to book: inout XLSXWriter) throws(XLSXWriteError) {
    let sheet = try start(
      "Nulkontrol",
      ["Forslag", "Styringsområde", "År", "Vedtaget, kr.", "Ikke vedtaget, kr.", "Ikke konterbar, kr."],
      widths: [numberWidth, 34, 8, 22, 22, 22], to: &book)
    var sums: [ZeroKey: [Amount]] = [:]
    for row in report.book.rows {
      let key = ZeroKey(
        proposal: row.correction.proposal, area: row.correction.controlArea, year: row.correction.year)
      sums[key, default: [.zero, .zero, .zero]][row.isPostable ? (row.list == .adopted ? 0 : 1) : 2] +=
        row.correction.amount
    }
    let places = Dictionary(report.book.proposals.enumerated().map { ($0.element, $0.offset) }) { first, _ in
      first
    }
    let order = sums.keys.sorted {
      (places[$0.proposal] ?? 0, $0.area, $0.year) < (places[$1.proposal] ?? 0, $1.area, $1.year)
    }
    let isLive = order.count * report.book.rows.count <= CorrectionChecks.liveCells
    for (index, key) in order.enumerated() {
      let row = index + 2
      try lead(
        [.text(key.proposal), .text(key.area.rawValue), .number(DecimalNumber(key.year))], row, sheet, &book)
      let criteria: [(LayoutField, String)] = [
        (.proposal, "$A\(row)"), (.controlArea, "$B\(row)"), (.year, "$C\(row)"),
      ]
      for (place, list) in lists.enumerated() {
        let amount = sums[key]?[place] ?? .zero
        try figure(
          isLive ? sum(list, criteria) : nil, amount, CellAddress(row: row, column: place + 4), sheet, &book)
      }
    }
    let all = (0..<3).map { place in order.map { sums[$0]?[place] ?? .zero }.sum() }
    try finish(sheet, rows: order.count, figures: 4...6, totals: order.isEmpty ? [] : all, &book)
  }

  // MARK: Both

  /// Room for the longest number, so that none breaks into the row below it.
  private var numberWidth: Double {
    Double(max(14, (report.book.proposals.map(\.count).max() ?? 0) + 4))
  }

  /// `SUMIFS` over a list's rows; `nil` where its layout does not show what is needed.
  private func sum(_ list: CorrectionSheet, _ criteria: [(LayoutField, String)]) -> String? {
    guard let amounts = list.signedRange else { return nil }
    var parts = [amounts]
    for (field, value) in criteria {
      guard let range = list.range(field) else { return nil }
      parts += [range, value]
    }
    return "SUMIFS(\(parts.joined(separator: ",")))"
  }

  private func start(_ name: String, _ headers: [String], widths: [Double], to book: inout XLSXWriter)
    throws(XLSXWriteError) -> SheetHandle
  {
    let sheet = try book.addSheet(name)
    for (index, header) in headers.enumerated() {
      try book.setColumns(index + 1, through: index + 1, of: sheet, width: widths[index])
      try book.write(header, at: CellAddress(row: 1, column: index + 1), in: sheet, style: TableStyles.header)
    }
    try book.freeze(at: CellAddress(row: 2, column: 1), in: sheet)
    var printing = PrintSetup.wideTable(repeatedRows: 1...1)
    printing.footer = "&L&F&C&A&RSide &P af &N"
    try book.setPrinting(printing, of: sheet)
    return sheet
  }

  private func lead(_ cells: [CellContent], _ row: Int, _ sheet: SheetHandle, _ book: inout XLSXWriter)
    throws(XLSXWriteError)
  {
    for (index, cell) in cells.enumerated() {
      let style = TableStyles.text(.line).with { if index == 2 { $0.numberFormat = "0" } }
      try book.write(cell, at: CellAddress(row: row, column: index + 1), in: sheet, style: style)
    }
  }

  private func figure(
    _ formula: String?, _ amount: Amount, _ address: CellAddress, _ sheet: SheetHandle,
    _ book: inout XLSXWriter,
    _ kind: TableRowKind = .line
  ) throws(XLSXWriteError) {
    let value = DecimalNumber(amount, in: .kroner)
    let style = TableStyles.figure(kind, decimals: 0)
    guard let formula else { return try book.write(value, at: address, in: sheet, style: style) }
    try book.write(.formula(formula, value: .number(value)), at: address, in: sheet, style: style)
  }

  private func finish(
    _ sheet: SheetHandle, rows: Int, figures: ClosedRange<Int>, totals: [Amount], _ book: inout XLSXWriter
  ) throws(XLSXWriteError) {
    guard !totals.isEmpty else { return }
    for column in 1..<figures.lowerBound {
      let content: CellContent = column == 1 ? .text("I alt") : .blank
      try book.write(
        content, at: CellAddress(row: rows + 2, column: column), in: sheet, style: TableStyles.text(.total))
    }
    for (column, total) in zip(figures, totals) {
      let letters = CellAddress.letters(ofColumn: column)
      let address = CellAddress(row: rows + 2, column: column)
      try figure("SUM(\(letters)2:\(letters)\(rows + 1))", total, address, sheet, &book, .total)
    }
  }
}
