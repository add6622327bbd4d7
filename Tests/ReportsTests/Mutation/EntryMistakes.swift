import ProposalModel
import Spreadsheet
import TestSupport

/// Makes one mistake in a valid entry workbook.
struct EntryMistakes {
  let file: ValidFile
  let grid: EditableGrid
  let model: EntryModel
  private let figures: [FieldKey]

  init(_ file: ValidFile) throws {
    self.file = file
    grid = try file.entryWorkbook()
    model = try EntryModel(grid, round: file.round)
    figures = model.places.keys.filter { key in
      switch key {
      case .figure, .allocationFigure: true
      default: false
      }
    }.sorted { "\($0)" < "\($1)" }
  }

  /// A copy with a mistake of `kind`, or `nil` if this file has no place for one.
  func make(_ kind: MistakeKind, _ random: inout SeededNumbers) -> MistakenFile? {
    switch kind {
    case .digitsSwapped, .signLost, .thousandOff, .textTyped, .blanked:
      switch random.number(0...19) {
      case 0...3: payback(kind, &random)
      case 4...5: total(kind, &random)
      default: figure(kind, &random)
      }
    case .movedOneColumn: moved(&random)
    case .rowDeleted: deleted(&random)
    case .committeeMisspelt: misspelt(&random)
    case .wrongYear: random.chance(25) ? priceLevel(&random) : year(&random)
    case .percentageChanged: percentage(&random)
    case .unitTyped: figure(kind, &random)
    case .totalAmongLines: totalAmongLines(&random)
    case .committeeMoved, .yearsSwapped, .headingLost: nil
    case .lineCopied: lineCopied(&random)
    }
  }

  /// Somebody has added up the lines of a section below them, and forgotten one of them.
  private func totalAmongLines(_ random: inout SeededNumbers) -> MistakenFile? {
    let section = random.pick([LineSection.permanent, .implementation])
    let lines = model.proposal.lines(in: section).filter { $0.figures.contains(where: \.isMoney) }
    let rows = model.proposal.lines.compactMap { model.places[.line($0.id, .text)].map(address)?.row }
    guard lines.count > 2, let first = lines.first, let text = model.places[.line(first.id, .text)],
      let area = model.places[.line(first.id, .section)], let last = rows.max()
    else { return nil }
    let sums = model.proposal.yearSums(Array(lines.dropFirst()))
    var grid = grid
    var places: Set<CellPlace> = []
    func set(_ place: CellPlace?, _ value: CellValue) {
      guard let place else { return }
      let to = CellAddress(row: last + 1, column: address(place).column)
      grid.set(place.sheet, to, to: value)
      places.insert(CellPlace(place.sheet, to))
    }
    set(text, .text(random.pick(["I alt", "Samlet", "Total", "I alt, kr."])))
    set(area, .text(section.rawValue))
    for (index, year) in model.proposal.years.enumerated() {
      let figure = DecimalNumber(mantissa: sums[index].oere * 100 / model.unit.oere, scale: 2)
      set(model.places[.figure(first.id, year: year)], .number(figure.description))
    }
    guard let place = places.first else { return nil }
    return MistakenFile(
      grid: grid, place: place, deed: "a total of all lines but \(first.id) below them", contradicted: places)
  }

  /// A line stands once more below the last one, as copying and pasting its row leaves it.
  private func lineCopied(_ random: inout SeededNumbers) -> MistakenFile? {
    let lines = model.proposal.lines.filter { line in
      line.figures.contains(where: \.isMoney) && !line.text.isEmpty && line.condition == .ifAdopted
    }
    let rows = model.proposal.lines.compactMap { model.places[.line($0.id, .text)].map(address)?.row }
    guard let line = lines.randomElement(using: &random), let place = model.places[.line(line.id, .text)],
      let last = rows.max()
    else { return nil }
    var grid = grid
    let from = address(place)
    for cell in grid.cells(place.sheet, row: from.row) where cell.formula == nil {
      grid.set(place.sheet, CellAddress(row: last + 1, column: cell.address.column), to: cell.value)
    }
    let copy = CellPlace(place.sheet, CellAddress(row: last + 1, column: from.column))
    return MistakenFile(
      grid: grid, place: copy, deed: "row \(from.row) copied to row \(last + 1)", contradicted: [copy, place])
  }

  private func address(_ place: CellPlace) -> CellAddress {
    CellAddress(place.cell) ?? CellAddress(row: 1, column: 1)
  }

  private func finished(_ place: CellPlace, _ value: CellValue, _ model: EntryModel) -> MistakenFile {
    var grid = grid
    grid.set(place.sheet, address(place), to: value)
    var places = model.contradictions
    if !places.isEmpty { places.insert(place) }
    let before = self.grid.cell(place.sheet, address(place))?.value ?? .empty
    return MistakenFile(
      grid: grid, place: place, deed: "\(place.sheet)!\(place.cell): \(before) → \(value)",
      contradicted: places)
  }

