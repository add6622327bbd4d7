import Documents
import Forms
import ProposalModel

extension PrintedFrontWords {
  /// The labels of the city's front pages.
  static let form = PrintedFrontWords(
    sheets: (front: "Forslag", hearings: "Høring"),
    fields: [
      Field(["Forslagets titel", "Titel"], header: "Titel", .title),
      Field(["Resumé", "Kort resumé"], header: "", .text),
      Field(
        ["Fremstillende forvaltning", "Fremsættende forvaltning"], header: "Fremstillende forvaltning",
        .administration),
      Field(
        ["Berørte forvaltninger", "Berørt forvaltning"], header: "Berørte forvaltninger", .ticks),
      Field(["Der søges om midler fra"], header: "Finansiering", .value),
    ],
    numberHeader: "Forslagsnummer",
    kinds: ["Tværgående effektiviseringsforslag", "Investeringsforslag", "Innovationsforslag"],
    kindHeader: "Type",
    rounds: RoundLibrary.all.flatMap { [$0.name] + $0.aliases.filter { $0.count > 8 } }, roundHeader: "Runde",
    administrations: RoundLibrary.all.flatMap(\.committees).reduce(into: []) { all, committee in
      let spellings = [committee.administrationName] + committee.aliases.filter { $0.contains("forvaltning") }
      if !all.contains(where: { $0[0] == spellings[0] }) { all.append(spellings) }
    },
    hearingHeading: "Hvem er hørt?", hearingHeaders: ["Part", "Svar", "Dato", "Bemærkning"],
    hearingBodies: bodies, answers: ["Ikke relevant", "Ja", "Nej"],
    hearingNoise: ["Ja/Nej", "Dato for", "Tabel", "Hvis ja, skriv", "udvalgsgodkendelse"],
    months: [
      "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
      "november", "december",
    ])

  private static let bodies: [String] = {
    let all = RoundLibrary.all.flatMap(\.hearings).flatMap { [$0.body] + $0.aliases }
    let usual = ["Center for Økonomi, Økonomiforvaltningen", "Center for Økonomi, ØKF"]
    return Array(Set(all + usual).filter { $0.count > 4 }).sorted { ($0.count, $0) > ($1.count, $1) }
  }()
}
