public import ProposalModel

/// An exact fraction, reduced, with the sign above the bar: `-270/7`. Never a rounded number.
///
/// Numerator and denominator have 128 bits. What would leave them gives `nil`, so that no input can trap.
public struct Fraction: Hashable, Sendable {
  /// Above the bar, with the sign.
  public let numerator: Int128
  /// Below the bar; positive, and without common factors with the numerator.
  public let denominator: Int128

  /// A whole number.
  public init(_ whole: Int64) {
    numerator = Int128(whole)
    denominator = 1
  }

  /// `numerator`/`denominator`, reduced. A denominator of 0, and the one number of each size that has no
  /// mirror, give `nil`.
  public init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0, denominator != .min, numerator != .min else { return nil }
    let divisor = Int128(greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
    self.numerator = (denominator < 0 ? -numerator : numerator) / divisor
    self.denominator = (denominator < 0 ? -denominator : denominator) / divisor
  }

  /// The exact value of a weight of a distribution key.
  public init(_ weight: Weight) {
    numerator = Int128(weight.numerator)
    denominator = Int128(weight.denominator)
  }

  /// Nothing.
  public static let zero = Fraction(0)
  /// The whole.
  public static let one = Fraction(1)

  /// The mirror: a saving for a cost.
  public static prefix func - (fraction: Fraction) -> Fraction {
    Fraction(reduced: -fraction.numerator, fraction.denominator)
  }

  /// The value without its sign.
  public var magnitude: Fraction { numerator < 0 ? -self : self }

  /// Whether it is a whole number.
  public var isWhole: Bool { denominator == 1 }

  /// The exact sum, or `nil` beyond 128 bits.
  public func adding(_ other: Fraction) -> Fraction? {
    let divisor = Int128(greatestCommonDivisor(denominator.magnitude, other.denominator.magnitude))
    let (left, first) = numerator.multipliedReportingOverflow(by: other.denominator / divisor)
    let (right, second) = other.numerator.multipliedReportingOverflow(by: denominator / divisor)
    let (sum, third) = left.addingReportingOverflow(right)
    let (below, fourth) = denominator.multipliedReportingOverflow(by: other.denominator / divisor)
    return first || second || third || fourth ? nil : Fraction(sum, over: below)
  }

  /// The exact difference, or `nil` beyond 128 bits.
  public func subtracting(_ other: Fraction) -> Fraction? { adding(-other) }

  /// The exact product, or `nil` beyond 128 bits.
  public func multiplied(by other: Fraction) -> Fraction? {
    guard let left = Fraction(numerator, over: other.denominator),
      let right = Fraction(other.numerator, over: denominator)
    else {
      return nil
    }
    let (above, first) = left.numerator.multipliedReportingOverflow(by: right.numerator)
    let (below, second) = left.denominator.multipliedReportingOverflow(by: right.denominator)
    return first || second ? nil : Fraction(above, over: below)
  }

  /// The largest whole number that is not above it.
  public var floor: Int128 { floorDivision(numerator, denominator) }

  /// The smallest whole number that is not below it.
  public var ceiling: Int128 { -floorDivision(-numerator, denominator) }

  /// The whole number next to it towards zero.
  public var truncated: Int128 { numerator / denominator }

  /// The nearest whole number; a half goes away from zero, so that a saving is the mirror of a cost.
  public var roundedHalfAwayFromZero: Int128 { roundedHalfAway(numerator, denominator) }

  /// The result of arithmetic for which ``BlockSums`` has made room before it took a line; a result without it
  /// is a mistake of ours, and stops: money must never become 0 by accident.
  static func promised(_ fraction: Fraction?) -> Fraction {
    guard let fraction else { preconditionFailure("a fraction of a block leaves 128 bits") }
    return fraction
  }

  private init(reduced numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }
}

