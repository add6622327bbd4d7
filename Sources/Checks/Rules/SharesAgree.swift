import AllocationTables
import Distribution
import Findings
import ProposalModel
import Reading

extension Rule {
  /// The tables that share out the same money give each committee the same, although their totals agree.
  static let sharesAgree = Rule(
    "SharesAgree", [.sharesDiffer],
    statement:
      "Fordeling, tabel A og tabel B giver hvert udvalg det samme, og Fordeling følger linjernes regel.",
    reason: "Det, der bogføres, må ikke afhænge af, hvilken af to tabeller der blev læst.",
    tables: { check in
      let shares = ShareComparison(check.ofProposal, read: check.read.tables)
      for judgement in shares.betweenTables + shares.againstRules { check.report(judgement) }
    },
    proposal: { check in
      guard !check.isFromTables else { return }
      let shares = ShareComparison(check, read: [])
      for judgement in shares.betweenTables + shares.againstRules { check.report(judgement) }
    })
}

/// What each committee has in the stated tables of a proposal, compared.
private struct ShareComparison {
  let check: ProposalCheck
  var proposal: Proposal { check.proposal }

  /// The tables that the proposal was read from: one that fordel has computed is no part of the proposal where
  /// lines and rules give it again, but says the same as the others all the same.
  private let read: [ReadTable]

  init(_ check: ProposalCheck, read: [ReadTable]) {
    self.check = check
    self.read = read
  }

  // MARK: Between tables

  /// Every pair of tables that show the same money; one finding for each pair that differs, and none for a
  /// pair that follows from two others.
  var betweenTables: [Judgement] {
    let target = table(.targetEffect) { _ in true }
    let services = table(.budgetEffect) { ($0.controlArea ?? onlyArea) == .service }
    var judgements: [Judgement] = []
    if let target, let services, let found = compare(services, target) { judgements.append(found) }
    for division in divisions {
      let others = others(of: division, target)
      guard let other = others.first(where: { $0.hasTotals(of: division) }) else { continue }
      if let found = compare(other, division, isRounded: true) { judgements.append(found) }
    }
    return judgements
  }

  /// The one area of all permanent lines; `nil` where there are several.
  private var onlyArea: ControlArea? {
    let areas = Set(
      proposal.lines(in: .permanent).filter { $0.figures.contains(where: \.isMoney) }.map(\.controlArea))
    return areas.count == 1 ? areas.first ?? nil : nil
  }

  /// The stated Fordeling tables, each without Omkostninger that only repeat the investments.
  private var divisions: [CommitteeSums] {
    proposal.numberedAllocations.filter { $0.table.table == .distribution && $0.table.isFilled }
      .map { stated, first in
        let repeats = proposal.repeatsInvestments(stated)
        return CommitteeSums(
          stated, check, first: first, areas: proposal.areas(dividedBy: stated),
          where: { !(repeats && $0.part == .cost) })
      }.filter(\.hasMoney)
  }

  /// The tables that may show what a Fordeling divides: Tabel B in its areas, and Tabel A.
  private func others(of division: CommitteeSums, _ target: CommitteeSums?) -> [CommitteeSums] {
    let budget = table(.budgetEffect) { row in
      (row.controlArea ?? onlyArea).map(division.areas.contains) ?? true
    }
    let all = table(.budgetEffect) { _ in true }
    return [budget, all, target].compactMap { $0 }
  }

  private func table(_ kind: AllocationTableKind, where isWanted: (AllocationRow) -> Bool) -> CommitteeSums? {
    let sums =
      proposal.stated(kind).map { CommitteeSums($0, check, where: isWanted) }
      ?? read.first { $0.kind == .allocation(kind) && $0.computedRemark != nil }.map {
        CommitteeSums(computed: $0, kind, check, where: isWanted)
      }
    return sums.flatMap { $0.hasMoney ? $0 : nil }
  }

