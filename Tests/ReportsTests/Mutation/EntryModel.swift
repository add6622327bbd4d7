import ProposalModel
import Reading
import Spreadsheet

/// A filled entry workbook as its author knows it: the proposal with the cell of every field. It is changed
/// beside the file and tells, by the rules of the form alone, where the file then contradicts itself.
struct EntryModel {
  var proposal: Proposal
  let round: Round
  let unit: AmountUnit
  /// The cell of every field.
  let places: [FieldKey: CellPlace]
  /// Cells with something that may not stand there.
  var wrong: Set<CellPlace> = []
  /// The years over the columns of each sheet.
  var years: [String: [Int]]

  init(_ grid: EditableGrid, round: Round) throws {
    let read = EntryWorkbook.read(grid.workbook, file: "forslag.xlsx")
    proposal = read.proposal ?? Proposal(id: "", title: "", years: [])
    self.round = round
    unit = proposal.displayUnit
    places = read.origins.places.compactMapValues { place in
      place.sheet.flatMap { sheet in place.cell.map { CellPlace(sheet, $0) } }
    }
    let sheets =
      ["Økonomi"]
      + proposal.allocations.map(\.table).map { $0 == .distribution ? "Fordeling" : "Tabel \($0.rawValue)" }
    years = Dictionary(uniqueKeysWithValues: sheets.map { [years = proposal.years] in ($0, years) })
  }

  /// Everything that does not fit together, as the cells that a checker may blame.
  var contradictions: Set<CellPlace> {
    var found = wrong
    found.formUnion(brokenAllocations)
    found.formUnion(brokenPaybacks)
    found.formUnion(brokenLines)
    found.formUnion(brokenRules)
    found.formUnion(brokenYears)
    return found
  }

  func figure(_ line: Line, _ index: Int) -> CellPlace? {
    places[.figure(line.id, year: proposal.years[index])]
  }

  /// Stated rows that do not add up to the lines of their area.
  private var brokenAllocations: Set<CellPlace> {
    var found: Set<CellPlace> = []
    let permanent = proposal.lines(in: .permanent)
    let implementation = proposal.lines(in: .implementation)
    func lines(_ lines: [Line], _ area: ControlArea) -> [Line] { lines.filter { $0.controlArea == area } }
    for table in proposal.allocations where table.isFilled {
      switch table.table {
      case .targetEffect, .distribution: compare(table, nil, lines(permanent, .service), &found)
      case .budgetEffect:
        for area in ControlArea.allCases { compare(table, area, lines(permanent, area), &found) }
      case .capitalInvestment, .capitalDistribution:
        compare(table, nil, lines(implementation, .capital), &found)
      case .serviceInvestment, .serviceDistribution:
        compare(table, nil, lines(implementation, .service), &found)
      case .budgetEffectIfNotAdopted: continue
      }
      guard table.table == .distribution else { continue }
      for (index, row) in table.rows.enumerated() where row.part == .saving {
        for (year, figure) in zip(proposal.years, row.figures) where figure.amount > .zero {
          if let place = places[.allocationFigure(.distribution, index, year: year)] { found.insert(place) }
        }
      }
    }
    return found
  }

  private func compare(
    _ table: StatedAllocation, _ area: ControlArea?, _ lines: [Line], _ found: inout Set<CellPlace>
  ) {
    let sums = proposal.yearSums(lines)
    let rows = table.rows.indices.filter { area == nil || table.rows[$0].controlArea == area }
    let booking = round.bookingUnit * 100
    for (index, year) in proposal.years.enumerated() {
      let stated = rows.map { table.rows[$0].figures[index].amount }.sum()
      let gap = (stated - sums[index]).magnitude.oere
      guard gap != 0, !(gap < booking && sums[index].oere % booking != 0 && stated.oere % booking == 0) else {
        continue
      }
      for row in table.rows.indices {
        if let place = places[.allocationFigure(table.table, row, year: year)] { found.insert(place) }
      }
    }
  }

  private var brokenPaybacks: Set<CellPlace> {
    guard proposal.kind != .innovation else { return [] }
    var found: Set<CellPlace> = []
    for (stated, computed, field) in [
      (proposal.payback.service, proposal.servicePayback, FrontField.servicePayback),
      (proposal.payback.total, proposal.totalPayback, .totalPayback),
    ] {
      if let stated, let computed, !computed.agrees(with: stated), let place = places[.proposal(field)] {
        found.insert(place)
      }
    }
    return found
  }

  /// Signs against the section or the rest of the line, permanent changes that stop, loans that are not
  /// repaid.
  private var brokenLines: Set<CellPlace> {
    var found: Set<CellPlace> = []
    for line in proposal.lines where line.condition != .notCounted {
      let signs = Set(line.figures.filter(\.isMoney).map { $0.amount < .zero })
      let isOdd =
        line.section == .implementation && signs.contains(true)
        || line.section == .permanent && signs.count > 1
        || line.section == .permanent && line.condition == .ifAdopted
          && line.figures.contains(where: \.isMoney)
          && line.figures.last?.isMoney == false
      if isOdd { for index in line.figures.indices { figure(line, index).map { _ = found.insert($0) } } }
    }
    let loans = proposal.lines(in: .loan)
    if loans.map(\.total).sum() != .zero {
      for line in loans {
        for index in line.figures.indices { figure(line, index).map { _ = found.insert($0) } }
      }
    }
    return found
  }

  /// Fixed amounts beyond the line's.
  private var brokenRules: Set<CellPlace> {
    var found: Set<CellPlace> = []
    func check(_ rule: DistributionRule?, _ lines: [Line], _ key: FieldKey) {
      guard let rule, let place = places[key] else { return }
      guard case .fixed(let shares, _) = rule else { return }
      let fixed = shares.map(\.amount.magnitude).sum()
      for line in lines where line.figures.contains(where: { $0.isMoney && $0.amount.magnitude < fixed }) {
        found.insert(place)
        for index in line.figures.indices { figure(line, index).map { _ = found.insert($0) } }
      }
    }
    check(proposal.rule, [], .proposal(.rule))
    for line in proposal.lines where line.condition != .notCounted {
      check(line.rule, [line], .line(line.id, .rule))
    }
    return found
  }

  /// Years that are not those of the lines, leave a gap or lie outside the round.
  private var brokenYears: Set<CellPlace> {
    var found: Set<CellPlace> = []
    for (sheet, own) in years {
      let isRun = zip(own, own.dropFirst()).allSatisfy { $1 == $0 + 1 }
      guard !isRun || own != years["Økonomi"] || !Set(own).isSubset(of: round.years) else { continue }
      found.formUnion(headers(sheet))
      found.formUnion(headers("Økonomi"))
    }
    return found
  }

  /// The header cells over the years of a sheet.
  func headers(_ sheet: String) -> [CellPlace] {
    proposal.years.compactMap { header(sheet, $0) }
  }

  /// The header cell of a year: in the entry workbook of the tool it stands over the first row.
  func header(_ sheet: String, _ year: Int) -> CellPlace? {
    let row = sheet == "Økonomi" ? 6 : 2
    let columns = places.compactMap { key, place -> Int? in
      guard place.sheet == sheet else { return nil }
      switch key {
      case .figure(_, year), .allocationFigure(_, _, year): return CellAddress(place.cell)?.column
      default: return nil
      }
    }
    return columns.first.map { CellPlace(sheet, CellAddress(row: row, column: $0)) }
  }
}
