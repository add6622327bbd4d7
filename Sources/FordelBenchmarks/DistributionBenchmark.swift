import Distribution
import Foundation

/// Rounds a generated table of committees (ten rows each) × years, and prints the time and the total
/// deviation, in numerators of the exact values.
enum DistributionBenchmark {
  private static let usage = UsageError(
    usage:
      "distribution controlled|largest-remainder ROWS YEARS UNIT | distribution-make ROWS YEARS UNIT FILE")

  static func run(_ arguments: [String]) throws {
    guard arguments.count == 4, let shape = Size(arguments.dropFirst()) else { throw usage }
    let values = values(shape)
    var time = 0.0
    var rounded: RoundedTable?
    var table: ExactTable?
    // The second of two is measured, as by the peer, which has its code loaded by then.
    var processorTime = clock()
    for _ in 0..<2 {
      processorTime = clock()
      time = seconds {
        let exact = ExactTable(shape: shape.tree, columns: shape.years, leafValues: values, unit: shape.unit)
        rounded = arguments[0] == "controlled" ? Controlled.round(exact) : LargestRemainder.round(exact)
        table = exact
      }
      processorTime = clock() - processorTime
    }
    guard let rounded, let table else { throw usage }
    // The processor's time, which on a busy machine is what the work takes; it is done on one thread.
    let microseconds = Int(processorTime) * 1_000_000 / Int(CLOCKS_PER_SEC)
    report(
      time,
      ["cells": values.count, "microseconds": microseconds, "deviation": deviation(rounded, from: table)])
  }

  /// Writes the numerators of the cells, year by year, as 64-bit numbers with the low byte first.
  static func make(_ arguments: [String]) throws {
    guard arguments.count == 4, let shape = Size(arguments[...]) else { throw usage }
    let bytes = values(shape).flatMap { value in
      withUnsafeBytes(of: Int64(truncatingIfNeeded: value).littleEndian, Array.init)
    }
    try Data(bytes).write(to: URL(filePath: arguments[3]))
    report(0)
  }

  private struct Size {
    let rows: Int
    let years: Int
    let unit: Int128

    init?(_ words: ArraySlice<String>) {
      let numbers = words.prefix(3).compactMap { Int($0) }
      guard numbers.count == 3, numbers.allSatisfy({ $0 > 0 }) else { return nil }
      (rows, years, unit) = (numbers[0], numbers[1], Int128(numbers[2]))
    }

    var tree: TableShape { TableShape(paths: (0..<rows).map { [$0 / 10, $0 % 10] }) }
  }

  /// Shares of up to 1,000 units of both signs, the same on every run.
  private static func values(_ size: Size) -> [Int128] {
    var state: UInt64 = 7
    return (0..<size.rows * size.years).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let magnitude = Int128(state >> 20) % (1_000 * size.unit)
      return state >> 62 == 0 ? magnitude : -magnitude
    }
  }

  private static func deviation(_ rounded: RoundedTable, from table: ExactTable) -> Int {
    var sum: UInt128 = 0
    for column in 0..<table.columns {
      for node in table.shape.leafNodes {
        sum += (Int128(rounded.value(node, column)) * table.unit - table.value(node, column)).magnitude
      }
    }
    return Int(clamping: sum)
  }
}
