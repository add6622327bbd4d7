import AllocationTables
import Forms
import Output
import ProposalModel
import Spreadsheet

/// Writes the sheet `Diagram`: the cumulative economy with the year in which the proposal has paid for itself, and
/// the effect per committee when it is fully phased in.
///
/// The figures are live formulas over `Tabel 1` and `Tabel B`. A year beyond the last column repeats the last permanent
/// change, as the payback does.
struct ChartSheetWriter {
  let proposal: Proposal
  let round: Round
  let tables: [BudgetTable]

  /// How many years the chart goes on beyond the last column at most.
  static let maximumYearsBeyond = 10

  /// Adds the sheet to `book`; none where Tabel 1 is not among the tables or holds no money.
  func write(to book: inout XLSXWriter) throws(XLSXWriteError) {
    guard let economy = ChartedEconomy(proposal, tables, round: round) else { return }
    let sheet = try book.addSheet(OwnSheets.charts)
    try book.setColumns(1, through: 1, of: sheet, width: 44)
    try book.setColumns(2, through: economy.years.count + 1, of: sheet, width: 11)
    try book.write(
      OwnSheets.chartsCaption, at: CellAddress(row: 1, column: 1), in: sheet, style: TableStyles.caption)
    try writeEconomy(economy, sheet, &book)
    let next = try insertEconomyChart(economy, sheet, &book)
    try writeEffects(economy, from: next, sheet, &book)
    var setup = PrintSetup.wideTable()
    (setup.fitToHeight, setup.orientation) = (1, .portrait)
    setup.footer = "&L&F&C&A&RSide &P af &N"
    try book.setPrinting(setup, of: sheet)
  }

  private func number(_ amount: Amount) -> CachedValue {
    let (mantissa, scale) = amount.decimal(in: proposal.displayUnit)
    return .number(DecimalNumber(mantissa: mantissa, scale: scale))
  }

  private var unitText: String {
    TableLayout.unitLabel(proposal.displayUnit, priceLevel: proposal.priceLevel)
  }

  private func writeEconomy(_ economy: ChartedEconomy, _ sheet: SheetHandle, _ book: inout XLSXWriter)
    throws(XLSXWriteError)
  {
    try book.write(unitText, at: CellAddress(row: 3, column: 1), in: sheet, style: TableStyles.header)
    for (index, year) in economy.years.enumerated() {
      try book.write(
        .number(DecimalNumber(mantissa: Int64(year), scale: 0)), at: CellAddress(row: 3, column: index + 2),
        in: sheet, style: TableStyles.yearHeader)
    }
    for (offset, row) in economy.rows.enumerated() {
      try book.write(
        row.text, at: CellAddress(row: 4 + offset, column: 1), in: sheet,
        style: TableStyles.text(.line, isCode: false))
      for (index, amount) in row.amounts.enumerated() {
        try book.write(
          .formula(row.formula(index), value: number(amount)),
          at: CellAddress(row: 4 + offset, column: index + 2), in: sheet,
          style: TableStyles.figure(.line, decimals: 0))
      }
    }
  }

  /// The row below the chart.
  private func insertEconomyChart(
    _ economy: ChartedEconomy, _ sheet: SheetHandle, _ book: inout XLSXWriter
  ) throws(XLSXWriteError) -> Int {
    let end = economy.years.count + 1
    func range(_ row: Int) -> SheetRange {
      SheetRange(
        CellRange(from: CellAddress(row: row, column: 2), to: CellAddress(row: row, column: end)), of: sheet)
    }
    let payback = economy.paybackYear.map { "Tilbagebetalt i \($0)" } ?? "Ikke tilbagebetalt i perioden"
    var chart = Chart(
      .column,
      series: [
        Chart.Series(
          name: .text("Akkumuleret"), categories: range(3), values: range(7), colour: 0x1F4E79),
        Chart.Series(name: .text(payback), categories: range(3), values: range(8), colour: 0x2E7D32),
      ])
    chart.stacking = .stacked
    chart.title = "Akkumuleret økonomi"
    chart.valueTitle = unitText
    chart.valueFormat = "#,##0"
    (chart.width, chart.height) = (760, 320)
    chart.description =
      "Søjler med den akkumulerede økonomi år for år. \(payback). Tallene står i tabellen over diagrammet."
    try book.insert(chart, at: CellAddress(row: 10, column: 1), in: sheet)
    return 28
  }

