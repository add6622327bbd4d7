import AllocationTables
import Spreadsheet

/// The order of the lines behind Tabel 1 and the detail tables: that of each detail table, as far as the
/// order of Tabel 1 allows.
///
/// A row of Tabel 1 that several lines make up stands where the first of them stands; the others come where
/// their own table has them.
package struct LineOrder {
  /// The rows of Tabel 1, each as often as it has children, with the child; `nil` where it has none.
  package private(set) var lines: [(row: Int, child: TableLinks.Reference?)] = []

  private var waiting: [(row: Int, child: TableLinks.Reference)] = []

  init(_ one: ReadTable, _ links: TableLinks) {
    for index in one.rows.indices where one.rows[index].row.kind == .line {
      let children = links.children[index] ?? []
      if let first = children.first { addWaiting(before: first) }
      lines.append((index, children.first))
      waiting += children.dropFirst().map { (index, $0) }
    }
    waiting.sort { LineOrder.stands($0.child, before: $1.child) }
    lines += waiting.map { ($0.row, $0.child) }
  }

  /// Lines of rows already begun that stand above `reference` in the same table.
  private mutating func addWaiting(before reference: TableLinks.Reference) {
    let above = waiting.filter { $0.child.table == reference.table && $0.child.row < reference.row }
    waiting.removeAll { $0.child.table == reference.table && $0.child.row < reference.row }
    lines += above.sorted { LineOrder.stands($0.child, before: $1.child) }.map { ($0.row, $0.child) }
  }

  private static func stands(_ left: TableLinks.Reference, before right: TableLinks.Reference) -> Bool {
    (left.table, left.row) < (right.table, right.row)
  }
}
