/// The part that holds a sheet's comments, under edit.
struct CommentList {
  private(set) var part: XMLPart

  /// Opens the comments of a sheet.
  init(_ part: XMLPart) { self.part = part }

  /// A part without comments.
  static func empty(_ vocabulary: Vocabulary) -> [UInt8] {
    Array(
      "\(XMLText.declaration)<comments xmlns=\"\(vocabulary.spreadsheet)\"><authors></authors><commentList></commentList></comments>"
        .utf8)
  }

  private var authors: [String] { part.root.child("authors")?.children("author").map(\.text) ?? [] }
  private var comments: [XMLElement] { part.root.child("commentList")?.children("comment") ?? [] }

  /// The cells that have a comment.
  var cells: Set<CellAddress> { Set(comments.compactMap { $0["ref"].flatMap { CellAddress($0) } }) }

  /// Takes away the comments that carry the signature; tells their cells, and whether comments of others are
  /// left.
  mutating func remove(_ signature: MarkSignature) -> (cells: Set<CellAddress>, isEmpty: Bool) {
    let authors = self.authors
    let removed = comments.filter { comment in
      let number = comment.number("authorId") ?? -1
      return signature.isComment(
        by: authors.indices.contains(number) ? authors[number] : nil, comment.child("text")?.wholeText ?? "")
    }
    for comment in removed { part.remove(comment.range) }
    // An author without comments who is the last can go; one before others stays, since comments name authors
    // by number.
    if let last = part.root.child("authors")?.children("author").last, last.text == signature.author,
      authors.count > 1, !removed.isEmpty
    {
      part.remove(last.range)
    }
    return (
      Set(removed.compactMap { $0["ref"].flatMap { CellAddress($0) } }), removed.count == comments.count
    )
  }

  /// Adds comments by `author`.
  mutating func add(_ comments: [(cell: CellAddress, text: String)], by author: String) {
    let p = part.prefix
    let number = authors.firstIndex(of: author) ?? authors.count
    if number == authors.count {
      let element = "<\(p)author>\(XMLText.stored(author))</\(p)author>"
      if let list = part.root.child("authors") {
        part.append(element, to: list)
      } else {
        part.insert(
          "<\(p)authors>\(element)</\(p)authors>", as: "authors", order: ["authors", "commentList", "extLst"])
      }
    }
    let added = comments.map { comment in
      "<\(p)comment ref=\"\(comment.cell)\" authorId=\"\(number)\"><\(p)text><\(p)r><\(p)rPr><\(p)sz val=\"9\"/><\(p)rFont val=\"Tahoma\"/>"
        + "<\(p)family val=\"2\"/></\(p)rPr><\(p)t xml:space=\"preserve\">\(XMLText.stored(comment.text))</\(p)t></\(p)r></\(p)text></\(p)comment>"
    }.joined()
    if let list = part.root.child("commentList") {
      part.append(added, to: list)
    } else {
      part.insert(
        "<\(p)commentList>\(added)</\(p)commentList>", as: "commentList",
        order: ["authors", "commentList", "extLst"])
    }
  }
}
