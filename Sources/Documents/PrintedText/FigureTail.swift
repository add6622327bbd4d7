/// A line divided into the words at its beginning and the figures at its end.
struct FigureTail {
  var label = ""
  var pieces: [PrintedPiece] = []
  /// Whether a mark (`X`) stands behind the figures.
  var hasMark = false
  /// A plain number that is taken for a part of the words.
  var doubtful: PrintedPiece?

  init(_ line: PrintedLine, in table: PrintedTable, next: PrintedLine?, words: PrintedWords) {
    var content = line.words
    if content.count > 1, let last = content.last, last.text == "X" || last.text == "x",
      PrintedAmount(content[content.count - 2].text) != nil
    {
      hasMark = true
      content.removeLast()
    }
    var start = content.count
    let isCell = table.isCellOfFigures(content)
    while start > 0, isFigure(content, start - 1), isCell || table.mayHoldFigure(content[start - 1].span) {
      start -= 1
    }
    start = max(start, table.hasAccounts ? AccountText.end(content, before: start, table: table) : 0)
    if startsWithLongDash(content, start, years: table.years.count) { start += 1 }
    if isHyphen(content, start, next: next) {
      start = content.count
    } else if isNumberOfLabel(content, start, next: next, words: words, table: table) {
      doubtful = PrintedPiece(text: content[start].text, gap: nil, followsWord: true)
      start = content.count
    }
    label = content[..<start].map(\.text).joined(separator: " ")
    let followsWord = content[..<start].contains(where: \.hasLetter)
    for index in start..<content.count {
      let gap = index > 0 ? content[index].start - content[index - 1].end : nil
      pieces.append(
        PrintedPiece(
          text: content[index].text, gap: gap, followsWord: index == start && followsWord,
          span: content[index].span))
    }
  }

  private func isFigure(_ content: [PrintedWord], _ index: Int) -> Bool {
    guard let figure = PrintedFigure(content[index].text) else {
      return PrintedAmount.dashes.contains(content[index].text)
    }
    // A broken figure (`1.40` of `1.400`) stands among figures; `hovedfunktion 6.45` is none.
    guard figure.missingDigits > 0 else { return true }
    let isBesideFigures = index > 0 && PrintedAmount(content[index - 1].text) != nil
    return isBesideFigures || !content.contains(where: \.hasLetter)
  }

  /// A dash at the end of words that go on in the next line is no figure.
  private func isHyphen(_ content: [PrintedWord], _ start: Int, next: PrintedLine?) -> Bool {
    guard start == content.count - 1, start > 0, PrintedAmount.dashes.contains(content[start].text) else {
      return false
    }
    return next?.words.first?.hasLetter ?? false
      && (next?.words.first?.text.first?.isLowercase ?? false || content[start].text != "-")
  }
}

extension FigureTail {
  /// A long dash behind words belongs to them, unless the figures then are too few for the years.
  private func startsWithLongDash(_ content: [PrintedWord], _ start: Int, years: Int) -> Bool {
    guard start > 0, start + 1 < content.count, content.count - start != years else { return false }
    return content[start].text == "–" || content[start].text == "—"
  }

  /// A plain number at the end of words that go on in the next line (`Besparelse på § 107` `botilbudspladser`), or
  /// whose next cell stands there: the control area or the account, which come before all figures.
  private func isNumberOfLabel(
    _ content: [PrintedWord], _ start: Int, next: PrintedLine?, words: PrintedWords, table: PrintedTable
  ) -> Bool {
    guard start == content.count - 1, start > 0, let figure = PrintedFigure(content[start].text),
      figure.isPlain || figure.isShare, let next, let first = next.words.first
    else { return false }
    if table.hasAccounts, AccountText.isAccount(first.text, table: table) { return true }
    if table.hasControlAreas, words.startsWithArea(next.text) { return true }
    guard first.hasLetter else { return false }
    let before = content[start - 1].text.lowercased()
    return first.text.first?.isLowercase ?? false || words.numberedWords.contains { before.hasSuffix($0) }
  }
}

