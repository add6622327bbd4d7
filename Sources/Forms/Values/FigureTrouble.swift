package import Findings
package import ProposalModel
package import Spreadsheet

/// What was unusual in the figures of one row, gathered so that a row gives one finding per cause.
package struct FigureTrouble {
  private var unreadable: [(Cell, String)] = []
  private var errors: [(Cell, String)] = []
  private var others: [(Cell, String)] = []
  private var ambiguous: [AmountAmbiguity: [(Cell, String)]] = [:]
  private var withoutValue: [(Cell, String)] = []
  private var asText: [(Cell, String)] = []
  private var unusual: [(Cell, String)] = []
  private var notes: Set<AmountNote> = []
  private var stale: [(Cell, String)] = []
  /// Cells with an amount that nobody sees: under an invisible format, in the colour of the cell behind it, or
  /// covered by a merge.
  package private(set) var unseen: [Cell] = []
  /// Whether amounts of a table in 1.000 kr. may be shown with `kr.`, since all of them are.
  private let allowsCurrency: Bool
  /// Whether the text of the line is struck out, so that its amounts may be gone with it.
  private let isLineStruck: Bool
  /// The number in a cell of the same sheet, 0 for a blank one; by it stored zeros of formulas are judged.
  private let number: (CellAddress) -> DecimalNumber?

  /// Nothing read yet.
  package init(
    allowsCurrency: Bool = false, lineText: Cell? = nil,
    number: @escaping (CellAddress) -> DecimalNumber? = { _ in nil }
  ) {
    self.allowsCurrency = allowsCurrency
    isLineStruck = lineText?.display.marks.contains(.struckOut) ?? false
    self.number = number
  }

  /// The figure of a cell; `nil` if something stands there that cannot be read.
  package mutating func read(_ cell: Cell, unit: AmountUnit) -> Figure? {
    switch cell.value {
    case .empty:
      guard let formula = cell.formula else { return .blank }
      withoutValue.append((cell, formula))
    case .number(let stored):
      guard let number = DecimalNumber(stored: stored) else {
        ambiguous[.tooLarge, default: []].append((cell, stored))
        return nil
      }
      if number.mantissa == 0, let formula = cell.formula,
        FormulaProof.contradictsZero(formula, cell: self.number)
      {
        stale.append((cell, formula))
        return nil
      }
      let reading = AmountReading(storedMantissa: number.mantissa, scale: number.scale, unit: unit)
      return take(
        seen(reading, cell, number: number, unit: unit), cell, text: CellText.number(stored), isText: false)
    case .text(let text):
      let reading = AmountReading(typed: text, unit: unit)
      return take(seen(reading, cell, number: nil, unit: unit), cell, text: CellText.trim(text), isText: true)
    case .boolean(let value): others.append((cell, value ? "SAND" : "FALSK"))
    case .error(let text): errors.append((cell, text))
    case .date(let iso): others.append((cell, "datoen " + CellText.danishDate(iso)))
    }
    return nil
  }

  /// What a person sees of an amount, where that is something else than what is stored.
  private mutating func seen(
    _ reading: AmountReading, _ cell: Cell, number: DecimalNumber?, unit: AmountUnit
  ) -> AmountReading {
    guard cell.display != .plain || isLineStruck, case .amount(let amount, let notes) = reading,
      amount != .zero
    else { return reading }
    let (marks, format) = (cell.display.marks, cell.display.format)
    if !marks.isDisjoint(with: [.coveredByMerge, .sameColour]) || format.isInvisible {
      unseen.append(cell)
      return reading
    }
    if !marks.isDisjoint(with: [.struckOut, .partlyStruck]) { return .ambiguous(.struckOut) }
    if isLineStruck { return .ambiguous(.lineStruckOut) }
    if marks.contains(.raisedDigits) { return .ambiguous(.raisedDigits) }
    if !marks.isDisjoint(with: [.mergedOverColumns, .mergedOverRows]) { return .ambiguous(.merged) }
    guard let number else { return reading }
    if !FigureTrouble.shows(number, under: format) { return .ambiguous(.display) }
    switch UnitReading(format.literals) {
    case .unreadable: return .ambiguous(.displayedUnit)
    case .unit(let shown) where shown != unit && !allowsCurrency: return .ambiguous(.displayedUnit)
    case .none where FigureTrouble.saysMore(format.literals): return .ambiguous(.displayedUnit)
    case .unit, .none: break
    }
    if let shown = format.decimals, shown < number.scale, number.scale <= AmountUnit.decimals {
      return .amount(amount, notes: notes + [.hiddenDecimals])
    }
    return reading
  }

  /// Whether a person sees the stored figure. In powers of ten all of its digits must be there: 1.275 under `0E+0` is
  /// shown as 1E+3.
  private static func shows(_ number: DecimalNumber, under format: NumberDisplay) -> Bool {
    guard format.isScientific else { return format.showsStoredFigure }
    var plain = format
    plain.isScientific = false
    let digits = String(number.mantissa.magnitude)
    let significant = String(digits.reversed().drop { $0 == "0" }).count
    var whole = format.scientificDigits
    if whole > 1 {
      let exponent = digits.count - 1 - number.scale
      whole = ((exponent % whole) + whole) % whole + 1
    }
    return plain.showsStoredFigure && significant <= whole + (format.decimals ?? 0)
  }

  /// Whether the text that a format writes beside a number makes a person read something else than the amount: a
  /// word (`årsværk`, `k`, `ca.`) or a sign (`%`, `‰`). Points, dashes and commas (`275,-`) say nothing.
  private static func saysMore(_ literals: String) -> Bool {
    literals.contains { $0.isLetter || $0.isSymbol || "%‰‱*#&@".contains($0) }
  }

  /// Whether a cell holds a number that its format shows with another unit than `unit`, such as the currency
  /// button's `kr.`.
  package static func showsOtherUnit(_ cell: Cell, than unit: AmountUnit) -> Bool {
    guard case .number = cell.value, cell.display != .plain else { return false }
    return UnitReading(cell.display.format.literals).unit.map { $0 != unit } ?? false
  }

  private mutating func take(_ reading: AmountReading, _ cell: Cell, text: String, isText: Bool) -> Figure? {
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
    case .ambiguous(.displayedUnit):
      ambiguous[.displayedUnit, default: []].append((cell, "\(text) \(cell.display.format.literals)"))
      return nil
    case .ambiguous(let why):
      ambiguous[why, default: []].append((cell, text))
      return nil
    case .unreadable:
      unreadable.append((cell, text))
      return nil
    }
  }

  /// One finding per kind of trouble; `isText` says that the file's cells are all text, so that this is
  /// nothing to speak of.
  package func findings(unit: AmountUnit, isText: Bool, place: (CellAddress?) -> Place) -> [Finding] {
    var findings: [Finding] = []
    func group(_ items: [(Cell, String)], _ make: (String, Place, [String]) -> Finding) {
      guard let first = items.first else { return }
      let found = items.map(\.1).joined(separator: " · ")
      findings.append(make(found, place(first.0.address), items.map(\.0.address.description)))
    }
    group(withoutValue) { _, place, cells in
      Catalogue.formulaWithoutValue(withoutValue.first?.1 ?? "", at: place, cells: cells)
    }
    for (cell, formula) in stale {
      findings.append(Catalogue.formulaIsStale(formula, at: place(cell.address)))
    }
    group(unreadable) { Catalogue.numberUnreadable($0, at: $1, cells: $2) }
    for why in ambiguous.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
      group(ambiguous[why] ?? []) { Catalogue.numberAmbiguous($0, why: why, unit: unit, at: $1, cells: $2) }
    }
    group(errors) { found, place, cells in withCells(Catalogue.errorValue(found, at: place), cells) }
    group(others) { found, place, cells in withCells(Catalogue.notAnAmount(found, at: place), cells) }
    group(unusual) { _, place, cells in
      Catalogue.numberNotes(unusual.map(\.1), notes: notes, at: place, cells: cells)
    }
    if !isText {
      group(asText) { _, place, cells in Catalogue.numberAsText(asText.map(\.1), at: place, cells: cells) }
    }
    return findings
  }

  private func withCells(_ finding: Finding, _ cells: [String]) -> Finding {
    var finding = finding
    finding.cells = cells
    return finding
  }
}
