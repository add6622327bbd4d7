/// One row of a CSV file, as ``CSVReader/forEachRow(path:options:_:)`` gives it.
public struct CSVRow: Sendable {
  /// The row's number, counted from 1.
  public let row: Int
  /// The line that it begins on, counted from 1.
  public let line: Int
  let bytes: [UInt8]
  let references: [CSVFieldReference]
  let removesApostrophes: Bool

  /// How many fields the row has; an empty line has one, which is blank.
  public var count: Int { references.count }

  /// The text of field `column`, counted from 1; `nil` where there is none.
  public subscript(column: Int) -> String? {
    guard column >= 1, column <= references.count else { return nil }
    let text = bytes.withUnsafeBufferPointer { references[column - 1].text(in: $0) }
    return removesApostrophes ? HarmlessText.read(text) : text
  }

  /// All fields.
  public var texts: [String] { references.indices.map { self[$0 + 1] ?? "" } }
}

/// What ``CSVReader/forEachRow(path:options:_:)`` knows of a file when it has come to its end.
public struct CSVSummary: Hashable, Sendable {
  /// How the characters were stored.
  public var encoding: CSVEncoding
  /// What stood between the fields.
  public var separator: CSVSeparator
  /// How many rows were read.
  public var rowCount: Int
  /// What was unusual.
  public var notes: [CSVNote]
}

extension CSVReader {
  /// Reads the file at `path` row by row in little memory, whatever its size, with the rules of
  /// ``read(path:options:)``.
  ///
  /// A file without a byte order mark is gone through once before, to find its encoding. `body` may throw to
  /// stop. Throws a ``CSVError`` too if the file cannot be read, is no text, or has a row, a field or a
  /// number of rows over the limits; the limits on the bytes and fields of a file do not hold here.
  public static func forEachRow(
    path: String, options: CSVOptions = CSVOptions(), _ body: (CSVRow) throws -> Void
  ) throws -> CSVSummary {
    do {
      let encoding = try options.encoding ?? StreamedCSV.encoding(ofFileAt: path)
      var stream = try StreamedCSV(path: path, encoding: encoding, options: options)
      try stream.run(body)
      return stream.summary()
    } catch let error as CSVError {
      throw CSVError(error.reason, path: error.path ?? path, position: error.position)
    }
  }
}

/// A file that is read in pieces of 256 KiB.
private struct StreamedCSV: ~Copyable {
  private static let pieceLength = 256 << 10

  private let file: InputFile
  private let encoding: CSVEncoding
  private let options: CSVOptions
  private var decoder: CSVDecoder
  private var window: [UInt8] = []
  private var isAtEnd = false
  private var layout = CSVSniffing.Result(separator: .semicolon, start: 0)
  private var ragged: RaggedRows
  private var notes: [CSVNote] = []
  private var furtherNotes = 0
  private var rowCount = 0

  init(path: String, encoding: CSVEncoding, options: CSVOptions) throws(CSVError) {
    file = try InputFile(path: path)
    self.encoding = encoding
    self.options = options.withinStorage
    decoder = CSVDecoder(encoding)
    ragged = RaggedRows(limit: options.limits.notes)
  }

  /// The encoding by the rules of ``CSVDecoding``, without keeping the file.
  static func encoding(ofFileAt path: String) throws(CSVError) -> CSVEncoding {
    let file = try InputFile(path: path)
    var piece: [UInt8] = []
    while piece.count < 1024, try file.read(pieceLength, appendingTo: &piece) > 0 {}
    if let encoding = CSVDecoding.byMark(piece) ?? CSVDecoding.byZeros(piece) { return encoding }
    var decoder = CSVDecoder(.utf8(hasMark: false))
    var text: [UInt8] = []
    while !piece.isEmpty {
      text.removeAll(keepingCapacity: true)
      decoder.decode(piece[...], into: &text, isFinal: false)
      if decoder.undecodable > 0 { return .windows1252 }
      piece.removeAll(keepingCapacity: true)
      _ = try file.read(pieceLength, appendingTo: &piece)
    }
    decoder.decode([], into: &text, isFinal: true)
    return decoder.undecodable > 0 ? .windows1252 : .utf8(hasMark: false)
  }

