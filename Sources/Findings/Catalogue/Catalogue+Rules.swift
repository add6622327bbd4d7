package import ProposalModel

/// What can be wrong with rules that are readable but cannot be carried out.
extension Catalogue {
  /// The fixed amounts of a rule are more than the line has.
  package static func fixedExceedsAmount(
    _ line: Line, _ rule: DistributionRule, _ years: [(year: Int, fixed: Amount, amount: Amount)],
    at place: Place
  ) -> Finding {
    let amounts = years.map { "\($0.amount.danish()) (\($0.year))" }.joined(separator: ", ")
    let fixed = years.first?.fixed ?? .zero
    return Finding(
      .sharesDiffer, at: place, found: rule.spelling, expected: "højst \(amounts)",
      message:
        "De faste beløb i fordelingen er \(fixed.danish()), men \(name(line)) har kun \(amounts) (1.000 kr.).",
      suggestion: "Ret de faste beløb eller linjens beløb; indtil da bliver beløbet i de år stående ufordelt."
    )
  }

  /// The fixed amounts of a rule are less than the line has, and nobody takes the rest.
  package static func fixedLeavesRest(
    _ line: Line, _ rule: DistributionRule, _ years: [(year: Int, rest: Amount)], at place: Place
  ) -> Finding {
    let rests = years.map { "\($0.rest.danish()) (\($0.year))" }.joined(separator: ", ")
    return Finding(
      .sharesDiffer, at: place, found: rule.spelling, expected: "en modtager af resten",
      message:
        "De faste beløb i fordelingen efterlader \(rests) af \(name(line)) (1.000 kr.), og ingen er nævnt til resten.",
      suggestion:
        "Tilføj for eksempel \(quoted("resten ligedeling")), eller nævn det udvalg, der tager resten.")
  }

  /// A fixed amount with a minus, on a line of cost.
  package static func fixedSignDiffers(
    _ line: Line, _ rule: DistributionRule, _ years: [Int], at place: Place
  )
    -> Finding
  {
    Finding(
      .sharesDiffer, at: place, found: rule.spelling,
      message:
        "Et fast beløb i fordelingen er negativt, men \(name(line)) er en udgift i \(years.map(String.init).joined(separator: ", ")).",
      suggestion: "Skriv faste beløb uden fortegn; de får linjens.")
  }

  /// A weight below zero.
  package static func weightNegative(_ weight: KeyWeight, of key: DistributionKey, at place: Place) -> Finding
  {
    Finding(
      .sharesDiffer, at: place, found: weight.weight.danish, expected: "0 eller mere",
      message: "\(weight.recipient.spelling) har en negativ vægt i fordelingsnøglen \(quoted(key.name)).",
      suggestion: "Ret vægten; nøglen kan ikke bruges, før alle vægte er 0 eller mere.")
  }

  /// A key whose weights are all zero.
  package static func keySumsToZero(_ name: String, at place: Place, cells: [String]) -> Finding {
    Finding(
      .sharesDiffer, at: place, cells: cells, found: "0", expected: "mere end 0",
      message: "Vægtene i fordelingsnøglen \(quoted(name)) er alle 0, så der er intet at fordele efter.",
      suggestion: "Udfyld vægtene, eller brug en anden fordeling.")
  }

  /// Any other reason why a rule cannot be carried out, in a sentence.
  package static func ruleImpossible(
    _ code: FindingCode, _ line: Line, _ rule: DistributionRule, _ problem: String,
    at place: Place
  ) -> Finding {
    Finding(
      code, at: place, found: rule.spelling,
      message: "Fordelingen af \(name(line)) kan ikke udføres: \(problem)",
      suggestion: "Ret fordelingen eller den nøgle, den nævner.")
  }

  private static func name(_ line: Line) -> String { "linjen \(quoted(line.text))" }
}
