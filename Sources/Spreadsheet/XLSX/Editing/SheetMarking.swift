/// Puts marks on one sheet, and takes them away again.
struct SheetMarking {
  /// The part that holds the sheet.
  let sheet: String
  let signature: MarkSignature

  private static let skipped: Set<String> = ["sheetData"]

  // MARK: Taking away

  /// Takes away all marks that carry the signature.
  func clear(_ editor: inout PackageEditor) throws(SpreadsheetError) {
    try clearFormats(&editor)
    let relationships = try editor.relationships(of: sheet)
    for comments in relationships where comments.kind == "comments" && editor.has(comments.target) {
      try clearComments(
        &editor, comments, drawings: relationships.filter { $0.kind == "vmlDrawing" && editor.has($0.target) }
      )
    }
  }

  private func clearFormats(_ editor: inout PackageEditor) throws(SpreadsheetError) {
    let bytes = try editor.text(sheet)
    guard bytes.contains(text: "conditionalFormatting") else { return }
    var part = try XMLPart(bytes, name: sheet, limits: editor.limits, skipping: SheetMarking.skipped)
    for format in part.root.children("conditionalFormatting") {
      let rules = format.children("cfRule")
      let ours = rules.filter { $0.child("formula").map { signature.isFormula($0.text) } ?? false }
      if ours.isEmpty { continue }
      if ours.count == rules.count {
        part.remove(format.range)
      } else {
        for rule in ours { part.remove(rule.range) }
      }
    }
    editor.keep(part)
  }

  private func clearComments(
    _ editor: inout PackageEditor, _ relationship: Relationship, drawings: [Relationship]
  ) throws(SpreadsheetError) {
    var comments = CommentList(try editor.xml(relationship.target))
    let (cells, isEmpty) = comments.remove(signature)
    if cells.isEmpty { return }
    if isEmpty {
      try drop(relationship, &editor)
    } else {
      editor.keep(comments.part)
    }
    for drawing in drawings {
      guard var shapes = CommentShapes(try editor.text(drawing.target)) else { continue }
      shapes.remove(cells)
      if shapes.hasShapes {
        if shapes.isChanged { editor.set(drawing.target, Array(shapes.text.utf8)) }
      } else if shapes.isChanged {
        var part = try editor.xml(sheet, skipping: SheetMarking.skipped)
        for element in part.root.children("legacyDrawing") where element["id"] == drawing.id {
          part.remove(element.range)
        }
        editor.keep(part)
        try drop(drawing, &editor)
      }
    }
  }

  private func drop(_ relationship: Relationship, _ editor: inout PackageEditor) throws(SpreadsheetError) {
    try editor.unrelate(sheet, id: relationship.id)
    editor.remove(relationship.target)
    try editor.undeclare(relationship.target)
  }

  // MARK: Adding

  /// Adds `marks`, in the order of the cells.
  /// - Parameters:
  ///   - formats: the number of the differential format of each level.
  ///   - block: the block of shape numbers for a new drawing.
  func add(
    _ marks: [WorkbookMarks.Mark], formats: [WorkbookMarks.Level: Int], block: Int,
    to editor: inout PackageEditor
  ) throws(SpreadsheetError) {
    let bytes = try editor.text(sheet)
    var part = try XMLPart(bytes, name: sheet, limits: editor.limits, skipping: SheetMarking.skipped)
    guard part.root.name == "worksheet" else {
      throw .damaged(part: sheet, .wrongKind(found: part.root.fullName))
    }
    addFormats(marks, formats, to: &part)
    let texts = marks.compactMap { mark in mark.comment.map { (cell: mark.cell, text: $0) } }
    if !texts.isEmpty {
      let geometry = try SheetGeometry(part, bytes: bytes, limits: editor.limits)
      try addComments(texts, geometry, block: block, to: &part, &editor)
    }
    editor.keep(part)
  }

  /// A cell holds one comment only: one that somebody has already commented on keeps that comment.
  private func addComments(
    _ texts: [(cell: CellAddress, text: String)], _ geometry: SheetGeometry, block: Int,
    to part: inout XMLPart,
    _ editor: inout PackageEditor
  ) throws(SpreadsheetError) {
    let vocabulary = part.isStrict ? Vocabulary.strict : .transitional
    let commentsPart = try commentsPart(&editor, vocabulary)
    var comments = CommentList(try editor.xml(commentsPart))
    let taken = comments.cells
    let new = texts.filter { !taken.contains($0.cell) }
    if new.isEmpty { return }
    comments.add(new, by: signature.author)
    editor.keep(comments.part)
    let boxes = new.map {
      CommentShapes.Box(cell: $0.cell, anchor: geometry.anchor(for: $0.text, at: $0.cell))
    }
    try addBoxes(boxes, block: block, to: &part, &editor, vocabulary)
  }

