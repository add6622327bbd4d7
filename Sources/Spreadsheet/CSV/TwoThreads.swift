internal import Dispatch

/// Two halves of a job at the same time.
enum TwoThreads {
  /// Runs `first` and `second`, each on a thread of its own if `isWorthIt`, and returns when both are done.
  static func run(isWorthIt: Bool, _ first: @Sendable () -> Void, and second: @Sendable () -> Void) {
    guard isWorthIt else {
      first()
      second()
      return
    }
    DispatchQueue.concurrentPerform(iterations: 2) { $0 == 0 ? first() : second() }
  }
}
