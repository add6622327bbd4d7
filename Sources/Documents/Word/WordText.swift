import Spreadsheet

/// Gathers the text of paragraphs as a person reads it once all changes are accepted, and the text before them.
struct WordText {
  /// The text now, piece by piece, with what the pieces look like.
  private var pieces: [Piece] = []
  private var hidden = ""
  private var isChanged = false
  private(set) var hasFootnote = false
  /// Things found in the text that are no text: tables of text boxes, objects.
  private(set) var boxes: [WordNode] = []
  private(set) var objects = 0
  /// The fields that are open: whether their result has begun, and a box that stands for it.
  private var fields: [(hasResult: Bool, box: String?)] = []

  private struct Piece {
    var text: String
    var isStruck = false
    var isRaised = false
    var isInserted = false
    var isDeleted = false
  }

  private struct State {
    var isInserted = false
    var isDeleted = false
  }

  /// The text of a paragraph.
  init(paragraph node: WordNode) { add(node, State()) }

  /// The text of several paragraphs, a line each.
  init(paragraphs nodes: [WordNode]) {
    for (index, node) in nodes.enumerated() {
      if index > 0 { pieces.append(Piece(text: "\n")) }
      add(node, State())
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
        if let choice = child.children.first(where: { $0.name == XMLName("Choice") }) { add(choice, state) }
      }
      return
    }
    guard child.namespace == .word else { return add(child, state) }
    var state = state
    switch child.name {
    case XMLName("r"): addRun(child, state)
    case XMLName("ins"), XMLName("moveTo"):
      state.isInserted = true
      isChanged = true
      add(child, state)
    case XMLName("del"), XMLName("moveFrom"):
      state.isDeleted = true
      isChanged = true
      add(child, state)
    case XMLName("pPr"), XMLName("rPr"), XMLName("sdtPr"), XMLName("instrText"), XMLName("proofErr"): break
    case XMLName("txbxContent"): boxes.append(child)
    case XMLName("t"): append(child.text, nil, state)
    case XMLName("p"):
      if !pieces.isEmpty { pieces.append(Piece(text: "\n")) }
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
      case XMLName("footnoteReference"), XMLName("endnoteReference"): hasFootnote = true
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
      if let box = fields.popLast()?.box { pieces.append(Piece(text: box)) }
    default: break
    }
  }

  private mutating func append(_ text: String, _ properties: WordNode?, _ state: State) {
    guard !text.isEmpty, fields.allSatisfy(\.hasResult) else { return }
    if let properties, properties.isOn(XMLName("vanish")) || properties.isOn(XMLName("webHidden")) {
      hidden += text
      return
    }
    let vertical = properties?.child(XMLName("vertAlign"))?[WordNames.val]
    pieces.append(
      Piece(
        text: text.filter { $0 != "\u{AD}" },
        isStruck: properties.map { $0.isOn(XMLName("strike")) || $0.isOn(XMLName("dstrike")) } ?? false,
        isRaised: vertical == "superscript" || vertical == "subscript", isInserted: state.isInserted,
        isDeleted: state.isDeleted))
  }

  // MARK: - The result

  /// The text with its marks.
  var result: DocumentText {
    var now = pieces.filter { !$0.isDeleted }
    var marks: DocumentMarks = hasFootnote ? .footnoteMark : []
    if now.contains(where: { $0.isRaised && $0.text.contains(where: \.isNumber) }) {
      if WordText.areNotes(now) {
        now.removeAll { $0.isRaised }
        marks.insert(.footnoteMark)
      } else {
        marks.insert(.raisedDigits)
      }
    }
    let visible = now.filter { $0.text.contains { !$0.isWhitespace } }
    if visible.contains(where: \.isStruck) {
      marks.insert(visible.allSatisfy(\.isStruck) ? .struckOut : .partlyStruck)
    }
    let text = WordText.joined(now)
    let earlier = isChanged ? WordText.joined(pieces.filter { !$0.isInserted }) : nil
    if text.isEmpty, let earlier, !earlier.isEmpty { marks.insert(.deleted) }
    return DocumentText(
      text, marks: marks, earlierText: earlier == text ? nil : earlier,
      hiddenText: hidden.contains { !$0.isWhitespace } ? hidden : nil)
  }

  /// Whether raised digits are marks of notes: behind words, or behind a year.
  private static func areNotes(_ pieces: [Piece]) -> Bool {
    let rest = joined(pieces.filter { !$0.isRaised })
    if rest.contains(where: \.isLetter) { return true }
    let digits = rest.filter { !$0.isWhitespace }
    return digits.count == 4 && Int(digits).map { (1990...2100).contains($0) } ?? false
  }

  private static func joined(_ pieces: [Piece]) -> String {
    let lines = pieces.map(\.text).joined().split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { trimmed($0) }.joined(separator: "\n").trimmingNewlines
  }

  private static func trimmed(_ line: Substring) -> String {
    var line = line
    while let last = line.last, last == " " || last == "\t" { line.removeLast() }
    return String(line)
  }
}

extension String {
  /// The text without line ends at its beginning and end.
  fileprivate var trimmingNewlines: String {
    var rest = self[...]
    while rest.first == "\n" { rest.removeFirst() }
    while rest.last == "\n" { rest.removeLast() }
    return String(rest)
  }
}
