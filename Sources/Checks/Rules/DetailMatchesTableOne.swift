import AllocationTables
import Findings
import ProposalModel
import Reading

extension Rule {
  /// The detail tables of a section and control area add up to what Tabel 1 has there.
  static let detailMatchesTableOne = Rule(
    "DetailMatchesTableOne", [.tablesDiffer, .tablesRounding, .unusualInput],
    statement: "Detailtabellerne stemmer med Tabel 1 for hvert afsnit, styringsområde og år.",
    reason: "Tabel 1 vedtages, og detailtabellerne bogføres; de skal vise de samme penge.",
    tables: { check in
      guard let place = check.tableOneIndex, let links = check.links else { return }
      let details = DetailCheck(check.read.tables, tableOne: place, links)
      details.run(&check)
    })
}

/// Compares Tabel 1 with the tables by control area and by delivery.
private struct DetailCheck {
  let tables: [ReadTable]
  let one: ReadTable
  let links: TableLinks

  /// The tables of one section that together show one area.
  struct Group {
    package var section: LineSection
    package var area: ControlArea?
    package var tables: [ReadTable]
  }

  init(_ tables: [ReadTable], tableOne place: Int, _ links: TableLinks) {
    self.tables = tables
    one = tables[place]
    self.links = links
  }

  func run(_ check: inout TableCheck) {
    for section in [LineSection.permanent, .implementation] {
      let groups = groups(section)
      let moved = groups.map { otherArea(of: $0, groups) }
      for (group, other) in zip(groups, moved) where !moved.contains(where: { $0 != nil && $0 == group.area })
      {
        compare(group, &check, otherArea: other)
      }
      if moved.allSatisfy({ $0 == nil }) { reportMissingTables(section, groups, &check) }
    }
    compareDeliveries(&check)
    compareLoans(&check)
    reportMisnamed(&check)
    if check.judgements.contains(where: { $0.finding.code == .tablesDiffer }) { return }
    reportUnattached(&check)
  }

  private func groups(_ section: LineSection) -> [Group] {
    var groups: [Group] = []
    for table in tables {
      let area: ControlArea?
      switch (table.kind, section) {
      case (.permanent(let found)?, .permanent), (.investment(let found)?, .implementation): area = found
      default: continue
      }
      if let index = groups.firstIndex(where: { $0.area == area }) {
        groups[index].tables.append(table)
      } else {
        groups.append(Group(section: section, area: area, tables: [table]))
      }
    }
    return groups
  }

  /// The rows of Tabel 1 that a group shows; a group without an area shows what no other group does.
  private func lines(_ section: LineSection, _ area: ControlArea?, besides groups: [Group]) -> [ReadRow] {
    one.rows.indices.filter { index in
      guard one.rows[index].row.kind == .line, one.rows[index].row.section == section else { return false }
      guard let area else {
        let others = groups.compactMap(\.area)
        return links.areas[index].map { !others.contains($0) } ?? true
      }
      return links.areas[index] == area
    }.map { one.rows[$0] }
  }

  /// The lines of a section that a group does not show.
  private func others(_ section: LineSection, _ area: ControlArea?, besides groups: [Group]) -> [ReadRow] {
    let mine = Set(lines(section, area, besides: groups).map(\.number))
    return one.lines.filter { $0.row.section == section && !mine.contains($0.number) }
  }

  /// What Tabel 1 may be said to show for a section and area: its lines, a total stated for just them, and
  /// the section's total less the other lines.
  private func expected(_ section: LineSection, _ area: ControlArea?, besides groups: [Group]) -> [YearSums] {
    let count = one.years.count
    var sums = [YearSums(lines(section, area, besides: groups), count: count)]
    if let area {
      sums += one.rows.filter {
        $0.row.kind == .subtotal && $0.row.section == section && $0.row.controlArea == area && !$0.isBlank
      }
      .map { YearSums($0) }
    }
    sums += one.sums(ofTotalsIn: section, area: area, besides: others(section, area, besides: groups))
    return sums
  }

