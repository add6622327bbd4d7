import FoundationEssentials
import Glibc
import Synchronization

/// Runs the tool itself as a child process, under limits of time and memory, so that nothing a file does can
/// take the page down.
package struct ToolRun: Sendable {
  /// What a run gave.
  package struct Result: Sendable {
    /// The exit status; `nil` where the run was stopped at its limit or died.
    package var status: Int32?
    /// Standard output.
    package var output: [UInt8]
    /// Standard error.
    package var words: String
  }

  /// The path of the tool.
  package var tool: String
  /// Seconds after which a run is stopped. 60: a round takes a few.
  package var seconds = 60
  /// Memory that a run may claim, in KiB. 2 GiB.
  package var memory = 2 << 20
  /// Bytes of standard output that are kept. 64 MiB.
  package static let outputBytes = 64 << 20

  /// The runs that are under way, by process; what is left of them is stopped with the page.
  private static let underWay = Mutex<Set<pid_t>>([])

  /// Stops every run that is under way.
  package static func stopAll() {
    underWay.withLock { for process in $0 { kill(-process, SIGKILL) } }
  }

  /// Runs of the tool at `tool`.
  package init(tool: String) { self.tool = tool }

  /// Runs the tool with `arguments` in `folder`. No shell sees the arguments: they are handed on as they are.
  package func run(_ arguments: [String], in folder: String) -> Result {
    let words = "\(folder)/.fejl-\(Workspace.random())"
    let output = "\(folder)/.ud-\(Workspace.random())"
    defer {
      unlink(words)
      unlink(output)
    }
    // The limits are set by the shell that then becomes the tool.
    let script = "ulimit -v \(memory); ulimit -t \(seconds); cd \"$1\" || exit 74; shift; exec \"$@\""
    let command = ["/bin/sh", "-c", script, "fordel", folder, tool] + arguments
    guard let process = ToolRun.start(command, output: output, words: words) else {
      return Result(status: nil, output: [], words: "Programmet kunne ikke startes.")
    }
    ToolRun.underWay.withLock { _ = $0.insert(process) }
    let start = ContinuousClock.now
    let status = wait(for: process)
    EngineTime.current?.add(.now - start)
    ToolRun.underWay.withLock { _ = $0.remove(process) }
    return Result(
      status: status, output: ToolRun.bytes(output),
      words: String(decoding: ToolRun.bytes(words), as: UTF8.self))
  }

  private static func start(_ command: [String], output: String, words: String) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, words, flags, 0o600)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    let arguments = ToolRun.cTexts(command)
    let environment = ToolRun.cTexts([
      "PATH=/usr/bin:/bin", "NO_COLOR=1", "LANG=C.UTF-8", "TZ=:/etc/localtime",
    ])
    defer { for text in arguments + environment { free(text) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, environment)
    return failure == 0 ? process : nil
  }

  /// Copies for C, ended by `nil`; the caller frees them.
  private static func cTexts(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }

  /// The exit status; `nil` where the process died or had to be stopped.
  private func wait(for process: pid_t) -> Int32? {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var status: Int32 = 0
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { break }
      if ended < 0 { return nil }
      if ContinuousClock.now > deadline {
        kill(-process, SIGKILL)
        waitpid(process, &status, 0)
        return nil
      }
      usleep(3_000)
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }

  private static func bytes(_ path: String) -> [UInt8] {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else { return [] }
    return Array(data.prefix(outputBytes))
  }
}

extension ToolRun {
  /// Opens an address in the user's browser, where there is one.
  package static func open(_ address: String) {
    var process: pid_t = 0
    let arguments = cTexts(["xdg-open", address])
    defer { for text in arguments { free(text) } }
    posix_spawnp(&process, "xdg-open", nil, nil, arguments, environ)
  }
}
