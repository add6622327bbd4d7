/// The text of a cell: its paragraphs, a line each.
struct ODSText {
  /// The text in UTF-8.
  private(set) var bytes: [UInt8] = []
  /// What is struck and raised in it.
  private(set) var runs: RunMarks = []
  /// Whether some of the text is hidden and left out.
  private(set) var hasHidden = false
  private var paragraphs = 0

  /// Reads what stands in the cell that just started. Notes and drawings are none of its text.
  mutating func read(_ tokenizer: inout XMLTokenizer, _ styles: inout OpenDocumentStyles)
    throws(SpreadsheetError)
  {
    bytes.removeAll(keepingCapacity: true)
    (runs, hasHidden, paragraphs) = ([], false, 0)
    try readBlocks(&tokenizer, &styles)
  }

  private mutating func readBlocks(_ tokenizer: inout XMLTokenizer, _ styles: inout OpenDocumentStyles)
    throws(SpreadsheetError)
  {
    while try tokenizer.nextChild() {
      guard tokenizer.namespace == .text else {
        try tokenizer.skipElement()
        continue
      }
      switch tokenizer.name {
      case .p, .h:
        if paragraphs > 0 { bytes.append(UInt8(ascii: "\n")) }
        paragraphs += 1
        try readParagraph(&tokenizer, &styles)
      case .list, .listItem, .section: try readBlocks(&tokenizer, &styles)
      default: try tokenizer.skipElement()
      }
    }
  }

  private mutating func readParagraph(_ tokenizer: inout XMLTokenizer, _ styles: inout OpenDocumentStyles)
    throws(SpreadsheetError)
  {
    let outside = tokenizer.depth - 1
    var open = [(depth: tokenizer.depth, style: styles.text(.paragraph, try styleName(tokenizer)))]
    var isAfterBlank = true
    while tokenizer.depth > outside {
      switch try tokenizer.next() {
      case .start where isText(tokenizer):
        switch tokenizer.name {
        case .span:
          let style = styles.text(.text, try styleName(tokenizer)).inside(open[open.count - 1].style)
          open.append((tokenizer.depth, style))
        case .s: try addBlanks(tokenizer, open[open.count - 1].style, isAfterBlank: &isAfterBlank)
        case .tab: try add([UInt8(ascii: "\t")], open[open.count - 1].style, &isAfterBlank, tokenizer)
        case .lineBreak: try add([UInt8(ascii: "\n")], open[open.count - 1].style, &isAfterBlank, tokenizer)
        case .note, .rubyText: try tokenizer.skipElement()
        default: break
        }
      case .start: try tokenizer.skipElement()
      case .text:
        var piece: [UInt8] = []
        try tokenizer.appendText(to: &piece)
        let text = ODSText.collapsed(piece, &isAfterBlank)
        try add(text, open[open.count - 1].style, &isAfterBlank, tokenizer, isLiteral: false)
      case .end:
        while open.count > 1, open[open.count - 1].depth > tokenizer.depth { open.removeLast() }
      case .finished: return
      }
    }
  }

  /// Text's own elements, and LibreOffice's, hold text; others are drawings and notes.
  private func isText(_ tokenizer: borrowing XMLTokenizer) -> Bool {
    tokenizer.namespace == .text || tokenizer.namespace == .loext
  }

  private func styleName(_ tokenizer: borrowing XMLTokenizer) throws(SpreadsheetError) -> String? {
    try tokenizer.string(.styleName, in: .text)
  }

  private mutating func addBlanks(
    _ tokenizer: borrowing XMLTokenizer, _ style: OpenTextStyle, isAfterBlank: inout Bool
  ) throws(SpreadsheetError) {
    let count = try tokenizer.number(.c, in: .text) ?? 1
    if count > tokenizer.limits[.stringBytes] {
      throw tokenizer.limits.exceeded(.stringBytes, in: tokenizer.part)
    }
    let blanks = [UInt8](repeating: UInt8(ascii: " "), count: max(count, 0))
    try add(blanks, style, &isAfterBlank, tokenizer)
  }

  /// Adds text, unless it is hidden. What an element stands for is no white space to be joined with other.
  private mutating func add(
    _ piece: [UInt8], _ style: OpenTextStyle, _ isAfterBlank: inout Bool, _ tokenizer: borrowing XMLTokenizer,
    isLiteral: Bool = true
  ) throws(SpreadsheetError) {
    if isLiteral { isAfterBlank = false }
    let isVisible = piece.contains { $0 > 0x20 }
    guard style.isHidden != true else {
      hasHidden = hasHidden || isVisible
      return
    }
    bytes += piece
    if bytes.count >= tokenizer.limits[.stringBytes] {
      throw tokenizer.limits.exceeded(.stringBytes, in: tokenizer.part)
    }
    guard isVisible else { return }
    runs.insert(style.isStruck.map { $0 ? .struck : .unstruck } ?? .inherited)
    if style.isRaised == true, piece.contains(where: { (48...57).contains($0) }) { runs.insert(.raised) }
  }

  /// White space in the XML is one blank, and none at the beginning of a paragraph.
  private static func collapsed(_ piece: [UInt8], _ isAfterBlank: inout Bool) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(piece.count)
    for byte in piece {
      let isBlank = XMLTokenizer.isSpace(byte)
      if !isBlank { text.append(byte) } else if !isAfterBlank { text.append(UInt8(ascii: " ")) }
      isAfterBlank = isBlank
    }
    return text
  }
}

extension XMLName {
  fileprivate static let p = XMLName("p")
  fileprivate static let h = XMLName("h")
  fileprivate static let list = XMLName("list")
  fileprivate static let listItem = XMLName("list-item")
  fileprivate static let section = XMLName("section")
  fileprivate static let span = XMLName("span")
  fileprivate static let tab = XMLName("tab")
  fileprivate static let lineBreak = XMLName("line-break")
  fileprivate static let note = XMLName("note")
  fileprivate static let rubyText = XMLName("ruby-text")
  fileprivate static let styleName = XMLName("style-name")
}