  /// The money of a field, and the model with another amount there.
  private func amount(_ key: FieldKey) -> Amount {
    switch key {
    case .figure(let id, let year):
      guard let index = model.proposal.years.firstIndex(of: year) else { return .zero }
      return model.proposal.lines.first { $0.id == id }?.figures[index].amount ?? .zero
    case .allocationFigure(let table, let row, let year):
      guard let index = model.proposal.years.firstIndex(of: year) else { return .zero }
      return model.proposal.allocations.first { $0.table == table }?.rows[row].figures[index].amount ?? .zero
    default: return .zero
    }
  }

  private func setting(_ key: FieldKey, to amount: Amount, in model: EntryModel) -> EntryModel {
    var model = model
    switch key {
    case .figure(let id, let year):
      if let line = model.proposal.lines.firstIndex(where: { $0.id == id }),
        let index = model.proposal.years.firstIndex(of: year)
      {
        model.proposal.lines[line].figures[index] = .amount(amount)
      }
    case .allocationFigure(let table, let row, let year):
      if let place = model.proposal.allocations.firstIndex(where: { $0.table == table }),
        let index = model.proposal.years.firstIndex(of: year)
      {
        model.proposal.allocations[place].rows[row].figures[index] = .amount(amount)
      }
    default: break
    }
    return model
  }

  private func stored(_ place: CellPlace) -> String? {
    if case .number(let stored)? = grid.cell(place.sheet, address(place))?.value { stored } else { nil }
  }

  private func figure(_ kind: MistakeKind, _ random: inout SeededNumbers) -> MistakenFile? {
    let filled = figures.filter { amount($0) != .zero }
    guard let key = filled.randomElement(using: &random), let place = model.places[key],
      let stored = stored(place),
      let typed = Mistakes.number(stored, kind, unit: model.unit, &random)
    else { return nil }
    var changed = setting(key, to: typed.amount ?? .zero, in: model)
    if typed.amount == nil { changed.wrong.insert(place) }
    return finished(place, typed.value, changed)
  }

  private func payback(_ kind: MistakeKind, _ random: inout SeededNumbers) -> MistakenFile? {
    let isService = random.chance(50)
    guard
      let place = model.places[
        .proposal(isService ? .servicePayback : .totalPayback)],
      let stored = stored(place), let typed = Mistakes.number(stored, kind, unit: .kroner, &random)
    else { return nil }
    var changed = model
    let isWhole = typed.amount.map { $0.oere % 100 == 0 && $0.oere >= 0 } ?? false
    let years = isWhole && kind != .blanked ? typed.amount.map { Int($0.oere / 100) } : nil
    if isService { changed.proposal.payback.service = years } else { changed.proposal.payback.total = years }
    if !isWhole, kind != .blanked { changed.wrong.insert(place) }
    return finished(place, typed.value, changed)
  }

  /// A number typed over the formula of a total.
  private func total(_ kind: MistakeKind, _ random: inout SeededNumbers) -> MistakenFile? {
    let columns = Dictionary(grouping: figures.compactMap { model.places[$0] }, by: \.sheet)
    guard let sheet = columns.keys.sorted().randomElement(using: &random),
      let years = columns[sheet].map({ Set($0.map { address($0).column }) }),
      let cells = grid.workbook.sheet(named: sheet)?.cells.filter({ cell in
        guard cell.formula != nil, years.contains(cell.address.column), case .number(let stored) = cell.value
        else { return false }
        return stored != "0"
      }), let cell = cells.randomElement(using: &random), case .number(let stored) = cell.value,
      let typed = Mistakes.number(stored, kind, unit: model.unit, &random)
    else { return nil }
    let place = CellPlace(sheet, cell.address)
    var changed = model
    if kind != .blanked { changed.wrong.insert(place) }
    return finished(place, typed.value, changed)
  }

  private func moved(_ random: inout SeededNumbers) -> MistakenFile? {
    guard let key = figures.filter({ amount($0) != .zero }).randomElement(using: &random),
      let from = model.places[key],
      let value = grid.cell(from.sheet, address(from))?.value
    else { return nil }
    let step = random.pick([-1, 1])
    let target: FieldKey
    switch key {
    case .figure(let id, let year): target = .figure(id, year: year + step)
    case .allocationFigure(let table, let row, let year):
      target = .allocationFigure(table, row, year: year + step)
    default: return nil
    }
    guard let to = model.places[target] else { return nil }
    let changed = setting(target, to: amount(key), in: setting(key, to: .zero, in: model))
    var file = finished(from, .empty, changed)
    file.grid.set(to.sheet, address(to), to: value)
    file.deed += ", to \(to.cell)"
    if !file.contradicted.isEmpty { file.contradicted.insert(to) }
    return file
  }

