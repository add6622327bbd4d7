/// Numbers as CSV holds them: `-1275,5`, without grouping.
enum CSVNumber {
  /// The number that the bytes from `start` to `end` are, as ``CSVValues`` describes it; `nil` if they are
  /// none.
  @inline(__always)
  static func read(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int, sign: UInt8) -> (
    mantissa: Int64, scale: Int
  )? {
    var position = start
    let isNegative = position < end && bytes[position] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    // 18 digits and a decimal sign fit Int64; most fields that are no numbers leave here or at their first
    // letter.
    guard position < end, end - position <= 19 else { return nil }
    let firstDigit = position
    var mantissa: Int64 = 0
    var pointAt = -1
    while position < end {
      let digit = bytes[position] &- UInt8(ascii: "0")
      if digit <= 9 {
        mantissa = mantissa &* 10 &+ Int64(digit)
      } else if bytes[position] == sign, pointAt < 0, position > firstDigit, position + 1 < end {
        pointAt = position
      } else {
        return nil
      }
      position += 1
    }
    let digits = end - firstDigit - (pointAt < 0 ? 0 : 1)
    guard digits <= 18 else { return nil }
    // 007 is a code, not seven.
    if bytes[firstDigit] == UInt8(ascii: "0"), firstDigit + 1 < end, pointAt != firstDigit + 1 { return nil }
    return (isNegative ? -mantissa : mantissa, pointAt < 0 ? 0 : end - pointAt - 1)
  }

  /// Whether `text` would be read as a number.
  static func isNumber(_ text: String, sign: DecimalSign) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard let base = bytes.baseAddress else { return false }
      return read(base, from: 0, to: bytes.count, sign: sign.rawValue) != nil
    }
  }

  /// `number` with the decimal sign `sign`.
  static func write(_ number: DecimalNumber, sign: DecimalSign, to bytes: inout [UInt8]) {
    for byte in number.description.utf8 { bytes.append(byte == UInt8(ascii: ".") ? sign.rawValue : byte) }
  }
}
