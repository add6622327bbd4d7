import ProposalModel

/// What `fordel corrections -o FILE.json` says.
struct CorrectionsState: Decodable {
  var rows: [Row]
  /// What has changed since an earlier set, where there is one.
  var difference: [Row]?

  /// A correction; the amount is whole øre.
  struct Row: Decodable {
    var list: String
    var proposal: String
    var table: String?
    var side: String
    var status: String
    var committee: String
    var unit: String
    var controlArea: String
    var year: Int
    var amount: Int64
    var text: String
    var appropriation: String
    var profitCentre: String
    var function: String
    var kind: String
    var accountSource: String
    var remark: String

    /// Whether it is booked.
    var isPostable: Bool { status == "Konterbar" }
    /// Whether it is the other side of a proposal's row.
    var isCounterEntry: Bool { side != "Forslag" }
  }
}

/// What a forecast beside corrections says.
struct ForecastState: Decodable {
  var totals: [Total]
  var missing: [String]

  /// A control area of a committee, in whole øre.
  struct Total: Decodable {
    var controlArea: String
    var committee: String
    var keys: Int
    var before, change, after: Int64
  }
}

/// Corrections for the accountant: that they add up to zero, what the budget will be, and each row with its way
/// back to the proposal.
struct CorrectionsView {
  let state: CorrectionsState
  let forecast: ForecastState?
  /// The address of an explanation before and behind the number of the proposal.
  let explanation: (before: String, after: String)

  /// Rows that are shown; the file has all.
  static let limit = 1_000
  /// Rows of a table that are shown without being asked for.
  private static let open = 60

  var html: String { check + forecastTable + list }

  private var rows: [CorrectionsState.Row] { state.difference ?? state.rows }

  // MARK: Zero-sum

  private struct Sum {
    var rows = 0, unpostable = 0
    var own: Int64 = 0, counter: Int64 = 0

    mutating func add(_ row: CorrectionsState.Row) {
      guard row.isPostable else { return unpostable += 1 }
      rows += 1
      if row.isCounterEntry { counter &+= row.amount } else { own &+= row.amount }
    }
  }

