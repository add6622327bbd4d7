package import Forms
import ProposalModel
package import Spreadsheet

/// Where a sheet's header row is, and which column holds which field. Found by the words, wherever they
/// stand.
package struct LocatedTable<Key: Hashable & Sendable> {
  /// The number of the header row.
  package var headerRow: Int
  /// The column of each field that was found.
  package var columns: [Key: Int]
  /// Year columns, from left to right.
  package var years: [(year: Int, column: Int)]
  /// Columns with a header that is neither, from left to right.
  package var others: [(header: String, column: Int)]

  /// Finds the row that looks most like the header of `fields`; `nil` if no row has `minimum` of them.
  package init?(_ fields: [FormField<Key>], in sheet: Sheet, minimum: Int = 2, expectsYears: Bool = false) {
    var best: (score: Int, row: Row)?
    for row in sheet.rows {
      let keys = row.cells.compactMap { CellText.text($0).map(EntrySpelling.key) }
      let named = fields.count { field in keys.contains(where: field.isNamed(key:)) }
      let years = expectsYears ? Set(row.cells.compactMap(YearHeader.year)).count : 0
      guard named >= minimum || (named > 0 && years > 1) || years > 2 else { continue }
      let score = named * 2 + years
      if score > best?.score ?? 0 { best = (score, row) }
    }
    guard let row = best?.row else { return nil }
    headerRow = row.number
    columns = [:]
    years = []
    others = []
    for cell in row.cells {
      guard let text = CellText.text(cell) else { continue }
      let key = EntrySpelling.key(text)
      if expectsYears, let year = YearHeader.year(cell) ?? nextYear(cell) {
        years.append((year, cell.address.column))
      } else if let field = fields.first(where: { columns[$0.key] == nil && $0.isNamed(key: key) }) {
        columns[field.key] = cell.address.column
      } else {
        others.append((text, cell.address.column))
      }
    }
  }

  /// The year of a column whose header begins with it, if the column before is that of the year before.
  private func nextYear(_ cell: Cell) -> Int? {
    YearHeader.leading(cell).flatMap { year in
      years.contains { $0 == (year - 1, cell.address.column - 1) } ? year : nil
    }
  }

  /// Takes a column for a field although its header is misspelt, so that one wrong header is one finding;
  /// gives the header as found.
  mutating func adopt(_ field: FormField<Key>) -> (header: String, column: Int)? {
    guard columns[field.key] == nil,
      let header = EntrySpelling.nearest(to: field.header, among: others.map(\.header)),
      let index = others.firstIndex(where: { $0.header == header })
    else { return nil }
    let found = others.remove(at: index)
    columns[field.key] = found.column
    return found
  }
}

extension Workbook {
  /// The sheet that is meant: by its name, an alias, or a name that is nearly the same.
  package func find(_ sheet: EntrySheet) -> (sheet: Sheet, isExact: Bool)? {
    let names = [sheet.rawValue] + sheet.aliases
    if let found = sheets.first(where: { candidate in
      names.contains { EntrySpelling.isSame($0, candidate.name) }
    }) {
      return (found, true)
    }
    let others = sheets.map(\.name).filter { name in
      !EntrySheet.allCases.contains { other in
        ([other.rawValue] + other.aliases).contains { EntrySpelling.isSame($0, name) }
      }
    }
    guard let near = EntrySpelling.nearest(to: sheet.rawValue, among: others),
      let found = sheets.first(where: { $0.name == near })
    else {
      return nil
    }
    return (found, false)
  }
}
