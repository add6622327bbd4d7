/// A start tag with the attributes that say something to a reader of tables.
struct HTMLTag {
  var name: String
  var attributes: [(name: String, value: String)] = []

  /// The value of an attribute; the first counts where one stands twice.
  subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
}

/// Cuts a page into tags and text, one after the other, as browsers do: whatever the bytes are, they are read
/// to their end, each of them once.
struct HTMLTokenizer {
  enum Token {
    case text(String)
    case start(HTMLTag)
    case end(String)
    case finished
  }

  private let bytes: [UInt8]
  private var index = 0
  /// The beginning of what follows a comment, a tag or a script without an end: no browser shows it.
  private(set) var unread: String?

  /// Attributes that are kept; all others are passed over.
  private static let kept: Set<String> = [
    "style", "class", "colspan", "rowspan", "span", "hidden", "type", "checked", "value", "selected", "href",
    "sdval", "x:num", "x:fmla", "start", "bgcolor", "color",
  ]

  /// A tag with more attributes is read without the others.
  private static let attributeLimit = 64

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next tag or piece of text.
  mutating func next() -> Token {
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count else { return text() }
      switch bytes[index + 1] {
      case UInt8(ascii: "!"): skipDeclaration()
      case UInt8(ascii: "?"): skip(to: UInt8(ascii: ">"))
      case UInt8(ascii: "/"):
        guard index + 2 < bytes.count, HTMLTokenizer.isLetter(bytes[index + 2]) else {
          skip(to: UInt8(ascii: ">"))
          continue
        }
        index += 2
        let name = tagName()
        skip(to: UInt8(ascii: ">"))
        return .end(name)
      case let byte where HTMLTokenizer.isLetter(byte):
        if let tag = startTag() { return .start(tag) }
      default: return text()
      }
    }
    return .finished
  }

  /// What stands up to the end tag of an element whose content is no markup, such as a script.
  mutating func rawContent(of name: String) -> String {
    let start = index
    let wanted = Array("</\(name)".utf8)
    while index < bytes.count {
      if bytes[index] == wanted[0], matches(wanted) {
        let content = String(decoding: bytes[start..<index], as: UTF8.self)
        skip(to: UInt8(ascii: ">"))
        return content
      }
      index += 1
    }
    cutOff(at: start)
    return String(decoding: bytes[start...], as: UTF8.self)
  }

  private func matches(_ wanted: [UInt8]) -> Bool {
    guard index + wanted.count <= bytes.count else { return false }
    for offset in wanted.indices where HTMLTokenizer.lower(bytes[index + offset]) != wanted[offset] {
      return false
    }
    let after = index + wanted.count
    return after >= bytes.count || !HTMLTokenizer.isNameByte(bytes[after])
  }

  // MARK: - Text

  private mutating func text() -> Token {
    let start = index
    index += 1
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count, isMarkup(bytes[index + 1]) { break }
      index += 1
    }
    return .text(HTMLText.decoded(bytes[start..<index]))
  }

  private func isMarkup(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
      || HTMLTokenizer.isLetter(byte)
  }

  // MARK: - What is no content

  private mutating func cutOff(at start: Int) {
    unread = String(decoding: bytes[min(start, bytes.count)...].prefix(120), as: UTF8.self)
  }

  private mutating func skipDeclaration() {
    let start = index
    guard bytes[index...].starts(with: "<!--".utf8) else {
      // Also Word's `<![if …]>`, between which the content is shown.
      return skip(to: UInt8(ascii: ">"))
    }
    index += 4
    // `<!-->` and `<!--->` are comments already.
    for short in [">", "->"] where bytes[index...].starts(with: short.utf8) {
      index += short.utf8.count
      return
    }
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "-"), bytes[index...].starts(with: "-->".utf8) {
        index += 3
        return
      }
      if bytes[index] == UInt8(ascii: "-"), bytes[index...].starts(with: "--!>".utf8) {
        index += 4
        return
      }
      index += 1
    }
    cutOff(at: start)
  }

  private mutating func skip(to byte: UInt8) {
    let start = index
    while index < bytes.count, bytes[index] != byte { index += 1 }
    if index < bytes.count { index += 1 } else { cutOff(at: start) }
  }

  // MARK: - Tags

  private mutating func tagName() -> String {
    var name: [UInt8] = []
    while index < bytes.count, HTMLTokenizer.isNameByte(bytes[index]) {
      if name.count < 32 { name.append(HTMLTokenizer.lower(bytes[index])) }
      index += 1
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// `nil` for a tag that the end of the page cuts off: browsers do not show it.
  private mutating func startTag() -> HTMLTag? {
    let start = index
    index += 1
    var tag = HTMLTag(name: tagName())
    while true {
      skipSpaces()
      guard index < bytes.count else {
        cutOff(at: start)
        return nil
      }
      if bytes[index] == UInt8(ascii: ">") {
        index += 1
        return tag
      }
      if bytes[index] == UInt8(ascii: "/") {
        index += 1
        continue
      }
      attribute(of: &tag)
    }
  }

  private mutating func attribute(of tag: inout HTMLTag) {
    var name: [UInt8] = []
    let start = index
    while index < bytes.count, HTMLTokenizer.isAttributeByte(bytes[index]) || index == start {
      if name.count < 32 { name.append(HTMLTokenizer.lower(bytes[index])) }
      index += 1
    }
    skipSpaces()
    var value: ArraySlice<UInt8> = []
    if index < bytes.count, bytes[index] == UInt8(ascii: "=") {
      index += 1
      skipSpaces()
      value = attributeValue()
    }
    let key = String(decoding: name, as: UTF8.self)
    if HTMLTokenizer.kept.contains(key), tag.attributes.count < HTMLTokenizer.attributeLimit {
      tag.attributes.append((key, HTMLText.decoded(value)))
    }
  }

  private mutating func attributeValue() -> ArraySlice<UInt8> {
    guard index < bytes.count else { return [] }
    let quote = bytes[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = index + 1
      index = start
      while index < bytes.count, bytes[index] != quote { index += 1 }
      defer { index = min(index + 1, bytes.count) }
      return bytes[min(start, index)..<index]
    }
    let start = index
    while index < bytes.count, !HTMLTokenizer.isSpace(bytes[index]), bytes[index] != UInt8(ascii: ">") {
      index += 1
    }
    return bytes[start..<index]
  }

  private mutating func skipSpaces() {
    while index < bytes.count, HTMLTokenizer.isSpace(bytes[index]) { index += 1 }
  }

  // MARK: - Bytes

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    !isSpace(byte) && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
  }

  private static func isAttributeByte(_ byte: UInt8) -> Bool {
    isNameByte(byte) && byte != UInt8(ascii: "=")
  }

  private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}

