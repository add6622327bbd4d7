import Spreadsheet

/// Reads `.odt`, templates (`.ott`) and `.fodt`, the same as one XML file, into blocks in the order of the body.
///
/// Lists, sections and frames are seen through at every level; tracked changes are read as accepted, with the
/// text before them beside; notes, headers and footers are left out; nothing outside the file is followed.
struct OpenTextReader {
  private var blocks = DocumentBlocks()
  private var context: OpenTextContext
  private let limits: ReadLimits

  private init(_ styles: OpenDocumentStyles, _ limits: ReadLimits) {
    context = OpenTextContext(styles: styles)
    self.limits = limits
  }

  /// The blocks of the document in `bytes`.
  static func read(_ bytes: [UInt8], limits: ReadLimits) throws(SpreadsheetError) -> DocumentBlocks {
    var styles = OpenDocumentStyles()
    var body: OpenNode?
    if OpenDocumentPackage.isFlat(bytes, OpenDocumentPackage.text) {
      var tokenizer = XMLTokenizer(
        TextSource(MemorySource(bytes), part: "XML"), part: "XML", limits: limits)
      body = try parts(&tokenizer, &styles)
    } else {
      let package = try XLSXPackage(WorkbookInput(bytes: bytes, limits: limits), limits: limits)
      // Finds out whether the document is encrypted.
      _ = try OpenDocumentPackage.mediaType(of: package)
      let content = try package.entry("content.xml")
      if package.directory["styles.xml"] != nil {
        var tokenizer = try package.tokenizer(package.entry("styles.xml"))
        _ = try parts(&tokenizer, &styles, hasBody: false)
      }
      var tokenizer = try package.tokenizer(content)
      body = try parts(&tokenizer, &styles)
    }
    guard let text = body?.children.first(where: { $0.isA(.office, OpenTextReader.text) }) else {
      throw .damaged(part: "content.xml", .missing)
    }
    var reader = OpenTextReader(styles, limits)
    try reader.add(text, isHidden: false)
    return reader.blocks
  }

  /// Reads the styles of a part, and its body where it has one.
  private static func parts(
    _ tokenizer: inout XMLTokenizer, _ styles: inout OpenDocumentStyles, hasBody: Bool = true
  ) throws(SpreadsheetError) -> OpenNode? {
    guard try tokenizer.next() == .start else { return nil }
    var body: OpenNode?
    while try tokenizer.nextChild() {
      switch (tokenizer.namespace, tokenizer.name) {
      case (.office, commonStyles): try styles.read(&tokenizer, areCommon: true)
      case (.office, automaticStyles) where hasBody: try styles.read(&tokenizer, areCommon: false)
      case (.office, bodyElement) where hasBody: body = try OpenNode.read(&tokenizer)
      default: try tokenizer.skipElement()
      }
    }
    _ = try tokenizer.next()
    return body
  }

  // MARK: - Blocks

  private mutating func add(_ node: OpenNode, isHidden: Bool) throws(SpreadsheetError) {
    for child in node.children {
      if context.passes(child) { continue }
      if let deletion = context.deletion(at: child) {
        for table in OpenBlocks.tables(in: deletion) {
          try addTable(table, isHidden: isHidden, isDeleted: true)
        }
      } else if OpenBlocks.isParagraph(child) {
        try addParagraph(child, isHidden: isHidden)
      } else if child.isA(.table, OpenNames.table) {
        try addTable(child, isHidden: isHidden)
      } else if child.namespace == .text {
        try addText(child, isHidden: isHidden)
      } else if child.namespace == .draw || child.namespace == .loext {
        if OpenBlocks.isObject(child) { blocks.notes.append(DocumentNote(.embeddedObject)) }
        try add(child, isHidden: isHidden)
      }
    }
  }

  private mutating func addText(_ child: OpenNode, isHidden: Bool) throws(SpreadsheetError) {
    switch child.name {
    case OpenTextReader.trackedChanges: context.readChanges(child)
    case OpenTextReader.section:
      // A section is hidden always, or while a condition holds, which its last state tells.
      let display = child[.text, OpenTextReader.display]
      let isOff =
        display == "none" || (display == "condition" && child[.text, OpenTextReader.hiddenNow] == "true")
      try add(child, isHidden: isHidden || isOff)
    default: try add(child, isHidden: isHidden)
    }
  }

  private mutating func addParagraph(_ node: OpenNode, isHidden: Bool) throws(SpreadsheetError) {
    let styles = context.styles.names(.paragraph, node[.text, OpenNames.styleName])
    let isCaption = styles.contains { name in
      let name = name.lowercased()
      return name.contains("caption") || name.contains("billedtekst")
    }
    let text = OpenText([node], &context, isHidden: isHidden)
    blocks.blocks.append(.paragraph(DocumentParagraph(text.result, isMarkedCaption: isCaption)))
    for _ in 0..<text.objects { blocks.notes.append(DocumentNote(.embeddedObject)) }
    for frame in text.frames { try add(frame, isHidden: isHidden) }
  }

  private mutating func addTable(_ node: OpenNode, isHidden: Bool, isDeleted: Bool = false)
    throws(SpreadsheetError)
  {
    var table = OpenTable(limits: limits, isDeleted: isDeleted)
    blocks.blocks.append(.table(try table.read(node, &context, isHidden: isHidden)))
    for inner in table.inner { try addTable(inner, isHidden: isHidden, isDeleted: isDeleted) }
    blocks.notes += table.notes
  }

  private static let commonStyles = XMLName("styles")
  private static let automaticStyles = XMLName("automatic-styles")
  private static let bodyElement = XMLName("body")
  private static let text = XMLName("text")
  private static let trackedChanges = XMLName("tracked-changes")
  private static let section = XMLName("section")
  private static let display = XMLName("display")
  private static let hiddenNow = XMLName("is-hidden")
}
