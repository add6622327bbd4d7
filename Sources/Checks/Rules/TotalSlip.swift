package import Reading
import AllocationTables
import Findings
import ProposalModel

/// What most likely happened where a total is not the sum of its lines, and whose fault it is.
package struct TotalSlip {
  /// What to do, in Danish; `nil` if nothing is likely.
  package private(set) var suggestion: String?
  /// Cells of lines that the slip explains.
  package private(set) var blamed: [String] = []

  /// - Parameter isConfirmed: whether another row follows from the total as it stands, so that it is a line that
  ///   is wrong.
  package init(
    _ total: ReadRow, _ differences: [SumComparison.Difference], lines: [ReadRow], table: ReadTable,
    isConfirmed: Bool
  ) {
    if let (line, slip, likely) = TotalSlip.line(
      differences, lines, unit: table.unit, isConfirmed: isConfirmed)
    {
      let cells = differences.map { line.figureCells[$0.index] }
      blamed = cells
      suggestion = TotalSlip.sentence(line, cells, slip, likely, table)
      return
    }
    if !isConfirmed, differences.count == 1, let only = differences.first,
      let slip = ArithmeticSlip(found: only.stated, right: only.expected, unit: table.unit)
    {
      suggestion = Catalogue.slip(slip.danish, only.expected, table.unit)
      return
    }
    if let (line, counted) = TotalSlip.countedLine(differences, lines) {
      suggestion =
        counted
        ? "Linjen \(Catalogue.quoted(line.row.text)) er formentlig talt med to gange."
        : "Linjen \(Catalogue.quoted(line.row.text)) er formentlig ikke talt med i totalen."
    }
  }

  /// The single line whose slip explains all years that are off, if there is one and the total itself shows
  /// no plain slip.
  private static func line(
    _ differences: [SumComparison.Difference], _ lines: [ReadRow], unit: AmountUnit, isConfirmed: Bool
  ) -> (ReadRow, ArithmeticSlip, [Amount])? {
    var found: [(ReadRow, ArithmeticSlip, [Amount])] = []
    for line in lines {
      var slips: Set<ArithmeticSlip> = []
      var likely: [Amount] = []
      for difference in differences {
        guard let amount = line.amount(difference.index) else { break }
        let right = amount + (difference.stated - difference.expected)
        guard let slip = ArithmeticSlip(found: amount, right: right, unit: unit) else { break }
        slips.insert(slip)
        likely.append(right)
      }
      if likely.count == differences.count, slips.count == 1, let slip = slips.first {
        found.append((line, slip, likely))
      }
    }
    if !isConfirmed, differences.count == 1, let only = differences.first,
      ArithmeticSlip(found: only.stated, right: only.expected, unit: unit) != nil
    {
      return found.count == 1 && found[0].1 != .swappedDigits && found[0].1 != .digitCount ? found.first : nil
    }
    return found.count == 1 ? found.first : nil
  }

  private static func sentence(
    _ line: ReadRow, _ cells: [String], _ slip: ArithmeticSlip, _ likely: [Amount], _ table: ReadTable
  ) -> String {
    let amounts = Catalogue.list(likely.map { Catalogue.amount($0, table.unit) })
    return
      "I linjen \(Catalogue.quoted(line.row.text)) (\(Catalogue.list(cells))) skal der formentlig stå \(amounts): \(slip.danish)."
  }

  /// A line that the total leaves out (or has twice) in every year that is off.
  private static func countedLine(_ differences: [SumComparison.Difference], _ lines: [ReadRow]) -> (
    ReadRow, Bool
  )? {
    for line in lines where line.hasMoney {
      let amounts = differences.map { line.amount($0.index) ?? .zero }
      let gaps = differences.map { $0.stated - $0.expected }
      let years = Set(differences.map(\.index))
      guard line.row.figures.indices.allSatisfy({ years.contains($0) || !line.row.figures[$0].isMoney })
      else { continue }
      if gaps == amounts.map({ -$0 }) { return (line, false) }
      if gaps == amounts { return (line, true) }
    }
    return nil
  }
}
