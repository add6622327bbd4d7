import Distribution
import Kvantum
import Output
import ProposalModel
import Reading
import Spreadsheet

extension LedgerReport {
  /// The ledger for a terminal: per proposal the numbers by role, what lies outside the tables, and the money
  /// in 1.000 kr.
  public var text: String {
    var lines: [String] = []
    for entry in entries {
      let name = entry.file.split(separator: "/").last.map(String.init) ?? entry.file
      lines.append(entry.id.isEmpty ? name : "\(entry.id) · \(name)")
      lines.append("  " + NumberCount(entry.cells).sentence)
      for cell in entry.cells where [.outside, .quantity, .finding].contains(cell.role) {
        let place = [cell.place.sheet, cell.place.cell].compactMap { $0 }.joined(separator: "!")
        lines.append("    \(place): \(cell.text) – \(cell.role.danish): \(cell.reason ?? "")")
      }
      lines += table(entry.flows?.flows ?? [])
      lines.append("")
    }
    lines += verdict
    return lines.joined(separator: "\n") + "\n"
  }

  /// Whether all money could be followed; never said of what was not read.
  private var verdict: [String] {
    var lines: [String] = []
    let unread = numbers.counts[.finding] ?? 0
    if unread > 0 { lines.append("\(unread) tal er ikke læst; fejl og advarsler siger hvorfor.") }
    if unreadFiles > 0 {
      lines.append("\(unreadFiles) \(unreadFiles == 1 ? "fil" : "filer") kunne ikke læses.")
    }
    let count = leftOver.count
    if !entries.contains(where: { $0.flows != nil }) {
      lines.append("Intet forslag er læst, så ingen beløb er fulgt.")
    } else if count > 0 {
      lines.append("\(count) \(count == 1 ? "strøm" : "strømme") går ikke op; se kolonnen Rest.")
    } else if lines.isEmpty {
      lines.append("Alle beløb kan følges til tabeller og korrektioner; intet er til rest.")
    } else {
      lines.append("De beløb, der er læst, kan følges til tabeller og korrektioner.")
    }
    return lines
  }

  private func table(_ flows: [MoneyFlow]) -> [String] {
    guard !flows.isEmpty else { return [] }
    let headers = [
      "Afsnit", "Styringsområde", "År", "Linjer", "Fortsat", "Oplyst", "Tabeller", "Korrektioner",
      "Ikke konterbar", "Rest",
    ]
    var rows = [headers]
    for flow in flows {
      rows.append([
        flow.section.rawValue + (flow.condition == .ifNotAdopted ? " (hvis ikke)" : ""),
        flow.controlArea?.rawValue ?? "?", String(flow.year), flow.input.danish(), flow.carried.danish(),
        flow.stated.danish(), flow.tables.danish(), flow.corrections.danish(), flow.notPostable.danish(),
        flow.remainder == .zero ? "0" : flow.remainder.danish(),
      ])
    }
    return TextTable.aligned(rows, leftColumns: 2).split(separator: "\n").map { "  " + $0 }
  }

  /// The cells as Danish CSV, one row per number.
  func csv() -> [UInt8] {
    var rows = [["Forslag", "Fil", "Ark", "Celle", "Tekst", "Værdi", "Rolle", "Linje", "År", "Begrundelse"]]
    for entry in entries {
      rows += entry.cells.map { cell in
        [
          entry.id, cell.place.file ?? entry.file, cell.place.sheet ?? "", cell.place.cell ?? "", cell.text,
          cell.value, cell.role.danish, cell.line ?? "", cell.year.map(String.init) ?? "",
          cell.reason ?? "",
        ]
      }
    }
    return CSVWriter.bytes(of: rows.map { $0.map { .text($0) } }, in: .excelDanish)
  }
}
