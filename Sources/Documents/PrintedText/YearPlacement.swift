/// Places the figures of a proposal's tables in years: by their number, by all sums together, by rows that repeat
/// each other, by the spaces left, and at last by custom, each with what it rests on.
struct YearPlacement {
  private(set) var tables: [PrintedTable]
  let words: PrintedWords
  /// All years of the proposal's tables.
  let years: [Int]
  var readings: [RowPlace: [FigureReading]] = [:]
  var chosen: [RowPlace: FigureReading] = [:]
  /// For each placed row: the index of the year of each figure, over ``years``.
  var placed: [RowPlace: [Int]] = [:]
  var sums: [PrintedSum] = []
  /// The columns of each table whose places are known.
  let columns: [PlacedColumns?]

  /// Rows beyond this many are no proposal; their figures are searched for no sums.
  static let rowLimit = 2_000

  /// In more sums than this that hang together none is left out to find the wrong one.
  static let dropLimit = 24

  let budget: SearchBudget

  /// Whether the places of figures are only about right, as in text that keeps them by spaces: then sums come
  /// first, places need not contradict them, and custom decides nothing.
  let hasRoughPlaces: Bool

  init(
    tables: [PrintedTable], words: PrintedWords, budget: SearchBudget = SearchBudget(),
    hasRoughPlaces: Bool = false
  ) {
    self.budget = budget
    self.hasRoughPlaces = hasRoughPlaces
    self.tables = tables
    self.words = words
    years = Array(Set(tables.flatMap(\.years))).sorted()
    columns = tables.map(PlacedColumns.init)
  }

  /// Places all figures.
  mutating func run() {
    guard years.count <= 60 else { return }
    for table in tables.indices {
      for row in tables[table].rows.indices { choose(RowPlace(table: table, row: row)) }
    }
    guard chosen.count <= Self.rowLimit else {
      finish()
      return
    }
    sums = PrintedSums(tables: tables, words: words).all
    tryOtherReadings()
    solve()
    copyRepeated()
    solve()
    placeBySpaces()
    solve()
    copyRepeated()
    solve()
    if !hasRoughPlaces { placeByCustom() }
    finish()
  }

  subscript(place: RowPlace) -> PrintedRow { tables[place.table].rows[place.row] }

  // MARK: - Readings

  private mutating func choose(_ place: RowPlace) {
    let row = self[place]
    guard !row.pieces.isEmpty, row.payback == nil, !tables[place.table].isScattered else { return }
    if !hasRoughPlaces {
      if takePlaces(place) { return }
      if columns[place.table]?.isCrowded(row.pieces) ?? false { return }
    }
    let count = tables[place.table].years.count
    // Behind the control area, or where the figures are as many as the years, no number is one of the label.
    let isFull =
      FigureReadings.all(row.pieces, years: count, allowsNumber: false).first?.amounts.count == count
    let isNumbered =
      (row.pieces[0].followsWord || row.pieces[0].gap == nil) && !endsInArea(row)
      && (!isFull || endsInNumberedWord(row))
    var found = FigureReadings.all(row.pieces, years: count, allowsNumber: isNumbered)
    if isNumbered, endsInNumberedWord(row), let number = found.firstIndex(where: { $0.label.count == 1 }) {
      found.insert(found.remove(at: number), at: 0)
    }
    if let full = found.firstIndex(where: { $0.amounts.count == count && $0.label == found[0].label }) {
      found.insert(found.remove(at: full), at: 0)
    }
    guard let first = found.first else { return }
    readings[place] = found
    take(first, place)
  }

  /// Figures that stand under their years.
  private mutating func takePlaces(_ place: RowPlace) -> Bool {
    guard let columns = columns[place.table], let cells = columns.cells(of: self[place].pieces) else {
      return false
    }
    let own = ownYears(place.table)
    let amounts = cells.compactMap { PrintedAmount(joining: $0.texts) }
    guard amounts.count == cells.count else { return false }
    chosen[place] = FigureReading(amounts: amounts, label: [])
    placed[place] = cells.map { own[$0.column] }
    return true
  }

