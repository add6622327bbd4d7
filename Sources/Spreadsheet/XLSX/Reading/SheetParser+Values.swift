extension SheetParser {
  // MARK: Values

  /// Reads the `v` element that just started and puts its value into `cell`.
  mutating func readValue(
    _ type: CellType, isDate: Bool, of cell: inout CompactCell, into storage: inout SheetStorage
  ) throws(SpreadsheetError) {
    let token = try tokenizer.next()
    if token == .text, tokenizer.isWholeText {
      try setValue(type, isDate: isDate, bytes: tokenizer.rawText, of: &cell, in: &storage)
      _ = try tokenizer.next()
      return
    }
    // A value in several pieces, or with entities: put it together first.
    text.removeAll(keepingCapacity: true)
    if token == .text { try tokenizer.appendText(to: &text) }
    if token == .start { try tokenizer.skipElement() }
    if token != .end {
      var rest: [UInt8] = []
      try tokenizer.readText(into: &rest)
      text += rest
    }
    let whole = text
    try whole.withUnsafeBufferPointer { bytes throws(SpreadsheetError) in
      try setValue(type, isDate: isDate, bytes: bytes, of: &cell, in: &storage)
    }
  }

  /// Puts the value that the bytes spell into `cell`.
  @inline(__always)
  private mutating func setValue(
    _ type: CellType, isDate: Bool, bytes: UnsafeBufferPointer<UInt8>, of cell: inout CompactCell,
    in storage: inout SheetStorage
  ) throws(SpreadsheetError) {
    switch type {
    case .number:
      let number = SheetParser.trimmed(bytes)
      if number.isEmpty { return }
      cell.payload = storage.store(number)
      // What is no number stands as it is: a wrong program wrote it, and the reader of the grid should see
      // what.
      cell.kind = DecimalNumber.isStoredNumber(number) ? (isDate ? .dateNumber : .number) : .text
    case .sharedString:
      let digits = SheetParser.trimmed(bytes)
      if digits.isEmpty { return }
      cell.payload = UInt64(try sharedStringIndex(digits, cell))
      cell.kind = .sharedText
    case .formulaString, .inlineString: setText(bytes, of: &cell, in: &storage)
    default: setRareValue(type, SheetParser.trimmed(bytes), of: &cell, in: &storage)
    }
  }

  private func setText(
    _ bytes: UnsafeBufferPointer<UInt8>, of cell: inout CompactCell, in storage: inout SheetStorage
  ) {
    cell.kind = .text
    guard bytes.contains(UInt8(ascii: "_")) else {
      cell.payload = storage.store(bytes)
      return
    }
    var text = Array(bytes)
    EscapedText.undo(in: &text)
    cell.payload = text.withUnsafeBufferPointer { storage.store($0) }
  }

  private func setRareValue(
    _ type: CellType, _ bytes: UnsafeBufferPointer<UInt8>, of cell: inout CompactCell,
    in storage: inout SheetStorage
  ) {
    if bytes.isEmpty { return }
    let text = String(decoding: bytes, as: UTF8.self)
    switch type {
    case .boolean where text == "1" || text == "true" || text == "TRUE": cell.kind = .yes
    case .boolean where text == "0" || text == "false" || text == "FALSE": cell.kind = .no
    case .error: (cell.kind, cell.payload) = (.error, storage.store(text))
    case .date:
      let date = ISODate(text)
      (cell.kind, cell.payload) =
        date.map { (.dateText, storage.store($0.text)) } ?? (.text, storage.store(text))
    default: (cell.kind, cell.payload) = (.text, storage.store(text))
    }
  }

  private func sharedStringIndex(_ digits: UnsafeBufferPointer<UInt8>, _ cell: CompactCell)
    throws(SpreadsheetError) -> Int
  {
    var index = 0
    for byte in digits {
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9 else {
        throw .damaged(part: part, .missingSharedString(index: -1, cell: cell.address.description))
      }
      index = min(index &* 10 &+ Int(digit), 1 << 40)
    }
    return index
  }

  /// The bytes without white space at either end.
  @inline(__always)
  private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let first = bytes.first, let last = bytes.last else { return bytes }
    if first > 0x20, last > 0x20 { return bytes }
    var start = 0
    var end = bytes.count
    while start < end, XMLTokenizer.isSpace(bytes[start]) { start += 1 }
    while end > start, XMLTokenizer.isSpace(bytes[end - 1]) { end -= 1 }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  // MARK: Formulas

  /// Reads the `f` element that just started; tells where its formula is kept, if it has one.
  mutating func readFormula(of cell: CompactCell, into storage: inout SheetStorage) throws(SpreadsheetError)
    -> UInt64?
  {
    let kind = try tokenizer.string(.t)
    let group = kind == "shared" ? try tokenizer.number(.si) : nil
    let dataTable = kind == "dataTable" ? try dataTableFormula() : nil
    try tokenizer.readText(into: &text)
    EscapedText.undo(in: &text)
    if text.count > limits[.formulaBytes] { throw limits.exceeded(.formulaBytes, in: part) }
    if let dataTable { return storage.store(dataTable) }
    guard let group else { return text.isEmpty ? nil : text.withUnsafeBufferPointer { storage.store($0) } }
    if text.isEmpty, let index = sharedFormulas[group] {
      try countShared(storage.sharedFormulas[index].text.count)
      return SheetStorage.sharedFormulaMark | UInt64(index)
    }
    // The first cell of a group holds the text. A later one without it, whose first cell is missing, has a
    // formula that nobody can know.
    guard !text.isEmpty else { return storage.store("") }
    try countShared(text.count)
    sharedFormulas[group] = storage.sharedFormulas.count
    storage.sharedFormulas.append(SharedFormula(origin: cell.address, text: text))
    return SheetStorage.sharedFormulaMark | UInt64(storage.sharedFormulas.count - 1)
  }

  /// Counts the bytes that shared formulas come to when each cell asks for its own.
  private mutating func countShared(_ count: Int) throws(SpreadsheetError) {
    sharedFormulaBytes += count
    if sharedFormulaBytes > limits[.inflatedBytes] { throw limits.exceeded(.inflatedBytes, in: part) }
  }

  /// What Excel shows for a cell of a what-if table: `TABLE(row input,column input)`.
  private func dataTableFormula() throws(SpreadsheetError) -> String {
    let first = try tokenizer.string(.r1) ?? ""
    if try tokenizer.flag(.dt2D) == true { return "TABLE(\(first),\(try tokenizer.string(.r2) ?? ""))" }
    return try tokenizer.flag(.dtr) == true ? "TABLE(\(first),)" : "TABLE(,\(first))"
  }
}

