import Output
import ProposalModel

/// The differences side by side as one HTML page: no script, nothing loaded from elsewhere, print-friendly,
/// and colours that are never the only mark.
struct DiffPage {
  private let report: DiffReport
  private var body = ""

  init(_ report: DiffReport) {
    self.report = report
    add("<h1>Forskelle</h1>")
    let (old, new) = (escaped(report.names.old), escaped(report.names.new))
    add("<p class=\"sides\"><span class=\"old\">Før: \(old)</span> <span class=\"new\">Nu: \(new)</span></p>")
    add("<p>\(escaped(report.summary))</p>")
    if report.differences.count > 1 { addContents() }
    for difference in report.differences where difference.kind != .same { addProposal(difference) }
  }

  package var text: String {
    """
    <!DOCTYPE html>
    <html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Forskelle: \(escaped(report.names.old)) og \(escaped(report.names.new))</title>
    <style>\(DiffPage.style)</style></head>
    <body><main>
    \(body)</main></body></html>

    """
  }

  /// The colours are those of the report of findings, whose contrast is tested; before is red, now is blue,
  /// and both are said in words too.
  private static let style = """
    :root{color-scheme:light dark;\(ReportPalette.properties(ReportPalette.light))}
    @media(prefers-color-scheme:dark){:root{\(ReportPalette.properties(ReportPalette.dark))}}
    body{font:15px/1.45 system-ui,"Segoe UI",sans-serif;color:var(--page-text);background:var(--page-ground);margin:0}
    main{max-width:78rem;margin:0 auto;padding:1.5rem}
    h1,h2{line-height:1.2}h2{margin-top:2.5rem;border-top:2px solid;padding-top:1rem}
    table{border-collapse:collapse;margin:.5rem 0 1.25rem;font-variant-numeric:tabular-nums}
    caption{text-align:left;font-weight:600;padding:.25rem 0}
    th,td{border:1px solid #767676;padding:.25rem .45rem;vertical-align:top;text-align:left}
    th{background:var(--head-ground);color:var(--head-text)}td.n,th.n{text-align:right;white-space:nowrap}
    a{color:var(--link-text)}
    .old{background:var(--error-ground);color:var(--error-text)}.new{background:var(--note-ground);color:var(--note-text)}
    del{text-decoration:line-through}ins{text-decoration:none;font-weight:600}
    .tag{display:inline-block;border:1px solid;border-radius:3px;padding:0 .35rem;font-size:.85em;font-weight:400}
    .sides span{padding:.1rem .4rem;margin-right:.5rem}td.gone{color:var(--quiet-text)}
    .scroll{overflow-x:auto}
    @media print{main{max-width:none;padding:0}h2{break-before:page}h2:first-of-type{break-before:auto}tr{break-inside:avoid}.scroll{overflow:visible}}
    """

  private mutating func add(_ html: String) { body += html + "\n" }

  private mutating func addContents() {
    add(
      "<div class=\"scroll\"><table><caption>Forslag</caption><tr><th>Nummer</th><th>Titel</th><th>Ændring</th></tr>"
    )
    for difference in report.differences {
      let name = escaped(difference.id)
      let link = difference.kind == .same ? name : "<a href=\"#\(anchor(difference))\">\(name)</a>"
      add(
        "<tr><td>\(link)</td><td>\(escaped(difference.title))</td><td>\(DiffText.word(difference.kind))</td></tr>"
      )
    }
    add("</table></div>")
  }

  private func anchor(_ difference: ProposalDifference) -> String {
    "f-" + OutputFiles.name(for: difference.id)
  }

  private mutating func addProposal(_ difference: ProposalDifference) {
    let tag = "<span class=\"tag\">\(DiffText.word(difference.kind))</span>"
    add("<h2 id=\"\(anchor(difference))\">\(escaped(difference.id)) \(escaped(difference.title)) \(tag)</h2>")
    if !difference.fields.isEmpty {
      add(
        "<div class=\"scroll\"><table><caption>Felter</caption><tr><th>Felt</th><th>Før</th><th>Nu</th></tr>")
      for field in difference.fields {
        add("<tr><th>\(escaped(field.field))</th>\(cell(field.old, "old"))\(cell(field.new, "new"))</tr>")
      }
      add("</table></div>")
    }
    addLines(difference)
    addAmounts("Summer og samlet virkning", difference.sums, difference, keepsAll: true)
    addAmounts("Fordeling og tabel A–E: rækker med ændringer", difference.tables, difference, keepsAll: false)
  }

