import AllocationTables
import ProposalModel
import Spreadsheet
import TestSupport

/// Makes one mistake in a valid table workbook.
struct TableMistakes {
  let file: ValidFile
  let grid: EditableGrid
  let form: TableForm

  init(_ file: ValidFile) throws {
    self.file = file
    grid = try file.tableWorkbook()
    form = TableForm(file.proposal, round: file.round, grid: grid)
  }

  /// A copy with a mistake of `kind`, or `nil` if this file has no place for one.
  func make(_ kind: MistakeKind, _ random: inout SeededNumbers) -> MistakenFile? {
    switch kind {
    case .unitTyped: figure(kind, &random)
    case .yearsSwapped: yearsSwapped(&random)
    case .headingLost: headingLost(&random)
    // Among the lines of a table a total is compared as any other.
    case .totalAmongLines: nil
    case .digitsSwapped, .signLost, .thousandOff, .textTyped, .blanked:
      random.chance(4) ? payback(kind, &random) : figure(kind, &random)
    case .movedOneColumn: moved(&random)
    case .rowDeleted: deleted(&random)
    case .committeeMisspelt: misspelt(&random)
    case .wrongYear: random.chance(25) ? priceLevel(&random) : year(&random)
    case .percentageChanged: percentage(&random)
    case .committeeMoved: committeeMoved(&random)
    // A copied row breaks its total, as a deleted one does.
    case .lineCopied: nil
    }
  }

  private struct Spot {
    var table: Int
    var row: Int
    var year: Int
  }

  /// A figure with money in a line, a total or the effect.
  private func spot(_ random: inout SeededNumbers) -> Spot? {
    let filled = form.tables.indices.filter { table in form.tables[table].rows.contains { !$0.isBlank } }
    guard !filled.isEmpty else { return nil }
    let table = random.pick(filled)
    let rows = form.tables[table].rows.indices.filter { !form.tables[table].rows[$0].isBlank }
    let row = random.pick(rows)
    let years = form.tables[table].years.indices.filter { form.tables[table].rows[row].figures[$0] != .zero }
    return Spot(table: table, row: row, year: random.pick(Array(years)))
  }

  private func address(_ spot: Spot) -> CellAddress {
    CellAddress(
      row: form.tables[spot.table].rows[spot.row].number, column: form.tables[spot.table].columns[spot.year])
  }

  private func stored(_ sheet: String, _ address: CellAddress) -> String? {
    if case .number(let stored)? = grid.cell(sheet, address)?.value { stored } else { nil }
  }

  /// The file with `value` at a place, and what the form then contradicts; `isWord` says that the value
  /// itself is none that may stand there.
  private func finished(
    _ sheet: String, _ address: CellAddress, _ value: CellValue, _ form: TableForm, isWrong: Bool,
    also: Set<CellPlace> = []
  ) -> MistakenFile {
    var grid = grid
    grid.set(sheet, address, to: value)
    var places = form.contradictions.union(also)
    let place = CellPlace(sheet, address)
    if isWrong { places.insert(place) }
    if !places.isEmpty { places.insert(place) }
    let before = self.grid.cell(sheet, address)?.value ?? .empty
    return MistakenFile(
      grid: grid, place: place, deed: "\(sheet)!\(address): \(before) → \(value)", contradicted: places)
  }

  private func figure(_ kind: MistakeKind, _ random: inout SeededNumbers) -> MistakenFile? {
    guard let spot = spot(&random) else { return nil }
    let table = form.tables[spot.table]
    let address = address(spot)
    guard let stored = stored(table.sheet, address),
      let typed = Mistakes.number(stored, kind, unit: table.source.unit, &random)
    else { return nil }
    var changed = form
    changed.tables[spot.table].rows[spot.row].figures[spot.year] = typed.amount
    return finished(table.sheet, address, typed.value, changed, isWrong: typed.amount == nil)
  }

  /// A payback of Tabel 1 or of the sheet Forslag. Words in place of the number say nothing that could be
  /// contradicted.
  private func payback(_ kind: MistakeKind, _ random: inout SeededNumbers) -> MistakenFile? {
    guard let table = form.tables.firstIndex(where: { $0.source.kind == .tableOne }) else { return nil }
    let rows = form.tables[table].rows.indices.filter { form.tables[table].rows[$0].payback != nil }
    guard !rows.isEmpty else { return nil }
    let row = random.pick(rows)
    let isFront = random.chance(50)
    let isService = form.tables[table].rows[row].source.text.contains("service")
    guard let front = form.frontPayback.firstIndex(where: { $0.isService == isService }),
      let address = isFront
        ? CellAddress(form.frontPayback[front].place.cell) : address(Spot(table: table, row: row, year: 0))
    else { return nil }
    let sheet = isFront ? "Forslag" : "Tabel 1"
    guard let stored = stored(sheet, address),
      let typed = Mistakes.number(stored, kind, unit: .kroner, &random)
    else { return nil }
    var changed = form
    let isWhole = typed.amount.map { $0.oere % 100 == 0 && $0.oere >= 0 } ?? false
    let years = isWhole && kind != .blanked ? typed.amount.map { Int($0.oere / 100) } : nil
    if isFront {
      changed.frontPayback[front].years = years
    } else {
      changed.tables[table].rows[row].payback = years
    }
    var isWrong = kind != .blanked && !isWhole
    if case .text(let text) = typed.value { isWrong = text.contains(where: \.isNumber) }
    return finished(sheet, address, typed.value, changed, isWrong: isWrong)
  }

