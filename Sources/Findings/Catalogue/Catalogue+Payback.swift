package import ProposalModel

/// What can be wrong with payback times.
extension Catalogue {
  /// A stated payback that does not follow from the figures.
  /// - Parameters:
  ///   - words: `service`, `totaløkonomi`, or both.
  ///   - likely: the amounts that may be wrong instead, in words; empty where the payback is likelier.
  package static func paybackDiffers(
    _ words: [String], stated: Int, _ payback: Payback, likely: [String], isByFullYear: Bool, at place: Place,
    cells: [String]
  ) -> Finding {
    let right = paybackWords(payback)
    let verdict =
      payback.covered == nil ? "besparelsen dækker aldrig investeringen" : "beløbene giver \(right)"
    let series = payback.series.prefix(12).map { amount($0) }.joined(separator: ", ")
    let doubt =
      likely.isEmpty
      ? "" : " Enten er tilbagebetalingstiden forkert, eller også er et beløb det: \(list(likely))."
    let fullYear =
      isByFullYear
      ? " \(stated) er investeringen divideret med et helt års besparelse; de første års indfasning skal regnes med."
      : ""
    return Finding(
      .paybackDiffers, at: place, cells: cells, found: "\(stated) år", expected: right,
      message:
        "Tilbagebetalingstiden for \(list(words)) er angivet til \(stated) år, men \(verdict). Akkumuleret: \(series).\(doubt)",
      suggestion: paybackRemedy(payback, isAmountLikely: !likely.isEmpty) + fullYear)
  }

  /// What to do about a payback that differs while amounts are wrong in other ways: they are mended first.
  package static func paybackAfterAmounts(_ payback: Payback) -> String {
    guard let covered = payback.covered else {
      return "Ret først de andre fejl i beløbene; kontrollér derefter beløbene og deres fortegn."
    }
    return "Ret først de andre fejl i beløbene. "
      + "Giver de derefter stadig \(covered) år, skal der stå \(covered)."
  }

  /// Where an amount may be wrong, it is looked at first; the payback is never all that is to be mended.
  private static func paybackRemedy(_ payback: Payback, isAmountLikely: Bool) -> String {
    guard let covered = payback.covered else { return "Kontrollér beløbene, også fortegnene." }
    return isAmountLikely
      ? "Kontrollér beløbene først; er de rigtige, er tilbagebetalingstiden \(covered) år."
      : "Skriv \(covered)."
  }

  /// What follows from the figures: `4 år`, and the other definition's result where it differs.
  private static func paybackWords(_ payback: Payback) -> String {
    guard let covered = payback.covered else { return "aldrig" }
    guard let cumulative = payback.cumulative, cumulative != covered else { return "\(covered) år" }
    return "\(covered) år (\(cumulative) år, hvis kun de hidtidige investeringer regnes med)"
  }

  /// A stated payback above the round's limit.
  package static func paybackLong(_ word: String, stated: Int, limit: Int, at place: Place) -> Finding {
    Finding(
      .paybackLong, at: place, found: "\(stated) år", expected: "højst \(limit) år",
      message: "Tilbagebetalingstiden for \(word) er \(stated) år; runden tillader højst \(limit).",
      suggestion:
        "Kontrollér beløbene; kan tiden ikke blive kortere, skal fravigelsen aftales med Center for Økonomi.")
  }

  /// A payback that is blank although the lines give one; without years where they cannot be told.
  package static func paybackMissing(
    _ missing: [(word: String, years: Int?)], areAmountsWrong: Bool, at place: Place, cells: [String]
  ) -> Finding {
    let known = missing.compactMap { item in item.years.map { (item.word, $0) } }
    let remedy =
      known.isEmpty
      ? "Udfyld feltet, når beløbene er rettet."
      : "Skriv \(list(known.map { "\($0.1) år for \($0.0)" }))\(areAmountsWrong ? ", når beløbene er rettet" : "")."
    return Finding(
      .paybackMissing, at: place, cells: cells,
      expected: known.isEmpty ? nil : known.map { "\($0.1) år" }.joined(separator: " · "),
      message: "Tilbagebetalingstiden for \(list(missing.map(\.word))) er ikke udfyldt.", suggestion: remedy)
  }

  /// The front page and Tabel 1 state different paybacks.
  package static func paybackOfFrontDiffers(front: Int, table: Int, at place: Place) -> Finding {
    Finding(
      .paybackDiffers, at: place, found: "\(front) år", expected: "\(table) år",
      message: "Forsiden angiver tilbagebetalingstiden til \(front) år, Tabel 1 til \(table) år.",
      suggestion: "Lad de to steder angive det samme.")
  }
}
