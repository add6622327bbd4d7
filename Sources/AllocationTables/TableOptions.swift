public import Distribution
public import ProposalModel

/// At which price level tables are made.
public enum TablePriceLevel: String, Hashable, Sendable, Codable, CaseIterable {
  /// The level the proposal is written in.
  case written
  /// The level it is carried out in; exact sums are converted with the round's factors, then rounded once.
  case implemented
}

/// How the allocation tables of a proposal are made.
public struct TableOptions: Hashable, Sendable {
  /// How shares become whole booking units.
  public var policy: RoundingPolicy
  /// The booking unit in kroner; `nil` is the round's.
  public var bookingUnit: Int64?
  /// The price level of the allocation tables.
  public var priceLevel: TablePriceLevel

  /// The standard policy, the round's unit, the written level.
  public init(
    policy: RoundingPolicy = .standard, bookingUnit: Int64? = nil, priceLevel: TablePriceLevel = .written
  ) {
    self.policy = policy
    self.bookingUnit = bookingUnit
    self.priceLevel = priceLevel
  }
}

/// Something that keeps a table from being made as asked; collected, never thrown.
public enum TableTrouble: Hashable, Sendable {
  /// A line's rule cannot be carried out.
  case distribution(DistributionTrouble)
  /// Nothing says whose money the line is.
  case committeeMissing(line: String)
  /// The line has no control area and so stands in no allocation table.
  case controlAreaMissing(line: String)
  /// The line is an implementation cost in an area that neither D nor E shows.
  case areaWithoutTable(line: String, ControlArea)
  /// The round has no factor for the area between the two price levels.
  case priceFactorMissing(ControlArea, from: Int, to: Int)
  /// A stated row of B or C without a control area, in a proposal with several, cannot be converted.
  case statedAreaMissing(AllocationTableKind, row: Int)
}
