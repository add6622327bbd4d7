import Distribution
import ProposalModel

/// Turns the cells of tables at the implemented level into rows without accounts.
struct CorrectionCells {
  let proposal: Proposal
  let round: Round
  let tables: ProposalTables
  let conversion: PriceConversion

  init(proposal: Proposal, round: Round, tables: ProposalTables) {
    self.proposal = proposal
    self.round = round
    self.tables = tables
    conversion = PriceConversion(proposal, round: round)
  }

  /// One row per cell with money of B, C, D or E; rows of money that is nobody's have a problem.
  func rows(of kind: AllocationTableKind) -> [Correction] {
    if let stated = proposal.stated(kind) { return statedRows(stated) }
    return BlockKey.keys(of: kind).flatMap { key in
      tables.blocks[key].map { rows(of: $0, key, table: kind.rawValue) } ?? []
    }
  }

  /// One row per committee and year of the loans: paid out and paid back, as one-off amounts.
  func loanRows(options: TableOptions) -> [Correction] {
    var lines: [ControlArea: [BlockLine]] = [:]
    for line in proposal.lines(in: .loan) {
      guard let area = line.controlArea, let rule = proposal.effectiveRule(of: line)?.rule else { continue }
      lines[area, default: []].append(
        BlockLine(
          id: line.id, text: line.text, amounts: line.figures.map(\.amount), rule: rule,
          own: proposal.accountOwner(of: line),
          account: line.account))
    }
    let distributor = Distributor(
      round: round, keys: proposal.keys, tieStart: round.tieStart(of: proposal), policy: options.policy,
      bookingUnit: options.bookingUnit)
    return lines.keys.sorted().flatMap { area -> [Correction] in
      let block = distributor.distribute(
        Block(
          section: .loan, years: proposal.years, lines: lines[area] ?? [],
          priceFactor: conversion.factor(of: area) ?? .one))
      return rows(of: block, BlockKey(area, .loan), table: LineSection.loan.rawValue)
    }
  }

  /// Money that is in no table, in Danish.
  var omissions: [String] {
    let isStated = { (kind: AllocationTableKind) in proposal.stated(kind) != nil }
    let allStated = isStated(.budgetEffect) && isStated(.capitalInvestment) && isStated(.serviceInvestment)
    var texts = tables.troubles.filter { trouble in
      switch trouble {
      // A missing factor is a problem of each row, and rules that fail leave their money in rows of the
      // table.
      case .priceFactorMissing, .distribution: false
      case .committeeMissing, .controlAreaMissing: !allStated
      case .areaWithoutTable, .statedAreaMissing: true
      }
    }.map { $0.message(in: proposal) }
    texts += statedWithoutArea
    texts += proposal.lines(in: .loan).filter {
      $0.controlArea == nil || proposal.effectiveRule(of: $0) == nil
    }
    .map {
      "Linje \($0.id) »\($0.text)«: lånet mangler styringsområde eller udvalg og er ikke med i korrektionerne."
    }
    texts += proposal.lines.filter { $0.section == .loan && $0.condition == .ifNotAdopted }.map {
      "Linje \($0.id) »\($0.text)«: lånet gælder kun, hvis forslaget ikke indarbejdes, og er ikke med i korrektionerne."
    }
    return texts
  }

  /// Stated rows of B and C that need no conversion but cannot be posted, since nothing tells their area.
  private var statedWithoutArea: [String] {
    [AllocationTableKind.budgetEffect, .budgetEffectIfNotAdopted].flatMap { kind -> [String] in
      (tables.table(kind.rawValue)?.rows ?? []).compactMap { row in
        guard case .stated(let index)? = row.basis, row.controlArea == nil,
          row.figures.contains(where: \.isMoney)
        else { return nil }
        return
          "Tabel \(kind.rawValue), række \(index + 1): styringsområdet mangler; beløbet er ikke med i korrektionerne. Udfyld Styringsområde."
      }
    }
  }

  // MARK: Computed cells

