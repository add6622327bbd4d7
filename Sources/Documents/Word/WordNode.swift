import Spreadsheet

/// An element of a Word document with what stands in it, made once and then walked through.
final class WordNode {
  let name: XMLName
  let namespace: XMLNamespace
  /// Its number among the elements of the part in the order of their start tags, 1 for the outermost.
  let number: Int
  private let attributes: [(name: XMLName, value: String)]
  private(set) var children: [WordNode] = []
  private(set) var text = ""

  private init(
    _ name: XMLName, _ namespace: XMLNamespace, number: Int, _ attributes: [(name: XMLName, value: String)]
  ) {
    (self.name, self.namespace, self.attributes) = (name, namespace, attributes)
    self.number = number
  }

  /// Elements of one document. LibreOffice writes some 23,000 for a proposal of eight tables, so that a volume
  /// of forty fits three times over.
  static let elements = 3_000_000

  /// Whether this is Word's element `name`.
  func isWord(_ name: XMLName) -> Bool { namespace == .word && self.name == name }

  /// The value of an attribute, whatever its namespace.
  subscript(_ name: XMLName) -> String? { attributes.first { $0.name == name }?.value }

  /// The first child of Word's element `name`.
  func child(_ name: XMLName) -> WordNode? { children.first { $0.isWord(name) } }

  /// What is shown of an element that offers alternatives: the first choice, which today's Word shows, or what is
  /// there for programs that know none of them.
  var alternative: WordNode? {
    children.first { $0.name == XMLName("Choice") } ?? children.first { $0.name == XMLName("Fallback") }
  }

  /// Whether a property is on: `<w:strike/>` and `<w:strike w:val="1"/>` are, `w:val="0"` is not.
  func isOn(_ name: XMLName) -> Bool {
    guard let property = child(name) else { return false }
    return !["0", "false", "off", "none"].contains(property[WordNames.val] ?? "1")
  }

  /// The root of the part that `tokenizer` reads.
  static func read(_ tokenizer: inout XMLTokenizer) throws(SpreadsheetError) -> WordNode? {
    var open: [WordNode] = []
    var root: WordNode?
    var count = 0
    while true {
      switch try tokenizer.next() {
      case .finished: return root
      case .start:
        count += 1
        guard count <= elements else {
          throw .limitExceeded(limit: .cells, value: elements, part: "word/document.xml")
        }
        var attributes: [(name: XMLName, value: String)] = []
        for index in 0..<tokenizer.attributeCount {
          let attribute = tokenizer[attribute: index]
          attributes.append((attribute.localName, try tokenizer.value(attribute)))
        }
        let node = WordNode(tokenizer.name, tokenizer.namespace, number: count, attributes)
        open.last?.children.append(node)
        if root == nil { root = node }
        open.append(node)
      case .end: open.removeLast()
      case .text:
        guard let node = open.last, WordNames.texts.contains(node.name) else { continue }
        var bytes: [UInt8] = []
        try tokenizer.appendText(to: &bytes)
        node.text += String(decoding: bytes, as: UTF8.self)
      }
    }
  }
}

/// Names of Word's elements and attributes.
enum WordNames {
  static let val = XMLName("val")
  static let texts: Set<XMLName> = [XMLName("t"), XMLName("delText")]
}
