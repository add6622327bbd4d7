/// What `workbook.xml` says: sheets, names, date system.
struct WorkbookPart: Sendable {
  struct SheetEntry: Sendable {
    var name: String
    /// `nil` if it names none; empty for a module of macros.
    var relationship: String?
    var isHidden: Bool
  }

  var sheets: [SheetEntry] = []
  var definedNames: [String: String] = [:]
  var dateSystem = DateSystem.from1900

  init(_ tokenizer: inout XMLTokenizer) throws(SpreadsheetError) {
    guard try tokenizer.next() == .start else { return }
    if tokenizer.name != .workbook {
      throw .damaged(part: tokenizer.part, .wrongKind(found: tokenizer.fullName))
    }
    while true {
      let token = try tokenizer.next()
      if token == .finished { return }
      guard token == .start else { continue }
      switch tokenizer.name {
      case .workbookPr where tokenizer.depth == 2:
        if try tokenizer.flag(.date1904) == true { dateSystem = .from1904 }
      case .sheet where tokenizer.depth == 3: try addSheet(tokenizer)
      case .definedName where tokenizer.depth == 3: try addName(&tokenizer)
      default: break
      }
    }
  }

  private mutating func addSheet(_ tokenizer: borrowing XMLTokenizer) throws(SpreadsheetError) {
    if sheets.count >= tokenizer.limits[.sheets] {
      throw tokenizer.limits.exceeded(.sheets, in: tokenizer.part)
    }
    let state = try tokenizer.string(.state)
    var name = Array((try tokenizer.string(.name) ?? "").utf8)
    EscapedText.undo(in: &name)
    sheets.append(
      SheetEntry(
        name: String(decoding: name, as: UTF8.self), relationship: try tokenizer.string(.relationshipId),
        isHidden: state == "hidden" || state == "veryHidden"))
  }

  private mutating func addName(_ tokenizer: inout XMLTokenizer) throws(SpreadsheetError) {
    let name = try tokenizer.string(.name)
    let isLocal = tokenizer.attribute(.localSheetId) != nil
    var text: [UInt8] = []
    try tokenizer.readText(into: &text)
    guard let name, !isLocal else { return }
    definedNames[name] = String(decoding: text, as: UTF8.self)
    if definedNames.count > tokenizer.limits[.names] {
      throw tokenizer.limits.exceeded(.names, in: tokenizer.part)
    }
  }
}

extension XMLName {
  static let workbook = XMLName("workbook")
  static let workbookPr = XMLName("workbookPr")
  static let date1904 = XMLName("date1904")
  static let sheet = XMLName("sheet")
  static let definedName = XMLName("definedName")
  static let localSheetId = XMLName("localSheetId")
  static let state = XMLName("state")
  static let name = XMLName("name")
  /// `r:id`, looked for without its prefix.
  static let relationshipId = XMLName("id")
}
