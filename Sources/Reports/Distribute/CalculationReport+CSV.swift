public import Distribution
import ProposalModel
public import Spreadsheet

extension CalculationReport {
  /// The calculation as CSV for a Danish Excel: one row per committee, the total and, where it is not zero,
  /// the difference.
  public func csv(_ calculation: Certificate, dialect: CSVDialect = .excelDanish) -> [UInt8] {
    func row(_ name: String, _ units: [Int64]) -> [CSVField] {
      [.text(name)] + units.map { .number(DecimalNumber(mantissa: $0, scale: 0)) }
    }
    var writer = CSVWriter(dialect)
    writer.append(row(unitText(of: calculation), calculation.years.map(Int64.init)))
    for line in calculation.rows { writer.append(row(round.printedName(of: line.recipient), line.amounts)) }
    writer.append(row("I alt", calculation.totals))
    if calculation.difference.contains(where: { $0 != 0 }) {
      writer.append(row(differenceLabel(of: calculation), calculation.difference))
    }
    return writer.bytes
  }

  /// Several policies as CSV: one row per committee and year with the exact share and what each policy gives,
  /// then totals and differences.
  public func csv(_ comparison: PolicyComparison, dialect: CSVDialect = .excelDanish) -> [UInt8] {
    let calculations = comparison.results.map(\.calculation)
    guard let first = calculations.first else { return [] }
    var writer = CSVWriter(dialect)
    let headers = [unitText(of: first), "År", "Nøjagtigt"] + calculations.map(\.policy.spelling)
    writer.append(headers.map { .text($0) })
    func row(_ name: String, _ year: Int, _ exact: Fraction?, _ units: [Int64]) {
      writer.append([.text(name), number(Int64(year)), exact.map(field) ?? .blank] + units.map(number))
    }
    for line in comparison.rows {
      for (column, year) in first.years.enumerated() {
        row(round.printedName(of: line.recipient), year, line.exact[column], line.amounts[column])
      }
    }
    for (column, year) in first.years.enumerated() {
      row("I alt", year, first.exactTotals[column], calculations.map { $0.totals[column] })
      let differences = calculations.map { $0.difference[column] }
      if differences.contains(where: { $0 != 0 }) { row("Forskel til rækkerne", year, nil, differences) }
    }
    return writer.bytes
  }

  /// A whole number as such, a fraction as text.
  private func field(_ fraction: Fraction) -> CSVField {
    fraction.isWhole
      ? Int64(exactly: fraction.numerator).map(number) ?? .text(fraction.description)
      : .text(fraction.description)
  }

  private func number(_ units: Int64) -> CSVField { .number(DecimalNumber(mantissa: units, scale: 0)) }
}