  private mutating func take(_ reading: FigureReading, _ place: RowPlace) {
    chosen[place] = reading
    placed[place] = nil
    let own = ownYears(place.table)
    if reading.amounts.count == own.count { placed[place] = own }
  }

  private func endsInArea(_ row: PrintedRow) -> Bool {
    let text = (row.fragments.last ?? "").lowercased().trimmingSpaces
    return words.controlAreas.joined().contains {
      text == $0.lowercased() || text.hasSuffix(" " + $0.lowercased())
    }
  }

  private func endsInNumberedWord(_ row: PrintedRow) -> Bool {
    let text = (row.fragments.last ?? "").lowercased()
    let last = text.split(separator: " ").last.map(String.init) ?? ""
    return words.numberedWords.contains { last.hasSuffix($0) }
  }

  /// The years of a table as indices of the proposal's.
  func ownYears(_ table: Int) -> [Int] {
    tables[table].years.compactMap { years.firstIndex(of: $0) }
  }

  /// Where a sum fails with the likeliest readings and holds with another reading of one row, that one is right.
  private mutating func tryOtherReadings() {
    for sum in sums {
      let places = sum.terms.map(\.place)
      let open = places.filter { (readings[$0]?.count ?? 0) > 1 }
      guard !open.isEmpty, !isPossible(sum) else { continue }
      let fits = open.flatMap { place in readings[place, default: []].dropFirst().map { (place, $0) } }
        .filter { place, reading in
          budget.spend(chosen.count)
          guard budget.steps > 0 else { return false }
          var other = self
          other.take(reading, place)
          return other.isPossible(sum)
        }
      if let first = fits.first, Set(fits.map(\.0)).count == 1 { take(first.1, first.0) }
    }
  }

  func isPossible(_ sum: PrintedSum) -> Bool {
    budget.spend(sum.terms.count)
    guard budget.steps > 0 else { return true }
    let open = openPlaces([sum])
    guard !open.isEmpty else {
      let tolerance = Tolerance.rounding.hundredths(sum.addends)
      return known(sum).allSatisfy { abs($0 ?? 0) <= tolerance }
    }
    var search = search(for: [sum], open: open, tolerance: .rounding)
    return search.run(budget)?.isFeasible ?? true
  }

  // MARK: - Sums

  /// How far from zero a sum may be.
  private enum Tolerance: CaseIterable {
    case none, one, rounding
    func hundredths(_ addends: Int) -> Int64 {
      switch self {
      case .none: 0
      case .one: 100
      case .rounding: Int64(max(1, (addends + 1) / 2) * 100)
      }
    }
  }

  private func openPlaces(_ sums: [PrintedSum]) -> [RowPlace] {
    var seen: Set<RowPlace> = []
    return sums.flatMap { $0.terms.map(\.place) }.filter {
      chosen[$0] != nil && placed[$0] == nil && seen.insert($0).inserted
    }
  }

  private func search(
    for sums: [PrintedSum], open: [RowPlace], tolerance: Tolerance, contiguous: Bool = false
  ) -> YearSearch {
    let index = Dictionary(uniqueKeysWithValues: open.enumerated().map { ($1, $0) })
    let rows = open.map { place in
      SearchRow(
        figures: chosen[place]?.amounts.map(\.value) ?? [],
        allowed: ownYears(place.table).reduce(UInt64(0)) { $0 | 1 << UInt64($1) }, isContiguous: contiguous)
    }
    let searched = sums.map { sum in
      SearchSum(
        terms: sum.terms.compactMap { term in index[term.place].map { ($0, term.isMinus) } },
        known: known(sum), tolerance: tolerance.hundredths(sum.addends))
    }
    return YearSearch(rows: rows, sums: searched, years: years.count)
  }