  /// A value stands one column to the right or left of its own, over what stood there.
  private func moved(_ random: inout SeededNumbers) -> MistakenFile? {
    guard let spot = spot(&random) else { return nil }
    let table = form.tables[spot.table]
    let target = spot.year + random.pick([-1, 1])
    let from = address(spot)
    guard let value = grid.cell(table.sheet, from)?.value, target >= 0 else { return nil }
    var changed = form
    let isOutside = target >= table.years.count
    if !isOutside {
      changed.tables[spot.table].rows[spot.row].figures[target] = table.rows[spot.row].figures[spot.year]
    }
    changed.tables[spot.table].rows[spot.row].figures[spot.year] = .zero
    let column = isOutside ? (table.columns.last ?? 0) + 1 : table.columns[target]
    let to = CellAddress(row: from.row, column: column)
    var file = finished(table.sheet, from, .empty, changed, isWrong: false)
    file.grid.set(table.sheet, to, to: value)
    file.deed += ", to \(to)"
    if !file.contradicted.isEmpty { file.contradicted.insert(CellPlace(table.sheet, to)) }
    return file
  }

  private func deleted(_ random: inout SeededNumbers) -> MistakenFile? {
    let table = random.number(0...form.tables.count - 1)
    let rows = form.tables[table].rows.indices.filter { form.tables[table].rows[$0].source.kind != .heading }
    let filled = rows.filter { !form.tables[table].rows[$0].isBlank }
    guard let row = (random.chance(85) ? filled : rows).randomElement(using: &random) else { return nil }
    let number = form.tables[table].rows[row].number
    let sheet = form.tables[table].sheet
    var changed = form
    changed.tables[table].rows[row].isDeleted = true
    for index in changed.tables[table].rows.indices where changed.tables[table].rows[index].number > number {
      changed.tables[table].rows[index].number -= 1
    }
    var grid = grid
    grid.delete(sheet, row: number)
    let text = form.tables[table].rows[row].source.text
    return MistakenFile(
      grid: grid, place: CellPlace(sheet, "A\(number)"), deed: "\(sheet): row \(number) (\(text)) deleted",
      contradicted: changed.contradictions)
  }

  private func misspelt(_ random: inout SeededNumbers) -> MistakenFile? {
    var spots: [(String, CellAddress)] = []
    // In the tables of lines the first column holds the line's own text.
    for table in form.tables where table.source.kind.isAllocation {
      for row in table.rows where row.source.recipient != nil {
        spots.append((table.sheet, CellAddress(row: row.number, column: 1)))
        if row.source.recipient?.unit != nil {
          spots.append((table.sheet, CellAddress(row: row.number, column: 2)))
        }
      }
    }
    if random.chance(15) { spots = [5, 6].map { ("Forslag", CellAddress(row: $0, column: 2)) } }
    guard let (sheet, address) = spots.randomElement(using: &random),
      case .text(let text)? = grid.cell(sheet, address)?.value
    else {
      return nil
    }
    var names = text.components(by: ", ")
    let place = random.number(0...names.count - 1)
    names[place] = Mistakes.name(names[place], &random)
    let isKnown = KnownNames(file.round).contains(names[place])
    return finished(sheet, address, .text(names.joined(separator: ", ")), form, isWrong: !isKnown)
  }

  /// A table with money, and two of its years in which something stands.
  private func tableWithYears(_ random: inout SeededNumbers) -> Int? {
    form.tables.indices.filter { table in form.tables[table].rows.contains { !$0.isBlank } }
      .randomElement(using: &random)
  }

  /// The headings of two years change places, so that the money of each is read as the other's.
  private func yearsSwapped(_ random: inout SeededNumbers) -> MistakenFile? {
    guard let table = tableWithYears(&random), form.tables[table].years.count > 1 else { return nil }
    let first = random.number(0...form.tables[table].years.count - 2)
    let second = first + 1
    var changed = form
    changed.tables[table].columns.swapAt(first, second)
    for row in changed.tables[table].rows.indices {
      changed.tables[table].rows[row].figures.swapAt(first, second)
    }
    let sheet = form.tables[table].sheet
    let (left, right) = (form.tables[table].columns[first], form.tables[table].columns[second])
    let (one, two) = (CellAddress(row: 2, column: left), CellAddress(row: 2, column: right))
    guard let before = stored(sheet, one), let after = stored(sheet, two) else { return nil }
    var file = finished(sheet, one, .number(after), changed, isWrong: false)
    file.grid.set(sheet, two, to: .number(before))
    return file
  }

