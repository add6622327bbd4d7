import Forms
import ProposalModel
import Spreadsheet

/// Which column of a table holds what, by the words of the headers; the label column also by its content.
package struct TableColumns {
  package var label = 1
  package var area: Int?
  package var unit: Int?
  package var committee: Int?
  package var account: Int?
  package var profitCentre: Int?
  package var part: Int?
  package var rule: Int?
  package var administration: Int?
  package var pool: Int?
  package var sum: Int?
  /// The columns that the table reads.
  var read: Set<Int> {
    Set(
      [label, area, unit, committee, account, profitCentre, part, rule, administration, pool, sum].compactMap
      {
        $0
      })
  }
  /// Columns of words that belong to no field of the form.
  private(set) var strays: [Int] = []
  /// Headers that are understood although they are misspelt: the column and the usual word.
  private(set) var misspelt: [(column: Int, usual: String)] = []

  init(_ grid: SheetGrid, header: HeaderRow, captionRow: Int?, end: Int) {
    let years = header.taken
    let body = grid.rowNumbers.filter { $0 > header.row && $0 < end }
    let lastColumn = ([header.row] + body).compactMap { grid.cells($0).last?.address.column }.max() ?? 1
    var free: [Int] = []
    var labels: [Int] = []
    // A number far to the right heads no column of its own; what stands there is told as unread.
    for column in 1...max(1, min(lastColumn, header.lastColumn + 200)) where !years.contains(column) {
      var text = grid.text(header.row, column)
      if text.isEmpty, let above = grid.rowNumbers.last(where: { $0 < header.row }), above == header.row - 1,
        above != captionRow
      {
        text = grid.text(above, column)
        if TableWords.column(text) == .label { text = "" }
      }
      let word = TableWords.column(text)
      if let usual = word?.usual, !TableWords.isUsualHeader(text) { misspelt.append((column, usual)) }
      switch word {
      case .label: labels.append(column)
      case .area: area = area ?? column
      case .unit: unit = unit ?? column
      case .committee: committee = committee ?? column
      case .account: account = account ?? column
      case .profitCentre: profitCentre = profitCentre ?? column
      case .rule: rule = rule ?? column
      case .administration: administration = administration ?? column
      case .pool: pool = pool ?? column
      case .sum: if column > header.firstColumn { sum = column } else { free.append(column) }
      case nil: free.append(column)
      }
    }
    part = free.first { column in
      let texts = body.map { grid.text($0, column) }.filter { !$0.isEmpty }
      return column != 1 && !texts.isEmpty && texts.allSatisfy { TableWords.part($0) != nil }
    }
    free.removeAll { $0 == part }
    let withText = free.filter { column in
      column < header.firstColumn && body.contains { !grid.text($0, column).isEmpty }
    }
    if let committee, labels.isEmpty, withText.isEmpty {
      label = committee
    } else {
      let named = labels.first { column in body.contains { !grid.text($0, column).isEmpty } }
      label = named ?? withText.first ?? labels.first ?? free.first { $0 < header.firstColumn } ?? 1
    }
    strays = free.filter { column in
      column != label && body.contains { !grid.text($0, column).isEmpty }
    }
  }
}
