internal import Synchronization

/// Open handles of one ZIP file. Opening reads the whole directory, so a handle that a part no longer needs
/// serves the next one.
final class ZipArchives: Sendable {
  private let input: WorkbookInput
  private let start: Int
  private let idle = Mutex<[ZipArchive]>([])

  /// As many as there are threads at work, usually; more are closed at once.
  private static let kept = 4

  /// Handles of the ZIP file that begins `start` bytes after the beginning of `input`.
  init(_ input: WorkbookInput, start: Int) {
    self.input = input
    self.start = start
  }

  /// A handle that nobody else has.
  func take() throws(SpreadsheetError) -> ZipArchive {
    if let archive = idle.withLock({ $0.popLast() }) { return archive }
    return try ZipArchive(input, start: start)
  }

  /// Keeps a handle for the next part.
  func giveBack(_ archive: ZipArchive) {
    idle.withLock { if $0.count < ZipArchives.kept { $0.append(archive) } }
  }
}
