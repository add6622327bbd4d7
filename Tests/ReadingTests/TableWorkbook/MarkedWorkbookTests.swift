import Findings
import Spreadsheet
import Testing
import TestSupport

/// The helper that turns an inline table into findings.
@Suite struct `Marked workbooks` {
  private let workbook = MarkedWorkbook(
    """
    # Tabel 2
    | Tabel 2. Varige ændringer, service |
    | 1.000 kr. 2023 p/l | Bevilling, profitcenter | 2022 | 2023 | 2024 |
    | Husleje | 3641, 588 | -100 | -200 | "-1.275" |
    | Total | | 1️⃣-102 | 1️⃣-205 | -1.275 |
    """)

  @Test func `a finding is shown with the mark whose cells it names, and its exact words`() {
    #expect(
      workbook.errorsAndWarnings == [
        "1️⃣ fejl: [total-differs] »Total« i Tabel 2 er ikke summen af linjerne: der står -102 (2022), -205 (2023), summen af linjerne er -100 (2022), -200 (2023). Ret totalen eller de linjer, den er summen af."
      ])
  }

  @Test func `a cell in quotation marks is text, and an unmarked place is shown with its sheet`() {
    #expect(
      workbook.findings(.numberAsText) == [
        "Tabel 2!E3 bemærkning: [number-as-text] Tallet er gemt som tekst og indgår ikke i regnearkets summer. Omdan cellerne til tal, hvis regnearket selv skal regne."
      ])
  }

  @Test func `codes are listed with their places`() { #expect(workbook.codes == ["1️⃣ total-differs"]) }
}
