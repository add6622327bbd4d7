import AllocationTables
import Findings
import ProposalModel
import Reading

extension Rule {
  /// Fordeling and A–E add up to what Tabel 1 and the detail tables have.
  static let allocationMatchesTableOne = Rule(
    "AllocationMatchesTableOne",
    [.tablesDiffer, .tablesRounding, .sharesDiffer, .totalRounding, .targetDiffers],
    statement: "Fordeling og tabel A–E giver tilsammen de beløb, som Tabel 1 og detailtabellerne viser.",
    reason: "Korrektionerne dannes af tabel B, D og E; de skal flytte præcis de penge, der er vedtaget.",
    tables: { check in
      guard let place = check.tableOneIndex, let links = check.links else { return }
      for table in check.read.tables {
        guard case .allocation(let which)? = table.kind, AllocationCheck.isStated(table) else { continue }
        AllocationCheck(table, which, check.read.tables, tableOne: place, links).run(&check)
      }
    })
}

/// Compares one allocation table with Tabel 1 and the detail tables.
private struct AllocationCheck {
  let table: ReadTable
  let which: AllocationTableKind
  let tables: [ReadTable]
  let one: ReadTable
  let links: TableLinks

  init(
    _ table: ReadTable, _ which: AllocationTableKind, _ tables: [ReadTable], tableOne place: Int,
    _ links: TableLinks
  ) {
    self.table = table
    self.which = which
    self.tables = tables
    one = tables[place]
    self.links = links
  }

  /// Whether the table says something: money anywhere, or a committee's row of `-` or `0`, which says that
  /// there is none. A total of 0 under blank rows is what the sum of an unfilled table shows.
  static func isStated(_ table: ReadTable) -> Bool {
    table.rows.contains { $0.hasMoney || ($0.row.kind == .line && !$0.isBlank) }
  }

  func run(_ check: inout TableCheck) {
    switch which {
    case .budgetEffectIfNotAdopted: return
    case .distribution: distribution(&check)
    case .targetEffect: target(&check)
    case .budgetEffect: budget(&check)
    case .capitalInvestment, .capitalDistribution: investment(.capital, other: .service, "Tabel E", &check)
    case .serviceInvestment, .serviceDistribution: investment(.service, other: .capital, "Tabel D", &check)
    }
  }

  /// What the tables have for a section and area: Tabel 1's lines and totals, and the detail tables' totals
  /// and lines.
  private func right(_ section: LineSection, _ area: ControlArea?) -> [YearSums] {
    let count = one.years.count
    let rows = one.rows.indices.filter { index in
      one.rows[index].row.kind == .line && one.rows[index].row.section == section
        && (area == nil || links.areas[index] == area)
    }
    var sums = [YearSums(rows.map { one.rows[$0] }, count: count)]
    let others = one.lines.filter { line in
      line.row.section == section && !rows.contains { one.rows[$0].number == line.number }
    }
    sums += one.sums(ofTotalsIn: section, area: area, besides: others)
    if let area {
      sums += one.rows.filter {
        $0.row.kind == .subtotal && $0.row.section == section && $0.row.controlArea == area
      }.map { YearSums($0) }
    }
    let details = tables.filter { detail in
      switch (detail.kind, section) {
      case (.permanent(let found)?, .permanent), (.investment(let found)?, .implementation):
        area == nil || found == area
      default: false
      }
    }
    if !details.isEmpty {
      let zero = YearSums(Array(repeating: .zero, count: count))
      sums.append(
        details.reduce(zero) { sum, detail in
          sum
            + (detail.totals(of: nil).first.map { YearSums($0) } ?? detail.sum(of: nil)).aligned(
              from: detail.years, to: one.years)
        })
      sums.append(details.reduce(zero) { $0 + $1.sum(of: nil).aligned(from: $1.years, to: one.years) })
    }
    return sums.map { $0.aligned(from: one.years, to: table.years) }
  }

  /// The sum of the table's rows, and its stated total if it has one.
  private func stated(_ part: DistributionPart? = nil, _ area: ControlArea? = nil) -> [YearSums] {
    let rows = table.lines.filter {
      (part == nil || $0.row.part == part) && (area == nil || $0.row.controlArea == area)
    }
    let total = area == nil ? table.totals(of: nil).first { $0.row.part == part } : nil
    return [total.map { YearSums($0) }, YearSums(rows, count: table.years.count)].compactMap { $0 }
  }

