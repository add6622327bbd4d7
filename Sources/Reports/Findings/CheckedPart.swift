public import Findings
public import Intake
public import Output
import ProposalModel

/// One proposal of a check, or a file without one: what is compared with an earlier check.
public struct CheckedPart: Sendable {
  /// The file.
  package var file: String
  /// Forslagsnummer; `nil` if no proposal could be read.
  package var id: String?
  /// What was found in it.
  public var findings: [Finding]
  /// Whether it says the same as an earlier part, so that its findings are told already.
  package var isRepeated: Bool

  package init(file: String, id: String?, findings: [Finding], isRepeated: Bool = false) {
    self.file = file
    self.id = id
    self.findings = findings
    self.isRepeated = isRepeated
  }

  /// The parts of a check: its proposals and the files that could not be read.
  public static func parts(_ outcomes: [ProposalRun.Outcome], unread: [UnreadFile]) -> [CheckedPart] {
    unread.map { CheckedPart(file: $0.failure.file, id: nil, findings: [$0.finding]) }
      + outcomes.map {
        CheckedPart(file: $0.file, id: $0.id, findings: $0.findings, isRepeated: $0.use == .repeated)
      }
  }

  /// By what two parts are known to be the same proposal.
  var key: String? { id.map { Spelling.key($0) }.flatMap { $0.isEmpty ? nil : $0 } }

  /// The file's name without its folders.
  var name: String { file.split(separator: "/").last.map(String.init) ?? file }
}

/// The check of the version before, which a new one is held against.
public struct EarlierCheck: Sendable {
  /// The file or folder, as the user named it.
  public let path: String
  /// All files that were read; they must not be overwritten.
  public let files: [String]
  /// What could not be read of it.
  public private(set) var failures: [FileFailure] = []
  /// Its proposals, and files without one.
  public private(set) var parts: [CheckedPart] = []

  /// Checks the file or folder `path` as `intake` reads it.
  public init(_ path: String, intake: Intake, threads: Int?) {
    self.path = path
    let run = ProposalRun([path], intake: intake, allowsIncomplete: false, threads: threads)
    files = run.files
    var outcomes: [ProposalRun.Outcome] = []
    var unread: [UnreadFile] = []
    run.run { _, _ in
      true
    } handle: { (event: ProposalRun.Event<Bool>) in
      switch event {
      case .unread(let file): unread.append(file)
      case .outcome(let outcome): outcomes.append(outcome)
      default: break
      }
      return true
    }
    failures = unread.map(\.failure)
    parts = CheckedPart.parts(outcomes, unread: unread)
    if parts.isEmpty {
      failures.append(
        FileFailure(file: path, status: .findings, message: "Der er ingen forslag i den tidligere version."))
    }
  }

  /// Whether anything of it can be compared with.
  public var isReadable: Bool { parts.contains { $0.id != nil } || failures.isEmpty }
}
