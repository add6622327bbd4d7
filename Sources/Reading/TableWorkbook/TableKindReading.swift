package import AllocationTables
import Forms
package import ProposalModel
import Spreadsheet

/// Which table it is: by the words of its caption, and where they say nothing, by the words of its totals and
/// sections.
package struct TableKindReading {
  package private(set) var kind: (kind: BudgetTableKind, area: ControlArea?)?

  init(caption: String, rows: [ReadRow]) {
    let fromRows = TableKindReading.kind(of: rows)
    guard let read = TableWords.caption(caption) else {
      kind = fromRows
      return
    }
    if case .investment(nil)? = .some(read.kind), case .investment(let area)? = fromRows?.kind {
      kind = (.investment(area), area)
    } else if case .permanent(nil)? = .some(read.kind), case .permanent(let area)? = fromRows?.kind {
      kind = (.permanent(area), area)
    } else if read.isCertain || TableKindReading.opens(caption) {
      kind = (read.kind, read.area)
    } else {
      kind = fromRows
    }
  }

  /// Whether the caption, behind its number, begins with the words that name the table.
  private static func opens(_ caption: String) -> Bool {
    let words = TableWords.words(caption).drop {
      ["tabel", "table", "tablet"].contains($0) || $0.allSatisfy(\.isNumber)
    }
    guard let first = words.first else { return false }
    return ["investering", "implementering", "lån", "internt", "interne", "intern"].contains {
      first.hasPrefix($0)
    }
  }

  private static func kind(of rows: [ReadRow]) -> (kind: BudgetTableKind, area: ControlArea?)? {
    let sections = Set(rows.filter { $0.row.kind == .heading }.compactMap(\.row.section))
    if rows.contains(where: { $0.row.kind == .effect }), !sections.isEmpty { return (.tableOne, nil) }
    if sections.isSuperset(of: [.permanent, .implementation]) { return (.delivery, nil) }
    for total in rows where total.row.kind == .total || total.row.kind == .subtotal {
      let key = Spelling.key(total.row.text)
      let area = TableWords.area(in: total.row.text)
      guard key.contains("totalt") else { continue }
      if key.contains("administration") { return (.administration, nil) }
      if key.hasPrefix("varigeændring") { return (.permanent(area), area) }
      if key.hasPrefix("investering") { return (.investment(area), area) }
    }
    return nil
  }
}
