/// Rules that look at areas, accounts and committees.
extension RuleCase {
  static let words = [
    RuleCase("LineHasControlArea", "nothing", SmallForm.tables(), finds: []),
    RuleCase(
      "LineHasControlArea", "a line without, on a form", SmallForm.entry("vikarer | Service", "vikarer | "),
      finds: ["control-area-missing Økonomi!D3"]),
    RuleCase(
      "LineHasControlArea", "a form without the column is told at its headings, not here",
      SmallForm.entry("", "").replacing("Styringsområde", with: "Ramme"), finds: []),
    RuleCase(
      "LineHasControlArea", "a word that is no area, in Tabel 1",
      SmallForm.tables("Færre vikarer | Service", "Færre vikarer | Drift"),
      finds: ["control-area-unknown Tabel 1!B4"]),
    RuleCase("LineHasAccount", "nothing", SmallForm.tables(), finds: []),
    RuleCase(
      "LineHasAccount", "blank, a control area, two profit centres",
      SmallForm.tables("Færre vikarer | 3641, 5880", "Færre vikarer | ")
        .replacing("Mindre kørsel | 3641, 5880", with: "Mindre kørsel | Service")
        .replacing("Projektledelse | 3641, 5880", with: "Projektledelse | 3641, 5551 og 6589"),
      finds: [
        "account-missing Tabel 2!B3", "account-is-control-area Tabel 2!B4", "account-ambiguous Tabel 3!B3",
      ]),
    RuleCase("LineHasCommittee", "nothing", SmallForm.entry("", ""), finds: []),
    RuleCase(
      "LineHasCommittee", "neither the line nor the front page says whose it is",
      SmallForm.entry("| SUD |", "| |")
        .replacing("| Fremstillende forvaltning | Socialforvaltningen |", with: ""),
      finds: ["committee-missing Økonomi!E3", "committee-missing Økonomi!E4"]),
  ]

  static let front = [
    RuleCase(
      "CommitteesAreAffected", "nothing",
      SmallForm.entry("", "", front: "| Berørte forvaltninger | SOF |"), finds: []),
    RuleCase(
      "CommitteesAreAffected", "another one has the money",
      SmallForm.entry("", "", front: "| Berørte forvaltninger | SUF |"),
      finds: ["committee-not-affected Økonomi!E3", "affected-without-money Forslag!B7"]),
    RuleCase(
      "HearingsAreHeld", "held",
      hearing("| Center for Økonomi, Økonomiforvaltningen | Ja | 14. januar 2022 |"), finds: []),
    RuleCase(
      "HearingsAreHeld", "a date without a year",
      hearing("| Center for Økonomi, Økonomiforvaltningen | Ja | 14. januar |"),
      finds: ["hearing-date Høring!C2"]),
    RuleCase(
      "HearingsAreHeld", "a day that no calendar has",
      hearing("| Center for Økonomi, Økonomiforvaltningen | Ja | 30. februar 2022 |"),
      finds: ["hearing-date Høring!C2"]),
    RuleCase("RentHasCounterEffect", "no rent", SmallForm.entry("", ""), finds: []),
    RuleCase(
      "RentHasCounterEffect", "a saving on rent", SmallForm.entry("Færre vikarer", "Mindre husleje"),
      finds: ["unusual-input Økonomi!C3"]),
  ]

  private static func hearing(_ row: String) -> String {
    SmallForm.tables(more: "# Høring\n| Part | Svar | Dato | Bemærkning |\n\(row)")
  }
}
