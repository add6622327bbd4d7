/// Where a field stands in the bytes of its file, and what must be done to get its text: eight bytes instead
/// of a string.
struct CSVFieldReference: Sendable {
  /// First byte: after the opening quotation mark of a regular quoted field, at it in an irregular one.
  let start: UInt32
  /// Length and flags.
  private let packed: UInt32

  /// What must be done to get the text.
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt32
    /// The field was in quotation marks.
    static let quoted = Flags(rawValue: 1)
    /// It contains doubled quotation marks.
    static let escaped = Flags(rawValue: 2)
    /// It has text after its closing quotation mark, or none.
    static let irregular = Flags(rawValue: 4)
  }

  /// The longest field that fits, in bytes; a longer one counts as one of this length, which the limits
  /// refuse.
  static let maximumLength = 1 << 29 - 1

  @inline(__always)
  init(start: Int, end: Int, flags: Flags = []) {
    self.start = UInt32(truncatingIfNeeded: start)
    packed =
      UInt32(truncatingIfNeeded: min(end - start, CSVFieldReference.maximumLength)) << 3 | flags.rawValue
  }

  @inline(__always) var length: Int { Int(packed >> 3) }
  @inline(__always) var flags: Flags { Flags(rawValue: packed & 7) }
  @inline(__always) var range: Range<Int> { Int(start)..<Int(start) + length }
  @inline(__always) var isBlank: Bool { packed == 0 }

  /// The field's text: quotation marks undone.
  func text(in bytes: UnsafeBufferPointer<UInt8>) -> String {
    if flags.isDisjoint(with: [.escaped, .irregular]) {
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
    return String(decoding: unescaped(bytes[range]), as: UTF8.self)
  }

  /// Doubled quotation marks become single ones; those that open and close an irregular field are dropped.
  private func unescaped(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var rest = bytes
    var isInside = true
    if flags.contains(.irregular) { rest = rest.dropFirst() }
    while let byte = rest.popFirst() {
      if isInside, byte == CSVScanner.quote {
        guard rest.first == CSVScanner.quote else {
          isInside = false
          continue
        }
        rest = rest.dropFirst()
      }
      result.append(byte)
    }
    return result
  }
}

/// How many fields and rows a piece of text of `length` bytes has.
struct CSVDensity: Sendable {
  var fields: Int
  var rows: Int
  var length: Int
}

/// The fields of a CSV file, row by row.
struct CSVStorage: Sendable {
  /// All fields, in the order of the file.
  var fields: [CSVFieldReference] = []
  /// For each row the number of fields up to its end.
  var rowEnds: [UInt32] = []
  /// For each row the line that it begins on.
  var rowLines: [UInt32] = []
  /// What was unusual.
  var notes: [CSVNote] = []
  /// How many notes were not kept.
  var furtherNotes = 0

  /// Makes room for what `length` bytes of such a text are likely to have, so that the arrays need not grow;
  /// memory that is not used costs nothing.
  mutating func reserve(_ density: CSVDensity, length: Int, _ limits: CSVLimits) {
    guard density.length > 0 else { return }
    let factor = Double(length) / Double(density.length) * 1.1
    fields.reserveLargeCapacity(
      max(0, min(Int(Double(density.fields) * factor) + 64, limits.fields, length + 1)))
    let rows = max(0, min(Int(Double(density.rows) * factor) + 64, limits.rows, length + 1))
    rowEnds.reserveCapacity(rows)
    rowLines.reserveCapacity(rows)
  }

  /// The fields of row `index`, counted from zero.
  @inline(__always)
  func fields(ofRow index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(rowEnds[index - 1]))..<Int(rowEnds[index])
  }

  /// Whether row `index` is an empty line.
  @inline(__always)
  func isBlank(row index: Int) -> Bool {
    let range = fields(ofRow: index)
    return range.count == 1 && fields[range.lowerBound].isBlank
  }

  /// Adds what a second scanner read behind, whose rows and lines began at `line`.
  mutating func append(_ other: CSVStorage, line: Int) {
    let (fieldCount, rowCount) = (UInt32(fields.count), rowEnds.count)
    fields += other.fields
    rowEnds += other.rowEnds.lazy.map { $0 + fieldCount }
    rowLines += other.rowLines.lazy.map { $0 + UInt32(line - 1) }
    notes += other.notes.lazy.map { note in
      var note = note
      note.position.line += line - 1
      note.position.row += rowCount
      return note
    }
    furtherNotes += other.furtherNotes
  }
}
