/// Controlled rounding (Cox 1987; Causey, Cox & Ernst 1985) of a tree × years at once, optimal and unique.
///
/// Every cell, every subtotal of the tree per year, every row's total over the years and the grand total is
/// its exact value rounded down or up, whole ones stay, and everything adds up. Such a table always exists:
/// the exact table is a flow in a network whose bounds are whole, so there is a whole flow too. Of all such
/// tables the one with the least Σ |rounded − exact| over the lowest cells is taken; of several, the one that
/// rounds away from zero first in the earliest year, and within it in the order of the rows. All of it is
/// decided on magnitudes, so a saving is the mirror of a cost.
package enum Controlled {
  /// The rounded table; `nil` where the numbers leave no room for exact calculation.
  package static func round(_ table: ExactTable, isCumulative: Bool = false) -> RoundedTable? {
    guard table.columns > 0, !table.shape.leafNodes.isEmpty else {
      return RoundedTable(
        values: Array(repeating: 0, count: table.values.count), nodes: table.shape.nodeCount)
    }
    let network = RoundingNetwork(table, isCumulative: isCumulative)
    let divisor = network.costs.reduce(UInt128(0)) { greatestCommonDivisor($0, $1.magnitude) }
    let largest = network.costs.reduce(UInt128(0)) { max($0, $1.magnitude) } / max(1, divisor)
    let room = UInt128(network.nodeCount + 1) * UInt128(network.nodeCount + 1) * 16
    if largest <= UInt128(Int64.max) / room {
      return round(table, network, costs: network.costs.map { Int64($0 / Int128(max(1, divisor))) })
    }
    guard largest <= UInt128(Int128.max) / room else { return nil }
    return round(table, network, costs: network.costs.map { $0 / Int128(max(1, divisor)) })
  }

  private static func round<Cost: FixedWidthInteger & SignedInteger>(
    _ table: ExactTable, _ network: RoundingNetwork, costs: [Cost]
  ) -> RoundedTable {
    var flow = CostScaling(tails: network.tails, heads: network.heads, costs: costs, excess: network.excess)
    flow.solve()
    let prices = flow.wholePrices()
    let isTied = network.tails.indices.map { flow.reducedCost($0, prices) == 0 }
    var ties = TieResolution(
      tails: network.tails, heads: network.heads, isLifted: flow.isLifted, isTied: isTied,
      nodes: network.nodeCount)
    let leaves = table.shape.leafNodes
    for column in 0..<table.columns {
      for (leaf, node) in leaves.enumerated() {
        let arc = network.cells[column * leaves.count + leaf]
        if arc >= 0 { ties.settle(Int(arc), wanted: table.value(node, column) > 0) }
      }
    }
    return rounded(table, network, isLifted: ties.isLifted)
  }

  private static func rounded(_ table: ExactTable, _ network: RoundingNetwork, isLifted: [Bool])
    -> RoundedTable
  {
    let nodes = table.shape.nodeCount
    let leaves = table.shape.leafNodes
    var values = [Int64](repeating: 0, count: table.values.count)
    for column in 0..<table.columns {
      let base = column * nodes
      for (leaf, node) in leaves.enumerated() {
        let arc = network.cells[column * leaves.count + leaf]
        let floor = Int64(floorDivision(table.values[base + node], table.unit))
        values[base + node] = floor + (arc >= 0 && isLifted[Int(arc)] ? 1 : 0)
      }
      for node in stride(from: nodes - 1, to: 0, by: -1) {
        values[base + table.shape.parents[node]] += values[base + node]
      }
    }
    return RoundedTable(values: values, nodes: nodes)
  }

  /// Whether every sum from the first year up to a later one is its exact value rounded down or up, for every
  /// row and subtotal of the tree.
  package static func isCumulative(_ rounded: RoundedTable, of table: ExactTable) -> Bool {
    for node in 0..<table.shape.nodeCount {
      var exact: Int128 = 0
      var whole: Int128 = 0
      for column in 0..<table.columns {
        exact += table.value(node, column)
        whole += Int128(rounded.value(node, column))
        if (whole * table.unit - exact).magnitude >= table.unit.magnitude { return false }
      }
    }
    return true
  }
}
