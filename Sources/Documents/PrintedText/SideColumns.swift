/// Divides the words of rows into label, control area and account.
struct SideColumns {
  let words: PrintedWords
  /// Names of accounts that stand in several rows (`Ordinær drift`), by their words.
  private(set) var names: [String] = []

  init(words: PrintedWords, tables: [PrintedTable]) {
    self.words = words
    for table in tables where table.hasAccounts { learn(table) }
    names.sort { $0.count > $1.count }
  }

  /// The table with the words of each row in their columns.
  func divided(_ table: PrintedTable) -> PrintedTable {
    var table = table
    for index in table.rows.indices {
      divide(&table.rows[index], in: table)
    }
    return table
  }

  private func divide(_ row: inout PrintedRow, in table: PrintedTable) {
    if case .section = row.kind {
      row.label = LabelText.joined(row.fragments, words: words)
      return
    }
    if divideByPlace(&row, in: table) { return }
    let (label, account) = table.hasAccounts ? account(in: row.fragments, table: table) : (row.fragments, [])
    row.account = account.isEmpty ? nil : LabelText.joined(account, words: words)
    row.label = LabelText.joined(label + row.late, words: words)
    if table.hasCommittees, row.late.isEmpty, let (name, rest) = committee(atStartOf: row.label) {
      row.label = name
      row.account = LabelText.joined([rest] + account, words: words)
      if row.committee != nil { row.committee = name }
    }
    if table.hasCommittees, !label.isEmpty, row.late.isEmpty, row.committee != nil, !account.isEmpty {
      row.committee = row.label
    }
    guard row.payback == nil else { return }
    if table.hasControlAreas || (table.hasAccounts && row.account == nil),
      let (rest, area) = controlArea(atEndOf: row.label)
    {
      row.label = rest
      if table.hasControlAreas { row.controlArea = area } else { row.account = area }
    }
  }

  /// Where the columns' places are known, they divide the words.
  private func divideByPlace(_ row: inout PrintedRow, in table: PrintedTable) -> Bool {
    let hasMarks = table.columns.contains { $0.role == .mark }
    guard let side = table.sideStart, table.hasAccounts || table.hasControlAreas || hasMarks,
      row.starts.count == row.fragments.count, !row.starts.contains(nil)
    else { return false }
    let isSide = row.starts.map { ($0 ?? 0) >= side - 4 }
    let label = zip(row.fragments, isSide).filter { !$0.1 }.map(\.0)
    let beside = LabelText.joined(zip(row.fragments, isSide).filter(\.1).map(\.0), words: words)
    row.label = LabelText.joined(label + row.late, words: words)
    if table.hasCommittees, !label.isEmpty { row.committee = row.label }
    guard row.payback == nil, !beside.isEmpty else { return true }
    if beside == "X" || beside == "x" {
      row.hasMark = true
    } else if table.hasControlAreas {
      row.controlArea = controlArea(atEndOf: "– " + beside)?.area ?? beside
    } else {
      row.account = beside
    }
    return true
  }

  /// A committee or unit and the words behind it, which name its account; `nil` where there are none.
  private func committee(atStartOf text: String) -> (name: String, rest: String)? {
    let key = PrintedKey(text)
    let names = words.committees.map(PrintedKey.init).filter { key.begins(with: $0) }
    guard let name = names.max(by: { $0.scalars.count < $1.scalars.count }),
      name.scalars.count < key.scalars.count
    else { return nil }
    let scalars = Array(text.unicodeScalars)
    let end = key.places[name.scalars.count - 1] + 1
    guard end < scalars.count, scalars[end] == " " else { return nil }
    let rest = String(String.UnicodeScalarView(scalars[end...])).trimmingSpaces
    return (String(String.UnicodeScalarView(scalars[..<end])), rest)
  }

  // MARK: - Control areas

  /// Where the cells stand that hold a control area and nothing else: their heading may stand further right.
  static func areaStart(_ table: PrintedTable, behind left: Double, words: PrintedWords) -> Double? {
    guard table.hasControlAreas else { return nil }
    let areas = words.controlAreas.joined()
    let cells = table.rows.filter { $0.starts.count == $0.fragments.count }.flatMap {
      zip($0.fragments, $0.starts)
    }
    return cells.compactMap { text, start in areas.contains(text) ? start : nil }.filter { $0 > left }.min()
  }

