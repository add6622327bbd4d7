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

  /// What this is, in five lines; below them what the lists hold and what is missing.
  private func writeFront(_ sheet: SheetHandle, _ lists: [CorrectionSheet], to book: inout XLSXWriter)
    throws(XLSXWriteError)
  {
    let first = try FrontSheet(title: "Korrektioner", facts: facts(lists), remarks: remarks).write(
      in: sheet, to: &book)
    for (column, header) in ["Liste", "Rækker", "Tillæg, kr.", "Nedsættelser, kr.", "Sum, kr."].enumerated() {
      try book.write(
        header, at: CellAddress(row: first, column: column + 1), in: sheet, style: TableStyles.header)
    }
    for (index, list) in lists.enumerated() {
      try writeList(list, at: first + 1 + index, in: sheet, of: &book)
    }
  }

  private func facts(_ lists: [CorrectionSheet]) -> [(label: String, text: String)] {
    let set =
      report.earlier.map { "kun det, der er ændret siden \($0.files.joined(separator: ", "))" }
      ?? "hele sættet"
    let decision =
      report.decision.map { "; beslutning: \($0)" }
      ?? report.decisions?.file.map { "; efter beslutningslisten \($0)" } ?? ""
    let numbers = report.book.proposals
    let amounts = report.book.rows.filter(\.isPostable).map(\.correction.amount)
    let (up, down) = (amounts.filter { $0 > .zero }.sum(), amounts.filter { $0 < .zero }.sum())
    let counts = lists.map { "\($0.name.lowercased()) \(DanishNumber.grouped(Int64($0.rows.count)))" }
    return [
      (
        "Hvad det er",
        "\(report.round.name), \(set), i layoutet \(report.profile.label)\(decision). "
          + "\(numbers.count) forslag: \(numbers.joined(separator: ", "))"
      ),
      ("Indlæses sådan", report.profile.mode?.danish ?? "profilen siger det ikke"),
      (
        "Hvor meget",
        "\(up.danish(in: .kroner)) kr. op og \(down.danish(in: .kroner)) kr. ned, med modposter"
      ),
      (
        "Hvor mange rækker",
        counts.joined(separator: ", ") + (report.accountSources.map { "; konto fra: \($0)" } ?? "")
      ),
      ("Hvad mangler", report.remarks.isEmpty ? "intet" : "\(report.remarks.count) ting; se nedenfor"),
    ]
  }

  private var remarks: [(heading: String, texts: [String])] {
    let missing = report.remarks
    var remarks = [(missing.isEmpty ? "Alle rækker kan konteres." : "Det mangler:", missing)]
    if !report.versions.isEmpty { remarks.append(("Valgte versioner:", report.versions)) }
    if report.decisions != nil {
      remarks.append(
        report.leftOut.isEmpty
          ? ("Ingen forslag er udeladt efter beslutningslisten.", [])
          : ("Udeladt efter beslutningslisten:", report.leftOut))
    }
    return remarks
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
