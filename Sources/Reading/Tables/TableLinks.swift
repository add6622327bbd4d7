import AllocationTables
package import ProposalModel

/// Which rows of the detail tables belong to which line of Tabel 1: attached where their sums agree per
/// section, area and year.
package struct TableLinks: Sendable {
  /// A row of a table, by index.
  package struct Reference: Hashable, Sendable {
    /// The index of the table.
    package var table: Int
    /// The index of the row.
    package var row: Int
  }

  /// A row whose name for its line is contradicted by its figures.
  package struct Misnamed: Hashable, Sendable {
    /// The row.
    package var reference: Reference
    /// The row of Tabel 1 that carries its money, by index.
    package var line: Int
  }

  /// The children of each line of Tabel 1, by the line's row index, in the order of the detail tables.
  package private(set) var children: [Int: [Reference]] = [:]
  /// The rows of the tables by delivery and the tables by control area that no line of Tabel 1 carries.
  package private(set) var unattached: [Reference] = []
  /// Rows that show the same money as children from delivery tables: attached too, but not needed as lines.
  package private(set) var seconds: [Int: [Reference]] = [:]
  /// Rows that name another line of Tabel 1 than the one that carries their money.
  package private(set) var misnamed: [Misnamed] = []
  /// The areas of the lines of Tabel 1, completed by those of the detail tables.
  package private(set) var areas: [Int: ControlArea]
  /// The lines whose area only the detail table tells.
  package private(set) var fromDetail: Set<Int> = []

  private let tables: [ReadTable]
  private let one: ReadTable

  /// Links all detail tables of `tables` with the Tabel 1 at index `place`.
  package init(_ tables: [ReadTable], tableOne place: Int) {
    self.tables = tables
    one = tables[place]
    areas = TableOneAreas(tables[place]).areas
    for section in LineSection.allCases {
      let deliveries = references(section) { $0 == .delivery }
      let details = references(section) { $0 != .delivery }
      if deliveries.isEmpty {
        children.merge(link(section, details, keepRest: true)) { first, _ in first }
      } else {
        children.merge(link(section, deliveries, keepRest: true)) { first, _ in first }
        seconds.merge(link(section, details, keepRest: true)) { first, _ in first }
      }
    }
    for (line, references) in children where areas[line] == nil {
      let found = Set(references.compactMap(area))
      if found.count == 1, let area = found.first {
        areas[line] = area
        fromDetail.insert(line)
      }
    }
  }

  /// The area of a row of Tabel 1.
  package func areas(of row: ReadRow, in table: ReadTable) -> ControlArea? {
    table.rows.firstIndex { $0.number == row.number }.flatMap { areas[$0] }
  }

  private func references(_ section: LineSection, _ isWanted: (BudgetTableKind) -> Bool) -> [Reference] {
    tables.indices.flatMap { table -> [Reference] in
      guard let kind = tables[table].kind, isWanted(kind) else { return [] }
      switch kind {
      case .permanent, .investment, .loan, .delivery: break
      default: return []
      }
      return tables[table].rows.indices.filter { row in
        let read = tables[table].rows[row]
        return read.row.kind == .line && read.row.section == section
          && !(read.isBlank && read.row.text.isEmpty)
      }.map { Reference(table: table, row: $0) }
    }
  }

  private func area(_ reference: Reference) -> ControlArea? {
    switch tables[reference.table].kind {
    case .permanent(let area)?, .investment(let area)?:
      area ?? tables[reference.table].rows[reference.row].row.controlArea
    default: tables[reference.table].rows[reference.row].row.controlArea
    }
  }

  private func sums(_ reference: Reference) -> YearSums {
    let table = tables[reference.table]
    return YearSums(table.rows[reference.row]).aligned(from: table.years, to: one.years)
  }

  private mutating func link(_ section: LineSection, _ references: [Reference], keepRest: Bool) -> [Int:
    [Reference]]
  {
    let lines = one.rows.indices.filter {
      one.rows[$0].row.kind == .line && one.rows[$0].row.section == section
    }
    var rest = references
    var found: [Int: [Reference]] = [:]
    func fits(_ line: Int, _ reference: Reference) -> Bool {
      guard let mine = areas[line], let theirs = area(reference) else { return true }
      return mine == theirs
    }
    func take(_ line: Int, _ taken: [Reference]) {
      found[line] = taken
      rest.removeAll(where: taken.contains)
    }
    let targets = Dictionary(uniqueKeysWithValues: lines.map { ($0, YearSums(one.rows[$0])) })
    for (line, named) in linkByName(lines, rest) {
      let sum = named.dropFirst().reduce(sums(named[0])) { $0 + sums($1) }
      if let target = targets[line], sum.agrees(with: target) { take(line, named) }
    }
    for sameText in [true, false] {
      for line in lines where found[line] == nil {
        guard let target = targets[line], sameText || !target.isZero else { continue }
        let text = one.rows[line].row.text
        let match = rest.first { reference in
          fits(line, reference) && sums(reference).agrees(with: target)
            && (!sameText || Spelling.same(text, tables[reference.table].rows[reference.row].row.text))
        }
        if let match { take(line, [match]) }
      }
    }
    for line in lines where found[line] == nil {
      guard let target = targets[line], !target.isZero else { continue }
      let candidates = rest.filter { fits(line, $0) }
      let choice = run(candidates, target) ?? subset(candidates, target)
      if let choice { take(line, choice) }
    }
    // A row alone under the name of a line is that line with other figures: a difference, told as one.
    for (line, named) in linkByName(lines.filter { found[$0] == nil }, rest) where named.count == 1 {
      take(line, named)
    }
    misnamed += misnamed(references, found)
    if keepRest {
      unattached += rest.filter { !sums($0).isZero || !tables[$0.table].rows[$0.row].unreadable.isEmpty }
    }
    return found
  }

  /// The rows that say that they show a line (as the long CSV does), by line. A name that two lines of Tabel 1
  /// have says nothing.
  private func linkByName(_ lines: [Int], _ references: [Reference]) -> [(line: Int, references: [Reference])]
  {
    let owners = Dictionary(one.rows.flatMap(\.row.lineIDs).map { ($0, 1) }, uniquingKeysWith: +)
    return lines.compactMap { line in
      let names = Set(one.rows[line].row.lineIDs.filter { owners[$0] == 1 })
      let named = references.filter { reference in
        let own = self.names(reference)
        return !own.isEmpty && names.isSuperset(of: own)
      }
      return named.isEmpty ? nil : (line, named)
    }
  }

  private func names(_ reference: Reference) -> [String] {
    tables[reference.table].rows[reference.row].row.lineIDs
  }

  /// The rows with names of which none is their line's, or one is no line's.
  private func misnamed(_ references: [Reference], _ found: [Int: [Reference]]) -> [Misnamed] {
    let known = Set(one.rows.flatMap(\.row.lineIDs))
    guard !known.isEmpty else { return [] }
    return references.compactMap { reference in
      let own = names(reference)
      guard !own.isEmpty, tables[reference.table].rows[reference.row].hasMoney,
        let line = found.first(where: { $0.value.contains(reference) })?.key
      else { return nil }
      let isRight = known.isSuperset(of: own) && !Set(one.rows[line].row.lineIDs).isDisjoint(with: own)
      return isRight ? nil : Misnamed(reference: reference, line: line)
    }
  }

  /// Neighbouring rows that add up to `target`.
  private func run(_ candidates: [Reference], _ target: YearSums) -> [Reference]? {
    for start in candidates.indices {
      var sum = sums(candidates[start])
      for end in candidates.indices where end > start {
        sum = sum + sums(candidates[end])
        if sum.agrees(with: target) { return Array(candidates[start...end]) }
      }
    }
    return nil
  }

  /// Any two or more rows that add up to `target`, within a bounded search.
  private func subset(_ candidates: [Reference], _ target: YearSums) -> [Reference]? {
    guard (2...24).contains(candidates.count) else { return nil }
    let vectors = candidates.map(sums)
    var steps = 0
    func search(_ index: Int, _ left: YearSums, _ chosen: [Int]) -> [Int]? {
      steps += 1
      if steps > 20_000 { return nil }
      if chosen.count > 1, left.isZero { return chosen }
      guard index < vectors.count else { return nil }
      return search(index + 1, left - vectors[index], chosen + [index]) ?? search(index + 1, left, chosen)
    }
    return search(0, target, []).map { $0.map { candidates[$0] } }
  }
}
