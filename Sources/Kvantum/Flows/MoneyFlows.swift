public import AllocationTables
import Distribution
public import ProposalModel

/// Where all money of a proposal goes: the flows of its lines, its loans and its stated target.
public struct MoneyFlows: Sendable {
  /// By section, condition, control area and year.
  public private(set) var flows: [MoneyFlow] = []
  /// By control area and year.
  public private(set) var loans: [LoanFlow] = []
  /// By year.
  public private(set) var targets: [TargetFlow] = []

  private let proposal: Proposal
  private let round: Round
  private let conversion: PriceConversion
  /// One booking unit in øre.
  private let bookingUnit: Amount

  private struct Key: Hashable {
    var section: LineSection
    var area: ControlArea?
    var condition: LineCondition
  }

  /// The flows of `proposal` in `round` into the rows of `book`, made with `options`.
  public init(_ proposal: Proposal, round: Round, book: CorrectionBook, options: TableOptions) {
    self.proposal = proposal
    self.round = round
    conversion = PriceConversion(proposal, round: round)
    bookingUnit = Amount(oere: (options.bookingUnit ?? round.bookingUnit) * 100)
    var written = options
    written.priceLevel = .written
    let shown = MoneyFlows.shown(ProposalTables(proposal, round: round, options: written), proposal)
    let posted = Dictionary(grouping: book.rows.filter { !$0.correction.isCounterEntry }) { row in
      Key(
        section: row.correction.section, area: row.correction.controlArea,
        condition: row.list == .adopted ? .ifAdopted : .ifNotAdopted)
    }
    for key in keys(shown, posted) where key.section != .loan {
      flows += flows(of: key, shown[key] ?? [:], posted[key] ?? [])
    }
    for key in keys(shown, posted) where key.section == .loan {
      loans += loans(of: key, posted[key] ?? [])
    }
    if let row = proposal.statedTarget {
      let service = proposal.lines(in: .permanent).filter { $0.controlArea == .service }
      let sums = proposal.yearSums(service)
      for (index, year) in proposal.years.enumerated() where row.figures.indices.contains(index) {
        targets.append(
          TargetFlow(text: row.text, year: year, stated: row.figures[index].amount, change: sums[index]))
      }
    }
  }

  private func keys(_ shown: [Key: [Int: Amount]], _ posted: [Key: [CorrectionBook.Row]]) -> [Key] {
    var keys = Set(shown.keys).union(posted.keys)
    for line in proposal.lines where line.condition != .notCounted {
      keys.insert(Key(section: line.section, area: line.controlArea, condition: line.condition))
    }
    func order(_ key: Key) -> (Int, Int, Int) {
      (
        LineSection.allCases.firstIndex(of: key.section) ?? 0,
        LineCondition.allCases.firstIndex(of: key.condition) ?? 0,
        key.area.flatMap { ControlArea.allCases.firstIndex(of: $0) } ?? ControlArea.allCases.count
      )
    }
    return keys.sorted { order($0) < order($1) }
  }

  // MARK: Tables

  /// What B, C, D and E show at the written level, by flow and year; never A, which repeats B.
  private static func shown(_ tables: ProposalTables, _ proposal: Proposal) -> [Key: [Int: Amount]] {
    var sums: [Key: [Int: Amount]] = [:]
    for table in tables.tables {
      guard case .allocation(let kind) = table.kind, let usual = usual(kind) else { continue }
      for row in table.rows where row.kind == .line {
        var key = usual
        switch row.basis {
        case .share(let block)?, .difference(let block)?:
          key = Key(section: block.section, area: block.area, condition: block.condition)
        default: key.area = usual.area ?? row.controlArea ?? proposal.onlyArea(behind: kind)
        }
        for (year, figure) in zip(table.years, row.figures) where figure.isMoney {
          sums[key, default: [:]][year, default: .zero] += figure.amount
        }
      }
    }
    return sums
  }

  /// What the stated rows of a booked table are; `nil` for a table that is not booked.
  private static func usual(_ kind: AllocationTableKind) -> Key? {
    switch kind {
    case .budgetEffect: Key(section: .permanent, area: nil, condition: .ifAdopted)
    case .budgetEffectIfNotAdopted: Key(section: .permanent, area: nil, condition: .ifNotAdopted)
    case .capitalInvestment: Key(section: .implementation, area: .capital, condition: .ifAdopted)
    case .serviceInvestment: Key(section: .implementation, area: .service, condition: .ifAdopted)
    default: nil
    }
  }

