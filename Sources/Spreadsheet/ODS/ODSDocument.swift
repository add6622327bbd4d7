/// What is read of an OpenDocument spreadsheet: its styles, then its tables.
struct ODSDocument {
  private var styles = OpenDocumentStyles()
  private var sheets: [Sheet] = []
  private var definedNames: [String: String] = [:]
  /// How many cells the repeats of all sheets have added.
  private var repeated = 0

  /// The spreadsheet, once its parts have been read. Dates are stored as dates, so the day from which they
  /// count does not matter.
  var workbook: Workbook { Workbook(sheets: sheets, definedNames: definedNames) }

  /// Reads a part: the styles that have names, and, if it `hasCells`, those made for cells, and the tables.
  mutating func read(_ tokenizer: inout XMLTokenizer, hasCells: Bool) throws(SpreadsheetError) {
    guard try tokenizer.next() == .start else { return }
    guard tokenizer.namespace == .office, ODSDocument.roots.contains(tokenizer.name) else {
      throw .damaged(part: tokenizer.part, .wrongKind(found: tokenizer.fullName))
    }
    while try tokenizer.nextChild() {
      guard tokenizer.namespace == .office else {
        try tokenizer.skipElement()
        continue
      }
      switch tokenizer.name {
      case .styles: try styles.read(&tokenizer, areCommon: true)
      case .automaticStyles where hasCells: try styles.read(&tokenizer, areCommon: false)
      case .body where hasCells: try readBody(&tokenizer)
      default: try tokenizer.skipElement()
      }
    }
    // What follows the outermost element is looked at too.
    _ = try tokenizer.next()
  }

  private static let roots: Set<XMLName> = [
    XMLName("document-content"), XMLName("document-styles"), XMLName("document"),
  ]

  private mutating func readBody(_ tokenizer: inout XMLTokenizer) throws(SpreadsheetError) {
    while try tokenizer.nextChild() {
      guard tokenizer.namespace == .office, tokenizer.name == .spreadsheet else {
        throw .damaged(part: tokenizer.part, .wrongKind(found: tokenizer.fullName))
      }
      while try tokenizer.nextChild() { try readPart(&tokenizer) }
    }
  }

  /// Reads a table or the names of ranges; what else there is, tracked changes among it, holds no cells.
  private mutating func readPart(_ tokenizer: inout XMLTokenizer) throws(SpreadsheetError) {
    switch (tokenizer.namespace, tokenizer.name) {
    case (.table, .table):
      if sheets.count >= tokenizer.limits[.sheets] {
        throw tokenizer.limits.exceeded(.sheets, in: tokenizer.part)
      }
      var reader = try ODSTableReader(tokenizer, styles: lent(), repeated: repeated)
      sheets.append(try reader.read(&tokenizer))
      styles = reader.styles
      repeated = reader.repeated
    case (.table, .namedExpressions): try readNames(&tokenizer)
    default: try tokenizer.skipElement()
    }
  }

  /// The styles, which belong to the reader of a table until they are given back; two owners would copy them.
  private mutating func lent() -> OpenDocumentStyles {
    var lent = OpenDocumentStyles()
    swap(&lent, &styles)
    return lent
  }

  private mutating func readNames(_ tokenizer: inout XMLTokenizer) throws(SpreadsheetError) {
    while try tokenizer.nextChild() {
      if tokenizer.namespace == .table, let name = try tokenizer.string(.name, in: .table) {
        if let range = try tokenizer.string(.cellRangeAddress, in: .table) {
          definedNames[name] = OpenFormula.a1("[\(range)]")
        } else if let text = try tokenizer.string(.expression, in: .table) {
          definedNames[name] = OpenFormula.a1(text)
        }
        if definedNames.count > tokenizer.limits[.names] {
          throw tokenizer.limits.exceeded(.names, in: tokenizer.part)
        }
      }
      try tokenizer.skipElement()
    }
  }
}

extension XMLTokenizer {
  /// Goes to the next element directly inside the one that is open; false at that one's end. Who is handed an
  /// element has to read it to its end.
  package mutating func nextChild() throws(SpreadsheetError) -> Bool {
    while true {
      switch try next() {
      case .start: return true
      case .end, .finished: return false
      case .text: break
      }
    }
  }
}

extension XMLName {
  fileprivate static let styles = XMLName("styles")
  fileprivate static let automaticStyles = XMLName("automatic-styles")
  fileprivate static let body = XMLName("body")
  fileprivate static let spreadsheet = XMLName("spreadsheet")
  fileprivate static let table = XMLName("table")
  fileprivate static let namedExpressions = XMLName("named-expressions")
  fileprivate static let cellRangeAddress = XMLName("cell-range-address")
  fileprivate static let expression = XMLName("expression")
}
