import AllocationTables
import Findings
import ProposalModel

extension Rule {
  /// An internal loan and its repayments add up to nothing.
  static let loanIsRepaid = Rule(
    "LoanIsRepaid", [.loanDiffers],
    statement: "Et internt lån betales tilbage med præcis det lånte beløb.",
    reason: "Lånet er ikke en bevilling; bliver der en rest, mangler der penge hos et udvalg.",
    proposal: { check in
      let lines = check.proposal.lines.filter { $0.section == .loan && $0.condition == .ifAdopted }
      guard !lines.contains(where: check.isUnread) else { return }
      let loans = lines.map { LoanEntry.entries(of: $0, years: check.proposal.years) }.filter { !$0.isEmpty }
      let areWhole = loans.allSatisfy { entries in Set(entries.map { $0.amount < .zero }).count == 2 }
      for entries in areWhole ? loans : [loans.flatMap { $0 }] {
        if let judgement = LoanCheck(entries, check).judgement { check.report(judgement) }
      }
    })
}

/// One loan with its repayments.
private struct LoanCheck {
  private let entries: [LoanEntry]
  private let check: ProposalCheck

  init(_ entries: [LoanEntry], _ check: ProposalCheck) {
    self.entries = LoanEntry.lentFirst(entries, check.proposal)
    self.check = check
  }

  private var repaid: [LoanEntry] { entries.filter { $0.amount < .zero } }

  /// What is lent: the loan's own row; where only repayments are printed, the costs that the loan pays.
  private var lent: (amount: Amount, isCosts: Bool) {
    let own = entries.filter { $0.amount > .zero }.map(\.amount).sum()
    guard own == .zero else { return (own, false) }
    let paid = -repaid.map(\.amount).sum()
    let costs = check.proposal.lines(in: .implementation)
    let all = costs.map(\.total).sum()
    // A loan may pay for all costs, for those of an area, or for a line.
    let parts =
      ControlArea.allCases.map { area in costs.filter { $0.controlArea == area }.map(\.total).sum() }
      + costs.map(\.total)
    return (parts.contains(paid) ? paid : all, true)
  }

  var judgement: Judgement? {
    let (lent, isCosts) = lent
    let paid = -repaid.map(\.amount).sum()
    guard !entries.isEmpty, lent != paid, !(isCosts && lent == .zero) else { return nil }
    let shown = repaid.isEmpty ? entries : repaid
    let places = shown.map { check.place(.figure($0.line, year: $0.year)) }
    let seats = zip(shown, places).map { Seat(.figure($0.line, year: $0.year), at: $1) }
    return Judgement(
      Catalogue.loanDiffers(
        lent: lent, repaid: paid, isCosts: isCosts, at: places.first ?? Place(file: check.origins.file),
        cells: places.compactMap(\.cell)),
      accusing: Set(seats))
  }
}

/// What a line of a loan says of one year: lent is positive, repaid negative.
private struct LoanEntry {
  var line: String
  var year: Int
  var amount: Amount
  /// Whether the line's text says that it holds repayments.
  var isRepayment: Bool

  static func entries(of line: Line, years: [Int]) -> [LoanEntry] {
    let key = Spelling.key(line.text)
    let isRepayment = key.contains("tilbagebetaling") || key.contains("afdrag")
    return zip(years, line.figures).filter { $0.1.isMoney }.map {
      LoanEntry(
        line: line.id, year: $0.0, amount: signed($0.1.amount, line, isRepayment), isRepayment: isRepayment)
    }
  }

  /// Repayments printed without their minus count as repayments.
  private static func signed(_ amount: Amount, _ line: Line, _ isRepayment: Bool) -> Amount {
    let isBoth = line.figures.contains { $0.amount < .zero } && line.figures.contains { $0.amount > .zero }
    return !isBoth && isRepayment ? -amount.magnitude : amount
  }

  /// A loan is lent before it is repaid: if the first amount is negative, the signs are seen from the
  /// lender's side. Rows of repayments alone have no such side.
  static func lentFirst(_ entries: [LoanEntry], _ proposal: Proposal) -> [LoanEntry] {
    guard let first = entries.map(\.year).min(), !entries.allSatisfy(\.isRepayment),
      entries.filter({ $0.year == first }).map(\.amount).sum() < .zero,
      entries.contains(where: { $0.amount > .zero }) || proposal.lines(in: .implementation).isEmpty
    else { return entries }
    return entries.map {
      LoanEntry(line: $0.line, year: $0.year, amount: -$0.amount, isRepayment: $0.isRepayment)
    }
  }
}