  /// The label and the control area behind it, if it ends with one.
  func controlArea(atEndOf text: String) -> (label: String, area: String)? {
    let key = PrintedKey(text)
    let scalars = Array(text.unicodeScalars)
    for spelling in words.controlAreas.flatMap({ $0 }).sorted(by: { $0.count > $1.count }) {
      let wanted = PrintedKey(spelling)
      guard key.ends(with: wanted), key.scalars.count >= wanted.scalars.count else { continue }
      let start = key.places[key.scalars.count - wanted.scalars.count]
      guard scalars[start].properties.isUppercase else { continue }
      let before = String(String.UnicodeScalarView(scalars[..<start])).trimmingSpaces
      guard !before.hasSuffix(","), !before.hasSuffix("-") else { continue }
      return (before, spelling)
    }
    return nil
  }

  // MARK: - Accounts

  /// The lines of the label and those of the account behind it.
  func account(in fragments: [String], table: PrintedTable) -> ([String], [String]) {
    var best = code(in: fragments, table: table)
    for name in names {
      guard let place = place(of: name, in: fragments) else { continue }
      if best == nil || place < (best ?? place) { best = place }
    }
    guard let best else { return (fragments, []) }
    return divided(fragments, at: best)
  }

  private func divided(_ fragments: [String], at place: Place) -> ([String], [String]) {
    let parts = fragments[place.fragment].split(separator: " ").map(String.init)
    let left = parts[..<place.word].joined(separator: " ")
    let right = parts[place.word...].joined(separator: " ")
    let label = Array(fragments[..<place.fragment]) + (left.isEmpty ? [] : [left])
    return (label, [right] + fragments[(place.fragment + 1)...])
  }

  private struct Place: Comparable {
    var fragment: Int
    var word: Int
    static func < (left: Place, right: Place) -> Bool {
      (left.fragment, left.word) < (right.fragment, right.word)
    }
  }

  private func code(in fragments: [String], table: PrintedTable) -> Place? {
    for (index, fragment) in fragments.enumerated() {
      let parts = fragment.split(separator: " ").map(String.init)
      if let word = parts.firstIndex(where: { AccountText.isAccount($0, table: table) }) {
        return Place(fragment: index, word: word)
      }
    }
    return nil
  }

  private func place(of name: String, in fragments: [String]) -> Place? {
    let wanted = PrintedKey(name)
    for (index, fragment) in fragments.enumerated() where !(index == 0 && fragments.count == 0) {
      let parts = fragment.split(separator: " ").map(String.init)
      for word in parts.indices where index > 0 || word > 0 {
        guard parts[word].first?.isUppercase ?? false else { continue }
        let rest = PrintedKey(
          parts[word...].joined(separator: " ") + " " + fragments[(index + 1)...].joined(separator: " "))
        if rest.begins(with: wanted) { return Place(fragment: index, word: word) }
      }
    }
    return nil
  }

  /// Names are the ends of words before a code, or of the words, that several rows of a table share.
  private mutating func learn(_ table: PrintedTable) {
    var counts: [String: (rows: Int, startsLine: Bool)] = [:]
    let lines = table.rows.filter { !$0.pieces.isEmpty && $0.committee == nil }
    for row in lines {
      let (label, account) = account(in: row.fragments, table: table)
      guard account.isEmpty || label.count > 0 else { continue }
      for (suffix, startsLine) in Self.ends(of: label) {
        let known = counts[suffix]
        counts[suffix] = ((known?.rows ?? 0) + 1, startsLine || known?.startsLine ?? false)
      }
    }
    let all = lines.count { $0.kind == .line }
    let shared = counts.filter { suffix, count in
      count.rows >= max(all, 2) && !suffix.contains(where: \.isNumber)
    }
    guard let name = shared.max(by: { ($0.value.rows, $0.key.count) < ($1.value.rows, $1.key.count) })?.key,
      words.rowKind(name) == .line, !words.controlAreas.joined().contains(name)
    else { return }
    names.append(name)
  }

  private static func ends(of label: [String]) -> [(String, Bool)] {
    var result: [(String, Bool)] = []
    var suffix: [String] = []
    for (index, fragment) in label.enumerated().reversed() {
      let parts = fragment.split(separator: " ").map(String.init)
      for word in parts.indices.reversed() {
        suffix.insert(parts[word], at: 0)
        guard index > 0 || word > 0, suffix.count <= 4 else { return result }
        guard parts[word].first?.isUppercase ?? false else { continue }
        result.append((suffix.joined(separator: " "), word == 0))
      }
    }
    return result
  }
}

extension String {
  var trimmingSpaces: String { split(separator: " ").joined(separator: " ") }
}
