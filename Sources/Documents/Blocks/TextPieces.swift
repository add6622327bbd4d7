/// The text of a paragraph or cell piece by piece, each with how it looks, and what a person reads in the end.
struct TextPieces {
  /// How a piece of text looks.
  struct Look: Hashable {
    var isStruck = false
    var isRaised = false
    var isInserted = false
    var isDeleted = false
  }

  private struct Piece {
    var text: String
    var look: Look
  }

  private var pieces: [Piece] = []
  /// Text that is not shown.
  var hidden = ""
  /// Whether a tracked change stands in the text.
  var isChanged = false
  /// Whether the mark of a note stood in the text; it is no part of it.
  var hasFootnote = false

  /// Whether nothing was put in, shown or not.
  var isEmpty: Bool { pieces.isEmpty && hidden.isEmpty && !hasFootnote }

  /// Whether a piece stands in it, shown or deleted.
  var hasPieces: Bool { !pieces.isEmpty }

  /// Adds a piece. A soft hyphen shows only at the end of a line and is nothing.
  mutating func append(_ text: String, _ look: Look = Look()) {
    guard !text.isEmpty else { return }
    let shown = text.unicodeScalars.contains("\u{AD}") ? text.filter { $0 != "\u{AD}" } : text
    if let last = pieces.indices.last, pieces[last].look == look {
      pieces[last].text += shown
    } else {
      pieces.append(Piece(text: shown, look: look))
    }
  }

  /// Adds another text behind this one, on a line of its own.
  mutating func append(_ other: TextPieces) {
    if !other.pieces.isEmpty, !pieces.isEmpty { append("\n") }
    for piece in other.pieces { append(piece.text, piece.look) }
    hidden += other.hidden
    isChanged = isChanged || other.isChanged
    hasFootnote = hasFootnote || other.hasFootnote
  }

  // MARK: - The result

  /// The text with its marks.
  var result: DocumentText {
    var now = pieces.filter { !$0.look.isDeleted }
    var marks: DocumentMarks = hasFootnote ? .footnoteMark : []
    if now.contains(where: { $0.look.isRaised && $0.text.contains(where: \.isNumber) }) {
      if TextPieces.areNotes(now) {
        now.removeAll { $0.look.isRaised }
        marks.insert(.footnoteMark)
      } else {
        marks.insert(.raisedDigits)
      }
    }
    let visible = now.filter { $0.text.contains { !$0.isWhitespace } }
    if visible.contains(where: \.look.isStruck) {
      marks.insert(visible.allSatisfy(\.look.isStruck) ? .struckOut : .partlyStruck)
    }
    let text = TextPieces.joined(now)
    let earlier = isChanged ? TextPieces.joined(pieces.filter { !$0.look.isInserted }) : nil
    if text.isEmpty, let earlier, !earlier.isEmpty { marks.insert(.deleted) }
    return DocumentText(
      text, marks: marks, earlierText: earlier == text ? nil : earlier,
      hiddenText: hidden.contains { !$0.isWhitespace } ? hidden : nil)
  }

  /// Whether raised digits are marks of notes: behind words, or behind a year.
  private static func areNotes(_ pieces: [Piece]) -> Bool {
    let rest = joined(pieces.filter { !$0.look.isRaised })
    if rest.contains(where: \.isLetter) { return true }
    let digits = rest.filter { !$0.isWhitespace }
    return digits.count == 4 && Int(digits).map { (1990...2100).contains($0) } ?? false
  }

  private static func joined(_ pieces: [Piece]) -> String {
    let lines = pieces.map(\.text).joined().split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { trimmed($0) }.joined(separator: "\n").trimmingNewlines
  }

  private static func trimmed(_ line: Substring) -> String {
    var line = line
    while let last = line.last, last == " " || last == "\t" { line.removeLast() }
    return String(line)
  }
}

extension String {
  /// The text without line ends at its beginning and end.
  fileprivate var trimmingNewlines: String {
    var rest = self[...]
    while rest.first == "\n" { rest.removeFirst() }
    while rest.last == "\n" { rest.removeLast() }
    return String(rest)
  }
}
