public import ProposalModel

/// What was decided about a proposal.
public enum DecisionKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// Adopted: B, D and E are posted.
  case adopted = "vedtaget"
  /// Not adopted: C is posted, where there is one.
  case notAdopted = "ikke vedtaget"
  /// Withdrawn: nothing is posted.
  case withdrawn = "udgået"
  /// Postponed: nothing is posted yet.
  case postponed = "udsat"

  /// Reads the word of a cell, whatever the case; `nil` for any other word, and where it stands in doubt
  /// (`vedtaget?`) or in brackets, as one notes what is expected.
  public init?(spelling text: String) {
    let isCertain = !Spelling.isDoubted(text) && !text.contains { "()[]".contains($0) }
    guard isCertain, let kind = DecisionKind.spellings[Spelling.key(text)] else { return nil }
    self = kind
  }

  private static let spellings: [String: DecisionKind] = [
    "vedtaget": .adopted, "vedtages": .adopted, "godkendt": .adopted,
    "ikkevedtaget": .notAdopted, "forkastet": .notAdopted, "afvist": .notAdopted,
    "ikkegodkendt": .notAdopted,
    "udgået": .withdrawn, "udgår": .withdrawn, "trukket": .withdrawn, "trukkettilbage": .withdrawn,
    "udsat": .postponed, "udskudt": .postponed,
  ]
}

/// One row of a list of decisions.
public struct Decision: Hashable, Sendable {
  /// Forslagsnummer, as written.
  public var number: String
  /// What was decided.
  public var kind: DecisionKind
  /// The date, as written.
  public var date: String?
  /// The case or meeting the decision was taken in (`Sag`).
  public var matter: String?
  /// Where the decision stands.
  public var place: Place

  /// The decision in words, with its case and date: `udsat (BR 12, 24.06.2023)`.
  public var words: String {
    let source = source
    return kind.rawValue + (source.isEmpty ? "" : " (\(source))")
  }

  /// Where and when it was taken: `BR 12, 24.06.2023`.
  public var source: String { [matter, date].compactMap { $0 }.joined(separator: ", ") }
}

/// What a decision does to the corrections of a proposal.
public enum DecisionUse: Hashable, Sendable {
  /// B, D and E are posted.
  case adopted
  /// C is posted.
  case notAdopted
  /// Nothing is posted, for this reason.
  case leftOut(String)
}
