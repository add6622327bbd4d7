import Distribution
import ProposalModel

/// Makes Fordeling and the tables A–E, from stated rows where a table has them, else from the blocks.
struct AllocationTableMaker {
  var blocks: ProposalBlocks
  private(set) var troubles: [TableTrouble] = []
  /// The distributed blocks behind the stated rows of a converted table.
  private var proposal: Proposal { blocks.proposal }
  private var round: Round { blocks.round }

  init(_ blocks: ProposalBlocks) { self.blocks = blocks }

  /// The table of a kind. All committees and units stand in it in the round's order, empty ones too, then the total.
  mutating func make(_ kind: AllocationTableKind) -> BudgetTable {
    let filled: [TableRow]
    if let stated = proposal.stated(kind) { filled = statedRows(stated) } else { filled = computedRows(kind) }
    var table = BudgetTable(
      kind: .allocation(kind), code: kind.rawValue, caption: caption(of: kind), unit: unit(of: filled), priceLevel: priceLevel,
      years: proposal.years)
    table.rows = listed(filled, parts: kind == .distribution ? DistributionPart.allCases : [nil])
    addTotals(kind, to: &table)
    return table
  }

  private func caption(of kind: AllocationTableKind) -> String {
    let text = Wording.caption(of: .allocation(kind))
    return kind == .distribution ? text + ", service" : "Tabel \(kind.rawValue). " + text
  }

  private var priceLevel: Int? {
    switch blocks.options.priceLevel {
    case .written: proposal.priceLevel
    case .implemented: proposal.implementedPriceLevel ?? round.implementedPriceLevel
    }
  }

  /// kr. only where an amount is too fine for two decimals of 1.000 kr.
  private func unit(of rows: [TableRow]) -> AmountUnit {
    rows.flatMap(\.figures).allSatisfy { $0.amount.fits(.thousandKroner) } ? proposal.displayUnit : .kroner
  }

  // MARK: Rows that hold something

  private func computedRows(_ kind: AllocationTableKind) -> [TableRow] {
    switch kind {
    case .distribution: partRows(blocks.blocks[BlockKey(.service, .permanent)])
    case .targetEffect: rows([(nil, blocks.blocks[BlockKey(.service, .permanent)])])
    case .budgetEffect: rows(ControlArea.allCases.map { ($0, blocks.blocks[BlockKey($0, .permanent)]) })
    case .capitalInvestment: rows([(nil, blocks.blocks[BlockKey(.capital, .implementation)])])
    case .serviceInvestment: rows([(nil, blocks.blocks[BlockKey(.service, .implementation)])])
    case .budgetEffectIfNotAdopted:
      rows(
        [LineSection.permanent, .implementation].flatMap { section in
          ControlArea.allCases.map { ($0, blocks.blocks[BlockKey($0, section, .ifNotAdopted)]) }
        })
    }
  }

  /// One row per recipient and account of each block, and one for what rounding or troubles leave over.
  private func rows(_ blocks: [(area: ControlArea?, block: DistributedBlock?)]) -> [TableRow] {
    blocks.flatMap { area, block -> [TableRow] in
      guard let block else { return [] }
      var rows = block.rows.map { share in
        TableRow(
          .line, text: "", controlArea: area, recipient: share.key.recipient, account: share.key.account,
          figures: figures(share.rounded, exact: share.exact))
      }
      if block.difference.contains(where: { $0 != .zero }) {
        let text = block.policy == .asPublished ? Wording.roundingDifference : Wording.undistributed
        rows.append(TableRow(.line, text: text, controlArea: area, figures: block.difference.map { .amount($0) }))
      }
      return rows
    }
  }

  /// The Fordeling table: each recipient's rounded cell split into Besparelse and Omkostninger.
  private func partRows(_ block: DistributedBlock?) -> [TableRow] {
    guard let block else { return [] }
    var rows: [TableRow] = []
    for share in block.rows {
      for part in DistributionPart.allCases {
        let amounts = part == .saving ? share.saving : share.cost
        let figures = amounts.map { $0 == .zero ? Figure.blank : .amount($0) }
        if let place = rows.firstIndex(where: { $0.recipient == share.key.recipient && $0.part == part }) {
          rows[place].figures = zip(rows[place].figures, figures).map { Figure.total(of: [$0, $1]) }
        } else {
          rows.append(TableRow(.line, text: "", recipient: share.key.recipient, part: part, figures: figures))
        }
      }
    }
    if block.difference.contains(where: { $0 != .zero }) {
      let text = block.policy == .asPublished ? Wording.roundingDifference : Wording.undistributed
      rows.append(TableRow(.line, text: text, part: .saving, figures: block.difference.map { .amount($0) }))
    }
    return rows
  }

