public import Findings
public import Output
import ProposalModel

/// A file that could not be read: why, how the command ends because of it, and the finding that tells it.
public struct UnreadFile: Sendable {
  /// Why, in Danish, and with which exit status.
  public var failure: FileFailure

  /// A file that could not be read because of `failure`.
  public init(_ failure: FileFailure) { self.failure = failure }

  /// The file, as the user named it.
  public var file: String { failure.file }

  /// `file-unread` at the file.
  public var finding: Finding { Catalogue.fileUnread(failure.message, at: Place(file: failure.file)) }
}
