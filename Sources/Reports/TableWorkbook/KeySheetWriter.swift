import AllocationTables
import Forms
import Output
import ProposalModel
import Spreadsheet

/// Writes the sheet `Fordelingsnøgler` of a table workbook: the proposal's own keys, which rules of lines name.
struct KeySheetWriter {
  let keys: [DistributionKey]
  let round: Round

  /// Adds the sheet to `book`; none where there is no key.
  func write(to book: inout XLSXWriter) throws(XLSXWriteError) {
    guard !keys.isEmpty else { return }
    let sheet = try book.addSheet(EntrySheet.keys.rawValue)
    try book.setColumns(1, through: 1, of: sheet, width: 44)
    try book.setColumns(2, through: keys.count + 1, of: sheet, width: 16)
    try book.write(
      EntryForm.keyHeader, at: CellAddress(row: 1, column: 1), in: sheet, style: TableStyles.header)
    for (column, key) in keys.enumerated() {
      try book.write(
        key.name, at: CellAddress(row: 1, column: column + 2), in: sheet, style: TableStyles.header)
    }
    for (row, name) in names.enumerated() {
      try book.write(
        name, at: CellAddress(row: row + 2, column: 1), in: sheet,
        style: TableStyles.text(.line, isCode: false))
      for (column, key) in keys.enumerated() {
        let weights = key.weights.filter { $0.recipient.spelling == name }
        guard let weight = weights.first else { continue }
        try book.write(
          .text(weight.weight.danish), at: CellAddress(row: row + 2, column: column + 2), in: sheet,
          style: TableStyles.text(.line, isCode: true))
      }
    }
  }

  /// Everybody with a weight, in the order of the keys.
  private var names: [String] {
    keys.flatMap { $0.weights.map(\.recipient.spelling) }.reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }
}
