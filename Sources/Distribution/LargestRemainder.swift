/// Largest remainder (Hamilton), nested down the tree: each year by itself.
///
/// The root is its exact value rounded, a half away from zero. Children start from their exact values
/// truncated towards zero; what the parent's rounded value leaves goes, one unit each, to the largest
/// remainders of its sign, and among equal ones in the order of the nodes. Only magnitudes are compared, so a
/// saving is the mirror of a cost. A node's rounded value is less than one unit from its exact value, and
/// therefore there are always enough children with a remainder of the right sign.
package enum LargestRemainder {
  package static func round(_ table: ExactTable) -> RoundedTable {
    let limit = Int128(Int64.max / 4)
    if table.unit <= limit, table.values.allSatisfy({ -limit <= $0 && $0 <= limit }) {
      return round(table, values: table.values.map { Int64(truncatingIfNeeded: $0) }, unit: Int64(table.unit))
    }
    return round(table, values: table.values, unit: table.unit)
  }

  private static func round<Number: FixedWidthInteger & SignedInteger>(
    _ table: ExactTable, values: [Number], unit: Number
  ) -> RoundedTable {
    let shape = table.shape
    let nodes = shape.nodeCount
    var rounded = [Int64](repeating: 0, count: values.count)
    var candidates: [Candidate<Number>] = []
    for column in 0..<table.columns {
      let base = column * nodes
      rounded[base] = Int64(roundedHalfAway(values[base], unit))
      for parent in 0..<nodes where shape.childStart[parent] < shape.childStart[parent + 1] {
        var left = rounded[base + parent]
        for child in shape.children(of: parent) {
          let whole = Int64(truncatingIfNeeded: values[base + child] / unit)
          rounded[base + child] = whole
          left -= whole
        }
        guard left != 0 else { continue }
        candidates.removeAll(keepingCapacity: true)
        for child in shape.children(of: parent) {
          let remainder = values[base + child] % unit
          if left > 0 ? remainder > 0 : remainder < 0 {
            candidates.append(Candidate(node: child, remainder: abs(remainder)))
          }
        }
        Candidate.putLargestFirst(&candidates, count: Int(left.magnitude))
        for candidate in candidates.prefix(Int(left.magnitude)) {
          rounded[base + candidate.node] += left.signum()
        }
      }
    }
    return RoundedTable(values: rounded, nodes: nodes)
  }
}

/// A child with a remainder.
private struct Candidate<Number: FixedWidthInteger & SignedInteger> {
  var node: Int
  var remainder: Number

  /// Whether this one is served before `other`.
  func precedes(_ other: Candidate) -> Bool {
    remainder == other.remainder ? node < other.node : remainder > other.remainder
  }

  /// Moves the `count` first ones to the front, in linear time on average (quickselect with a middle pivot;
  /// the order is total, so the set is unique).
  static func putLargestFirst(_ candidates: inout [Candidate], count: Int) {
    var low = 0
    var high = candidates.count - 1
    while low < high, count > low, count <= high {
      let pivot = candidates[low + (high - low) / 2]
      var (left, right) = (low, high)
      while left <= right {
        while candidates[left].precedes(pivot) { left += 1 }
        while pivot.precedes(candidates[right]) { right -= 1 }
        if left <= right {
          candidates.swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if count - 1 <= right {
        high = right
      } else if count - 1 >= left {
        low = left
      } else {
        return
      }
    }
  }
}

/// Every leaf rounded alone, a half away from zero; inner nodes are the sums of their leaves, and the root is
/// what the year's total should be.
package enum RoundedAlone {
  package static func round(_ table: ExactTable) -> RoundedTable {
    let nodes = table.shape.nodeCount
    var rounded = [Int64](repeating: 0, count: table.values.count)
    for column in 0..<table.columns {
      let base = column * nodes
      for node in table.shape.leafNodes {
        rounded[base + node] = Int64(roundedHalfAway(table.values[base + node], table.unit))
      }
      for node in stride(from: nodes - 1, to: 0, by: -1) where table.shape.parents[node] != 0 {
        rounded[base + table.shape.parents[node]] += rounded[base + node]
      }
      rounded[base] = Int64(roundedHalfAway(table.values[base], table.unit))
    }
    return RoundedTable(values: rounded, nodes: nodes)
  }
}
