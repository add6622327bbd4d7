import AllocationTables
import Findings
import Forms
import ProposalModel
import Spreadsheet

/// Totals that somebody has typed over their formulas: they no longer follow the lines and must agree with
/// them by themselves.
extension EntryImporter {
  /// The three totals over the lines of `Økonomi`, where they are typed numbers and no formulas.
  mutating func checkTypedTotals(_ sheet: Sheet, _ table: LocatedTable<LineField>) {
    let permanent = proposal.yearSums(proposal.lines(in: .permanent))
    let implementation = proposal.yearSums(proposal.lines(in: .implementation))
    let known: [(String, [Amount])] = [
      (Wording.permanentTotal, permanent), (Wording.implementationTotal, implementation),
      (Wording.effect, zip(permanent, implementation).map { $0 + $1 }),
    ]
    for row in sheet.rows where row.number < table.headerRow {
      guard let label = row.cells.lazy.compactMap({ CellText.text($0) }).first,
        let sums = known.first(where: { EntrySpelling.isSame($0.0, label) })?.1
      else { continue }
      let cells = table.years.map { row.cell($0.column) }
      compareTyped(cells, with: sums, label: label, code: .totalDiffers, on: sheet)
    }
  }

  /// The totals of a stated allocation table. One that is typed and is not the sum of the rows is told, and kept:
  /// what was printed comes out again.
  mutating func checkTypedTotal(
    _ row: Row, _ label: String, _ stated: StatedAllocation, _ cells: [Cell?], on sheet: Sheet
  ) -> StatedTotal? {
    let part = DistributionPart.allCases.first { EntrySpelling.isSame($0.rawValue, label) }
    let rows = stated.rows.filter { part == nil || $0.part == part }
    let sums = proposal.years.indices.map { index in rows.map { $0.figures[index].amount }.sum() }
    let figures = compareTyped(cells, with: sums, label: label, code: .sharesDiffer, on: sheet)
    let isOfTable = part != nil || EntrySpelling.isSame(label, Wording.total)
    guard let figures, isOfTable, figures.map(\.amount) != sums else { return nil }
    return StatedTotal(part: part, figures: figures)
  }

  /// Compares typed numbers with sums, year by year; formulas and blank cells state nothing. The typed figures,
  /// where there are any and none of the row is a formula.
  @discardableResult mutating func compareTyped(
    _ cells: [Cell?], with sums: [Amount], label: String, code: FindingCode, on sheet: Sheet
  ) -> [Figure]? {
    let typed = cells.map { cell in cell.flatMap { $0.formula == nil ? $0 : nil } }
    guard typed.contains(where: { $0 != nil }) else { return nil }
    let isWhole = zip(cells, typed).allSatisfy { ($0 == nil) == ($1 == nil) }
    let figures = figures(typed, on: sheet)
    // A year with a figure that could not be read has no sum to compare with.
    let unread = findings.filter {
      $0.code.blocksWriting && $0.severity == .error && $0.sheet == place(sheet, nil).sheet
    }
    let columns = Set(unread.flatMap(\.cells).compactMap { CellAddress($0)?.column })
    var differences: [TypedTotal] = []
    for (index, cell) in typed.enumerated() where index < sums.count {
      guard let cell, case .amount(let amount) = figures[index], amount != sums[index],
        !columns.contains(cell.address.column)
      else { continue }
      differences.append(
        TypedTotal(
          cell: cell.address.description, year: proposal.years[index], stated: amount, expected: sums[index]))
    }
    let isRounding = differences.allSatisfy { ($0.stated - $0.expected).magnitude.oere <= unit.oere }
    if let first = differences.first {
      report(
        Catalogue.Entry.typedTotal(
          label, differences, code: isRounding ? .totalRounding : code, unit: unit,
          at: place(sheet, CellAddress(first.cell))))
    }
    return isWhole ? figures : nil
  }
}
