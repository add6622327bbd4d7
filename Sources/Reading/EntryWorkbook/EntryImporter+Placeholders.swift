import Findings
import Forms
import ProposalModel
import Spreadsheet

/// What the template left to be filled in.
extension EntryImporter {
  /// Words in square brackets on the sheets that departments fill in: `[Angiv titel …]`. What a formula
  /// repeats is not reported again.
  mutating func reportPlaceholders() {
    for sheet in workbook.sheets where !sheet.isHidden && !isGuide(sheet) && !AcceptanceSheet.isOne(sheet) {
      for cell in sheet.cells {
        guard cell.formula == nil, case .text(let text) = cell.value,
          let found = TableWorkbookReader.placeholder(in: text)
        else {
          continue
        }
        report(Catalogue.placeholderLeft(found, at: place(sheet, cell.address)))
      }
    }
  }

  private func isGuide(_ sheet: Sheet) -> Bool {
    ([EntrySheet.guide.rawValue] + EntrySheet.guide.aliases).contains { EntrySpelling.isSame($0, sheet.name) }
  }
}
