extension Danish {
  /// Help of what commands share: English, Danish.
  static let helpCommon: [(english: String, danish: String)] = [
    (
      "Budget spreadsheets for the City of Copenhagen's investment proposals.",
      "Budgetregneark til Københavns Kommunes investeringsforslag."
    ),
    (
      "Converts proposals between entry workbooks, allocation tables (A–E, by committee and bevilling) and canonical JSON, checks them, and distributes money exactly. Data goes to standard output, words to standard error.\n\nExit status: 0 done, 1 findings of severity error, 64 wrong usage, 65 not a readable workbook, CSV or JSON, 66 input not there, 73 output cannot be written, 74 reading or writing failed.",
      "Omsætter forslag mellem skemaer, fordelingstabeller (A–E, pr. udvalg og bevilling) og kanonisk JSON, kontrollerer dem og fordeler penge eksakt. Data skrives til standard-output, ord til standard-fejl.\n\nSlutstatus: 0 udført, 1 fund af alvor fejl, 64 forkert brug, 65 ikke et læsbart regneark, CSV eller JSON, 66 filen findes ikke, 73 resultatet kan ikke skrives, 74 læsning eller skrivning mislykkedes."
    ),
    (
      "Show the version.",
      "Vis versionen."
    ),
    (
      "Show help information.",
      "Vis denne hjælp."
    ),
    (
      "Show subcommand help information.",
      "Vis hjælp til en kommando."
    ),
    (
      "The round: its name in templates/, an alias, or a path to a round file. Without it the proposal's own.",
      "Runden: dens navn i templates/, et andet navn for den eller stien til en rundefil. Uden den forslagets egen."
    ),
    (
      "Print no words on standard error, only data on standard output.",
      "Skriv ingen ord til standard-fejl, kun data til standard-output."
    ),
    (
      "Entry workbooks, table workbooks (.xlsx or .ods), CSV of either, documents (.docx, .odt, .html, .md, .txt, .pdf), canonical JSON, or folders of them; - is standard input.",
      "Skemaer, tabelregneark (.xlsx eller .ods), CSV af begge, dokumenter (.docx, .odt, .html, .md, .txt, .pdf), kanonisk JSON eller mapper med dem; - er standard-input."
    ),
    (
      "Write what could be read, even if parts of a proposal could not; of several versions of a proposal, the latest.",
      "Skriv det, der kunne læses, selv om dele af et forslag ikke kunne; af flere versioner af et forslag den nyeste."
    ),
    (
      "How many files are read at the same time, at least 1. Without it as many as there are cores and memory for.",
      "Hvor mange filer der læses på samme tid, mindst 1. Uden det så mange, som der er kerner og hukommelse til."
    ),
    (
      "Write no receipt (fordel-kvitteringer.jsonl) beside the output.",
      "Skriv ingen kvittering (fordel-kvitteringer.jsonl) ved siden af resultatet."
    ),
    (
      "How shares become whole units: standard, largest-remainder, controlled, as-published or residual-to=KFU.",
      "Hvordan andele bliver hele enheder: standard, largest-remainder, controlled, as-published eller residual-to=KFU."
    ),
    (
      "The unit of rounding in kroner: 1000 or 1. Without it the round's own.",
      "Afrundingens enhed i kroner: 1000 eller 1. Uden den rundens egen."
    ),
    (
      "The file; - is standard input.",
      "Filen; - er standard-input."
    ),
    (
      "The format of the report: text, json, or html (one page that needs nothing else, for screen and paper).",
      "Rapportens format: text, json eller html (én side, der ikke kræver andet, til skærm og papir)."
    ),
    (
      "The file for the report; without it standard output.",
      "Filen til rapporten; uden den standard-output."
    ),
    (
      "The format: text, csv or json.",
      "Formatet: text, csv eller json."
    ),
    (
      "The format: text or json.",
      "Formatet: text eller json."
    ),
    (
      "The format on standard output: text, json or html.",
      "Formatet på standard-output: text, json eller html."
    ),
    (
      "The format on standard output: text or json.",
      "Formatet på standard-output: text eller json."
    ),
    (
      "The decisions, XLSX or CSV with the columns Forslagsnummer, Beslutning, Dato, Sag.",
      "Beslutningerne, XLSX eller CSV med kolonnerne Forslagsnummer, Beslutning, Dato, Sag."
    ),
    (
      "The file to write: .xlsx, .html or .json.",
      "Filen, der skrives: .xlsx, .html eller .json."
    ),
    (
      "Treat warnings like errors in the exit status.",
      "Lad advarsler tælle som fejl i slutstatus."
    ),
    (
      "The file to write: .xlsx, .csv or .json.",
      "Filen, der skrives: .xlsx, .csv eller .json."
    ),
    (
      "The round's account list, XLSX or CSV. Without it the one that the round's file names.",
      "Rundens kontoliste, XLSX eller CSV. Uden den den, som rundens fil nævner."
    ),
  ]
}
