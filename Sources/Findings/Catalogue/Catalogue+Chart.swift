package import ProposalModel

/// What can be wrong with the codes of an account list.
extension Catalogue {
  /// A code that has not the shape of its part: `funktion`, `5.38`, `5.38.52`.
  package static func accountShape(_ part: String, _ found: String, like example: String, at place: Place)
    -> Finding
  {
    Finding(
      .accountNotInChart, at: place, found: found, expected: example,
      message: "\(quoted(found)) har ikke form som \(part).", suggestion: "Skriv den som \(example).")
  }

  /// A code that the year's chart does not have.
  package static func accountNotInChart(
    _ part: String, _ found: String, chart: String, nearest: String?, at place: Place
  ) -> Finding {
    Finding(
      .accountNotInChart, at: place, found: found, expected: nearest,
      message: "\(quoted(found)) er ikke en \(part) i kontoplanen \(chart).",
      suggestion: didYouMean(nearest) ?? "Ret koden, eller tag årets kontoplan.")
  }

  /// A dranst that does not fit the control area; `allowed` are those that do.
  package static func dranstDiffers(_ found: String, area: String, allowed: [String], at place: Place)
    -> Finding
  {
    Finding(
      .dranstDiffers, at: place, found: found, expected: allowed.joined(separator: ", "),
      message: "Dranst \(found) svarer ikke til \(area), som bogføres med \(list(allowed)).",
      suggestion: "Ret dranst eller styringsområdet.")
  }

  /// Two places of one row that name two dranst.
  package static func dranstTwice(_ found: String, _ other: String, at place: Place) -> Finding {
    Finding(
      .dranstDiffers, at: place, found: found, expected: other,
      message: "Rækken nævner to dranst: \(found) og \(other).", suggestion: "Lad kun den rigtige stå.")
  }

  /// Corrections that have the standard account of the list; `counts` are their numbers by proposal.
  package static func accountsDefaulted(_ count: Int, of total: Int, counts: [String], at place: Place)
    -> Finding
  {
    Finding(
      .accountsDefaulted, at: place, found: "\(count)",
      message: "\(count) af \(total) korrektioner har kontolistens standardkonto: \(list(counts)).",
      suggestion: "Se kolonnen Kontokilde, og skriv kontoen i forslaget, hvor den er en anden.")
  }
}
