public import Findings
public import Output
import ProposalModel
public import Reading
import Spreadsheet

/// The findings of a run as a report for people or programs: ``text(isColoured:nextStep:summary:)``, ``json()`` and
/// ``html(sheets:nextStep:)``.
public struct FindingReport: Sendable {
  /// The findings, in the order of the files.
  public var findings: [Finding]
  /// How many proposals were read.
  public var proposals: Int
  /// The files that could not be read at all.
  public var failures: [FileFailure]
  /// The numbers of the files and what each was read as.
  public var numbers = NumberCount()
  /// What became of the findings of an earlier version, where one is compared with.
  public var changes: FindingChanges?

  /// A report of `findings` on `proposals` proposals.
  public init(findings: [Finding], proposals: Int, failures: [FileFailure] = []) {
    self.findings = findings
    self.proposals = proposals
    self.failures = failures
  }

  /// `{"findings": […], "numbers": {…}, "summary": {…}}`, and `since` where there is an earlier version.
  public func json() throws(FileFailure) -> [UInt8] {
    let count = FindingCount(findings)
    let document = Document(
      findings: findings,
      numbers: Dictionary(uniqueKeysWithValues: numbers.counts.map { ($0.rawValue, $1) }),
      since: changes.map(Since.init),
      summary: Summary(
        accepted: count.accepted == 0 ? nil : count.accepted, errors: count.errors, failures: failures.count,
        notes: count.notes,
        proposals: proposals,
        warnings: count.warnings))
    do { return try CanonicalJSON.encodeDocument(document) } catch {
      throw FileFailure(
        file: "-", status: .inputOutput, message: "Rapporten kan ikke skrives som JSON (\(error)).")
    }
  }

  /// `14 fejl, 1 advarsel, 0 bemærkninger i 2 forslag.`
  public var summaryLine: String {
    let unread =
      failures.isEmpty ? "" : " \(failures.count) \(failures.count == 1 ? "fil" : "filer") kunne ikke læses."
    if proposals == 0, !findings.contains(where: { $0.severity == .error }) {
      return "Ingen forslag er kontrolleret.\(unread)"
    }
    return "\(FindingCount(findings).words) i \(proposals) forslag.\(unread)"
  }

  /// `312 tal: 96 beløb, 40 gentaget …`; `nil` where no number was read.
  var numbersLine: String? {
    numbers.total == 0 ? nil : numbers.sentence
  }

  private struct Document: Encodable {
    var findings: [Finding]
    var numbers: [String: Int]
    var since: Since?
    var summary: Summary
  }

  private struct Since: Encodable {
    var added: [String]
    var gone: [String]
    var left: [Finding]
    var new: [Finding]
    var old: String
    var solved: [Finding]
    var unknown: [Finding]

    init(_ changes: FindingChanges) {
      (added, gone, left) = (changes.added, changes.gone, changes.left)
      (new, old, solved, unknown) = (changes.new, changes.old, changes.solved, changes.unknown)
    }
  }

  private struct Summary: Encodable {
    /// How many of the warnings are accepted; left out where none is.
    var accepted: Int?
    var errors: Int
    var failures: Int
    var notes: Int
    var proposals: Int
    var warnings: Int
  }
}

/// Findings on one sheet of one file, or on a file as a whole.
struct FindingGroup: Sendable {
  package var file: String?
  package var sheet: String?
  package var findings: [Finding]

  /// Groups in the order in which their sheets first occur, file by file.
  package static func groups(_ findings: [Finding]) -> [FindingGroup] {
    var files: [String?] = []
    var groups: [FindingGroup] = []
    for finding in findings {
      if !files.contains(finding.file) { files.append(finding.file) }
      if let index = groups.firstIndex(where: { $0.file == finding.file && $0.sheet == finding.sheet }) {
        groups[index].findings.append(finding)
      } else {
        groups.append(FindingGroup(file: finding.file, sheet: finding.sheet, findings: [finding]))
      }
    }
    return files.flatMap { file in groups.filter { $0.file == file } }
  }
}