/// Accounts: four digits without a point, alone or followed by others (`3641, 588`, `1423, 1445 & 6092`).
enum AccountText {
  /// The index behind an account at the beginning or in the middle of a line; 0 where there is none. `figures` is
  /// where the line's figures begin if it holds no account: what stands under the years is none, and where no place
  /// is known, figures that with it are as many as the years are no account and the rest, unless the table's money has
  /// points between thousands: four digits without one are a code then.
  static func end(_ content: [PrintedWord], before figures: Int, table: PrintedTable) -> Int {
    guard let first = content.firstIndex(where: { isAccount($0.text, table: table) }) else { return 0 }
    if first >= figures, !table.places.isEmpty { return 0 }
    let isFull = content.count - figures == table.years.count && table.years.count >= 3
    let canBeMoney = table.thousands != .grouped && !content[first].text.hasSuffix(",")
    if first == figures, isFull, figures > 0, canBeMoney { return 0 }
    var index = first
    while index + 1 < content.count {
      let isLinked = content[index].text.hasSuffix(",") || joins.contains(content[index].text)
      let next = content[index + 1].text
      guard
        isLinked && isCode(next)
          || joins.contains(next) && index + 2 < content.count && isCode(content[index + 2].text)
      else { break }
      index += 1
    }
    return index + 1
  }

  private static let joins: Set<String> = ["og", "&", "+", "/"]

  /// Whether a line of words begins with an account.
  static func isAccountStart(_ text: String, table: PrintedTable) -> Bool {
    text.split(separator: " ").first.map { isAccount(String($0), table: table) } ?? false
  }

  /// Whether an account stands among words.
  static func hasAccount(_ text: String, table: PrintedTable) -> Bool {
    text.split(separator: " ").contains { isAccount(String($0), table: table) }
  }

  /// How many accounts stand in the lines of a row apart from each other, with words that begin a label between.
  static func groups(in fragments: [String], table: PrintedTable) -> Int {
    var groups = 0
    var isLinked = false
    var hasLabel = true
    for fragment in fragments {
      let parts = fragment.split(separator: " ").map(String.init)
      if let first = parts.first, first.first?.isUppercase ?? false, !isLinked { hasLabel = true }
      for part in parts where isAccount(part, table: table) {
        if hasLabel { groups += 1 }
        hasLabel = false
      }
      let last = parts.last ?? ""
      isLinked = last.hasSuffix(",") || last.hasSuffix("-") || last == "–" || joins.contains(last)
    }
    return groups
  }

  static func isAccount(_ text: String, table: PrintedTable) -> Bool {
    let code = text.hasSuffix(",") ? String(text.dropLast()) : text
    guard code.utf8.count == 4, let number = Int(code), number >= 1000 else { return false }
    return !table.years.contains(number)
  }

  private static func isCode(_ text: String) -> Bool {
    let code = text.hasSuffix(",") ? text.dropLast() : text[...]
    return (2...6).contains(code.utf8.count) && code.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}

/// The number of years of a payback row.
enum PaybackText {
  static func value(_ line: PrintedLine, words: PrintedWords) -> String? {
    let texts = line.words.map(\.text)
    let isYears = texts.count > 1 && PrintedKey.of(texts[texts.count - 1]) == PrintedKey.of(words.yearsWord)
    let last = isYears ? texts[texts.count - 2] : texts.first { isNumber($0) } ?? ""
    guard isNumber(last) else { return nil }
    return isYears ? last + " " + texts[texts.count - 1] : last
  }

  /// The label without the number at its end.
  static func stripped(_ text: String, words: PrintedWords) -> String? {
    var parts = text.split(separator: " ").map(String.init)
    if let last = parts.last, PrintedKey.of(last) == PrintedKey.of(words.yearsWord) { parts.removeLast() }
    if let last = parts.last, isNumber(last) { parts.removeLast() }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private static func isNumber(_ text: String) -> Bool {
    text.utf8.count <= 4 && PrintedFigure(text)?.value != nil
      && text.utf8.first.map { (0x30...0x39).contains($0) } ?? false
  }
}
