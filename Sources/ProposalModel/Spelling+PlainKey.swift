extension Spelling {
  /// The comparable form of a text of ASCII and Danish letters, byte by byte: letters in small form, digits,
  /// nothing else; `nil` for any other text.
  ///
  /// Nearly every text of a form is one. Reading a workbook compares thousands of cells with the words of the
  /// forms, which is too often to ask Unicode for the properties of every letter. With `withoutBrackets` what
  /// stands in round brackets says nothing.
  package static func plainKey(_ text: String, withoutBrackets: Bool = false) -> String? {
    var key: [UInt8] = []
    key.reserveCapacity(text.utf8.count)
    var depth = 0
    var isDanish = false
    for byte in text.utf8 {
      if isDanish {
        // The second byte of Æ, Ø, Å and æ, ø, å.
        guard [0x86, 0x98, 0x85, 0xA6, 0xB8, 0xA5].contains(byte) else { return nil }
        if depth == 0 { key += [0xC3, byte | 0x20] }
        isDanish = false
        continue
      }
      switch byte {
      case 0xC3: isDanish = true
      case 0x80...: return nil
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): if depth == 0 { key.append(byte | 0x20) }
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        if depth == 0 { key.append(byte) }
      case UInt8(ascii: "(") where withoutBrackets: depth += 1
      case UInt8(ascii: ")") where withoutBrackets: depth -= 1
      default: continue
      }
    }
    return isDanish ? nil : String(decoding: key, as: UTF8.self)
  }
}
