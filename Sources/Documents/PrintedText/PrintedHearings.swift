/// The table of hearings in printed text: body, answer, and what is said of it, in cells that wrap.
struct PrintedHearings {
  /// The hearings are read for so many lines behind their heading.
  static let reach = 500

  let lines: [PrintedLine]
  let words: PrintedFrontWords
  /// The lines at which tables of figures begin.
  let tableStarts: Set<Int>

  /// One row per hearing: body, answer, date, remark.
  func rows() -> [[String]] {
    guard let start = lines.firstIndex(where: isHeading) else { return [] }
    var rows: [[String]] = []
    var index = start + 1
    var body: (name: String, rest: [String])?
    func finish() {
      if let body, let row = row(body.name, body.rest) { rows.append(row) }
    }
    while index < min(lines.count, start + Self.reach), !isEnd(index, hasRows: !rows.isEmpty || body != nil) {
      if let (name, count, rest) = bodyName(at: index) {
        finish()
        body = (name, rest.isEmpty ? [] : [rest])
        index += count
      } else {
        if !isNoise(lines[index].text) { body?.rest.append(lines[index].text) }
        index += 1
      }
    }
    finish()
    return rows
  }

  private func isHeading(_ line: PrintedLine) -> Bool {
    line.width < 60 && PrintedKey.of(line.text).hasSuffix(PrintedKey.of(words.hearingHeading))
  }

  /// Hearings end with the next table of something else, known by a line in capitals or a caption's word.
  private func isEnd(_ index: Int, hasRows: Bool) -> Bool {
    let text = lines[index].text
    if tableStarts.contains(index) { return true }
    let letters = text.filter(\.isLetter)
    if letters.count >= 8, letters.allSatisfy(\.isUppercase), !text.contains(where: \.isNumber) {
      return true
    }
    return hasRows
      && words.fields.contains { field in
        field.labels.contains { PrintedKey.of(text).hasPrefix(PrintedKey.of($0)) && text.contains(":") }
      }
  }

  private func isNoise(_ text: String) -> Bool {
    let key = PrintedKey.of(text)
    return words.hearingNoise.contains { key.hasPrefix(PrintedKey.of($0)) }
  }

  /// The body that begins in a line, how many lines its name takes, and the rest of the last of them.
  private func bodyName(at index: Int) -> (String, Int, String)? {
    var text = ""
    for count in 1...min(3, lines.count - index) {
      let piece = lines[index + count - 1].text
      text = text.hasSuffix("-") ? text.dropLast() + piece : (text.isEmpty ? piece : text + " " + piece)
      let key = PrintedKey(text)
      for body in words.hearingBodies {
        let wanted = PrintedKey(body)
        guard key.begins(with: wanted) else { continue }
        // A longer name may go on in the next line.
        let isLonger =
          count < 3
          && words.hearingBodies.contains {
            $0.count > body.count && PrintedKey($0).begins(with: key)
              && key.scalars.count < PrintedKey($0).scalars.count
          }
        if isLonger { break }
        let end = key.places[wanted.scalars.count - 1] + 1
        let rest = String(String.UnicodeScalarView(Array(text.unicodeScalars)[end...])).trimmingSpaces
        guard answer(rest) != nil || rest.isEmpty else { continue }
        return (String(String.UnicodeScalarView(Array(text.unicodeScalars)[..<end])), count, rest)
      }
    }
    return unknownBody(at: index)
  }

  /// A body of another name: a short line that ends with an answer, or has one with a date behind it.
  private func unknownBody(at index: Int) -> (String, Int, String)? {
    let line = lines[index]
    guard line.width <= 70, line.isAfterGap, line.words.count >= 2 else { return nil }
    let texts = line.words.map(\.text)
    for answer in words.answers {
      let parts = answer.split(separator: " ").map(String.init)
      guard texts.count > parts.count,
        let place = (1...(texts.count - parts.count)).first(where: {
          Array(texts[$0..<($0 + parts.count)]) == parts
        })
      else { continue }
      let rest = texts[(place + parts.count)...].joined(separator: " ")
      guard rest.isEmpty || !dates(rest).isEmpty, texts[0].first?.isUppercase ?? false else { return nil }
      return (texts[..<place].joined(separator: " "), 1, texts[place...].joined(separator: " "))
    }
    return nil
  }

  private func answer(_ text: String) -> String? {
    words.answers.first { text == $0 || text.hasPrefix($0 + " ") || text.hasPrefix($0 + ",") }
  }

  private func row(_ body: String, _ rest: [String]) -> [String]? {
    let text = rest.reduce("") {
      $0.hasSuffix("-") && $0.count > 1 ? $0.dropLast() + $1 : ($0.isEmpty ? $1 : $0 + " " + $1)
    }
    guard let answer = answer(text) else { return nil }
    let remark = String(text.dropFirst(answer.count)).trimmingSpaces
    return [body, answer, dates(remark).joined(separator: "; "), remark]
  }

  /// `14. januar 2022`, `d.10. februar 2022`, `07.02.2022`, `2. marts, 2018`, `11. februar`.
  func dates(_ text: String) -> [String] {
    let parts = text.split(separator: " ").map(String.init)
    var found: [String] = []
    var index = 0
    while index < parts.count {
      let word = parts[index].trimmed(of: [",", ";", ")", "("])
      if isNumericDate(word) {
        found.append(word.hasSuffix(".") ? String(word.dropLast()) : word)
      } else if let day = day(word), index + 1 < parts.count {
        let month = parts[index + 1]
        let isMonth = words.months.contains(month.trimmed(of: [",", ".", ";"]).lowercased())
        if isMonth {
          let year = index + 2 < parts.count ? parts[index + 2].trimmed(of: [",", ".", ";", ")"]) : ""
          let hasYear = PrintedHeads.year(year) != nil
          let name = hasYear ? month : month.trimmed(of: [",", ".", ";"])
          found.append([day, name, hasYear ? year : nil].compactMap(\.self).joined(separator: " "))
          index += hasYear ? 2 : 1
        }
      }
      index += 1
    }
    return found
  }

  private func day(_ word: String) -> String? {
    let digits = word.hasPrefix("d.") ? word.dropFirst(2) : word[...]
    guard digits.hasSuffix("."), let day = Int(digits.dropLast()), (1...31).contains(day) else { return nil }
    return String(digits)
  }

  private func isNumericDate(_ word: String) -> Bool {
    let parts = word.split { [".", "/", "-"].contains($0) }
    guard parts.count == 3, parts.allSatisfy({ Int($0) != nil }) else { return false }
    return (1...31).contains(Int(parts[0]) ?? 0) && (1...12).contains(Int(parts[1]) ?? 0)
      && (parts[2].count == 4 || parts[2].count == 2)
  }
}

extension String {
  /// The text without given characters at both ends.
  func trimmed(of characters: Set<Character>) -> String {
    var text = self[...]
    while let first = text.first, characters.contains(first) { text.removeFirst() }
    while let last = text.last, characters.contains(last) { text.removeLast() }
    return String(text)
  }
}
