import Findings
import Forms
package import ProposalModel
package import Spreadsheet

/// The values of single cells.
extension EntryImporter {
  /// A committee or unit by its name; what the round does not know is reported.
  package mutating func recipient(_ text: String, at place: Place) -> Recipient? {
    guard let round else { return nil }
    switch round.read(name: text) {
    case .recipient(let recipient, let exact):
      if !exact { report(Catalogue.committeeReadAs(text, round.printedName(of: recipient), at: place)) }
      return recipient
    case .unknown(let nearest):
      report(Catalogue.committeeUnknown(text, nearest: nearest, at: place))
      return nil
    }
  }

  /// Whether a cell is ticked: `X`, `Ja`, TRUE, 1. Nothing, `Nej`, FALSE and 0 are no tick; anything else is
  /// reported.
  package mutating func tick(_ cell: Cell?, _ field: String, on sheet: Sheet) -> Bool {
    if case .boolean(let value)? = cell?.value { return value }
    guard let cell, let text = CellText.text(cell) else { return false }
    let word = text.lowercased()
    if EntryForm.yes.contains(word) { return true }
    if !EntryForm.no.contains(word) {
      report(Catalogue.Entry.tickUnknown(field, text, at: place(sheet, cell.address)))
    }
    return false
  }

  /// A `Fordeling` cell.
  package mutating func rule(_ cell: Cell?, on sheet: Sheet) -> DistributionRule? {
    guard let cell, let text = CellText.text(cell) else { return nil }
    let here = place(sheet, cell.address)
    do {
      let round = round
      var near: [(String, Recipient)] = []
      let rule = try DistributionRule(parsing: text) { name in
        guard case .recipient(let found, let exact)? = round?.read(name: name) else { return nil }
        if !exact, !near.contains(where: { $0.0 == name }) { near.append((name, found)) }
        return found
      }
      for (name, found) in near {
        report(Catalogue.committeeReadAs(name, round?.printedName(of: found) ?? name, at: here))
      }
      if case .key(let name) = rule { mentionedKeys.append((name, here)) }
      return rule
    } catch {
      var nearest: String?
      if case .unknownRecipient(let name) = error, case .unknown(let near)? = round?.read(name: name) {
        nearest = near
      }
      if isNear(text, "Ligedeling") { nearest = "Ligedeling" }
      report(Catalogue.ruleUnreadable(text, error, nearest: nearest, at: here))
      return nil
    }
  }

  private func isNear(_ text: String, _ word: String) -> Bool {
    EntrySpelling.nearest(to: text, among: [word]) != nil
  }

  /// Keys that a rule mentions and nobody has defined.
  mutating func reportUnknownKeys() {
    let known = proposal.keys.map(\.name) + (round?.keys.map(\.name) ?? [])
    for (name, place) in mentionedKeys where !known.contains(where: { Spelling.same($0, name) }) {
      report(Catalogue.keyUnknown(name, nearest: Spelling.nearest(to: name, among: known), at: place))
    }
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
