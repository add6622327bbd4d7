import ProposalModel

/// A permanent change goes on for ever (`og frem`), also where the proposal's own columns end before the
/// round's: without this, BC16, which stops in 2025, would never be taken in the years after.
extension CorrectionCells {
  /// The years of the round after the proposal's last one.
  var yearsBeyond: [Int] {
    guard let last = proposal.years.max() else { return [] }
    return round.years.filter { $0 > last }.sorted()
  }

  /// The rows of B or C, and behind them those of its last year again for each year of the round that the
  /// proposal lacks. Costs and loans are one-off and never go on.
  func withContinued(_ rows: [Correction]) -> [Correction] {
    guard let last = proposal.years.max() else { return rows }
    let lasting = rows.filter { $0.year == last && $0.isPermanent }
    return rows
      + yearsBeyond.flatMap { year in
        lasting.map { row in
          var row = row
          row.year = year
          row.continuedFrom = last
          return row
        }
      }
  }

  /// What the rows of `table` must add up to in the years beyond the proposal's: the last year's total.
  func continuedTotals(of table: String, _ totals: [Corrections.TableTotal]) -> [Corrections.TableTotal] {
    guard ["B", "C"].contains(table), let last = totals.last(where: { $0.year == proposal.years.max() })
    else { return [] }
    return yearsBeyond.map { year in
      var total = last
      total.year = year
      return total
    }
  }
}
