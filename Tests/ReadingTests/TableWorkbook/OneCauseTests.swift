import Findings
import Spreadsheet
import TestSupport
import Testing

/// One cause is one finding, at the cell where a person would look, with the line behind it named.
@Suite struct `One cause is one finding` {
  /// A proposal in which nothing is wrong; each test spoils one thing.
  private static let whole = """
    # Tabel 1
    | Tabel 1. Forslagets samlede økonomiske konsekvenser |
    | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
    | Varige ændringer |
    | Rengøring | Service | 0 | -100 | -200 |
    | Drift | Service | 0 | 20 | 20 |
    | Samlet varig ændring | | 0 | -80 | -180 |
    | Implementeringsomkostninger |
    | Projekt | Service | 35 | 30 | |
    | Kursus | Service | 20 | | |
    | Byg | Anlæg | 100 | 30 | |
    | Samlede implementeringsomkostninger | | 155 | 60 | |
    | Samlet økonomisk påvirkning | | 155 | -20 | -180 |
    | Tilbagebetalingstid baseret på serviceeffektivisering | | 3 |
    | Tilbagebetalingstid baseret på totaløkonomi | | 3 |
    # Tabel 2
    | Tabel 2. Varige ændringer, service |
    | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
    | Rengøring | 3641, 588 | 0 | -100 | -200 |
    | Drift | 3641, 588 | 0 | 20 | 20 |
    | Varige ændringer totalt, service | | 0 | -80 | -180 |
    # Tabel 3
    | Tabel 3. Serviceinvesteringer i forslaget |
    | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
    | Projekt | 3641, 588 | 35 | 30 | |
    | Kursus | 3641, 588 | 20 | | |
    | Investeringer totalt, service | | 55 | 30 | |
    # Tabel 4
    | Tabel 4. Anlægsinvesteringer i forslaget |
    | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
    | Byg | 3641, 588 | 100 | 30 | |
    | Investeringer totalt, anlæg | | 100 | 30 | |
    """

  /// The proposal with each text once replaced by the other.
  private func spoiled(_ changes: (String, String)...) -> MarkedWorkbook {
    var text = Self.whole
    for (old, new) in changes {
      guard let range = text.firstRange(of: old) else {
        Issue.record("\(old) is not in the proposal")
        continue
      }
      text.replaceSubrange(range, with: new)
    }
    return MarkedWorkbook(text)
  }

  @Test func `nothing is wrong with the whole proposal`() { #expect(spoiled().errorsAndWarnings == []) }

  @Test func `swapped digits in a line of Tabel 1 break its total only, and the other table names the line`()
  {
    let workbook = spoiled(
      ("| Projekt | Service | 35", "| Projekt | Service | 53"),
      ("| Samlede implementeringsomkostninger | | 155", "| Samlede implementeringsomkostninger | | 1️⃣155"))
    #expect(
      workbook.errorsAndWarnings == [
        "1️⃣ fejl: [total-differs] »Samlede implementeringsomkostninger« i Tabel 1 er ikke summen af linjerne: der står 155 (2022), summen af linjerne er 173 (2022). I Tabel 3 står 35 (2022) på linjen »Projekt«, i Tabel 1 53 (2022): to cifre er byttet om."
      ])
  }

