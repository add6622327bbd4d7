/// What a workbook consists of, before any cell is read: which part holds which sheet, the styles, where the
/// shared strings are.
struct WorkbookContents: Sendable {
  /// A sheet with cells, and the part that holds it.
  struct SheetEntry: Sendable {
    var name: String
    var isHidden: Bool
    var part: PackageDirectory.Entry
  }

  let package: XLSXPackage
  let styles: StylesPart
  private let sharedStrings: PackageDirectory.Entry?
  let sheets: [SheetEntry]
  let definedNames: [String: String]
  let dateSystem: DateSystem

  init(_ package: XLSXPackage) throws(SpreadsheetError) {
    self.package = package
    let name = try WorkbookContents.workbookPart(package)
    var tokenizer = try package.tokenizer(package.entry(name))
    let workbook = try WorkbookPart(&tokenizer)
    let relationships = try package.relationships(of: name)
    definedNames = workbook.definedNames
    dateSystem = workbook.dateSystem
    sheets = try WorkbookContents.sheets(workbook, relationships, package: package)

    if let part = try WorkbookContents.part("styles", "styles.xml", of: name, relationships, package) {
      var tokenizer = try package.tokenizer(part)
      styles = try StylesPart(&tokenizer)
    } else {
      styles = StylesPart()
    }
    sharedStrings = try WorkbookContents.part(
      "sharedStrings", "sharedStrings.xml", of: name, relationships, package)
    try checkSizes()
  }

  /// The part of this kind by relationship, or where it usually is. A workbook without texts may well name a
  /// part that it does not have.
  private static func part(
    _ kind: String, _ usualName: String, of workbook: String, _ relationships: [Relationship],
    _ package: XLSXPackage
  ) throws(SpreadsheetError) -> PackageDirectory.Entry? {
    let stated = relationships.first { $0.kind == kind }?.target
    let usual = PackageDirectory.resolve(usualName, against: workbook)
    guard let name = [stated, usual].compactMap({ $0 }).first(where: { package.directory[$0] != nil }) else {
      return nil
    }
    return try package.entry(name)
  }

  /// The name of the workbook's main part: by relationship, or where it usually is.
  private static func workbookPart(_ package: XLSXPackage) throws(SpreadsheetError) -> String {
    let directory = package.directory
    let stated = try package.relationships(of: "").first { $0.kind == "officeDocument" }?.target
    if let stated, stated.lowercased().hasSuffix(".bin") { throw .xlsb }
    if let stated, directory[stated] != nil {
      if stated.lowercased().hasPrefix("word/") || stated.lowercased().hasPrefix("ppt/") {
        throw .notAWorkbook
      }
      return stated
    }
    if directory["xl/workbook.xml"] != nil { return "xl/workbook.xml" }
    if directory["xl/workbook.bin"] != nil { throw .xlsb }
    if directory["content.xml"] != nil,
      try OpenDocumentPackage.mediaType(of: package).hasPrefix(OpenDocumentPackage.spreadsheet)
    {
      throw .ods
    }
    if directory["Index/Document.iwa"] != nil || directory["Index.zip"] != nil
      || directory.hasName(endingWith: ".iwa")
    {
      throw .numbers
    }
    throw .notAWorkbook
  }

  private static func sheets(
    _ workbook: WorkbookPart, _ relationships: [Relationship], package: XLSXPackage
  ) throws(SpreadsheetError) -> [SheetEntry] {
    var byId: [String: Relationship] = [:]
    for relationship in relationships where byId[relationship.id] == nil {
      byId[relationship.id] = relationship
    }
    var entries: [SheetEntry] = []
    for sheet in workbook.sheets {
      // Excel keeps the macro modules of old workbooks as sheets of no part, with an empty id.
      if sheet.relationship == "" { continue }
      guard let relationship = sheet.relationship.flatMap({ byId[$0] }) else {
        throw .damaged(part: "xl/workbook.xml", .missingRelationship(sheet: sheet.name))
      }
      // Macro sheets have cells like any other; charts and dialogs have none.
      if relationship.kind == "chartsheet" || relationship.kind == "dialogsheet" { continue }
      entries.append(
        SheetEntry(name: sheet.name, isHidden: sheet.isHidden, part: try package.entry(relationship.target)))
    }
    return entries
  }

  /// Refuses a workbook whose parts state to unpack to more than the limit, before any of them is unpacked.
  private func checkSizes() throws(SpreadsheetError) {
    var total = sharedStrings?.size ?? 0
    for sheet in sheets {
      total += sheet.part.size
      if total > package.limits[.inflatedBytes] {
        throw package.limits.exceeded(.inflatedBytes, in: sheet.part.name)
      }
    }
  }

  /// How many bytes the shared strings unpack to.
  var sharedStringBytes: Int { sharedStrings?.size ?? 0 }

  /// Reads the texts that cells refer to by number.
  func readSharedStrings(inBackground: Bool = false) throws(SpreadsheetError) -> StringTable {
    guard let sharedStrings else { return StringTable() }
    var tokenizer = try package.tokenizer(sharedStrings, inBackground: inBackground)
    return try SharedStringsPart.read(&tokenizer, size: sharedStrings.size)
  }

  /// Begins to read a sheet.
  func parser(_ entry: SheetEntry, inBackground: Bool = false) throws(SpreadsheetError) -> SheetParser {
    try SheetParser(package.tokenizer(entry.part, inBackground: inBackground), styles: styles)
  }

  /// Reads all cells of a sheet, whose shared texts are known by their numbers only until
  /// ``SheetStorage/resolve(_:)`` is called.
  func readSheet(_ entry: SheetEntry, inBackground: Bool = false) throws(SpreadsheetError) -> Sheet {
    var parser = try parser(entry, inBackground: inBackground)
    var storage = SheetStorage()
    storage.dateSystem = dateSystem
    storage.looks = styles.looks
    storage.reserve(forPart: entry.part.size)
    while try parser.readRows(into: &storage, cells: .max) {}
    storage.restoreOrder()
    if !storage.markMerges(parser.mergedRanges) || !storage.markHidden(parser.conditionalHidings) {
      throw package.limits.exceeded(.records, in: entry.part.name)
    }
    return Sheet(
      name: entry.name, storage: storage, isHidden: entry.isHidden, mergedRanges: parser.mergedRanges,
      hiddenRows: parser.hiddenRows,
      hiddenColumns: parser.hiddenColumns)
  }

  /// Gives the cells of `sheet` their shared texts.
  func resolve(_ strings: StringTable, in sheet: inout Sheet, _ entry: SheetEntry) throws(SpreadsheetError) {
    if let cell = sheet.resolve(strings) {
      throw .damaged(
        part: entry.part.name, .missingSharedString(index: Int(cell.payload), cell: cell.address.description))
    }
  }
}
