import Distribution
import ProposalModel

/// Makes Fordeling and the tables A–E, from stated rows where a table has them, else from the blocks.
struct AllocationTableMaker {
  var blocks: ProposalBlocks
  var troubles: [TableTrouble] = []
  /// The distributed blocks behind the stated rows of converted tables.
  var convertedBlocks: [ConvertedBlockKey: DistributedBlock] = [:]
  var proposal: Proposal { blocks.proposal }
  var round: Round { blocks.round }

  init(_ blocks: ProposalBlocks) { self.blocks = blocks }

  /// The tables in printed order: A to E and Fordeling always, the older forms where they are stated, numbered
  /// on from `number`. A Fordeling of another control area follows the first.
  mutating func makeAll(from number: Int) -> [BudgetTable] {
    var number = number
    var tables: [BudgetTable] = []
    for kind in AllocationTableKind.allCases {
      let stated = proposal.allocations.filter { $0.table == kind && $0.isFilled }
      switch kind {
      case .capitalDistribution, .serviceDistribution:
        for one in stated {
          tables.append(make(kind, one, code: String(number)))
          number += 1
        }
      default:
        tables.append(make(kind, stated.first, code: kind.rawValue))
        for (index, one) in stated.dropFirst().enumerated() {
          tables.append(make(kind, one, code: "\(kind.rawValue) \(index + 2)"))
        }
      }
    }
    return tables
  }

  /// The table of a kind. All committees and units stand in it in the round's order, empty ones too, then the
  /// total.
  private mutating func make(_ kind: AllocationTableKind, _ stated: StatedAllocation?, code: String)
    -> BudgetTable
  {
    let filled: [TableRow]
    let conversion: PriceConversion
    if let stated {
      filled = statedRows(stated)
      conversion = PriceConversion(stated, of: proposal, round: round)
    } else {
      filled = kind == .targetEffect ? targetRows() : computedRows(kind)
      conversion = blocks.conversion
    }
    var table = BudgetTable(
      kind: .allocation(kind), code: code, caption: caption(of: kind, stated, code), unit: unit(of: filled),
      priceLevel: priceLevel(of: stated), years: proposal.years)
    table.origin = stated?.origin ?? .computed
    if blocks.options.priceLevel == .implemented {
      let areas = areas(of: filled, in: kind)
      table.unconverted = areas.filter { conversion.factor(of: $0) == nil }.sorted()
      // Over amounts that could not be converted stands the level they are in; over a mixture none.
      if !table.unconverted.isEmpty {
        table.priceLevel = table.unconverted.count == areas.count ? conversion.written : nil
      }
    }
    table.rows = listed(filled, parts: kind == .distribution ? DistributionPart.allCases : [nil])
    addTotals(kind, stated, to: &table)
    return table
  }

  private func caption(of kind: AllocationTableKind, _ stated: StatedAllocation?, _ code: String) -> String {
    let text = Wording.caption(of: .allocation(kind))
    guard kind == .distribution else { return "Tabel \(code). " + text }
    let areas = stated.map { proposal.areas(dividedBy: $0) } ?? [.service]
    return areas.count == 1 ? "\(text), \(Wording.inCaption(areas.first))" : text
  }

  /// The level printed over the table: a stated table keeps its own as long as nothing is converted.
  private func priceLevel(of stated: StatedAllocation?) -> Int? {
    switch blocks.options.priceLevel {
    case .written: stated?.priceLevel ?? proposal.priceLevel
    case .implemented: proposal.implementedPriceLevel ?? round.implementedPriceLevel
    }
  }

  /// The areas with money in `rows`.
  private func areas(of rows: [TableRow], in kind: AllocationTableKind) -> Set<ControlArea> {
    Set(
      rows.filter { $0.figures.contains(where: \.isMoney) }.compactMap {
        $0.controlArea ?? AllocationTableMaker.area(of: kind)
      })
  }

  /// The one control area that a table shows; `nil` for B and C, whose rows have their own.
  static func area(of kind: AllocationTableKind) -> ControlArea? {
    switch kind {
    case .targetEffect, .serviceInvestment, .serviceDistribution, .distribution: .service
    case .capitalInvestment, .capitalDistribution: .capital
    case .budgetEffect, .budgetEffectIfNotAdopted: nil
    }
  }

  /// kr. only where an amount is too fine for two decimals of 1.000 kr.
  private func unit(of rows: [TableRow]) -> AmountUnit {
    rows.flatMap(\.figures).allSatisfy { $0.amount.fits(.thousandKroner) } ? proposal.displayUnit : .kroner
  }

  // MARK: Rows that hold something

  func computedRows(_ kind: AllocationTableKind) -> [TableRow] {
    let keys = BlockKey.keys(of: kind)
    if kind == .distribution { return keys.flatMap { partRows($0) } }
    let showsArea = AllocationTableMaker.area(of: kind) == nil
    return keys.flatMap { key -> [TableRow] in
      guard let block = blocks.blocks[key] else { return [] }
      return rows(block, area: showsArea ? key.area : nil, share: .share(key), difference: .difference(key))
    }
  }

