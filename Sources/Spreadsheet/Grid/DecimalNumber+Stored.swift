extension DecimalNumber {
  /// The number that the stored text means, at the 15 significant digits that Excel keeps.
  ///
  /// A spreadsheet stores the shortest, or 17-digit, decimal text of a binary double. Digits after the
  /// fifteenth are the double's noise, so they are rounded away, half away from zero, as Excel does on
  /// screen: `1275.0999999999999` is 1275.1, and `-0.30000000000000004` is −0.3. Only whole numbers take
  /// part.
  ///
  /// Takes what XML Schema calls a double: an optional sign, digits with at most one point, an optional
  /// exponent (`1.5E-3`, `5.`, `.5`). The whole text has to be that: blanks, `NaN`, `INF` and a decimal comma
  /// give `nil`, and so does a number outside the range of `Int64`. A number closer to zero than any double
  /// (below 10^−350) is zero.
  public init?(stored text: String) {
    var text = text
    let number = text.withUTF8 { DecimalNumber(stored: $0) }
    guard let number else { return nil }
    self = number
  }

  /// The number in the bytes of its stored text; see ``init(stored:)-(String)``.
  package init?(stored bytes: UnsafeBufferPointer<UInt8>) {
    if let plain = DecimalNumber.plain(bytes) {
      self = plain
      return
    }
    guard let digits = StoredDigits(bytes) else { return nil }
    var mantissa = digits.mantissa
    var scale = digits.scale
    guard mantissa != 0 else {
      self.init(mantissa: 0, scale: 0)
      return
    }
    while scale < 0 {
      let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      mantissa = product
      scale += 1
    }
    if scale > 350 {
      self.init(mantissa: 0, scale: 0)
      return
    }
    self.init(mantissa: digits.isNegative ? -mantissa : mantissa, scale: scale)
  }

  /// The short way for what most numbers are: at most fifteen digits, a sign, a point. `nil` for everything
  /// else, numbers or not.
  @inline(__always)
  private static func plain(_ bytes: UnsafeBufferPointer<UInt8>) -> DecimalNumber? {
    let count = bytes.count
    guard count > 0, count <= 15 else { return nil }
    var position = bytes[0] == UInt8(ascii: "-") ? 1 : 0
    let start = position
    var mantissa: Int64 = 0
    var point = -1
    while position < count {
      let digit = bytes[position] &- UInt8(ascii: "0")
      if digit <= 9 {
        mantissa = mantissa &* 10 &+ Int64(digit)
      } else {
        guard bytes[position] == UInt8(ascii: "."), point < 0 else { return nil }
        point = position
      }
      position &+= 1
    }
    guard count &- start > (point < 0 ? 0 : 1) else { return nil }
    return DecimalNumber(
      mantissa: start == 1 ? -mantissa : mantissa, scale: point < 0 ? 0 : count &- point &- 1)
  }

  /// Whether the bytes are the text of a number, in the sense of ``init(stored:)-(String)`` but of any size.
  package static func isStoredNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    StoredDigits(bytes) != nil
  }
}

/// Fifteen significant digits and where their point stands.
private struct StoredDigits {
  var mantissa: Int64 = 0
  var scale = 0
  var isNegative = false

  static let significantDigits = 15

  /// Reads the whole of `bytes`, or nothing.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var position = 0
    let end = bytes.count
    guard end > 0 else { return nil }
    if bytes[0] == UInt8(ascii: "-") || bytes[0] == UInt8(ascii: "+") {
      isNegative = bytes[0] == UInt8(ascii: "-")
      position = 1
    }
    var kept = 0
    var seenDigit = false
    var seenPoint = false
    var droppedDigits = 0
    var roundsUp = false
    while position < end {
      let byte = bytes[position]
      let digit = byte &- UInt8(ascii: "0")
      if digit <= 9 {
        seenDigit = true
        if kept < StoredDigits.significantDigits {
          if kept > 0 || digit != 0 {
            mantissa = mantissa &* 10 &+ Int64(digit)
            kept &+= 1
          }
          if seenPoint { scale &+= 1 }
        } else {
          if droppedDigits == 0 { roundsUp = digit >= 5 }
          droppedDigits &+= 1
          if !seenPoint { scale &-= 1 }
        }
      } else if byte == UInt8(ascii: "."), !seenPoint {
        seenPoint = true
      } else {
        break
      }
      position &+= 1
    }
    guard seenDigit else { return nil }
    if position < end {
      guard let exponent = StoredDigits.exponent(bytes, from: position) else { return nil }
      scale -= exponent
    }
    if roundsUp { mantissa += 1 }
  }

  /// The exponent that fills the rest of the text from its `e` on, held to ±100,000; `nil` if something else
  /// stands there.
  private static func exponent(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var position = start
    guard bytes[position] | 0x20 == UInt8(ascii: "e") else { return nil }
    position += 1
    var isNegative = false
    if position < bytes.count, bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+") {
      isNegative = bytes[position] == UInt8(ascii: "-")
      position += 1
    }
    guard position < bytes.count else { return nil }
    var exponent = 0
    while position < bytes.count {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      exponent = min(exponent * 10 + Int(digit), 100_000)
      position += 1
    }
    return isNegative ? -exponent : exponent
  }
}
