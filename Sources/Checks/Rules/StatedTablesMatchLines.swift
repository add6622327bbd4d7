import AllocationTables
import Findings
import ProposalModel
import Reading

extension Rule {
  /// The allocation tables that departments state add up to what the lines give.
  static let statedTablesMatchLines = Rule(
    "StatedTablesMatchLines",
    [.tablesDiffer, .tablesRounding, .sharesDiffer, .totalRounding, .targetDiffers],
    statement: "De udfyldte tabeller A–E og Fordeling giver tilsammen det samme som linjerne.",
    reason: "De udfyldte rækker bruges i stedet for de beregnede og må hverken tilføje eller fjerne penge.",
    proposal: { check in
      guard !check.isFromTables else { return }
      for (table, first) in check.proposal.numberedAllocations
      where table.isFilled && table.table != .budgetEffectIfNotAdopted {
        StatedCheck(table: table, first: first, proposal: check.proposal).run(&check)
      }
    })
}

private struct StatedCheck {
  let table: StatedAllocation
  /// The number of the table's first row among the rows of all tables of its kind.
  let first: Int
  let proposal: Proposal

  func run(_ check: inout ProposalCheck) {
    let areas = Set(table.rows.filter { $0.figures.contains(where: \.isMoney) }.map(\.controlArea))
    if table.table == .budgetEffect, !areas.contains(nil), !areas.isEmpty {
      let all =
        areas.compactMap { $0 }
        + proposal.lines(in: .permanent).filter { $0.figures.contains(where: \.isMoney) }.compactMap(
          \.controlArea)
      for area in Set(all).sorted() { compare(area, &check) }
    } else {
      compare(nil, &check)
    }
  }

  private func lines(_ area: ControlArea?) -> [Line] {
    switch table.table {
    case .distribution:
      proposal.lines(in: .permanent).filter { line in
        line.controlArea.map(proposal.areas(dividedBy: table).contains) ?? false
      }
    case .targetEffect: proposal.lines(in: .permanent).filter { $0.controlArea == .service }
    case .budgetEffect: proposal.lines(in: .permanent).filter { area == nil || $0.controlArea == area }
    case .budgetEffectIfNotAdopted: []
    case .capitalInvestment, .capitalDistribution:
      proposal.lines(in: .implementation).filter { $0.controlArea == .capital }
    case .serviceInvestment, .serviceDistribution:
      proposal.lines(in: .implementation).filter { $0.controlArea == .service }
    }
  }

  private func compare(_ area: ControlArea?, _ check: inout ProposalCheck) {
    let repeats = table.table == .distribution && proposal.repeatsInvestments(table)
    if repeats { reportInvestments(&check) }
    let rows = table.rows.indices.filter {
      (area == nil || table.rows[$0].controlArea == area) && !(repeats && table.rows[$0].part == .cost)
    }
    let unit = proposal.displayUnit
    var candidates = [proposal.yearSums(lines(area))]
    candidates += printed(area)
    if table.table == .distribution { candidates.append(proposal.yearSums(proposal.lines(in: .permanent))) }
    var errors: [Difference] = []
    var roundings: [Difference] = []
    for (index, year) in proposal.years.enumerated() {
      let stated = rows.map { table.rows[$0].figures[index].amount }.sum()
      guard let right = candidates.first?[index], !candidates.contains(where: { $0[index] == stated }) else {
        continue
      }
      guard !isUnread(rows, lines(area), year, check) else { continue }
      let difference = Difference(year: year, index: index, stated: stated, expected: right)
      if (stated - right).magnitude.oere <= AmountUnit.thousandKroner.oere {
        roundings.append(difference)
      } else {
        errors.append(difference)
      }
    }
    let isDivision = table.table.isDivision
    if table.table == .targetEffect, let judgement = otherTarget(check) { return check.report(judgement) }
    report(errors, isDivision ? .sharesDiffer : .tablesDiffer, rows, area, unit, &check)
    report(roundings, isDivision ? .totalRounding : .tablesRounding, rows, area, unit, &check)
  }

  /// The totals that Tabel 1 prints for what the table shows, where they are not the sums of its lines.
  private func printed(_ area: ControlArea?) -> [[Amount]] {
    let section: LineSection = table.table.isInvestment ? .implementation : .permanent
    let areas = Set(lines(area).map(\.controlArea))
    let isAll = proposal.lines(in: section).allSatisfy { areas.contains($0.controlArea) }
    return proposal.tableOneRows.map(\.row).filter { row in
      row.section == section
        && (row.kind == .total ? isAll : row.kind == .subtotal && areas == [row.controlArea])
    }.map { $0.figures.map(\.amount) }
  }