  /// What a group states: its totals, or its lines where a table has none; and its lines.
  private func stated(_ group: Group, years: [Int]) -> [YearSums] {
    let zero = YearSums(Array(repeating: .zero, count: years.count))
    let totals = group.tables.reduce(zero) { sum, table in
      sum
        + (table.totals(of: nil).first.map { YearSums($0) } ?? table.sum(of: nil)).aligned(
          from: table.years, to: years)
    }
    let lines = group.tables.reduce(zero) { $0 + $1.sum(of: nil).aligned(from: $1.years, to: years) }
    return [totals, lines]
  }

  private func compare(_ group: Group, _ check: inout TableCheck, otherArea: ControlArea?) {
    guard let table = group.tables.last else { return }
    let years = table.years
    let all = groups(group.section)
    let expected = expected(group.section, group.area, besides: all).map {
      $0.aligned(from: one.years, to: years)
    }
    let total = table.totals(of: nil).first
    let comparison = SumComparison(
      stated: stated(group, years: years), perYear: expected, unit: table.unit.coarser(one.unit),
      skipping: { !one.years.contains(years[$0]) })
    report(comparison, table, total, group, otherArea, &check)
  }

  private func report(
    _ comparison: SumComparison, _ table: ReadTable, _ total: ReadRow?, _ group: Group,
    _ otherArea: ControlArea?, _ check: inout TableCheck
  ) {
    let what =
      (group.section == .permanent ? "varige ændringer" : "implementering")
      + (group.area.map { ", \($0.rawValue.lowercased())" } ?? "")
    for (differences, code) in [
      (comparison.errors, FindingCode.tablesDiffer), (comparison.roundings, .tablesRounding),
    ]
    where !differences.isEmpty {
      let cells = table.cells(of: total, differences)
      var suggestion = code == .tablesDiffer ? remedy(differences, table, group, check) ?? twice(group) : nil
      if let otherArea, code == .tablesDiffer {
        suggestion =
          "Tabel 1 har beløbet under \(otherArea.rawValue). Ret styringsområdet i Tabel 1, eller flyt linjerne til den rigtige tabel."
      }
      let rows =
        group.tables.flatMap { table in table.lines.map { AmountRow($0, of: table).aligned(to: table.years) }
        }
        + one.lines.filter { $0.row.section == group.section }.map {
          AmountRow($0, of: one).aligned(to: table.years)
        }
      check.report(
        Judgement(
          Catalogue.tablesDiffer(
            table.name, table.gaps(differences, addends: group.tables.flatMap(\.lines)), unit: table.unit,
            code: code, what: what, against: one.name, suggestion: suggestion, at: table.place(cells.first),
            cells: cells),
          explainedBy: MagnitudeGap.explanations(differences, rows)))
    }
  }

  /// Of several tables of the same section and area, one alone may be right.
  private func twice(_ group: Group) -> String? {
    guard group.tables.count > 1 else { return nil }
    let expected = expected(group.section, group.area, besides: groups(group.section))
    let isRight = group.tables.contains { table in
      stated(Group(section: group.section, area: group.area, tables: [table]), years: one.years).contains {
        mine in
        expected.contains { $0.agrees(with: mine) }
      }
    }
    return isRight
      ? "Der er \(group.tables.count) tabeller over det samme (\(Catalogue.list(group.tables.compactMap(\.sheet)))); slet den, der ikke gælder."
      : nil
  }

  /// Names a line that the table lacks, or that differs between the two.
  private func remedy(
    _ differences: [SumComparison.Difference], _ table: ReadTable, _ group: Group, _ check: TableCheck
  ) -> String? {
    guard let index = tables.firstIndex(of: table) else { return nil }
    let gaps = Dictionary(
      uniqueKeysWithValues: differences.map { (table.years[$0.index], $0.expected - $0.stated) })
    let mine = Set(lines(group.section, group.area, besides: groups(group.section)).map(\.number))
    return SuspectLine(
      table: index, section: group.section, gaps: gaps, in: check,
      wanted: { mine.contains(one.rows[$0].number) })?.sentence
  }

