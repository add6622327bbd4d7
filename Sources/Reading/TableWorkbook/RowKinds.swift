import AllocationTables
import Forms
import ProposalModel
import Spreadsheet

/// Settles what the rows of a whole table are, where a row's own words do not say it.
package enum RowKinds {
  package static func settle(_ table: inout ReadTable) {
    dropNotes(&table)
    if case .allocation? = table.kind {} else { demoteLines(&table) }
    switch table.kind {
    case .tableOne?, .delivery?: settleSections(&table)
    case .allocation?: settleAllocation(&table)
    default:
      for index in table.rows.indices where table.rows[index].row.kind == .subtotal {
        table.rows[index].row.kind = .total
      }
      for index in table.rows.indices where table.rows[index].row.kind == .effect {
        table.rows[index].row.kind = .total
      }
      let section = section(of: table.kind)
      for index in table.rows.indices where table.rows[index].row.section == nil {
        table.rows[index].row.section = section
      }
      inferTotal(&table, in: Array(table.rows.indices))
    }
    if case .allocation? = table.kind { return }
    for section in Set(table.rows.map(\.row.section)) { settleNet(&table, section) }
    settleRest(&table)
  }

  /// `Nettoeffekt` and the like: the sum of the lines above, seen again.
  private static func settleNet(_ table: inout ReadTable, _ section: LineSection?) {
    let lines = table.rows.indices.filter {
      table.rows[$0].row.kind == .line && table.rows[$0].row.section == section
    }
    for index in lines where Spelling.key(table.rows[index].row.text).hasPrefix("netto") {
      let above = lines.filter { $0 < index }.map { table.rows[$0] }.filter(\.hasMoney)
      let sum = YearSums(above, count: table.years.count)
      if above.count >= 2, !sum.isZero, YearSums(table.rows[index]).agrees(with: sum) {
        table.rows[index].row.kind = .memo
      }
    }
  }

  /// Rows below a section's total, and below the bottom line, say something more about it (årsværk, shares
  /// …): they are no money of their own.
  private static func settleRest(_ table: inout ReadTable) {
    let bottom = table.rows.firstIndex { $0.row.kind == .effect } ?? table.rows.endIndex
    for index in table.rows.indices where index > bottom && table.rows[index].row.kind == .line {
      table.rows[index].row.kind = .memo
      table.rows[index].isBelowTotals = true
    }
    for section in [LineSection.permanent, .implementation] {
      let rows = table.rows.indices.filter { table.rows[$0].row.section == section }
      let isWhole = { (row: ReadRow) in
        row.row.kind == .total && !row.isBlank && !TotalWords.isPartial(TableWords.words(row.row.text))
      }
      guard let total = rows.last(where: { isWhole(table.rows[$0]) }) else { continue }
      let lines = rows.filter { table.rows[$0].row.kind == .line && table.rows[$0].hasMoney }
      let (above, below) = (lines.filter { $0 < total }, lines.filter { $0 > total })
      guard !below.isEmpty, above.count > 0 else { continue }
      let stated = YearSums(table.rows[total])
      let own = YearSums(above.map { table.rows[$0] }, count: table.years.count)
      guard stated.agrees(with: own) else { continue }
      for index in below {
        table.rows[index].row.kind = .memo
        table.rows[index].isBelowTotals = true
      }
    }
  }

  /// A line that only begins like a total (`Samlede licenser til …`): a later total counts it in.
  private static func demoteLines(_ table: inout ReadTable) {
    func isTotal(_ kind: TableRowKind) -> Bool { kind == .total || kind == .subtotal }
    for index in table.rows.indices
    where isTotal(table.rows[index].row.kind) && !TableWords.isUsualTotal(table.rows[index].row.text) {
      let start = table.rows[..<index].lastIndex { $0.row.kind == .heading }.map { $0 + 1 } ?? 0
      guard
        let end = table.rows[(index + 1)...].firstIndex(where: {
          isTotal($0.row.kind) || $0.row.kind == .heading
        }),
        isTotal(table.rows[end].row.kind)
      else { continue }
      let lines = table.rows[start..<end].filter {
        $0.row.kind == .line && !Spelling.key($0.row.text).hasPrefix("netto")
      }
      let (total, row) = (YearSums(table.rows[end]), table.rows[index])
      let sum = YearSums(lines, count: table.years.count)
      if !YearSums(row).isZero, !total.agrees(with: sum), total.agrees(with: sum + YearSums(row)) {
        table.rows[index].row.kind = .line
      }
    }
  }

  private static func section(of kind: BudgetTableKind?) -> LineSection? {
    switch kind {
    case .permanent?: .permanent
    case .investment?: .implementation
    case .loan?: .loan
    default: nil
    }
  }

  /// Text without figures below the last row with figures is a note to the table, as is text below the bottom
  /// line.
  private static func dropNotes(_ table: inout ReadTable) {
    while let last = table.rows.last, last.row.kind == .line, last.isBlank, last.row.account == nil,
      last.row.controlArea == nil
    {
      guard case .allocation? = table.kind else {
        table.rows.removeLast()
        continue
      }
      return
    }
    if let bottom = table.rows.firstIndex(where: { $0.row.kind == .effect }) {
      let kept =
        table.rows[...bottom] + table.rows[(bottom + 1)...].filter { $0.row.kind != .line || !$0.isBlank }
      table.rows = Array(kept)
    }
  }

  private static func settleSections(_ table: inout ReadTable) {
    nameSections(&table)
    for section in [LineSection.permanent, .implementation] {
      let rows = table.rows.indices.filter { table.rows[$0].row.section == section }
      let subtotals = rows.filter { table.rows[$0].row.kind == .subtotal }
      let totals = rows.filter { table.rows[$0].row.kind == .total }
      if totals.isEmpty {
        let areas = Set(subtotals.filter { !table.rows[$0].isBlank }.map { table.rows[$0].row.controlArea })
        if areas.count <= 1, let last = subtotals.last(where: { !table.rows[$0].isBlank }) ?? subtotals.last {
          table.rows[last].row.kind = .total
        } else if subtotals.isEmpty {
          inferTotal(&table, in: rows)
        }
      }
    }
  }

  /// Sections by headings; where a total's words or the lack of any heading say otherwise, by the totals.
  private static func nameSections(_ table: inout ReadTable) {
    var ended: Set<LineSection> = []
    var pending: [Int] = []
    var isUnnamed = false
    for index in table.rows.indices {
      let row = table.rows[index].row
      if row.kind == .heading, let section = row.section {
        for place in pending {
          table.rows[place].row.section = section == .implementation ? .permanent : section
        }
        (pending, isUnnamed) = ([], false)
      }
      // A heading of words that no form uses, below a total, opens a section that its own total will name.
      if row.kind == .line, table.rows[index].isBlank, !row.text.isEmpty,
        row.section.map(ended.contains) ?? false
      {
        isUnnamed = true
      }
      guard
        row.kind == .total || row.kind == .subtotal
          || (row.kind == .line && (row.section == nil || isUnnamed))
      else { continue }
      if row.kind == .line {
        if row.section != .loan { pending.append(index) }
        continue
      }
      let key = Spelling.key(row.text)
      let isPermanent = key.contains("varigændring") || key.contains("varigeændring")
      let isImplementation = key.contains("implementering") || key.contains("investering")
      let isPartial = TotalWords.isPartial(TableWords.words(row.text))
      if row.kind == .total, ended.isSuperset(of: [.permanent, .implementation]), !isPermanent,
        !isImplementation, !isPartial
      {
        table.rows[index].row.kind = .effect
        table.rows[index].row.section = nil
        continue
      }
      let other: LineSection? =
        isUnnamed ? (ended.contains(.permanent) ? .implementation : .permanent) : row.section
      let section = isPermanent ? .permanent : isImplementation ? .implementation : other
      table.rows[index].row.section = section
      if let section {
        ended.insert(section)
        for place in pending { table.rows[place].row.section = section }
        (pending, isUnnamed) = ([], false)
      }
    }
    for place in pending {
      table.rows[place].row.section = ended.contains(.permanent) ? .implementation : .permanent
    }
  }

  /// The last row with figures is a total without its word if it equals the sum of at least two lines above
  /// it, or if it has no text at all; below a single line it must have no text and the same figures. A last
  /// `Netto` is a total by its word, whatever its figures.
  private static func inferTotal(_ table: inout ReadTable, in rows: [Int]) {
    let lines = rows.filter {
      table.rows[$0].row.kind == .line && table.rows[$0].row.section != .loan && !table.rows[$0].isBlank
    }
    guard !rows.contains(where: { table.rows[$0].row.kind == .total }), lines.count >= 2,
      let last = lines.last
    else { return }
    let above = lines.dropLast().map { table.rows[$0] }
    let row = table.rows[last]
    guard row.row.account == nil else { return }
    if TotalWords.isNet(TableWords.words(row.row.text)) {
      table.rows[last].row.kind = .total
      return
    }
    let sum = YearSums(above, count: table.years.count)
    let isSum = YearSums(row).agrees(with: sum)
    let isTotal =
      above.count == 1
      ? (row.row.text.isEmpty || TotalWords.namesAreaOnly(row.row.text)) && row.areaText == nil && isSum
      : row.row.text.isEmpty || isSum
    guard !sum.isZero, isTotal else { return }
    table.rows[last].row.kind = .total
    table.rows[last].isInferredTotal = true
  }

  /// In A–E and Fordeling every total is a total, and Besparelse/Omkostninger in the first column are the
  /// totals of Fordeling.
  private static func settleAllocation(_ table: inout ReadTable) {
    var recipient = ("", "")
    var isTotalBand = false
    let hasPartColumn = table.rows.contains { $0.row.part != nil }
    for index in table.rows.indices {
      var row = table.rows[index]
      if row.row.kind == .subtotal || row.row.kind == .effect { row.row.kind = .total }
      if row.row.kind == .total {
        row.row.controlArea = ControlArea(understanding: row.areaText ?? "")
        isTotalBand = true
      } else if isTotalBand, row.row.part != nil, row.row.text.isEmpty, (row.unitText ?? "").isEmpty {
        row.row.kind = .total
      } else if table.kind == .allocation(.distribution), let part = TableWords.part(row.row.text),
        (row.unitText ?? "").isEmpty
      {
        row.row.kind = hasPartColumn || recipient.0.isEmpty || isTotalBand ? .total : .line
        row.row.part = part
        if row.row.kind == .line { row.row.text = "" }
      }
      if row.row.kind == .line {
        if row.row.text.isEmpty, (row.unitText ?? "").isEmpty {
          row.row.text = recipient.0
          row.unitText = recipient.1.isEmpty ? nil : recipient.1
        } else if row.row.text.isEmpty {
          row.row.text = recipient.0
        }
        recipient = (row.row.text, row.unitText ?? "")
      }
      row.row.section = nil
      table.rows[index] = row
    }
  }
}
