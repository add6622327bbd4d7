import Findings
import Spreadsheet

/// What somebody should look at: warnings.
extension FindingCase {
  static let warnings: [FindingCase] = [
    FindingCase(
      .totalRounding,
      """
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Rengøring | 3641, 588 | 0 | -462 | -462 |
      | Vagt | 3641, 588 | 0 | -100 | -100 |
      | Varige ændringer totalt, service | | 0 | 1️⃣-563 | -562 |
      """,
      finds: [
        "1️⃣ advarsel: [total-rounding] »Varige ændringer totalt, service« i Tabel 2 afviger med 1 fra summen af linjerne: der står -563 (2023), summen af linjerne er -562 (2023). Formentlig afrunding; lad totalen være summen af de viste tal."
      ]),
    FindingCase(
      .tablesRounding,
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Rengøring | Service | 0 | -270 | -270 |
      | Samlet varig ændring | | 0 | -270 | -270 |
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Rengøring | 3641, 588 | 0 | -271 | -270 |
      | Varige ændringer totalt, service | | 0 | 1️⃣-271 | -270 |
      """,
      finds: [
        "1️⃣ advarsel: [tables-rounding] Tabel 2 passer ikke med Tabel 1 for varige ændringer, service: Tabel 2 har -271 (2023), Tabel 1 har -270 (2023). Formentlig afrunding; lad tabellerne vise samme beløb."
      ]),
    FindingCase(
      .paybackMissing,
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Rengøring | Service | 0 | -60 | -210 |
      | Samlet varig ændring | | 0 | -60 | -210 |
      | Implementeringsomkostninger |
      | Projekt | Service | 650 | 100 | |
      | Samlede implementeringsomkostninger | | 650 | 100 | |
      | Samlet økonomisk påvirkning | | 650 | 40 | -210 |
      | 1️⃣Tilbagebetalingstid baseret på serviceeffektivisering | | |
      | Tilbagebetalingstid baseret på totaløkonomi | | 6 |
      """,
      finds: [
        "1️⃣ advarsel: [payback-missing] Tilbagebetalingstiden for service er ikke udfyldt. Skriv 6 år for service."
      ]),
    FindingCase(
      .priceLevelMissing,
      """
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1️⃣1.000 kr. | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Rengøring | 3641, 588 | 0 | -270 | -270 |
      | Varige ændringer totalt, service | | 0 | -270 | -270 |
      """,
      finds: [
        "1️⃣ advarsel: [price-level-missing] Tabel 2 siger ikke, hvilket p/l beløbene er i. Skriv for eksempel »1.000 kr. 2023 p/l« over rækkerne."
      ]),
    FindingCase(
      .accountMissing,
      """
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Rengøring | 1️⃣ | 0 | -270 | -270 |
      | Varige ændringer totalt, service | | 0 | -270 | -270 |
      """,
      finds: [
        "1️⃣ advarsel: [account-missing] Linjen »Rengøring« har hverken bevilling eller profitcenter. Udfyld bevilling og profitcenter, før der dannes korrektioner."
      ]),
    FindingCase(
      .accountAmbiguous,
      """
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Rengøring | 1️⃣Ordinær drift, 5551 og 6589 | 0 | -270 | -270 |
      | Vagt | 2️⃣"2060" | 0 | -30 | -30 |
      | Varige ændringer totalt, service | | 0 | -300 | -300 |
      """,
      finds: [
        "1️⃣ advarsel: [account-ambiguous] »Ordinær drift, 5551 og 6589« nævner flere profitcentre uden at dele beløbet mellem dem. Del linjen i én linje pr. profitcenter.",
        "2️⃣ advarsel: [account-ambiguous] »2060« kan være både en bevilling og et profitcenter. Skriv både bevilling og profitcenter.",
      ]),
    FindingCase(
      .signSuspicious,
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Rengøring | Service | -20 | 1️⃣20 | -20 |
      | Samlet varig ændring | | -20 | 20 | -20 |
      | Implementeringsomkostninger |
      | Projekt | Service | 650 | 2️⃣-100 | |
      | Samlede implementeringsomkostninger | | 650 | -100 | |
      """,
      finds: [
        "1️⃣ advarsel: [sign-suspicious] Fortegnet i »Rengøring« er usædvanligt: linjen skifter fortegn. Kontrollér fortegnet: besparelser og merindtægter er negative, udgifter positive.",
        "2️⃣ advarsel: [sign-suspicious] Fortegnet i »Projekt« er usædvanligt: en implementeringsomkostning er negativ. Kontrollér fortegnet: besparelser og merindtægter er negative, udgifter positive.",
      ]),
    FindingCase(
      .committeeNotAffected,
      """
      # Forslag
      | Forslagsnummer | BC99 |
      | Runde | OFS 2021-2022 |
      | Fremstillende forvaltning | Socialforvaltningen |
      | Berørte forvaltninger | 2️⃣SOF, SUF |
      | P/l | 2023 |
      # Tabel A
      | Tabel A. Måltalseffekt, hvis forslaget vedtages |
      | 1.000 kr. 2023 p/l | Enhed | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Socialudvalget | | 3641, 588 | 0 | -39 | -133 |
      | 1️⃣Kultur- og Fritidsudvalget | | 3641, 588 | 0 | -39 | -133 |
      | Total | | | 0 | -78 | -266 |
      """,
      finds: [
        "1️⃣ advarsel: [committee-not-affected] Kultur- og Fritidsudvalget får penge, men er ikke krydset af som berørt. Kryds forvaltningen af i Berørte forvaltninger, eller ret fordelingen."
      ]),
    FindingCase(
      .affectedWithoutMoney,
      """
      # Forslag
      | Forslagsnummer | BC99 |
      | Runde | OFS 2021-2022 |
      | Fremstillende forvaltning | Socialforvaltningen |
      | Berørte forvaltninger | 2️⃣SOF, SUF |
      | P/l | 2023 |
      # Tabel A
      | Tabel A. Måltalseffekt, hvis forslaget vedtages |
      | 1.000 kr. 2023 p/l | Enhed | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Socialudvalget | | 3641, 588 | 0 | -39 | -133 |
      | 1️⃣Kultur- og Fritidsudvalget | | 3641, 588 | 0 | -39 | -133 |
      | Total | | | 0 | -78 | -266 |
      """,
      finds: [
        "2️⃣ advarsel: [affected-without-money] Sundheds- og Omsorgsudvalget er krydset af som berørt, men får ingen penge. Fjern krydset, eller tilføj udvalgets andel."
      ]),
    FindingCase(
      .yearsDiffer,
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Rengøring | Service | 0 | -270 | -270 |
      | Samlet varig ændring | | 0 | -270 | -270 |
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 1️⃣2032 | 2024 |
      | Rengøring | 3641, 588 | 0 | -270 | -270 |
      | Varige ændringer totalt, service | | 0 | -270 | -270 |
      """,
      finds: [
        "1️⃣ advarsel: [years-differ] Årene over Tabel 2 er ikke forslagets: der står 2022, 2032, 2024. Lad tabellen have årene 2022, 2023, 2024."
      ]),
    FindingCase(
      .administrationGross,
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Løn | Service | 0 | -200 | -250 |
      | Drift | Service | 0 | 40 | 40 |
      | Samlet varig ændring | | 0 | -160 | -210 |
      # Tabel 5
      | Tabel 5. Varige ændringer, administration |
      | 1.000 kr. 2023 p/l | 2022 | 2023 | 2024 |
      | Effekt på øvrige administrative udgifter | 0 | -200 | -250 |
      | Varige ændringer totalt, administration | 0 | 1️⃣-200 | 1️⃣-250 |
      """,
      finds: [
        "1️⃣ advarsel: [administration-gross] Tabel 5 viser en større besparelse på administration end den varige ændring i service: -200 (2023), -250 (2024) mod -160 (2023), -210 (2024). Træk de varige driftsudgifter fra, så tabellen viser nettoeffekten."
      ]),
    FindingCase(
      .changeStopsEarly,
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Løn | Service | 0 | -200 | 1️⃣0 |
      | Drift | Service | 0 | -40 | -40 |
      | Samlet varig ændring | | 0 | -240 | -40 |
      """,
      finds: [
        "1️⃣ advarsel: [change-stops-early] Den varige ændring »Løn« stopper efter 2023. Skriv beløbet i de sidste år, eller flyt linjen til Implementering, hvis den ikke er varig."
      ]),
    FindingCase(
      .hearingMissing,
      """
      # Høring
      | Part | Svar | Dato | Bemærkning |
      | Center for Økonomi, Økonomiforvaltningen | Ja | 14. januar 2022 |
      | Velfærdsanalytisk vurdering | 1️⃣Nej | |
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Sygedagpenge | Overførsel mv. | 0 | -200 | -200 |
      | Samlet varig ændring | | 0 | -200 | -200 |
      """,
      finds: [
        "1️⃣ advarsel: [hearing-missing] »Velfærdsanalytisk vurdering« skal være holdt: forslaget ændrer overførsler. Indhent vurderingen, og skriv Ja med dato."
      ]),
    FindingCase(
      .hearingDate,
      """
      # Høring
      | Part | Svar | Dato | Bemærkning |
      | Center for Økonomi, Økonomiforvaltningen | Nej | 1️⃣D. 12. januar 2022 |
      | MED-udvalg | Ja | 2️⃣HovedMED 11. februar |
      | IT-kredsen | Ja | 3️⃣ |
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Løn | Service | 0 | -200 | -200 |
      | Samlet varig ændring | | 0 | -200 | -200 |
      """,
      finds: [
        "1️⃣ advarsel: [hearing-date] »Center for Økonomi, Økonomiforvaltningen« er besvaret med Nej, men har datoen »D. 12. januar 2022«. Ret svaret eller datoen.",
        "2️⃣ advarsel: [hearing-date] Datoen »HovedMED 11. februar« for »MED-udvalg« har intet årstal. Ret svaret eller datoen.",
        "3️⃣ advarsel: [hearing-date] »IT-kredsen« er besvaret med Ja, men har ingen dato. Ret svaret eller datoen.",
      ]),
  ]
}