  /// Compares two tables in the years in which their totals agree; where they do not, that is a finding of
  /// another rule.
  private func compare(_ first: CommitteeSums, _ second: CommitteeSums, isRounded: Bool = false) -> Judgement?
  {
    let unit = proposal.displayUnit
    // A computed table is rounded to booking units, a stated one may be finer.
    let isRounded = isRounded || first.isComputed || second.isComputed
    var odd: [(committee: String, year: Int)] = []
    for year in proposal.years.indices where first.agrees(with: second, in: year) {
      for committee in Set(first.byCommittee.keys).union(second.byCommittee.keys) {
        let gap = (first.amount(committee, year) - second.amount(committee, year)).magnitude
        if gap.oere > AmountUnit.thousandKroner.oere || (!isRounded && gap > .zero) {
          odd.append((committee, year))
        }
      }
    }
    guard !odd.isEmpty else { return nil }
    let committees = order(Set(odd.map(\.committee)))
    let words = committees.map { code -> SharesWords in
      let years = odd.filter { $0.committee == code }.map(\.year).sorted()
      return SharesWords(
        committee: check.round?.name(of: code) ?? code, years: years.map { proposal.years[$0] },
        first: years.map { first.amount(code, $0) }, second: years.map { second.amount(code, $0) })
    }
    let isRounding = !isRounded && words.allSatisfy { $0.isWithin(AmountUnit.thousandKroner) }
    let years = Set(odd.map(\.year))
    let moved = moved(words)
    let names = first.names(of: committees) + second.names(of: committees)
    let figures = first.places(of: committees, years) + second.places(of: committees, years)
    let spots = moved == nil ? figures : names
    let place = spots.first ?? Place(file: check.origins.file)
    return Judgement(
      Catalogue.sharesOfTablesDiffer(
        first.name, second.name, words, moved: moved, isRounding: isRounding,
        severity: first.isComputed || second.isComputed ? .warning : nil, unit: unit, at: place,
        cells: spots.filter { $0.sheet == place.sheet }.compactMap(\.cell)),
      accusing: Set(
        (moved == nil ? [] : names).compactMap { spot in spot.cell.map { Seat($0, on: spot.sheet) } }))
  }

  private func order(_ codes: Set<String>) -> [String] {
    let known = check.round?.committees.map(\.code).filter(codes.contains) ?? []
    return known + codes.subtracting(known).sorted()
  }

  /// The two committees between which a row has moved: one lacks in every year what the other has too much.
  private func moved(_ words: [SharesWords]) -> (from: String, to: String)? {
    guard words.count == 2, words[0].years == words[1].years else { return nil }
    let gaps = words.map { zip($0.first, $0.second).map { $0 - $1 } }
    guard gaps[0] == gaps[1].map({ -$0 }) else { return nil }
    if words[0].first.allSatisfy({ $0 == .zero }) { return (words[0].committee, words[1].committee) }
    if words[1].first.allSatisfy({ $0 == .zero }) { return (words[1].committee, words[0].committee) }
    return nil
  }

  // MARK: Against the rule of the lines

  /// A stated Fordeling against what the lines' own rules, or the proposal's, give.
  var againstRules: [Judgement] {
    guard let round = check.round else { return [] }
    return divisions.compactMap { division in
      let lines = proposal.lines(in: .permanent).filter { line in
        line.figures.contains(where: \.isMoney) && (line.controlArea.map(division.areas.contains) ?? false)
      }
      guard !lines.isEmpty, !lines.contains(where: check.isUnread), let computed = computed(lines, round)
      else { return nil }
      return compareWithRule(division, computed, lines)
    }
  }

  /// What the rules give each committee; `nil` where a line has no rule that somebody has written.
  private func computed(_ lines: [Line], _ round: Round) -> [String: [Amount]]? {
    var blockLines: [BlockLine] = []
    for line in lines {
      guard let (rule, source) = proposal.effectiveRule(of: line), source == .line || source == .proposal
      else { return nil }
      blockLines.append(
        BlockLine(id: line.id, text: line.text, amounts: line.figures.map(\.amount), rule: rule))
    }
    let distributor = Distributor(
      round: round, keys: proposal.keys, tieStart: proposal.tieStart ?? round.tieStart(of: proposal))
    let block = distributor.distribute(
      Block(section: .permanent, years: proposal.years, lines: blockLines))
    guard block.troubles.isEmpty else { return nil }
    var sums: [String: [Amount]] = [:]
    for row in block.rows {
      let committee = row.key.recipient.committee
      let before = sums[committee] ?? Array(repeating: .zero, count: proposal.years.count)
      sums[committee] = zip(before, row.rounded).map { $0 + $1 }
    }
    return sums
  }

