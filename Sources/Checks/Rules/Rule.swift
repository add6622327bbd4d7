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
  /// All rules, in the order in which they are checked: a later rule keeps quiet about what an earlier one
  /// has explained.
  package static let all: [Rule] = [
    totalMatchesLines, rowSumMatchesYears, detailMatchesTableOne, allocationMatchesTableOne,
    administrationIsNet, priceLevelIsTheProposals,
    yearsAreTheProposals, lineHasControlArea, lineHasAccount, loanIsRepaid, paybackFollows, signIsUsual,
    changeGoesOn,
    committeesAreAffected, hearingsAreHeld, percentagesAreHundred, rulesCanBeCarriedOut,
    statedTablesMatchLines, lineHasCommittee,
    tablesAreComplete,
    rentHasCounterEffect,
  ]
}
