import Output
import Findings
import ProposalModel
import Spreadsheet

extension FindingReport {
  /// The report as one HTML page that needs nothing else: the findings by sheet, and each sheet drawn with
  /// its wrong cells marked in place.
  ///
  /// It has no script and asks no network. Every finding links to its cell and every marked cell to its
  /// finding.
  public func html(sheets: ReportSheets = ReportSheets(), nextStep: NextStep? = nil) -> [UInt8] {
    let page = FindingPage(report: self, sheets: sheets, nextStep: nextStep)
    return Array(page.text().utf8)
  }
}

/// Puts the page together.
private struct FindingPage {
  let report: FindingReport
  let sheets: ReportSheets
  let nextStep: NextStep?
  /// The findings that are left or new since the earlier version.
  let told: Set<Finding>

  init(report: FindingReport, sheets: ReportSheets, nextStep: NextStep?) {
    (self.report, self.sheets, self.nextStep) = (report, sheets, nextStep)
    told = report.changes?.told ?? []
  }

  func text() -> String {
    let groups = FindingGroup.groups(report.findings)
    var number = 1
    var sections = ""
    var links = ""
    var file: String?
    for (index, group) in groups.enumerated() {
      if index == 0 || group.file != file {
        file = group.file
        sections += "<h2>\(HTMLText.escaped(name(group.file)))</h2>\n"
        links += index == 0 ? "" : "</ul></li>\n"
        links += "<li>\(HTMLText.escaped(name(group.file)))<ul>\n"
      }
      links +=
        "<li><a href=\"#ark\(index + 1)\">\(title(group))</a>: \(FindingCount(group.findings).shortWords)</li>\n"
      sections += section(group, index + 1, first: number)
      number += group.findings.count
    }
    if !groups.isEmpty { links += "</ul></li>\n" }
    return page(contents: groups.isEmpty ? "" : "<nav aria-label=\"Ark\"><ul>\(links)</ul></nav>", sections)
  }

  private func page(contents: String, _ sections: String) -> String {
    let failures = report.failures.map { "<li>\(HTMLText.escaped($0.description))</li>" }.joined()
    let step =
      nextStep.map { $0.sentence.isEmpty ? "" : "<p class=\"next\">\(HTMLText.escaped($0.sentence))</p>" }
      ?? ""
    return """
      <!DOCTYPE html>
      <html lang="da">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Fejl og mangler</title>
      <style>\(ReportStyle.text)</style>
      </head>
      <body>
      <a class="skip" href="#fund">Gå til fejlene</a>
      <header><h1>Fejl og mangler</h1>
      <p class="summary">\(HTMLText.escaped(report.summaryLine))</p>\(step)
      \(sinceLines)
      \(failures.isEmpty ? "" : "<h2>Filer, der ikke kunne læses</h2><ul>\(failures)</ul>")
      \(contents)</header>
      <main id="fund">
      \(sections.isEmpty ? "<p>Der er ikke fundet noget.</p>" : sections)\(goneSections)</main>
      </body>
      </html>

      """
  }

  /// What became of the earlier version's findings, in a sentence, and what there is to say of it.
  private var sinceLines: String {
    guard let changes = report.changes else { return "" }
    return ([changes.summaryLine] + changes.remarks).map { "<p>\(HTMLText.escaped($0))</p>" }.joined()
  }

  /// The findings of the earlier version that are solved, or of which nothing is known.
  private var goneSections: String {
    guard let changes = report.changes else { return "" }
    return [("lost", "Løst", changes.solved), ("uvist", "Uvist", changes.unknown)].map {
      id, title, findings in
      if findings.isEmpty { return "" }
      let items = findings.map {
        "<li>\(HTMLText.escaped($0.line(as: "\(title.lowercased()) (\($0.severity.danish))")))</li>\n"
      }
      return """
        <section id="\(id)" aria-labelledby="\(id)-navn"><h2 id="\(id)-navn">\(title): \(FindingChanges.count(findings))</h2>
        <ul>\(items.joined())</ul></section>

        """
    }.joined()
  }

  private func name(_ file: String?) -> String {
    file.map { $0.split(separator: "/").last.map(String.init) ?? $0 } ?? "-"
  }

  private func title(_ group: FindingGroup) -> String { HTMLText.escaped(group.sheet ?? "Hele filen") }

  private func section(_ group: FindingGroup, _ index: Int, first: Int) -> String {
    let prefix = "ark\(index)-"
    let marks = marks(group.findings, first: first)
    let sheet = marks.isEmpty ? nil : sheets.sheet(group.sheet, of: group.file)
    let items = group.findings.enumerated().map { offset, finding in
      item(finding, number: first + offset, prefix: sheet == nil ? nil : prefix)
    }
    let drawing = sheet.map { SheetDrawing(sheet: $0, prefix: prefix, marks: marks).html() } ?? ""
    return """
      <section id="ark\(index)" aria-labelledby="ark\(index)-navn"><h3 id="ark\(index)-navn">\(title(group))</h3>
      <ol class="findings">\(items.joined())</ol>
      \(drawing)</section>

      """
  }

  private func marks(_ findings: [Finding], first: Int) -> [CellAddress: (numbers: [Int], severity: Severity)]
  {
    var marks: [CellAddress: [(number: Int, severity: Severity)]] = [:]
    for (offset, finding) in findings.enumerated() {
      for cell in finding.cells {
        if let address = CellAddress(cell) {
          marks[address, default: []].append((first + offset, finding.severity))
        }
      }
    }
    return marks.mapValues { entries in
      let ordered = entries.sorted { ($1.severity, $0.number) < ($0.severity, $1.number) }
      return (ordered.map(\.number), ordered.first?.severity ?? .note)
    }
  }

  private func item(_ finding: Finding, number: Int, prefix: String?) -> String {
    let cells = finding.cells.prefix(12).map { cell in
      prefix.flatMap { prefix in
        CellAddress(cell).map { "<a href=\"#\(SheetDrawing.id($0, prefix: prefix))\">\($0)</a>" }
      }
        ?? HTMLText.escaped(cell)
    }
    let more = finding.cells.count > 12 ? " og \(finding.cells.count - 12) til" : ""
    var facts = ""
    if !cells.isEmpty { facts += "<div><dt>Hvor</dt><dd>\(cells.joined(separator: ", "))\(more)</dd></div>" }
    if let found = finding.found {
      facts += "<div><dt>Der står</dt><dd>\(HTMLText.escaped(found))</dd></div>"
    }
    if let expected = finding.expected {
      facts += "<div><dt>Der skulle stå</dt><dd>\(HTMLText.escaped(expected))</dd></div>"
    }
    if finding.isAccepted, let accepted = finding.accepted {
      facts += "<div><dt>Accepteret</dt><dd>\(HTMLText.escaped(accepted.words))</dd></div>"
    }
    if let changes = report.changes, told.contains(finding) {
      facts += "<div><dt>Siden sidst</dt><dd>\(changes.age(of: finding).danish)</dd></div>"
    }
    facts += "<div><dt>Kode</dt><dd><code>\(finding.code.rawValue)</code></dd></div>"
    let remedy = finding.suggestion.map { "<p class=\"remedy\">→ \(HTMLText.escaped($0))</p>" } ?? ""
    return """
      <li id="fund\(number)"><p><strong class="\(finding.severity.rawValue)">\(finding.severity.danish) \(number)</strong> \
      \(HTMLText.escaped(finding.message))</p>\(remedy)<dl>\(facts)</dl></li>

      """
  }
}
