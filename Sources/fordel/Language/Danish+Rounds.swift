extension Danish {
  /// Help of commands on whole rounds and Kvantum: English, Danish.
  static let helpRounds: [(english: String, danish: String)] = [
    (
      "Write the overview of a round's proposals (Bilag 2), in millions and the implemented price level.",
      "Skriv oversigten over en rundes forslag (Bilag 2), i mio. kr. og udmøntet prisniveau."
    ),
    (
      "One row per proposal: investments in Service and Anlæg, saving when fully phased in, payback. Figures are unrounded and shown with one decimal; totals are live. The ending of the file decides the format: .xlsx, .csv or .json.",
      "En række pr. forslag: investeringer i Service og Anlæg, besparelse fuldt indfaset og tilbagebetalingstid. Tallene er uafrundede og vises med én decimal; summerne er levende. Filens endelse bestemmer formatet: .xlsx, .csv eller .json."
    ),
    (
      "The decisions, XLSX or CSV with the columns Forslagsnummer, Beslutning, Dato, Sag. Only what is adopted is shown and added up.",
      "Beslutningerne, XLSX eller CSV med kolonnerne Forslagsnummer, Beslutning, Dato, Sag. Kun det vedtagne vises og lægges sammen."
    ),
    (
      "The file to write: .xlsx, .csv or .json; - is CSV on standard output.",
      "Filen, der skrives: .xlsx, .csv eller .json; - er CSV på standard-output."
    ),
    (
      "Write the corrections of proposals for Kvantum: exactly the cells of B, D and E (and C), in kroner.",
      "Skriv forslags korrektioner til Kvantum: præcis cellerne i B, D og E (og C), i kroner."
    ),
    (
      "Every proposal's rows add up to zero per year and control area, against accounts that the round or its account list names. Rows that lack a field are not postable (ikke konterbar); without --allow-incomplete no file is written while there are any. The ending of the file decides: a workbook (.xlsx) for people, or text (.csv, .txt) in the layout of a profile.",
      "Hvert forslags rækker giver nul pr. år og styringsområde mod konti, som runden eller dens kontoliste nævner. Rækker, der mangler et felt, er ikke konterbare; uden --allow-incomplete skrives ingen fil, så længe der er nogen. Filens endelse bestemmer: et regneark (.xlsx) til mennesker eller tekst (.csv, .txt) i en profils opstilling."
    ),
    (
      "The layout: kvantum-laesbar, kvantum-upload, kvantum-plan, kvantum-overfoersel, or a path to your own.",
      "Opstillingen: kvantum-laesbar, kvantum-upload, kvantum-plan, kvantum-overfoersel eller stien til jeres egen."
    ),
    (
      "The year's chart of accounts, XLSX or CSV with the columns Del, Kode, Navn, Dranst: the codes of the account list must be in it.",
      "Årets kontoplan, XLSX eller CSV med kolonnerne Del, Kode, Navn, Dranst: kontolistens koder skal stå i den."
    ),
    (
      "The decision that the postings rest on, written in each of them.",
      "Beslutningen, som posteringerne hviler på; den skrives i hver af dem."
    ),
    (
      "The decisions, XLSX or CSV with the columns Forslagsnummer, Beslutning, Dato, Sag. Only what is adopted is posted, and table C of what is not.",
      "Beslutningerne, XLSX eller CSV med kolonnerne Forslagsnummer, Beslutning, Dato, Sag. Kun det vedtagne posteres, og tabel C af det, der ikke er vedtaget."
    ),
    (
      "Today's budget, an extract as for reconcile. The load is simulated on it; what would overwrite a budget, post to one that is not there, or post twice is refused. A forecast is written beside the file.",
      "Dagens budget, et udtræk som til reconcile. Indlæsningen prøves på det; hvad der ville overskrive et budget, postere på et, der ikke er der, eller postere to gange, afvises. En prognose skrives ved siden af filen."
    ),
    (
      "What the columns of the budget's extract are called, as reconcile --columns-template makes it.",
      "Hvad kolonnerne i budgettets udtræk hedder, i en fil, som reconcile --columns-template laver."
    ),
    (
      "An earlier set of corrections, as .csv (the readable list, -raekker or -hele), .xlsx or .json; may be given several times. Only what has changed since is written, and the whole set beside it (-hele).",
      "Et tidligere sæt korrektioner, som .csv (den læsbare liste, -raekker eller -hele), .xlsx eller .json; kan gives flere gange. Kun det, der er ændret siden, skrives, og hele sættet ved siden af (-hele)."
    ),
    (
      "A file of an earlier receipt that was never loaded, so that its proposals may be posted.",
      "En fil fra en tidligere kvittering, som aldrig blev indlæst, så at dens forslag må posteres."
    ),
    (
      "The file to write: .xlsx, .csv, .txt or .json; - is the adopted list on standard output.",
      "Filen, der skrives: .xlsx, .csv, .txt eller .json; - er listen over det vedtagne på standard-output."
    ),
    (
      "Show what rounding does to each committee over many proposals: nobody shall gain or lose systematically.",
      "Vis, hvad afrunding gør for hvert udvalg over mange forslag: ingen skal vinde eller tabe hver gang."
    ),
    (
      "Counts the shares that are not whole in the blocks of every proposal, how they were rounded, and what remains for ever.",
      "Tæller de andele, der ikke er hele, i hvert forslags blokke, hvordan de blev afrundet, og hvad der bliver ved for altid."
    ),
    (
      "Compare the corrections of proposals with an extract of what was posted in Kvantum.",
      "Sammenlign forslags korrektioner med et udtræk af, hvad der er bogført i Kvantum."
    ),
    (
      "Found are postings that are missing, of a wrong amount, under wrong codes, in a wrong year, there twice, or in a proposal's name without being one of its corrections. Several rows that make up one posting, and one row for several, are matched as sums. The exit status is 1 while anything is left to be dealt with.\n\nWith --forecast the budgets of the extract are compared, key by key, with what the forecast said that they would be after the load.",
      "Fundet bliver posteringer, der mangler, har et forkert beløb, forkerte koder eller et forkert år, står to gange eller står i et forslags navn uden at være en af dets korrektioner. Flere rækker, der tilsammen er én postering, og én række for flere kendes på summen. Slutstatus er 1, så længe der er noget tilbage at tage sig af.\n\nMed --forecast sammenlignes udtrækkets budgetter, nøgle for nøgle, med det, som prognosen sagde, at de ville være efter indlæsningen."
    ),
    (
      "The proposals, as for corrections. With --forecast they may be left out.",
      "Forslagene, som til corrections. Med --forecast kan de udelades."
    ),
    (
      "The extract, XLSX, ODS or CSV; - is standard input.",
      "Udtrækket, XLSX, ODS eller CSV; - er standard-input."
    ),
    (
      "What the columns of the extract are called, where fordel does not know it: a file with the columns Felt and Overskrift.",
      "Hvad udtrækkets kolonner hedder, når fordel ikke kender dem: en fil med kolonnerne Felt og Overskrift."
    ),
    (
      "Write a file for --columns to fill in, to -o or standard output, and nothing else.",
      "Skriv en fil til --columns, der kan udfyldes, til -o eller standard-output, og intet andet."
    ),
    (
      "The decisions, XLSX or CSV: expected are the corrections of what is adopted, and table C of what is not.",
      "Beslutningerne, XLSX eller CSV: ventet er det vedtagnes korrektioner, og tabel C af det, der ikke er vedtaget."
    ),
    (
      "The forecast that corrections --budget wrote, the workbook or the JSON: every budget must be as it says.",
      "Prognosen, som corrections --budget skrev, regnearket eller JSON-filen: hvert budget skal være, som den siger."
    ),
    (
      "Expect the corrections for the case that the proposals are not adopted.",
      "Vent korrektionerne for det tilfælde, at forslagene ikke vedtages."
    ),
    (
      "The workbook with the rest to be dealt with; without it lines on standard output.",
      "Regnearket med det, der er tilbage at tage sig af; uden det linjer på standard-output."
    ),
    (
      "Show the state of a round: a row per proposal, every file accounted for.",
      "Vis, hvordan det står til med en runde: en række pr. forslag, hver fil gjort rede for."
    ),
    (
      "Number, title, committee, the file that is used and those passed over, errors and warnings, which of A–E are stated or computed, rows without an account, the decision, and whether the proposal is ready for corrections. The ending of the file decides the format: .xlsx, .html or .json.",
      "Nummer, titel, udvalg, filen, der bruges, og dem, der er sprunget over, fejl og advarsler, hvilke af A–E der er oplyst eller beregnet, rækker uden konto, beslutningen, og om forslaget er klar til korrektioner. Filens endelse bestemmer formatet: .xlsx, .html eller .json."
    ),
    (
      "Show where every number of the input went, and the money to A–E and the corrections.",
      "Vis, hvor hvert tal i det læste blev af, og pengenes vej til A–E og korrektionerne."
    ),
    (
      "Every number cell has exactly one role (amount, detail, total, stated, year, account …) or is named by a finding. The money of the lines is then followed to the tables B, C, D and E and to the corrections: what rounding and price levels change is shown, and what is missing is the remainder, which is 0 unless a finding says why. The ending of the file decides the format: .xlsx, .csv or .json.",
      "Hver talcelle har præcis én rolle (beløb, detalje, total, oplyst, år, konto …) eller nævnes af et fund. Linjernes penge følges derefter til tabellerne B, C, D og E og til korrektionerne: hvad afrunding og prisniveauer ændrer, vises, og det, der mangler, er resten, som er 0, medmindre et fund siger hvorfor. Filens endelse bestemmer formatet: .xlsx, .csv eller .json."
    ),
  ]
}
