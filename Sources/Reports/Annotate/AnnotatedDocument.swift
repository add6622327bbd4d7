import Documents
package import Findings
import Intake
package import Output
import ProposalModel
import Reading
package import Spreadsheet

/// The department's own Word document with a comment at every wrong cell, and a first page that lists what is
/// wrong.
///
/// Errors and warnings are commented on; notes are listed behind them, since nothing has to be done about them,
/// and alone they make no page.
package struct AnnotatedDocument {
  private let bytes: [UInt8]
  private let file: String
  private let grid: DocumentGrid
  private let form: Workbook
  private let origins: DocumentOrigins

  /// The document in `bytes`, read as a check reads it.
  package init(_ bytes: [UInt8], file: String) throws(FileFailure) {
    self.bytes = bytes
    self.file = file
    grid = try Grids.documentGrid(bytes, file: file).grid
    (form, origins) = DocumentForm.read(grid)
  }

  /// The copy with `findings`, and without the marks of an earlier check. Without errors and warnings it has
  /// neither comments nor page.
  /// - Parameter changes: what became of an earlier version's findings.
  package func marked(
    with findings: [Finding], changes: FindingChanges? = nil
  ) throws(MarkingError) -> [UInt8] {
    let marker = WordMarker(signature: AnnotatedCopy.signature)
    var marks = WordMarks(ownElements: grid.ownElements)
    if findings.contains(where: { $0.severity > .note }) {
      let ordered = findings.enumerated().sorted {
        ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
      }.map(\.element)
      marks.comments = comments(ordered)
      marks.page = page(ordered, changes)
    }
    return try marker.mark(bytes, with: marks)
  }

  // MARK: - Comments

  /// One comment for each element; what several findings say about it stands in one, the most serious first.
  private func comments(_ findings: [Finding]) -> [Int: String] {
    var texts: [Int: [String]] = [:]
    for finding in findings where finding.severity > .note {
      let text = AnnotatedCopy.comment(finding)
      for cell in finding.cells.prefix(AnnotatedCopy.commentsOfAFinding) {
        guard let element = element(finding.sheet, cell), !(texts[element]?.contains(text) ?? false) else {
          continue
        }
        texts[element, default: []].append(text)
      }
    }
    return texts.mapValues { $0.joined(separator: "\n\n") }
  }

  /// The element that a cell was read from; a cell that a merged one covers is that one.
  private func element(_ sheet: String?, _ cell: String) -> Int? {
    guard let sheet, let address = CellAddress(cell),
      let origin = origins.origin(sheet: sheet, cell: address), let cells = grid.elements[origin.sheet]
    else { return nil }
    if let element = cells[origin.cell] { return element }
    let ranges = grid.workbook.sheets.first { $0.name == origin.sheet }?.mergedRanges ?? []
    return ranges.first {
      $0.rows.contains(origin.cell.row) && $0.columns.contains(origin.cell.column)
    }.flatMap { cells[$0.from] }
  }

  // MARK: - The page in front

  private func page(_ findings: [Finding], _ changes: FindingChanges?) -> WordFindingPage {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let rows = findings.map { finding in
      WordFindingPage.Row(
        [
          place(finding), AnnotatedDocument.severity(finding, changes), AnnotatedDocument.message(finding),
          finding.suggestion ?? "",
        ],
        colour: AnnotatedDocument.colour(finding.severity))
    }
    let since = changes.map { $0.summaryLine + " " } ?? ""
    return WordFindingPage(
      file: name,
      introduction:
        "\(FindingCount(findings).words). \(since)Ret tallene og teksten i dokumentet: hver fejl og "
        + "advarsel har en kommentar dér, hvor den står. Gem dokumentet, og send det igen; kommentarerne og denne "
        + "side forsvinder af sig selv ved næste kontrol, når det er rettet. Skriv ikke noget her.",
      rows: rows)
  }

  private static func colour(_ severity: Severity) -> String? {
    switch severity {
    case .error: "FFC7CE"
    case .warning: "FFEB9C"
    case .note: nil
    }
  }

  /// `advarsel (accepteret), tilbage`.
  private static func severity(_ finding: Finding, _ changes: FindingChanges?) -> String {
    let word = finding.isAccepted ? "advarsel (accepteret)" : finding.severity.danish
    guard let changes, changes.told.contains(finding) else { return word }
    return word + ", " + changes.age(of: finding).danish
  }

  private static func message(_ finding: Finding) -> String {
    var words = finding.message
    if finding.isAccepted, let accepted = finding.accepted { words += " Accepteret: \(accepted.words)." }
    return "\(words) [\(finding.code.rawValue)]"
  }

  /// `Tabel 1 (tabel nr. 2 i dokumentet), række 8 »Samlet varig ændring«, kolonne 2026`.
  private func place(_ finding: Finding) -> String {
    guard let name = finding.sheet else { return "Hele dokumentet" }
    guard let cell = finding.cell, let address = CellAddress(cell) else { return name }
    guard let sheet = form.sheets.first(where: { $0.name == name }) else { return name }
    let label = AnnotatedDocument.text(sheet, CellAddress(row: address.row, column: 1))
    let labelled = label.isEmpty ? "" : " »\(label.prefix(60))\(label.count > 60 ? "…" : "")«"
    if origins.isGathered(name) { return name + labelled }
    if address.row == 1 { return name + ", overskriften" }
    let more = finding.cells.count > 1 ? " m.fl." : ""
    return "\(name), række \(address.row - 1)\(labelled), kolonne \(column(address, of: sheet))\(more)"
  }

  /// The year above a cell, which tells most; else the heading of its column, or the column's number.
  private func column(_ cell: CellAddress, of sheet: Sheet) -> String {
    for row in 2...max(2, min(cell.row, 6)) {
      let heading = AnnotatedDocument.text(sheet, CellAddress(row: row, column: cell.column))
      if heading.count == 4, let year = Int(heading), Spelling.years.contains(year) { return heading }
    }
    let heading = AnnotatedDocument.text(sheet, CellAddress(row: 2, column: cell.column))
    return heading.isEmpty || heading.count > 40 ? String(cell.column) : "»\(heading)«"
  }

  private static func text(_ sheet: Sheet, _ cell: CellAddress) -> String {
    guard case .text(let text)? = sheet[cell]?.value else { return "" }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
