package import ProposalModel

/// What can be wrong with tables as a whole: years, price levels, completeness.
extension Catalogue {
  /// Years over a table that are not the proposal's.
  package static func yearsDiffer(
    _ table: String, stated: [Int], expected: [Int], at place: Place, cells: [String]
  ) -> Finding {
    let found = stated.map(String.init).joined(separator: ", ")
    let right = expected.map(String.init).joined(separator: ", ")
    return Finding(
      .yearsDiffer, at: place, cells: cells, found: found, expected: right,
      message: "Årene over \(table) er ikke forslagets: der står \(found).",
      suggestion: "Lad tabellen have årene \(right).")
  }

  /// Years of Tabel 1 that the round does not have.
  package static func yearsOutsideRound(
    _ table: String, stated: [Int], outside: [Int], round: String, years: [Int], at place: Place,
    cells: [String]
  ) -> Finding {
    let first = years.first ?? 0
    let last = years.last ?? 0
    return Finding(
      .yearsDiffer, at: place, cells: cells, found: stated.map(String.init).joined(separator: ", "),
      expected: "år fra \(first) til \(last)",
      message:
        "\(table) har \(list(outside.map(String.init))), men runden \(round) går fra \(first) til \(last).",
      suggestion: "Ret årstallet, eller slet kolonnen.")
  }

  /// A table without a price level.
  package static func priceLevelMissing(_ table: String, header: String, expected: Int?, at place: Place)
    -> Finding
  {
    Finding(
      .priceLevelMissing, at: place, found: header, expected: expected.map { "\($0) p/l" },
      message: "\(table) siger ikke, hvilket p/l beløbene er i.",
      suggestion:
        "Skriv for eksempel \(quoted("1.000 kr. \(expected.map(String.init) ?? "2023") p/l")) over rækkerne.")
  }

  /// A table in another price level than its proposal.
  package static func priceLevelDiffers(_ table: String, _ found: Int, _ expected: Int, at place: Place)
    -> Finding
  {
    Finding(
      .priceLevelDiffers, at: place, found: "\(found) p/l", expected: "\(expected) p/l",
      message: "\(table) er i \(found) p/l, men forslaget er i \(expected) p/l.",
      suggestion: "Ret p/l over tabellen, eller omregn beløbene til \(expected) p/l.")
  }

  /// A proposal in another price level than its round.
  package static func priceLevelOfRoundDiffers(_ found: Int, round: String, expected: Int, at place: Place)
    -> Finding
  {
    Finding(
      .priceLevelDiffers, at: place, found: String(found), expected: String(expected),
      message: "Forslaget er i \(found) p/l, men runden \(round) skrives i \(expected) p/l.",
      suggestion: "Omregn beløbene til \(expected) p/l, eller ret feltet P/l.")
  }

  /// A proposal that is to be carried out in another price level than its round.
  package static func implementedLevelDiffers(_ found: Int, round: String, expected: Int, at place: Place)
    -> Finding
  {
    Finding(
      .priceLevelDiffers, at: place, found: String(found), expected: String(expected),
      message: "Forslaget udmøntes i \(found) p/l, men runden \(round) udmøntes i \(expected) p/l.",
      suggestion: "Skriv \(expected) i feltet Udmøntes i p/l.")
  }

  /// A workbook with detail tables and no Tabel 1.
  package static func tableOneMissing(at place: Place) -> Finding {
    Finding(
      .unusualInput, at: place, expected: "Tabel 1",
      message:
        "Tabel 1 er der ikke; linjerne er taget fra detailtabellerne, som ikke kan kontrolleres mod den.",
      suggestion: "Indsæt Tabel 1, hvis forslaget har en.")
  }

  /// A table with accounts and amounts that nothing says the kind of.
  package static func tableNotRecognised(_ caption: String, at place: Place) -> Finding {
    Finding(
      .unusualInput, at: place, found: caption, expected: "en af formens tabeller",
      message:
        "Tabellen er ikke genkendt som en af formens, så beløbene i den er hverken læst eller kontrolleret.",
      suggestion: "Skriv over tabellen, hvad den er, for eksempel »Tabel 3. Investeringer, service«.")
  }

  /// A table of several lines without a total.
  package static func totalMissing(_ table: String, at place: Place) -> Finding {
    Finding(
      .unusualInput, at: place, expected: "en total", message: "\(table) har ingen total.",
      suggestion: "Tilføj en total nederst i tabellen.")
  }

  /// Omkostninger of a Fordeling that are the investments of Tabel D and E.
  package static func investmentsAsCosts(at place: Place, cells: [String]) -> Finding {
    Finding(
      .tablesDiffer, severity: .warning, at: place, cells: cells, expected: "varige omkostninger",
      message:
        "Fordeling viser investeringerne fra Tabel D og E som Omkostninger; de er ikke varige ændringer.",
      suggestion: "Lad Tabel D og E vise investeringerne, og slet dem i Fordeling.")
  }
}
