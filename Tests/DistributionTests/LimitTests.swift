import Distribution
import ProposalModel
import TestSupport
import Testing

/// The smallest examples of what each policy cannot promise. The documentation names them; whoever changes a
/// policy meets them here.

@Test
func `largest remainder drifts over the years: two halves of 1 in two equal years go to the same committee`()
{
  #expect(
    shares([line("1", [1, 1], "Ligedeling: ØU, KFU")], .largestRemainder).map(\.units) == [[1, 1], [0, 0]])
}

@Test func `controlled does not drift, but splits equal years differently`() {
  #expect(
    shares([line("1", [1, 1], "Ligedeling: ØU, KFU")], .controlled).map(\.units) == [[1, 0], [0, 1]])
}

@Test
func
  `with weights 3, 3 and 1 a share of largest remainder falls from 1 to 0 when the total rises from 3 to 4`()
{
  func split(_ total: Int) -> [[Int]] {
    let table = exactTable([[3 * total], [3 * total], [total]], unit: 7)
    return rows(LargestRemainder.round(table), of: table)
  }
  #expect(split(3) == [[1], [1], [1]])
  #expect(split(4) == [[2], [2], [0]])
}

@Test func `no smaller weights than 3, 3 and 1 lose monotony`() {
  for sum in 2...6 {
    for first in 1..<sum {
      for second in 0..<(sum - first) where first >= second {
        let weights = [first, second, sum - first - second]
        for total in 1...(2 * sum) {
          let (less, more) = (
            exactTable(weights.map { [$0 * total] }, unit: sum),
            exactTable(weights.map { [$0 * (total + 1)] }, unit: sum)
          )
          let pairs = zip(
            rows(LargestRemainder.round(less), of: less), rows(LargestRemainder.round(more), of: more))
          #expect(pairs.allSatisfy { $0[0] <= $1[0] }, "weights \(weights), total \(total)")
        }
      }
    }
  }
}

@Test func `with equal weights no share of largest remainder falls when the total rises`() {
  for count in 1...12 {
    var before = Array(repeating: [0], count: count)
    for total in 1...50 {
      let table = exactTable(Array(repeating: [total], count: count), unit: count)
      let after = rows(LargestRemainder.round(table), of: table)
      #expect(zip(before, after).allSatisfy { $0[0] <= $1[0] })
      before = after
    }
  }
}

@Test func `shares rounded alone need not add up: two halves of 1 make 2`() {
  let block = distribute([line("1", [1], "Ligedeling: ØU, KFU")], .asPublished)
  #expect(block.rows.map { $0.rounded[0] } == [Amount(thousands: 1), Amount(thousands: 1)])
  #expect(block.difference == [Amount(thousands: -1)])
}

@Test func `the committee of residual-to can end on the other side of zero: four halves of 2`() {
  #expect(
    shares([line("1", [2], "Ligedeling: ØU, KFU, BUU, SOU")], .residualTo(committee: "ØU")).map(\.units) == [
      [-1], [1], [1], [1],
    ])
}

@Test
func `where a year's total is not whole, controlled may take the further side of it: two times 0,6 make 2`() {
  let lines = ["ØU", "KFU"].map {
    BlockLine(id: $0, text: "", amounts: [Amount(oere: 60_000)], rule: rule($0))
  }
  #expect(distribute(lines, .controlled).totals == [Amount(thousands: 2)])
  #expect(distribute(lines, .largestRemainder).totals == [Amount(thousands: 1)])
}

@Test func `without the cumulative condition the sum of the first years can be off by more than a unit`() {
  let table = exactTable([[3, 3, 2], [1, 1, 2]], unit: 4)
  let plain = rows(Controlled.round(table), of: table)
  let cumulative = rows(Controlled.round(table, isCumulative: true), of: table)
  #expect(plain.map { $0.reduce(0, +) } == cumulative.map { $0.reduce(0, +) } || plain != cumulative)
  #expect(cumulative == [[1, 0, 1], [0, 1, 0]] || cumulative == [[1, 1, 0], [0, 0, 1]])
}

@Test func `for a committee with several rows no table may hold every cumulative sum, and the block says so`()
{
  var generator = SeededNumbers(seed: 31)
  var said: Set<Bool> = []
  for _ in 0..<2_000 where said.count < 2 {
    let values = (0..<4).map { _ in (0..<4).map { _ in Int.random(in: 0...2, using: &generator) } }
    let table = exactTable(values, unit: 3, groups: [0, 0, 1, 1])
    guard let rounded = Controlled.round(table, isCumulative: true) else { continue }
    said.insert(Controlled.isCumulative(rounded, of: table))
  }
  #expect(said == [true, false])
}
