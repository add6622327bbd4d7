/// An element of an XML part, with the byte positions that editing needs: a change replaces bytes, everything
/// else stays as it is written.
package struct XMLElement: Sendable {
  /// An attribute and where its value stands, quotes not included.
  package struct Attribute: Sendable {
    /// The name with its prefix.
    package var name: String
    /// The value, entities undone.
    package var value: String
    package var valueRange: Range<Int>
  }

  /// The name with its prefix.
  package var fullName: String
  package var attributes: [Attribute] = []
  /// The whole element, tags included.
  package var range: Range<Int>
  /// What stands between its tags; empty for an empty-element tag.
  package var content: Range<Int>
  /// Its own text, without that of elements inside.
  package var text = ""
  package var children: [XMLElement] = []

  /// The name without a prefix.
  package var name: String { fullName.split(separator: ":").last.map(String.init) ?? fullName }

  /// The prefix with its colon, or nothing.
  package var prefix: String { String(fullName.dropLast(name.count)) }

  /// Whether it is written as one tag: `<a/>`.
  package var isOneTag: Bool { content.upperBound == range.upperBound }

  /// The attribute of this name, prefix included.
  package func attribute(_ name: String) -> Attribute? { attributes.first { $0.name == name } }

  /// The value of the attribute whose name, without its prefix, is `name`.
  package subscript(_ name: String) -> String? {
    attribute(name)?.value
      ?? attributes.first { $0.name.hasSuffix(":" + name) && !$0.name.hasPrefix("xmlns:") }?.value
  }

  /// The value of the attribute as a whole number that 32 bits hold, as the schema has all numbers of sheets
  /// and styles.
  package func number(_ name: String) -> Int? { self[name].flatMap { Int32($0) }.map(Int.init) }

  /// The first child of this name, whatever its prefix.
  package func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  /// The children of this name, whatever their prefix.
  package func children(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// The text of the element and of all elements inside, in order of the elements.
  package var wholeText: String { text + children.map(\.wholeText).joined() }
}

extension XMLElement {
  /// The outermost element of a part.
  /// - Parameter skipping: names of elements whose content is not kept, such as the cells of a sheet.
  static func parse(
    _ bytes: [UInt8], part: String, limits: ReadLimits, skipping: Set<String> = []
  ) throws(SpreadsheetError) -> XMLElement {
    var tokenizer = XMLTokenizer(MemorySource(bytes), part: part, limits: limits)
    var open: [XMLElement] = []
    var count = 0
    while true {
      switch try tokenizer.next() {
      case .start:
        count += 1
        if count > limits[.records] { throw limits.exceeded(.records, in: part) }
        open.append(try XMLElement(startedIn: tokenizer))
        guard let name = open.last?.name, skipping.contains(name) else { continue }
        try tokenizer.skipElement()
        if let root = close(&open, in: bytes, at: tokenizer.byteOffset) {
          return try finish(&tokenizer, root)
        }
      case .end:
        if let root = close(&open, in: bytes, at: tokenizer.byteOffset) {
          return try finish(&tokenizer, root)
        }
      case .text:
        var text: [UInt8] = []
        try tokenizer.appendText(to: &text)
        if !open.isEmpty { open[open.count - 1].text += String(decoding: text, as: UTF8.self) }
      case .finished: throw .damaged(part: part, .notWellFormed(.noElement, byte: 0))
      }
    }
  }

  /// What stands behind the outermost element has to be well-formed too.
  private static func finish(_ tokenizer: inout XMLTokenizer, _ root: XMLElement) throws(SpreadsheetError)
    -> XMLElement
  {
    while try tokenizer.next() != .finished {}
    return root
  }

  /// The element whose start tag the tokenizer has just read.
  private init(startedIn tokenizer: borrowing XMLTokenizer) throws(SpreadsheetError) {
    fullName = tokenizer.fullName
    let shift = tokenizer.tagOffset + 1 - tokenizer.nameRange.lowerBound
    for index in 0..<tokenizer.attributeCount {
      let found = tokenizer[attribute: index]
      let name = UnsafeBufferPointer(
        start: tokenizer.window + found.nameStart, count: found.nameEnd - found.nameStart)
      attributes.append(
        Attribute(
          name: String(decoding: name, as: UTF8.self), value: try tokenizer.value(found),
          valueRange: found.valueStart + shift..<found.valueEnd + shift))
    }
    range = tokenizer.tagOffset..<tokenizer.byteOffset
    content = tokenizer.byteOffset..<tokenizer.byteOffset
  }

  /// Ends the innermost open element at `offset` and hands it to the one around it; the outermost is
  /// returned.
  private static func close(_ open: inout [XMLElement], in bytes: [UInt8], at offset: Int) -> XMLElement? {
    guard var element = open.popLast() else { return nil }
    let startTagEnd = element.content.lowerBound
    let isOneTag = offset == startTagEnd && bytes[offset - 2] == UInt8(ascii: "/")
    element.range = element.range.lowerBound..<offset
    let endTag = isOneTag ? offset : bytes[..<offset].lastIndex(of: UInt8(ascii: "<")) ?? offset
    element.content = startTagEnd..<max(startTagEnd, endTag)
    if open.isEmpty { return element }
    open[open.count - 1].children.append(element)
    return nil
  }
}
