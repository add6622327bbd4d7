import Findings
import Spreadsheet

/// What is read with certainty from unusual input: notes.
extension FindingCase {
  static let notes: [FindingCase] = [
    FindingCase(
      .numberAsText,
      """
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Rengøring | 3641, 588 | 0 | 1️⃣"-270" | 1️⃣"-1.270" |
      | Varige ændringer totalt, service | | 0 | -270 | -1.270 |
      """,
      finds: [
        "1️⃣ bemærkning: [number-as-text] Tallene er gemt som tekst og indgår ikke i regnearkets summer. Omdan cellerne til tal, hvis regnearket selv skal regne."
      ]),
    FindingCase(
      .areaFromTotal,
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Løn | 1️⃣ | 0 | -200 | -200 |
      | Samlet varig ændring | Service | 0 | -200 | -200 |
      """,
      finds: [
        "1️⃣ bemærkning: [area-from-total] Linjen »Løn« har intet styringsområde; Service er taget fra totalen."
      ]),
    FindingCase(
      .committeeFromPresenting,
      """
      # Forslag
      | Forslagsnummer | BC99 |
      | Runde | OFS 2021-2022 |
      | Fremstillende forvaltning | 1️⃣Socialforvaltningen |
      | Berørte forvaltninger | SOF, SUF |
      | P/l | 2023 |
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Rengøring | 3641, 588 | 0 | -270 | -270 |
      | Varige ændringer totalt, service | | 0 | -270 | -270 |
      """,
      finds: [
        "1️⃣ bemærkning: [committee-from-presenting] Linjer uden udvalg og fordeling er henført til Socialudvalget (fremstillende forvaltning)."
      ]),
    FindingCase(
      .totalWithoutLabel,
      """
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Rengøring | 3641, 588 | 0 | -270 | -270 |
      | Vagt | 3641, 588 | 0 | -30 | -30 |
      | 1️⃣Service | | 0 | -300 | -300 |
      """,
      finds: [
        "1️⃣ bemærkning: [total-without-label] Den sidste række i Tabel 2 er læst som totalen, da den er summen af rækkerne over den. Skriv for eksempel »Total« i rækken."
      ]),
    FindingCase(
      .unusualInput,
      """
      # Tabel 2
      | 1️⃣Tabel 2. Varige ændriger, service |
      | 1.000 kr. 2023 p/l | 2️⃣Bevillng, profitcenter | 2022 | 2023 | 2024 |
      | Rengøring | 3641, 588 | 0 | 3️⃣"(270)" | 3️⃣"270-" |
      | Varige ændringer totalt, service | | 0 | -270 | -270 |
      """,
      finds: [
        "3️⃣ bemærkning: [unusual-input] Beløb er skrevet med parentes for minus og minus bag tallet og er læst med sikkerhed.",
        "1️⃣ bemærkning: [unusual-input] »Tabel 2. Varige ændriger, service« er læst som »Tabel 2. Varige ændringer, service«.",
        "2️⃣ bemærkning: [unusual-input] »Bevillng, profitcenter« er læst som »Bevilling, profitcenter«.",
        "1️⃣ bemærkning: [unusual-input] Tabel 1 er der ikke; linjerne er taget fra detailtabellerne, som ikke kan kontrolleres mod den. Indsæt Tabel 1, hvis forslaget har en.",
      ]),
  ]
}
