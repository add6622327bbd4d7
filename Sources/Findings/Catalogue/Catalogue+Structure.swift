package import ProposalModel

/// What can be wrong with sheets, columns and the words in them.
extension Catalogue {
  /// A sheet that must be there is not.
  package static func sheetMissing(_ name: String, nearest: String? = nil, at place: Place) -> Finding {
    Finding(
      .sheetMissing, at: place, found: nearest, expected: name, message: "Arket \(quoted(name)) mangler.",
      suggestion: didYouMean(nearest).map { "\($0) Giv arket navnet \(quoted(name))." }
        ?? "Indsæt arket fra skabelonen.")
  }

  /// A column that must be there is not.
  package static func columnMissing(_ header: String, nearest: String? = nil, at place: Place) -> Finding {
    Finding(
      .columnMissing, at: place, found: nearest, expected: header,
      message: "Kolonnen \(quoted(header)) mangler.",
      suggestion: didYouMean(nearest).map { "\($0) Ret overskriften til \(quoted(header))." }
        ?? "Indsæt kolonnen, eller skriv dens overskrift som i skabelonen.")
  }

  /// A column whose content is the form's and whose heading is another, or blank.
  package static func columnMisnamed(
    _ header: String, heading: String?, holds found: [String], at place: Place
  )
    -> Finding
  {
    let which = heading.map { "Kolonnen \(quoted($0))" } ?? "Kolonnen uden overskrift"
    let examples = list(Array(found.prefix(2)).map(quoted)) + (found.count > 2 ? " …" : "")
    return Finding(
      .columnMissing, at: place, found: heading, expected: header,
      message: "\(which) indeholder \(examples), som hører til under \(quoted(header)); den er ikke læst.",
      suggestion: "Ret overskriften til \(quoted(header)).")
  }

  /// A row with money says nothing of its section.
  package static func sectionMissing(_ text: String, found: String?, at place: Place) -> Finding {
    let choices = LineSection.allCases.map(\.rawValue).joined(separator: ", ")
    return Finding(
      .columnMissing, at: place, found: found, expected: choices,
      message: found.map { "»\($0)« er ikke et afsnit, så beløbene i rækken »\(text)« kan ikke regnes med." }
        ?? "Rækken »\(text)« har beløb, men intet afsnit, så de kan ikke regnes med.",
      suggestion: "Vælg et afsnit: \(choices).")
  }

  /// A field of the front page that stands twice with different values.
  package static func fieldRepeated(
    _ header: String, _ found: String, read: String, other: String, at place: Place
  )
    -> Finding
  {
    Finding(
      .tableRepeated, at: place, found: found, expected: read,
      message:
        "\(quoted(header)) står også i \(other) med et andet indhold: \(quoted(found)) her og \(quoted(read)) dér.",
      suggestion: "Slet den af de to, der ikke gælder.")
  }

  /// A table that carries the number of another proposal.
  package static func numberOfOther(_ table: String, _ found: String, proposal: String, at place: Place)
    -> Finding
  {
    Finding(
      .tablesDiffer, at: place, found: found, expected: proposal,
      message: "\(table) er mærket \(quoted(found)), men forslaget er \(quoted(proposal)).",
      suggestion: "Slet tabellen, hvis den hører til \(quoted(found)); ellers ret nummeret.")
  }

  /// A caption whose letter and words name two different tables.
  package static func captionContradicts(_ caption: String, read: String, at place: Place) -> Finding {
    Finding(
      .tablesDiffer, at: place, found: caption, expected: read,
      message:
        "Overskriften \(quoted(caption)) har et andet bogstav end sine ord; tabellen er læst som \(read).",
      suggestion: "Ret bogstavet eller ordene, så overskriften kun nævner én tabel.")
  }

