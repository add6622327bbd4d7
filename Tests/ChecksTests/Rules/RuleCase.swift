import Findings
import Forms
import ProposalModel
import Reading
import TestSupport
import Testing

@testable import Checks

/// A small workbook, a rule, and what the rule alone finds in it.
struct RuleCase: Sendable, CustomTestStringConvertible {
  /// The rule's name.
  var rule: String
  /// What is in the workbook.
  var what: String
  /// The workbook, as text; see `MarkedWorkbook`.
  var text: String
  /// The codes that the rule finds, with their cells: `total-differs Tabel 1!C6`.
  var expected: [String]

  init(_ rule: String, _ what: String, _ text: String, finds expected: [String]) {
    self.rule = rule
    self.what = what
    self.text = text
    self.expected = expected
  }

  var testDescription: String { "\(rule): \(what)" }

  /// What the rule finds when it is the only one.
  var found: [String] {
    guard let rule = Rule.all.first(where: { $0.name == rule }) else { return ["no rule \(rule)"] }
    return Judged(text).judgements {
      rule.judgements($0)
    } tables: {
      rule.judgements($0)
    }.map { judgement in
      let finding = judgement.finding
      return "\(finding.code.rawValue) \(finding.sheet.map { $0 + "!" } ?? "")\(finding.cell ?? "-")"
    }
  }
}

/// A workbook read as the tool reads it, ready for rules.
struct Judged {
  private var tables: [TableCheck] = []
  private var proposals: [ProposalCheck] = []

  init(_ text: String) {
    let workbook = MarkedWorkbook(text).workbook
    if EntryWorkbook.recognises(workbook) {
      let read = EntryWorkbook.read(workbook, file: MarkedWorkbook.file)
      guard let proposal = read.proposal else { return }
      proposals = [
        ProposalCheck(proposal, read.origins, read.round, isFromTables: false, reading: read.findings)
      ]
    } else {
      tables = TableWorkbookReader.read(workbook, file: MarkedWorkbook.file).map { TableCheck($0) }
      proposals = tables.map(\.ofProposal)
    }
  }

  func judgements(
    _ proposal: (ProposalCheck) -> [Judgement], tables check: (TableCheck) -> [Judgement]
  ) -> [Judgement] {
    tables.flatMap(check) + proposals.flatMap(proposal)
  }
}

/// Each rule on tables of its own, without the others.
@Suite struct `Rules alone` {
  static let cases = RuleCase.amounts + RuleCase.sums + RuleCase.words + RuleCase.front

  @Test(arguments: cases) func `a rule finds this, and nothing else`(example: RuleCase) {
    #expect(example.found == example.expected)
  }

  @Test func `every rule has a case in which it finds something, and one in which it does not`() {
    for rule in Rule.all {
      let own = Self.cases.filter { $0.rule == rule.name }
      #expect(own.contains { !$0.expected.isEmpty }, "\(rule.name) never finds anything")
      let silent = Self.cases.contains { $0.rule == rule.name && $0.expected.isEmpty }
      #expect(silent, "\(rule.name) is never silent")
    }
  }

  @Test(arguments: cases) func `what is told does not depend on the order of the rules`(example: RuleCase) {
    func told(_ rules: [Rule]) -> Set<Finding> {
      let judgements = Judged(example.text).judgements { check in
        rules.flatMap { $0.judgements(check) }
      } tables: { check in
        rules.flatMap { $0.judgements(check) }
      }
      return Set(Causes.resolve(judgements))
    }
    #expect(told(Rule.all) == told(Rule.all.reversed()))
  }
}
