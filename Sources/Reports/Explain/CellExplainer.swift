import AllocationTables
import Distribution
import ProposalModel

/// Gathers what one cell of a table rests on.
struct CellExplainer {
  let explainer: Explainer
  package let table: BudgetTable
  package let names: RowNames
  package let column: Int

  private var proposal: Proposal { explainer.proposal }
  private var tables: ProposalTables { explainer.tables }
  private var year: Int { table.years[column] }

  package func cell(of row: TableRow) -> ExplainedCell {
    var cell = ExplainedCell(row: names.name(row), origin: .nothing, figure: figure(of: row))
    if row.kind == .payback {
      fillPayback(&cell, isService: row.text == Wording.servicePayback)
    } else if let basis = row.basis {
      fill(&cell, basis, row)
    } else if !row.sumOf.isEmpty {
      fillSum(&cell, row)
    } else if !row.lineIDs.isEmpty {
      cell.origin = .lines
      cell.lines = row.lineIDs.compactMap { explainer.line($0, column: column) }
    } else if cell.figure != .blank {
      fillPrinted(&cell, row)
    }
    return cell
  }

  /// A row of Tabel 1 that is kept as printed; below a total the lines that it should be the sum of.
  private func fillPrinted(_ cell: inout ExplainedCell, _ row: TableRow) {
    cell.origin = .printed
    guard table.kind == .tableOne, row.kind == .total || row.kind == .effect else { return }
    let lines = table.rows.filter { other in
      other.kind == .line && other.section != .loan && (row.section == nil || other.section == row.section)
    }
    cell.terms = lines.filter { figure(of: $0) != .blank }.map {
      ExplainedTerm(row: names.name($0), figure: figure(of: $0))
    }
  }

  private func figure(of row: TableRow) -> Figure {
    row.figures.indices.contains(column) ? row.figures[column] : .blank
  }

  // MARK: Sums of rows

  private func fillSum(_ cell: inout ExplainedCell, _ row: TableRow) {
    cell.origin = .rows
    let added = row.sumOf.map { table.rows[$0] }.filter { figure(of: $0) != .blank }
    cell.terms = added.map { ExplainedTerm(row: names.name($0), figure: figure(of: $0)) }
    guard case .allocation(let kind) = table.kind, kind != .distribution else { return }
    // Under a stated table the lines' own total stands beside it, so that a difference shows.
    if proposal.stated(kind) == nil || tables.convertedBlocks.keys.allSatisfy({ $0.table != kind }) {
      cell.totals = totals(BlockKey.keys(of: kind).map { ($0.area, $0.section, tables.blocks[$0]) })
    } else {
      let keys = ControlArea.allCases.map { ConvertedBlockKey(kind, $0) }
      cell.totals = totals(keys.map { ($0.area, section(of: kind), tables.convertedBlocks[$0]) })
    }
    fillLines(&cell)
  }

  private func totals(_ blocks: [(area: ControlArea, section: LineSection, block: DistributedBlock?)])
    -> [ExplainedTotal]
  {
    blocks.compactMap { area, section, block in
      guard var derivation = block?.totalDerivation(year: year) else { return nil }
      derivation.lines = inOrder(derivation.lines, by: \.line)
      guard derivation.exact != .zero || derivation.lines.contains(where: { $0.amount != .zero }) else {
        return nil
      }
      return ExplainedTotal(controlArea: area, section: section, derivation: derivation)
    }
  }

  /// In the order of the proposal's lines; a block keeps them by id.
  private func inOrder<Part>(_ parts: [Part], by id: (Part) -> String) -> [Part] {
    let places = proposal.lines.enumerated().reduce(into: [String: Int]()) { $0[$1.element.id] = $1.offset }
    return parts.enumerated().sorted {
      (places[id($0.element)] ?? $0.offset, $0.offset) < (places[id($1.element)] ?? $1.offset, $1.offset)
    }
    .map(\.element)
  }

  /// The lines with money that the shares and totals of the cell name.
  private func fillLines(_ cell: inout ExplainedCell) {
    var ids: [String] = []
    let all =
      cell.shares.flatMap { $0.derivation.contributions.map(\.line) }
      + cell.totals.flatMap { $0.derivation.lines.filter { $0.amount != .zero }.map(\.line) }
    for id in all where !ids.contains(id) { ids.append(id) }
    cell.lines = inOrder(ids, by: \.self).compactMap { explainer.line($0, column: column) }
  }

  // MARK: Allocation rows