  /// The lines of both versions, side by side: text and words at the left, then a pair of columns for each
  /// year.
  private mutating func addLines(_ difference: ProposalDifference) {
    let lines = difference.changedLines
    guard let first = lines.first else { return }
    let unit = escaped(difference.unit.rawValue)
    add(
      "<div class=\"scroll\"><table><caption>Linjer med ændringer (\(unit))</caption><tr><th rowspan=\"2\">Ændring</th>"
    )
    add("<th rowspan=\"2\" class=\"old\">Linje før</th><th rowspan=\"2\" class=\"new\">Linje nu</th>")
    add(yearHeader(first.years) + "</tr>")
    for line in lines {
      let words = [line.isMoved ? "flyttet" : nil, line.isRelabelled ? "ny tekst" : nil].compactMap { $0 }
      let kind =
        line.kind == .changed && !words.isEmpty && !line.hasNewMoney
        ? words : [DiffText.word(line.kind)] + words
      add("<tr><td>\(kind.map { "<span class=\"tag\">\($0)</span>" }.joined(separator: " "))</td>")
      add("<td class=\"old\">\(side(line.old, line.fields.map { ($0.field, $0.old) }, "del"))</td>")
      add("<td class=\"new\">\(side(line.new, line.fields.map { ($0.field, $0.new) }, "ins"))</td>")
      add(amountCells(line.years, difference.unit) + "</tr>")
    }
    add("</table></div>")
  }

  /// The line's text, and its fields that have changed.
  private func side(_ line: Line?, _ fields: [(String, String?)], _ mark: String) -> String {
    guard let line else { return "–" }
    let isNew = fields.contains { $0.0 == "Tekst" }
    let text = isNew ? "<\(mark)>\(escaped(line.text))</\(mark)>" : escaped(line.text)
    let place = escaped(
      "\(line.id) · \(line.section.rawValue)" + (line.controlArea.map { " · \($0.rawValue)" } ?? ""))
    let rest = fields.filter { $0.0 != "Tekst" }.map {
      "<br>\(escaped($0.0)): <\(mark)>\(escaped($0.1 ?? "tom"))</\(mark)>"
    }
    return "\(text)<br><small>\(place)</small>" + rest.joined()
  }

  private mutating func addAmounts(
    _ caption: String, _ changes: [AmountChange], _ difference: ProposalDifference, keepsAll: Bool
  ) {
    let rows = keepsAll ? changes : changes.filter(\.isChanged)
    guard let first = rows.first else { return }
    add(
      "<div class=\"scroll\"><table><caption>\(escaped(caption)) (\(escaped(difference.unit.rawValue)))</caption>"
    )
    add("<tr><th rowspan=\"2\">Række</th>\(yearHeader(first.years))</tr>")
    for row in rows {
      add("<tr><th>\(escaped(row.label))</th>\(amountCells(row.years, difference.unit))</tr>")
    }
    add("</table></div>")
  }

  private func yearHeader(_ years: [YearChange]) -> String {
    years.map { "<th colspan=\"2\" class=\"n\">\($0.year)</th>" }.joined() + "</tr><tr>"
      + years.map { _ in "<th class=\"n old\">før</th><th class=\"n new\">nu</th>" }.joined()
  }

  /// Before and after of each year; what has changed is marked by words for screen readers too.
  private func amountCells(_ years: [YearChange], _ unit: AmountUnit) -> String {
    years.map { change in
      func text(_ amount: Amount?) -> String { amount.map { escaped($0.danish(in: unit)) } ?? "–" }
      guard change.difference != .zero else {
        return "<td class=\"n\">\(text(change.old))</td><td class=\"n\">\(text(change.new))</td>"
      }
      return
        "<td class=\"n old\"><del>\(text(change.old))</del></td><td class=\"n new\"><ins>\(text(change.new))</ins></td>"
    }.joined()
  }

  private func cell(_ text: String?, _ side: String) -> String {
    text.map { "<td class=\"\(side)\">\(escaped($0).replacing("\n", with: "<br>"))</td>" }
      ?? "<td class=\"gone\">tom</td>"
  }

  private func escaped(_ text: String) -> String { HTMLText.escaped(text) }
}
