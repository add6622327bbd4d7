import AllocationTables
import Documents
import Findings
import Forms
import ProposalModel
import Spreadsheet

/// Money among the paragraphs of a document, where no table holds it: lines of words and figures between tabs or
/// blanks below a caption of the forms, and rows that stand right below a table instead of in it. Nothing reads them,
/// since blanks do not tell which year a figure stands in; so they are told.
struct LooseTables {
  private(set) var findings: [Finding] = []
  private let file: String
  private var caption: String?
  private var figures: [String] = []
  private var first: Place?
  /// How many years the table above has, as long as nothing but its own rows stands below it.
  private var years = 0

  init(_ grid: DocumentGrid, file: String) {
    self.file = file
    for (sheet, part) in zip(grid.workbook.sheets, grid.parts) {
      guard case .text = part else {
        finish()
        years = LooseTables.years(of: sheet)
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
    let here = Place(file: file, sheet: sheet.name, cell: cell?.address.description)
    if line.count < 150, TableWords.looksLikeCaption(line), TableWords.caption(line)?.isCertain ?? false {
      finish()
      caption = line
      return
    }
    let words = line.split { $0.isWhitespace }.map(String.init)
    let numbers = words.filter(LooseTables.isAmount)
    let isYears = numbers.allSatisfy { Int($0).map { Spelling.years.contains($0) } ?? false }
    if caption == nil {
      takeStray(line, numbers, isYears: isYears, at: here)
      return
    }
    // Figures behind a label, not a sentence that names some years.
    guard numbers.count >= 2, numbers.count * 2 >= words.count - 4, !line.hasSuffix("."), !isYears
    else { return }
    figures += numbers
    if first == nil { first = here }
  }

  /// A line right below a table with as many figures as that has years is a row that stands outside it; one with
  /// fewer may be one, where it has three at least.
  private mutating func takeStray(_ line: String, _ numbers: [String], isYears: Bool, at here: Place) {
    let letters = line.count { $0.isLetter }
    guard years > 0, !isYears, !line.hasSuffix("."), numbers.count >= min(3, years), letters < 60 else {
      if letters > 0 { years = 0 }
      return
    }
    let text = line.split { $0.isWhitespace }.joined(separator: " ")
    // Short numbers of another count can be anything, such as those of a telephone.
    guard numbers.count == years || numbers.contains(where: { $0.count(where: \.isNumber) >= 3 }) else {
      return
    }
    findings.append(
      numbers.count == years
        ? Catalogue.rowOutsideTable(text, at: here) : Catalogue.figuresUnread(text, at: here))
  }

  /// How many years stand in a heading of a table.
  private static func years(of sheet: Sheet) -> Int {
    sheet.rows.prefix(5).map { row in
      row.cells.count { YearHeader.heading($0).readableYear != nil }
    }.max() ?? 0
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
