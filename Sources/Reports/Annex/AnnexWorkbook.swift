import AllocationTables
import Intake
import Kvantum
import Output
import ProposalModel
import Spreadsheet

/// The annexes as a workbook: what it is, a sheet per annex whose figures are live sums of rows of the sheet
/// `Grundlag`, and that sheet, with the tables, lines and cells that each row comes from.
struct AnnexWorkbook {
  let report: AnnexReport
  private var profile: AnnexProfile { report.profile }
  private static let headerRow = 3

  func bytes() throws(XLSXWriteError) -> [UInt8] {
    var book = try XLSXWriter(
      properties: DocumentProperties(title: profile.name, subject: report.round.name, author: "fordel"))
    let front = try book.addSheet(AnnexProfile.front)
    let basis = basisSheet
    var totals: [Int] = []
    for (index, annex) in profile.annexes.enumerated() {
      totals.append(try write(annex, report.rows[index], basis, to: &book))
    }
    try basis.write(sums: [report.basis.map(\.row.correction.amount).sum()], to: &book)
    try writeFront(front, totals, to: &book)
    return try book.closeIntoBytes()
  }

  // MARK: Front

  private func writeFront(_ sheet: SheetHandle, _ totals: [Int], to book: inout XLSXWriter)
    throws(XLSXWriteError)
  {
    let count = report.proposals.count
    let rows = DanishNumber.grouped(Int64(report.basis.count))
    let names = profile.annexes.map(\.sheet).joined(separator: ", ")
    let free = try FrontSheet(
      title: "\(profile.name): \(report.round.name)",
      facts: [
        ("Hvad det er", "Effekten pr. udvalg og år på \(names.lowercased()), \(report.unitText)"),
        (
          "Hvilke forslag",
          report.decisions.map { "de vedtagne efter beslutningslisten \($0)" }
            ?? "alle forslag, som om de var vedtaget; der er ingen beslutningsliste"
        ),
        (
          "Hvor mange",
          "\(count) forslag (\(report.proposals.joined(separator: ", "))), \(rows) rækker i \(AnnexProfile.basis)"
        ),
        ("Hvor fra", "tabel B, D, E og lån som i korrektionerne, uden modposter; layoutet \(profile.label)"),
        ("Hvad mangler", report.missing.isEmpty ? "intet" : "\(report.missing.count) ting; se nedenfor"),
      ], remarks: report.notes
    ).write(in: sheet, to: &book)
    let heads = ["I alt, \(report.unitText)"] + report.years.map(String.init)
    for (index, head) in heads.enumerated() {
      try book.write(
        head, at: CellAddress(row: free, column: index + 1), in: sheet,
        style: index == 0 ? TableStyles.header : TableStyles.yearHeader)
    }
    for (index, annex) in profile.annexes.enumerated() {
      let row = free + 1 + index
      try book.write(
        annex.sheet, at: CellAddress(row: row, column: 1), in: sheet, style: TableStyles.text(.line))
      for (year, sum) in report.totals(report.rows[index]).enumerated() {
        let letters = CellAddress.letters(ofColumn: firstYear + year)
        let value = CachedValue.number(DecimalNumber(sum, in: report.unit))
        let content: CellContent =
          totals[index] == 0
          ? .number(DecimalNumber(0)) : .formula("'\(annex.sheet)'!\(letters)\(totals[index])", value: value)
        try book.write(
          content, at: CellAddress(row: row, column: year + 2), in: sheet,
          style: TableStyles.figure(.line, decimals: decimals))
      }
    }
  }

  // MARK: Annexes

  /// The column of the first year.
  private var firstYear: Int {
    profile.columns.firstIndex { $0.field == .years }.orStop("a column of years") + 1
  }

  /// How many decimals the figures have.
  private var decimals: Int {
    report.rows.joined().flatMap { $0.amounts.compactMap { $0?.decimal(in: report.unit).scale } }.max() ?? 0
  }

