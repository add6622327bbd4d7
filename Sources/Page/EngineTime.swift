import Synchronization

/// How long the tool has worked for a request: what is left of the request's time is the page's own.
final class EngineTime: Sendable {
  /// The one that runs of this task are counted in.
  @TaskLocal static var current: EngineTime?

  private let start = ContinuousClock.now
  private let worked = Mutex(Duration.zero)

  /// Adds the time of a run.
  func add(_ time: Duration) { worked.withLock { $0 += time } }

  /// For the header `Server-Timing`, in milliseconds: the tool's runs, and the whole request so far.
  var header: String {
    "motor;dur=\(EngineTime.milliseconds(worked.withLock { $0 })), i-alt;dur=\(EngineTime.milliseconds(.now - start))"
  }

  private static func milliseconds(_ time: Duration) -> Int64 {
    time.components.seconds * 1_000 + time.components.attoseconds / 1_000_000_000_000_000
  }
}