  /// One conditional format for each level, before all others of the sheet, so that no other colour hides the
  /// mark.
  private func addFormats(
    _ marks: [WorkbookMarks.Mark], _ formats: [WorkbookMarks.Level: Int], to part: inout XMLPart
  ) {
    let p = part.prefix
    let levels = WorkbookMarks.Level.allCases.filter { level in marks.contains { $0.level == level } }
    let rules = part.root.children("conditionalFormatting").flatMap { $0.children("cfRule") }
    let priorities = rules.compactMap { $0.number("priority") }
    if let first = priorities.min(), first <= levels.count {
      let shift = levels.count + 1 - first
      for rule in rules {
        if let number = rule.number("priority") { part.set("priority", String(number + shift), of: rule) }
      }
    }
    let added = levels.enumerated().map { index, level in
      let cells = CellRange.covering(marks.filter { $0.level == level }.map(\.cell)).joined(separator: " ")
      return
        "<\(p)conditionalFormatting sqref=\"\(cells)\"><\(p)cfRule type=\"expression\" dxfId=\"\(formats[level] ?? 0)\" priority=\"\(index + 1)\">"
        + "<\(p)formula>\(XMLText.escaped(signature.formula))</\(p)formula></\(p)cfRule></\(p)conditionalFormatting>"
    }
    // LibreOffice takes the first that applies in the order of the file, whatever the priority.
    if let first = part.root.child("conditionalFormatting") {
      part.insert(added.joined(), at: first.range.lowerBound)
    } else {
      part.insert(added.joined(), as: "conditionalFormatting", order: SchemaOrder.worksheet)
    }
  }

  /// The name of the sheet's part for comments, which is made if there is none.
  private func commentsPart(_ editor: inout PackageEditor, _ vocabulary: Vocabulary) throws(SpreadsheetError)
    -> String
  {
    if let existing = try editor.relationships(of: sheet).first(where: {
      $0.kind == "comments" && editor.has($0.target)
    }) {
      return existing.target
    }
    let name = editor.unusedName("xl/comments", ".xml")
    editor.set(name, CommentList.empty(vocabulary))
    try editor.declare(name, type: PartType.comments)
    _ = try editor.relate(sheet, to: name, kind: "comments", vocabulary)
    return name
  }

  private func addBoxes(
    _ boxes: [CommentShapes.Box], block: Int, to part: inout XMLPart, _ editor: inout PackageEditor,
    _ vocabulary: Vocabulary
  ) throws(SpreadsheetError) {
    let id = part.root.child("legacyDrawing")?["id"]
    if let existing = try editor.relationships(of: sheet).first(where: {
      $0.id == id && editor.has($0.target)
    }) {
      guard var shapes = CommentShapes(try editor.text(existing.target)) else {
        throw .damaged(part: existing.target, .notWellFormed(.unexpectedEnd, byte: 0))
      }
      shapes.add(boxes)
      editor.set(existing.target, Array(shapes.text.utf8))
      return
    }
    if let lost = part.root.child("legacyDrawing") { part.remove(lost.range) }
    let name = editor.unusedName("xl/drawings/vmlDrawing", ".vml")
    var shapes = CommentShapes(block: block)
    shapes.add(boxes)
    editor.set(name, Array(shapes.text.utf8))
    try editor.declare(name, extension: "vml", type: PartType.drawing)
    let relationship = try editor.relate(sheet, to: name, kind: "vmlDrawing", vocabulary)
    let attribute = vocabulary.idAttribute(relationship, in: part.root)
    part.insert(
      "<\(part.prefix)legacyDrawing \(attribute)/>", as: "legacyDrawing", order: SchemaOrder.worksheet)
  }
}

extension [UInt8] {
  /// Whether the ASCII `text` stands somewhere in the bytes.
  func contains(text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    let first = text.utf8Start[0]
    return withUnsafeBufferPointer { bytes in
      guard bytes.count >= count else { return false }
      for start in 0...bytes.count - count where bytes[start] == first {
        if (1..<count).allSatisfy({ bytes[start + $0] == text.utf8Start[$0] }) { return true }
      }
      return false
    }
  }
}

extension CellRange {
  /// Cells as a list of addresses; of very many, those side by side become ranges, since programs refuse
  /// lists that are too long.
  fileprivate static func covering(_ cells: [CellAddress]) -> [String] {
    guard cells.count > 200 else { return cells.map(\.description) }
    var ranges: [CellRange] = []
    for cell in cells.sorted() {
      if let last = ranges.last, last.to.row == cell.row, last.to.column + 1 == cell.column {
        ranges[ranges.count - 1] = CellRange(last.from, cell)
      } else if let last = ranges.last, last.columns == cell.column...cell.column, last.to.row + 1 == cell.row
      {
        ranges[ranges.count - 1] = CellRange(last.from, cell)
      } else {
        ranges.append(CellRange(cell))
      }
    }
    return ranges.map(\.description)
  }
}