  /// Omkostninger that are the investments of Tabel D and E: no permanent cost, and left out.
  private func reportInvestments(_ check: inout ProposalCheck) {
    let rows = table.rows.indices.filter { index in
      table.rows[index].part == .cost && table.rows[index].figures.contains(where: \.isMoney)
    }
    let places = rows.flatMap { row in
      proposal.years.indices.filter { table.rows[row].figures[$0].isMoney }.map {
        check.place(.allocationFigure(table.table, first + row, year: proposal.years[$0]))
      }
    }
    check.report(
      Catalogue.investmentsAsCosts(
        at: places.first ?? Place(file: check.origins.file), cells: places.compactMap(\.cell)))
  }

  /// A Tabel A that is not Service in any year: another måltalseffekt, not a slip.
  private func otherTarget(_ check: ProposalCheck) -> Judgement? {
    let target = TargetCheck(check)
    let amounts = proposal.years.indices.map { year -> Amount? in
      let sum = table.rows.map { $0.figures[year].amount }.sum()
      return sum == .zero ? nil : sum
    }
    guard target.isOtherThroughout(amounts) else { return nil }
    let places = proposal.years.map { check.place(.allocationFigure(table.table, first, year: $0)) }
    return target.judgement(table.table.printedName, amounts, places: places)
  }

  /// Whether an amount of the year could not be read, so that the sums say nothing.
  private func isUnread(_ rows: [Int], _ lines: [Line], _ year: Int, _ check: ProposalCheck) -> Bool {
    lines.contains { check.isUnread(.figure($0.id, year: year)) }
      || rows.contains { check.isUnread(.allocationFigure(table.table, first + $0, year: year)) }
  }

  /// The one amount that a slip of the pen explains:
  /// `I F11 skal der formentlig stå -5.042: to cifre er byttet om.`
  private func likely(_ difference: Difference, _ rows: [Int], _ lines: [Line], _ check: ProposalCheck)
    -> String?
  {
    let gap = difference.stated - difference.expected
    var sentences: [String] = []
    func add(_ found: Amount, _ right: Amount, _ key: FieldKey) {
      guard let slip = ArithmeticSlip(found: found, right: right, unit: check.proposal.displayUnit),
        let cell = check.place(key).cell
      else { return }
      let place = (check.place(key).sheet.map { "\($0)!" } ?? "") + cell
      sentences.append(
        "I \(place) skal der formentlig stå \(Catalogue.amount(right, check.proposal.displayUnit)): \(slip.danish)."
      )
    }
    for row in rows {
      let found = table.rows[row].figures[difference.index].amount
      add(found, found - gap, .allocationFigure(table.table, first + row, year: difference.year))
    }
    for line in lines {
      let found = line.figures[difference.index].amount
      add(found, found + gap, .figure(line.id, year: difference.year))
    }
    return sentences.count == 1 ? sentences.first : nil
  }

  struct Difference {
    package var year: Int
    package var index: Int
    package var stated: Amount
    package var expected: Amount
  }

  private func report(
    _ differences: [Difference], _ code: FindingCode, _ rows: [Int], _ area: ControlArea?, _ unit: AmountUnit,
    _ check: inout ProposalCheck
  ) {
    guard !differences.isEmpty else { return }
    let places = differences.flatMap { difference in
      rows.filter { table.rows[$0].figures[difference.index].isMoney }.map {
        check.place(.allocationFigure(table.table, first + $0, year: difference.year))
      }
    }
    let name = table.table.printedName
    let place =
      places.first ?? rows.first.map {
        check.place(.allocationFigure(table.table, first + $0, year: differences[0].year))
      }
      ?? Place(file: check.origins.file)
    let slips =
      code == .tablesDiffer || code == .sharesDiffer
      ? differences.compactMap { likely($0, rows, lines(area), check) } : []
    let gaps = differences.map { difference in
      YearGap(
        year: difference.year, stated: difference.stated, expected: difference.expected,
        addends: rows.count { table.rows[$0].figures[difference.index].isMoney })
    }
    check.report(
      Judgement(
        Catalogue.statedTableDiffers(
          name, under: area, gaps, unit: unit, code: code,
          suggestion: slips.isEmpty ? nil : slips.joined(separator: " "), at: place,
          cells: places.compactMap(\.cell)),
        explainedBy: MagnitudeGap.explanations(
          differences.map {
            SumComparison.Difference(index: $0.index, stated: $0.stated, expected: $0.expected, units: 0)
          }, lines(area).map { AmountRow($0, in: check) })))
  }
}

extension Proposal {
  /// The stated tables, each with the number of its first row: the rows of a second Fordeling are numbered on from
  /// those of the first.
  var numberedAllocations: [(table: StatedAllocation, first: Int)] {
    var counts: [AllocationTableKind: Int] = [:]
    return allocations.map { table in
      defer { counts[table.table, default: 0] += table.rows.count }
      return (table, counts[table.table] ?? 0)
    }
  }
}
