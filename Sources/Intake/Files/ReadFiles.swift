public import Output
import Synchronization

/// The bytes of a run's files as they were first read: what is drawn, marked or merged later is what was checked, even
/// where somebody has saved the file in between.
///
/// ```swift
/// let files = ReadFiles()
/// var intake = Intake()
/// intake.files = files
/// let items = intake.read(["BC08.xlsx"]).items
/// let bytes = try files.bytes(of: "BC08.xlsx")  // not read again
/// ```
public final class ReadFiles: Sendable {
  private let kept = Mutex<[String: [UInt8]]>([:])

  /// No file has been read.
  public init() {}

  /// The bytes of a file, `-` for standard input; read at the first call, kept for the others.
  public func bytes(of file: String) throws(FileFailure) -> [UInt8] {
    if let known = kept.withLock({ $0[file] }) { return known }
    let bytes = try InputFiles.read(file)
    kept.withLock { $0[file] = bytes }
    return bytes
  }
}
