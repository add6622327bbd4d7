import Forms
import ProposalModel
import Spreadsheet

/// A header row: known by its years.
package struct HeaderRow {
  package var row: Int
  /// Column and year as written, from left to right.
  package var stated: [(column: Int, year: Int)]

  package var firstColumn: Int { stated.first?.column ?? 1 }
  package var columns: [Int] { stated.map(\.column) }

  /// Reads row `row` as a header, or gives `nil`.
  init?(_ grid: SheetGrid, row: Int) {
    let cells = grid.cells(row)
    stated = cells.compactMap { cell in YearHeader.year(cell).map { (cell.address.column, $0) } }
    self.row = row
    takeNeighbours(cells)
    guard let first = stated.first else { return nil }
    let before = cells.filter { $0.address.column < first.column }.map(SheetGrid.text)
    let isNamed = before.contains { text in
      switch TableWords.column(text) {
      case nil, .sum: false
      case .label: TableWords.isUnitHeader(text)
      default: true
      }
    }
    let others = cells.filter { cell in
      cell.address.column > first.column && !stated.contains { $0.column == cell.address.column }
    }
    let otherNumbers = others.filter { if case .number = $0.value { true } else { false } }.count
    let steps = zip(stated, stated.dropFirst()).filter { $0.1.year - $0.0.year == 1 }.count
    if stated.count == 1 {
      guard isNamed, otherNumbers == 0 else { return nil }
    } else if !isNamed {
      guard otherNumbers <= 1, steps * 2 >= stated.count - 1, steps > 0 else { return nil }
      if let text = before.last, !text.isEmpty, TableWords.row(text) != nil || stated.count == 2 {
        return nil
      }
    } else {
      guard otherNumbers <= max(1, stated.count / 2) else { return nil }
    }
    repairSlips(others)
  }

  /// A column to the right of a year's whose header begins with the next year is that year's, whatever else
  /// its header says.
  private mutating func takeNeighbours(_ cells: [Cell]) {
    for cell in cells where !columns.contains(cell.address.column) {
      guard let year = YearHeader.leading(cell),
        stated.contains(where: { $0 == (cell.address.column - 1, year - 1) })
      else { continue }
      stated.append((cell.address.column, year))
    }
    stated.sort { $0.column < $1.column }
  }

  /// A year between its neighbours that is no number of a year (`20024`) still heads a column of money.
  private mutating func repairSlips(_ others: [Cell]) {
    guard stated.count >= 2, let first = stated.first, let last = stated.last else { return }
    for cell in others where cell.address.column > first.column && cell.address.column < last.column {
      guard case .number(let stored) = cell.value, let number = Int(stored) else { continue }
      stated.append((cell.address.column, number))
    }
    stated.sort { $0.column < $1.column }
  }

  /// The years that are meant: a single one out of step with all its neighbours is taken for a slip.
  package var years: [Int] {
    let written = stated.map(\.year)
    guard written.count >= 3 else { return HeaderRow.rising(written) }
    var votes: [Int: Int] = [:]
    for (index, year) in written.enumerated() { votes[year - index, default: 0] += 1 }
    if let (base, count) = votes.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }),
      count >= written.count - 1
    {
      return written.indices.map { base + $0 }
    }
    return HeaderRow.rising(written)
  }

  /// Years that do not rise are counted on from the first, so that every column has a year of its own.
  private static func rising(_ years: [Int]) -> [Int] {
    guard let first = years.first, !zip(years, years.dropFirst()).allSatisfy({ $0 < $1 }) else {
      return years
    }
    return years.indices.map { first + $0 }
  }
}
