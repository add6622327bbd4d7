import AllocationTables
import Output
import ProposalModel
import Spreadsheet

/// The corrections as a workbook for people: what there is, the lists in the profile's layout, and the sums
/// that prove them.
struct CorrectionWorkbook {
  package let report: CorrectionReport
  package var readable: LayoutProfile { LayoutLibrary.readable ?? report.profile }

  package static let adopted = "Vedtaget"
  static let rejected = "Ikke vedtaget"
  package static let unpostable = "Ikke konterbar"
  /// How the sheets with the whole set begin, beside the lists of what has changed.
  static let whole = "Hele sættet"

  package func bytes() throws(XLSXWriteError) -> [UInt8] {
    var book = try XLSXWriter(
      properties: DocumentProperties(title: "Korrektioner", subject: report.round.name, author: "fordel"))
    let front = try book.addSheet("Overblik")
    let lists = [
      CorrectionSheet(
        CorrectionWorkbook.adopted, rows: report.book.rows(.adopted, isPostable: true),
        profile: report.profile, report: report),
      CorrectionSheet(
        CorrectionWorkbook.rejected, rows: report.book.rows(.ifNotAdopted, isPostable: true),
        profile: report.profile, report: report),
      CorrectionSheet(
        CorrectionWorkbook.unpostable, rows: report.book.rows.filter { !$0.isPostable }, profile: readable,
        report: report),
    ]
    for list in lists { try list.write(to: &book) }
    var proven = lists
    if report.profile.isKeyed {
      // One row per key hides which corrections it is of; they stand behind, and the sums are proven by them.
      for index in 0..<2 {
        proven[index] = CorrectionSheet(
          lists[index].name + ", rækker",
          rows: report.book.rows(index == 0 ? .adopted : .ifNotAdopted, isPostable: true),
          profile: report.traced(index == 0 ? .adopted : .ifNotAdopted), report: report)
        if !proven[index].rows.isEmpty { try proven[index].write(to: &book) }
      }
    }
    try CorrectionChecks(report: report, lists: proven).write(to: &book)
    if let earlier = report.earlier {
      for list in CorrectionBook.List.allCases {
        let rows = earlier.whole.filter { $0.list == list }
        guard !rows.isEmpty || list == .adopted else { continue }
        try CorrectionSheet(
          "\(CorrectionWorkbook.whole), \(list.rawValue.lowercased())", rows: rows, profile: readable,
          report: report
        ).write(to: &book)
      }
    }
    try writeFront(front, lists, to: &book)
    return try book.closeIntoBytes()
  }

