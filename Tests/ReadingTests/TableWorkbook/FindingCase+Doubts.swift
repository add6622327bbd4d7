import Findings

/// Amounts and lines that are doubtful by themselves, and a target that nothing explains.
extension FindingCase {
  static let doubts = [
    FindingCase(
      .magnitudeSuspicious,
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Rengøring | Service | -100 | 1️⃣-100000 | -100 |
      """,
      finds: [
        "1️⃣ fejl: [magnitude-suspicious] Beløbet i linjen »Rengøring« i Tabel 1 er formentlig 1.000 gange for stort i forhold til linjens andre år: der står -100.000 (2023). Kontrollér, om beløbet er tastet i kr., og skriv -100 (2023)."
      ]),
    FindingCase(
      .lineRepeated,
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Rengøring | Service | -100 | -200 | -200 |
      | Rengøring | Service | -100 | -200 | -200 |
      """,
      finds: [
        "Tabel 1!A5,A4 advarsel: [line-repeated] Linjen »Rengøring« står to gange med de samme beløb og oplysninger. Slet den ene, hvis den er kopieret ved en fejl; ellers giv linjerne hver sin tekst."
      ]),
    FindingCase(
      .lineRepeatsSum,
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Rengøring | Service | -100 | -200 | -200 |
      | Vinduer | Service | -10 | -20 | -30 |
      | 1️⃣Bygninger | Service | -110 | -220 | -230 |
      | Kørsel | Service | -1 | -2 | -3 |
      """,
      finds: [
        "1️⃣ advarsel: [line-repeats-sum] Linjen »Bygninger« i Tabel 1 er i alle år summen af linjerne over den, eller højst 1 fra, og tæller dem med en gang til. Er den en total, så slet den, eller kald den »I alt«; ellers er intet forkert."
      ]),
    FindingCase(
      .areaWithoutTable,
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Implementeringsomkostninger |
      | Ombygning | 1️⃣Finansposter | 300 | | |
      """,
      finds: [
        "1️⃣ advarsel: [area-without-table] Implementeringsomkostningen »Ombygning« er under Finansposter og står hverken i tabel D (Anlæg) eller E (Service); den kommer ikke med i korrektionerne. Skriv Anlæg eller Service, eller aftal med Center for Økonomi, hvor pengene skal bevilges."
      ]),
    FindingCase(
      .targetDiffers,
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Rengøring | Service | -100 | -200 | -200 |
      | Samlet varig ændring | | -100 | -200 | -200 |
      | Heraf nettoeffektivisering | Service | -100 | 1️⃣-150 | 1️⃣-150 |
      """,
      finds: [
        "1️⃣ advarsel: [target-differs] »Heraf nettoeffektivisering« er -150 (2023), -150 (2024), men den varige ændring i service er -200 (2023), -200 (2024), og intet beløb under et andet styringsområde forklarer forskellen. Ret måltalseffekten, eller vis det, der flyttes til et andet styringsområde, på en linje."
      ]),
  ]
}
