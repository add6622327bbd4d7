extension Danish {
  /// Headings of help.
  static let headings: [(english: String, danish: String)] = [
    ("OVERVIEW", "OVERBLIK"),
    ("USAGE", "BRUG"),
    ("ARGUMENTS", "ARGUMENTER"),
    ("OPTIONS", "TILVALG"),
    ("SUBCOMMANDS", "KOMMANDOER"),
    ("values", "værdier"),
    ("default", "ellers"),
    ("See 'fordel help <subcommand>' for detailed help.", "Se »fordel help <kommando>« for mere."),
    (
      "The language of help and of errors of usage: da or en. Without it that of the locale.",
      "Sproget i hjælp og i fejl om forkert brug: da eller en. Uden det systemets."
    ),
  ]

  /// The manual page.
  static let manual: [(english: String, danish: String)] = [
    ("Print this tool's manual page.", "Skriv programmets manualside."),
    ("NAME", "NAVN"),
    ("SYNOPSIS", "BRUG AF KOMMANDOEN"),
    ("DESCRIPTION", "BESKRIVELSE"),
    ("COMMANDS", "KOMMANDOERNE"),
    ("ENVIRONMENT", "MILJØ"),
    ("FILES", "FILER"),
    ("EXAMPLES", "EKSEMPLER"),
    ("User Commands", "Brugerkommandoer"),
    (
      "budget spreadsheets for the City of Copenhagen's investment proposals",
      "budgetregneark til Københavns Kommunes investeringsforslag"
    ),
    (
      "The language of help and of errors of usage, Danish where the first of them that is set begins with da. Findings, workbooks and reports are Danish always.",
      "Sproget i hjælp og i fejl om forkert brug: dansk, hvor den første af dem, der er sat, begynder med da. Fund, regneark og rapporter er altid på dansk."
    ),
    ("Where it is set, nothing is coloured.", "Hvor den er sat, farves intet."),
    (
      "Receipts beside what is written: which files became which numbers.",
      "Kvitteringer ved siden af det, der skrives: hvilke filer blev til hvilke tal."
    ),
    (
      "What is wrong in a document, and a copy of it with comments:",
      "Hvad der er galt i et dokument, og en kopi af det med kommentarer:"
    ),
    ("The tables of a proposal:", "Et forslags tabeller:"),
    ("The same in the browser:", "Det samme i browseren:"),
  ]

  /// What is said of wrong usage, first what is more special; the parser's own messages are those of its
  /// `UsageGenerator`.
  static let errors: [(english: String, danish: String)] = [
    ("»%« is no command. Did you mean: fordel %", "»%« er ingen kommando. Mente du: fordel %"),
    (
      "»%« is no command. See what there is: fordel --help",
      "»%« er ingen kommando. Se, hvad der er: fordel --help"
    ),
    ("--jobs is at least 1.", "--jobs er mindst 1."),
    ("% proposals need a folder: add -o DIR.", "% forslag kræver en mappe: tilføj -o MAPPE."),
    (
      "Which round? Add --round NAME (%) or --proposal FILE.",
      "Hvilken runde? Tilføj --round NAVN (%) eller --proposal FIL."
    ),
    (
      "Name the proposals, or a forecast with --forecast.",
      "Nævn forslagene, eller en prognose med --forecast."
    ),
    (
      "With -o, reconcile either the proposals or the forecast.",
      "Med -o afstemmes enten forslagene eller prognosen."
    ),
    ("%\n   or: % in '%'", "%\n   eller: % i '%'"),
    ("Unknown option '%'. Did you mean '%'?", "Ukendt tilvalg '%'. Mente du '%'?"),
    ("Unknown option '%'", "Ukendt tilvalg '%'"),
    ("Missing value for '%'", "Der mangler en værdi efter '%'"),
    (
      "The option '%' does not take any value, but '%' was specified.",
      "Tilvalget '%' tager ingen værdi, men der står '%'."
    ),
    ("Unexpected argument '%'", "'%' hører ingen steder til"),
    ("% unexpected arguments: '%'", "% ord hører ingen steder til: '%'"),
    (
      "Value to be set with % had already been set with %", "Det, som % sætter, er allerede sat med %"
    ),
    ("flag '%'", "tilvalget '%'"),
    ("Missing expected argument '%'", "Der mangler '%'"),
    ("Missing one of: '%'", "Der mangler et af: '%'"),
    (
      "The value '%' is invalid for '%'. Please provide one of %.",
      "Værdien '%' duer ikke til '%'. Vælg %."
    ),
    ("The value '%' is invalid for '%': %", "Værdien '%' duer ikke til '%': %"),
    ("The value '%' is invalid for '%'", "Værdien '%' duer ikke til '%'"),
    ("Missing required subcommand.", "Der mangler en kommando."),
    ("Invalid option: %", "Tilvalget kan ikke læses: %"),
    (
      "Can't generate completion scripts for '%'.\nPlease use --generate-completion-script=<shell> with one of:\n%",
      "Der er ingen fuldførelse til '%'.\nBrug --generate-completion-script=<shell> med en af:\n%"
    ),
    (
      "Can't autodetect a supported shell.\nPlease use --generate-completion-script=<shell> with one of:\n%",
      "Skallen kan ikke kendes.\nBrug --generate-completion-script=<shell> med en af:\n%"
    ),
    ("Help:  %  %", "Hjælp: %  %"),
    ("Usage: %", "Brug: %"),
    ("  See '%' for more information.", "  Se '%' for mere."),
  ]

  /// Names of values in lines of usage.
  static let valueNames: [(english: String, danish: String)] = [
    ("file|dir", "fil|mappe"), ("file", "fil"), ("dir", "mappe"), ("name", "navn"), ("n", "antal"),
    ("old", "gammel"), ("new", "ny"), ("proposal", "forslag"), ("returned", "returneret"),
    ("policy", "afrunding"), ("kroner", "kroner"), ("kvantum.xlsx|csv", "kvantum.xlsx|csv"),
    ("layout", "opstilling"), ("port", "port"), ("price-level", "prisniveau"), ("row", "række"),
    ("rule", "nøgle"), ("table", "tabel"), ("tables", "tabeller"), ("text", "tekst"), ("year", "år"),
    ("year=amount,…", "år=beløb,…"), ("format", "format"), ("csv-dialect", "csv-dialekt"),
    ("subcommands", "kommandoer"), ("subcommand", "kommando"), ("file.json", "fil.json"),
    ("file.xlsx", "fil.xlsx"), ("language", "sprog"), ("options", "tilvalg"),
  ]
}
