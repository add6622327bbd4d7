import Findings
import Spreadsheet

/// What can be wrong with a workbook's structure and words: errors.
extension FindingCase {
  static let structure: [FindingCase] = [
    FindingCase(
      .formulaWithoutValue,
      """
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Rengøring | 3641, 588 | 1️⃣=A1 | 1️⃣=A2 | -270 |
      | Varige ændringer totalt, service | | =SUM(C3:C3) | -300 | -270 |
      """,
      finds: [
        "1️⃣ fejl: [formula-without-value] Formlen =A1 har intet gemt resultat, så beløbet kendes ikke. Åbn filen i et regneark, lad den regne, og gem den igen; eller skriv beløbet."
      ]),
    FindingCase(
      .loanDiffers,
      """
      # Forslag
      | Forslagsnummer | IN01 |
      | Type | Innovationsforslag |
      | Runde | OFS 2024-2025 |
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2025 p/l | Styringsområde | 2025 | 2026 | 2027 |
      | Implementeringsomkostninger |
      | Pilot | Service | 300 | | |
      | Samlede implementeringsomkostninger | | 300 | | |
      | Lån |
      | Internt lån | Service | 1.200 | 1️⃣-610 | 1️⃣-610 |
      """,
      finds: [
        "1️⃣ fejl: [loan-differs] Der lånes 1.200, men der betales 1.220 tilbage, altså 20 for meget. Ret lånet eller tilbagebetalingerne, så de to beløb er ens."
      ]),
    FindingCase(
      .hiddenMoney,
      """
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Rengøring | 3641, 588 | 0 | -270 | -270 |
      ~| Vagt | 3641, 588 | 0 | 1️⃣-30 | 1️⃣-30 |
      | Varige ændringer totalt, service | | 0 | -300 | -300 |
      """,
      finds: [
        "1️⃣ fejl: [hidden-money] Der står beløb, som ikke kan ses: i skjulte rækker, kolonner eller ark, eller med hvid skrift. Vis rækken, kolonnen, arket eller skriften, og afgør, om beløbene skal være med."
      ]),
    FindingCase(
      .placeholderLeft,
      """
      # Tabel 2
      | 1️⃣Tabel [indsæt nr.]. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Rengøring [2] | 3641, 588 | 0 | -270 | -270 |
      | Varige ændringer totalt, service | | 0 | -270 | -270 |
      """,
      finds: [
        "1️⃣ fejl: [placeholder-left] Skabelonens pladsholder »[indsæt nr.]« er ikke udfyldt. Skriv det, der skal stå, eller slet pladsholderen."
      ]),
    FindingCase(
      .sheetMissing,
      """
      # Vejledning
      | Vejledning |
      # Forslag
      | Forslagsnummer | BC99 |
      | Titel | Et forslag |
      | Type | Investeringsforslag |
      | Runde | OFS 2021-2022 |
      | P/l | 2023 |
      """,
      finds: [
        "- fejl: [sheet-missing] Arket »Økonomi« mangler. Indsæt arket fra skabelonen."
      ]),
    FindingCase(
      .columnMissing,
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1️⃣1.000 kr. 2023 p/l | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Rengøring | 0 | -270 | -270 |
      | Samlet varig ændring | 0 | -270 | -270 |
      """,
      finds: [
        "1️⃣ fejl: [column-missing] Kolonnen »Styringsområde« mangler. Indsæt kolonnen, eller skriv dens overskrift som i skabelonen."
      ]),
    FindingCase(
      .roundUnknown,
      """
      # Forslag
      | Forslagsnummer | BC99 |
      | Runde | 1️⃣OFS 2021-2023 |
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Rengøring | 3641, 588 | 0 | -270 | -270 |
      | Varige ændringer totalt, service | | 0 | -270 | -270 |
      """,
      finds: [
        "1️⃣ fejl: [round-unknown] Runden »OFS 2021-2023« kendes ikke. Mente du »OFS 2021-2022«?"
      ]),
    FindingCase(
      .committeeUnknown,
      """
      # Tabel A
      | Tabel A. Måltalseffekt, hvis forslaget vedtages |
      | 1.000 kr. 2023 p/l | Enhed | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | 1️⃣Folkeudvalget | | 3641, 588 | 0 | -39 | -133 |
      | Total | | | 0 | -39 | -133 |
      """,
      finds: [
        "1️⃣ fejl: [committee-unknown] »Folkeudvalget« er hverken et udvalg, en forvaltning eller en enhed i runden. Skriv udvalgets navn som i runden, for eksempel Socialudvalget eller SUD."
      ]),
    FindingCase(
      .committeeMissing,
      """
      # Forslag
      | Forslagsnummer | BC99 |
      | Runde | OFS 2021-2022 |
      | Fremstillende forvaltning | 1️⃣ |
      | P/l | 2023 |
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Rengøring | 3641, 588 | 0 | -270 | -270 |
      | Varige ændringer totalt, service | | 0 | -270 | -270 |
      """,
      finds: [
        "1️⃣ fejl: [committee-missing] Det fremgår ikke, hvilket udvalg pengene tilhører. Udfyld Udvalg eller Fordeling på linjen, eller Fremstillende forvaltning på forsiden."
      ]),
    FindingCase(
      .controlAreaUnknown,
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Rengøring | 1️⃣Serivce | 0 | -270 | -270 |
      | Vagt | 2️⃣Drift | 0 | -270 | -270 |
      | Samlet varig ændring | | 0 | -540 | -540 |
      """,
      finds: [
        "1️⃣ fejl: [control-area-unknown] »Serivce« er ikke et styringsområde. Mente du »Service«?",
        "2️⃣ fejl: [control-area-unknown] »Drift« er ikke et styringsområde. Vælg Service, Anlæg, Efterspørgselsstyret indsats, Efterspørgselsstyrede overførsler eller Finansposter.",
      ]),
    FindingCase(
      .ruleUnreadable,
      """
      # Forslag
      | Forslagsnummer | BC99 |
      | Runde | OFS 2021-2022 |
      | Fordeling | 1️⃣ØU 60 %; Folkeudvalget 40 % |
      | P/l | 2023 |
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Rengøring | 3641, 588 | 0 | -270 | -270 |
      | Varige ændringer totalt, service | | 0 | -270 | -270 |
      """,
      finds: [
        "1️⃣ fejl: [rule-unreadable] Fordelingen »ØU 60 %; Folkeudvalget 40 %« kan ikke læses: »Folkeudvalget« er hverken et udvalg eller en enhed i runden. Ret navnet."
      ]),
  ]
}
