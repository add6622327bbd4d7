/// The name of an element or attribute in two machine words, so that comparing names costs no more than
/// comparing numbers.
///
/// Names of up to 16 bytes stand as they are. Of a longer one (`number-columns-repeated`) the second word is
/// a mix of everything after the first 8 bytes, the same for a name in a file and one written in the source
/// code; two long names that begin alike count as one only by a chance of one in 2⁵⁶.
package struct XMLName: Hashable, Sendable {
  package var low: UInt64
  package var high: UInt64

  @inline(__always)
  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// No name: the prefix of a name that has none.
  static let none = XMLName(low: 0, high: 0)

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

  /// Makes the second word of a long name. It ends with a byte that no name can have, so that no short name
  /// is equal to it.
  private mutating func mixIn(_ rest: UnsafePointer<UInt8>, count: Int) {
    for index in 0..<count { high = (high ^ UInt64(rest[index])) &* 0x9E37_79B9_7F4A_7C15 }
    high = (high ^ high &>> 32) &* 0xFF51_AFD7_ED55_8CCD
    high |= 0xFF &<< 56
  }

  /// A name written in the source code.
  package init(_ text: StaticString) {
    self.init(bytes: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// The name in `bytes`, behind which nothing needs to be readable.
  init(bytes: UnsafeBufferPointer<UInt8>) {
    var padded = Array(bytes)
    padded.append(contentsOf: repeatElement(0, count: 16))
    self = padded.withUnsafeBufferPointer { padded in
      padded.baseAddress.map { XMLName($0, count: bytes.count) } ?? .none
    }
  }
}
