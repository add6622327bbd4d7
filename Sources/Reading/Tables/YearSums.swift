import AllocationTables
package import ProposalModel

/// Sums per year; `nil` where a figure of the sum could not be read.
package struct YearSums: Hashable, Sendable {
  /// One sum per year.
  package var amounts: [Amount?]

  /// Sums that somebody else has made.
  package init(_ amounts: [Amount?]) { self.amounts = amounts }

  /// The figures of one row.
  package init(_ row: ReadRow) { amounts = row.row.figures.indices.map { row.amount($0) } }

  /// The sum of `rows` in a table of `count` years.
  package init(_ rows: some Sequence<ReadRow>, count: Int) {
    amounts = Array(repeating: .zero, count: count)
    for row in rows {
      for year in 0..<count {
        amounts[year] = amounts[year].flatMap { sum in row.amount(year).map { sum + $0 } }
      }
    }
  }

  /// Whether every readable sum is zero.
  package var isZero: Bool { amounts.allSatisfy { !$0.isMoney } }

  /// Year by year; `nil` where either is unreadable.
  package static func + (left: YearSums, right: YearSums) -> YearSums {
    YearSums(
      zip(left.amounts, right.amounts).map { pair in pair.0.flatMap { first in pair.1.map { first + $0 } } })
  }

  /// Year by year; `nil` where either is unreadable.
  package static func - (left: YearSums, right: YearSums) -> YearSums {
    YearSums(
      zip(left.amounts, right.amounts).map { pair in pair.0.flatMap { first in pair.1.map { first - $0 } } })
  }

  /// The same sums in the order of other years: zero for years that are not there.
  package func aligned(from years: [Int], to other: [Int]) -> YearSums {
    YearSums(other.map { year in years.firstIndex(of: year).map { amounts[$0] } ?? Amount.zero })
  }

  /// Whether the two agree in every year in which both could be read.
  package func agrees(with other: YearSums) -> Bool {
    zip(amounts, other.amounts).allSatisfy { pair in
      guard let left = pair.0, let right = pair.1 else { return true }
      return left == right
    }
  }
}

extension ReadTable {
  /// Rows that are money of their own: lines that are not of a loan.
  package var lines: [ReadRow] { rows.filter { $0.row.kind == .line && $0.row.section != .loan } }

  /// The sum of the lines of a section (of all if `nil`).
  package func sum(of section: LineSection?) -> YearSums {
    YearSums(lines.filter { section == nil || $0.row.section == section }, count: years.count)
  }

  /// The stated totals of a section, the last one that is not wholly blank first; `nil` section: of the
  /// table.
  package func totals(of section: LineSection?) -> [ReadRow] {
    rows.filter { $0.row.kind == .total && (section == nil || $0.row.section == section) && !$0.isBlank }
      .reversed()
  }

  /// What the stated totals of a section say about an area: a total of the area itself, or a total of all
  /// less the `others`' lines.
  package func sums(ofTotalsIn section: LineSection, area: ControlArea?, besides others: [ReadRow])
    -> [YearSums]
  {
    let rest = YearSums(others, count: years.count)
    return totals(of: section).compactMap { total in
      guard let own = total.row.controlArea, !others.isEmpty else { return YearSums(total) - rest }
      return own == area ? YearSums(total) : nil
    }
      + totals(of: section).filter { $0.row.controlArea != nil && !others.isEmpty }.map {
        YearSums($0) - rest
      }
  }
}
