package import Foundation

/// Files that are kept in the repository and made by the tool. With `FORDEL_RECORD=1` in the environment they
/// are written anew, and the test that asked fails once.
package enum StoredFile {
  /// The folder of the package.
  package static let root = BuiltTool.package

  /// The bytes of a file of the package, if it is there.
  package static func bytes(_ path: String) -> [UInt8]? {
    (try? Data(contentsOf: root.appending(path: path))).map { [UInt8]($0) }
  }

  /// Whether the file at `path` is what was made now; if not, the tests are to be run with `FORDEL_RECORD=1`
  /// and the difference read.
  package static func isCurrent(_ path: String, _ made: [UInt8]) throws -> Bool {
    let isSame = bytes(path) == made
    if !isSame, ProcessInfo.processInfo.environment["FORDEL_RECORD"] != nil {
      try Data(made).write(to: root.appending(path: path))
    }
    return isSame
  }
}
