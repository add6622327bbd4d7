import Spreadsheet
import Testing

/// Each limit is reached by a small workbook once it is set low, and a refusal names the limit, its value and
/// the part.
@Suite struct `Limits of reading` {
  private static let sheet = "xl/worksheets/sheet1.xml"
  private static let strings = "xl/sharedStrings.xml"
  private static let book = "xl/workbook.xml"
  private static let two =
    #"<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row><row r="2"><c r="A2"><f>A1</f><v>1</v></c></row>"#

  @Test(arguments: [
    (ReadLimits.Name.inflatedBytes, 300, sheet), (.partBytes, 300, book), (.entries, 3, "ZIP"),
    (.directoryBytes, 100, "ZIP"),
    (.fileBytes, 1000, "-"),
    (.sheets, 0, book), (.rows, 1, sheet), (.columns, 1, sheet), (.cells, 2, sheet),
    (.sharedStrings, 1, strings),
    (.stringBytes, 3, strings),
    (.formulaBytes, 1, sheet), (.nesting, 2, book), (.attributes, 0, "_rels/.rels"),
    (.records, 0, "xl/styles.xml"), (.names, 0, book),
  ])
  func `are kept`(name: ReadLimits.Name, value: Int, part: String) throws {
    var workbook = HandMade(
      rows: `Limits of reading`.two, strings: "<si><t>Udvalg</t></si><si><t>Forslag</t></si>")
    if name == .names {
      workbook.parts[`Limits of reading`.book] =
        #"<workbook xmlns:r="r"><sheets><sheet name="A" r:id="rId1"/></sheets><definedNames><definedName name="A">B</definedName></definedNames></workbook>"#
    }
    #expect(try workbook.read().sheets.count == 1)
    var limits = ReadLimits()
    limits.set(name, to: value)
    let error = #expect(throws: SpreadsheetError.self) { try workbook.read(limits: limits) }
    guard case .limitExceeded(let limit, let held, _)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(limit == name)
    #expect(held == value)
    let words = String(describing: error ?? .notAWorkbook)
    #expect(words.contains("raise the limit '\(name.rawValue)'"))
  }

  @Test func `there is an example of every limit`() {
    let tested: Set<ReadLimits.Name> = [
      .inflatedBytes, .partBytes, .entries, .directoryBytes, .fileBytes, .sheets, .rows, .columns, .cells,
      .sharedStrings, .stringBytes,
      .formulaBytes,
      .nesting, .attributes, .records, .names,
    ]
    #expect(tested == Set(ReadLimits.Name.allCases))
  }

  @Test func `of the bytes of all parts hold together`() {
    var limits = ReadLimits()
    limits.inflatedBytes = 400
    var workbook = HandMade(rows: "", strings: "")
    workbook.sheets =
      #"<sheet name="A" sheetId="1" r:id="rId1"/><sheet name="B" sheetId="2" r:id="rId1"/><sheet name="C" sheetId="3" r:id="rId1"/>"#
    limits.inflatedBytes = 600
    #expect(
      throws: SpreadsheetError.limitExceeded(
        limit: .inflatedBytes, value: 600, part: `Limits of reading`.sheet)
    ) {
      try workbook.read(limits: limits)
    }
  }

  @Test func `of cells do not hold row by row`() throws {
    var limits = ReadLimits()
    limits.cells = 2
    let bytes = HandMade(rows: `Limits of reading`.two, strings: "<si><t>Udvalg</t></si>").bytes()
    let file = try XLSXFile(bytes: bytes, limits: limits)
    #expect(try file.sheets.flatMap { try $0.rows.map { try $0.get().cells.count } } == [2, 1])
  }

  @Test func `of cells do not hold for the rows of a large sheet, of which few are in memory at a time`()
    throws
  {
    var limits = ReadLimits()
    limits.cells = 1000
    let rows = (1...5000).map {
      #"<row r="\#($0)"><c r="A\#($0)"><v>1</v></c><c r="B\#($0)"><v>2</v></c></row>"#
    }.joined()
    let file = try XLSXFile(bytes: HandMade(rows: rows).bytes(), limits: limits)
    #expect(try file.sheets.flatMap { try $0.rows.map { try $0.get().number } } == Array(1...5000))
  }
}

extension ReadLimits {
  /// Sets the limit called `name`.
  fileprivate mutating func set(_ name: Name, to value: Int) {
    switch name {
    case .inflatedBytes: inflatedBytes = value
    case .partBytes: partBytes = value
    case .entries: entries = value
    case .directoryBytes: directoryBytes = value
    case .fileBytes: fileBytes = value
    case .sheets: sheets = value
    case .rows: rows = value
    case .columns: columns = value
    case .cells: cells = value
    case .sharedStrings: sharedStrings = value
    case .stringBytes: stringBytes = value
    case .formulaBytes: formulaBytes = value
    case .nesting: nesting = value
    case .attributes: attributes = value
    case .records: records = value
    case .names: names = value
    }
  }
}
