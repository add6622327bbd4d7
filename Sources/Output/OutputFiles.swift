import Spreadsheet
import FoundationEssentials

/// A file as it was written.
public struct WrittenFile: Sendable {
  /// Where; `-` for standard output.
  public var path: String
  /// What.
  public var bytes: [UInt8]
}

/// Writes finished files: whole or not at all, never over an input.
public struct OutputFiles: Sendable {
  private var inputs: Set<String>

  /// Files that must not be overwritten: the inputs of the command.
  public init(protecting inputs: [String]) {
    self.inputs = Set(inputs.filter { $0 != "-" }.map(OutputFiles.resolved))
  }

  /// The same files protected, and these too.
  public func protecting(_ more: [String]) -> OutputFiles {
    var files = self
    files.inputs.formUnion(OutputFiles(protecting: more).inputs)
    return files
  }

  /// Writes `bytes` to `path`, or to standard output for `-`. The file appears whole or not at all. Returns
  /// what was written, for a receipt.
  @discardableResult
  public func write(_ bytes: [UInt8], to path: String) throws(FileFailure) -> WrittenFile {
    if path == "-" {
      do { try FileHandleBytes.standardOutput(bytes) } catch {
        throw FileFailure(file: path, status: .inputOutput, message: "Standard-output kan ikke skrives.")
      }
      return WrittenFile(path: path, bytes: bytes)
    }
    try refuseInput(path)
    do { try AtomicFile.write(bytes, to: path) } catch {
      throw FileFailure(
        file: path, status: .outputUnwritable,
        message: "Filen kan ikke skrives (\(error.explanation)). Kontrollér mappen, rettighederne og pladsen."
      )
    }
    return WrittenFile(path: path, bytes: bytes)
  }

  /// Throws where `path` is one of the inputs, which are never written over.
  public func refuseInput(_ path: String) throws(FileFailure) {
    guard path != "-", inputs.contains(OutputFiles.resolved(path)) else { return }
    throw FileFailure(
      file: path, status: .outputUnwritable,
      message: "Filen er selv en af de indlæste og overskrives ikke. Vælg en anden mappe eller et andet navn."
    )
  }

  /// Takes back a file that this run has written.
  public func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

  /// Makes the folder, with those above it, if it is not there.
  public func makeFolder(_ path: String) throws(FileFailure) {
    do { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) } catch {
      throw FileFailure(
        file: path, status: .outputUnwritable,
        message: "Mappen kan ikke oprettes. Kontrollér navnet og rettighederne.")
    }
  }

  /// A proposal's number as the beginning of a file name: letters, digits, `-` and `_` stay, everything else
  /// becomes `_`.
  public static func name(for id: String) -> String {
    let name = String(id.map { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" ? $0 : "_" })
    return name.isEmpty ? "uden-nummer" : name
  }

  private static func resolved(_ path: String) -> String {
    let url = URL(filePath: path)
    let folder = url.deletingLastPathComponent().resolvingSymlinksInPath().path(percentEncoded: false)
    let whole = url.resolvingSymlinksInPath().path(percentEncoded: false)
    return FileManager.default.fileExists(atPath: path) ? whole : folder + "/" + url.lastPathComponent
  }
}
