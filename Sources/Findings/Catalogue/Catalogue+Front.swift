package import ProposalModel

/// What can be wrong between the front page, the hearings and the lines.
extension Catalogue {
  /// A committee with money that is not ticked.
  package static func committeeNotAffected(_ name: String, ticked: [String], at place: Place) -> Finding {
    Finding(
      .committeeNotAffected, at: place, found: name, expected: ticked.joined(separator: ", "),
      message: "\(name) får penge, men er ikke krydset af som berørt.",
      suggestion: "Kryds forvaltningen af i Berørte forvaltninger, eller ret fordelingen.")
  }

  /// Committees that are ticked and have no money.
  package static func affectedWithoutMoney(_ names: [String], at place: Place) -> Finding {
    Finding(
      .affectedWithoutMoney, at: place, found: names.joined(separator: ", "),
      message: "\(list(names)) er krydset af som berørt, men får ingen penge.",
      suggestion: "Fjern krydset, eller tilføj udvalgets andel.")
  }

  /// What is wrong with the date of a hearing.
  package enum HearingDateTrouble: Hashable, Sendable {
    /// Answered Nej, with a date.
    case noWithDate(String)
    /// Answered Ja, without a date.
    case yesWithoutDate
    /// A date without a year.
    case withoutYear(String)
    /// A day that no calendar has.
    case noSuchDay(String)
  }

  /// A hearing whose answer and date do not fit.
  package static func hearingDate(
    _ body: String, _ trouble: HearingDateTrouble, found: String?, year: Int, at place: Place
  ) -> Finding {
    let message =
      switch trouble {
      case .noWithDate(let date):
        "\(quoted(body)) er besvaret med Nej, men har datoen \(quoted(date))."
      case .yesWithoutDate: "\(quoted(body)) er besvaret med Ja, men har ingen dato."
      case .withoutYear(let date): "Datoen \(quoted(date)) for \(quoted(body)) har intet årstal."
      case .noSuchDay(let date): "Datoen \(quoted(date)) for \(quoted(body)) findes ikke."
      }
    return Finding(
      .hearingDate, at: place, found: found, expected: "Ja med en dato, for eksempel 14. januar \(year)",
      message: message, suggestion: "Ret svaret eller datoen.")
  }

  /// An assessment dated after the approval that it must come before.
  package static func hearingsInOrder(
    _ body: String, _ date: String?, before other: String, _ otherDate: String?, at place: Place
  ) -> Finding {
    Finding(
      .hearingDate, at: place, found: date, expected: "senest \(otherDate ?? "")",
      message: "\(quoted(body)) er dateret efter \(quoted(other)), men skal foreligge før.",
      suggestion: "Kontrollér de to datoer.")
  }

  /// A mandatory hearing that is not held; `why` says what makes it mandatory.
  package static func hearingMissing(_ body: String, why: String, found: String?, at place: Place) -> Finding
  {
    Finding(
      .hearingMissing, at: place, found: found, expected: "Ja med dato",
      message: "\(quoted(body)) skal være holdt: \(why).",
      suggestion: "Indhent vurderingen, og skriv Ja med dato.")
  }

  /// A saving on rent without the landlord's side.
  package static func rentWithoutCounterEffect(_ text: String, at place: Place, cells: [String]) -> Finding {
    Finding(
      .unusualInput, at: place, cells: cells, found: text, expected: "en modpost hos udlejeren",
      message: "Forslaget sparer husleje (\(quoted(text))), men viser ingen modpost hos udlejeren.",
      suggestion:
        "Er udlejeren Københavns Ejendomme, så vis den tabte lejeindtægt; ellers er intet forkert.")
  }
}