  /// What the rows of a sum whose years are known add in each year.
  func known(_ sum: PrintedSum) -> [Int64?] {
    var totals: [Int64?] = Array(repeating: 0, count: years.count)
    for term in sum.terms {
      guard let places = placed[term.place], let amounts = chosen[term.place]?.amounts else { continue }
      for (amount, year) in zip(amounts, places) {
        guard let value = amount.value, let total = totals[year] else {
          totals[year] = nil
          continue
        }
        totals[year] = total &+ (term.isMinus ? -value : value)
      }
    }
    return totals
  }

  /// Solves all sums that hang together, and where they contradict each other, each of them alone.
  private mutating func solve() {
    for component in components() {
      if solveTogether(component) { continue }
      // With one sum left out: a printed total can be wrong.
      for left in component.indices where component.count <= Self.dropLimit {
        var rest = component
        rest.remove(at: left)
        if !rest.isEmpty, solveTogether(rest) { break }
      }
      for sum in component.sorted(by: { $0.terms.count < $1.terms.count }) { _ = solveTogether([sum]) }
    }
  }

  /// Sums that share rows whose years are not known.
  private func components() -> [[PrintedSum]] {
    var groups: [(sums: [PrintedSum], rows: Set<RowPlace>)] = []
    for sum in sums {
      let rows = Set(openPlaces([sum]))
      guard !rows.isEmpty else { continue }
      var joined = (sums: [sum], rows: rows)
      groups.removeAll { group in
        guard !group.rows.isDisjoint(with: joined.rows) else { return false }
        joined.sums = group.sums + joined.sums
        joined.rows.formUnion(group.rows)
        return true
      }
      groups.append(joined)
    }
    return groups.map(\.sums)
  }

  /// Whether the sums agree; rows that have one placement then are placed.
  private mutating func solveTogether(_ sums: [PrintedSum]) -> Bool {
    budget.spend(sums.reduce(0) { $0 + $1.terms.count })
    guard budget.steps > 0 else { return false }
    let open = openPlaces(sums)
    guard !open.isEmpty else { return true }
    for tolerance in Tolerance.allCases {
      var search = search(for: sums, open: open, tolerance: tolerance)
      guard let outcome = search.run(budget) else { return false }
      guard outcome.isFeasible else { continue }
      take(outcome, open, sums)
      return true
    }
    return false
  }

  private mutating func take(_ outcome: YearSearch.Outcome, _ open: [RowPlace], _ sums: [PrintedSum]) {
    for (index, place) in open.enumerated() {
      let amounts = chosen[place]?.amounts ?? []
      let figures = outcome.years[index]
      let money = figures.indices.filter { !amounts[$0].isZero }
      guard !money.isEmpty, money.allSatisfy({ figures[$0].nonzeroBitCount == 1 }) else { continue }
      let names = sums.filter { $0.terms.contains { $0.place == place } }.map(\.name)
      set(place, figures.map { $0.trailingZeroBitCount }, certainty: .proved(sums: names))
    }
  }

  private mutating func set(_ place: RowPlace, _ indices: [Int], certainty: Certainty) {
    placed[place] = indices
    tables[place.table].rows[place.row].certainty = certainty
  }

  // MARK: - Rows that repeat each other

  /// A row whose figures are those of one placed row of another table has its years: the row has the same label,
  /// or two figures or more that are not the same.
  private mutating func copyRepeated() {
    let known = placed
    for place in openRows() {
      let amounts = chosen[place]?.amounts ?? []
      let money = amounts.compactMap(\.value).filter { $0 != 0 }
      guard !money.isEmpty, money.count == amounts.filter({ !$0.isZero }).count else { continue }
      let same = known.filter { other, _ in other.table != place.table && self.money(other) == money }
      let named = same.filter { PrintedKey.of(self[$0.key].label) == PrintedKey.of(self[place].label) }
      let source = named.isEmpty ? same : named
      guard !named.isEmpty || Set(money).count >= 2 else { continue }
      let found = Set(source.map { moneyYears($0.key, $0.value) })
      guard found.count == 1, let target = found.first,
        let other = source.map(\.key).min(by: { ($0.table, $0.row) < ($1.table, $1.row) }),
        let indices = withZeros(amounts, money: target, in: ownYears(place.table)), agrees(place, indices)
      else { continue }
      set(place, indices, certainty: .repeated(row: self[other].label))
    }
  }

