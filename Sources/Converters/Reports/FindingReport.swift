public import Checks
import ProposalModel

/// The findings of a run as a report for people or programs.
public struct FindingReport: Sendable {
  /// The findings, in the order of the files.
  public var findings: [Finding]
  /// How many proposals were read.
  public var proposals: Int
  /// How many files could not be read at all.
  public var failures: Int

  /// A report of `findings` on `proposals` proposals.
  public init(findings: [Finding], files proposals: Int, failures: Int) {
    self.findings = findings
    self.proposals = proposals
    self.failures = failures
  }

  /// One line per finding, then a summary.
  public var text: String {
    (findings.map(\.line) + [summaryLine]).joined(separator: "\n") + "\n"
  }

  /// `{"findings": […], "summary": {…}}`.
  public func json() throws(FileFailure) -> [UInt8] {
    let document = Document(
      findings: findings,
      summary: Summary(
        errors: count(.error), failures: failures, notes: count(.note), proposals: proposals, warnings: count(.warning)))
    do { return try CanonicalJSON.encodeDocument(document) } catch {
      throw FileFailure(file: "-", status: .inputOutput, message: "Rapporten kan ikke skrives som JSON (\(error)).")
    }
  }

  private var summaryLine: String {
    func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
    let parts = [
      counted(count(.error), "fejl", "fejl"), counted(count(.warning), "advarsel", "advarsler"),
      counted(count(.note), "bemærkning", "bemærkninger"),
    ]
    return parts.joined(separator: ", ") + " i \(counted(proposals, "forslag", "forslag"))."
  }

  private func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }

  private struct Document: Encodable {
    var findings: [Finding]
    var summary: Summary
  }

  private struct Summary: Encodable {
    var errors: Int
    var failures: Int
    var notes: Int
    var proposals: Int
    var warnings: Int
  }
}
