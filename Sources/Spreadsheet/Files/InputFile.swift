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

  /// Reads up to `count` bytes behind those read before, and appends them to `bytes`; returns how many there were, 0 at the end.
  func read(_ count: Int, appendingTo bytes: inout [UInt8]) throws(CSVError) -> Int {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: count))
    var result = -1
    repeat {
      result = bytes.withUnsafeMutableBytes { buffer in
        InputFile.systemRead(descriptor, buffer.baseAddress?.advanced(by: start), count)
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
    var status = stat()
    if fstat(file.descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      guard Int(status.st_size) <= limit else { throw CSVError(.tooLarge(limit: "bytes", value: limit)) }
      bytes.reserveCapacity(Int(status.st_size) + 1)
    }
    // One byte more than the file has, so that its end is noticed without growing.
    while try file.read(max(1 << 16, bytes.capacity - bytes.count), appendingTo: &bytes) > 0 {
      guard bytes.count <= limit else { throw CSVError(.tooLarge(limit: "bytes", value: limit)) }
    }
    return bytes
  }

  private static func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
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
