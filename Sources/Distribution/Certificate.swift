public import ProposalModel

/// Shares as they are handed to somebody who trusts nobody: exact fractions beside the rounded numbers, in JSON.
///
/// It is the result of a ``Calculator`` (`fordel distribute --format json`), or shows a distributed block of a
/// proposal; then it has a `title`, a `section`, and in each row an `account` besides. `Tests/certificate.py`
/// checks such files for sums, bounds and optimality, and shares no code with this package.
public struct Certificate: Hashable, Sendable {
  /// Which block it is: `BC08, Service, Varig ændring`; `nil` for a calculation without a proposal.
  public var title: String?
  /// Permanent change or implementation cost, of a block.
  public var section: LineSection?
  /// The policy that rounded.
  public var policy: RoundingPolicy
  /// The unit in kroner.
  public var unit: Int64
  /// The years.
  public var years: [Int]
  /// The rows in the round's order.
  public var rows: [Row]
  /// The year totals in whole units.
  public var totals: [Int64]
  /// The exact year totals in units.
  public var exactTotals: [Fraction]
  /// The total less the sum of the rows.
  public var difference: [Int64]
  /// See ``DistributedBlock/cumulative``.
  public var cumulative: Bool?
  /// What is wrong with the rule of a calculation; the troubles of blocks are told with their tables.
  public var troubles: [DistributionTrouble] = []

  /// One row of a certificate.
  public struct Row: Hashable, Sendable {
    /// Whose row it is.
    public var key: LeafKey
    /// Whole units per year.
    public var amounts: [Int64]
    /// Exact units per year.
    public var exact: [Fraction]
    /// Whether the row is one of a block, where rows have accounts.
    var hasAccount = true

    /// The committee or unit.
    public var recipient: Recipient { key.recipient }
  }
}

extension DistributedBlock {
  /// The block's certificate under `title`.
  public func certificate(title: String?) -> Certificate {
    let unit = bookingUnit * 100
    return Certificate(
      title: title, section: section, policy: policy, unit: bookingUnit, years: years,
      rows: rows.map { row in
        Certificate.Row(key: row.key, amounts: row.rounded.map { $0.oere / unit }, exact: row.exact)
      },
      totals: totals.map { $0.oere / unit }, exactTotals: exactTotals,
      difference: difference.map { $0.oere / unit }, cumulative: cumulative
    )
  }
}

extension Certificate: Encodable {
  private enum CodingKeys: String, CodingKey {
    case title, section, policy, unit, years, rows, totals, exactTotals, difference, cumulative, troubles
  }

  /// Writes
  /// `{"policy", "unit", "years", "rows": [{"committee", "unitName", "amounts", "exact"}], "totals", "exactTotals", "difference"}`,
  /// with `title`, `section`, `cumulative` and `troubles` where there are any.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(title, forKey: .title)
    try container.encodeIfPresent(section, forKey: .section)
    try container.encode(policy, forKey: .policy)
    try container.encode(unit, forKey: .unit)
    try container.encode(years, forKey: .years)
    try container.encode(rows, forKey: .rows)
    try container.encode(totals, forKey: .totals)
    try container.encode(exactTotals, forKey: .exactTotals)
    try container.encode(difference, forKey: .difference)
    try container.encodeIfPresent(cumulative, forKey: .cumulative)
    if !troubles.isEmpty { try container.encode(troubles.map(\.message), forKey: .troubles) }
  }
}

extension Certificate.Row: Encodable {
  private enum CodingKeys: String, CodingKey {
    case committee, unitName, account, amounts, exact
  }

  /// Writes `{"committee", "unitName", "account", "amounts", "exact"}`; `unitName` and `account` are `null`
  /// where there is none, and a calculation has no `account` at all.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(key.recipient.committee, forKey: .committee)
    try container.encode(key.recipient.unit, forKey: .unitName)
    if hasAccount { try container.encode(key.account?.printed, forKey: .account) }
    try container.encode(amounts, forKey: .amounts)
    try container.encode(exact, forKey: .exact)
  }
}