/// A date or a date and time in ISO 8601, as cells of type `d` have it.
struct ISODate: Hashable {
  /// `2022-01-14`, or `2022-01-14T08:30:00` if it is not midnight.
  var text: String

  /// Reads `2022-01-14`, `2022-01-14T08:30`, `2022-01-14T08:30:00.5Z`; anything else gives `nil`.
  init?(_ source: String) {
    let bytes = Array(source.utf8)
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    guard let year = ISODate.number(bytes[0..<4]), let month = ISODate.number(bytes[5..<7]),
      let day = ISODate.number(bytes[8..<10]),
      (1...12).contains(month), (1...ISODate.days(in: month, of: year)).contains(day)
    else { return nil }
    let date = String(source.prefix(10))
    var clock = bytes[10...]
    if clock.last == UInt8(ascii: "Z") { clock = clock.dropLast() }
    guard !clock.isEmpty else {
      text = date
      return
    }
    guard let time = ISODate.time(Array(clock.dropFirst())),
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ")
    else {
      return nil
    }
    text = time == "00:00:00" ? date : date + "T" + time
  }

  /// The number that at most four digits mean.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.reduce(0) { number, byte in
      number.flatMap { byte >= 48 && byte <= 57 ? $0 * 10 + Int(byte) - 48 : nil }
    }
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// `08:30:00`, with a fraction of at most three digits where it is not zero.
  private static func time(_ clock: [UInt8]) -> String? {
    guard clock.count == 5 || clock.count >= 8, clock[2] == UInt8(ascii: ":") else { return nil }
    guard let hour = number(clock[0..<2]), let minute = number(clock[3..<5]), hour < 24, minute < 60 else {
      return nil
    }
    let start = String(decoding: clock[0..<5], as: UTF8.self)
    if clock.count == 5 { return start + ":00" }
    guard clock[5] == UInt8(ascii: ":"), let second = number(clock[6..<8]), second < 60 else { return nil }
    let whole = String(decoding: clock[0..<8], as: UTF8.self)
    if clock.count == 8 { return whole }
    guard clock.count > 9, clock[8] == UInt8(ascii: "."), clock[9...].allSatisfy({ $0 >= 48 && $0 <= 57 })
    else { return nil }
    let fraction = clock[9...].prefix(3)
    if fraction.allSatisfy({ $0 == UInt8(ascii: "0") }) { return whole }
    return whole + "." + String(decoding: fraction, as: UTF8.self)
      + String(repeating: "0", count: 3 - fraction.count)
  }
}

extension CompactCell {
  /// Where the cell stands.
  var address: CellAddress { CellAddress(row: Int(row), column: Int(column)) }
}
