extension Spelling {
  /// The comparable form of a text of ASCII and Danish letters, byte by byte: letters in small form, digits,
  /// nothing else; `nil` for any other text.
  ///
  /// Nearly every text of a form is one. Reading a workbook compares thousands of cells with the words of the
  /// forms, which is too often to ask Unicode for the properties of every letter. With `withoutBrackets` what
  /// stands in round brackets says nothing.
  package static func plainKey(_ text: String, withoutBrackets: Bool = false) -> String? {
    var isPlain = true
    // A key is never longer than its text.
    let key = String(unsafeUninitializedCapacity: text.utf8.count) { key in
      var count = 0
      var depth = 0
      var isDanish = false
      func add(_ byte: UInt8) {
        guard depth == 0 else { return }
        key[count] = byte
        count += 1
      }
      for byte in text.utf8 {
        if isDanish {
          guard isDanishTail(byte) else {
            isPlain = false
            return 0
          }
          add(0xC3)
          add(byte | 0x20)
          isDanish = false
          continue
        }
        switch byte {
        case 0xC3: isDanish = true
        case 0x80...:
          isPlain = false
          return 0
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): add(byte | 0x20)
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): add(byte)
        case UInt8(ascii: "(") where withoutBrackets: depth += 1
        case UInt8(ascii: ")") where withoutBrackets: depth -= 1
        default: continue
        }
      }
      isPlain = !isDanish
      return count
    }
    return isPlain ? key : nil
  }

  /// Whether a byte behind `0xC3` makes one of Æ, Ø, Å and æ, ø, å.
  package static func isDanishTail(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x86, 0x98, 0x85, 0xA6, 0xB8, 0xA5: true
    default: false
    }
  }

  /// The words of such a text in small letters, parted by whatever is no letter or digit; `nil` for any other
  /// text.
  package static func plainWords(_ text: String) -> [String]? {
    var words: [String] = []
    var word: [UInt8] = []
    var isDanish = false
    for byte in text.utf8 {
      if isDanish {
        guard isDanishTail(byte) else { return nil }
        word.append(0xC3)
        word.append(byte | 0x20)
        isDanish = false
        continue
      }
      switch byte {
      case 0xC3: isDanish = true
      case 0x80...: return nil
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): word.append(byte)
      default:
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word.removeAll(keepingCapacity: true)
      }
    }
    if isDanish { return nil }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  /// Whether a text may hold a word, whatever the case: `false` is certain, `true` is to be looked at.
  package static func mayHold(_ text: String, _ word: String) -> Bool {
    let found = text.utf8.withContiguousStorageIfAvailable { text in
      word.utf8.withContiguousStorageIfAvailable { word in
        guard let first = word.first, word.count <= text.count else { return word.isEmpty }
        return (0...text.count - word.count).contains { start in
          text[start] | 0x20 == first | 0x20
            && word.indices.allSatisfy { text[start + $0] | 0x20 == word[$0] | 0x20 }
        }
      }
    }
    return (found ?? nil) ?? true
  }

  /// Whether a text surely has no spaces at its ends and no two beside each other, so that ``tidy(_:)`` changes
  /// nothing: told by the bytes that the spaces begin with.
  static func isTidy(_ text: String) -> Bool {
    var wasSpace = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: " "):
        if wasSpace { return false }
        wasSpace = true
      case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0xC2, 0xE2: return false
      default: wasSpace = false
      }
    }
    return !wasSpace || text.isEmpty
  }
}
