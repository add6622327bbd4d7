import Findings
import TestSupport
import Testing

@testable import Checks

/// The words of all messages that examples and rule cases give: Danish, whole sentences, one kind of quotation
/// mark.
@Suite struct `Words of messages` {
  /// Every finding that the examples of codes and the cases of rules give.
  private static let findings: [Finding] = {
    let examples = FindingCode.allCases.compactMap { FindingExamples.finding($0) }
    let cases = `Rules alone`.cases.flatMap { MarkedWorkbook($0.text).allFindings }
    var seen: Set<Finding> = []
    return (examples + cases).filter { seen.insert($0).inserted }
  }()

  /// Words that are English and never Danish.
  private static let english: Set<String> = [
    "the", "is", "are", "not", "with", "missing", "wrong", "cell", "value", "sheet", "amount", "line", "year",
    "and", "does", "must", "should", "file", "table", "row", "column", "unknown", "error", "warning",
  ]

  private static func texts(_ finding: Finding) -> [String] {
    [finding.message, finding.suggestion].compactMap { $0 }
  }

  @Test func `there are messages of nearly all codes`() {
    #expect(Set(Self.findings.map(\.code)).count > 35)
  }

  @Test func `a message is a whole sentence, and so is a remedy`() {
    for finding in Self.findings {
      for text in Self.texts(finding) {
        #expect(text.hasSuffix(".") || text.hasSuffix("?") || text.hasSuffix("«"), "\(finding.code): \(text)")
        let first = text.first ?? "a"
        #expect(
          first.isUppercase || first.isNumber || first == "»" || first == "'", "\(finding.code): \(text)")
        #expect(!text.contains("  "), "\(finding.code): \(text)")
      }
    }
  }

  @Test func `words of the sender stand in Danish quotation marks`() {
    for finding in Self.findings {
      for text in Self.texts(finding) {
        #expect(!text.contains { "”“„\"`".contains($0) }, "\(finding.code): \(text)")
        #expect(text.count { $0 == "»" } == text.count { $0 == "«" }, "\(finding.code): \(text)")
      }
    }
  }

  @Test func `there is no English in them`() {
    for finding in Self.findings {
      for text in Self.texts(finding) {
        // The name of a code stands in square brackets, as in the line of its own finding.
        let words = text.replacing(/\[[a-z-]+\]/, with: "").lowercased().split { !$0.isLetter }
        #expect(Self.english.isDisjoint(with: words.map(String.init)), "\(finding.code): \(text)")
      }
    }
  }

  @Test(arguments: FindingCode.allCases) func `a code's own explanation is Danish too`(code: FindingCode) {
    for text in [code.statement, code.reason] {
      #expect(text.hasSuffix("."))
      let words = text.lowercased().split { !$0.isLetter }.map(String.init)
      #expect(Self.english.isDisjoint(with: words), "\(text)")
    }
  }
}
