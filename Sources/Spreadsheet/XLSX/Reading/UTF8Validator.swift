/// Checks a stream of blocks to be UTF-8 that XML allows: no overlong forms, no surrogates, and of the
/// control characters only tab and line ends.
struct UTF8Validator {
  /// How many continuation bytes the character at the end of the last block still needs.
  private var missing = 0
  /// The range of the next continuation byte.
  private var lower: UInt8 = 0x80
  private var upper: UInt8 = 0xBF
  /// Whether the character so far is EF BF, which must not become U+FFFE or U+FFFF.
  private var nonCharacter = 0

  /// Whether no character is cut off at the end of what was seen.
  var isComplete: Bool { missing == 0 }

  /// The position of the first byte in `block` that is wrong.
  mutating func firstInvalid(in block: UnsafeRawBufferPointer) -> Int? {
    var position = 0
    let end = block.count
    while position < end {
      if missing == 0 {
        while position &+ 8 <= end {
          let word = block.loadUnaligned(fromByteOffset: position, as: UInt64.self)
          // A byte of 128 or more, or one below 32: both leave a mark in its highest bit.
          let marks = (word | ((word &- 0x2020_2020_2020_2020) & ~word)) & 0x8080_8080_8080_8080
          if marks != 0 { break }
          position &+= 8
        }
        if position == end { return nil }
      }
      if !accept(block[position]) { return position }
      position &+= 1
    }
    return nil
  }

  private mutating func accept(_ byte: UInt8) -> Bool {
    if missing > 0 {
      guard byte >= lower, byte <= upper else { return false }
      if nonCharacter == 1 {
        nonCharacter = byte == 0xBF ? 2 : 0
      } else if nonCharacter == 2, byte >= 0xBE {
        return false
      }
      lower = 0x80
      upper = 0xBF
      missing -= 1
      return true
    }
    nonCharacter = 0
    switch byte {
    case 0x20...0x7F, 0x09, 0x0A, 0x0D: return true
    case 0xC2...0xDF: missing = 1
    case 0xE0: (missing, lower) = (2, 0xA0)
    case 0xED: (missing, upper) = (2, 0x9F)
    case 0xEF: (missing, nonCharacter) = (2, 1)
    case 0xE1...0xEE: missing = 2
    case 0xF0: (missing, lower) = (3, 0x90)
    case 0xF4: (missing, upper) = (3, 0x8F)
    case 0xF1...0xF3: missing = 3
    default: return false
    }
    return true
  }
}
