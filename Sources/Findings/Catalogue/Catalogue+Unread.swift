package import ProposalModel

/// What is told of numbers that nothing reads.
extension Catalogue {
  /// A heading above amounts that is no single year; `amounts` are those below, `meant` the year that the
  /// neighbours leave open.
  package static func yearUnreadable(
    _ found: String, amounts: [String], meant: Int?, at place: Place, cells: [String]
  ) -> Finding {
    let below = list(Array(amounts.prefix(3))) + (amounts.count > 3 ? " …" : "")
    let what = found.isEmpty ? "Overskriften er tom" : "\(quoted(found)) kan ikke læses som ét årstal"
    return Finding(
      .yearUnreadable, severity: amounts.isEmpty ? .warning : .error, at: place, cells: cells, found: found,
      expected: meant.map(String.init),
      message: amounts.isEmpty
        ? "\(what); der står ingen beløb under den."
        : "\(what), så beløbene under den (\(below)) er ikke læst.",
      suggestion: meant.map { "Skriv \($0) over kolonnen, hvis det er det år, beløbene hører til." }
        ?? "Skriv årstallet over kolonnen, eller slet den.")
  }

  /// Years that are read from unusual headings.
  package static func yearReadAs(_ found: [String], _ years: [Int], at place: Place, cells: [String])
    -> Finding
  {
    let plain = list(years.map(String.init))
    return Finding(
      .unusualInput, at: place, cells: cells, found: found.joined(separator: " · "), expected: plain,
      message: "\(list(found.map(quoted))) er læst som \(years.count == 1 ? "året" : "årene") \(plain).")
  }

  /// A year stands over two columns; an error where both have amounts.
  package static func yearRepeated(_ year: Int, other: String, hasMoney: Bool, at place: Place) -> Finding {
    Finding(
      .yearsDiffer, severity: hasMoney ? .error : .warning, at: place, found: String(year),
      expected: "ét år pr. kolonne",
      message: "\(year) står over både \(other) og denne kolonne; kun den første er læst.",
      suggestion: "Ret årstallet over den ene kolonne, eller slet kolonnen.")
  }

  /// A column of the sender's own: no money of the proposal. `sum` is that of its numbers.
  package static func ownColumn(_ heading: String, sum: String, at place: Place) -> Finding {
    Finding(
      .unusualInput, at: place, found: heading,
      message:
        "Kolonnen \(quoted(heading)) er ikke en af formularens og er ikke regnet med i nogen sum; tallene i den er i alt \(sum)."
    )
  }

  /// Numbers in a place of money that belong to nothing that was read.
  package static func moneyUnread(_ amounts: [String], _ why: String, at place: Place, cells: [String])
    -> Finding
  {
    let shown = list(Array(amounts.prefix(3))) + (amounts.count > 3 ? " …" : "")
    return Finding(
      .moneyUnread, at: place, cells: cells, found: amounts.joined(separator: " · "),
      message: "\(shown) er ikke læst: \(why).",
      suggestion:
        "Flyt tallene ind under et årstal i en tabel med formularens overskrifter, eller slet dem, hvis de ikke hører til forslaget."
    )
  }

  /// A table of amounts by year that is not one of the forms': workings.
  package static func tableOutside(_ heading: String, sum: String, at place: Place) -> Finding {
    Finding(
      .unusualInput, at: place, found: heading,
      message:
        "Tabellen \(quoted(heading)) er ikke en af formularens og er ikke regnet med; tallene i den er i alt \(sum)."
    )
  }

  /// The same table stands twice: an error where the two say different things.
  package static func tableRepeated(_ name: String, other: String, difference: String?, at place: Place)
    -> Finding
  {
    Finding(
      .tableRepeated, severity: difference == nil ? .note : .error, at: place, found: name, expected: other,
      message: difference.map { "\(quoted(name)) står også i \(other), men med andet indhold: \($0)." }
        ?? "\(quoted(name)) står også i \(other) med samme indhold og er kun læst én gang.",
      suggestion: difference == nil ? nil : "Slet den af de to, der ikke gælder.")
  }

  /// Two units in one table.
  package static func unitsMixed(_ found: String, _ first: String, at place: Place) -> Finding {
    Finding(
      .unitUnreadable, at: place, found: found, expected: first,
      message: "Rækken er i \(quoted(found)), men tabellens første række er i \(quoted(first)).",
      suggestion: "Skriv alle beløb i en tabel i samme enhed.")
  }

  /// Two price levels in one table.
  package static func levelsMixed(_ found: String, _ first: String, at place: Place) -> Finding {
    Finding(
      .priceLevelDiffers, at: place, found: found, expected: first,
      message: "Rækken er i \(found) p/l, men tabellens første række er i \(first) p/l.",
      suggestion: "Omregn beløbene til ét prisniveau.")
  }

  /// A row among the lines of `Økonomi` that is a total by its words.
  package static func totalInLines(_ text: String, at place: Place) -> Finding {
    Finding(
      .totalInLines, at: place, found: text,
      message: "Rækken \(quoted(text)) er læst som en sum af linjerne og er ikke regnet med.",
      suggestion: "Slet rækken: summerne står over tabellen.")
  }