  /// The area under which Tabel 1 has the money that a group shows too much of: one cause, although two
  /// tables may be off.
  private func otherArea(of group: Group, _ groups: [Group]) -> ControlArea? {
    guard let area = group.area else { return nil }
    let mine = stated(group, years: one.years)
    let here = expected(group.section, area, besides: groups)
    guard let first = here.first, !mine.contains(where: { sums in here.contains { $0.agrees(with: sums) } })
    else { return nil }
    return ControlArea.allCases.first { other in
      let rows = lines(group.section, other, besides: groups)
      let there = YearSums(rows, count: one.years.count)
      guard other != area, !there.isZero else { return false }
      guard let table = groups.first(where: { $0.area == other }) else {
        return mine.contains { $0.agrees(with: there + first) }
      }
      return stated(table, years: one.years).contains { shown in
        let lacking = there - shown
        return rows.contains { $0.hasMoney && YearSums($0).agrees(with: lacking) }
          && mine.contains { $0.agrees(with: first + lacking) }
      }
    }
  }

  /// Money of Tabel 1 in an area that no table of the section shows, although the proposal has detail tables.
  private func reportMissingTables(_ section: LineSection, _ groups: [Group], _ check: inout TableCheck) {
    let hasDetails = !groups.isEmpty && !groups.contains { $0.area == nil }
    guard hasDetails else { return }
    for area in ControlArea.allCases where !groups.contains(where: { $0.area == area }) {
      let rows = lines(section, area, besides: groups)
      let sum = YearSums(rows, count: one.years.count)
      guard !sum.isZero, let first = rows.first(where: \.hasMoney) else { continue }
      let cells = rows.filter(\.hasMoney).compactMap(\.textCell)
      check.report(
        Catalogue.tableOfAreaMissing(area, in: one.name, at: one.place(first.textCell), cells: cells))
    }
  }

  /// The tables by delivery together show what Tabel 1 has per section.
  private func compareDeliveries(_ check: inout TableCheck) {
    let deliveries = tables.filter { $0.kind == .delivery }
    guard let last = deliveries.last, deliveries.count > 1 || last.caption.lowercased().contains("leveranc")
    else { return }
    for section in [LineSection.permanent, .implementation] {
      let years = last.years
      let zero = YearSums(Array(repeating: .zero, count: years.count))
      let totals = deliveries.reduce(zero) { sum, table in
        sum
          + (table.totals(of: section).first.map { YearSums($0) } ?? table.sum(of: section)).aligned(
            from: table.years, to: years)
      }
      let lines = deliveries.reduce(zero) { $0 + $1.sum(of: section).aligned(from: $1.years, to: years) }
      let here =
        [YearSums(one.lines.filter { $0.row.section == section }, count: one.years.count)]
        + one.totals(of: section).map { YearSums($0) }
      let comparison = SumComparison(
        stated: [totals, lines], perYear: here.map { $0.aligned(from: one.years, to: years) },
        unit: last.unit.coarser(one.unit),
        skipping: { !one.years.contains(years[$0]) })
      let guilty = culprit(deliveries, section, comparison) ?? last
      let total = guilty.totals(of: section).first
      for (differences, code) in [
        (comparison.errors, FindingCode.tablesDiffer), (comparison.roundings, .tablesRounding),
      ]
      where !differences.isEmpty {
        let cells = guilty.cells(of: total, differences)
        check.report(
          Catalogue.tablesDiffer(
            guilty.name, guilty.gaps(differences), unit: guilty.unit, code: code,
            what: section == .permanent ? "leverancernes varige ændringer" : "leverancernes implementering",
            against: one.name, suggestion: nil, at: guilty.place(cells.first), cells: cells))
      }
    }
  }

