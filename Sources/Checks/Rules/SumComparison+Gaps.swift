import AllocationTables
import Findings
import ProposalModel
import Reading

extension ReadTable {
  /// The years that are off, in words' terms; `addends` are the rows that the sum is of.
  func gaps(_ differences: [SumComparison.Difference], addends: [ReadRow] = []) -> [YearGap] {
    differences.map { difference in
      YearGap(
        year: years[difference.index], stated: difference.stated, expected: difference.expected,
        addends: addends.count {
          $0.row.figures.indices.contains(difference.index) && $0.row.figures[difference.index].isMoney
        })
    }
  }

  /// The cells of a total in the years that are off; the caption where the table has no total.
  func cells(of total: ReadRow?, _ differences: [SumComparison.Difference]) -> [String] {
    total.map { row in differences.map { row.figureCells[$0.index] } } ?? [captionCell ?? headerCell]
  }
}
