import FoundationEssentials
import ProposalModel
import Reading
import Spreadsheet

/// What `fordel ledger --format json` says of proposals.
struct LedgerState: Decodable {
  var proposals: [Entry]

  /// A proposal.
  struct Entry: Decodable {
    var id: String
    var cells: [Number]
    var flows: [Flow]
  }

  /// A number of the input.
  struct Number: Decodable {
    var sheet: String?
    var cell: String?
    var text: String
    var role: String
    var line: String?
    var year: Int?
    var reason: String?
  }

  /// Money of a section, area and year on its way; amounts are exact decimal texts in øre.
  struct Flow: Decodable {
    var section: String
    var controlArea: String?
    var condition: String
    var year: Int
    var lines: [String]
    var input, carried, stated, rounding, tables, conversionRounding, corrections, notPostable,
      remainder: String
    var factor: String?
  }
}

/// A cell as `fordel grid` tells it.
struct GridCell: Decodable {
  var sheet: String
  var cell: String
  var type: String
  var value: String?

  /// Cells that are drawn at most.
  static let limit = 20_000

  /// The cells of the lines that `grid` writes; of more than ``limit`` the first.
  static func cells(_ output: [UInt8]) -> [GridCell] {
    output.split(separator: UInt8(ascii: "\n"), maxSplits: limit).prefix(limit).compactMap {
      try? JSONDecoder().decode(GridCell.self, from: Data($0))
    }
  }
}

/// Every number of a proposal's file: drawn in its sheet, with its role, and the money followed to the tables
/// and the corrections.
struct NumbersView {
  let entry: LedgerState.Entry
  let grid: [GridCell]
  /// The address of an explanation so far: visit and proposal.
  let explanation: String
  private let sheets: [String]
  private let numbers: [String: Int]

  /// Numbers and rows that are shown; of more the first.
  static let numberLimit = 3_000, rowLimit = 300

  init(_ entry: LedgerState.Entry, _ grid: [GridCell], explanation: String) {
    (self.entry, self.grid, self.explanation) = (entry, grid, explanation)
    sheets = NumbersView.sheets(of: grid)
    numbers = Dictionary(
      entry.cells.prefix(NumbersView.numberLimit).enumerated().map {
        (NumbersView.key($1.sheet, $1.cell), $0)
      },
      uniquingKeysWith: { first, _ in first })
  }

  /// The names of the sheets in their order.
  static func sheets(of grid: [GridCell]) -> [String] {
    var sheets: [String] = []
    for cell in grid where sheets.last != cell.sheet && !sheets.contains(cell.sheet) {
      sheets.append(cell.sheet)
    }
    return sheets
  }

  private static func key(_ sheet: String?, _ cell: String?) -> String { "\(sheet ?? "")!\(cell ?? "")" }

  /// The id of a cell in the drawing.
  static func id(_ sheet: Int, _ cell: String) -> String { "a\(sheet)-\(cell)" }

  /// The flows, the drawn sheets, then the numbers one by one.
  var html: String {
    """
    <nav class="sub" aria-label="På siden"><a href="#stroemme">Pengenes vej</a>\(sheets.indices.map { "<a href=\"#ark\($0)\">\(PageViews.escaped(name($0)))</a>" }.joined())\
    <a href="#tal">Alle tal</a></nav>
    \(flows)\(sheets.indices.map(drawing).joined())\(list)
    """
  }

  private func name(_ sheet: Int) -> String { sheets[sheet].isEmpty ? "Filen" : sheets[sheet] }

  // MARK: Flows

  private var flows: String {
    guard !entry.flows.isEmpty else {
      return
        "<h2 id=\"stroemme\">Pengenes vej</h2><p>Ingen penge kan følges: ingen linje har beløb, eller runden er ukendt.</p>"
    }
    let heads = [
      "Linjer", "Fortsat", "Oplyst", "Afrunding", "Tabeller", "Prisfaktor", "Korrektioner", "Ikke konterbar",
      "Rest",
    ]
    return """
      <h2 id="stroemme">Pengenes vej</h2>
      <p class="quiet">1.000 kr. Linjer + fortsat + oplyst + afrunding = tabeller; tabeller × prisfaktor = korrektioner + ikke konterbar. Rest er det, der mangler.</p>
      <div class="scroll" tabindex="0" role="region" aria-label="Pengenes vej"><table class="figures">
      <thead><tr><th scope="col">Afsnit</th><th scope="col">Styringsområde</th><th scope="col">Vilkår</th><th scope="col">År</th>\
      \(heads.map { "<th scope=\"col\" class=\"n\">\($0)</th>" }.joined())</tr></thead>
      <tbody>\(entry.flows.indices.map(flow).joined(separator: "\n"))</tbody></table></div>
      """
  }

  private func flow(_ index: Int) -> String {
    let flow = entry.flows[index]
    let table =
      flow.section == "Varig ændring"
      ? (flow.condition == "hvis ikke indarbejdes" ? "C" : "B") : flow.controlArea == "Anlæg" ? "D" : "E"
    let link =
      "<a href=\"\(explanation)&amp;tabel=\(table)&amp;raekke=Total&amp;aar=\(flow.year)\">\(money(flow.tables))</a>"
    let cells =
      [flow.input, flow.carried, flow.stated, flow.rounding].map(money) + [
        link, PageViews.escaped(flow.factor?.replacing(".", with: ",") ?? "ingen"),
      ]
      + [flow.corrections, flow.notPostable, flow.remainder].map(money)
    return """
      <tr id="s\(index)"><th scope="row">\(PageViews.escaped(flow.section))</th><td>\(PageViews.escaped(flow.controlArea ?? ""))</td>\
      <td>\(PageViews.escaped(flow.condition))</td><td>\(flow.year)</td>\(cells.map { "<td class=\"n\">\($0)</td>" }.joined())</tr>
      """
  }

