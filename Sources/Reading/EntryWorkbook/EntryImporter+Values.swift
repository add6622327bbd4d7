import Findings
import Forms
package import ProposalModel
package import Spreadsheet

/// The values of single cells.
extension EntryImporter {
  /// Takes what the reader of values found.
  mutating func take(_ values: ValueReader) {
    findings += values.findings
    mentionedKeys += values.mentionedKeys
  }

  /// Reads a value by the one reader of its kind, and takes what it tells.
  private mutating func read<Value>(_ body: (inout ValueReader) -> Value) -> Value {
    var reader = ValueReader(round: round)
    let value = body(&reader)
    take(reader)
    return value
  }

  /// A committee or unit by its name; what the round does not know is reported.
  package mutating func recipient(_ text: String, at place: Place) -> Recipient? {
    read { $0.recipient(text, at: place) }
  }

  /// Whether a cell is ticked.
  package mutating func tick(_ cell: Cell?, _ field: String, on sheet: Sheet) -> Bool {
    let here = place(sheet, cell?.address)
    return read { $0.tick(cell, of: field, at: here) }
  }

  /// A `Fordeling` cell.
  package mutating func rule(_ cell: Cell?, on sheet: Sheet) -> DistributionRule? {
    guard let cell, let text = CellText.text(cell) else { return nil }
    let here = place(sheet, cell.address)
    return read { $0.rule(text, at: here) }
  }

  /// Keys that a rule mentions and nobody has defined.
  mutating func reportUnknownKeys() {
    findings += ValueReader.unknownKeys(mentionedKeys, keys: proposal.keys, of: round)
  }

  /// The figures of a row, with one finding for each kind of trouble in it.
  package mutating func figures(_ cells: [Cell?], lineText: Cell? = nil, on sheet: Sheet) -> [Figure] {
    var trouble = FigureTrouble(allowsCurrency: allowsCurrency, lineText: lineText) { sheet.number(at: $0) }
    let figures = cells.map { cell in cell.map { trouble.read($0, unit: unit) ?? .blank } ?? .blank }
    for finding in trouble.findings(unit: unit, isText: isText, place: { [self] in place(sheet, $0) }) {
      report(finding)
    }
    if let first = trouble.unseen.first {
      report(
        Catalogue.hiddenMoney(
          trouble.unseen.compactMap { CellText.text($0) }, at: place(sheet, first.address),
          cells: trouble.unseen.map(\.address.description)))
    }
    return figures
  }
}

extension Sheet {
  /// The number in a cell: 0 for a blank one, `nil` for anything but a number.
  fileprivate func number(at address: CellAddress) -> DecimalNumber? {
    guard let cell = self[address] else { return DecimalNumber(mantissa: 0, scale: 0) }
    guard case .number(let stored) = cell.value else { return nil }
    return DecimalNumber(stored: stored)
  }
}
