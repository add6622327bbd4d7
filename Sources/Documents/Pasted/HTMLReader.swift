import Spreadsheet

/// Reads a page, or the piece of one that somebody has pasted from Word, Excel or a browser, into blocks.
///
/// Tags that were left out end as in browsers; scripts, styles and comments are never read, and neither is
/// anything that a page refers to. What a style hides is told, not read; what it strikes out is marked.
struct HTMLReader {
  /// A page with more cells than this is no proposal: a volume of forty has some twenty thousand. Cells of a page
  /// cost some hundred bytes each, so that this many stay within 64 MiB.
  static let cellLimit = 50_000

  private var tokenizer: HTMLTokenizer
  private let limits: ReadLimits
  private let isCaption: (String) -> Bool
  private var sheet = HTMLStyleSheet()
  private var open: [Element] = []
  private var frames = [HTMLFrame()]
  private var tables: [HTMLTable] = []
  private var notes: [DocumentNote] = []
  private var cells = 0

  /// How text inside an element looks, by its own style and those around it.
  private struct Look {
    var isDisplayed = true
    var isVisible = true
    var isStruck = false
    var isRaised = false
    var keepsSpaces = false
    var isNoteMark = false
    var isSkipped = false
    var colour: String?
    var background = HTMLColour.paper

    /// Whether there is a place for it, whatever its colour; of rows and columns no more is asked.
    var isRendered: Bool { isDisplayed && isVisible }
    var isShown: Bool { isRendered && colour != background }

    func inside(_ style: HTMLStyle) -> Look {
      var look = self
      look.isDisplayed = isDisplayed && style.isDisplayed ?? true
      look.isVisible = style.isVisible ?? isVisible
      // A line through the whole cannot be taken away from a part.
      look.isStruck = isStruck || style.isStruck ?? false
      look.isRaised = style.isRaised ?? isRaised
      look.keepsSpaces = style.keepsSpaces ?? keepsSpaces
      look.isNoteMark = isNoteMark || style.isNoteMark
      look.colour = style.colour ?? colour
      look.background = style.background ?? background
      return look
    }
  }

  private struct Element {
    var name: String
    var style: HTMLStyle
    var look: Look
    /// What a cell needs when it ends.
    var tag: HTMLTag?
    /// The selectors that it answers to, where the page has rules.
    var keys: [String] = []
  }

  /// The blocks of the page in `bytes`.
  ///
  /// - Throws: ``SpreadsheetError`` where the page is beyond the limits.
  static func read(
    _ bytes: [UInt8], limits: ReadLimits, isCaption: @escaping (String) -> Bool
  ) throws(SpreadsheetError) -> DocumentBlocks {
    guard bytes.count <= limits.fileBytes else { throw limits.exceeded(.fileBytes, in: "html") }
    var reader = HTMLReader(TextBytes.utf8(bytes).bytes, limits: limits, isCaption: isCaption)
    return try reader.read()
  }

  private init(_ bytes: [UInt8], limits: ReadLimits, isCaption: @escaping (String) -> Bool) {
    tokenizer = HTMLTokenizer(bytes)
    (self.limits, self.isCaption) = (limits, isCaption)
  }

  private mutating func read() throws(SpreadsheetError) -> DocumentBlocks {
    loop: while true {
      switch tokenizer.next() {
      case .finished: break loop
      case .text(let text): append(text)
      case .start(let tag): try start(tag)
      case .end(let name): end(name)
      }
    }
    while !open.isEmpty { pop() }
    frames[0].endParagraph()
    if let rest = tokenizer.unread, rest.contains(where: \.isNumber) {
      notes.append(DocumentNote(.figuresUnread, text: rest))
    }
    return DocumentBlocks(HTMLFrame.blocks(frames[0].segments), notes: notes)
  }

  // MARK: - Text

  private var look: Look { open.last?.look ?? Look() }

  private mutating func append(_ text: String) {
    let look = look
    guard !look.isSkipped else { return }
    if look.isNoteMark {
      if text.contains(where: { !$0.isWhitespace }) { frames[frames.count - 1].leaveOutMark() }
      return
    }
    guard look.isShown || frames[frames.count - 1].isInHiddenRow else {
      return frames[frames.count - 1].appendHidden(text)
    }
    let pieces = TextPieces.Look(isStruck: look.isStruck, isRaised: look.isRaised)
    frames[frames.count - 1].append(text, pieces, keepsSpaces: look.keepsSpaces)
  }

  private mutating func endParagraph() { frames[frames.count - 1].endParagraph() }

  // MARK: - Start tags

