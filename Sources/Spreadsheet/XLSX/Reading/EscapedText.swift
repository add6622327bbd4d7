/// Undoes the escapes by which SpreadsheetML writes characters that XML cannot hold: `_x000D_` is a carriage
/// return, `_x005F_` an underscore.
enum EscapedText {
  /// Replaces every escape in `bytes`, from `start` on, by its character. A lone half of a surrogate pair
  /// stays as written, as do texts that only look alike.
  static func undo(in bytes: inout [UInt8], from start: Int = 0) {
    guard var reading = firstEscape(in: bytes, from: start) else { return }
    var writing = reading
    while reading < bytes.count {
      if let unit = unit(in: bytes, at: reading),
        let (scalar, length) = scalar(startingWith: unit, in: bytes, at: reading)
      {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          bytes[writing] = byte
          writing += 1
        }
        reading += length
      } else {
        bytes[writing] = bytes[reading]
        writing += 1
        reading += 1
      }
    }
    bytes.removeLast(bytes.count - writing)
  }

  private static func firstEscape(in bytes: [UInt8], from start: Int) -> Int? {
    var position = start
    while position + 7 <= bytes.count {
      if bytes[position] == UInt8(ascii: "_"), unit(in: bytes, at: position) != nil { return position }
      position += 1
    }
    return nil
  }

  /// The 16-bit number in `_xHHHH_` at `position`.
  private static func unit(in bytes: [UInt8], at position: Int) -> UInt16? {
    guard position + 7 <= bytes.count, bytes[position] == UInt8(ascii: "_"),
      bytes[position + 1] == UInt8(ascii: "x"),
      bytes[position + 6] == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[position + 2..<position + 6] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt16(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "A")...UInt8(ascii: "F"): unit = unit << 4 | UInt16(byte - UInt8(ascii: "A") + 10)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): unit = unit << 4 | UInt16(byte - UInt8(ascii: "a") + 10)
      default: return nil
      }
    }
    return unit
  }

  private static func scalar(startingWith unit: UInt16, in bytes: [UInt8], at position: Int) -> (
    Unicode.Scalar, length: Int
  )? {
    if let scalar = Unicode.Scalar(unit) { return (scalar, 7) }
    guard unit < 0xDC00, let second = self.unit(in: bytes, at: position + 7),
      (0xDC00...0xDFFF).contains(second)
    else { return nil }
    guard let scalar = Unicode.Scalar(0x1_0000 + (UInt32(unit - 0xD800) << 10 | UInt32(second - 0xDC00)))
    else { return nil }
    return (scalar, 14)
  }
}
