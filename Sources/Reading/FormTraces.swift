import Forms
import ProposalModel
package import Spreadsheet

/// Whether a file that holds no proposal was meant to be one.
package enum FormTraces {
  /// How many labels of the front page a letter or list may happen to hold.
  private static let labelsByChance = 1

  /// Whether the workbook holds a caption of the forms that leaves no doubt, or two labels of the front page
  /// at the beginning of rows.
  package static func found(in workbook: Workbook) -> Bool {
    var labels: Set<String> = []
    for sheet in workbook.sheets {
      for row in sheet.rows {
        guard let text = row.cells.first.flatMap({ CellText.text($0) }), text.count <= 200 else { continue }
        if TableWords.looksLikeCaption(text), TableWords.caption(text)?.isCertain == true { return true }
        let key = Spelling.key(text)
        if FormTraces.labels.contains(key) { labels.insert(key) }
        if labels.count > labelsByChance { return true }
      }
    }
    return false
  }

  /// The labels of the front page that no other paper begins its rows with, in the spelling of keys.
  private static let labels: Set<String> = Set(
    EntryForm.front.filter { ![.title, .unit, .risk, .version].contains($0.key) }
      .flatMap { [$0.header] + $0.aliases }.map { Spelling.key($0) })
}