  /// Exact øre in 1.000 kr.; what is no whole øre as kroner with all decimals.
  private func money(_ oere: String) -> String {
    if let whole = Int64(oere) { return Amount(oere: whole).danish() }
    return PageViews.escaped(RoundView.danish(oere)) + " øre"
  }

  // MARK: Sheets

  private func drawing(_ sheet: Int) -> String {
    let cells = grid.filter { $0.sheet == sheets[sheet] }
    var rows: [Int: [Int: GridCell]] = [:]
    for cell in cells {
      guard let address = CellAddress(cell.cell) else { continue }
      rows[address.row, default: [:]][address.column] = cell
    }
    let shown = rows.keys.sorted().prefix(NumbersView.rowLimit)
    let width = min(shown.flatMap { rows[$0].map { Array($0.keys) } ?? [] }.max() ?? 0, 60)
    guard width > 0 else { return "" }
    let heads = (1...width).map { "<th scope=\"col\">\(CellAddress.letters(ofColumn: $0))</th>" }.joined()
    let body = shown.map { row in
      let cells = (1...width).map {
        self.cell(rows[row]?[$0], at: CellAddress(row: row, column: $0).description, sheet)
      }
      return "<tr><th scope=\"row\">\(row)</th>\(cells.joined())</tr>"
    }
    let rest =
      rows.count > shown.count
      ? "<p>Arket har \(rows.count) rækker; de første \(shown.count) er vist.</p>" : ""
    return """
      <section aria-labelledby="ark\(sheet)"><h2 id="ark\(sheet)">\(PageViews.escaped(name(sheet)))</h2>\(rest)
      <div class="sheet" tabindex="0" role="region" aria-label="Arket \(PageViews.escaped(name(sheet)))"><table>
      <thead><tr><td></td>\(heads)</tr></thead><tbody>\(body.joined(separator: "\n"))</tbody></table></div></section>

      """
  }

  private func cell(_ cell: GridCell?, at address: String, _ sheet: Int) -> String {
    guard let cell, let value = cell.value else { return "<td></td>" }
    guard let number = numbers[NumbersView.key(cell.sheet, cell.cell)] else {
      return "<td>\(PageViews.escaped(value))</td>"
    }
    let role = entry.cells[number].role
    return """
      <td id="\(NumbersView.id(sheet, address))" class="n r-\(PageViews.escaped(role))"><a href="#v\(number)" \
      aria-label="\(PageViews.escaped("\(entry.cells[number].text), \(NumbersView.role(role))"))">\(PageViews.escaped(entry.cells[number].text))</a></td>
      """
  }

  // MARK: Numbers

  private var list: String {
    let shown = entry.cells.prefix(NumbersView.numberLimit)
    let rest =
      entry.cells.count > shown.count
      ? "<p>Filen har \(entry.cells.count) tal; de første \(shown.count) er vist. Hent resten som regneark: »Tallenes vej som regneark«.</p>"
      : ""
    return """
      <h2 id="tal">Alle tal</h2>\(rest)
      <div class="scroll" tabindex="0" role="region" aria-label="Alle tal"><table>
      <thead><tr><th scope="col">Ark</th><th scope="col">Celle</th><th scope="col" class="n">Tal</th><th scope="col">Er</th>\
      <th scope="col">Linje</th><th scope="col">År</th><th scope="col">Hvorfor</th><th scope="col">Vej</th></tr></thead>
      <tbody>\(shown.indices.map(number).joined(separator: "\n"))</tbody></table></div>
      """
  }

  private func number(_ index: Int) -> String {
    let number = entry.cells[index]
    let cell = PageViews.escaped(number.cell ?? "")
    let place =
      sheets.firstIndex(of: number.sheet ?? "").flatMap { sheet in
        number.cell.map { "<a href=\"#\(NumbersView.id(sheet, PageViews.escaped($0)))\">\(cell)</a>" }
      } ?? cell
    let flow =
      number.role == "amount"
      ? entry.flows.indices.first {
        entry.flows[$0].year == number.year && entry.flows[$0].lines.contains(number.line ?? "")
      }
      : nil
    let texts = [number.line ?? "", number.year.map { "\($0)" } ?? "", number.reason ?? ""]
    return """
      <tr id="v\(index)"><td>\(PageViews.escaped(number.sheet ?? ""))</td><td>\(place)</td><td class="n">\(PageViews.escaped(number.text))</td>\
      <td>\(NumbersView.role(number.role))</td>\(texts.map { "<td>\(PageViews.escaped($0))</td>" }.joined())\
      <td>\(flow.map { "<a href=\"#s\($0)\">pengenes vej</a>" } ?? "")</td></tr>
      """
  }

  private static func role(_ role: String) -> String {
    NumberRole(rawValue: role)?.danish ?? PageViews.escaped(role)
  }
}
