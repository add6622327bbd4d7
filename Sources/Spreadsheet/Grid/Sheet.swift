/// One sheet of a workbook: its non-empty cells, in reading order, in compact storage.
public struct Sheet: Sendable {
  /// The name on the sheet's tab.
  public var name: String
  /// Whether the sheet is hidden (or "very hidden").
  public var isHidden: Bool {
    didSet {
      storage.isHidden = isHidden
      made = MadeRows.ifSmall(storage)
    }
  }
  /// Merged cells. Their value stands in the cell at the upper left; cells that a merge covers are listed if
  /// the file stores a value for them, and marked as ``CellMarks/coveredByMerge``.
  public var mergedRanges: [CellRange]
  /// Numbers of the hidden rows, ascending; rows without cells are listed only where the file mentions them.
  public var hiddenRows: [ClosedRange<Int>]
  /// Numbers of the hidden columns.
  public var hiddenColumns: [ClosedRange<Int>]
  package private(set) var storage: SheetStorage
  /// The rows, made once, of a sheet that is small enough.
  private var made: MadeRows?

  /// A sheet of the given cells, in any order. Of two cells at one address the later one counts.
  public init(
    name: String, cells: some Sequence<Cell>, isHidden: Bool = false, mergedRanges: [CellRange] = [],
    hiddenRows: [ClosedRange<Int>] = [], hiddenColumns: [ClosedRange<Int>] = []
  ) {
    var storage = SheetStorage()
    for cell in cells { storage.append(cell) }
    storage.restoreOrder()
    _ = storage.markMerges(mergedRanges)
    self.init(
      name: name, storage: storage, isHidden: isHidden, mergedRanges: mergedRanges, hiddenRows: hiddenRows,
      hiddenColumns: hiddenColumns)
  }

  package init(
    name: String, storage: SheetStorage, isHidden: Bool, mergedRanges: [CellRange],
    hiddenRows: [ClosedRange<Int>],
    hiddenColumns: [ClosedRange<Int>]
  ) {
    self.name = name
    self.isHidden = isHidden
    self.mergedRanges = mergedRanges
    self.hiddenRows = hiddenRows
    self.hiddenColumns = hiddenColumns
    self.storage = storage
    self.storage.restoreOrder()
    self.storage.isHidden = isHidden
    made = MadeRows.ifSmall(self.storage)
  }

  /// Gives shared texts to the cells that refer to them; tells the first cell that refers to one that does
  /// not exist.
  package mutating func resolve(_ strings: StringTable) -> CompactCell? {
    defer { made = MadeRows.ifSmall(storage) }
    return storage.resolve(strings)
  }

  /// The non-empty cells, row by row and from left to right. A formula without a stored value is among them,
  /// with the value `.empty`; cells that have only a format, and empty texts that no formula made, are not.
  public var cells: SheetCells { SheetCells(storage, made) }

  /// The rows that have cells, from the top.
  public var rows: SheetRows { SheetRows(storage, made) }

  /// The cell at `address`, if it is not empty; found by binary search.
  public subscript(_ address: CellAddress) -> Cell? {
    guard address.row > 0, address.column > 0, let row = UInt32(exactly: address.row),
      let column = UInt16(exactly: address.column)
    else {
      return nil
    }
    if let made { return made.cell(at: address, of: storage) }
    let key = UInt64(row) << 16 | UInt64(column)
    guard let position = storage.position(of: key) else { return nil }
    return cells[position]
  }

  /// The number of the last row that has a cell, 0 for an empty sheet.
  public var rowCount: Int { storage.cells.last.map { Int($0.row) } ?? 0 }

  /// The number of the last column that has a cell, 0 for an empty sheet.
  public var columnCount: Int { storage.cells.reduce(0) { max($0, Int($1.column)) } }
}

/// The cells of a sheet, made from compact storage when they are asked for.
public struct SheetCells: RandomAccessCollection, Sendable {
  private let storage: SheetStorage
  private let made: MadeRows?

  init(_ storage: SheetStorage, _ made: MadeRows? = nil) { (self.storage, self.made) = (storage, made) }

  /// 0.
  public var startIndex: Int { 0 }
  /// The number of cells.
  public var endIndex: Int { storage.cells.count }

  /// The cell at `position`, counted from 0 in reading order.
  public subscript(position: Int) -> Cell {
    var cache = StringCache.none
    let formula = storage.formulaPosition(from: storage.cells[position].key)
    return storage.cell(at: position, formulaPosition: formula, cache: &cache)
  }

  /// Goes through all cells; equal texts share one `String`.
  public func makeIterator() -> Iterator { Iterator(storage, made?.rows(of: storage)) }

  /// Goes through the cells of a sheet.
  public struct Iterator: IteratorProtocol {
    private let storage: SheetStorage
    private let rows: [Row]?
    /// The row where rows are made; `position` then counts within it.
    private var row = 0
    private var position = 0
    private var formulaPosition = 0
    private var cache: StringCache

    init(_ storage: SheetStorage, _ rows: [Row]? = nil) {
      (self.storage, self.rows) = (storage, rows)
      cache = rows == nil ? StringCache() : .none
    }

    /// The next cell, `nil` after the last.
    public mutating func next() -> Cell? {
      if let rows {
        guard row < rows.count else { return nil }
        let cell = rows[row].cells[position]
        position += 1
        if position == rows[row].cells.count { (row, position) = (row + 1, 0) }
        return cell
      }
      guard position < storage.cells.count else { return nil }
      let cell = storage.cell(at: position, formulaPosition: formulaPosition, cache: &cache)
      if cell.formula != nil { formulaPosition += 1 }
      position += 1
      return cell
    }
  }
}

/// A row of a sheet and its non-empty cells.
public struct Row: Hashable, Sendable {
  /// The row's number, 1 at the top.
  public var number: Int
  /// The non-empty cells from left to right.
  public var cells: [Cell]

  /// Row `number` with `cells`.
  public init(number: Int, cells: [Cell]) {
    self.number = number
    self.cells = cells
  }
}

/// The rows of a sheet that have cells.
public struct SheetRows: Sequence, Sendable {
  private let storage: SheetStorage
  private let made: MadeRows?

  package init(_ storage: SheetStorage) { self.init(storage, nil) }

  init(_ storage: SheetStorage, _ made: MadeRows?) { (self.storage, self.made) = (storage, made) }

  /// Goes through the rows from the top.
  public func makeIterator() -> Iterator {
    if let made { return Iterator(made.rows(of: storage)) }
    return Iterator(SheetCells(storage).makeIterator())
  }

  /// Goes through the rows of a sheet.
  public struct Iterator: IteratorProtocol {
    private var made: IndexingIterator<[Row]>?
    private var cells: SheetCells.Iterator?
    private var pending: Cell?

    init(_ rows: [Row]) { made = rows.makeIterator() }

    init(_ cells: SheetCells.Iterator) {
      var cells = cells
      pending = cells.next()
      self.cells = cells
    }

    /// The next row, `nil` after the last.
    public mutating func next() -> Row? {
      if made != nil { return made?.next() }
      guard let first = pending else { return nil }
      var row = Row(number: first.address.row, cells: [first])
      pending = cells?.next()
      while let cell = pending, cell.address.row == row.number {
        row.cells.append(cell)
        pending = cells?.next()
      }
      return row
    }
  }
}
