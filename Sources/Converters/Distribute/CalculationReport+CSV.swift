public import Distribution
import ProposalModel
public import Spreadsheet

extension CalculationReport {
  /// The calculation as CSV for a Danish Excel: one row per committee, the total and, where it is not zero, the difference.
  public func csv(_ calculation: Calculation, dialect: CSVDialect = .excelDanish) -> [UInt8] {
    func row(_ name: String, _ units: [Int64]) -> [CSVField] {
      [.text(name)] + units.map { .number(DecimalNumber(mantissa: $0, scale: 0)) }
    }
    var writer = CSVWriter(dialect)
    writer.append(row(calculation.unit == 1_000 ? "1.000 kr." : "\(calculation.unit) kr.", calculation.years.map(Int64.init)))
    for line in calculation.rows { writer.append(row(round.printedName(of: line.recipient), line.amounts)) }
    writer.append(row("I alt", calculation.totals))
    if calculation.difference.contains(where: { $0 != 0 }) { writer.append(row("Afrundingsdifference", calculation.difference)) }
    return writer.bytes
  }
}