  /// Writes an annex; the result is the row of its total, 0 where it has none.
  private func write(
    _ annex: AnnexProfile.Annex, _ rows: [AnnexReport.Row], _ basis: MoneyList, to book: inout XLSXWriter
  ) throws(XLSXWriteError) -> Int {
    let sheet = try book.addSheet(annex.sheet)
    try writeHead(annex, sheet, rows.isEmpty, &book)
    var next = AnnexWorkbook.headerRow + 1
    for group in report.groups(rows) {
      let first = next
      for row in group {
        let cells = cells(of: row, annex, basis)
        try write(cells, .line, at: next, sheet, &book)
        next += 1
      }
      let name = "\(report.name(group.first?.committee)) i alt"
      try write(sums(name, first...(next - 1), report.totals(group)), .subtotal, at: next, sheet, &book)
      next += 1
    }
    if !rows.isEmpty {
      let range = (AnnexWorkbook.headerRow + 1)...(next - 1)
      try write(sums("I alt", range, report.totals(rows)), .total, at: next, sheet, &book)
    }
    try book.freeze(at: CellAddress(row: AnnexWorkbook.headerRow + 1, column: 1), in: sheet)
    var printing = PrintSetup.wideTable(repeatedRows: AnnexWorkbook.headerRow...AnnexWorkbook.headerRow)
    printing.footer = FrontSheet.footer
    try book.setPrinting(printing, of: sheet)
    return rows.isEmpty ? 0 : next
  }

  private func writeHead(
    _ annex: AnnexProfile.Annex, _ sheet: SheetHandle, _ isEmpty: Bool, _ book: inout XLSXWriter
  ) throws(XLSXWriteError) {
    let caption = annex.caption + (isEmpty ? " (ingen beløb)" : "")
    try book.write(caption, at: CellAddress(row: 1, column: 1), in: sheet, style: TableStyles.caption)
    try book.write(
      "\(report.round.name). \(report.unitText)\(report.unitText.hasSuffix(".") ? "" : ".") \(annex.note)",
      at: CellAddress(row: 2, column: 1), in: sheet,
      style: TableStyles.note.with { $0.wrapsText = false })
    for (index, column) in columns.enumerated() {
      try book.setColumns(index + 1, through: index + 1, of: sheet, width: column.width)
      try book.write(
        column.header, at: CellAddress(row: AnnexWorkbook.headerRow, column: index + 1), in: sheet,
        style: column.field == .years ? TableStyles.yearHeader : TableStyles.header)
    }
    try book.setRow(AnnexWorkbook.headerRow, of: sheet, height: 32)
  }

  /// The columns, one for each year.
  private var columns: [AnnexProfile.Column] {
    profile.columns.flatMap { column in
      guard column.field == .years else { return [column] }
      return report.years.map {
        AnnexProfile.Column(header: String($0), field: .years, width: column.width)
      }
    }
  }

  private func cells(of row: AnnexReport.Row, _ annex: AnnexProfile.Annex, _ basis: MoneyList)
    -> [CellContent]
  {
    profile.columns.flatMap { column -> [CellContent] in
      switch column.field {
      case .committee: [.text(report.name(row.committee))]
      case .number: [.text(row.number)]
      case .marker: [row.marker.map { .text($0.rawValue) } ?? .blank]
      case .title: [.text(row.title)]
      case .tables: [.text(row.tables.joined(separator: ", "))]
      case .rows:
        [.text(ranges(row.members.joined().sorted()).map { spelled($0, basis) }.joined(separator: ", "))]
      case .years:
        zip(row.amounts, row.members).map { amount, members in
          guard let amount else { return .blank }
          return .formula(
            formula(members, annex, basis), value: .number(DecimalNumber(amount, in: report.unit)))
        }
      }
    }
  }

  /// `-SUM(Grundlag!$L$12:$L$15,Grundlag!$L$18)/1000`
  private func formula(_ members: [Int], _ annex: AnnexProfile.Annex, _ basis: MoneyList) -> String {
    let letters = basis.letters(AnnexWorkbook.amount)
    let parts = ranges(members).map {
      "\(AnnexProfile.basis)!$\(letters)$\(basis.firstRow + $0.lowerBound)"
        + ($0.count == 1 ? "" : ":$\(letters)$\(basis.firstRow + $0.upperBound)")
    }
    return (annex.sign == .cash ? "-" : "") + "SUM(\(parts.joined(separator: ",")))"
      + (profile.unit == .kroner ? "" : "/1000")
  }

