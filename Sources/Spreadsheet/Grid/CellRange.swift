/// A rectangle of cells, written as in Excel: `A1:B7`.
///
/// ``from`` is always the top left cell and ``to`` the bottom right one, whichever corners the range was made
/// from.
public struct CellRange: Hashable, Sendable, CustomStringConvertible {
  /// The top left cell.
  public let from: CellAddress
  /// The bottom right cell, which belongs to the range.
  public let to: CellAddress

  /// The rectangle that has `one` and `other` as opposite corners.
  public init(_ one: CellAddress, _ other: CellAddress) {
    from = CellAddress(row: min(one.row, other.row), column: min(one.column, other.column))
    to = CellAddress(row: max(one.row, other.row), column: max(one.column, other.column))
  }

  /// The rectangle from the cell `from` to the cell `to`.
  public init(from: CellAddress, to: CellAddress) {
    self.init(from, to)
  }

  /// The range of one cell.
  public init(_ cell: CellAddress) {
    self.init(cell, cell)
  }

  /// Reads `A1:B7`, `$A$1:$B$7` or `A1` alone; anything else gives `nil`.
  public init?(_ text: String) {
    let corners = text.split(separator: ":", omittingEmptySubsequences: false)
    guard corners.count <= 2, let first = corners.first, let last = corners.last else { return nil }
    guard let one = CellAddress(String(first)), let other = CellAddress(String(last)) else { return nil }
    self.init(one, other)
  }

  /// The row numbers that the range covers.
  public var rows: ClosedRange<Int> { from.row...to.row }

  /// The column numbers that the range covers, 1 for `A`.
  public var columns: ClosedRange<Int> { from.column...to.column }

  /// Whether `cell` lies in the range.
  public func contains(_ cell: CellAddress) -> Bool {
    rows.contains(cell.row) && columns.contains(cell.column)
  }

  /// Whether the two ranges share a cell.
  public func overlaps(_ other: CellRange) -> Bool {
    rows.overlaps(other.rows) && columns.overlaps(other.columns)
  }

  /// `A1:B7`, or `A1` for one cell.
  public var description: String {
    from == to ? from.description : "\(from):\(to)"
  }
}