  private func writeEffects(
    _ economy: ChartedEconomy, from row: Int, _ sheet: SheetHandle, _ book: inout XLSXWriter
  ) throws(XLSXWriteError) {
    guard !economy.effects.isEmpty, let year = proposal.years.last else { return }
    try book.write(
      "Udvalg", at: CellAddress(row: row, column: 1), in: sheet, style: TableStyles.header)
    try book.write(
      .number(DecimalNumber(mantissa: Int64(year), scale: 0)), at: CellAddress(row: row, column: 2),
      in: sheet, style: TableStyles.yearHeader)
    for (index, effect) in economy.effects.enumerated() {
      let here = row + 1 + index
      try book.write(
        effect.name, at: CellAddress(row: here, column: 1), in: sheet,
        style: TableStyles.text(.line, isCode: false))
      try book.write(
        .formula(effect.formula, value: number(effect.amount)), at: CellAddress(row: here, column: 2),
        in: sheet, style: TableStyles.figure(.line, decimals: 0))
    }
    let last = row + economy.effects.count
    func range(_ column: Int) -> SheetRange {
      SheetRange(
        CellRange(
          from: CellAddress(row: row + 1, column: column), to: CellAddress(row: last, column: column)),
        of: sheet)
    }
    var chart = Chart(
      .bar,
      series: [
        Chart.Series(
          name: .text("Varig ændring \(year)"), categories: range(1), values: range(2), colour: 0x1F4E79)
      ])
    chart.title = "Varig ændring pr. udvalg, fuldt indfaset (\(year))"
    chart.legend = .none
    chart.valueTitle = unitText
    chart.valueFormat = "#,##0"
    (chart.width, chart.height) = (760, 120 + 32 * economy.effects.count)
    chart.description =
      "Liggende søjler med den varige ændring i \(year) for hvert udvalg. Tallene står i tabellen over diagrammet."
    try book.insert(chart, at: CellAddress(row: last + 2, column: 1), in: sheet)
  }
}

/// What the charts show, with the formulas that fetch it.
private struct ChartedEconomy {
  /// One row of figures by year.
  struct EconomyRow {
    var text: String
    var amounts: [Amount]
    var formula: (Int) -> String
  }

  /// The permanent change of one committee in the last year.
  struct Effect {
    var name: String
    var amount: Amount
    var formula: String
  }

  /// The years of the proposal, and those until it has paid for itself.
  var years: [Int]
  var rows: [EconomyRow]
  var paybackYear: Int?
  var effects: [Effect]

