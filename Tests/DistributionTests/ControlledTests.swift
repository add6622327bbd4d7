import Distribution
import TestSupport
import Testing

/// In debug builds only every `thinned`th table is tried; release tries all.
#if DEBUG
  private let thinned = 101
#else
  private let thinned = 1
#endif

/// All tables of `rows` × `years` whose cells are among `parts` over `unit`, checked against brute force;
/// gives the first that differs.
private func sweep(rows rowCount: Int, years: Int, parts: [Int], unit: Int, step: Int) -> String? {
  let cells = rowCount * years
  let count = (0..<cells).reduce(1) { product, _ in product * parts.count }
  for number in stride(from: 0, to: count, by: step) {
    var rest = number
    var values = Array(repeating: Array(repeating: 0, count: years), count: rowCount)
    for cell in 0..<cells {
      values[cell / years][cell % years] = parts[rest % parts.count]
      rest /= parts.count
    }
    let table = exactTable(values, unit: unit)
    let found = rows(Controlled.round(table), of: table)
    let best = BruteForce(values: values, unit: unit, groups: Array(repeating: 0, count: rowCount)).best()
    if found != best.table { return "\(values)/\(unit): \(found), not \(best.table)" }
  }
  return nil
}

@Test(arguments: [(1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2), (2, 3), (3, 2)])
func `the optimum equals brute force on every small table of sevenths`(rows: Int, years: Int) {
  #expect(
    sweep(
      rows: rows, years: years, parts: [0, 1, 2, 3, 4, 5, 6], unit: 7, step: rows * years == 6 ? thinned : 1)
      == nil)
}

@Test(arguments: [[-5, -2, 2, 5], [0, 1, 2, 3]])
func `the optimum equals brute force on every table of 3 × 3 of four fractions`(parts: [Int]) {
  #expect(sweep(rows: 3, years: 3, parts: parts, unit: 4, step: thinned) == nil)
}

@Test(arguments: [(seed: UInt64(1), largest: 30, unit: 7), (2, 1_000, 97), (3, 12, 4), (4, 9, 2)])
func `the optimum equals brute force on random tables of up to 4 × 4, trees and mixed signs included`(
  seed: UInt64, largest: Int, unit: Int
) {
  var generator = SeededNumbers(seed: seed)
  for number in 0..<(2_500 / (thinned > 1 ? 10 : 1)) {
    let rowCount = Int.random(in: 1...4, using: &generator)
    let years = Int.random(in: 1...4, using: &generator)
    var groups = [0]
    while groups.count < rowCount {
      groups.append(groups[groups.count - 1] + Int.random(in: 0...1, using: &generator))
    }
    let values = (0..<rowCount).map { _ in
      (0..<years).map { _ in Int.random(in: -largest...largest, using: &generator) }
    }
    let table = exactTable(values, unit: unit, groups: groups)
    let found = rows(Controlled.round(table), of: table)
    let best = BruteForce(values: values, unit: unit, groups: groups).best()
    #expect(found == best.table, "seed \(seed), table \(number): \(values)/\(unit), committees \(groups)")
  }
}