  /// A caption or note on a sheet of an allocation table that names another table than the sheet's name.
  package static func sheetContradicts(_ caption: String, sheet: String, at place: Place) -> Finding {
    Finding(
      .tablesDiffer, at: place, found: caption, expected: sheet,
      message:
        "\(quoted(caption)) passer ikke til arkets navn; rækkerne er læst som \(sheet), men kan høre til en anden tabel.",
      suggestion: "Ret teksten eller arkets navn, så begge nævner den samme tabel.")
  }

  /// A heading, sheet name or label with a slip of the pen, read as what is meant.
  package static func readAs(_ found: String, _ meaning: String, at place: Place) -> Finding {
    Finding(
      .unusualInput, at: place, found: found, expected: meaning,
      message: "\(quoted(found)) er læst som \(quoted(meaning)).")
  }

  /// A table in a unit that the forms do not have.
  package static func unitNotRead(_ name: String, found: String, at place: Place) -> Finding {
    Finding(
      .unusualInput, severity: .warning, at: place, found: found,
      expected: "1.000 kr.",
      message: "\(name) er ikke i 1.000 kr. og er derfor ikke læst.",
      suggestion: "Skriv beløbene i 1.000 kr., og ret enheden over tabellen.")
  }

  /// A column that no field belongs to.
  package static func columnIgnored(_ header: String, nearest: String? = nil, at place: Place) -> Finding {
    Finding(
      .unusualInput, at: place, found: header,
      message: "Kolonnen \(quoted(header)) kendes ikke og er ikke læst.",
      suggestion: didYouMean(nearest))
  }

  /// A field whose text is none of the allowed ones.
  package static func choiceUnknown(
    _ field: String, _ found: String, among allowed: [String], nearest: String? = nil, at place: Place
  ) -> Finding {
    Finding(
      .unusualInput, severity: .warning, at: place, found: found, expected: list(allowed),
      message: "\(quoted(found)) er ikke en af mulighederne i \(quoted(field)), som er \(list(allowed)).",
      suggestion: didYouMean(nearest) ?? "Vælg en af mulighederne på listen.")
  }

  /// A year, number or other plain value of the front page that cannot be read.
  package static func valueUnreadable(_ field: String, _ found: String, expected: String, at place: Place)
    -> Finding
  {
    Finding(
      .numberUnreadable, at: place, found: found, expected: expected,
      message: "\(quoted(found)) kan ikke læses i \(quoted(field)).",
      suggestion: "Skriv \(expected).")
  }

  /// The proposal has no number.
  package static func numberOfProposalMissing(readAs id: String, at place: Place) -> Finding {
    Finding(
      .unusualInput, severity: .warning, at: place, found: nil, expected: "et forslagsnummer",
      message: "Forslagsnummeret mangler; \(quoted(id)) er brugt i stedet.",
      suggestion: "Skriv forslagets nummer i feltet Forslagsnummer.")
  }

  /// A round that `templates/` does not have.
  package static func roundUnknown(_ found: String, nearest: String? = nil, at place: Place) -> Finding {
    Finding(
      .roundUnknown, at: place, found: found, expected: nearest ?? "en kendt runde",
      message: "Runden \(quoted(found)) kendes ikke.",
      suggestion: didYouMean(nearest) ?? "Ret feltet Runde, eller angiv runden med --round.")
  }

  /// No round is stated, and none or several fit.
  package static func roundMissing(fitting: [String] = [], at place: Place) -> Finding {
    Finding(
      .roundUnknown, at: place, expected: "en kendt runde",
      message: fitting.isEmpty
        ? "Forslaget nævner ingen runde, og ingen runde passer til år og p/l."
        : "Forslaget nævner ingen runde, og årene passer til \(list(fitting.map(quoted))).",
      suggestion: "Skriv runden i feltet Runde, eller angiv den med --round.")
  }

  /// The round was found by years and price level.
  package static func roundFromYears(_ name: String, at place: Place) -> Finding {
    Finding(
      .unusualInput, at: place, expected: name,
      message: "Forslaget nævner ingen runde; år og p/l passer til \(quoted(name)), som er brugt.",
      suggestion: "Skriv runden i feltet Runde.")
  }