  init?(_ proposal: Proposal, _ tables: [BudgetTable], round: Round) {
    guard let one = tables.first(where: { $0.kind == .tableOne }), !proposal.years.isEmpty else { return nil }
    let permanent = proposal.yearSums(proposal.lines(in: .permanent))
    let costs = proposal.yearSums(proposal.lines(in: .implementation))
    guard (permanent + costs).contains(where: { $0 != .zero }) else { return nil }
    let payback = Payback(permanent: permanent, implementation: costs)
    let first = costs.firstIndex { $0 > .zero } ?? 0
    let wanted = payback?.covered.map { first + $0 } ?? 0
    let beyond = min(max(0, wanted - proposal.years.count), ChartSheetWriter.maximumYearsBeyond)
    let last = proposal.years.last ?? 0
    years = proposal.years + (0..<beyond).map { last + 1 + $0 }
    paybackYear = wanted > 0 && wanted <= years.count ? years[wanted - 1] : nil

    let layout = TableLayout(one, round: round)
    func cell(_ row: Int, _ year: Int) -> String {
      let column = CellAddress.letters(ofColumn: layout.leadingColumns + 1 + year)
      return "'Tabel 1'!\(column)\(TableLayout.firstRow + row)"
    }
    func sum(_ section: LineSection) -> (Int) -> String {
      let places = one.rows.indices.filter {
        one.rows[$0].kind == .line && one.rows[$0].section == section
      }
      return { year in
        places.isEmpty
          ? "=0"
          : "="
            + ChartedEconomy.runs(places).map { run in
              let (from, to) = (cell(run.lowerBound, year), cell(run.upperBound, year))
              let end = to.split(separator: "!").last.map(String.init) ?? to
              return "SUM(\(from):\(end))"
            }.joined(separator: "+")
      }
    }
    let count = proposal.years.count
    let allPermanent = years.indices.map { $0 < count ? permanent[$0] : permanent[count - 1] }
    let allCosts = years.indices.map { $0 < count ? costs[$0] : .zero }
    var running = Amount.zero
    let cumulative = years.indices.map { index in
      running += allPermanent[index] + allCosts[index]
      return running
    }
    let paidIndex = wanted > 0 && wanted <= years.count ? wanted - 1 : nil
    func letter(_ index: Int) -> String { CellAddress.letters(ofColumn: index + 2) }
    let lastLetter = letter(count - 1)
    let all = years.count
    let ends = "$\(letter(0))$5:$\(letter(all - 1))$5"
    let permanentFormula = sum(.permanent)
    let costFormula = sum(.implementation)
    rows = [
      EconomyRow(text: Wording.permanentTotal, amounts: allPermanent) { index in
        index < count ? permanentFormula(index) : "=\(lastLetter)4"
      },
      EconomyRow(text: Wording.implementationTotal, amounts: allCosts) { index in
        index < count ? costFormula(index) : "=0"
      },
      EconomyRow(text: Wording.effect, amounts: zip(allPermanent, allCosts).map { $0 + $1 }) { index in
        "=\(letter(index))4+\(letter(index))5"
      },
      // The charts stack these two: a year is in one of them.
      EconomyRow(
        text: "Akkumuleret økonomi",
        amounts: years.indices.map { $0 == paidIndex ? .zero : cumulative[$0] }
      ) { index in
        "=SUM($\(letter(0))6:\(letter(index))6)-\(letter(index))8"
      },
      EconomyRow(
        text: "Akkumuleret i tilbagebetalingsåret",
        amounts: years.indices.map { $0 == paidIndex ? cumulative[$0] : .zero }
      ) { index in
        // The first year in which the permanent changes so far cover the costs of the whole period.
        let here = "SUM($\(letter(0))4:\(letter(index))4)+SUM(\(ends))<=0"
        let before =
          index == 0 ? "TRUE" : "SUM($\(letter(0))4:\(letter(index - 1))4)+SUM(\(ends))>0"
        let begun = "SUM($\(letter(0))5:\(letter(index))5)>0"
        return "=IF(AND(\(here),\(before),\(begun)),SUM($\(letter(0))6:\(letter(index))6),0)"
      },
    ]
    effects = ChartedEconomy.effects(tables, round)
  }

  /// The rows of Tabel B, per committee, in the last year.
  private static func effects(_ tables: [BudgetTable], _ round: Round) -> [Effect] {
    guard let table = tables.first(where: { $0.kind == .allocation(.budgetEffect) }), !table.years.isEmpty
    else { return [] }
    let layout = TableLayout(table, round: round)
    let column = CellAddress.letters(ofColumn: layout.leadingColumns + table.years.count)
    var order: [String] = []
    var rows: [String: [Int]] = [:]
    for (index, row) in table.rows.enumerated() where row.kind == .line {
      guard let code = row.recipient?.committee, row.figures.last?.isMoney == true else { continue }
      if rows[code] == nil { order.append(code) }
      rows[code, default: []].append(index)
    }
    return order.map { code in
      let places = rows[code] ?? []
      return Effect(
        name: round.name(of: code),
        amount: places.map { table.rows[$0].figures.last?.amount ?? .zero }.sum(),
        formula: "="
          + places.map { "'Tabel B'!\(column)\(TableLayout.firstRow + $0)" }.joined(separator: "+"))
    }
  }

  private static func runs(_ rows: [Int]) -> [ClosedRange<Int>] {
    rows.reduce(into: []) { runs, row in
      if let last = runs.last, last.upperBound + 1 == row {
        runs[runs.count - 1] = last.lowerBound...row
      } else {
        runs.append(row...row)
      }
    }
  }
}
