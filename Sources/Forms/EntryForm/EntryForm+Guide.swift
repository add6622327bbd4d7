package import ProposalModel

/// The words of the sheet `Vejledning`: what the form definition does not say by itself.
extension EntryForm {
  /// The steps, in order.
  package static let steps = [
    "Udfyld arket Forslag. Felter med pil har en liste; andre værdier kan skrives, men giver en advarsel.",
    "Skriv én linje pr. række på arket Økonomi. Linjer uden beløb i et år lades tomme.",
    "Brug Fordeling, hvis beløb skal deles mellem udvalg; skriv egne nøgler på arket Fordelingsnøgler.",
    "Udfyld Opfølgning og Høring.",
    "Gem som .xlsx, og send filen tilbage. Ret i den samme fil, hvis den kommer retur, så linjernes navne i kolonnen Linje bevares.",
  ]

  /// How a `Fordeling` cell is written: what to write, and what it means.
  package static let ruleExamples: [(text: String, meaning: String)] = [
    (
      "(tom)",
      "Linjens eget Udvalg; ellers forslagets Fordeling; ellers den fremstillende forvaltnings udvalg."
    ),
    ("Ligedeling", "Lige store dele til alle udvalg i runden, der er med i ligedelingen."),
    ("Ligedeling: ØU, KFU, SUD", "Lige store dele til de nævnte udvalg."),
    ("Nøgle: Årsværk", "Efter vægtene i nøglen Årsværk, som står på arket Fordelingsnøgler eller i runden."),
    ("ØU 60 %; KFU 40 %", "Efter procenter, som skal give 100 i alt."),
    ("KFU 500; resten ligedeling", "500 (i 1.000 kr.) hvert år til KFU, resten deles lige mellem alle."),
    ("KFU 500; resten: ØU", "500 (i 1.000 kr.) hvert år til KFU, resten til ØU."),
    ("Resten: KFU", "KFU får det, der er tilbage; er intet andet nævnt, er det hele beløbet."),
    ("KFU", "Det hele til KFU."),
    ("ØU/Koncern IT", "Det hele til en enhed under et udvalg. Enheder kan bruges i alle former."),
  ]

  /// Rules of the form that no single column has.
  package static let rulesOfTheForm: [(topic: String, text: String)] = [
    (
      "Enhed",
      "Alle beløb skrives i den enhed, der står over tabellen: normalt 1.000 kr. med højst to decimaler."
    ),
    ("Fortegn", "Besparelse og merindtægt skrives med minus (−), udgift og mindreindtægt uden fortegn (+)."),
    (
      "Sidste år og frem",
      "Det sidste års beløb på en varig ændring gælder for alle følgende år. En varig ændring må derfor ikke slutte før sidste år."
    ),
    (
      "Tom, - og 0",
      "Tæller alle som nul, men bevares, som de er skrevet: tom = ikke oplyst, - = intet beløb, 0 = nul kroner."
    ),
    (
      "Tal",
      "Punktum deler kun i grupper på tre (1.275), komma er decimaltegn (1275,5). Et beløb, der kan læses på to måder, afvises med en besked."
    ),
    (
      "Konti",
      "Bevilling og Profitcenter er tekst, så koder ikke bliver til tal. Flere profitcentre i én celle skal deles på flere linjer før kontering."
    ),
    (
      "Rækker",
      "Rækker kan indsættes, slettes, flyttes og sorteres. Der kan også skrives under den sidste forberedte række."
    ),
    (
      "Kolonner",
      "Kolonner findes på deres overskrift. De kan flyttes, når arkbeskyttelsen ophæves; den har ingen adgangskode."
    ),
    ("Egne kolonner", basisExplanation),
    (
      "Summer",
      "Summerne over tabellen tæller alle rækker undtagen dem, der er mærket hvis ikke indarbejdes eller ikke medregnet. Lån er ikke med."
    ),
    (
      "Kontrol",
      "Kolonnen Kontrol og cellen over den siger, mens der skrives, hvad der skal ses på: Afsnit?, Tekst?, Styringsområde?, Gælder?, "
        + "Bevilling?, fortegn?, beløb er tekst, stopper før sidste år, står to gange. fordel check siger det samme og mere."
    ),
    (
      "Egne tabeller",
      "Oplyser en forvaltning selv fordelingen, kan arkene Tabel A–E og Fordeling indsættes med overskriften 1.000 kr. <år> p/l, Enhed, "
        + "Bevilling, profitcenter, Styringsområde (kun B og C) og årene. De går forud for den beregnede fordeling og kontrolleres mod linjerne."
    ),
  ]

