/// The list of sheets in `workbook.xml` under edit: a sheet is put in front or taken away, and everything
/// that counts sheets is moved along.
struct WorkbookSheets {
  private(set) var part: XMLPart

  /// Opens the workbook's main part.
  init(_ part: XMLPart) throws(SpreadsheetError) {
    guard part.root.name == "workbook" else {
      throw .damaged(part: part.name, .wrongKind(found: part.root.fullName))
    }
    self.part = part
  }

  /// A sheet of the list.
  struct Sheet {
    var name: String
    var relationship: String
    var id: Int
    var index: Int
    var isHidden: Bool
  }

  /// All sheets, in their order.
  var sheets: [Sheet] {
    (part.root.child("sheets")?.children("sheet") ?? []).enumerated().map { index, element in
      Sheet(
        name: element["name"].map(WorkbookSheets.shown) ?? "", relationship: element["id"] ?? "",
        id: element.number("sheetId") ?? 0, index: index,
        isHidden: ["hidden", "veryHidden"].contains(element["state"]))
    }
  }

  /// A sheet's name with the escapes of SpreadsheetML undone.
  private static func shown(_ name: String) -> String {
    var bytes = Array(name.utf8)
    EscapedText.undo(in: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether no sheet may be added, moved or removed.
  var isStructureProtected: Bool {
    ["1", "true", "on"].contains(part.root.child("workbookProtection")?["lockStructure"])
  }

  /// A sheet's name as formulas write it: `'Tabel A'`.
  static func quoted(_ name: String) -> String { "'" + name.replacing("'", with: "''") + "'" }

  // MARK: Edits

  /// Takes the sheet away, with the names that belong to it or point at it.
  mutating func remove(_ sheet: Sheet) {
    guard let list = part.root.child("sheets") else { return }
    part.remove(list.children("sheet")[sheet.index].range)
    let rest = sheets.filter { $0.index != sheet.index }
    let firstVisible = rest.firstIndex { !$0.isHidden } ?? 0
    moveViews { number in number == sheet.index ? firstVisible : number > sheet.index ? number - 1 : number }
    let mention = "\(WorkbookSheets.quoted(sheet.name))!"
    guard let names = part.root.child("definedNames") else { return }
    let gone = names.children.filter {
      $0["localSheetId"] == String(sheet.index) || $0.text.contains(mention)
    }
    if gone.count == names.children.count {
      part.remove(names.range)
      return
    }
    for name in names.children where !gone.contains(where: { $0.range == name.range }) {
      if let number = name.number("localSheetId"), number > sheet.index {
        part.set("localSheetId", String(number - 1), of: name)
      }
    }
    for name in gone { part.remove(name.range) }
  }

  /// Puts a sheet in front of all others; the sheet that was open stays the open one.
  /// - Parameter names: defined names of the new sheet, with what they mean.
  mutating func insert(
    _ name: String, relationship: String, vocabulary: Vocabulary,
    names: [(name: String, isHidden: Bool, text: String)]
  ) {
    guard let list = part.root.child("sheets") else { return }
    let p = part.prefix
    let id = (sheets.map(\.id).max() ?? 0) + 1
    part.insert(
      "<\(p)sheet name=\"\(XMLText.stored(name))\" sheetId=\"\(id)\" \(vocabulary.idAttribute(relationship, in: part.root))/>",
      at: list.content.lowerBound)
    moveViews { $0 + 1 }
    for name in part.root.child("definedNames")?.children ?? [] {
      if let number = name.number("localSheetId") { part.set("localSheetId", String(number + 1), of: name) }
    }
    let added = names.map { name in
      "<\(p)definedName name=\"\(name.name)\" localSheetId=\"0\"\(name.isHidden ? " hidden=\"1\"" : "")>\(XMLText.escaped(name.text))</\(p)definedName>"
    }.joined()
    if let list = part.root.child("definedNames") {
      part.append(added, to: list)
    } else {
      part.insert(
        "<\(p)definedNames>\(added)</\(p)definedNames>", as: "definedNames", order: SchemaOrder.workbook)
    }
  }

  /// Numbers of sheets in the windows' settings. The first tab that is shown stays the first unless it was
  /// scrolled away from.
  private mutating func moveViews(_ move: (Int) -> Int) {
    let views = part.root.child("bookViews")?.children("workbookView") ?? []
    for view in views {
      let active = view.number("activeTab") ?? 0
      if move(active) != 0 || view["activeTab"] != nil {
        part.set("activeTab", String(move(active)), of: view)
      }
      if let first = view.number("firstSheet"), first > 0 {
        part.set("firstSheet", String(move(first)), of: view)
      }
    }
    guard views.isEmpty, move(0) != 0 else { return }
    let p = part.prefix
    part.insert(
      "<\(p)bookViews><\(p)workbookView activeTab=\"\(move(0))\"/></\(p)bookViews>", as: "bookViews",
      order: SchemaOrder.workbook)
  }
}
