import Spreadsheet

/// What blocks of an OpenDocument text are made of, for those who walk through them.
enum OpenBlocks {
  /// The paragraphs inside an element, those of lists and sections too; not those of its tables and frames.
  static func paragraphs(of node: OpenNode) -> [OpenNode] {
    node.children.flatMap { child -> [OpenNode] in
      if isParagraph(child) { return [child] }
      return child.namespace == .text ? paragraphs(of: child) : []
    }
  }

  /// Whether the element is a paragraph or a heading.
  static func isParagraph(_ node: OpenNode) -> Bool {
    node.isA(.text, OpenNames.paragraph) || node.isA(.text, OpenNames.heading)
  }

  /// Whether the element is an object of another program, which is not opened.
  static func isObject(_ node: OpenNode) -> Bool {
    node.isA(.draw, object) || node.isA(.draw, oleObject)
  }

  /// The outermost tables inside an element.
  static func tables(in node: OpenNode) -> [OpenNode] {
    node.children.flatMap { $0.isA(.table, OpenNames.table) ? [$0] : tables(in: $0) }
  }

  private static let object = XMLName("object")
  private static let oleObject = XMLName("object-ole")
}
