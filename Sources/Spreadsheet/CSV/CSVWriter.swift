/// Makes CSV text row by row.
///
/// ```swift
/// var writer = CSVWriter(.excelDanish)
/// writer.append([.text("Udvalg"), .number(DecimalNumber(mantissa: -12755, scale: 1))])   // Udvalg;-1275,5
/// try writer.write(to: "tabel.csv")
/// ```
///
/// Fields are quoted where they must be: with a separator, quotation mark or line end, with a space at an
/// end, empty text (a blank field is not quoted), and text that would be read as a number. Text that a
/// spreadsheet would run as a formula gets an apostrophe in front, which ``CSVReader`` removes. The same rows
/// give the same bytes; read in the same dialect they give the same rows, except that a row of no fields
/// becomes one blank.
public struct CSVWriter: Sendable {
  /// The way of writing.
  public let dialect: CSVDialect
  /// The text so far, as it stands in the file.
  public private(set) var bytes: [UInt8]

  /// An empty text in `dialect`.
  public init(_ dialect: CSVDialect) {
    self.dialect = dialect
    bytes = dialect.hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []
  }

  /// The text of `rows` in `dialect`.
  public static func bytes(of rows: some Sequence<[CSVField]>, in dialect: CSVDialect) -> [UInt8] {
    var writer = CSVWriter(dialect)
    for row in rows { writer.append(row) }
    return writer.bytes
  }

  /// Adds a row.
  public mutating func append(_ row: some Sequence<CSVField>) {
    let isFirst = bytes.count <= 3
    var separates = false
    for field in row {
      if separates { bytes.append(dialect.separator.rawValue) }
      append(field, isFirstOfFile: isFirst && !separates)
      separates = true
    }
    bytes += [0x0D, 0x0A]
  }

  /// Puts the text at `path`, whole or not at all.
  ///
  /// Throws a ``FileWriteError`` if no file can be written there; what stood there stays.
  public func write(to path: String) throws(FileWriteError) {
    try AtomicFile.write(bytes, to: path)
  }

  private mutating func append(_ field: CSVField, isFirstOfFile: Bool) {
    switch field {
    case .blank: break
    case .number(let number): CSVNumber.write(number, sign: dialect.decimalSign, to: &bytes)
    case .text(let text):
      let harmless = HarmlessText.write(text)
      if needsQuotes(harmless) || isFirstOfFile && CSVWriter.meansSomethingAtTheBeginning(harmless) {
        appendQuoted(harmless)
      } else {
        bytes += harmless.utf8
      }
    }
  }

  private mutating func appendQuoted(_ text: String) {
    bytes.append(CSVScanner.quote)
    for byte in text.utf8 {
      if byte == CSVScanner.quote { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(CSVScanner.quote)
  }

  /// All separators are quoted, not only the dialect's, so that a reader who tries them is not led astray.
  private func needsQuotes(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last, first != UInt8(ascii: " "),
      last != UInt8(ascii: " ")
    else { return true }
    for byte in text.utf8 {
      switch byte {
      case CSVScanner.quote, UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|"), UInt8(ascii: "\t"),
        UInt8(ascii: "\r"),
        UInt8(ascii: "\n"):
        return true
      default: continue
      }
    }
    return CSVNumber.isNumber(text, sign: dialect.decimalSign)
  }

  /// Excel takes a first line `sep=;` for a declaration, and a file that begins with `ID` for one in another
  /// format (SYLK); a mark in the middle of the first field would be one in front of the file.
  private static func meansSomethingAtTheBeginning(_ text: String) -> Bool {
    text.utf8.starts(with: "sep=".utf8) || text.utf8.starts(with: "ID".utf8)
      || text.unicodeScalars.first == "\u{FEFF}"
  }
}
