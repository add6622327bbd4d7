package import ProposalModel

extension EntryForm {
  /// The columns of the sheet `Økonomi` that stand before the years, from the left.
  package static let lineColumns: [FormField<LineField>] = [
    FormField(
      .id, "Linje", aliases: ["Linje-id", "Id", "Linjenr."], kind: .identifier, width: 6,
      "Udfyldes af fordel. Behold den, når arket sendes tilbage: den kæder versionerne sammen. Lad den stå tom i nye rækker."
    ),
    FormField(
      .section, "Afsnit", list: .sections, width: 14.5, isRequired: true,
      "Varig ændring (gælder for altid), Implementering (engangsudgift) eller Lån (internt lån og tilbagebetaling)."
    ),
    FormField(
      .text, "Tekst", aliases: ["Post", "Linjetekst", "Indsats"], kind: .longText, width: 31,
      isRequired: true,
      "Kort beskrivelse af linjen."),
    FormField(
      .tableOneItem, "Post i Tabel 1", aliases: ["Post i tabel 1", "Tabel 1"], kind: .longText, width: 16,
      "Linjer med samme afsnit, styringsområde og tekst her bliver til én linje i Tabel 1. Tom = linjens egen tekst."
    ),
    FormField(
      .delivery, "Leverance", aliases: ["Delleverance"], kind: .longText, width: 12,
      "Den leverance, linjen hører til, hvis forslaget er delt op i leverancer."),
    FormField(
      .controlArea, "Styringsområde", aliases: ["Styringsområder"], list: .controlAreas, width: 14.5,
      isRequired: true,
      "Service, Anlæg, Efterspørgselsstyret indsats, Efterspørgselsstyrede overførsler eller Finansposter."),
    FormField(
      .committee, "Udvalg", aliases: ["Udvalg/forvaltning", "Forvaltning"], kind: .names, list: .committees,
      width: 7.5, isRequired: true,
      "Det udvalg, pengene hører til (kort eller fuldt navn). Har linjen sin egen Fordeling, siger Udvalg kun, hvis konto det er."
    ),
    FormField(
      .unit, "Enhed", kind: .names, list: .organisationalUnits, width: 12,
      "Enheden under udvalget, fx Koncern IT."),
    FormField(
      .appropriation, "Bevilling",
      aliases: ["Bevilling, profitcenter", "Bevillingsområde", "Bevilling, profitcenter mv."], kind: .code,
      width: 9.5,
      "Bevillingens kode og/eller navn, fx 3641 eller 3220 – Borgere med handicap."),
    FormField(
      .profitCentre, "Profitcenter", aliases: ["Profitcentre", "Profit center"], kind: .code, width: 11,
      "Profitcenterets kode, helst netop én pr. linje."),
    FormField(
      .rule, "Fordeling", aliases: ["Fordelingsregel"], list: .rules, width: 14,
      "Linjens egen fordeling mellem udvalg. Går forud for Udvalg og for forslagets Fordeling. Tom = ingen."),
    FormField(
      .condition, "Gælder", list: .conditions, width: 10.5,
      "hvis indarbejdes (tom betyder det samme), hvis ikke indarbejdes (kun i Tabel C) eller ikke medregnet (står her, men tælles aldrig med)."
    ),
    FormField(
      .administration, "Administration", list: .administration, width: 13.5,
      "Om den varige serviceændring er administration: hovedkonto 6/6.45 eller øvrig. Tom = ikke administration."
    ),
    FormField(
      .innovationPool, "Innovationspulje", aliases: ["Innovationspulje (sæt X)", "Innovationspuljen"],
      kind: .cross, list: .cross,
      width: 14,
      "X, hvis linjen betales af innovationspuljen."),
  ]

  /// The two columns behind the years, which hold formulas.
  package static let sumColumns: [FormField<LineField>] = [
    FormField(
      .total, "I alt", aliases: ["Total", "Ialt"], width: 9.5,
      "Implementering og Lån: summen af årene. Beregnes af arket."),
    FormField(
      .fullyPhasedIn, "Fuldt indfaset", aliases: ["Fuld indfasning"], width: 10,
      "Varig ændring: beløbet i sidste år, som fortsætter. Beregnes af arket."),
    FormField(
      .check, checkHeader, width: 15,
      "Siger, mens der skrives, hvad der mangler på linjen: ok, eller det første, der skal ses på. Beregnes af arket."
    ),
  ]

  /// The header of the live check.
  package static let checkHeader = "Kontrol"

  /// What the year columns hold.
  package static let yearExplanation =
    "Ét beløb pr. år i den enhed, der står over tabellen. Besparelse og merindtægt skrives med minus, udgift uden fortegn. "
    + "Tom, - og 0 tæller alle som nul, men bevares, som de er skrevet. Varige ændringer fortsætter med sidste års beløb."
  /// What further columns hold.
  package static let basisExplanation =
    "Egne kolonner til højre for Fuldt indfaset (fx årsværk, sats, mængde) bevares som beregningsgrundlag for linjen."

  /// The columns of the sheet `Opfølgning`.
  package static let followUpColumns: [FormField<FollowUpField>] = [
    FormField(
      .section, "Afsnit", kind: .longText, width: 22, "Det bånd i opfølgningstabellen, rækken hører til."),
    FormField(
      .goal, "Mål", aliases: ["Succeskriterium", "Målsætning"], kind: .longText, width: 44,
      "Hvad der skal nås."),
    FormField(
      .measurement, "Måling", aliases: ["Hvordan måles det", "Målemetode"], kind: .longText, width: 36,
      "Hvordan det måles."),
    FormField(.responsible, "Ansvarlig", kind: .longText, width: 22, "Hvem der har ansvaret."),
    FormField(
      .time, "Tidspunkt", aliases: ["Hvornår", "Tid"], kind: .code, width: 18, "Hvornår der følges op."),
  ]

  /// The columns of the sheet `Høring`.
  package static let hearingColumns: [FormField<HearingField>] = [
    FormField(
      .body, "Part", aliases: ["Hørt part", "Hvem"], kind: .longText, list: .hearings, width: 42,
      "Hvem der er hørt."),
    FormField(
      .answer, "Svar", aliases: ["Hørt", "Ja/Nej"], list: .answers, width: 16, "Ja, Nej eller Ikke relevant."),
    FormField(
      .date, "Dato", aliases: ["Dato for høring", "Datoer"], kind: .code, width: 34,
      "Datoen med årstal, fx 14. januar 2022. Flere datoer kan stå efter hinanden."),
    FormField(
      .remark, "Bemærkning", aliases: ["Bemærkninger", "Note"], kind: .longText, width: 44,
      "Eventuel bemærkning."),
  ]

  /// The header of the first column of `Fordelingsnøgler`.
  package static let keyHeader = "Udvalg eller enhed"
  /// How that sheet is filled in, in two lines.
  package static let keyHints = [
    "Nøglens navn skrives over kolonnen, vægten ud for hvert udvalg eller hver enhed: et tal (fx 12,5) eller en brøk (fx 1/7).",
    "Tom = udvalget er ikke med. En linje bruger nøglen ved at skrive »Nøgle: navnet« i Fordeling.",
  ]
  /// The same in one text.
  package static let keyExplanation = keyHints.joined(separator: " ")
}
