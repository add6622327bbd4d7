package import Findings
package import ProposalModel
import Spreadsheet

/// Findings that only the entry workbook can have; the rest are in the common catalogue.
package enum EntryFinding {
  /// The unit over the table is not the one of the front page.
  static func unitsDiffer(_ found: String, _ unit: AmountUnit, at place: Place) -> Finding {
    Finding(
      .numberAmbiguous, at: place, found: found, expected: unit.rawValue,
      message: "Over tabellen står »\(found)«, men Måleenhed på arket Forslag er »\(unit.rawValue)«.",
      suggestion: "Ret det ene af dem, så alle beløb har samme enhed.")
  }

  /// The price level over the table is not the one of the front page.
  static func priceLevelsDiffer(_ found: String, _ level: Int, at place: Place) -> Finding {
    Finding(
      .priceLevelDiffers, at: place, found: found, expected: "\(level) p/l",
      message: "Over tabellen står »\(found)«, men forslaget er skrevet i \(level) p/l.",
      suggestion: "Ret prisniveauet, eller omregn beløbene.")
  }

  /// The price level is taken from the line over the table.
  static func priceLevelFromTable(_ level: Int, at place: Place) -> Finding {
    Finding(
      .unusualInput, at: place, found: String(level),
      message: "P/l er tom på arket Forslag; \(level) p/l er læst over tabellen i Økonomi.",
      suggestion: "Skriv prisniveauet i feltet P/l.")
  }

  /// A required field of the front page is empty.
  package static func empty(_ field: String, at place: Place) -> Finding {
    Finding(
      .unusualInput, severity: .warning, at: place, expected: field, message: "Feltet »\(field)« er tomt.",
      suggestion: "Udfyld feltet.")
  }

  /// A row with money has no text.
  static func textMissing(at place: Place) -> Finding {
    Finding(
      .unusualInput, severity: .warning, at: place, expected: "en tekst",
      message: "Rækken har beløb, men ingen tekst.",
      suggestion: "Skriv i kolonnen Tekst, hvad beløbene er.")
  }

  /// Text without money and section: a remark between the lines.
  static func rowSkipped(_ text: String, at place: Place) -> Finding {
    Finding(
      .unusualInput, at: place, found: text,
      message: "Rækken »\(text)« har hverken afsnit eller beløb og er læst som en bemærkning.")
  }

  /// Two lines carry one id.
  static func repeatedLine(_ id: String, other: String, new: String, at place: Place) -> Finding {
    Finding(
      .unusualInput, at: place, found: id, expected: new,
      message: "Linjen »\(id)« står også i \(other); denne række har fået navnet »\(new)«.",
      suggestion: "Lad Linje stå tom i rækker, der er kopieret.")
  }

  /// Figures under no header.
  package static func headerMissing(_ found: [String], isMoney: Bool, at place: Place, cells: [String])
    -> Finding
  {
    Finding(
      isMoney ? .columnMissing : .unusualInput, at: place, cells: cells,
      found: found.joined(separator: " · "), expected: "en overskrift",
      message: "Kolonnen har indhold, men ingen overskrift, og er ikke læst.",
      suggestion: isMoney
        ? "Skriv årstallet over kolonnen."
        : "Skriv en overskrift, hvis indholdet skal med som beregningsgrundlag.")
  }

  /// More lines than a proposal may have.
  static func tooManyLines(at place: Place) -> Finding {
    Finding(
      .unusualInput, severity: .error, at: place, expected: "højst \(Proposal.maximumLines) linjer",
      message: "Arket har flere end \(Proposal.maximumLines) linjer; resten er ikke læst.",
      suggestion: "Del forslaget.")
  }

  /// A tick that is neither yes nor no.
  package static func tickUnknown(_ field: String, _ found: String, at place: Place) -> Finding {
    Catalogue.choiceUnknown(field, found, among: ["Ja", "Nej"], at: place)
  }

  /// A column of the form that is gone and says something by being empty.
  static func columnGone(_ header: String, _ meaning: String, at place: Place) -> Finding {
    Finding(
      .unusualInput, at: place, expected: header, message: "Kolonnen »\(header)« er fjernet; \(meaning).")
  }

  /// Everybody is named as affected.
  static func allAffected(_ found: String, at place: Place) -> Finding {
    Finding(
      .unusualInput, at: place, found: found,
      message: "»\(found)« er læst som alle forvaltninger, der er med i en ligedeling.")
  }

  /// A hearing row without a body.
  static func bodyMissing(at place: Place) -> Finding {
    Finding(
      .unusualInput, severity: .warning, at: place, expected: "en part",
      message: "Rækken nævner ikke, hvem der er hørt.",
      suggestion: "Skriv parten i kolonnen Part.")
  }

  /// A weight in a column that no key's name stands over.
  static func keyWithoutName(at place: Place) -> Finding {
    Finding(
      .columnMissing, at: place, expected: "nøglens navn",
      message: "Kolonnen har vægte, men nøglen har intet navn.",
      suggestion: "Skriv nøglens navn over kolonnen.")
  }
}
