import ProposalModel

/// How far a run has come, as a line for a terminal:
/// `[███████·········] 412/1.000 filer, 3 med fejl, ca. 12 s tilbage`.
public struct RunProgress: Sendable {
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant?
  /// How many files had a finding of severity error, or could not be read.
  public var errors = 0

  /// A run that begins now.
  public init(now: ContinuousClock.Instant = .now) { start = now }

  /// The line for `done` of `total` files, or `nil` where one was shown a moment ago or there is too little
  /// to show.
  public mutating func line(done: Int, of total: Int, now: ContinuousClock.Instant = .now) -> String? {
    guard total > 1, done == total || last.map({ now - $0 >= .milliseconds(100) }) ?? true else { return nil }
    last = now
    return text(done: done, of: total, elapsed: now - start)
  }

  /// The line after `elapsed` time: fewer than 80 characters, so that it stays in one row of a terminal.
  package func text(done: Int, of total: Int, elapsed: Duration) -> String {
    let filled = 16 * done / max(1, total)
    let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: 16 - filled)
    let count = "\(RunProgress.grouped(done))/\(RunProgress.grouped(total)) filer"
    let errors = errors > 0 ? ", \(RunProgress.grouped(errors)) med fejl" : ""
    let rest =
      done > 0 && done < total ? ", ca. \(RunProgress.words(elapsed / done * (total - done))) tilbage" : ""
    return "[\(bar)] \(count)\(errors)\(rest)"
  }

  private static func grouped(_ number: Int) -> String { DanishNumber.grouped(Int64(number)) }

  /// `12 s`, `3 min`, `2 t 5 min`.
  private static func words(_ duration: Duration) -> String {
    let seconds = duration.components.seconds + (duration.components.attoseconds > 0 ? 1 : 0)
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3_600 { return "\((seconds + 59) / 60) min" }
    return "\(seconds / 3_600) t \(seconds % 3_600 / 60) min"
  }
}
