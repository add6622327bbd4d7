import Spreadsheet

/// The parts that hold a document's comments and what newer programs note about them.
struct WordComments {
  /// The part of the comments; `nil` where the document has none.
  private var part: XMLPart?
  private let main: String
  /// The numbers of the comments that are taken away.
  private(set) var removed: Set<String> = []

  static let type = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"

  /// The comments of the document whose main part is `main`.
  init(_ editor: PackageEditor, main: String) throws(SpreadsheetError) {
    self.main = main
    if let name = try WordComments.target("comments", editor, main: main) { part = try editor.xml(name) }
  }

  private static func target(
    _ kind: String, _ editor: PackageEditor, main: String
  ) throws(SpreadsheetError) -> String? {
    try editor.relationships(of: main).first { $0.kind == kind && editor.has($0.target) }?.target
  }

  private var comments: [XMLElement] { part?.root.children("comment") ?? [] }

  /// Whether an element of the main part belongs to a comment that is taken away.
  func isRemoved(_ anchor: XMLElement) -> Bool { anchor["id"].map(removed.contains) ?? false }

  // MARK: - Taking away

  /// Takes away the comments that carry the signature, and what the newer parts note about them. An answer that
  /// somebody gave to one of them stays, as a comment of its own.
  mutating func clear(_ signature: MarkSignature, _ editor: inout PackageEditor) throws(SpreadsheetError) {
    let own = comments.filter { signature.isComment(by: $0["author"], $0.wholeText) }
    guard !own.isEmpty else { return }
    removed = Set(own.compactMap { $0["id"] })
    for comment in own { part?.remove(comment.range) }
    let paragraphs = Set(own.flatMap { $0.children("p") }.compactMap { $0["paraId"] })
    _ = try forget("commentsExtended", &editor, by: ["paraId", "paraIdParent"], in: paragraphs)
    let forgotten = try forget("commentsIds", &editor, by: ["paraId"], in: paragraphs)
    let durable = Set(forgotten.compactMap { $0["durableId"] })
    _ = try forget("commentsExtensible", &editor, by: ["durableId"], in: durable)
  }

  /// Takes those notes out of a part that name one of `ids` in one of the attributes.
  private func forget(
    _ kind: String, _ editor: inout PackageEditor, by attributes: [String], in ids: Set<String>
  ) throws(SpreadsheetError) -> [XMLElement] {
    guard let name = try WordComments.target(kind, editor, main: main) else { return [] }
    var notes = try editor.xml(name)
    let own = notes.root.children.filter { note in
      attributes.contains { attribute in ids.contains(note[attribute] ?? "") }
    }
    for note in own { notes.remove(note.range) }
    editor.keep(notes)
    return own
  }

  // MARK: - Adding

  /// The first number that no comment which stays has.
  var firstNumber: Int {
    let kept = comments.filter { !isRemoved($0) }.compactMap { $0.number("id") }
    return max(0, (kept.max() ?? -1) + 1)
  }

  /// Adds comments with numbers from ``firstNumber`` on and finishes the part; without any left it is removed.
  mutating func finish(
    adding texts: [String], by author: String, root: XMLElement, _ editor: inout PackageEditor
  ) throws(SpreadsheetError) {
    let number = firstNumber
    if texts.isEmpty, removed.count == comments.count, !removed.isEmpty {
      return try removePart(&editor)
    }
    if !texts.isEmpty {
      if part == nil { part = try makePart(root, &editor) }
      guard var changed = part else { return }
      let write = WordMarkup(in: changed.root)
      let added = texts.enumerated().map { comment($0.element, number + $0.offset, by: author, write) }
      changed.append(added.joined(), to: changed.root)
      part = changed
    }
    if let part { editor.keep(part) }
  }

  private func comment(_ text: String, _ number: Int, by author: String, _ write: WordMarkup) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    // Without a date: the same check gives the same file, and no day is claimed that is not true.
    let names = [("id", String(number)), ("author", author), ("initials", String(author.prefix(1)))]
    let paragraphs = lines.map { write.element("p", [], write.run(String($0))) }
    return write.outermost(write.element("comment", names, paragraphs.joined()))
  }

  private func makePart(_ root: XMLElement, _ editor: inout PackageEditor) throws(SpreadsheetError) -> XMLPart
  {
    let folder = main.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let name =
      editor.has(folder + "comments.xml")
      ? editor.unusedName(folder + "comments", ".xml") : folder + "comments.xml"
    let text =
      "\(XMLText.declaration)<w:comments xmlns:w=\"\(WordMarkup.namespace(of: root))\"></w:comments>"
    editor.set(name, Array(text.utf8))
    try editor.declare(name, type: WordComments.type)
    _ = try editor.relate(
      main, to: name, kind: "comments", WordMarkup.isStrict(root) ? .strict : .transitional)
    return try editor.xml(name)
  }

  private mutating func removePart(_ editor: inout PackageEditor) throws(SpreadsheetError) {
    guard let part else { return }
    let relationship = try editor.relationships(of: main).first { $0.target == part.name }
    editor.remove(part.name)
    try editor.undeclare(part.name)
    if let relationship { try editor.unrelate(main, id: relationship.id) }
    self.part = nil
  }
}
