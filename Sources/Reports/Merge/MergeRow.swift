import AllocationTables
import ProposalModel
import Spreadsheet

/// One row of a table A–E or Fordeling, of the original or of a returned file, with the place of everything
/// in it.
struct MergeRow: Hashable {
  package var row: AllocationRow
  /// The cell of the committee, or of the row as a whole.
  package var place: Place
  /// The cell of each figure, one per year of the original.
  var figurePlaces: [Place]

  /// Whether the row holds an account or anything in its years.
  package var isFilled: Bool { row.account != nil || row.figures.contains { $0 != .blank } }

  /// Whether the row holds an account or money.
  var saysSomething: Bool { row.account != nil || row.figures.contains(where: \.isMoney) }

  /// Which row of its committee it is: unit, part, account and area.
  package var key: Key {
    Key(
      unit: row.recipient.unit, part: row.part, account: row.account.map { Spelling.tidy($0.printed) },
      area: row.controlArea)
  }

  package struct Key: Hashable {
    package var unit: String?
    package var part: DistributionPart?
    package var account: String?
    package var area: ControlArea?
  }

  /// What the row says, whatever its printed zeros.
  package var content: Content { Content(key: key, amounts: row.figures.map(\.amount)) }

  package struct Content: Hashable {
    package var key: Key
    package var amounts: [Amount]
  }
}

/// The rows of one table, by committee.
struct MergeTable {
  /// The committees in the order of their first rows.
  package private(set) var committees: [String] = []
  package private(set) var rows: [String: [MergeRow]] = [:]

  init(_ all: [MergeRow]) {
    for row in all {
      if rows[row.row.recipient.committee] == nil { committees.append(row.row.recipient.committee) }
      rows[row.row.recipient.committee, default: []].append(row)
    }
  }

  /// The rows of a committee that say something, as a multiset: moved rows are the same rows.
  package func contents(_ committee: String) -> [MergeRow.Content: Int] {
    (rows[committee] ?? []).filter(\.saysSomething).reduce(into: [:]) { $0[$1.content, default: 0] += 1 }
  }

  /// The same with the printed states of the figures.
  func exactRows(_ committee: String) -> [AllocationRow: Int] {
    (rows[committee] ?? []).filter(\.isFilled).reduce(into: [:]) { $0[$1.row, default: 0] += 1 }
  }

  /// The sums that a split must keep: per area, part and year.
  package func sums(_ committee: String, years: Int) -> [SumKey: [Amount]] {
    (rows[committee] ?? []).reduce(into: [:]) { sums, row in
      let key = SumKey(area: row.row.controlArea, part: row.row.part)
      let before = sums[key] ?? Array(repeating: .zero, count: years)
      sums[key] = zip(before, row.row.figures).map { $0 + $1.amount }
    }
  }

  struct SumKey: Hashable, Comparable {
    package var area: ControlArea?
    package var part: DistributionPart?

    package static func < (left: SumKey, right: SumKey) -> Bool {
      (left.area?.rawValue ?? "", left.part?.rawValue ?? "") < (
        right.area?.rawValue ?? "", right.part?.rawValue ?? ""
      )
    }
  }
}
