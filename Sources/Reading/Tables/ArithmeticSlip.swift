package import ProposalModel

/// The likely slip of the pen behind a number that does not fit.
package enum ArithmeticSlip: Hashable, Sendable {
  /// Two neighbouring digits are swapped.
  case swappedDigits
  /// The sign is wrong.
  case sign
  /// A factor 1.000 too large or too small.
  case factorThousand
  /// One digit is missing or too many.
  case digitCount

  /// The slip that turns `right` into `found`; `nil` if none does.
  package init?(found: Amount, right: Amount, unit: AmountUnit) {
    guard found != right, found != .zero, right != .zero else { return nil }
    if found.oere == -right.oere {
      self = .sign
    } else if found.oere == right.oere &* 1_000 || right.oere == found.oere &* 1_000 {
      self = .factorThousand
    } else {
      let (first, second) = (
        found.danish(in: unit).filter(\.isNumber), right.danish(in: unit).filter(\.isNumber)
      )
      guard (found < .zero) == (right < .zero) else { return nil }
      if first.count == second.count, Self.isSwap(Array(first), Array(second)) {
        self = .swappedDigits
      } else if abs(first.count - second.count) == 1,
        Self.isOneMore(first.count > second.count ? (first, second) : (second, first))
      {
        self = .digitCount
      } else {
        return nil
      }
    }
  }

  private static func isSwap(_ left: [Character], _ right: [Character]) -> Bool {
    let places = left.indices.filter { left[$0] != right[$0] }
    return places.count == 2 && places[1] == places[0] + 1 && left[places[0]] == right[places[1]]
      && left[places[1]] == right[places[0]]
  }

  private static func isOneMore(_ pair: (long: String, short: String)) -> Bool {
    pair.short.count >= 2
      && pair.long.indices.contains { index in
        var shorter = pair.long
        shorter.remove(at: index)
        return shorter == pair.short
      }
  }

  /// What happened, in Danish.
  package var danish: String {
    switch self {
    case .swappedDigits: "to cifre er byttet om"
    case .sign: "fortegnet er forkert"
    case .factorThousand: "beløbet er en faktor 1.000 forkert"
    case .digitCount: "et ciffer er faldet ud eller kommet til"
    }
  }
}
