import AllocationTables
import Findings
import Forms
import ProposalModel
import Spreadsheet

/// The merge of one table: which committee's rows come from which file.
struct TableMerge {
  private let kind: AllocationTableKind
  private let original: MergeOriginal
  private let base: MergeTable
  private let parts: [(index: Int, part: MergePart, table: MergeTable)]
  private let takesChangedSums: Bool
  package private(set) var findings: [Finding] = []
  /// How many rows of each file were taken.
  package private(set) var taken: [Int: Int] = [:]
  /// The stated rows of the merged table; `nil` where nothing was changed.
  package private(set) var rows: [AllocationRow]?

  init(_ kind: AllocationTableKind, _ original: MergeOriginal, _ parts: [MergePart], takesChangedSums: Bool) {
    self.kind = kind
    self.original = original
    self.takesChangedSums = takesChangedSums
    base = MergeTable(original.rows(of: kind))
    self.parts = parts.enumerated().compactMap { index, part in part.tables[kind].map { (index, part, $0) } }
  }

  package mutating func merge() {
    let codes = original.round.committees.map(\.code)
    let all = Set(base.committees + parts.flatMap(\.table.committees))
    let order = codes.filter(all.contains) + all.subtracting(codes).sorted()
    var accepted: [String: [AllocationRow]] = [:]
    for committee in order {
      if let rows = ownRows(committee) { accepted[committee] = rows }
    }
    for committee in order { reportOthers(committee) }
    guard !accepted.isEmpty else { return }
    let present = base.committees + order.filter { !base.committees.contains($0) }
    let merged = present.flatMap { committee in
      accepted[committee] ?? (base.rows[committee] ?? []).filter(\.isFilled).map(\.row)
    }
    rows = isInPrintedOrder ? sorted(merged) : merged
  }

  private var isInPrintedOrder: Bool {
    let places = base.committees.flatMap { base.rows[$0] ?? [] }.map {
      original.round.order(of: $0.row.recipient)
    }
    return places == places.sorted()
  }

  private func sorted(_ rows: [AllocationRow]) -> [AllocationRow] {
    rows.enumerated().sorted { left, right in
      let places = (
        original.round.order(of: left.element.recipient), original.round.order(of: right.element.recipient)
      )
      return places.0 == places.1 ? left.offset < right.offset : places.0 < places.1
    }.map(\.element)
  }

  // MARK: A committee's own files

  /// The rows that the committee itself has returned, if they differ from the original and may be taken.
  private mutating func ownRows(_ committee: String) -> [AllocationRow]? {
    let changed = parts.filter { $0.part.sender == committee && isChanged($0.table, committee) }
    guard let first = changed.min(by: { $0.part.file < $1.part.file }) else { return nil }
    for other in changed where other.table.exactRows(committee) != first.table.exactRows(committee) {
      reportTwoVersions(committee, first.table, other.table)
      return nil
    }
    let keepsSums = checkSums(committee, first.table)
    guard keepsSums || takesChangedSums else { return nil }
    let rows = (first.table.rows[committee] ?? []).filter(\.isFilled).map(\.row)
    taken[first.index, default: 0] += rows.count
    return rows
  }

  /// Whether the rows differ, moved ones and printed zeros of blank rows aside.
  private func isChanged(_ table: MergeTable, _ committee: String) -> Bool {
    table.exactRows(committee) != base.exactRows(committee)
      && !(table.contents(committee) == base.contents(committee) && base.exactRows(committee).isEmpty)
  }

  private mutating func reportTwoVersions(_ committee: String, _ one: MergeTable, _ two: MergeTable) {
    let difference = RowDifference(of: two.rows[committee] ?? [], from: one.rows[committee] ?? [])
    guard let found = difference.first(years: original.proposal.years) else { return }
    findings.append(
      Catalogue.Merge.twoVersions(
        EntryForm.sheetName(of: kind), committee: original.round.name(of: committee), found: found.found,
        expected: found.expected,
        at: found.place,
        other: found.other))
  }

  /// Compares the sums of the returned rows with the original's, per area, part and year.
  private mutating func checkSums(_ committee: String, _ table: MergeTable) -> Bool {
    let years = original.proposal.years
    let (mine, theirs) = (table.sums(committee, years: years.count), base.sums(committee, years: years.count))
    var keeps = true
    for key in Set(mine.keys).union(theirs.keys).sorted() {
      let nothing = Array(repeating: Amount.zero, count: years.count)
      let (found, expected) = (mine[key] ?? nothing, theirs[key] ?? nothing)
      let wrong = years.indices.filter { found[$0] != expected[$0] }
      guard !wrong.isEmpty else { continue }
      keeps = false
      let rows = (table.rows[committee] ?? []).filter {
        $0.row.controlArea == key.area && $0.row.part == key.part
      }
      let some = rows.first ?? table.rows[committee]?.first
      let cells = rows.flatMap { row in wrong.compactMap { row.figurePlaces[$0].cell } }
      func list(_ amounts: [Amount]) -> String {
        wrong.map { "\(amounts[$0].danish(in: original.proposal.displayUnit)) (\(years[$0]))" }.joined(
          separator: ", ")
      }
      let what = [key.area?.rawValue, key.part?.rawValue].compactMap { $0 }.map { ", \($0)" }.joined()
      findings.append(
        Catalogue.Merge.sumDiffers(
          EntryForm.sheetName(of: kind), committee: original.round.name(of: committee), what: what,
          found: list(found),
          expected: list(expected), cells: cells,
          isTaken: takesChangedSums,
          at: (some?.figurePlaces[wrong[0]] ?? some?.place) ?? Place(file: original.origins.file)))
    }
    return keeps
  }

  // MARK: Rows that others have changed

  private mutating func reportOthers(_ committee: String) {
    for (_, part, table) in parts
    where part.sender != committee && table.contents(committee) != base.contents(committee) {
      guard let sender = part.sender, !hasOnlyRows(of: sender, table) else { continue }
      // What the committee itself has returned may have been copied by somebody else.
      let own = parts.filter { $0.part.sender == committee }
      if own.contains(where: { $0.table.contents(committee) == table.contents(committee) }) { continue }
      let against =
        own.first { isChanged($0.table, committee) }?.table.rows[committee] ?? base.rows[committee] ?? []
      let difference = RowDifference(of: table.rows[committee] ?? [], from: against)
      guard let found = difference.first(years: original.proposal.years) else { continue }
      findings.append(
        Catalogue.Merge.changedByOther(
          EntryForm.sheetName(of: kind), committee: original.round.name(of: committee),
          sender: original.round.name(of: sender),
          found: found.found,
          expected: found.expected, cells: difference.cells,
          at: found.place.file == nil ? Place(file: part.file) : found.place,
          other: found.other.file == nil ? Place(file: original.origins.file) : found.other))
    }
  }

  /// Whether the sender has deleted everybody else's rows: it returned its own alone.
  private func hasOnlyRows(of sender: String, _ table: MergeTable) -> Bool {
    table.committees.allSatisfy { $0 == sender || table.contents($0).isEmpty }
  }
}
