package import ProposalModel

/// What can be wrong with a list of decisions.
extension Catalogue {
  /// The words that a decision may have.
  private static let decisionWords = "vedtaget, ikke vedtaget, udgået eller udsat"

  /// A row without a number, without a decision, or with another word.
  package static func decisionUnreadable(_ number: String, _ found: String, at place: Place) -> Finding {
    let whose = number.isEmpty ? "Rækken nævner intet forslag" : "Beslutningen om \(quoted(number))"
    return Finding(
      .decisionUnreadable, at: place, found: found, expected: decisionWords,
      message: number.isEmpty
        ? "\(whose)." : found.isEmpty ? "\(whose) mangler." : "\(whose) kan ikke læses: \(quoted(found)).",
      suggestion: number.isEmpty ? "Skriv forslagets nummer." : "Skriv \(decisionWords).")
  }

  /// Two rows decide differently about one proposal.
  package static func decisionsDiffer(
    _ number: String, _ found: String, _ other: String, other cell: String, at place: Place
  ) -> Finding {
    Finding(
      .decisionUnreadable, at: place, found: found, expected: other,
      message: "Forslag \(quoted(number)) er \(found) her og \(other) i \(cell).",
      suggestion: "Slet den række, der ikke gælder; indtil da gælder ingen af dem.")
  }

  /// A decision that somebody has struck out.
  package static func decisionStruckOut(_ number: String, _ found: String, at place: Place) -> Finding {
    Finding(
      .decisionUnreadable, at: place, found: found, expected: decisionWords,
      message: "Beslutningen om \(quoted(number)) er streget over: \(quoted(found)).",
      suggestion: "Slet rækken, hvis den ikke gælder; ellers fjern stregen.")
  }

  /// Amounts beside the decisions: a proposal is adopted as it is, so that another amount would be posted by nobody.
  package static func decisionAmount(_ heading: String, at place: Place) -> Finding {
    Finding(
      .moneyUnread, at: place, found: heading,
      message: "Beløbene under \(quoted(heading)) læses ikke: korrektionerne følger forslagenes egne beløb.",
      suggestion: "Er der vedtaget et andet beløb, så ret forslaget. Slet derefter kolonnen.")
  }

  /// A decision on several numbers, or on a number with more words.
  package static func decisionOnMore(_ found: String, than numbers: [String], at place: Place) -> Finding {
    Finding(
      .decisionUnreadable, at: place, found: found, expected: numbers.joined(separator: ", "),
      message: "Der er truffet beslutning om \(quoted(found)), som ikke er ét forslags nummer; "
        + "\(list(numbers)) har derfor ingen beslutning.",
      suggestion: "Skriv hvert forslag i en række for sig, kun med sit nummer.")
  }

  /// A decision on a number that no proposal has: an error where it is adopted, since that money would be posted
  /// by nobody.
  package static func decisionOnUnknown(
    _ number: String, isAdopted: Bool, nearest: String?, at place: Place
  ) -> Finding {
    Finding(
      .decisionUnknown, severity: isAdopted ? .error : .warning, at: place, found: number, expected: nearest,
      message: "Der er truffet beslutning om \(quoted(number)), men intet af forslagene har det nummer.",
      suggestion: didYouMean(nearest) ?? "Tag forslagets fil med, eller ret nummeret.")
  }
}
