/// An XML part that is edited at byte positions. Edits are collected and made together in ``edited()``; none
/// may lie inside another.
package struct XMLPart {
  /// The part's name in the package.
  package let name: String
  /// The outermost element.
  package let root: XMLElement
  private let bytes: [UInt8]
  private var edits: [(range: Range<Int>, text: String)] = []

  /// Reads a part in UTF-8.
  /// - Parameter skipping: names of elements whose content is not looked at.
  package init(_ bytes: [UInt8], name: String, limits: ReadLimits, skipping: Set<String> = [])
    throws(SpreadsheetError)
  {
    self.name = name
    self.bytes = bytes
    root = try XMLElement.parse(bytes, part: name, limits: limits, skipping: skipping)
  }

  /// The prefix (`x:`) of the outermost element, which inserted elements of the same vocabulary take too.
  package var prefix: String { root.prefix }

  /// Whether the part is of the strict variant of the format, whose namespaces have other names.
  package var isStrict: Bool {
    root.attributes.contains { $0.name.hasPrefix("xmlns") && $0.value == Vocabulary.strict.spreadsheet }
  }

  /// Whether anything was edited.
  package var isChanged: Bool { !edits.isEmpty }

  /// The text as it is written in `range`.
  package func source(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Puts `text` before the byte `position`; of several at one position the first comes first.
  package mutating func insert(_ text: String, at position: Int) { edits.append((position..<position, text)) }

  /// Takes the bytes of `range` away.
  package mutating func remove(_ range: Range<Int>) { edits.append((range, "")) }

  /// Puts `text` in the place of `range`.
  package mutating func replace(_ range: Range<Int>, with text: String) { edits.append((range, text)) }

  /// Adds `text` as the last content of `element`; at most once for each element.
  package mutating func append(_ text: String, to element: XMLElement) {
    if element.isOneTag {
      var end = element.range.upperBound - 2
      while XMLTokenizer.isSpace(bytes[end - 1]) { end -= 1 }
      replace(end..<element.range.upperBound, with: ">\(text)</\(element.fullName)>")
    } else {
      insert(text, at: element.content.upperBound)
    }
  }

  /// Gives the attribute `name` of `element` a value, whether it has one or not.
  package mutating func set(_ name: String, _ value: String, of element: XMLElement) {
    if let attribute = element.attribute(name) {
      if attribute.value != value { replace(attribute.valueRange, with: XMLText.escaped(value)) }
    } else {
      insert(
        " \(name)=\"\(XMLText.escaped(value))\"",
        at: element.range.lowerBound + 1 + element.fullName.utf8.count)
    }
  }

  /// Puts `text` among the children of the outermost element where the schema's sequence `order` has `child`:
  /// behind the last child that may stand before it.
  package mutating func insert(_ text: String, as child: String, order: [String]) {
    let rank = order.firstIndex(of: child) ?? order.count
    let before = root.children.last { order.firstIndex(of: $0.name).map { $0 <= rank } ?? false }
    if let before {
      insert(text, at: before.range.upperBound)
    } else if root.isOneTag {
      append(text, to: root)
    } else {
      insert(text, at: root.content.lowerBound)
    }
  }

  /// The part with all edits made.
  package func edited() -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    let ordered = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, edit) in ordered {
      let start = max(position, edit.range.lowerBound)
      result += bytes[position..<start]
      result += Array(edit.text.utf8)
      position = max(start, edit.range.upperBound)
    }
    return result + bytes[position...]
  }
}

/// Text in XML.
package enum XMLText {
  /// The declaration of parts that are new or were in another encoding.
  package static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  /// `text` with the characters that mean something in XML written as entities.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      case "\r": result += "&#13;"
      case "\t": result += "&#9;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }

  /// `text` as cells and comments store it, with what XML cannot hold escaped; a NUL is left out.
  package static func stored(_ text: String) -> String {
    escaped(StoredText.encode(String(text.unicodeScalars.filter { $0.value != 0 }.map(Character.init))) ?? "")
  }

  /// The bytes of a part, which have become UTF-8, with a declaration that says so.
  package static func withUTF8Declaration(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.starts(with: Array("<?xml".utf8)), let end = bytes.firstIndex(of: UInt8(ascii: ">")) else {
      return bytes
    }
    let stated = String(decoding: bytes[..<end], as: UTF8.self).lowercased()
    guard stated.contains("encoding"), !stated.contains("utf-8"), !stated.contains("utf8") else {
      return bytes
    }
    let rest = bytes[(end + 1)...].drop { $0 == 0x0A || $0 == 0x0D }
    return Array(declaration.utf8) + rest
  }
}

/// The names of namespaces and relationship types, which the transitional and the strict variant of the
/// format spell differently.
package struct Vocabulary: Sendable {
  /// The namespace of sheets, styles and comments.
  package let spreadsheet: String
  /// The namespace of `r:id`, and what relationship types begin with.
  package let relationships: String

  package static let transitional = Vocabulary(
    spreadsheet: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    relationships: "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
  package static let strict = Vocabulary(
    spreadsheet: "http://purl.oclc.org/ooxml/spreadsheetml/main",
    relationships: "http://purl.oclc.org/ooxml/officeDocument/relationships")

  /// The attribute `id` of the relationships' namespace, with the prefix that `root` declares for it, or one
  /// declared on the spot.
  func idAttribute(_ id: String, in root: XMLElement) -> String {
    let declared = root.attributes.first { $0.name.hasPrefix("xmlns:") && $0.value == relationships }
    if let prefix = declared?.name.dropFirst("xmlns:".count) { return "\(prefix):id=\"\(id)\"" }
    return "xmlns:r=\"\(relationships)\" r:id=\"\(id)\""
  }
}
