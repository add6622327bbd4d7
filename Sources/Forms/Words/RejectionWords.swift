import ProposalModel

/// Words in the text of a line that say that it holds only if the proposal is rejected, or no longer.
package enum RejectionWords {
  /// Whether a text says so: `Merudgift (hvis forslaget ikke indarbejdes)`. Without an `if` it speaks of
  /// something else: `Ikke vedtaget forslag fra 2021`.
  ///
  /// ```swift
  /// RejectionWords.areSaid(in: "Leje, såfremt forslaget ikke vedtages")  // true
  /// ```
  package static func areSaid(in text: String) -> Bool {
    guard ["hvis", "fremt", "ifald"].contains(where: { Spelling.mayHold(text, $0) }) else { return false }
    let words = TableWords.words(text)
    guard let condition = words.firstIndex(where: ["hvis", "såfremt", "ifald"].contains) else { return false }
    let rest = words[condition...]
    return zip(rest, rest.dropFirst()).contains { first, second in
      first == "ikke"
        && ["indarbejdes", "indarbejdet", "vedtages", "vedtaget", "gennemføres"].contains(second)
    } || rest.contains(where: ["forkastes", "afvises"].contains)
  }

  /// Whether a text is marked as one that holds no longer: `UDGÅR: Vikarer`, `Vikarer (udgår)`. A thing that ends
  /// (`Lejemål udgår`) is none.
  package static func cancels(_ text: String) -> Bool {
    // An `å` may be two signs; the letters before it are none of its own.
    guard ["udg", "slettet", "bortfaldet"].contains(where: { Spelling.mayHold(text, $0) }) else {
      return false
    }
    let small = text.lowercased()
    return ["udgår", "udgået", "slettet", "bortfaldet"].contains { word in
      small.contains("(\(word))") || small == word
        || [":", " -", " –", ","].contains { small.hasPrefix(word + $0) }
    }
  }
}
