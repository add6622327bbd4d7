import Findings
import Output
import ProposalModel
import Spreadsheet

/// The sheet `Fejl og mangler`: one row for each finding, the message first, with a link to the cell.
struct FindingList {
  package let findings: [Finding]
  package let file: String
  /// The cells that others have commented on, where no comment could be put.
  package let commented: [String: Set<CellAddress>]
  /// What became of an earlier version's findings, where one is compared with.
  package var changes: FindingChanges?

  /// The columns, in their order.
  package static let columns = [
    MarkList.Column("Hvad er galt", width: 50), MarkList.Column("Hvor", width: 18),
    MarkList.Column("Der står", width: 20),
    MarkList.Column("Der skulle stå", width: 20), MarkList.Column("Hvad skal du gøre", width: 42),
    MarkList.Column("Kode", width: 21),
    MarkList.Column("Alvor", width: 11),
  ]

  /// The sheet, errors first.
  package var sheet: MarkList {
    let ordered = findings.enumerated().sorted {
      ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
    }.map(\.element)
    let rows = ordered.map(row)
    return MarkList(
      title: "Fejl og mangler i \(file.split(separator: "/").last.map(String.init) ?? file)",
      introduction: introduction,
      columns: columns, rows: rows, heights: rows.map(height))
  }

  /// The columns, with `Siden sidst` behind them where there is an earlier version.
  private var columns: [MarkList.Column] {
    FindingList.columns + (changes == nil ? [] : [MarkList.Column("Siden sidst", width: 11)])
  }

  private var introduction: String {
    "\(FindingCount(findings).words). \(changes.map { $0.summaryLine + " " } ?? "")Ret cellerne i arkene: røde celler er fejl, gule er advarsler, og hver har en kommentar, der forklarer. "
      + "Tryk på et sted i kolonnen Hvor for at komme til cellen. Gem filen, og send den igen: mærkerne og dette ark forsvinder af sig selv, "
      + "når det er rettet. Skriv ikke noget her; arket bliver ikke læst."
  }

  private func row(_ finding: Finding) -> [MarkList.Content] {
    [
      .text(message(finding)), place(finding), .text(finding.found ?? ""), .text(finding.expected ?? ""),
      .text(finding.suggestion ?? ""), .text(finding.code.rawValue),
      .text(finding.isAccepted ? "advarsel (accepteret)" : finding.severity.danish),
    ] + (changes.map { [.text($0.told.contains(finding) ? $0.age(of: finding).danish : "")] } ?? [])
  }

  private func message(_ finding: Finding) -> String {
    guard finding.isAccepted, let accepted = finding.accepted else { return plainMessage(finding) }
    return plainMessage(finding) + " Accepteret: \(accepted.words)."
  }

  private func plainMessage(_ finding: Finding) -> String {
    guard finding.severity > .note, let sheet = finding.sheet,
      let cell = finding.cell.flatMap({ CellAddress($0) }),
      commented[sheet]?.contains(cell) ?? false
    else { return finding.message }
    return finding.message + " (Cellen har i forvejen en kommentar, som er bevaret.)"
  }

  private func place(_ finding: Finding) -> MarkList.Content {
    guard let sheet = finding.sheet else { return .text("Hele filen") }
    guard let cell = finding.cell else { return .link(sheet, sheet: sheet, cell: "A1") }
    let more = finding.cells.count > 1 ? " m.fl." : ""
    return .link("\(sheet)!\(cell)\(more)", sheet: sheet, cell: cell)
  }

  private func height(_ contents: [MarkList.Content]) -> Double {
    let texts = contents.map { content in
      switch content {
      case .text(let text), .link(let text, _, _): text
      }
    }
    return (RowHeight.points(texts, widths: columns.map { $0.width - 1 }) ?? 15) + 3
  }
}
