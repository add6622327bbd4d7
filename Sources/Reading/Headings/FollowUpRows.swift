import Findings
import Forms
import ProposalModel
package import Spreadsheet

/// The rows of a sheet `Opfølgning`, in either workbook, with the cells they came from.
struct FollowUpRows {
  private(set) var followUps: [FollowUp] = []
  private(set) var places: [(key: FieldKey, place: Place)] = []

  /// Reads `sheet`; `place` gives the place of one of its cells.
  init(_ sheet: Sheet, place: (CellAddress) -> Place) {
    guard let table = LocatedTable(EntryForm.followUpColumns, in: sheet) else { return }
    for row in sheet.rows where row.number > table.headerRow {
      func text(_ field: FollowUpField) -> String? { CellText.text(row.cell(table.columns[field])) }
      let followUp = FollowUp(
        section: text(.section), goal: text(.goal), measurement: text(.measurement),
        responsible: text(.responsible), time: text(.time))
      guard followUp != FollowUp() else { continue }
      for field in EntryForm.followUpColumns {
        guard let column = table.columns[field.key] else { continue }
        let address = CellAddress(row: row.number, column: column)
        places.append((.followUp(followUps.count, field.key), place(address)))
      }
      followUps.append(followUp)
    }
  }
}

extension Row {
  /// The row's cell in a column, if it has one.
  package func cell(_ column: Int?) -> Cell? {
    column.flatMap { column in cells.first { $0.address.column == column } }
  }
}
