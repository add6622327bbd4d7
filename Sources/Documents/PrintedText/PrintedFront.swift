/// The front page of a proposal in printed text: labels with their values beside or below them.
struct PrintedFront {
  /// A front page is looked for in so many lines.
  static let reach = 1_000

  let lines: [PrintedLine]
  let words: PrintedFrontWords
  /// Lines that tables take.
  let isTable: [Bool]

  /// Headers and values, in the order of the form.
  func fields() -> [(header: String, value: String)] {
    var result: [(String, String)] = []
    let marks = labels()
    let title = title(marks)
    if let number = title?.number { result.append((words.numberHeader, number)) }
    if let title, !title.title.isEmpty {
      result.append((words.fields.first { $0.role == .title }?.header ?? "", title.title))
    }
    if let kind = named(words.kinds) { result.append((words.kindHeader, kind)) }
    if let round = named(words.rounds) { result.append((words.roundHeader, round)) }
    for mark in marks {
      guard let value = value(mark, marks), !value.isEmpty else { continue }
      if !result.contains(where: { $0.0 == mark.field.header }) { result.append((mark.field.header, value)) }
    }
    return result
  }

  // MARK: - Labels

  struct Mark {
    var field: PrintedFrontWords.Field
    var line: Int
    /// The last line of the label.
    var last: Int
    /// What stands behind the label in its last line.
    var rest: String
  }

  private func labels() -> [Mark] {
    var marks: [Mark] = []
    var line = 0
    while line < min(lines.count, Self.reach) {
      if !isTable[line], let mark = mark(at: line) {
        marks.append(mark)
        line = mark.last + 1
      } else {
        line += 1
      }
    }
    return marks
  }

  /// A label begins its line and ends with a colon, which may stand in one of the next two lines.
  private func mark(at line: Int) -> Mark? {
    let first = lines[line].words.first?.text ?? ""
    guard first.first?.isUppercase ?? false else { return nil }
    var text = ""
    for last in line..<min(line + 3, lines.count) {
      let piece = lines[last].text
      let joined = text.hasSuffix("-") ? text.dropLast() + piece : (text.isEmpty ? piece : text + " " + piece)
      text = joined
      guard let colon = text.firstIndex(of: ":") else {
        if text.count > 40 { return nil }
        continue
      }
      let key = PrintedKey.of(text[..<colon])
      guard let field = words.fields.first(where: { $0.labels.contains { PrintedKey.of($0) == key } }) else {
        return nil
      }
      let rest = text[text.index(after: colon)...].split(separator: " ").joined(separator: " ")
      return Mark(field: field, line: line, last: last, rest: rest)
    }
    return nil
  }

  // MARK: - Values

  private func value(_ mark: Mark, _ marks: [Mark]) -> String? {
    switch mark.field.role {
    case .title, .text: nil
    case .administration: administration(mark)
    case .ticks: ticks(mark)
    case .value: mark.rest.isEmpty ? below(mark, marks).first : mark.rest
    }
  }

  /// The lines below a label up to the next label, a table or a heading.
  private func below(_ mark: Mark, _ marks: [Mark]) -> [String] {
    let next = marks.map(\.line).filter { $0 > mark.last }.min() ?? lines.count
    return ((mark.last + 1)..<max(next, mark.last + 1)).prefix { !isTable[$0] }.prefix(4).map {
      lines[$0].text
    }
  }

  /// The number and title: behind the label and in the lines that go on with it, else the first line that begins
  /// with a number.
  private func title(_ marks: [Mark]) -> ProposalTitle? {
    let numbered = lines.indices.prefix(60).first { line in
      !isTable[line] && ProposalTitle(lines[line].text).number != nil && lines[line].words.count > 1
        && lines[line].words[1].text.first.map { $0.isUppercase || $0 == "(" } ?? false
    }
    guard let mark = marks.first(where: { $0.field.role == .title }) else {
      return numbered.map { ProposalTitle(whole($0, first: lines[$0].text)) }
    }
    if !mark.rest.isEmpty { return ProposalTitle(whole(mark.last, first: mark.rest)) }
    if let below = numbered
      ?? lines.indices.first(where: { $0 > mark.last && mark.last + 1 == $0 && !isLabel($0) })
    {
      return ProposalTitle(whole(below, first: lines[below].text))
    }
    return nil
  }

  private func isLabel(_ line: Int) -> Bool { mark(at: line) != nil }

  /// A title with the lines that go on with it: those without a gap before them, up to a label.
  private func whole(_ line: Int, first: String) -> String {
    var text = first
    for next in (line + 1)..<min(line + 3, lines.count) {
      guard !lines[next].isAfterGap || text.hasSuffix("-"), !isTable[next], !isLabel(next) else { break }
      let piece = lines[next].text
      text = text.hasSuffix("-") ? text.dropLast() + piece : text + " " + piece
    }
    return text
  }

  private func administration(_ mark: Mark) -> String? {
    if let name = name(mark.rest) { return name }
    // The labels of a front page can stand all before the values.
    for line in (mark.last + 1)..<min(mark.last + 24, lines.count) where !isTable[line] {
      if let name = name(lines[line].text) { return name }
    }
    return mark.rest.isEmpty ? nil : mark.rest
  }

  private func name(_ text: String) -> String? {
    let key = PrintedKey.of(text)
    let isName = words.administrations.contains { $0.contains { PrintedKey.of($0) == key } }
    return isName ? text : nil
  }

  private func named(_ names: [String]) -> String? {
    let keys = names.map { PrintedKey.of($0) }
    for line in lines.prefix(12) {
      let key = PrintedKey.of(line.text)
      if let found = keys.indices.first(where: {
        key == keys[$0] || (key.count < 70 && key.contains(keys[$0]))
      }) {
        return names[found]
      }
    }
    return nil
  }
}
