import Output
import Distribution
import Spreadsheet

/// Exact numbers on their way into cells and formulas.
enum CalculationNumber {
  /// The number as it stands in a formula, `0.9797`; `nil` where it is no decimal of at most fifteen digits.
  static func literal(_ fraction: Fraction) -> String? { exact(fraction)?.description }

  /// The number as a cell holds it: exact where that is possible, else rounded to fifteen digits, half away
  /// from zero.
  package static func cell(_ fraction: Fraction) -> DecimalNumber? {
    exact(fraction) ?? DecimalNumber.finest(fraction, per: 1, places: 14)
  }

  private static func exact(_ fraction: Fraction) -> DecimalNumber? {
    var power: Int128 = 1
    for places in 0...9 {
      if power % fraction.denominator == 0 { return DecimalNumber(fraction, places: places) }
      power *= 10
    }
    return nil
  }
}