  private mutating func start(_ tag: HTMLTag) throws(SpreadsheetError) {
    switch tag.name {
    case "style": return sheet.add(tokenizer.rawContent(of: tag.name))
    case "textarea": return append(HTMLText.decoded(Array(tokenizer.rawContent(of: tag.name).utf8)[...]))
    case let name where HTMLNames.raw.contains(name):
      _ = tokenizer.rawContent(of: name)
      return
    case "br": return frames[frames.count - 1].breakLine()
    case "hr": return endParagraph()
    case "input": return appendInput(tag)
    case "col": return addColumns(tag)
    case "embed": return notes.append(DocumentNote(.embeddedObject))
    case let name where HTMLNames.void.contains(name): return
    case "table": return try startTable(tag)
    case "caption", "colgroup", "thead", "tbody", "tfoot", "tr", "td", "th": return try startPart(tag)
    default: break
    }
    if tag.name == "object" { notes.append(DocumentNote(.embeddedObject)) }
    if tag.name == "option" { close(["option"], within: ["select"]) }
    if HTMLNames.blocks.contains(tag.name) { startBlock(tag) }
    try push(tag)
  }

  private mutating func startBlock(_ tag: HTMLTag) {
    close(["p"], within: HTMLNames.boundaries)
    switch tag.name {
    case "li": close(["li"], within: HTMLNames.boundaries.union(["ul", "ol", "menu", "dir"]))
    case "dt", "dd": close(["dt", "dd"], within: HTMLNames.boundaries.union(["dl"]))
    default: break
    }
    endParagraph()
    let words = (tag["class"] ?? "").lowercased()
    if tag.name == "figcaption" || words.contains("caption") || words.contains("billedtekst") {
      frames[frames.count - 1].isMarked = true
    }
  }

  /// What a person sees of a field: a box, or what was typed.
  private mutating func appendInput(_ tag: HTMLTag) {
    switch tag["type"]?.lowercased() ?? "text" {
    case "checkbox", "radio": append(tag["checked"] != nil ? "☒" : "☐")
    case "hidden", "password", "image", "submit", "reset", "button", "file": break
    default: append(tag["value"] ?? "")
    }
  }

  private mutating func push(_ tag: HTMLTag) throws(SpreadsheetError) {
    var style = HTMLNames.style(of: tag)
    if !sheet.isEmpty { style = sheet.style(of: tag, around: open.map(\.keys)).over(style) }
    if let own = tag["style"] { style = HTMLStyle(own[...]).over(style) }
    var look = look.inside(style)
    if HTMLNames.isNoteMark(tag, isRaised: look.isRaised) { style.isNoteMark = true }
    look.isNoteMark = look.isNoteMark || style.isNoteMark
    if HTMLNames.skipped.contains(tag.name) { look.isSkipped = true }
    // Of a list to choose from, a person sees what is chosen.
    if tag.name == "option" { look.isSkipped = look.isSkipped || tag["selected"] == nil }
    let isCell = tag.name == "td" || tag.name == "th"
    if open.count >= limits.nesting {
      // Without a style of its own an element this deep changes nothing.
      guard style != HTMLStyle() || look.isSkipped || HTMLNames.structure.contains(tag.name) || isCell else {
        return
      }
      throw limits.exceeded(.nesting, in: "html")
    }
    let keys = sheet.isEmpty ? [] : HTMLStyleSheet.keys(of: tag)
    open.append(Element(name: tag.name, style: style, look: look, tag: isCell ? tag : nil, keys: keys))
  }

  // MARK: - Tables

  private mutating func startTable(_ tag: HTMLTag) throws(SpreadsheetError) {
    close(["p"], within: HTMLNames.boundaries)
    // A table right inside a table, not in a cell, ends the one before.
    if let inner = open.last(where: { HTMLNames.boundaries.contains($0.name) }), inner.name == "table" {
      close(["table"], within: [])
    }
    endParagraph()
    try push(tag)
    tables.append(HTMLTable(limits: limits))
  }

  private mutating func startPart(_ tag: HTMLTag) throws(SpreadsheetError) {
    if tables.isEmpty {
      guard ["tr", "td", "th"].contains(tag.name) else { return }
      try startTable(HTMLTag(name: "table"))
    }
    switch tag.name {
    case "tr":
      clear(to: ["table", "thead", "tbody", "tfoot"])
      try push(tag)
      try tables[tables.count - 1].beginRow(isHidden: !look.isRendered)
    case "td", "th":
      clear(to: ["table", "thead", "tbody", "tfoot", "tr"])
      if open.last?.name != "tr" { try startPart(HTMLTag(name: "tr")) }
      try startCell(tag)
    case "caption":
      clear(to: ["table"])
      try push(tag)
      frames.append(HTMLFrame())
    default:
      clear(to: ["table"])
      try push(tag)
      if tag.name != "colgroup" { tables[tables.count - 1].beginPart(tag.name) }
    }
  }

