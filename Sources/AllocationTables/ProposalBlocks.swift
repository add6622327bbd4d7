import Distribution
public import ProposalModel

/// Which lines are added up before rounding: one control area × permanent or implementation × Gælder.
public struct BlockKey: Hashable, Sendable {
  /// Styringsområde.
  public var area: ControlArea
  /// Permanent change or implementation cost.
  public var section: LineSection
  /// If adopted or not.
  public var condition: LineCondition

  /// The block of an area, section and condition.
  public init(_ area: ControlArea, _ section: LineSection, _ condition: LineCondition = .ifAdopted) {
    self.area = area
    self.section = section
    self.condition = condition
  }

  /// The blocks whose cells a table shows, in printed order.
  public static func keys(of table: AllocationTableKind) -> [BlockKey] {
    switch table {
    case .distribution, .targetEffect: [BlockKey(.service, .permanent)]
    case .budgetEffect: ControlArea.allCases.map { BlockKey($0, .permanent) }
    case .capitalInvestment: [BlockKey(.capital, .implementation)]
    case .serviceInvestment: [BlockKey(.service, .implementation)]
    case .capitalDistribution: keys(of: .capitalInvestment)
    case .serviceDistribution: keys(of: .serviceInvestment)
    case .budgetEffectIfNotAdopted:
      [LineSection.permanent, .implementation].flatMap { section in
        ControlArea.allCases.map { BlockKey($0, section, .ifNotAdopted) }
      }
    }
  }
}

/// The blocks of a proposal and their distribution.
struct ProposalBlocks {
  let proposal: Proposal
  let round: Round
  let options: TableOptions
  private(set) var blocks: [BlockKey: DistributedBlock] = [:]
  private(set) var troubles: [TableTrouble] = []
  /// The stated tables that divide blocks.
  private let divisions: [BlockKey: StatedDivision]

  init(_ proposal: Proposal, round: Round, options: TableOptions) {
    self.proposal = proposal
    self.round = round
    self.options = options
    divisions = ProposalBlocks.divisions(of: proposal)
    var lines: [BlockKey: [BlockLine]] = [:]
    for line in proposal.lines where line.condition != .notCounted && line.section != .loan {
      guard let (key, blockLine) = self.place(line) else { continue }
      lines[key, default: []].append(blockLine)
    }
    for key in lines.keys.sorted(by: { $0.order < $1.order }) {
      let block = distribute(lines[key] ?? [], of: key)
      troubles += block.troubles.map { .distribution($0) }
      blocks[key] = block
    }
  }

  /// Distributes a block by the lines' rules, or as a stated Fordeling divides it.
  private mutating func distribute(_ lines: [BlockLine], of key: BlockKey) -> DistributedBlock {
    let computed = distribute(lines, area: key.area, section: key.section, conversion: conversion)
    guard let division = divisions[key],
      let replacement = division.replacement(
        for: lines, years: proposal.years, computed: computed, round: round)
    else { return computed }
    return distribute(
      replacement.lines, area: key.area, section: key.section, conversion: conversion, keys: replacement.keys)
  }

  private static func divisions(of proposal: Proposal) -> [BlockKey: StatedDivision] {
    guard !proposal.allocations.isEmpty else { return [:] }
    var divisions: [BlockKey: StatedDivision] = [:]
    for section in [LineSection.permanent, .implementation] {
      for area in ControlArea.allCases {
        let key = BlockKey(area, section)
        divisions[key] = StatedDivision(of: key, in: proposal)
      }
    }
    return divisions
  }

  /// The conversion of the proposal's own lines.
  var conversion: PriceConversion { PriceConversion(proposal, round: round) }

  /// Distributes lines of one area and section at the options' price level.
  mutating func distribute(
    _ lines: [BlockLine], area: ControlArea, section: LineSection, conversion: PriceConversion,
    keys: [DistributionKey] = []
  ) -> DistributedBlock {
    let distributor = Distributor(
      round: round, keys: keys + proposal.keys, tieStart: round.tieStart(of: proposal),
      policy: options.policy,
      bookingUnit: options.bookingUnit)
    return distributor.distribute(
      Block(
        section: section, years: proposal.years, lines: lines,
        priceFactor: priceFactor(of: area, by: conversion)))
  }

  private mutating func place(_ line: Line) -> (BlockKey, BlockLine)? {
    guard let area = line.controlArea else {
      troubles.append(.controlAreaMissing(line: line.id))
      return nil
    }
    if line.section == .implementation, line.condition == .ifAdopted, area != .capital, area != .service {
      troubles.append(.areaWithoutTable(line: line.id, area))
    }
    let key = BlockKey(area, line.section, line.condition)
    let rule = proposal.effectiveRule(of: line)?.rule ?? divisions[key]?.leadingRule
    guard let rule else {
      troubles.append(.committeeMissing(line: line.id))
      return nil
    }
    let blockLine = BlockLine(
      id: line.id, text: line.text, amounts: line.figures.map(\.amount), rule: rule,
      own: proposal.accountOwner(of: line),
      account: line.account)
    return (key, blockLine)
  }

  /// The exact factor to the options' price level; one where nothing is to be converted, or where the round
  /// has none (a trouble).
  private mutating func priceFactor(of area: ControlArea, by conversion: PriceConversion) -> Fraction {
    guard options.priceLevel == .implemented, conversion.isNeeded else { return .one }
    guard let factor = conversion.factor(of: area) else {
      let trouble = TableTrouble.priceFactorMissing(
        area, from: conversion.written, to: conversion.implemented)
      if !troubles.contains(trouble) { troubles.append(trouble) }
      return .one
    }
    return factor
  }
}

extension BlockKey {
  /// Permanent before implementation, adopted before not, areas in printed order.
  fileprivate var order: (Int, Int, Int) {
    (
      LineSection.allCases.firstIndex(of: section) ?? 0,
      LineCondition.allCases.firstIndex(of: condition) ?? 0,
      ControlArea.allCases.firstIndex(of: area) ?? 0
    )
  }
}
