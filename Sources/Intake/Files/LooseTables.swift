import AllocationTables
import Documents
import Findings
import Forms
import ProposalModel
import Spreadsheet

/// Tables of a document that are no tables: lines of words and figures between tabs or blanks, below a caption of
/// the forms. Nothing reads them, since blanks do not tell which year a figure stands in; so they are told.
struct LooseTables {
  private(set) var findings: [Finding] = []
  private let file: String
  private var caption: String?
  private var figures: [String] = []
  private var first: Place?

  init(_ grid: DocumentGrid, file: String) {
    self.file = file
    for (sheet, part) in zip(grid.workbook.sheets, grid.parts) {
      guard case .text = part else {
        finish()
        continue
      }
      for row in sheet.rows {
        let text = row.cells.map { if case .text(let text) = $0.value { text } else { "" } }.joined(
          separator: "\t")
        for line in text.split(separator: "\n") { take(String(line), at: row.cells.first, on: sheet) }
      }
    }
    finish()
  }

  private mutating func take(_ line: String, at cell: Cell?, on sheet: Sheet) {
    if line.count < 150, TableWords.looksLikeCaption(line), TableWords.caption(line)?.isCertain ?? false {
      finish()
      caption = line
      return
    }
    guard caption != nil else { return }
    let words = line.split { $0.isWhitespace }.map(String.init)
    let numbers = words.filter(LooseTables.isAmount)
    // Figures behind a label, not a sentence that names some years.
    guard numbers.count >= 2, numbers.count * 2 >= words.count - 4, !line.hasSuffix("."),
      !numbers.allSatisfy({ Int($0).map { Spelling.years.contains($0) } ?? false })
    else { return }
    figures += numbers
    if first == nil { first = Place(file: file, sheet: sheet.name, cell: cell?.address.description) }
  }

  private mutating func finish() {
    if let caption, let first, !figures.isEmpty {
      findings.append(
        Catalogue.moneyUnread(
          figures, "tallene under »\(caption)« står som løs tekst og ikke i en tabel", at: first,
          cells: [first.cell].compactMap { $0 }))
    }
    (caption, figures, first) = (nil, [], nil)
  }

  private static func isAmount(_ word: String) -> Bool {
    guard word.contains(where: \.isNumber) else { return false }
    if case .amount = AmountReading(typed: word, unit: .thousandKroner) { return true }
    return false
  }
}
