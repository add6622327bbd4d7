import AllocationTables
import Findings
public import Intake
public import Kvantum
public import Output
public import ProposalModel

/// What a run keeps of a proposal for the annexes.
public struct AnnexEntry: Sendable {
  /// Forslagsnummer.
  var number: String
  /// The title.
  var title: String
  /// Tværgående or fortroligt.
  var marker: OverviewRow.Marker?
  /// Its corrections, in the round; none where the round is not known.
  var part: CorrectionMaker.Part
  /// Whether a måltalseffekt is stated that is not the change in Service.
  var hasOwnTarget: Bool

  /// The entry of a proposal that was read.
  public init(_ proposal: Proposal, from item: IntakeItem, by maker: CorrectionMaker) throws(FileFailure) {
    (number, title) = (proposal.id, proposal.title)
    marker = item.round.flatMap { OverviewRow(proposal, round: $0).marker }
    part = try maker.part(of: proposal, from: item)
    let service = proposal.yearSums(proposal.lines(in: .permanent).filter { $0.controlArea == .service })
    hasOwnTarget =
      proposal.statedTarget.map { target in
        zip(target.figures, service).contains { $0.amount != $1 }
      } ?? false
  }
}

/// The annexes to a decision: what the adopted proposals do to each committee's service, construction and to
/// the cash balance, year by year, at the implemented price level.
///
/// The money is that of the corrections (B, D, E and loans, permanent changes beyond the proposal's own years
/// included), without counter-entries, so that the annexes and what is posted agree to the krone. Which account
/// it is posted on does not matter here: rows that cannot be posted for want of one count too.
public struct AnnexReport: Sendable {
  /// One correction that figures are the sum of.
  struct Basis: Sendable {
    /// The proposal's place in the order of numbers.
    var proposal: Int
    var row: CorrectionBook.Row
  }

  /// What one proposal does to one committee, in one annex.
  struct Row: Hashable, Sendable {
    /// The committee's short name; `nil` for money that is nobody's.
    var committee: String?
    var number: String
    var title: String
    var marker: OverviewRow.Marker?
    /// Of each year the places in ``AnnexReport/basis``; empty where there is nothing.
    var members: [[Int]]
    /// The sum of each year, with the annex's sign; `nil` where there is nothing.
    var amounts: [Amount?]
    /// The tables that the money stands in.
    var tables: [String]
  }

  /// The layout.
  public let profile: AnnexProfile
  /// The round, for the names of committees.
  public let round: Round
  /// The years of the columns.
  public let years: [Int]
  /// Everything that keeps the annexes from being whole, in Danish.
  public var missing: [String]
  /// Adopted proposals that are in none of the annexes.
  public private(set) var withoutEffect: [String] = []
  /// The proposals that are left out because of their decision, each with the reason, in Danish.
  public let leftOut: [String]
  /// The list of decisions; `nil` where every proposal counts as if it were adopted.
  public let decisions: String?
  /// The numbers of the proposals that count, in order.
  public let proposals: [String]
  /// The corrections behind the figures, in the order of the annexes' rows.
  let basis: [Basis]
  /// The rows of each annex.
  private(set) var rows: [[Row]] = []
  /// What should be known of proposals, in Danish.
  let remarks: [String]

  /// The annexes of the proposals of a run, so far as `decisions` adopt them; `left` are the files that could
  /// not be used. Fails where there are none; `file` is named in the failure.
  public init(
    _ entries: [AnnexEntry], profile: AnnexProfile, decisions: DecisionList?, left: LeftFiles,
    for file: String
  ) throws(FileFailure) {
    guard let round = entries.lazy.compactMap(\.part.round).first else {
      throw FileFailure(
        file: file, status: .findings, message: "Der er ingen forslag at lave bilag for.")
    }
    (self.profile, self.round, self.decisions) = (profile, round, decisions?.file)
    let uses = entries.map { decisions?.use(of: $0.number) ?? .adopted }
    leftOut =
      zip(entries, uses).compactMap { entry, use in
        switch use {
        case .adopted: nil
        case .notAdopted: "\(entry.number): \(decisions?.decision(on: entry.number)?.words ?? "")"
        case .leftOut(let reason): "\(entry.number): \(reason)"
        }
      } + left.leftOut
    let adopted = zip(entries, uses).filter { $0.1 == .adopted }.map(\.0).sorted {
      ProposalNumber($0.number) < ProposalNumber($1.number)
    }
    proposals = adopted.map(\.number)
    basis = AnnexReport.basis(adopted, in: round)
    years = Set(round.years + basis.map(\.row.correction.year)).sorted()
    remarks = AnnexReport.remarks(adopted)
    missing = left.missing.map { "ikke med: \($0)" }
    if let decisions, decisions.findings.contains(where: { $0.severity == .error }) {
      missing.append("beslutningslisten \(decisions.file ?? "") har fejl; se dem ovenfor")
    }
    missing += adopted.flatMap(\.part.book.omissions) + AnnexReport.troubles(basis)
    rows = profile.annexes.map { rows(of: $0, adopted) }
    let shown = Set(rows.joined().map(\.number))
    withoutEffect = proposals.filter { !shown.contains($0) }
  }

  /// Whether all money of the adopted proposals is there, at one price level.
  public var isComplete: Bool { missing.isEmpty }

