import FoundationEssentials

/// Why a canonical JSON file cannot be read.
public struct CanonicalJSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where in the document: `lines[3].figures[0]`; empty for the document itself.
  public var path: String
  /// What is wrong there.
  public var reason: String

  /// The path and the reason.
  public var description: String { path.isEmpty ? reason : "\(path): \(reason)" }
}

/// The canonical JSON form of the model: keys in alphabetical order, whole øre, arrays of figures on one
/// line, a version.
///
/// `decode(encode(x)) == x`; equal values give equal bytes. Keys that the schema does not know are reported,
/// not dropped in silence.
public enum CanonicalJSON {
  /// The version written by this tool. Files of earlier versions are read: what they do not have is empty.
  ///
  /// 2: subtotals, memos and targets of Tabel 1, kept tables, the origin and area of allocation tables, and
  /// open findings.
  public static let version = 2

  /// The document of a proposal, with the errors of reading that it does not show itself.
  public static func encode(_ proposal: Proposal, open: [OpenFinding] = []) throws -> [UInt8] {
    try encodeDocument(ProposalDocument(proposal: proposal, open: open.isEmpty ? nil : open))
  }

  /// Any value of the model in the canonical layout, without a version: used for rounds and reports.
  public static func encodeDocument(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return JSONLayout.pretty([UInt8](try encoder.encode(value)))
  }

  /// Reads a proposal; `unknownKeys` are the paths of keys the schema does not know.
  public static func decode(_ bytes: [UInt8]) throws(CanonicalJSONError) -> (
    proposal: Proposal, unknownKeys: [String]
  ) {
    let content = try read(bytes)
    return (content.proposal, content.unknownKeys)
  }

  /// What a document holds.
  public struct Content: Sendable {
    /// The proposal.
    public var proposal: Proposal
    /// The errors of reading that the proposal does not show itself.
    public var open: [OpenFinding]
    /// The paths of keys the schema does not know.
    public var unknownKeys: [String]
    /// Control areas and rules that cannot be read and are left out.
    public var unreadable: [UnreadableText]
  }

  /// A text that is no control area or no rule: a person's slip, which a workbook may have as well, and no
  /// reason to refuse the document.
  public struct UnreadableText: Hashable, Sendable {
    /// Its path: `proposal.lines[3].controlArea`.
    public var path: String
    /// The text.
    public var text: String
    /// Whether it should be a rule; else a control area.
    public var isRule: Bool
  }

  /// Takes out the texts that are no control area and no rule.
  private static func mended(_ bytes: [UInt8]) -> (bytes: [UInt8], unreadable: [UnreadableText]) {
    var unreadable: [UnreadableText] = []
    var mended = bytes
    for value in JSONKeys.texts(of: ["controlArea", "rule"], in: bytes[...]).reversed() {
      let isRule = value.path.hasSuffix("rule")
      guard value.path.hasPrefix("proposal."),
        isRule ? DistributionRule(codedText: value.text) == nil : ControlArea(rawValue: value.text) == nil
      else { continue }
      unreadable.append(UnreadableText(path: value.path, text: value.text, isRule: isRule))
      mended.replaceSubrange(value.range, with: Array("null".utf8))
    }
    return (mended, unreadable.reversed())
  }

  /// Reads a document; a key that an object has twice, and what breaks the model's promises, is refused.
  public static func read(_ bytes: [UInt8]) throws(CanonicalJSONError) -> Content {
    let (mended, unreadable) = mended(bytes)
    let (document, unknown) = try decodeDocument(ProposalDocument.self, mended)
    guard (1...version).contains(document.version) else {
      throw CanonicalJSONError(
        path: "version",
        reason: "version \(document.version) is not one of 1 to \(version), which this tool reads")
    }
    if let trouble = document.proposal.invariantTrouble { throw trouble }
    return Content(
      proposal: document.proposal, open: document.open ?? [], unknownKeys: unknown, unreadable: unreadable)
  }

  /// Reads any value of the model together with the keys that its schema does not know.
  public static func decodeDocument<Value: Codable>(
    _ type: Value.Type, _ bytes: [UInt8]
  ) throws(CanonicalJSONError) -> (value: Value, unknownKeys: [String]) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    do {
      let data = Data(text)
      let value = try JSONDecoder().decode(Value.self, from: data)
      if let (key, path) = JSONKeys.firstRepeated(in: text) {
        throw CanonicalJSONError(path: path, reason: "the key \"\(key)\" stands twice")
      }
      let given = try JSONDecoder().decode(JSONShape.self, from: data)
      let known = try JSONDecoder().decode(JSONShape.self, from: try JSONEncoder().encode(value))
      return (value, given.keys(missingFrom: known, at: ""))
    } catch let error as DecodingError {
      throw CanonicalJSONError(error)
    } catch let error as CanonicalJSONError {
      throw error
    } catch {
      throw CanonicalJSONError(path: "", reason: "\(error)")
    }
  }
}

