import Distribution
import ProposalModel
import TestSupport
import Testing

/// A round of `count` proposals, each shared by seven, ties starting where `start` says.
private func balance(_ count: Int, amount: (Int) -> Int64, start: (Int) -> Int) -> RoundingBalance {
  var balance = RoundingBalance()
  for number in 1...count {
    balance.add(
      distribute(
        [line("1", [amount(number), amount(number)], "Ligedeling")], .standard, start: start(number)))
  }
  return balance
}

@Test func `with the rotating start seven proposals of the same amount burden every committee alike`() {
  let balance = balance(7, amount: { _ in -270 }, start: { $0 % 7 })
  #expect(balance.committees.map(\.balance) == Array(repeating: .zero, count: 7))
  #expect(balance.lastingSpread == .zero)
}

@Test
func
  `with a fixed start forty proposals would burden one committee with many thousands more than another, for ever`()
{
  var generator = SeededNumbers(seed: 40)
  let amounts = (0...40).map { _ in Int64.random(in: -2_000 ... -50, using: &generator) }
  let fixed = balance(40, amount: { amounts[$0] }, start: { _ in 0 })
  let rotating = balance(40, amount: { amounts[$0] }, start: { $0 % 7 })
  #expect(fixed.lastingSpread > Fraction(25))
  #expect(rotating.lastingSpread < Fraction(12))
}

@Test func `over 400 rounds no committee gains or loses systematically`() {
  var generator = SeededNumbers(seed: 41)
  var sums = Array(repeating: Fraction.zero, count: 7)
  let rounds = 400 / debugShare
  for _ in 0..<rounds {
    let amounts = (0...40).map { _ in Int64.random(in: -2_000 ... -50, using: &generator) }
    let first = Int.random(in: 0..<7, using: &generator)
    let balance = balance(40, amount: { amounts[$0] }, start: { ($0 + first) % 7 })
    for (place, entry) in balance.committees.enumerated() {
      sums[place] = sums[place].adding(entry.lasting) ?? .zero
    }
  }
  let limit = Fraction(Int64(rounds / 4 + 30))
  for sum in sums { #expect(sum.magnitude < limit, "\(sum.danish()) over \(rounds) rounds") }
}

@Test func `reports of single proposals add up to the report of the round`() {
  let amounts: (Int) -> Int64 = { Int64(-50 - 37 * $0) }
  var sum = RoundingBalance()
  for number in 1...12 {
    var one = RoundingBalance()
    one.add(
      distribute([line("1", [amounts(number), amounts(number)], "Ligedeling")], .standard, start: number % 7))
    let isAdded = sum.add(one)
    #expect(isAdded)
  }
  #expect(sum == balance(12, amount: amounts, start: { $0 % 7 }))
  var other = RoundingBalance()
  other.add(distribute([line("1", [-1], "Ligedeling")], .standard, unit: 1))
  let isOtherAdded = sum.add(other)
  #expect(!other.committees.isEmpty && !isOtherAdded)
}
