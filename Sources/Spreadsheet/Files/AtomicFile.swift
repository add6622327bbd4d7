#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Why a file could not be written, with the path and the system's own words.
public struct FileWriteError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was being done.
  public enum Step: String, Hashable, Sendable {
    /// The file, or the temporary file beside it, could not be created.
    case create
    /// Bytes could not be written, for example on a full disk.
    case write
    /// The finished file could not take its name.
    case rename
  }

  /// What was being done.
  public var step: Step
  /// The file as the caller named it.
  public var path: String
  /// The system's explanation, such as `Permission denied`.
  public var explanation: String

  /// One sentence for people: `cannot create out/a.xlsx: Permission denied`.
  public var description: String { "cannot \(step.rawValue) \(path): \(explanation)" }
}

/// A file that appears whole or not at all: bytes go to a hidden file beside the target, which takes the
/// target's name in ``commit()``.
///
/// Dropped before that, it removes what it wrote. A symbolic link keeps being one: the file that it points at
/// is replaced. An existing file keeps its permissions. A target that is not a regular file (`/dev/stdout`, a
/// pipe) is never replaced: it gets the finished bytes.
package struct AtomicFile: ~Copyable {
  /// The file as the caller named it.
  package let path: String
  /// Where the bytes stand until ``commit()``.
  package let temporaryPath: String
  private let destination: Destination
  private var isPending = true

  private enum Destination {
    case file(String)
    case stream(String)
    case nowhere
  }

  /// Creates the empty temporary file beside `path`.
  package init(path: String) throws(FileWriteError) {
    let place = try AtomicFile.place(for: path)
    (destination, temporaryPath) = (place.destination, place.temporaryPath)
    self.path = path
  }

  /// Creates an empty file in the folder for temporary files, for bytes that never get a name (``bytes()``).
  package init() throws(FileWriteError) {
    let created = try AtomicFile.createTemporaryFile(
      beside: AtomicFile.temporaryFolder + "/fordel", named: "a temporary file", permissions: 0o600)
    (destination, temporaryPath) = (.nowhere, created)
    path = "a temporary file"
  }

  deinit {
    if isPending {
      let path = temporaryPath
      PendingFiles.finish(path) { _ = unlink(path) }
    }
  }

  /// Replaces what the temporary file holds by `bytes`.
  package func write(_ bytes: [UInt8]) throws(FileWriteError) {
    try AtomicFile.write(bytes, to: temporaryPath, named: path)
  }

  /// What the temporary file holds.
  package func bytes() throws(FileWriteError) -> [UInt8] {
    guard let bytes = AtomicFile.read(temporaryPath) else {
      throw FileWriteError(step: .write, path: path, explanation: String(cString: strerror(errno)))
    }
    return bytes
  }

  /// Gives the finished file its name, replacing what stood there.
  package mutating func commit() throws(FileWriteError) {
    switch destination {
    case .file(let target):
      let (source, number) = (
        temporaryPath, PendingFiles.whole { rename(temporaryPath, target) == 0 ? 0 : errno }
      )
      guard number == 0 else {
        throw FileWriteError(step: .rename, path: path, explanation: String(cString: strerror(number)))
      }
      isPending = false
      PendingFiles.finish(source) {}
    case .stream(let target): try AtomicFile.write(bytes(), to: target, named: path)
    case .nowhere: break
    }
  }
}

extension AtomicFile {
  /// Writes `bytes` to `path` whole or not at all; where the system can, without a temporary file that could
  /// be left behind.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileWriteError) {
    let resolved = resolvingLinks(path)
    let mode = mode(of: resolved)
    if !path.isEmpty, !path.hasSuffix("/"), mode.map({ $0 & mode_t(S_IFMT) == mode_t(S_IFREG) }) ?? true {
      switch UnnamedFile.write(bytes, to: resolved, permissions: mode.map { $0 & 0o777 }, writeAll: writeAll)
      {
      case .done: return
      case .failed(let number):
        throw FileWriteError(step: .write, path: path, explanation: String(cString: strerror(number)))
      case .notPossible: break
      }
    }
    var file = try AtomicFile(path: path)
    try file.write(bytes)
    try file.commit()
  }

  private static func place(for path: String) throws(FileWriteError) -> (
    destination: Destination, temporaryPath: String
  ) {
    let resolved = resolvingLinks(path)
    let mode = mode(of: resolved)
    switch mode.map({ $0 & mode_t(S_IFMT) }) {
    case mode_t(S_IFDIR):
      throw FileWriteError(step: .create, path: path, explanation: String(cString: strerror(EISDIR)))
    case nil, mode_t(S_IFREG):
      return (
        .file(resolved),
        try createTemporaryFile(beside: resolved, named: path, permissions: mode.map { $0 & 0o777 })
      )
    default:
      return (
        .stream(resolved),
        try createTemporaryFile(beside: temporaryFolder + "/fordel", named: path, permissions: 0o600)
      )
    }
  }

  private static var temporaryFolder: String {
    guard let folder = getenv("TMPDIR"), folder.pointee != 0 else { return "/tmp" }
    return String(cString: folder)
  }

  private static func mode(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode : nil
  }

  /// The file that `path` leads to; `path` itself where nothing stands there yet.
  private static func resolvingLinks(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// A new empty file `.name.XXXXXX.tmp` in the folder of `target`: hidden, so that nothing that lists
  /// workbooks picks it up.
  private static func createTemporaryFile(
    beside target: String, named path: String, permissions: mode_t?
  ) throws(FileWriteError) -> String {
    let slash = target.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(target[...$0]) } ?? ""
    let name = slash.map { String(target[target.utf8.index(after: $0)...]) } ?? target
    guard !name.isEmpty else {
      throw FileWriteError(
        step: .create, path: path, explanation: String(cString: strerror(path.isEmpty ? ENOENT : EISDIR)))
    }
    for _ in 0..<100 {
      let candidate =
        folder + "." + name.prefix(40) + "." + String(UInt32.random(in: .min ... .max), radix: 36) + ".tmp"
      var number: Int32 = 0
      let made = PendingFiles.add {
        let descriptor = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
          number = errno
          return nil
        }
        if let permissions { fchmod(descriptor, permissions) }
        close(descriptor)
        return candidate
      }
      if let made { return made }
      guard number == EEXIST else {
        throw FileWriteError(step: .create, path: path, explanation: String(cString: strerror(number)))
      }
    }
    throw FileWriteError(step: .create, path: path, explanation: String(cString: strerror(errno)))
  }

  private static func write(_ bytes: [UInt8], to target: String, named path: String) throws(FileWriteError) {
    let descriptor = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw FileWriteError(step: .create, path: path, explanation: String(cString: strerror(errno)))
    }
    var failure: Int32 = bytes.withUnsafeBytes { writeAll($0, to: descriptor) }
    if close(descriptor) != 0, failure == 0 { failure = errno }
    guard failure == 0 else {
      throw FileWriteError(step: .write, path: path, explanation: String(cString: strerror(failure)))
    }
  }

  private static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      #if canImport(Glibc)
        let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      #elseif canImport(Musl)
        let count = Musl.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      #else
        let count = Darwin.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      #endif
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count < 0 ? errno : EIO }
      rest = rest.dropFirst(count)
    }
    return 0
  }

  private static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress?.advanced(by: filled), $0.count - filled, off_t(filled))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      filled += count
    }
    return bytes
  }
}
