/// An exact weight of a distribution key, or a percentage: a decimal (`12,5`) or a fraction (`1/7`), never a
/// rounded number.
public struct Weight: Hashable, Sendable {
  /// Above the bar, with the sign.
  public var numerator: Int64
  /// Below the bar; always positive, and without common factors with the numerator.
  public var denominator: Int64

  /// `numerator`/`denominator`, reduced. A denominator of 0 gives `nil`.
  public init?(_ numerator: Int64, over denominator: Int64 = 1) {
    guard denominator != 0, denominator != .min, numerator != .min else { return nil }
    let divisor = Weight.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int64 = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / divisor
    self.denominator = sign * denominator / divisor
  }

  /// `mantissa` / 10^`scale`, or `nil` beyond 18 decimals.
  public init?(mantissa: Int64, scale: Int) {
    guard (0...18).contains(scale) else { return nil }
    var power: Int64 = 1
    for _ in 0..<scale { power *= 10 }
    self.init(mantissa, over: power)
  }

  /// Reads `0,25`, `12.345` (a thousands point), `33 1/3` is not read, `1/7` is. The point groups exact
  /// threes only.
  public init?(parsing text: String) {
    let plain = Spelling.tidy(text).replacing(" ", with: "")
    let parts = plain.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard let above = Weight(parsing: String(parts[0])), let below = Weight(parsing: String(parts[1])),
        above.denominator == 1,
        below.denominator == 1
      else { return nil }
      self.init(above.numerator, over: below.numerator)
      return
    }
    var digits = plain
    let isNegative = digits.first.map { Spelling.minusSigns.contains($0) } ?? false
    if isNegative { digits.removeFirst() }
    let halves = digits.split(separator: ",", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count), let whole = halves.first else { return nil }
    let groups = whole.split(separator: ".", omittingEmptySubsequences: false)
    guard
      groups.count == 1
        || ((1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 })
    else { return nil }
    let decimals = halves.count == 2 ? halves[1] : ""
    let all = groups.joined() + decimals
    guard !groups.joined().isEmpty, halves.count == 1 || !decimals.isEmpty,
      all.utf8.allSatisfy({ (48...57).contains($0) }),
      let mantissa = Int64(all)
    else { return nil }
    self.init(mantissa: isNegative ? -mantissa : mantissa, scale: decimals.count)
  }

  /// In Danish notation where the decimals end (`12,5`), else as a fraction (`1/7`).
  public var danish: String {
    var rest = denominator
    var scale = 0
    var factor: Int64 = 1
    while rest % 10 == 0 { (rest, scale) = (rest / 10, scale + 1) }
    // More than 18 decimals do not fit 64 bits: such a weight stays a fraction.
    while rest % 5 == 0, scale < 18 { (rest, scale, factor) = (rest / 5, scale + 1, factor * 2) }
    while rest % 2 == 0, scale < 18 { (rest, scale, factor) = (rest / 2, scale + 1, factor * 5) }
    let (mantissa, overflow) = numerator.multipliedReportingOverflow(by: factor)
    guard rest == 1, !overflow else { return "\(numerator)/\(denominator)" }
    guard scale > 0 else { return String(mantissa) }
    var digits = String(mantissa.magnitude)
    if digits.count <= scale { digits = String(repeating: "0", count: scale + 1 - digits.count) + digits }
    return (mantissa < 0 ? "-" : "") + digits.dropLast(scale) + "," + digits.suffix(scale)
  }

  private static func greatestCommonDivisor(_ left: UInt64, _ right: UInt64) -> Int64 {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return Int64(max(1, left))
  }
}

extension Weight: TextCodable {
  /// What ``codedText`` is.
  public static var textKind: String { "decimal and no fraction" }

  /// ``danish``: `12,5`, `1/7`.
  public var codedText: String { danish }

  /// Reads ``codedText``.
  public init?(codedText text: String) { self.init(parsing: text) }
}

/// A named distribution key (fordelingsnøgle): who has which weight, for example headcount or m².
public struct DistributionKey: Hashable, Sendable, Codable {
  /// The name, as a `Fordeling` cell quotes it.
  public var name: String
  /// The weights, in the order of the sheet.
  public var weights: [KeyWeight]

  /// A key named `name`.
  public init(name: String, weights: [KeyWeight]) {
    self.name = name
    self.weights = weights
  }
}

/// One weight of a ``DistributionKey``.
public struct KeyWeight: Hashable, Sendable, Codable {
  /// Whose weight it is.
  public var recipient: Recipient
  /// The weight.
  public var weight: Weight

  /// `recipient` weighs `weight`.
  public init(_ recipient: Recipient, _ weight: Weight) {
    self.recipient = recipient
    self.weight = weight
  }
}
