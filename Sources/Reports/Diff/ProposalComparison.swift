import AllocationTables
import Forms
public import Intake
public import ProposalModel

/// Compares two versions of a proposal.
public struct ProposalComparison: Sendable {
  /// One version: the proposal, its round and its file.
  public struct Version: Sendable {
    /// The proposal.
    public var proposal: Proposal
    /// The round it was read by, for the names and the tables A–E.
    public var round: Round?
    /// The file.
    public var file: String
    /// Whether its lines keep their ids from version to version: those of JSON and entry workbooks do, those
    /// read from tables do not.
    public var idsLast: Bool

    /// A version as it came in.
    public init(_ item: IntakeItem, _ proposal: Proposal) {
      self.proposal = proposal
      round = item.round
      file = item.file
      idsLast =
        item.origins.places.isEmpty
        || proposal.lines.contains {
          item.origins.places[.line($0.id, .id)] != nil
        }
    }
  }

  /// What is different between `old` and `new`; at least one of them must be there.
  public static func difference(from old: Version?, to new: Version?) -> ProposalDifference? {
    guard let some = new ?? old else { return nil }
    let empty = Proposal(id: some.proposal.id, title: "", years: some.proposal.years)
    let (before, after) = (old?.proposal ?? empty, new?.proposal ?? empty)
    let fields =
      old == nil || new == nil ? [] : FieldComparison.changes(from: before, to: after, round: some.round)
    let lines = LineComparison.changes(
      from: before, to: after, idsLast: (old?.idsLast ?? true) && (new?.idsLast ?? true))
    let sums = SumComparisonTable.sums(from: before, to: after)
    let tables = SumComparisonTable.tables(from: old, to: new)
    let isSame = fields.isEmpty && lines.allSatisfy { $0.kind == .same } && !tables.contains { $0.isChanged }
    return ProposalDifference(
      id: some.proposal.id, title: some.proposal.title,
      kind: old == nil ? .added : new == nil ? .removed : isSame ? .same : .changed,
      files: (old?.file, new?.file), fields: fields, lines: lines, sums: sums,
      tables: tables.filter(\.isChanged),
      unit: [before, after].contains { $0.displayUnit == .kroner } ? .kroner : .thousandKroner)
  }
}

/// The lines of both versions, side by side.
enum LineComparison {
  static func changes(from old: Proposal, to new: Proposal, idsLast: Bool) -> [LineChange] {
    let matching = LineMatching(old: old, new: new, idsLast: idsLast)
    let years = Set(old.years + new.years).sorted()
    func amounts(_ left: Line?, _ right: Line?) -> [YearChange] {
      years.map { year in
        YearChange(
          year: year,
          old: left.flatMap { line in old.years.firstIndex(of: year).map { line.figures[$0].amount } },
          new: right.flatMap { line in new.years.firstIndex(of: year).map { line.figures[$0].amount } })
      }
    }
    var changes = new.lines.indices.map { index -> LineChange in
      let pair = matching.pairs.first { $0.new == index }
      let (before, after) = (pair.map { old.lines[$0.old] }, new.lines[index])
      let fields = before.map { FieldComparison.changes(from: $0, to: after) } ?? []
      let money = amounts(before, after)
      let isMoved = matching.moved.contains(index)
      let isSame = before != nil && fields.isEmpty && !isMoved && !money.contains { $0.difference != .zero }
      return LineChange(
        kind: before == nil ? .added : isSame ? .same : .changed, old: before, new: after, isMoved: isMoved,
        isRelabelled: before.map { $0.text != after.text } ?? false, fields: fields, years: money)
    }
    for index in matching.removed.sorted() {
      let gone = LineChange(
        kind: .removed, old: old.lines[index], new: nil, isMoved: false, isRelabelled: false, fields: [],
        years: amounts(old.lines[index], nil))
      // Behind the line that stood before it.
      let place = changes.lastIndex { change in
        change.old.map { line in old.lines[..<index].contains(line) } ?? false
      }
      changes.insert(gone, at: place.map { $0 + 1 } ?? 0)
    }
    return changes
  }
}

/// Sums and rows of tables of both versions.
enum SumComparisonTable {
  package static func sums(from old: Proposal, to new: Proposal) -> [AmountChange] {
    let years = Set(old.years + new.years).sorted()
    func sum(_ label: String, _ isIncluded: (Line) -> Bool) -> AmountChange {
      func amount(_ proposal: Proposal, _ year: Int) -> Amount? {
        proposal.years.firstIndex(of: year).map { index in
          proposal.lines.filter { $0.condition == .ifAdopted && isIncluded($0) }.map {
            $0.figures[index].amount
          }.sum()
        }
      }
      return AmountChange(
        label: label, years: years.map { YearChange(year: $0, old: amount(old, $0), new: amount(new, $0)) })
    }
    var sums: [AmountChange] = []
    for (section, name) in [
      (LineSection.permanent, "Varige ændringer"), (.implementation, "Implementeringsomkostninger"),
    ] {
      let areas: [ControlArea?] = ControlArea.allCases + [nil]
      for area in areas
      where (old.lines + new.lines).contains(where: { $0.section == section && $0.controlArea == area }) {
        sums.append(
          sum("\(name), \(Wording.inCaption(area))") { $0.section == section && $0.controlArea == area })
      }
      sums.append(sum("\(name) i alt") { $0.section == section })
    }
    sums.append(sum(Wording.effect) { $0.section != .loan })
    return sums
  }

  package static func tables(from old: ProposalComparison.Version?, to new: ProposalComparison.Version?)
    -> [AmountChange]
  {
    guard let old, let new, let oldRound = old.round, let newRound = new.round else { return [] }
    let years = Set(old.proposal.years + new.proposal.years).sorted()
    let (before, after) = (rows(old.proposal, oldRound), rows(new.proposal, newRound))
    let labels = after.order + before.order.filter { after.amounts[$0] == nil }
    return labels.map { label in
      AmountChange(
        label: label,
        years: years.map {
          YearChange(year: $0, old: before.amounts[label]?[$0], new: after.amounts[label]?[$0])
        })
    }
  }

  /// The rows of Fordeling and A–E by their words; rows of the same words together.
  private static func rows(_ proposal: Proposal, _ round: Round) -> (
    order: [String], amounts: [String: [Int: Amount]]
  ) {
    var order: [String] = []
    var amounts: [String: [Int: Amount]] = [:]
    for table in ProposalTables(proposal, round: round).tables {
      guard case .allocation = table.kind else { continue }
      for row in table.rows where row.kind == .line && row.figures.contains(where: \.isMoney) {
        let name = row.recipient.map { recipient in
          [round.name(of: recipient.committee), recipient.unit].compactMap { $0 }.joined(separator: "/")
        }
        let words = [name ?? row.text, row.part?.rawValue, row.account?.printed, row.controlArea?.rawValue]
          .compactMap { $0 }
        let label =
          (table.code == "Fordeling" ? table.code : "Tabel \(table.code)") + ": "
          + words.joined(separator: ", ")
        if amounts[label] == nil { order.append(label) }
        for (year, figure) in zip(table.years, row.figures) {
          amounts[label, default: [:]][year] = (amounts[label]?[year] ?? .zero) + figure.amount
        }
      }
    }
    return (order, amounts)
  }
}