  /// Nothing, or nothing that is a year, stands over a column of money.
  private func headingLost(_ random: inout SeededNumbers) -> MistakenFile? {
    guard let table = tableWithYears(&random) else { return nil }
    let filled = form.tables[table].years.indices.filter { year in
      form.tables[table].rows.contains { $0.source.kind == .line && $0.figures[year] != .zero }
    }
    guard let year = filled.randomElement(using: &random) else { return nil }
    let address = CellAddress(row: 2, column: form.tables[table].columns[year])
    let value = random.pick([
      CellValue.empty, .text("27"), .error("#REF!"), .text("Skøn"), .text("2023-2024"),
    ])
    var file = finished(form.tables[table].sheet, address, value, form, isWrong: true)
    // Where an empty heading leaves no cell, the money below is named.
    for row in form.tables[table].rows { file.contradicted.insert(form.tables[table].place(row, year)) }
    return file
  }

  /// A Service row of Tabel B stands beside another committee's name, while Tabel A keeps the right one.
  private func committeeMoved(_ random: inout SeededNumbers) -> MistakenFile? {
    func table(_ kind: AllocationTableKind) -> TableForm.Table? {
      form.tables.first { $0.source.kind == .allocation(kind) && $0.rows.contains { !$0.isBlank } }
    }
    guard let budget = table(.budgetEffect), let target = table(.targetEffect) else { return nil }
    let filled = budget.lines { $0.controlArea == .service && $0.recipient != nil }.filter { !$0.isBlank }
    let used = Set(budget.rows.compactMap(\.source.recipient?.committee))
    let free = file.round.committees.filter { !used.contains($0.code) }
    guard let row = filled.randomElement(using: &random), let other = free.randomElement(using: &random),
      let committee = row.source.recipient?.committee,
      filled.count(where: { $0.source.recipient?.committee == committee }) == 1
    else { return nil }
    let same = target.lines { $0.recipient?.committee == committee }.filter { !$0.isBlank }
    guard !same.isEmpty else { return nil }
    let places =
      [row].flatMap { row in budget.years.indices.map { budget.place(row, $0) } }
      + same.flatMap { row in target.years.indices.map { target.place(row, $0) } }
      + same.map { CellPlace(target.sheet, CellAddress(row: $0.number, column: 1)) }
    return finished(
      budget.sheet, CellAddress(row: row.number, column: 1), .text(other.name), form, isWrong: true,
      also: Set(places))
  }

  private func year(_ random: inout SeededNumbers) -> MistakenFile? {
    let table = random.number(0...form.tables.count - 1)
    let year = random.number(0...form.tables[table].years.count - 1)
    var changed = form
    let wrong = Mistakes.year(form.tables[table].years[year], &random)
    changed.tables[table].years[year] = wrong
    let address = CellAddress(row: 2, column: form.tables[table].columns[year])
    return finished(form.tables[table].sheet, address, .number(String(wrong)), changed, isWrong: false)
  }

  /// The price level over a table with money or on the front page is another than everywhere else.
  private func priceLevel(_ random: inout SeededNumbers) -> MistakenFile? {
    guard let level = file.proposal.priceLevel else { return nil }
    let wrong = Mistakes.year(level, &random)
    let filled = form.tables.filter { table in table.rows.contains { !$0.isBlank } }
    let headers = Set(filled.map { CellPlace($0.sheet, "A2") })
    let front = CellPlace("Forslag", "B8")
    if random.chance(30) {
      return finished(
        "Forslag", CellAddress(row: 8, column: 2), .number(String(wrong)), form, isWrong: true,
        also: headers.union([front]))
    }
    guard let table = filled.randomElement(using: &random) else { return nil }
    let address = CellAddress(row: 2, column: 1)
    guard case .text(let text)? = grid.cell(table.sheet, address)?.value else { return nil }
    return finished(
      table.sheet, address, .text(text.replacing(String(level), with: String(wrong))), form, isWrong: true,
      also: headers.union([front]))
  }

  private func percentage(_ random: inout SeededNumbers) -> MistakenFile? {
    let address = CellAddress(row: 13, column: 2)
    guard case .text(let rule)? = grid.cell("Forslag", address)?.value,
      let changed = Mistakes.percentage(rule, &random)
    else { return nil }
    return finished("Forslag", address, .text(changed), form, isWrong: true)
  }
}

extension String {
  /// The parts between `separator`.
  func components(by separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}

/// The spellings by which a round's committees, administrations and units are known, compared by their
/// letters alone.
struct KnownNames {
  private var names: Set<String> = []

  init(_ round: Round) {
    for committee in round.committees {
      let own =
        [committee.code, committee.name, committee.administrationCode, committee.administrationName]
        + committee.aliases
      names.formUnion((own + committee.units.flatMap { [$0.name] + $0.aliases }).map(KnownNames.letters))
    }
  }

  func contains(_ name: String) -> Bool { names.contains(KnownNames.letters(name)) }

  private static func letters(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

extension BudgetTableKind {
  /// Whether the table is one by committee.
  fileprivate var isAllocation: Bool { if case .allocation = self { true } else { false } }
}
