import ProposalModel
import Testing

private func computed(_ permanent: [Int64], _ implementation: [Int64]) -> Payback? {
  Payback(
    permanent: permanent.map(Amount.init(thousands:)),
    implementation: implementation.map(Amount.init(thousands:)))
}

@Test(
  arguments: [
    // BC08: 26.883 of costs, a saving of 5.783 a year from 2024.
    ([0, -4336, -5783, -5783, -5783, -5783], [4284, 22598, 0, 0, 0, 0], 6, 6),
    // DIGITAL-KONTAKT-2018: covered the year after the last column.
    ([0, -270, -933, -1433, -1833], [1282, 2671, 1587, 400, 0], 6, 6),
    // Exactly covered counts.
    ([0, -500, -500], [1000, 0, 0], 3, 3),
    // The first year with a cost is year 1, whatever columns stand before it.
    ([0, 0, -600, -600], [0, 900, 0, 0], 3, 3),
  ] as [([Int64], [Int64], Int, Int)])
func `the payback time is counted from the first year with a cost`(
  permanent: [Int64], costs: [Int64], covered: Int, cumulative: Int
) throws {
  let payback = try #require(computed(permanent, costs))
  #expect(payback.covered == covered)
  #expect(payback.cumulative == cumulative)
}

@Test func `costs after the break-even part the two definitions`() throws {
  let payback = try #require(computed([-600, -600, -600, -600], [100, 100, 100, 1500]))
  #expect(payback.covered == 3)
  #expect(payback.cumulative == 1)
  #expect(payback.agrees(with: 3) && payback.agrees(with: 1) && !payback.agrees(with: 2))
}

@Test func `without a cost there is no payback`() {
  #expect(computed([-1, -1], [0, 0]) == nil)
}

@Test func `without a saving it never comes`() throws {
  #expect(try #require(computed([0, 5], [100, 0])).covered == nil)
}