  private mutating func startCell(_ tag: HTMLTag) throws(SpreadsheetError) {
    cells += 1
    var limits = limits
    limits.cells = min(limits.cells, Self.cellLimit)
    guard cells <= limits.cells else { throw limits.exceeded(.cells, in: "html") }
    let isInHiddenRow = !look.isRendered
    let column = try tables[tables.count - 1].nextColumn()
    try push(tag)
    if tables[tables.count - 1].hides(column) { open[open.count - 1].look.isDisplayed = false }
    frames.append(HTMLFrame(isInHiddenRow: isInHiddenRow))
  }

  private mutating func addColumns(_ tag: HTMLTag) {
    guard !tables.isEmpty, let last = open.last, last.name == "table" || last.name == "colgroup" else {
      return
    }
    var style = sheet.style(of: tag, around: open.map(\.keys))
    if let own = tag["style"] { style = HTMLStyle(own[...]).over(style) }
    let look = look.inside(style)
    tables[tables.count - 1].addColumns(tag["span"].flatMap { Int($0) } ?? 1, isHidden: !look.isRendered)
  }

  /// Ends everything inside the innermost table that is none of these.
  private mutating func clear(to names: Set<String>) {
    while let last = open.last, !names.contains(last.name) {
      if last.name == "table" { return }
      pop()
    }
  }

  // MARK: - Ends

  private mutating func end(_ name: String) {
    if name == "br" { return frames[frames.count - 1].breakLine() }
    if HTMLNames.structure.contains(name) || HTMLNames.boundaries.contains(name) {
      return close([name], within: name == "table" ? [] : ["table"])
    }
    guard let place = place(of: [name], within: HTMLNames.boundaries) else {
      if HTMLNames.blocks.contains(name) { endParagraph() }
      return
    }
    if HTMLNames.formatting.contains(name) {
      let holdsBlocks = open[(place + 1)...].contains { HTMLNames.blocks.contains($0.name) }
      if holdsBlocks { return removeFormatting(at: place) }
      return pop(downTo: place)
    }
    let marks = open[(place + 1)...].filter {
      HTMLNames.formatting.contains($0.name) && $0.style != HTMLStyle() && $0.name != "span"
    }
    pop(downTo: place)
    guard HTMLNames.blocks.contains(name) else { return }
    // A line through the text goes on in the next paragraph until its own end tag.
    for element in marks.suffix(3) {
      var again = element
      again.look = look.inside(element.style)
      open.append(again)
    }
  }

  /// An end tag for an element inside which paragraphs are open: they stay, without its look.
  private mutating func removeFormatting(at place: Int) {
    open.remove(at: place)
    for index in open.indices where index >= place {
      let isSkipped = open[index].look.isSkipped
      open[index].look = (index > 0 ? open[index - 1].look : Look()).inside(open[index].style)
      open[index].look.isSkipped = isSkipped
    }
  }

  private func place(of names: Set<String>, within boundaries: Set<String>) -> Int? {
    for index in open.indices.reversed() {
      if names.contains(open[index].name) { return index }
      if boundaries.contains(open[index].name) { return nil }
    }
    return nil
  }

  private mutating func close(_ names: Set<String>, within boundaries: Set<String>) {
    if let place = place(of: names, within: boundaries) { pop(downTo: place) }
  }

  private mutating func pop(downTo place: Int) {
    while open.count > place { pop() }
  }

  private mutating func pop() {
    guard let element = open.last else { return }
    switch element.name {
    case "td", "th": endCell(element)
    case "caption": endCaption()
    case "tr": tables[tables.count - 1].endRow()
    case "thead", "tbody", "tfoot": tables[tables.count - 1].endPart()
    case "table": endTable()
    case let name where HTMLNames.blocks.contains(name): endParagraph()
    default: break
    }
    open.removeLast()
  }

  private mutating func endCell(_ element: Element) {
    var frame = frames.removeLast()
    frame.endParagraph()
    let tag = element.tag ?? HTMLTag(name: "td")
    tables[tables.count - 1].add(
      frame, columnSpan: HTMLReader.number(tag["colspan"]) ?? 1,
      rowSpan: HTMLReader.number(tag["rowspan"]) ?? 1,
      value: HTMLStoredNumber.value(of: tag, shown: frame.text))
  }

  private mutating func endCaption() {
    var frame = frames.removeLast()
    frame.endParagraph()
    if tables[tables.count - 1].caption == nil {
      tables[tables.count - 1].caption = frame
    } else {
      frames[frames.count - 1].append(frame.segments)
    }
  }

  private mutating func endTable() {
    guard var table = tables.popLast() else { return }
    table.endPart()
    notes += table.looseFigures.map { DocumentNote(.figuresUnread, text: $0) }
    frames[frames.count - 1].append(table.segments(isCaption: isCaption))
  }

  /// The whole number at the beginning of an attribute.
  private static func number(_ text: String?) -> Int? {
    guard let text else { return nil }
    let digits = text.drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
    return digits.isEmpty ? nil : Int(digits.prefix(9))
  }
}
