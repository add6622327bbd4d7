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
    switch distributor.policy.applied(to: section) {
    case .controlled: self.init(controlled: table, wantsCumulative: distributor.wantsCumulative)
    case .residualTo(let committee):
      var rounded = RoundedAlone.round(table.exact)
      if let absorber, let leaf = table.rowOfLeaf.firstIndex(of: absorber) {
        let absorbed = rounded.absorbDifference(in: leaf, of: table.exact)
        self.init(table, rounded, .residualTo(committee: committee), absorber: absorber, absorbed: absorbed)
      } else {
        self.init(table, rounded, .asPublished)
      }
    case .asPublished: self.init(table, RoundedAlone.round(table.exact), .asPublished)
    case .standard, .largestRemainder:
      self.init(table, LargestRemainder.round(table.exact), .largestRemainder)
    }
  }

  /// `controlled`, with the cumulative condition if it is wanted; largest remainder where the numbers leave
  /// no room for either.
  private init(controlled table: BlockTable, wantsCumulative: Bool) {
    guard let rounded = Controlled.round(table.exact, isCumulative: wantsCumulative) else {
      let trouble = DistributionTrouble(
        line: nil, kind: .tooLarge, consequence: .roundedBy(.largestRemainder))
      self.init(table, LargestRemainder.round(table.exact), .largestRemainder, trouble: trouble)
      return
    }
    let isCumulative = wantsCumulative ? Controlled.isCumulative(rounded, of: table.exact) : nil
    self.init(table, rounded, .controlled, isCumulative: isCumulative)
  }

  private init(
    _ table: BlockTable, _ rounded: RoundedTable, _ policy: RoundingPolicy, absorber: Int? = nil,
    absorbed: [Int64] = [],
    isCumulative: Bool? = nil, trouble: DistributionTrouble? = nil
  ) {
    self.table = table
    self.rounded = rounded
    self.policy = policy
    self.absorber = absorber
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

/// Splits a rounded cell into its saving and its cost, as two children of the cell: both start from their
/// exact values truncated towards zero, and the one of the right sign takes what the cell leaves. The two
/// always add up to the cell.
enum SavingCostSplit {
  /// The parts of a cell of `rounded` units whose exact saving (≤ 0) and cost (≥ 0) are numerators over
  /// `unit`.
  static func split(_ rounded: Int64, saving: Int128, cost: Int128, unit: Int128) -> (
    saving: Int64, cost: Int64
  ) {
    if cost == 0, saving != 0 || rounded < 0 { return (rounded, 0) }
    if saving == 0 { return (0, rounded) }
    var parts = (saving: Int64(saving / unit), cost: Int64(cost / unit))
    let left = rounded - parts.saving - parts.cost
    if left > 0 { parts.cost += left } else { parts.saving += left }
    return parts
  }
}
