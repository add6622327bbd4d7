/// What belongs to a code: how serious it is, whether it stops writing, and its own explanation.
struct FindingCodeFacts: Sendable {
  /// The text of the code.
  var code: String
  /// How serious a finding of the code is unless the rule says otherwise.
  var severity: Severity
  /// Whether an error of the code stops `import` and `export`.
  var blocksWriting: Bool
  /// What must hold, in one Danish sentence.
  var statement: String
  /// Why it must, in Danish.
  var reason: String

  private init(
    _ code: String, _ severity: Severity, blocks: Bool = false, _ statement: String, _ reason: String
  ) {
    self.code = code
    self.severity = severity
    blocksWriting = blocks
    self.statement = statement
    self.reason = reason
  }

  /// The facts by the code's text.
  static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

  /// All codes: errors, then warnings, then notes.
  static let all = sums + structure + words + doubts + habits + notes

  /// Errors of sums and between tables; none of them stops writing.
  private static let sums: [FindingCodeFacts] = [
    FindingCodeFacts(
      "total-differs", .error, "En total er summen af sine linjer, år for år.",
      "Politikerne ser totalen, og regnskabet bogfører linjerne; de to må ikke sige hvert sit."),
    FindingCodeFacts(
      "tables-differ", .error, "Tabellerne viser de samme penge for hvert afsnit, styringsområde og år.",
      "Tabel 1 vedtages, og de andre tabeller bogføres; de skal vise det samme."),
    FindingCodeFacts(
      "shares-differ", .error,
      "Andelene giver tilsammen det, der deles, og Fordeling, tabel A og tabel B giver hvert udvalg det samme.",
      "Ellers afhænger det, der bogføres, af hvilken tabel der blev læst."),
    FindingCodeFacts(
      "payback-differs", .error, "Tilbagebetalingstiderne følger af beløbene.",
      "Tilbagebetalingstiden afgør, om et forslag kan få midler; den skal kunne regnes efter."),
    FindingCodeFacts(
      "price-level-differs", .error, "Alle tabeller er i forslagets p/l.",
      "Beløb i forskellige prisniveauer kan ikke lægges sammen og omregnes forkert, når forslaget udmøntes."),
    FindingCodeFacts(
      "magnitude-suspicious", .error, "Et beløb har samme størrelsesorden som linjens andre beløb.",
      "Et beløb i kr. i en kolonne i 1.000 kr. er 1.000 gange for stort; et ciffer for meget gør det ti gange for stort."
    ),
    FindingCodeFacts(
      "loan-differs", .error, "Et internt lån betales tilbage med præcis det lånte beløb.",
      "Lånet er ikke en bevilling; bliver der en rest, mangler der penge hos et udvalg."),
  ]

