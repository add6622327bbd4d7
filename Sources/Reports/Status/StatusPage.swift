import Kvantum
import Findings
import Output
import ProposalModel

/// The state of a round as one HTML page: no script, nothing loaded from elsewhere, print-friendly.
struct StatusPage {
  private let report: StatusReport

  init(_ report: StatusReport) { self.report = report }

  var text: String {
    """
    <!DOCTYPE html>
    <html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Status for runden</title>
    <style>\(StatusPage.style)</style></head>
    <body><main>
    <h1>Status for runden</h1>
    <p>\(HTMLText.escaped(report.summary))</p>
    \(table)
    \(list("Filer, der ikke er brugt", report.remarks))
    \(list("Beslutninger", report.findings.map(\.line)))
    </main></body></html>

    """
  }

  private static let style = """
    :root{color-scheme:light dark;\(ReportPalette.properties(ReportPalette.light))}
    @media(prefers-color-scheme:dark){:root{\(ReportPalette.properties(ReportPalette.dark))}}
    body{font:15px/1.45 system-ui,"Segoe UI",sans-serif;color:var(--page-text);background:var(--page-ground);margin:0}
    main{max-width:90rem;margin:0 auto;padding:1.5rem}
    table{border-collapse:collapse;font-variant-numeric:tabular-nums}
    th,td{border:1px solid #767676;padding:.25rem .45rem;vertical-align:top;text-align:left}
    th{background:var(--head-ground);color:var(--head-text)}td.n,th.n{text-align:right;white-space:nowrap}
    td.no{background:var(--error-ground);color:var(--error-text)}td.wait{background:var(--warning-ground);color:var(--warning-text)}
    td.yes{background:var(--note-ground);color:var(--note-text)}
    .scroll{overflow-x:auto}
    @page{size:A4 landscape}
    @media print{main{max-width:none;padding:0}tr{break-inside:avoid}.scroll{overflow:visible}}
    """

  private var table: String {
    let areas = ControlArea.allCases.filter { report.permanent[$0] != nil }
    let heads =
      ["Nr.", "Titel", "Udvalg", "Fil", "Fejl", "Advarsler", "A–E", "Uden konto", "Beslutning"].map {
        "<th scope=\"col\">\($0)</th>"
      }.joined() + areas.map { "<th scope=\"col\" class=\"n\">\($0.rawValue), kr.</th>" }.joined()
      + "<th scope=\"col\">Klar til korrektioner</th>"
    let rows = report.rows.map { row($0, areas) }.joined(separator: "\n")
    return
      "<div class=\"scroll\"><table><thead><tr>\(heads)</tr></thead>\n<tbody>\n\(rows)\n</tbody></table></div>"
  }

  private func row(_ row: StatusRow, _ areas: [ControlArea]) -> String {
    func cell(_ text: String, _ name: String = "") -> String {
      "<td\(name.isEmpty ? "" : " class=\"\(name)\"")>\(HTMLText.escaped(text))</td>"
    }
    let file = row.file.map { $0.split(separator: "/").last.map(String.init) ?? $0 } ?? ""
    let state = row.obstacle == nil ? "yes" : row.errors > 0 || row.file == nil ? "no" : "wait"
    let figures = areas.map { area in
      cell(row.entry?.permanent[area].map { $0.danish(in: .kroner) } ?? "", "n")
    }
    let cells =
      [
        "<th scope=\"row\">\(HTMLText.escaped(row.number))</th>", cell(row.entry?.title ?? ""),
        cell(row.entry?.committee ?? ""), cell(file), cell(String(row.errors), "n"),
        cell(String(row.warnings), "n"), cell(row.entry?.tables ?? ""),
        cell(row.entry.map { String($0.unpostable) } ?? "", "n"), cell(row.decision?.kind.rawValue ?? ""),
      ] + figures + [cell(row.readiness, state)]
    return "<tr>\(cells.joined())</tr>"
  }

  private func list(_ title: String, _ lines: [String]) -> String {
    guard !lines.isEmpty else { return "" }
    return "<h2>\(title)</h2><ul>\(lines.map { "<li>\(HTMLText.escaped($0))</li>" }.joined())</ul>"
  }
}
