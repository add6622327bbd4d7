/// Reads XML from a stream of bytes, one token at a time, in a window of memory that is no larger than the
/// largest token.
///
/// Advice to the next reader: positions (``textRange``, attribute ranges) are offsets into the window and die
/// with the next call of ``next()``, which may move the window. Behind the last byte of the window 16 more
/// are always readable, since names are loaded as words.
///
/// It knows elements, attributes, text, CDATA, comments, processing instructions, the five entities and
/// numeric ones. It refuses DOCTYPE. A name is what follows its prefix; which namespace it is in, `namespace`
/// tells to those who want to know. Tags have to match.
package struct XMLTokenizer: ~Copyable {
  /// What ``next()`` found.
  package enum Token: Sendable {
    /// A start tag; an empty-element tag is a start and an end.
    case start
    /// An end tag.
    case end
    /// Text, or a CDATA section. Text between two tags can come in several pieces.
    case text
    /// The end of a complete document.
    case finished
  }

  /// An attribute: its name without a prefix, and where its value stands in the window.
  package struct Attribute {
    /// The name without a prefix.
    package var localName: XMLName { name }
    var name: XMLName
    /// The name with its prefix.
    var fullName: XMLName
    var nameStart: Int
    var nameEnd: Int
    var valueStart: Int
    var valueEnd: Int
    /// Whether the value has entities or white space other than blanks.
    var needsDecoding: Bool

    var isEmpty: Bool { valueStart == valueEnd }
  }

  let part: String
  let limits: ReadLimits
  private let source: any ByteSource
  private let blockSize: Int

  /// The window: `end` bytes, of which those from `position` on have not been looked at.
  private(set) var window: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var position = 0
  private(set) var end = 0
  private var isSourceAtEnd = false
  /// How many bytes of the part lie before the window.
  private var bytesBefore = 0

  /// The name of the element that starts or ends, without a prefix.
  package private(set) var name = XMLName.none
  /// The namespace of the element that starts or ends.
  package private(set) var namespace = XMLNamespace.none
  /// Where the name of the element that starts stands, prefix included.
  private(set) var nameRange = 0..<0
  private(set) var textStart = 0
  private(set) var textEnd = 0
  /// Whether the text has entities or carriage returns. A CDATA section has no entities.
  private(set) var textNeedsDecoding = false
  private(set) var textIsCDATA = false
  private var attributes: UnsafeMutablePointer<Attribute>
  private var attributeCapacity: Int
  package private(set) var attributeCount = 0
  /// Whether an attribute of the element that starts declares a namespace.
  private var hasDeclarations = false
  /// The open elements' names, with prefix and without, and their namespaces.
  private var open: [(full: XMLName, local: XMLName, namespace: XMLNamespace)] = []
  private(set) var scope = XMLScope()
  /// Whether the element that starts has no content, so that its end comes next.
  private(set) var isSelfClosed = false
  private var hasRoot = false

  /// Reads `source`, which delivers UTF-8; `part` is the name for errors.
  package init(_ source: any ByteSource, part: String, limits: ReadLimits, blockSize: Int = 1 << 17) {
    self.source = source
    self.part = part
    self.limits = limits
    self.blockSize = blockSize
    capacity = blockSize * 2
    window = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + 16)
    attributeCapacity = max(0, min(16, limits[.attributes]))
    attributes = UnsafeMutablePointer<Attribute>.allocate(capacity: attributeCapacity)
    open.reserveCapacity(16)
  }

  deinit {
    window.deallocate()
    attributes.deallocate()
  }

  /// Whether the window shows that an end tag comes next.
  @inline(__always)
  var isBeforeEndTag: Bool {
    position &+ 1 < end && window[position] == UInt8(ascii: "<") && window[position &+ 1] == UInt8(ascii: "/")
  }

  /// Whether the next token begins at ``position``, in the window.
  @inline(__always)
  var isAtMarkup: Bool { !isSelfClosed && position < end }

  /// Goes on at `target`, past whole elements that the caller has understood.
  @inline(__always)
  mutating func skipMarkup(to target: Int) { position = target }

  /// How many bytes of the part lie before the next token: what stood last ends there.
  var byteOffset: Int { bytesBefore + position }

  /// Where the tag of the element that just started begins, in bytes from the start of the part.
  var tagOffset: Int { bytesBefore + nameRange.lowerBound - 1 }

  /// How many elements are open; 1 inside the outermost.
  package var depth: Int { open.count }

  /// Whether the innermost open element is one of this name, without a prefix.
  func isDirectlyInside(_ name: XMLName) -> Bool { open.last?.full == name }

  /// The attribute number `index` of the element that starts.
  @inline(__always)
  package subscript(attribute index: Int) -> Attribute { attributes[index] }

  /// The next token.
  package mutating func next() throws(SpreadsheetError) -> Token {
    if isSelfClosed {
      isSelfClosed = false
      closeElement()
      return .end
    }
    while true {
      if position == end, try !refill(keepingFrom: position) { return try finish() }
      guard window[position] == UInt8(ascii: "<") else {
        if try scanText() { return .text }
        continue
      }
      switch try peek(1) {
      case UInt8(ascii: "/"):
        try scanEndTag()
        return .end
      case UInt8(ascii: "!"): if try scanDeclaration() { return .text }
      case UInt8(ascii: "?"): try skip(past: "?>", from: 2)
      default:
        try scanStartTag()
        return .start
      }
    }
  }

  private func finish() throws(SpreadsheetError) -> Token {
    if !open.isEmpty { throw error(.unexpectedEnd) }
    if !hasRoot { throw error(.noElement) }
    return .finished
  }

  /// The error that the XML at the current position breaks a rule.
  func error(_ problem: XMLProblem) -> SpreadsheetError {
    .damaged(part: part, .notWellFormed(problem, byte: bytesBefore + position))
  }

  // MARK: The window

  /// Reads on, keeping the window's bytes from `start` on, which move to its front: every position has to be
  /// lowered by `start`.
  ///
  /// `position` is lowered here. False if nothing is left to read.
  private mutating func refill(keepingFrom start: Int) throws(SpreadsheetError) -> Bool {
    if isSourceAtEnd { return false }
    let kept = end - start
    if kept > limits[.stringBytes] { throw limits.exceeded(.stringBytes, in: part) }
    if start > 0 {
      window.update(from: window + start, count: kept)
      bytesBefore += start
      position -= start
      end = kept
    }
    if capacity - end < blockSize { grow() }
    let received = try source.read(
      into: UnsafeMutableRawBufferPointer(start: window + end, count: capacity - end))
    if received == 0 { isSourceAtEnd = true }
    end += received
    if bytesBefore + end > limits[.partBytes] { throw limits.exceeded(.partBytes, in: part) }
    return received > 0
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2 + 16)
    larger.update(from: window, count: end)
    window.deallocate()
    window = larger
    capacity *= 2
  }

  /// The byte `offset` after the current position.
  private mutating func peek(_ offset: Int) throws(SpreadsheetError) -> UInt8 {
    while position + offset >= end {
      if try !refill(keepingFrom: position) { throw error(.unexpectedEnd) }
    }
    return window[position + offset]
  }

  // MARK: Text

  /// Takes the text up to the next tag. False if it is white space outside the outermost element, which is
  /// nothing.
  private mutating func scanText() throws(SpreadsheetError) -> Bool {
    var length = 0
    var marks = false
    while true {
      let count = end
      var cursor = position + length
      while cursor < count {
        let byte = window[cursor]
        if byte == UInt8(ascii: "<") { break }
        if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\r") { marks = true }
        cursor &+= 1
      }
      length = cursor - position
      if cursor < count { break }
      if open.isEmpty { return try skipOutsideRoot(length) }
      if try !refill(keepingFrom: position) { throw error(.unexpectedEnd) }
    }
    if open.isEmpty { return try skipOutsideRoot(length) }
    textStart = position
    textEnd = position + length
    textNeedsDecoding = marks
    textIsCDATA = false
    position = textEnd
    return true
  }

  private mutating func skipOutsideRoot(_ length: Int) throws(SpreadsheetError) -> Bool {
    for index in position..<position + length where !XMLTokenizer.isSpace(window[index]) {
      throw error(.contentOutsideRoot)
    }
    position += length
    return false
  }

  // MARK: Comments, CDATA, DOCTYPE

  /// Takes what begins with `<!`. True for a CDATA section, whose text is then current.
  private mutating func scanDeclaration() throws(SpreadsheetError) -> Bool {
    switch try peek(2) {
    case UInt8(ascii: "-"):
      guard try peek(3) == UInt8(ascii: "-") else { throw error(.badMarkup) }
      try skip(past: "-->", from: 4)
      return false
    case UInt8(ascii: "["):
      for (offset, byte) in "<![CDATA[".utf8.enumerated() where try peek(offset) != byte {
        throw error(.badMarkup)
      }
      if open.isEmpty { throw error(.contentOutsideRoot) }
      try scanCDATA()
      return true
    case UInt8(ascii: "D"), UInt8(ascii: "d"): throw .doctypeRefused(part: part)
    default: throw error(.badMarkup)
    }
  }

  private mutating func scanCDATA() throws(SpreadsheetError) {
    var length = 9
    while true {
      while position + length + 2 >= end {
        if try !refill(keepingFrom: position) { throw error(.unexpectedEnd) }
      }
      let cursor = position + length
      if window[cursor] == UInt8(ascii: "]"), window[cursor + 1] == UInt8(ascii: "]"),
        window[cursor + 2] == UInt8(ascii: ">")
      {
        break
      }
      length += 1
    }
    textStart = position + 9
    textEnd = position + length
    textNeedsDecoding = (textStart..<textEnd).contains { window[$0] == UInt8(ascii: "\r") }
    textIsCDATA = true
    position = textEnd + 3
  }

  /// Goes past the next `ending`, looked for `offset` bytes after the current position on. What lies before
  /// is not kept.
  private mutating func skip(past ending: StaticString, from offset: Int) throws(SpreadsheetError) {
    _ = try peek(offset - 1)
    position += offset
    let count = ending.utf8CodeUnitCount
    let first = ending.utf8Start[0]
    while true {
      _ = try peek(count - 1)
      let last = end - count
      while position < last, window[position] != first { position &+= 1 }
      var matched = 0
      while matched < count, window[position + matched] == ending.utf8Start[matched] { matched += 1 }
      if matched == count { break }
      position += 1
    }
    position += count
  }

  // MARK: Tags

  private mutating func scanEndTag() throws(SpreadsheetError) {
    var length = 2
    while try peek(length) != UInt8(ascii: ">") { length += 1 }
    var nameLength = length - 2
    while nameLength > 0, XMLTokenizer.isSpace(window[position + 1 + nameLength]) { nameLength -= 1 }
    guard let opened = open.last else { throw error(.contentOutsideRoot) }
    guard nameLength > 0, XMLName(window + position + 2, count: nameLength) == opened.full else {
      throw error(.mismatchedTag)
    }
    name = opened.local
    namespace = opened.namespace
    closeElement()
    position += length + 1
  }

  @inline(__always)
  private mutating func closeElement() {
    if open.count == scope.depth { scope.close(open.count) }
    open.removeLast()
  }

  private mutating func scanStartTag() throws(SpreadsheetError) {
    if open.isEmpty, hasRoot { throw error(.contentOutsideRoot) }
    // A tag that the window's end cuts off is scanned again once more bytes are there, which happens once per
    // block.
    while try !scanWholeStartTag() {
      if try !refill(keepingFrom: position) { throw error(.unexpectedEnd) }
    }
    if open.count > limits[.nesting] { throw limits.exceeded(.nesting, in: part) }
    hasRoot = true
  }

  /// Takes a start tag that lies wholly in the window; false if it does not.
  private mutating func scanWholeStartTag() throws(SpreadsheetError) -> Bool {
    let end = self.end
    let nameStart = position + 1
    var cursor = nameStart
    var localStart = nameStart
    while cursor < end, !XMLTokenizer.endsName(window[cursor]) {
      if window[cursor] == UInt8(ascii: ":") { localStart = cursor + 1 }
      cursor &+= 1
    }
    if cursor == end { return false }
    if cursor == localStart { throw error(.badTag) }
    nameRange = nameStart..<cursor
    let full = XMLName(window + nameStart, count: cursor - nameStart)
    name = localStart == nameStart ? full : XMLName(window + localStart, count: cursor - localStart)
    let prefix =
      localStart == nameStart ? XMLName.none : XMLName(window + nameStart, count: localStart - 1 - nameStart)
    attributeCount = 0
    hasDeclarations = false
    while true {
      let beforeSpace = cursor
      while cursor < end, XMLTokenizer.isSpace(window[cursor]) { cursor &+= 1 }
      if cursor == end { return false }
      switch window[cursor] {
      case UInt8(ascii: ">"):
        position = cursor + 1
        try openElement(full, prefix)
        return true
      case UInt8(ascii: "/"):
        if cursor + 1 == end { return false }
        guard window[cursor + 1] == UInt8(ascii: ">") else { throw error(.badTag) }
        position = cursor + 2
        isSelfClosed = true
        try openElement(full, prefix)
        return true
      default:
        if cursor == beforeSpace { throw error(.badTag) }
        guard let next = try scanAttribute(at: cursor) else { return false }
        cursor = next
      }
    }
  }

  @inline(__always)
  private mutating func openElement(_ full: XMLName, _ prefix: XMLName) throws(SpreadsheetError) {
    if hasDeclarations { try declareNamespaces() }
    namespace = scope.namespace(of: prefix)
    open.append((full, name, namespace))
  }

  private mutating func declareNamespaces() throws(SpreadsheetError) {
    for index in 0..<attributeCount {
      guard let (prefix, namespace) = try declaration(index) else { continue }
      // Every name is looked up among them, so there must not be too many.
      if scope.count >= limits[.attributes] { throw limits.exceeded(.attributes, in: part) }
      scope.declare(prefix, namespace, depth: open.count + 1)
    }
  }

  /// Takes the attribute at `start` and tells where it ends; `nil` if that lies beyond the window.
  @inline(__always)
  private mutating func scanAttribute(at start: Int) throws(SpreadsheetError) -> Int? {
    let end = self.end
    var cursor = start
    var localStart = start
    while cursor < end, !XMLTokenizer.endsName(window[cursor]) {
      if window[cursor] == UInt8(ascii: ":") { localStart = cursor + 1 }
      cursor &+= 1
    }
    let nameEnd = cursor
    while cursor < end, XMLTokenizer.isSpace(window[cursor]) { cursor &+= 1 }
    if cursor == end { return nil }
    guard window[cursor] == UInt8(ascii: "="), nameEnd > localStart else { throw error(.badAttribute) }
    cursor &+= 1
    while cursor < end, XMLTokenizer.isSpace(window[cursor]) { cursor &+= 1 }
    if cursor == end { return nil }
    let quote = window[cursor]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw error(.badAttribute) }
    cursor &+= 1
    let valueStart = cursor
    var marks = false
    while cursor < end {
      let byte = window[cursor]
      if byte == quote { break }
      if byte == UInt8(ascii: "&") || byte < 0x20 { marks = true }
      if byte == UInt8(ascii: "<") { throw error(.badAttribute) }
      cursor &+= 1
    }
    if cursor == end { return nil }
    let full = XMLName(window + start, count: nameEnd - start)
    try add(
      Attribute(
        name: localStart == start ? full : XMLName(window + localStart, count: nameEnd - localStart),
        fullName: full, nameStart: start,
        nameEnd: nameEnd, valueStart: valueStart, valueEnd: cursor, needsDecoding: marks))
    return cursor + 1
  }

  @inline(__always)
  private mutating func add(_ attribute: Attribute) throws(SpreadsheetError) {
    for index in 0..<attributeCount where attributes[index].fullName == attribute.fullName {
      try refuseDuplicate(attribute, index)
    }
    // `xmlns`, and perhaps a prefix.
    if attribute.fullName.low & 0xFF_FFFF_FFFF == 0x73_6E6C_6D78 { hasDeclarations = true }
    if attributeCount == attributeCapacity { try growAttributes() }
    attributes[attributeCount] = attribute
    attributeCount &+= 1
  }

  /// Long names are compared in full before they count as the same.
  private func refuseDuplicate(_ attribute: Attribute, _ index: Int) throws(SpreadsheetError) {
    let other = attributes[index]
    let name = UnsafeBufferPointer(
      start: window + attribute.nameStart, count: attribute.nameEnd - attribute.nameStart)
    let otherName = UnsafeBufferPointer(
      start: window + other.nameStart, count: other.nameEnd - other.nameStart)
    if name.elementsEqual(otherName) { throw error(.duplicateAttribute) }
  }

  private mutating func growAttributes() throws(SpreadsheetError) {
    if attributeCapacity >= limits[.attributes] { throw limits.exceeded(.attributes, in: part) }
    let capacity = min(attributeCapacity * 2, limits[.attributes])
    let larger = UnsafeMutablePointer<Attribute>.allocate(capacity: capacity)
    larger.update(from: attributes, count: attributeCount)
    attributes.deallocate()
    attributes = larger
    attributeCapacity = capacity
  }

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }

  /// Whether a name cannot go on with `byte`: white space, `/`, `>`, `=`, quotes, `<`, `&`.
  @inline(__always)
  private static func endsName(_ byte: UInt8) -> Bool {
    if byte >= 0x40 { return false }
    // One bit for each: 9, 10, 13, blank, " & ' / < = >.
    return (0x7000_80C5_0000_2600 as UInt64) & (1 &<< UInt64(byte)) != 0
  }
}
