package import Findings

/// One rule: what must hold, why, which codes say that it does not, and how it is checked.
package struct Rule: Sendable {
  /// The rule's name in the code, a sentence.
  package var name: String
  /// The codes it reports.
  package var codes: [FindingCode]
  /// What must hold, in one Danish sentence.
  package var statement: String
  /// Why, in Danish.
  package var reason: String
  /// Checks read tables; `nil` if the rule looks at proposals only.
  package var tables: (@Sendable (inout TableCheck) -> Void)?
  /// Checks a proposal; `nil` if the rule looks at read tables only.
  package var proposal: (@Sendable (inout ProposalCheck) -> Void)?

  package init(
    _ name: String, _ codes: [FindingCode], statement: String, reason: String,
    tables: (@Sendable (inout TableCheck) -> Void)? = nil,
    proposal: (@Sendable (inout ProposalCheck) -> Void)? = nil
  ) {
    self.name = name
    self.codes = codes
    self.statement = statement
    self.reason = reason
    self.tables = tables
    self.proposal = proposal
  }
}

extension Rule {
  /// All rules. Their order decides nothing but the order of findings on one sheet.
  package static let all: [Rule] = [
    totalMatchesLines, rowSumMatchesYears, magnitudesAreAlike, amountsArePlausible, linesAreToldOnce,
    detailMatchesTableOne,
    allocationMatchesTableOne, sharesAgree, targetIsExplained, administrationIsNet, priceLevelIsTheProposals,
    yearsAreTheProposals, lineHasControlArea, lineHasAccount, loanIsRepaid, paybackFollows,
    signIsUsual,
    changeGoesOn, committeesAreAffected, hearingsAreHeld, percentagesAreHundred, rulesCanBeCarriedOut,
    statedTablesMatchLines, lineHasCommittee, costHasTable, tablesAreComplete, rentHasCounterEffect,
  ]

  /// What all rules find in read tables; each looks at them alone.
  package static func judgements(_ check: TableCheck) -> [Judgement] {
    all.flatMap { $0.judgements(check) }
  }

  /// What all rules find in a proposal; each looks at it alone.
  package static func judgements(_ check: ProposalCheck) -> [Judgement] {
    all.flatMap { $0.judgements(check) }
  }

  /// What this rule finds in read tables.
  package func judgements(_ check: TableCheck) -> [Judgement] {
    var own = check
    tables?(&own)
    return own.judgements
  }

  /// What this rule finds in a proposal.
  package func judgements(_ check: ProposalCheck) -> [Judgement] {
    var own = check
    proposal?(&own)
    return own.judgements
  }
}