  /// Errors of what could not be read or is not there.
  private static let structure: [FindingCodeFacts] = [
    FindingCodeFacts(
      "number-unreadable", .error, blocks: true, "En beløbscelle er tom, en streg eller et tal.",
      "Et beløb, der ikke kan læses, mangler i alle summer."),
    FindingCodeFacts(
      "number-ambiguous", .error, blocks: true, "Et tal kan kun læses på én måde.",
      "1,275 kan være 1.275 eller 1,275; et gæt kan være en faktor 1.000 forkert."),
    FindingCodeFacts(
      "formula-without-value", .error, blocks: true, "En formel har et gemt resultat.",
      "Filen er gemt uden at være beregnet, så formlens beløb kendes ikke."),
    FindingCodeFacts(
      "money-unread", .error, blocks: true, "Hvert tal i en tabel med penge hører til en linje og et år.",
      "Et beløb, som ingen kan placere, mangler i alle summer, uden at nogen ser det."),
    FindingCodeFacts(
      "year-unreadable", .error, blocks: true, "Over hver kolonne med beløb står ét år.",
      "Beløb uden et sikkert år kan ikke bogføres i noget år."),
    FindingCodeFacts(
      "unit-unreadable", .error, blocks: true, "Det fremgår entydigt, om beløbene er i 1.000 kr. eller kr.",
      "En enhed, der ikke kan læses, kan gøre alle beløb 1.000 gange forkerte."),
    FindingCodeFacts(
      "column-uncertain", .error, blocks: true, "Det er sikkert, hvilket år hvert tal i en tekst hører til.",
      "Kan hverken plads eller regning afgøre det, ville et årstal være et gæt."),
    FindingCodeFacts(
      "table-repeated", .error, blocks: true, "En tabel står der kun én gang.",
      "Er der to udgaver med forskelligt indhold, er det uvist, hvilken der gælder."),
    FindingCodeFacts(
      "not-a-proposal", .error, blocks: true, "Filen rummer et forslag med mindst ét beløb.",
      "Uden en tabel eller linje fra et forslag er der intet at kontrollere."),
    FindingCodeFacts(
      "file-unread", .error, "Alle filer, der kan rumme et forslag, kan læses.",
      "En fil, der springes over i stilhed, mangler i alle summer."),
    FindingCodeFacts(
      "duplicate-proposal", .error, blocks: true, "Et forslagsnummer har ét indhold.",
      "Ellers bogføres forslaget to gange eller i en forkert udgave."),
    FindingCodeFacts(
      "hidden-money", .error, blocks: true, "Ingen beløb i filen er skjult.",
      "Beløb, som ingen kan se, bliver ikke kontrolleret, men regnes med."),
    FindingCodeFacts(
      "placeholder-left", .error, "Skabelonens pladsholdere er udfyldt eller slettet.",
      "En pladsholder viser, at noget mangler at blive skrevet."),
    FindingCodeFacts(
      "sheet-missing", .error, blocks: true, "Arkene Forslag og Økonomi er der.",
      "Uden dem er der intet forslag at læse."),
    FindingCodeFacts(
      "column-missing", .error, blocks: true,
      "Kolonner med beløb og de nødvendige oplysninger har deres overskrift.",
      "Kolonner findes på overskriften; det, der står uden, kan ikke læses."),
    FindingCodeFacts(
      "round-unknown", .error, blocks: true, "Forslaget hører til en kendt runde.",
      "Runden giver år, prisniveau, udvalg og konti."),
  ]

  /// Errors of committees, control areas, accounts and rules.
  private static let words: [FindingCodeFacts] = [
    FindingCodeFacts(
      "control-area-missing", .error, "Hver linje har et styringsområde.",
      "Service, anlæg og overførsler har hver deres ramme og hver deres tabel; uden område kan linjen ikke bogføres."
    ),
    FindingCodeFacts(
      "control-area-unknown", .error, blocks: true, "Et styringsområde er et af kommunens fem.",
      "Service, anlæg og overførsler har hver deres ramme; et ukendt område har ingen."),
    FindingCodeFacts(
      "committee-unknown", .error, blocks: true, "Udvalg, forvaltninger og enheder er rundens.",
      "Beløb hos en ukendt modtager kan ikke bogføres."),
    FindingCodeFacts(
      "committee-missing", .error, blocks: true,
      "Det fremgår af linjen eller af forsiden, hvilket udvalg pengene tilhører.",
      "Korrektionerne dannes pr. udvalg."),
    FindingCodeFacts(
      "account-unresolved", .error, "I kontokolonnen står en afklaret bevilling med profitcenter.",
      "Korrektionerne bogføres på konti; det, der ikke er afklaret, kan ikke bogføres."),
    FindingCodeFacts(
      "account-is-control-area", .error, "I kontokolonnen står en konto og ikke et styringsområde.",
      "Et styringsområde siger ikke, hvor pengene skal bogføres."),
    FindingCodeFacts(
      "rule-unreadable", .error, blocks: true, "En fordeling er skrevet, så den kan udføres.",
      "Ellers er det uvist, hvem der får pengene."),
    FindingCodeFacts(
      "merge-conflict", .error, "To returnerede ark siger det samme om samme række.",
      "Forskellige svar kan ikke begge føres tilbage i forslaget."),
    FindingCodeFacts(
      "decision-unreadable", .error, "Hvert forslag har én beslutning, som kan læses.",
      "Beslutningen afgør, om og hvad der bogføres."),
    FindingCodeFacts(
      "budget-overwritten", .error, "En indlæsning af korrektioner lader det budget stå, som er der i dag.",
      "En korrektion er en ændring; sat i stedet for budgettet sletter den resten af det."),
    FindingCodeFacts(
      "budget-key-unknown", .error,
      "Hver nøgle i filen har et budget i udtrækket, eller kontoen er mærket Ny konto.",
      "En nøgle, der ikke findes, er oftest en forkert kode, og pengene lander ingen steder eller det forkerte sted."
    ),
    FindingCodeFacts(
      "posted-twice", .error, "Et forslags korrektioner indlæses én gang.",
      "Indlæses de igen, ændres budgettet med det dobbelte."),
    FindingCodeFacts(
      "account-not-in-chart", .error, "Kontolistens koder har kontoplanens form og findes i årets kontoplan.",
      "En kode, der ikke findes, kan ikke konteres."),
    FindingCodeFacts(
      "dranst-differs", .error, "Dranst svarer til kontoens styringsområde og funktion: anlæg til anlæg.",
      "Ellers flytter korrektionen penge mellem drift og anlæg uden for rammerne."),
  ]

