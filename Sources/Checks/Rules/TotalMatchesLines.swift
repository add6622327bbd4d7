import Forms
import AllocationTables
import Findings
import ProposalModel
import Reading

extension Rule {
  /// A stated total, subtotal or effect is the sum of its lines.
  static let totalMatchesLines = Rule(
    "TotalMatchesLines", [.totalDiffers, .totalRounding, .sharesDiffer, .totalWithoutLabel],
    statement: "En total er summen af sine linjer, år for år.",
    reason: "Politikerne ser totalen, og regnskabet bogfører linjerne; de to må ikke sige hvert sit.",
    tables: { check in
      for index in check.read.tables.indices { TotalCheck(check.read.tables[index], at: index).run(&check) }
    })
}

/// Checks the totals of one table.
private struct TotalCheck {
  let table: ReadTable
  let place: Int
  private var isAllocation: Bool { if case .allocation? = table.kind { true } else { false } }

  init(_ table: ReadTable, at place: Int) {
    self.table = table
    self.place = place
  }

  func run(_ check: inout TableCheck) {
    let explained = MisplacedLine.reportAll(in: table, &check)
    for index in table.rows.indices where !explained.contains(index) {
      let row = table.rows[index]
      if row.isInferredTotal {
        check.report(
          Catalogue.totalWithoutLabel(row.row.text, in: table.name, at: table.place(row.textCell)))
      }
      guard !row.isBlank else { continue }
      switch row.row.kind {
      case .effect: checkEffect(row, &check)
      case .total, .subtotal: checkTotal(row, at: index, &check)
      default: continue
      }
    }
  }

  /// The lines of a section (of all if `nil`); those of a loan only where the loan itself is asked for.
  private func lines(_ section: LineSection?) -> [ReadRow] {
    if section == .loan || table.kind == .loan {
      return table.rows.filter { $0.row.kind == .line && $0.row.section == .loan }
    }
    return table.lines.filter { section == nil || $0.row.section == section }
  }

  private func checkTotal(_ row: ReadRow, at index: Int, _ check: inout TableCheck) {
    let groups = candidates(row, at: index)
    guard !groups.isEmpty else { return }
    let comparison = SumComparison(
      stated: YearSums(row), candidates: groups.map { YearSums($0, count: table.years.count) },
      unit: table.unit,
      skipping: { row.unreadable.contains($0) })
    if table.kind == nil, !isAdditive(row, comparison) { return }
    report(row, comparison, lines: groups.first ?? [], what: "summen af linjerne", &check)
  }

  /// A table of no known kind is one of sums only if most of its years add up.
  private func isAdditive(_ row: ReadRow, _ comparison: SumComparison) -> Bool {
    let filled = row.row.figures.filter(\.isMoney).count
    return filled - comparison.differences.count >= 1 && lines(nil).filter(\.hasMoney).count >= 2
  }

  /// The groups of lines that the total may be the sum of, the most likely first.
  private func candidates(_ row: ReadRow, at index: Int) -> [[ReadRow]] {
    let section = table.kind == .tableOne || table.kind == .delivery ? row.row.section : nil
    let all = lines(section)
    if isAllocation {
      if let part = row.row.part { return [all.filter { $0.row.part == part }] }
      if let area = row.row.controlArea, all.contains(where: { $0.row.controlArea != nil }) {
        return [all.filter { $0.row.controlArea == area }, all]
      }
      return [all]
    }
    if section == nil, table.kind == .tableOne || table.kind == .delivery { return [] }
    let areas = TableOneAreas(table).areas
    func of(_ area: ControlArea) -> [ReadRow] {
      table.rows.indices.filter {
        table.rows[$0].row.kind == .line && table.rows[$0].row.section == section && areas[$0] == area
      }
      .map { table.rows[$0] }
    }
    let sinceTotal = lines(since: index).filter(all.contains)
    let totals = table.rows.filter {
      $0.row.section == row.row.section && ($0.row.kind == .total || $0.row.kind == .subtotal)
    }
    var groups: [[ReadRow]] = []
    if row.row.kind == .subtotal, let area = row.row.controlArea {
      groups = [of(area)]
      if totals.count == 1 { groups.append(all) }
    } else {
      groups = [all]
      if let area = row.row.controlArea, section != nil { groups.append(of(area)) }
    }
    if totals.count > 1, !sinceTotal.isEmpty { groups.append(sinceTotal) }
    return groups
  }

