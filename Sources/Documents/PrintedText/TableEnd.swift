/// Where a table ends and running text begins.
struct TableEnd {
  /// Lines of running text are longer than this; labels stand in narrow columns.
  static let proseWidth = 76
  /// A label has at most this many lines.
  static let labelLines = 14

  let lines: [PrintedLine]
  let words: PrintedWords
  let table: PrintedTable
  let limit: Int

  func isEnd(at index: Int, last: PrintedRow?, pending: String?, paybacks: Int) -> Bool {
    let line = lines[index]
    let text = line.text
    if line.words.isEmpty { return false }
    if words.isCaption(text) || isNote(text) || text.contains("☐") || text.contains("☒") { return true }
    // The words of a payback, and its number of years, stand in short lines below each other.
    if let pending, words.rowKind(pending) == .payback, line.width <= 40 { return false }
    let tail = FigureTail(line, in: table, next: nil, words: words)
    let hasFigures = !tail.pieces.isEmpty
    if line.width > Self.proseWidth, tail.pieces.count < 2 { return true }
    let kind = words.rowKind(text)
    guard kind == .line, !hasFigures || tail.label.isEmpty == false else { return false }
    if !hasFigures, isHeading(line) { return true }
    if paybacks >= 2, pending == nil { return true }
    if table.hasCommittees { return endsCommittees(at: index, last: last, pending: pending) }
    if pending != nil { return isProse(from: index, strictly: false) }
    let isAfterTotal = last.map { $0.kind == .total || $0.kind == .grandTotal } ?? false
    let isOpen = last?.fragments.last?.hasSuffix("-") ?? false || text.first?.isLowercase ?? false
    return isProse(from: index, strictly: isAfterTotal && !isOpen)
  }

  private func isNote(_ text: String) -> Bool {
    if text.hasPrefix("*") { return true }
    let first = text.split(whereSeparator: { !$0.isLetter }).first.map { $0.lowercased() } ?? ""
    return words.noteWords.contains(first)
  }

  /// `4. Effektivisering på administration`, or a line in capitals.
  private func isHeading(_ line: PrintedLine) -> Bool {
    guard let first = line.words.first?.text else { return false }
    if line.words.count > 1, let number = first.unicodeScalars.first, (0x30...0x39).contains(number.value) {
      let isNumbered =
        first.contains(".")
        && first.unicodeScalars.allSatisfy { $0 == "." || (0x30...0x39).contains($0.value) }
      if isNumbered, line.words[1].text.first?.isUppercase ?? false { return true }
    }
    let letters = line.text.filter(\.isLetter)
    return letters.count >= 8 && letters.allSatisfy(\.isUppercase)
  }

  private func endsCommittees(at index: Int, last: PrintedRow?, pending: String?) -> Bool {
    let label = FigureTail(lines[index], in: table, next: nil, words: words).label
    let isShare = words.shares.contains { PrintedKey.of($0) == PrintedKey.of(label) }
    if let last, words.rowKind(last.committee ?? "") == .total { return !isShare }
    if isShare || isName(from: index) { return false }
    let isRest = pending.map { goesOn($0, with: lines[index].text) } ?? false
    return !isRest && isProse(from: index, strictly: false)
  }

  /// Whether words go on with a row that has begun: in lower case, or as the rest of a name.
  private func goesOn(_ pending: String, with text: String) -> Bool {
    if text.first?.isLowercase ?? false { return true }
    let key = PrintedKey(pending + text)
    return words.committees.contains { name in
      let name = PrintedKey(name)
      return name.begins(with: key) || key.begins(with: name) && key.scalars.count < name.scalars.count + 8
    }
  }

  /// Whether a committee or unit begins here; its name may go on in the next lines.
  private func isName(from index: Int) -> Bool {
    let key = PrintedKey(
      LabelText.joined(
        lines[index..<limit].lazy.filter { !$0.words.isEmpty }.prefix(3).map(\.text), words: words))
    return words.committees.contains { key.begins(with: PrintedKey($0)) }
  }

  /// Whether no figures follow within the lines of a label. Strictly: behind a total only a short label counts.
  private func isProse(from index: Int, strictly: Bool) -> Bool {
    // Where places are known, each cell is a line of its own.
    let reach = (strictly ? 4 : Self.labelLines) * (table.places.isEmpty ? 1 : 2)
    let ahead = lines[index..<limit].lazy.filter { !$0.words.isEmpty }
    for (count, line) in ahead.prefix(reach + 1).enumerated() {
      let text = line.text
      if words.isCaption(text) || isNote(text) { return true }
      let tail = FigureTail(line, in: table, next: nil, words: words)
      let isWide = line.width > (strictly ? 60 : Self.proseWidth)
      if isWide, tail.pieces.count < 2 { return true }
      if tail.pieces.count >= (strictly ? 2 : 1) { return false }
      if strictly, count > 0, isHeading(line) { return true }
      switch words.rowKind(text) {
      case .line: break
      default: return false
      }
      if text.hasSuffix("."), line.width > 60 { return true }
    }
    return !strictly || true
  }
}
