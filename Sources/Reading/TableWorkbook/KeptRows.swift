import AllocationTables
import Forms
import ProposalModel

/// Takes over what nothing is computed from: subtotals, memos and the target of Tabel 1, the administration
/// table, the deliveries' own tables and the tables by delivery.
enum KeptRows {
  static func keep(_ read: inout ReadTables) {
    if let one = read.tableOne {
      read.proposal.tableOneRows = rows(of: one) + printedTotals(of: one, read.proposal)
    }
    read.proposal.keptTables = read.tables.compactMap { table in
      kept(table).flatMap { isRepeated(table, $0, read: read) ? nil : $0 }
    }
  }

  // MARK: Tabel 1

  private static func rows(of one: ReadTable) -> [TableOneRow] {
    var lines: [LineSection?: Int] = [:]
    var ended: Set<LineSection> = []
    var rows: [TableOneRow] = []
    for read in one.rows {
      let row = read.row
      switch row.kind {
      case .line: if !(read.isBlank && row.text.isEmpty) { lines[row.section, default: 0] += 1 }
      case .total: if let section = row.section { ended.insert(section) }
      case .subtotal, .memo:
        rows.append(
          TableOneRow(
            KeptRow(
              kind(of: row), section: row.section, text: row.text, controlArea: row.controlArea,
              figures: row.figures),
            linesAbove: lines[row.section] ?? 0, isBelowTotal: row.section.map(ended.contains) ?? false))
      case .heading, .effect, .payback: continue
      }
    }
    return rows
  }

  /// The totals of Tabel 1 that are not the sums of the lines: what was printed comes out again, and is found
  /// again.
  private static func printedTotals(of one: ReadTable, _ proposal: Proposal) -> [TableOneRow] {
    let permanent = proposal.yearSums(proposal.lines(in: .permanent))
    let implementation = proposal.yearSums(proposal.lines(in: .implementation))
    let sums: [(section: LineSection?, sums: [Amount])] = [
      (.permanent, permanent), (.implementation, implementation),
      (nil, zip(permanent, implementation).map { $0 + $1 }),
    ]
    return sums.compactMap { section, sums in
      let total = one.rows.last { read in
        read.row.section == section && read.row.kind == (section == nil ? .effect : .total)
          && read.unreadable.isEmpty && !read.isBlank
      }
      guard let row = total?.row, row.figures.map(\.amount) != sums else { return nil }
      return TableOneRow(
        KeptRow(.total, section: section, text: row.text, figures: row.figures), linesAbove: 0)
    }
  }

  private static func kind(of row: TableRow) -> KeptRowKind {
    switch row.kind {
    case .heading: .heading
    case .subtotal: .subtotal
    case .total, .effect: .total
    case .memo: row.section != .implementation && TableWords.isTarget(row.text) ? .target : .memo
    case .line, .payback: .line
    }
  }

  // MARK: Other tables

  /// The table as it is kept; `nil` for one of another kind, and for one without a figure.
  static func kept(_ table: ReadTable) -> KeptTable? {
    let isByDelivery = TableWords.isByDelivery(table.caption)
    let found: (kind: KeptTableKind, area: ControlArea?)? =
      switch table.kind {
      case .administration?: (.administration, nil)
      case .delivery?: (.delivery, nil)
      case .permanent(let area)? where isByDelivery: (.permanentByDelivery, area)
      case .investment(let area)? where isByDelivery: (.investmentByDelivery, area)
      default: nil
      }
    guard let found, let kind = table.kind else { return nil }
    let words = TableWords.captionWords(table.caption)
    let isClear = TableWords.caption(words)?.kind == kind
    let rows = table.rows.filter { $0.row.kind != .payback }.map { read in
      KeptRow(
        self.kind(of: read.row), section: read.row.section, text: read.row.text,
        controlArea: found.kind == .delivery ? read.row.controlArea : nil, account: read.row.account,
        figures: read.row.kind == .heading ? [] : read.row.figures)
    }
    guard rows.contains(where: { $0.figures.contains { $0 != .blank } }) else { return nil }
    return KeptTable(
      found.kind, controlArea: found.area, caption: isClear ? words : Wording.caption(of: kind),
      priceLevel: table.priceLevel, years: table.years, rows: rows)
  }

  /// Whether the table says what the model says without it: Tabel 1 a second time, or the administrative part
  /// of lines that are marked for it.
  private static func isRepeated(_ table: ReadTable, _ kept: KeptTable, read: ReadTables) -> Bool {
    switch kept.kind {
    case .delivery: read.tableOne.map { $0.rows.map(\.row) == table.rows.map(\.row) } ?? false
    case .administration: isMarked(kept, read.proposal)
    case .permanentByDelivery, .investmentByDelivery: false
    }
  }

  /// Whether an administration table shows just the lines that are marked for it.
  static func isMarked(_ kept: KeptTable, _ proposal: Proposal) -> Bool {
    let marked = proposal.lines(in: .permanent).filter { $0.administration != nil }
    guard !marked.isEmpty, kept.years == proposal.years else { return false }
    let lines = kept.rows.filter { $0.kind == .line }
    let shares = [
      (AdministrationShare.mainAccountSix, Wording.mainAccountSix), (.other, Wording.otherAdministration),
    ]
    return lines.count == shares.count
      && zip(lines, shares).allSatisfy { row, share in
        let sums = proposal.yearSums(marked.filter { $0.administration == share.0 })
        return Spelling.same(row.text, share.1) && row.figures.map(\.amount) == sums
      }
  }
}
