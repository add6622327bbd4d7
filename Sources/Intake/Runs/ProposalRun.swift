public import Findings
public import Output
public import ProposalModel
public import Reading
import FoundationEssentials

/// One run of a command over the proposals of any number of files: the only way from files to proposals.
///
/// Files are read on several threads and given on one by one in a stable order. Memory holds a few proposals
/// at a time and, of each one that went by, its findings, its number and a fingerprint by which it is known
/// again. Where one number comes in several times, ``VersionRule`` decides which file is used.
public struct ProposalRun: Sendable {
  /// How files are read.
  public var intake: Intake
  /// Whether proposals are used although parts of them could not be read, and of several versions without a
  /// field `Version` the one that was changed last.
  public var allowsIncomplete: Bool
  /// Which of several files with the same proposal are used.
  public var rule: VersionRule
  /// How many files are read at the same time.
  public var threads: Int
  private let sources: [IntakeSource]
  private let unread: [UnreadFile]
  /// Files of folders that are of no kind that proposals come in: pictures, letters of old programs.
  public let others: [String]

  /// As many threads as there are cores, and memory for.
  public static var usualThreads: Int {
    max(1, min(ProcessInfo.processInfo.activeProcessorCount, threadsInMemory))
  }

  /// For how many files at a time there is memory. 256 MiB each: several times what a workbook at the limits of
  /// the forms takes.
  private static var threadsInMemory: Int { AvailableMemory.bytes.map { $0 >> 28 } ?? .max }

  /// A run over the files and folders of a command's arguments.
  public init(
    _ arguments: [String], intake: Intake, allowsIncomplete: Bool, rule: VersionRule = .oneOfEach,
    threads: Int? = nil
  ) {
    self.intake = intake
    self.allowsIncomplete = allowsIncomplete
    self.rule = rule
    self.threads = max(1, min(threads ?? ProposalRun.usualThreads, ProposalRun.threadsInMemory))
    let found = InputFiles.find(arguments)
    (sources, unread, others) = (IntakeSource.gather(found.files), found.unread, found.others)
  }

  /// All files that are read; they must not be overwritten.
  public var files: [String] { sources.flatMap(\.files) + unread.map(\.file) }

  /// What happens during a run. Findings come last, in the order of the files, since a later file decides
  /// whether an earlier version of a proposal counts.
  public enum Event<Part: Sendable>: Sendable {
    /// A file cannot be read.
    case unread(UnreadFile)
    /// Nothing can be made of a proposal.
    case failure(FileFailure)
    /// A proposal that is to be used.
    case ready(Ready<Part>)
    /// An earlier proposal is not to be used after all: the one that was ready as `index`.
    case withdrawn(index: Int)
    /// So many of the files are done, so many of them with errors.
    case progress(done: Int, of: Int, errors: Int)
    /// What became of a proposal and what is wrong or unusual in it.
    case outcome(Outcome)
    /// Files of folders that were read and hold no proposal.
    case withoutProposal([String])
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

  /// What became of a proposal that came in.
  public struct Outcome: Sendable {
    /// The file.
    public var file: String
    /// Forslagsnummer; `nil` if no proposal could be read.
    public var id: String?
    /// Whether and why it is used or not.
    public var use: Use
    /// What is wrong or unusual. Of a version that a later one replaces, only that.
    public var findings: [Finding]
    /// How many numbers of the file have which role.
    public var numbers = NumberCount()
    /// The numbers themselves; only where the intake records them.
    public var cells: [NumberCell] = []
    /// A Danish sentence on which version was chosen, where there was a choice.
    public var remark: String?
  }

  /// Whether and why a proposal is used or not.
  public enum Use: Hashable, Sendable {
    /// It is used.
    case used
    /// An earlier file of the run holds the same content; such a proposal counts once.
    case repeated
    /// A later version is used, or the workbook that a document stands beside.
    case replaced
    /// Its structure could not be read, or it came in twice with different content.
    case left
  }

