import Intake
import AllocationTables
import Kvantum
import Findings
import Output
import ProposalModel
import Spreadsheet

/// The state of a round as a workbook: A4 landscape, colours that survive print, links to the files.
struct StatusWorkbook {
  let report: StatusReport
  private let headerRow = 3

  /// The columns before the control areas.
  private static let leading: [(header: String, width: Double)] = [
    ("Nr.", 14), ("Titel", 42), ("Udvalg", 8), ("Fil", 26), ("Fejl", 6), ("Advarsler", 10), ("A–E", 24),
    ("Uden konto", 9), ("Beslutning", 13), ("Klar til korrektioner", 28),
  ]

  /// The control areas with money, in their order.
  private var areas: [ControlArea] { ControlArea.allCases.filter { report.permanent[$0] != nil } }

  func bytes() throws(XLSXWriteError) -> [UInt8] {
    var book = try XLSXWriter(
      properties: DocumentProperties(title: "Status for runden", subject: "", author: "fordel"))
    let sheet = try book.addSheet("Status")
    try book.write(
      "Status for runden", at: CellAddress(row: 1, column: 1), in: sheet, style: TableStyles.caption)
    try book.write(
      report.summary + " Beløb i kr. er den varige ændring, når den er fuldt indfaset.",
      at: CellAddress(row: 2, column: 1), in: sheet, style: TableStyles.note.with { $0.wrapsText = false })
    let headers = StatusWorkbook.leading.map(\.header) + areas.map { "\($0.rawValue), kr." }
    for (index, header) in headers.enumerated() {
      try book.write(
        header, at: CellAddress(row: headerRow, column: index + 1), in: sheet, style: TableStyles.header)
    }
    for (index, row) in report.rows.enumerated() {
      try write(row, at: headerRow + 1 + index, in: sheet, of: &book)
    }
    try writeTotals(in: sheet, of: &book)
    try layOut(sheet, of: &book)
    try writeFiles(to: &book)
    return try book.closeIntoBytes()
  }

  private var lastRow: Int { headerRow + max(1, report.rows.count) }

  private func write(_ row: StatusRow, at number: Int, in sheet: SheetHandle, of book: inout XLSXWriter)
    throws(XLSXWriteError)
  {
    let ground: Colour? =
      row.obstacle == nil ? 0xE2EFDA : row.errors > 0 || row.file == nil ? 0xF8CBAD : 0xFFF2CC
    func style(_ base: CellStyle, _ isMarked: Bool = false) -> CellStyle {
      isMarked ? base.with { $0.fillColour = ground } : base
    }
    let text = TableStyles.text(.line)
    let count = TableStyles.figure(.line, decimals: 0)
    let cells: [(CellContent, CellStyle)] = [
      (.text(row.number), TableStyles.text(.line, isCode: true)), (.text(row.entry?.title ?? ""), text),
      (.text(row.entry?.committee ?? ""), text), (link(row.file), text),
      (.number(DecimalNumber(row.errors)), style(count, row.errors > 0)),
      (.number(DecimalNumber(row.warnings)), count), (.text(row.entry?.tables ?? ""), text),
      (row.entry.map { .number(DecimalNumber($0.unpostable)) } ?? .blank, count),
      (.text(row.decision?.kind.rawValue ?? ""), text), (.text(row.readiness), style(text, true)),
    ]
    let figures = areas.map { area -> (CellContent, CellStyle) in
      let amount = row.entry?.permanent[area]
      return (amount.map { .number(DecimalNumber($0, in: .kroner)) } ?? .blank, count)
    }
    for (index, cell) in (cells + figures).enumerated() {
      try book.write(cell.0, at: CellAddress(row: number, column: index + 1), in: sheet, style: cell.1)
    }
  }

