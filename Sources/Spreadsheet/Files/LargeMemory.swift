#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Memory for tens of megabytes.
///
/// A new page of 4 KiB costs about a microsecond when it is first touched, which is as long as reading a
/// hundred fields takes. Linux gives pages of 2 MiB where it is asked.
enum LargeMemory {
  /// Asks for large pages for the `count` bytes at `start`, which have not been touched yet. Nothing happens
  /// where that is not possible.
  static func advise(_ start: UnsafeMutableRawPointer?, count: Int) {
    #if os(Linux)
      let page = 1 << 12
      guard let start, count > 1 << 22 else { return }
      let skipped = (page - Int(bitPattern: start) % page) % page
      madvise(start + skipped, (count - skipped) / page * page, MADV_HUGEPAGE)
    #endif
  }
}

extension Array {
  /// Makes room for `count` elements in large pages.
  mutating func reserveLargeCapacity(_ count: Int) {
    reserveCapacity(count)
    let bytes = (capacity - self.count) * MemoryLayout<Element>.stride
    withUnsafeMutableBufferPointer { buffer in
      LargeMemory.advise(buffer.baseAddress.map { UnsafeMutableRawPointer($0 + buffer.count) }, count: bytes)
    }
  }
}
