/// Something that delivers bytes in order, a block at a time.
package protocol ByteSource: AnyObject {
  /// Fills the front of `buffer` and tells how many bytes it got; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SpreadsheetError) -> Int
}

/// Bytes that are in memory.
package final class MemorySource: ByteSource {
  private let bytes: [UInt8]
  private var position = 0
  private let blockSize: Int

  /// Delivers `bytes` in blocks of at most `blockSize`.
  package init(_ bytes: [UInt8], blockSize: Int = 1 << 17) {
    self.bytes = bytes
    self.blockSize = max(1, blockSize)
  }

  package func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, blockSize, bytes.count - position)
    buffer.copyBytes(from: bytes[position..<position + count])
    position += count
    return count
  }
}
