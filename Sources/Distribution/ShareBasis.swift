/// How a recipient came to its share of a line.
public enum ShareBasis: Hashable, Sendable {
  /// The whole line.
  case all
  /// A weight of the sum of all weights, as whole numbers without common factors: 1 of 7, 3 of 5.
  case weight(Int128, of: Int128)
  /// A fixed amount, in the line's sign.
  case fixed
  /// A share of what the fixed amounts leave; `besidesFixed` if there is a fixed amount too.
  case rest(Int128, of: Int128, besidesFixed: Bool)
  /// The line's rule could not be carried out, and the money stayed with its own committee.
  case kept

  /// The weight as a fraction of the whole: `1/7`; `nil` where no weight decides.
  public var portion: Fraction? {
    switch self {
    case .all: .one
    case .weight(let weight, let total), .rest(let weight, let total, _): Fraction(weight, over: total)
    case .fixed, .kept: nil
    }
  }
}
