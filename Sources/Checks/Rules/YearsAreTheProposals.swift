import AllocationTables
import Findings
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
        guard !odd.isEmpty else { continue }
        let cells = odd.map { table.yearCells[$0] }
        let expected = (check.tableOne?.years ?? check.read.round?.years ?? table.years).map(String.init)
          .joined(separator: ", ")
        check.report(
          Finding(
            .yearsDiffer, at: table.place(cells.first), cells: cells,
            found: table.statedYears.map(String.init).joined(separator: ", "),
            expected: expected,
            message:
              "Årene over \(table.name) er ikke forslagets: der står \(table.statedYears.map(String.init).joined(separator: ", ")).",
            suggestion: "Lad tabellen have årene \(expected)."))
      }
    })

  /// The columns with a year that is a slip, leaves a gap, lies outside the round or is not Tabel 1's; the
  /// first if one is missing.
  private static func oddYears(_ table: ReadTable, _ check: TableCheck) -> [Int] {
    let slips = table.years.indices.filter { table.years[$0] != table.statedYears[$0] }
    if !slips.isEmpty { return slips }
    let gaps = table.years.indices.dropFirst().filter { table.years[$0] != table.years[$0 - 1] + 1 }
    if !gaps.isEmpty { return Array(gaps) }
    if let round = check.read.round {
      let outside = table.years.indices.filter { !round.years.contains(table.years[$0]) }
      if !outside.isEmpty, table.kind == .tableOne || check.tableOne == nil { return outside }
    }
    guard let one = check.tableOne, table.kind != .tableOne, table.years != one.years else { return [] }
    let others = table.years.indices.filter { !one.years.contains(table.years[$0]) }
    return others.isEmpty ? [0] : others
  }
}
