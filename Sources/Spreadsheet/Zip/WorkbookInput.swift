#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the bytes of a file come from: the file system or memory. Any part of it can be read again, by
/// several threads.
package enum WorkbookInput: Sendable {
  case file(path: String, size: Int)
  case memory(InputMemory)

  /// Below this size a file is read at once: libzip asks the system some forty times for what one call
  /// brings.
  private static let smallFile = 1 << 20

  /// Opens what stands at `path`. A pipe, which can be read only once, is taken into memory, and so is a
  /// small file.
  package init(path: String, limits: ReadLimits) throws(SpreadsheetError) {
    let file = try OpenFile(path: path)
    if let size = file.regularSize {
      self =
        size > WorkbookInput.smallFile
        ? .file(path: path, size: size) : .memory(InputMemory(try file.read(at: 0, count: size)))
    } else {
      self = .memory(InputMemory(try file.readAll(limits: limits)))
    }
  }

  /// The contents of a file in memory.
  package init(bytes: [UInt8], limits: ReadLimits) throws(SpreadsheetError) {
    if bytes.count > limits[.fileBytes] { throw limits.exceeded(.fileBytes, in: "-") }
    self = .memory(InputMemory(bytes))
  }

  /// The size of the file in bytes.
  package var count: Int {
    switch self {
    case .file(_, let size): size
    case .memory(let memory): memory.count
    }
  }

  /// Reads up to `count` bytes from `offset` on; fewer only where the file ends.
  package func read(at offset: Int, count: Int) throws(SpreadsheetError) -> [UInt8] {
    switch self {
    case .memory(let memory):
      let start = min(max(offset, 0), memory.count)
      return Array(memory.buffer[start..<min(start + count, memory.count)])
    case .file(let path, _):
      return try OpenFile(path: path).read(at: offset, count: count)
    }
  }
}

/// A file in memory, at an address that does not change. Nothing writes to it once it is made.
package final class InputMemory: @unchecked Sendable {
  let buffer: UnsafeMutableRawBufferPointer
  var count: Int { buffer.count }

  /// A copy of `bytes`.
  init(_ bytes: [UInt8]) {
    buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    buffer.copyBytes(from: bytes)
  }

  deinit { buffer.deallocate() }
}

/// A file that is open for reading. The corresponding C functions are `open`, `fstat`, `pread`, `read` and
/// `close`.
private struct OpenFile: ~Copyable {
  let path: String
  let descriptor: Int32

  init(path: String) throws(SpreadsheetError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    let code = errno
    guard descriptor >= 0 else {
      throw code == ENOENT || code == ENOTDIR ? .missingFile(path: path) : OpenFile.error(path, code)
    }
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// The size of a regular file; `nil` for a pipe or device.
  var regularSize: Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  func read(at offset: Int, count: Int) throws(SpreadsheetError) -> [UInt8] {
    var code: Int32 = 0
    let result = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let received = pread(
          descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, off_t(offset + filled))
        if received < 0, errno == EINTR { continue }
        if received < 0 { code = errno }
        if received <= 0 { return }
        filled += received
      }
    }
    if code != 0 { throw OpenFile.error(path, code) }
    return result
  }

  func readAll(limits: ReadLimits) throws(SpreadsheetError) -> [UInt8] {
    var result: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let received = block.withUnsafeMutableBytes { readBytes(descriptor, $0.baseAddress, count: $0.count) }
      if received < 0, errno == EINTR { continue }
      if received < 0 { throw OpenFile.error(path, errno) }
      if received == 0 { return result }
      result.append(contentsOf: block[..<received])
      if result.count > limits.fileBytes { throw limits.exceeded(.fileBytes, in: path) }
    }
  }

  private static func error(_ path: String, _ code: Int32) -> SpreadsheetError {
    .cannotRead(path: path, reason: strerror(code).map { String(cString: $0) } ?? "error \(code)")
  }
}

/// The C function `read`, under a name that no method hides.
private func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, count: Int) -> Int {
  read(descriptor, buffer, count)
}
