package import Spreadsheet

/// Where in a document the cells of its sheets stand once they have been put into a form's order: tables keep
/// their cells under a name that may begin with the proposal's number; front fields and hearings are gathered
/// from wherever they stood.
package struct DocumentOrigins: Sendable {
  /// A cell of the sheets as the document has them.
  package struct Origin: Hashable, Sendable {
    package var sheet: String
    package var cell: CellAddress

    package init(sheet: String, cell: CellAddress) {
      self.sheet = sheet
      self.cell = cell
    }
  }

  private var tables: [String: String] = [:]
  private var gathered: [String: [CellAddress: Origin]] = [:]

  package init() {}

  /// The cell of the document that `cell` of a sheet of the form was made from; `nil` for a cell that fordel
  /// put there itself.
  package func origin(sheet: String, cell: CellAddress) -> Origin? {
    if let cells = gathered[sheet] { return cells[cell] }
    return Origin(sheet: tables[sheet] ?? sheet, cell: cell)
  }

  /// Whether a sheet was gathered from the document rather than read as a table.
  package func isGathered(_ sheet: String) -> Bool { gathered[sheet] != nil }

  /// Notes that the sheet `name` is the document's table `table`.
  mutating func add(_ name: String, table: String) { tables[name] = table }

  /// Notes where the cells of the sheet `name` come from, row by row.
  mutating func add(_ name: String, _ rows: [[Origin?]]) {
    var cells: [CellAddress: Origin] = [:]
    for (row, origins) in rows.enumerated() {
      for (column, origin) in origins.enumerated() {
        cells[CellAddress(row: row + 1, column: column + 1)] = origin
      }
    }
    gathered[name] = cells
  }
}
