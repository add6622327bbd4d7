import Output
import Spreadsheet
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What happens when somebody presses Ctrl-C, or the system tells the process to stop: finished files stay,
/// everything else is gone.
public enum Interruption {
  private static let last = Mutex<(@Sendable () -> Void)?>(nil)

  /// Has `action` done when the process is told to stop, after its temporary files are gone and before it ends;
  /// it may end the process itself. There is one such action; a later one takes its place.
  package static func whenStopped(_ action: @escaping @Sendable () -> Void) {
    last.withLock { $0 = action }
  }

  /// Makes the process stop cleanly on SIGINT, SIGTERM and SIGHUP. To be called once, before any other thread
  /// is started.
  public static func arm() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] where isWanted(number) { sigaddset(&signals, number) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    let waited = signals
    // The thread lives as long as the process and is never joined.
    _ = WorkerThread {
      var signals = waited
      var number: Int32 = 0
      while sigwait(&signals, &number) != 0 {}
      PendingFiles.stop {
        last.withLock { $0 }?()
        end(by: number)
      }
    }
  }

  /// A signal that the process was started with ignored (`nohup`) stays ignored.
  private static func isWanted(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return true }
    #if os(Linux)
      return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
        != unsafeBitCast(SIG_IGN, to: Int.self)
    #else
      return true
    #endif
  }

  /// Ends the process as the signal would have, so that whoever started it sees why.
  private static func end(by number: Int32) {
    FileHandleBytes.standardError("\nAfbrudt. Færdige filer er hele; kør kommandoen igen for resten.\n")
    signal(number, SIG_DFL)
    var one = sigset_t()
    sigemptyset(&one)
    sigaddset(&one, number)
    pthread_sigmask(SIG_UNBLOCK, &one, nil)
    kill(getpid(), number)
    _exit(128 + number)
  }
}
