import Findings
import Intake
import ProposalModel
import Reports
import Spreadsheet
import TestSupport
import Testing

/// The parts of a check of a workbook written as text.
private func parts(_ text: String, file: String = "BC99.xlsx") -> [CheckedPart] {
  MarkedWorkbook(text).items().map {
    CheckedPart(file: file, id: $0.proposal?.id, findings: $0.findings.filter { $0.severity > .note })
  }
}

private func changes(_ old: String, _ new: String) -> FindingChanges {
  FindingChanges(since: "gammel.xlsx", before: parts(old), after: parts(new))
}

private func table(_ rows: String) -> String {
  """
  # Tabel 1
  | Tabel 1. Forslagets samlede økonomiske konsekvenser |
  | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 | 2025 | 2026 | 2027 |
  | Varige ændringer |
  \(rows)
  """
}

private let rent = "| Husleje | Service | -10 | -10 | -10 | -10 | -10 | -10 |"
private let guards = "| Vagter | Service | -5 | -5 | -5 | -5 | -5 | -5 |"
private let wrongTotal = "| Samlet varig ændring | Service | -10 | -99 | -10 | -10 | -10 | -10 |"

@Suite struct `What became of earlier findings` {
  @Test func `an inserted row changes no finding`() {
    let changes = changes(
      table("\(rent)\n\(wrongTotal)"),
      table("|  |\n|  |\n\(rent)\n\(wrongTotal)"))
    #expect(!changes.left.isEmpty && changes.solved.isEmpty && changes.new.isEmpty)
  }

  @Test func `a total with other figures in the same year is left`() {
    let changes = changes(
      table("\(rent)\n\(wrongTotal)"),
      table("\(rent)\n\(guards)\n| Samlet varig ændring | Service | -15 | -88 | -15 | -15 | -15 | -15 |"))
    #expect(changes.left.contains { $0.code == .totalDiffers })
    #expect(!changes.solved.contains { $0.code == .totalDiffers })
  }

  @Test func `a total mended in one year and spoilt in another is solved and new`() {
    let changes = changes(
      table("\(rent)\n\(wrongTotal)"),
      table("\(rent)\n| Samlet varig ændring | Service | -10 | -10 | -10 | -77 | -10 | -10 |"))
    #expect(changes.solved.map(\.code).contains(.totalDiffers))
    #expect(changes.new.map(\.code).contains(.totalDiffers))
  }

  @Test func `left and new are all findings of the new version, solved and left all of the old one`() {
    let (old, new) = (table("\(rent)\n\(wrongTotal)"), table("\(rent)\n\(guards)\n\(wrongTotal)"))
    let changes = changes(old, new)
    let (before, after) = (parts(old).flatMap(\.findings).count, parts(new).flatMap(\.findings).count)
    let still = changes.left.count
    #expect(still + changes.new.count == after)
    #expect(still + changes.solved.count + changes.unknown.count == before)
  }

  @Test func `nothing is solved where a new error stops reading`() {
    let changes = changes(
      table("\(rent)\n\(wrongTotal)"),
      table("\(rent)\n| Samlet varig ændring | Service | \"1,275\" | -10 | -10 | -10 | -10 | -10 |"))
    #expect(changes.solved.isEmpty)
    #expect(changes.unknown.contains { $0.code == .totalDiffers })
  }

  @Test func `the findings of a proposal that is gone are not solved`() {
    let old = parts(table("\(rent)\n\(wrongTotal)"))
    let other = CheckedPart(file: "BC01.xlsx", id: "BC01", findings: [])
    let changes = FindingChanges(since: "gammel", before: old, after: [other, other])
    #expect(changes.solved.isEmpty && changes.unknown.count == old.flatMap(\.findings).count)
    #expect(changes.gone == ["BC99"] && changes.added == ["BC01"])
    #expect(changes.remarks.contains("Ikke med længere, så intet er løst der: BC99."))
  }

  @Test func `of a folder only the proposal that is checked counts`() {
    let old = parts(table("\(rent)\n\(wrongTotal)"))
    let other = CheckedPart(file: "BC01.xlsx", id: "BC01", findings: old[0].findings)
    let changes = FindingChanges(since: "gammel", before: old + [other], after: old, isWhole: false)
    #expect(changes.solved.isEmpty && changes.unknown.isEmpty && changes.new.isEmpty)
    #expect(changes.remarks == ["Fra gammel er BC01 ikke med i denne kontrol."])
  }

  @Test func `the report has three sections and a line for each solved finding that is no error any more`() {
    var report = FindingReport(findings: [], proposals: 1)
    report.changes = changes(
      table("\(rent)\n\(wrongTotal)"),
      table("\(rent)\n| Samlet varig ændring | Service | -10 | -10 | -10 | -10 | -10 | -10 |"))
    let text = report.text()
    #expect(text.contains("\nTilbage: ") && text.contains("\nNye: ingen\n"))
    #expect(text.hasPrefix("Løst: 1 fejl\nBC99.xlsx:Tabel 1!D5: løst (fejl): [total-differs] "))
    #expect(text.contains("Siden gammel.xlsx: løst 1 fejl; tilbage "))
  }

  @Test func `the page tells what is solved and marks the others`() {
    let new = table("\(rent)\n| Samlet varig ændring | Service | -10 | -10 | -10 | -77 | -10 | -10 |")
    var report = FindingReport(findings: parts(new).flatMap(\.findings), proposals: 1)
    report.changes = changes(table("\(rent)\n\(wrongTotal)"), new)
    let page = String(decoding: report.html(), as: UTF8.self)
    #expect(page.contains("<h2 id=\"lost-navn\">Løst: 1 fejl</h2>"))
    #expect(page.contains("<dt>Siden sidst</dt><dd>ny</dd>"))
  }
}
