import FoundationEssentials

/// A JSON document as a tree of values, and the line on which each stands: for files that people write by hand,
/// whose every mistake is told at its place.
package struct JSONDocument: Sendable {
  /// The value of the whole document.
  package var root: JSONValue
  /// The line, counted from 1, of each value by its path: `committees[2].code`.
  private let lines: [String: Int]

  /// Reads a document; a text that is no JSON is refused with the line on which reading ended.
  package init(_ bytes: [UInt8]) throws(CanonicalJSONError) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    do { root = try JSONDecoder().decode(JSONValue.self, from: Data(text)) } catch {
      throw CanonicalJSONError(path: "", reason: JSONDocument.syntaxTrouble(error))
    }
    lines = JSONKeys.lines(in: text)
    if let (key, path) = JSONKeys.firstRepeated(in: text) {
      throw CanonicalJSONError(path: path, reason: "»\(key)« står to gange")
    }
  }

  /// The line of the value at `path`, or of the nearest value around it that stands in the document.
  package func line(of path: String) -> Int {
    var path = path[...]
    while true {
      if let line = lines[String(path)] { return line }
      guard let cut = path.lastIndex(where: { $0 == "." || $0 == "[" }) else { return lines[""] ?? 1 }
      path = path[..<cut]
    }
  }

  /// What the decoder says of a text that is no JSON, as far as it names the place.
  private static func syntaxTrouble(_ error: any Error) -> String {
    var words = String(describing: error)
    if case .dataCorrupted(let context)? = error as? DecodingError, let cause = context.underlyingError {
      words = String(describing: cause)
      if let cocoa = cause as? CocoaError { words += String(describing: cocoa.userInfo) }
    }
    guard let found = words.firstMatch(of: /line (\d+), column (\d+)/) else {
      return "teksten er ikke JSON: et komma, et anførselstegn eller en parentes mangler eller er for meget"
    }
    return
      "linje \(found.1), tegn \(found.2): teksten er ikke JSON: et komma, et anførselstegn eller en parentes mangler "
      + "eller er for meget, her eller lige før"
  }
}

/// A value of a JSON document.
package indirect enum JSONValue: Hashable, Sendable, Decodable {
  case object([String: JSONValue])
  case array([JSONValue])
  case text(String)
  case whole(Int64)
  case number(Double)
  case flag(Bool)
  case null

  package init(from decoder: any Decoder) throws {
    if let members = try? decoder.singleValueContainer().decode([String: JSONValue].self) {
      self = .object(members)
    } else if let items = try? decoder.singleValueContainer().decode([JSONValue].self) {
      self = .array(items)
    } else {
      let value = try decoder.singleValueContainer()
      if value.decodeNil() {
        self = .null
      } else if let text = try? value.decode(String.self) {
        self = .text(text)
      } else if let flag = try? value.decode(Bool.self) {
        self = .flag(flag)
      } else if let whole = try? value.decode(Int64.self) {
        self = .whole(whole)
      } else {
        self = .number(try value.decode(Double.self))
      }
    }
  }

  /// The value of a key, where this is an object that has it and it is not `null`.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self, let value = members[key], value != .null else { return nil }
    return value
  }

  /// The text, where this is one.
  package var text: String? { if case .text(let text) = self { text } else { nil } }
  /// The whole number, where this is one.
  package var whole: Int64? { if case .whole(let whole) = self { whole } else { nil } }
  /// The items, where this is an array.
  package var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }

  /// The value as a person would read it back: `"2025"`, `500`, `en liste`.
  package var shown: String {
    switch self {
    case .object: "et objekt i {}"
    case .array: "en liste i []"
    case .text(let text): "\"\(text)\""
    case .whole(let whole): String(whole)
    case .number(let number): String(number)
    case .flag(let flag): String(flag)
    case .null: "null"
    }
  }
}