  /// The lines between the total before and this one.
  private func lines(since index: Int) -> [ReadRow] {
    let start =
      table.rows[..<index].lastIndex { [.total, .subtotal, .heading].contains($0.row.kind) }.map { $0 + 1 }
      ?? 0
    return table.rows[start..<index].filter { $0.row.kind == .line }
  }

  /// The effect is right where it fits the stated section totals or the lines.
  private func checkEffect(_ row: ReadRow, _ check: inout TableCheck) {
    let count = table.years.count
    var parts: [[YearSums]] = []
    for section in [LineSection.permanent, .implementation] {
      let stated = table.totals(of: section).map { YearSums($0) }
      parts.append(stated + [YearSums(lines(section), count: count)])
    }
    var candidates: [YearSums] = []
    for permanent in parts[0] {
      for implementation in parts[1] { candidates.append(permanent + implementation) }
    }
    if let area = ControlArea.named(in: row.row.text) {
      let areas = TableOneAreas(table).areas
      candidates.append(
        YearSums(
          table.rows.indices.filter { table.rows[$0].row.kind == .line && areas[$0] == area }.map {
            table.rows[$0]
          }, count: count))
    }
    let comparison = SumComparison(
      stated: [YearSums(row)], perYear: candidates, unit: table.unit,
      skipping: { row.unreadable.contains($0) })
    report(row, comparison, lines: [], what: "varig ændring plus implementering", &check)
  }

  /// Whether the effect on the budget follows from the total as it stands, in every year that is off.
  private func isConfirmed(_ row: ReadRow, _ differences: [SumComparison.Difference]) -> Bool {
    guard table.kind == .tableOne, row.row.kind == .total, let section = row.row.section,
      let effect = table.rows.first(where: { $0.row.kind == .effect })
    else { return false }
    let other: LineSection = section == .permanent ? .implementation : .permanent
    guard let rest = table.totals(of: other).first else { return false }
    return differences.allSatisfy { difference in
      let index = difference.index
      guard let sum = effect.amount(index), let added = rest.amount(index) else { return false }
      return sum == difference.stated + added
    }
  }

  /// The line that another table shows is missing or different here.
  private func suspectLine(_ row: ReadRow, _ differences: [SumComparison.Difference], _ check: TableCheck)
    -> SuspectLine?
  {
    guard row.row.kind != .effect, let section = row.row.section, !isAllocation else { return nil }
    let gaps = Dictionary(
      uniqueKeysWithValues: differences.map { (table.years[$0.index], $0.stated - $0.expected) })
    return SuspectLine(table: place, section: section, gaps: gaps, in: check)
  }

  private func report(
    _ row: ReadRow, _ comparison: SumComparison, lines: [ReadRow], what: String, _ check: inout TableCheck
  ) {
    let rows = lines.isEmpty ? self.lines(row.row.section) : lines
    let amounts = rows.map { AmountRow($0, of: table) }
    for errors in MagnitudeGap.parts(comparison.errors, amounts) {
      let suspect = suspectLine(row, errors, check)
      let slip = TotalSlip(row, errors, lines: lines, table: table, isConfirmed: isConfirmed(row, errors))
      let accused = (suspect?.cells ?? [(table.sheet, slip.blamed)]).flatMap { sheet, cells in
        cells.map { Seat($0, on: sheet) }
      }
      check.report(
        Judgement(
          finding(
            row, errors, rows, code: isAllocation ? .sharesDiffer : .totalDiffers, what: what,
            suggestion: suspect?.sentence ?? slip.suggestion),
          accusing: Set(accused), explainedBy: MagnitudeGap.explanations(errors, amounts)))
    }
    if !comparison.roundings.isEmpty {
      check.report(
        finding(row, comparison.roundings, rows, code: .totalRounding, what: what, suggestion: nil))
    }
  }

  private func finding(
    _ row: ReadRow, _ differences: [SumComparison.Difference], _ rows: [ReadRow], code: FindingCode,
    what: String, suggestion: String?
  ) -> Finding {
    let cells = table.cells(of: row, differences)
    return Catalogue.totalDiffers(
      row.row.text.isEmpty ? (row.row.part?.rawValue ?? "Totalen") : row.row.text, in: table.name,
      table.gaps(differences, addends: rows), unit: table.unit, code: code, of: what, suggestion: suggestion,
      at: table.place(cells.first), cells: cells)
  }
}
