import Forms
package import ProposalModel
package import Spreadsheet

/// The rows of a table of hearings, below a header with the words Part, Svar, Dato and Bemærkning in any order.
package struct HearingTable {
  /// A hearing with the cells it came from.
  package struct Hearing {
    package var hearing: ProposalModel.Hearing
    package var cells: [HearingField: CellAddress]
  }

  package private(set) var rows: [Hearing] = []

  /// Reads `sheet`; `nil` if no row is such a header.
  package init?(_ sheet: Sheet) {
    var best: (row: Int, columns: [HearingField: Int])?
    for row in sheet.rows {
      let columns = HearingTable.columns(row.cells)
      if columns.count > max(best?.columns.count ?? 0, 1) { best = (row.number, columns) }
    }
    guard let (header, columns) = best else { return nil }
    for row in sheet.rows where row.number > header {
      func text(_ field: HearingField) -> String? { CellText.text(row.cell(columns[field])) }
      guard HearingField.allCases.contains(where: { text($0) != nil }) else { continue }
      rows.append(
        Hearing(
          hearing: ProposalModel.Hearing(
            body: text(.body) ?? "", answer: text(.answer), date: text(.date), remark: text(.remark)),
          cells: columns.mapValues { CellAddress(row: row.number, column: $0) }))
    }
  }

  /// The column of each field whose heading is among `cells`.
  package static func columns(_ cells: [Cell]) -> [HearingField: Int] {
    var columns: [HearingField: Int] = [:]
    for cell in cells {
      guard let text = CellText.text(cell), let field = field(named: text), columns[field] == nil else {
        continue
      }
      columns[field] = cell.address.column
    }
    return columns
  }

  /// The field that a heading names: `Svar (Ja/Nej)`, `Ja/Nej/Ikke relevant`, `Dato for svar`.
  private static func field(named text: String) -> HearingField? {
    let key = EntrySpelling.key(text)
    if let field = EntryForm.hearingColumns.first(where: { $0.isNamed(key: key) }) { return field.key }
    let beginnings: [(String, HearingField)] = [
      ("høringspart", .body), ("janej", .answer), ("dato", .date), ("bemærkning", .remark),
    ]
    return beginnings.first { key.hasPrefix($0.0) }?.1
  }
}
