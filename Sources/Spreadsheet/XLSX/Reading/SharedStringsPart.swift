/// Reads `sharedStrings.xml`: the texts that cells refer to by number. `count` and `uniqueCount` are often wrong and not looked at.
enum SharedStringsPart {
  static func read(_ tokenizer: inout XMLTokenizer) throws(SpreadsheetError) -> StringTable {
    var table = StringTable()
    var text: [UInt8] = []
    while true {
      let token = try tokenizer.next()
      if token == .finished { return table }
      guard token == .start, tokenizer.name == .si, tokenizer.depth == 2 else { continue }
      if table.count >= tokenizer.limits[.sharedStrings] { throw tokenizer.limits.exceeded(.sharedStrings, in: tokenizer.part) }
      try RichText.read(&tokenizer, into: &text)
      if table.byteCount + text.count > Int(UInt32.max) { throw tokenizer.limits.exceeded(.inflatedBytes, in: tokenizer.part) }
      text.withUnsafeBufferPointer { table.append($0) }
    }
  }
}

/// Text that may come in runs of different fonts, as in `si` and `is`.
enum RichText {
  /// Reads to the end of the element that just started; joins its runs and leaves out the phonetic ones (`rPh`).
  static func read(_ tokenizer: inout XMLTokenizer, into text: inout [UInt8]) throws(SpreadsheetError) {
    text.removeAll(keepingCapacity: true)
    let outside = tokenizer.depth - 1
    while true {
      switch try tokenizer.next() {
      case .start where tokenizer.name == .t: try appendRun(&tokenizer, to: &text)
      case .start where tokenizer.name != .r: try tokenizer.skipElement()
      case .end where tokenizer.depth == outside: return
      case .finished: return
      default: break
      }
    }
  }

  /// Adds the text of a `t` element.
  private static func appendRun(_ tokenizer: inout XMLTokenizer, to text: inout [UInt8]) throws(SpreadsheetError) {
    let start = text.count
    while true {
      switch try tokenizer.next() {
      case .text:
        try tokenizer.appendText(to: &text)
        if text.count > tokenizer.limits[.stringBytes] { throw tokenizer.limits.exceeded(.stringBytes, in: tokenizer.part) }
      case .start: try tokenizer.skipElement()
      case .end, .finished:
        EscapedText.undo(in: &text, from: start)
        return
      }
    }
  }
}

extension XMLName {
  static let si = XMLName("si")
  static let t = XMLName("t")
  static let r = XMLName("r")
}
