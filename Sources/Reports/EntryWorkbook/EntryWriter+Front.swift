import Forms
import ProposalModel
import Spreadsheet

/// The sheet `Forslag`.
extension EntryWriter {
  /// The row of the first label.
  static let firstFrontRow = 4

  /// The cell of a field's value.
  static func frontCell(_ field: FrontField) -> CellAddress {
    let index = EntryForm.front.firstIndex { $0.key == field }.orStop("a label \(field)")
    return CellAddress(row: firstFrontRow + index, column: 2)
  }

  package func writeFront(_ writer: inout XLSXWriter) throws(XLSXWriteError) {
    let sheet = try writer.addSheet(EntrySheet.front.rawValue)
    try writer.setColumns(1, through: 16_384, of: sheet, style: EntryStyles.open)
    try writer.setColumns(1, through: 1, of: sheet, width: 34, style: EntryStyles.open)
    let (valueWidth, explanationWidth) = (54.0, 92.0)
    try writer.setColumns(2, through: 2, of: sheet, width: valueWidth, style: EntryStyles.open)
    try writer.setColumns(3, through: 3, of: sheet, width: explanationWidth, style: EntryStyles.open)
    for row in 1..<EntryWriter.firstFrontRow {
      try writer.setRow(row, of: sheet, height: row == 1 ? 24 : nil, style: EntryStyles.lockedRow)
    }
    try writer.write("Forslag", at: CellAddress(row: 1, column: 1), in: sheet, style: EntryStyles.title)
    try writer.write(
      "Udfyld de gule felter. Forklaringer på alle ark står i Vejledning.",
      at: CellAddress(row: 2, column: 1), in: sheet,
      style: EntryStyles.hint)
    for (index, field) in EntryForm.front.enumerated() {
      let row = EntryWriter.firstFrontRow + index
      let cell = CellAddress(row: row, column: 2)
      var value: String?
      if case .text(let text) = frontContent(field.key) { value = text }
      if let height = TextHeight.ofRow([(value, valueWidth), (field.explanation, explanationWidth)]) {
        try writer.setRow(row, of: sheet, height: height)
      }
      try writer.write(
        field.header, at: CellAddress(row: row, column: 1), in: sheet, style: EntryStyles.label)
      try writer.write(frontContent(field.key), at: cell, in: sheet, style: style(field.kind))
      try writer.write(
        field.explanation, at: CellAddress(row: row, column: 3), in: sheet, style: EntryStyles.explanation)
      try validate(CellRange(cell), list: field.list, in: sheet, &writer)
      try writer.defineName(rangeName("Forslag", field.header), as: reference(CellRange(cell), on: .front))
    }
    try writer.freeze(at: CellAddress(row: EntryWriter.firstFrontRow, column: 1), in: sheet)
    try writer.setPrinting(printing(repeating: nil), of: sheet)
    try writer.protect(sheet, .entrySheet)
    try writer.select(CellRange(EntryWriter.frontCell(.id)), in: sheet)
    if proposal != nil { try writer.activate(sheet) }
  }

  private func frontContent(_ field: FrontField) -> CellContent {
    proposal.map { FrontPageContent(proposal: $0, round: round, names: .short).content(of: field) }
      ?? blankContent(field)
  }

  /// What the round knows already.
  private func blankContent(_ field: FrontField) -> CellContent {
    switch field {
    case .round: .text(round.name)
    case .priceLevel: .number(DecimalNumber(mantissa: Int64(round.writtenPriceLevel), scale: 0))
    case .implementedPriceLevel:
      .number(DecimalNumber(mantissa: Int64(round.implementedPriceLevel), scale: 0))
    case .unit: .text(unit.rawValue)
    default: .blank
    }
  }
}
