public import Findings
import ProposalModel
import Spreadsheet
import FoundationEssentials

/// A file as it was when it was read or written.
public struct FileFact: Hashable, Sendable, Codable {
  /// The path, as the user named it, `-` for standard input; of a file written its name, beside the receipt.
  public var file: String
  /// How many bytes.
  public var size: Int
  /// Their SHA-256 sum.
  public var sha256: String
  /// When the file was last changed before it was read, in UTC; `nil` for files written, and standard input.
  public var modified: String?

  /// The fact of a file that held `bytes` when it was read.
  package init(read bytes: [UInt8], from file: String) {
    self.init(bytes, file: file)
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    modified = (attributes?[.modificationDate] as? Date)?.formatted(.iso8601)
  }

  /// The fact of a file that was written with `bytes`, in the folder of the receipt.
  package init(written bytes: [UInt8], to file: String) {
    self.init(bytes, file: String(file.split(separator: "/").last ?? ""))
  }

  private init(_ bytes: [UInt8], file: String) {
    self.file = file
    size = bytes.count
    sha256 = SHA256(bytes).description
  }
}

/// What a run of corrections wrote, for those who ask later whether it was posted already.
public struct CorrectionFacts: Hashable, Sendable, Codable {
  /// The layout profile and its version: `kvantum-upload`, `2`.
  public var profile: String
  /// The version of the profile.
  public var profileVersion: String
  /// The format of the file: `csv`, `txt`, `xlsx`, `json`.
  public var format: String
  /// How the file is loaded: `add`; left out where the profile does not say.
  public var mode: String?
  /// Whether the file is to be loaded: it has one row per key, or a forecast was made of it.
  public var isForLoading: Bool
  /// The numbers of the proposals that have rows in it.
  public var posted: [String]
  /// The SHA-256 sums of the earlier set that the rows are the difference to; left out where they are the whole.
  public var since: [String]?

  /// The facts of a run.
  public init(
    profile: String, profileVersion: String, format: String, mode: String?, isForLoading: Bool,
    posted: [String], since: [String]?
  ) {
    (self.profile, self.profileVersion, self.format) = (profile, profileVersion, format)
    (self.mode, self.isForLoading, self.posted, self.since) = (mode, isForLoading, posted, since)
  }
}

/// A receipt (kvittering): which files came in (with the time of each), which came out of them, by which
/// version, and with how many findings.
///
/// It holds no time of its own, so that the same files give the same receipt; when it was written is the time
/// of its file.
public struct Receipt: Hashable, Sendable, Codable {
  /// The version of the receipt's form.
  public var version = 1
  /// The tool and its version: `fordel 0.1.0`.
  public var tool: String
  /// The command: `import`.
  public var command: String
  /// The numbers of the proposals.
  public var proposals: [String]
  /// What came in.
  public var inputs: [FileFact]
  /// What went out.
  public var outputs: [FileFact]
  /// Files of an earlier receipt that were taken back, since another version of the proposal came in later;
  /// left out where there are none.
  public var withdrawn: [String]?
  /// How many findings of each severity there were.
  public var findings: [String: Int]
  /// What the outputs post, where they are corrections; left out elsewhere.
  public var corrections: CorrectionFacts?

  /// A receipt of what `command` made of `inputs`.
  public init(
    command: String, proposals: [String], inputs: [FileFact], outputs: [FileFact], findings: [Severity]
  ) {
    tool = ToolVersion.text
    self.command = command
    self.proposals = proposals
    self.inputs = inputs
    self.outputs = outputs
    self.findings = Dictionary(grouping: findings) { $0.rawValue }.mapValues(\.count)
  }

  /// The receipt as one line of JSON, keys in order.
  package var line: [UInt8]? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { Array($0) + [0x0A] }
  }

  /// The name of the file of receipts in a folder of output.
  public static let fileName = "fordel-kvitteringer.jsonl"
}

/// The tool's name and version.
public enum ToolVersion {
  /// `fordel 0.1.0`.
  public static let text = "fordel 0.1.0"
}