  /// Warnings of amounts.
  private static let doubts: [FindingCodeFacts] = [
    FindingCodeFacts(
      "total-rounding", .warning, "En total er præcis summen af de tal, der vises.",
      "En forskel på 1 er formentlig afrunding, men den, der lægger efter, får et andet tal."),
    FindingCodeFacts(
      "tables-rounding", .warning, "To tabeller viser præcis det samme beløb.",
      "En forskel på 1 er formentlig afrunding, men kun det ene tal kan bogføres."),
    FindingCodeFacts(
      "target-differs", .warning,
      "Måltalseffekten er den varige ændring i service, bortset fra det, der flyttes til et andet styringsområde.",
      "Måltalseffekten tæller mod udvalgets besparelsesmål; en forskel uden forklaring er en besparelse, der ikke findes, eller som ikke tælles."
    ),
    FindingCodeFacts(
      "line-repeated", .warning, "En linje står der kun én gang.",
      "En linje, der er kopieret ved en fejl, tæller sine penge to gange."),
    FindingCodeFacts(
      "line-repeats-sum", .warning, "En linje er ikke summen af linjerne over den.",
      "En total, der er læst som en linje, tæller alle pengene to gange."),
    FindingCodeFacts(
      "unit-doubtful", .warning, "Beløb i en tabel i 1.000 kr. vises uden kr.",
      "Vises de med kr., kan man ikke se, om de er i 1.000 kr. eller kr."),
    FindingCodeFacts(
      "change-not-accepted", .warning, "Ændringer i et dokument er accepteret eller afvist.",
      "Før det er sket, gælder både det gamle og det nye beløb."),
  ]

