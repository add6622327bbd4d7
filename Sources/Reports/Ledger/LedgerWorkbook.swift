import AllocationTables
import Distribution
import Kvantum
import Output
import ProposalModel
import Reading
import Spreadsheet

/// The ledger as a workbook: a sheet `Tal` with every number and a link to its cell, and a sheet `Strømme`
/// with the money, whose sums are live.
struct LedgerWorkbook {
  let report: LedgerReport

  private static let numberColumns: [(header: String, width: Double)] = [
    ("Forslag", 14), ("Fil", 24), ("Ark", 22), ("Celle", 8), ("Tekst", 18), ("Beløb, kr.", 16), ("Rolle", 24),
    ("Linje", 10), ("År", 7), ("Begrundelse", 46),
  ]
  private static let flowColumns: [(header: String, width: Double)] = [
    ("Forslag", 14), ("Afsnit", 16), ("Styringsområde", 32), ("Gælder", 20), ("År", 7), ("Linjer", 15),
    ("Fortsat", 15), ("Oplyst", 13), ("Afrunding", 11), ("Tabeller", 15), ("Faktor", 9),
    ("Afrunding ved omregning", 13), ("Korrektioner", 15), ("Ikke konterbar", 15), ("Rest", 11),
  ]

  func bytes() throws(XLSXWriteError) -> [UInt8] {
    var book = try XLSXWriter(
      properties: DocumentProperties(title: "Hvor tallene blev af", subject: "", author: "fordel"))
    try writeNumbers(to: &book)
    try writeFlows(to: &book)
    return try book.closeIntoBytes()
  }

  private func head(
    _ title: String, _ note: String, _ columns: [(header: String, width: Double)], _ sheet: SheetHandle,
    _ book: inout XLSXWriter
  ) throws(XLSXWriteError) {
    try book.write(title, at: CellAddress(row: 1, column: 1), in: sheet, style: TableStyles.caption)
    try book.write(
      note, at: CellAddress(row: 2, column: 1), in: sheet,
      style: TableStyles.note.with { $0.wrapsText = false })
    for (index, column) in columns.enumerated() {
      try book.write(
        column.header, at: CellAddress(row: 3, column: index + 1), in: sheet, style: TableStyles.header)
      try book.setColumns(index + 1, through: index + 1, of: sheet, width: column.width)
    }
    try book.setRow(3, of: sheet, height: 32)
    try book.freeze(at: CellAddress(row: 4, column: 1), in: sheet)
    var printing = PrintSetup.wideTable(repeatedRows: 3...3)
    printing.footer = "&L&F&C&A&RSide &P af &N"
    try book.setPrinting(printing, of: sheet)
  }

  private func writeNumbers(to book: inout XLSXWriter) throws(XLSXWriteError) {
    let sheet = try book.addSheet("Tal")
    try head(
      "Hvor tallene blev af", report.numbers.sentence + ".", LedgerWorkbook.numberColumns, sheet, &book)
    let text = TableStyles.text(.line)
    var row = 4
    for entry in report.entries {
      for cell in entry.cells {
        let money = Self.money.contains(cell.role) ? Int64(cell.value).map { Amount(oere: $0) } : nil
        let contents: [(CellContent, CellStyle)] = [
          (.text(entry.id), TableStyles.text(.line, isCode: true)),
          (.text(Self.name(cell.place.file ?? entry.file)), text), (.text(cell.place.sheet ?? ""), text),
          (Self.link(cell, entry.file), text), (.text(cell.text), text),
          (
            money.map { .number(DecimalNumber($0, in: .kroner)) } ?? .blank,
            TableStyles.figure(.line, decimals: (money?.oere ?? 0) % 100 == 0 ? 0 : 2)
          ),
          (.text(cell.role.danish), text), (.text(cell.line ?? ""), TableStyles.text(.line, isCode: true)),
          (
            cell.year.map { .number(DecimalNumber($0)) } ?? .blank,
            text.with { $0.numberFormat = "0" }
          ), (.text(cell.reason ?? ""), text),
        ]
        for (column, content) in contents.enumerated() {
          try book.write(
            content.0, at: CellAddress(row: row, column: column + 1), in: sheet, style: content.1)
        }
        row += 1
      }
    }
  }

  private static let money: Set<NumberRole> = [
    .amount, .detail, .total, .memo, .stated, .target, .administration, .loan,
  ]

  private static func name(_ file: String) -> String {
    file.split(separator: "/").last.map(String.init) ?? file
  }

