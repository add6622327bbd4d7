public import Distribution
public import ProposalModel

/// The conversion of a proposal's amounts from the level they are written in to the one it is carried out in.
public struct PriceConversion: Hashable, Sendable {
  /// The price level the amounts are written in.
  public let written: Int
  /// The price level the proposal is carried out in.
  public let implemented: Int
  private let factors: [PriceFactor]

  /// The conversion of `proposal`: its own levels, else those of `round`.
  public init(_ proposal: Proposal, round: Round) {
    written = proposal.priceLevel ?? round.writtenPriceLevel(of: proposal.kind)
    implemented = proposal.implementedPriceLevel ?? round.implementedPriceLevel
    factors = round.priceFactors
  }

  /// The conversion of a stated table, which may be printed in another level than its proposal.
  public init(_ stated: StatedAllocation, of proposal: Proposal, round: Round) {
    let own = PriceConversion(proposal, round: round)
    written = stated.priceLevel ?? own.written
    implemented = own.implemented
    factors = own.factors
  }

  /// Whether the two levels differ.
  public var isNeeded: Bool { written != implemented }

  /// The round's factor for an area, with its source; `nil` where it has none.
  public func priceFactor(of area: ControlArea) -> PriceFactor? {
    factors.first { $0.controlArea == area && $0.from == written && $0.to == implemented }
  }

  /// The exact factor of an area: one where nothing is to be converted, `nil` where the round has none.
  public func factor(of area: ControlArea) -> Fraction? {
    isNeeded ? priceFactor(of: area).map { Fraction($0.factor) } : .one
  }
}
