/// A tree of rows × years of exact values: whole numerators over one common denominator, so that every
/// comparison is one of whole numbers.
///
/// Nodes stand in the order in which ties are settled, parents before their children; node 0 is the root.
package struct ExactTable: Sendable {
  package let shape: TableShape
  /// The number of years.
  package let columns: Int
  /// Numerators of all nodes, year by year: `values[column * nodes + node]`.
  package let values: [Int128]
  /// The numerator of one booking unit; positive.
  package let unit: Int128

  /// A table of `leafValues[column * leaves + leaf]`, the leaves in the order of the shape. The sums must fit
  /// 128 bits.
  package init(shape: TableShape, columns: Int, leafValues: [Int128], unit: Int128) {
    self.shape = shape
    self.columns = columns
    self.unit = unit
    let nodes = shape.nodeCount
    let leaves = shape.leafNodes.count
    var values = [Int128](repeating: 0, count: nodes * columns)
    for column in 0..<columns {
      for (leaf, node) in shape.leafNodes.enumerated() {
        values[column * nodes + node] = leafValues[column * leaves + leaf]
      }
      for node in stride(from: nodes - 1, to: 0, by: -1) {
        values[column * nodes + shape.parents[node]] += values[column * nodes + node]
      }
    }
    self.values = values
  }

  package func value(_ node: Int, _ column: Int) -> Int128 { values[column * shape.nodeCount + node] }
}

/// The tree of an ``ExactTable``.
package struct TableShape: Sendable {
  /// The parent of each node; the root is its own.
  package let parents: [Int]
  /// Where each node's children begin in ``children``; one more entry than nodes.
  package let childStart: [Int]
  package let children: [Int]
  /// The node of each leaf.
  package let leafNodes: [Int]

  package var nodeCount: Int { parents.count }

  package func children(of node: Int) -> ArraySlice<Int> { children[childStart[node]..<childStart[node + 1]] }

  /// The tree of `paths`, one per leaf, distinct and in rising order: committee rank, unit rank, account
  /// rank. A step that only one way leads through gets no node.
  package init(paths: [[Int]]) {
    var parents = [0]
    var leafNodes: [Int] = []
    leafNodes.reserveCapacity(paths.count)
    func grow(_ range: Range<Int>, level: Int, parent: Int) {
      guard range.count > 1, level < paths[range.lowerBound].count else {
        for _ in range {
          leafNodes.append(parents.count)
          parents.append(parent)
        }
        return
      }
      var start = range.lowerBound
      var groups: [Range<Int>] = []
      for index in range where index == range.upperBound - 1 || paths[index + 1][level] != paths[index][level]
      {
        groups.append(start..<index + 1)
        start = index + 1
      }
      guard groups.count > 1 else {
        grow(range, level: level + 1, parent: parent)
        return
      }
      for group in groups {
        if group.count == 1 {
          grow(group, level: level + 1, parent: parent)
        } else {
          parents.append(parent)
          grow(group, level: level + 1, parent: parents.count - 1)
        }
      }
    }
    grow(0..<paths.count, level: 0, parent: 0)
    self.init(parents: parents, leafNodes: leafNodes)
  }

  /// `leaves` rows under the root.
  package init(flat leaves: Int) {
    self.init(parents: [0] + Array(repeating: 0, count: leaves), leafNodes: Array(1..<leaves + 1))
  }

  private init(parents: [Int], leafNodes: [Int]) {
    var counts = [Int](repeating: 0, count: parents.count + 1)
    for node in parents.indices.dropFirst() { counts[parents[node] + 1] += 1 }
    for node in parents.indices { counts[node + 1] += counts[node] }
    childStart = counts
    var children = [Int](repeating: 0, count: parents.count - 1)
    for node in parents.indices.dropFirst() {
      children[counts[parents[node]]] = node
      counts[parents[node]] += 1
    }
    self.children = children
    self.parents = parents
    self.leafNodes = leafNodes
  }
}

/// The whole booking units of every node of an ``ExactTable``, in the same places as its values.
package struct RoundedTable: Hashable, Sendable {
  package var values: [Int64]
  package let nodes: Int

  package func value(_ node: Int, _ column: Int) -> Int64 { values[column * nodes + node] }
}
