public import Findings
public import Output
public import ProposalModel
import Spreadsheet
import FoundationEssentials

/// One run of a command over the proposals of any number of files: read on several threads, given on one by
/// one in a stable order, nothing kept.
///
/// Memory holds a few proposals at a time and, for each one that went by, its number and a fingerprint, by
/// which it is known again.
public struct BatchRun: Sendable {
  /// How files are read.
  public var intake: Intake
  /// Whether proposals are used although parts of them could not be read, and the latest of several versions.
  public var allowsIncomplete: Bool
  /// How many files are read at the same time.
  public var threads: Int
  private let sources: [IntakeSource]
  private let missing: [FileFailure]

  /// As many threads as there are cores.
  public static var usualThreads: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

  /// A run over the files and folders of a command's arguments.
  public init(_ arguments: [String], intake: Intake, allowsIncomplete: Bool, threads: Int? = nil) {
    self.intake = intake
    self.allowsIncomplete = allowsIncomplete
    self.threads = max(1, threads ?? BatchRun.usualThreads)
    (sources, missing) = IntakeSource.find(arguments)
  }

  /// All files that are read; they must not be overwritten.
  public var files: [String] { sources.flatMap(\.files) }

  /// What happens during a run, in the order of the files.
  public enum Event<Part: Sendable>: Sendable {
    /// A file cannot be read, or nothing can be made of it.
    case failure(FileFailure)
    /// What is wrong or unusual in a proposal.
    case findings([Finding])
    /// A proposal that is to be used.
    case ready(Ready<Part>)
    /// An earlier proposal is not to be used after all: the one that was ready as `index`.
    case withdrawn(index: Int, id: String, file: String)
    /// A proposal is not used since its structure could not be read, or it came in twice.
    case left(file: String)
    /// A version that is not used since a later one is; a Danish sentence.
    case passedOver(String)
    /// So many of the files are done.
    case progress(done: Int, of: Int)
  }

  /// A proposal that is to be used, and what was made of it.
  public struct Ready<Part: Sendable>: Sendable {
    /// Which it is, counting all proposals of the run from 0.
    public var index: Int
    /// Forslagsnummer.
    public var id: String
    /// The file it came from.
    public var file: String
    /// The files it was read from, as they were.
    public var inputs: [FileFact]
    /// The severities of its findings.
    public var severities: [Severity]
    /// What was made of it.
    public var part: Part
  }

  /// Reads everything; `make` runs on other threads and turns each proposal into what the command needs of
  /// it, `handle` hears of everything in order. Once `handle` says `false`, what is left is not read.
  public func run<Part: Sendable>(
    make: @escaping @Sendable (IntakeItem, Proposal) throws(FileFailure) -> Part,
    handle: (Event<Part>) -> Bool
  ) {
    for failure in missing where !handle(.failure(failure)) { return }
    var versions = BatchVersions(allowsIncomplete: allowsIncomplete)
    let (sources, intake, allowsIncomplete) = (sources, intake, allowsIncomplete)
    // A few files per thread wait at most: enough that no thread is idle while one large file is read.
    OrderedWork.run(sources.count, threads: threads, window: threads * 4) { index in
      Result { () throws(FileFailure) -> [PreparedItem<Part>] in
        try intake.read(sources[index]).map {
          PreparedItem($0, allowsIncomplete: allowsIncomplete, make: make)
        }
      }
    } take: { index, result in
      var goesOn = true
      switch result {
      case .failure(let failure): goesOn = handle(.failure(failure))
      case .success(let items):
        for item in items { versions.take(item) { if goesOn { goesOn = handle($0) } } }
      }
      return goesOn && handle(.progress(done: index + 1, of: sources.count))
    }
  }
}

/// A proposal that has been read and made into what the command needs; its lines are gone.
struct PreparedItem<Part: Sendable>: Sendable {
  package var file: String
  /// Forslagsnummer; `nil` if no proposal could be read.
  package var id: String?
  /// Where the number stands.
  package var place: Place
  package var inputs: [FileFact]
  package var findings: [Finding]
  /// Two numbers that only equal proposals share.
  var fingerprint: ProposalFingerprint
  /// What was made; `nil` if the structure could not be read.
  package var part: Result<Part, FileFailure>?

  init(_ item: IntakeItem, allowsIncomplete: Bool, make: (IntakeItem, Proposal) throws(FileFailure) -> Part) {
    (file, inputs, findings) = (item.file, item.inputs, item.findings)
    id = item.proposal?.id
    place = item.origins[.proposal("Forslagsnummer")]
    fingerprint = ProposalFingerprint(item.proposal)
    guard let proposal = item.proposal, !item.isBlocked || allowsIncomplete else { return }
    part = Result { () throws(FileFailure) -> Part in try make(item, proposal) }
  }
}
