import Spreadsheet

/// Gathers the text of paragraphs as a person reads it once all changes are accepted, and the text before them.
struct OpenText {
  private var pieces = TextPieces()
  /// Frames in the text, whose own text is read apart.
  private(set) var frames: [OpenNode] = []
  private(set) var objects = 0
  /// Whether white letters stand on nothing but the white page, so that nobody sees them.
  private let isOnWhite: Bool

  /// What is around a piece of text.
  private struct State {
    var style: OpenTextStyle
    var isDeleted = false
  }

  /// The text of paragraphs, a line each. Nothing of it is shown where they stand in something hidden.
  init(
    _ paragraphs: [OpenNode], _ context: inout OpenTextContext, isHidden: Bool = false,
    isOnWhite: Bool = false
  ) {
    self.isOnWhite = isOnWhite
    for (index, node) in paragraphs.enumerated() {
      if index > 0 { pieces.append("\n") }
      addParagraph(node, &context, isHidden: isHidden, isDeleted: false)
    }
  }

  /// The text with its marks.
  var result: DocumentText { pieces.result }

  // MARK: - Walking

  private mutating func addParagraph(
    _ node: OpenNode, _ context: inout OpenTextContext, isHidden: Bool, isDeleted: Bool
  ) {
    var style = context.styles.text(.paragraph, node[.text, OpenNames.styleName])
    let isMarkedHidden = node.children.contains {
      $0.isA(.text, OpenText.hiddenParagraph) && $0[.text, OpenText.isHidden] == "true"
    }
    if isHidden || isMarkedHidden { style.isHidden = true }
    var isAfterBlank = true
    add(node, State(style: style, isDeleted: isDeleted), context: &context, isAfterBlank: &isAfterBlank)
  }

  private mutating func add(
    _ node: OpenNode, _ state: State, context: inout OpenTextContext, isAfterBlank: inout Bool
  ) {
    for content in node.content {
      switch content {
      case .text(let text): append(OpenText.collapsed(text, &isAfterBlank), state, context)
      case .element(let child): addChild(child, state, context: &context, isAfterBlank: &isAfterBlank)
      }
    }
  }

  private mutating func addChild(
    _ child: OpenNode, _ state: State, context: inout OpenTextContext, isAfterBlank: inout Bool
  ) {
    if context.passes(child) { return }
    if let deletion = context.deletion(at: child) { return addDeletion(deletion, &context) }
    switch child.namespace {
    case .text: addText(child, state, context: &context, isAfterBlank: &isAfterBlank)
    case .loext: add(child, state, context: &context, isAfterBlank: &isAfterBlank)
    case .draw: addDrawing(child)
    default: break
    }
  }

  private mutating func addText(
    _ child: OpenNode, _ state: State, context: inout OpenTextContext, isAfterBlank: inout Bool
  ) {
    var state = state
    switch child.name {
    case OpenText.span:
      state.style = context.styles.text(.text, child[.text, OpenNames.styleName]).inside(state.style)
      add(child, state, context: &context, isAfterBlank: &isAfterBlank)
    case OpenText.blanks:
      let count = child[.text, OpenText.count].flatMap { Int($0) } ?? 1
      append(String(repeating: " ", count: min(max(count, 0), OpenText.longestBlank)), state, context)
      isAfterBlank = false
    case OpenText.tab: append("\t", state, context)
    case OpenText.lineBreak:
      append("\n", state, context)
      isAfterBlank = true
    case OpenText.note: pieces.hasFootnote = true
    case OpenText.hiddenText:
      let text = child[.text, OpenText.stringValue]
      if child[.text, OpenText.isHidden] != "false" { state.style.isHidden = true }
      if let text {
        append(text, state, context)
      } else {
        add(child, state, context: &context, isAfterBlank: &isAfterBlank)
      }
    case OpenText.rubyText, OpenText.trackedChanges: break
    default: add(child, state, context: &context, isAfterBlank: &isAfterBlank)
    }
  }

  /// Blanks of one element that are kept. 1,000: more than a line has room for.
  private static let longestBlank = 1_000

  private mutating func addDeletion(_ deletion: OpenNode, _ context: inout OpenTextContext) {
    pieces.isChanged = true
    let paragraphs = OpenBlocks.paragraphs(of: deletion)
    var look = TextPieces.Look()
    look.isDeleted = true
    for (index, node) in paragraphs.enumerated() {
      if index > 0 { pieces.append("\n", look) }
      addParagraph(node, &context, isHidden: false, isDeleted: true)
    }
  }

  private mutating func addDrawing(_ node: OpenNode) {
    objects += ([node] + node.children).count(where: OpenBlocks.isObject)
    frames.append(node)
  }

  private mutating func append(_ text: String, _ state: State, _ context: OpenTextContext) {
    guard !text.isEmpty else { return }
    let isWhite = isOnWhite && state.style.isWhite == true && state.style.isShaded != true
    if state.style.isHidden == true || isWhite {
      pieces.hidden += text
      return
    }
    var look = TextPieces.Look()
    look.isStruck = state.style.isStruck ?? false
    look.isRaised = state.style.isRaised ?? false
    look.isDeleted = state.isDeleted
    look.isInserted = context.isInsertion && !state.isDeleted
    if look.isInserted { pieces.isChanged = true }
    // A hyphen at which no line ends stands before figures as a minus.
    pieces.append(String(text.map { $0 == "\u{2011}" ? "-" : $0 }), look)
  }

  /// White space in the XML is one blank, and none at the beginning of a paragraph.
  private static func collapsed(_ text: String, _ isAfterBlank: inout Bool) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isBlank = " \t\n\r".unicodeScalars.contains(scalar)
      if !isBlank { result.append(scalar) } else if !isAfterBlank { result.append(" ") }
      isAfterBlank = isBlank
    }
    return String(result)
  }

  private static let span = XMLName("span")
  private static let blanks = XMLName("s")
  private static let count = XMLName("c")
  private static let tab = XMLName("tab")
  private static let lineBreak = XMLName("line-break")
  private static let note = XMLName("note")
  private static let rubyText = XMLName("ruby-text")
  private static let trackedChanges = XMLName("tracked-changes")
  private static let hiddenText = XMLName("hidden-text")
  private static let hiddenParagraph = XMLName("hidden-paragraph")
  private static let isHidden = XMLName("is-hidden")
  private static let stringValue = XMLName("string-value")
}
