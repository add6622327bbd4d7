import Distribution
import TestSupport

/// How many of the generated tables a debug build tries: one in so many.
#if DEBUG
  let debugShare = 50
#else
  let debugShare = 1
#endif

/// A generated tree × years with mixed signs, whole and zero cells, and numbers from halves to 10^15 øre.
struct RandomTable {
  var shape: TableShape
  var columns: Int
  var leafValues: [Int128]
  var unit: Int128

  var exact: ExactTable { ExactTable(shape: shape, columns: columns, leafValues: leafValues, unit: unit) }
  var mirror: ExactTable {
    ExactTable(shape: shape, columns: columns, leafValues: leafValues.map { -$0 }, unit: unit)
  }
  var text: String { "\(columns) years of \(leafValues) over \(unit), parents \(shape.parents)" }

  init(_ generator: inout SeededNumbers) {
    var paths: [[Int]] = []
    let committees = Int.random(in: 1...5, using: &generator)
    for committee in 0..<committees {
      for unit in 0..<(Int.random(in: 0..<3, using: &generator) == 0 ? 3 : 1) {
        for account in 0..<(Int.random(in: 0..<4, using: &generator) == 0 ? 2 : 1) {
          paths.append([committee, unit, account])
        }
      }
    }
    shape = TableShape(paths: paths)
    columns = Int.random(in: 1...6, using: &generator)
    unit = [2, 3, 4, 7, 7, 7, 10, 97, 1_000, 7_000_000, 1_000_003].randomElement(using: &generator) ?? 7
    let largest = Int128([1, 3, 20, 1_000, 10_000_000_000].randomElement(using: &generator) ?? 3) * unit
    let sign = Int.random(in: 0..<4, using: &generator)
    let isShared = Bool.random(using: &generator)
    leafValues = []
    for _ in 0..<columns {
      let common = Int128(Int64.random(in: 0...Int64(largest), using: &generator))
      for _ in paths {
        var value = isShared ? common : Int128(Int64.random(in: 0...Int64(largest), using: &generator))
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: value = 0
        case 1: value -= value % unit
        default: break
        }
        let isNegative = sign == 0 || (sign > 1 && Bool.random(using: &generator))
        leafValues.append(isNegative ? -value : value)
      }
    }
  }
}

extension ExactTable {
  /// The first node and year whose rounded value is a unit or more from exact; a whole value must stay.
  func firstOutOfBounds(_ rounded: RoundedTable) -> String? {
    for node in 0..<shape.nodeCount {
      for column in 0..<columns where isOff(value(node, column), Int128(rounded.value(node, column))) {
        return "node \(node), year \(column): \(value(node, column)) became \(rounded.value(node, column))"
      }
    }
    return nil
  }

  /// The first node whose total over the years (or over the first ones, if `prefixes`) is a unit or more from
  /// exact.
  func firstRowOutOfBounds(_ rounded: RoundedTable, prefixes: Bool = false, nodes: [Int]? = nil) -> String? {
    for node in nodes ?? Array(0..<shape.nodeCount) {
      var (exact, whole): (Int128, Int128) = (0, 0)
      for column in 0..<columns {
        exact += value(node, column)
        whole += Int128(rounded.value(node, column))
        if prefixes || column == columns - 1, isOff(exact, whole) {
          return "node \(node) up to year \(column): \(exact) became \(whole)"
        }
      }
    }
    return nil
  }

  /// The first inner node whose children do not add up to it.
  func firstNotAddingUp(_ rounded: RoundedTable) -> String? {
    for node in 0..<shape.nodeCount where !shape.children(of: node).isEmpty {
      for column in 0..<columns
      where shape.children(of: node).reduce(0, { $0 + rounded.value($1, column) })
        != rounded.value(node, column)
      {
        return "node \(node), year \(column)"
      }
    }
    return nil
  }

  private func isOff(_ exact: Int128, _ whole: Int128) -> Bool {
    (whole * unit - exact).magnitude >= unit.magnitude
  }
}

extension RoundedTable {
  /// The same table with every sign turned.
  var mirrored: [Int64] { values.map { -$0 } }
}
