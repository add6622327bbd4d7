/// What the tokenizer makes of some XML, as lines of text: the entry point of tests that compare it with
/// other parsers, or with itself.
package enum XMLTranscript {
  /// `start name a="b"` (attributes by name), `text …`, `end name`, one line each; text between two tags is
  /// one line.
  ///
  /// The bytes are handed over in blocks of `blockSize`. Throws a ``SpreadsheetError`` where the tokenizer
  /// does.
  package static func lines(
    of bytes: [UInt8], limits: ReadLimits = .init(), blockSize: Int = 1 << 17
  ) throws(SpreadsheetError) -> [String] {
    var lines: [String] = []
    var names: [String] = []
    var text: [UInt8] = []
    var tokenizer = XMLTokenizer(
      TextSource(MemorySource(bytes, blockSize: blockSize), part: "x"), part: "x", limits: limits,
      blockSize: max(blockSize, 64))
    while true {
      let token = try tokenizer.next()
      if token == .text {
        try tokenizer.appendText(to: &text)
        continue
      }
      if !text.isEmpty { lines.append("text " + String(decoding: text, as: UTF8.self)) }
      text.removeAll()
      switch token {
      case .start:
        names.append(tokenizer.fullName)
        lines.append("start " + tokenizer.fullName + (try attributes(tokenizer)))
      case .end: lines.append("end " + (names.popLast() ?? ""))
      default: return lines
      }
    }
  }

  private static func attributes(_ tokenizer: borrowing XMLTokenizer) throws(SpreadsheetError) -> String {
    var values: [(name: String, value: String)] = []
    for index in 0..<tokenizer.attributeCount {
      let attribute = tokenizer[attribute: index]
      let name = UnsafeBufferPointer(
        start: tokenizer.window + attribute.nameStart, count: attribute.nameEnd - attribute.nameStart)
      values.append((String(decoding: name, as: UTF8.self), try tokenizer.value(attribute)))
    }
    return values.sorted { $0.name < $1.name }.map { " \($0.name)=\"\($0.value)\"" }.joined()
  }
}
