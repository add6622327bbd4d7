import Reading
import AllocationTables
import Findings
import ProposalModel

extension Rule {
  /// Where a table has a column `I alt`, it is the sum of the row's years.
  static let rowSumMatchesYears = Rule(
    "RowSumMatchesYears", [.totalDiffers, .totalRounding],
    statement: "Kolonnen I alt er summen af rækkens år.",
    reason: "Rækkens sum bruges, når bevillingen gives for hele perioden.",
    tables: { check in
      for table in check.read.tables where table.kind != nil {
        for row in table.rows where row.unreadable.isEmpty {
          guard let stated = row.statedSum, let cell = row.statedSumCell, row.row.kind != .payback else {
            continue
          }
          let sum = row.row.figures.sum()
          let last = row.row.figures.last?.amount ?? .zero
          guard stated.amount != sum, !(row.row.section == .permanent && stated.amount == last) else {
            continue
          }
          check.report(
            Catalogue.rowSumDiffers(
              row.row.text, in: table.name, stated: stated.amount, sum: sum, unit: table.unit,
              at: table.place(cell)))
        }
      }
    })
}