  /// A link to the file that opens it where the status lies beside it.
  private func link(_ file: String?) -> CellContent {
    guard let file else { return .blank }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let path = file.replacing("\"", with: "\"\"")
    guard path.utf8.count < 200, file != "-" else { return .text(name) }
    return .formula(
      "HYPERLINK(\"\(path)\",\"\(name.replacing("\"", with: "\"\""))\")", value: .text(name))
  }

  private func writeTotals(in sheet: SheetHandle, of book: inout XLSXWriter) throws(XLSXWriteError) {
    let row = lastRow + 1
    for index in StatusWorkbook.leading.indices {
      try book.write(
        index == 0 ? "I alt" : "", at: CellAddress(row: row, column: index + 1), in: sheet,
        style: TableStyles.text(.total))
    }
    for (index, area) in areas.enumerated() {
      let column = StatusWorkbook.leading.count + index + 1
      let letters = CellAddress.letters(ofColumn: column)
      let value = DecimalNumber(report.permanent[area] ?? .zero, in: .kroner)
      try book.write(
        .formula("SUM(\(letters)\(headerRow + 1):\(letters)\(lastRow))", value: .number(value)),
        at: CellAddress(row: row, column: column), in: sheet, style: TableStyles.figure(.total, decimals: 0))
    }
  }

  private func layOut(_ sheet: SheetHandle, of book: inout XLSXWriter) throws(XLSXWriteError) {
    let widths = StatusWorkbook.leading.map(\.width) + areas.map { _ in 17 }
    for (index, width) in widths.enumerated() {
      try book.setColumns(index + 1, through: index + 1, of: sheet, width: width)
    }
    try book.setRow(headerRow, of: sheet, height: 32)
    for (index, row) in report.rows.enumerated() {
      let title = ((row.entry?.title.count ?? 0) - 1) / 42 + 1
      let lines = max(title, (row.readiness.count - 1) / 28 + 1)
      if lines > 1 { try book.setRow(headerRow + 1 + index, of: sheet, height: Double(lines) * 15) }
    }
    try book.freeze(at: CellAddress(row: headerRow + 1, column: 1), in: sheet)
    var printing = PrintSetup.wideTable(repeatedRows: headerRow...headerRow)
    printing.footer = "&L&F&C&A&RSide &P af &N"
    try book.setPrinting(printing, of: sheet)
  }

  /// A second sheet with every file and what became of it.
  private func writeFiles(to book: inout XLSXWriter) throws(XLSXWriteError) {
    let sheet = try book.addSheet("Filer")
    for (index, header) in ["Fil", "Forslag", "Hvad blev der af den"].enumerated() {
      try book.write(header, at: CellAddress(row: 1, column: index + 1), in: sheet, style: TableStyles.header)
    }
    for (index, file) in files.enumerated() {
      for (column, text) in [file.name, file.number, file.fate].enumerated() {
        try book.write(
          text, at: CellAddress(row: index + 2, column: column + 1), in: sheet, style: TableStyles.text(.line)
        )
      }
      let lines = (file.fate.count - 1) / 90 + 1
      if lines > 1 { try book.setRow(index + 2, of: sheet, height: Double(lines) * 15) }
    }
    try book.setColumns(1, through: 1, of: sheet, width: 50)
    try book.setColumns(2, through: 2, of: sheet, width: 16)
    try book.setColumns(3, through: 3, of: sheet, width: 90)
    try book.setPrinting(.wideTable(repeatedRows: 1...1), of: sheet)
  }

  private var files: [(name: String, number: String, fate: String)] {
    var files: [(name: String, number: String, fate: String)] = []
    for row in report.rows {
      if let file = row.file { files.append((file, row.number, "Brugt.")) }
      files += row.passedOver.map { ($0.file, row.number, "Ikke brugt: \($0.reason)") }
    }
    files += report.unread.map { ($0.file, "", "Ikke læst: \($0.failure.message)") }
    files += report.withoutProposal.map { ($0, "", "Rummer intet forslag.") }
    files += report.others.map { ($0, "", "Anden slags fil.") }
    return files
  }
}
