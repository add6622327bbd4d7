import AllocationTables
public import Distribution
public import Output
public import ProposalModel
import Spreadsheet

/// A calculation as text, CSV or JSON.
public struct CalculationReport: Sendable {
  /// The committees' names.
  public var round: Round

  /// A report with the names of `round`.
  public init(round: Round) { self.round = round }

  /// A table with one row per committee, the totals and, where it is not zero, the difference.
  public func text(_ calculation: Certificate) -> String {
    var rows = [[unitText(of: calculation)] + calculation.years.map(String.init)]
    rows += calculation.rows.map { [name($0.recipient)] + $0.amounts.map(grouped) }
    rows.append(["I alt"] + calculation.totals.map(grouped))
    if calculation.difference.contains(where: { $0 != 0 }) {
      rows.append([differenceLabel(of: calculation)] + calculation.difference.map(grouped))
    }
    let lines = [TextTable.aligned(rows), "\(calculation.policy.spelling): \(calculation.policy.guarantee)"]
    return (lines + calculation.troubles.map(\.message)).joined(separator: "\n") + "\n"
  }

  /// Several policies: what each gives and guarantees, then the cells in which they differ.
  public func text(_ comparison: PolicyComparison) -> String {
    var text = comparison.results.map { self.text($0.calculation) }.joined(separator: "\n")
    let header = ["Forskelle", "År", "Nøjagtigt"] + comparison.results.map { $0.calculation.policy.spelling }
    let rows = comparison.differences.map {
      [name($0.recipient), String($0.year), $0.exact.danish()] + $0.amounts.map(grouped)
    }
    text += rows.isEmpty ? "\nDe giver alle det samme.\n" : "\n" + TextTable.aligned([header] + rows) + "\n"
    return text
  }

  /// The calculation, or the comparison, as JSON.
  public func json(_ value: some Encodable) throws(FileFailure) -> [UInt8] {
    do { return try CanonicalJSON.encodeDocument(value) } catch {
      throw FileFailure(
        file: "-", status: .inputOutput, message: "Resultatet kan ikke skrives som JSON (\(error)).")
    }
  }

  /// `1.000 kr.` or `kr.`
  package func unitText(of calculation: Certificate) -> String {
    calculation.unit == 1_000 ? "1.000 kr." : calculation.unit == 1 ? "kr." : "\(calculation.unit) kr."
  }

  /// What the rows lack of the total: what rounding leaves over, or money whose rule cannot be carried out.
  func differenceLabel(of calculation: Certificate) -> String {
    calculation.policy == .asPublished
      && calculation.troubles.allSatisfy { $0.consequence == .roundedBy(.asPublished) }
      ? Wording.roundingDifference : Wording.undistributed
  }

  private func name(_ recipient: Recipient) -> String { round.printedName(of: recipient) }

  private func grouped(_ units: Int64) -> String { DanishNumber.grouped(units) }
}
