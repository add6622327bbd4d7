/// Reads `sharedStrings.xml`: the texts that cells refer to by number. `count` and `uniqueCount` are often
/// wrong and not looked at.
enum SharedStringsPart {
  /// `size` is the size of the part that the file states, to make room.
  static func read(_ tokenizer: inout XMLTokenizer, size: Int = 0) throws(SpreadsheetError) -> StringTable {
    var table = StringTable()
    table.reserve(forPart: size)
    var text: [UInt8] = []
    while true {
      try readPlainTexts(&tokenizer, into: &table)
      let token = try tokenizer.next()
      if token == .finished { return table }
      guard token == .start, tokenizer.name == .si, tokenizer.depth == 2 else { continue }
      if table.count >= tokenizer.limits[.sharedStrings] {
        throw tokenizer.limits.exceeded(.sharedStrings, in: tokenizer.part)
      }
      let runs = try RichText.read(&tokenizer, into: &text)
      if table.byteCount + text.count > Int(UInt32.max) {
        throw tokenizer.limits.exceeded(.inflatedBytes, in: tokenizer.part)
      }
      text.withUnsafeBufferPointer { table.append($0) }
      table.setRuns(runs)
    }
  }
}

extension SharedStringsPart {
  /// Takes as many texts as come one after another in their plainest form, `<si><t>text</t></si>`, as nearly
  /// all texts are.
  ///
  /// Advice to the next reader: like ``SheetParser/readPlainCells(into:)`` this is a short cut past the
  /// tokenizer. It takes a text only if every byte is as expected, inside the outermost element, and leaves
  /// everything else alone; so it must never be the only place where a rule is kept.
  private static func readPlainTexts(_ tokenizer: inout XMLTokenizer, into table: inout StringTable)
    throws(SpreadsheetError)
  {
    guard tokenizer.depth == 1, tokenizer.isAtMarkup else { return }
    let window = tokenizer.window
    let end = tokenizer.end
    let last = tokenizer.limits[.sharedStrings]
    var position = tokenizer.position
    // Sixteen bytes behind the end are readable, but mean nothing.
    while position &+ 16 < end, table.count < last {
      let raw = UnsafeRawPointer(window + position)
      // `<si><t>`
      guard raw.loadUnaligned(as: UInt64.self) & 0xFF_FFFF_FFFF_FFFF == 0x3E_743C_3E69_733C else { break }
      let start = position &+ 7
      guard let length = PlainText.length(window, from: start, to: end), start &+ length &+ 16 < end else {
        break
      }
      let ending = UnsafeRawPointer(window + start + length)
      // `</t></si>`
      guard ending.loadUnaligned(as: UInt64.self) == 0x6973_2F3C_3E74_2F3C,
        ending.load(fromByteOffset: 8, as: UInt8.self) == UInt8(ascii: ">"),
        table.byteCount &+ length <= Int(UInt32.max)
      else { break }
      table.append(UnsafeBufferPointer(start: window + start, count: length))
      position = start &+ length &+ 9
    }
    tokenizer.skipMarkup(to: position)
  }
}

/// Text that may come in runs of different fonts, as in `si` and `is`.
enum RichText {
  /// Reads to the end of the element that just started; joins its runs and leaves out the phonetic ones
  /// (`rPh`). Tells which runs are struck out, raised or lowered.
  static func read(_ tokenizer: inout XMLTokenizer, into text: inout [UInt8]) throws(SpreadsheetError)
    -> RunMarks
  {
    text.removeAll(keepingCapacity: true)
    let outside = tokenizer.depth - 1
    var marks: RunMarks = []
    var run = Run()
    while true {
      switch try tokenizer.next() {
      case .start where tokenizer.name == .t:
        let start = text.count
        try appendRun(&tokenizer, to: &text)
        marks.formUnion(run.marks(of: text[start...]))
      case .start where tokenizer.name == .r: run = Run()
      case .start where tokenizer.name == .rPr: try run.read(&tokenizer)
      case .start: try tokenizer.skipElement()
      case .end where tokenizer.depth == outside: return marks
      case .end where tokenizer.name == .r: run = Run()
      case .finished: return marks
      default: break
      }
    }
  }

  /// The font of a run. A run without one has the cell's.
  private struct Run {
    private var hasFont = false
    private var isStruck = false
    private var isRaised = false

    /// Reads the `rPr` element that just started.
    mutating func read(_ tokenizer: inout XMLTokenizer) throws(SpreadsheetError) {
      hasFont = true
      let outside = tokenizer.depth - 1
      while tokenizer.depth > outside {
        guard try tokenizer.next() == .start else { continue }
        if let isStruck = try FontMarks.strike(tokenizer) { self.isStruck = isStruck }
        if let isRaised = try FontMarks.raised(tokenizer) { self.isRaised = isRaised }
      }
    }

    /// What a run with this text adds; blanks are not seen, struck or not.
    func marks(of text: ArraySlice<UInt8>) -> RunMarks {
      guard String(decoding: text, as: UTF8.self).contains(where: { !$0.isWhitespace }) else { return [] }
      guard hasFont else { return .inherited }
      let hasDigit = text.contains { $0 &- UInt8(ascii: "0") <= 9 }
      return [isStruck ? .struck : .unstruck, isRaised && hasDigit ? .raised : []]
    }
  }

  /// Adds the text of a `t` element.
  private static func appendRun(_ tokenizer: inout XMLTokenizer, to text: inout [UInt8])
    throws(SpreadsheetError)
  {
    let start = text.count
    while true {
      switch try tokenizer.next() {
      case .text:
        try tokenizer.appendText(to: &text)
        if text.count > tokenizer.limits[.stringBytes] {
          throw tokenizer.limits.exceeded(.stringBytes, in: tokenizer.part)
        }
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
  static let rPr = XMLName("rPr")
}
