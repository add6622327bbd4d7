import FoundationEssentials
import ProposalModel

/// What `fordel export --format json` says of a proposal's tables.
struct TablesState: Decodable {
  var title: String
  var tables: [Table]

  /// A table.
  struct Table: Decodable {
    var table: String
    var caption: String
    var origin: String?
    var priceLevel: Int?
    var years: [Int]
    var rows: [Row]
  }

  /// A row: `heading`, `line`, `total` …
  struct Row: Decodable {
    var kind: String
    var name: String?
    var section: String?
    var text: String
    var committee: String?
    var unit: String?
    var part: String?
    var account: String?
    var controlArea: String?
    var figures: [Figure]
    var paybackYears: Int?
  }

  /// The unit in which no figure needs more than two decimals.
  var unit: AmountUnit {
    let amounts = tables.flatMap { $0.rows.flatMap(\.figures) }.map(\.amount.oere)
    return amounts.allSatisfy { $0 % 1_000 == 0 } ? .thousandKroner : .kroner
  }
}

/// The tables of a proposal, every number a link to how it came about.
struct TablesView {
  let state: TablesState
  /// The address of an explanation so far: visit, proposal, rounding and price level.
  let explanation: String

  /// The diagrams, then the tables in their order with a list of them in front.
  var html: String {
    let links = state.tables.map { "<a href=\"#tabel-\($0.table)\">\(TablesView.name($0))</a>" }
    let charts = Chart.charts(of: state)
    return """
      <nav class="sub" aria-label="Tabeller">\(links.joined())</nav>
      \(charts.isEmpty ? "" : "<h2>Diagrammer</h2><div class=\"two\">\(charts.joined())</div>")
      \(state.tables.map(section).joined())
      """
  }

  private static func name(_ table: TablesState.Table) -> String {
    PageViews.escaped(table.table == "Fordeling" ? "Fordeling" : "Tabel \(table.table)")
  }

  private func section(_ table: TablesState.Table) -> String {
    let origin = ["computed": "beregnet", "stated": "oplyst af forvaltningerne"][table.origin ?? ""]
    let facts = [
      origin, "\(state.unit.rawValue)" + (table.priceLevel.map { ", \($0) p/l" } ?? ""),
    ]
    let id = "tabel-\(PageViews.escaped(table.table))"
    return """
      <section aria-labelledby="\(id)"><h2 id="\(id)">\(PageViews.escaped(table.caption))</h2>
      <p class="quiet">\(facts.compactMap { $0 }.joined(separator: " · "))</p>
      <div class="scroll" tabindex="0" role="region" aria-label="\(TablesView.name(table))"><table class="figures">
      <thead><tr><th scope="col">Række</th>\(columns(table).map { "<th scope=\"col\">\($0.head)</th>" }.joined())\
      \(table.years.map { "<th scope=\"col\" class=\"n\">\($0)</th>" }.joined())</tr></thead>
      <tbody>\(table.rows.map { row($0, of: table) }.joined(separator: "\n"))</tbody></table></div></section>

      """
  }

  /// The columns of text that have something in the table.
  private func columns(_ table: TablesState.Table) -> [(head: String, text: (TablesState.Row) -> String?)] {
    let all: [(head: String, text: (TablesState.Row) -> String?)] = [
      ("Styringsområde", { $0.controlArea }), ("Bevilling, profitcenter", { $0.account }),
      ("Del", { $0.committee == nil ? nil : $0.part }),
    ]
    return all.filter { column in table.rows.contains { column.text($0) != nil } }
  }

  private func row(_ row: TablesState.Row, of table: TablesState.Table) -> String {
    let columns = columns(table)
    if row.kind == "heading" {
      let width = 1 + columns.count + table.years.count
      return "<tr><th scope=\"rowgroup\" colspan=\"\(width)\">\(PageViews.escaped(row.text))</th></tr>"
    }
    let isSum = ["total", "subtotal", "effect"].contains(row.kind)
    let texts = columns.map { "<td>\(PageViews.escaped($0.text(row) ?? ""))</td>" }.joined()
    var figures = table.years.indices.map { index in
      row.figures.indices.contains(index)
        ? cell(row.figures[index], row, table, table.years[index]) : "<td></td>"
    }
    if row.kind == "payback", let first = table.years.first {
      let years = row.paybackYears.map { "\($0) år" } ?? "ikke oplyst"
      figures = ["<td colspan=\"\(table.years.count)\">\(link(years, row, table, first))</td>"]
    }
    return """
      <tr\(isSum ? " class=\"sum\"" : "")><th scope="row"\(row.unit == nil ? "" : " class=\"unit\"")>\
      \(PageViews.escaped(row.text))</th>\(texts)\(figures.joined())</tr>
      """
  }

  private func cell(_ figure: Figure, _ row: TablesState.Row, _ table: TablesState.Table, _ year: Int)
    -> String
  {
    switch figure {
    case .blank: "<td class=\"n\"></td>"
    case .dash: "<td class=\"n\">-</td>"
    case .amount(let amount): "<td class=\"n\">\(link(amount.danish(in: state.unit), row, table, year))</td>"
    }
  }

  private func link(_ text: String, _ row: TablesState.Row, _ table: TablesState.Table, _ year: Int) -> String
  {
    let place =
      "tabel=\(PageViews.pathSafe(table.table))&amp;raekke=\(PageViews.pathSafe(row.name ?? row.text))"
    return "<a href=\"\(explanation)&amp;\(place)&amp;aar=\(year)\">\(PageViews.escaped(text))</a>"
  }
}
