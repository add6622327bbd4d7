package import Findings

/// What a code stands for: the sentence that must hold, and why it matters.
package struct CodeExplanation: Hashable, Sendable {
  /// What must hold, in one Danish sentence.
  package var statement: String
  /// Why, in Danish.
  package var reason: String

  /// An explanation.
  package init(_ statement: String, _ reason: String) {
    self.statement = statement
    self.reason = reason
  }
}

extension Catalogue {
  /// The explanation of a code: that of the rule which reports it, or, for what reading itself finds, the one
  /// below. `nil` if a code has none, which a test forbids.
  package static func explanation(of code: FindingCode) -> CodeExplanation? {
    if let own = reading[code] { return own }
    return Rule.all.first { $0.codes.contains(code) }.map { CodeExplanation($0.statement, $0.reason) }
  }

  /// The codes that reading reports, before any rule looks at the figures.
  private static let reading: [FindingCode: CodeExplanation] = [
    .numberUnreadable: CodeExplanation(
      "En beløbscelle er tom, en streg eller et tal.", "Et beløb, der ikke kan læses, mangler i alle summer."),
    .numberAmbiguous: CodeExplanation(
      "Et tal kan kun læses på én måde.",
      "1,275 kan være 1.275 eller 1,275; et gæt kan være en faktor 1.000 forkert."),
    .formulaWithoutValue: CodeExplanation(
      "En formel har et gemt resultat.", "Filen er gemt uden at være beregnet, så formlens beløb kendes ikke."
    ),
    .duplicateProposal: CodeExplanation(
      "Et forslagsnummer har ét indhold.", "Ellers bogføres forslaget to gange eller i en forkert udgave."),
    .hiddenMoney: CodeExplanation(
      "Skjulte rækker, kolonner og ark har ingen beløb.",
      "Beløb, som ingen kan se, bliver ikke kontrolleret, men regnes med."),
    .placeholderLeft: CodeExplanation(
      "Skabelonens pladsholdere er udfyldt eller slettet.",
      "En pladsholder viser, at noget mangler at blive skrevet."),
    .sheetMissing: CodeExplanation(
      "Arkene Forslag og Økonomi er der.", "Uden dem er der intet forslag at læse."),
    .columnMissing: CodeExplanation(
      "Kolonner med beløb og de nødvendige oplysninger har deres overskrift.",
      "Kolonner findes på overskriften; det, der står uden, kan ikke læses."),
    .roundUnknown: CodeExplanation(
      "Forslaget hører til en kendt runde.", "Runden giver år, prisniveau, udvalg og konti."),
    .committeeUnknown: CodeExplanation(
      "Udvalg, forvaltninger og enheder er rundens.", "Beløb hos en ukendt modtager kan ikke bogføres."),
    .ruleUnreadable: CodeExplanation(
      "En fordeling er skrevet, så den kan udføres.", "Ellers er det uvist, hvem der får pengene."),
    .mergeConflict: CodeExplanation(
      "To returnerede ark siger det samme om samme række.",
      "Forskellige svar kan ikke begge føres tilbage i forslaget."),
    .numberAsText: CodeExplanation(
      "Beløb er gemt som tal og ikke som tekst.", "Tal gemt som tekst indgår ikke i regnearkets egne summer."),
    .unusualInput: CodeExplanation(
      "Det, der er skrevet usædvanligt, men kan læses med sikkerhed, læses og nævnes.",
      "Så kan afsenderen se, hvad der blev forstået."),
    .notAnnotated: CodeExplanation(
      "Filen kan få mærker og kommentarer.", "En signeret eller beskyttet fil må ikke ændres."),
  ]
}
