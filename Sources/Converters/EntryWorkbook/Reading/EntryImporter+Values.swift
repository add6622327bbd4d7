import Checks
import ProposalModel
import Spreadsheet

/// The values of single cells.
extension EntryImporter {
  /// A committee or unit by its name; what the round does not know is reported.
  mutating func recipient(_ text: String, at place: Place) -> Recipient? {
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

  /// Whether a cell is ticked: `X`, `Ja`, TRUE, 1. Nothing, `Nej`, FALSE and 0 are no tick; anything else is reported.
  mutating func tick(_ cell: Cell?, _ field: String, on sheet: Sheet) -> Bool {
    if case .boolean(let value)? = cell?.value { return value }
    guard let cell, let text = CellText.text(cell) else { return false }
    let word = text.lowercased()
    if EntryForm.yes.contains(word) { return true }
    if !EntryForm.no.contains(word) { report(EntryFinding.tickUnknown(field, text, at: place(sheet, cell.address))) }
    return false
  }

  /// A `Fordeling` cell.
  mutating func rule(_ cell: Cell?, on sheet: Sheet) -> DistributionRule? {
    guard let cell, let text = CellText.text(cell) else { return nil }
    let here = place(sheet, cell.address)
    do {
      let round = round
      let rule = try DistributionRule(parsing: text) { round?.recipient(named: $0) }
      if case .key(let name) = rule { mentionedKeys.append((name, here)) }
      return rule
    } catch {
      var nearest: String?
      if case .unknownRecipient(let name) = error, case .unknown(let near)? = round?.read(name: name) { nearest = near }
      if isNear(text, "Ligedeling") { nearest = "Ligedeling" }
      report(Catalogue.ruleUnreadable(text, error, nearest: nearest, at: here))
      return nil
    }
  }

  private func isNear(_ text: String, _ word: String) -> Bool { EntrySpelling.nearest(to: text, among: [word]) != nil }

  /// Keys that a rule mentions and nobody has defined.
  mutating func reportUnknownKeys() {
    let known = proposal.keys.map(\.name) + (round?.keys.map(\.name) ?? [])
    for (name, place) in mentionedKeys where !known.contains(where: { Spelling.same($0, name) }) {
      report(Catalogue.keyUnknown(name, nearest: Spelling.nearest(to: name, among: known), at: place))
    }
  }

  /// The figures of a row, with one finding for each kind of trouble in it.
  mutating func figures(_ cells: [Cell?], on sheet: Sheet) -> [Figure] {
    var trouble = FigureTrouble()
    let figures = cells.map { cell in cell.map { trouble.read($0, unit: unit) } ?? .blank }
    for finding in trouble.findings(unit: unit, isText: isText, place: { [self] in place(sheet, $0) }) { report(finding) }
    return figures
  }
}

/// What was unusual in the figures of one row, gathered so that a row gives one finding per cause.
private struct FigureTrouble {
  private var unreadable: [(Cell, String)] = []
  private var errors: [(Cell, String)] = []
  private var others: [(Cell, String)] = []
  private var ambiguous: [AmountAmbiguity: [(Cell, String)]] = [:]
  private var withoutValue: [(Cell, String)] = []
  private var asText: [(Cell, String)] = []
  private var unusual: [(Cell, String)] = []
  private var notes: Set<AmountNote> = []

  mutating func read(_ cell: Cell, unit: AmountUnit) -> Figure {
    switch cell.value {
    case .empty:
      if let formula = cell.formula { withoutValue.append((cell, formula)) }
      return .blank
    case .number(let stored):
      guard let number = DecimalNumber(stored: stored) else {
        ambiguous[.tooLarge, default: []].append((cell, stored))
        return .blank
      }
      return take(
        AmountReading(storedMantissa: number.mantissa, scale: number.scale, unit: unit), cell, CellText.number(stored), isText: false)
    case .text(let text): return take(AmountReading(typed: text, unit: unit), cell, CellText.trim(text), isText: true)
    case .boolean(let value): others.append((cell, value ? "SAND" : "FALSK"))
    case .error(let text): errors.append((cell, text))
    case .date(let iso): others.append((cell, "datoen " + CellText.danishDate(iso)))
    }
    return .blank
  }

  private mutating func take(_ reading: AmountReading, _ cell: Cell, _ text: String, isText: Bool) -> Figure {
    switch reading {
    case .blank: return .blank
    case .dash: return .dash
    case .amount(let amount, let found):
      if !found.isEmpty {
        unusual.append((cell, text))
        notes.formUnion(found)
      } else if isText {
        asText.append((cell, text))
      }
      return .amount(amount)
    case .ambiguous(let why):
      ambiguous[why, default: []].append((cell, text))
      return .blank
    case .unreadable:
      unreadable.append((cell, text))
      return .blank
    }
  }

  func findings(unit: AmountUnit, isText: Bool, place: (CellAddress?) -> Place) -> [Finding] {
    var findings: [Finding] = []
    func group(_ items: [(Cell, String)], _ make: (String, Place, [String]) -> Finding) {
      guard let first = items.first else { return }
      let found = items.map(\.1).joined(separator: " · ")
      findings.append(make(found, place(first.0.address), items.map(\.0.address.description)))
    }
    group(withoutValue) { _, place, cells in Catalogue.formulaWithoutValue(withoutValue.first?.1 ?? "", at: place, cells: cells) }
    group(unreadable) { Catalogue.numberUnreadable($0, at: $1, cells: $2) }
    for why in ambiguous.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
      group(ambiguous[why] ?? []) { Catalogue.numberAmbiguous($0, why: why, unit: unit, at: $1, cells: $2) }
    }
    group(errors) { found, place, cells in withCells(Catalogue.errorValue(found, at: place), cells) }
    group(others) { found, place, cells in withCells(Catalogue.notAnAmount(found, at: place), cells) }
    group(unusual) { _, place, cells in Catalogue.numberNotes(unusual.map(\.1), notes: notes, at: place, cells: cells) }
    if !isText { group(asText) { _, place, cells in Catalogue.numberAsText(asText.map(\.1), at: place, cells: cells) } }
    return findings
  }

  private func withCells(_ finding: Finding, _ cells: [String]) -> Finding {
    var finding = finding
    finding.cells = cells
    return finding
  }
}
