import ProposalModel

/// Which amounts of another magnitude may be behind a sum that is off.
enum MagnitudeGap {
  /// The years that are off in two parts: those that an amount of another magnitude may explain, and the rest.
  static func parts(
    _ differences: [SumComparison.Difference], _ rows: [AmountRow]
  ) -> [[SumComparison.Difference]] {
    let explained = differences.filter { !explanations([$0], rows).isEmpty }
    let rest = differences.filter { explanations([$0], rows).isEmpty }
    return [explained, rest].filter { !$0.isEmpty }
  }

  /// One group for each year that is off: the amounts that, mended, would close the gap. Empty where a year
  /// has none, so that the sum's finding stands on its own.
  static func explanations(_ differences: [SumComparison.Difference], _ rows: [AmountRow]) -> [Set<Seat>] {
    let groups = differences.map { difference in
      seats(gap: (difference.stated - difference.expected).magnitude, difference, rows)
    }
    return groups.contains(where: \.isEmpty) ? [] : groups
  }

  private static func seats(gap: Amount, _ difference: SumComparison.Difference, _ rows: [AmountRow])
    -> Set<Seat>
  {
    let isAll = isThousandfold(difference.stated, difference.expected)
    let found = rows.filter { row in
      guard row.amounts.indices.contains(difference.index), let amount = row.amounts[difference.index],
        amount != .zero
      else { return false }
      return isAll || closes(gap, amount.magnitude)
    }
    return Set(found.map { $0.seats[difference.index] })
  }

  /// Whether the whole sum is in another unit.
  private static func isThousandfold(_ stated: Amount, _ expected: Amount) -> Bool {
    stated != .zero && (stated.timesThousand == expected || expected.timesThousand == stated)
  }

  /// Whether the gap is what is too much in an amount, or what it lacks.
  private static func closes(_ gap: Amount, _ amount: Amount) -> Bool {
    let mended = [
      amount.dividedByThousand, amount.timesThousand, amount.times(10),
      amount.oere % 10 == 0 ? Amount(oere: amount.oere / 10) : nil,
    ]
    return mended.compactMap { $0 }.contains { ($0 - amount).magnitude == gap }
  }
}