extension Fraction: Comparable {
  /// By value.
  public static func < (left: Fraction, right: Fraction) -> Bool {
    let first = left.numerator.multipliedFullWidth(by: right.denominator)
    let second = right.numerator.multipliedFullWidth(by: left.denominator)
    return first.high == second.high ? first.low < second.low : first.high < second.high
  }
}

extension Fraction: CustomStringConvertible {
  /// `-270/7`; a whole number without `/1`.
  public var description: String { isWhole ? "\(numerator)" : "\(numerator)/\(denominator)" }

  /// Reads ``description``: a whole number or a fraction of whole numbers.
  public init?(description text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let above = Int128(parts[0]) else { return nil }
    guard parts.count == 2 else {
      self.init(above, over: 1)
      return
    }
    guard let below = Int128(parts[1]), below > 0 else { return nil }
    self.init(above, over: below)
  }

  /// As a decimal in Danish notation where that is exact with at most five decimals: `-38,5`; `nil`
  /// elsewhere.
  public var danishExact: String? {
    var power: Int128 = 1
    for places in 0...5 {
      if power % denominator == 0 { return danish(places: places) }
      power *= 10
    }
    return nil
  }

  /// A factor as the round writes it: `0,9797`; as a fraction where no short decimal is exact.
  public var danishFactor: String { danishExact ?? description }

  /// As a decimal in Danish notation, rounded to `places`: `-38,57`. For reading only.
  public func danish(places: Int = 2) -> String {
    var power: Int128 = 1
    for _ in 0..<Swift.max(0, Swift.min(places, 9)) { power *= 10 }
    let size = numerator.magnitude
    let below = denominator.magnitude
    var whole = size / below
    let (product, overflow) = (size % below).multipliedReportingOverflow(by: power.magnitude)
    guard !overflow else { return description }
    var decimals = product / below
    if (product % below) >= below - (product % below) { decimals += 1 }
    if decimals == power.magnitude { (whole, decimals) = (whole + 1, 0) }
    let sign = numerator < 0 && (whole != 0 || decimals != 0) ? "-" : ""
    let tail = places > 0 ? "," + String(String(power.magnitude + decimals).dropFirst()) : ""
    return sign + DanishNumber.grouped(digits: String(whole)[...]) + tail
  }
}

extension Fraction: TextCodable {
  /// What ``codedText`` is.
  public static var textKind: String { "fraction" }

  /// ``description``: `-270/7`.
  public var codedText: String { description }

  /// Reads ``codedText``.
  public init?(codedText text: String) { self.init(description: text) }
}

/// The greatest common divisor; 1 where both are 0, so that it can always be divided by.
package func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
  var (left, right) = (left, right)
  while right != 0 {
    if left <= UInt128(UInt64.max), right <= UInt128(UInt64.max) {
      var (small, smaller) = (UInt64(left), UInt64(right))
      while smaller != 0 { (small, smaller) = (smaller, small % smaller) }
      return UInt128(max(1, small))
    }
    (left, right) = (right, left % right)
  }
  return max(1, left)
}

/// The least common multiple of two positive numbers, or `nil` beyond 128 bits.
package func leastCommonMultiple(_ left: Int128, _ right: Int128) -> Int128? {
  let (product, overflow) = (left / Int128(greatestCommonDivisor(left.magnitude, right.magnitude)))
    .multipliedReportingOverflow(by: right)
  return overflow ? nil : product
}

/// Division rounded down; `divisor` is positive.
@inlinable
package func floorDivision<Number: FixedWidthInteger & SignedInteger>(_ value: Number, _ divisor: Number)
  -> Number
{
  let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
  return remainder < 0 ? quotient - 1 : quotient
}

/// Division rounded to the nearest whole number, a half away from zero; `divisor` is positive.
@inlinable
package func roundedHalfAway<Number: FixedWidthInteger & SignedInteger>(_ value: Number, _ divisor: Number)
  -> Number
{
  let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
  let size = remainder < 0 ? -remainder : remainder
  guard size >= divisor - size else { return quotient }
  return value < 0 ? quotient - 1 : quotient + 1
}
