import Spreadsheet

/// An element of an OpenDocument text with what stands in it, in order: text and elements are mixed.
final class OpenNode {
  /// What stands in an element.
  enum Content {
    case text(String)
    case element(OpenNode)
  }

  let name: XMLName
  let namespace: XMLNamespace
  private let attributes: [(namespace: XMLNamespace, name: XMLName, value: String)]
  private(set) var content: [Content] = []

  private init(_ tokenizer: borrowing XMLTokenizer) throws(SpreadsheetError) {
    name = tokenizer.name
    namespace = tokenizer.namespace
    var attributes: [(namespace: XMLNamespace, name: XMLName, value: String)] = []
    for index in 0..<tokenizer.attributeCount {
      let attribute = tokenizer[attribute: index]
      attributes.append(
        (tokenizer.namespace(ofAttribute: index), attribute.localName, try tokenizer.value(attribute)))
    }
    self.attributes = attributes
  }

  /// Elements of one document. LibreOffice writes some 23,000 for a proposal of eight tables, so that a volume
  /// of forty fits three times over.
  static let elements = 3_000_000

  /// The elements directly inside this one.
  var children: [OpenNode] {
    content.compactMap { if case .element(let node) = $0 { node } else { nil } }
  }

  /// Whether this is the element `name` of OpenDocument's namespace.
  func isA(_ namespace: XMLNamespace, _ name: XMLName) -> Bool {
    self.namespace == namespace && self.name == name
  }

  /// The value of an attribute.
  subscript(_ namespace: XMLNamespace, _ name: XMLName) -> String? {
    attributes.first { $0.namespace == namespace && $0.name == name }?.value
  }

  /// Whether any element inside is one of the name.
  func contains(_ namespace: XMLNamespace, _ name: XMLName) -> Bool {
    children.contains { $0.isA(namespace, name) || $0.contains(namespace, name) }
  }

  /// Reads the element that just started, to its end.
  static func read(_ tokenizer: inout XMLTokenizer) throws(SpreadsheetError) -> OpenNode {
    let root = try OpenNode(tokenizer)
    var open = [root]
    var count = 0
    while let node = open.last {
      switch try tokenizer.next() {
      case .finished: return root
      case .start:
        count += 1
        guard count <= elements else {
          throw .limitExceeded(limit: .cells, value: elements, part: "content.xml")
        }
        let child = try OpenNode(tokenizer)
        node.content.append(.element(child))
        open.append(child)
      case .end: open.removeLast()
      case .text:
        // Between blocks there is only the white space of the file's layout.
        guard node.namespace != .table, node.namespace != .office else { continue }
        var bytes: [UInt8] = []
        try tokenizer.appendText(to: &bytes)
        node.content.append(.text(String(decoding: bytes, as: UTF8.self)))
      }
    }
    return root
  }
}

/// Names of OpenDocument's elements and attributes.
enum OpenNames {
  static let paragraph = XMLName("p")
  static let heading = XMLName("h")
  static let table = XMLName("table")
  static let styleName = XMLName("style-name")
}
