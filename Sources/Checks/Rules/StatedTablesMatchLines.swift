import AllocationTables
import ProposalModel

extension Rule {
  /// The allocation tables that departments state add up to what the lines give.
  static let statedTablesMatchLines = Rule(
    "StatedTablesMatchLines", [.tablesDiffer, .tablesRounding],
    statement: "De udfyldte tabeller A–E og Fordeling giver tilsammen det samme som linjerne.",
    reason: "De udfyldte rækker bruges i stedet for de beregnede og må hverken tilføje eller fjerne penge.",
    proposal: { check in
      guard !check.isFromTables else { return }
      for table in check.proposal.allocations where table.isFilled && table.table != .budgetEffectIfNotAdopted {
        StatedCheck(table: table, proposal: check.proposal).run(&check)
      }
    })
}

private struct StatedCheck {
  let table: StatedAllocation
  let proposal: Proposal

  func run(_ check: inout ProposalCheck) {
    let areas = Set(table.rows.filter { $0.figures.contains(where: \.isMoney) }.map(\.controlArea))
    if table.table == .budgetEffect, !areas.contains(nil), !areas.isEmpty {
      let all =
        areas.compactMap { $0 } + proposal.lines(in: .permanent).filter { $0.figures.contains(where: \.isMoney) }.compactMap(\.controlArea)
      for area in Set(all).sorted() { compare(area, &check) }
    } else {
      compare(nil, &check)
    }
  }

  private func lines(_ area: ControlArea?) -> [Line] {
    switch table.table {
    case .distribution, .targetEffect: proposal.lines(in: .permanent).filter { $0.controlArea == .service }
    case .budgetEffect: proposal.lines(in: .permanent).filter { area == nil || $0.controlArea == area }
    case .budgetEffectIfNotAdopted: []
    case .capitalInvestment: proposal.lines(in: .implementation).filter { $0.controlArea == .capital }
    case .serviceInvestment: proposal.lines(in: .implementation).filter { $0.controlArea == .service }
    }
  }

  private func compare(_ area: ControlArea?, _ check: inout ProposalCheck) {
    let rows = table.rows.indices.filter { area == nil || table.rows[$0].controlArea == area }
    let unit = proposal.displayUnit
    var candidates = [proposal.yearSums(lines(area))]
    if table.table == .distribution { candidates.append(proposal.yearSums(proposal.lines(in: .permanent))) }
    var errors: [Difference] = []
    var roundings: [Difference] = []
    for (index, year) in proposal.years.enumerated() {
      let stated = rows.map { table.rows[$0].figures[index].amount }.sum()
      guard let right = candidates.first?[index], !candidates.contains(where: { $0[index] == stated }) else { continue }
      let difference = Difference(year: year, index: index, stated: stated, expected: right)
      if (stated - right).magnitude.oere <= AmountUnit.thousandKroner.oere {
        roundings.append(difference)
      } else {
        errors.append(difference)
      }
    }
    report(errors, .tablesDiffer, rows, area, unit, &check)
    report(roundings, .tablesRounding, rows, area, unit, &check)
  }

  struct Difference {
    var year: Int
    var index: Int
    var stated: Amount
    var expected: Amount
  }

  private func report(
    _ differences: [Difference], _ code: FindingCode, _ rows: [Int], _ area: ControlArea?, _ unit: AmountUnit, _ check: inout ProposalCheck
  ) {
    guard !differences.isEmpty else { return }
    let places = differences.flatMap { difference in
      rows.filter { table.rows[$0].figures[difference.index].isMoney }.map {
        check.place(.allocationFigure(table.table, $0, year: difference.year))
      }
    }
    let name = table.table == .distribution ? "Fordeling" : "Tabel \(table.table.rawValue)"
    let place =
      places.first ?? rows.first.map { check.place(.allocationFigure(table.table, $0, year: differences[0].year)) }
      ?? Place(file: check.origins.file)
    func list(_ amount: (Difference) -> Amount) -> String {
      differences.map { "\(Catalogue.amount(amount($0), unit)) (\($0.year))" }.joined(separator: ", ")
    }
    let what = area.map { " under \($0.rawValue)" } ?? ""
    check.report(
      Finding(
        code, at: place, cells: places.compactMap(\.cell), found: list(\.stated), expected: list(\.expected),
        message: "\(name) giver tilsammen \(list(\.stated))\(what), men linjerne giver \(list(\.expected)).",
        suggestion: "Ret rækkerne i \(name), eller ret linjerne."))
  }
}
