package import ProposalModel
package import Reading

extension AmountUnit {
  /// The larger of two units: what two tables in different units can agree to.
  func coarser(_ other: AmountUnit) -> AmountUnit { oere >= other.oere ? self : other }
}

/// A stated sum against the sums it may be right by: where it is off, how much, and what most likely
/// happened.
package struct SumComparison {
  /// One year in which the sum is off.
  package struct Difference {
    package var index: Int
    package var stated: Amount
    package var expected: Amount
    /// By how many whole units of the table it is off; rounded away from zero.
    package var units: Int64
  }

  package var differences: [Difference] = []
  package let unit: AmountUnit

  /// Compares `stated` with the candidates; the one that fits in most years is what was expected. Years that
  /// `skips` are left out.
  package init(
    stated: YearSums, candidates: [YearSums], unit: AmountUnit, skipping skips: (Int) -> Bool = { _ in false }
  ) {
    self.unit = unit
    var best: [Difference]?
    for candidate in candidates {
      let found = SumComparison.differences(stated, candidate, unit, skips)
      if best.map({ SumComparison.weight(found) < SumComparison.weight($0) }) ?? true { best = found }
    }
    differences = best ?? []
  }

  /// Compares year by year: a year is right if any candidate fits it.
  package init(
    stated: [YearSums], perYear candidates: [YearSums], unit: AmountUnit,
    skipping skips: (Int) -> Bool = { _ in false }
  ) {
    self.unit = unit
    guard let first = stated.first, let primary = candidates.first else { return }
    for index in first.amounts.indices where !skips(index) {
      let left = stated.map { $0.amounts[index] }
      let right = candidates.map { $0.amounts[index] }
      if left.contains(where: { $0 == nil }) || right.contains(where: { $0 == nil }) { continue }
      if left.contains(where: right.contains) { continue }
      if let found = first.amounts[index], let expected = nearest(to: found, right) ?? primary.amounts[index]
      {
        differences.append(
          Difference(
            index: index, stated: found, expected: expected,
            units: SumComparison.units(found - expected, unit)))
      }
    }
  }

  private func nearest(to found: Amount, _ candidates: [Amount?]) -> Amount? {
    candidates.compactMap { $0 }.min { ($0 - found).magnitude < ($1 - found).magnitude }
  }

  private static func differences(
    _ stated: YearSums, _ candidate: YearSums, _ unit: AmountUnit, _ skips: (Int) -> Bool
  ) -> [Difference] {
    stated.amounts.indices.compactMap { index in
      guard !skips(index), let found = stated.amounts[index], let expected = candidate.amounts[index],
        found != expected
      else { return nil }
      return Difference(index: index, stated: found, expected: expected, units: units(found - expected, unit))
    }
  }

  private static func units(_ difference: Amount, _ unit: AmountUnit) -> Int64 {
    (difference.magnitude.oere + unit.oere - 1) / unit.oere
  }

  private static func weight(_ differences: [Difference]) -> (Int, Int64) {
    (differences.count, differences.reduce(0) { $0 + min($1.units, 1_000_000) })
  }

  /// The years off by more than one unit.
  package var errors: [Difference] { differences.filter { $0.units > 1 } }
  /// The years off by at most one unit: rounding.
  var roundings: [Difference] { differences.filter { $0.units <= 1 } }
}
