import Foundation

/// The Swift side of `make bench`: each benchmark prints `seconds=0.123` for its work alone, and anything
/// else as `name=value`.
///
/// Tests/benchmarks runs them in turn with their peers and prints the ratios.
@main enum Main {
  /// What can be measured, by name; each takes the rest of the command line.
  private static let benchmarks: [String: @Sendable ([String]) throws -> Void] = [
    "write": WriteBenchmark.run,
    "csv": CSVBenchmark.run,
    "csv-make": CSVBenchmark.make,
    "read": ReadBenchmark.run,
    "read-many": ReadBenchmark.many,
    "read-make": ReadBenchmark.make,
    "distribution": DistributionBenchmark.run,
    "distribution-make": DistributionBenchmark.make,
    "round": RoundBenchmark.run,
    "round-check": RoundBenchmark.check,
    "round-make": RoundBenchmark.make,
    "reconcile": ReconcileBenchmark.run,
    "reconcile-make": ReconcileBenchmark.make,
  ]

  static func main() {
    // libzip turns the times of a file's entries into local time, for which the C library looks at
    // /etc/localtime twenty times per workbook unless it is told to stay with it.
    setenv("TZ", ":/etc/localtime", 0)
    let arguments = CommandLine.arguments.dropFirst()
    guard let name = arguments.first, let benchmark = benchmarks[name] else {
      print("usage: FordelBenchmarks \(benchmarks.keys.sorted().joined(separator: "|")) …")
      exit(64)
    }
    do {
      try benchmark(Array(arguments.dropFirst()))
    } catch {
      print("error: \(error)")
      exit(65)
    }
  }
}

/// A benchmark was started with the wrong words.
struct UsageError: Error {
  var usage: String
}

/// The time that `body` takes, in seconds.
func seconds(_ body: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  return try clock.measure(body) / .seconds(1)
}

/// Prints what a benchmark gave, as Tests/benchmarks reads it.
func report(_ seconds: Double, _ values: KeyValuePairs<String, Int> = [:]) {
  let others = values.map { " \($0.key)=\($0.value)" }.joined()
  print(String(format: "seconds=%.6f", seconds) + others)
}
