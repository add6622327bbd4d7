/// Reads CSV files of every origin.
///
/// The encoding is found by this rule, first match: a byte order mark; UTF-16 where of the first 1,024 bytes
/// every other one is often NUL; UTF-8 where the whole file is valid UTF-8; otherwise Windows-1252. The
/// separator is found by this one: a first line `sep=;` says it; else of `;`, tab, `,` and `|` the one that
/// divides most rows of the first 64 KiB alike. Both are told in the ``CSVTable``, and ``CSVOptions`` can say
/// them instead. Lines end with CR LF, LF or CR. Whatever does not fit (a stray quotation mark, a row with
/// too few fields) is kept as it stands and noted with its place.
public enum CSVReader {
  /// Reads the file at `path`.
  ///
  /// Throws a ``CSVError`` if it cannot be read, is no text, or is larger than the limits.
  public static func read(path: String, options: CSVOptions = CSVOptions()) throws(CSVError) -> CSVTable {
    do {
      return try read(InputFile.contents(of: path, limit: options.limits.bytes), options: options)
    } catch {
      throw CSVError(error.reason, path: path, position: error.position)
    }
  }

  /// Reads the text in `bytes`.
  ///
  /// Throws a ``CSVError`` if it is no text or larger than the limits.
  public static func read(_ bytes: [UInt8], options: CSVOptions = CSVOptions()) throws(CSVError) -> CSVTable {
    try checkSize(bytes.count, options.limits)
    let decoded = CSVDecoding.decode(bytes, as: options.encoding)
    try checkSize(decoded.bytes.count, options.limits)
    guard decoded.encoding != .windows1252 || !containsNUL(decoded.bytes) else { throw CSVError(.notText) }
    let sniffed = decoded.bytes.withUnsafeBufferPointer { layout(of: $0, from: decoded.start, options) }
    let storage = try scan(decoded.bytes, sniffed, limits: options.limits)
    return CSVTable(
      encoding: decoded.encoding, separator: sniffed.separator,
      notes: notes(storage, undecodable: decoded.undecodable, sniffed: sniffed, limits: options.limits),
      removesApostrophes: options.removesApostrophes, bytes: decoded.bytes, storage: storage)
  }

  static func checkSize(_ count: Int, _ limits: CSVLimits) throws(CSVError) {
    guard count <= min(limits.bytes, Int(UInt32.max)) else {
      throw CSVError(.tooLarge(limit: "bytes", value: limits.bytes))
    }
  }

  /// The separator, and where the rows begin; a line `sep=;` is no row even where the separator was told.
  static func layout(of bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ options: CSVOptions)
    -> CSVSniffing.Result
  {
    guard let separator = options.separator else { return CSVSniffing.separator(of: bytes, from: start) }
    if let declared = CSVSniffing.declaration(bytes, from: start), declared.separator == separator {
      return declared
    }
    return CSVSniffing.Result(separator: separator, start: start)
  }

  static func containsNUL(_ bytes: some Sequence<UInt8>) -> Bool {
    bytes.withContiguousStorageIfAvailable { $0.contains(0) } ?? bytes.contains(0)
  }

  private static func notes(
    _ storage: CSVStorage, undecodable: Int, sniffed: CSVSniffing.Result, limits: CSVLimits
  ) -> [CSVNote] {
    var ragged = RaggedRows(limit: limits.notes)
    for row in storage.rowEnds.indices {
      ragged.add(
        storage.fields(ofRow: row).count, row: row + 1, line: Int(storage.rowLines[row]),
        isBlank: storage.isBlank(row: row))
    }
    ragged.endPart()
    let further = storage.furtherNotes + ragged.further
    return head(undecodable: undecodable, sniffed)
      + (storage.notes + ragged.notes).sorted { $0.position.row < $1.position.row }
      + (further > 0 ? [CSVNote(.furtherNotes(count: further))] : [])
  }

  /// What concerns the file as a whole.
  static func head(undecodable: Int, _ sniffed: CSVSniffing.Result) -> [CSVNote] {
    var notes: [CSVNote] = []
    if undecodable > 0 { notes.append(CSVNote(.undecodableBytes(count: undecodable))) }
    if let rival = sniffed.rival {
      notes.append(CSVNote(.separatorAmbiguous(chosen: sniffed.separator, other: rival)))
    }
    return notes
  }
}

extension CSVReader {
  /// Smaller texts are not worth a second thread.
  private static let parallelLength = 1 << 20

