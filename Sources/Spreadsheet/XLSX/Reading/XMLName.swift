/// The name of an element or attribute in two machine words, so that comparing names costs no more than
/// comparing numbers.
///
/// The first 16 bytes stand as they are, which covers every name that the reader looks for. Of a longer name
/// the rest is mixed in, so two long names may rarely count as one; that can only let a mismatched end tag
/// pass.
package struct XMLName: Hashable, Sendable {
  package var low: UInt64
  package var high: UInt64

  @inline(__always)
  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// The name in `count` bytes from `start` on. Sixteen bytes from `start` have to be readable.
  @inline(__always)
  init(_ start: UnsafePointer<UInt8>, count: Int) {
    let raw = UnsafeRawPointer(start)
    let first = raw.loadUnaligned(as: UInt64.self)
    if count <= 8 {
      low = count == 8 ? first : first & (1 &<< UInt64(count &* 8) &- 1)
      high = 0
    } else {
      low = first
      let second = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
      high = count >= 16 ? second : second & (1 &<< UInt64((count &- 8) &* 8) &- 1)
      if count > 16 { mixIn(start + 16, count: count - 16) }
    }
  }

  private mutating func mixIn(_ rest: UnsafePointer<UInt8>, count: Int) {
    for index in 0..<count { high = (high ^ UInt64(rest[index])) &* 0x100_0000_01B3 }
  }

  /// A name written in the source code.
  package init(_ text: StaticString) {
    var bytes = InlineArray<32, UInt8>(repeating: 0)
    let count = min(text.utf8CodeUnitCount, 16)
    for index in 0..<count { bytes[index] = text.utf8Start[index] }
    var words: (UInt64, UInt64) = (0, 0)
    for index in (0..<8).reversed() {
      words.0 = words.0 << 8 | UInt64(bytes[index])
      words.1 = words.1 << 8 | UInt64(bytes[index + 8])
    }
    self.init(low: words.0, high: words.1)
  }
}
