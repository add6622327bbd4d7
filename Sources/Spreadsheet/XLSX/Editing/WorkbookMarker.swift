/// Marks cells of a workbook and puts a list sheet in front, by editing the package: every part that need not
/// change keeps its bytes.
package struct WorkbookMarker: Sendable {
  /// By what the marks are known again.
  package var signature: MarkSignature

  /// A marker whose marks carry `signature`.
  package init(signature: MarkSignature) { self.signature = signature }

  /// The workbook in `bytes` with `marks`, and without the marks that it had.
  ///
  /// A mark on a sheet that the workbook does not have is left out. A cell that somebody has commented on
  /// keeps that comment and is coloured only. If nothing has to change, the result is the very same bytes.
  package func mark(_ bytes: [UInt8], with marks: WorkbookMarks) throws(MarkingError) -> [UInt8] {
    var book = try open(bytes)
    do throws(SpreadsheetError) {
      try clear(&book)
      try add(marks, to: &book)
      return try book.editor.packed()
    } catch {
      throw .spreadsheet(error)
    }
  }

  /// The cells on which others than the author have commented, by sheet.
  package func commentedCells(in bytes: [UInt8]) throws(MarkingError) -> [String: Set<CellAddress>] {
    let book = try open(bytes)
    do throws(SpreadsheetError) {
      var cells: [String: Set<CellAddress>] = [:]
      for sheet in try book.worksheets() {
        for comments in try book.editor.relationships(of: sheet.part)
        where comments.kind == "comments" && book.editor.has(comments.target) {
          var list = CommentList(try book.editor.xml(comments.target))
          cells[sheet.name] = list.cells.subtracting(list.remove(signature).cells)
        }
      }
      return cells
    } catch {
      throw .spreadsheet(error)
    }
  }

  /// Opens a workbook that may be changed.
  private func open(_ bytes: [UInt8]) throws(MarkingError) -> EditedWorkbook {
    let book: EditedWorkbook
    let refusal: MarkingError?
    do throws(SpreadsheetError) {
      book = try EditedWorkbook(bytes)
      refusal = try book.refusal()
    } catch {
      throw .spreadsheet(error)
    }
    if let refusal { throw refusal }
    return book
  }

  // MARK: Steps

  private func clear(_ book: inout EditedWorkbook) throws(SpreadsheetError) {
    for sheet in try book.worksheets() where signature.isSheet(sheet.name) { try book.remove(sheet) }
    for sheet in try book.worksheets() {
      try SheetMarking(sheet: sheet.part, signature: signature).clear(&book.editor)
    }
  }

  private func add(_ marks: WorkbookMarks, to book: inout EditedWorkbook) throws(SpreadsheetError) {
    let sheets = try book.worksheets()
    let marked = sheets.filter { sheet in marks.marks.contains { $0.sheet == sheet.name } }
    if marked.isEmpty, marks.list == nil { return }
    var styles = StyleAdditions(try book.styles())
    let levels = WorkbookMarks.Level.allCases.filter { level in marks.marks.contains { $0.level == level } }
    let formats = Dictionary(uniqueKeysWithValues: levels.map { ($0, styles.mark($0)) })
    let listStyles = marks.list == nil ? nil : MarkListPart.Styles(&styles)
    book.editor.keep(styles.finished())
    for (index, sheet) in marked.enumerated() {
      let own = marks.marks.filter { $0.sheet == sheet.name }.sorted { $0.cell < $1.cell }
      try SheetMarking(sheet: sheet.part, signature: signature).add(
        own, formats: formats, block: 101 + index, to: &book.editor)
    }
    if let list = marks.list, let listStyles {
      try book.insert(list, name: signature.sheet, styles: listStyles)
    }
  }
}

/// A workbook's package and the names of its parts.
struct EditedWorkbook {
  var editor: PackageEditor
  /// The name of the main part.
  let main: String

  /// A sheet with cells.
  struct Worksheet {
    var name: String
    var part: String
    var relationship: String
  }

  init(_ bytes: [UInt8]) throws(SpreadsheetError) {
    editor = try PackageEditor(bytes)
    let stated = try editor.relationships(of: "").first { $0.kind == "officeDocument" }?.target
    guard let name = [stated, "xl/workbook.xml"].compactMap({ $0 }).first(where: editor.has) else {
      throw .notAWorkbook
    }
    main = name
  }