  /// The corrections of the case of adoption without counter-entries, in the order of the annexes: committee,
  /// proposal, year, control area, table.
  private static func basis(_ entries: [AnnexEntry], in round: Round) -> [Basis] {
    let all = entries.enumerated().flatMap { index, entry in
      entry.part.book.rows.filter { $0.list == .adopted && !$0.correction.isCounterEntry }.map {
        Basis(proposal: index, row: $0)
      }
    }
    func place(_ basis: Basis) -> (Int, String) {
      guard let recipient = basis.row.correction.recipient else { return (Int.max, "") }
      return (round.order(of: Recipient(recipient.committee)), recipient.committee)
    }
    return all.enumerated().sorted { left, right in
      let (one, two) = (left.element, right.element)
      let (first, second) = (one.row.correction, two.row.correction)
      if place(one) != place(two) { return place(one) < place(two) }
      if one.proposal != two.proposal { return one.proposal < two.proposal }
      return (first.year, first.controlArea, first.table, left.offset)
        < (second.year, second.controlArea, second.table, right.offset)
    }.map(\.element)
  }

  /// What keeps figures from being sums of the same thing: no committee, no factor, several price levels.
  private static func troubles(_ basis: [Basis]) -> [String] {
    var texts: [String] = []
    for one in basis {
      for problem in one.row.correction.problems {
        switch problem {
        case .nobodys, .priceFactorMissing:
          let text = "\(one.row.correction.proposal): \(problem.message)"
          if !texts.contains(text) { texts.append(text) }
        default: continue
        }
      }
    }
    let converted = basis.map(\.row.correction).filter { $0.factor != nil }
    let levels = Set(converted.map(\.priceLevel)).sorted()
    if levels.count > 1 {
      let numbers = levels.map { level in
        let own = converted.filter { $0.priceLevel == level }.map(\.proposal)
        return "\(level) p/l: "
          + own.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: ", ")
      }
      texts.append(
        "beløbene står i flere prisniveauer og kan ikke lægges sammen (\(numbers.joined(separator: "; "))). "
          + "Lav bilag for én runde ad gangen")
    }
    return texts
  }

  private static func remarks(_ entries: [AnnexEntry]) -> [String] {
    var remarks: [String] = []
    if entries.contains(where: { $0.marker == .crossCutting }) { remarks.append("* Tværgående forslag.") }
    if entries.contains(where: { $0.marker == .confidential }) { remarks.append("** Fortrolige forslag.") }
    remarks += entries.filter(\.hasOwnTarget).map {
      "\($0.number): den oplyste måltalseffekt er en anden end ændringen i service; bilagene viser ændringen "
        + "(tabel B), tabel A viser måltallet."
    }
    return remarks
  }

  private func rows(of annex: AnnexProfile.Annex, _ entries: [AnnexEntry]) -> [Row] {
    var rows: [Row] = []
    for (index, one) in basis.enumerated() {
      let correction = one.row.correction
      guard annex.counts(correction.table, correction.controlArea),
        let year = years.firstIndex(of: correction.year)
      else { continue }
      let committee = correction.recipient?.committee
      if rows.last?.committee != committee || rows.last?.number != correction.proposal || rows.isEmpty {
        let entry = entries[one.proposal]
        rows.append(
          Row(
            committee: committee, number: entry.number, title: entry.title, marker: entry.marker,
            members: years.map { _ in [] }, amounts: years.map { _ in nil }, tables: []))
      }
      var row = rows.removeLast()
      row.members[year].append(index)
      let amount = annex.sign == .expense ? correction.amount : -correction.amount
      row.amounts[year] = (row.amounts[year] ?? .zero) + amount
      if !row.tables.contains(correction.table) { row.tables.append(correction.table) }
      rows.append(row)
    }
    return rows.map { row in
      var row = row
      row.tables.sort()
      return row
    }
  }

  /// The sum of each year over rows of an annex.
  func totals(_ rows: some Sequence<Row>) -> [Amount] {
    rows.reduce(into: years.map { _ in Amount.zero }) { sums, row in
      for (index, amount) in row.amounts.enumerated() { sums[index] += amount ?? .zero }
    }
  }

  /// The rows of an annex by committee, in their order.
  func groups(_ rows: [Row]) -> [[Row]] {
    rows.reduce(into: [[Row]]()) { groups, row in
      if groups.last?.first?.committee == row.committee, !groups.isEmpty {
        groups[groups.count - 1].append(row)
      } else {
        groups.append([row])
      }
    }
  }

  /// A committee's name as the annexes print it.
  func name(_ committee: String?) -> String { committee.map { round.name(of: $0) } ?? "Ikke fordelt" }

  /// `1.000 kr. 2022 p/l`; without the level where there are several.
  var unitText: String {
    let levels = Set(basis.map(\.row.correction.priceLevel))
    let level = levels.count == 1 ? levels.first.map { " \($0) p/l" } ?? "" : ""
    return profile.unit.rawValue + level
  }

  /// The unit of the figures.
  var unit: AmountUnit { profile.unit == .kroner ? .kroner : .thousandKroner }

  /// Everything that a reader should know, in Danish, by heading.
  var notes: [(heading: String, texts: [String])] {
    var notes = [(missing.isEmpty ? "Der mangler intet." : "Det mangler:", missing)]
    if decisions != nil {
      notes.append(
        leftOut.isEmpty
          ? ("Ingen forslag er udeladt efter beslutningslisten.", [])
          : ("Udeladt efter beslutningslisten:", leftOut))
    }
    if !withoutEffect.isEmpty { notes.append(("Vedtaget, men uden beløb i bilagene:", withoutEffect)) }
    if !remarks.isEmpty { notes.append(("Det skal vides:", remarks)) }
    return notes
  }
}
