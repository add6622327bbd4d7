import AllocationTables
import Findings
import Forms
import ProposalModel
import Spreadsheet

/// A part of a sheet that looks like a table, from its header to its end, whether it could be read or not: what
/// its numbers are that no row of the table holds.
package struct TableRegion {
  private(set) var header: HeaderRow
  let captionRow: Int?
  let end: Int
  /// What its columns hold; `nil` where the table was given up before.
  var columns: TableColumns?
  /// The caption, or the words over the first column.
  var caption = ""
  /// Whether it is one of the forms' tables and its rows were read.
  var isRead = false
  /// Whether it speaks with the words of the forms.
  var isFormTable = false
  /// Whether its header names kroner.
  var namesMoney = false
  /// The number cells below the header, by column.
  private let numbers: [Int: [Cell]]
  /// The number cells below the header, column by column.
  var allNumbers: [Cell] { numbers.sorted { $0.key < $1.key }.flatMap(\.value) }
  /// Columns that stand where a year should, under a heading that is none.
  private(set) var yearless: [Int] = []

  init(_ header: HeaderRow, captionRow: Int?, end: Int, in grid: SheetGrid) {
    self.header = header
    self.captionRow = captionRow
    self.end = end
    var numbers: [Int: [Cell]] = [:]
    for row in grid.rowNumbers(in: header.row + 1..<end) {
      for cell in grid.cells(row) where LooseNumber.isNumber(cell) {
        numbers[cell.address.column, default: []].append(cell)
      }
    }
    self.numbers = numbers
  }

  /// Gives columns of money under a heading that is no year a place among the years, so that nothing is
  /// concluded from them.
  mutating func keepUnread(round: [Int]?, in grid: SheetGrid) {
    yearless = header.unreadable.map(\.column).filter { numbers[$0] != nil }
    let taken = header.taken
    let known = header.years.map(\.year)
    let round = round ?? RoundLibrary.round(fitting: known, priceLevel: nil)?.years
    let isComplete = round.map { Set($0).isSubset(of: known) } ?? false
    // Words over a column of money in the very place of a missing year do not make it another column.
    let gaps = header.gapColumns
    yearless += gaps.filter {
      numbers[$0] != nil && !taken.contains($0) && !grid.text(header.row, $0).isEmpty
    }
    for (column, cells) in numbers where !taken.contains(column) && grid.text(header.row, column).isEmpty {
      let isInside = (header.firstColumn..<header.lastColumn).contains(column)
      let isNext = column == header.lastColumn + 1 && !isComplete && cells.count > 1
      if isInside || isNext { yearless.append(column) }
    }
    yearless += numbers.keys.filter { column in
      let heading = grid.text(header.row, column)
      return !taken.contains(column) && !yearless.contains(column) && !heading.isEmpty
        && !YearHeader.namesColumn(heading) && !LooseNumber.isBasis(heading)
        && isDue(column, beside: known, round: round)
    }
    yearless.sort()
    header.keepUnread(yearless, round: round)
  }

  /// Whether a column stands beside the years where one of the round is due.
  private func isDue(_ column: Int, beside known: [Int], round: [Int]?) -> Bool {
    func year(in column: Int) -> Int? { header.years.first { $0.column == column }?.year }
    func isMissing(_ year: Int) -> Bool { !known.contains(year) && (round?.contains(year) ?? true) }
    let before = column == header.lastColumn + 1 ? year(in: header.lastColumn).map { $0 + 1 } : nil
    let after = column == header.firstColumn - 1 ? year(in: header.firstColumn).map { $0 - 1 } : nil
    return [before, after].compactMap { $0 }.contains(where: isMissing)
  }

  /// What is to be told of the region, by cell.
  func findings(in grid: SheetGrid, file: String?) -> [Finding] {
    let place = Place(file: file, sheet: grid.name)
    func at(_ row: Int, _ column: Int) -> Place { place.at(SheetGrid.address(row, column)) }
    guard isRead else { return outside(in: grid, at: place) }
    var findings = yearFindings(in: grid, at: place)
    let used = (columns?.read ?? []).union(header.columns).union(yearless)
    for (column, cells) in numbers.sorted(by: { $0.key < $1.key }) where !used.contains(column) {
      if let other = header.repeated.first(where: { $0.column == column }) {
        let first = header.years.first { $0.year == other.year }?.column ?? column
        findings.append(
          Catalogue.yearRepeated(
            other.year, other: SheetGrid.address(header.row, first), hasMoney: true,
            at: at(header.row, column)))
      } else if let heading = heading(of: column, in: grid) {
        if LooseNumber.isBasis(heading) { continue }
        findings.append(
          Catalogue.ownColumn(heading, sum: LooseNumber.sum(cells), at: at(header.row, column)))
      } else if column > header.firstColumn || !LooseNumber.isCount(cells) {
        findings.append(
          LooseNumber.unread(cells, "kolonnen har ingen overskrift", at: place))
      }
    }
    return findings
  }

  /// Rows below the totals whose words are not those of a memo.
  static func rowsBelow(_ table: ReadTable, in grid: SheetGrid) -> [Finding] {
    table.rows.filter(\.isBelowTotals).compactMap { row in
      guard !LooseNumber.mentionsBasis(row.row.text), !LooseNumber.isShare(row.row.text) else { return nil }
      let cells = row.figureCells.compactMap { CellAddress($0) }.compactMap { grid.cell($0.row, $0.column) }
        .filter(LooseNumber.isNumber)
      guard !cells.isEmpty else { return nil }
      return LooseNumber.unread(cells, "rækken står under tabellens summer", at: table.place(nil))
    }
  }

  private func heading(of column: Int, in grid: SheetGrid) -> String? {
    for row in [header.row, header.row - 1] where row > (captionRow ?? 0) {
      let text = grid.text(row, column)
      if !text.isEmpty { return text }
    }
    return nil
  }

  private func yearFindings(in grid: SheetGrid, at place: Place) -> [Finding] {
    var findings: [Finding] = []
    for column in yearless {
      let cells = numbers[column] ?? []
      let here = SheetGrid.address(header.row, column)
      findings.append(
        Catalogue.yearUnreadable(
          grid.cell(header.row, column).map(LooseNumber.text) ?? "", amounts: cells.map(LooseNumber.text),
          meant: header.years.first { $0.column == column }?.year, at: place.at(here),
          cells: [here] + cells.map(\.address.description)))
    }
    for column in header.unreadable.map(\.column)
    where numbers[column] == nil && column <= header.lastColumn + 1 {
      let text = grid.cell(header.row, column).map(LooseNumber.text) ?? ""
      guard YearHeader.isSlip(text) else { continue }
      let here = SheetGrid.address(header.row, column)
      findings.append(
        Catalogue.yearUnreadable(text, amounts: [], meant: nil, at: place.at(here), cells: [here]))
    }
    for other in header.repeated where numbers[other.column] == nil {
      let first = header.years.first { $0.year == other.year }?.column ?? other.column
      findings.append(
        Catalogue.yearRepeated(
          other.year, other: SheetGrid.address(header.row, first), hasMoney: false,
          at: place.at(SheetGrid.address(header.row, other.column))))
    }
    let unusual = header.unusual.filter { column in header.years.contains { $0.column == column } }
    let years = unusual.compactMap { column in header.years.first { $0.column == column }?.year }
    if let first = unusual.first {
      findings.append(
        Catalogue.yearReadAs(
          unusual.map { grid.text(header.row, $0) }, years,
          at: place.at(SheetGrid.address(header.row, first)),
          cells: unusual.map { SheetGrid.address(header.row, $0) }))
    }
    return findings
  }

  /// A table that was not read: money with the forms' words is an error, other money worth a note; volumes and
  /// plans are neither.
  private func outside(in grid: SheetGrid, at place: Place) -> [Finding] {
    let money = header.columns.filter { column in !yearless.contains(column) }
      .flatMap { numbers[$0] ?? [] }.sorted { $0.address < $1.address }
    guard !money.isEmpty, columns != nil else { return [] }
    let name = caption.isEmpty ? "tabellen" : caption
    if isFormTable {
      return [
        LooseNumber.unread(
          money, "tabellen har ingen overskrift, der siger, hvilken af formularens tabeller den er", at: place
        )
      ]
    }
    guard namesMoney, let first = money.first else { return [] }
    return [
      Catalogue.tableOutside(name, sum: LooseNumber.sum(money), at: place.at(first.address.description))
    ]
  }
}
