public import ProposalModel

/// Distributes blocks of a proposal: exact shares of all lines are added up first and rounded once.
///
/// ```swift
/// let distributor = Distributor(round: round, tieStart: round.tieStart(of: proposal))
/// let saving = BlockLine(
///   id: "1", text: "Mindre konsulentbistand", amounts: [Amount(thousands: -270)], rule: .equal(among: []))
/// let block = Block(section: .permanent, years: [2019], lines: [saving])
/// distributor.distribute(block).rows.map { $0.rounded[0] }  // -39, -39, -39, -39, -38, -38, -38
/// ```
public struct Distributor: Sendable {
  /// Whose committees, units and keys are meant.
  public var round: Round
  /// Distribution keys of the proposal's own; they win over the round's.
  public var keys: [DistributionKey]
  /// The committee, among those that take part in ligedeling, at which ties start: `Round.tieStart(of:)`.
  public var tieStart: Int
  /// How shares are rounded.
  public var policy: RoundingPolicy
  /// The unit in which shares are rounded, in kroner: 1.000, or 1.
  public var bookingUnit: Int64
  /// With ``RoundingPolicy/controlled``: whether every sum from the first year up to any later one shall be
  /// its exact value rounded up or down too, where such a table exists. See ``DistributedBlock/cumulative``.
  public var wantsCumulative: Bool

  /// A distributor of `round`; `bookingUnit` is the round's unless given.
  public init(
    round: Round, keys: [DistributionKey] = [], tieStart: Int = 0, policy: RoundingPolicy = .standard,
    bookingUnit: Int64? = nil,
    wantsCumulative: Bool = false
  ) {
    self.round = round
    self.keys = keys
    self.tieStart = tieStart
    self.policy = policy
    self.bookingUnit = max(1, bookingUnit ?? round.bookingUnit)
    self.wantsCumulative = wantsCumulative
  }

  /// The block's shares, exact and rounded, with the troubles of its rules.
  public func distribute(_ block: Block) -> DistributedBlock {
    var sums = BlockSums(block: block, distributor: self)
    for line in sums.sortedLines { sums.add(line) }
    let absorber = sums.absorber(of: policy.applied(to: block.section))
    let table = sums.table()
    let rounding = BlockRounding(distributor: self, section: block.section, table: table, absorber: absorber)
    return DistributedBlock(block: block, distributor: self, sums: sums, rounding: rounding)
  }
}

/// The exact sums of a block, as numerators over one denominator that grows with the lines.
struct BlockSums: Sendable {
  let block: Block
  let order: TieOrder
  /// Øre numerators stand over this denominator, which includes the price factor's.
  private(set) var denominator: Int128
  /// The rows so far, in the order of their first line.
  private(set) var keys: [LeafKey] = []
  private(set) var places: [LeafKey: Int] = [:]
  /// `exact[row][year]` and the part of it that is negative.
  private(set) var exact: [[Int128]] = []
  private(set) var savings: [[Int128]] = []
  /// What each row has of which line.
  private(set) var parts: [[SharePart]] = []
  /// The money of lines that are in no row, and of all lines.
  private(set) var undistributed: [Int128]
  private(set) var troubles: [DistributionTrouble] = []
  private let resolver: RuleResolver
  private let unitOere: Int128
  private var size: Int128 = 0

  /// A line's part of a row.
  struct SharePart: Sendable {
    var line: Int
    var basis: ShareBasis
    /// Øre numerators of the part per year, over `denominator`, before the price factor.
    var numerators: [Int128]
    var denominator: Int128
  }

  init(block: Block, distributor: Distributor) {
    self.block = block
    order = TieOrder(round: distributor.round, start: distributor.tieStart)
    denominator = block.priceFactor.denominator
    undistributed = Array(repeating: 0, count: block.years.count)
    resolver = RuleResolver(round: distributor.round, keys: distributor.keys, years: block.years)
    unitOere = Int128(distributor.bookingUnit) * 100
  }

  /// The lines in an order that does not depend on the input's.
  var sortedLines: [Int] {
    block.lines.indices.sorted { (block.lines[$0].id, $0) < (block.lines[$1].id, $1) }
  }

  /// One booking unit as a numerator.
  var unit: Int128 { unitOere * denominator }

  mutating func add(_ index: Int) {
    let line = block.lines[index]
    let (shares, found) = resolver.shares(of: line)
    troubles += found
    if take(shares, index) { return }
    let own = line.own.map { resolver.canonical($0) ?? $0 }
    troubles.append(
      DistributionTrouble(
        line: line.id, kind: .tooLarge, consequence: own.map { .keptBy($0) } ?? .undistributed))
    guard let own else { return }
    let amounts = block.years.indices.map { $0 < line.amounts.count ? Int128(line.amounts[$0].oere) : 0 }
    _ = take(LineShares(denominator: 1, recipients: [own], numerators: [amounts], bases: [.kept]), index)
  }

