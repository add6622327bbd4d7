/// Words as departments write them, for generated proposals. None of them says that a row is a total, a memo
/// or a loan.
enum GeneratedWords {
  static let titles = [
    "Digitalisering af borgerbetjening", "Fælles kørselskontor", "Energirenovering af institutioner",
    "Styrket sygefraværsindsats",
    "Effektivt indkøb og færre leverandører", "Nye arbejdsgange i visitationen", "Samling af it-support",
    "Automatisk journalisering",
    "Bedre brug af velfærdsteknologi", "Færre vikarer på ældreområdet", "LED-belysning på idrætsanlæg",
    "Robotter i regnskabet",
  ]
  static let savings = [
    "Færre årsværk i sagsbehandlingen", "Lavere energiforbrug", "Færre udgifter til vikarer",
    "Besparelse på porto og print",
    "Mindre brug af konsulenter", "Færre sygedage", "Lavere priser på indkøb", "Merindtægter fra udlån",
    "Mindre kørsel",
    "Færre licenser", "Kortere sagsgange", "Reduceret vedligehold",
  ]
  static let costs = [
    "Drift af nyt it-system", "Licenser", "Vedligehold af udstyr", "Løn til superbrugere",
    "Abonnement på data", "Tabte indtægter",
  ]
  static let investments = [
    "Projektledelse", "Uddannelse af medarbejdere", "Indkøb af udstyr", "Ombygning",
    "Udvikling af it-løsning", "Ekstern rådgivning",
    "Kommunikation til borgere", "Opsætning og test", "Tværgående implementering", "Datamigrering",
  ]
  static let deliveries = [
    "Leverance 1: Selvbetjening", "Leverance 2: Kontaktcenter", "Leverance 3: Data på tværs",
  ]
  static let funding = ["Investeringspuljen", "Investerings- og innovationspuljen", "Egen finansiering"]
  static let risks = ["lav", "lille", "middel", "mellem", "høj", "lav til middel"]
  static let appropriations = [
    "3641", "3220 – Borgere med handicap", "Ordinær drift", "Sundhed", "Ældre", "3330 Undervisning", "1210",
    "Administration",
  ]
  static let keys = ["Årsværk 2023", "Budgetandel", "Kvadratmeter", "Antal brugere"]
  static let basis = ["Antal", "Sats (kr.)", "Årsværk"]
  static let goals = [
    "Sygefraværet falder", "Halvdelen af henvendelserne er digitale", "Energiforbruget falder 12 %",
  ]
  static let wildTexts = [
    "Løn; \"AC\" & HK <10 %>", "Kørsel (taxa/bus)\nog færge", "50% flere, 25 % færre",
    "Ærø, Ålborg og Øst – «citat»",
    "=SUM-lignende tekst", "Café 😀", "  i alt ikke  ", "2023-plan",
  ]
}