  private func money(_ place: RowPlace) -> [Int64] {
    chosen[place]?.amounts.compactMap(\.value).filter { $0 != 0 } ?? []
  }

  private func openRows() -> [RowPlace] {
    chosen.keys.filter { placed[$0] == nil }.sorted { ($0.table, $0.row) < ($1.table, $1.row) }
  }

  private func moneyYears(_ place: RowPlace, _ indices: [Int]) -> [Int] {
    zip(chosen[place]?.amounts ?? [], indices).filter { !$0.0.isZero }.map(\.1)
  }

  /// Years for all figures where those of the money are known: zeros stand beside them.
  private func withZeros(_ amounts: [PrintedAmount], money: [Int], in own: [Int]) -> [Int]? {
    let positions = money.compactMap { own.firstIndex(of: $0) }
    guard positions.count == money.count else { return nil }
    var next = 0
    var used = Array(repeating: -1, count: amounts.count)
    for (index, amount) in amounts.enumerated() where !amount.isZero {
      used[index] = positions[next]
      next += 1
    }
    // Zeros behind a figure follow it, zeros before the first stand before it.
    guard let first = used.firstIndex(where: { $0 >= 0 }) else { return nil }
    for index in (0..<first).reversed() { used[index] = used[index + 1] - 1 }
    for index in used.indices where used[index] < 0 && index > first { used[index] = used[index - 1] + 1 }
    guard used.allSatisfy({ own.indices.contains($0) }), zip(used, used.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    return used.map { own[$0] }
  }

  /// Whether no sum that is known in full but for this row contradicts a placement.
  private func agrees(_ place: RowPlace, _ indices: [Int]) -> Bool {
    budget.spend(placed.count)
    guard budget.steps > 0 else { return false }
    var other = self
    other.placed[place] = indices
    return sums.filter { $0.terms.contains { $0.place == place } }.allSatisfy {
      other.isPossible($0) || !isPossible($0)
    }
  }

  // MARK: - Spaces and custom

  /// Rows whose spaces leave one answer, all of one component at a time: none is taken that a sum contradicts.
  private mutating func placeBySpaces() {
    takeTogether(.spaces) { placement, place in
      if placement.hasRoughPlaces { return placement.roughPlaces(place) }
      let table = placement.tables[place.table]
      let start = SpaceCount.start(
        of: placement[place], figures: placement.chosen[place]?.amounts.count ?? 0, years: table.years.count,
        hasSideColumn: table.hasControlAreas || table.hasAccounts)
      return start.map { start in
        let own = placement.ownYears(place.table)
        return (placement.chosen[place]?.amounts ?? []).indices.map { own[start + $0] }
      }
    }
  }

  /// The years nearest to which figures stand, each a year of its own.
  private func roughPlaces(_ place: RowPlace) -> [Int]? {
    guard let cells = columns[place.table]?.cells(of: self[place].pieces),
      cells.count == chosen[place]?.amounts.count
    else { return nil }
    let own = ownYears(place.table)
    return cells.map { own[$0.column] }
  }

  /// What goes on fills to the right, what ends to the left.
  private mutating func placeByCustom() {
    takeTogether(.custom) { placement, place in
      let amounts = placement.chosen[place]?.amounts ?? []
      let own = placement.ownYears(place.table)
      guard let section = placement.section(of: place), amounts.count <= own.count else { return nil }
      let isMoney = amounts.contains { !$0.isZero }
      let start = section == .permanent && isMoney ? own.count - amounts.count : 0
      return amounts.indices.map { own[start + $0] }
    }
  }

  /// Places the rows that hang together by sums at once; where the sums then contradict each other, the rows of
  /// the sums that fail stay open, so that the order of the rows decides nothing.
  private mutating func takeTogether(
    _ certainty: Certainty, _ choice: (YearPlacement, RowPlace) -> [Int]?
  ) {
    let before = self
    let possible = Set(sums.indices.filter { before.isPossible(sums[$0]) })
    var taken: [RowPlace: [Int]] = [:]
    for place in openRows() { taken[place] = choice(before, place) }
    while !taken.isEmpty {
      var trial = before
      trial.placed.merge(taken) { old, _ in old }
      let failed = sums.indices.filter { possible.contains($0) && !trial.isPossible(sums[$0]) }
      let guilty = failed.flatMap { sums[$0].terms.map(\.place) }.filter { taken[$0] != nil }
      if guilty.isEmpty { break }
      for place in guilty { taken[place] = nil }
    }
    for (place, indices) in taken { set(place, indices, certainty: certainty) }
  }

  /// The kind of money of a row: of its section, else of its table, else by a share of a committee.
  private func section(of place: RowPlace) -> PrintedSection? {
    var kind = tables[place.table].meaning.section
    for row in tables[place.table].rows[...place.row] {
      if case .section(let section) = row.kind { kind = section }
    }
    if self[place].kind == .grandTotal { return nil }
    return kind == .other ? nil : kind
  }

  // MARK: - The result

  private mutating func finish() {
    for table in tables.indices {
      for row in tables[table].rows.indices { finish(RowPlace(table: table, row: row)) }
    }
  }

  private mutating func finish(_ place: RowPlace) {
    let row = self[place]
    guard !row.pieces.isEmpty, row.payback == nil else { return }
    guard let reading = chosen[place] else {
      let text = row.pieces.map(\.text).joined(separator: " ")
      let isScattered = tables[place.table].isScattered
      tables[place.table].rows[place.row].certainty = .uncertain(readings: isScattered ? [] : [text])
      return
    }
    if !reading.label.isEmpty { append(reading.label, place) }
    let own = ownYears(place.table)
    if let indices = placed[place], !isDoubtful(place) {
      tables[place.table].rows[place.row].figures = zip(reading.amounts, indices).map { amount, year in
        PlacedFigure(amount: amount, year: own.firstIndex(of: year))
      }
    } else {
      tables[place.table].rows[place.row].figures = reading.amounts.map {
        PlacedFigure(amount: $0, year: nil)
      }
      tables[place.table].rows[place.row].certainty = .uncertain(readings: possible(place))
    }
  }

  private mutating func append(_ numbers: [String], _ place: RowPlace) {
    let label = self[place].label
    tables[place.table].rows[place.row].label = (label + " " + numbers.joined(separator: " ")).trimmingSpaces
  }

  /// For each figure: the years that the sums allow.
  private func possible(_ place: RowPlace) -> [String] {
    guard budget.steps > 0 else { return [] }
    let mine = sums.filter { $0.terms.contains { $0.place == place } }
    budget.spend(sums.reduce(0) { $0 + $1.terms.count })
    var search = search(
      for: mine, open: openPlaces(mine).contains(place) ? openPlaces(mine) : [place], tolerance: .rounding)
    let open = openPlaces(mine).contains(place) ? openPlaces(mine) : [place]
    guard let outcome = search.run(budget), outcome.isFeasible, let index = open.firstIndex(of: place) else {
      return []
    }
    return zip(chosen[place]?.amounts ?? [], outcome.years[index]).map { amount, bits in
      let possible = years.indices.filter { bits >> UInt64($0) & 1 == 1 }.map { String(years[$0]) }
      return amount.text + ": " + possible.joined(separator: "/")
    }
  }
}
