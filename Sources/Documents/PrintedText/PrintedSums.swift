/// A row of a proposal by its table and its place there.
struct RowPlace: Hashable {
  var table: Int
  var row: Int
}

/// A sum that the tables of a proposal state: the terms add up to zero in every year.
struct PrintedSum {
  var terms: [(place: RowPlace, isMinus: Bool)]
  /// The row that states it, as a person names it.
  var name: String
  /// How many figures are rounded each by itself in it.
  var addends: Int
}

/// The sums of a proposal: totals of sections and tables, the sum of the sections, and each table against the main
/// one.
struct PrintedSums {
  let tables: [PrintedTable]
  let words: PrintedWords
  private(set) var all: [PrintedSum] = []

  init(tables: [PrintedTable], words: PrintedWords) {
    self.tables = tables
    self.words = words
    for index in tables.indices { addTotals(index) }
    guard let main = tables.firstIndex(where: { $0.meaning.isMain }) else { return }
    for index in tables.indices where tables[index].meaning.repeatsMain && index != main {
      addRepetition(of: main, in: index)
    }
  }

  // MARK: - Sections

  /// A section of a table: its lines and its totals.
  struct Section {
    var kind: PrintedSection?
    var lines: [Int] = []
    var totals: [(row: Int, lines: [Int])] = []
  }

  static func sections(of table: PrintedTable) -> [Section] {
    var sections = [Section(kind: table.meaning.section)]
    for (index, row) in table.rows.enumerated() {
      switch row.kind {
      case .section(let kind): sections.append(Section(kind: kind))
      case .line where !row.pieces.isEmpty: sections[sections.count - 1].lines.append(index)
      case .total: sections[sections.count - 1].totals.append((index, sections[sections.count - 1].lines))
      default: break
      }
    }
    return sections
  }

  private mutating func addTotals(_ index: Int) {
    let table = tables[index]
    if table.hasCommittees {
      addCommittees(index)
      return
    }
    let sections = Self.sections(of: table)
    for section in sections {
      for total in section.totals where !table.rows[total.row].pieces.isEmpty {
        let area = areaInLabel(table.rows[total.row])
        let lines = area.map { self.lines(section.lines, of: $0, in: table) } ?? section.lines
        add(lines.map { RowPlace(table: index, row: $0) }, equal: RowPlace(table: index, row: total.row))
      }
    }
    for (row, content) in table.rows.enumerated() where content.kind == .grandTotal && !content.pieces.isEmpty
    {
      let parts = sections.filter { $0.kind != .other }.flatMap { part in
        whole(part, in: table).map { [$0] } ?? part.lines
      }
      add(parts.map { RowPlace(table: index, row: $0) }, equal: RowPlace(table: index, row: row))
    }
  }

  /// The total of a section over all its control areas.
  private func whole(_ section: Section, in table: PrintedTable) -> Int? {
    section.totals.last { total in
      !table.rows[total.row].pieces.isEmpty
        && (areaInLabel(table.rows[total.row]) == nil || !table.meaning.isMain)
    }?.row
  }

  private mutating func addCommittees(_ index: Int) {
    let table = tables[index]
    let totals = table.rows.indices.filter { words.rowKind(table.rows[$0].committee ?? "") == .total }
    for total in totals where !table.rows[total].pieces.isEmpty {
      let share = table.rows[total].share
      let rows = table.rows.indices.filter { row in
        !totals.contains(row) && table.rows[row].share == share && !table.rows[row].pieces.isEmpty
      }
      add(rows.map { RowPlace(table: index, row: $0) }, equal: RowPlace(table: index, row: total))
    }
  }

  private mutating func add(_ parts: [RowPlace], equal total: RowPlace) {
    guard !parts.isEmpty else { return }
    let row = tables[total.table].rows[total.row]
    let name = row.label.isEmpty ? row.committee ?? "" : row.label
    all.append(
      PrintedSum(
        terms: parts.map { ($0, false) } + [(total, true)], name: name, addends: parts.count))
  }

  // MARK: - Against the main table

  private mutating func addRepetition(of main: Int, in index: Int) {
    let table = tables[index]
    guard let kind = table.meaning.section else { return }
    guard let section = Self.sections(of: tables[main]).first(where: { $0.kind == kind }) else { return }
    let wanted = wantedRows(section, area: table.meaning.controlArea, main: main)
    let own = ownRows(index)
    guard let wanted, !own.isEmpty else { return }
    let name = table.caption ?? ""
    all.append(
      PrintedSum(
        terms: own.map { (RowPlace(table: index, row: $0), false) }
          + wanted.map { (RowPlace(table: main, row: $0), true) },
        name: name, addends: max(own.count, wanted.count)))
  }

  private func ownRows(_ index: Int) -> [Int] {
    let table = tables[index]
    let totals = table.rows.indices.filter { row in
      let content = table.rows[row]
      let isTotal = content.kind == .total || words.rowKind(content.committee ?? "") == .total
      return isTotal && !content.pieces.isEmpty && content.share == nil
    }
    if let total = totals.last { return [total] }
    return table.rows.indices.filter { table.rows[$0].kind == .line && !table.rows[$0].pieces.isEmpty }
  }

  /// The rows of the main table that a detail table repeats; `nil` where its lines do not say their area.
  private func wantedRows(_ section: Section, area: Int?, main: Int) -> [Int]? {
    let table = tables[main]
    let areas = section.lines.map { self.area(table.rows[$0].controlArea) }
    let total = whole(section, in: table)
    let common = total.flatMap { self.area(table.rows[$0].controlArea) }
    guard let area else { return total.map { [$0] } ?? (section.lines.isEmpty ? nil : section.lines) }
    if areas.allSatisfy({ ($0 ?? common) == area }) { return total.map { [$0] } ?? section.lines }
    guard !areas.contains(nil) || common != nil else { return nil }
    let rows = section.lines.indices.filter { (areas[$0] ?? common) == area }.map { section.lines[$0] }
    return rows.isEmpty ? nil : rows
  }

  // MARK: - Control areas

  private func lines(_ lines: [Int], of area: Int, in table: PrintedTable) -> [Int] {
    let known = lines.filter { self.area(table.rows[$0].controlArea) != nil }
    return known.isEmpty ? lines : lines.filter { self.area(table.rows[$0].controlArea) == area }
  }

  /// The control area at the end of a total's label (`…, service`).
  private func areaInLabel(_ row: PrintedRow) -> Int? {
    let key = PrintedKey(row.label)
    return words.controlAreas.indices.first { area in
      words.controlAreas[area].contains { key.ends(with: PrintedKey($0)) }
    }
  }

  /// The number of a control area by its words.
  func area(_ text: String?) -> Int? {
    guard let text else { return nil }
    let key = PrintedKey.of(text)
    return words.controlAreas.firstIndex { $0.contains { PrintedKey.of($0) == key } }
  }
}
