/// The checks that several calls of the writer share. What passes them, libxlsxwriter writes as it is.
enum Checks {
  /// `cell` must be a cell of a sheet.
  @inline(__always)
  static func address(_ cell: CellAddress, sheet: String) throws(XLSXWriteError) {
    guard (1...SheetLimits.rows).contains(cell.row), (1...SheetLimits.columns).contains(cell.column) else {
      throw XLSXWriteError(.outsideSheet, sheet: sheet, cells: CellRange(cell))
    }
  }

  /// Both corners of `range` must be cells of a sheet.
  static func range(_ range: CellRange, sheet: String) throws(XLSXWriteError) {
    try address(range.from, sheet: sheet)
    try address(range.to, sheet: sheet)
  }

  /// `value` must be in `allowed`.
  static func range<Value: Comparable>(_ value: Value, _ allowed: ClosedRange<Value>, what: String)
    throws(XLSXWriteError)
  {
    guard allowed.contains(value) else {
      throw XLSXWriteError(
        .outOfRange(what: what, value: "\(value)", allowed: "\(allowed.lowerBound) to \(allowed.upperBound)"))
    }
  }

  /// Text that libxlsxwriter copies into a buffer of `limit` bytes, or writes unescaped, must be short and
  /// without control characters.
  static func attribute(
    _ text: String, what: String, limit: Int = SheetLimits.attributeLength, allowsLineFeed: Bool = false
  ) throws(XLSXWriteError) {
    if let character = StoredText.firstControlCharacter(in: text, allowsLineFeed: allowsLineFeed) {
      throw XLSXWriteError(.forbiddenCharacter(what: what, character: character))
    }
    guard text.utf8.count <= limit else {
      throw XLSXWriteError(.tooLong(what: what, count: text.utf8.count, limit: limit, unit: "bytes"))
    }
  }

  /// `text` must be of at most `limit` characters as Excel counts them.
  static func length(_ text: String, what: String, limit: Int) throws(XLSXWriteError) {
    guard text.utf8.count > limit else { return }
    guard text.utf16.count <= limit else {
      throw XLSXWriteError(.tooLong(what: what, count: text.utf16.count, limit: limit, unit: "characters"))
    }
  }

  /// The text of a cell as the file stores it.
  @inline(__always)
  static func storedText(_ text: String, what: String = "the text") throws(XLSXWriteError) -> String {
    guard let stored = StoredText.encode(text) else {
      throw XLSXWriteError(.forbiddenCharacter(what: what, character: "U+0000"))
    }
    try length(stored, what: what, limit: SheetLimits.textLength)
    return stored
  }

  /// A formula as the file stores it, without its leading `=`.
  static func formula(_ formula: String, what: String = "the formula", limit: Int = SheetLimits.formulaLength)
    throws(XLSXWriteError)
    -> String
  {
    let stored =
      formula.utf8.first == UInt8(ascii: "=") ? String(formula.utf8.dropFirst()) ?? formula : formula
    if stored.isEmpty { throw XLSXWriteError(.invalid(what: what, problem: "is empty")) }
    if let character = StoredText.firstControlCharacter(in: stored, allowsTab: true, allowsLineFeed: true) {
      throw XLSXWriteError(.forbiddenCharacter(what: what, character: character))
    }
    try length(stored, what: what, limit: limit)
    return stored
  }

  /// The double of a number with at most 15 digits.
  @inline(__always)
  static func number(_ number: DecimalNumber) throws(XLSXWriteError) -> Double {
    guard let value = number.spreadsheetValue else { throw XLSXWriteError(.tooManyDigits(number)) }
    return value
  }
}

extension XLSXWriteError {
  /// The same error with the place added where it has none yet.
  func at(sheet: String, cells: CellRange? = nil) -> XLSXWriteError {
    XLSXWriteError(reason, sheet: self.sheet ?? sheet, cells: self.cells ?? cells)
  }
}

/// Runs `body` and adds the place to the error that it throws.
@inline(__always)
func locating<Result>(
  _ sheet: String, _ cells: @autoclosure () -> CellRange? = nil, _ body: () throws(XLSXWriteError) -> Result
) throws(XLSXWriteError) -> Result {
  do {
    return try body()
  } catch {
    throw error.at(sheet: sheet, cells: cells())
  }
}
