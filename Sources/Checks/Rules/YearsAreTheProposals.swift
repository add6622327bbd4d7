import AllocationTables
import Findings
import Forms
import ProposalModel
import Reading

extension Rule {
  /// All tables have the years of Tabel 1, which lie in the round and have no gap.
  static let yearsAreTheProposals = Rule(
    "YearsAreTheProposals", [.yearsDiffer],
    statement: "Alle tabeller har de samme år som Tabel 1, uden huller og inden for runden.",
    reason: "Et år, der mangler eller er skrevet forkert, flytter penge til et andet år.",
    tables: { check in
      for table in check.read.tables where table.kind != nil {
        let odd = oddYears(table, check)
        guard !odd.isEmpty, !repeatsTableOne(table, check) else { continue }
        let cells = odd.map { table.yearCells[$0] }
        let outside = outsideRound(table, check)
        if odd == outside, let round = check.read.round {
          var finding = Catalogue.yearsOutsideRound(
            table.name, stated: table.statedYears, outside: odd.map { table.years[$0] }, round: round.name,
            years: round.years, at: table.place(cells.first), cells: cells)
          if odd.contains(where: { YearHeader.isAlone(table.years[$0], among: table.years) }) {
            finding.severity = .error
          }
          check.report(finding)
          continue
        }
        let expected = expectedYears(table, check)
        check.report(
          Catalogue.yearsDiffer(
            table.name, stated: table.statedYears, expected: expected, at: table.place(cells.first),
            cells: cells))
      }
    })

  /// Whether a table only has the slip that Tabel 1 has too, or the years of the round where that has a slip: one
  /// cause, told there.
  private static func repeatsTableOne(_ table: ReadTable, _ check: TableCheck) -> Bool {
    guard let one = check.tableOne, table.kind != .tableOne else { return false }
    if let round = check.read.round, !outsideRound(one, check).isEmpty,
      zip(table.years, table.years.dropFirst()).allSatisfy({ $0 + 1 == $1 }),
      table.years.allSatisfy(round.years.contains)
    {
      return true
    }
    return table.statedYears == one.statedYears && !oddYears(one, check).isEmpty
  }

  /// The columns of Tabel 1, or of a table that stands without it, with a year that the round does not have.
  private static func outsideRound(_ table: ReadTable, _ check: TableCheck) -> [Int] {
    guard let round = check.read.round, table.kind == .tableOne || check.tableOne == nil else { return [] }
    return table.years.indices.filter { !round.years.contains(table.years[$0]) }
  }

  /// The years that a table should have: those of Tabel 1; Tabel 1 itself those of the round, or its own
  /// without the slip.
  private static func expectedYears(_ table: ReadTable, _ check: TableCheck) -> [Int] {
    let own = Set(table.years).sorted()
    if let one = check.tableOne, table.kind != .tableOne { return one.years }
    guard let first = own.first, let last = own.last else { return own }
    let whole = Array(first...last)
    return check.read.round.map { round in whole.filter(round.years.contains) } ?? whole
  }

  /// The columns with a year that is a slip, leaves a gap, lies outside the round or is not Tabel 1's; the
  /// first if one is missing.
  private static func oddYears(_ table: ReadTable, _ check: TableCheck) -> [Int] {
    let slips = table.years.indices.filter { table.years[$0] != table.statedYears[$0] }
    if !slips.isEmpty { return slips }
    let gaps = table.years.indices.dropFirst().filter { table.years[$0] != table.years[$0 - 1] + 1 }
    if !gaps.isEmpty { return Array(gaps) }
    let outside = outsideRound(table, check)
    if !outside.isEmpty { return outside }
    guard let one = check.tableOne, table.kind != .tableOne, table.years != one.years else { return [] }
    let others = table.years.indices.filter { !one.years.contains(table.years[$0]) }
    return others.isEmpty ? [0] : others
  }
}
