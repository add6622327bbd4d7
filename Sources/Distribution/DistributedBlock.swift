public import ProposalModel

/// A block after distribution: every share exact and rounded, with its derivation.
public struct DistributedBlock: Sendable {
  /// Permanent change or implementation cost.
  public let section: LineSection
  /// The years of the columns.
  public let years: [Int]
  /// The policy that rounded the block; never ``RoundingPolicy/standard``.
  public let policy: RoundingPolicy
  /// The booking unit, in kroner.
  public let bookingUnit: Int64
  /// The rows in the round's printed order: every committee, unit and account that a rule names or a line
  /// belongs to, also those with nothing.
  public let rows: [ShareRow]
  /// The year totals in whole booking units. Where the exact total is not whole, it is rounded a half away
  /// from zero; under `controlled` it is rounded to whichever side the least deviation of the table needs.
  public let totals: [Amount]
  /// The exact year totals, in booking units, of all lines of the block.
  public let exactTotals: [Fraction]
  /// The total less the sum of the rows, per year. Not zero under `as-published`, and where money of troubled
  /// lines is in no row.
  public let difference: [Amount]
  /// What is wrong with the lines' rules.
  public let troubles: [DistributionTrouble]
  /// Under ``RoundingPolicy/controlled`` with ``Distributor/wantsCumulative``: whether all sums from the
  /// first year on are rounded up or down too. `false` says that no such table exists; `nil` that none was
  /// asked for.
  public let cumulative: Bool?

  let sums: BlockSums
  let rounding: BlockRounding
  private let placeOfRow: [LeafKey: Int]

  init(block: Block, distributor: Distributor, sums: BlockSums, rounding: BlockRounding) {
    section = block.section
    years = block.years
    policy = rounding.policy
    bookingUnit = distributor.bookingUnit
    troubles = sums.troubles + [rounding.trouble].compactMap { $0 }
    cumulative = rounding.isCumulative
    self.sums = sums
    self.rounding = rounding
    var leafOfRow = [Int](repeating: 0, count: sums.keys.count)
    for (leaf, row) in rounding.table.rowOfLeaf.enumerated() { leafOfRow[row] = leaf }
    let cells = BlockCells(sums: sums, rounding: rounding, oere: distributor.bookingUnit * 100)
    let rows = sums.order.printed(sums.keys).map { cells.row($0, leaf: leafOfRow[$0]) }
    let (totals, exactTotals) = cells.totals()
    difference = totals.indices.map { year in totals[year] - rows.map { $0.rounded[year] }.sum() }
    self.rows = rows
    placeOfRow = Dictionary(rows.indices.map { (rows[$0].key, $0) }) { first, _ in first }
    self.totals = totals
    self.exactTotals = exactTotals
  }

  /// The row of a committee, unit or account.
  public func row(_ key: LeafKey) -> ShareRow? { placeOfRow[key].map { rows[$0] } }
}

/// One row of a ``DistributedBlock``.
public struct ShareRow: Hashable, Sendable {
  /// Whose row it is.
  public let key: LeafKey
  /// The exact share per year, in booking units: −270/7 of 1.000 kr.
  public let exact: [Fraction]
  /// The rounded share per year, a whole number of booking units.
  public let rounded: [Amount]
  /// Besparelse: the part of the rounded share that comes from negative amounts.
  public let saving: [Amount]
  /// Omkostninger: the part that comes from positive amounts. The two parts add up to ``rounded``.
  public let cost: [Amount]

  let leaf: Int
  let place: Int
}

/// Makes rows of a block's numbers.
private struct BlockCells {
  let sums: BlockSums
  let rounding: BlockRounding
  let oere: Int64

  func row(_ place: Int, leaf: Int) -> ShareRow {
    let table = rounding.table.exact
    let node = table.shape.leafNodes[leaf]
    var rounded: [Amount] = []
    var savings: [Amount] = []
    var costs: [Amount] = []
    for year in 0..<table.columns {
      let units = rounding.rounded.value(node, year)
      let saving = sums.savings[place][year]
      let parts = SavingCostSplit.split(
        units, saving: saving, cost: sums.exact[place][year] - saving, unit: table.unit)
      rounded.append(Amount(oere: units * oere))
      savings.append(Amount(oere: parts.saving * oere))
      costs.append(Amount(oere: parts.cost * oere))
    }
    let exact = sums.exact[place].map { Fraction.promised(Fraction($0, over: table.unit)) }
    return ShareRow(
      key: sums.keys[place], exact: exact, rounded: rounded, saving: savings, cost: costs, leaf: leaf,
      place: place)
  }

  func totals() -> ([Amount], [Fraction]) {
    let table = rounding.table.exact
    var totals: [Amount] = []
    var exact: [Fraction] = []
    for year in 0..<table.columns {
      let missing = sums.undistributed[year]
      let whole = table.value(0, year) + missing
      let units = missing == 0 ? rounding.rounded.value(0, year) : Int64(roundedHalfAway(whole, table.unit))
      totals.append(Amount(oere: units * oere))
      exact.append(.promised(Fraction(whole, over: table.unit)))
    }
    return (totals, exact)
  }
}

/// What one line gives to one row of a ``DistributedBlock``.
public struct ShareContribution: Hashable, Sendable {
  /// The line, by its place in ``DistributedBlock/lines``.
  public let line: Int
  /// How the row came to its part of the line.
  public let basis: ShareBasis
  /// The exact part per year, in booking units and in the price level of the line.
  public let exact: [Fraction]
}

extension DistributedBlock {
  /// The lines of the block, as they were given.
  public var lines: [BlockLine] { sums.block.lines }

  /// The factor between price levels; 1 where nothing is converted.
  public var priceFactor: Fraction { sums.block.priceFactor }

  /// The committee at which ties start.
  public var tieStart: String? { sums.order.startingCommittee }

  /// The row that took the difference of the others, under ``RoundingPolicy/residualTo(committee:)``.
  public var absorber: LeafKey? { rounding.absorber.map { sums.keys[$0] } }

  /// What the lines give to a row, line by line; empty if there is no such row.
  public func contributions(to key: LeafKey) -> [ShareContribution] {
    guard let row = row(key) else { return [] }
    let unit = Fraction.promised(Fraction(1, over: Int128(bookingUnit) * 100))
    return sums.parts[row.place].map { part in
      ShareContribution(
        line: part.line, basis: part.basis,
        exact: part.numerators.map {
          .promised(Fraction($0, over: part.denominator)?.multiplied(by: unit))
        })
    }
  }
}