  /// A placeholder of the template that nobody has replaced.
  package static func placeholderLeft(_ found: String, at place: Place) -> Finding {
    Finding(
      .placeholderLeft, at: place, found: found,
      message: "Skabelonens pladsholder \(quoted(found)) er ikke udfyldt.",
      suggestion: "Skriv det, der skal stå, eller slet pladsholderen.")
  }

  /// The same number in two files with different content.
  package static func duplicateProposal(
    _ id: String, others: [String], newest: String?, at place: Place
  ) -> Finding {
    Finding(
      .duplicateProposal, at: place, found: id,
      message: "Forslag \(quoted(id)) findes også i \(list(others)) med et andet indhold. "
        + (newest.map { "Den nyeste er formentlig \($0), som er gemt sidst." }
          ?? "Filerne er gemt på samme tid, så intet siger, hvilken der er den nyeste."),
      suggestion: "Fjern den forkerte udgave, skriv Version i alle filerne, eller ret forslagsnummeret.")
  }

  /// An earlier version of a proposal, which a later one replaces.
  package static func versionReplaced(
    _ id: String, version: String, by later: String, in file: String, at place: Place
  ) -> Finding {
    Finding(
      .versionReplaced, at: place, found: version, expected: later,
      message:
        "Version \(version) af forslag \(quoted(id)) er afløst af version \(later) i \(file) og er ikke brugt."
    )
  }

  /// A file that could not be read; `reason` says what it is and what to do.
  package static func fileUnread(_ reason: String, at place: Place) -> Finding {
    Finding(.fileUnread, at: place, message: reason)
  }

  /// A readable file without a table or line of a proposal, or with none that has an amount.
  package static func notAProposal(at place: Place) -> Finding {
    Finding(
      .notAProposal, at: place,
      message: "Filen rummer ingen tabel og ingen linje med beløb fra et forslag.",
      suggestion:
        "Udfyld skabelonens ark Økonomi, eller behold tabellernes overskrifter og årstal. Hører filen ikke til runden, så flyt den."
    )
  }

  /// The same number in two files with the same content.
  package static func repeatedProposal(_ id: String, other: String, at place: Place) -> Finding {
    Finding(
      .duplicateProposal, severity: .note, at: place, found: id,
      message: "Forslag \(quoted(id)) findes også i \(other) med samme indhold og er kun medtaget én gang.")
  }

  /// A tracked change of a document that nobody has accepted.
  package static func changeNotAccepted(_ found: String, before: String, at place: Place) -> Finding {
    let now = found.isEmpty ? "intet" : quoted(found)
    return Finding(
      .changeNotAccepted, at: place, found: found, expected: before,
      message: before.isEmpty
        ? "\(now) er indsat med sporede ændringer, som ikke er godkendt; det er læst."
        : "Der stod \(quoted(before)), og det er ændret til \(now) med sporede ændringer, som ikke er godkendt; det nye er læst.",
      suggestion: "Godkend eller afvis ændringen i dokumentet.")
  }

  /// Hidden text of a document with figures in it.
  package static func hiddenText(_ found: String, at place: Place) -> Finding {
    Finding(
      .hiddenMoney, at: place, found: found, expected: "synlige beløb",
      message: "Teksten \(quoted(found)) er skjult i dokumentet og er ikke læst.",
      suggestion: "Vis teksten, hvis tallene skal være med, eller slet den.")
  }

  /// A document and a workbook of one proposal say different amounts.
  package static func documentDiffers(
    _ words: [String], otherPlace: Place, at place: Place, cells: [String]
  ) -> Finding {
    let other = [otherPlace.sheet, otherPlace.cell].compactMap { $0 }.joined(separator: "!")
    return Finding(
      .tablesDiffer, at: place, cells: cells, found: words.joined(separator: "; "), expected: other,
      message:
        "Dokumentet og projektmappen har forskellige beløb: \(words.joined(separator: "; ")) (\(other)).",
      suggestion: "Projektmappens tal bruges. Ret det ene af dem, så de siger det samme.")
  }
}