  /// Why the workbook must not be changed; `nil` if it may.
  func refusal() throws(SpreadsheetError) -> MarkingError? {
    if try editor.relationships(of: "").contains(where: { $0.kind == "origin" }) { return .signed }
    if try editor.relationships(of: main).contains(where: { $0.kind == "revisionHeaders" }) { return .shared }
    return try WorkbookSheets(editor.xml(main)).isStructureProtected ? .structureProtected : nil
  }

  /// The sheets with cells, in their order.
  func worksheets() throws(SpreadsheetError) -> [Worksheet] {
    let relationships = try editor.relationships(of: main)
    return try WorkbookSheets(editor.xml(main)).sheets.compactMap { sheet in
      guard let found = relationships.first(where: { $0.id == sheet.relationship }),
        found.kind == "worksheet", editor.has(found.target)
      else { return nil }
      return Worksheet(name: sheet.name, part: found.target, relationship: sheet.relationship)
    }
  }

  private func vocabulary() throws(SpreadsheetError) -> Vocabulary {
    try editor.xml(main).isStrict ? .strict : .transitional
  }

  /// The styles part, which is made if there is none.
  mutating func styles() throws(SpreadsheetError) -> XMLPart {
    if let existing = try editor.relationships(of: main).first(where: {
      $0.kind == "styles" && editor.has($0.target)
    }) {
      return try editor.xml(existing.target)
    }
    let name = editor.unusedName("xl/styles", ".xml")
    editor.set(name, StyleAdditions.empty(try vocabulary()))
    try editor.declare(name, type: PartType.styles)
    _ = try editor.relate(main, to: name, kind: "styles", vocabulary())
    return try editor.xml(name)
  }

  /// Puts a list sheet in front of all others.
  mutating func insert(_ list: MarkList, name: String, styles: MarkListPart.Styles) throws(SpreadsheetError) {
    let vocabulary = try vocabulary()
    let sheet = MarkListPart(list: list, vocabulary: vocabulary, styles: styles)
    let part = editor.unusedName("xl/worksheets/sheet", ".xml")
    editor.set(part, sheet.text())
    try editor.declare(part, type: PartType.worksheet)
    let relationship = try editor.relate(main, to: part, kind: "worksheet", vocabulary)
    var sheets = try WorkbookSheets(editor.xml(main))
    let quoted = WorkbookSheets.quoted(name)
    let header = MarkListPart.headerRow
    sheets.insert(
      name, relationship: relationship, vocabulary: vocabulary,
      names: [
        ("_xlnm._FilterDatabase", true, "\(quoted)!\(sheet.absoluteRange)"),
        ("_xlnm.Print_Titles", false, "\(quoted)!$\(header):$\(header)"),
      ])
    editor.keep(sheets.part)
  }

  /// Takes a sheet away, with the parts that only it uses.
  mutating func remove(_ sheet: Worksheet) throws(SpreadsheetError) {
    var sheets = try WorkbookSheets(editor.xml(main))
    guard let entry = sheets.sheets.first(where: { $0.relationship == sheet.relationship }),
      sheets.sheets.count > 1
    else { return }
    sheets.remove(entry)
    editor.keep(sheets.part)
    for part in try [sheet.part]
      + editor.relationships(of: sheet.part).filter({ EditedWorkbook.isOwned($0.kind) }).map(\.target)
    where editor.has(part) {
      editor.remove(part)
      try editor.undeclare(part)
    }
    try editor.unrelate(main, id: sheet.relationship)
    // The order of calculation names sheets by number; without it, programs work it out anew.
    guard
      let chain = try editor.relationships(of: main).first(where: {
        $0.kind == "calcChain" && editor.has($0.target)
      })
    else { return }
    let cells = try editor.xml(chain.target).root.children
    guard cells.contains(where: { $0["i"] == String(entry.id) }) else { return }
    editor.remove(chain.target)
    try editor.undeclare(chain.target)
    try editor.unrelate(main, id: chain.id)
  }

  /// Whether a sheet shares a part of this kind with no other sheet.
  private static func isOwned(_ kind: String) -> Bool {
    ["comments", "vmlDrawing", "drawing", "printerSettings", "threadedComment", "table"].contains(kind)
  }
}
