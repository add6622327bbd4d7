import Checks
import Findings
import Spreadsheet
import TestSupport
import Testing

/// The catalogue of findings: complete, explained, and proved by examples.
@Suite struct `Catalogue of findings` {
  @Test(arguments: FindingCode.allCases)
  func `every code is explained in one Danish sentence with a reason`(code: FindingCode) {
    let explanation = Catalogue.explanation(of: code)
    #expect(explanation.statement.hasSuffix("."))
    #expect(explanation.statement.count > 20)
    #expect(explanation.reason.hasSuffix("."))
  }

  @Test(arguments: FindingCode.allCases)
  func `every code is found in its example, with a message and a remedy`(code: FindingCode) throws {
    let finding = try #require(
      FindingExamples.finding(code), "the example of \(code.rawValue) does not show it")
    #expect(finding.code == code)
    #expect(finding.severity == code.severity)
    #expect(finding.message.hasSuffix("."))
  }

  @Test func `every rule says what must hold, why, and which codes report it`() {
    for rule in Rule.all {
      #expect(rule.statement.hasSuffix("."), "\(rule.name)")
      #expect(rule.reason.hasSuffix("."), "\(rule.name)")
      #expect(!rule.codes.isEmpty, "\(rule.name)")
    }
    #expect(Set(Rule.all.map(\.name)).count == Rule.all.count)
  }

  @Test func `the page about findings is made from codes, rules and examples`() throws {
    #expect(
      try StoredFile.isCurrent(
        "Sources/Checks/Documentation.docc/Findings.md", Array(FindingsPage.markdown.utf8)))
  }
}
