import AllocationTables
package import ProposalModel

/// The control area of each line of Tabel 1: its own, or that of its section's total.
package struct TableOneAreas: Sendable {
  /// The area of the row at an index of the table's rows; without one where none is written and none follows.
  package private(set) var areas: [Int: ControlArea] = [:]
  /// The rows whose area was taken from the total.
  package private(set) var fromTotal: Set<Int> = []

  /// Reads the areas of `table`.
  package init(_ table: ReadTable) {
    for index in table.rows.indices where table.rows[index].row.kind == .line {
      let row = table.rows[index]
      if let area = row.row.controlArea {
        areas[index] = area
      } else if row.areaText == nil, let area = TableOneAreas.areaOfTotal(table, section: row.row.section) {
        areas[index] = area
        fromTotal.insert(index)
      }
    }
  }

  /// The single area written on the totals of a section; of several, only one that has money counts.
  private static func areaOfTotal(_ table: ReadTable, section: LineSection?) -> ControlArea? {
    let totals = table.rows.filter {
      ($0.row.kind == .total || $0.row.kind == .subtotal) && $0.row.section == section
        && $0.row.controlArea != nil
    }
    let main = Set(totals.filter { $0.row.kind == .total }.compactMap(\.row.controlArea))
    if main.count == 1 { return main.first }
    let withMoney = Set(totals.filter(\.hasMoney).compactMap(\.row.controlArea))
    return withMoney.count == 1 ? withMoney.first : nil
  }
}
