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

  /// Columns that stand where a year should, under a heading that is none.
  package var yearless: [(header: String, column: Int)] = []
  /// Columns whose year is read from an unusual heading.
  package var unusual: [Int] = []

  /// Finds the row that looks most like the header of `fields`; `nil` if no row has `minimum` of them.
  package init?(
    _ fields: [FormField<Key>], in sheet: Sheet, minimum: Int = 2, expectsYears: Bool = false,
    round: [Int]? = nil
  ) {
    var best: (score: Int, row: Row)?
    let names = fields.reduce(into: Set<String>()) { $0.formUnion($1.names) }
    let longest = names.map(\.utf8.count).max() ?? 0
    let hasNumbers = names.contains { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    for row in sheet.rows {
      let keys = row.cells.compactMap { cell -> String? in
        // Most cells of a table are numbers, which are names of no field.
        if case .number = cell.value, !hasNumbers { return nil }
        return CellText.text(cell).map(EntrySpelling.key)
      }.filter { $0.utf8.count <= longest && names.contains($0) }
      let named = keys.isEmpty ? 0 : fields.count { field in keys.contains(where: field.isNamed(key:)) }
      let years = expectsYears ? Set(row.cells.compactMap { YearHeader.heading($0).readableYear }).count : 0
      guard named >= minimum || (named > 0 && years > 1) || years > 2 else { continue }
      let score = named * 2 + years
      if score > best?.score ?? 0 { best = (score, row) }
    }
    guard let row = best?.row else { return nil }
    headerRow = row.number
    columns = [:]
    years = []
    others = []
    let headings = expectsYears ? row.cells.map { YearHeader.heading($0) } : []
    let plain = Set(headings.compactMap { if case .year(let year, _) = $0 { year } else { nil } })
    // A column of words and a year (`Årsværk 2023`) is the sender's own only beside a column of that year.
    let taken = plain.union(headings.compactMap(\.readableYear))
    for (index, cell) in row.cells.enumerated() {
      let heading = expectsYears ? headings[index] : .none
      let column = cell.address.column
      if let year = heading.year {
        let isOutside = LocatedTable.isOutside(year, plain, round: round)
        let isUsed = plain.contains(year) || isOutside
        switch heading {
        case .year(_, let isUnusual):
          years.append((year, column))
          if isUnusual { unusual.append(column) }
        case .qualified(_, let isUnusual) where !isUsed:
          years.append((year, column))
          if isUnusual { unusual.append(column) }
        case .other where !taken.contains(year) && !isOutside:
          yearless.append((CellText.text(cell) ?? "", column))
        default: others.append((CellText.text(cell) ?? "", column))
        }
        continue
      }
      if heading == .unreadable {
        yearless.append((CellText.text(cell) ?? "", column))
        continue
      }
      guard let text = CellText.text(cell) else { continue }
      let key = EntrySpelling.key(text)
      if let field = fields.first(where: { columns[$0.key] == nil && $0.isNamed(key: key) }) {
        columns[field.key] = column
      } else {
        others.append((text, column))
      }
    }
  }

  /// Whether a year lies outside the round; where that is not known, whether it is far from the plain years.
  private static func isOutside(_ year: Int, _ plain: Set<Int>, round: [Int]?) -> Bool {
    if let round { return !round.contains(year) }
    guard let first = plain.min(), let last = plain.max() else { return false }
    return !(first - 1...last + 1).contains(year)
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
    if let found = sheets.first(where: {
      EntrySheet(key: EntrySpelling.key(SheetName.meant($0.name))) == sheet
    }) {
      return (found, true)
    }
    let others = sheets.map(\.name).filter { EntrySheet(key: EntrySpelling.key($0)) == nil }
    guard let near = EntrySpelling.nearest(to: sheet.rawValue, among: others),
      let found = sheets.first(where: { $0.name == near })
    else {
      return nil
    }
    return (found, false)
  }
}
