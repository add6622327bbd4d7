internal import Synchronization

/// The entries of a ZIP file by name, as the Open Packaging Conventions read names: without a leading slash,
/// in any letter case, with backslashes (which some programs write) as slashes.
package struct PackageDirectory: Sendable {
  /// One entry.
  package struct Entry: Sendable {
    package var index: Int
    /// The name, normalised but in its own letter case.
    package var name: String
    /// Bytes unpacked, as the file states.
    package var size: Int
    /// Whether another entry has exactly the same name and other contents.
    package var isDuplicate: Bool

    fileprivate init(_ record: Record, name: String) {
      (index, size, isDuplicate) = (Int(record.index), record.size, record.isDuplicate)
      self.name = name
    }
  }

  /// What is kept of an entry, in as little space as it takes: a file may have a hundred thousand.
  fileprivate struct Record {
    var index: UInt32
    var checksum: UInt32
    var size: Int
    var isDuplicate = false
  }

  private var exact: [String: Record] = [:]
  private let folded = FoldedNames()

  init(_ archive: ZipArchive) {
    exact.reserveCapacity(archive.count)
    for index in 0..<archive.count {
      guard let spelled = archive.name(index) else { continue }
      let name = PackageDirectory.resolve(spelled, against: "")
      let record = Record(
        index: UInt32(clamping: index), checksum: archive.declaredChecksum(index),
        size: archive.declaredSize(index) ?? 0)
      if let other = exact[name] {
        // The same part twice, to the byte, leaves no doubt; some programs write it so.
        if other.size != record.size || other.checksum != record.checksum { exact[name]?.isDuplicate = true }
      } else {
        exact[name] = record
      }
    }
  }

  /// How many entries there are.
  package var count: Int { exact.count }

  /// The entry that `name` means: the exact name first, then one that differs in letter case only.
  package subscript(_ name: String) -> Entry? {
    let name = PackageDirectory.resolve(name, against: "")
    if let record = exact[name] { return Entry(record, name: name) }
    guard let other = folded.name(name.lowercased(), among: exact), let record = exact[other] else {
      return nil
    }
    return Entry(record, name: other)
  }

  /// Whether an entry's name ends with `suffix`, in any letter case.
  package func hasName(endingWith suffix: String) -> Bool {
    exact.keys.contains { $0.lowercased().hasSuffix(suffix) }
  }

  /// The name of the part that `target` means in the relationships of the part `base`: relative to its
  /// folder, or from the top if it begins with a slash. `..` beyond the top stays at the top; nothing is ever
  /// written to disk under such a name.
  package static func resolve(_ target: String, against base: String) -> String {
    if isPlain(target) {
      guard let slash = base.lastIndex(of: "/") else { return target }
      return base[...slash] + target
    }
    let target = String(target.map { $0 == "\\" ? "/" : $0 })
    var folders: [Substring] = target.hasPrefix("/") ? [] : base.split(separator: "/").dropLast()
    for step in target.split(separator: "/") {
      switch step {
      case ".": break
      case "..": _ = folders.popLast()
      default: folders.append(step)
      }
    }
    return folders.joined(separator: "/")
  }

  /// Whether a path has neither backslashes nor steps that are empty, `.` or like `..`.
  private static func isPlain(_ path: String) -> Bool {
    var before = UInt8(ascii: "/")
    var isDot = false
    for byte in path.utf8 {
      if byte == UInt8(ascii: "\\") { return false }
      if isDot, byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") { return false }
      if before == UInt8(ascii: "/"), byte == before { return false }
      isDot = before == UInt8(ascii: "/") && byte == UInt8(ascii: ".")
      before = byte
    }
    return !isDot && before != UInt8(ascii: "/")
  }

  /// `%20` and the like undone; a text with a wrong escape stays as it is.
  package static func withoutPercentEscapes(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }
}

/// The names of a directory in small letters, made when somebody first asks: hardly any file needs them.
private final class FoldedNames: Sendable {
  private let names = Mutex<[String: String]?>(nil)

  /// The first name, in alphabetical order, whose small letters are `folded`.
  func name(_ folded: String, among exact: [String: PackageDirectory.Record]) -> String? {
    names.withLock { names in
      if let names { return names[folded] }
      let made = Dictionary(exact.keys.map { ($0.lowercased(), $0) }, uniquingKeysWith: min)
      names = made
      return made[folded]
    }
  }
}