  /// The stated table in which the money of a flow stands; `nil` where it is computed.
  private func statedTable(_ key: Key) -> AllocationTableKind? {
    let kind: AllocationTableKind? =
      switch (key.section, key.condition, key.area) {
      case (_, .ifNotAdopted, _): .budgetEffectIfNotAdopted
      case (.permanent, _, _): .budgetEffect
      case (.implementation, _, .capital): .capitalInvestment
      case (.implementation, _, .service): .serviceInvestment
      default: nil
      }
    return kind.flatMap { proposal.stated($0) == nil ? nil : $0 }
  }

  // MARK: Flows

  private func flows(of key: Key, _ shown: [Int: Amount], _ posted: [CorrectionBook.Row]) -> [MoneyFlow] {
    let lines = proposal.lines.filter {
      $0.section == key.section && $0.controlArea == key.area && $0.condition == key.condition
    }
    let sums = proposal.yearSums(lines)
    let last = proposal.years.max()
    let beyond = key.section == .permanent ? round.years.filter { $0 > last ?? .max }.sorted() : []
    return (proposal.years + beyond).compactMap { year in
      var flow = MoneyFlow(section: key.section, controlArea: key.area, condition: key.condition, year: year)
      flow.lines = lines.map(\.id)
      let own = proposal.years.firstIndex(of: year)
      if let own {
        flow.input = sums[own]
        flow.tables = shown[year] ?? .zero
      } else if let last, let index = proposal.years.firstIndex(of: last) {
        flow.carried = sums[index]
        flow.tables = shown[last] ?? .zero
      }
      let rows = posted.filter { $0.correction.year == year }
      flow.corrections = rows.filter(\.isPostable).map(\.correction.amount).sum()
      flow.notPostable = rows.filter { !$0.isPostable }.map(\.correction.amount).sum()
      settle(&flow, key, rows)
      return flow.isEmpty ? nil : flow
    }
  }

  /// Gives the differences their names: stated rows, rounding within its bound, and what is left.
  private func settle(_ flow: inout MoneyFlow, _ key: Key, _ rows: [CorrectionBook.Row]) {
    let difference = flow.tables - flow.input - flow.carried
    if statedTable(key) != nil {
      flow.stated = difference
    } else if difference.magnitude < bookingUnit {
      flow.rounding = difference
    } else {
      flow.remainder = Fraction((-difference).oere)
    }
    guard let area = key.area else {
      // Without an area nothing can be booked.
      flow.notPostable = flow.tables
      return
    }
    flow.factor = rows.isEmpty ? conversion.factor(of: area) : rows.first?.correction.factor
    let (rounding, remainder) = conversionRounding(
      flow.tables, flow.factor, posted: flow.corrections + flow.notPostable)
    flow.conversionRounding = rounding
    flow.remainder = flow.remainder.adding(remainder) ?? remainder
  }

  private func conversionRounding(_ tables: Amount, _ factor: Fraction?, posted: Amount) -> (
    rounding: Fraction, remainder: Fraction
  ) {
    guard let exact = Fraction(tables.oere).multiplied(by: factor ?? .one),
      let difference = Fraction(posted.oere).subtracting(exact)
    else { preconditionFailure("Amounts and factors are small enough for exact fractions.") }
    if difference.magnitude < Fraction(bookingUnit.oere) { return (difference, .zero) }
    return (.zero, -difference)
  }

  private func loans(of key: Key, _ posted: [CorrectionBook.Row]) -> [LoanFlow] {
    let lines = proposal.lines.filter {
      $0.section == .loan && $0.controlArea == key.area && $0.condition == key.condition
    }
    let sums = proposal.yearSums(lines)
    return proposal.years.enumerated().compactMap { index, year in
      let rows = posted.filter { $0.correction.year == year }
      let corrections = rows.filter(\.isPostable).map(\.correction.amount).sum()
      var rest = rows.filter { !$0.isPostable }.map(\.correction.amount).sum()
      // No list takes a loan without an area, or one for the case of rejection.
      if key.area == nil || key.condition == .ifNotAdopted { rest = sums[index] }
      guard sums[index] != .zero || !rows.isEmpty else { return nil }
      let factor = key.area.flatMap { conversion.factor(of: $0) }
      let rounding = conversionRounding(sums[index], factor, posted: corrections + rest).rounding
      return LoanFlow(
        controlArea: key.area, year: year, lines: lines.map(\.id), input: sums[index], factor: factor,
        conversionRounding: rounding, corrections: corrections, notPostable: rest)
    }
  }
}