  private func compareWithRule(_ division: CommitteeSums, _ computed: [String: [Amount]], _ lines: [Line])
    -> Judgement?
  {
    let codes = order(Set(division.byCommittee.keys).union(computed.keys))
    let words = codes.compactMap { code -> SharesWords? in
      let years = proposal.years.indices.filter { year in
        let right = computed[code]?[year] ?? .zero
        return (division.amount(code, year) - right).magnitude.oere > AmountUnit.thousandKroner.oere
      }
      guard !years.isEmpty else { return nil }
      return SharesWords(
        committee: check.round?.name(of: code) ?? code, years: years.map { proposal.years[$0] },
        first: years.map { division.amount(code, $0) }, second: years.map { computed[code]?[$0] ?? .zero })
    }
    guard !words.isEmpty else { return nil }
    let rules = Set(lines.compactMap { proposal.effectiveRule(of: $0)?.rule.spelling }).sorted()
    let spots = division.places(of: codes, Set(proposal.years.indices))
    let place = spots.first ?? Place(file: check.origins.file)
    return Judgement(
      Catalogue.sharesOfRuleDiffer(
        rules, words, unit: proposal.displayUnit, at: place,
        cells: spots.filter { $0.sheet == place.sheet }.compactMap(\.cell)))
  }
}

/// What each committee, its units together, has in one stated table.
private struct CommitteeSums {
  /// `Tabel A`, or `Fordeling`.
  let name: String
  /// One amount per year.
  private(set) var byCommittee: [String: [Amount]] = [:]
  /// Whether fordel has computed the table and the lines give it again.
  let isComputed: Bool
  /// The control areas whose money the table divides.
  let areas: Set<ControlArea>
  private var spots: [(committee: String, name: Place, places: [Place])] = []
  private let count: Int

  init(
    _ stated: StatedAllocation, _ check: ProposalCheck, first: Int = 0, areas: Set<ControlArea> = [],
    where isWanted: (AllocationRow) -> Bool
  ) {
    self.areas = areas
    isComputed = false
    name = stated.table.printedName
    count = check.proposal.years.count
    for (index, row) in stated.rows.enumerated() where isWanted(row) {
      add(
        row, name: check.place(.allocation(stated.table, first + index, .recipient)),
        places: check.proposal.years.map {
          check.place(.allocationFigure(stated.table, first + index, year: $0))
        })
    }
  }

  /// A table that fordel has computed, as it stands in the file.
  init(
    computed table: ReadTable, _ kind: AllocationTableKind, _ check: ProposalCheck,
    where isWanted: (AllocationRow) -> Bool
  ) {
    name = table.name
    areas = []
    isComputed = true
    count = check.proposal.years.count
    let columns = check.proposal.years.map { table.years.firstIndex(of: $0) }
    for row in table.lines {
      guard let recipient = row.row.recipient else { continue }
      let figures = columns.map { column in column.map { row.row.figures[$0] } ?? .blank }
      let allocation = AllocationRow(
        recipient: recipient, part: row.row.part, controlArea: row.row.controlArea, figures: figures)
      guard isWanted(allocation) else { continue }
      add(
        allocation, name: table.place(row.textCell),
        places: columns.map { column in table.place(column.map { row.figureCells[$0] }) })
    }
  }

  private mutating func add(_ row: AllocationRow, name: Place, places: [Place]) {
    let before = byCommittee[row.recipient.committee] ?? Array(repeating: .zero, count: count)
    byCommittee[row.recipient.committee] = zip(before, row.figures).map { $0 + $1.amount }
    spots.append((row.recipient.committee, name, places))
  }

  var hasMoney: Bool { byCommittee.values.contains { $0.contains { $0 != .zero } } }

  func amount(_ committee: String, _ year: Int) -> Amount { byCommittee[committee]?[year] ?? .zero }

  /// The sum of all committees per year.
  var totals: [Amount] { (0..<count).map { year in byCommittee.values.map { $0[year] }.sum() } }

  /// Whether the totals of a year agree, give or take rounding.
  func agrees(with other: CommitteeSums, in year: Int) -> Bool {
    let unit = AmountUnit.thousandKroner.oere
    let shares = Int64(max(byCommittee.count, other.byCommittee.count))
    return (totals[year] - other.totals[year]).magnitude.oere <= max(unit, unit / 2 * shares)
  }

  /// Whether the totals of all years agree, give or take rounding.
  func hasTotals(of other: CommitteeSums) -> Bool { (0..<count).allSatisfy { agrees(with: other, in: $0) } }

  /// The cells in which the committees are named.
  func names(of committees: [String]) -> [Place] {
    spots.filter { committees.contains($0.committee) }.map(\.name).filter { $0.cell != nil }
  }

  /// The cells of committees in years, row by row.
  func places(of committees: [String], _ years: Set<Int>) -> [Place] {
    spots.filter { committees.contains($0.committee) }.flatMap { spot in
      years.sorted().map { spot.places[$0] }
    }
    .filter { $0.cell != nil }
  }
}
