import Findings
import AllocationTables
public import Output
import ProposalModel
import Spreadsheet

/// The rest to be dealt with as a workbook: a summary with live sums, and one row per discrepancy with room
/// for what was done.
struct ReconcileWorkbook {
  package let report: ReconcileReport

  private static let restSheet = "Udestående"
  private static let headerRow = 2
  /// The columns of the rest: header, width, whether it holds kroner.
  private static let columns: [(header: String, width: Double, isAmount: Bool)] =
    [("Slags", 17, false), ("Forslag", 10, false), ("Tekst", 30, false), ("Styringsområde", 14, false)]
    + PostingCodes.names.map { ($0, 10, false) }
    + [
      ("År", 7, false), ("Forventet, kr.", 15, true), ("Posteret, kr.", 15, true), ("Forskel, kr.", 15, true),
      ("Posteret på", 22, false),
      ("Posteret i", 9, false), ("Rækker i udtrækket", 17, false), ("Bilag", 14, false),
      ("Hvad skal der ske", 32, false),
      ("Gjort (initialer, dato)", 20, false),
    ]

  private var firstRow: Int { ReconcileWorkbook.headerRow + 1 }
  private var lastRow: Int { max(firstRow, ReconcileWorkbook.headerRow + report.result.rest.count) }

  package func bytes() throws(XLSXWriteError) -> [UInt8] {
    var book = try XLSXWriter(
      properties: DocumentProperties(
        title: "Afstemning med Kvantum", subject: report.extract, author: "fordel"))
    let front = try book.addSheet("Afstemning")
    try writeRest(&book)
    try writeFront(front, &book)
    return try book.closeIntoBytes()
  }

  // MARK: Summary

  private func writeFront(_ sheet: SheetHandle, _ book: inout XLSXWriter) throws(XLSXWriteError) {
    for (index, width) in [30.0, 12, 20, 20, 20].enumerated() {
      try book.setColumns(index + 1, through: index + 1, of: sheet, width: width)
    }
    try book.write(
      "Afstemning med Kvantum", at: CellAddress(row: 1, column: 1), in: sheet, style: TableStyles.caption)
    let name = report.extract.split(separator: "/").last.map(String.init) ?? report.extract
    try book.write(
      "\(name): \(DanishNumber.grouped(Int64(report.rows))) rækker", at: CellAddress(row: 2, column: 1),
      in: sheet, style: TableStyles.note)
    for (column, header) in ["", "Antal", "Forventet, kr.", "Posteret, kr.", "Forskel, kr."].enumerated() {
      let style = column == 0 ? TableStyles.header : TableStyles.yearHeader
      try book.write(header, at: CellAddress(row: 4, column: column + 1), in: sheet, style: style)
    }
    let sums = report.sums
    for (index, sum) in sums.enumerated() {
      try write(sum, row: 5 + index, isMatched: index == 0, sheet, &book)
    }
    let total = 5 + sums.count
    try book.write(
      "I alt", at: CellAddress(row: total, column: 1), in: sheet, style: TableStyles.text(.total))
    let values: [DecimalNumber] = [
      DecimalNumber(mantissa: Int64(sums.map(\.count).reduce(0, +)), scale: 0),
      DecimalNumber(sums.map(\.expected).sum(), in: .kroner),
      DecimalNumber(sums.map(\.posted).sum(), in: .kroner),
      DecimalNumber(sums.map { $0.posted - $0.expected }.sum(), in: .kroner),
    ]
    for (index, value) in values.enumerated() {
      let letter = CellAddress.letters(ofColumn: index + 2)
      try book.write(
        .formula("SUM(\(letter)5:\(letter)\(total - 1))", value: .number(value)),
        at: CellAddress(row: total, column: index + 2), in: sheet,
        style: TableStyles.figure(.total, decimals: index == 0 ? 0 : decimals))
    }
    let remarks =
      (report.isReconciled ? ["Alt er afstemt."] : []) + [report.volume].compactMap { $0 }
      + report.findings.map(\.line) + report.remarks
    for (index, remark) in remarks.prefix(60).enumerated() {
      let row = total + 2 + index
      try book.merge(
        CellRange(from: CellAddress(row: row, column: 1), to: CellAddress(row: row, column: 5)), in: sheet,
        content: .text(remark),
        style: TableStyles.note)
      if let height = RowHeight.points([remark], widths: [100]) {
        try book.setRow(row, of: sheet, height: height)
      }
    }
    try book.setPrinting(printing(repeating: nil), of: sheet)
  }

  /// A kind with its number and sums; those of the rest are live.
  private func write(
    _ sum: ReconcileReport.Sum, row: Int, isMatched: Bool, _ sheet: SheetHandle, _ book: inout XLSXWriter
  )
    throws(XLSXWriteError)
  {
    try book.write(sum.name, at: CellAddress(row: row, column: 1), in: sheet, style: TableStyles.text(.line))
    func range(_ column: Int) -> String {
      let letter = CellAddress.letters(ofColumn: column)
      return "\(ReconcileWorkbook.restSheet)!$\(letter)$\(firstRow):$\(letter)$\(lastRow)"
    }
    func place(_ header: String) -> Int {
      ReconcileWorkbook.columns.firstIndex { $0.header == header }.orStop("a column \(header)") + 1
    }
    let numbers = [
      DecimalNumber(mantissa: Int64(sum.count), scale: 0), DecimalNumber(sum.expected, in: .kroner),
      DecimalNumber(sum.posted, in: .kroner),
    ]
    let formulas = [
      "COUNTIF(\(range(1)),$A\(row))", "SUMIFS(\(range(place("Forventet, kr."))),\(range(1)),$A\(row))",
      "SUMIFS(\(range(place("Posteret, kr."))),\(range(1)),$A\(row))",
    ]
    for (index, number) in numbers.enumerated() {
      let style = TableStyles.figure(.line, decimals: index == 0 ? 0 : decimals)
      let content: CellContent =
        isMatched ? .number(number) : .formula(formulas[index], value: .number(number))
      try book.write(content, at: CellAddress(row: row, column: index + 2), in: sheet, style: style)
    }
    try book.write(
      .formula("D\(row)-C\(row)", value: .number(DecimalNumber(sum.posted - sum.expected, in: .kroner))),
      at: CellAddress(row: row, column: 5), in: sheet, style: TableStyles.figure(.line, decimals: decimals))
  }

