import AllocationTables
import Findings
import Forms
import ProposalModel
import Spreadsheet

/// Makes the proposal's lines and stated allocations from tables: Tabel 1 gives amounts, printed states and
/// areas, the detail tables give children with account and text.
package struct ProposalBuilder {
  package private(set) var read: ReadTables
  private var number = 0
  private var taken: Set<String> = []
  /// The names that rows tell; none of them is given to another line.
  private let named: Set<String>

  init(_ read: ReadTables) {
    self.read = read
    named = Set(read.tables.flatMap { $0.rows.flatMap(\.row.lineIDs) })
  }

  package mutating func build() {
    let place = read.tables.firstIndex { $0.kind == .tableOne }
    let years = place.map { read.tables[$0].years } ?? read.tables.first { $0.kind != nil }?.years ?? []
    read.proposal.years = years
    if let place {
      addLines(TableLinks(read.tables, tableOne: place), tableOne: place)
      readPayback(read.tables[place])
    } else {
      readFrontPayback()
      addDetailsAlone()
    }
    addAllocations()
    KeptRows.keep(&read)
    if read.proposal.priceLevel == nil, let level = commonPriceLevel {
      read.proposal.priceLevel = level
      // Without a front page the level stands over the tables only, and is compared with the round there.
      if let table = read.tables.first(where: { $0.kind != nil && $0.priceLevel == level }) {
        read.origins[.proposal(.priceLevel)] = table.place(table.levelCell ?? table.headerCell)
      }
    }
    if read.proposal.implementedPriceLevel == nil {
      read.proposal.implementedPriceLevel = read.round?.implementedPriceLevel
    }
  }

  /// The level that most tables name; of equally many the round's, then that of Tabel 1.
  private var commonPriceLevel: Int? {
    let known = read.tables.filter { $0.kind != nil && $0.rows.contains(where: \.hasMoney) }
    let counts = Dictionary(grouping: known.compactMap(\.priceLevel)) { $0 }.mapValues(\.count)
    guard let most = counts.values.max() else { return nil }
    let levels = counts.filter { $0.value == most }.keys.sorted()
    let preferred = [read.round?.writtenPriceLevel(of: read.proposal.kind), read.tableOne?.priceLevel]
      .compactMap { $0 }
    return preferred.first(where: levels.contains) ?? levels.last
  }

  /// The line's own name where the row tells it (as the long CSV does), else the next free `L1`, `L2` …
  private mutating func nextID(_ row: TableRow? = nil) -> String {
    if let row, row.lineIDs.count == 1, taken.insert(row.lineIDs[0]).inserted { return row.lineIDs[0] }
    repeat { number += 1 } while taken.contains("L\(number)") || named.contains("L\(number)")
    return "L\(number)"
  }

  private mutating func addLines(_ links: TableLinks, tableOne: Int) {
    let one = read.tables[tableOne]
    for (index, child) in LineOrder(one, links).lines {
      let row = one.rows[index]
      if row.isBlank, row.row.text.isEmpty { continue }
      let children = links.children[index] ?? []
      let second = links.seconds[index] ?? []
      let count = read.proposal.lines.count
      if children.count > 1 {
        if let child { addChild(child, of: row, area: links.areas[index]) }
      } else {
        addLine(
          row, of: one, child: child ?? (second.count == 1 ? second.first : nil), area: links.areas[index])
      }
      if links.fromDetail.contains(index) || links.areas[index] == nil { noteAreaFromDetail(since: count) }
    }
    for reference in links.unattached { addUnattached(reference) }
  }

  /// Remembers of the lines since `count` that only their detail table tells their control area.
  private mutating func noteAreaFromDetail(since count: Int) {
    for index in read.proposal.lines.indices.dropFirst(count)
    where read.proposal.lines[index].controlArea != nil {
      read.proposal.lines[index].controlAreaSource = .detailTable
    }
  }

  private mutating func addLine(
    _ row: ReadRow, of one: ReadTable, child: TableLinks.Reference?, area: ControlArea?
  ) {
    let id = nextID(child.map { read.tables[$0.table].rows[$0.row].row } ?? row.row)
    var line = Line(
      id: id, section: row.row.section ?? .permanent, text: row.row.text, controlArea: area,
      figures: row.row.figures)
    place(id, row, of: one)
    fillRecipient(&line, row)
    if let child {
      let table = read.tables[child.table]
      let detail = table.rows[child.row]
      if !detail.row.text.isEmpty, detail.row.text != row.row.text {
        line.text = detail.row.text
        line.tableOneItem = row.row.text
        read.origins[.line(id, .text)] = table.place(detail.textCell)
      }
      fillRecipient(&line, detail)
      fillAccount(&line, detail, of: table)
      line.delivery = delivery(of: child)
    }
    judgeRejection(&line, remarks(row, one) + (child.map { remarks(of: $0) } ?? []))
    read.proposal.lines.append(line)
  }

  private mutating func addChild(_ reference: TableLinks.Reference, of parent: ReadRow, area: ControlArea?) {
    let table = read.tables[reference.table]
    let row = table.rows[reference.row]
    let id = nextID(row.row)
    var line = Line(
      id: id, section: parent.row.section ?? .permanent, text: row.row.text,
      controlArea: area ?? row.row.controlArea,
      figures: aligned(row.row.figures, from: table.years))
    line.tableOneItem = row.row.text == parent.row.text ? nil : parent.row.text
    place(id, row, of: table)
    fillRecipient(&line, parent)
    fillRecipient(&line, row)
    fillAccount(&line, row, of: table)
    line.delivery = delivery(of: reference)
    judgeRejection(&line, remarks(of: reference))
    read.proposal.lines.append(line)
  }

  private mutating func addUnattached(_ reference: TableLinks.Reference) {
    let table = read.tables[reference.table]
    let row = table.rows[reference.row]
    let id = nextID(row.row)
    var line = Line(
      id: id, section: row.row.section ?? .permanent, text: row.row.text,
      controlArea: row.row.controlArea ?? area(of: table),
      condition: .notCounted, figures: aligned(row.row.figures, from: table.years))
    place(id, row, of: table)
    fillRecipient(&line, row)
    fillAccount(&line, row, of: table)
    read.proposal.lines.append(line)
  }

  private func area(of table: ReadTable) -> ControlArea? {
    switch table.kind {
    case .permanent(let area)?, .investment(let area)?: area
    default: nil
    }
  }

  /// The delivery whose table the row stands in: the row of a table of deliveries with the same sums, else
  /// the table's number among them.
  private func delivery(of reference: TableLinks.Reference) -> String? {
    guard read.tables[reference.table].kind == .delivery else { return nil }
    let table = read.tables[reference.table]
    for section in [LineSection.permanent, .implementation] {
      let sum = table.sum(of: section)
      guard !sum.isZero else { continue }
      let named = read.tables.filter { $0.kind != .delivery && $0.kind != .tableOne }.flatMap { other in
        other.rows.filter {
          $0.row.kind == .line && $0.row.section == section
            && YearSums($0).aligned(from: other.years, to: table.years).agrees(with: sum)
        }
      }
      if named.count == 1, let name = named.first { return name.row.text }
    }
    let number = read.tables[...reference.table].filter { $0.kind == .delivery }.count
    return "Leverance \(number)"
  }

  private func aligned(_ figures: [Figure], from years: [Int]) -> [Figure] {
    read.proposal.years.map { year in years.firstIndex(of: year).map { figures[$0] } ?? .blank }
  }

  /// What the row tells of its own line: the committee and unit, as the cross-cutting form prints them, and
  /// the rule and marks, as exported tables do.
  private func fillRecipient(_ line: inout Line, _ row: ReadRow) {
    line.rule = row.row.rule ?? line.rule
    line.administration = row.row.administration ?? line.administration
    if row.row.isFromInnovationPool { line.innovationPool = true }
    guard let recipient = row.row.recipient else { return }
    line.committee = recipient.committee
    line.unit = recipient.unit
  }

  private mutating func fillAccount(_ line: inout Line, _ row: ReadRow, of table: ReadTable) {
    if let account = row.row.account {
      line.account = account
      read.origins[.line(line.id, .appropriation)] = table.place(row.accountCell)
    } else if let total = table.rows.last(where: { $0.row.kind == .total && $0.row.account != nil }),
      table.hasAccountColumn
    {
      line.account = total.row.account
      read.origins[.line(line.id, .appropriation)] = table.place(total.accountCell)
    }
  }

  /// What stands beside a row, with its places.
  private func remarks(_ row: ReadRow, _ table: ReadTable) -> [(text: String, place: Place)] {
    row.remarks.map { ($0.text, table.place($0.cell)) }
  }

  private func remarks(of reference: TableLinks.Reference) -> [(text: String, place: Place)] {
    let table = read.tables[reference.table]
    return remarks(table.rows[reference.row], table)
  }

  /// A line whose text, here or in its detail table or beside it, says that it does not count, or only if the
  /// proposal is rejected, is told, and not counted.
  private mutating func judgeRejection(_ line: inout Line, _ remarks: [(text: String, place: Place)]) {
    guard line.condition == .ifAdopted, line.figures.contains(where: \.isMoney) else { return }
    let own = read.origins[.line(line.id, .text)]
    let texts = [line.text, line.tableOneItem ?? ""].map { (text: $0, place: own) } + remarks
    guard
      let (text, here) = texts.first(where: {
        RejectionWords.areSaid(in: $0.text) || RejectionWords.cancels($0.text)
      })
    else { return }
    line.condition = .notCounted
    let money = zip(read.proposal.years, line.figures).filter { $0.1.isMoney }
    let amounts = money.map { $0.1.amount.danish() }
    let cells =
      [here.cell].compactMap { $0 } + money.compactMap { read.origins[.figure(line.id, year: $0.0)].cell }
    read.findings.append(
      RejectionWords.cancels(text)
        ? Catalogue.lineCancelled(text, amounts, at: here, cells: cells)
        : Catalogue.saysRejection(
          text, amounts, remedy: "Flyt beløbene til Tabel C, eller ret teksten.", at: here, cells: cells))
  }

  private mutating func place(_ id: String, _ row: ReadRow, of table: ReadTable) {
    read.origins[.line(id, .text)] = table.place(row.textCell)
    if let cell = row.committeeCell { read.origins[.line(id, .committee)] = table.place(cell) }
    read.origins[.line(id, .controlArea)] = table.place(row.areaCell ?? row.textCell)
    for (index, year) in table.years.enumerated() where index < row.figureCells.count {
      read.origins[.figure(id, year: year)] = table.place(row.figureCells[index])
    }
  }

  private mutating func readPayback(_ table: ReadTable) {
    for row in table.rows where row.row.kind == .payback {
      let isService = Spelling.key(row.row.text).contains("service")
      if isService {
        read.proposal.payback.service = row.row.paybackYears
      } else {
        read.proposal.payback.total = row.row.paybackYears
      }
      read.origins[.proposal(isService ? .servicePayback : .totalPayback)] =
        table.place(row.paybackCell ?? row.textCell)
    }
    readFrontPayback()
  }

  /// The paybacks of the front page, where Tabel 1 states none.
  private mutating func readFrontPayback() {
    var reader = FrontReader(read.front, round: read.round)
    for (field, stated) in [(FrontField.servicePayback, \StatedPayback.service), (.totalPayback, \.total)] {
      let years = reader.payback(field)
      guard let place = read.front.fields[field]?.place else { continue }
      if read.proposal.payback[keyPath: stated] != nil {
        read.frontPayback[field] = years
      } else {
        read.proposal.payback[keyPath: stated] = years
        read.origins[.proposal(field)] = place
      }
    }
    read.findings += reader.values.findings
  }

  /// Without Tabel 1 the rows of the detail tables are the lines.
  private mutating func addDetailsAlone() {
    for table in read.tables {
      switch table.kind {
      case .permanent?, .investment?, .loan?, .delivery?:
        for row in table.rows where row.row.kind == .line && !(row.isBlank && row.row.text.isEmpty) {
          let id = nextID(row.row)
          var line = Line(
            id: id, section: row.row.section ?? .permanent, text: row.row.text,
            controlArea: row.row.controlArea ?? area(of: table),
            figures: aligned(row.row.figures, from: table.years))
          place(id, row, of: table)
          fillRecipient(&line, row)
          fillAccount(&line, row, of: table)
          judgeRejection(&line, remarks(row, table))
          read.proposal.lines.append(line)
        }
      default: continue
      }
    }
  }

  private mutating func addAllocations() {
    for table in read.tables {
      guard case .allocation(let which)? = table.kind else { continue }
      let area = which == .distribution ? table.area : nil
      let place = read.proposal.allocations.firstIndex { $0.table == which && $0.controlArea == area }
      var stated =
        place.map { read.proposal.allocations[$0] }
        ?? StatedAllocation(table: which, controlArea: area, priceLevel: table.priceLevel, rows: [])
      // Rows of a second table of the kind are numbered on from those of the first.
      let others = read.proposal.allocations.filter { $0.table == which && $0.controlArea != area }
      let before = others.map(\.rows.count).reduce(0, +)
      for row in table.rows where row.row.kind == .line {
        guard let recipient = row.row.recipient, row.row.account != nil || !row.isBlank else { continue }
        let index = before + stated.rows.count
        stated.rows.append(
          AllocationRow(
            recipient: recipient, part: row.row.part, account: row.row.account,
            controlArea: row.row.controlArea,
            figures: aligned(row.row.figures, from: table.years)))
        notePlaces(of: row, which, index: index, in: table)
      }
      guard stated.isFilled else { continue }
      if place == nil { stated.totals = printedTotals(of: table, stated) }
      if let place {
        read.proposal.allocations[place] = stated
      } else {
        read.proposal.allocations.append(stated)
      }
    }
  }

  /// The totals that are not the sums of the rows.
  private func printedTotals(of table: ReadTable, _ stated: StatedAllocation) -> [StatedTotal] {
    let parts: [DistributionPart?] = stated.table == .distribution ? DistributionPart.allCases : [nil]
    return parts.compactMap { part in
      let total = table.rows.last { read in
        read.row.kind == .total && read.row.part == part && read.row.controlArea == nil
          && read.unreadable.isEmpty && !read.isBlank
      }
      guard let total else { return nil }
      let figures = aligned(total.row.figures, from: table.years)
      let rows = stated.rows.filter { $0.part == part || part == nil }
      let isSum = figures.indices.allSatisfy { year in
        figures[year].amount == rows.map { $0.figures[year].amount }.sum()
      }
      return isSum ? nil : StatedTotal(part: part, figures: figures)
    }
  }

  private mutating func notePlaces(
    of row: ReadRow, _ which: AllocationTableKind, index: Int, in table: ReadTable
  ) {
    read.origins[.allocation(which, index, .recipient)] = table.place(row.textCell)
    if let cell = row.accountCell {
      read.origins[.allocation(which, index, .account)] = table.place(cell)
    }
    for (column, year) in table.years.enumerated() {
      read.origins[.allocationFigure(which, index, year: year)] = table.place(row.figureCells[column])
    }
  }
}