  /// A number on the front page that is no field of the form.
  package static func besideFields(_ label: String?, _ found: String, at place: Place) -> Finding {
    Finding(
      .unusualInput, severity: .note, at: place, found: found,
      message:
        "\(label.map { "\(quoted($0)) er ikke et felt på formularen, så" } ?? "Her er der intet felt, så") tallet \(found) er ikke læst.",
      suggestion: "Hører tallet til forslaget, så skriv det i et af felterne eller på en linje i Økonomi.")
  }

  /// The amount of a line in a year that stands twice among the rows of a file.
  package static func amountRepeated(
    _ text: String, _ year: Int, _ amounts: [String], other: String, at place: Place
  ) -> Finding {
    Finding(
      .lineRepeated, severity: .error, at: place, found: amounts.joined(separator: " · "),
      message:
        "Rækken \(quoted(text)) for \(year) står to gange, her og i \(other); kun den første er regnet med.",
      suggestion: "Slet den ene række, eller giv de to linjer hver sit nummer i kolonnen Linje.")
  }

  /// A row of a detail table that names another line than the one whose money it shows.
  package static func lineMisnamed(
    _ text: String, _ names: [String], _ table: String, line: [String], at place: Place
  ) -> Finding {
    Finding(
      .unusualInput, severity: .warning, at: place, found: names.joined(separator: ", "),
      expected: line.joined(separator: ", "),
      message:
        "Rækken \(quoted(text)) i \(table) har \(list(names)) i kolonnen Linje, men beløbene er dem, der i Tabel 1 hører til \(line.isEmpty ? "en række uden nummer" : list(line)); beløbene er fulgt.",
      suggestion: "Ret nummeret i kolonnen Linje.")
  }

  /// Two lines of Tabel 1 have one name.
  package static func lineNameRepeated(_ name: String, _ text: String, other: String, at place: Place)
    -> Finding
  {
    Finding(
      .unusualInput, severity: .warning, at: place, found: name,
      message:
        "\(quoted(name)) i kolonnen Linje står både ved \(quoted(text)) og i \(other), som ikke er ens i de andre kolonner; de er læst som to linjer.",
      suggestion: "Giv de to linjer hver sit nummer i kolonnen Linje, eller gør rækkerne ens.")
  }

  /// A line whose text says that it holds no longer.
  package static func lineCancelled(_ text: String, _ amounts: [String], at place: Place, cells: [String])
    -> Finding
  {
    Finding(
      .moneyUnread, at: place, cells: cells, found: text,
      message:
        "Teksten \(quoted(text)) siger, at linjen udgår eller ikke skal regnes med, men den har beløb (\(list(Array(amounts.prefix(3))))\(amounts.count > 3 ? " …" : "")); de er ikke regnet med.",
      suggestion: "Slet linjen, eller ret teksten.")
  }

  /// A caption or the heading of a section that is doubted or contradicts itself.
  package static func headingDoubted(_ text: String, at place: Place) -> Finding {
    Finding(
      .moneyUnread, at: place, found: text,
      message: "Overskriften \(quoted(text)) er ikke sikker, så det er uvist, hvad beløbene under den er.",
      suggestion: "Skriv overskriften uden spørgsmålstegn, og lad den kun sige ét.")
  }

  /// A line whose text says that it holds only if the proposal is rejected; `remedy` says where to write that.
  package static func saysRejection(
    _ text: String, _ amounts: [String], remedy: String, at place: Place, cells: [String]
  ) -> Finding {
    Finding(
      .moneyUnread, at: place, cells: cells, found: text,
      message:
        "Teksten \(quoted(text)) siger, at linjen kun gælder, hvis forslaget ikke indarbejdes, men den står blandt de linjer, der gælder, hvis det indarbejdes; \(list(Array(amounts.prefix(3))))\(amounts.count > 3 ? " …" : "") er ikke regnet med.",
      suggestion: remedy)
  }

  /// A unit beside the name of a committee that it does not belong to.
  package static func unitOfOther(_ unit: String, committee: String, at place: Place, cells: [String])
    -> Finding
  {
    Finding(
      .committeeUnknown, at: place, cells: cells, found: unit, expected: committee,
      message: "\(quoted(unit)) er ikke en enhed under \(quoted(committee)).",
      suggestion: "Ret udvalget eller enheden, så de to hører sammen.")
  }

  /// A word in the column Gælder that does not say whether the line counts, so that it does not.
  package static func conditionUnknown(
    _ found: String, among allowed: [String], at place: Place, cells: [String]
  )
    -> Finding
  {
    Finding(
      .moneyUnread, at: place, cells: cells, found: found, expected: list(allowed),
      message:
        "\(quoted(found)) i kolonnen Gælder siger ikke, hvornår linjen gælder, så den er ikke regnet med.",
      suggestion: "Skriv en af de tre muligheder (\(list(allowed.map(quoted)))), eller slet linjen.")
  }

  /// A text among the lines that says that some of them hold only if the proposal is rejected.
  package static func textSaysRejection(_ text: String, at place: Place) -> Finding {
    Finding(
      .moneyUnread, at: place, found: text,
      message:
        "\(quoted(text)) siger, at linjer kun gælder, hvis forslaget ikke indarbejdes, men kolonnen Gælder siger ikke, hvilke det er.",
      suggestion: "Skriv »hvis ikke indarbejdes« i kolonnen Gælder på de linjer, det gælder, og slet teksten."
    )
  }
}
