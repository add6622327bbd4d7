package import ProposalModel

extension Catalogue {
  /// A key of a canonical JSON file that the schema does not know; `path` tells where it stands.
  package static func unknownKey(_ path: String, at place: Place) -> Finding {
    Finding(
      .unusualInput, at: place, found: path, message: "Feltet \(quoted(path)) kendes ikke og er ikke læst.",
      suggestion: "Slet det, eller ret navnet.")
  }

  /// Something unusual about how a CSV file is written.
  package static func csv(_ message: String, severity: Severity, at place: Place) -> Finding {
    Finding(.unusualInput, severity: severity, at: place, message: message)
  }

  /// Years that are not those of the round, or not in a row.
  package static func canonicalYears(_ years: [Int], expected: [Int], at place: Place) -> Finding {
    func list(_ years: [Int]) -> String { years.map(String.init).joined(separator: ", ") }
    return Finding(
      .yearsDiffer, at: place, found: list(years), expected: list(expected),
      message: "Forslagets år er ikke rundens: der står \(list(years)).",
      suggestion: "Lad forslaget have årene \(list(expected)).")
  }

  /// A control area or a rule that cannot be read.
  package static func canonicalText(_ text: CanonicalJSON.UnreadableText, at place: Place) -> Finding {
    guard text.isRule else {
      let nearest = Spelling.nearest(to: text.text, among: ControlArea.allCases.map(\.rawValue))
      return controlAreaUnknown(text.text, nearest: nearest, at: place)
    }
    return Finding(
      .ruleUnreadable, at: place, found: text.text, expected: "en fordeling, fx Ligedeling",
      message: "Fordelingen \(quoted(text.text)) i \(quoted(text.path)) kan ikke læses.",
      suggestion: "Skriv den som i arket Økonomi, fx »Ligedeling« eller »SUD 60 %; BIU 40 %«.")
  }
}