  /// `blocks` are the parts of `right` that were rounded each on its own, where there are several.
  private func compare(
    _ mine: [YearSums], _ right: [YearSums], blocks: [YearSums] = [], _ total: ReadRow?, what: String,
    _ check: inout TableCheck
  ) {
    let comparison = SumComparison(
      stated: mine, perYear: right, unit: table.unit.coarser(one.unit),
      skipping: { index in
        !one.years.contains(table.years[index])
          || (total.map { !isSum($0, index) } ?? false)
      })
    let booking = (check.read.round?.bookingUnit ?? 1_000) * 100
    // Tables in booking units show finer amounts of Tabel 1 rounded; that is how they are made, not a slip.
    func isBooked(_ found: SumComparison.Difference) -> Bool {
      let amounts = blocks.isEmpty ? [found.expected] : blocks.compactMap { $0.amounts[found.index] }
      let finer = Int64(amounts.count { $0.oere % booking != 0 })
      return found.stated.oere % booking == 0
        && (found.stated - found.expected).magnitude.oere < booking * finer
    }
    let (errors, roundings) = (
      comparison.errors.filter { !isBooked($0) }, comparison.roundings.filter { !isBooked($0) }
    )
    // A Fordeling divides the lines' money: where it has another sum, its shares are off, and are used as
    // weights.
    let isDivision = which.isDivision
    for (differences, code) in [
      (errors, isDivision ? FindingCode.sharesDiffer : .tablesDiffer),
      (roundings, isDivision ? .totalRounding : .tablesRounding),
    ]
    where !differences.isEmpty {
      let cells = table.cells(of: total, differences)
      let rows = ([table] + tables.filter { $0.isDetail || $0.kind == .tableOne }).flatMap { other in
        other.lines.map { AmountRow($0, of: other).aligned(to: table.years) }
      }
      check.report(
        Judgement(
          Catalogue.tablesDiffer(
            table.name, table.gaps(differences, addends: table.lines), unit: table.unit, code: code,
            what: what, against: one.name, suggestion: nil, at: table.place(cells.first), cells: cells),
          explainedBy: MagnitudeGap.explanations(differences, rows)))
    }
  }

  /// Whether a stated total is the sum of its rows in a year; where it is not, that is a finding of its own.
  private func isSum(_ total: ReadRow, _ year: Int) -> Bool {
    let rows = table.lines.filter { total.row.part == nil || $0.row.part == total.row.part }
    guard let stated = total.amount(year), let sum = YearSums(rows, count: table.years.count).amounts[year]
    else { return false }
    return stated == sum
  }

  private var total: ReadRow? { table.totals(of: nil).first }

  private func target(_ check: inout TableCheck) {
    let heraf = one.rows.filter { $0.row.kind == .memo && $0.row.section != .implementation }.map {
      YearSums($0).aligned(from: one.years, to: table.years)
    }
    if stated().contains(where: { mine in heraf.contains { $0.agrees(with: mine) } }) { return }
    if let judgement = otherTarget(check.ofProposal) { return check.report(judgement) }
    if isConversion(check.ofProposal) { return }
    compare(stated(), right(.permanent, .service), total, what: "varige ændringer i service", &check)
  }

  /// The table's total per year, where it is the sum of its rows and has the proposal's years.
  private func targets(_ proposal: Proposal) -> [Amount?]? {
    guard table.years == proposal.years, let first = stated().first,
      stated().allSatisfy({ $0.agrees(with: first) })
    else { return nil }
    return first.amounts.map { $0 == .zero ? nil : $0 }
  }

  /// A Tabel A that adds up, and differs from Service in every year: another måltalseffekt, not a slip.
  private func otherTarget(_ proposal: ProposalCheck) -> Judgement? {
    guard let amounts = targets(proposal.proposal), TargetCheck(proposal).isOtherThroughout(amounts) else {
      return nil
    }
    let places = total?.figureCells.map { table.place($0) }
    return TargetCheck(proposal).judgement(
      table.name, amounts,
      places: places ?? amounts.map { _ in table.place(table.captionCell ?? table.headerCell) })
  }

  /// Whether a conversion between control areas explains every year in which Tabel A is not Service.
  private func isConversion(_ proposal: ProposalCheck) -> Bool {
    guard let amounts = targets(proposal.proposal) else { return false }
    return TargetCheck(proposal).isConversion(amounts)
  }

