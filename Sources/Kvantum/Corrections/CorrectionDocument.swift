import AllocationTables
import ProposalModel

/// Corrections as JSON: the whole set row by row, and, where the file is the difference to an earlier set, the
/// rows of the difference. Amounts are whole øre.
struct CorrectionDocument: Codable {
  var kind = CorrectionDocument.kind
  var version = 1
  var round: String
  var unit = "øre"
  /// The files of the earlier set; left out where there is none.
  var since: [String]?
  /// Every correction of the set.
  var rows: [SetRow]
  /// What has changed since the earlier set; left out where there is none.
  var difference: [SetRow]?

  /// What tells the document from other JSON.
  static let kind = "fordel-corrections"

  init(_ report: CorrectionReport) {
    round = report.round.id
    func rows(_ book: [CorrectionBook.Row]) -> [SetRow] { book.map { SetRow($0, round: report.round) } }
    guard let earlier = report.earlier else {
      self.rows = rows(report.book.rows)
      return
    }
    since = earlier.files
    self.rows = rows(earlier.whole + report.book.rows.filter { !$0.isPostable })
    difference = rows(report.book.rows.filter(\.isPostable))
  }
}
