/// Finds out how the characters of a CSV file are stored, and turns them into UTF-8.
enum CSVDecoding {
  /// The encoding of `bytes` by this rule, first match:
  /// 1. a byte order mark (`EF BB BF`, `FF FE`, `FE FF`);
  /// 2. UTF-16 where of the first 1,024 bytes every other one is often NUL (two in five of those), and the
  ///    ones between seldom (one in ten);
  /// 3. UTF-8 where the whole file is valid UTF-8;
  /// 4. Windows-1252.
  static func encoding(of bytes: [UInt8], isValidUTF8: Bool) -> CSVEncoding {
    byMark(bytes) ?? byZeros(bytes) ?? (isValidUTF8 ? .utf8(hasMark: false) : .windows1252)
  }

  /// The encoding that the first bytes tell, if they do.
  static func byMark(_ bytes: some Collection<UInt8>) -> CSVEncoding? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8(hasMark: true) }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    return nil
  }

  /// UTF-16 without a mark, known by its zeros.
  static func byZeros(_ bytes: some Collection<UInt8>) -> CSVEncoding? {
    var zeros = (even: 0, odd: 0)
    var count = 0
    for byte in bytes.prefix(1024) {
      if byte == 0 { if count.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 } }
      count += 1
    }
    guard count >= 2 else { return nil }
    if zeros.odd * 5 >= count, zeros.even * 20 <= count { return .utf16LittleEndian }
    if zeros.even * 5 >= count, zeros.odd * 20 <= count { return .utf16BigEndian }
    return nil
  }

  /// Whether all of `bytes` is UTF-8; the halves of a long text are looked at by two threads.
  private static func isValidUTF8(_ bytes: [UInt8]) -> Bool {
    var middle = bytes.count / 2
    while middle < bytes.count, bytes[middle] & 0xC0 == 0x80 { middle += 1 }
    return bytes.withUnsafeBufferPointer { buffer in
      nonisolated(unsafe) let buffer = buffer
      let middle = middle
      nonisolated(unsafe) var isValid = (first: false, second: false)
      TwoThreads.run(isWorthIt: buffer.count > 1 << 20) {
        isValid.first = isValidUTF8(UnsafeBufferPointer(rebasing: buffer[..<middle]))
      } and: {
        isValid.second = isValidUTF8(UnsafeBufferPointer(rebasing: buffer[middle...]))
      }
      return isValid.first && isValid.second
    }
  }

  private static func isValidUTF8(_ buffer: UnsafeBufferPointer<UInt8>) -> Bool {
    (try? UTF8Span(validating: buffer.span)) != nil
  }

  /// What ``decode(_:as:)`` gives.
  struct Result {
    /// How the characters were stored.
    var encoding: CSVEncoding
    /// The text as UTF-8.
    var bytes: [UInt8]
    /// Where the text begins in `bytes`, behind a byte order mark.
    var start: Int
    /// How many bytes or units were no characters.
    var undecodable = 0
  }

  /// `bytes` as UTF-8, from `encoding` or from what ``encoding(of:isValidUTF8:)`` finds. Valid UTF-8 is not
  /// copied.
  static func decode(_ bytes: [UInt8], as encoding: CSVEncoding?) -> Result {
    let isValid = isValidUTF8(bytes)
    let encoding = encoding ?? self.encoding(of: bytes, isValidUTF8: isValid)
    if case .utf8 = encoding, isValid {
      return Result(encoding: encoding, bytes: bytes, start: startOfText(bytes))
    }
    let decoded = CSVDecoder(encoding).decodingAll(bytes)
    return Result(
      encoding: encoding, bytes: decoded.bytes, start: startOfText(decoded.bytes),
      undecodable: decoded.undecodable)
  }

  private static func startOfText(_ bytes: [UInt8]) -> Int {
    // Programs that add a mark to a file that has one already write two.
    var start = 0
    while bytes[start...].starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
    return start
  }
}

/// Turns the bytes of a file into UTF-8, piece by piece.
struct CSVDecoder {
  private let encoding: CSVEncoding
  /// Bytes of a character that the next piece completes.
  private var rest: [UInt8] = []
  /// How many bytes or units were no characters; each became U+FFFD.
  private(set) var undecodable = 0

  init(_ encoding: CSVEncoding) {
    self.encoding = encoding
  }

