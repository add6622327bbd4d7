package import Spreadsheet

/// Words that are written once beside several rows, in a cell merged downwards: they hold for each of the rows.
///
/// With `E4:E5` merged, the committee in `E4` is that of row 5 too, which is what everybody sees.
package struct MergedWords {
  /// The merged ranges of more than one row by their first column, from the top down.
  private var ranges: [Int: [CellRange]] = [:]

  package init(_ sheet: Sheet) {
    for range in sheet.mergedRanges where range.from.row < range.to.row {
      ranges[range.from.column, default: []].append(range)
    }
    for column in ranges.keys { ranges[column]?.sort { $0.from.row < $1.from.row } }
  }

  /// The row of the cell whose words hold for `column` in `row`: the row itself unless a merge covers it there.
  package func row(for row: Int, _ column: Int) -> Int {
    guard let ranges = ranges[column] else { return row }
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].to.row < row { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].rows.contains(row) ? ranges[low].from.row : row
  }
}