  private static func scan(_ bytes: [UInt8], _ layout: CSVSniffing.Result, limits: CSVLimits) throws(CSVError)
    -> CSVStorage
  {
    let limits = limits.withinStorage
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<CSVStorage, CSVError> in
      guard let base = buffer.baseAddress else { return .success(CSVStorage()) }
      let scan = WholeScan(bytes: base, layout: layout, end: buffer.count, limits: limits)
      return Result { () throws(CSVError) in
        try buffer.count - layout.start < parallelLength ? scan.onOneThread() : scan.onTwoThreads()
      }
    }
    return try result.get()
  }
}

/// Scans a text that is in memory as a whole.
private struct WholeScan {
  let bytes: UnsafePointer<UInt8>
  let layout: CSVSniffing.Result
  let end: Int
  let limits: CSVLimits

  private var start: Int { layout.start }
  /// A scanner that begins with the first row.
  private var scanner: CSVScanner {
    CSVScanner(separator: layout.separator, limits: limits, line: layout.line)
  }

  /// Fields and rows of the first 64 KiB, from which those of the whole text are estimated.
  private var density: CSVDensity {
    var scanner = CSVScanner(separator: layout.separator, limits: limits)
    let sampleEnd = min(end, start + CSVSniffing.sampleLength)
    let length =
      (try? scanner.scan(bytes, from: start, to: sampleEnd, stop: sampleEnd, isFinal: false)) ?? start
    return CSVDensity(
      fields: scanner.storage.fields.count, rows: scanner.storage.rowEnds.count, length: length - start)
  }

  func onOneThread() throws(CSVError) -> CSVStorage {
    var scanner = self.scanner
    scanner.storage.reserve(density, length: end - start, limits)
    _ = try scanner.scan(bytes, from: start, to: end, stop: end, isFinal: true)
    return scanner.storage
  }

  /// A second thread begins behind the first line end of the second half, as if no quoted field went over it.
  /// When the first thread comes there, it knows: if a row begins there indeed, the second half is good; if
  /// not, it is thrown away and the first thread goes on.
  func onTwoThreads() throws(CSVError) -> CSVStorage {
    guard let split = lineStart(after: start + (end - start) / 2) else { return try onOneThread() }
    nonisolated(unsafe) var first = scanner
    nonisolated(unsafe) var second = CSVScanner(separator: layout.separator, limits: limits)
    nonisolated(unsafe) var outcome: (first: Result<Int, CSVError>, second: Result<Int, CSVError>) = (
      .success(0), .success(0)
    )
    nonisolated(unsafe) let scan = self
    let density = density
    TwoThreads.run(isWorthIt: true) {
      var scanner = scan.scanner
      // The second half is added to it.
      scanner.storage.reserve(density, length: scan.end - scan.start, scan.limits)
      outcome.first = Result { () throws(CSVError) in
        try scanner.scan(scan.bytes, from: scan.start, to: scan.end, stop: split, isFinal: true)
      }
      first = scanner
    } and: {
      var scanner = CSVScanner(separator: scan.layout.separator, limits: scan.limits)
      scanner.storage.reserve(density, length: scan.end - split, scan.limits)
      outcome.second = Result { () throws(CSVError) in
        try scanner.scan(scan.bytes, from: split, to: scan.end, stop: scan.end, isFinal: true)
      }
      second = scanner
    }
    return try join(&first, at: outcome.first.get(), second: second, outcome: outcome.second, split: split)
  }

  private func join(
    _ first: inout CSVScanner, at position: Int, second: CSVScanner, outcome: Result<Int, CSVError>,
    split: Int
  ) throws(CSVError) -> CSVStorage {
    guard position == split, case .success = outcome else {
      _ = try first.scan(bytes, from: position, to: end, stop: end, isFinal: true)
      return first.storage
    }
    first.storage.append(second.storage, line: first.line)
    try checkSums(first.storage)
    return first.storage
  }

  /// Each half has kept to the limits; both together must too.
  private func checkSums(_ storage: CSVStorage) throws(CSVError) {
    if storage.rowEnds.count > limits.rows { throw CSVError(.tooLarge(limit: "rows", value: limits.rows)) }
    if storage.fields.count > limits.fields {
      throw CSVError(.tooLarge(limit: "fields", value: limits.fields))
    }
  }

  private func lineStart(after position: Int) -> Int? {
    var position = position
    while position < end, bytes[position] != UInt8(ascii: "\n") { position += 1 }
    return position + 1 < end ? position + 1 : nil
  }
}
