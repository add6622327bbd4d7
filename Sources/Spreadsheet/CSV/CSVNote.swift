/// The place of a field in a CSV file.
public struct CSVPosition: Hashable, Sendable, CustomStringConvertible {
  /// Line of the file, counted from 1 by line ends.
  public var line: Int
  /// Row, counted from 1. A quoted field over several lines makes rows and lines differ.
  public var row: Int
  /// Field of the row, counted from 1.
  public var column: Int

  /// A place.
  public init(line: Int, row: Int, column: Int) {
    (self.line, self.row, self.column) = (line, row, column)
  }

  /// The cell that the field is on a sheet.
  public var address: CellAddress { CellAddress(row: row, column: column) }

  /// `line 12 (B10)`.
  public var description: String { "line \(line) (\(address))" }
}

/// Something unusual that was read, and how. The text is kept as it stands in the file; nothing is guessed.
public struct CSVNote: Hashable, Sendable, CustomStringConvertible {
  /// What is unusual.
  public enum Kind: Hashable, Sendable {
    /// A `"` inside a field that is not quoted; it is kept as a character.
    case quoteInUnquotedField
    /// Characters after the closing `"` of a field; they are kept at its end.
    case textAfterQuote
    /// A field whose closing `"` is missing: it goes on to the end of the file.
    case quoteNeverClosed
    /// Rows `row` to `last` have `found` fields, most rows of their part of the file have `expected`.
    case raggedRows(through: Int, found: Int, expected: Int)
    /// The file fits `chosen` and `other` as separators equally well.
    case separatorAmbiguous(chosen: CSVSeparator, other: CSVSeparator)
    /// Bytes that the encoding does not define; they are replaced by U+FFFD.
    case undecodableBytes(count: Int)
    /// So many further notes were not kept.
    case furtherNotes(count: Int)
  }

  /// What is unusual.
  public var kind: Kind
  /// Where; the beginning of the file where it concerns the whole.
  public var position: CSVPosition

  /// A note.
  public init(_ kind: Kind, at position: CSVPosition = CSVPosition(line: 1, row: 1, column: 1)) {
    (self.kind, self.position) = (kind, position)
  }

  /// The note in words, with its place.
  public var description: String { "\(position): \(kind.explanation)" }
}

extension CSVNote.Kind {
  fileprivate var explanation: String {
    switch self {
    case .quoteInUnquotedField: "a quotation mark inside a field that does not begin with one"
    case .textAfterQuote: "text after the closing quotation mark of a field"
    case .quoteNeverClosed: "the quotation mark is never closed, the field goes on to the end of the file"
    case .raggedRows(let last, let found, let expected):
      "rows up to \(last) have \(found) fields, most have \(expected)"
    case .separatorAmbiguous(let chosen, let other):
      "read with \(chosen) between fields, but \(other) would fit as well"
    case .undecodableBytes(let count): "\(count) bytes are no characters of the file's encoding"
    case .furtherNotes(let count): "\(count) further notes"
    }
  }
}

/// Why a CSV file could not be read.
public struct CSVError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was wrong.
  public enum Reason: Hashable, Sendable {
    /// There is no such file.
    case missingFile
    /// The file cannot be read; the system's words.
    case unreadable(String)
    /// The file is neither UTF-8 nor UTF-16 and holds NUL characters, so it is no text.
    case notText
    /// A limit of ``CSVLimits`` is exceeded: its name and value.
    case tooLarge(limit: String, value: Int)
  }

  /// What was wrong.
  public var reason: Reason
  /// The file, if it was read from one.
  public var path: String?
  /// Where, if known.
  public var position: CSVPosition?

  /// An error.
  public init(_ reason: Reason, path: String? = nil, position: CSVPosition? = nil) {
    (self.reason, self.path, self.position) = (reason, path, position)
  }

  /// What is wrong, where, and what to do.
  public var description: String {
    let place = [path, position?.description].compactMap { $0 }.joined(separator: ", ")
    return place.isEmpty ? explanation : place + ": " + explanation
  }

  private var explanation: String {
    switch reason {
    case .missingFile: "no such file"
    case .unreadable(let explanation): "cannot be read: \(explanation)"
    case .notText: "no text file: it is neither UTF-8 nor UTF-16 and contains NUL characters"
    case .tooLarge(let limit, let value):
      "more than the limit of \(value) \(limit); raise CSVLimits.\(limit) if the file is trusted"
    }
  }
}
