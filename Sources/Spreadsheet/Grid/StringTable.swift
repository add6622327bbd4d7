#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Many texts, one after another in one block of bytes: the shared strings of a workbook, in their order.
///
/// A Swift `String` costs 16 bytes, and a heap block of its own from 16 bytes of text on; here a text costs
/// its bytes and 4 more.
package struct StringTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text ends; it begins where the one before it ends.
  private var ends: [UInt32] = []
  /// How the runs of some texts are struck and raised, by the text's number.
  private var runs = KeyedList<RunMarks>()

  package init() {}

  package var count: Int { ends.count }

  /// How many bytes the texts take together.
  package var byteCount: Int { bytes.count }

  /// Whether one of the texts is empty.
  package private(set) var hasEmpty = false

  /// Makes room for the texts of a part of so many bytes, as far as that is believable.
  package mutating func reserve(forPart size: Int) {
    bytes.reserveCapacity(min(size, 1 << 26))
    ends.reserveCapacity(min(size / 24, 1 << 22))
  }

  /// Adds a text, given as UTF-8. The caller keeps the sum below 4 GiB.
  package mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    if text.isEmpty { hasEmpty = true }
    bytes.append(contentsOf: text)
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
  }

  /// Notes how the runs of the text that was added last are struck and raised.
  package mutating func setRuns(_ marks: RunMarks) {
    if !marks.isPlain { runs.append(marks, at: UInt64(ends.count - 1)) }
  }

  /// How the runs of text number `index` are struck and raised, if they are.
  @inline(__always)
  package func runMarks(_ index: Int) -> RunMarks? { runs.isEmpty ? nil : runs[UInt64(index)] }

  /// The bytes of text number `index`.
  @inline(__always)
  package func range(_ index: Int) -> Range<Int> {
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return start..<Int(ends[index])
  }

  /// Calls `body` with the bytes of all texts; ``range(_:)`` tells which belong to one of them.
  @inline(__always)
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer(body)
  }

  /// Text number `index`.
  package subscript(index: Int) -> String {
    withBytes { String(decoding: UnsafeBufferPointer(rebasing: $0[range(index)]), as: UTF8.self) }
  }
}

/// Hands out one `String` for equal bytes where it can, so that a text repeated in a million cells is made
/// once.
///
/// A fixed number of recent texts is kept, whatever the size of the sheet; a text that was pushed out is made
/// anew.
package struct StringCache {
  /// No slots: every text is made anew.
  private var slots: [String]
  private static let slotCount = 2048

  package init() { slots = Array(repeating: "", count: StringCache.slotCount) }

  private init(slots: [String]) { self.slots = slots }

  /// A cache that keeps nothing, for a single cell.
  package static var none: StringCache { StringCache(slots: []) }

  /// The text that the bytes spell as UTF-8. Who knows a number that equal texts have in common gives it as
  /// `number`.
  @inline(__always)
  package mutating func string(_ bytes: UnsafeBufferPointer<UInt8>, number: Int? = nil) -> String {
    // Up to 15 bytes a String holds its text in itself; there is nothing to share.
    if bytes.count <= 15 || slots.isEmpty { return String(decoding: bytes, as: UTF8.self) }
    let slot = (number ?? Int(truncatingIfNeeded: StringCache.hash(bytes))) & (StringCache.slotCount - 1)
    if StringCache.isEqual(slots[slot], bytes) { return slots[slot] }
    let made = String(decoding: bytes, as: UTF8.self)
    slots[slot] = made
    return made
  }

  private static func isEqual(_ text: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.utf8.count == bytes.count, let start = bytes.baseAddress else { return false }
    return text.utf8.withContiguousStorageIfAvailable { stored in
      stored.baseAddress.map { memcmp($0, start, bytes.count) == 0 } ?? false
    } ?? false
  }

  /// A mix of the length and up to 32 bytes; a clash costs time, never a wrong text.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    let last = raw.count - 8
    var hash = UInt64(raw.count) &* 0x9E37_79B9_7F4A_7C15
    for offset in [0, min(8, last), last / 2, last] {
      hash = (hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
    }
    return hash
  }
}
