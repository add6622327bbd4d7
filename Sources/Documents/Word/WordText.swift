import Spreadsheet

/// Gathers the text of paragraphs as a person reads it once all changes are accepted, and the text before them.
struct WordText {
  /// The text piece by piece, with what the pieces look like.
  private var pieces = TextPieces()
  /// Things found in the text that are no text: tables of text boxes, objects.
  private(set) var boxes: [WordNode] = []
  private(set) var objects = 0
  /// The fields that are open: whether their result has begun, and a box that stands for it.
  private var fields: [(hasResult: Bool, box: String?)] = []

  private let styles: WordStyles
  /// What the style of the paragraph says about its letters.
  private var paragraph = WordStyles.Letters(nil)
  /// What the style of the table around it says.
  private var around = WordStyles.Letters(nil)
  /// Whether white letters stand on nothing but the white page, so that nobody sees them.
  private var isOnWhite = false

  private struct State {
    var isInserted = false
    var isDeleted = false
  }

  /// The text of a paragraph.
  init(paragraph node: WordNode, styles: WordStyles) {
    self.styles = styles
    add(node, State())
  }

  /// The text of several paragraphs, a line each. Where the mark at the end of one was deleted, the next goes on
  /// in its line.
  init(
    paragraphs nodes: [WordNode], styles: WordStyles, around: WordStyles.Letters = .init(nil),
    isOnWhite: Bool = false
  ) {
    self.styles = styles
    self.around = around
    self.isOnWhite = isOnWhite
    paragraph = around
    var mark = TextPieces.Look()
    for (index, node) in nodes.enumerated() {
      if index > 0 {
        if mark.isDeleted || mark.isInserted { pieces.isChanged = true }
        pieces.append("\n", mark)
      }
      add(node, State())
      let properties = node.child(XMLName("pPr"))?.child(XMLName("rPr"))
      mark = TextPieces.Look(
        isInserted: properties?.child(XMLName("ins")) != nil,
        isDeleted: properties?.child(XMLName("del")) != nil)
    }
  }

  // MARK: - Walking

  private mutating func add(_ node: WordNode, _ state: State) {
    for child in node.children { addChild(child, state) }
  }

  private mutating func addChild(_ child: WordNode, _ state: State) {
    if child.namespace == .math, child.name == XMLName("t") { return append(child.text, nil, state) }
    if child.namespace == .markupCompatibility {
      // The first choice is what today's Word shows; the fallback is the same again for older programs.
      if child.name == XMLName("AlternateContent") {
        if let shown = child.alternative { add(shown, state) }
      }
      return
    }
    guard child.namespace == .word else { return add(child, state) }
    var state = state
    switch child.name {
    case XMLName("r"): addRun(child, state)
    case XMLName("ins"), XMLName("moveTo"):
      state.isInserted = true
      pieces.isChanged = true
      add(child, state)
    case XMLName("del"), XMLName("moveFrom"):
      state.isDeleted = true
      pieces.isChanged = true
      add(child, state)
    case XMLName("pPr"):
      let style = child.child(XMLName("pStyle"))?[WordNames.val]
      paragraph = styles.letters(style).over(around)
      if WordStyles.isShaded(child) || styles.colours(style) { paragraph.isShaded = true }
    case XMLName("rPr"), XMLName("sdtPr"), XMLName("instrText"), XMLName("proofErr"): break
    case XMLName("txbxContent"): boxes.append(child)
    case XMLName("t"): append(child.text, nil, state)
    case XMLName("p"):
      if pieces.hasPieces { pieces.append("\n") }
      add(child, state)
    default: add(child, state)
    }
  }

  private mutating func addRun(_ run: WordNode, _ state: State) {
    let properties = run.child(XMLName("rPr"))
    for child in run.children {
      guard child.namespace == .word else {
        addChild(child, state)
        continue
      }
      switch child.name {
      case XMLName("fldChar"): field(child)
      case XMLName("t"), XMLName("delText"): append(child.text, properties, state)
      case XMLName("tab"), XMLName("ptab"): append("\t", properties, state)
      case XMLName("br"), XMLName("cr"):
        if child[XMLName("type")] == nil || child[XMLName("type")] == "textWrapping" {
          append("\n", properties, state)
        }
      case XMLName("noBreakHyphen"): append("-", properties, state)
      case XMLName("softHyphen"): break
      case XMLName("sym"): append(WordSymbols.text(child), properties, state)
      case XMLName("footnoteReference"), XMLName("endnoteReference"): pieces.hasFootnote = true
      case XMLName("object"):
        objects += 1
        add(child, state)
      case XMLName("rPr"), XMLName("instrText"), XMLName("delInstrText"): break
      default: addChild(child, state)
      }
    }
  }

  /// A field is its result, not its code; a check box of an older form has none and is its state.
  private mutating func field(_ node: WordNode) {
    switch node[XMLName("fldCharType")] {
    case "begin": fields.append((false, WordSymbols.box(node)))
    case "separate": if !fields.isEmpty { fields[fields.count - 1].hasResult = true }
    case "end":
      if let box = fields.popLast()?.box { pieces.append(box) }
    default: break
    }
  }

  private mutating func append(_ text: String, _ properties: WordNode?, _ state: State) {
    guard !text.isEmpty, fields.allSatisfy(\.hasResult) else { return }
    let style = styles.letters(properties?.child(XMLName("rStyle"))?[WordNames.val])
    let letters = WordStyles.Letters(properties).over(style).over(paragraph)
    let isWhite = isOnWhite && letters.isWhite == true && letters.isShaded != true
    if letters.isHidden == true || isWhite {
      pieces.hidden += text
      return
    }
    pieces.append(
      text,
      TextPieces.Look(
        isStruck: letters.isStruck ?? false, isRaised: letters.isRaised ?? false,
        isInserted: state.isInserted, isDeleted: state.isDeleted))
  }

  /// The text with its marks.
  var result: DocumentText { pieces.result }
}
