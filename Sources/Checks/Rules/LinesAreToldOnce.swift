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
            rows[index], table: nil, at: check.place(.line(lines[index].id, .text))))
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
    // Since the last sum, of the area of the lines right above, and all that are no sums.
    var (all, own, others) = (RunningSum(), RunningSum(), RunningSum())
    var area: ControlArea?
    for place in places {
      let row = rows[place]
      if row.area != area || row.area == nil { own = RunningSum() }
      area = row.area
      let runs = [all, own, found.isEmpty ? RunningSum() : others]
      if row.hasMoney, !row.amounts.contains(nil), runs.contains(where: { $0.isShown(by: row) }) {
        found.append(place)
        (all, own, area) = (RunningSum(), RunningSum(), nil)
      } else {
        all.add(row)
        own.add(row)
        others.add(row)
      }
    }
    return found
  }

  /// The sums of the lines of a run that have money, which grow line by line.
  private struct RunningSum {
    private var count = 0
    private var amounts: [Amount] = []
    private var isWhole = true

    mutating func add(_ row: AmountRow) {
      guard row.hasMoney else { return }
      count += 1
      if row.amounts.contains(nil) { isWhole = false }
      guard isWhole else { return }
      if amounts.isEmpty { amounts = Array(repeating: .zero, count: row.amounts.count) }
      for (year, amount) in row.amounts.enumerated() { amounts[year] = amounts[year] + (amount ?? .zero) }
    }

    /// Whether a line shows the sum of two lines or more in every year, or is off by 1 from large sums of several
    /// years, as one that was rounded by itself.
    func isShown(by row: AmountRow) -> Bool {
      guard count > 1, isWhole, row.amounts.count == amounts.count else { return false }
      let sums = zip(row.amounts.map { $0 ?? .zero }, amounts)
      if sums.allSatisfy({ $0 == $1 }) { return true }
      let unit = AmountUnit.thousandKroner.oere
      return sums.count { $1.magnitude.oere >= unit * 100 } > 1
        && sums.allSatisfy { ($0 - $1).magnitude.oere <= unit && ($0 == .zero) == ($1 == .zero) }
    }
  }

  static func judgement(_ row: AmountRow, table: String?, at place: Place) -> Judgement {
    let filled = row.amounts.indices.filter { row.amounts[$0].isMoney }
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
    let places = lines.map { check.place(.line($0.id, .text)) }
    let last = places.last ?? Place(file: check.origins.file)
    let cells = places.reversed().filter { $0.sheet == last.sheet }.compactMap(\.cell)
    return Judgement(Catalogue.lineRepeated(lines[0].text, count: lines.count, at: last, cells: cells))
  }
}
