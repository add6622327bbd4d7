package import ProposalModel

/// What can be wrong with a number that somebody typed.
extension Catalogue {
  /// Text that is no number, in a cell for an amount.
  package static func numberUnreadable(_ found: String, at place: Place, cells: [String] = []) -> Finding {
    Finding(
      .numberUnreadable, at: place, cells: cells, found: found, expected: "et tal",
      message: "\(quoted(found)) kan ikke læses som et tal.",
      suggestion: "Skriv beløbet med cifre, for eksempel -1.275, eller lad cellen stå tom.")
  }

  /// An error value such as `#REF!` in a cell for an amount.
  package static func errorValue(_ found: String, at place: Place) -> Finding {
    Finding(
      .numberUnreadable, at: place, found: found, expected: "et tal",
      message: "Cellen viser regnearksfejlen \(found) i stedet for et tal.",
      suggestion: "Ret formlen, eller skriv beløbet.")
  }

  /// A date or a tick where an amount should stand.
  package static func notAnAmount(_ found: String, at place: Place) -> Finding {
    Finding(
      .numberUnreadable, at: place, found: found, expected: "et tal",
      message: "Cellen indeholder \(found), men skal indeholde et beløb.",
      suggestion: "Sæt cellens format til tal, og skriv beløbet igen.")
  }

  /// A number that can be read in more than one way.
  package static func numberAmbiguous(
    _ found: String, why: AmountAmbiguity, unit: AmountUnit = .thousandKroner, at place: Place,
    cells: [String] = []
  ) -> Finding {
    let (reason, remedy) = ambiguity(why, found, unit: unit)
    return Finding(
      .numberAmbiguous, at: place, cells: cells, found: found, expected: "et entydigt tal",
      message: "\(quoted(found)) kan læses på flere måder: \(reason).", suggestion: remedy)
  }

  /// The unit at the end of a sentence.
  private static func ending(_ unit: AmountUnit) -> String { ended(unit.rawValue) }

  private static func ambiguity(_ why: AmountAmbiguity, _ found: String, unit: AmountUnit) -> (
    String, String
  ) {
    switch why {
    case .separator:
      (
        "tegnet kan være både tusindtalspunktum og decimalkomma",
        separatorRemedy(found)
      )
    case .grouping: ("cifrene er ikke delt i grupper på tre", "Kontrollér cifrene, og skriv tallet igen.")
    case .unit:
      (
        "kolonnen er i \(unit.rawValue), men cellen nævner en anden enhed",
        "Skriv beløbet i \(unit.rawValue) uden enhed."
      )
    case .decimals:
      (
        "der er flere decimaler, end \(unit.rawValue) kan have; et tusindtalspunktum kan være læst som decimaltegn",
        "Kontrollér, om der menes tusinder, og skriv beløbet i \(ending(unit))"
      )
    case .fraction: ("en brøk er ikke et beløb", "Skriv beløbet med cifre.")
    case .leadingZero:
      ("det begynder med et nul", "Fjern nullet, hvis det ikke hører til, og kontrollér tallet.")
    case .twoNumbers:
      ("der ser ud til at stå to tal i cellen", "Skriv ét tal i cellen, og lad mellemrum og linjeskift ude.")
    case .display:
      (
        "cellens format viser et andet tal end det, der er gemt",
        "Vælg et almindeligt talformat, og kontrollér, at beløbet er i \(ending(unit))"
      )
    case .displayedUnit:
      (
        "cellens format skriver andet ved tallet end enheden \(unit.rawValue)",
        "Vælg et almindeligt talformat, og kontrollér, at beløbet er i \(ending(unit))"
      )
    case .lineStruckOut:
      (
        "linjens tekst er streget over, men beløbene er det ikke",
        "Slet linjen, hvis den ikke gælder længere; ellers fjern stregen."
      )
    case .struckOut: ("noget af det er streget over", "Slet det, der ikke gælder længere.")
    case .raisedDigits:
      (
        "nogle af cifrene er hævet eller sænket som en note",
        "Fjern noten fra cellen, eller skriv tallet helt."
      )
    case .merged:
      (
        "det står i en celle, der er flettet over flere år eller linjer",
        "Ophæv fletningen, og skriv hvert års beløb."
      )
    case .tooLarge:
      ("det er større, end et beløb i et forslag kan være", "Kontrollér, om enheden er \(ending(unit))")
    }
  }

