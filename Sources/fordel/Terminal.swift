import Glibc

/// Words for people, on standard error; colour only on a terminal and where `NO_COLOR` is not set.
enum Terminal {
  /// Prints a line on standard error.
  static func say(_ line: String) { write(line + "\n", to: 2) }

  /// Prints a line on standard output.
  static func show(_ line: String) { write(line + "\n", to: 1) }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { bytes = bytes.dropFirst(count) } else if errno != EINTR { return }
    }
  }
}
