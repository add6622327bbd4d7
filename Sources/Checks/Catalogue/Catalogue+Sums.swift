import AllocationTables
package import Findings
package import ProposalModel
package import Reading

/// What can be wrong with sums and between tables.
extension Catalogue {
  /// `-4.337 (2023)`, one for each year.
  package static func years(
    _ differences: [SumComparison.Difference], _ table: ReadTable,
    _ amount: (SumComparison.Difference) -> Amount
  ) -> String {
    differences.map { "\(self.amount(amount($0), table.unit)) (\(table.years[$0.index]))" }.joined(
      separator: ", ")
  }

  /// A stated total that is not the sum of its lines.
  package static func totalDiffers(
    _ row: ReadRow, in table: ReadTable, _ differences: [SumComparison.Difference], code: FindingCode,
    of what: String,
    suggestion: String?
  ) -> Finding {
    let cells = differences.map { row.figureCells[$0.index] }
    let found = years(differences, table) { $0.stated }
    let expected = years(differences, table) { $0.expected }
    let name = row.row.text.isEmpty ? (row.row.part?.rawValue ?? "Totalen") : row.row.text
    let isRounding = code == .totalRounding || code == .tablesRounding
    let gap = isRounding ? "afviger med 1 fra" : "er ikke"
    return Finding(
      code, at: table.place(cells.first), cells: cells, found: found, expected: expected,
      message: "\(quoted(name)) i \(table.name) \(gap) \(what): der står \(found), \(what) er \(expected).",
      suggestion: suggestion
        ?? (isRounding
          ? "Formentlig afrunding; lad totalen være summen af de viste tal."
          : "Ret totalen eller de linjer, den er summen af."))
  }

  /// A table that disagrees with Tabel 1.
  package static func tablesDiffer(
    _ table: ReadTable, cells: [String], _ differences: [SumComparison.Difference], code: FindingCode,
    what: String, against: String,
    severity: Severity? = nil, suggestion: String?
  ) -> Finding {
    let found = years(differences, table) { $0.stated }
    let expected = years(differences, table) { $0.expected }
    return Finding(
      code, severity: severity, at: table.place(cells.first), cells: cells, found: found, expected: expected,
      message:
        "\(table.name) passer ikke med \(against) for \(what): \(table.name) har \(found), \(against) har \(expected).",
      suggestion: suggestion
        ?? (code == .tablesRounding
          ? "Formentlig afrunding; lad tabellerne vise samme beløb."
          : "Ret den tabel, der er forkert, så de to stemmer."))
  }

  /// `Tallet er formentlig -6.462: to cifre er byttet om.`
  package static func slip(_ slip: ArithmeticSlip, _ likely: Amount, _ unit: AmountUnit) -> String {
    "Der skal formentlig stå \(amount(likely, unit)): \(slip.danish)."
  }
}
