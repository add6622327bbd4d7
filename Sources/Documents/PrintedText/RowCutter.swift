/// Cuts the lines below a head into rows.
///
/// A row is some lines of words and the figures that follow them; the figures may stand in one line, one in each
/// line, or before the last lines of the words. What decides is which lines end in figures, and the words that
/// begin a row (totals, sections, committees).
struct RowCutter {
  /// A table has no more rows than this.
  static let limit = 500

  let lines: [PrintedLine]
  let words: PrintedWords
  let table: PrintedTable
  /// The lines in which rows may stand.
  let range: Range<Int>

  private(set) var rows: [PrintedRow] = []
  /// Words of the row that is being read.
  private var pending: [String] = []
  private var pendingStarts: [Double?] = []
  private var pendingTops: [Double?] = []
  private var pendingLine = 0
  private var pendingTrailing = 0
  /// Spaces of a line of nothing else below the last of them.
  private var pendingBlanks = 0
  private var pendingShare: String?
  /// A number at the end of a line of words, which is a figure if no others follow.
  private var doubtful: (fragment: Int, piece: PrintedPiece)?
  private var committee: String?
  /// Whether the words so far already name the row in full, so that the next words begin another.
  private var isComplete = false
  private var paybacks = 0
  /// The index behind the last line that belongs to the table.
  private(set) var end: Int

  init(lines: [PrintedLine], words: PrintedWords, table: PrintedTable, range: Range<Int>) {
    self.lines = lines
    self.words = words
    self.table = table
    self.range = range
    end = range.lowerBound
  }

  /// Reads the rows.
  mutating func cut() {
    var index = range.lowerBound
    while index < range.upperBound, rows.count < Self.limit, !isEnd(at: index) {
      read(index)
      index += 1
    }
    flush()
    end = index
  }

  // MARK: - One line

  private mutating func read(_ index: Int) {
    let line = lines[index]
    let tail = FigureTail(
      line, in: table, next: index + 1 < lines.count ? lines[index + 1] : nil, words: words)
    // Two numbers at the ends of lines of words: the first was the figure of a row of its own.
    if tail.doubtful != nil, doubtful != nil { flush() }
    if !tail.label.isEmpty { take(tail.label, index) }
    if let number = tail.doubtful, !pending.isEmpty { doubtful = (pending.count - 1, number) }
    if isPayback, takePayback(line, tail) { return }
    if tail.pieces.isEmpty {
      if !tail.label.isEmpty { (pendingTrailing, pendingBlanks) = (line.trailing, line.blanks) }
      return
    }
    take(tail, line)
  }

  private mutating func take(_ tail: FigureTail, _ line: PrintedLine) {
    if pending.isEmpty, pendingShare == nil, let last = rows.indices.last,
      canGrow(rows[last], by: tail.pieces)
    {
      let areDashes = tail.pieces.allSatisfy { PrintedAmount.dashes.contains($0.text) }
      if areDashes, !rows[last].pieces.isEmpty { rows[last].hasLooseDashes = true }
      rows[last].pieces += tail.pieces
      rows[last].trailing = line.trailing
      return
    }
    if pending.isEmpty, pendingShare == nil, givesNumberToLabel(tail, line) { return }
    var row = PrintedRow(
      kind: kind(pending), fragments: pending, line: pending.isEmpty ? line.number : pendingLine)
    row.pieces = tail.pieces
    row.trailing = line.trailing
    row.hasMark = tail.hasMark
    row.hasLooseDashes =
      tail.label.isEmpty && tail.pieces.count < table.years.count
      && tail.pieces.allSatisfy { PrintedAmount.dashes.contains($0.text) }
    row.figureTop = line.top
    append(&row)
  }