  /// Kinds of content, in Danish.
  package static func kindText(_ kind: FieldKind, list: ChoiceList?) -> String {
    if let list { return list.isClosed ? "Valg fra liste" : "Liste eller egen tekst" }
    return switch kind {
    case .text, .longText: "Tekst"
    case .code: "Tekst (kode)"
    case .number: "Helt tal"
    case .yesNo: "Ja/Nej"
    case .cross: "X"
    case .names: "Navn"
    case .identifier: "Udfyldes af fordel"
    }
  }

  /// How a section is written in cells that the live totals count: also without spaces, or with one behind.
  private static func written(as section: LineSection) -> [String] {
    let words = sectionWords.filter { $0.section == section }.map(\.words)
    let all = words + words.filter { $0.contains(" ") }.map { $0.replacing(" ", with: "") }
    return all + all.map { $0 + " " }
  }

  /// The choices of a list in a round.
  package static func choices(_ list: ChoiceList, round: Round, keys: [DistributionKey] = []) -> [String] {
    switch list {
    case .kinds: ProposalKind.allCases.map(\.rawValue)
    case .administrations: round.committees.map(\.administrationName)
    case .rules:
      ["Ligedeling"] + (round.keys + keys).map { "Nøgle: \($0.name)" } + round.committees.map(\.code)
    case .yesNo: ["Ja", "Nej"]
    case .units: AmountUnit.written.map(\.rawValue)
    case .sections: LineSection.allCases.map(\.rawValue)
    case .controlAreas: ControlArea.allCases.map(\.rawValue)
    case .committees: round.committees.map(\.code)
    case .organisationalUnits: round.committees.flatMap { $0.units.map(\.name) }
    case .conditions: LineCondition.allCases.map(\.rawValue)
    case .administration: AdministrationShare.allCases.map(\.rawValue)
    case .cross: ["X"]
    case .answers: ["Ja", "Nej", "Ikke relevant"]
    case .hearings: round.hearings.map(\.body)
    case .permanentWords: written(as: .permanent)
    case .implementationWords: written(as: .implementation)
    case .sectionKeys: sectionSpellings.keys.sorted()
    case .areaKeys: ControlArea.spellingKeys
    case .conditionKeys: conditionSpellings.keys.sorted()
    }
  }
}

/// The page about the entry workbook in the documentation, made from the form definition.
package enum EntryFormPage {
  /// The page as Markdown.
  package static var markdown: String {
    var lines = [
      "# The entry workbook", "",
      "What departments fill in. Sheets and columns are found by their words, not by their place. The explanations are those of the sheet `Vejledning`.",
      "",
      "This page is generated from the form definition in `Sources/Forms/EntryForm`; a test fails when it is stale.",
      "",
    ]
    func table<Key>(_ sheet: EntrySheet, _ fields: [FormField<Key>]) {
      lines += [
        "## \(sheet.rawValue)", "", sheet.purpose, "", "| Field | Also read as | Content | Explanation |",
        "|---|---|---|---|",
      ]
      for field in fields {
        let kind = EntryForm.kindText(field.kind, list: field.list)
        lines.append(
          "| `\(field.header)` | \(field.aliases.joined(separator: " · ")) | \(kind) | \(field.explanation) |"
        )
      }
      lines.append("")
    }
    table(.front, EntryForm.front)
    table(.lines, EntryForm.lineColumns)
    lines.removeLast()
    lines.append("| one column per year | | Beløb | \(EntryForm.yearExplanation) |")
    for field in EntryForm.sumColumns {
      lines.append(
        "| `\(field.header)` | \(field.aliases.joined(separator: " · ")) | Formel | \(field.explanation) |")
    }
    lines += ["| any other column | | Tekst eller tal | \(EntryForm.basisExplanation) |", ""]
    lines += [
      "## \(EntrySheet.keys.rawValue)", "", EntrySheet.keys.purpose, "", EntryForm.keyExplanation, "",
    ]
    table(.followUps, EntryForm.followUpColumns)
    table(.hearings, EntryForm.hearingColumns)
    lines += ["## Fordeling", "", "| Text | Meaning |", "|---|---|"]
    for (text, meaning) in EntryForm.ruleExamples { lines.append("| `\(text)` | \(meaning) |") }
    lines += ["", "## Rules of the form", ""]
    for (topic, text) in EntryForm.rulesOfTheForm { lines.append("- **\(topic)**: \(text)") }
    return lines.joined(separator: "\n") + "\n"
  }
}
