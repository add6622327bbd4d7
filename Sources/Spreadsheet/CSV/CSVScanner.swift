/// Finds the fields of CSV text, given as UTF-8 bytes, in one pass.
///
/// A field that begins with `"` goes on to the next `"` that is not doubled, over separators and line ends.
/// Lines end with LF, CR LF or CR. What does not fit is kept as it stands and noted. The scanner can be given
/// a file in pieces: it stops at the beginning of a row that is not complete.
struct CSVScanner {
  static let quote = UInt8(ascii: "\"")
  private static let space = UInt8(ascii: " ")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  var storage = CSVStorage()
  /// The line that the next row begins on.
  var line: Int
  /// Rows that were read and taken away before (in pieces).
  var rowsBefore = 0
  /// Fields that were read and taken away before.
  var fieldsBefore = 0
  private let separator: UInt8
  private let limits: CSVLimits
  /// Where the text begins in the buffer, for positions of a file in pieces: always the row under way.
  private var rowStartField = 0

  /// A scanner whose rows begin on line `line` of the file.
  init(separator: CSVSeparator, limits: CSVLimits, line: Int = 1) {
    (self.separator, self.limits, self.line) = (separator.rawValue, limits, line)
  }

  /// Reads whole rows from `start` on, until a row begins at `stop` or later, or `end` is reached, and
  /// returns where the next row begins.
  ///
  /// Unless the text is final, a row that reaches `end` is not read, as it may go on.
  mutating func scan(
    _ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int, stop: Int, isFinal: Bool
  ) throws(CSVError) -> Int {
    var position = start
    while position < min(stop, end) {
      rowStartField = storage.fields.count
      let (rowLine, noteCount) = (line, storage.notes.count)
      guard let next = try scanRow(bytes, from: position, to: end, isFinal: isFinal) else {
        storage.fields.removeSubrange(rowStartField...)
        storage.notes.removeSubrange(min(noteCount, storage.notes.count)...)
        line = rowLine
        return position
      }
      try endRow(line: rowLine)
      position = next
    }
    return position
  }

  private mutating func endRow(line rowLine: Int) throws(CSVError) {
    storage.rowEnds.append(UInt32(truncatingIfNeeded: storage.fields.count))
    storage.rowLines.append(UInt32(truncatingIfNeeded: rowLine))
    line += 1
    if storage.fields.count - rowStartField > limits.columns {
      throw tooLarge("columns", limits.columns, line: rowLine)
    }
    if rowsBefore + storage.rowEnds.count > limits.rows { throw tooLarge("rows", limits.rows, line: rowLine) }
    if fieldsBefore + storage.fields.count > limits.fields {
      throw tooLarge("fields", limits.fields, line: rowLine)
    }
  }

  private func tooLarge(_ limit: String, _ value: Int, line: Int, rowsUnderWay: Int = 0) -> CSVError {
    let row = rowsBefore + storage.rowEnds.count + rowsUnderWay
    return CSVError(
      .tooLarge(limit: limit, value: value), position: CSVPosition(line: line, row: row, column: 1))
  }

  /// Reads the fields of one row; `nil` if it may go on behind `end`.
  @inline(__always)
  private mutating func scanRow(
    _ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int, isFinal: Bool
  ) throws(CSVError) -> Int? {
    var position = start
    while true {
      if position < end, bytes[position] == CSVScanner.space {
        position = skipSpacesBeforeQuote(bytes, from: position, to: end)
      }
      if position < end, bytes[position] == CSVScanner.quote {
        guard let next = scanQuoted(bytes, from: position, to: end, isFinal: isFinal) else { return nil }
        position = next
      } else {
        position = scanPlain(bytes, from: position, to: end)
      }
      if storage.fields[storage.fields.count - 1].length > limits.fieldBytes {
        throw tooLarge("fieldBytes", limits.fieldBytes, line: line, rowsUnderWay: 1)
      }
      guard position < end else { return isFinal ? position : nil }
      let byte = bytes[position]
      position += 1
      if byte == separator { continue }
      guard byte == CSVScanner.carriageReturn else { return position }
      guard position < end else { return isFinal ? position : nil }
      return bytes[position] == CSVScanner.lineFeed ? position + 1 : position
    }
  }

