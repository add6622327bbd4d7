extension Danish {
  /// Help of commands on single proposals: English, Danish.
  static let helpProposals: [(english: String, danish: String)] = [
    (
      "Open the local page: everything fordel does, in the browser, on this machine only.",
      "Åbn den lokale side: alt, hvad fordel kan, i browseren, kun på denne maskine."
    ),
    (
      "The page answers on 127.0.0.1 only, to the browser that is opened with a one-time address. Uploaded files are kept in a temporary folder that goes away when the page is closed (Ctrl-C); nothing leaves the machine.",
      "Siden svarer kun på 127.0.0.1, og kun den browser, der åbnes med en engangsadresse. Filer, der lægges op, ligger i en midlertidig mappe, som slettes, når siden lukkes (Ctrl-C); intet forlader maskinen."
    ),
    (
      "A folder of proposals to show.",
      "En mappe med forslag, der skal vises."
    ),
    (
      "The port; without it any free one.",
      "Porten; uden den en hvilken som helst ledig."
    ),
    (
      "Do not open the browser; print the address only.",
      "Åbn ikke browseren; skriv kun adressen."
    ),
    (
      "Write the entry workbook of a round, blank or filled from a proposal.",
      "Skriv en rundes skema, tomt eller udfyldt fra et forslag."
    ),
    (
      "A proposal to fill the workbook from: any file that import reads.",
      "Et forslag, som skemaet udfyldes fra: enhver fil, som import læser."
    ),
    (
      "The workbook to write; - is standard output.",
      "Regnearket, der skrives; - er standard-output."
    ),
    (
      "Read proposals and write them as canonical JSON, one file per proposal.",
      "Læs forslag, og skriv dem som kanonisk JSON, en fil pr. forslag."
    ),
    (
      "The folder for the JSON files; without it one proposal goes to standard output.",
      "Mappen til JSON-filerne; uden den skrives ét forslag til standard-output."
    ),
    (
      "Report everything that is wrong in proposals, with file, sheet and cell.",
      "Vis alt, der er galt i forslag, med fil, ark og celle."
    ),
    (
      "With --annotate, each workbook is also copied into a folder with every wrong cell coloured and commented, and a first sheet \"Fejl og mangler\" that lists what is wrong and what to do. A Word document gets comments at the wrong cells and a first page of that name. Nothing else in the file is changed; checking the mended file again takes the marks away.\n\nWith --since, the report tells what is solved, left and new since an earlier version. Proposals are matched by number and findings by what they say and where in the words of the form it is, so that inserted rows change nothing. The exit status is that of the new version.\n\nA warning can be accepted, on a sheet \"Accepteret\" of the workbook or in a file given with --accepted: columns Kode, Sted (the line's text, the table or the cell), Begrundelse, Hvem and Dato, in a file also Forslagsnummer. It stays in the report, and --strict no longer counts it. Errors cannot be accepted.",
      "Med --annotate kopieres hvert regneark også til en mappe, hvor hver forkert celle er farvet og har en kommentar, og hvor et første ark »Fejl og mangler« viser, hvad der er galt, og hvad man kan gøre. Et Word-dokument får kommentarer ved de forkerte celler og en første side af samme navn. Intet andet i filen ændres; når den rettede fil kontrolleres igen, forsvinder mærkerne.\n\nMed --since fortæller rapporten, hvad der er løst, hvad der er tilbage, og hvad der er nyt siden en tidligere version. Forslag kendes på nummer og fund på, hvad de siger, og hvor i skemaets ord det er, så indsatte rækker intet betyder. Slutstatus er den nye versions.\n\nEn advarsel kan accepteres, på et ark »Accepteret« i regnearket eller i en fil, der gives med --accepted: kolonnerne Kode, Sted (linjens tekst, tabellen eller cellen), Begrundelse, Hvem og Dato, i en fil også Forslagsnummer. Den bliver stående i rapporten, men --strict tæller den ikke med. Fejl kan ikke accepteres."
    ),
    (
      "The folder for annotated copies, which keep the names of their files.",
      "Mappen til kopier med mærker, som beholder deres filers navne."
    ),
    (
      "An earlier version, a file or a folder: the report tells what is solved, left and new since then.",
      "En tidligere version, en fil eller en mappe: rapporten fortæller, hvad der er løst, tilbage og nyt siden da."
    ),
    (
      "Accepted warnings, XLSX or CSV with the columns Forslagsnummer, Kode, Sted, Begrundelse, Hvem, Dato.",
      "Accepterede advarsler, XLSX eller CSV med kolonnerne Forslagsnummer, Kode, Sted, Begrundelse, Hvem, Dato."
    ),
    (
      "Treat warnings like errors in the exit status, except accepted ones.",
      "Lad advarsler tælle som fejl i slutstatus, undtagen de accepterede."
    ),
    (
      "Write the tables of proposals: Tabel 1, the detail tables, Fordeling and A–E.",
      "Skriv forslags tabeller: Tabel 1, detailtabellerne, Fordeling og A–E."
    ),
    (
      "Shares are computed from lines and rules; where departments have stated a table, it is written as stated.",
      "Andele beregnes af linjer og fordelingsnøgler; har forvaltningerne selv oplyst en tabel, skrives den som oplyst."
    ),
    (
      "Which tables: A-E, all, or a list such as 1,2,A,Fordeling.",
      "Hvilke tabeller: A-E, all eller en liste som 1,2,A,Fordeling."
    ),
    (
      "The format: xlsx, csv, json, or text for a terminal.",
      "Formatet: xlsx, csv, json eller text til en terminal."
    ),
    (
      "How CSV is laid out: wide (a file per table) or long (one row per amount).",
      "Hvordan CSV opstilles: wide (en fil pr. tabel) eller long (en række pr. beløb)."
    ),
    (
      "The price level of the allocation tables: written or implemented.",
      "Fordelingstabellernes prisniveau: written (som skrevet) eller implemented (som udmøntet)."
    ),
    (
      "How CSV is written: excel-da (semicolons, decimal comma, BOM) or rfc4180.",
      "Hvordan CSV skrives: excel-da (semikolon, decimalkomma, BOM) eller rfc4180."
    ),
    (
      "The folder for the files; - writes a single file to standard output.",
      "Mappen til filerne; - skriver en enkelt fil til standard-output."
    ),
    (
      "Share amounts among the committees by a rule, exactly.",
      "Fordel beløb mellem udvalgene efter en fordelingsnøgle, eksakt."
    ),
    (
      "Example: fordel distribute --amounts 2019=-270,2020=-933 --rule equal\n\nAmounts are in units of --unit kroner. Ties start at the round's first committee; standard means largest-remainder here.",
      "Eksempel: fordel distribute --amounts 2019=-270,2020=-933 --rule equal\n\nBeløb er i enheder af --unit kroner. Lige rester begynder ved rundens første udvalg; standard betyder her largest-remainder."
    ),
    (
      "The amounts: year=amount, separated by commas.",
      "Beløbene: år=beløb, adskilt af komma."
    ),
    (
      "The rule: equal, or what a Fordeling cell may hold, such as \"ØU 60 %; KFU 40 %\".",
      "Fordelingsnøglen: equal, eller hvad en celle i Fordeling kan indeholde, fx \"ØU 60 %; KFU 40 %\"."
    ),
    (
      "A file with distribution keys: an entry workbook with the sheet Fordelingsnøgler, or a proposal.",
      "En fil med fordelingsnøgler: et skema med arket Fordelingsnøgler eller et forslag."
    ),
    (
      "Several policies side by side: what each guarantees, and where they differ.",
      "Flere afrundinger side om side: hvad hver af dem lover, og hvor de er forskellige."
    ),
    (
      "Show the cells of any XLSX or CSV file, as the engine reads them.",
      "Vis cellerne i en XLSX- eller CSV-fil, som programmet læser dem."
    ),
    (
      "Only the sheet of this name.",
      "Kun arket med dette navn."
    ),
    (
      "The format: jsonl (one object per non-empty cell), csv (the sheet's rows) or count.",
      "Formatet: jsonl (et objekt pr. udfyldt celle), csv (arkets rækker) eller count."
    ),
    (
      "Tell how one number of a table came about, from its cell to the rounding.",
      "Fortæl, hvordan ét tal i en tabel er blevet til, fra sin celle til afrundingen."
    ),
    (
      "Example: fordel explain BC08.xlsx --table A --row Socialudvalget --year 2023\n\nLines and amounts with their cells, rule, weight, exact fraction, policy, direction and why. With --rounding, --unit and --price-level it\nexplains the table that export makes with the same options.",
      "Eksempel: fordel explain BC08.xlsx --table A --row Socialudvalget --year 2023\n\nLinjer og beløb med deres celler, fordelingsnøgle, vægt, eksakt brøk, afrunding, retning og hvorfor. Med --rounding, --unit og --price-level forklares den tabel, som export laver med de samme tilvalg."
    ),
    (
      "The proposal: an entry or table workbook, CSV or canonical JSON; - is standard input.",
      "Forslaget: et skema eller tabelregneark, CSV eller kanonisk JSON; - er standard-input."
    ),
    (
      "The table: 1, 2, Fordeling, A, B …",
      "Tabellen: 1, 2, Fordeling, A, B …"
    ),
    (
      "The row: a committee or unit, a line's text or id, or Total; all rows that fit are explained.",
      "Rækken: et udvalg eller en enhed, en linjes tekst eller id, eller Total; alle rækker, der passer, forklares."
    ),
    (
      "The year of the column.",
      "Kolonnens år."
    ),
    (
      "Explain what could be read, even if parts of the proposal could not.",
      "Forklar det, der kunne læses, selv om dele af forslaget ikke kunne."
    ),
    (
      "Put A–E workbooks that departments have returned back into one proposal.",
      "Sæt A–E-regneark, som forvaltningerne har sendt retur, ind i ét forslag igen."
    ),
    (
      "Each file gives the rows of the administration that returned it: filled in, split by account, moved. A split must keep the sum of every area and year. Rows of others that a file has changed, and two different versions of one committee's rows, are conflicts: both cells are named, and the original stands. Whose file it is tells a field \"Returneret af\" on its sheet Forslag, else the file's name or its folder's (BC08-SOF.xlsx), else the rows that were changed.",
      "Hver fil giver de rækker, der hører til den forvaltning, som sendte den: udfyldt, delt på konti, flyttet. En deling skal beholde summen for hvert område og år. Andres rækker, som en fil har ændret, og to forskellige versioner af ét udvalgs rækker er konflikter: begge celler nævnes, og det oprindelige bliver stående. Hvis fil det er, siger et felt »Returneret af« på dens ark Forslag, ellers filens eller mappens navn (BC08-SOF.xlsx), ellers de rækker, der er ændret."
    ),
    (
      "The proposal that went out, in any format that import reads.",
      "Forslaget, der blev sendt ud, i enhver form, som import læser."
    ),
    (
      "The returned files, or folders of them.",
      "Filerne, der er kommet retur, eller mapper med dem."
    ),
    (
      "Take rows whose sums differ from the original all the same; they are reported either way.",
      "Tag også rækker, hvis summer ikke er de oprindelige; de nævnes under alle omstændigheder."
    ),
    (
      "Write the proposal even if a returned file could not be read.",
      "Skriv forslaget, selv om en returneret fil ikke kunne læses."
    ),
    (
      "The JSON file to write; - is standard output.",
      "JSON-filen, der skrives; - er standard-output."
    ),
    (
      "Show what is different between two versions of a proposal, or two folders of proposals.",
      "Vis, hvad der er forskelligt mellem to versioner af et forslag eller to mapper med forslag."
    ),
    (
      "Lines are recognised by id and content, so that moved and relabelled ones are not taken for new. Shown are fields, lines, amounts per year, totals, and payback before and after. Differences are no error: the exit status is 0, unless something could not be read.",
      "Linjer kendes på id og indhold, så flyttede og omdøbte ikke regnes for nye. Vist er felter, linjer, beløb pr. år, summer og tilbagebetalingstid før og efter. Forskelle er ingen fejl: slutstatus er 0, medmindre noget ikke kunne læses."
    ),
    (
      "The old version: any file that import reads, or a folder.",
      "Den gamle version: enhver fil, som import læser, eller en mappe."
    ),
    (
      "The new version: a file or a folder.",
      "Den nye version: en fil eller en mappe."
    ),
    (
      "The format of the report: text, json or html (one page, side by side).",
      "Rapportens format: text, json eller html (én side, side om side)."
    ),
  ]
}
