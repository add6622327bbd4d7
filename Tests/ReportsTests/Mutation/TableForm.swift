import AllocationTables
import ProposalModel
import Spreadsheet

/// A table workbook as its author knows it: which row is which, and what every figure says. It is changed
/// beside the file and tells, by the arithmetic of the forms alone, where the file then contradicts itself.
struct TableForm {
  struct Row {
    /// The row of the sheet; it moves up when one above is deleted.
    var number: Int
    var source: TableRow
    /// What stands in each year; `nil` for something that is no amount.
    var figures: [Amount?]
    var payback: Int?
    var isDeleted = false

    var isBlank: Bool { figures.allSatisfy { $0 == .zero } }
  }

  struct Table {
    var source: BudgetTable
    var sheet: String
    /// The columns of the years.
    var columns: [Int]
    var years: [Int]
    var rows: [Row]

    func place(_ row: Row, _ year: Int) -> CellPlace {
      CellPlace(sheet, CellAddress(row: row.number, column: columns[year]))
    }
    func lines(_ isWanted: (TableRow) -> Bool = { _ in true }) -> [Row] {
      rows.filter { !$0.isDeleted && $0.source.kind == .line && isWanted($0.source) }
    }
    var totals: [Row] { rows.filter { !$0.isDeleted && $0.source.kind == .total } }
  }

  var tables: [Table]
  var unit: AmountUnit
  /// The paybacks stated on the sheet Forslag, with their cells.
  var frontPayback: [(isService: Bool, years: Int?, place: CellPlace)] = []
  var bookingUnit: Int64
  var isInnovation: Bool

  init(_ proposal: Proposal, round: Round, grid: EditableGrid) {
    unit = proposal.displayUnit
    bookingUnit = round.bookingUnit * 100
    isInnovation = proposal.kind == .innovation
    tables = ProposalTables(proposal, round: round).tables.map { table in
      let sheet = table.code == "Fordeling" ? "Fordeling" : "Tabel \(table.code)"
      let header = grid.cells(sheet, row: 2)
      let columns = header.filter { if case .number = $0.value { true } else { false } }.map(\.address.column)
      let rows = table.rows.enumerated().map { index, row in
        let figures =
          row.figures.isEmpty
          ? table.years.map { _ in Amount?.some(.zero) } : row.figures.map { Amount?.some($0.amount) }
        return Row(number: index + 3, source: row, figures: figures, payback: row.paybackYears)
      }
      return Table(source: table, sheet: sheet, columns: columns, years: table.years, rows: rows)
    }
    for row in 1...20 {
      guard case .text(let label)? = grid.cell("Forslag", CellAddress(row: row, column: 1))?.value,
        label.hasPrefix("Tilbagebetalingstid")
      else { continue }
      let address = CellAddress(row: row, column: 2)
      var years: Int?
      if case .number(let stored)? = grid.cell("Forslag", address)?.value { years = Int(stored) }
      frontPayback.append((label.hasSuffix("service"), years, CellPlace("Forslag", address)))
    }
  }

  // MARK: What the arithmetic of the forms says

  /// Everything that does not fit together: each entry holds the cells that a checker may blame for it.
  var contradictions: Set<CellPlace> {
    var places: Set<CellPlace> = []
    for table in tables { places.formUnion(brokenTotals(table)) }
    places.formUnion(brokenDetails)
    places.formUnion(brokenAllocations)
    places.formUnion(brokenLoans)
    places.formUnion(brokenPaybacks)
    places.formUnion(brokenYears)
    return places
  }

  /// A total that is not the sum of its rows; a wholly blank one states nothing.
  private func brokenTotals(_ table: Table) -> Set<CellPlace> {
    var places: Set<CellPlace> = []
    for row in table.rows where !row.isDeleted && !row.source.sumOf.isEmpty && !row.isBlank {
      let terms = row.source.sumOf.map { table.rows[$0] }.filter { !$0.isDeleted }
      for year in table.years.indices {
        guard let stated = row.figures[year], let sum = sum(terms, year) else { continue }
        if row.source.kind == .effect {
          let lines = table.lines { $0.section == .permanent || $0.section == .implementation }
          if stated == sum || stated == self.sum(lines, year) { continue }
        }
        if stated != sum { places.insert(table.place(row, year)) }
      }
    }
    return places
  }

  /// The sum of the rows in a year; `nil` if one of them is no amount.
  private func sum(_ rows: [Row], _ year: Int) -> Amount? {
    rows.reduce(Amount?.some(.zero)) { sum, row in sum.flatMap { sum in row.figures[year].map { sum + $0 } } }
  }

  private var one: Table? { tables.first { $0.source.kind == .tableOne } }

  /// A table by area whose stated sum is not that of Tabel 1.
  private var brokenDetails: Set<CellPlace> {
    var places: Set<CellPlace> = []
    for table in tables {
      switch table.source.kind {
      case .permanent(let area): compare(table, nil, .permanent, area, tolerance: 0, &places)
      case .investment(let area): compare(table, nil, .implementation, area, tolerance: 0, &places)
      default: continue
      }
    }
    return places
  }

