/// An exact decimal number of at most 18 digits: `mantissa` / 10^`scale`.
///
/// Spreadsheets store numbers as the decimal text of a binary double; Excel shows 15 significant digits of
/// it, and so do we: `DecimalNumber(stored: "1275.0999999999999")` is exactly 1275.1. No binary floating
/// point takes part.
public struct DecimalNumber: Hashable, Sendable, CustomStringConvertible {
  /// All digits as one whole number, with the sign.
  public var mantissa: Int64
  /// How many of the digits stand after the decimal point; never negative.
  public var scale: Int

  /// `mantissa` / 10^`scale`, without trailing zeros after the decimal point.
  public init(mantissa: Int64, scale: Int) {
    var mantissa = mantissa
    var scale = scale
    while scale > 0, mantissa % 10 == 0 {
      mantissa /= 10
      scale -= 1
    }
    self.mantissa = mantissa
    self.scale = scale
  }

  /// The number in plain notation with a decimal point: `-1275.5`.
  public var description: String {
    guard scale > 0 else { return String(mantissa) }
    let digits = String(mantissa.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    let point = padded.index(padded.endIndex, offsetBy: -scale)
    return (mantissa < 0 ? "-" : "") + padded[..<point] + "." + padded[point...]
  }
}