  /// A number behind the words of the row above is a part of them where a whole row of figures follows
  /// (`Gyldenløvesgade 11`, `-1.140 -2.740 …`).
  private mutating func givesNumberToLabel(_ tail: FigureTail, _ line: PrintedLine) -> Bool {
    guard let last = rows.indices.last, rows[last].pieces.count == 1, !rows[last].fragments.isEmpty,
      let number = rows[last].pieces.first, number.followsWord, PrintedFigure(number.text)?.isPlain ?? false
    else { return false }
    rows[last].fragments[rows[last].fragments.count - 1] += " " + number.text
    rows[last].pieces = tail.pieces
    rows[last].trailing = line.trailing
    return true
  }

  /// Whether figures without words are the rest of the row above.
  private func canGrow(_ row: PrintedRow, by pieces: [PrintedPiece]) -> Bool {
    guard !row.pieces.isEmpty else {
      return row.kind == .line && !row.fragments.isEmpty && row.payback == nil
    }
    guard row.pieces.count + pieces.count <= 4 * table.years.count + 2 else { return false }
    if let grows = growsByPlace(row, by: pieces) { return grows }
    return FigureCount.least(row.pieces + pieces) <= table.years.count
  }

  /// Where places are known: whether each figure stands in a column of its own, or goes on with one that a narrow
  /// column breaks. Digits alone below a figure in the row's last cell are a part of it, too.
  private func growsByPlace(_ row: PrintedRow, by pieces: [PrintedPiece]) -> Bool? {
    guard !table.places.isEmpty else { return nil }
    for piece in pieces {
      guard let span = piece.span else { return nil }
      let above = row.pieces.filter { ($0.span?.left ?? 0) < span.right && ($0.span?.right ?? 0) > span.left }
      guard let last = above.last else { continue }
      let isOpen =
        PrintedAmount.dashes.contains(last.text) || (PrintedFigure(last.text)?.missingDigits ?? 0) > 0
      let isRest = piece == pieces.last && last == row.pieces.last && piece.text.utf8.count <= 2
      guard isOpen || isRest else { return false }
    }
    return true
  }

  private mutating func append(_ row: inout PrintedRow) {
    if table.hasCommittees {
      if !pending.isEmpty { committee = LabelText.joined(pending, words: words) }
      row.committee = committee
      row.share = pendingShare
    }
    row.starts = pendingStarts.count == row.fragments.count ? pendingStarts : []
    row.tops = pendingTops.count == row.fragments.count ? pendingTops : []
    rows.append(row)
    pending = []
    pendingStarts = []
    pendingTops = []
    doubtful = nil
    pendingShare = nil
    isComplete = false
    pendingTrailing = 0
    pendingBlanks = 0
  }

  /// Ends a row that has no figures.
  private mutating func flush() {
    guard !pending.isEmpty || pendingShare != nil else { return }
    var row = PrintedRow(kind: kind(pending), fragments: pending, line: pendingLine)
    row.trailing = pendingTrailing
    if let doubtful, row.kind == .line || row.kind == .total,
      row.fragments.indices.contains(doubtful.fragment)
    {
      let words = row.fragments[doubtful.fragment].split(separator: " ").dropLast()
      row.fragments[doubtful.fragment] = words.joined(separator: " ")
      row.pieces = [doubtful.piece]
    }
    append(&row)
  }

  // MARK: - Words

  private mutating func take(_ text: String, _ index: Int) {
    if table.hasCommittees {
      takeCommittee(text, index)
      return
    }
    if pending.isEmpty, continuesLastRow(index) {
      rows[rows.count - 1].late.append(text)
      return
    }
    let kind = words.rowKind(text)
    if !pending.isEmpty, beginsRow(text, kind, index: index) { flush() }
    if case .section = kind, pending.isEmpty, isWholeSection(text, index) {
      rows.append(PrintedRow(kind: kind, fragments: [text], line: lines[index].number))
      return
    }
    push(text, index)
  }

