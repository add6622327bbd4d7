import AllocationTables
import ProposalModel

/// Finds the rows of a table that a name means, and names rows so that they can be told apart.
struct RowNames {
  package let table: BudgetTable
  package let round: Round

  /// The row as printed: `Socialudvalget, 3641, 588, Service, Besparelse`, as far as it has these.
  package func name(_ row: TableRow) -> String {
    let isAllocation = if case .allocation = table.kind { true } else { false }
    var parts = [row.recipient.map { round.printedName(of: $0) } ?? row.text]
    if isAllocation {
      parts += [row.account?.printed, row.controlArea?.rawValue].compactMap { $0 }
      if row.recipient != nil { parts += [row.part?.rawValue].compactMap { $0 } }
    }
    return parts.joined(separator: ", ")
  }

  /// The places of the rows that `text` means: the printed name, the row's text, the id of its only line, a
  /// committee or unit as people write it, or words that stand in a single row.
  package func rows(named text: String) -> [Int] {
    let places = table.rows.indices.filter { !table.rows[$0].isHeading }
    let same = places.filter { names(of: table.rows[$0]).contains { Spelling.same($0, text) } }
    if !same.isEmpty { return same }
    if let recipient = round.recipient(named: text) {
      let own = places.filter { table.rows[$0].recipient == recipient }
      if !own.isEmpty { return own }
    }
    if ["ialt", "total", "sum"].contains(Spelling.key(text)) {
      return places.filter { table.rows[$0].isTotal }
    }
    let key = Spelling.key(text)
    let containing = places.filter { !key.isEmpty && Spelling.key(name(table.rows[$0])).contains(key) }
    return Set(containing.map { name(table.rows[$0]) }).count == 1 ? containing : []
  }

  private func names(of row: TableRow) -> [String] {
    var names = [name(row), row.text]
    if row.lineIDs.count == 1 { names += row.lineIDs }
    if let recipient = row.recipient {
      names += [recipient.spelling, round.printedName(of: recipient)]
      for detail in [row.account?.printed, row.controlArea?.rawValue, row.part?.rawValue].compactMap({ $0 }) {
        names += [recipient.spelling, round.printedName(of: recipient)].map { "\($0), \(detail)" }
      }
    }
    return names
  }

  /// What to say where nothing is meant: the nearest row, else all of them.
  package func suggestion(for text: String) -> String {
    let all = table.rows.filter { !$0.isHeading }.map(name).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    if let nearest = Spelling.nearest(to: text, among: all) { return "Mente du »\(nearest)«?" }
    let shown = all.prefix(20).map { "»\($0)«" }.joined(separator: ", ")
    return "Tabellen har rækkerne \(shown)" + (all.count > 20 ? " og \(all.count - 20) til." : ".")
  }
}

extension TableRow {
  fileprivate var isHeading: Bool { kind == .heading }
  fileprivate var isTotal: Bool { kind == .total || kind == .subtotal || kind == .effect }
}
