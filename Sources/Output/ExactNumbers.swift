package import Distribution
package import ProposalModel
package import Spreadsheet

extension DecimalNumber {
  /// The fraction, divided by `unit`, rounded to `places` decimals a half away from zero; `nil` where it has
  /// more digits than a spreadsheet keeps.
  package init?(_ fraction: Fraction, per unit: Int64 = 1, places: Int) {
    guard unit > 0, (0...15).contains(places) else { return nil }
    var power: Int128 = 1
    for _ in 0..<places { power *= 10 }
    guard let scaled = Fraction(power, over: Int128(unit)).flatMap({ fraction.multiplied(by: $0) }),
      let mantissa = Int64(exactly: scaled.roundedHalfAwayFromZero),
      mantissa.magnitude < 1_000_000_000_000_000
    else { return nil }
    self.init(mantissa: mantissa, scale: places)
  }

  /// The fraction with as many decimals, up to `places`, as fifteen digits allow.
  package static func finest(_ fraction: Fraction, per unit: Int64, places: Int) -> DecimalNumber? {
    (0...places).reversed().lazy.compactMap { DecimalNumber(fraction, per: unit, places: $0) }.first
  }

  /// A whole number.
  package init(_ whole: Int) { self.init(mantissa: Int64(whole), scale: 0) }

  /// The exact amount in `unit`.
  package init(_ amount: Amount, in unit: AmountUnit) {
    let (mantissa, scale) = amount.decimal(in: unit)
    self.init(mantissa: mantissa, scale: scale)
  }
}
