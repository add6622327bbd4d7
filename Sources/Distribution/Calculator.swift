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
  ) -> Calculation {
    let line = BlockLine(id: "1", text: "Beløb", amounts: amounts, rule: rule)
    let block = Block(section: .permanent, years: years, lines: [line])
    let distributor = Distributor(round: round, keys: keys, policy: policy, bookingUnit: bookingUnit)
    let distributed = distributor.distribute(block)
    let zeros = [Int64](repeating: 0, count: years.count)
    var rows = distributed.rows.map { row in
      Calculation.Row(
        recipient: row.key.recipient, amounts: row.rounded.map { $0.oere / (bookingUnit * 100) },
        exact: row.exact)
    }
    for committee in round.equalShareCommittees
    where !rows.contains(where: { $0.recipient == Recipient(committee.code) }) {
      rows.append(
        Calculation.Row(
          recipient: Recipient(committee.code), amounts: zeros, exact: zeros.map { Fraction($0) }))
    }
    rows.sort { round.order(of: $0.recipient) < round.order(of: $1.recipient) }
    return Calculation(
      policy: distributed.policy, unit: bookingUnit, years: years, rows: rows,
      totals: distributed.totals.map { $0.oere / (bookingUnit * 100) }, exactTotals: distributed.exactTotals,
      difference: distributed.difference.map { $0.oere / (bookingUnit * 100) }, troubles: distributed.troubles
    )
  }

  /// Several policies side by side.
  public func compare(
    years: [Int], amounts: [Amount], rule: DistributionRule,
    policies: [RoundingPolicy] = RoundingPolicy.compared()
  ) -> PolicyComparison {
    PolicyComparison(policies.map { calculate(years: years, amounts: amounts, rule: rule, policy: $0) })
  }
}

/// The result of a ``Calculator``: whole units per committee and year beside the exact fractions.
public struct Calculation: Hashable, Sendable {
  /// The policy that rounded.
  public var policy: RoundingPolicy
  /// The unit in kroner.
  public var unit: Int64
  /// The years.
  public var years: [Int]
  /// One row for each committee that takes part in ligedeling, and for others that the rule names, in the
  /// round's order.
  public var rows: [Row]
  /// The year totals in whole units.
  public var totals: [Int64]
  /// The exact year totals in units.
  public var exactTotals: [Fraction]
  /// The total less the sum of the rows.
  public var difference: [Int64]
  /// What is wrong with the rule.
  public var troubles: [DistributionTrouble]

  /// One committee's or unit's shares.
  public struct Row: Hashable, Sendable {
    /// Whose row it is.
    public var recipient: Recipient
    /// Whole units per year.
    public var amounts: [Int64]
    /// Exact units per year.
    public var exact: [Fraction]
  }
}

extension Calculation: Encodable {
  private enum CodingKeys: String, CodingKey {
    case policy, unit, years, rows, totals, exactTotals, difference, troubles
  }

  /// Writes the certificate:
  /// `{"policy", "unit", "years", "rows": [{"committee", "unitName", "amounts", "exact"}], "totals", "exactTotals", "difference"}`, and `troubles` where there are any.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(policy, forKey: .policy)
    try container.encode(unit, forKey: .unit)
    try container.encode(years, forKey: .years)
    try container.encode(rows, forKey: .rows)
    try container.encode(totals, forKey: .totals)
    try container.encode(exactTotals, forKey: .exactTotals)
    try container.encode(difference, forKey: .difference)
    if !troubles.isEmpty { try container.encode(troubles.map(\.message), forKey: .troubles) }
  }
}

extension Calculation.Row: Encodable {
  private enum CodingKeys: String, CodingKey {
    case committee, unitName, amounts, exact
  }

  /// Writes `{"committee", "unitName", "amounts", "exact"}`; `unitName` is `null` for a committee's own row.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(recipient.committee, forKey: .committee)
    try container.encode(recipient.unit, forKey: .unitName)
    try container.encode(amounts, forKey: .amounts)
    try container.encode(exact, forKey: .exact)
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
    public var calculation: Calculation
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
  public init(_ calculations: [Calculation]) {
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