  @Test(
    arguments: [
      ("-180", "-180", "I linjen »Rengøring« (E4) skal der formentlig stå -180: to cifre er byttet om."),
      ("-180", "-801", "Der skal formentlig stå -810: to cifre er byttet om."),
    ])
  func `swapped digits are the line's where the effect follows from the total, else the total's`(
    total: String, effect: String, remedy: String
  ) {
    let workbook = MarkedWorkbook(
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Rengøring | Service | 0 | -80 | -810 |
      | Samlet varig ændring | | 0 | -80 | \(total) |
      | Implementeringsomkostninger |
      | Projekt | Service | 35 | 30 | 9 |
      | Samlede implementeringsomkostninger | | 35 | 30 | 9 |
      | Samlet økonomisk påvirkning | | 35 | -50 | \(effect == "-180" ? "-171" : effect) |
      """)
    #expect(workbook.errorsAndWarnings.contains { $0.hasSuffix(remedy) }, "\(workbook.errorsAndWarnings)")
  }

  @Test func `a line deleted from a detail table breaks that table's total only, and is named`() {
    let workbook = spoiled(
      ("| Drift | 3641, 588 | 0 | 20 | 20 |\n", ""),
      (
        "| Varige ændringer totalt, service | | 0 | -80 | -180",
        "| Varige ændringer totalt, service | | 0 | 1️⃣-80 | 1️⃣-180"
      ))
    #expect(
      workbook.errorsAndWarnings == [
        "1️⃣ fejl: [total-differs] »Varige ændringer totalt, service« i Tabel 2 er ikke summen af linjerne: der står -80 (2023), -180 (2024), summen af linjerne er -100 (2023), -200 (2024). Linjen »Drift« i Tabel 1 mangler i Tabel 2."
      ])
  }

  @Test func `a line deleted from Tabel 1 breaks its total only, and is named`() {
    let workbook = spoiled(
      ("| Kursus | Service | 20 | | |\n", ""),
      ("| Samlede implementeringsomkostninger | | 155", "| Samlede implementeringsomkostninger | | 1️⃣155"))
    #expect(
      workbook.errorsAndWarnings == [
        "1️⃣ fejl: [total-differs] »Samlede implementeringsomkostninger« i Tabel 1 er ikke summen af linjerne: der står 155 (2022), summen af linjerne er 135 (2022). Linjen »Kursus« i Tabel 3 mangler i Tabel 1."
      ])
  }

  @Test func `a sign lost in a line is suggested`() {
    let workbook = spoiled(
      ("| Rengøring | Service | 0 | -100", "| Rengøring | Service | 0 | 100"),
      ("| Samlet varig ændring | | 0 | -80", "| Samlet varig ændring | | 0 | 1️⃣-80"))
    #expect(
      workbook.errorsAndWarnings == [
        "1️⃣ fejl: [total-differs] »Samlet varig ændring« i Tabel 1 er ikke summen af linjerne: der står -80 (2023), summen af linjerne er 120 (2023). I Tabel 2 står -100 (2023) på linjen »Rengøring«, i Tabel 1 100 (2023): fortegnet er forkert."
      ])
  }

  @Test func `a factor of a thousand in a total is suggested`() {
    let workbook = spoiled(
      ("| Investeringer totalt, service | | 55", "| Investeringer totalt, service | | 1️⃣55.000"))
    #expect(
      workbook.errorsAndWarnings == [
        "1️⃣ fejl: [total-differs] »Investeringer totalt, service« i Tabel 3 er ikke summen af linjerne: der står 55.000 (2022), summen af linjerne er 55 (2022). Der skal formentlig stå 55: beløbet er en faktor 1.000 forkert."
      ])
  }

  @Test func `a line under the wrong control area is one finding, at the table that shows it`() {
    let workbook = spoiled(
      ("| Kursus | Service |", "| Kursus | Anlæg |"),
      ("| Investeringer totalt, service | | 55", "| Investeringer totalt, service | | 1️⃣55"))
    #expect(
      workbook.errorsAndWarnings == [
        "1️⃣ fejl: [tables-differ] Tabel 3 passer ikke med Tabel 1 for implementering, service: Tabel 3 har 55 (2022), Tabel 1 har 35 (2022). Tabel 1 har beløbet under Anlæg. Ret styringsområdet i Tabel 1, eller flyt linjerne til den rigtige tabel."
      ])
  }

  @Test func `a misspelt control area is counted where it belongs`() {
    #expect(spoiled(("| Kursus | Service |", "| Kursus | 1️⃣Serivce |")).codes == ["1️⃣ control-area-unknown"])
  }

  @Test func `an amount that cannot be read says nothing about totals, other tables and payback`() {
    let workbook = spoiled(("| Rengøring | Service | 0 | -100 |", "| Rengøring | Service | 0 | 1️⃣-1.00 |"))
    #expect(workbook.codes == ["1️⃣ number-ambiguous"])
  }

  @Test func `a value moved one column is one finding for the two years`() {
    let workbook = spoiled(
      ("| Kursus | 3641, 588 | 20 | | |", "| Kursus | 3641, 588 | | 20 | |"),
      ("| Investeringer totalt, service | | 55 | 30", "| Investeringer totalt, service | | 1️⃣55 | 1️⃣30"))
    #expect(workbook.codes == ["1️⃣ total-differs"])
  }

  @Test func `a table that stands twice and says the same is one note`() {
    let second = """

      # Tabel 4 (2)
      | Tabel 4. Anlægsinvesteringer i forslaget |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
      | Byg | 3641, 588 | 100 | 30 | |
      | Investeringer totalt, anlæg | | 1️⃣100 | 1️⃣30 | |
      """
    let found = MarkedWorkbook(Self.whole + second).allFindings
    #expect(found.filter { $0.severity > .note } == [])
    #expect(found.filter { $0.code == .tableRepeated }.map(\.severity) == [.note])
  }

  @Test func `a year that is missing leaves a gap and moves no money`() {
    let workbook = spoiled(
      (
        "| 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |\n| Byg | 3641, 588 | 100 | 30 | |\n| Investeringer totalt, anlæg | | 100 | 30 | |",
        "| 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 1️⃣2024 |\n| Byg | 3641, 588 | 100 | |\n| Investeringer totalt, anlæg | | 100 | |"
      ))
    #expect(workbook.codes == ["1️⃣ years-differ"])
  }

  @Test func `a wrong year among right ones is read as the right one`() {
    let workbook = spoiled(
      (
        "| 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |\n| Byg",
        "| 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 1️⃣2032 | 2024 |\n| Byg"
      ))
    #expect(workbook.codes == ["1️⃣ years-differ"])
  }

  @Test func `a subtotal of another control area is one finding, at the subtotal that lacks the line`() {
    let workbook = MarkedWorkbook(
      """
      # Tabel 1
      | Tabel 1. Forslagets samlede økonomiske konsekvenser |
      | 1.000 kr. 2023 p/l | Styringsområde | 2022 | 2023 | 2024 |
      | Varige ændringer |
      | Drift | Service | 0 | -40 | -40 |
      | Dagpenge | Service | 0 | -400 | -500 |
      | Løn | Service | 0 | -60 | -60 |
      | Samlet varig ændring, service | Service | 0 | -100 | -100 |
      | Samlet varig ændring, efterspørgselsstyrede overførsler | | 0 | 1️⃣-400 | 1️⃣-500 |
      | Samlet varig ændring | | 0 | -500 | -600 |
      """)
    #expect(workbook.codes == ["1️⃣ total-differs"])
  }

  @Test func `a committee that cannot be read is not missing as well`() {
    let workbook = MarkedWorkbook(
      """
      # Forslag
      | Forslagsnummer | BC99 |
      | Runde | OFS 2021-2022 |
      | Fremstillende forvaltning | 1️⃣Sjælsforvaltningen |
      | P/l | 2023 |
      # Tabel 2
      | Tabel 2. Varige ændringer, service |
      | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 |
      | Rengøring | 3641, 588 | 0 | -270 |
      """)
    #expect(workbook.codes == ["1️⃣ committee-unknown"])
  }
}
