import Forms
import ProposalModel
import Spreadsheet

/// The sheets `Forslag` and `Høring` of a table workbook.
package enum FrontPage {
  /// `Forslag`, `Mit forslag`, `Forside`, and a copy `Forslag (2)`; not `Investeringer i forslag`.
  package static func isFront(_ name: String) -> Bool {
    let words = TableWords.words(SheetName.meant(name)).filter { !$0.allSatisfy(\.isNumber) }
    return words.count <= 2 && (words.last?.hasSuffix("forslag") ?? false || words.last == "forside")
  }

  static func isHearing(_ name: String) -> Bool {
    let key = Spelling.key(SheetName.meant(name))
    return key.hasSuffix("høring") || key.hasSuffix("høringer") || key.hasSuffix("hoering")
  }

  /// A front page in which the first words of a row are the label, and what stands next to them the value.
  static func cells(_ sheet: Sheet, file: String?, isPlainText: Bool) -> FrontCells {
    let grid = SheetGrid(sheet, isPlainText: isPlainText)
    return FrontCells(
      grid.rowNumbers.compactMap { row in
        let cells = grid.cells(row).filter { !SheetGrid.text($0).isEmpty || $0.holdsMore }
        guard let first = cells.first, case .text = first.value else { return nil }
        let value = cells.dropFirst().first
        let address = value?.address ?? CellAddress(row: row, column: first.address.column + 1)
        return ReadField(
          label: SheetGrid.text(first), labelCell: first.address.description, cell: value,
          place: Place(file: file, sheet: grid.name, cell: address.description))
      })
  }
}

extension Cell {
  /// Whether something stands here that has no words: an error, or a formula that no program has computed.
  fileprivate var holdsMore: Bool { if case .error = value { true } else { formula != nil } }
}
