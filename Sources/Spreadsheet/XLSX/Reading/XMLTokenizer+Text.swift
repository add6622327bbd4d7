extension XMLTokenizer {
  // MARK: Attributes

  /// The index of the attribute with this name, whatever its prefix.
  @inline(__always)
  func attribute(_ name: XMLName) -> Int? {
    for index in 0..<attributeCount where self[attribute: index].name == name { return index }
    return nil
  }

  /// The value of the attribute with this name, whatever its prefix, entities undone.
  package func string(_ name: XMLName) throws(SpreadsheetError) -> String? {
    guard let index = attribute(name) else { return nil }
    return try value(self[attribute: index])
  }

  /// The value of the attribute without a prefix; of `id` and `r:id`, that is the first.
  package func plainString(_ name: XMLName) throws(SpreadsheetError) -> String? {
    for index in 0..<attributeCount where self[attribute: index].fullName == name {
      return try value(self[attribute: index])
    }
    return nil
  }

  /// The value of the attribute as a whole number, if it is one.
  package func number(_ name: XMLName) throws(SpreadsheetError) -> Int? {
    try string(name).flatMap { Int($0) }
  }

  /// Whether the attribute says true: `1`, `true` or `on`.
  package func flag(_ name: XMLName) throws(SpreadsheetError) -> Bool? {
    guard let text = try string(name) else { return nil }
    return text == "1" || text == "true" || text == "on"
  }

  /// The value of `attribute`, entities undone and white space turned into blanks, as XML demands.
  package func value(_ attribute: Attribute) throws(SpreadsheetError) -> String {
    let raw = UnsafeBufferPointer(
      start: window + attribute.valueStart, count: attribute.valueEnd - attribute.valueStart)
    guard attribute.needsDecoding else { return String(decoding: raw, as: UTF8.self) }
    var bytes: [UInt8] = []
    try decode(raw, inAttribute: true, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The element's name as written, prefix included.
  package var fullName: String {
    String(
      decoding: UnsafeBufferPointer(start: window + nameRange.lowerBound, count: nameRange.count),
      as: UTF8.self)
  }

  // MARK: Text

  /// The bytes of the current text as written.
  var rawText: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: window + textStart, count: textEnd - textStart)
  }

  /// Whether the current text needs no decoding and an end tag follows it: then it is all of its element's
  /// text.
  @inline(__always)
  var isWholeText: Bool { !textNeedsDecoding && !textIsCDATA && isBeforeEndTag }

  /// Adds the current text, entities undone and line ends made `\n`, to `bytes`.
  package func appendText(to bytes: inout [UInt8]) throws(SpreadsheetError) {
    guard textNeedsDecoding else {
      bytes.append(contentsOf: rawText)
      return
    }
    if textIsCDATA {
      XMLTokenizer.appendLines(rawText, to: &bytes)
    } else {
      try decode(rawText, inAttribute: false, into: &bytes)
    }
  }

  /// Reads to the end of the element that just started and puts its own text into `bytes`; elements inside
  /// are passed over.
  package mutating func readText(into bytes: inout [UInt8]) throws(SpreadsheetError) {
    bytes.removeAll(keepingCapacity: true)
    while true {
      switch try next() {
      case .text:
        try appendText(to: &bytes)
        if bytes.count > limits[.stringBytes] { throw limits.exceeded(.stringBytes, in: part) }
      case .start: try skipElement()
      case .end, .finished: return
      }
    }
  }

  /// Goes past the end of the element that just started.
  package mutating func skipElement() throws(SpreadsheetError) {
    let outside = depth - 1
    while depth > outside {
      if try next() == .finished { return }
    }
  }

  // MARK: Entities

  private func decode(_ raw: UnsafeBufferPointer<UInt8>, inAttribute: Bool, into bytes: inout [UInt8])
    throws(SpreadsheetError)
  {
    var position = 0
    while position < raw.count {
      let byte = raw[position]
      position += 1
      switch byte {
      case UInt8(ascii: "&"):
        guard let end = raw[position...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
          let scalar = XMLTokenizer.scalar(ofEntity: UnsafeBufferPointer(rebasing: raw[position..<end]))
        else { throw error(.badEntity) }
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        position = end + 1
      case UInt8(ascii: "\r"):
        if position < raw.count, raw[position] == UInt8(ascii: "\n") { position += 1 }
        bytes.append(inAttribute ? UInt8(ascii: " ") : UInt8(ascii: "\n"))
      case UInt8(ascii: "\n"), UInt8(ascii: "\t"):
        bytes.append(inAttribute ? UInt8(ascii: " ") : byte)
      default: bytes.append(byte)
      }
    }
  }

  private static func appendLines(_ raw: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    for (index, byte) in raw.enumerated() {
      if byte == UInt8(ascii: "\n"), index > 0, raw[index - 1] == UInt8(ascii: "\r") { continue }
      bytes.append(byte == UInt8(ascii: "\r") ? UInt8(ascii: "\n") : byte)
    }
  }

  /// The character that the text between `&` and `;` stands for.
  private static func scalar(ofEntity entity: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    switch String(decoding: entity, as: UTF8.self) {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard entity.first == UInt8(ascii: "#"), entity.count > 1 else { return nil }
    let isHex = entity[1] == UInt8(ascii: "x")
    let digits = entity[(isHex ? 2 : 1)...]
    guard let first = digits.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-"),
      let code = UInt32(String(decoding: digits, as: UTF8.self), radix: isHex ? 16 : 10),
      let scalar = Unicode.Scalar(code)
    else { return nil }
    let isAllowed = code >= 0x20 ? code != 0xFFFE && code != 0xFFFF : code == 9 || code == 10 || code == 13
    return isAllowed ? scalar : nil
  }
}
