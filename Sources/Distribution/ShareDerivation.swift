public import ProposalModel

/// How one rounded share came about: the lines it is made of, their rules and weights, the exact fraction,
/// and why it was rounded as it was.
public struct ShareDerivation: Hashable, Sendable, Codable {
  /// Whose share it is.
  public var key: LeafKey
  /// The year.
  public var year: Int
  /// The booking unit in kroner, in which exact and rounded values are counted.
  public var bookingUnit: Int64
  /// The factor between price levels; 1 where nothing is converted.
  public var priceFactor: Fraction
  /// What each line contributes.
  public var parts: [Part]
  /// The exact share, in booking units.
  public var exact: Fraction
  /// The rounded share, in booking units.
  public var rounded: Int64
  /// The policy that rounded it.
  public var policy: RoundingPolicy
  /// Which way it was rounded.
  public var direction: Direction
  /// Why.
  public var reason: Reason

  /// A line's contribution to a share.
  public struct Part: Hashable, Sendable, Codable {
    /// The line's id.
    public var line: String
    /// The line's text.
    public var text: String
    /// The line's amount in the year, in øre.
    public var amount: Amount
    /// The line's rule, as a Fordeling cell writes it.
    public var rule: String
    /// The weight of the share.
    public var weight: Fraction?
    /// The sum of all weights; `weight` of `totalWeight` is the portion. Whole numbers without common
    /// factors.
    public var totalWeight: Fraction?
    /// What is special about the contribution.
    public var remark: Remark?
    /// The exact contribution in the price level of the line, in booking units.
    public var written: Fraction
    /// The exact contribution, converted to the price level of the table, in booking units.
    public var exact: Fraction
  }

  /// What is special about a contribution.
  public enum Remark: String, Hashable, Sendable, Codable {
    /// The fixed amount of the rule.
    case fixed
    /// A share of what the fixed amounts leave.
    case rest
    /// A fixed amount and a share of the rest.
    case fixedAndRest
    /// The rule could not be carried out, and the money stayed here.
    case kept
  }

  /// Which way a share was rounded; of its size, whatever its sign.
  public enum Direction: String, Hashable, Sendable, Codable {
    /// The exact share is a whole number.
    case exact
    /// Away from zero.
    case up
    /// Towards zero.
    case down
  }

  /// Why a share was rounded the way it was.
  public enum Reason: Hashable, Sendable {
    /// Whole numbers stay.
    case whole
    /// The place of its remainder, at every level of the tree from the total down.
    case largestRemainder([RemainderStep])
    /// To the nearest, alone.
    case alone
    /// To the nearest, and then it took the difference of the others.
    case absorbed(difference: Int64)
    /// As the least total deviation of the whole table needs it.
    case flow(FlowReason)
  }

  /// One level of the largest remainder method.
  public struct RemainderStep: Hashable, Sendable, Codable {
    /// What was shared: the rounded value of the parent.
    public var parent: Int64
    /// What the truncated values of all children left of it.
    public var left: Int64
    /// The size of the share's own remainder.
    public var remainder: Fraction
    /// The place of the remainder among those of its sign, from 1; `nil` where nothing was left, or the
    /// remainder has the other sign.
    public var rank: Int?
    /// How many have exactly this remainder, itself included.
    public var equals: Int
    /// Whether the starting point decided, because some of the equal ones were served and some not.
    public var isTie: Bool
    /// The committee at which ties start.
    public var start: String?
  }

  /// What bounds a cell of a controlled table.
  public struct FlowReason: Hashable, Sendable, Codable {
    /// Whether the cell is the nearest whole number; a half is nearest both ways.
    public var isNearest: Bool
    /// The year's total, exact and rounded.
    public var yearTotal: Total
    /// The row's total over the years.
    public var rowTotal: Total
    /// The committee at which ties start.
    public var start: String?
  }

  /// A total of a controlled table.
  public struct Total: Hashable, Sendable, Codable {
    /// The exact value, in booking units.
    public var exact: Fraction
    /// The rounded value, in booking units.
    public var rounded: Int64
  }
}

extension DistributedBlock {
  /// How the share of `key` in `year` came about; `nil` if the block has no such row or year.
  public func derivation(of key: LeafKey, year: Int) -> ShareDerivation? {
    guard let row = row(key), let column = years.firstIndex(of: year) else { return nil }
    let unit = bookingUnit * 100
    let rounded = row.rounded[column].oere / unit
    let exact = row.exact[column]
    return ShareDerivation(
      key: key, year: year, bookingUnit: bookingUnit, priceFactor: sums.block.priceFactor,
      parts: parts(of: row, column), exact: exact,
      rounded: rounded, policy: policy, direction: direction(exact, rounded),
      reason: reason(row, column, rounded: rounded))
  }

