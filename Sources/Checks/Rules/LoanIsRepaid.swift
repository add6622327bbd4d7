import AllocationTables
package import Findings
package import ProposalModel

extension Rule {
  /// An internal loan and its repayments add up to nothing.
  static let loanIsRepaid = Rule(
    "LoanIsRepaid", [.loanDiffers],
    statement: "Et internt lån betales tilbage med præcis det lånte beløb.",
    reason: "Lånet er ikke en bevilling; bliver der en rest, mangler der penge hos et udvalg.",
    proposal: { check in
      let lines = check.proposal.lines.filter { $0.section == .loan && $0.condition == .ifAdopted }
      let loans = lines.map { LoanEntry.entries(of: $0, years: check.proposal.years) }.filter { !$0.isEmpty }
      let areWhole = loans.allSatisfy { entries in Set(entries.map { $0.amount < .zero }).count == 2 }
      for entries in areWhole ? loans : [loans.flatMap { $0 }] {
        let entries = LoanEntry.lentFirst(entries)
        guard !entries.isEmpty, entries.map(\.amount).sum() != .zero else { continue }
        let paid = entries.filter { $0.amount < .zero }
        let places = (paid.isEmpty ? entries : paid).map { check.place(.figure($0.line, year: $0.year)) }
        let lent = entries.filter { $0.amount > .zero }.map(\.amount).sum()
        check.report(
          Catalogue.loanDiffers(
            lent: lent, repaid: -paid.map(\.amount).sum(),
            at: places.first ?? Place(file: check.origins.file),
            cells: places.compactMap(\.cell)))
      }
    })
}

/// What a line of a loan says of one year: lent is positive, repaid negative.
private struct LoanEntry {
  var line: String
  var year: Int
  var amount: Amount

  static func entries(of line: Line, years: [Int]) -> [LoanEntry] {
    zip(years, line.figures).filter { $0.1.isMoney }.map {
      LoanEntry(line: line.id, year: $0.0, amount: signed($0.1.amount, line))
    }
  }

  /// Repayments printed without their minus count as repayments.
  private static func signed(_ amount: Amount, _ line: Line) -> Amount {
    let key = Spelling.key(line.text)
    let isBoth = line.figures.contains { $0.amount < .zero } && line.figures.contains { $0.amount > .zero }
    return !isBoth && (key.contains("tilbagebetaling") || key.contains("afdrag")) ? -amount.magnitude : amount
  }

  /// A loan is lent before it is repaid: if the first amount is negative, the signs are seen from the
  /// lender's side.
  static func lentFirst(_ entries: [LoanEntry]) -> [LoanEntry] {
    guard let first = entries.map(\.year).min(),
      entries.filter({ $0.year == first }).map(\.amount).sum() < .zero
    else { return entries }
    return entries.map { LoanEntry(line: $0.line, year: $0.year, amount: -$0.amount) }
  }
}

extension Catalogue {
  /// A loan and its repayments that leave something over.
  package static func loanDiffers(lent: Amount, repaid: Amount, at place: Place, cells: [String]) -> Finding {
    Finding(
      .loanDiffers, at: place, cells: cells, found: amount(repaid), expected: amount(lent),
      message:
        "Der lånes \(amount(lent)), men betales \(amount(repaid)) tilbage, altså \(amount((lent - repaid).magnitude)) \(repaid > lent ? "for meget" : "for lidt").",
      suggestion: "Ret lånet eller tilbagebetalingerne, så de giver nul tilsammen.")
  }
}