  private func rows(of block: DistributedBlock, _ key: BlockKey, table: String) -> [Correction] {
    var rows: [Correction] = []
    for share in block.rows {
      for (index, year) in block.years.enumerated() where share.rounded[index] != .zero {
        let parts = block.derivation(of: share.key, year: year)?.parts.filter { $0.exact != .zero } ?? []
        var row = row(
          table: table, area: key.area, section: key.section, year: year, amount: share.rounded[index])
        row.recipient = share.key.recipient
        row.writtenAccount = share.key.account
        row.lineIDs = parts.map(\.line)
        row.text = text(of: parts.map { ($0.line, $0.text) }, key.area, key.section)
        row.written = share.exact[index].multiplied(by: oere(block.bookingUnit)).flatMap {
          CorrectionCells.divide($0, by: row.factor ?? .one)
        }
        rows.append(row)
      }
    }
    let label = block.policy == .asPublished ? Wording.roundingDifference : Wording.undistributed
    for (index, year) in block.years.enumerated() where block.difference[index] != .zero {
      var row = row(
        table: table, area: key.area, section: key.section, year: year, amount: block.difference[index])
      row.text = "\(proposal.id) \(label)"
      row.problems.append(.nobodys(label))
      rows.append(row)
    }
    return rows
  }

  private func oere(_ kroner: Int64) -> Fraction { Fraction(kroner * 100) }

  private static func divide(_ fraction: Fraction, by divisor: Fraction) -> Fraction? {
    Fraction(divisor.denominator, over: divisor.numerator).flatMap { fraction.multiplied(by: $0) }
  }

  /// The line's own text, or how many lines the amount is the sum of.
  private func text(of lines: [(id: String, text: String)], _ area: ControlArea, _ section: LineSection)
    -> String
  {
    if lines.count == 1, let only = lines.first { return "\(proposal.id) \(only.text)" }
    let name =
      switch section {
      case .permanent: "Varige ændringer"
      case .implementation: "Investeringer"
      case .loan: "Lån"
      }
    return "\(proposal.id) \(name), \(Wording.inCaption(area))"
      + (lines.isEmpty ? "" : " (\(lines.count) linjer)")
  }

  // MARK: Stated cells

  /// The converted rows of a stated table, with the stated rows behind each.
  private func statedRows(_ stated: StatedAllocation) -> [Correction] {
    guard let table = tables.table(stated.table.rawValue) else { return [] }
    let conversion = PriceConversion(stated, of: proposal, round: round)
    let section: LineSection =
      [.capitalInvestment, .serviceInvestment].contains(stated.table) ? .implementation : .permanent
    var rows: [Correction] = []
    for printed in table.rows where printed.kind == .line {
      guard let area = area(of: printed, in: stated) else { continue }
      let sources = sources(of: printed, area, in: stated)
      for (index, year) in table.years.enumerated() where printed.figures[index].isMoney {
        var row = row(
          table: stated.table.rawValue, area: area, section: section, year: year,
          amount: printed.figures[index].amount, by: conversion)
        let behind = sources.filter { stated.rows[$0].figures[index].isMoney }
        row.recipient = printed.recipient
        row.writtenAccount = printed.account
        row.accountSource = .table
        row.lineIDs = behind.map { StatedRowID.text(stated.table, $0) }
        row.text = text(of: [], area, section)
        row.written = Fraction(behind.map { stated.rows[$0].figures[index].amount }.sum().oere)
        if printed.recipient == nil { row.problems.append(.nobodys(printed.text)) }
        rows.append(row)
      }
    }
    return rows
  }

  /// The stated rows of the same recipient, account and area.
  private func sources(of printed: TableRow, _ area: ControlArea, in stated: StatedAllocation) -> [Int] {
    stated.rows.indices.filter { index in
      let row = stated.rows[index]
      return row.recipient == printed.recipient && row.account == printed.account
        && (row.controlArea ?? area) == area
    }
  }

  private func area(of row: TableRow, in stated: StatedAllocation) -> ControlArea? {
    switch stated.table {
    case .capitalInvestment: .capital
    case .serviceInvestment: .service
    default: row.controlArea
    }
  }

  private func row(
    table: String, area: ControlArea, section: LineSection, year: Int, amount: Amount,
    by own: PriceConversion? = nil
  ) -> Correction {
    let conversion = own ?? self.conversion
    let factor = conversion.factor(of: area)
    return Correction(
      proposal: proposal.id, table: table, isCounterEntry: false, lineIDs: [], text: "", controlArea: area,
      section: section, year: year,
      amount: amount, priceLevel: factor == nil ? conversion.written : conversion.implemented,
      writtenPriceLevel: conversion.written,
      factor: factor,
      account: RoundAccount(controlArea: area), isNewAccount: false,
      problems: factor == nil
        ? [.priceFactorMissing(area, from: conversion.written, to: conversion.implemented)] : [])
  }
}
