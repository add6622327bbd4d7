import ProposalModel

/// The parts of the authorised municipal account that a list may give: hovedkonto, hovedfunktion and funktion
/// (`5.38.52`), behind them dranst, ejerforhold and gruppering (`5.38.52.1.1.001`).
struct AccountString: Hashable, Sendable {
  /// Hovedkonto, hovedfunktion and funktion: `5.38.52`.
  var function: String
  /// Dranst, one digit; `nil` where it is not said.
  var dranst: String?
  /// Ejerforhold, one digit.
  var ownership: String?
  /// Gruppering, three digits.
  var grouping: String?

  /// Reads an account string with points, or a funktion of five digits without; `nil` where it has another
  /// shape. `05.38.52`, `5.38.52` and `53852` are one funktion.
  init?(_ text: String) {
    let isDigits = { (text: Substring) in !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isNumber } }
    var parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 1, isDigits(parts[0]) {
      let digits = parts[0].count == 6 && parts[0].first == "0" ? parts[0].dropFirst() : parts[0]
      guard digits.count == 5 else { return nil }
      parts = [digits.prefix(1), digits.dropFirst().prefix(2), digits.suffix(2)]
    }
    guard (3...6).contains(parts.count), parts.allSatisfy(isDigits) else { return nil }
    if parts[0].count == 2, parts[0].first == "0" { parts[0] = parts[0].dropFirst() }
    guard zip(parts.map(\.count), [1, 2, 2, 1, 1, 3]).allSatisfy({ $0 == $1 }) else { return nil }
    function = parts.prefix(3).joined(separator: ".")
    func part(_ index: Int) -> String? { index < parts.count ? String(parts[index]) : nil }
    (dranst, ownership, grouping) = (part(3), part(4), part(5))
  }

  /// The dranst of a control area, and their names: construction is booked as construction, running costs as
  /// running costs or the state's refund of them, financial items as any of the rest (the authorised chart of
  /// accounts of municipalities).
  static func dranst(of area: ControlArea) -> Set<String> {
    switch area {
    case .capital: ["3"]
    case .service, .demandDriven, .transfers: ["1", "2"]
    case .financial: ["4", "5", "6", "7"]
    }
  }

  /// `3 (anlæg)`
  static func name(ofDranst code: String) -> String {
    let names = [
      "1": "drift", "2": "statsrefusion", "3": "anlæg", "4": "renter", "5": "balanceforskydninger",
      "6": "afdrag på lån", "7": "finansiering",
    ]
    return names[code].map { "\(code) (\($0))" } ?? code
  }
}