  private func direction(_ exact: Fraction, _ rounded: Int64) -> ShareDerivation.Direction {
    let whole = Fraction(rounded)
    if exact == whole { return .exact }
    return exact.magnitude < whole.magnitude ? .up : .down
  }

  private func parts(of row: ShareRow, _ column: Int) -> [ShareDerivation.Part] {
    let block = sums.block
    let unit = Int128(bookingUnit) * 100
    return sums.parts[row.place].map { part in
      let line = block.lines[part.line]
      let amount = column < line.amounts.count ? line.amounts[column] : .zero
      let own = Fraction.promised(Fraction(part.numerators[column], over: part.denominator))
      let written = Fraction.promised(own.multiplied(by: .promised(Fraction(1, over: unit))))
      let exact = Fraction.promised(written.multiplied(by: block.priceFactor))
      var result = ShareDerivation.Part(
        line: line.id, text: line.text, amount: amount, rule: line.rule.spelling, written: written,
        exact: exact)
      switch part.basis {
      case .all: (result.weight, result.totalWeight) = (.one, .one)
      case .weight(let weight, let total):
        (result.weight, result.totalWeight) = (Fraction(weight, over: 1), Fraction(total, over: 1))
      case .fixed: result.remark = .fixed
      case .rest(let weight, let total, let besidesFixed):
        (result.weight, result.totalWeight) = (Fraction(weight, over: 1), Fraction(total, over: 1))
        result.remark = besidesFixed ? .fixedAndRest : .rest
      case .kept: result.remark = .kept
      }
      return result
    }
  }

  private func reason(_ row: ShareRow, _ column: Int, rounded: Int64) -> ShareDerivation.Reason {
    switch policy {
    case .residualTo where rounding.absorber == row.place && rounding.absorbed[column] != 0:
      return .absorbed(difference: rounding.absorbed[column])
    case _ where row.exact[column].isWhole: return .whole
    case .asPublished, .residualTo: return .alone
    case .controlled: return .flow(flowReason(row, column, rounded: rounded))
    case .largestRemainder, .standard: return .largestRemainder(remainderSteps(row, column))
    }
  }

  private func remainderSteps(_ row: ShareRow, _ column: Int) -> [ShareDerivation.RemainderStep] {
    let table = rounding.table.exact
    let rounded = rounding.rounded
    var steps: [ShareDerivation.RemainderStep] = []
    var node = table.shape.leafNodes[row.leaf]
    while node != 0 {
      let parent = table.shape.parents[node]
      steps.append(step(node, parent, column: column, table: table, rounded: rounded))
      node = parent
    }
    return steps.reversed()
  }

  private func step(_ node: Int, _ parent: Int, column: Int, table: ExactTable, rounded: RoundedTable)
    -> ShareDerivation.RemainderStep
  {
    let children = table.shape.children(of: parent)
    let left =
      rounded.value(parent, column) - children.reduce(0) { $0 + Int64(table.value($1, column) / table.unit) }
    let own = table.value(node, column) % table.unit
    let remainders = children.filter { table.value($0, column) % table.unit * Int128(left.signum()) > 0 }
      .map { (node: $0, size: (table.value($0, column) % table.unit).magnitude) }
    let ahead = remainders.filter { $0.size > own.magnitude || ($0.size == own.magnitude && $0.node < node) }
      .count
    let larger = remainders.filter { $0.size > own.magnitude }.count
    let equals = remainders.filter { $0.size == own.magnitude }.count
    let takesPart = left != 0 && own != 0 && (own < 0) == (left < 0)
    let served = Int(left.magnitude) - larger
    return ShareDerivation.RemainderStep(
      parent: rounded.value(parent, column), left: left,
      remainder: Fraction.promised(Fraction(own, over: table.unit)).magnitude,
      rank: takesPart ? ahead + 1 : nil, equals: takesPart ? equals : 1,
      isTie: takesPart && served > 0 && served < equals,
      start: sums.order.startingCommittee)
  }

  private func flowReason(_ row: ShareRow, _ column: Int, rounded: Int64) -> ShareDerivation.FlowReason {
    let table = rounding.table.exact
    let node = table.shape.leafNodes[row.leaf]
    let value = table.value(node, column)
    let distance = (value - Int128(rounded) * table.unit).magnitude
    let rowExact = (0..<table.columns).reduce(Int128(0)) { $0 + table.value(node, $1) }
    let rowRounded = (0..<table.columns).reduce(Int64(0)) { $0 + rounding.rounded.value(node, $1) }
    return ShareDerivation.FlowReason(
      isNearest: distance <= table.unit.magnitude - distance,
      yearTotal: .init(
        exact: .promised(Fraction(table.value(0, column), over: table.unit)),
        rounded: rounding.rounded.value(0, column)),
      rowTotal: .init(exact: .promised(Fraction(rowExact, over: table.unit)), rounded: rowRounded),
      start: sums.order.startingCommittee)
  }
}
