import Forms
import Output
import ProposalModel
import Spreadsheet

/// The sheets `Forslag`, `Høring` and `Opfølgning` of a table workbook: label in column A, value in column B; one
/// hearing or follow-up per row.
struct FrontPageWriter {
  package var proposal: Proposal
  package var round: Round

  /// The labels and values of `Forslag`, in the order of the form. What is not stated is blank; the two
  /// fields that are usual only in the entry form stand here where they say something.
  package var fields: [(label: String, value: CellContent)] {
    let page = FrontPageContent(proposal: proposal, round: round, names: .full)
    return EntryForm.front.compactMap { field in
      switch field.key {
      case .unit where proposal.displayUnit == .thousandKroner, .tieStart where proposal.tieStart == nil: nil
      default: (field.header, page.content(of: field.key))
      }
    }
  }

  /// Adds the sheets to `book`.
  package func write(to book: inout XLSXWriter) throws(XLSXWriteError) {
    try writeFields(to: &book)
    try writeHearings(to: &book)
    try writeFollowUps(to: &book)
  }

  private func writeFields(to book: inout XLSXWriter) throws(XLSXWriteError) {
    let sheet = try book.addSheet("Forslag")
    try book.setColumns(1, through: 1, of: sheet, width: 34)
    try book.setColumns(2, through: 2, of: sheet, width: 90)
    for (index, field) in fields.enumerated() {
      if case .text(let text) = field.value, let height = RowHeight.points([text], widths: [90]) {
        try book.setRow(index + 1, of: sheet, height: height)
      }
      try book.write(
        field.label, at: CellAddress(row: index + 1, column: 1), in: sheet, style: TableStyles.header)
      try book.write(
        field.value, at: CellAddress(row: index + 1, column: 2), in: sheet, style: TableStyles.frontPageValue)
    }
    try book.setPrinting(printing(repeating: nil), of: sheet)
  }

  private func writeHearings(to book: inout XLSXWriter) throws(XLSXWriteError) {
    try writeRows(
      to: &book, EntrySheet.hearings.rawValue, EntryForm.hearingColumns.map(\.header), [44, 16, 30, 60],
      proposal.hearings.map { [$0.body, $0.answer, $0.date, $0.remark] })
  }

  /// The follow-up, where there is any.
  private func writeFollowUps(to book: inout XLSXWriter) throws(XLSXWriteError) {
    guard !proposal.followUps.isEmpty else { return }
    try writeRows(
      to: &book, EntrySheet.followUps.rawValue, EntryForm.followUpColumns.map(\.header),
      [24, 46, 40, 24, 18],
      proposal.followUps.map { [$0.section, $0.goal, $0.measurement, $0.responsible, $0.time] })
  }

  private func writeRows(
    to book: inout XLSXWriter, _ name: String, _ headers: [String], _ widths: [Double], _ rows: [[String?]]
  ) throws(XLSXWriteError) {
    let sheet = try book.addSheet(name)
    for (index, width) in widths.enumerated() {
      try book.setColumns(index + 1, through: index + 1, of: sheet, width: width)
    }
    for (index, header) in headers.enumerated() {
      try book.write(header, at: CellAddress(row: 1, column: index + 1), in: sheet, style: TableStyles.header)
    }
    for (index, row) in rows.enumerated() {
      let texts = row.map { $0 ?? "" }
      if let height = RowHeight.points(texts, widths: widths) {
        try book.setRow(index + 2, of: sheet, height: height)
      }
      for (column, text) in texts.enumerated() {
        try book.write(
          text, at: CellAddress(row: index + 2, column: column + 1), in: sheet,
          style: TableStyles.frontPageValue)
      }
    }
    try book.freeze(at: CellAddress(row: 2, column: 1), in: sheet)
    try book.setPrinting(printing(repeating: 1...1), of: sheet)
  }

  private func printing(repeating rows: ClosedRange<Int>?) -> PrintSetup {
    var setup = PrintSetup.wideTable(repeatedRows: rows)
    setup.footer = "&L&F&C&A&RSide &P af &N"
    return setup
  }
}
