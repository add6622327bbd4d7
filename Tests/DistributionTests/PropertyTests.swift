import Distribution
import TestSupport
import Testing

/// Tries `law` on `count` generated tables and gives the first that breaks it, with what is needed to make it
/// again.
private func firstBreach(seed: UInt64, count: Int, _ law: (RandomTable) -> String?) -> String? {
  for number in 0..<count / debugShare {
    var generator = SeededNumbers(seed: seed &+ UInt64(number))
    let table = RandomTable(&generator)
    if let breach = law(table) { return "seed \(seed) + \(number): \(breach) in \(table.text)" }
  }
  return nil
}

@Test(arguments: [UInt64(1_000_000), 2_000_000])
func `largest remainder keeps its promises on 25,000 tables each`(seed: UInt64) {
  let breach = firstBreach(seed: seed, count: 25_000) { table in
    let exact = table.exact
    let rounded = LargestRemainder.round(exact)
    for column in 0..<table.columns
    where Int128(rounded.value(0, column)) != roundedHalfAway(exact.value(0, column), exact.unit) {
      return "the total of year \(column) is not its nearest whole number"
    }
    if LargestRemainder.round(table.mirror).values != rounded.mirrored { return "no mirror" }
    return exact.firstOutOfBounds(rounded) ?? exact.firstNotAddingUp(rounded)
  }
  #expect(breach == nil)
}

@Test func `largest remainder splits equal years equally`() {
  let breach = firstBreach(seed: 3_000_000, count: 5_000) { table in
    let leaves = table.shape.leafNodes.count
    let year = Array(table.leafValues.prefix(leaves))
    let twice = ExactTable(shape: table.shape, columns: 2, leafValues: year + year, unit: table.unit)
    let rounded = LargestRemainder.round(twice)
    return (0..<table.shape.nodeCount).allSatisfy { rounded.value($0, 0) == rounded.value($0, 1) }
      ? nil : "equal years differ"
  }
  #expect(breach == nil)
}

@Test(arguments: [UInt64(4_000_000), 5_000_000])
func `controlled rounding keeps its promises on 20,000 tables each`(seed: UInt64) {
  let breach = firstBreach(seed: seed, count: 20_000) { table in
    let exact = table.exact
    guard let rounded = Controlled.round(exact) else { return "no result" }
    if Controlled.round(table.mirror)?.values != rounded.mirrored { return "no mirror" }
    return exact.firstOutOfBounds(rounded) ?? exact.firstRowOutOfBounds(rounded)
      ?? exact.firstNotAddingUp(rounded)
  }
  #expect(breach == nil)
}

@Test
func
  `with the cumulative condition the lowest rows and the total hold from the first year to each later one`()
{
  let breach = firstBreach(seed: 6_000_000, count: 10_000) { table in
    let exact = table.exact
    guard let rounded = Controlled.round(exact, isCumulative: true) else { return "no result" }
    if Controlled.round(table.mirror, isCumulative: true)?.values != rounded.mirrored { return "no mirror" }
    return exact.firstOutOfBounds(rounded) ?? exact.firstRowOutOfBounds(rounded) ?? exact.firstNotAddingUp(
      rounded)
      ?? exact.firstRowOutOfBounds(rounded, prefixes: true, nodes: exact.shape.leafNodes + [0])
  }
  #expect(breach == nil)
}

@Test func `shares rounded alone are within half a unit, and halves go away from zero`() {
  let breach = firstBreach(seed: 7_000_000, count: 10_000) { table in
    let exact = table.exact
    let rounded = RoundedAlone.round(exact)
    for node in exact.shape.leafNodes {
      for column in 0..<table.columns {
        let distance = Int128(rounded.value(node, column)) * exact.unit - exact.value(node, column)
        if distance.magnitude * 2 > exact.unit.magnitude { return "more than a half" }
        if distance.magnitude * 2 == exact.unit.magnitude, (distance < 0) != (exact.value(node, column) < 0) {
          return "a half towards zero"
        }
      }
    }
    return RoundedAlone.round(table.mirror).values == rounded.mirrored ? nil : "no mirror"
  }
  #expect(breach == nil)
}

@Test
func
  `controlled rounding is never further from exact than largest remainder where that keeps the row totals`()
{
  let breach = firstBreach(seed: 8_000_000, count: 5_000) { table in
    let exact = table.exact
    let other = LargestRemainder.round(exact)
    guard exact.firstRowOutOfBounds(other) == nil, let rounded = Controlled.round(exact) else { return nil }
    return deviation(rounded, exact) <= deviation(other, exact) ? nil : "further from exact"
  }
  #expect(breach == nil)
}

private func deviation(_ rounded: RoundedTable, _ exact: ExactTable) -> UInt128 {
  exact.shape.leafNodes.reduce(0) { sum, node in
    (0..<exact.columns).reduce(sum) {
      $0 + (Int128(rounded.value(node, $1)) * exact.unit - exact.value(node, $1)).magnitude
    }
  }
}