  private func fill(_ cell: inout ExplainedCell, _ basis: RowBasis, _ row: TableRow) {
    switch basis {
    case .share(let key):
      cell.origin = .computed
      guard let block = tables.blocks[key] else { return }
      fillShares(&cell, block, row)
      cell.totals = totals([(key.area, key.section, block)])
      cell.conversions = conversion(of: key.area, PriceConversion(proposal, round: explainer.round))
      fillLines(&cell)
    case .difference(let key):
      cell.origin = .difference
      cell.totals = totals([(key.area, key.section, tables.blocks[key])])
      fillLines(&cell)
    case .stated(let index): fillStated(&cell, index)
    case .converted(let key): fillConverted(&cell, key, row)
    case .target: cell.origin = .target
    }
  }

  private func fillShares(_ cell: inout ExplainedCell, _ block: DistributedBlock, _ row: TableRow) {
    let showsParts = table.kind == .allocation(.distribution)
    for share in block.rows
    where share.key.recipient == row.recipient && (showsParts || share.key.account == row.account) {
      guard var derivation = block.derivation(of: share.key, year: year) else { continue }
      derivation.parts = inOrder(derivation.parts, by: \.line)
      let unit = block.bookingUnit * 100
      cell.shares.append(
        ExplainedShare(
          derivation: derivation, saving: showsParts ? share.saving[column].oere / unit : nil,
          cost: showsParts ? share.cost[column].oere / unit : nil))
    }
  }

  private func fillStated(_ cell: inout ExplainedCell, _ index: Int) {
    guard case .allocation(let kind) = table.kind, let stated = proposal.stated(kind),
      stated.rows.indices.contains(index)
    else { return }
    cell.origin = .stated
    cell.stated = [source(kind, stated, index)]
    cell.computed = computed(kind, stated.rows[index])
  }

  private func fillConverted(_ cell: inout ExplainedCell, _ key: ConvertedBlockKey, _ row: TableRow) {
    guard let stated = proposal.stated(key.table), let block = tables.convertedBlocks[key] else { return }
    cell.origin = .converted
    fillShares(&cell, block, row)
    let ids = cell.shares.flatMap { $0.derivation.parts.map(\.line) }
    cell.stated = ids.compactMap { StatedRowID.index($0, in: key.table) }.map {
      source(key.table, stated, $0)
    }
    cell.totals = totals([(key.area, section(of: key.table), block)])
    cell.conversions = conversion(of: key.area, PriceConversion(stated, of: proposal, round: explainer.round))
  }

  private func source(_ kind: AllocationTableKind, _ stated: StatedAllocation, _ index: Int)
    -> ExplainedSource
  {
    ExplainedSource(
      row: index + 1, figure: stated.rows[index].figures[column],
      place: ExplainedPlace(explainer.origins.places[.allocationFigure(kind, index, year: year)]))
  }

  /// What the lines would give a stated row's recipient, all its accounts together, at the written level.
  private func computed(_ kind: AllocationTableKind, _ row: AllocationRow) -> ExplainedShare.Sum? {
    guard kind != .distribution, explainer.options.priceLevel == .written else { return nil }
    let keys = BlockKey.keys(of: kind).filter { row.controlArea == nil || $0.area == row.controlArea }
    let blocks = keys.compactMap { tables.blocks[$0] }
    guard let unit = blocks.first?.bookingUnit else { return nil }
    var sum = ExplainedShare.Sum(exact: .zero, rounded: 0, bookingUnit: unit)
    for share in blocks.flatMap(\.rows) where share.key.recipient == row.recipient {
      guard let exact = sum.exact.adding(share.exact[column]) else { return nil }
      sum.exact = exact
      sum.rounded += share.rounded[column].oere / (unit * 100)
    }
    return sum
  }

  private func section(of kind: AllocationTableKind) -> LineSection {
    [.capitalInvestment, .serviceInvestment].contains(kind) ? .implementation : .permanent
  }

  private func conversion(of area: ControlArea, _ conversion: PriceConversion) -> [ExplainedConversion] {
    guard explainer.options.priceLevel == .implemented, conversion.isNeeded else { return [] }
    let factor = conversion.priceFactor(of: area)
    return [
      ExplainedConversion(
        controlArea: area, from: conversion.written, to: conversion.implemented,
        factor: factor?.factor.danish, source: factor?.source)
    ]
  }

  // MARK: Payback

  private func fillPayback(_ cell: inout ExplainedCell, isService: Bool) {
    cell.origin = .payback
    let payback = isService ? proposal.servicePayback : proposal.totalPayback
    let permanent = proposal.lines(in: .permanent).filter { !isService || $0.controlArea == .service }
    var sum = Amount.zero
    cell.payback = ExplainedPayback(
      stated: isService ? proposal.payback.service : proposal.payback.total,
      place: ExplainedPlace(
        explainer.origins.places[.proposal(isService ? .servicePayback : .totalPayback)]),
      covered: payback?.covered, cumulative: payback?.cumulative,
      investment: proposal.lines(in: .implementation).map(\.total).sum(),
      permanent: proposal.yearSums(permanent).map { amount in
        sum += amount
        return sum
      })
  }
}