  /// As many decimals as the finest amount has.
  private var decimals: Int {
    let amounts = report.expected.map(\.amount) + report.result.rest.flatMap(\.posted).map(\.amount)
    return amounts.map { $0.decimal(in: .kroner).scale }.max() ?? 0
  }

  // MARK: The rest

  private func writeRest(_ book: inout XLSXWriter) throws(XLSXWriteError) {
    let sheet = try book.addSheet(ReconcileWorkbook.restSheet)
    try book.setRow(ReconcileWorkbook.headerRow, of: sheet, height: 32)
    let caption = "Udestående" + (report.result.rest.isEmpty ? ": ingen" : "")
    try book.write(caption, at: CellAddress(row: 1, column: 1), in: sheet, style: TableStyles.caption)
    for (index, column) in ReconcileWorkbook.columns.enumerated() {
      try book.setColumns(index + 1, through: index + 1, of: sheet, width: column.width)
      let address = CellAddress(row: ReconcileWorkbook.headerRow, column: index + 1)
      try book.write(
        column.header, at: address, in: sheet,
        style: column.isAmount ? TableStyles.yearHeader : TableStyles.header)
    }
    let (widths, figure) = (
      ReconcileWorkbook.columns.map(\.width), TableStyles.figure(.line, decimals: decimals)
    )
    for (index, rest) in report.result.rest.enumerated() {
      let row = firstRow + index
      let cells = cells(of: rest, row: row)
      let texts = cells.map { if case .text(let text) = $0 { text } else { "" } }
      if let height = RowHeight.points(texts, widths: widths) {
        try book.setRow(row, of: sheet, height: height)
      }
      for (column, cell) in cells.enumerated() {
        let style =
          ReconcileWorkbook.columns[column].isAmount
          ? figure : TableStyles.text(.line, isCode: (4...8).contains(column))
        try book.write(cell, at: CellAddress(row: row, column: column + 1), in: sheet, style: style)
      }
    }
    try book.setAutofilter(
      CellRange(
        from: CellAddress(row: ReconcileWorkbook.headerRow, column: 1),
        to: CellAddress(row: lastRow, column: ReconcileWorkbook.columns.count)),
      in: sheet)
    try book.freeze(at: CellAddress(row: firstRow, column: 3), in: sheet)
    // The wide sheet is printed on two pages side by side, in a size that can be read.
    var printing = printing(repeating: ReconcileWorkbook.headerRow...ReconcileWorkbook.headerRow)
    (printing.fitToWidth, printing.repeatedColumns) = (2, 1...2)
    try book.setPrinting(printing, of: sheet)
  }

  private func cells(of rest: Discrepancy, row: Int) -> [CellContent] {
    func text(_ text: String?) -> CellContent { text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .blank }
    func whole(_ number: Int?) -> CellContent {
      number.map { .number(DecimalNumber(mantissa: Int64($0), scale: 0)) } ?? .blank
    }
    func kroner(_ amount: Amount?) -> CellContent {
      amount.map { .number(DecimalNumber($0, in: .kroner)) } ?? .blank
    }
    let isExtra = rest.kind == .postedTwice || rest.kind == .notOurs
    let codes = rest.expected?.codes ?? rest.posted.first?.codes
    let (mine, theirs) = (11, 12)
    let difference =
      "\(CellAddress.letters(ofColumn: theirs))\(row)-\(CellAddress.letters(ofColumn: mine))\(row)"
    let first = rest.posted.first
    return [
      text(rest.kind.rawValue), text(rest.proposal), text(rest.expected?.text ?? first?.text),
      text(rest.expected?.controlArea?.rawValue),
    ] + (codes?.written ?? Array(repeating: "", count: 5)).map { text($0) } + [
      whole(rest.expected?.year ?? first?.year), kroner(isExtra ? nil : rest.expected?.amount),
      kroner(rest.posted.isEmpty ? nil : rest.posted.map(\.amount).sum()),
      .formula(difference, value: .number(DecimalNumber(rest.difference, in: .kroner))),
      text(rest.kind == .wrongAccount ? first?.codes.text : nil),
      whole(rest.kind == .wrongYear ? first?.year : nil),
      text(rest.posted.map { String($0.row) }.joined(separator: ", ")),
      text(rest.posted.compactMap(\.document).joined(separator: ", ")), text(rest.remedy), .blank,
    ]
  }

  private func printing(repeating rows: ClosedRange<Int>?) -> PrintSetup {
    var setup = PrintSetup.wideTable(repeatedRows: rows)
    setup.footer = "&L&F&C&A&RSide &P af &N"
    return setup
  }
}

extension ReconcileReport {
  /// The rest to be dealt with as a workbook.
  public func workbook() throws(FileFailure) -> [UInt8] {
    do { return try ReconcileWorkbook(report: self).bytes() } catch {
      throw FileFailure(file: extract, error)
    }
  }
}
