/// What stands in a page, in a cell of a table or in a caption, as it is gathered.
struct HTMLFrame {
  /// A paragraph, or what a table was made into.
  enum Segment {
    case text(TextPieces, isMarked: Bool)
    case blocks([DocumentBlock])
  }

  private(set) var segments: [Segment] = []
  /// Whether the row of this cell is not shown: then its text is read, and the row tells.
  let isInHiddenRow: Bool
  /// Whether the paragraph that is open is marked as a caption.
  var isMarked = false
  private var current = TextPieces()
  private var endsInSpace = true

  init(isInHiddenRow: Bool = false) { self.isInHiddenRow = isInHiddenRow }

  // MARK: - Text

  /// Adds text as a browser shows it: spaces and line ends are one space, none at the beginning of a line.
  mutating func append(_ text: String, _ look: TextPieces.Look, keepsSpaces: Bool) {
    if keepsSpaces {
      endsInSpace = false
      return current.append(text, look)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        if !endsInSpace { bytes.append(0x20) }
        endsInSpace = true
      } else if byte >= 0x20 {
        bytes.append(byte)
        endsInSpace = false
      }
    }
    current.append(String(decoding: bytes, as: UTF8.self), look)
  }

  /// Ends the line.
  mutating func breakLine() {
    current.append("\n")
    endsInSpace = true
  }

  /// Adds text that is not shown.
  mutating func appendHidden(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !words.isEmpty else { return }
    current.hidden += current.hidden.isEmpty ? words : " " + words
  }

  /// Leaves out the mark of a note.
  mutating func leaveOutMark() { current.hasFootnote = true }

  /// Ends the paragraph.
  mutating func endParagraph() {
    defer {
      endsInSpace = true
      isMarked = false
    }
    guard !current.isEmpty else { return }
    segments.append(.text(current, isMarked: isMarked))
    current = TextPieces()
  }

  /// Adds what another frame or a table holds.
  mutating func append(_ more: [Segment]) {
    endParagraph()
    segments += more
  }

  // MARK: - The result

  /// Whether a table stands in it.
  var hasTables: Bool {
    segments.contains { if case .blocks = $0 { true } else { false } }
  }

  /// Takes out the tables that are only parts of a text, and gives the texts of their cells. A table with years over its columns, or with a caption, is one of its own.
  mutating func takeSmallTables() -> [String] {
    var texts: [String] = []
    segments.removeAll { segment in
      guard case .blocks(let blocks) = segment else { return false }
      var own: [String] = []
      for block in blocks {
        guard case .table(let table) = block, table.caption == nil,
          !table.rows.contains(where: HTMLFrame.isHeadOfYears)
        else { return false }
        own += table.rows.flatMap(\.cells).map(\.text.text)
      }
      texts += own
      return true
    }
    return texts.filter { !$0.isEmpty }
  }

  private static func isHeadOfYears(_ row: DocumentRow) -> Bool {
    row.cells.count { Int($0.text.text).map { (1990...2100).contains($0) } ?? false } > 1
  }

  /// Its paragraphs as one text, a line each.
  var text: DocumentText {
    var all = TextPieces()
    for case .text(let pieces, _) in segments { all.append(pieces) }
    return HTMLFrame.trimmed(all.result)
  }

  /// Paragraphs and tables in their order.
  static func blocks(_ segments: [Segment]) -> [DocumentBlock] {
    segments.flatMap { segment -> [DocumentBlock] in
      switch segment {
      case .text(let pieces, let isMarked):
        let text = trimmed(pieces.result)
        guard !text.text.isEmpty || text.hiddenText != nil else { return [] }
        return [.paragraph(DocumentParagraph(text, isMarkedCaption: isMarked))]
      case .blocks(let blocks): return blocks
      }
    }
  }

  /// A no-break space at the ends of a line only indents it, and one alone is an empty cell.
  private static func trimmed(_ text: DocumentText) -> DocumentText {
    var text = text
    let lines = text.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line
      while let first = line.first, first.isWhitespace { line.removeFirst() }
      while let last = line.last, last.isWhitespace { line.removeLast() }
      return String(line)
    }
    let shown = lines.drop { $0.isEmpty }
    text.text = shown[..<(shown.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? shown.startIndex)]
      .joined(separator: "\n")
    return text
  }
}
