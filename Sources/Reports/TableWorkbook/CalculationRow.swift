import Distribution
import Spreadsheet

/// What a row of the sheet `Beregning` is; its word stands in column A.
enum CalculationStep: String, Hashable, Sendable {
  /// A line of the proposal, or a stated row, with its amounts.
  case line = "Linje"
  /// The sum of the lines with the same rule.
  case sum = "Sum"
  /// What the fixed amounts of a line leave.
  case rest = "Rest"
  /// The exact total of the year, converted where the table is in another price level.
  case total = "Årets total"
  /// What a row receives of the lines of one rule.
  case part = "Andel"
  /// The exact share: the sum of the parts, converted.
  case exact = "Nøjagtig andel"
  /// The rounded share, a value: the one step that no formula makes.
  case rounded = "Afrundet andel"
  /// The sum of the rounded shares.
  case roundedSum = "Sum af andele"
  /// The rounded total of the year, a value.
  case roundedTotal = "Afrundet total"
}

/// A cell of the sheet `Beregning` as data.
enum CalculationCell: Hashable, Sendable {
  /// An exact number, shown as a value.
  case value(Fraction)
  /// A live formula and what it gives.
  case formula(String, Fraction)
  /// A live check and what it says.
  case check(String, String)
}

extension CalculationCell {
  /// Whether it shows a whole number.
  package var isWhole: Bool {
    switch self {
    case .value(let number), .formula(_, let number): number.isWhole
    case .check: false
    }
  }
}

/// A row of the sheet `Beregning`.
struct CalculationRow: Hashable, Sendable {
  package var step: CalculationStep
  /// The line's id, or nothing.
  package var line = ""
  /// The line's text, or the committee, unit and account.
  package var text = ""
  /// The rule, as a Fordeling cell writes it.
  package var rule = ""
  package var weight: Fraction?
  package var totalWeight: Fraction?
  /// One cell per year.
  package var years: [CalculationCell]
  package var check: CalculationCell?
}

/// Where things stand on the sheet.
enum CalculationColumns {
  package static let headers = ["Trin", "Linje", "Tekst", "Regel", "Vægt", "Vægt i alt"]
  package static let widths: [Double] = [16, 9, 46, 30, 10, 10]
  package static let weight = "E"
  package static let totalWeight = "F"
  /// The column of the first year, counted from 1.
  static let firstYear = 7

  package static func letters(year: Int) -> String { CellAddress.letters(ofColumn: firstYear + year) }
}
