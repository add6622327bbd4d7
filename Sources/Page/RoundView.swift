import Findings

/// The table of a round, with a decision to tick in each row.
package struct RoundView {
  /// The decisions that can be ticked, in the words of the list of decisions.
  static let decisions = ["vedtaget", "ikke vedtaget", "udgået", "udsat"]

  let state: RoundState
  /// The name of the visit.
  let work: String

  /// The table, its filter, the form of decisions, and what became of every file that is in no row.
  var html: String {
    """
    <p class="summary">\(escaped(state.summary))</p>
    <div class="tools"><div><label for="ord">Vis kun rækker med</label>
    <input id="ord" type="text" data-filter="#runde" autocomplete="off"></div>
    <div><label for="stand">Vis</label><select id="stand" data-state="#runde"><option value="">alle forslag</option>
    <option value="yes">klar til korrektioner</option><option value="no">med fejl</option>
    <option value="wait">mangler noget</option></select></div>
    <p id="antal" class="quiet" role="status"></p></div>
    <form class="plain" method="post" action="/beslutninger/\(work)" enctype="multipart/form-data" data-guard>
    <div class="scroll" tabindex="0" role="region" aria-label="Forslagene"><table id="runde" data-sort>
    <thead><tr>\(heads)</tr></thead>
    <tbody>
    \(state.rows.map(row).joined(separator: "\n"))
    </tbody></table></div>
    <div class="tools"><div><label for="dato">Dato for det, du har ændret</label>
    <input id="dato" type="text" name="dato" placeholder="2026-09-15"></div>
    <div><label for="sag">Sag eller møde</label><input id="sag" type="text" name="sag"></div>
    <button>Gem beslutningerne</button></div></form>
    \(list("Filer, der ikke er brugt", remarks))\(list("Beslutninger og konti", notices))
    """
  }

  private var areas: [String] { Array(Set(state.rows.flatMap(\.permanentKroner.keys))).sorted() }

  private var heads: String {
    (["Nr.", "Titel", "Udvalg", "Klar", "Beslutning"].map { ($0, "") }
      + ["Fejl", "Advarsler", "Uden konto"].map { ($0, "n") } + areas.map { ("\($0), kr.", "n") }
      + ["A–E", "Fil"].map { ($0, "") })
      .map { "<th scope=\"col\"\($1.isEmpty ? "" : " class=\"\($1)\"")>\(escaped($0))</th>" }.joined()
  }

  private func row(_ row: RoundState.Row) -> String {
    let kind = row.isReady ? "yes" : row.errors > 0 || row.file == nil ? "no" : "wait"
    let number =
      row.file.map { _ in
        "<a href=\"/forslag/\(work)/\(PageViews.pathSafe(row.number))\">\(escaped(row.number))</a>"
      } ?? escaped(row.number)
    let tables = [(row.stated, "oplyst"), (row.computed, "beregnet")].filter { !$0.0.isEmpty }
      .map { "\($0.0.joined(separator: ", ")) \($0.1)" }.joined(separator: "; ")
    let counts = [row.errors, row.warnings, row.rowsWithoutAccount].map { count in
      "<td class=\"n\">\(count.map { String($0) } ?? "")</td>"
    }
    let sums = areas.map { area in
      let kroner = row.permanentKroner[area] ?? ""
      return "<td class=\"n\" data-v=\"\(escaped(kroner))\">\(escaped(RoundView.danish(kroner)))</td>"
    }
    let ready = row.isReady ? "ja" : "nej: \(row.obstacle ?? "")"
    return """
      <tr data-kind="\(kind)"><th scope="row">\(number)</th><td class="title">\(escaped(row.title ?? ""))</td>\
      <td>\(escaped(row.committee ?? ""))</td><td class="state \(kind)">\(escaped(ready))</td>\(decision(row))\
      \(counts.joined())\(sums.joined())<td class="tables">\(escaped(tables))</td>\
      <td class="file">\(escaped(row.file.map(RoundView.name) ?? ""))</td></tr>
      """
  }

  private func decision(_ row: RoundState.Row) -> String {
    let chosen = row.decision ?? ""
    let options = ([""] + RoundView.decisions).map {
      "<option\($0 == chosen ? " selected" : "") value=\"\($0)\">\($0.isEmpty ? "–" : $0)</option>"
    }.joined()
    let when = [row.decisionDate, row.decisionMatter].compactMap { $0 }.filter { !$0.isEmpty }
      .joined(separator: ", ")
    let note = when.isEmpty ? "" : "<br><small>\(escaped(when))</small>"
    return """
      <td data-v="\(escaped(chosen))"><select name="b:\(escaped(row.number))" \
      aria-label="Beslutning om \(escaped(row.number))">\(options)</select>\(note)</td>
      """
  }

  /// Every file that is in no row, with the reason.
  private var remarks: [String] {
    state.unread.map { "Ikke læst: \(RoundView.name($0.file)): \($0.reason)" }
      + state.rows.flatMap { row in
        row.passedOver.map { "\(row.number): \(RoundView.name($0.file)) er ikke brugt: \($0.reason)" }
      } + state.withoutProposal.map { "Uden forslag: \(RoundView.name($0))" }
      + state.others.map { "Anden fil: \($0)" }
  }

  /// What is said about the lists of decisions and accounts; what is said about proposals stands on their own
  /// pages.
  private var notices: [String] {
    state.findings.filter { !($0.file ?? "").hasPrefix("../ind/") }.map { finding in
      [finding.message, finding.suggestion ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  private func list(_ title: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : "<h2>\(title)</h2><ul>\(lines.map { "<li>\(escaped($0))</li>" }.joined())</ul>"
  }

  private func escaped(_ text: String) -> String { PageViews.escaped(text) }

  /// The name of a file as its sender knows it: the folders of a visit are no part of it.
  package static func name(_ file: String) -> String {
    for start in VisitNames.starts where file.hasPrefix(start) {
      return String(file.dropFirst(start.count))
    }
    return file
  }

  /// Exact decimal text as people write it: `-4213000.5` is `-4.213.000,5`.
  package static func danish(_ decimal: String) -> String {
    let parts = decimal.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first else { return "" }
    let digits = whole.drop { $0 == "-" }
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped += "." }
      grouped.append(digit)
    }
    return (whole.hasPrefix("-") ? "-" : "") + grouped + (parts.count > 1 ? ",\(parts[1])" : "")
  }
}
