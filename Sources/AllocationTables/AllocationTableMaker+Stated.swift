import Distribution
public import ProposalModel

/// Tables that departments have stated: as they are, or converted to the implemented level.
extension AllocationTableMaker {
  /// The rows of a stated table. Nothing is rounded or converted unless another price level is asked for.
  mutating func statedRows(_ stated: StatedAllocation) -> [TableRow] {
    let conversion = PriceConversion(stated, of: proposal, round: round)
    // At the implemented level, which the corrections rest on, every row of B and C needs its area.
    let fillsArea =
      blocks.options.priceLevel == .implemented && AllocationTableMaker.area(of: stated.table) == nil
    guard blocks.options.priceLevel == .implemented, conversion.isNeeded else {
      return stated.rows.enumerated().map { index, row in
        TableRow(
          .line, text: "",
          controlArea: row.controlArea ?? (fillsArea ? area(of: row, in: stated) : nil),
          recipient: row.recipient,
          part: row.part, account: row.account,
          figures: row.figures, basis: .stated(row: index))
      }
    }
    return convertedRows(stated, by: conversion)
  }

  /// Stated rows at the implemented level: each area's rows are a block of direct lines, converted exactly
  /// and rounded once.
  private mutating func convertedRows(_ stated: StatedAllocation, by conversion: PriceConversion)
    -> [TableRow]
  {
    let showsArea = AllocationTableMaker.area(of: stated.table) == nil
    let section: LineSection = stated.table.isInvestment ? .implementation : .permanent
    let lines = convertedLines(stated)
    var rows: [TableRow] = []
    for area in ControlArea.allCases {
      for part in [nil, .saving, .cost] as [DistributionPart?] {
        let key = ConvertedBlockKey(stated.table, area, part: part)
        guard let group = lines[key] else { continue }
        let block = blocks.distribute(group, area: area, section: section, conversion: conversion)
        convertedBlocks[key] = block
        rows += self.rows(
          block, area: showsArea ? area : nil, share: .converted(key), difference: .converted(key)
        ).map { row in
          var row = row
          row.part = part
          return row
        }
      }
    }
    return rows
  }

  private mutating func convertedLines(_ stated: StatedAllocation) -> [ConvertedBlockKey: [BlockLine]] {
    var lines: [ConvertedBlockKey: [BlockLine]] = [:]
    for (index, row) in stated.rows.enumerated() {
      guard let area = area(of: row, in: stated) else {
        troubles.append(.statedAreaMissing(stated.table, row: index))
        continue
      }
      let line = BlockLine(
        id: StatedRowID.text(stated.table, index), text: round.printedName(of: row.recipient),
        amounts: row.figures.map(\.amount),
        rule: .direct(row.recipient), own: row.recipient, account: row.account)
      lines[ConvertedBlockKey(stated.table, area, part: row.part), default: []].append(line)
    }
    return lines
  }

  /// The one control area that a stated table shows; a Fordeling may be one of another area than Service.
  private func area(of stated: StatedAllocation) -> ControlArea? {
    guard stated.table == .distribution else { return AllocationTableMaker.area(of: stated.table) }
    let areas = proposal.areas(dividedBy: stated)
    return areas.count == 1 ? areas.first : .service
  }

  /// The control area of a stated row: its own, the table's, or the only one that the lines behind the table
  /// have.
  private func area(of row: AllocationRow, in stated: StatedAllocation) -> ControlArea? {
    row.controlArea ?? area(of: stated) ?? proposal.onlyArea(behind: stated.table)
  }
}

extension Proposal {
  /// The only control area of the lines behind a stated B or C, which its rows have where they name none;
  /// `nil` where there are several.
  public func onlyArea(behind table: AllocationTableKind) -> ControlArea? {
    let condition: LineCondition = table == .budgetEffect ? .ifAdopted : .ifNotAdopted
    let areas = Set(
      lines.filter { $0.condition == condition && $0.section == .permanent }.compactMap(\.controlArea))
    return areas.count == 1 ? areas.first : nil
  }
}
