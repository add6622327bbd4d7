import AllocationTables
import ProposalModel

extension Rule {
  /// An internal loan and its repayments add up to nothing.
  static let loanIsRepaid = Rule(
    "LoanIsRepaid", [.loanDiffers],
    statement: "Et internt lån betales tilbage med præcis det lånte beløb.",
    reason: "Lånet er ikke en bevilling; bliver der en rest, mangler der penge hos et udvalg.",
    proposal: { check in
      let lines = check.proposal.lines.filter { $0.section == .loan && $0.condition == .ifAdopted }
      let entries = lines.flatMap { line in
        zip(check.proposal.years, line.figures).compactMap { year, figure in
          figure.isMoney ? (line: line, year: year, amount: signed(figure.amount, line)) : nil
        }
      }
      let rest = entries.map(\.amount).sum()
      guard !entries.isEmpty, rest != .zero else { return }
      let paid = entries.filter { $0.amount < .zero }
      let places = (paid.isEmpty ? entries : paid).map { check.place(.figure($0.line.id, year: $0.year)) }
      let lent = entries.filter { $0.amount > .zero }.map(\.amount).sum()
      let repaid = -paid.map(\.amount).sum()
      check.report(
        Finding(
          .loanDiffers, at: places.first ?? Place(file: check.origins.file), cells: places.compactMap(\.cell),
          found: Catalogue.amount(repaid),
          expected: Catalogue.amount(lent),
          message:
            "Der lånes \(Catalogue.amount(lent)), men betales \(Catalogue.amount(repaid)) tilbage, altså \(Catalogue.amount((lent - repaid).magnitude)) \(repaid > lent ? "for meget" : "for lidt").",
          suggestion: "Ret lånet eller tilbagebetalingerne, så de giver nul tilsammen."))
    })

  /// Repayments printed without their minus count as repayments.
  private static func signed(_ amount: Amount, _ line: Line) -> Amount {
    let key = Spelling.key(line.text)
    return key.contains("tilbagebetaling") || key.contains("afdrag") ? -amount.magnitude : amount
  }
}