  /// Adds a line's shares, if they fit; exactness needs room above the sum of all sizes.
  private mutating func take(_ shares: LineShares, _ index: Int) -> Bool {
    let line = block.lines[index]
    let amounts = block.years.indices.map { $0 < line.amounts.count ? line.amounts[$0].oere : 0 }
    let factor = block.priceFactor.numerator
    guard let grown = widened(shares.denominator),
      let total = Int128.sum(of: amounts, times: factor, plus: size), fits(total, grown)
    else { return false }
    rescale(to: grown)
    size = total
    let scale = grown / shares.denominator / block.priceFactor.denominator * factor
    let account = accountPlace(line, shares.recipients)
    var distributed = [Int128](repeating: 0, count: amounts.count)
    for (place, recipient) in shares.recipients.enumerated() {
      let row = self.row(of: LeafKey(recipient, account: place == account ? line.account : nil))
      for year in amounts.indices {
        let value = shares.numerators[place][year] * scale
        exact[row][year] += value
        if value < 0 { savings[row][year] += value }
        distributed[year] += value
      }
      parts[row].append(
        SharePart(
          line: index, basis: shares.bases[place], numerators: shares.numerators[place],
          denominator: shares.denominator))
    }
    for year in amounts.indices {
      undistributed[year] += Int128(amounts[year]) * (scale * shares.denominator) - distributed[year]
    }
    return true
  }

  /// A denominator that both the sums so far and shares over `shares` × the price factor's fit.
  private func widened(_ shares: Int128) -> Int128? {
    let (product, overflow) = shares.multipliedReportingOverflow(by: block.priceFactor.denominator)
    return overflow ? nil : leastCommonMultiple(denominator, product)
  }

  /// Room for the sums, and for the sums of costs that `controlled` makes of them.
  private func fits(_ total: Int128, _ denominator: Int128) -> Bool {
    let limit = Int128.max >> 4
    let room = Int128(1) << 24
    let (unit, first) = unitOere.multipliedReportingOverflow(by: denominator)
    let (product, second) = total.multipliedReportingOverflow(by: denominator)
    return !first && !second && product <= limit && unit <= limit / room
      && total / unitOere / block.priceFactor.denominator < Int128(Int64.max >> 4)
  }

  private mutating func rescale(to grown: Int128) {
    guard grown != denominator else { return }
    let scale = grown / denominator
    for row in exact.indices {
      for year in exact[row].indices {
        exact[row][year] *= scale
        savings[row][year] *= scale
      }
    }
    for year in undistributed.indices { undistributed[year] *= scale }
    denominator = grown
  }

  /// Which recipient the line's account belongs to: its own row, else its own committee's, else the only one.
  private func accountPlace(_ line: BlockLine, _ recipients: [Recipient]) -> Int? {
    guard line.account != nil else { return nil }
    guard let own = line.own.map({ resolver.canonical($0) ?? $0 }) else {
      return recipients.count == 1 ? 0 : nil
    }
    return recipients.firstIndex(of: own) ?? recipients.firstIndex(of: Recipient(own.committee))
  }

  mutating func row(of key: LeafKey) -> Int {
    if let row = places[key] { return row }
    let zeros = [Int128](repeating: 0, count: block.years.count)
    places[key] = keys.count
    keys.append(key)
    exact.append(zeros)
    savings.append(zeros)
    parts.append([])
    return keys.count - 1
  }

  /// The row that takes the difference under `residual-to`: the committee's own row without account, else its
  /// first one.
  mutating func absorber(of policy: RoundingPolicy) -> Int? {
    guard case .residualTo(let name) = policy else { return nil }
    guard let recipient = resolver.canonical(Recipient(name)) ?? resolver.round.recipient(named: name) else {
      troubles.append(
        DistributionTrouble(
          line: nil, kind: .residualCommitteeUnknown(name), consequence: .roundedBy(.asPublished)))
      return nil
    }
    if places[LeafKey(recipient)] == nil,
      let first = order.sorted(keys).first(where: { keys[$0].recipient == recipient })
    {
      return first
    }
    return row(of: LeafKey(recipient))
  }

  /// The exact table, its leaves in the order of ties, and the row of each leaf.
  func table() -> BlockTable {
    let leaves = order.sorted(keys)
    let shape = TableShape(paths: order.paths(of: leaves.map { keys[$0] }))
    var values: [Int128] = []
    values.reserveCapacity(leaves.count * block.years.count)
    for year in block.years.indices { for row in leaves { values.append(exact[row][year]) } }
    let table = ExactTable(shape: shape, columns: block.years.count, leafValues: values, unit: unit)
    return BlockTable(exact: table, rowOfLeaf: leaves)
  }
}

/// The exact table of a block and which row each leaf is.
struct BlockTable: Sendable {
  var exact: ExactTable
  var rowOfLeaf: [Int]
}

extension Int128 {
  /// Σ |amounts| × |factor| + `start`, or `nil` beyond 128 bits.
  static func sum(of amounts: [Int64], times factor: Int128, plus start: Int128) -> Int128? {
    var sum: Int128 = 0
    for amount in amounts { sum += Int128(amount.magnitude) }
    let (product, first) = sum.multipliedReportingOverflow(by: factor < 0 ? -factor : factor)
    let (total, second) = product.addingReportingOverflow(start)
    return first || second ? nil : total
  }
}
