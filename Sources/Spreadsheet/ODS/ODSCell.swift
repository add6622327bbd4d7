/// What the tag of a cell says.
struct ODSCell {
  private(set) var styleName: String?
  /// The formula as a workbook would have it.
  private(set) var formula: String?
  /// What the value is shown as, whatever the style says.
  private(set) var kind = OpenDocumentStyles.ValueKind.plain
  private var type: String?
  private var value: String?
  private var date: String?
  private var time: String?
  private var boolean: String?
  private var string: String?
  private var isError = false

  /// Reads the tag that just started.
  init(_ tokenizer: borrowing XMLTokenizer) throws(SpreadsheetError) {
    var currency = ""
    for index in 0..<tokenizer.attributeCount {
      let attribute = tokenizer[attribute: index]
      let name = attribute.localName
      switch tokenizer.namespace(ofAttribute: index) {
      case .office:
        let text = try tokenizer.value(attribute)
        switch name {
        case .valueType: type = text
        case .storedValue: value = text
        case .dateValue: date = text
        case .timeValue: time = text
        case .booleanValue: boolean = text
        case .stringValue: string = text
        case .currency: currency = text
        default: break
        }
      case .calcext: if name == .valueType { isError = try tokenizer.value(attribute) == "error" }
      case .table where name == .styleName: styleName = try tokenizer.value(attribute)
      case .table where name == .formula: formula = OpenFormula.a1(try tokenizer.value(attribute))
      default: break
      }
    }
    switch type {
    case "percentage": kind = .percentage
    case "time": kind = .time
    case "currency": kind = .currency(currency.isEmpty ? "kr." : currency)
    default: break
    }
  }

  /// Whether there is anything to keep: a value, a text or a formula.
  func holdsSomething(beside text: ODSText) -> Bool {
    formula != nil || type != nil || value != nil || !text.bytes.isEmpty || text.hasHidden
  }

  /// Puts the value into `cell`; `text` is what stands in it. Numbers are dates where the style `isDate`, as in
  /// a workbook.
  func setValue(of cell: inout CompactCell, text: ODSText, isDate: Bool, in storage: inout SheetStorage) {
    if isError || isOldError(text) {
      cell.kind = .error
      cell.payload = text.bytes.withUnsafeBufferPointer { storage.store($0) }
      return
    }
    switch type {
    case "float", "percentage", "currency":
      setNumber(value, of: &cell, text: text, isDate: isDate, in: &storage)
    case "date":
      if let date = date.flatMap({ ISODate($0) }) {
        (cell.kind, cell.payload) = (.dateText, storage.store(date.text))
      } else {
        setText(date, of: &cell, text: text, in: &storage)
      }
    case "time":
      if let days = time.flatMap({ ODSDuration.days($0) }) {
        (cell.kind, cell.payload) = (.number, storage.store(days))
      } else {
        setText(time, of: &cell, text: text, in: &storage)
      }
    case "boolean":
      switch boolean {
      case "true": cell.kind = .yes
      case "false": cell.kind = .no
      default: setText(boolean, of: &cell, text: text, in: &storage)
      }
    case nil where value != nil: setNumber(value, of: &cell, text: text, isDate: isDate, in: &storage)
    case nil where formula != nil && text.bytes.isEmpty: break
    default: setText(string, of: &cell, text: text, in: &storage)
    }
  }

  /// What is no number stands as it is: a wrong program wrote it, and the reader of the grid should see what.
  private func setNumber(
    _ value: String?, of cell: inout CompactCell, text: ODSText, isDate: Bool,
    in storage: inout SheetStorage
  ) {
    guard var number = value, number.withUTF8({ DecimalNumber.isStoredNumber($0) }) else {
      return setText(value, of: &cell, text: text, in: &storage)
    }
    // LibreOffice stores the two truth values of a workbook as functions.
    if let formula, let isTrue = ["TRUE()": true, "FALSE()": false][formula], number == (isTrue ? "1" : "0") {
      cell.kind = isTrue ? .yes : .no
      return
    }
    (cell.kind, cell.payload) = (isDate ? .dateNumber : .number, storage.store(number))
  }

  private func setText(
    _ value: String?, of cell: inout CompactCell, text: ODSText, in storage: inout SheetStorage
  ) {
    cell.kind = .text
    cell.payload =
      value.map { storage.store($0) } ?? text.bytes.withUnsafeBufferPointer { storage.store($0) }
  }

  /// Whether a formula's text is that of an error, which programs before 2012 stored as a number or a text:
  /// `Err:502`, `#DIV/0!`.
  private func isOldError(_ text: ODSText) -> Bool {
    guard formula != nil, text.bytes.count < 20, string ?? "" == "", value ?? "0" == "0" else { return false }
    let shown = String(decoding: text.bytes, as: UTF8.self)
    if shown.hasPrefix("Err:") { return shown.dropFirst(4).allSatisfy(\.isNumber) }
    return shown.hasPrefix("#") && (shown.hasSuffix("!") || shown.hasSuffix("?") || shown == "#N/A")
  }
}

extension XMLName {
  fileprivate static let valueType = XMLName("value-type")
  fileprivate static let storedValue = XMLName("value")
  fileprivate static let dateValue = XMLName("date-value")
  fileprivate static let timeValue = XMLName("time-value")
  fileprivate static let booleanValue = XMLName("boolean-value")
  fileprivate static let stringValue = XMLName("string-value")
  fileprivate static let currency = XMLName("currency")
  fileprivate static let styleName = XMLName("style-name")
  fileprivate static let formula = XMLName("formula")
}
