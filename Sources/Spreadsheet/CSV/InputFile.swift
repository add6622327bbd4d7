#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file that is read in pieces.
struct InputFile: ~Copyable {
  private let descriptor: Int32

  /// Opens the file at `path`.
  init(path: String) throws(CSVError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputFile.failure() }
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// Reads up to `count` bytes behind those read before, and appends them to `bytes`; returns how many there
  /// were, 0 at the end.
  func read(_ count: Int, appendingTo bytes: inout [UInt8]) throws(CSVError) -> Int {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: count))
    var result = -1
    repeat {
      result = bytes.withUnsafeMutableBytes { buffer in
        InputFile.systemRead(descriptor, buffer.baseAddress?.advanced(by: start), count: count)
      }
    } while result < 0 && errno == EINTR
    bytes.removeLast(count - max(0, result))
    guard result >= 0 else { throw InputFile.failure() }
    return result
  }

  /// The whole file at `path`, of at most `limit` bytes.
  static func contents(of path: String, limit: Int) throws(CSVError) -> [UInt8] {
    let file = try InputFile(path: path)
    var bytes: [UInt8] = []
    if let size = file.regularSize {
      guard size <= limit else { throw CSVError(.tooLarge(limit: "bytes", value: limit)) }
      bytes = file.firstBytes(size)
      lseek(file.descriptor, off_t(bytes.count), SEEK_SET)
    }
    // A pipe, or what was added to the file meanwhile.
    var piece: [UInt8] = []
    while try file.read(1 << 16, appendingTo: &piece) > 0 {
      bytes += piece
      piece.removeAll(keepingCapacity: true)
      guard bytes.count <= limit else { throw CSVError(.tooLarge(limit: "bytes", value: limit)) }
    }
    return bytes
  }

  /// The size of a regular file; `nil` for a pipe or device.
  private var regularSize: Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// The first `count` bytes, or as many as can be read at once; the halves of a large file are copied by two
  /// threads.
  private func firstBytes(_ count: Int) -> [UInt8] {
    let descriptor = descriptor
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      guard let start = buffer.baseAddress else { return }
      LargeMemory.advise(start, count: count)
      // Each thread fills its own half.
      nonisolated(unsafe) let base = start
      let middle = count / 2
      nonisolated(unsafe) var received = (first: 0, second: 0)
      TwoThreads.run(isWorthIt: count > 1 << 22) {
        received.first = InputFile.fill(base, 0..<middle, from: descriptor)
      } and: {
        received.second = InputFile.fill(base, middle..<count, from: descriptor)
      }
      filled = received.first < middle ? received.first : middle + received.second
    }
  }

  /// Fills the places `range` of `base` with the bytes that the file has there; returns how many it could
  /// read.
  private static func fill(_ base: UnsafeMutablePointer<UInt8>, _ range: Range<Int>, from descriptor: Int32)
    -> Int
  {
    var filled = 0
    while filled < range.count {
      let count = pread(
        descriptor, base + range.lowerBound + filled, range.count - filled, off_t(range.lowerBound + filled))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      filled += count
    }
    return filled
  }

  private static func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer, count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer, count)
    #else
      Darwin.read(descriptor, buffer, count)
    #endif
  }

  private static func failure() -> CSVError {
    errno == ENOENT ? CSVError(.missingFile) : CSVError(.unreadable(String(cString: strerror(errno))))
  }
}
