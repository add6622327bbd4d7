public import ProposalModel

/// One row of a distributed block: a committee's own row or a unit, and the account of the money, if it has
/// one.
public struct LeafKey: Hashable, Sendable, Codable {
  /// The committee or unit.
  public var recipient: Recipient
  /// The account; `nil` for a share that has none until it is stated.
  public var account: Account?

  /// The row of `recipient` with `account`.
  public init(_ recipient: Recipient, account: Account? = nil) {
    self.recipient = recipient
    self.account = account
  }
}

/// A line's money on its way into a block: amounts per year, the rule that shares them, and whose account it
/// names.
public struct BlockLine: Hashable, Sendable {
  /// The line's id in its proposal.
  public var id: String
  /// The line's text, for the derivation.
  public var text: String
  /// One amount per year of the block, in øre.
  public var amounts: [Amount]
  /// The rule that shares the line: its own, else its proposal's, else `direct`.
  public var rule: DistributionRule
  /// The line's own committee or unit: its Udvalg, else what domain rules give. A line whose rule cannot be
  /// carried out stays here.
  public var own: Recipient?
  /// The line's own account. It belongs to the row of ``own``; the shares of others have none.
  public var account: Account?

  /// A line; see the properties for the meaning.
  public init(
    id: String, text: String, amounts: [Amount], rule: DistributionRule, own: Recipient? = nil,
    account: Account? = nil
  ) {
    self.id = id
    self.text = text
    self.amounts = amounts
    self.rule = rule
    self.own = own
    self.account = account
  }
}

/// The lines whose exact shares are added up first and rounded once: one control area × permanent or
/// implementation × Gælder.
public struct Block: Hashable, Sendable {
  /// Permanent change or implementation cost; ``RoundingPolicy/standard`` chooses by it.
  public var section: LineSection
  /// The years of the columns.
  public var years: [Int]
  /// The lines, in any order: the result does not depend on it.
  public var lines: [BlockLine]
  /// The factor from the price level of the amounts to the one of the table; exact sums are converted, then
  /// rounded once.
  public var priceFactor: Fraction

  /// A block; see the properties for the meaning.
  public init(section: LineSection, years: [Int], lines: [BlockLine], priceFactor: Fraction = .one) {
    self.section = section
    self.years = years
    self.lines = lines
    self.priceFactor = priceFactor
  }
}
