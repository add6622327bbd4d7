/// Tells by a file's bytes what it is, before anything unpacks it.
struct FileSniffing {
  let input: WorkbookInput
  let limits: ReadLimits

  /// Passes a ZIP file with a directory of bearable size, and tells how many other bytes stand before it;
  /// anything else gets the error that says what the file is.
  func requireZip() throws(SpreadsheetError) -> Int {
    let head = try input.read(at: 0, count: 512)
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { throw try compoundDocument() }
    let end = try ZipEndRecord(input: input)
    guard let end else {
      throw head.starts(with: [0x50, 0x4B]) ? .truncated(part: nil) : FileSniffing.unzipped(head)
    }
    if end.entries > limits.entries { throw limits.exceeded(.entries, in: "ZIP") }
    if end.directoryBytes > limits.directoryBytes { throw limits.exceeded(.directoryBytes, in: "ZIP") }
    return end.bytesBefore
  }

  /// The error for a file that is no ZIP file, by its first bytes.
  private static func unzipped(_ head: [UInt8]) -> SpreadsheetError {
    if head.isEmpty { return .notAZip(found: .empty) }
    // BIFF 2 to 8 without its compound file begins with a BOF record.
    if head.count >= 4, head[0] == 0x09, [0x00, 0x02, 0x04, 0x08].contains(head[1]), head[3] == 0 {
      return .legacyXLS
    }
    let text = String(decoding: head.filter { $0 != 0 }, as: UTF8.self).lowercased()
    if text.hasPrefix("%pdf") { return .notAZip(found: .pdf) }
    if text.contains("<html") || text.contains("<!doctype html") || text.contains("<table") {
      return .notAZip(found: .html)
    }
    if text.contains("<?xml") { return .notAZip(found: .xml) }
    let isText = head.allSatisfy { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    return .notAZip(found: isText ? .text : .unknown)
  }

  /// What a Microsoft compound file holds. Its directory consists of entries of 128 bytes, each beginning
  /// with a name in UTF-16, and on 128-byte boundaries; looking at all of them spares following the chain of
  /// directory sectors.
  private func compoundDocument() throws(SpreadsheetError) -> SpreadsheetError {
    var answer = SpreadsheetError.notAZip(found: .compoundDocument)
    let block = 1 << 20
    var offset = 512
    while offset < min(input.count, limits.fileBytes) {
      let bytes = try input.read(at: offset, count: block)
      var entry = 0
      while entry + 128 <= bytes.count {
        switch FileSniffing.entryName(bytes, entry) {
        case "EncryptedPackage", "EncryptionInfo": return .encrypted
        case "Workbook", "Book": answer = .legacyXLS
        default: break
        }
        entry += 128
      }
      offset += block
    }
    return answer
  }

  /// The name of a directory entry, if the 128 bytes can be one and the name is short ASCII.
  private static func entryName(_ bytes: [UInt8], _ start: Int) -> String? {
    let length = Int(bytes[start + 64]) | Int(bytes[start + 65]) << 8
    guard length >= 10, length <= 34, length % 2 == 0 else { return nil }
    var name: [UInt8] = []
    for index in stride(from: start, to: start + length - 2, by: 2) {
      guard bytes[index + 1] == 0, bytes[index] >= 0x20, bytes[index] < 0x7F else { return nil }
      name.append(bytes[index])
    }
    return String(decoding: name, as: UTF8.self)
  }
}

/// What a ZIP file says about its directory, at its end.
///
/// libzip believes these numbers and allocates for them, so they are looked at first.
struct ZipEndRecord {
  var entries: Int
  var directoryBytes: Int
  /// Bytes before the ZIP file, which its positions do not count: what a mail program or a self-extracting
  /// file puts there.
  var bytesBefore = 0

  /// The largest numbers that any end record near the end of the file states; `nil` if there is none.
  init?(input: WorkbookInput) throws(SpreadsheetError) {
    let tailSize = min(input.count, 65_557 + 20)
    let tailStart = input.count - tailSize
    let tail = try input.read(at: tailStart, count: tailSize)
    entries = 0
    directoryBytes = 0
    var isFound = false
    guard tail.count >= 22 else { return nil }
    for position in ZipEndRecord.marks(tail) {
      // A record whose comment would reach beyond the end of the file is chance, and libzip passes over it
      // too.
      guard position + 22 + tail.number(at: position + 20, bytes: 2) <= tail.count else { continue }
      if !isFound {
        bytesBefore = try ZipEndRecord.bytesBefore(tail, position, at: tailStart + position, input)
      }
      isFound = true
      entries = max(entries, tail.number(at: position + 10, bytes: 2))
      directoryBytes = max(directoryBytes, tail.number(at: position + 12, bytes: 4))
      guard position >= 20, tail.number(at: position - 20, bytes: 4) == 0x0706_4B50 else { continue }
      let record = try input.read(at: tail.number(at: position - 12, bytes: 8), count: 56)
      guard record.count == 56, record.number(at: 0, bytes: 4) == 0x0606_4B50 else { continue }
      // With a ZIP64 record, the 16-bit and 32-bit fields are all ones and say nothing.
      let large = (record.number(at: 32, bytes: 8), record.number(at: 40, bytes: 8))
      entries = max(entries == 0xFFFF ? 0 : entries, large.0)
      directoryBytes = max(directoryBytes == 0xFFFF_FFFF ? 0 : directoryBytes, large.1)
    }
    if !isFound { return nil }
  }

  /// The places of `PK\\5\\6` that leave room for a record, last first.
  private static func marks(_ tail: [UInt8]) -> [Int] {
    tail.withUnsafeBufferPointer { bytes in
      var places: [Int] = []
      var position = bytes.count - 22
      while position >= 0 {
        if bytes[position] == 0x50, bytes[position + 1] == 0x4B, bytes[position + 2] == 5,
          bytes[position + 3] == 6
        {
          places.append(position)
        }
        position &-= 1
      }
      return places
    }
  }

  /// By how much the directory stands later than the record says; 0 if it does not begin there.
  private static func bytesBefore(
    _ tail: [UInt8], _ position: Int, at place: Int, _ input: WorkbookInput
  ) throws(SpreadsheetError) -> Int {
    let (size, offset) = (tail.number(at: position + 12, bytes: 4), tail.number(at: position + 16, bytes: 4))
    let directory = place - size
    guard size > 0, directory > offset else { return 0 }
    let mark = try input.read(at: directory, count: 4)
    return mark == [0x50, 0x4B, 0x01, 0x02] ? directory - offset : 0
  }
}

extension [UInt8] {
  /// The little-endian number in `bytes` bytes at `position`; one that does not fit in an `Int` counts as the
  /// largest.
  fileprivate func number(at position: Int, bytes: Int) -> Int {
    var number: UInt64 = 0
    for index in (0..<bytes).reversed() { number = number << 8 | UInt64(self[position + index]) }
    return Int(clamping: number)
  }
}
