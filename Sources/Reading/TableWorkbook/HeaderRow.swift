import Forms
import ProposalModel
import Spreadsheet

/// A header row: known by its years.
package struct HeaderRow {
  /// A column of money: its year, the year that is written over it, and whether that can be read.
  struct YearColumn: Hashable {
    var column: Int
    var year: Int
    var stated: Int
    var isReadable = true
  }

  /// A column whose heading names a year that is not one of the table's.
  struct OtherColumn: Hashable {
    var column: Int
    var year: Int
  }

  var row: Int
  /// The columns of money in the order of their years, wherever they stand.
  private(set) var years: [YearColumn] = []
  /// Columns with a year and words that make them the sender's own: `Regnskab 2023` beside 2023.
  private(set) var own: [OtherColumn] = []
  /// Columns that stand where a year should, under something that is none; `year` is 0.
  private(set) var unreadable: [OtherColumn] = []
  /// Columns under a year that another column has too.
  private(set) var repeated: [OtherColumn] = []
  /// Columns whose year is read from an unusual heading.
  private(set) var unusual: [Int] = []

  var firstColumn: Int { years.map(\.column).min() ?? 1 }
  var lastColumn: Int { years.map(\.column).max() ?? 1 }
  /// The columns of money in the order of their years.
  var columns: [Int] { years.map(\.column) }
  /// Every column whose heading speaks of a year, or should.
  var taken: Set<Int> {
    Set(columns + own.map(\.column) + unreadable.map(\.column) + repeated.map(\.column))
  }

  /// Reads row `row` as a header, or gives `nil`. `round` are the years of the round, where it is known.
  init?(_ grid: SheetGrid, row: Int, round: [Int]? = nil) {
    let cells = grid.cells(row)
    self.row = row
    let headings = HeaderRow.headings(cells)
    let named = headings.compactMap { column, heading in heading.readableYear.map { (column, $0) } }
    guard let first = named.first, HeaderRow.isHeader(cells, named, firstColumn: first.0) else { return nil }
    let slips = cells.filter { YearHeader.isSlip(SheetGrid.text($0)) }.map(\.address.column)
    settle(headings, slips: Set(slips), round: round ?? HeaderRow.fittingRound(headings))
    if years.isEmpty { return nil }
  }

  /// A heading with a price level over the label column is a unit, no year; where all headings have one
  /// (`2022 p/l`, `2023 p/l` …), the first is a year like the others.
  private static func headings(_ cells: [Cell]) -> [(column: Int, heading: YearHeading)] {
    var headings = cells.map { (column: $0.address.column, heading: YearHeader.heading($0)) }
    if let first = headings.indices.first(where: { headings[$0].heading.year != nil }),
      case .text(let text) = cells[first].value, TableWords.priceLevel(in: text) != nil,
      let next = headings[(first + 1)...].indices.first(where: { headings[$0].heading.year != nil }),
      TableWords.priceLevel(in: SheetGrid.text(cells[next])) == nil
    {
      headings[first].heading = .none
    }
    return headings
  }

  private static func isHeader(_ cells: [Cell], _ named: [(column: Int, year: Int)], firstColumn: Int) -> Bool
  {
    let before = cells.filter { $0.address.column < firstColumn }.map(SheetGrid.text)
    let isNamed = before.contains { text in
      switch TableWords.column(text) {
      case nil, .sum: false
      case .label: TableWords.isUnitHeader(text)
      default: true
      }
    }
    let yearColumns = Set(named.map(\.column))
    let others = cells.filter { $0.address.column > firstColumn && !yearColumns.contains($0.address.column) }
    let otherNumbers = others.filter { if case .number = $0.value { true } else { false } }.count
    if named.count == 1 { return isNamed && otherNumbers == 0 }
    if isNamed { return otherNumbers <= max(1, named.count / 2) }
    let steps = zip(named, named.dropFirst()).map { $1.year - $0.year }
    let ones = max(steps.filter { $0 == 1 }.count, steps.filter { $0 == -1 }.count)
    guard otherNumbers <= 1, ones * 2 >= steps.count, ones > 0 else { return false }
    guard let text = before.last, !text.isEmpty else { return true }
    return TableWords.row(text) == nil && named.count != 2
  }

  /// The years of the one round that has all plain ones; `nil` if there is none or several.
  private static func fittingRound(_ headings: [(column: Int, heading: YearHeading)]) -> [Int]? {
    var plain: [Int] = []
    for case .year(let year, _) in headings.map(\.heading) { plain.append(year) }
    return RoundLibrary.round(fitting: plain, priceLevel: nil)?.years
  }

  /// Gives every heading its meaning: plain years first, then years with words, then what says something else of
  /// a year (`Årsværk 2023`), which is the sender's own only beside a column of that year.
  private mutating func settle(
    _ headings: [(column: Int, heading: YearHeading)], slips: Set<Int>, round: [Int]?
  ) {
    for (column, heading) in headings {
      guard case .year(let year, let isUnusual) = heading else { continue }
      take(column, year, isUnusual: isUnusual)
    }
    let plain = Set(years.map(\.year))
    func isOutside(_ year: Int) -> Bool {
      if let round { return !round.contains(year) }
      guard let first = plain.min(), let last = plain.max() else { return false }
      return !(first - 1...last + 1).contains(year)
    }
    for (column, heading) in headings {
      switch heading {
      case .qualified(let year, let isUnusual):
        if plain.contains(year) || isOutside(year) {
          own.append(OtherColumn(column: column, year: year))
        } else {
          take(column, year, isUnusual: isUnusual)
        }
      case .unreadable: unreadable.append(OtherColumn(column: column, year: 0))
      case .year, .other, .none: continue
      }
    }
    let taken = Set(years.map(\.year))
    for (column, heading) in headings {
      guard case .other(let year) = heading else { continue }
      if taken.contains(year) || isOutside(year) {
        own.append(OtherColumn(column: column, year: year))
      } else {
        unreadable.append(OtherColumn(column: column, year: 0))
      }
    }
    // A number left of all years is a code or a count, not a year, unless it stands right beside them and is nearly one.
    let first = firstColumn
    unreadable.removeAll { $0.column < first && !($0.column == first - 1 && slips.contains($0.column)) }
    mendSlip(round: round)
    years.sort { $0.year < $1.year }
  }

  private mutating func take(_ column: Int, _ year: Int, isUnusual: Bool) {
    if years.contains(where: { $0.year == year }) {
      repeated.append(OtherColumn(column: column, year: year))
      return
    }
    years.append(YearColumn(column: column, year: year, stated: year))
    if isUnusual { unusual.append(column) }
  }

  /// A single year outside the round (or out of step with both neighbours) that stands where one year is
  /// missing is a slip for that year: 2034 between 2023 and 2025.
  private mutating func mendSlip(round: [Int]?) {
    let inOrder = years.indices.sorted { years[$0].column < years[$1].column }
    var slips: [(index: Int, year: Int)] = []
    for (place, index) in inOrder.enumerated() {
      let before = place > 0 ? years[inOrder[place - 1]].year : nil
      let after = place + 1 < inOrder.count ? years[inOrder[place + 1]].year : nil
      let written = years[index].year
      guard let meant = HeaderRow.between(before, after, step: step), meant != written else { continue }
      let isOdd: Bool
      if let round {
        isOdd = !round.contains(written) && round.contains(meant)
      } else if let before, let after {
        isOdd = !(before...after).contains(written)
      } else {
        isOdd = false
      }
      if isOdd, !years.contains(where: { $0.year == meant }) { slips.append((index, meant)) }
    }
    if slips.count == 1, let slip = slips.first { years[slip.index].year = slip.year }
  }

  /// 1 where the years rise from left to right, -1 where they fall.
  private var step: Int {
    let inOrder = years.sorted { $0.column < $1.column }.map(\.year)
    let steps = zip(inOrder, inOrder.dropFirst()).map { $1 - $0 }
    return steps.count { $0 == -1 } > steps.count { $0 == 1 } ? -1 : 1
  }

  /// The one year that fits between two neighbours, or beside the one there is.
  private static func between(_ before: Int?, _ after: Int?, step: Int) -> Int? {
    switch (before, after) {
    case (let before?, let after?): abs(after - before) == 2 ? (before + after) / 2 : nil
    case (let before?, nil): before + step
    case (nil, let after?): after - step
    case (nil, nil): nil
    }
  }
}

extension HeaderRow {
  /// Columns between two years that leave out exactly one.
  var gapColumns: [Int] {
    let inOrder = years.sorted { $0.column < $1.column }
    return zip(inOrder, inOrder.dropFirst()).compactMap { left, right in
      abs(left.year - right.year) == 2 && right.column - left.column == 2 ? left.column + 1 : nil
    }
  }

  /// Takes a column under a heading that is no year into the table, in the place of the year that its
  /// neighbours leave open: its amounts are unreadable, and nothing is concluded from them.
  mutating func keepUnread(_ columns: [Int], round: [Int]?) {
    let step = step
    for column in columns.sorted() {
      let before = years.filter { $0.column < column }.max { $0.column < $1.column }
      let after = years.filter { $0.column > column }.min { $0.column < $1.column }
      let fitting = HeaderRow.between(before?.year, after?.year, step: step)
      guard let year = fitting ?? before.map({ $0.year + step }), !years.contains(where: { $0.year == year }),
        round?.contains(year) ?? true
      else { continue }
      years.append(YearColumn(column: column, year: year, stated: year, isReadable: false))
    }
    years.sort { $0.year < $1.year }
  }
}
