extension DecimalNumber {
  /// The nearest binary double, which is what a spreadsheet stores; `nil` with more than 15 significant
  /// digits or so close to zero that it would not give them back.
  package var spreadsheetValue: Double? {
    guard isWithinFifteenDigits, (0...DecimalNumber.deepestScale).contains(scale) else { return nil }
    // Both operands are exact up to 10^22, so the one rounding of the division is the right one.
    if scale < DecimalNumber.exactPowersOfTen.count {
      return Double(mantissa) / DecimalNumber.exactPowersOfTen[scale]
    }
    return Double("\(mantissa)e-\(scale)")
  }

  private var isWithinFifteenDigits: Bool {
    var rest = mantissa.magnitude
    while rest >= 1_000_000_000_000_000, rest % 10 == 0 { rest /= 10 }
    return rest < 1_000_000_000_000_000
  }

  /// Doubles have all their digits down to 10^−307.
  private static let deepestScale = 307

  private static let exactPowersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
  ]
}