  /// One row per recipient and account of a block, and one for what rounding or troubles leave over.
  func rows(_ block: DistributedBlock, area: ControlArea?, share basis: RowBasis, difference: RowBasis)
    -> [TableRow]
  {
    var rows = block.rows.map { share in
      TableRow(
        .line, text: "", controlArea: area, recipient: share.key.recipient, account: share.key.account,
        figures: figures(share.rounded, exact: share.exact), basis: basis)
    }
    if block.difference.contains(where: { $0 != .zero }) {
      let text = block.policy == .asPublished ? Wording.roundingDifference : Wording.undistributed
      rows.append(
        TableRow(
          .line, text: text, controlArea: area, figures: block.difference.map { .amount($0) },
          basis: difference))
    }
    return rows
  }

  /// The Fordeling table: each recipient's rounded cell split into Besparelse and Omkostninger.
  private func partRows(_ key: BlockKey) -> [TableRow] {
    guard let block = blocks.blocks[key] else { return [] }
    var rows: [TableRow] = []
    var places: [RowOwner: Int] = [:]
    for share in block.rows {
      for part in DistributionPart.allCases {
        let owner = RowOwner(recipient: share.key.recipient, part: part)
        let amounts = part == .saving ? share.saving : share.cost
        let figures = amounts.map { $0 == .zero ? Figure.blank : .amount($0) }
        if let place = places[owner] {
          rows[place].figures = zip(rows[place].figures, figures).map { Figure.total(of: [$0, $1]) }
        } else {
          places[owner] = rows.count
          rows.append(
            TableRow(
              .line, text: "", recipient: share.key.recipient, part: part, figures: figures,
              basis: .share(key)))
        }
      }
    }
    if block.difference.contains(where: { $0 != .zero }) {
      let text = block.policy == .asPublished ? Wording.roundingDifference : Wording.undistributed
      rows.append(
        TableRow(
          .line, text: text, part: .saving, figures: block.difference.map { .amount($0) },
          basis: .difference(key)))
    }
    return rows
  }

  /// A share of nothing is blank; a share that rounds to nothing is 0.
  private func figures(_ rounded: [Amount], exact: [Fraction]) -> [Figure] {
    zip(rounded, exact).map { $1 == .zero && $0 == .zero ? .blank : .amount($0) }
  }

  // MARK: All rows

  /// All committees and units in the round's order, with the filled rows in their places; what belongs to
  /// nobody comes last.
  private func listed(_ filled: [TableRow], parts: [DistributionPart?]) -> [TableRow] {
    var rest = Dictionary(grouping: filled) { RowOwner(recipient: $0.recipient, part: $0.part) }
    let withMoney = Set(filled.filter { $0.figures.contains(where: \.isMoney) }.compactMap(\.recipient))
    var rows: [TableRow] = []
    func take(_ recipient: Recipient, always: Bool) {
      for part in parts {
        let own = rest.removeValue(forKey: RowOwner(recipient: recipient, part: part)) ?? []
        let isListed = always || withMoney.contains(recipient)
        if own.isEmpty, isListed {
          let blanks = [Figure](repeating: .blank, count: proposal.years.count)
          rows.append(TableRow(.line, text: "", recipient: recipient, part: part, figures: blanks))
        } else if isListed || own.contains(where: { $0.figures.contains { $0 != .blank } }) {
          // An empty row without an account beside filled ones of the same recipient says nothing; of
          // several empty ones, one stays.
          let saying = own.filter { $0.account != nil || $0.figures.contains { $0 != .blank } }
          rows += saying.isEmpty ? Array(own.prefix(1)) : saying
        }
      }
    }
    for committee in round.committees {
      take(Recipient(committee.code), always: committee.takesEqualShare)
      for unit in committee.units {
        take(Recipient(committee.code, unit: unit.name), always: unit.alwaysListed)
      }
    }
    let nobodys = filled.filter { rest[RowOwner(recipient: $0.recipient, part: $0.part)] != nil }
    return rows.map(named) + nobodys.map(named)
  }

  /// Whose row it is, and which part of it.
  private struct RowOwner: Hashable {
    var recipient: Recipient?
    var part: DistributionPart?
  }

  private func named(_ row: TableRow) -> TableRow {
    var row = row
    if let recipient = row.recipient { row.text = round.printedName(of: recipient) }
    return row
  }

  /// The totals: live sums, or as they are printed where a stated table has other ones.
  private func addTotals(
    _ kind: AllocationTableKind, _ stated: StatedAllocation?, to table: inout BudgetTable
  ) {
    let all = Array(table.rows.indices)
    let parts: [DistributionPart?] = kind == .distribution ? DistributionPart.allCases : [nil]
    for part in parts {
      let rows = all.filter { part == nil || table.rows[$0].part == part }
      let sums = table.rows.totals(of: rows, years: proposal.years.count)
      let isWritten = blocks.options.priceLevel == .written
      let printed = isWritten ? stated?.totals.first { $0.part == part } : nil
      table.rows.add(
        TableRow(
          .total, text: part?.rawValue ?? Wording.total, part: part, figures: printed?.figures ?? sums,
          sumOf: printed == nil ? rows : []))
    }
  }
}