  private var check: String {
    var sums: [[String]: Sum] = [:]
    for row in rows {
      sums[[row.list, row.proposal, row.controlArea, "\(row.year)"], default: Sum()].add(row)
    }
    let isZero = sums.values.allSatisfy { $0.own &+ $0.counter == 0 }
    let lines = sums.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, sum in
      let (total, isWrong) = (sum.own &+ sum.counter, sum.own &+ sum.counter != 0)
      return """
        <tr><th scope="row">\(PageViews.escaped(key[1]))</th><td>\(PageViews.escaped(key[0]))</td><td>\(PageViews.escaped(key[2]))</td>\
        <td>\(key[3])</td><td class="n">\(sum.rows)</td><td class="n">\(kroner(sum.own))</td><td class="n">\(kroner(sum.counter))</td>\
        <td class="n \(isWrong ? "no" : "yes")">\(kroner(total))</td><td class="n">\(sum.unpostable)</td></tr>
        """
    }
    return """
      <h2 id="nulsum">Går korrektionerne i nul?</h2>
      <p class="summary">\(isZero ? "Ja: hvert forslag går i nul for hvert år og styringsområde." : "Nej: se de rækker, hvor summen ikke er 0.")</p>
      \(folded(lines.count))
      <div class="scroll" tabindex="0" role="region" aria-label="Går korrektionerne i nul?"><table>
      <thead><tr><th scope="col">Forslag</th><th scope="col">Liste</th><th scope="col">Styringsområde</th><th scope="col">År</th>\
      <th scope="col" class="n">Rækker</th><th scope="col" class="n">Forslag, kr.</th><th scope="col" class="n">Modposter, kr.</th>\
      <th scope="col" class="n">Sum, kr.</th><th scope="col" class="n">Ikke konterbare</th></tr></thead>
      <tbody>\(lines.joined(separator: "\n"))</tbody></table></div></details>
      """
  }

  private func folded(_ count: Int) -> String {
    "<details\(count > CorrectionsView.open ? "" : " open")><summary>\(count == 1 ? "1 række" : "\(count) rækker")</summary>"
  }

  // MARK: Forecast

  private var forecastTable: String {
    guard let forecast else { return "" }
    let lines = forecast.totals.map { total in
      """
      <tr><th scope="row">\(PageViews.escaped(total.controlArea))</th><td>\(PageViews.escaped(total.committee))</td><td class="n">\(total.keys)</td>\
      <td class="n">\(kroner(total.before))</td><td class="n">\(kroner(total.change))</td><td class="n">\(kroner(total.after))</td></tr>
      """
    }
    let missing = forecast.missing.map { "<li>\(PageViews.escaped($0))</li>" }.joined()
    return """
      <h2 id="prognose">Budgettet efter indlæsning</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="Budgettet efter indlæsning"><table>
      <thead><tr><th scope="col">Styringsområde</th><th scope="col">Udvalg</th><th scope="col" class="n">Konti</th>\
      <th scope="col" class="n">Før, kr.</th><th scope="col" class="n">Ændring, kr.</th><th scope="col" class="n">Efter, kr.</th></tr></thead>
      <tbody>\(lines.joined(separator: "\n"))</tbody></table></div>\(missing.isEmpty ? "" : "<ul>\(missing)</ul>")
      """
  }

  // MARK: Rows

  private var list: String {
    let shown = rows.prefix(CorrectionsView.limit)
    let rest =
      rows.count > shown.count
      ? "<p>Der er \(rows.count) rækker; de første \(shown.count) er vist. Filen har alle.</p>" : ""
    return """
      <h2 id="raekker">Rækkerne</h2><p class="quiet">Et beløb fører til, hvordan det er blevet til; en modpost er summen af forslagets egne rækker med modsat fortegn.</p>\(rest)\(folded(rows.count))
      <div class="scroll" tabindex="0" role="region" aria-label="Rækkerne"><table>
      <thead><tr><th scope="col">Forslag</th><th scope="col">Liste</th><th scope="col">Tabel</th><th scope="col">Udvalg</th><th scope="col">Styringsområde</th>\
      <th scope="col">År</th><th scope="col" class="n">Beløb, kr.</th><th scope="col">Tekst</th><th scope="col">Konto</th><th scope="col">Kontokilde</th><th scope="col">Stand</th></tr></thead>
      <tbody>\(shown.map(line).joined(separator: "\n"))</tbody></table></div></details>
      """
  }

  private func line(_ row: CorrectionsState.Row) -> String {
    let account = [row.appropriation, row.profitCentre, row.function, row.kind].filter { !$0.isEmpty }
    let texts = [
      row.isCounterEntry ? "modpost" : row.table ?? "",
      [row.committee, row.unit].filter { !$0.isEmpty }.joined(separator: ", "),
      row.controlArea, "\(row.year)",
    ]
    let rest = [
      row.text, account.joined(separator: " · "), row.accountSource,
      [row.status, row.remark].filter { !$0.isEmpty }.joined(separator: ": "),
    ]
    return """
      <tr><th scope="row">\(PageViews.escaped(row.proposal))</th><td>\(PageViews.escaped(row.list))</td>\(texts.map { "<td>\(PageViews.escaped($0))</td>" }.joined())\
      <td class="n">\(amount(row))</td>\(rest.map { "<td>\(PageViews.escaped($0))</td>" }.joined())</tr>
      """
  }

  private func amount(_ row: CorrectionsState.Row) -> String {
    let words = kroner(row.amount)
    guard !row.isCounterEntry, let table = row.table, !table.isEmpty else { return words }
    let name =
      (row.unit.isEmpty ? row.committee : row.unit)
      + (["B", "C"].contains(table) ? ", \(row.controlArea)" : "")
    return """
      <a href="\(explanation.before)\(PageViews.pathSafe(row.proposal))\(explanation.after)&amp;tabel=\(PageViews.pathSafe(table))\
      &amp;raekke=\(PageViews.pathSafe(name))&amp;aar=\(row.year)">\(words)</a>
      """
  }

  private func kroner(_ oere: Int64) -> String { PageViews.escaped(Amount(oere: oere).danish(in: .kroner)) }
}
