public import ProposalModel

/// A distributed block as it is handed to somebody who trusts nobody: exact fractions beside the rounded
/// numbers, in JSON.
///
/// `Tests/certificate.py` checks such files for sums, bounds and optimality, and shares no code with this
/// package. The keys are those of `fordel distribute --format json`, and `title`, `section`, and each row's
/// `account` besides.
public struct Certificate: Hashable, Sendable {
  /// Which block it is: `BC08, Service, Varig ændring`.
  public var title: String
  /// Permanent change or implementation cost.
  public var section: LineSection
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

  /// One row of a certificate.
  public struct Row: Hashable, Sendable {
    /// Whose row it is.
    public var key: LeafKey
    /// Whole units per year.
    public var amounts: [Int64]
    /// Exact units per year.
    public var exact: [Fraction]
  }
}

extension DistributedBlock {
  /// The block's certificate under `title`.
  public func certificate(title: String) -> Certificate {
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
    case title, section, policy, unit, years, rows, totals, exactTotals, difference, cumulative
  }

  /// Writes the keys of `fordel distribute --format json`, with `title`, `section` and, where it was asked
  /// for, `cumulative`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(title, forKey: .title)
    try container.encode(section, forKey: .section)
    try container.encode(policy, forKey: .policy)
    try container.encode(unit, forKey: .unit)
    try container.encode(years, forKey: .years)
    try container.encode(rows, forKey: .rows)
    try container.encode(totals, forKey: .totals)
    try container.encode(exactTotals, forKey: .exactTotals)
    try container.encode(difference, forKey: .difference)
    try container.encodeIfPresent(cumulative, forKey: .cumulative)
  }
}

extension Certificate.Row: Encodable {
  private enum CodingKeys: String, CodingKey {
    case committee, unitName, account, amounts, exact
  }

  /// Writes `{"committee", "unitName", "account", "amounts", "exact"}`; `unitName` and `account` are `null`
  /// where there is none.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(key.recipient.committee, forKey: .committee)
    try container.encode(key.recipient.unit, forKey: .unitName)
    try container.encode(key.account?.printed, forKey: .account)
    try container.encode(amounts, forKey: .amounts)
    try container.encode(exact, forKey: .exact)
  }
}
