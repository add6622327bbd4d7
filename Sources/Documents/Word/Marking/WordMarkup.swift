import Spreadsheet

/// Writes pieces of Word's XML with the prefix that the part has for them.
struct WordMarkup {
  /// The prefix with its colon: `w:`.
  let prefix: String
  /// What declares the prefix where the part does not: behind the name of each piece's outermost element.
  private let declaration: String

  static let transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"

  /// Markup for a part with the outermost element `root`.
  init(in root: XMLElement) {
    let declared = root.attributes.first {
      $0.name.hasPrefix("xmlns:") && [WordMarkup.transitional, WordMarkup.strict].contains($0.value)
    }
    if let declared {
      prefix = declared.name.dropFirst("xmlns:".count) + ":"
      declaration = ""
    } else {
      prefix = "w:"
      declaration = " xmlns:w=\"\(WordMarkup.namespace(of: root))\""
    }
  }

  /// The namespace of Word's elements in the part of `root`, which is another in the strict form.
  static func namespace(of root: XMLElement) -> String { isStrict(root) ? strict : transitional }

  static func isStrict(_ root: XMLElement) -> Bool {
    root.attributes.contains { $0.name.hasPrefix("xmlns") && $0.value == strict }
  }

  /// An element with attributes, by their names without a prefix, and content.
  func element(_ name: String, _ attributes: [(String, String)] = [], _ content: String = "") -> String {
    let written = attributes.map { " \(prefix)\($0.0)=\"\(XMLText.escaped($0.1))\"" }.joined()
    if content.isEmpty { return "<\(prefix)\(name)\(written)/>" }
    return "<\(prefix)\(name)\(written)>\(content)</\(prefix)\(name)>"
  }

  /// A piece as it is put into the part, with the prefix declared where the part does not.
  func outermost(_ piece: String) -> String {
    guard !declaration.isEmpty, let end = piece.firstIndex(where: { " />".contains($0) }) else {
      return piece
    }
    return piece[..<end] + declaration + piece[end...]
  }

  /// A paragraph of one run. `size` is in half points.
  func paragraph(
    _ text: String, isBold: Bool = false, size: Int? = nil, after: Int = 0, keepsNext: Bool = false
  ) -> String {
    let number = String(after)
    let spacing = element(
      "spacing", [("before", "0"), ("after", number), ("line", "240"), ("lineRule", "auto")])
    let properties = element("pPr", [], (keepsNext ? element("keepNext") : "") + spacing)
    return element("p", [], properties + run(text, isBold: isBold, size: size))
  }

  /// A run of text; nothing for no text.
  func run(_ text: String, isBold: Bool = false, size: Int? = nil) -> String {
    if text.isEmpty { return "" }
    var look = isBold ? element("b") : ""
    if let size { look += element("sz", [("val", String(size))]) + element("szCs", [("val", String(size))]) }
    let properties = look.isEmpty ? "" : element("rPr", [], look)
    let words =
      "<\(prefix)t xml:space=\"preserve\">\(XMLText.escaped(WordMarkup.storable(text)))</\(prefix)t>"
    return element("r", [], properties + words)
  }

  /// The text without characters that XML cannot hold.
  private static func storable(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 && ![0x09, 0x0A, 0x0D].contains(scalar.value)
      kept.append(isControl || scalar.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : scalar)
    }
    return String(kept)
  }
}
