import AllocationTables
import Intake
public import Output
import ProposalModel

/// What has changed between two sets of corrections, as rows that take the first to the second.
///
/// Rows are compared by proposal, case, table, side, committee and unit, control area, account and year; of
/// each the earlier sum and its difference to the new one make up the new one. Where nothing changed there is
/// no row.
public struct CorrectionDifference: Sendable {
  /// The rows, in the order of the new set; what only the earlier set has stands behind.
  public private(set) var rows: [CorrectionBook.Row] = []

  private struct Key: Hashable {
    var list: CorrectionBook.List
    var proposal: String
    var table: String
    var isCounterEntry: Bool
    var recipient: Recipient?
    var area: ControlArea
    var codes: PostingCodes
    var year: Int

    init(_ row: CorrectionBook.Row) {
      let correction = row.correction
      (list, proposal, table) = (row.list, correction.proposal, correction.table)
      (isCounterEntry, recipient, area) = (
        correction.isCounterEntry, correction.recipient, correction.controlArea
      )
      (codes, year) = (PostingCodes(correction.account), correction.year)
    }
  }

  /// The difference between rows that could be posted and rows that can.
  public init(from old: [CorrectionBook.Row], to new: [CorrectionBook.Row]) {
    var order: [Key] = []
    var groups: [Key: (old: [CorrectionBook.Row], new: [CorrectionBook.Row])] = [:]
    for row in new {
      let key = Key(row)
      if groups[key] == nil { order.append(key) }
      groups[key, default: ([], [])].new.append(row)
    }
    for row in old {
      let key = Key(row)
      if groups[key] == nil { order.append(key) }
      groups[key, default: ([], [])].old.append(row)
    }
    for key in order {
      guard let group = groups[key], var row = group.new.first ?? group.old.first else { continue }
      let before = group.old.map(\.correction.amount).sum()
      let now = group.new.map(\.correction.amount).sum()
      guard before != now else { continue }
      row.correction.amount = now - before
      // What one amount was written as says nothing of the difference between two.
      (row.correction.written, row.correction.factor) = (nil, nil)
      row.correction.isNewAccount = group.old.isEmpty && group.new.contains { $0.correction.isNewAccount }
      row.change = CorrectionBook.Change(before: before, now: now)
      rows.append(row)
    }
  }
}

extension CorrectionReport {
  /// The same report with the difference to an earlier set in place of its rows.
  ///
  /// Proposals of the earlier set that are not in this run, and whose decision does not say that they are out,
  /// are left as they are and told: that a file is not there does not mean that its proposal has gone.
  /// Fails where the earlier set holds both cases of a proposal that is decided now: which of them was posted
  /// cannot be seen.
  public func since(_ set: EarlierSet) throws(FileFailure) -> CorrectionReport {
    var report = self
    let known = Set(book.proposals)
    let gone = set.rows.reduce(into: [String]()) { gone, row in
      let number = row.correction.proposal
      if !known.contains(number), !isOut(number), !gone.contains(number) { gone.append(number) }
    }
    let file = set.facts.first?.file ?? ""
    for number in gone {
      report.missing.append(
        "\(number) er i \(file), men ikke blandt forslagene; det er ikke ændret. "
          + "Tag det med, eller skriv i beslutningslisten, at det er udgået")
    }
    if decisions != nil {
      for number in Set(set.rows.map(\.correction.proposal)).subtracting(gone).sorted() {
        let lists = Set(set.rows.filter { $0.correction.proposal == number }.map(\.list))
        guard lists.count < 2 else {
          throw FileFailure(
            file: file, status: .findings,
            message:
              "\(number) er i filen både som vedtaget og som ikke vedtaget, så det ses ikke, hvad der er "
              + "indlæst. Brug et sæt, der er lavet med --decisions, eller kun listen for det, der er indlæst."
          )
        }
      }
    }
    let kept = set.rows.filter { gone.contains($0.correction.proposal) }
    let new = book.rows.filter(\.isPostable)
    let difference = CorrectionDifference(
      from: set.rows.filter { !gone.contains($0.correction.proposal) }, to: new)
    report.book.replaceRows(difference.rows + book.rows.filter { !$0.isPostable })
    report.earlier = EarlierSetUse(
      files: set.facts.map(\.file), sums: set.facts.map(\.sha256), whole: new + kept)
    return report
  }

  /// The SHA-256 sums of the files of the earlier set; none where the rows are the whole.
  public var earlierSums: [String] { earlier?.sums ?? [] }

  /// Whether a decision says that a proposal that is not here is out.
  private func isOut(_ number: String) -> Bool {
    guard let decision = decisions?.decision(on: number) else { return false }
    return decision.kind == .withdrawn
  }
}
