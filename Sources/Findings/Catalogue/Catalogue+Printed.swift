package import ProposalModel

/// What is said of figures in printed text, whose tables have lost their columns.
extension Catalogue {
  /// Figures whose years neither place nor sums decide.
  package static func columnUncertain(_ figures: String, readings: String, at place: Place) -> Finding {
    let possible = readings.isEmpty ? "" : " Mulighederne er \(quoted(readings))."
    return Finding(
      .columnUncertain, at: place, found: figures,
      expected: readings.isEmpty ? nil : readings,
      message: "Det kan ikke afgøres, hvilke år \(quoted(beginning(figures))) hører til, så de er ikke læst."
        + possible,
      suggestion: "Ret rækken i en projektmappe, eller brug forslagets Word-fil.")
  }

  /// The beginning of a long text: a message is read by a person, and all of it stands in what was found.
  private static func beginning(_ text: String) -> String {
    text.count > 160 ? text.prefix(150) + " …" : text
  }

  /// Figures whose years rest on custom, or on the spaces that are left, and on no sum.
  package static func columnAssumed(_ figures: String, bySpaces: Bool, at place: Place) -> Finding {
    let reason =
      bySpaces
      ? "mellemrummene i teksten" : "vanen (varige ændringer fylder mod højre, investeringer mod venstre)"
    return Finding(
      .unusualInput, at: place, found: figures,
      message: "Årene for \(quoted(figures)) følger af \(reason); ingen sum beviser dem.")
  }

  /// A text that goes on beyond what is read.
  package static func textLeftOut(at place: Place) -> Finding {
    Finding(
      .moneyUnread, at: place, message: "Dokumentet er for stort: det er ikke læst til ende.",
      suggestion: "Del det, så hvert forslag er en fil for sig.")
  }

  /// A line of figures that is in no table that was read.
  package static func figuresUnread(_ text: String, at place: Place) -> Finding {
    Finding(
      .unusualInput, severity: .warning, at: place, found: text,
      message: "Linjen \(quoted(text)) ligner en række af en tabel, men er ikke læst.",
      suggestion: "Se efter, om tabellens overskrift og årstal mangler i teksten.")
  }

  /// A row of figures below a table, for each of its years, that stands outside it.
  package static func rowOutsideTable(_ text: String, at place: Place) -> Finding {
    Finding(
      .moneyUnread, at: place, found: text,
      message:
        "Linjen \(quoted(text)) under tabellen har et tal for hvert år, men står uden for tabellen og er ikke læst.",
      suggestion: "Flyt linjen ind i tabellen, eller slet den.")
  }

  /// Another Tabel 1 in a text without the title of another proposal before it.
  package static func proposalUnnamed(_ caption: String, at place: Place) -> Finding {
    Finding(
      .tableRepeated, at: place, found: caption,
      message:
        "\(quoted(caption)) står mere end én gang, uden at titlen på et nyt forslag står før den, så det er uvist, hvilket forslag tabellen hører til.",
      suggestion: "Slet den, der ikke gælder, eller skriv nummer og titel før det andet forslag.")
  }

  /// A table of a form whose rows belong to no years, since its heading was not understood.
  package static func tableUnread(_ rows: String, caption: String?, at place: Place) -> Finding {
    let name = caption.map { "Tabellen \(quoted(beginning($0)))" } ?? "En tabel uden overskrift"
    return Finding(
      .moneyUnread, at: place, found: rows,
      message: "\(name) er ikke læst, for årene over beløbene er ikke forstået: \(quoted(beginning(rows))).",
      suggestion: "Se efter, om årstallene over tabellen står rigtigt og på en linje, og ret dem.")
  }

  /// A part of a document that is no text: an embedded sheet, another document inside it.
  package static func partLeftAlone(isObject: Bool, at place: Place) -> Finding {
    let what =
      isObject ? "et indlejret objekt, fx et Excel-ark" : "et andet dokument, der er sat ind som en fil"
    return Finding(
      .unusualInput, severity: .warning, at: place,
      message: "Dokumentet rummer \(what). Det er ikke åbnet, og tal i det er ikke læst.",
      suggestion: "Sæt tallene ind som en almindelig tabel, hvis de hører til forslaget.")
  }
}