  private mutating func push(_ text: String, _ index: Int) {
    if pending.isEmpty { pendingLine = lines[index].number }
    pending.append(text)
    pendingStarts.append(lines[index].words.first?.span?.left)
    pendingTops.append(lines[index].top)
  }

  /// Whether words without figures belong to the row above, whose figures stand before its last words.
  private func continuesLastRow(_ index: Int) -> Bool {
    let text = lines[index].text
    guard let last = rows.last, !last.pieces.isEmpty, last.payback == nil else { return false }
    guard text.first?.isLowercase ?? false, words.rowKind(text) == .line else { return false }
    if !last.late.isEmpty, !lines[index].isAfterGap { return true }
    let account =
      table.hasAccounts ? last.fragments.firstIndex { AccountText.isAccountStart($0, table: table) } : nil
    let above = last.late.last ?? last.fragments[..<(account ?? last.fragments.count)].last ?? ""
    let lastWord = above.split(separator: " ").last.map(String.init) ?? ""
    let isOpen =
      above.hasSuffix("-") || above.hasSuffix(",") || words.joiningWords.contains(lastWord)
      || words.openWords.contains(lastWord)
    return isOpen || lines[index].startsPage || isFollowedByNewRow(index)
  }

  /// Whether the next line begins a row, so that this one is the end of the row above.
  private func isFollowedByNewRow(_ index: Int) -> Bool {
    guard !lines[index].isAfterGap, index + 1 < range.upperBound else { return false }
    let here = FigureTail(lines[index], in: table, next: nil, words: words)
    let next = lines[index + 1]
    return here.pieces.isEmpty && next.hasLetter && next.text.first?.isUppercase ?? false
  }

  private func beginsRow(_ text: String, _ kind: PrintedRowKind, index: Int) -> Bool {
    let above = pending.last ?? ""
    if above.hasSuffix("-") || above.hasSuffix(",") { return false }
    if self.kind(pending) == .payback, kind != .payback { return false }
    switch kind {
    case .line:
      // Blank cells leave a run of spaces behind the words of a row without figures.
      let hasBlankCells = pendingTrailing >= max(5, table.years.count) || pendingBlanks >= table.years.count
      return hasBlankCells && !(text.first?.isLowercase ?? true) && self.kind(pending) != .payback
    case .memo, .payback, .grandTotal: return true
    case .total: return text.first?.isUppercase ?? false
    case .section: return isWholeSection(text, index)
    }
  }

  /// Whether the words of a section are the heading alone, not the beginning of a label (`Varige ændringer`
  /// `totalt`); a table of one section has none.
  private func isWholeSection(_ text: String, _ index: Int) -> Bool {
    guard table.meaning.section == nil, !text.hasSuffix("-"), text.first?.isUppercase ?? false else {
      return false
    }
    guard lines[index].words.last.map({ PrintedAmount($0.text) == nil }) ?? true else { return false }
    guard index + 1 < lines.count, lines[index + 1].text.first?.isLowercase ?? false else { return true }
    return words.rowKind(LabelText.joined([text, lines[index + 1].text], words: words)) != .total
  }

  private func kind(_ fragments: [String]) -> PrintedRowKind {
    words.rowKind(LabelText.joined(fragments, words: words))
  }

  // MARK: - Committees

  private mutating func takeCommittee(_ text: String, _ index: Int) {
    var name = text
    var share: String?
    for word in words.shares where PrintedKey(name).ends(with: PrintedKey(word)) {
      let last = name.split(separator: " ").last.map(String.init) ?? ""
      guard PrintedKey.of(last) == PrintedKey.of(word) else { continue }
      share = word
      name = name.split(separator: " ").dropLast().joined(separator: " ")
    }
    if !name.isEmpty, share == nil, pending.isEmpty, pendingShare == nil, completesLastName(name) { return }
    if !name.isEmpty {
      if pendingShare != nil || (isComplete && !isRestOfAccount(name, index)) { flush() }
      push(name, index)
      isComplete = isName(pending)
    }
    guard let share else { return }
    if pendingShare != nil { flush() }
    if pending.isEmpty { pendingLine = lines[index].number }
    pendingShare = share
  }

