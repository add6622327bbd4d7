public import AllocationTables
import Findings
public import Intake
public import Output
public import ProposalModel
import Spreadsheet

/// A whole `fordel merge`: reads the original and the returned files, and merges them.
public struct MergeRun: Sendable {
  /// The proposal that went out.
  public let original: IntakeItem
  /// The files that came back and could be read.
  public private(set) var returned: [ReturnedFile] = []
  /// Files that could not be read, or whose structure could not.
  public private(set) var failures: [FileFailure] = []
  private let proposal: Proposal
  private let round: Round

  /// Reads `original` and the returned files and folders.
  public init(original file: String, returned arguments: [String], round asked: Round?) throws(FileFailure) {
    original = try Intake(round: asked).single(file)
    guard let proposal = original.proposal, let round = original.round else {
      throw FileFailure(
        file: file, status: .unreadable, message: "Filen rummer intet forslag med en kendt runde.")
    }
    self.proposal = proposal
    self.round = round
    let read = ReadFiles()
    var intake = Intake(round: round)
    intake.files = read
    let (items, unread) = intake.read(arguments)
    failures = unread.map(\.failure)
    guard !items.isEmpty || !unread.isEmpty else {
      throw FileFailure(
        file: arguments.joined(separator: ", "), status: .inputMissing,
        message:
          "Der er ingen returnerede projektmapper (.xlsx, .ods, .csv eller .json) i mappen, så intet er skrevet."
      )
    }
    for item in items {
      if let trouble = item.findings.first(where: { $0.severity == .error && $0.code.stopsMerging }) {
        failures.append(
          FileFailure(file: item.file, status: .findings, message: "Ikke taget med: \(trouble.line)"))
      } else if item.proposal == nil {
        failures.append(
          FileFailure(file: item.file, status: .unreadable, message: "Filen rummer ingen af tabellerne A–E."))
      } else {
        returned.append(ReturnedFile(item, workbook: MergeRun.workbook(item.file, read), round: round))
      }
    }
  }

  /// Whether a merged proposal may be written: everything could be read, or that is not asked for and
  /// something could.
  public func mayBeWritten(allowsIncomplete: Bool) -> Bool {
    !returned.isEmpty && (failures.isEmpty || allowsIncomplete)
  }

  /// Merges what could be read.
  public func merge(options: TableOptions = TableOptions(), takesChangedSums: Bool = false)
    -> AllocationMerge.Result
  {
    let merge = AllocationMerge(
      into: proposal, from: original, round: round, options: options, takesChangedSums: takesChangedSums)
    var result = merge.merge(returned)
    // Nobody has seen what a hidden row brings in.
    result.findings += returned.flatMap(\.item.findings).filter { $0.code == .hiddenMoney }
    return result
  }

  /// The cells once more, for the field of the sender; files that are no workbooks have none.
  private static func workbook(_ file: String, _ read: ReadFiles) -> Workbook? {
    guard file != "-", let bytes = try? read.bytes(of: file), case .workbook = FileContent(bytes, name: file)
    else { return nil }
    return try? Grids.workbook(bytes, file: file)
  }
}

extension FindingCode {
  /// Returned files of one proposal hold different versions of it by their nature; everything else that keeps
  /// a file from being read stops the merge.
  fileprivate var stopsMerging: Bool {
    blocksWriting && self != .duplicateProposal && self != .committeeMissing
  }
}
