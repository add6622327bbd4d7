import Intake
import AllocationTables
import Findings
import Forms
import ProposalModel
import Spreadsheet

/// One returned file, read against the original: its tables, its sender, and which committees' rows it
/// changed.
struct MergePart {
  package let file: String
  package private(set) var sender: String?
  package private(set) var tables: [AllocationTableKind: MergeTable] = [:]

  init(_ returned: ReturnedFile, _ original: MergeOriginal, _ findings: inout [Finding]) {
    file = returned.item.file
    guard let proposal = returned.item.proposal else { return }
    let front = returned.item.origins[.proposal(.id)]
    guard Spelling.same(proposal.id, original.proposal.id) else {
      findings.append(Catalogue.Merge.otherProposal(proposal.id, of: original.proposal.id, at: front))
      return
    }
    for stated in proposal.allocations where stated.isFilled {
      read(stated, of: proposal, returned.item.origins, original, &findings)
    }
    reportOutside(proposal, original, at: front, &findings)
    settleSender(returned, original, &findings)
  }

  private mutating func read(
    _ stated: StatedAllocation, of proposal: Proposal, _ origins: Origins, _ original: MergeOriginal,
    _ findings: inout [Finding]
  ) {
    let here = origins[.allocation(stated.table, 0, .recipient)]
    let expected = original.priceLevel(of: stated.table)
    if let level = stated.priceLevel, let expected, level != expected {
      findings.append(
        Catalogue.Merge.priceLevel(
          EntryForm.sheetName(of: stated.table), found: level, expected: expected, at: here))
      return
    }
    for (column, year) in proposal.years.enumerated() where !original.proposal.years.contains(year) {
      guard let index = stated.rows.firstIndex(where: { $0.figures[column].isMoney }) else { continue }
      findings.append(
        Catalogue.Merge.otherYear(
          EntryForm.sheetName(of: stated.table), year: year,
          at: origins[.allocationFigure(stated.table, index, year: year)]))
      return
    }
    var rows = MergeOriginal.rows(stated, origins: origins, years: original.proposal.years, of: proposal)
    let base = MergeTable(original.rows(of: stated.table))
    for index in rows.indices where rows[index].row.controlArea == nil { fillArea(&rows[index], base) }
    tables[stated.table] = MergeTable(rows)
  }

  /// A row that leaves the area blank has the committee's only one.
  private func fillArea(_ row: inout MergeRow, _ base: MergeTable) {
    let areas = Set(
      (base.rows[row.row.recipient.committee] ?? []).filter(\.saysSomething).map(\.row.controlArea))
    if areas.count == 1, let area = areas.first { row.row.controlArea = area }
  }

  /// Changes on the front page and among the hearings, which a merge does not take.
  private func reportOutside(
    _ proposal: Proposal, _ original: MergeOriginal, at place: Place, _ findings: inout [Finding]
  ) {
    let mine = original.proposal
    var changed: [String] = []
    let isFrontPage = place.cell != nil
    if isFrontPage {
      if !Spelling.same(proposal.title, mine.title) { changed.append("Titel") }
      if proposal.payback != mine.payback { changed.append("Tilbagebetalingstid") }
      if Spelling.tidy(proposal.funding ?? "") != Spelling.tidy(mine.funding ?? "") {
        changed.append("Finansiering")
      }
      if Spelling.tidy(proposal.risk ?? "") != Spelling.tidy(mine.risk ?? "") { changed.append("Risiko") }
      if Set(proposal.affected) != Set(mine.affected) { changed.append("Berørte forvaltninger") }
      if proposal.hearings != mine.hearings { changed.append("Høring") }
    }
    if !proposal.lines.isEmpty {
      let sums = [proposal, mine].map { proposal in
        LineSection.allCases.map { section in
          proposal.yearSums(proposal.lines(in: section)).filter { $0 != .zero }
        }
      }
      if sums[0] != sums[1] { changed.append("Tabel 1") }
    }
    if !changed.isEmpty { findings.append(Catalogue.Merge.outsideTables(changed, at: place)) }
  }

  private mutating func settleSender(
    _ returned: ReturnedFile, _ original: MergeOriginal, _ findings: inout [Finding]
  ) {
    sender = returned.sender?.committee
    guard sender == nil else { return }
    var changed: [String: Int] = [:]
    for (kind, table) in tables {
      let base = MergeTable(original.rows(of: kind))
      for committee in Set(table.committees + base.committees) {
        let (mine, theirs) = (table.contents(committee), base.contents(committee))
        guard mine != theirs, !(mine.isEmpty && table.committees.count == 1) else { continue }
        let rows = Set(mine.keys).union(theirs.keys).filter { mine[$0] != theirs[$0] }
        changed[committee, default: 0] += rows.count
      }
    }
    let most = changed.values.max() ?? 0
    let candidates = changed.filter { $0.value == most }.map(\.key).sorted()
    let place = Place(file: file)
    if candidates.count == 1, let only = candidates.first {
      sender = only
      findings.append(Catalogue.Merge.senderFromRows(original.round.name(of: only), at: place))
    } else if !candidates.isEmpty {
      findings.append(
        Catalogue.Merge.senderUnknown(changed.keys.sorted().map { original.round.name(of: $0) }, at: place))
      tables = [:]
    }
  }
}
