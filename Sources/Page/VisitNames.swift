/// The names of a visit's files, as the tool says them and as their senders know them.
enum VisitNames {
  /// How the path of a kept file begins, the longer of two first.
  static let starts =
    ["../ind/runde/", "../ind/"] + (Supplement.all.map(\.name) + ["udtraek", "version"]).map { "../\($0)-" }

  /// What the tool said, with the names that the senders know: `../udtraek-budget.csv` is `budget.csv`.
  static func plain(_ words: String) -> String {
    starts.reduce(words) { $0.replacing($1, with: "") }
  }
}
