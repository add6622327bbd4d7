public import ProposalModel

/// A calculator for one series of amounts and one rule, without a proposal: the command `fordel distribute`.
///
/// Ties start at the round's first committee, and ``RoundingPolicy/standard`` means
/// ``RoundingPolicy/largestRemainder`` here.
public struct Calculator: Sendable {
  /// Whose committees and keys are meant.
  public var round: Round
  /// Further distribution keys.
  public var keys: [DistributionKey]
  /// The unit in which shares are rounded, in kroner: 1.000 or 1.
  public var bookingUnit: Int64

  /// A calculator for `round`.
  public init(round: Round, keys: [DistributionKey] = [], bookingUnit: Int64 = 1_000) {
    self.round = round
    self.keys = keys
    self.bookingUnit = bookingUnit
  }

  /// Shares one amount per year by `rule`, rounded by `policy`.
  public func calculate(
    years: [Int], amounts: [Amount], rule: DistributionRule, policy: RoundingPolicy = .standard
  ) -> Certificate {
    let line = BlockLine(id: "1", text: "Beløb", amounts: amounts, rule: rule)
    let block = Block(section: .permanent, years: years, lines: [line])
    let distributor = Distributor(round: round, keys: keys, policy: policy, bookingUnit: bookingUnit)
    let distributed = distributor.distribute(block)
    var result = distributed.certificate(title: nil)
    (result.section, result.cumulative, result.troubles) = (nil, nil, distributed.troubles)
    let zeros = [Int64](repeating: 0, count: years.count)
    for committee in round.equalShareCommittees
    where !result.rows.contains(where: { $0.recipient == Recipient(committee.code) }) {
      result.rows.append(
        Certificate.Row(
          key: LeafKey(Recipient(committee.code)), amounts: zeros, exact: zeros.map { Fraction($0) }))
    }
    result.rows.sort { round.order(of: $0.recipient) < round.order(of: $1.recipient) }
    for index in result.rows.indices { result.rows[index].hasAccount = false }
    return result
  }

  /// Several policies side by side.
  public func compare(
    years: [Int], amounts: [Amount], rule: DistributionRule,
    policies: [RoundingPolicy] = RoundingPolicy.compared()
  ) -> PolicyComparison {
    PolicyComparison(policies.map { calculate(years: years, amounts: amounts, rule: rule, policy: $0) })
  }
}

/// The results of several policies side by side: what each promises and where they differ.
public struct PolicyComparison: Hashable, Sendable, Encodable {
  /// One result per policy.
  public var results: [Result]
  /// The cells in which not all policies agree.
  public var differences: [Difference]

  /// A policy's result and promise.
  public struct Result: Hashable, Sendable, Encodable {
    /// The result.
    public var calculation: Certificate
    /// What the policy promises, in Danish.
    public var guarantee: String
  }

  /// What is wrong with the rule or a policy, each once.
  public var troubles: [DistributionTrouble] {
    results.flatMap(\.calculation.troubles).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// A committee's or unit's shares by all policies.
  public struct Row: Hashable, Sendable {
    /// Whose row it is.
    public var recipient: Recipient
    /// The exact share per year.
    public var exact: [Fraction]
    /// Per year, the rounded shares in the order of the results.
    public var amounts: [[Int64]]
  }

  /// The shares of everybody by all policies, in the order of the first result; who has a row only under a
  /// later policy comes behind.
  public var rows: [Row] {
    let calculations = results.map(\.calculation)
    guard let first = calculations.first else { return [] }
    var recipients: [Recipient] = []
    for row in calculations.flatMap(\.rows) where !recipients.contains(row.recipient) {
      recipients.append(row.recipient)
    }
    return recipients.map { recipient in
      let rows = calculations.map { $0.rows.first { $0.recipient == recipient } }
      return Row(
        recipient: recipient, exact: rows.compactMap { $0?.exact }.first ?? first.years.map { _ in .zero },
        amounts: first.years.indices.map { column in rows.map { $0?.amounts[column] ?? 0 } })
    }
  }

  /// A cell in which policies differ.
  public struct Difference: Hashable, Sendable, Encodable {
    /// Whose share it is.
    public var recipient: Recipient
    /// The year.
    public var year: Int
    /// The exact share.
    public var exact: Fraction
    /// The rounded shares, in the order of the results.
    public var amounts: [Int64]
  }

  /// Compares results of the same amounts and rule.
  public init(_ calculations: [Certificate]) {
    results = calculations.map { Result(calculation: $0, guarantee: $0.policy.guarantee) }
    differences = []
    let years = calculations.first?.years ?? []
    for row in rows {
      for (column, year) in years.enumerated() where Set(row.amounts[column]).count > 1 {
        differences.append(
          Difference(
            recipient: row.recipient, year: year, exact: row.exact[column], amounts: row.amounts[column]))
      }
    }
  }
}