  /// Other warnings.
  private static let habits: [FindingCodeFacts] = [
    FindingCodeFacts(
      "payback-missing", .warning, "Begge tilbagebetalingstider er udfyldt.",
      "Tilbagebetalingstiden afgør, om et forslag kan få midler."),
    FindingCodeFacts(
      "payback-long", .warning, "Tilbagebetalingstiden er ikke længere, end runden tillader.",
      "Et forslag over grænsen kan kun få midler efter aftale."),
    FindingCodeFacts(
      "price-level-missing", .warning, "Over hver tabel står, hvilket p/l beløbene er i.",
      "Uden p/l kan beløbene ikke omregnes, når forslaget udmøntes."),
    FindingCodeFacts(
      "area-without-table", .warning,
      "Implementeringsomkostninger hører til Anlæg (tabel D) eller Service (tabel E).",
      "Andre styringsområder står i ingen af de to tabeller, så pengene kommer ikke med i korrektionerne."),
    FindingCodeFacts(
      "account-missing", .warning, "Hver linje med penge har en bevilling.",
      "Korrektionerne bogføres på konti; en linje uden konto kan ikke bogføres."),
    FindingCodeFacts(
      "account-ambiguous", .warning, "Hver linje har én bevilling og højst ét profitcenter.",
      "Flere profitcentre uden deling siger ikke, hvor meget der bogføres på hvert."),
    FindingCodeFacts(
      "sign-suspicious", .warning,
      "Besparelser er negative, udgifter positive, og en linje skifter ikke fortegn.",
      "Et glemt minus flytter det dobbelte beløb og er let at overse."),
    FindingCodeFacts(
      "committee-not-affected", .warning, "Et udvalg, der får penge, er krydset af som berørt.",
      "Et udvalg, der ikke er nævnt, hører først om sin besparelse, når budgettet er vedtaget."),
    FindingCodeFacts(
      "affected-without-money", .warning, "En forvaltning, der er krydset af som berørt, får penge.",
      "Er den berørt uden beløb, mangler dens andel, eller krydset er forkert."),
    FindingCodeFacts(
      "years-differ", .warning, blocks: true,
      "Alle tabeller har de samme år som Tabel 1, uden huller og inden for runden.",
      "Et år, der mangler eller er skrevet forkert, flytter penge til et andet år."),
    FindingCodeFacts(
      "administration-gross", .warning,
      "Den administrative del er netto og højst så stor som den varige ændring i service.",
      "Måltallet for administration opgøres efter driftsudgifterne; en bruttobesparelse tæller for meget."),
    FindingCodeFacts(
      "change-stops-early", .warning, "En varig ændring fortsætter til det sidste år.",
      "Det sidste år gælder også alle årene efter; en varig ændring, der stopper, er ikke varig."),
    FindingCodeFacts(
      "hearing-missing", .warning, "De høringer, som forslaget kræver, er holdt.",
      "Et forslag uden den krævede vurdering kan ikke sættes på dagsordenen."),
    FindingCodeFacts(
      "hearing-date", .warning, "En høring med Ja har en dato med årstal, og datoerne hænger sammen.",
      "Datoen viser, om vurderingen er fra før eller efter godkendelsen."),
    FindingCodeFacts(
      "decision-unknown", .warning, "En beslutning handler om et forslag, som er med.",
      "Ellers bogføres det vedtagne måske aldrig."),
    FindingCodeFacts(
      "budget-below-zero", .warning, "Et budget til udgifter bliver ikke negativt af en korrektion.",
      "En besparelse kan ikke hentes, hvor der ikke er budget til den."),
    FindingCodeFacts(
      "budget-coarse", .warning, "Udtrækket har en kolonne for hver kode, som skelner budgetter i filen.",
      "Ellers er flere budgetter lagt sammen, og det ses ikke, om hvert af dem findes."),
    FindingCodeFacts(
      "account-not-new", .warning, "En konto, der er mærket Ny konto, har intet budget endnu.",
      "Et første budget på en konto, der har et, er en forkert posteringstype."),
    FindingCodeFacts(
      "acceptance-refused", .warning,
      "En accept gælder en advarsel, som den peger entydigt på, og siger hvorfor og af hvem.",
      "En fejl kan ikke accepteres, og en advarsel uden begrundelse er kun overset."),
  ]

  /// Notes.
  private static let notes: [FindingCodeFacts] = [
    FindingCodeFacts(
      "accounts-defaulted", .note, "En korrektions konto er skrevet i forslaget eller i dets tabeller.",
      "Ellers er den kontolistens standardkonto, som nogen skal have set efter."),
    FindingCodeFacts(
      "number-as-text", .note, "Beløb er gemt som tal og ikke som tekst.",
      "Tal gemt som tekst indgår ikke i regnearkets egne summer."),
    FindingCodeFacts(
      "area-from-total", .note, "Hver linje har sit eget styringsområde.",
      "Står området kun på totalen, er det taget derfra."),
    FindingCodeFacts(
      "committee-from-presenting", .note, "Hver linje siger selv, hvilket udvalg pengene tilhører.",
      "Ellers er de henført til det udvalg, der følger af forsiden."),
    FindingCodeFacts(
      "total-without-label", .note, "En total hedder noget med total.",
      "Ellers kan den læses som en linje og blive talt med to gange."),
    FindingCodeFacts(
      "total-in-lines", .note, "Blandt linjerne står kun linjer.",
      "En total blandt linjerne er læst som en total; ellers ville pengene tælle to gange."),
    FindingCodeFacts(
      "version-replaced", .note, "Af flere versioner af et forslag bruges den højeste.",
      "Så kan afsenderen se, hvilken fil tallene kommer fra."),
    FindingCodeFacts(
      "unusual-input", .note,
      "Det, der er skrevet usædvanligt, men kan læses med sikkerhed, læses og nævnes.",
      "Så kan afsenderen se, hvad der blev forstået."),
    FindingCodeFacts(
      "acceptance-unused", .note, "En accept passer på en advarsel, der er der endnu.",
      "Advarslen er rettet, eller stedet er skrevet anderledes; en accept, der bliver stående, kan skjule en ny."
    ),
    FindingCodeFacts(
      "not-annotated", .note, "Filen kan få mærker og kommentarer.",
      "En signeret eller beskyttet fil må ikke ændres."),
  ]
}
