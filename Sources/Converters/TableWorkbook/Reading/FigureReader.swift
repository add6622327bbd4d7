import Checks
import ProposalModel
import Spreadsheet

/// Reads the figures of one row and gathers what is unusual or wrong with them: one finding for each kind of thing in a row.
struct FigureReader {
  let grid: SheetGrid
  let place: Place
  let unit: AmountUnit
  private(set) var figures: [Figure] = []
  private(set) var unreadable: Set<Int> = []
  private(set) var findings: [Finding] = []
  private var textCells: [(String, String)] = []
  private var noted: [(String, String)] = []
  private var notes: Set<AmountNote> = []
  private var hidden: [(String, String)] = []

  init(_ grid: SheetGrid, file: String?, unit: AmountUnit) {
    self.grid = grid
    self.unit = unit
    place = Place(file: file, sheet: grid.name)
  }

  /// Reads the cells of `row` in `columns`.
  mutating func read(row: Int, columns: [Int]) {
    for column in columns { read(grid.cell(row, column), address: SheetGrid.address(row, column)) }
    finish()
  }

  private mutating func read(_ cell: Cell?, address: String) {
    let here = place.at(address)
    guard let cell else {
      figures.append(.blank)
      return
    }
    let figure: Figure?
    switch cell.value {
    case .empty:
      if let formula = cell.formula { findings.append(Catalogue.formulaWithoutValue(formula, at: here)) }
      figure = cell.formula == nil ? .blank : nil
    case .number(let stored): figure = number(stored, at: here)
    case .text(let text): figure = typed(text, at: here)
    case .boolean(let flag):
      findings.append(Catalogue.notAnAmount(flag ? "SAND" : "FALSK", at: here))
      figure = nil
    case .error(let error):
      findings.append(Catalogue.errorValue(error, at: here))
      figure = nil
    case .date(let date):
      findings.append(Catalogue.notAnAmount("datoen " + date, at: here))
      figure = nil
    }
    if cell.isHidden || grid.isHidden, let figure, figure.isMoney { hidden.append((SheetGrid.text(cell), address)) }
    if figure == nil { unreadable.insert(figures.count) }
    figures.append(figure ?? .blank)
  }

  private mutating func number(_ stored: String, at here: Place) -> Figure? {
    guard let number = DecimalNumber(stored: stored) else {
      findings.append(Catalogue.numberUnreadable(stored, at: here))
      return nil
    }
    switch AmountReading(storedMantissa: number.mantissa, scale: number.scale, unit: unit) {
    case .amount(let amount, _): return .amount(amount)
    case .ambiguous(let why): findings.append(Catalogue.numberAmbiguous(number.danish, why: why, unit: unit, at: here))
    default: findings.append(Catalogue.numberUnreadable(stored, at: here))
    }
    return nil
  }

  private mutating func typed(_ text: String, at here: Place) -> Figure? {
    switch AmountReading(typed: text, unit: unit) {
    case .blank: return .blank
    case .dash: return .dash
    case .amount(let amount, let found):
      if !grid.isPlainText { textCells.append((text, here.cell ?? "")) }
      if !found.isEmpty {
        noted.append((text, here.cell ?? ""))
        notes.formUnion(found)
      }
      return .amount(amount)
    case .ambiguous(let why): findings.append(Catalogue.numberAmbiguous(Spelling.tidy(text), why: why, unit: unit, at: here))
    case .unreadable: findings.append(Catalogue.numberUnreadable(Spelling.tidy(text), at: here))
    }
    return nil
  }

  private mutating func finish() {
    if let first = textCells.first {
      findings.append(Catalogue.numberAsText(textCells.map(\.0), at: place.at(first.1), cells: textCells.map(\.1)))
    }
    if let first = noted.first {
      findings.append(Catalogue.numberNotes(noted.map(\.0), notes: notes, at: place.at(first.1), cells: noted.map(\.1)))
    }
    if let first = hidden.first {
      findings.append(Catalogue.hiddenMoney(hidden.map(\.0), at: place.at(first.1), cells: hidden.map(\.1)))
    }
  }
}

extension DecimalNumber {
  /// The number with a decimal comma, as a Danish spreadsheet shows it.
  var danish: String { description.replacing(".", with: ",") }
}
