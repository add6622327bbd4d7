package import ProposalModel

extension EntryForm {
  /// The labels of the sheet `Forslag`, from the top.
  package static let front: [FormField<FrontField>] = [
    FormField(
      .id, "Forslagsnummer", aliases: ["Nummer", "Forslagsnr.", "Forslag nr."], kind: .code, isRequired: true,
      "Forslagets nummer, fx BC08. To forslag må ikke have samme nummer."),
    FormField(
      .title, "Titel", aliases: ["Forslagets titel", "Forslagstitel", "Navn"], kind: .longText,
      isRequired: true, "Forslagets titel."),
    FormField(
      .kind, "Type", aliases: ["Forslagstype"], list: .kinds,
      "Investeringsforslag, Innovationsforslag eller Tværgående effektiviseringsforslag."),
    FormField(
      .round, "Runde", aliases: ["Budgetrunde"],
      "Runden, forslaget hører til, fx OFS 2021-2022. Bestemmer år, prisniveauer og udvalg."),
    FormField(
      .presenting, "Fremstillende forvaltning",
      aliases: ["Fremsættende forvaltning", "Stillende forvaltning", "Forvaltning"], kind: .names,
      list: .administrations, "Den forvaltning, der stiller forslaget."),
    FormField(
      .affected, "Berørte forvaltninger", aliases: ["Berørt forvaltning", "Berørte udvalg"], kind: .names,
      "Alle forvaltninger med penge i forslaget: korte eller fulde navne adskilt af komma, fx ØKF, SOF, BIF. "
        + "I stedet kan der nederst på arket skrives en række pr. forvaltning med navnet i kolonne A og X i kolonne B."
    ),
    FormField(
      .funding, "Finansiering", aliases: ["Finansieringskilde"],
      "Hvor pengene kommer fra, fx Investeringspuljen."),
    FormField(
      .priceLevel, "P/l", aliases: ["Prisniveau", "Pris- og lønniveau", "PL", "Angiv p/l"], kind: .number,
      "Det år, hvis priser og lønninger beløbene er skrevet i."),
    FormField(
      .implementedPriceLevel, "Udmøntes i p/l", aliases: ["Udmøntningsniveau", "Udmøntes i prisniveau"],
      kind: .number,
      "Det prisniveau, forslaget udmøntes i. Udfyldt fra runden."),
    FormField(
      .servicePayback, "Tilbagebetalingstid, service",
      aliases: ["Tilbagebetalingstid baseret på serviceeffektivisering", "Tilbagebetalingstid service"],
      kind: .number,
      "Antal år, til de varige servicebesparelser har betalt alle implementeringsomkostninger. Skriv fx 6."),
    FormField(
      .totalPayback, "Tilbagebetalingstid, total",
      aliases: [
        "Tilbagebetalingstid baseret på totaløkonomi", "Tilbagebetalingstid totaløkonomi",
        "Tilbagebetalingstid",
      ], kind: .number,
      "Som ovenfor, men med de varige ændringer på alle styringsområder."),
    FormField(
      .risk, "Risiko", aliases: ["Risikovurdering"], kind: .longText,
      "Risikoen ved forslaget, fx lav, middel eller høj."),
    FormField(
      .rule, "Fordeling", aliases: ["Fordelingsregel", "Fordelingsnøgle"], list: .rules,
      "Hvordan beløb i linjer uden egen fordeling deles mellem udvalgene. Se »Sådan skrives Fordeling« i Vejledning. Tom = fremstillende forvaltnings udvalg."
    ),
    FormField(
      .version, "Version", aliases: ["Versionsnummer", "Udgave"], kind: .code,
      "Et tal eller en dato, som bliver større for hver gang forslaget sendes, fx 2. Har alle filer med samme forslag en version, bruges den højeste."
    ),
    FormField(
      .crossCutting, "Tværgående", kind: .yesNo, list: .yesNo,
      "Ja, hvis forslaget er tværgående (mærkes * i oversigten)."),
    FormField(
      .confidential, "Fortroligt", aliases: ["Fortrolig"], kind: .yesNo, list: .yesNo,
      "Ja, hvis forslaget er fortroligt (mærkes ** i oversigten)."),
    FormField(
      .originInnovation, "Udspringer af innovationsforslag", aliases: ["Innovationsforslag"], kind: .code,
      "Nummeret på det innovationsforslag, som forslaget bygger på, hvis der er et."),
    FormField(
      .tieStart, "Afrunding begynder ved", kind: .code,
      "Normalt tom. Det udvalg (kort navn), som får den første tusindkroneseddel, når lige store rester skal rundes af. Tom = efter forslagets nummer."
    ),
    FormField(
      .unit, "Måleenhed", aliases: ["Enhed for beløb", "Beløbsenhed"], list: .units,
      "Enheden for alle beløb i arbejdsbogen: 1.000 kr. Kun hvis et beløb kræver mere end to decimaler, skrives alle beløb i kr."
    ),
  ]

  /// The field of a key.
  package static func front(_ key: FrontField) -> FormField<FrontField> {
    front.first { $0.key == key }.orStop("a label \(key)")
  }
}
