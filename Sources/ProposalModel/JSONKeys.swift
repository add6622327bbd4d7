import FoundationEssentials

/// Finds a key that an object of a JSON document has twice: decoders silently take one of the two values.
///
/// Only what tells objects from arrays and keys from values is looked at; whether the document is JSON at all,
/// the decoder says.
struct JSONKeys {
  private struct Level {
    var isObject: Bool
    var keys: Set<String> = []
    var path: String
    /// Whether the next string is a key.
    var awaitsKey: Bool
    /// The key or index of the value that comes next.
    var member = ""
    var index = 0
  }

  private let bytes: ArraySlice<UInt8>
  private var levels: [Level] = []

  /// A text that is the value of a key.
  struct TextValue {
    var path: String
    var text: String
    /// Where the text stands, with its quotation marks.
    var range: Range<Int>
  }

  private var wanted: Set<String> = []
  private var values: [TextValue] = []
  /// Where each value begins, by its path.
  private var starts: [String: Int] = [:]

  /// The first key that stands twice in one object, with its path; `nil` if none does.
  static func firstRepeated(in bytes: ArraySlice<UInt8>) -> (key: String, path: String)? {
    var scanner = JSONKeys(bytes: bytes)
    return scanner.scan()
  }

  /// The texts that are values of `keys`, in the order of the document.
  static func texts(of keys: Set<String>, in bytes: ArraySlice<UInt8>) -> [TextValue] {
    var scanner = JSONKeys(bytes: bytes)
    scanner.wanted = keys
    _ = scanner.scan()
    return scanner.values
  }

  /// The line, counted from 1, on which each value begins, by its path: `committees[2].code`.
  ///
  /// The document itself has the empty path.
  static func lines(in bytes: ArraySlice<UInt8>) -> [String: Int] {
    var scanner = JSONKeys(bytes: bytes)
    scanner.keepsStarts = true
    _ = scanner.scan()
    var (line, next) = (1, bytes.startIndex)
    var lines: [String: Int] = [:]
    for (path, start) in scanner.starts.sorted(by: { $0.value < $1.value }) {
      line += bytes[next..<start].count { $0 == UInt8(ascii: "\n") }
      next = start
      lines[path] = line
    }
    return lines
  }

  private var keepsStarts = false

  private init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  private mutating func scan() -> (key: String, path: String)? {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        let end = stringEnd(from: index)
        if levels.last?.awaitsKey != true { noteStart(index) }
        if let found = take(bytes[index..<end]) { return found }
        index = end
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        noteStart(index)
        open(isObject: bytes[index] == UInt8(ascii: "{"))
      case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = levels.popLast()
      case UInt8(ascii: ","): next()
      case UInt8(ascii: ":"), UInt8(ascii: " "), 9, 10, 13: break
      default: noteStart(index)
      }
      index += 1
    }
    return nil
  }

  private mutating func noteStart(_ index: Int) {
    guard keepsStarts, starts[path] == nil else { return }
    starts[path] = index
  }

  private func stringEnd(from start: Int) -> Int {
    var index = start + 1
    while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index + 1, bytes.endIndex)
  }

  private mutating func open(isObject: Bool) {
    levels.append(Level(isObject: isObject, path: path, awaitsKey: isObject))
  }

  /// The path of the value that comes next.
  private var path: String {
    guard let last = levels.last else { return "" }
    if !last.isObject { return "\(last.path)[\(last.index)]" }
    return last.path.isEmpty ? last.member : "\(last.path).\(last.member)"
  }

  private mutating func next() {
    guard !levels.isEmpty else { return }
    levels[levels.count - 1].index += 1
    levels[levels.count - 1].awaitsKey = levels[levels.count - 1].isObject
  }

  private mutating func take(_ text: ArraySlice<UInt8>) -> (key: String, path: String)? {
    guard let last = levels.last, last.awaitsKey else {
      if let last = levels.last, last.isObject, wanted.contains(last.member) {
        values.append(
          TextValue(path: path, text: JSONKeys.decoded(text), range: text.startIndex..<text.endIndex))
      }
      return nil
    }
    let key = JSONKeys.decoded(text)
    levels[levels.count - 1].awaitsKey = false
    levels[levels.count - 1].member = key
    if levels[levels.count - 1].keys.insert(key).inserted { return nil }
    return (key, path)
  }

  /// The text of a JSON string; an escape may hide that two keys are the same.
  private static func decoded(_ text: ArraySlice<UInt8>) -> String {
    if text.contains(UInt8(ascii: "\\")),
      let decoded = try? JSONDecoder().decode(String.self, from: Data(text))
    {
      return decoded
    }
    return String(decoding: text.dropFirst().dropLast(), as: UTF8.self)
  }
}
