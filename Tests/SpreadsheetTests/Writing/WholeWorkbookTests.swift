import Spreadsheet
import Foundation
import TestSupport
import Testing

@Suite struct WholeWorkbookTests {
  /// A workbook with everything that the writer can do.
  static func write(to path: String) throws {
    var writer = try XLSXWriter(
      path: path, properties: DocumentProperties(title: "Prøve", author: "Økonomiforvaltningen"))
    let lists = try writer.addSheet("Lister", isHidden: true)
    for (index, name) in ["Økonomiudvalget", "Socialudvalget", "Sundheds- og Omsorgsudvalget"].enumerated() {
      try writer.write(name, at: CellAddress(row: index + 1, column: 1), in: lists)
    }
    let sheet = try writer.addSheet("Økonomi")
    let header = CellStyle().with {
      $0.isBold = true
      $0.fillColour = 0x1F4E79
      $0.textColour = .white
      $0.borders = .all(.thin, colour: 0x808080)
      $0.wrapsText = true
      $0.verticalAlignment = .centre
    }
    let amount = CellStyle().with {
      $0.numberFormat = "#,##0;-#,##0"
      $0.isLocked = false
      $0.fillColour = 0xFFF2CC
    }
    try writer.merge(
      CellRange("A1:E1") ?? CellRange(CellAddress(row: 1, column: 1)), in: sheet,
      content: .text("1.000 kr. 2023 p/l"), style: header)
    for (column, title) in ["Udvalg", "2022", "2023", "I alt", "Kontrol"].enumerated() {
      try writer.write(title, at: CellAddress(row: 2, column: column + 1), in: sheet, style: header)
    }
    for row in 3...5 {
      try writer.write("Udvalg \(row)", at: CellAddress(row: row, column: 1), in: sheet)
      try writer.write(
        .number(DecimalNumber(mantissa: Int64(row) * -1_275, scale: 0)), at: CellAddress(row: row, column: 2),
        in: sheet, style: amount)
      try writer.write(
        .number(DecimalNumber(mantissa: Int64(row) * 921_872, scale: 2)),
        at: CellAddress(row: row, column: 3), in: sheet, style: amount)
      try writer.write(
        .formula(
          "=SUM(B\(row):C\(row))",
          value: .number(DecimalNumber(mantissa: Int64(row) * (921_872 - 127_500), scale: 2))),
        at: CellAddress(row: row, column: 4), in: sheet, style: amount.with { $0.isLocked = true })
      try writer.write(
        .formula("=D\(row)>0", value: .boolean(true)), at: CellAddress(row: row, column: 5), in: sheet)
    }
    try writer.write(
      .formula("=IF(D3>0,\"stemmer\",\"\")", value: .text("stemmer")), at: CellAddress(row: 6, column: 5),
      in: sheet)
    try writer.write(.date(year: 2022, month: 1, day: 14), at: CellAddress(row: 7, column: 1), in: sheet)
    try writer.write(
      .link(.url("https://www.kk.dk/budget?a=1&b=2"), text: "kk.dk"), at: CellAddress(row: 8, column: 1),
      in: sheet)
    try writer.write(
      .link(.cell(CellAddress(row: 1, column: 1), sheet: "Økonomi"), text: "til toppen"),
      at: CellAddress(row: 9, column: 1), in: sheet)
    try writer.write(
      .richText([TextRun("Husk: "), TextRun("udgift +", style: CellStyle().with { $0.isBold = true })]),
      at: CellAddress(row: 10, column: 1), in: sheet)
    try writer.write(.boolean(false), at: CellAddress(row: 11, column: 1), in: sheet)
    try writer.write(.text("=1+1"), at: CellAddress(row: 12, column: 1), in: sheet)
    try writer.setColumns(1, through: 1, of: sheet, width: 30)
    try writer.setColumns(2, through: 5, of: sheet, width: 14)
    try writer.setRow(2, of: sheet, height: 30)
    try writer.freeze(at: CellAddress(row: 3, column: 2), in: sheet)
    let entries = try #require(CellRange("B3:C5"))
    var validation = DataValidation(
      .custom("=OR(ISBLANK(B3),ISNUMBER(B3),B3=\"-\")"), severity: .warning, errorTitle: "Beløb",
      errorMessage: "Skriv et tal, - eller intet.")
    validation.inputTitle = "Beløb"
    validation.inputMessage = "Udgift +\nbesparelse −"
    try writer.validate(entries, with: validation, in: sheet)
    try writer.validate(
      try #require(CellRange("A3:A5")),
      with: DataValidation(.listFormula("=Lister!$A$1:$A$3"), severity: .information), in: sheet)
    try writer.validate(
      try #require(CellRange("F3")), with: DataValidation(.list(["Æble", "Pære", "Ål"])), in: sheet)
    try writer.validate(
      try #require(CellRange("G3")),
      with: DataValidation(
        .decimal(between: DecimalNumber(mantissa: -15, scale: 1), and: DecimalNumber(mantissa: 100, scale: 0))
      ),
      in: sheet)
    try writer.protect(sheet, .entrySheet)
    try writer.formatConditionally(
      entries, where: "=B3<-4000",
      style: CellStyle().with {
        $0.fillColour = 0xFFC7CE; $0.textColour = 0x9C0006
      }, in: sheet)
    try writer.comment(
      "Tallet er fra 2021.\nSe bilag 2.", at: CellAddress(row: 3, column: 2), author: "fordel",
      size: (200, 80), in: sheet)
    try writer.defineName("Total_2022", as: "='Økonomi'!$D$3")
    try writer.defineName("Lokal", as: "='Økonomi'!$D$4", on: sheet)
    var printing = PrintSetup.wideTable(repeatedRows: 1...2)
    printing.repeatedColumns = 1...1
    printing.header = "&LPrøve&R&P af &N"
    printing.footer = "&C&A"
    printing.area = CellRange("A1:L30")
    try writer.setPrinting(printing, of: sheet)
    try writer.setTabColour(0x1F4E79, of: sheet)
    try writer.setZoom(90, of: sheet)
    try writer.hideGridlines(of: sheet)
    let series = [2, 3].map { column in
      Chart.Series(
        name: .cell(SheetRange(CellRange(CellAddress(row: 2, column: column)), of: sheet)),
        categories: SheetRange(
          CellRange(from: CellAddress(row: 3, column: 1), to: CellAddress(row: 5, column: 1)), of: sheet),
        values: SheetRange(
          CellRange(from: CellAddress(row: 3, column: column), to: CellAddress(row: 5, column: column)),
          of: sheet))
    }
    var chart = Chart(.column, stacking: .stacked, title: "Udvalg og år", series: series)
    chart.valueTitle = "1.000 kr."
    try writer.insert(chart, at: CellAddress(row: 14, column: 1), in: sheet)
    let tableSheet = try writer.addSheet("Tabel")
    var table = SheetTable(
      "Oversigt",
      columns: [
        .init("Navn", total: .label("I alt")),
        .init("Beløb", total: .sum(DecimalNumber(mantissa: 30, scale: 0))),
      ])
    table.hasTotalRow = true
    for row in 2...3 {
      try writer.write("Række \(row)", at: CellAddress(row: row, column: 1), in: tableSheet)
      try writer.write(
        DecimalNumber(mantissa: 15, scale: 0), at: CellAddress(row: row, column: 2), in: tableSheet)
    }
    try writer.addTable(table, at: try #require(CellRange("A1:B4")), in: tableSheet)
    let filtered = try writer.addSheet("Filter")
    try writer.write("Overskrift", at: CellAddress(row: 1, column: 1), in: filtered)
    try writer.write("x", at: CellAddress(row: 2, column: 1), in: filtered)
    try writer.setAutofilter(try #require(CellRange("A1:A2")), in: filtered)
    try writer.close()
  }

  @Test func `the same calls give the same bytes`() throws {
    let folder = try TemporaryFolder()
    try WholeWorkbookTests.write(to: folder.path("one.xlsx"))
    try WholeWorkbookTests.write(to: folder.path("two.xlsx"))
    #expect(try folder.bytes("one.xlsx") == folder.bytes("two.xlsx"))
    #expect(folder.names == ["one.xlsx", "two.xlsx"])
  }
}