  /// A link that opens the cell where the workbook lies beside the ledger.
  private static func link(_ cell: NumberCell, _ file: String) -> CellContent {
    let address = cell.place.cell ?? ""
    let path = (cell.place.file ?? file).replacing("\"", with: "\"\"")
    guard let sheet = cell.place.sheet, CellAddress(address) != nil, file != "-" else {
      return .text(address)
    }
    let name = sheet.replacing("'", with: "''").replacing("\"", with: "\"\"")
    let target = "[\(path)]'\(name)'!\(address)"
    guard target.utf8.count < 220 else { return .text(address) }
    return .formula("HYPERLINK(\"\(target)\",\"\(address)\")", value: .text(address))
  }

  private func writeFlows(to book: inout XLSXWriter) throws(XLSXWriteError) {
    let sheet = try book.addSheet("Strømme")
    try head(
      "Pengenes vej fra linjer til tabeller og korrektioner",
      "Kroner. Linjer + Fortsat + Oplyst + Afrunding = Tabeller; Tabeller × Faktor + Afrunding ved omregning = Korrektioner + Ikke konterbar. Rest er det, der mangler.",
      LedgerWorkbook.flowColumns, sheet, &book)
    let text = TableStyles.text(.line)
    let figure = TableStyles.figure(.line, decimals: 2)
    var row = 4
    for entry in report.entries {
      for flow in entry.flows?.flows ?? [] {
        func kroner(_ amount: Amount) -> (CellContent, CellStyle) {
          (
            .number(DecimalNumber(amount, in: .kroner)),
            TableStyles.figure(.line, decimals: amount.oere % 100 == 0 ? 0 : 2)
          )
        }
        let rounding = flow.conversionRounding.inKroner
        let contents: [(CellContent, CellStyle)] = [
          (.text(entry.id), TableStyles.text(.line, isCode: true)), (.text(flow.section.rawValue), text),
          (.text(flow.controlArea?.rawValue ?? "mangler"), text), (.text(flow.condition.rawValue), text),
          (.number(DecimalNumber(flow.year)), text.with { $0.numberFormat = "0" }), kroner(flow.input),
          kroner(flow.carried), kroner(flow.stated), kroner(flow.rounding), kroner(flow.tables),
          (
            flow.factor.map { factor in
              factor.number.map { .number($0) } ?? .text(factor.description)
            } ?? .text("mangler"), text
          ),
          (rounding.map { .number($0) } ?? .text(flow.conversionRounding.description), figure),
          kroner(flow.corrections), kroner(flow.notPostable),
          (
            .formula(
              "ROUND(F\(row)+G\(row)+H\(row)+I\(row)-J\(row),2)+ROUND(J\(row)*N(IF(ISNUMBER(K\(row)),K\(row),1))+L\(row)-M\(row)-N\(row),2)",
              value: .number(flow.remainder.inKroner ?? DecimalNumber(0))), figure
          ),
        ]
        for (column, content) in contents.enumerated() {
          try book.write(
            content.0, at: CellAddress(row: row, column: column + 1), in: sheet, style: content.1)
        }
        row += 1
      }
    }
    guard row > 4 else { return }
    for column in 1...LedgerWorkbook.flowColumns.count {
      let here = CellAddress(row: row, column: column)
      guard [6, 7, 8, 9, 10, 12, 13, 14, 15].contains(column) else {
        try book.write(column == 1 ? "I alt" : "", at: here, in: sheet, style: TableStyles.text(.total))
        continue
      }
      let letters = CellAddress.letters(ofColumn: column)
      try book.write(
        .formula("SUM(\(letters)4:\(letters)\(row - 1))", value: .number(total(of: column))), at: here,
        in: sheet, style: TableStyles.figure(.total, decimals: 2))
    }
  }

  /// The cached value of a column's sum.
  private func total(of column: Int) -> DecimalNumber {
    let flows = report.entries.flatMap { $0.flows?.flows ?? [] }
    func sum(_ amount: (MoneyFlow) -> Amount) -> DecimalNumber {
      DecimalNumber(flows.map(amount).sum(), in: .kroner)
    }
    switch column {
    case 6: return sum(\.input)
    case 7: return sum(\.carried)
    case 8: return sum(\.stated)
    case 9: return sum(\.rounding)
    case 10: return sum(\.tables)
    case 12: return flows.map(\.conversionRounding).total.inKroner ?? DecimalNumber(0)
    case 13: return sum(\.corrections)
    case 14: return sum(\.notPostable)
    default: return flows.map(\.remainder).total.inKroner ?? DecimalNumber(0)
    }
  }
}
