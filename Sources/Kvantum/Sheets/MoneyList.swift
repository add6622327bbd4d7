import AllocationTables
import Output
package import ProposalModel
package import Spreadsheet

/// A list as a sheet: a caption, headings that stand on every page, rows, and live sums below the columns of
/// kroner. Printed on A4, lying, one page wide.
package struct MoneyList {
  /// A column.
  package struct Column {
    package var header: String
    package var width: Double
    package var kind: Kind
    /// What stands in it.
    package enum Kind { case text, code, whole, kroner }

    /// A column of texts, unless `kind` says otherwise.
    package init(header: String, width: Double, kind: Kind = .text) {
      (self.header, self.width, self.kind) = (header, width, kind)
    }
  }

  package let name: String
  package let caption: String
  package let columns: [Column]
  package var rows: [[CellContent]] = []
  /// How many decimals kroner have.
  package var decimals = 0
  /// Whether the sums follow a filter.
  package var isFiltered = true

  /// A list without rows yet.
  package init(name: String, caption: String, columns: [Column], decimals: Int = 0, isFiltered: Bool = true) {
    (self.name, self.caption, self.columns) = (name, caption, columns)
    (self.decimals, self.isFiltered) = (decimals, isFiltered)
  }

  private static let headerRow = 2
  package var firstRow: Int { MoneyList.headerRow + 1 }
  var lastRow: Int { max(firstRow, MoneyList.headerRow + rows.count) }

  /// The letters of the column with a heading.
  package func letters(_ header: String) -> String {
    CellAddress.letters(
      ofColumn: columns.firstIndex { $0.header == header }.orStop("a column \(header)") + 1)
  }

  /// The cells of a column below its heading, as formulas on other sheets name them.
  package func range(_ header: String) -> String {
    let letters = letters(header)
    return "'\(name)'!$\(letters)$\(firstRow):$\(letters)$\(lastRow)"
  }

  /// Adds the sheet to `book`; `sums` are the sums of the columns of kroner, in their order.
  package func write(sums: [Amount], to book: inout XLSXWriter) throws(XLSXWriteError) {
    let sheet = try book.addSheet(name)
    try book.write(caption, at: CellAddress(row: 1, column: 1), in: sheet, style: TableStyles.caption)
    for (index, column) in columns.enumerated() {
      try book.setColumns(index + 1, through: index + 1, of: sheet, width: column.width)
      try book.write(
        column.header, at: CellAddress(row: MoneyList.headerRow, column: index + 1), in: sheet,
        style: column.kind == .kroner ? TableStyles.yearHeader : TableStyles.header)
    }
    try book.setRow(MoneyList.headerRow, of: sheet, height: 32)
    for (index, row) in rows.enumerated() {
      try write(row, at: firstRow + index, of: .line, sheet, &book)
    }
    if !rows.isEmpty {
      var amounts = sums.makeIterator()
      let total = columns.enumerated().map { index, column -> CellContent in
        guard column.kind == .kroner else { return index == 0 ? .text("I alt") : .blank }
        let letters = CellAddress.letters(ofColumn: index + 1)
        let range = "\(letters)\(firstRow):\(letters)\(lastRow)"
        return .formula(
          isFiltered ? "SUBTOTAL(109,\(range))" : "SUM(\(range))",
          value: .number(DecimalNumber(amounts.next().orStop("a sum for each column of kroner"), in: .kroner))
        )
      }
      try write(total, at: lastRow + 1, of: .total, sheet, &book)
      if isFiltered {
        try book.setAutofilter(
          CellRange(
            from: CellAddress(row: MoneyList.headerRow, column: 1),
            to: CellAddress(row: lastRow, column: columns.count)), in: sheet)
      }
    }
    try book.freeze(at: CellAddress(row: firstRow, column: 1), in: sheet)
    var printing = PrintSetup.wideTable(repeatedRows: MoneyList.headerRow...MoneyList.headerRow)
    printing.footer = FrontSheet.footer
    try book.setPrinting(printing, of: sheet)
  }

  private func write(
    _ row: [CellContent], at number: Int, of kind: TableRowKind, _ sheet: SheetHandle,
    _ book: inout XLSXWriter
  ) throws(XLSXWriteError) {
    let texts = row.map { if case .text(let text) = $0 { text } else { "" } }
    if let height = RowHeight.points(texts, widths: columns.map(\.width)) {
      try book.setRow(number, of: sheet, height: height)
    }
    for (index, cell) in row.enumerated() {
      let style =
        switch columns[index].kind {
        case .text: TableStyles.text(kind)
        case .code: TableStyles.text(kind, isCode: true)
        case .whole: TableStyles.text(kind).with { $0.numberFormat = "0" }
        case .kroner: TableStyles.figure(kind, decimals: decimals)
        }
      try book.write(cell, at: CellAddress(row: number, column: index + 1), in: sheet, style: style)
    }
  }
}

/// The first sheet of a workbook that somebody acts on: what this is, in as many lines as there are facts, and
/// below them what should be known.
package struct FrontSheet {
  package let title: String
  /// What each line tells, and what it says.
  package let facts: [(label: String, text: String)]
  /// The heading over the remarks, and these; a heading alone says that there are none.
  package var remarks: [(heading: String, texts: [String])]

  /// The sheet `title` of `facts` and `remarks`.
  package init(
    title: String, facts: [(label: String, text: String)],
    remarks: [(heading: String, texts: [String])] = []
  ) {
    (self.title, self.facts, self.remarks) = (title, facts, remarks)
  }

  /// The foot of every page: file, sheet, page.
  package static let footer = "&L&F&C&A&RSide &P af &N"

  /// Fills the sheet, which must be empty, and gives the first row that is free.
  @discardableResult
  package func write(in sheet: SheetHandle, to book: inout XLSXWriter) throws(XLSXWriteError) -> Int {
    try book.setColumns(1, through: 1, of: sheet, width: 34)
    try book.setColumns(2, through: 5, of: sheet, width: 20)
    try book.write(title, at: CellAddress(row: 1, column: 1), in: sheet, style: TableStyles.caption)
    for (index, fact) in facts.enumerated() {
      let row = index + 2
      try book.write(
        fact.label, at: CellAddress(row: row, column: 1), in: sheet, style: TableStyles.text(.line))
      let range = CellRange(from: CellAddress(row: row, column: 2), to: CellAddress(row: row, column: 5))
      try book.merge(range, in: sheet, content: .text(fact.text), style: TableStyles.frontPageValue)
      if let height = RowHeight.points([fact.text], widths: [78]) {
        try book.setRow(row, of: sheet, height: height)
      }
    }
    var row = facts.count + 3
    for (heading, texts) in remarks {
      try book.write(
        heading, at: CellAddress(row: row, column: 1), in: sheet,
        style: TableStyles.caption.with { $0.fontSize = 11 })
      for (index, text) in texts.enumerated() {
        try note(text, at: row + 1 + index, in: sheet, &book)
      }
      row += texts.count + 2
    }
    var printing = PrintSetup.wideTable()
    printing.footer = FrontSheet.footer
    try book.setPrinting(printing, of: sheet)
    return row
  }

  private func note(_ text: String, at row: Int, in sheet: SheetHandle, _ book: inout XLSXWriter)
    throws(XLSXWriteError)
  {
    let range = CellRange(from: CellAddress(row: row, column: 1), to: CellAddress(row: row, column: 5))
    try book.merge(range, in: sheet, content: .text(text), style: TableStyles.note)
    if let height = RowHeight.points([text], widths: [104]) {
      try book.setRow(row, of: sheet, height: height)
    }
  }
}
