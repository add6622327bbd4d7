public import ProposalModel

/// How a year's total of a block came about: its lines, the exact sum, and the rounded total with what the
/// shares lack of it.
public struct TotalDerivation: Hashable, Sendable, Codable {
  /// The year.
  public var year: Int
  /// The booking unit in kroner, in which exact and rounded values are counted.
  public var bookingUnit: Int64
  /// The factor between price levels; 1 where nothing is converted.
  public var priceFactor: Fraction
  /// The lines of the block, by id.
  public var lines: [Line]
  /// The exact total, converted, in booking units.
  public var exact: Fraction
  /// The rounded total, in booking units.
  public var rounded: Int64
  /// The rounded total less the sum of the rounded shares, in booking units.
  public var difference: Int64
  /// The policy that rounded the block.
  public var policy: RoundingPolicy

  /// One line of the block.
  public struct Line: Hashable, Sendable, Codable {
    /// The line's id.
    public var line: String
    /// The line's text.
    public var text: String
    /// The line's amount in the year, in øre.
    public var amount: Amount
  }
}

extension DistributedBlock {
  /// How the total of `year` came about; `nil` if the block has no such year.
  public func totalDerivation(year: Int) -> TotalDerivation? {
    guard let column = years.firstIndex(of: year) else { return nil }
    let unit = bookingUnit * 100
    let lines = sums.sortedLines.map { index in
      let line = sums.block.lines[index]
      let amount = column < line.amounts.count ? line.amounts[column] : .zero
      return TotalDerivation.Line(line: line.id, text: line.text, amount: amount)
    }
    return TotalDerivation(
      year: year, bookingUnit: bookingUnit, priceFactor: sums.block.priceFactor, lines: lines,
      exact: exactTotals[column],
      rounded: totals[column].oere / unit, difference: difference[column].oere / unit, policy: policy)
  }
}