  /// A share of nothing is blank; a share that rounds to nothing is 0.
  private func figures(_ rounded: [Amount], exact: [Fraction]) -> [Figure] {
    zip(rounded, exact).map { $1 == .zero && $0 == .zero ? .blank : .amount($0) }
  }

  private mutating func statedRows(_ stated: StatedAllocation) -> [TableRow] {
    guard blocks.options.priceLevel == .implemented else {
      return stated.rows.map {
        TableRow(
          .line, text: "", controlArea: $0.controlArea, recipient: $0.recipient, part: $0.part, account: $0.account, figures: $0.figures)
      }
    }
    return convertedRows(stated)
  }

  /// Stated rows at the implemented level: each area's rows are a block of direct lines, converted exactly and rounded once.
  private mutating func convertedRows(_ stated: StatedAllocation) -> [TableRow] {
    let section: LineSection = [.capitalInvestment, .serviceInvestment].contains(stated.table) ? .implementation : .permanent
    var lines: [ControlArea: [DistributionPart?: [BlockLine]]] = [:]
    for (index, row) in stated.rows.enumerated() {
      guard let area = area(of: row, in: stated.table) else {
        troubles.append(.statedAreaMissing(stated.table, row: index))
        continue
      }
      let line = BlockLine(
        id: "\(stated.table.rawValue)-\(index)", text: round.printedName(of: row.recipient), amounts: row.figures.map(\.amount),
        rule: .direct(row.recipient), own: row.recipient, account: row.account)
      lines[area, default: [:]][row.part, default: []].append(line)
    }
    let showsArea = [.budgetEffect, .budgetEffectIfNotAdopted].contains(stated.table)
    var rows: [TableRow] = []
    for area in lines.keys.sorted() {
      for part in [nil, .saving, .cost] as [DistributionPart?] {
        guard let group = lines[area]?[part] else { continue }
        let block = blocks.distribute(group, area: area, section: section)
        rows += self.rows([(showsArea ? area : nil, block)]).map { row in
          var row = row
          row.part = part
          return row
        }
      }
    }
    return rows
  }

  /// The control area of a stated row: its own, the table's, or the only one that the lines behind the table have.
  private func area(of row: AllocationRow, in table: AllocationTableKind) -> ControlArea? {
    if let area = row.controlArea { return area }
    switch table {
    case .targetEffect, .serviceInvestment, .distribution: return .service
    case .capitalInvestment: return .capital
    case .budgetEffect, .budgetEffectIfNotAdopted:
      let condition: LineCondition = table == .budgetEffect ? .ifAdopted : .ifNotAdopted
      let areas = Set(proposal.lines.filter { $0.condition == condition && $0.section == .permanent }.compactMap(\.controlArea))
      return areas.count == 1 ? areas.first : nil
    }
  }

  // MARK: All rows

  /// All committees and units in the round's order, with the filled rows in their places; what belongs to nobody comes last.
  private func listed(_ filled: [TableRow], parts: [DistributionPart?]) -> [TableRow] {
    var rest = filled
    var rows: [TableRow] = []
    func take(_ recipient: Recipient, always: Bool) {
      for part in parts {
        let own = rest.filter { $0.recipient == recipient && $0.part == part }
        rest.removeAll { $0.recipient == recipient && $0.part == part }
        let isListed = always || filled.contains { $0.recipient == recipient && $0.figures.contains { $0.isMoney } }
        if own.isEmpty, isListed {
          let blanks = [Figure](repeating: .blank, count: proposal.years.count)
          rows.append(TableRow(.line, text: "", recipient: recipient, part: part, figures: blanks))
        } else if isListed || own.contains(where: { $0.figures.contains { $0 != .blank } }) {
          // An empty row without an account beside filled ones of the same recipient says nothing.
          rows += own.count > 1 ? own.filter { $0.account != nil || $0.figures.contains { $0 != .blank } } : own
        }
      }
    }
    for committee in round.committees {
      take(Recipient(committee.code), always: committee.takesEqualShare)
      for unit in committee.units { take(Recipient(committee.code, unit: unit.name), always: unit.alwaysListed) }
    }
    return rows.map(named) + rest.map(named)
  }

  private func named(_ row: TableRow) -> TableRow {
    var row = row
    if let recipient = row.recipient { row.text = round.printedName(of: recipient) }
    return row
  }

  private func addTotals(_ kind: AllocationTableKind, to table: inout BudgetTable) {
    let all = Array(table.rows.indices)
    guard kind == .distribution else {
      let sums = table.rows.totals(of: all, years: proposal.years.count)
      table.rows.add(TableRow(.total, text: Wording.total, figures: sums, sumOf: all))
      return
    }
    for part in DistributionPart.allCases {
      let rows = all.filter { table.rows[$0].part == part }
      let sums = table.rows.totals(of: rows, years: proposal.years.count)
      table.rows.add(TableRow(.total, text: part.rawValue, part: part, figures: sums, sumOf: rows))
    }
  }
}
