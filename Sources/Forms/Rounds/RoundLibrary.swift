public import ProposalModel

/// The rounds that come with the tool, compiled in from `templates/`, and rounds read from files.
public enum RoundLibrary {
  /// All rounds that come with the tool, newest first.
  public static let all: [Round] = sources.map(builtIn)
    .sorted { ($0.years.first ?? 0, $0.id) > ($1.years.first ?? 0, $1.id) }

  /// A round that is compiled in; one that cannot be read is a mistake of ours and stops the first start.
  private static func builtIn(_ bytes: [UInt8]) -> Round {
    do { return try CanonicalJSON.decodeDocument(Round.self, bytes).value } catch {
      preconditionFailure("a round of templates/ cannot be read: \(error.description)")
    }
  }

  /// The bytes of the compiled-in files; one per file in `templates/` (the package manager drops the first
  /// digit of `2018.json`).
  package static let sources: [[UInt8]] = [
    PackageResources._018_json, PackageResources.ofs_2021_2022_json, PackageResources.ofs_2024_2025_json,
  ]

  /// The round of a name, an id or an alias, whatever the case and punctuation.
  public static func round(named name: String) -> Round? { all.first { $0.isNamed(name) } }

  /// The round whose years and written price level fit: it has all `years`, and `priceLevel` if one is known.
  /// `nil` if none or several fit.
  public static func round(
    fitting years: [Int], priceLevel: Int?, kind: ProposalKind = .investment, among rounds: [Round] = all
  ) -> Round? {
    let fitting = rounds.filter { round in
      let level = round.writtenPriceLevel(of: kind)
      return !years.isEmpty && Set(years).isSubset(of: round.years)
        && (priceLevel == nil || priceLevel == level)
    }
    let closest = fitting.filter { $0.years.first == years.min() }
    return (closest.count == 1 ? closest : fitting).count == 1 ? (closest.first ?? fitting.first) : nil
  }

  /// Reads a round from a file's bytes; everything that is wrong in it is told at its path and line.
  ///
  /// ```swift
  /// do { _ = try RoundLibrary.read([]).round } catch {
  ///   for mistake in error.mistakes { print(mistake) }  // linje 14: committees[2].code: …
  /// }
  /// ```
  public static func read(_ bytes: [UInt8]) throws(RoundFileError) -> (round: Round, unknownKeys: [String]) {
    try RoundFile.read(bytes)
  }
}

extension RoundLibrary {
  /// The newest round that comes with the tool: the one meant where nothing says which.
  public static var newest: Round {
    guard let first = all.first else { preconditionFailure("no round is compiled in") }
    return first
  }
}
