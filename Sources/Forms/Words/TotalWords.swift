import ProposalModel

/// The words of totals that stand anywhere in a row's text, as the rest of the text allows it.
package enum TotalWords {
  /// What is left of a total's text besides its word of a total: sections, control areas and the small words
  /// between them.
  private static let formWords: Set<String> = [
    "varig", "varige", "ændring", "ændringer", "implementering", "implementeringsomkostning",
    "implementeringsomkostninger", "investering",
    "investeringer", "serviceinvestering", "serviceinvesteringer", "anlægsinvestering", "anlægsinvesteringer",
    "service", "anlæg",
    "overførsel", "overførsler", "efterspørgselsstyret", "efterspørgselsstyrede", "indsats", "finansposter",
    "økonomisk", "økonomiske",
    "påvirkning", "effekt", "konsekvens", "konsekvenser", "omkostning", "omkostninger", "udgift", "udgifter",
    "besparelse", "besparelser",
    "effektivisering", "effektiviseringer", "forslag", "forslaget", "forslagets", "tabel", "netto",
    "nettoeffekt", "i", "af", "for", "fra",
    "og", "på", "til", "mv", "alt",
  ]

  private static let totals: Set<String> = [
    "total", "totale", "totalt", "totaler", "samlet", "samlede", "ialt", "sum",
  ]

  /// Whether all words are those of the form itself, so that the row speaks of no thing that money is spent
  /// on.
  private static func areOfForm(_ words: some Sequence<String>) -> Bool {
    words.allSatisfy { formWords.contains($0) || $0.allSatisfy(\.isNumber) }
  }

  /// `Varige ændringer i alt, service`, `Totale varige ændringer`: a word of a total anywhere among words of
  /// the form.
  ///
  /// `Totale renoveringer` and `Flytning i alt af kontor` name a thing and may be lines.
  package static func isTotalOfForm(_ words: [String]) -> Bool {
    let hasTotal =
      words.contains(where: totals.contains)
      || zip(words, words.dropFirst()).contains { $0 == "i" && $1 == "alt" }
    return hasTotal && areOfForm(words.filter { !totals.contains($0) })
  }

  /// `Subtotal`, `Delsum`, `Mellemsum`: the sum of some of the lines above.
  package static func isPartial(_ words: [String]) -> Bool {
    let partial: Set = ["subtotal", "delsum", "deltotal", "mellemsum", "mellemtotal"]
    return words.first.map(partial.contains) ?? false || words.last.map(partial.contains) ?? false
  }

  /// `Netto`, `Nettoeffekt, service`.
  package static func isNet(_ words: [String]) -> Bool {
    words.first?.hasPrefix("netto") ?? false && areOfForm(words)
  }

  /// `Akkumuleret økonomisk påvirkning`: the years added up one after the other, no total of the year.
  package static func isCumulative(_ words: [String]) -> Bool {
    func isMark(_ word: String) -> Bool {
      word.hasPrefix("akkumuler") || word.hasPrefix("kumuler") || word.hasPrefix("kumulativ")
    }
    return words.contains(where: isMark) && areOfForm(words.filter { !isMark($0) && !totals.contains($0) })
  }

  /// Whether a row's text names a control area and nothing that money is spent on: `Service`.
  package static func namesAreaOnly(_ text: String) -> Bool {
    ControlArea.named(in: text) != nil && areOfForm(TableWords.words(text))
  }
}
