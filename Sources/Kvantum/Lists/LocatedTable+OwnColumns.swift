import Forms
import ProposalModel
import Reading
import Spreadsheet

extension LocatedTable {
  /// The column of each field, and the further ones whose heading is as much its own.
  ///
  /// A heading that is the field's own goes before its other names: of `Fond` and `Bevilling` the bevilling
  /// stands under `Bevilling`, wherever the columns stand.
  func ownColumns(of fields: [FormField<Key>], in sheet: Sheet) -> (
    columns: [Key: Int], rivals: [Key: [Int]]
  ) {
    let headings = sheet.rows.first { $0.number == headerRow }?.cells ?? []
    var own = columns
    var rivals: [Key: [Int]] = [:]
    for field in fields {
      let taken = Set(columns.filter { $0.key != field.key }.values)
      var named: [(column: Int, isOwn: Bool)] = []
      for cell in headings where !taken.contains(cell.address.column) {
        guard let text = CellText.text(cell), field.isNamed(text) else { continue }
        let isOwn = EntrySpelling.key(text) == EntrySpelling.key(field.header)
        named.append((cell.address.column, isOwn))
      }
      let hasOwn = named.contains { $0.isOwn }
      let equal = named.filter { $0.isOwn == hasOwn }.map { $0.column }
      guard let first = equal.first else { continue }
      own[field.key] = first
      rivals[field.key] = Array(equal.dropFirst())
    }
    return (own, rivals)
  }
}
