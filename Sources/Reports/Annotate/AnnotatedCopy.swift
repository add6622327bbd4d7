package import Findings
import Forms
import ProposalModel
package import Spreadsheet

/// The department's own workbook with every wrong cell marked and commented, and a first sheet that lists
/// what is wrong.
///
/// Errors and warnings are marked; notes are listed behind them, since nothing has to be done about them, and
/// alone they make no list.
package enum AnnotatedCopy {
  /// By what fordel knows its own marks in a workbook that comes back.
  package static let signature = MarkSignature(
    author: "fordel", beginnings: Severity.allCases.map(heading), formula: "N(\"fordel\")=0",
    sheet: OwnSheets.findings)

  /// Cells of one finding that get a comment. 40: a table's width; a finding on a whole hidden sheet colours
  /// all its cells and explains them once.
  static let commentsOfAFinding = 40

  /// The annotated copy of the workbook in `bytes`.
  ///
  /// Marks of an earlier check are taken away first; without errors and warnings the copy has neither marks
  /// nor list.
  /// - Parameters:
  ///   - file: the file's name, for the list's title.
  ///   - findings: what is wrong with it.
  ///   - changes: what became of an earlier version's findings.
  package static func make(
    of bytes: [UInt8], file: String, findings: [Finding], changes: FindingChanges? = nil
  )
    throws(MarkingError) -> [UInt8]
  {
    let marker = WorkbookMarker(signature: signature)
    guard findings.contains(where: { $0.severity > .note }) else {
      return try marker.mark(bytes, with: WorkbookMarks())
    }
    let commented = try marker.commentedCells(in: bytes)
    let list = FindingList(findings: findings, file: file, commented: commented, changes: changes).sheet
    return try marker.mark(bytes, with: WorkbookMarks(marks: marks(findings), list: list))
  }

  /// One mark for each cell; what several findings say about a cell stands in one comment, the most serious
  /// first.
  private static func marks(_ findings: [Finding]) -> [WorkbookMarks.Mark] {
    var marks: [Key: [(finding: Finding, isCommented: Bool)]] = [:]
    for finding in findings where finding.severity > .note {
      guard let sheet = finding.sheet else { continue }
      for (index, cell) in finding.cells.enumerated() {
        guard let address = CellAddress(cell) else { continue }
        marks[Key(sheet: sheet, cell: address), default: []].append((finding, index < commentsOfAFinding))
      }
    }
    return marks.map { key, entries in
      let ordered = entries.enumerated().sorted {
        ($1.element.finding.severity, $0.offset) < ($0.element.finding.severity, $1.offset)
      }
      let texts = ordered.filter(\.element.isCommented).map { comment($0.element.finding) }
      let isError = entries.contains { $0.finding.severity == .error }
      return WorkbookMarks.Mark(
        sheet: key.sheet, cell: key.cell, level: isError ? .error : .warning,
        comment: texts.isEmpty ? nil : texts.joined(separator: "\n\n"))
    }
  }

  private struct Key: Hashable {
    var sheet: String
    var cell: CellAddress
  }

  /// How a comment begins: `fordel · FEJL [`.
  private static func heading(_ severity: Severity) -> String { "fordel · \(severity.danish.uppercased()) [" }

  /// What the comment on a cell says about a finding.
  package static func comment(_ finding: Finding) -> String {
    var lines = ["\(heading(finding.severity))\(finding.code.rawValue)]", finding.message]
    if finding.isAccepted, let accepted = finding.accepted { lines.append("Accepteret: \(accepted.words)") }
    if let suggestion = finding.suggestion { lines.append("→ " + suggestion) }
    return lines.joined(separator: "\n")
  }
}
