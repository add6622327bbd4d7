/// One printed figure of a table: an amount, or one of the two ways of printing nothing.
///
/// Blank, `-` and `0` all count as zero, and stay apart on the way through: a blank never becomes a 0.
public enum Figure: Hashable, Sendable {
  /// Nothing is printed.
  case blank
  /// A dash is printed.
  case dash
  /// An amount; zero is printed `0`.
  case amount(Amount)

  /// The money: zero for blank and dash.
  public var amount: Amount {
    if case .amount(let amount) = self { amount } else { .zero }
  }

  /// Whether an amount other than zero is printed.
  public var isMoney: Bool { amount != .zero }
}

extension Figure: Codable {
  /// Reads `null` (blank), `"-"` (dash) or a whole number of øre.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .blank
    } else if let text = try? container.decode(String.self) {
      guard text == "-" else {
        throw DecodingError.dataCorruptedError(
          in: container, debugDescription: "a figure is null, \"-\" or a whole number of øre, not \"\(text)\""
        )
      }
      self = .dash
    } else {
      self = .amount(try container.decode(Amount.self))
    }
  }

  /// Writes `null`, `"-"` or øre.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .blank: try container.encodeNil()
    case .dash: try container.encode("-")
    case .amount(let amount): try container.encode(amount)
    }
  }
}

extension Sequence where Element == Figure {
  /// The exact sum; blanks and dashes are zero.
  public func sum() -> Amount { map(\.amount).sum() }
}
