/// A sum of money: a whole number of øre, exact, with its sign.
///
/// Sign convention of the proposals: a saving or extra income is negative, a cost is positive.
/// Every amount that enters the model is at most ``ceiling`` in size, and a proposal has at most
/// ``Proposal/maximumLines`` lines, so that no sum of a proposal's amounts can leave 64 bits.
public struct Amount: Hashable, Comparable, Sendable {
  /// The amount in øre.
  public var oere: Int64

  /// An amount of `oere` øre.
  public init(oere: Int64) { self.oere = oere }

  /// `kroner` whole kroner.
  public init(kroner: Int64) { self.oere = kroner * 100 }

  /// `thousands` times 1.000 kr., the unit of the proposal forms.
  public init(thousands: Int64) { self.oere = thousands * 100_000 }

  /// No money.
  public static let zero = Amount(oere: 0)

  /// The largest size an amount may have on its way in: 10^15 øre, ten thousand times the city's yearly
  /// budget.
  public static let ceiling: Int64 = 1_000_000_000_000_000

  /// The sum, or `nil` where it would leave 64 bits.
  public func adding(_ other: Amount) -> Amount? {
    let (sum, overflow) = oere.addingReportingOverflow(other.oere)
    return overflow ? nil : Amount(oere: sum)
  }

  /// The sum of two amounts of one proposal, which cannot overflow (see ``ceiling``).
  public static func + (left: Amount, right: Amount) -> Amount { Amount(oere: left.oere + right.oere) }
  /// The difference of two amounts of one proposal.
  public static func - (left: Amount, right: Amount) -> Amount { Amount(oere: left.oere - right.oere) }
  /// The mirror amount: a saving for a cost.
  public static prefix func - (amount: Amount) -> Amount { Amount(oere: -amount.oere) }
  /// Adds `right` to `left`.
  public static func += (left: inout Amount, right: Amount) { left.oere += right.oere }
  /// The smaller amount, sign included, comes first.
  public static func < (left: Amount, right: Amount) -> Bool { left.oere < right.oere }

  /// The amount without its sign.
  public var magnitude: Amount { Amount(oere: abs(oere)) }
}

extension Amount? {
  /// Whether there is an amount, and one that is not nothing.
  package var isMoney: Bool { self.map { $0 != .zero } ?? false }
}

extension Amount: Codable {
  /// Reads a whole number of øre; larger than ``ceiling`` is refused.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let oere = try? container.decode(Int64.self) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "an amount is a whole number of øre")
    }
    guard oere.magnitude <= UInt64(Amount.ceiling) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "the amount \(oere) is larger than \(Amount.ceiling) øre")
    }
    self.init(oere: oere)
  }

  /// Writes the whole number of øre.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(oere)
  }
}

extension Sequence where Element == Amount {
  /// The exact sum of the amounts.
  public func sum() -> Amount { reduce(.zero, +) }
}

/// The unit in which amounts stand in a table.
public enum AmountUnit: String, Hashable, Sendable, Codable, CaseIterable {
  /// 1.000 kr., the unit of the proposal forms.
  case thousandKroner = "1.000 kr."
  /// Whole kroner, the unit of the corrections, and of proposals with amounts finer than two decimals of
  /// 1.000 kr.
  case kroner = "kr."
  /// Millions, which some papers are written in; read, and never written.
  case millionKroner = "mio. kr."

  /// How many øre one unit is.
  public var oere: Int64 {
    switch self {
    case .thousandKroner: 100_000
    case .kroner: 100
    case .millionKroner: 100_000_000
    }
  }

  /// How many decimals of the unit one øre is.
  var places: Int {
    switch self {
    case .thousandKroner: 5
    case .kroner: 2
    case .millionKroner: 8
    }
  }

  /// How many decimals may stand behind the unit: two, of 1.000 kr. (10 kr.) and of kroner (øre).
  public static let decimals = 2

  /// How many decimals a stored number in the unit may have: three more of a million than of a thousand.
  public var storedDecimals: Int { self == .millionKroner ? 5 : AmountUnit.decimals }

  /// The units in which fordel writes.
  public static let written: [AmountUnit] = [.thousandKroner, .kroner]
}

extension Amount {
  /// The amount as an exact decimal in `unit`: `mantissa` / 10^`scale`, without trailing zeros.
  public func decimal(in unit: AmountUnit) -> (mantissa: Int64, scale: Int) {
    var mantissa = oere
    var scale = unit.places
    while scale > 0, mantissa % 10 == 0 {
      mantissa /= 10
      scale -= 1
    }
    return (mantissa, scale)
  }

  /// Whether the amount can be written in `unit` with at most two decimals.
  public func fits(_ unit: AmountUnit) -> Bool { decimal(in: unit).scale <= AmountUnit.decimals }

  /// The exact amount `mantissa` / 10^`scale` in `unit`, or `nil` if it is no whole number of øre or larger
  /// than ``ceiling``.
  public init?(mantissa: Int64, scale: Int, unit: AmountUnit) {
    var value = mantissa
    var exponent = unit.places - scale
    while exponent > 0 {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
      exponent -= 1
    }
    while exponent < 0 {
      guard value % 10 == 0 else { return nil }
      value /= 10
      exponent += 1
    }
    guard value.magnitude <= UInt64(Amount.ceiling) else { return nil }
    self.init(oere: value)
  }

  /// The amount in `unit` in Danish notation: `-1.275,5`; the exact value, never rounded.
  ///
  /// ```swift
  /// Amount(oere: -127_550_000).danish(in: .thousandKroner)  // "-1.275,5"
  /// ```
  public func danish(in unit: AmountUnit = .thousandKroner) -> String {
    let (mantissa, scale) = decimal(in: unit)
    var digits = String(mantissa.magnitude)
    if digits.count <= scale { digits = String(repeating: "0", count: scale + 1 - digits.count) + digits }
    let grouped = DanishNumber.grouped(digits: digits.dropLast(scale))
    let decimals = scale > 0 ? "," + digits.suffix(scale) : ""
    return (mantissa < 0 ? "-" : "") + grouped + decimals
  }
}

/// Whole numbers in Danish notation.
public enum DanishNumber {
  /// `-1.275` for −1275.
  public static func grouped(_ number: Int64) -> String {
    (number < 0 ? "-" : "") + grouped(digits: String(number.magnitude)[...])
  }

  /// `1.234.567` for the digits `1234567`.
  package static func grouped(digits: Substring) -> String {
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped.append(".") }
      grouped.append(digit)
    }
    return grouped
  }
}
