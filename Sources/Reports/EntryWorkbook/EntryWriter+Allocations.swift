import AllocationTables
import Forms
import ProposalModel
import Spreadsheet

/// The optional sheets `Tabel A` … `Tabel E` and `Fordeling`, for allocations that departments have stated.
extension EntryWriter {
  func writeAllocation(_ stated: StatedAllocation, named name: String, _ writer: inout XLSXWriter)
    throws(XLSXWriteError)
  {
    let sheet = try writer.addSheet(name)
    let layout = AllocationLayout(stated, years: years, rows: allocationRows(stated))
    try writer.setColumns(1, through: 16_384, of: sheet, style: EntryStyles.open)
    try writer.setRow(1, of: sheet, height: 24, style: EntryStyles.lockedRow)
    try writer.setRow(2, of: sheet, style: EntryStyles.lockedRow)
    try writer.write(
      EntryForm.caption(of: stated.table, stated.controlArea), at: CellAddress(row: 1, column: 1), in: sheet,
      style: EntryStyles.subtitle)
    try writeAllocationHeader(stated, layout, sheet, &writer)
    for (index, row) in layout.rows.enumerated() {
      try writeAllocationRow(row, index + 3, layout, sheet, &writer)
    }
    try writeAllocationTotals(stated.totals, layout, sheet, &writer)
    if stated.origin == .computed {
      try writer.write(
        Wording.computedMark + ".", at: CellAddress(row: layout.totalRow + 3, column: 1), in: sheet,
        style: EntryStyles.hint)
    }
    if let first = layout.yearColumns.first, let last = layout.yearColumns.last {
      let cells = CellRange(
        CellAddress(row: 3, column: first), CellAddress(row: layout.totalRow + 1, column: last))
      try showWholeNumbers(cells, in: sheet, &writer)
    }
    try writer.freeze(at: CellAddress(row: 3, column: 3), in: sheet)
    try writer.setPrinting(printing(repeating: 1...2), of: sheet)
    try writer.protect(sheet, .entrySheet)
  }

  /// The stated rows in their order; where that is the printed order, the empty rows of everybody else stand
  /// between them.
  private func allocationRows(_ stated: StatedAllocation) -> [AllocationRow] {
    let places = stated.rows.map { round.order(of: $0.recipient) }
    guard stated.table != .distribution, places == places.sorted() else { return stated.rows }
    let everybody = round.committees.filter(\.takesEqualShare).flatMap { committee in
      [Recipient(committee.code)]
        + committee.units.filter(\.alwaysListed).map { Recipient(committee.code, unit: $0.name) }
    }
    let named = Set(stated.rows.map(\.recipient))
    let empty = everybody.filter { !named.contains($0) }.map {
      AllocationRow(recipient: $0, figures: years.map { _ in .blank })
    }
    let all = (stated.rows + empty).enumerated().sorted {
      (round.order(of: $0.element.recipient), $0.offset) < (round.order(of: $1.element.recipient), $1.offset)
    }
    return all.map(\.element)
  }

  private func writeAllocationHeader(
    _ stated: StatedAllocation, _ layout: AllocationLayout, _ sheet: SheetHandle, _ writer: inout XLSXWriter
  ) throws(XLSXWriteError) {
    for (index, field) in layout.fields.enumerated() {
      let definition = EntryForm.allocationColumns.first { $0.key == field }
      var text = definition?.header ?? ""
      if field == .recipient { text = UnitHeader.text(unit: unit, priceLevel: stated.priceLevel) }
      if field == .account, layout.fields.contains(.profitCentre) { text = "Bevilling" }
      let cell = CellAddress(row: 2, column: index + 1)
      try writer.write(
        text, at: cell, in: sheet, style: EntryStyles.header.with { $0.isLocked = field != .recipient })
      try writer.setColumns(
        index + 1, through: index + 1, of: sheet, width: definition?.width, style: EntryStyles.open)
      let cells = CellRange(CellAddress(row: 3, column: index + 1), CellAddress(row: 500, column: index + 1))
      if field != .recipient { try validate(cells, list: definition?.list, in: sheet, &writer) }
    }
    for (year, column) in zip(years, layout.yearColumns) {
      try writer.write(
        .number(DecimalNumber(mantissa: Int64(year), scale: 0)), at: CellAddress(row: 2, column: column),
        in: sheet,
        style: EntryStyles.yearHeader)
      try writer.setColumns(column, through: column, of: sheet, width: 11, style: EntryStyles.open)
    }
  }

