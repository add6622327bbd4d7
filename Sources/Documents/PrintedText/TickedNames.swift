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
    let names = words.administrations.filter { spellings in
      spellings.contains { isTicked($0, in: text) }
    }
    return names.isEmpty ? nil : names.compactMap(\.first).joined(separator: ", ")
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
