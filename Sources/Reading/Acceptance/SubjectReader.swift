package import Findings
import Forms
import ProposalModel
package import Spreadsheet

/// Finds the words around the cells of findings: caption, section, row and headings.
package enum SubjectReader {
  /// Cells of one finding whose headings are looked at. 60: wider than any table of years.
  private static let cellLimit = 60

  /// The words of a table's name without its number in the form or in a document.
  package static func tableWords(_ name: String) -> String {
    TableWords.captionWords(name.replacing(#/ ?\(tabel nr\. \d+ i dokumentet\)/#, with: ""))
  }

  /// Gives each finding of the proposals of a workbook its subject, as far as its sheet tells; each sheet is
  /// looked through once.
  /// - Parameters:
  ///   - files: the file of each sheet, by its name, where sheets are files of their own.
  ///   - isText: whether the sheets are CSV files, whose findings name no sheet.
  package static func name(
    _ proposals: inout [[Finding]], in workbook: Workbook, file: String?, files: [String: String] = [:],
    isText: Bool
  ) {
    for sheet in workbook.sheets {
      let file = files[sheet.name] ?? file
      let mine = proposals.indices.flatMap { proposal in
        proposals[proposal].indices.filter { index in
          let finding = proposals[proposal][index]
          return finding.file == file && (isText ? finding.sheet == nil : finding.sheet == sheet.name)
        }.map { (proposal: proposal, index: $0) }
      }
      if mine.isEmpty { continue }
      let addresses = mine.map {
        proposals[$0.proposal][$0.index].cells.prefix(cellLimit).compactMap { CellAddress($0) }
      }
      var scan = SheetScan(rows: Set(addresses.flatMap { $0.map(\.row) }))
      for row in sheet.rows {
        if scan.isDone(before: row) { break }
        scan.take(row)
      }
      for (place, cells) in zip(mine, addresses) {
        proposals[place.proposal][place.index].subject = scan.subject(of: cells, on: isText ? "" : sheet.name)
      }
    }
  }
}

/// One pass over a sheet, from the top, that remembers what stands above the rows that are asked for.
private struct SheetScan {
  /// What is known at a row.
  private struct Surroundings {
    var caption: String?
    var section: String?
    var headings: [Int: String] = [:]
    var texts: [(column: Int, text: String)] = []
  }

  private let wanted: Set<Int>
  private var now = Surroundings()
  private var found: [Int: Surroundings] = [:]

  private let last: Int

  init(rows: Set<Int>) {
    wanted = rows
    last = rows.max() ?? 0
  }

  /// Whether all rows that are asked for stand above `row`.
  func isDone(before row: Row) -> Bool { row.number > last }

  mutating func take(_ row: Row) {
    let texts = row.cells.compactMap { cell -> (column: Int, text: String)? in
      guard !LooseNumber.isNumber(cell), let text = CellText.text(cell) else { return nil }
      return (cell.address.column, text)
    }
    let years = row.cells.compactMap { cell in
      YearHeader.heading(cell).readableYear.map { (column: cell.address.column, text: String($0)) }
    }
    let numbers = row.cells.count { LooseNumber.isNumber($0) }
    if let caption = texts.first(where: { TableWords.looksLikeCaption($0.text) }), numbers == 0 {
      now = Surroundings(caption: caption.text)
    } else if Set(years.map(\.text)).count > 1 || (years.count == 1 && numbers <= 1 && texts.count > 1) {
      now.headings = Dictionary(
        (years + texts).map { ($0.column, $0.text) }, uniquingKeysWith: { first, _ in first })
    } else if numbers == 0, let first = texts.first?.text, TableWords.exactSection(first) != nil {
      now.section = first
    }
    guard wanted.contains(row.number) else { return }
    found[row.number] = now
    found[row.number]?.texts = texts
  }

  func subject(of cells: [CellAddress], on sheet: String) -> FindingSubject {
    guard let first = cells.first, let here = found[first.row] else { return FindingSubject(table: sheet) }
    let lines = here.headings.filter { EntrySpelling.key($0.value) == "tekst" }.map(\.key)
    let label = here.texts.first { lines.contains($0.column) } ?? here.texts.first
    let own = Set(cells.filter { $0.row == first.row }.map(\.column))
    let others = here.texts.filter { $0.column != label?.column && !own.contains($0.column) }
    var columns: [String] = []
    for cell in cells {
      if let heading = found[cell.row]?.headings[cell.column], !columns.contains(heading) {
        columns.append(heading)
      }
    }
    return FindingSubject(
      table: here.caption ?? sheet, section: here.section, row: label?.text, words: others.map(\.text),
      columns: columns)
  }
}
