/// The network of a controlled rounding: year total → committee → unit cell → row over the years →
/// committee's row → grand total, as one circulation.
///
/// Every arc carries an exact value of the table, rounded down, plus 0 or 1 (``lifted``); arcs of whole
/// values are left out, since they stay. The sets of cells behind the arcs form two families, one by year and
/// one by row, each nested: that is what makes every solution whole (Cox 1987).
///
/// Advice to whoever changes this: a third nested family (say, cumulative sums of committees) breaks the
/// theorem, and the network with it.
struct RoundingNetwork {
  /// Where each arc begins and ends.
  private(set) var tails: [Int32] = []
  private(set) var heads: [Int32] = []
  /// The cost of lifting each arc: the change of |rounded − exact|, over the denominator of the table.
  private(set) var costs: [Int128] = []
  /// What each node has too much when every arc is rounded down; the sum over all nodes is 0.
  private(set) var excess: [Int32]
  /// The arc of each cell, `cells[column * leaves + leaf]`; −1 where the exact value is whole.
  private(set) var cells: [Int32]
  /// The node in which a leaf's row begins, year by year: `rowNodes[column * leaves + leaf]`.
  let nodeCount: Int

  private let unit: Int128

  /// The network of `table`. With `isCumulative` also all sums of a lowest row from the first year on, and of
  /// the grand total, are bounded.
  init(_ table: ExactTable, isCumulative: Bool) {
    let shape = table.shape
    unit = table.unit
    let places = NodePlaces(shape, columns: table.columns, isCumulative: isCumulative)
    nodeCount = places.count
    excess = Array(repeating: 0, count: places.count)
    cells = Array(repeating: -1, count: table.columns * shape.leafNodes.count)
    addCells(table, places)
    addYears(table, places)
    addRows(table, places)
  }

  private mutating func addCells(_ table: ExactTable, _ places: NodePlaces) {
    let leaves = table.shape.leafNodes
    for column in 0..<table.columns {
      for (leaf, node) in leaves.enumerated() {
        let value = table.value(node, column)
        let tail = places.year(table.shape.parents[node], column)
        cells[column * leaves.count + leaf] = addArc(
          tail, places.row(ofLeaf: leaf, node, column), value: value, isCell: true)
      }
    }
  }

  private mutating func addYears(_ table: ExactTable, _ places: NodePlaces) {
    for column in 0..<table.columns {
      for node in 1..<table.shape.nodeCount where places.isInner(node) {
        _ = addArc(
          places.year(table.shape.parents[node], column), places.year(node, column),
          value: table.value(node, column), isCell: false)
      }
      _ = addArc(places.source(column), places.year(0, column), value: table.value(0, column), isCell: false)
    }
    var total: Int128 = 0
    for column in 0..<table.columns - 1 where places.source(column) != places.source(column + 1) {
      total += table.value(0, column)
      _ = addArc(places.source(column + 1), places.source(column), value: total, isCell: false)
    }
  }

  private mutating func addRows(_ table: ExactTable, _ places: NodePlaces) {
    for (leaf, node) in table.shape.leafNodes.enumerated() {
      var sum: Int128 = 0
      for column in 0..<table.columns {
        sum += table.value(node, column)
        let from = places.row(ofLeaf: leaf, node, column)
        let isLast = column == table.columns - 1
        let to = isLast ? places.row(table.shape.parents[node]) : places.row(ofLeaf: leaf, node, column + 1)
        if from != to { _ = addArc(from, to, value: sum, isCell: false) }
      }
    }
    for node in 0..<table.shape.nodeCount where places.isInner(node) {
      let sum = (0..<table.columns).reduce(Int128(0)) { $0 + table.value(node, $1) }
      let target = node == 0 ? places.source(table.columns - 1) : places.row(table.shape.parents[node])
      _ = addArc(places.row(node), target, value: sum, isCell: false)
    }
  }

  private mutating func addArc(_ tail: Int32, _ head: Int32, value: Int128, isCell: Bool) -> Int32 {
    let floor = floorDivision(value, unit)
    let part = value - floor * unit
    excess[Int(head)] &+= Int32(truncatingIfNeeded: floor)
    excess[Int(tail)] &-= Int32(truncatingIfNeeded: floor)
    guard part != 0 else { return -1 }
    tails.append(tail)
    heads.append(head)
    costs.append(isCell ? unit - 2 * part : 0)
    return Int32(tails.count - 1)
  }
}

/// Which number each node of the network has.
private struct NodePlaces {
  private let inner: [Int32]
  private let innerCount: Int32
  private let columns: Int
  private let leaves: Int
  private let isCumulative: Bool
  let count: Int

  init(_ shape: TableShape, columns: Int, isCumulative: Bool) {
    var inner = [Int32](repeating: -1, count: shape.nodeCount)
    var innerCount: Int32 = 0
    for node in 0..<shape.nodeCount where node == 0 || shape.childStart[node] < shape.childStart[node + 1] {
      inner[node] = innerCount
      innerCount += 1
    }
    self.inner = inner
    self.innerCount = innerCount
    self.columns = columns
    self.isCumulative = isCumulative
    leaves = shape.leafNodes.count
    let steps = isCumulative ? columns : 1
    count = Int(innerCount) * (columns + 1) + leaves * steps + steps
  }

  func isInner(_ node: Int) -> Bool { inner[node] >= 0 }

  /// The cells of an inner node in one year.
  func year(_ node: Int, _ column: Int) -> Int32 { inner[node] * Int32(columns) + Int32(column) }

  /// The total of an inner node over the years.
  func row(_ node: Int) -> Int32 { innerCount * Int32(columns) + inner[node] }

  /// The sum of a leaf up to a year, or over all years.
  func row(ofLeaf leaf: Int, _ node: Int, _ column: Int) -> Int32 {
    let first = innerCount * Int32(columns + 1)
    return first + (isCumulative ? Int32(column * leaves + leaf) : Int32(leaf))
  }

  /// Where the circulation closes.
  func source(_ column: Int) -> Int32 {
    innerCount * Int32(columns + 1) + Int32(isCumulative ? leaves * columns + column : leaves)
  }
}
