internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The temporary files that have no final name yet, so that a process that is told to stop takes them with
/// it.
package enum PendingFiles {
  private static let paths = Mutex<Set<String>>([])

  /// Runs `create`, which makes a temporary file, and keeps its path in mind.
  static func add(_ create: () -> String?) -> String? {
    paths.withLock { paths in
      let path = create()
      if let path { paths.insert(path) }
      return path
    }
  }

  /// Runs `finish`, after which the file at `path` is gone or has another name.
  static func finish<Result>(_ path: String, _ finish: () -> Result) -> Result {
    paths.withLock { paths in
      paths.remove(path)
      return finish()
    }
  }

  /// Runs `body`, which must not be cut in two.
  static func whole<Result>(_ body: () -> Result) -> Result { paths.withLock { _ in body() } }

  /// Removes all temporary files and runs `end`, which ends the process; no file is made or named in between.
  package static func stop(_ end: () -> Void) {
    paths.withLock { paths in
      for path in paths { unlink(path) }
      paths = []
      end()
    }
  }
}