  private func deleted(_ random: inout SeededNumbers) -> MistakenFile? {
    var changed = model
    let sheet: String
    let row: Int
    if random.chance(50), let table = changed.proposal.allocations.indices.randomElement(using: &random) {
      let stated = changed.proposal.allocations[table]
      let index = random.number(0...stated.rows.count - 1)
      guard let place = model.places[.allocationFigure(stated.table, index, year: model.proposal.years[0])]
      else { return nil }
      (sheet, row) = (place.sheet, address(place).row)
      changed.proposal.allocations[table].rows[index].figures = model.proposal.years.map { _ in .blank }
      changed.proposal.allocations[table].rows[index].account = nil
    } else {
      let index = random.number(0...changed.proposal.lines.count - 1)
      guard let place = model.places[.figure(changed.proposal.lines[index].id, year: model.proposal.years[0])]
      else { return nil }
      (sheet, row) = (place.sheet, address(place).row)
      changed.proposal.lines.remove(at: index)
    }
    // Rows below move up, so the cells that may be blamed are those of the columns, a row higher.
    let places = changed.contradictions.map { place -> CellPlace in
      let address = address(place)
      return place.sheet == sheet && address.row > row
        ? CellPlace(sheet, CellAddress(row: address.row - 1, column: address.column)) : place
    }
    var grid = grid
    grid.delete(sheet, row: row)
    return MistakenFile(
      grid: grid, place: CellPlace(sheet, "A\(row)"), deed: "\(sheet): row \(row) deleted",
      contradicted: Set(places).union(changed.contradictions))
  }

  private func misspelt(_ random: inout SeededNumbers) -> MistakenFile? {
    let known = KnownNames(file.round)
    let keys = model.places.keys.filter { key in
      switch key {
      case .line(_, .committee), .line(_, .unit), .line(_, .rule),
        .proposal(.presenting),
        .proposal(.affected), .proposal(.rule), .key:
        true
      default: false
      }
    }.sorted { "\($0)" < "\($1)" }
    guard let key = keys.randomElement(using: &random), var place = model.places[key] else { return nil }
    if case .key = key { place = CellPlace(place.sheet, CellAddress(row: address(place).row, column: 1)) }
    guard case .text(let text)? = grid.cell(place.sheet, address(place))?.value else { return nil }
    var changed = model
    let typed: String
    switch key {
    case .line(_, .rule), .proposal(.rule):
      let recipients = rule(key)?.recipients ?? []
      guard let name = recipients.randomElement(using: &random)?.committee else { return nil }
      let wrong = Mistakes.name(name, &random)
      guard !known.contains(wrong), let range = text.firstRange(of: name) else { return nil }
      typed = text.replacingCharacters(range, with: wrong)
      changed.wrong.insert(place)
    default:
      let separator: Character = text.contains("/") ? "/" : ","
      var names = text.split(separator: separator).map(String.init)
      let index = random.number(0...names.count - 1)
      let name = names[index].hasPrefix(" ") ? String(names[index].dropFirst()) : names[index]
      let wrong = Mistakes.name(name, &random)
      if !known.contains(wrong) { changed.wrong.insert(place) }
      names[index] = (names[index].hasPrefix(" ") ? " " : "") + wrong
      typed = names.joined(separator: String(separator))
    }
    return finished(place, .text(typed), changed)
  }

  private func rule(_ key: FieldKey) -> DistributionRule? {
    switch key {
    case .line(let id, _): model.proposal.lines.first { $0.id == id }?.rule
    case .proposal: model.proposal.rule
    default: nil
    }
  }

  private func year(_ random: inout SeededNumbers) -> MistakenFile? {
    guard let sheet = model.years.keys.sorted().randomElement(using: &random),
      let year = model.proposal.years.randomElement(using: &random), let place = model.header(sheet, year),
      let index = model.proposal.years.firstIndex(of: year)
    else { return nil }
    var changed = model
    let wrong = Mistakes.year(year, &random)
    changed.years[sheet]?[index] = wrong
    changed.wrong.insert(place)
    var file = finished(place, .number(String(wrong)), changed)
    file.contradicted.formUnion(model.headers(sheet))
    return file
  }

  private func priceLevel(_ random: inout SeededNumbers) -> MistakenFile? {
    guard let level = model.proposal.priceLevel else { return nil }
    let wrong = Mistakes.year(level, &random)
    var changed = model
    if random.chance(60), let table = model.proposal.allocations.randomElement(using: &random) {
      let place = CellPlace(
        table.table == .distribution ? "Fordeling" : "Tabel \(table.table.rawValue)", "A2")
      guard case .text(let text)? = grid.cell(place.sheet, address(place))?.value else { return nil }
      changed.wrong.insert(place)
      return finished(place, .text(text.replacing(String(level), with: String(wrong))), changed)
    }
    guard let place = model.places[.proposal(.priceLevel)] else { return nil }
    changed.wrong.insert(place)
    return finished(place, .number(String(wrong)), changed)
  }

  private func percentage(_ random: inout SeededNumbers) -> MistakenFile? {
    let keys = ([FieldKey.proposal(.rule)] + model.proposal.lines.map { .line($0.id, .rule) })
      .filter { key in
        if case .percentages? = rule(key) { true } else { false }
      }
    guard let key = keys.randomElement(using: &random), let place = model.places[key],
      case .text(let text)? = grid.cell(place.sheet, address(place))?.value,
      let typed = Mistakes.percentage(text, &random)
    else { return nil }
    var changed = model
    changed.wrong.insert(place)
    return finished(place, .text(typed), changed)
  }
}

extension String {
  /// The text with the characters of a range replaced.
  fileprivate func replacingCharacters(_ range: Range<String.Index>, with other: String) -> String {
    self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
