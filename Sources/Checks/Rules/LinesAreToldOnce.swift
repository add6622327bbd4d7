import AllocationTables
import Findings
import Forms
import ProposalModel
import Reading

extension Rule {
  /// A line stands once, and no line is the sum of those above it.
  static let linesAreToldOnce = Rule(
    "LinesAreToldOnce", [.lineRepeated, .lineRepeatsSum],
    statement: "En linje står der kun én gang, og ingen linje er summen af linjerne over den.",
    reason: "En kopieret linje eller en total, der er læst som en linje, tæller pengene to gange.",
    tables: { check in
      var told: Set<[Amount?]> = []
      let known = check.read.tables.filter { $0.kind != nil }
      for table in known.filter({ $0.kind == .tableOne }) + known.filter(\.isDetail) {
        let areas = TableOneAreas(table).areas
        let rows = table.rows.indices.filter { table.rows[$0].row.kind == .line }.map {
          (row: table.rows[$0], amounts: AmountRow(table.rows[$0], of: table, area: areas[$0]))
        }
        for index in RepeatedSums.indices(rows.map(\.amounts))
        where told.insert(rows[index].amounts.amounts).inserted {
          let row = rows[index].amounts
          check.report(
            RepeatedSums.judgement(row, table: table.name, at: table.place(rows[index].row.textCell)))
        }
      }
    },
    proposal: { check in
      for group in RepeatedLines.groups(check) { check.report(RepeatedLines.judgement(group, check)) }
      guard !check.isFromTables else { return }
      let lines = check.proposal.lines.filter { $0.condition == .ifAdopted }
      let rows = lines.map { AmountRow($0, in: check) }
      for index in RepeatedSums.indices(rows) {
        check.report(
          RepeatedSums.judgement(
            rows[index], table: nil, at: check.place(.line(lines[index].id, "Tekst"))))
      }
    })
}

/// Lines whose every year is the sum of those above them.
enum RepeatedSums {
  /// The indices of such lines, by section.
  static func indices(_ rows: [AmountRow]) -> [Int] {
    LineSection.allCases.filter { $0 != .loan }.flatMap { section in
      found(rows, rows.indices.filter { rows[$0].section == section })
    }.sorted()
  }

  /// A line may be the sum of all lines above it since the last such sum, or of the run of its own control
  /// area.
  private static func found(_ rows: [AmountRow], _ places: [Int]) -> [Int] {
    var found: [Int] = []
    var start = 0
    for position in places.indices {
      let row = rows[places[position]]
      guard row.hasMoney, !row.amounts.contains(nil) else { continue }
      let all = Array(places[start..<position])
      let own = all.reversed().prefix { row.area != nil && rows[$0].area == row.area }.reversed()
      let runs = [all, Array(own), found.isEmpty ? [] : places[..<position].filter { !found.contains($0) }]
      if runs.contains(where: { isSum(row, $0.map { rows[$0] }) }) {
        found.append(places[position])
        start = position + 1
      }
    }
    return found
  }

  private static func isSum(_ row: AmountRow, _ above: [AmountRow]) -> Bool {
    let filled = above.filter(\.hasMoney)
    guard filled.count > 1, !filled.contains(where: { $0.amounts.contains(nil) }) else { return false }
    return row.amounts.indices.allSatisfy { year in
      filled.map { $0.amounts[year] ?? .zero }.sum() == row.amounts[year]
    }
  }

  static func judgement(_ row: AmountRow, table: String?, at place: Place) -> Judgement {
    let filled = row.amounts.indices.filter { (row.amounts[$0] ?? .zero) != .zero }
    return Judgement(
      Catalogue.lineRepeatsSum(row.text, table: table, at: place),
      explainedBy: filled.map { [row.seats[$0]] })
  }
}

/// Lines that say the same of everything.
enum RepeatedLines {
  /// What two equal lines have in common.
  private struct Likeness: Hashable {
    var section: LineSection
    var texts: [String]
    var account: Account?
    var area: ControlArea?
    var committee: String?
    var unit: String?
    var rule: DistributionRule?
    var condition: LineCondition
    var amounts: [Amount]

    init(_ line: Line) {
      section = line.section
      texts = [line.text, line.tableOneItem ?? "", line.delivery ?? ""].map(Spelling.key)
      account = line.account
      area = line.controlArea
      committee = line.committee
      unit = line.unit
      rule = line.rule
      condition = line.condition
      amounts = line.figures.map(\.amount)
    }
  }

  /// The lines that stand more than once, each with its repetitions.
  static func groups(_ check: ProposalCheck) -> [[Line]] {
    var order: [Likeness] = []
    var groups: [Likeness: [Line]] = [:]
    for line in check.proposal.lines
    where line.condition != .notCounted && line.figures.contains(where: \.isMoney) && !line.text.isEmpty
      && !check.isUnread(line)
    {
      let likeness = Likeness(line)
      if groups[likeness] == nil { order.append(likeness) }
      groups[likeness, default: []].append(line)
    }
    return order.compactMap { groups[$0] }.filter { $0.count > 1 }
  }

  static func judgement(_ lines: [Line], _ check: ProposalCheck) -> Judgement {
    let places = lines.map { check.place(.line($0.id, "Tekst")) }
    let last = places.last ?? Place(file: check.origins.file)
    let cells = places.reversed().filter { $0.sheet == last.sheet }.compactMap(\.cell)
    return Judgement(Catalogue.lineRepeated(lines[0].text, count: lines.count, at: last, cells: cells))
  }
}
