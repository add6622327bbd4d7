import FoundationEssentials
import Glibc
import Synchronization

/// What the tool said of files, kept for as long as nothing in them has changed.
///
/// The status of a round takes the time of reading all its files; opening one proposal after another, sorting
/// and filtering must not.
final class RunMemory: Sendable {
  /// Bytes that are kept. 64 MiB: the status and some hundred tables of a round.
  static let bytes = 64 << 20
  /// How long a file of the user's own folder must have been at rest: of one that was written while it was read
  /// its time of change does not tell what was read.
  static let rest = 2

  private struct Entry {
    var stamp: [FileStamp]
    var result: ToolRun.Result
    var turn: Int
  }

  private struct Content {
    var entries: [String: Entry] = [:]
    var bytes = 0
    var turn = 0
  }

  private let content = Mutex(Content())

  /// What was said for `key` of files that are as in `stamp`.
  func result(_ key: String, _ stamp: [FileStamp]) -> ToolRun.Result? {
    content.withLock { content in
      guard var entry = content.entries[key], entry.stamp == stamp else { return nil }
      content.turn += 1
      entry.turn = content.turn
      content.entries[key] = entry
      return entry.result
    }
  }

  /// Keeps what was said; what has not been asked for the longest goes.
  func keep(_ result: ToolRun.Result, for key: String, _ stamp: [FileStamp]) {
    let size = result.output.count + result.words.utf8.count
    guard size < RunMemory.bytes / 4 else { return }
    content.withLock { content in
      content.turn += 1
      if let old = content.entries[key] { content.bytes -= RunMemory.size(old) }
      content.entries[key] = Entry(stamp: stamp, result: result, turn: content.turn)
      content.bytes += size
      while content.bytes > RunMemory.bytes,
        let oldest = content.entries.min(by: { $0.value.turn < $1.value.turn })
      {
        content.bytes -= RunMemory.size(oldest.value)
        content.entries[oldest.key] = nil
      }
    }
  }

  private static func size(_ entry: Entry) -> Int {
    entry.result.output.count + entry.result.words.utf8.count
  }
}

/// A file as it was: where, how long, and when it was changed last, to the nanosecond.
struct FileStamp: Hashable, Sendable {
  private let path: String
  private let inode: UInt64
  private let size: Int64
  private let seconds: Int
  private let nanoseconds: Int

  /// Files below a folder that are looked at. 20,000: far above any round; of more nothing is kept.
  private static let files = 20_000

  /// The stamps of all files below `folder`, those behind links too, in a stable order; `nil` where some cannot
  /// be looked at or one was changed in the last `resting` seconds and may still be written.
  static func all(in folder: String, resting: Int) -> [FileStamp]? {
    var stamps: [FileStamp] = []
    guard collect(folder, depth: 0, into: &stamps) else { return nil }
    let limit = time(nil) - resting
    guard resting == 0 || stamps.allSatisfy({ $0.seconds < limit }) else { return nil }
    return stamps.sorted { $0.path < $1.path }
  }

  /// The stamps of `files` in `folder`; `nil` where one is not there.
  static func each(of files: [String], in folder: String) -> [FileStamp]? {
    let stamps = files.sorted().compactMap { read("\(folder)/\($0)")?.0 }
    return stamps.count == files.count ? stamps : nil
  }

  private static func collect(_ folder: String, depth: Int, into stamps: inout [FileStamp]) -> Bool {
    guard depth < 32, let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      return false
    }
    for name in names {
      let path = "\(folder)/\(name)"
      guard let (stamp, isFolder) = read(path), stamps.count < files else { return false }
      stamps.append(stamp)
      if isFolder, !collect(path, depth: depth + 1, into: &stamps) { return false }
    }
    return true
  }

  private static func read(_ path: String) -> (FileStamp, isFolder: Bool)? {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    let stamp = FileStamp(
      path: path, inode: UInt64(facts.st_ino), size: Int64(facts.st_size), seconds: facts.st_ctim.tv_sec,
      nanoseconds: facts.st_ctim.tv_nsec)
    return (stamp, facts.st_mode & S_IFMT == S_IFDIR)
  }
}