  mutating func run(_ body: (CSVRow) throws -> Void) throws {
    try fill(upTo: CSVSniffing.sampleLength + 4)
    if window.starts(with: [0xEF, 0xBB, 0xBF]) { window.removeFirst(3) }
    layout = window.withUnsafeBufferPointer { CSVReader.layout(of: $0, from: 0, options) }
    window.removeFirst(layout.start)
    var scanner = CSVScanner(separator: layout.separator, limits: options.limits, line: layout.line)
    repeat {
      let consumed = try scan(&scanner)
      try hand(scanner.storage, to: body)
      take(&scanner)
      window.removeFirst(consumed)
      if !isAtEnd {
        // A row longer than the window makes it twice as long, so that it is gone through a few times at
        // most.
        guard window.count <= options.limits.fieldBytes * 2 + StreamedCSV.pieceLength else {
          throw CSVError(.tooLarge(limit: "fieldBytes", value: options.limits.fieldBytes))
        }
        try fill(upTo: max(StreamedCSV.pieceLength, window.count * 2))
      }
    } while !(isAtEnd && window.isEmpty)
    ragged.endPart()
  }

  private func scan(_ scanner: inout CSVScanner) throws(CSVError) -> Int {
    let (end, isFinal) = (window.count, isAtEnd)
    let result = window.withUnsafeBufferPointer { buffer -> Result<Int, CSVError> in
      guard let base = buffer.baseAddress else { return .success(0) }
      return Result { () throws(CSVError) in
        try scanner.scan(base, from: 0, to: end, stop: end, isFinal: isFinal)
      }
    }
    return try result.get()
  }

  private mutating func hand(_ storage: CSVStorage, to body: (CSVRow) throws -> Void) throws {
    for index in storage.rowEnds.indices {
      let range = storage.fields(ofRow: index)
      rowCount += 1
      let line = Int(storage.rowLines[index])
      ragged.add(range.count, row: rowCount, line: line, isBlank: storage.isBlank(row: index))
      try body(row(storage.fields[range], line: line))
    }
  }

  /// A row with a copy of its own bytes.
  private func row(_ references: ArraySlice<CSVFieldReference>, line: Int) -> CSVRow {
    let start = Int(references.first?.start ?? 0)
    let end = references.last?.range.upperBound ?? start
    return CSVRow(
      row: rowCount, line: line, bytes: Array(window[start..<end]),
      references: references.map {
        CSVFieldReference(
          start: $0.range.lowerBound - start, end: $0.range.upperBound - start, flags: $0.flags)
      },
      removesApostrophes: options.removesApostrophes)
  }

  /// Takes what was read out of the scanner.
  private mutating func take(_ scanner: inout CSVScanner) {
    let kept = scanner.storage.notes.prefix(max(0, options.limits.notes - notes.count))
    notes += kept
    furtherNotes += scanner.storage.notes.count - kept.count + scanner.storage.furtherNotes
    scanner.rowsBefore += scanner.storage.rowEnds.count
    scanner.storage = CSVStorage()
  }

  private mutating func fill(upTo length: Int) throws(CSVError) {
    var piece: [UInt8] = []
    while window.count < length, !isAtEnd {
      piece.removeAll(keepingCapacity: true)
      isAtEnd = try file.read(StreamedCSV.pieceLength, appendingTo: &piece) == 0
      if encoding == .windows1252, CSVReader.containsNUL(piece) { throw CSVError(.notText) }
      decoder.decode(piece[...], into: &window, isFinal: isAtEnd)
    }
  }

  func summary() -> CSVSummary {
    let further = furtherNotes + ragged.further
    let all =
      CSVReader.head(undecodable: decoder.undecodable, layout)
      + (notes + ragged.notes).sorted { $0.position.row < $1.position.row }
      + (further > 0 ? [CSVNote(.furtherNotes(count: further))] : [])
    return CSVSummary(encoding: encoding, separator: layout.separator, rowCount: rowCount, notes: all)
  }
}
