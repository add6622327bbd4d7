import Glibc

/// Runs poppler's `pdftotext`, without a shell, within limits of time and output.
struct PageTextProgram {
  static let name = "pdftotext"
  /// Seconds until the program is ended.
  static let seconds = 30
  /// Bytes that it may write; a proposal of ten pages gives 0.3 MB.
  static let outputLimit = 128 << 20

  /// The words of a PDF with their places, in the order of its content.
  static func boxes(of bytes: [UInt8]) throws(DocumentError) -> String {
    guard let file = TemporaryFile(bytes) else {
      throw .programFailed(name: name, reason: "no temporary file")
    }
    defer { file.remove() }
    let output = try run([name, "-bbox", "-raw", "-q", "-enc", "UTF-8", file.path, "-"])
    return String(decoding: output, as: UTF8.self)
  }

  private static func run(_ arguments: [String]) throws(DocumentError) -> [UInt8] {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .programFailed(name: name, reason: "no pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var process: pid_t = 0
    let error = start(arguments, output: ends[1], process: &process)
    close(ends[1])
    defer { close(ends[0]) }
    guard error == 0 else {
      throw error == ENOENT
        ? .programMissing(name: name) : .programFailed(name: name, reason: "error \(error)")
    }
    let result = read(ends[0])
    if result == nil { kill(process, SIGKILL) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard let result else { throw .programFailed(name: name, reason: "too much time or output") }
    guard status == 0 else { throw .programFailed(name: name, reason: "status \(status >> 8 & 0xff)") }
    return result
  }

  private static func start(_ arguments: [String], output: Int32, process: inout pid_t) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var texts: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    texts.append(nil)
    defer { for text in texts { free(text) } }
    return posix_spawnp(&process, arguments[0], &actions, nil, texts, environ)
  }

  /// All that the program writes; `nil` beyond the limits.
  private static func read(_ end: Int32) -> [UInt8]? {
    var result: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      let left = deadline - ContinuousClock.now
      guard left > .zero else { return nil }
      var wait = pollfd(fd: end, events: Int16(POLLIN), revents: 0)
      let ready = poll(&wait, 1, Int32(min(left.components.seconds + 1, 60)) * 1_000)
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return nil }
      let count = Glibc.read(end, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return result }
      result += block[..<count]
      guard result.count <= outputLimit else { return nil }
    }
  }
}

/// A file of its own for a program that reads no pipe.
struct TemporaryFile {
  let path: String

  init?(_ bytes: [UInt8]) {
    var template = Array("/tmp/fordel-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { return nil }
    defer { close(file) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else {
        unlink(path)
        return nil
      }
      written += count
    }
  }

  func remove() { unlink(path) }
}
