import Forms
import ProposalModel

/// The rounding policies and price levels that can be chosen on the page, in the words of the tool.
enum Rounding {
  /// The policies: the tool's name, and what people call it.
  static let policies: [(name: String, label: String)] =
    [
      ("standard", "Som aftalt for runden"), ("largest-remainder", "Største rest"),
      ("controlled", "Alle summer passer"), ("as-published", "Hver andel for sig, som trykt"),
    ]
    + RoundLibrary.newest.committees.map { committee in
      ("residual-to=\(committee.code)", "Resten til \(committee.code)")
    }

  /// The policy of a name, the round's own for any other.
  static func known(_ name: String) -> String {
    policies.contains { $0.name == name } ? name : "standard"
  }

  /// A choice of the policies.
  static func choice(_ id: String, chosen: String = "standard") -> String {
    select(id, name: "afrunding", policies, chosen: chosen)
  }

  /// A choice of the price level of the tables.
  static func levels(_ id: String, chosen: String) -> String {
    select(
      id, name: "pris",
      [("written", "forslagets eget"), ("implemented", "det, der udmøntes i")], chosen: chosen)
  }

  private static func select(
    _ id: String, name: String, _ values: [(name: String, label: String)], chosen: String
  ) -> String {
    let options = values.map {
      "<option value=\"\($0.name)\"\($0.name == chosen ? " selected" : "")>\(PageViews.escaped($0.label))</option>"
    }
    return "<select id=\"\(id)\" name=\"\(name)\">\(options.joined())</select>"
  }
}
