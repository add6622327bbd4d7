#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Writing a file that has no name until it is whole, so that not even a killed process leaves a part of it
/// behind.
///
/// Linux alone can do this (`O_TMPFILE`), and not on every file system; ``AtomicFile`` is the way where it
/// cannot. Where another file stands at the path, the finished file has a hidden name for the moment between
/// `linkat` and `rename`; the next write of the path clears one that was left then.
enum UnnamedFile {
  /// Writes `bytes` to `target`, whose folder is there and at which a regular file of `permissions` stands,
  /// or nothing; `false` if the system cannot do it this way, the error number if writing failed.
  static func write(
    _ bytes: [UInt8], to target: String, permissions: mode_t?,
    writeAll: (UnsafeRawBufferPointer, Int32) -> Int32
  )
    -> Outcome
  {
    #if os(Linux)
      let slash = target.utf8.lastIndex(of: UInt8(ascii: "/"))
      let folder = slash.map { String(target[...$0]) } ?? "."
      let descriptor = open(folder, temporaryFile | O_WRONLY | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { return .notPossible }
      defer { close(descriptor) }
      if let permissions { fchmod(descriptor, permissions) }
      let failure = bytes.withUnsafeBytes { writeAll($0, descriptor) }
      guard failure == 0 else { return .failed(failure) }
      return PendingFiles.whole { name(descriptor, target) } ? .done : .notPossible
    #else
      return .notPossible
    #endif
  }

  /// How it went.
  enum Outcome {
    case done, notPossible
    case failed(Int32)
  }

  #if os(Linux)
    /// `O_TMPFILE`, which is no plain constant and so is not imported.
    private static let temporaryFile: Int32 = 0o20_000_000 | O_DIRECTORY

    private static func name(_ descriptor: Int32, _ target: String) -> Bool {
      let source = "/proc/self/fd/\(descriptor)"
      if linkat(AT_FDCWD, source, AT_FDCWD, target, AT_SYMLINK_FOLLOW) == 0 { return true }
      guard errno == EEXIST else { return false }
      let hidden = hiddenName(of: target)
      // Whoever was killed between the two calls left a whole file of this name, which is replaced; another
      // process at the same target may take ours.
      for _ in 0..<attempts {
        if linkat(AT_FDCWD, source, AT_FDCWD, hidden, AT_SYMLINK_FOLLOW) != 0 {
          guard errno == EEXIST else { return false }
          unlink(hidden)
          continue
        }
        if rename(hidden, target) == 0 { return true }
        guard errno == ENOENT else { break }
      }
      unlink(hidden)
      return false
    }

    /// How often the hidden name is tried for before another way is taken.
    private static let attempts = 8

    /// `.P1.xlsx.fordel` for `P1.xlsx`: always the same, so that the next write of the target clears away
    /// what a killed one left.
    private static func hiddenName(of target: String) -> String {
      let slash = target.utf8.lastIndex(of: UInt8(ascii: "/"))
      let (folder, name) =
        slash.map { (String(target[...$0]), target[target.utf8.index(after: $0)...]) } ?? ("", target[...])
      return folder + "." + name + ".fordel"
    }
  #endif
}