  /// All of `bytes` at once.
  consuming func decodingAll(_ bytes: [UInt8]) -> (bytes: [UInt8], undecodable: Int) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    decode(bytes[...], into: &result, isFinal: true)
    return (result, undecodable)
  }

  /// Appends the characters of `piece` to `result`.
  mutating func decode(_ piece: ArraySlice<UInt8>, into result: inout [UInt8], isFinal: Bool) {
    switch encoding {
    case .windows1252:
      for byte in piece {
        if byte < 0x80 {
          result.append(byte)
        } else {
          append(CSVDecoder.windows1252Character(byte), to: &result)
        }
      }
    case .utf8 where !isFinal && takeValidUTF8(piece, into: &result): break
    case .utf8:
      decodeUnits(
        piece, isFinal: isFinal, into: &result, length: CSVDecoder.lengthOfUTF8,
        decode: CSVDecoder.utf8Character)
    case .utf16LittleEndian:
      decodeUnits(piece, isFinal: isFinal, into: &result, length: { CSVDecoder.lengthOfUTF16($0, high: 1) }) {
        CSVDecoder.utf16Character($0, high: 1)
      }
    case .utf16BigEndian:
      decodeUnits(piece, isFinal: isFinal, into: &result, length: { CSVDecoder.lengthOfUTF16($0, high: 0) }) {
        CSVDecoder.utf16Character($0, high: 0)
      }
    }
  }

  /// Takes characters of several bytes off `piece`: `length` tells how many bytes the next one has (`nil`:
  /// more are needed), `decode` reads it (`nil`: no character, one unit is skipped).
  private mutating func decodeUnits(
    _ piece: ArraySlice<UInt8>, isFinal: Bool, into result: inout [UInt8],
    length: (ArraySlice<UInt8>) -> Int?,
    decode: (ArraySlice<UInt8>) -> Unicode.Scalar?
  ) {
    var input = rest.isEmpty ? piece : rest[...] + piece
    while !input.isEmpty {
      guard let count = length(input) else { break }
      let scalar = decode(input.prefix(count))
      append(scalar, to: &result)
      input = input.dropFirst(scalar == nil ? min(unitLength, count) : count)
    }
    rest = Array(input)
    if isFinal, !rest.isEmpty { append(nil, to: &result) }
  }

  /// Appends `piece` as it is, up to a character that the next piece completes; false, and nothing is done,
  /// if it is not valid.
  private mutating func takeValidUTF8(_ piece: ArraySlice<UInt8>, into result: inout [UInt8]) -> Bool {
    let input = rest.isEmpty ? piece : rest[...] + piece
    let tail = CSVDecoder.incompleteTail(of: input)
    let isValid = input.dropLast(tail).withUnsafeBufferPointer { (try? UTF8Span(validating: $0.span)) != nil }
    guard isValid else { return false }
    result += input.dropLast(tail)
    rest = Array(input.suffix(tail))
    return true
  }

  /// How many bytes at the end begin a character without ending it.
  private static func incompleteTail(of input: ArraySlice<UInt8>) -> Int {
    for count in 1...3 where input.count >= count {
      let byte = input[input.endIndex - count]
      if byte & 0xC0 == 0x80 { continue }
      return lengthOfUTF8(input.suffix(count)) == nil ? count : 0
    }
    return 0
  }

  private var unitLength: Int {
    if case .utf8 = encoding { 1 } else { 2 }
  }

  private mutating func append(_ scalar: Unicode.Scalar?, to result: inout [UInt8]) {
    if scalar == nil { undecodable += 1 }
    result += UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter
  }

  /// Bytes of the UTF-8 character that `input` begins with; 1 for a byte that begins none.
  private static func lengthOfUTF8(_ input: ArraySlice<UInt8>) -> Int? {
    let count: Int
    switch input[input.startIndex] {
    case 0xC2...0xDF: count = 2
    case 0xE0...0xEF: count = 3
    case 0xF0...0xF4: count = 4
    default: return 1
    }
    return input.count >= count ? count : nil
  }

  private static func utf8Character(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    return text.unicodeScalars.first
  }

  private static func unit(_ input: ArraySlice<UInt8>, at offset: Int, high: Int) -> UInt16 {
    UInt16(input[input.startIndex + offset + high]) << 8 | UInt16(input[input.startIndex + offset + 1 - high])
  }

  private static func lengthOfUTF16(_ input: ArraySlice<UInt8>, high: Int) -> Int? {
    guard input.count >= 2 else { return nil }
    guard UTF16.isLeadSurrogate(unit(input, at: 0, high: high)) else { return 2 }
    return input.count >= 4 ? 4 : nil
  }

  private static func utf16Character(_ bytes: ArraySlice<UInt8>, high: Int) -> Unicode.Scalar? {
    let first = unit(bytes, at: 0, high: high)
    guard bytes.count == 4 else { return Unicode.Scalar(first) }
    let second = unit(bytes, at: 2, high: high)
    guard UTF16.isTrailSurrogate(second) else { return nil }
    return Unicode.Scalar(0x10000 + (UInt32(first) & 0x3FF) << 10 + UInt32(second) & 0x3FF)
  }

  static func windows1252Character(_ byte: UInt8) -> Unicode.Scalar? {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    let value = windows1252Table[Int(byte) - 0x80]
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  /// The characters of the bytes 80 to 9F; 0 where none is defined.
  private static let windows1252Table: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
    0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,
    0x017E, 0x0178,
  ]
}
