import Glibc
import Output
import Synchronization

/// Words for people, on standard error; colour only on a terminal and where `NO_COLOR` is not set.
enum Terminal {
  /// Whether a progress line stands in the last row.
  private static let hasProgress = Mutex(false)

  /// Prints a line on standard error.
  static func say(_ line: String) {
    clearProgress()
    write(TerminalText.harmless(line) + "\n", to: 2)
  }

  /// Prints a line on standard output.
  static func show(_ line: String) { write(TerminalText.harmless(line) + "\n", to: 1) }

  /// How many signs a line of standard output takes, at most 100: longer ones are hard to read.
  static var width: Int {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return min(max(Int(size.ws_col), 60), 100)
  }

  /// Shows how far a run has come in the last row of a terminal; nothing where standard error is none.
  static func show(progress line: String, isLast: Bool) {
    guard isTerminal else { return }
    clearProgress()
    guard !isLast else { return }
    write(line, to: 2)
    hasProgress.withLock { $0 = true }
  }

  /// Clears the row of the progress line.
  static func clearProgress() {
    let isShown = hasProgress.withLock { isShown in
      defer { isShown = false }
      return isShown
    }
    if isShown { write("\r\u{1B}[K", to: 2) }
  }

  private static let isTerminal: Bool = {
    guard isatty(2) == 1 else { return false }
    guard let kind = getenv("TERM") else { return true }
    return String(cString: kind) != "dumb"
  }()

  /// Whether standard output may be coloured: a terminal that knows colours, and nobody has asked for none.
  static var showsColour: Bool {
    guard isatty(1) == 1, let kind = getenv("TERM"), String(cString: kind) != "dumb" else { return false }
    guard let wish = getenv("NO_COLOR") else { return true }
    return wish.pointee == 0
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { bytes = bytes.dropFirst(count) } else if errno != EINTR { return }
    }
  }
}