/// A proposal with the schema's version, as it stands in the file.
private struct ProposalDocument: Codable {
  var version: Int
  var proposal: Proposal
  var open: [OpenFinding]?

  init(proposal: Proposal, open: [OpenFinding]?) {
    version = CanonicalJSON.version
    self.proposal = proposal
    self.open = open
  }
}

extension CanonicalJSONError {
  fileprivate init(_ error: DecodingError) {
    func place(_ path: [any CodingKey]) -> String {
      path.reduce(into: "") { text, key in
        if let index = key.intValue {
          text += "[\(index)]"
        } else {
          text += (text.isEmpty ? "" : ".") + key.stringValue
        }
      }
    }
    switch error {
    case .keyNotFound(let key, let context):
      self.init(path: place(context.codingPath), reason: "the key \"\(key.stringValue)\" is missing")
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      self.init(path: place(context.codingPath), reason: context.debugDescription)
    @unknown default: self.init(path: "", reason: "\(error)")
    }
  }
}

/// Only the keys of a JSON document.
private indirect enum JSONShape: Decodable {
  case object([String: JSONShape])
  case array([JSONShape])
  case null
  case leaf

  init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: AnyKey.self) {
      var members: [String: JSONShape] = [:]
      for key in container.allKeys {
        members[key.stringValue] = try container.decode(JSONShape.self, forKey: key)
      }
      self = .object(members)
    } else if var container = try? decoder.unkeyedContainer() {
      var items: [JSONShape] = []
      while !container.isAtEnd { items.append(try container.decode(JSONShape.self)) }
      self = .array(items)
    } else {
      self = (try? decoder.singleValueContainer().decodeNil()) == true ? .null : .leaf
    }
  }

  func keys(missingFrom known: JSONShape, at path: String) -> [String] {
    switch (self, known) {
    case (.object(let mine), .object(let theirs)):
      return mine.keys.sorted().flatMap { key -> [String] in
        let here = path.isEmpty ? key : "\(path).\(key)"
        guard let value = mine[key] else { return [] }
        guard let other = theirs[key] else {
          guard case .null = value else { return [here] }
          return []
        }
        return value.keys(missingFrom: other, at: here)
      }
    case (.array(let mine), .array(let theirs)):
      return zip(mine, theirs).enumerated().flatMap { index, pair in
        pair.0.keys(missingFrom: pair.1, at: "\(path)[\(index)]")
      }
    default: return []
    }
  }

  private struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

/// Lays compact JSON out for readers: two spaces, one member a line, arrays of plain values on one line.
enum JSONLayout {
  static func pretty(_ compact: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(compact.count * 2)
    var depth = 0
    var flat: [Bool] = []
    var index = 0
    func newline() {
      output.append(UInt8(ascii: "\n"))
      output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
    }
    while index < compact.count {
      let byte = compact[index]
      switch byte {
      case UInt8(ascii: "\""):
        let end = stringEnd(compact, from: index)
        output.append(contentsOf: compact[index...end])
        index = end
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        let isFlat = byte == UInt8(ascii: "[") && isPlainArray(compact, from: index)
        output.append(byte)
        flat.append(isFlat)
        depth += 1
        let closes =
          index + 1 < compact.count
          && (compact[index + 1] == UInt8(ascii: "}") || compact[index + 1] == UInt8(ascii: "]"))
        if !isFlat, !closes { newline() }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        let isFlat = flat.popLast() ?? true
        let wasEmpty = output.last == UInt8(ascii: "{") || output.last == UInt8(ascii: "[")
        if !isFlat, !wasEmpty { newline() }
        output.append(byte)
      case UInt8(ascii: ","):
        output.append(byte)
        if flat.last == true { output.append(UInt8(ascii: " ")) } else { newline() }
      case UInt8(ascii: ":"): output.append(contentsOf: [byte, UInt8(ascii: " ")])
      default: output.append(byte)
      }
      index += 1
    }
    output.append(UInt8(ascii: "\n"))
    return output
  }

  private static func stringEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start + 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index, bytes.count - 1)
  }

  /// An array without arrays and objects in it.
  private static func isPlainArray(_ bytes: [UInt8], from start: Int) -> Bool {
    var index = start + 1
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "]"): return true
      case UInt8(ascii: "["), UInt8(ascii: "{"): return false
      case UInt8(ascii: "\""): index = stringEnd(bytes, from: index)
      default: break
      }
      index += 1
    }
    return true
  }
}
