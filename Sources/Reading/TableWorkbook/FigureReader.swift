package import Findings
import Forms
package import ProposalModel
package import Spreadsheet

/// Reads the figures of one row and gathers what is unusual or wrong with them: one finding for each kind of
/// thing in a row.
package struct FigureReader {
  package let grid: SheetGrid
  package let place: Place
  package let unit: AmountUnit
  package private(set) var figures: [Figure] = []
  package private(set) var unreadable: Set<Int> = []
  package private(set) var findings: [Finding] = []
  /// Cells with money that nobody sees.
  package private(set) var hidden: [Cell] = []

  private let allowsCurrency: Bool

  init(_ grid: SheetGrid, file: String?, unit: AmountUnit, allowsCurrency: Bool = false) {
    self.allowsCurrency = allowsCurrency
    self.grid = grid
    self.unit = unit
    place = Place(file: file, sheet: grid.name)
  }

  /// Reads the cells of `row` in `columns`; in a sum a formula without a stored value states nothing and is
  /// worth a note only.
  package mutating func read(
    row: Int, columns: [Int], lineText: Cell? = nil, isSum: Bool = false, unread: Set<Int> = []
  ) {
    var trouble = FigureTrouble(allowsCurrency: allowsCurrency, lineText: lineText) { [grid] in
      grid.number(at: $0)
    }
    var uncalculated: [String] = []
    for column in columns {
      guard let cell = grid.cell(row, column) else {
        figures.append(.blank)
        continue
      }
      // Under a heading that is no year: told there.
      if unread.contains(column), cell.value != .empty {
        unreadable.insert(figures.count)
        figures.append(.blank)
        continue
      }
      if isSum, cell.value == .empty, cell.formula != nil {
        uncalculated.append(cell.address.description)
        unreadable.insert(figures.count)
        figures.append(.blank)
        continue
      }
      let figure = trouble.read(cell, unit: unit)
      if figure == nil { unreadable.insert(figures.count) }
      if cell.isHidden || grid.isHidden, let figure, figure.isMoney { hidden.append(cell) }
      figures.append(figure ?? .blank)
    }
    hidden += trouble.unseen.filter { cell in !hidden.contains { $0.address == cell.address } }
    findings = trouble.findings(unit: unit, isText: grid.isPlainText) { [place] in place.at($0?.description) }
    if let first = uncalculated.first {
      findings.append(Catalogue.sumNotCalculated(at: place.at(first), cells: uncalculated))
    }
  }
}

/// Money that nobody sees: one finding for a hidden sheet, for each hidden row, and for each hidden column.
package enum HiddenMoney {
  package static func findings(_ cells: [Cell], in grid: SheetGrid, file: String?) -> [Finding] {
    guard !cells.isEmpty else { return [] }
    if grid.isHidden { return [finding(cells, in: grid, file: file)] }
    let inRows = cells.filter { grid.isHiddenRow($0.address.row) }
    let rest = cells.filter { !grid.isHiddenRow($0.address.row) }
    // What a format hides is a row's; what stands in a hidden column, the column's.
    let unseen = groups(inRows + rest.filter { !$0.isHidden }, by: \.address.row)
    return (unseen + groups(rest.filter(\.isHidden), by: \.address.column)).map {
      finding($0, in: grid, file: file)
    }
  }

  private static func groups(_ cells: [Cell], by number: (Cell) -> Int) -> [[Cell]] {
    Dictionary(grouping: cells, by: number).sorted { $0.key < $1.key }.map(\.value)
  }

  private static func finding(_ cells: [Cell], in grid: SheetGrid, file: String?) -> Finding {
    let addresses = cells.map(\.address.description)
    return Catalogue.hiddenMoney(
      cells.map { CellText.text($0) ?? "" }, at: Place(file: file, sheet: grid.name, cell: addresses.first),
      cells: addresses)
  }
}
