import Forms
import ProposalModel
import Spreadsheet

/// The sheets `Fordelingsnøgler`, `Opfølgning` and `Høring`.
extension EntryWriter {
  private static let headerRow = 4

  /// Title, purpose and locked rows of a sheet whose header stands in row 4.
  private func begin(
    _ kind: EntrySheet, title: String, hints: [String], _ writer: inout XLSXWriter
  ) throws(XLSXWriteError) -> SheetHandle {
    let sheet = try writer.addSheet(kind.rawValue)
    try writer.setColumns(1, through: 16_384, of: sheet, style: EntryStyles.open)
    for row in 1...EntryWriter.headerRow {
      try writer.setRow(row, of: sheet, height: row == 1 ? 24 : nil, style: EntryStyles.lockedRow)
    }
    try writer.write(title, at: CellAddress(row: 1, column: 1), in: sheet, style: EntryStyles.title)
    for (index, hint) in hints.enumerated() {
      try writer.write(hint, at: CellAddress(row: 2 + index, column: 1), in: sheet, style: EntryStyles.hint)
    }
    return sheet
  }

  private func finish(_ sheet: SheetHandle, _ writer: inout XLSXWriter) throws(XLSXWriteError) {
    try writer.freeze(at: CellAddress(row: EntryWriter.headerRow + 1, column: 2), in: sheet)
    try writer.setPrinting(printing(repeating: EntryWriter.headerRow...EntryWriter.headerRow), of: sheet)
    try writer.protect(sheet, .entrySheet)
    try writer.select(CellRange(CellAddress(row: EntryWriter.headerRow + 1, column: 1)), in: sheet)
  }

  func writeFollowUps(_ writer: inout XLSXWriter) throws(XLSXWriteError) {
    let rows = (proposal?.followUps ?? []).map {
      [$0.section, $0.goal, $0.measurement, $0.responsible, $0.time]
    }
    try writeRows(.followUps, title: "Opfølgning", EntryForm.followUpColumns, rows, &writer)
  }

  func writeHearings(_ writer: inout XLSXWriter) throws(XLSXWriteError) {
    let rows: [[String?]] =
      if let proposal { proposal.hearings.map { [$0.body, $0.answer, $0.date, $0.remark] } } else {
        round.hearings.map { [$0.body, nil, nil, nil] }
      }
    try writeRows(.hearings, title: "Høring", EntryForm.hearingColumns, rows, &writer)
  }

  /// A table of words: the rows, then empty ones.
  private func writeRows<Key>(
    _ kind: EntrySheet, title: String, _ fields: [FormField<Key>], _ rows: [[String?]],
    _ writer: inout XLSXWriter
  ) throws(XLSXWriteError) {
    let sheet = try begin(kind, title: title, hints: [kind.purpose], &writer)
    let count = rows.count + EntryForm.preparedRows
    for (index, row) in rows.enumerated() {
      let height = TextHeight.ofRow(zip(row, fields).map { ($0, $1.width) })
      if let height { try writer.setRow(EntryWriter.headerRow + 1 + index, of: sheet, height: height) }
    }
    for (index, field) in fields.enumerated() {
      let header = CellAddress(row: EntryWriter.headerRow, column: index + 1)
      let open = style(field.kind).with { ($0.fillColour, $0.borders) = (nil, CellStyle.Borders()) }
      try writer.setColumns(index + 1, through: index + 1, of: sheet, width: field.width, style: open)
      try writer.write(field.header, at: header, in: sheet, style: EntryStyles.header)
      try explain(field.header, field.explanation, at: header, in: sheet, &writer)
      for row in 0..<count {
        let text = rows.indices.contains(row) ? rows[row][index] : nil
        try writer.write(
          content(text), at: CellAddress(row: EntryWriter.headerRow + 1 + row, column: index + 1), in: sheet,
          style: style(field.kind))
      }
      let cells = CellRange(
        CellAddress(row: EntryWriter.headerRow + 1, column: index + 1),
        CellAddress(row: EntryWriter.headerRow + 500, column: index + 1))
      try validate(cells, list: field.list, in: sheet, &writer)
    }
    try finish(sheet, &writer)
  }

  /// A key per column, a committee or unit per row.
  func writeKeys(_ writer: inout XLSXWriter) throws(XLSXWriteError) {
    let sheet = try begin(.keys, title: "Fordelingsnøgler", hints: EntryForm.keyHints, &writer)
    let keys = proposal?.keys ?? []
    let merged = MergedColumns(
      keys.map { key in key.weights.map { ($0.recipient.spelling, $0.weight.danish) } })
    var rows = merged.labels
    let everybody = round.committees.flatMap { committee in
      [committee.code] + committee.units.map { Recipient(committee.code, unit: $0.name).spelling }
    }
    rows += everybody.filter { !rows.contains($0) }
    let header = CellAddress(row: EntryWriter.headerRow, column: 1)
    try writer.setColumns(1, through: 1, of: sheet, width: 40, style: EntryStyles.open)
    try writer.write(EntryForm.keyHeader, at: header, in: sheet, style: EntryStyles.header)
    let columns = keys.count + EntryForm.preparedKeys
    try writer.setColumns(2, through: columns + 1, of: sheet, width: 18, style: EntryStyles.open)
    for (row, name) in rows.enumerated() {
      try writer.write(
        recipientName(name), at: CellAddress(row: header.row + 1 + row, column: 1), in: sheet,
        style: EntryStyles.code)
    }
    for column in 0..<columns {
      let key = keys.indices.contains(column) ? keys[column] : nil
      try writer.write(
        content(key?.name), at: CellAddress(row: header.row, column: column + 2), in: sheet,
        style: EntryStyles.keyName)
      let weights = key == nil ? [] : merged.row(column)
      for row in rows.indices {
        let weight = weights.indices.contains(row) ? weights[row] : nil
        try writer.write(
          weightContent(weight), at: CellAddress(row: header.row + 1 + row, column: column + 2), in: sheet,
          style: EntryStyles.weight)
      }
    }
    try finish(sheet, &writer)
  }

  /// The full name of a committee; a unit is written with its committee's short name.
  private func recipientName(_ spelling: String) -> String { round.committee(spelling)?.name ?? spelling }

  /// A number where a spreadsheet can keep it exactly, else the fraction as text.
  private func weightContent(_ danish: String?) -> CellContent {
    guard let danish else { return .blank }
    guard !danish.contains("/"), danish.utf8.count <= 15,
      let number = DecimalNumber(stored: danish.replacing(",", with: "."))
    else {
      return .text(danish)
    }
    return .number(number)
  }
}
