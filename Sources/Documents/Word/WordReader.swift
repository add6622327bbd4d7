import Spreadsheet

/// Reads `.docx` and `.docm`, transitional and strict, into blocks in the order of the body.
///
/// Content controls, custom XML and smart tags are seen through at every level; tracked changes are read as
/// accepted, with the text before them beside; headers and footers are left out; nothing outside the file is
/// followed.
struct WordReader {
  private var blocks = DocumentBlocks()
  private var styles = WordStyles()
  /// The first page of an annotated copy, which is no part of the proposal.
  private var own: Set<Int> = []

  /// The blocks of the document in `bytes`.
  static func read(_ bytes: [UInt8], limits: ReadLimits) throws(SpreadsheetError) -> DocumentBlocks {
    let package = try XLSXPackage(WorkbookInput(bytes: bytes, limits: limits), limits: limits)
    let main = try package.relationships(of: "").first { $0.kind == "officeDocument" }?.target
    var tokenizer = try package.tokenizer(try package.entry(main ?? "word/document.xml"))
    guard let root = try WordNode.read(&tokenizer), let body = root.child(XMLName("body")) else {
      throw .damaged(part: main ?? "word/document.xml", .missing)
    }
    var reader = WordReader()
    let part = main ?? "word/document.xml"
    if let styles = try package.relationships(of: part).first(where: { $0.kind == "styles" })?.target,
      package.directory[styles] != nil
    {
      var tokenizer = try package.tokenizer(try package.entry(styles))
      reader.styles = try WordStyles(&tokenizer)
    }
    reader.blocks.ownElements = WordFindingPage.elements(in: body)
    reader.own = Set(reader.blocks.ownElements)
    reader.add(body)
    return reader.blocks
  }

  // MARK: - Blocks

  private mutating func add(_ node: WordNode) {
    for child in node.children where own.isEmpty || !own.contains(child.number) {
      if child.namespace == .markupCompatibility {
        if let shown = child.alternative { add(shown) }
        continue
      }
      guard child.namespace == .word else {
        add(child)
        continue
      }
      switch child.name {
      case XMLName("p"): addParagraph(child)
      case XMLName("tbl"): addTable(child)
      case XMLName("altChunk"): blocks.notes.append(DocumentNote(.foreignPart))
      case XMLName("del"), XMLName("moveFrom"), XMLName("sectPr"), XMLName("sdtPr"): break
      default: add(child)
      }
    }
  }

  private mutating func addParagraph(_ node: WordNode) {
    let properties = node.child(XMLName("pPr"))
    let style = properties?.child(XMLName("pStyle"))?[WordNames.val]?.lowercased() ?? ""
    let text = WordText(paragraph: node, styles: styles)
    blocks.blocks.append(
      .paragraph(
        DocumentParagraph(
          text.result, isMarkedCaption: style.contains("caption") || style.contains("billedtekst"),
          element: node.number)))
    for _ in 0..<text.objects { blocks.notes.append(DocumentNote(.embeddedObject)) }
    for box in text.boxes { add(box) }
  }

  private mutating func addTable(_ node: WordNode) {
    var table = WordTable(node, styles: styles)
    blocks.blocks.append(.table(table.read()))
    for inner in table.inner { addTable(inner) }
    blocks.notes += table.notes
  }
}
