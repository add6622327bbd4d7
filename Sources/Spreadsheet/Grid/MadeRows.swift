import Synchronization

/// The rows of a small sheet with their cells, made when they are first asked for: reading a form goes through the
/// same sheet dozens of times, and each time every text would be made anew. They are no part of what a sheet is.
final class MadeRows: Sendable {
  /// The cells of a sheet whose rows are kept. Those of a form are a few hundred; a large table takes several times
  /// the room of its storage as rows, and is gone through seldom.
  private static let limit = 5_000

  private let rows = Mutex<[Row]?>(nil)

  private init() {}

  /// A place for the rows of a sheet; `nil` for one that is too large.
  static func ifSmall(_ storage: SheetStorage) -> MadeRows? {
    storage.cells.count <= limit ? MadeRows() : nil
  }

  /// The rows of the storage, which is always the sheet's own.
  func rows(of storage: SheetStorage) -> [Row] {
    rows.withLock { made in
      if let made { return made }
      let rows = Array(SheetRows(storage))
      made = rows
      return rows
    }
  }

  /// The cell at an address, if it is not empty; found by binary search.
  func cell(at address: CellAddress, of storage: SheetStorage) -> Cell? {
    let rows = rows(of: storage)
    guard let row = MadeRows.position(of: address.row, among: rows.count, { rows[$0].number }) else {
      return nil
    }
    let cells = rows[row].cells
    return MadeRows.position(of: address.column, among: cells.count) { cells[$0].address.column }
      .map { cells[$0] }
  }

  private static func position(of number: Int, among count: Int, _ numberAt: (Int) -> Int) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if numberAt(middle) < number { low = middle + 1 } else { high = middle }
    }
    return low < count && numberAt(low) == number ? low : nil
  }
}
