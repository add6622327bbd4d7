package import ProposalModel

/// What the forecast of a load can find: corrections against today's budget and earlier receipts.
extension Catalogue {
  /// Loading the file would take the place of budgets. `mode` says how the profile loads, `amount` the kroner
  /// that would be gone, and `examples` the largest of them.
  package static func budgetOverwritten(
    keys: Int, amount: String, mode: String, examples: [String], at place: Place
  ) -> Finding {
    Finding(
      .budgetOverwritten, at: place, found: examples.first,
      message: "Filen indlæses sådan, at \(mode). Det ville overskrive budgettet på "
        + "\(keys == 1 ? "1 nøgle" : "\(keys) nøgler"), i alt \(amount) kr.: "
        + ended(examples.joined(separator: "; ")),
      suggestion: "Brug en profil, der lægger til budgettet (mode add).")
  }

  /// An account that the extract does not have, in any year or in some (`known` are those it has). `years` are
  /// the amounts that would be posted there.
  package static func budgetKeyUnknown(_ account: String, years: [String], known: [Int], at place: Place)
    -> Finding
  {
    let other = known.isEmpty ? "" : "; kontoen står der kun for " + list(known.map(String.init))
    return Finding(
      .budgetKeyUnknown, at: place, found: account,
      message:
        "Konto \(account) har intet budget i udtrækket for \(ended(years.joined(separator: ", ") + other))",
      suggestion: known.isEmpty
        ? "Ret kontoen i kontolisten, mærk den Ny konto, eller træk den med ud."
        : "Træk alle årene ud, eller mærk kontoen Ny konto i kontolisten.")
  }

  /// Proposals whose corrections were written for loading already, in `file` by its receipt.
  package static func postedTwice(_ proposals: [String], file: String, at place: Place) -> Finding {
    Finding(
      .postedTwice, at: place, found: file,
      message: "\(proposals.joined(separator: ", ")) er allerede i \(quoted(file)) efter kvitteringen, "
        + "så budgettet ville blive ændret to gange.",
      suggestion: "Skriv kun forskellen med --since og det tidligere sæt, "
        + "eller sig med --unloaded \(file), at filen aldrig er indlæst.")
  }

  /// A budget that was not negative, and will be. `years` say from what to what.
  package static func budgetBelowZero(_ account: String, years: [String], at place: Place) -> Finding {
    Finding(
      .budgetBelowZero, at: place, found: account,
      message: "Budgettet på konto \(account) kommer under nul: \(ended(years.joined(separator: "; ")))",
      suggestion: "Kontrollér, at det er den rigtige konto, og at budgettet er nok til besparelsen.")
  }

  /// Codes of the file that the extract has no column for.
  package static func budgetCoarse(_ columns: [String], at place: Place) -> Finding {
    Finding(
      .budgetCoarse, at: place, found: columns.joined(separator: ", "),
      message: "Udtrækket har ikke \(columns.joined(separator: ", ")), så budgetterne er lagt sammen, "
        + "og det ses ikke, om hvert af dem findes.",
      suggestion: "Træk listen ud med \(columns.count == 1 ? "den kolonne" : "de kolonner"), og prøv igen.")
  }

  /// An account marked `Ny konto` that has a budget in `years`.
  package static func accountNotNew(_ account: String, years: [Int], at place: Place) -> Finding {
    Finding(
      .accountNotNew, at: place, found: account,
      message:
        "Konto \(account) er mærket Ny konto, men har budget i udtrækket for \(list(years.map(String.init))).",
      suggestion: "Fjern mærket i kontolisten.")
  }
}
