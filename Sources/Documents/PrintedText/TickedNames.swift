extension PrintedFront {
  private static let ticked: Set<Character> = ["☒", "☑", "✓", "✔", "🗹", "\u{F0FE}", "\u{F078}"]
  private static let empty: Set<Character> = ["☐", "□", "\u{F0A8}", "\u{F06F}"]

  /// The administrations whose boxes are ticked, by their first spelling.
  ///
  /// Names wrap, and two columns of them stand beside each other: a box is of the name that begins behind it.
  func ticks(_ mark: Mark) -> String? {
    var text = mark.rest
    for line in (mark.last + 1)..<min(mark.last + 12, lines.count) where !isTable[line] {
      let piece = lines[line].text
      guard isOfNames(piece) else { break }
      text = text.hasSuffix("-") ? text.dropLast() + piece : text + " " + piece
    }
    let begun = begunNames(text)
    let names = words.administrations.filter { spellings in
      spellings.contains { isTicked($0, in: text) }
        || begun.contains { name in
          spellings.contains { PrintedKey.of($0).hasPrefix(name) }
        }
    }
    return names.isEmpty ? nil : names.compactMap(\.first).joined(separator: ", ")
  }

  /// The words behind ticked boxes that begin the name of one administration alone, its end being elsewhere: a
  /// wrapped name may go on below the name of another box.
  private func begunNames(_ text: String) -> [String] {
    let boxes = text.indices.filter { Self.ticked.contains(text[$0]) || Self.empty.contains(text[$0]) }
    return boxes.enumerated().compactMap { index, box in
      guard Self.ticked.contains(text[box]) else { return nil }
      let end = index + 1 < boxes.count ? boxes[index + 1] : text.endIndex
      let key = PrintedKey.of(text[text.index(after: box)..<end])
      let fitting = words.administrations.filter { $0.contains { PrintedKey.of($0).hasPrefix(key) } }
      return key.count >= 6 && fitting.count == 1 ? key : nil
    }
  }

  /// Whether a line holds nothing but boxes and names, or parts of names.
  private func isOfNames(_ text: String) -> Bool {
    if text.contains(where: { Self.ticked.contains($0) || Self.empty.contains($0) }) { return true }
    let key = PrintedKey.of(text)
    let names = words.administrations.flatMap { $0 }.map { PrintedKey.of($0) }
    return text.count <= 75
      && names.contains { key.contains($0) || (!key.isEmpty && $0.contains(key)) || $0.hasSuffix(key) }
  }

  private func isTicked(_ name: String, in text: String) -> Bool {
    let key = PrintedKey(text)
    guard let start = key.first(PrintedKey(name)) else { return false }
    let scalars = Array(text.unicodeScalars)
    let before = scalars[..<key.places[start]].reversed().drop { $0 == " " }
    guard let box = before.first else { return false }
    if Self.ticked.contains(Character(box)) { return true }
    let isCross = box == "X" || box == "x"
    return isCross && before.dropFirst().first.map { $0 == " " || $0 == "[" } ?? true
  }
}
