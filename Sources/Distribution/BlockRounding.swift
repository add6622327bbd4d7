import ProposalModel

/// The rounded table of a block, and by which policy it came about.
struct BlockRounding: Sendable {
  let table: BlockTable
  let rounded: RoundedTable
  let policy: RoundingPolicy
  /// The row that took the difference, under `residual-to`, and how much per year.
  let absorber: Int?
  let absorbed: [Int64]
  let isCumulative: Bool?
  let trouble: DistributionTrouble?

  init(distributor: Distributor, section: LineSection, table: BlockTable, absorber: Int?) {
    self.table = table
    var policy = distributor.policy.applied(to: section)
    var absorbed: [Int64] = []
    var absorbing = absorber
    var rounded: RoundedTable
    let isCumulative: Bool? = nil
    let trouble: DistributionTrouble? = nil
    switch policy {
    case .standard, .largestRemainder, .controlled:
      rounded = LargestRemainder.round(table.exact)
    case .asPublished:
      rounded = RoundedAlone.round(table.exact)
    case .residualTo:
      rounded = RoundedAlone.round(table.exact)
      if let absorber, let leaf = table.rowOfLeaf.firstIndex(of: absorber) {
        absorbed = rounded.absorbDifference(in: leaf, of: table.exact)
      } else {
        policy = .asPublished
        absorbing = nil
      }
    }
    self.rounded = rounded
    self.policy = policy
    self.absorber = absorbing
    self.absorbed = absorbed
    self.isCumulative = isCumulative
    self.trouble = trouble
  }
}

extension RoundedTable {
  /// Adds to a leaf what the leaves lack of the total, year by year, and gives those differences.
  mutating func absorbDifference(in leaf: Int, of table: ExactTable) -> [Int64] {
    var differences: [Int64] = []
    for column in 0..<table.columns {
      let base = column * nodes
      let sum = table.shape.leafNodes.reduce(Int64(0)) { $0 + values[base + $1] }
      let difference = values[base] - sum
      var node = table.shape.leafNodes[leaf]
      while node != 0 {
        values[base + node] += difference
        node = table.shape.parents[node]
      }
      differences.append(difference)
    }
    return differences
  }
}

/// Splits a rounded cell into its saving and its cost, as two children of the cell: both start from their exact values truncated towards zero, and the
/// one of the right sign takes what the cell leaves. The two always add up to the cell.
enum SavingCostSplit {
  /// The parts of a cell of `rounded` units whose exact saving (≤ 0) and cost (≥ 0) are numerators over `unit`.
  static func split(_ rounded: Int64, saving: Int128, cost: Int128, unit: Int128) -> (saving: Int64, cost: Int64) {
    if cost == 0, saving != 0 || rounded < 0 { return (rounded, 0) }
    if saving == 0 { return (0, rounded) }
    var parts = (saving: Int64(saving / unit), cost: Int64(cost / unit))
    let left = rounded - parts.saving - parts.cost
    if left > 0 { parts.cost += left } else { parts.saving += left }
    return parts
  }
}
