/// A time of day or a duration: `PT08H30M00S`.
enum ODSDuration {
  /// The duration in days, as a workbook stores it, at the 15 digits that count: `0.354166666666667`. `nil` for
  /// anything else than a duration of days, hours, minutes and seconds.
  static func days(_ text: String) -> String? {
    var rest = Array(text.utf8)[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest.removeFirst() }
    guard rest.popFirst() == UInt8(ascii: "P") else { return nil }
    var nanoseconds: UInt64 = 0
    var seen = ""
    var isTime = false
    while let first = rest.first {
      if first == UInt8(ascii: "T"), !isTime {
        isTime = true
        rest.removeFirst()
        continue
      }
      guard let (amount, unit) = amount(&rest), let size = size(unit, isTime: isTime), !seen.contains(unit),
        amount.fraction == 0 || unit == "S"
      else { return nil }
      seen.append(unit)
      let (product, isTooLarge) = amount.whole.multipliedReportingOverflow(by: size)
      let (sum, overflow) = nanoseconds.addingReportingOverflow(product)
      if isTooLarge || overflow || sum > 1 << 62 { return nil }
      nanoseconds = sum + amount.fraction
    }
    return seen.isEmpty ? nil : (isNegative && nanoseconds > 0 ? "-" : "") + quotient(nanoseconds)
  }

  private static let second: UInt64 = 1_000_000_000

  private static func size(_ unit: Character, isTime: Bool) -> UInt64? {
    switch (unit, isTime) {
    case ("D", false): 86_400 * second
    case ("H", true): 3_600 * second
    case ("M", true): 60 * second
    case ("S", true): second
    default: nil
    }
  }

  /// Takes digits, perhaps with nine behind a point, and the letter after them.
  private static func amount(_ rest: inout ArraySlice<UInt8>) -> (
    amount: (whole: UInt64, fraction: UInt64), unit: Character
  )? {
    let whole = digits(&rest)
    var fraction: [UInt8] = []
    if let point = rest.first, point == UInt8(ascii: ".") || point == UInt8(ascii: ",") {
      rest.removeFirst()
      fraction = digits(&rest)
    }
    guard !whole.isEmpty, whole.count <= 10, let unit = rest.popFirst() else { return nil }
    let padded = fraction.prefix(9) + [UInt8](repeating: 48, count: max(0, 9 - fraction.count))
    return ((number(whole[...]), number(padded)), Character(Unicode.Scalar(unit)))
  }

  private static func digits(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
    let found = rest.prefix { (48...57).contains($0) }
    rest = rest.dropFirst(found.count)
    return Array(found)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> UInt64 {
    digits.reduce(0) { $0 * 10 + UInt64($1 - 48) }
  }

  /// `nanoseconds` as days, by long division to 15 significant digits, half up.
  private static func quotient(_ nanoseconds: UInt64) -> String {
    let day = 86_400 * second
    let whole = nanoseconds / day
    var rest = nanoseconds % day
    guard rest > 0 else { return String(whole) }
    var mantissa = whole
    var scale = 0
    while rest > 0, mantissa < 100_000_000_000_000, scale < 18 {
      rest *= 10
      mantissa = mantissa * 10 + rest / day
      rest %= day
      scale += 1
    }
    if rest * 2 >= day { mantissa += 1 }
    return DecimalNumber(mantissa: Int64(mantissa), scale: scale).description
  }
}