  /// The quotation mark behind spaces, as programs write that put a space behind each separator
  /// (`"a", "b"`), where it is closed in the same line right before a separator or the line's end; `start`
  /// otherwise: a loose mark must never swallow the lines behind it.
  private func skipSpacesBeforeQuote(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var position = start
    while position < end, bytes[position] == CSVScanner.space { position += 1 }
    guard position < end, bytes[position] == CSVScanner.quote else { return start }
    let opening = position
    position += 1
    while position < end, !isLineEnd(bytes[position]) {
      guard bytes[position] == CSVScanner.quote else {
        position += 1
        continue
      }
      let next = position + 1
      if next == end || bytes[next] == separator || isLineEnd(bytes[next]) { return opening }
      guard bytes[next] == CSVScanner.quote else { return start }
      position += 2
    }
    return start
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == CSVScanner.lineFeed || byte == CSVScanner.carriageReturn
  }

  /// Adds the field that begins at `start` and returns where its separator or line end stands.
  @inline(__always)
  private mutating func scanPlain(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var position = start
    var hasQuote = false
    while position < end {
      let byte = bytes[position]
      if byte == separator { break }
      if byte <= CSVScanner.quote {
        if byte == CSVScanner.lineFeed || byte == CSVScanner.carriageReturn { break }
        if byte == CSVScanner.quote { hasQuote = true }
      }
      position += 1
    }
    if hasQuote { note(.quoteInUnquotedField, line: line) }
    storage.fields.append(CSVFieldReference(start: start, end: position))
    return position
  }

  /// Adds the quoted field that begins at `start`; `nil` if it may go on behind `end`.
  private mutating func scanQuoted(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int, isFinal: Bool)
    -> Int?
  {
    let firstLine = line
    var position = start + 1
    var flags: CSVFieldReference.Flags = .quoted
    while true {
      position = skipToQuote(bytes, from: position, to: end)
      guard position < end else {
        guard isFinal else { return nil }
        note(.quoteNeverClosed, line: firstLine)
        storage.fields.append(CSVFieldReference(start: start, end: end, flags: flags.union(.irregular)))
        return end
      }
      guard position + 1 < end || isFinal else { return nil }
      guard position + 1 < end, bytes[position + 1] == CSVScanner.quote else { break }
      flags.insert(.escaped)
      position += 2
    }
    return endQuoted(bytes, from: start, close: position, to: end, flags: flags, line: firstLine)
  }

  private mutating func endQuoted(
    _ bytes: UnsafePointer<UInt8>, from start: Int, close: Int, to end: Int, flags: CSVFieldReference.Flags,
    line firstLine: Int
  ) -> Int {
    var position = close + 1
    while position < end, bytes[position] != separator, bytes[position] != CSVScanner.lineFeed,
      bytes[position] != CSVScanner.carriageReturn
    {
      position += 1
    }
    if position == close + 1 {
      storage.fields.append(CSVFieldReference(start: start + 1, end: close, flags: flags))
    } else {
      note(.textAfterQuote, line: firstLine)
      storage.fields.append(CSVFieldReference(start: start, end: position, flags: flags.union(.irregular)))
    }
    return position
  }

  /// The next quotation mark, or `end`; lines are counted on the way.
  private mutating func skipToQuote(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var position = start
    while position < end, bytes[position] != CSVScanner.quote {
      let byte = bytes[position]
      let endsLine =
        byte == CSVScanner.lineFeed
        || byte == CSVScanner.carriageReturn
          && (position + 1 == end || bytes[position + 1] != CSVScanner.lineFeed)
      if endsLine { line += 1 }
      position += 1
    }
    return position
  }

  private mutating func note(_ kind: CSVNote.Kind, line: Int) {
    guard storage.notes.count < limits.notes else {
      storage.furtherNotes += 1
      return
    }
    let column = storage.fields.count - rowStartField + 1
    storage.notes.append(
      CSVNote(kind, at: CSVPosition(line: line, row: rowsBefore + storage.rowEnds.count + 1, column: column)))
  }
}