  private func budget(_ check: inout TableCheck) {
    let areas = Set(table.lines.filter(\.hasMoney).map(\.row.controlArea))
    guard table.hasAreaColumn, !areas.contains(nil), !areas.isEmpty else {
      return compare(stated(), right(.permanent, nil), total, what: "varige ændringer", &check)
    }
    let before = check.judgements.count
    for area in areas.compactMap({ $0 }).sorted() {
      compare(
        stated(nil, area), right(.permanent, area), total, what: "varige ændringer i \(area.rawValue)", &check
      )
    }
    // What is off in an area is off in all: one cause.
    guard check.judgements.count == before else { return }
    let blocks = Set(links.areas.values).sorted().compactMap { right(.permanent, $0).first }
    compare(stated(), right(.permanent, nil), blocks: blocks, total, what: "varige ændringer", &check)
  }

  private func investment(
    _ area: ControlArea, other: ControlArea, _ otherTable: String, _ check: inout TableCheck
  ) {
    let mine = stated()
    let here = right(.implementation, area)
    let there = right(.implementation, other)
    let isWrongTable =
      !mine.contains { sums in here.contains { $0.agrees(with: sums) } }
      && mine.contains { sums in there.contains { $0.agrees(with: sums) } }
    guard isWrongTable, let first = mine.first else {
      return compare(mine, here, total, what: "implementering i \(area.rawValue)", &check)
    }
    let filled = table.years.indices.filter { first.amounts[$0] != .zero }
    let cells =
      total.map { row in filled.map { row.figureCells[$0] } } ?? [table.captionCell ?? table.headerCell]
    check.report(
      Catalogue.investmentsInOtherTable(
        table.name, filled.map { first.amounts[$0] ?? .zero }, unit: table.unit, shownUnder: other,
        in: one.name, belongsIn: otherTable, expected: area, at: table.place(cells.first), cells: cells))
  }

  /// Besparelse and Omkostninger together are the permanent change; investments among the Omkostninger are a
  /// warning of their own.
  private func distribution(_ check: inout TableCheck) {
    let saving = stated(.saving)
    let cost = stated(.cost)
    let area = table.area ?? .service
    var right = right(.permanent, area)
    if table.area == nil { right += self.right(.permanent, nil) }
    let both = table.totals(of: nil).first { $0.row.part == nil }.map { [YearSums($0)] } ?? []
    let mine = saving.flatMap { first in cost.map { first + $0 } } + both
    if mine.contains(where: { sums in right.contains { $0.agrees(with: sums) } }) { return }
    let total = table.totals(of: nil).first { $0.row.part == .saving } ?? total
    if let kind = investments(cost), saving.contains(where: { sums in right.contains { isNear($0, sums) } }) {
      reportInvestments(cost, kind, &check)
      return compare(saving, right, total, what: "varige ændringer", &check)
    }
    compare(mine, right, total, what: "varige ændringer", &check)
  }

  /// Whether two sums are the same, give or take one unit in a year: print rounds each table by itself.
  private func isNear(_ left: YearSums, _ right: YearSums) -> Bool {
    (left - right).amounts.allSatisfy { ($0 ?? .zero).magnitude.oere <= table.unit.oere }
  }

  /// The area whose investments the Omkostninger are; both areas together count as Anlæg.
  private func investments(_ cost: [YearSums]) -> String? {
    for (area, name) in [
      (ControlArea.capital as ControlArea?, "Tabel D"), (.service, "Tabel E"), (nil, "Tabel D og E"),
    ] {
      let sums = right(.implementation, area)
      if cost.contains(where: { mine in !mine.isZero && sums.contains { isNear($0, mine) } }) {
        return name
      }
    }
    return nil
  }

  private func reportInvestments(_ cost: [YearSums], _ name: String, _ check: inout TableCheck) {
    let row = table.totals(of: nil).first { $0.row.part == .cost }
    let filled = table.years.indices.filter { (cost.first?.amounts[$0] ?? .zero) != .zero }
    let cells =
      row.map { row in filled.map { row.figureCells[$0] } } ?? [table.captionCell ?? table.headerCell]
    check.report(
      Catalogue.investmentsInDistribution(
        table.name, filled.map { cost.first?.amounts[$0] ?? .zero }, unit: table.unit, of: name,
        at: table.place(cells.first), cells: cells))
  }
}