/// Text of a page with its named and numbered characters as what they are.
enum HTMLText {
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "&"), let (scalar, end) = character(bytes, at: index + 1) {
        result += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        index = end
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func character(_ bytes: ArraySlice<UInt8>, at start: Int) -> (Unicode.Scalar, Int)? {
    guard start < bytes.endIndex else { return nil }
    return bytes[start] == UInt8(ascii: "#") ? numbered(bytes, at: start + 1) : named(bytes, at: start)
  }

  private static func numbered(_ bytes: ArraySlice<UInt8>, at start: Int) -> (Unicode.Scalar, Int)? {
    var index = start
    let isHex = index < bytes.endIndex && bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHex { index += 1 }
    let first = index
    var number: UInt32 = 0
    while index < bytes.endIndex, let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue,
      isHex || digit < 10
    {
      number = min(number * (isHex ? 16 : 10) + UInt32(digit), 0x11_0000)
      index += 1
    }
    guard index > first else { return nil }
    if index < bytes.endIndex, bytes[index] == UInt8(ascii: ";") { index += 1 }
    return (HTMLEntities.character(number: number), index)
  }

  private static func named(_ bytes: ArraySlice<UInt8>, at start: Int) -> (Unicode.Scalar, Int)? {
    var end = start
    while end < bytes.endIndex, end - start < HTMLEntities.nameLength, isNameByte(bytes[end]) { end += 1 }
    guard end > start else { return nil }
    if end < bytes.endIndex, bytes[end] == UInt8(ascii: ";") {
      let name = String(decoding: bytes[start..<end], as: UTF8.self)
      return HTMLEntities.character(name).map { ($0, end + 1) }
    }
    // Without a semicolon the longest of the old names that stands here.
    for length in stride(from: min(end - start, 6), through: 2, by: -1) {
      let part = String(decoding: bytes[start..<(start + length)], as: UTF8.self)
      if HTMLEntities.mayLackSemicolon(part), let scalar = HTMLEntities.character(part) {
        return (scalar, start + length)
      }
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }
}
