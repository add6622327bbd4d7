import Findings
import Forms
import ProposalModel
import Spreadsheet

/// The years over the columns of `Økonomi`.
extension EntryImporter {
  /// Reports years outside the round, gaps between them, and headers among them that are slips of a year
  /// (`203`, `20233`).
  mutating func checkYears(_ sheet: Sheet, _ table: LocatedTable<LineField>) {
    func here(_ column: Int) -> Place { place(sheet, CellAddress(row: table.headerRow, column: column)) }
    let right = (round?.years ?? proposal.years).map(String.init).joined(separator: ", ")
    let odd = zip(table.years, table.years.dropFirst()).filter { $0.1.year != $0.0.year + 1 }.map(\.1)
    let outside = table.years.filter { year, _ in round.map { !$0.years.contains(year) } ?? false }
    let wrong = outside.isEmpty ? (table.yearless.isEmpty ? odd : []) : outside
    guard let place = wrong.first.map({ here($0.column) }) else { return }
    var finding = Catalogue.Entry.yearsDiffer(
      proposal.years, right, at: place,
      cells: wrong.map { CellAddress(row: table.headerRow, column: $0.column).description })
    let years = table.years.map(\.year)
    if outside.contains(where: { YearHeader.isAlone($0.year, among: years) }) { finding.severity = .error }
    report(finding)
  }

  /// Three to five digits and nothing else.
  static func looksLikeYear(_ header: String) -> Bool {
    (3...5).contains(header.count) && header.allSatisfy { $0.isASCII && $0.isNumber }
  }
}