  /// What the lists hold, and what is missing.
  private func writeFront(_ sheet: SheetHandle, _ lists: [CorrectionSheet], to book: inout XLSXWriter)
    throws(XLSXWriteError)
  {
    try book.setColumns(1, through: 1, of: sheet, width: 34)
    try book.setColumns(2, through: 5, of: sheet, width: 20)
    try book.write("Korrektioner", at: CellAddress(row: 1, column: 1), in: sheet, style: TableStyles.caption)
    let facts: [(String, String)] = [
      ("Runde", report.round.name),
      ("Beslutning", report.decision ?? report.decisions?.file.map { "efter beslutningslisten \($0)" } ?? ""),
      ("Layoutprofil", report.profile.label),
      (
        "Sæt",
        report.earlier.map { "kun det, der er ændret siden \($0.files.joined(separator: ", "))" }
          ?? "hele sættet"
      ),
      ("Indlæses sådan", report.profile.mode?.danish ?? "profilen siger det ikke"),
      ("Kontokilde", report.accountSources ?? ""),
      ("Forslag", report.book.proposals.joined(separator: ", ")),
    ]
    for (index, fact) in facts.enumerated() {
      try book.write(
        fact.0, at: CellAddress(row: index + 2, column: 1), in: sheet, style: TableStyles.text(.line))
      let range = CellRange(
        from: CellAddress(row: index + 2, column: 2), to: CellAddress(row: index + 2, column: 5))
      try book.merge(range, in: sheet, content: .text(fact.1), style: TableStyles.frontPageValue)
      if let height = RowHeight.points([fact.1], widths: [78]) {
        try book.setRow(index + 2, of: sheet, height: height)
      }
    }
    let first = facts.count + 3
    for (column, header) in ["Liste", "Rækker", "Tillæg, kr.", "Nedsættelser, kr.", "Sum, kr."].enumerated() {
      try book.write(
        header, at: CellAddress(row: first, column: column + 1), in: sheet, style: TableStyles.header)
    }
    for (index, list) in lists.enumerated() {
      try writeList(list, at: first + 1 + index, in: sheet, of: &book)
    }
    let remarks = report.remarks
    let start = first + lists.count + 2
    try book.write(
      remarks.isEmpty ? "Alle rækker kan konteres." : "Det mangler:", at: CellAddress(row: start, column: 1),
      in: sheet,
      style: TableStyles.caption.with { $0.fontSize = 11 })
    try writeNotes(remarks, from: start + 1, in: sheet, of: &book)
    var end = start + remarks.count + 1
    if !report.versions.isEmpty {
      try book.write(
        "Valgte versioner:", at: CellAddress(row: end + 1, column: 1), in: sheet,
        style: TableStyles.caption.with { $0.fontSize = 11 })
      try writeNotes(report.versions, from: end + 2, in: sheet, of: &book)
      end += report.versions.count + 2
    }
    if report.decisions != nil {
      let first = end + 1
      try book.write(
        report.leftOut.isEmpty
          ? "Ingen forslag er udeladt efter beslutningslisten." : "Udeladt efter beslutningslisten:",
        at: CellAddress(row: first, column: 1), in: sheet,
        style: TableStyles.caption.with { $0.fontSize = 11 })
      try writeNotes(report.leftOut, from: first + 1, in: sheet, of: &book)
    }
    var printing = PrintSetup.wideTable()
    printing.footer = "&L&F&C&A&RSide &P af &N"
    try book.setPrinting(printing, of: sheet)
  }

  private func writeNotes(
    _ notes: [String], from first: Int, in sheet: SheetHandle, of book: inout XLSXWriter
  ) throws(XLSXWriteError) {
    for (index, note) in notes.enumerated() {
      let row = first + index
      let range = CellRange(from: CellAddress(row: row, column: 1), to: CellAddress(row: row, column: 5))
      try book.merge(range, in: sheet, content: .text(note), style: TableStyles.note)
      if let height = RowHeight.points([note], widths: [104]) {
        try book.setRow(row, of: sheet, height: height)
      }
    }
  }

  private func writeList(
    _ list: CorrectionSheet, at row: Int, in sheet: SheetHandle, of book: inout XLSXWriter
  ) throws(XLSXWriteError) {
    let amounts = list.rows.map(\.amount)
    let sums = [amounts.filter { $0 > .zero }.sum(), amounts.filter { $0 < .zero }.sum()]
    try book.write(list.name, at: CellAddress(row: row, column: 1), in: sheet, style: TableStyles.text(.line))
    let style = TableStyles.figure(.line, decimals: 0)
    try book.write(
      DecimalNumber(list.rows.count), at: CellAddress(row: row, column: 2), in: sheet, style: style)
    for (index, sum) in sums.enumerated() {
      let address = CellAddress(row: row, column: index + 3)
      let value = DecimalNumber(sum, in: .kroner)
      if let range = list.signedRange {
        try book.write(
          .formula("SUMIF(\(range),\"\(index == 0 ? ">" : "<")0\")", value: .number(value)), at: address,
          in: sheet, style: style)
      } else {
        try book.write(value, at: address, in: sheet, style: style)
      }
    }
    let total = DecimalNumber(amounts.sum(), in: .kroner)
    try book.write(
      .formula("C\(row)+D\(row)", value: .number(total)), at: CellAddress(row: row, column: 5), in: sheet,
      style: TableStyles.figure(.total, decimals: 0))
  }
}