  private func writeAllocationRow(
    _ row: AllocationRow, _ number: Int, _ layout: AllocationLayout, _ sheet: SheetHandle,
    _ writer: inout XLSXWriter
  ) throws(XLSXWriteError) {
    for (index, field) in layout.fields.enumerated() {
      let text: String? =
        switch field {
        case .recipient: round.name(of: row.recipient.committee)
        case .unit: row.recipient.unit
        case .part: row.part?.rawValue
        case .account: layout.fields.contains(.profitCentre) ? row.account?.cells.0 : row.account?.printed
        case .profitCentre: row.account?.cells.1
        case .controlArea: row.controlArea?.rawValue
        }
      try writer.write(
        content(text), at: CellAddress(row: number, column: index + 1), in: sheet, style: EntryStyles.code)
    }
    for (figure, column) in zip(row.figures, layout.yearColumns) {
      try writer.write(
        content(figure), at: CellAddress(row: number, column: column), in: sheet, style: EntryStyles.amount)
    }
  }

  /// The totals as live formulas, blank where nothing is printed; one that is printed otherwise stands as it is.
  private func writeAllocationTotals(
    _ printed: [StatedTotal], _ layout: AllocationLayout, _ sheet: SheetHandle, _ writer: inout XLSXWriter
  ) throws(XLSXWriteError) {
    let parts: [DistributionPart?] = layout.fields.contains(.part) ? DistributionPart.allCases : [nil]
    for (offset, part) in parts.enumerated() {
      let row = layout.totalRow + offset
      for index in layout.fields.indices {
        let text = index == 0 ? part?.rawValue ?? Wording.total : ""
        try writer.write(
          content(text), at: CellAddress(row: row, column: index + 1), in: sheet,
          style: EntryStyles.totalLabel)
      }
      let typed = printed.first { $0.part == part }
      for (position, column) in layout.yearColumns.enumerated() {
        if let typed {
          try writer.write(
            content(typed.figures[position]), at: CellAddress(row: row, column: column), in: sheet,
            style: EntryStyles.total)
          continue
        }
        let figures = layout.rows.filter { part == nil || $0.part == part }.map { $0.figures[position] }
        let isBlank = !figures.contains { if case .amount = $0 { true } else { false } }
        try writer.write(
          .formula(
            layout.total(column: column, part: part), value: isBlank ? .text("") : cached(figures.sum())),
          at: CellAddress(row: row, column: column), in: sheet, style: EntryStyles.total)
      }
    }
  }
}

/// The columns of a stated table, and the formulas of its totals.
struct AllocationLayout {
  package let fields: [AllocationField]
  package let rows: [AllocationRow]
  package let yearColumns: [Int]

  init(_ stated: StatedAllocation, years: [Int], rows: [AllocationRow]) {
    let isSplit = stated.rows.contains { row in
      row.account.map { Account(parsing: $0.printed) != $0 } ?? false
    }
    let hasAreas =
      [.budgetEffect, .budgetEffectIfNotAdopted].contains(stated.table)
      || stated.rows.contains { $0.controlArea != nil }
    let hasParts = stated.table == .distribution
    let hasAccounts = !hasParts || stated.rows.contains { $0.account != nil }
    var fields: [AllocationField] = [.recipient, .unit]
    if hasParts { fields.append(.part) }
    if hasAccounts { fields.append(.account) }
    if isSplit { fields.append(.profitCentre) }
    if hasAreas { fields.append(.controlArea) }
    self.fields = fields
    self.rows = rows
    yearColumns = years.indices.map { fields.count + 1 + $0 }
  }

  /// The row of the (first) total.
  var totalRow: Int { max(1, rows.count) + 3 }

  /// The sum of a column; of a blank column, nothing.
  package func total(column: Int, part: DistributionPart?) -> String {
    let letter = CellAddress.letters(ofColumn: column)
    let last = max(3, totalRow - 1)
    let cells = "\(letter)$3:\(letter)$\(last)"
    guard let part, let index = fields.firstIndex(of: .part) else {
      return "=IF(COUNT(\(cells))=0,\"\",SUM(\(cells)))"
    }
    let partLetter = CellAddress.letters(ofColumn: index + 1)
    let parts = "$\(partLetter)$3:$\(partLetter)$\(last)"
    return
      "=IF(SUMPRODUCT((\(parts)=\"\(part.rawValue)\")*ISNUMBER(\(cells)))=0,\"\",SUMIFS(\(cells),\(parts),\"\(part.rawValue)\"))"
  }
}
