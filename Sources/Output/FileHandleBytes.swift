#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard input and output as bytes, without buffering of our own.
package enum FileHandleBytes {
  /// An error number of the operating system.
  package struct SystemError: Error {
    /// `errno` after the call.
    package var number: Int32
  }

  /// Reads standard input to its end; `nil`, and no further, where there are more than `limit` bytes.
  package static func standardInput(limit: Int) throws(SystemError) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(0, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError(number: errno)
      }
      guard bytes.count + count <= limit else { return nil }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  /// Writes all bytes to standard output: as they are to a file or another program, and to a terminal without
  /// what could control it.
  package static func standardOutput(_ bytes: some Collection<UInt8>) throws(SystemError) {
    let isShown = isatty(1) == 1
    try write(
      isShown ? Array(TerminalText.harmless(String(decoding: bytes, as: UTF8.self)).utf8) : Array(bytes),
      to: 1)
  }

  /// Writes all bytes to standard error; failures there have nowhere to be told.
  package static func standardError(_ text: String) { try? write(Array(text.utf8), to: 2) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError(number: errno)
      }
      start += count
    }
  }
}