  /// The table of an internal loan shows what Tabel 1 does; where Tabel 1 itself does not repay the loan,
  /// that is a finding of its own.
  private func compareLoans(_ check: inout TableCheck) {
    func isLoan(_ row: ReadRow) -> Bool { row.row.kind == .line && row.row.section == .loan }
    let rows = one.rows.filter(isLoan)
    let here = YearSums(rows, count: one.years.count)
    guard rows.contains(where: \.hasMoney), here.amounts.compactMap({ $0 }).sum() == .zero else { return }
    for table in tables where table.kind == .loan && table.rows.contains(where: \.hasMoney) {
      let mine = YearSums(table.rows.filter(isLoan), count: table.years.count)
      let comparison = SumComparison(
        stated: [mine], perYear: [here.aligned(from: one.years, to: table.years)], unit: table.unit,
        skipping: { !one.years.contains(table.years[$0]) })
      for (differences, code) in [
        (comparison.errors, FindingCode.tablesDiffer), (comparison.roundings, .tablesRounding),
      ]
      where !differences.isEmpty {
        check.report(
          Catalogue.tablesDiffer(
            table.name, table.gaps(differences), unit: table.unit, code: code, what: "lånet",
            against: one.name, suggestion: nil, at: table.place(table.captionCell ?? table.headerCell),
            cells: [table.captionCell ?? table.headerCell]))
      }
    }
  }

  /// The delivery whose row in the table of deliveries differs from its own table by as much.
  private func culprit(_ deliveries: [ReadTable], _ section: LineSection, _ comparison: SumComparison)
    -> ReadTable?
  {
    guard !comparison.differences.isEmpty else { return nil }
    let rows = tables.filter { table in
      switch (table.kind, section) {
      case (.permanent?, .permanent), (.investment?, .implementation): true
      default: false
      }
    }.flatMap { table in table.lines.map { (YearSums($0), table.years) } }
    let odd = deliveries.filter { delivery in
      let sum = delivery.totals(of: section).first.map { YearSums($0) } ?? delivery.sum(of: section)
      return !rows.contains { $0.0.aligned(from: $0.1, to: delivery.years).agrees(with: sum) }
    }
    return odd.count == 1 ? odd.first : nil
  }

  /// The amounts of a row and of the lines of Tabel 1 with its text: any of them may be why the two differ.
  private func seats(of row: ReadRow, in table: ReadTable) -> Set<Seat> {
    let lines = one.lines.filter {
      $0.row.section == row.row.section && Spelling.same($0.row.text, row.row.text)
    }
    return Set(row.figureCells.map { Seat($0, on: table.sheet) }).union(
      lines.flatMap { $0.figureCells.map { Seat($0, on: one.sheet) } })
  }

  /// Rows that name another line than the one whose money they are, and names that two lines of Tabel 1 have.
  private func reportMisnamed(_ check: inout TableCheck) {
    for misnamed in links.misnamed {
      let table = tables[misnamed.reference.table]
      let row = table.rows[misnamed.reference.row]
      check.report(
        Catalogue.lineMisnamed(
          row.row.text, row.row.lineIDs, table.name, line: one.rows[misnamed.line].row.lineIDs,
          at: table.place(row.textCell)))
    }
    var owners: [String: ReadRow] = [:]
    for row in one.rows {
      for name in row.row.lineIDs {
        if let other = owners[name] {
          check.report(
            Catalogue.lineNameRepeated(
              name, row.row.text, other: other.textCell ?? other.row.text, at: one.place(row.textCell)))
        }
        owners[name] = row
      }
    }
  }

  private func reportUnattached(_ check: inout TableCheck) {
    for reference in links.unattached {
      let table = tables[reference.table]
      let row = table.rows[reference.row]
      guard row.hasMoney, table.kind != .delivery || links.seconds.isEmpty else { continue }
      check.report(
        Judgement(
          Catalogue.rowUnattached(row.row.text, table.name, one.name, at: table.place(row.textCell)),
          explainedBy: [seats(of: row, in: table)]))
    }
  }
}
