import Findings
import Spreadsheet

/// What can be wrong with sums, tables, price levels, areas, accounts and numbers: errors.
extension FindingCase {
  static let sums: [FindingCase] = [
    FindingCase(
      .totalDiffers,
      """
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Rengøring | 3641, 588 | 0 | -462 | -462 |
      | Vagt | 3641, 588 | 0 | -100 | -100 |
      | Varige ændringer totalt, service | | 0 | -562 | 1️⃣-652 |
      """,
      finds: [
        "1️⃣ fejl: [total-differs] »Varige ændringer totalt, service« i Tabel 2 er ikke summen af linjerne: der står -652 (2024), summen af linjerne er -562 (2024). Der skal formentlig stå -562: to cifre er byttet om."
      ]),
    FindingCase(
      .tablesDiffer,
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Rengøring | Service | 0 | -270 | -270 |
      | Vagt | Service | 0 | 125 | 125 |
      | Samlet varig ændring | | 0 | -145 | -145 |
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Rengøring | 3641, 588 | 0 | -270 | -270 |
      | Varige ændringer totalt, service | | 0 | 1️⃣-270 | 1️⃣-270 |
      """,
      finds: [
        "1️⃣ fejl: [tables-differ] Tabel 2 passer ikke med Tabel 1 for varige ændringer, service: Tabel 2 har -270 (2023), -270 (2024), Tabel 1 har -145 (2023), -145 (2024). Linjen »Vagt« i Tabel 1 mangler i Tabel 2."
      ]),
    FindingCase(
      .sharesDiffer,
      """
      # Tabel A
      | Tabel A. Måltalseffekt, hvis forslaget vedtages |
      | 1.000 kr. 2023 p/l | Enhed | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Socialudvalget | | 3641, 588 | 0 | -39 | -133 |
      | Kultur- og Fritidsudvalget | | 3641, 588 | 0 | -39 | -133 |
      | Total | | | 0 | -78 | 1️⃣-270 |
      """,
      finds: [
        "1️⃣ fejl: [shares-differ] »Total« i Tabel A er ikke summen af linjerne: der står -270 (2024), summen af linjerne er -266 (2024). Ret totalen eller de linjer, den er summen af."
      ]),
    FindingCase(
      .paybackDiffers,
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
      | Tilbagebetalingstid baseret på serviceeffektivisering | | 1️⃣4 |
      | Tilbagebetalingstid baseret på totaløkonomi | | 6 |
      """,
      finds: [
        "1️⃣ fejl: [payback-differs] Tilbagebetalingstiden for service er angivet til 4 år, men beløbene giver 6 år. Akkumuleret: 650, 690, 480, 270, 60, -150. Skriv 6. 4 er investeringen divideret med et helt års besparelse; de første års indfasning skal regnes med."
      ]),
    FindingCase(
      .priceLevelDiffers,
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Rengøring | Service | 0 | -270 | -270 |
      | Samlet varig ændring | | 0 | -270 | -270 |
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1️⃣1.000 kr. 2022 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Rengøring | 3641, 588 | 0 | -270 | -270 |
      | Varige ændringer totalt, service | | 0 | -270 | -270 |
      """,
      finds: [
        "1️⃣ fejl: [price-level-differs] Tabel 2 er i 2022 p/l, men forslaget er i 2023 p/l. Ret p/l over tabellen, eller omregn beløbene til 2023 p/l."
      ]),
    FindingCase(
      .controlAreaMissing,
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Rengøring | 1️⃣ | 0 | -270 | -270 |
      | Vagt | Service | 0 | -30 | -30 |
      | Samlet varig ændring | | 0 | -300 | -300 |
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Rengøring | 3641, 588 | 0 | -270 | -270 |
      | Vagt | 3641, 588 | 0 | -30 | -30 |
      | Varige ændringer totalt, service | | 0 | -300 | -300 |
      """,
      finds: [
        "1️⃣ fejl: [control-area-missing] Linjen »Rengøring« har intet styringsområde. Summerne bruger Service fra den tabel, der viser linjen. Skriv styringsområdet på linjen."
      ]),
    FindingCase(
      .accountUnresolved,
      """
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Rengøring | 1️⃣Ordinær drift, Digitalisering? | 0 | -270 | -270 |
      | Vagt | 2️⃣3641,588 | 0 | -30 | -30 |
      | Varige ændringer totalt, service | | 0 | -300 | -300 |
      """,
      finds: [
        "1️⃣ fejl: [account-unresolved] »Ordinær drift, Digitalisering?« er ikke en afklaret bevilling med profitcenter. Skriv bevilling og profitcenter, når de er afklaret.",
        "2️⃣ fejl: [account-unresolved] »3641,588« er ikke en afklaret bevilling med profitcenter. Skriv bevilling og profitcenter, når de er afklaret.",
      ]),
    FindingCase(
      .accountIsControlArea,
      """
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Rengøring | 1️⃣Service | 0 | -270 | -270 |
      | Varige ændringer totalt, service | | 0 | -270 | -270 |
      """,
      finds: [
        "1️⃣ fejl: [account-is-control-area] »Service« er et styringsområde og ikke en bevilling. Skriv bevilling og profitcenter i kolonnen."
      ]),
    FindingCase(
      .numberUnreadable,
      """
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Rengøring | 3641, 588 | 1️⃣1.111+08 | -270 | 2️⃣#REF! |
      | Vagt | 3641, 588 | 0 | -30 | -30 |
      | Varige ændringer totalt, service | | 0 | -300 | -300 |
      """,
      finds: [
        "1️⃣ fejl: [number-unreadable] »1.111+08« kan ikke læses som et tal. Skriv beløbet med cifre, for eksempel -1.275, eller lad cellen stå tom.",
        "2️⃣ fejl: [number-unreadable] Cellen viser regnearksfejlen #REF! i stedet for et tal. Ret formlen, eller skriv beløbet.",
      ]),
    FindingCase(
      .numberAmbiguous,
      """
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Rengøring | 3641, 588 | 1️⃣1.6780 | -270 | -270 |
      | Vagt | 3641, 588 | 2️⃣"1,275" | 3️⃣½ | 4️⃣1.275 kr. |
      | Lys | 3641, 588 | 5️⃣1,275 | 0 | 0 |
      | Varige ændringer totalt, service | | 0 | -300 | -300 |
      """,
      finds: [
        "1️⃣ fejl: [number-ambiguous] »1.6780« kan læses på flere måder: cifrene er ikke delt i grupper på tre. Kontrollér cifrene, og skriv tallet igen.",
        "3️⃣ fejl: [number-ambiguous] »½« kan læses på flere måder: en brøk er ikke et beløb. Skriv beløbet med cifre.",
        "2️⃣ fejl: [number-ambiguous] »1,275« kan læses på flere måder: tegnet kan være både tusindtalspunktum og decimalkomma. Skriv 1275, hvis tegnet deler tusinder; et beløb har højst to decimaler.",
        "4️⃣ fejl: [number-ambiguous] »1.275 kr.« kan læses på flere måder: kolonnen er i 1.000 kr., men cellen nævner en anden enhed. Skriv beløbet i 1.000 kr. uden enhed.",
        "5️⃣ fejl: [number-ambiguous] »1,275« kan læses på flere måder: der er flere decimaler, end 1.000 kr. kan have; et tusindtalspunktum kan være læst som decimaltegn. Kontrollér, om der menes tusinder, og skriv beløbet i 1.000 kr.",
      ]),
  ]
}
