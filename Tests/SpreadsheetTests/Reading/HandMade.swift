import Spreadsheet
import TestSupport

/// A workbook written by hand: the parts are XML snippets, and what a test does not mention is as Excel has
/// it.
struct HandMade {
  /// The contents of `sheetData` of the only sheet.
  var rows = ""
  /// What stands before `sheetData`.
  var before = ""
  /// What stands after `sheetData`.
  var after = ""
  /// The contents of `sst`; `nil` for a workbook without shared strings.
  var strings: String?
  /// The codes of number formats 164, 165, …; cell format 1 uses the first, 2 the second, and so on.
  var formats: [String] = []
  /// The attributes of `workbookPr`.
  var workbookProperties = ""
  /// The contents of `sheets`.
  var sheets = #"<sheet name="Ark1" sheetId="1" r:id="rId1"/>"#
  /// Parts that replace others, or come in addition.
  var parts: [String: String] = [:]
  /// Parts whose bytes matter, such as those in another encoding than UTF-8.
  var rawParts: [String: [UInt8]] = [:]
  /// Parts that are missing.
  var missing: Set<String> = []
  /// The names of the ZIP entries where they are not those of the parts.
  var entryNames: [String: String] = [:]

  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// The parts by name, in the order of the file.
  var allParts: [(name: String, data: [UInt8])] {
    var all: [(String, String)] = [
      (
        "[Content_Types].xml",
        #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#
      ),
      ("_rels/.rels", HandMade.relationships([("rId1", "officeDocument", "xl/workbook.xml")])),
      (
        "xl/workbook.xml",
        """
        <workbook xmlns="\(HandMade.main)" xmlns:r="\(HandMade.office)"><workbookPr \(workbookProperties)/><sheets>\(sheets)</sheets></workbook>
        """
      ),
      (
        "xl/_rels/workbook.xml.rels",
        HandMade.relationships([
          ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"),
          ("rId3", "sharedStrings", "sharedStrings.xml"),
        ])
      ),
      ("xl/styles.xml", HandMade.styles(formats)),
      ("xl/worksheets/sheet1.xml", HandMade.sheet(rows, before: before, after: after)),
    ]
    if let strings {
      all.append(("xl/sharedStrings.xml", #"<sst xmlns="\#(HandMade.main)">\#(strings)</sst>"#))
    }
    for index in all.indices { all[index].1 = parts[all[index].0] ?? all[index].1 }
    for (name, text) in parts.sorted(by: { $0.key < $1.key }) where !all.contains(where: { $0.0 == name }) {
      all.append((name, text))
    }
    return all.filter { !missing.contains($0.0) }.map {
      (entryNames[$0.0] ?? $0.0, rawParts[$0.0] ?? Array($0.1.utf8))
    }
  }

  /// The bytes of the file.
  func bytes(flaw: ZipBuilder.Flaw? = nil) -> [UInt8] {
    ZipBuilder(entries: allParts, flaw: flaw).build()
  }

  /// The workbook as read.
  func read(limits: ReadLimits = .init()) throws(SpreadsheetError) -> Workbook {
    try XLSXReader.read(bytes: bytes(), limits: limits)
  }

  /// The cells of all sheets, one line each.
  func grid() throws(SpreadsheetError) -> String {
    Grid.text(try read())
  }

  static func sheet(_ rows: String, before: String = "", after: String = "") -> String {
    #"<worksheet xmlns="\#(main)" xmlns:r="\#(office)">\#(before)<sheetData>\#(rows)</sheetData>\#(after)</worksheet>"#
  }

  static func relationships(_ list: [(id: String, kind: String, target: String)]) -> String {
    let items = list.map {
      #"<Relationship Id="\#($0.id)" Type="\#(office)/\#($0.kind)" Target="\#($0.target)"/>"#
    }
    return
      #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\#(items.joined())</Relationships>"#
  }

  static func styles(_ formats: [String]) -> String {
    let codes = formats.enumerated().map {
      #"<numFmt numFmtId="\#(164 + $0.offset)" formatCode="\#($0.element)"/>"#
    }
    let cells = formats.indices.map { #"<xf numFmtId="\#(164 + $0)"/>"# }
    return """
      <styleSheet xmlns="\(main)"><numFmts>\(codes.joined())</numFmts><cellXfs><xf numFmtId="0"/>\(cells.joined())</cellXfs></styleSheet>
      """
  }
}

/// Grids as lines of text, so that a test shows what it expects.
enum Grid {
  /// One line per cell: `A1 number 12`, `B2 text Udvalg =A1 hidden`; each sheet but the first begins with its
  /// name in brackets.
  static func text(_ workbook: Workbook) -> String {
    workbook.sheets.enumerated().map { index, sheet in
      (index == 0 ? [] : ["[\(sheet.name)]"]) + sheet.cells.map(line)
    }.joined().joined(separator: "\n")
  }

  static func line(_ cell: Cell) -> String {
    var words = ["\(cell.address)"]
    switch cell.value {
    case .empty: words.append("empty")
    case .number(let text): words += ["number", text]
    case .text(let text): words += ["text", visible(text)]
    case .boolean(let isTrue): words += ["boolean", isTrue ? "true" : "false"]
    case .error(let text): words += ["error", text]
    case .date(let text): words += ["date", text]
    }
    if let formula = cell.formula { words.append("=" + formula) }
    if cell.isHidden { words.append("hidden") }
    return words.joined(separator: " ")
  }

  /// Line ends as signs, since a line stands for a cell.
  private static func visible(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" ? "⏎" : $0 == "\r" ? "␍" : $0 }))
  }
}