  /// `Skriv 1800, hvis der menes tusinder, eller 1,8, hvis der menes decimaler.`
  private static func separatorRemedy(_ found: String) -> String {
    let whole = found.filter { $0.isNumber || "-−–(".contains($0) }
    let parts = found.split(whereSeparator: { ",.".contains($0) })
    let first = parts.first.map { String($0.filter { $0.isNumber || "-−–".contains($0) }) } ?? ""
    var decimals = parts.count == 2 ? String(parts[1].filter(\.isNumber)) : ""
    while decimals.last == "0" { decimals.removeLast() }
    guard parts.count == 2, !first.isEmpty else {
      return "Skriv tallet med cifre alene, uden punktum, og med komma kun foran decimaler."
    }
    if decimals.count > AmountUnit.decimals {
      return
        "Skriv \(whole.filter { $0 != "(" }), hvis tegnet deler tusinder; et beløb har højst to decimaler."
    }
    let fraction = decimals.isEmpty ? first : "\(first),\(decimals)"
    return
      "Skriv \(whole.filter { $0 != "(" }), hvis tegnet deler tusinder, eller \(fraction), hvis det er et decimalkomma."
  }

  /// Amounts typed in an unusual way that is still beyond doubt; one note for a row.
  package static func numberNotes(_ found: [String], notes: Set<AmountNote>, at place: Place, cells: [String])
    -> Finding
  {
    let ways = AmountNote.allInOrder.filter(notes.contains).map(way)
    return Finding(
      .unusualInput, at: place, cells: cells, found: found.joined(separator: " · "), expected: nil,
      message: "Beløb er skrevet med \(list(ways)) og er læst med sikkerhed.", suggestion: nil)
  }

  private static func way(_ note: AmountNote) -> String {
    switch note {
    case .unicodeMinus: "et andet minustegn end det almindelige"
    case .parentheses: "parentes for minus"
    case .trailingMinus: "minus bag tallet"
    case .innerSpaces: "mellemrum i tallet"
    case .unit: "enheden i cellen"
    case .plus: "plus foran"
    case .invisibleSigns: "tegn, der ikke kan ses"
    case .residue: "en regnerest, som er læst som 0,"
    case .hiddenDecimals: "decimaler, som cellens format ikke viser,"
    }
  }

  /// Numbers stored as text; one note for a row.
  package static func numberAsText(_ found: [String], at place: Place, cells: [String]) -> Finding {
    Finding(
      .numberAsText, at: place, cells: cells, found: found.joined(separator: " · "), expected: "tal",
      message: found.count == 1
        ? "Tallet er gemt som tekst og indgår ikke i regnearkets summer."
        : "Tallene er gemt som tekst og indgår ikke i regnearkets summer.",
      suggestion: "Omdan cellerne til tal, hvis regnearket selv skal regne.")
  }

  /// A formula whose result the file does not hold.
  package static func formulaWithoutValue(_ formula: String, at place: Place, cells: [String] = []) -> Finding
  {
    Finding(
      .formulaWithoutValue, at: place, cells: cells, found: "=" + formula, expected: "et gemt resultat",
      message: "Formlen =\(formula) har intet gemt resultat, så beløbet kendes ikke.",
      suggestion: "Åbn filen i et regneark, lad den regne, og gem den igen; eller skriv beløbet.")
  }

  /// A formula whose stored result is 0 although what it adds up is not.
  package static func formulaIsStale(_ formula: String, at place: Place) -> Finding {
    Finding(
      .formulaWithoutValue, at: place, found: "0", expected: "formlens resultat",
      message: "Formlen =\(formula) er gemt med resultatet 0, men giver noget andet.",
      suggestion: "Åbn filen i et regneark, lad den regne, og gem den igen; eller skriv beløbet.")
  }

  /// A text that names a unit which the forms do not know.
  package static func unitUnreadable(_ found: String, at place: Place) -> Finding {
    Finding(
      .unitUnreadable, at: place, found: found, expected: "1.000 kr. eller kr.",
      message: "Enheden \(quoted(found)) kan ikke læses, så det er uvist, hvor store beløbene er.",
      suggestion: "Skriv beløbene i 1.000 kr., og skriv »1.000 kr.« som enhed.")
  }

  /// A caption, a row or a note names another unit than the table.
  package static func unitContradicts(_ found: String, _ unit: AmountUnit, at place: Place) -> Finding {
    Finding(
      .unitUnreadable, at: place, found: found, expected: unit.rawValue,
      message:
        "\(quoted(found)) nævner en anden enhed end tabellens \(unit.rawValue), så det er uvist, hvor store beløbene er.",
      suggestion: "Skriv alle beløb i tabellen i samme enhed, og nævn kun den.")
  }

  /// All amounts of a table in 1.000 kr. are shown with `kr.`.
  package static func unitDoubtful(_ unit: AmountUnit, at place: Place) -> Finding {
    Finding(
      .unitDoubtful, at: place, found: "kr.", expected: unit.rawValue,
      message:
        "Alle beløb i tabellen vises med »kr.«, men tabellen er i \(unit.rawValue); de er læst, som overskriften siger.",
      suggestion: "Fjern valutaformatet, hvis beløbene er i \(ending(unit))")
  }

  /// Amounts that agree with each other, but not with what a proposal can come to in their unit.
  package static func unitImplausible(isTooLarge: Bool, at place: Place) -> Finding {
    Finding(
      .unitDoubtful, at: place, expected: isTooLarge ? "beløb i tabellens enhed" : "mindst 10.000 kr.",
      message: isTooLarge
        ? "Alle forslagets beløb er hele millioner, nogle over 100 mio. kr.: de er formentlig skrevet i kr. i en tabel i 1.000 kr."
        : "Intet af forslagets beløb når 10.000 kr.: de er formentlig skrevet i 1.000 kr. i en tabel i kr.",
      suggestion: "Kontrollér enheden over tabellerne, og skriv beløbene i den.")
  }

  /// A total whose formula has no stored result: it states nothing.
  package static func sumNotCalculated(at place: Place, cells: [String]) -> Finding {
    Finding(
      .unusualInput, at: place, cells: cells,
      message: "Totalens formel har intet gemt resultat; totalen er ikke kontrolleret.",
      suggestion: "Åbn filen i et regneark, lad den regne, og gem den igen.")
  }

  /// Money in hidden rows, columns or sheets.
  package static func hiddenMoney(_ found: [String], at place: Place, cells: [String]) -> Finding {
    Finding(
      .hiddenMoney, at: place, cells: cells, found: found.joined(separator: " · "), expected: "synlige beløb",
      message:
        "Der står beløb, som ikke kan ses: i skjulte rækker, kolonner eller ark, eller med hvid skrift.",
      suggestion: "Vis rækken, kolonnen, arket eller skriften, og afgør, om beløbene skal være med.")
  }
}

extension AmountNote {
  fileprivate static let allInOrder: [AmountNote] = [
    .unicodeMinus, .parentheses, .trailingMinus, .innerSpaces, .unit, .plus, .invisibleSigns, .residue,
    .hiddenDecimals,
  ]
}
