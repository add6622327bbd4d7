package import Forms
package import ProposalModel

/// A column of a round's account list (kontoliste).
package enum AccountListField: Hashable, Sendable {
  case committee, unit, controlArea, appropriation, appropriationName, profitCentre, function, kind,
    projectElement, standard, new,
    counterFor
  case dranst, ownership, grouping
  case text, remark
}

/// The columns of a round's account list, found by their headers wherever they stand.
package enum AccountListForm {
  /// The columns in the order of the sample list.
  package static let columns: [FormField<AccountListField>] = [
    FormField(
      .committee, "Udvalg", aliases: ["Forvaltning", "Committee"], kind: .names,
      "Hvis konto det er; tom for konti, som ikke er et udvalgs."
    ),
    FormField(.unit, "Enhed", kind: .names, "Enheden under udvalget."),
    FormField(
      .controlArea, "Styringsområde", aliases: ["Styringsomr", "Område"],
      "Tom, hvis kontoen gælder alle områder."),
    FormField(
      .appropriation, "Bevilling", aliases: ["Bevillingsnummer", "Bevillingsområde", "Bevillingsnr"],
      kind: .code, isRequired: true,
      "Bevillingens fire cifre, dens navn eller begge."),
    FormField(
      .appropriationName, "Bevillingsnavn", aliases: ["Bevillingens navn"],
      "Bevillingens navn, hvis det står for sig."),
    FormField(
      .profitCentre, "Profitcenter", aliases: ["Profitcentre", "PC", "Profit center"], kind: .code,
      "Ét profitcenter pr. række."),
    FormField(
      .function, "Funktion", aliases: ["Hovedfunktion"], kind: .code, "Funktion i den autoriserede kontoplan."
    ),
    FormField(
      .dranst, "Dranst", kind: .code,
      "Ét ciffer; kontrolleres mod styringsområdet. Kan også stå bag funktionen: 5.38.52.1."),
    FormField(.ownership, "Ejerforhold", kind: .code, "Ét ciffer; kontrolleres mod kontoplanen."),
    FormField(.grouping, "Gruppering", kind: .code, "Tre cifre; kontrolleres mod kontoplanen."),
    FormField(.kind, "Art", aliases: ["Artskonto", "Hovedart"], kind: .code, "Art."),
    FormField(
      .projectElement, "PSP", aliases: ["PSP-element", "Projekt", "PSP element"], kind: .code,
      "PSP-element; skal udfyldes i anlæg."),
    FormField(
      .standard, "Standardkonto", aliases: ["Standard"], kind: .cross,
      "X, hvis udvalgets penge i styringsområdet hører til her, når forslaget ikke selv skriver en konto."),
    FormField(.new, "Ny konto", aliases: ["Ny"], kind: .cross, "X, hvis kontoen endnu intet budget har."),
    FormField(
      .counterFor, "Modkonto for", aliases: ["Modkonto", "Modpost for"],
      "Varig ændring, Implementering eller Lån, hvis kontoen er modkonto for dem i sit styringsområde."),
    FormField(
      .text, "Tekst", aliases: ["Kontotekst", "Kontonavn"], "Kontoens tekst; for modkonti postens tekst."),
    FormField(.remark, "Bemærkning", aliases: ["Bemærkninger", "Note"], "Læses ikke."),
  ]

  /// What `Modkonto for` may hold, by comparable spelling.
  package static let sections: [String: LineSection] = [
    "varigændring": .permanent, "varigeændringer": .permanent, "varige": .permanent,
    "besparelser": .permanent,
    "implementering": .implementation, "implementeringsomkostninger": .implementation,
    "investering": .implementation,
    "investeringer": .implementation, "lån": .loan, "internelån": .loan, "interntlån": .loan,
  ]

  /// The header of a column.
  package static func header(_ field: AccountListField) -> String {
    columns.first { $0.key == field }?.header ?? ""
  }
}
