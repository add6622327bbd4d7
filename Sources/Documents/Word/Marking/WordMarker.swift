package import Spreadsheet

/// What is shown in a Word document beside its own content: comments, and a page in front.
package struct WordMarks: Sendable {
  /// The comments, by the number of the element that they are about: a cell or a paragraph.
  package var comments: [Int: String]
  /// The page in front; `nil` for none.
  package var page: WordFindingPage?
  /// The elements of an earlier page, which is taken away.
  package var ownElements: [Int]

  package init(comments: [Int: String] = [:], page: WordFindingPage? = nil, ownElements: [Int]) {
    self.comments = comments
    self.page = page
    self.ownElements = ownElements
  }
}

/// Puts comments and a page into a Word document by editing its package: every part that need not change keeps
/// its bytes, and so does everything in the main part that is not a mark.
package struct WordMarker: Sendable {
  /// By what the comments are known again.
  private let signature: MarkSignature

  /// A marker whose comments carry `signature`.
  package init(signature: MarkSignature) { self.signature = signature }

  /// The document in `bytes` with `marks`, and without the marks that it had. If nothing has to change, the
  /// result is the very same bytes.
  package func mark(_ bytes: [UInt8], with marks: WordMarks) throws(MarkingError) -> [UInt8] {
    var isSigned = false
    do throws(SpreadsheetError) {
      var editor = try PackageEditor(bytes)
      let relationships = try editor.relationships(of: "")
      isSigned = relationships.contains { $0.kind == "origin" }
      if !isSigned {
        let stated = relationships.first { $0.kind == "officeDocument" }?.target
        try mark(&editor, main: stated ?? "word/document.xml", marks)
        return try editor.packed()
      }
    } catch {
      throw .spreadsheet(error)
    }
    throw .signed
  }

  private func mark(
    _ editor: inout PackageEditor, main: String, _ marks: WordMarks
  ) throws(SpreadsheetError) {
    var part = try editor.xml(main)
    var comments = try WordComments(editor, main: main)
    try comments.clear(signature, &editor)
    let outline = WordOutline(part.root, wanted: Set(marks.comments.keys).union(marks.ownElements))
    for number in marks.ownElements { if let own = outline[number] { part.remove(own.element.range) } }
    removeAnchors(in: part.root, of: comments, from: &part)
    let write = WordMarkup(in: part.root)
    var number = comments.firstNumber
    var texts: [String] = []
    for (element, text) in marks.comments.sorted(by: { $0.key < $1.key }) {
      guard let paragraph = outline[element]?.paragraph else { continue }
      anchor(number, on: paragraph, part: &part, write: write)
      number += 1
      texts.append(text)
    }
    if let page = marks.page, let body = part.root.child("body"), !body.isOneTag {
      part.insert(page.markup(write, width: WordMarker.textWidth(body)), at: body.content.lowerBound)
    }
    try comments.finish(adding: texts, by: signature.author, root: part.root, &editor)
    editor.keep(part)
  }

  // MARK: - Anchors

  private func removeAnchors(in element: XMLElement, of comments: WordComments, from part: inout XMLPart) {
    guard !comments.removed.isEmpty else { return }
    for child in element.children {
      switch child.name {
      case "commentRangeStart", "commentRangeEnd", "commentReference":
        if comments.isRemoved(child) { part.remove(child.range) }
      case "r" where WordMarker.isOnlyReference(child, comments): part.remove(child.range)
      default: removeAnchors(in: child, of: comments, from: &part)
      }
    }
  }

  /// Whether a run holds the references of removed comments and nothing else.
  private static func isOnlyReference(_ run: XMLElement, _ comments: WordComments) -> Bool {
    let pieces = run.children.filter { $0.name != "rPr" }
    return !pieces.isEmpty && pieces.allSatisfy { $0.name == "commentReference" && comments.isRemoved($0) }
  }

  /// Lays a comment over the whole of a paragraph.
  private func anchor(
    _ number: Int, on paragraph: XMLElement, part: inout XMLPart, write: WordMarkup
  ) {
    let id = [("id", String(number))]
    let start = write.outermost(write.element("commentRangeStart", id))
    let end =
      write.outermost(write.element("commentRangeEnd", id))
      + write.outermost(write.element("r", [], write.element("commentReference", id)))
    if paragraph.isOneTag {
      part.append(start + end, to: paragraph)
    } else {
      part.insert(start, at: paragraph.child("pPr")?.range.upperBound ?? paragraph.content.lowerBound)
      part.insert(end, at: paragraph.content.upperBound)
    }
  }

  /// The width of the text area on the first page, in twentieths of a point; that of an A4 page with margins of
  /// 2 cm where the document does not say.
  private static func textWidth(_ body: XMLElement) -> Int {
    guard let section = firstSection(body), let width = section.child("pgSz")?.number("w"),
      let left = section.child("pgMar")?.number("left") ?? section.child("pgMar")?.number("start"),
      let right = section.child("pgMar")?.number("right") ?? section.child("pgMar")?.number("end"),
      width - left - right > 2_000
    else { return 9_638 }
    return width - left - right
  }

  private static func firstSection(_ body: XMLElement) -> XMLElement? {
    for child in body.children {
      if child.name == "sectPr" { return child }
      if let section = child.child("pPr")?.child("sectPr") { return section }
    }
    return nil
  }
}

/// Finds elements of the main part by their numbers.
private struct WordOutline {
  /// An element, and the paragraph that a comment about it is laid over.
  struct Found {
    var element: XMLElement
    var paragraph: XMLElement?
  }

  private var found: [Int: Found] = [:]
  private let wanted: Set<Int>
  private var count = 0

  /// Finds the elements with the numbers in `wanted`.
  init(_ root: XMLElement, wanted: Set<Int>) {
    self.wanted = wanted
    walk(root, aroundBox: nil, paragraph: nil)
  }

  subscript(_ number: Int) -> Found? { found[number] }

  /// Word takes no comments in text boxes: there they are laid over the paragraph that the box is fixed to.
  private mutating func walk(_ element: XMLElement, aroundBox: XMLElement?, paragraph: XMLElement?) {
    count += 1
    if wanted.contains(count) {
      found[count] = Found(element: element, paragraph: aroundBox ?? WordOutline.firstParagraph(of: element))
    }
    let paragraph = element.name == "p" ? element : paragraph
    let box = aroundBox ?? (element.name == "txbxContent" ? paragraph : nil)
    for child in element.children { walk(child, aroundBox: box, paragraph: paragraph) }
  }

  private static func firstParagraph(of element: XMLElement) -> XMLElement? {
    if element.name == "p" { return element }
    for child in element.children {
      if let paragraph = firstParagraph(of: child) { return paragraph }
    }
    return nil
  }
}
