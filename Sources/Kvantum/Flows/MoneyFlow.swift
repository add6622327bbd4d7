public import Distribution
public import ProposalModel

/// The way of money from the lines of a proposal to its tables and its corrections: one section × control
/// area × condition × year.
///
/// ```text
/// input + carried + stated + rounding = tables
/// tables × factor + conversionRounding = corrections + notPostable
/// ```
///
/// The two roundings are each smaller than one booking unit, so that they cannot hide money; what is missing
/// beyond them is ``remainder``. Counter-entries are left out: they add up to zero by their own law.
public struct MoneyFlow: Hashable, Sendable {
  /// Permanent change or implementation cost.
  public var section: LineSection
  /// Styringsområde; `nil` for money whose area nobody has told.
  public var controlArea: ControlArea?
  /// If adopted or not.
  public var condition: LineCondition
  /// The year.
  public var year: Int
  /// The lines whose figures are added up.
  public var lines: [String] = []
  /// The figures of the lines in the year.
  public var input = Amount.zero
  /// What permanent changes go on with beyond the proposal's last year.
  public var carried = Amount.zero
  /// Stated rows less what the lines give.
  public var stated = Amount.zero
  /// What rounding shares to the booking unit adds.
  public var rounding = Amount.zero
  /// What the table B, C, D or E shows at the written price level.
  public var tables = Amount.zero
  /// The factor to the implemented level; `nil` where the round has none.
  public var factor: Fraction?
  /// What rounding at the implemented level adds, in øre.
  public var conversionRounding = Fraction.zero
  /// The corrections that can be posted.
  public var corrections = Amount.zero
  /// The corrections that cannot.
  public var notPostable = Amount.zero
  /// What is missing from either equation, in øre; 0, or a finding says why.
  public var remainder = Fraction.zero

  /// Whether nothing flows.
  var isEmpty: Bool {
    [input, carried, stated, tables, corrections, notPostable].allSatisfy { $0 == .zero }
  }
}

/// The way of the money of a loan: no table shows it, only the corrections.
public struct LoanFlow: Hashable, Sendable {
  /// Styringsområde; `nil` for money whose area nobody has told.
  public var controlArea: ControlArea?
  /// The year.
  public var year: Int
  /// The lines of the loan.
  public var lines: [String]
  /// Their figures in the year.
  public var input: Amount
  /// The factor to the implemented level; `nil` where the round has none.
  public var factor: Fraction?
  /// What rounding at the implemented level adds, in øre.
  public var conversionRounding: Fraction
  /// The corrections that can be posted.
  public var corrections: Amount
  /// The corrections that cannot.
  public var notPostable: Amount
}

/// The stated savings target of a year beside the permanent change in Service.
public struct TargetFlow: Hashable, Sendable {
  /// The words of the stated row.
  public var text: String
  /// The year.
  public var year: Int
  /// The stated target.
  public var stated: Amount
  /// The permanent change in Service.
  public var change: Amount
}