  private func spelled(_ range: ClosedRange<Int>, _ basis: MoneyList) -> String {
    let (first, last) = (basis.firstRow + range.lowerBound, basis.firstRow + range.upperBound)
    return first == last ? "\(first)" : "\(first)–\(last)"
  }

  /// Places that follow each other as ranges.
  private func ranges(_ places: [Int]) -> [ClosedRange<Int>] {
    places.reduce(into: []) { ranges, place in
      if let last = ranges.last, last.upperBound + 1 == place {
        ranges[ranges.count - 1] = last.lowerBound...place
      } else {
        ranges.append(place...place)
      }
    }
  }

  /// A row of sums over `rows`. Subtotals leave each other out, so the total may run over them.
  private func sums(_ name: String, _ rows: ClosedRange<Int>, _ totals: [Amount]) -> [CellContent] {
    var totals = totals.makeIterator()
    return columns.enumerated().map { index, column in
      if column.field == .committee { return .text(name) }
      guard column.field == .years else { return .blank }
      let letters = CellAddress.letters(ofColumn: index + 1)
      return .formula(
        "SUBTOTAL(9,\(letters)\(rows.lowerBound):\(letters)\(rows.upperBound))",
        value: .number(DecimalNumber(totals.next().orStop("a sum for each year"), in: report.unit)))
    }
  }

  private func write(
    _ cells: [CellContent], _ kind: TableRowKind, at row: Int, _ sheet: SheetHandle,
    _ book: inout XLSXWriter
  ) throws(XLSXWriteError) {
    let texts = cells.map { if case .text(let text) = $0 { text } else { "" } }
    if let height = RowHeight.points(texts, widths: columns.map(\.width)) {
      try book.setRow(row, of: sheet, height: height)
    }
    for (index, cell) in cells.enumerated() {
      let style =
        columns[index].field == .years
        ? TableStyles.figure(kind, decimals: decimals) : TableStyles.text(kind, isCode: true)
      try book.write(cell, at: CellAddress(row: row, column: index + 1), in: sheet, style: style)
    }
  }

  // MARK: Basis

  private static let amount = "Beløb, kr."

  private var basisSheet: MoneyList {
    let columns: [(String, Double, MoneyList.Column.Kind)] = [
      ("Udvalg", 24, .text), ("Enhed", 14, .text), ("Forslag", 11, .code), ("År", 6, .whole),
      ("Styringsområde", 16, .text), ("Tabel", 6, .code), ("Linje", 16, .code), ("Tekst", 42, .text),
      ("Bevilling", 10, .code), ("Profitcenter", 11, .code), (AnnexWorkbook.amount, 15, .kroner),
      ("P/l", 6, .whole), ("Kilde", 36, .text), ("Bemærkning", 24, .text),
    ]
    let amounts = report.basis.map { $0.row.correction.amount.decimal(in: .kroner).scale }
    var sheet = MoneyList(
      name: AnnexProfile.basis,
      caption: AnnexMark.caption,
      columns: columns.map { MoneyList.Column(header: $0.0, width: $0.1, kind: $0.2) },
      decimals: amounts.max() ?? 0)
    sheet.rows = report.basis.map { cells(of: $0.row) }
    return sheet
  }

  private func cells(of row: CorrectionBook.Row) -> [CellContent] {
    let correction = row.correction
    let account = correction.account
    func text(_ text: String?) -> CellContent { text.map { $0.isEmpty ? .blank : .text($0) } ?? .blank }
    func number(_ value: Int) -> CellContent { .number(DecimalNumber(value)) }
    var cells = [text(report.name(correction.recipient?.committee)), text(correction.recipient?.unit)]
    cells += [text(correction.proposal), number(correction.year), text(correction.controlArea.rawValue)]
    cells += [text(correction.table), text(correction.lineIDs.joined(separator: ", "))]
    cells += [text(correction.text), text(account.appropriationCode ?? account.appropriationName)]
    cells += [text(account.profitCentre), .number(DecimalNumber(correction.amount, in: .kroner))]
    cells += [number(correction.priceLevel), text(row.sources.spelling), text(row.remark)]
    return cells
  }
}
