/// Delivers the text of an XML part as valid UTF-8, whatever its encoding: UTF-8, UTF-16, ISO-8859-1 or
/// Windows-1252.
///
/// A byte order mark is taken away. Bytes that are no text, and control characters that XML forbids, end in
/// ``Damage/invalidText(byte:)``.
package final class TextSource: ByteSource {
  private let source: any ByteSource
  private let part: String
  private var encoding: TextEncoding?
  private var validator = UTF8Validator()
  /// Bytes that were read and not yet delivered: all of the first block, later what an encoding other than
  /// UTF-8 could not deliver.
  private var pending: [UInt8] = []
  private var pendingStart = 0
  private var isAtEnd = false
  private var delivered = 0

  package init(_ source: any ByteSource, part: String) {
    self.source = source
    self.part = part
  }

  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(SpreadsheetError) -> Int {
    if encoding == nil { try begin() }
    let count = encoding == .utf8 ? try readUTF8(buffer) : try readConverted(buffer)
    if let offset = validator.firstInvalid(in: UnsafeRawBufferPointer(rebasing: buffer[..<count])) {
      throw .damaged(part: part, .invalidText(byte: delivered + offset))
    }
    if count == 0, !validator.isComplete { throw .damaged(part: part, .invalidText(byte: delivered)) }
    delivered += count
    return count
  }

  private func readUTF8(_ buffer: UnsafeMutableRawBufferPointer) throws(SpreadsheetError) -> Int {
    guard pendingStart < pending.count else { return try source.read(into: buffer) }
    let count = min(buffer.count, pending.count - pendingStart)
    buffer.copyBytes(from: pending[pendingStart..<pendingStart + count])
    pendingStart += count
    if pendingStart == pending.count {
      pending = []
      pendingStart = 0
    }
    return count
  }

  /// Converts what fits into `buffer`; a unit of input takes at most four bytes of output.
  private func readConverted(_ buffer: UnsafeMutableRawBufferPointer) throws(SpreadsheetError) -> Int {
    var count = 0
    while count + 4 <= buffer.count {
      guard let scalar = try nextScalar() else { break }
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        buffer[count] = byte
        count += 1
      }
    }
    return count
  }

  private func nextScalar() throws(SpreadsheetError) -> Unicode.Scalar? {
    guard let encoding, let first = try nextUnit() else { return nil }
    guard encoding.isUTF16 else { return encoding.scalar(ofByte: UInt8(truncatingIfNeeded: first)) }
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, let second = try nextUnit(), (0xDC00...0xDFFF).contains(second) else {
      throw .damaged(part: part, .invalidText(byte: delivered))
    }
    return Unicode.Scalar(0x1_0000 + (UInt32(first - 0xD800) << 10 | UInt32(second - 0xDC00)))
  }

  /// The next byte, or two bytes of UTF-16.
  private func nextUnit() throws(SpreadsheetError) -> UInt16? {
    guard let encoding, try fill(encoding.isUTF16 ? 2 : 1) else {
      if pendingStart < pending.count { throw .damaged(part: part, .invalidText(byte: delivered)) }
      return nil
    }
    let first = UInt16(pending[pendingStart])
    pendingStart += 1
    guard encoding.isUTF16 else { return first }
    let second = UInt16(pending[pendingStart])
    pendingStart += 1
    return encoding == .utf16LittleEndian ? second << 8 | first : first << 8 | second
  }

  /// Makes sure that `count` bytes are pending; false if the source ends before.
  private func fill(_ count: Int) throws(SpreadsheetError) -> Bool {
    while pending.count - pendingStart < count {
      if isAtEnd { return false }
      pending.removeFirst(pendingStart)
      pendingStart = 0
      try readBlock()
    }
    return true
  }

  /// Adds the next block of the source to what is pending.
  private func readBlock() throws(SpreadsheetError) {
    var failure: SpreadsheetError?
    let block = [UInt8](unsafeUninitializedCapacity: 1 << 14) { buffer, count in
      do throws(SpreadsheetError) {
        count = try source.read(into: UnsafeMutableRawBufferPointer(buffer))
      } catch { failure = error }
    }
    if let failure { throw failure }
    isAtEnd = block.isEmpty
    if pending.isEmpty { pending = block } else { pending += block }
  }

  /// Finds out the encoding from the first bytes.
  private func begin() throws(SpreadsheetError) {
    _ = try fill(512)
    let (found, markLength) = try TextEncoding.detect(pending[...], part: part)
    encoding = found
    pendingStart = markLength
  }
}

/// An encoding of XML that spreadsheets are met in.
enum TextEncoding: Equatable {
  case utf8, utf16LittleEndian, utf16BigEndian, latin1, windows1252

  var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }

  /// The encoding of text that begins with `head`, and the length of its byte order mark. Bytes count more
  /// than the label: text that says `utf-16` in single bytes is UTF-8, as some programs write it.
  static func detect(_ head: ArraySlice<UInt8>, part: String) throws(SpreadsheetError) -> (
    TextEncoding, markLength: Int
  ) {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if head.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    if head.starts(with: [0x3C, 0x00]) { return (.utf16LittleEndian, 0) }
    if head.starts(with: [0x00, 0x3C]) { return (.utf16BigEndian, 0) }
    guard let label = label(head) else { return (.utf8, 0) }
    switch label.lowercased() {
    case "utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf16", "utf-16le", "utf-16be": return (.utf8, 0)
    case "iso-8859-1", "iso8859-1", "latin1", "latin-1": return (.latin1, 0)
    case "windows-1252", "cp1252": return (.windows1252, 0)
    default: throw .damaged(part: part, .unknownEncoding(label))
    }
  }

  /// The value of `encoding` in an XML declaration.
  private static func label(_ head: ArraySlice<UInt8>) -> String? {
    guard head.starts(with: "<?xml".utf8), let end = head.firstIndex(of: UInt8(ascii: ">")) else {
      return nil
    }
    var rest = head[..<end].dropFirst(5)
    while !rest.isEmpty, !rest.starts(with: "encoding".utf8) { rest = rest.dropFirst() }
    rest = rest.dropFirst(8).drop { $0 == UInt8(ascii: "=") || XMLTokenizer.isSpace($0) }
    guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return nil
    }
    return String(decoding: rest.dropFirst().prefix { $0 != quote }, as: UTF8.self)
  }

  /// The character of a byte in a single-byte encoding.
  func scalar(ofByte byte: UInt8) -> Unicode.Scalar {
    guard self == .windows1252, (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return TextEncoding.windows1252Specials[Int(byte) - 0x80]
  }

  /// Windows-1252's characters 80 to 9F; the five that it leaves open stay control characters.
  private static let windows1252Specials: [Unicode.Scalar] = [
    "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}", "\u{2C6}",
    "\u{2030}", "\u{160}",
    "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}", "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}",
    "\u{201D}", "\u{2022}", "\u{2013}",
    "\u{2014}", "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
  ]
}
