import AllocationTables
import Findings
import ProposalModel
import Reading

extension Rule {
  /// The administrative part is net of running costs, and no larger than the permanent service change.
  static let administrationIsNet = Rule(
    "AdministrationIsNet", [.administrationGross],
    statement: "Den administrative del er netto og højst så stor som den varige ændring i service.",
    reason:
      "Måltallet for administration opgøres efter driftsudgifterne; en bruttobesparelse tæller for meget.",
    tables: { check in
      guard let one = check.tableOne, let links = check.links else { return }
      for table in check.read.tables where table.kind == .administration {
        administration(table, one, links, &check)
      }
    })

  private static func administration(
    _ table: ReadTable, _ one: ReadTable, _ links: TableLinks, _ check: inout TableCheck
  ) {
    let service = one.rows.indices.filter {
      one.rows[$0].row.kind == .line && one.rows[$0].row.section == .permanent && links.areas[$0] == .service
    }.map { one.rows[$0] }
    guard !service.isEmpty else { return }
    let net = YearSums(service, count: one.years.count).aligned(from: one.years, to: table.years)
    let total = table.totals(of: nil).first
    let stated = total.map { YearSums($0) } ?? table.sum(of: nil)
    let gross = table.years.indices.filter { index in
      guard let found = stated.amounts[index], let right = net.amounts[index],
        one.years.contains(table.years[index])
      else { return false }
      return found < .zero && (found - right).oere < -table.unit.oere
    }
    guard let row = total ?? table.lines.first(where: \.hasMoney), !gross.isEmpty else { return }
    let cells = gross.map { row.figureCells[$0] }
    let gaps = gross.map { index in
      YearGap(
        year: table.years[index], stated: stated.amounts[index] ?? .zero,
        expected: net.amounts[index] ?? .zero)
    }
    check.report(
      Catalogue.administrationGross(
        table.name, gaps, unit: table.unit, at: table.place(cells.first), cells: cells))
  }
}