  private var brokenAllocations: Set<CellPlace> {
    var places: Set<CellPlace> = []
    for table in tables {
      guard case .allocation(let kind) = table.source.kind, table.rows.contains(where: { !$0.isBlank }) else {
        continue
      }
      switch kind {
      case .targetEffect, .distribution:
        compare(table, nil, .permanent, .service, tolerance: bookingUnit, &places)
      case .budgetEffect:
        for area in ControlArea.allCases {
          compare(table, area, .permanent, area, tolerance: bookingUnit, &places)
        }
      case .capitalInvestment, .capitalDistribution:
        compare(table, nil, .implementation, .capital, tolerance: bookingUnit, &places)
      case .serviceInvestment, .serviceDistribution:
        compare(table, nil, .implementation, .service, tolerance: bookingUnit, &places)
      case .budgetEffectIfNotAdopted: continue
      }
    }
    return places
  }

  /// Compares a table, or its rows of one area, with Tabel 1. What is less than a `tolerance` off is rounding
  /// to the booking unit.
  private func compare(
    _ table: Table, _ own: ControlArea?, _ section: LineSection, _ area: ControlArea?, tolerance: Int64,
    _ places: inout Set<CellPlace>
  ) {
    guard let one else { return }
    let parts: [DistributionPart?] =
      table.source.kind == .allocation(.distribution) ? DistributionPart.allCases : [nil]
    // What the table states: the total of each part, or its lines where the total is gone.
    let stated = parts.flatMap { part in
      let totals = own == nil ? table.totals.filter { $0.source.part == part && !$0.isBlank } : []
      return totals.isEmpty
        ? table.lines { $0.part == part && (own == nil || $0.controlArea == own) } : totals
    }
    for year in table.years.indices {
      guard let mine = sum(stated, year),
        let right = sum(one.lines { $0.section == section && $0.controlArea == area }, year)
      else { continue }
      let gap = (mine - right).magnitude.oere
      let isRounding = tolerance > 0 && gap < tolerance && right.oere % bookingUnit != 0
      guard gap != 0, !isRounding else { continue }
      for row in table.totals { places.insert(table.place(row, year)) }
      if table.totals.isEmpty { places.insert(CellPlace(table.sheet, "A1")) }
    }
  }

  /// Loans are repaid in full, in Tabel 1 and in their own table, and both show the same.
  private var brokenLoans: Set<CellPlace> {
    var places: Set<CellPlace> = []
    let shown = tables.filter { $0.source.kind == .tableOne || $0.source.kind == .loan }
    let sums = shown.map { table in
      table.years.indices.map { year in sum(table.lines { $0.section == .loan }, year) }
    }
    for (index, table) in shown.enumerated() {
      let lines = table.lines { $0.section == .loan }
      let all = sums[index].compactMap { $0 }
      let isOpen = all.count == table.years.count && all.sum() != .zero
      for year in table.years.indices {
        let differs = sums.contains {
          $0[year] != nil && sums[index][year] != nil && $0[year] != sums[index][year]
        }
        if isOpen || differs { for line in lines { places.insert(table.place(line, year)) } }
        if isOpen || differs { places.insert(CellPlace(table.sheet, "A1")) }
      }
    }
    return places
  }

  /// A stated payback that follows from the lines by neither definition, and two statements that differ.
  private var brokenPaybacks: Set<CellPlace> {
    guard let one, !isInnovation else { return [] }
    var places: Set<CellPlace> = []
    let permanent = { (area: ControlArea?) in
      one.years.indices.map { year in
        sum(one.lines { $0.section == .permanent && (area == nil || $0.controlArea == area) }, year)
      }
    }
    let implementation = one.years.indices.map { year in
      sum(one.lines { $0.section == .implementation }, year)
    }
    for (isService, front, place) in frontPayback {
      let row = one.rows.first {
        $0.source.kind == .payback && !$0.isDeleted && $0.source.text.contains("service") == isService
      }
      var stated: [(Int, CellPlace)] = front.map { [($0, place)] } ?? []
      if let row, let years = row.payback { stated.append((years, one.place(row, 0))) }
      let gains = permanent(isService ? .service : nil).compactMap { $0 }
      let costs = implementation.compactMap { $0 }
      let computed =
        gains.count == costs.count && costs.count == one.years.count
        ? Payback(permanent: gains, implementation: costs) : nil
      for (years, place) in stated {
        if let computed, !computed.agrees(with: years) { places.insert(place) }
        if stated.contains(where: { $0.0 != years }) { places.insert(place) }
      }
    }
    return places
  }

  /// Years that are not those of Tabel 1, or leave a gap.
  private var brokenYears: Set<CellPlace> {
    guard let one else { return [] }
    var places: Set<CellPlace> = []
    for table in tables {
      let isRun = zip(table.years, table.years.dropFirst()).allSatisfy { $1 == $0 + 1 }
      guard table.years != one.years || !isRun else { continue }
      for column in table.columns {
        places.insert(CellPlace(table.sheet, CellAddress(row: 2, column: column)))
      }
    }
    return places
  }
}