  /// Reads everything; `make` runs on other threads and turns each proposal into what the command needs of
  /// it, `handle` hears of everything. Once `handle` says `false`, what is left is not read.
  public func run<Part: Sendable>(
    make: @escaping @Sendable (IntakeItem, Proposal) throws(FileFailure) -> Part,
    handle: (Event<Part>) -> Bool
  ) {
    for file in unread where !handle(.unread(file)) { return }
    var versions = VersionChoice(rule: rule, allowsIncomplete: allowsIncomplete)
    var without: [String] = []
    var errors = 0
    var goesOn = true
    let (sources, intake, allowsIncomplete) = (sources, intake, allowsIncomplete)
    let prepare: @Sendable (Int, Bool) -> Result<[PreparedItem<Part>], FileFailure> = { index, keepsFigures in
      Result { () throws(FileFailure) -> [PreparedItem<Part>] in
        try intake.read(sources[index]).map {
          PreparedItem(
            $0, source: index, allowsIncomplete: allowsIncomplete,
            keepsNumbers: intake.recordsNumbers, keepsFigures: keepsFigures, make: make)
        }
      }
    }
    // A few files per thread wait at most: enough that no thread is idle while one large file is read.
    OrderedWork.run(sources.count, threads: threads, window: threads * 4, work: { prepare($0, false) }) {
      index, result in
      switch result {
      case .failure(let failure):
        errors += 1
        goesOn = handle(.unread(UnreadFile(failure)))
      case .success(let items):
        if items.isEmpty { without.append(sources[index].file) }
        if items.contains(where: \.hasErrors) { errors += 1 }
        for item in items where goesOn { versions.take(item) { goesOn = handle($0) && goesOn } }
      }
      return goesOn && handle(.progress(done: index + 1, of: sources.count, errors: errors))
    }
    guard goesOn else { return }
    versions.settle(again: { prepare($0, true) }, handle)
    if !without.isEmpty { _ = handle(.withoutProposal(without)) }
  }
}

/// A proposal that has been read and made into what the command needs; its lines are gone.
struct PreparedItem<Part: Sendable>: Sendable {
  /// Which of the run's sources it came from.
  var source: Int
  var file: String
  /// Forslagsnummer; `nil` if no proposal could be read.
  var id: String?
  /// Where the number stands.
  var place: Place
  /// The field `Version`.
  var version: String?
  /// Whether the file is a document, not a workbook.
  var isDocument: Bool
  /// The figures of a document, which a workbook may have to be compared with, and of what cannot be read
  /// again; of others where they are asked for.
  var figures: ProposalFigures?
  var inputs: [FileFact]
  var findings: [Finding]
  /// How many numbers have which role.
  var numbers: NumberCount
  /// The numbers themselves, where the intake records them.
  var cells: [NumberCell] = []
  /// Two numbers that only equal proposals share.
  var fingerprint: ProposalFingerprint
  /// What was made; `nil` if the structure could not be read.
  var part: Result<Part, FileFailure>?

  var hasErrors: Bool { findings.contains { $0.severity == .error } }

  init(
    _ item: IntakeItem, source: Int, allowsIncomplete: Bool, keepsNumbers: Bool, keepsFigures: Bool,
    make: (IntakeItem, Proposal) throws(FileFailure) -> Part
  ) {
    self.source = source
    (file, inputs, findings) = (item.file, item.inputs, item.findings)
    id = item.proposal?.id
    numbers = NumberCount(item.numbers)
    if keepsNumbers { cells = item.numbers }
    version = item.proposal?.version
    isDocument = item.isDocument
    if keepsFigures || item.isDocument || item.file == "-" { figures = ProposalFigures(item) }
    place = item.origins[.proposal(.id)]
    fingerprint = ProposalFingerprint(item.proposal)
    guard let proposal = item.proposal, !item.isBlocked || allowsIncomplete else { return }
    part = Result { () throws(FileFailure) -> Part in try make(item, proposal) }
  }
}