  /// The rest of a committee's name below its figures.
  private mutating func completesLastName(_ text: String) -> Bool {
    guard let last = rows.indices.last, let name = rows[last].committee, !rows[last].pieces.isEmpty else {
      return false
    }
    let start = PrintedKey(name)
    let whole = LabelText.joined([name, text], words: words)
    let isName = words.committees.contains { committee in
      let key = PrintedKey(committee)
      return key.begins(with: start) && key.scalars.count > start.scalars.count
        && PrintedKey(whole).begins(with: key)
    }
    guard isName, !words.committees.contains(where: { PrintedKey.of($0) == PrintedKey.of(name) }) else {
      return false
    }
    rows[last].committee = whole
    rows[last].fragments = [whole]
    committee = whole
    return true
  }

  private func isRestOfAccount(_ text: String, _ index: Int) -> Bool {
    !isNameStart(text)
      && (text.unicodeScalars.first.map { (0x30...0x39).contains($0.value) } ?? false
        || text.first?.isLowercase ?? false || isNamedAccount(text, index))
  }

  /// Whether a code stands in these words or in the next line: the account has a name before its code
  /// (`Ordinær drift, 5551`).
  private func isNamedAccount(_ text: String, _ index: Int) -> Bool {
    guard table.hasAccounts, pendingTrailing < max(5, table.years.count) else { return false }
    let below = index + 1 < range.upperBound ? lines[index + 1].text : ""
    return AccountText.hasAccount(text, table: table)
      || (!isNameStart(below) && AccountText.hasAccount(below, table: table))
  }

  private func isName(_ fragments: [String]) -> Bool {
    let key = PrintedKey(LabelText.joined(fragments, words: words))
    if words.rowKind(fragments.joined(separator: " ")) == .total { return true }
    return words.committees.contains { key.begins(with: PrintedKey($0)) }
  }

  private func isNameStart(_ text: String) -> Bool {
    let key = PrintedKey(text)
    return words.committees.contains { PrintedKey($0).begins(with: key) || key.begins(with: PrintedKey($0)) }
  }

  // MARK: - Paybacks

  private var isPayback: Bool { kind(pending) == .payback }

  private mutating func takePayback(_ line: PrintedLine, _ tail: FigureTail) -> Bool {
    guard let value = PaybackText.value(line, words: words) else {
      keepFigures(of: tail, line)
      return true
    }
    if let last = pending.last, pending.count > 1 || PaybackText.stripped(last, words: words) != nil {
      pending.removeLast()
      if let label = PaybackText.stripped(last, words: words) { pending.append(label) }
    }
    var row = PrintedRow(kind: .payback, fragments: pending, line: pendingLine)
    row.payback = value
    append(&row)
    paybacks += 1
    return true
  }

  /// Figures between the words of a payback and its years belong to no row, but they do not vanish.
  private mutating func keepFigures(of tail: FigureTail, _ line: PrintedLine) {
    guard tail.label.isEmpty, tail.pieces.contains(where: { PrintedFigure($0.text)?.value != nil }) else {
      return
    }
    var row = PrintedRow(kind: .line, fragments: [], line: line.number)
    row.pieces = tail.pieces
    rows.append(row)
  }

  // MARK: - The end

  private func isEnd(at index: Int) -> Bool {
    if pending.isEmpty, lines[index].width <= 60, continuesLastRow(index) { return false }
    let ending = TableEnd(lines: lines, words: words, table: table, limit: range.upperBound)
    let begun = pending.joined(separator: " ")
    return ending.isEnd(
      at: index, last: rows.last, pending: pending.isEmpty && pendingShare == nil ? nil : begun,
      paybacks: paybacks)
  }
}
