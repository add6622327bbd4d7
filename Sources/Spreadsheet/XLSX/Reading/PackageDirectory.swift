/// The entries of a ZIP file by name, as the Open Packaging Conventions read names: without a leading slash, in any letter case, with
/// backslashes (which some programs write) as slashes.
struct PackageDirectory: Sendable {
  /// One entry.
  struct Entry: Sendable {
    var index: Int
    /// The name, normalised but in its own letter case.
    var name: String
    /// Bytes unpacked, as the file states.
    var size: Int
    /// The checksum of the bytes unpacked, as the file states.
    var checksum: UInt32
    /// Whether another entry has exactly the same name and other contents.
    var isDuplicate = false
  }

  private var exact: [String: Entry] = [:]
  private var folded: [String: String] = [:]

  init(_ archive: borrowing ZipArchive) {
    for index in 0..<archive.count {
      guard let spelled = archive.name(index) else { continue }
      let name = PackageDirectory.normalised(spelled)
      let entry = Entry(index: index, name: name, size: archive.declaredSize(index) ?? 0, checksum: archive.declaredChecksum(index))
      if let other = exact[name] {
        // The same part twice, to the byte, leaves no doubt; some programs write it so.
        if other.size != entry.size || other.checksum != entry.checksum { exact[name]?.isDuplicate = true }
      } else {
        exact[name] = entry
        folded[name.lowercased(), default: name] = name
      }
    }
  }

  /// The entry that `name` means: the exact name first, then one that differs in letter case only.
  subscript(_ name: String) -> Entry? {
    let name = PackageDirectory.normalised(name)
    if let entry = exact[name] { return entry }
    return folded[name.lowercased()].flatMap { exact[$0] }
  }

  /// Whether an entry's name ends with `suffix`, in any letter case.
  func hasName(endingWith suffix: String) -> Bool {
    folded.keys.contains { $0.hasSuffix(suffix) }
  }

  private static func normalised(_ name: String) -> String {
    resolve(name, against: "")
  }

  /// The name of the part that `target` means in the relationships of the part `base`: relative to its folder, or from the top if it begins
  /// with a slash. `..` beyond the top stays at the top; nothing is ever written to disk under such a name.
  static func resolve(_ target: String, against base: String) -> String {
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

  /// `%20` and the like undone; a text with a wrong escape stays as it is.
  static func withoutPercentEscapes(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2, let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }
}
