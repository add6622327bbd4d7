import Distribution
import ProposalModel
import Testing

/// DIGITAL-KONTAKT-2018: savings of all deliveries shared by seven; of the investments only "Tværgående
/// implementering".
private let savings = [
  line("1", [0, 0, -300, -600, -600], "Ligedeling"), line("2", [0, 0, -200, -300, -500], "Ligedeling"),
  line("3", [0, -270, -333, -333, -333], "Ligedeling"), line("4", [0, 0, -100, -200, -400], "Ligedeling"),
]
private let investments = [
  line("1", [37, 211, 287, 0, 0], "KFU"), line("2", [345, 1200, 400, 0, 0], "KFU"),
  line("3", [510, 610, 300, 200, 0], "KFU"),
  line("4a", [390, 0, 0, 0, 0], "KFU"), line("4b", [0, 300, 0, 0, 0], "KFU"),
  line("4c", [0, 350, 600, 200, 0], "Ligedeling"),
]
private let seven = ["ØU", "KFU", "BUU", "SOU", "SUD", "TMU", "BIU"]

@Test func `as-published reproduces every printed share of table 8`() {
  let rows = shares(savings, .asPublished)
  #expect(rows.map(\.name) == seven)
  for row in rows { #expect(row.units == [0, -39, -133, -205, -262]) }
}

@Test func `as-published shows what the printed shares of table 8 are off by`() {
  let block = distribute(savings, .asPublished)
  #expect(block.totals == [0, -270, -933, -1433, -1833].map { Amount(thousands: $0) })
  #expect(block.difference == [0, 3, -2, 2, 1].map { Amount(thousands: $0) })
}

@Test func `as-published reproduces every printed share of table 9`() {
  for row in shares(investments, .asPublished, section: .implementation) {
    #expect(row.units == (row.name == "KFU" ? [1282, 2371, 1073, 229, 0] : [0, 50, 86, 29, 0]))
  }
}

@Test func `largest remainder adds up to the year, the first in the order taking the ties`() {
  let rows = shares(savings, .largestRemainder)
  #expect(rows.map { $0.units[1] } == [-39, -39, -39, -39, -38, -38, -38])
  #expect(rows.map { $0.units[2] } == [-134, -134, -133, -133, -133, -133, -133])
  for (year, total) in [0, -270, -933, -1433, -1833].enumerated() {
    #expect(rows.map { $0.units[year] }.reduce(0, +) == Int64(total))
  }
}

@Test func `ties start at the proposal's committee`() {
  #expect(
    shares(savings, .largestRemainder, start: 5).map { $0.units[1] } == [-39, -39, -38, -38, -38, -39, -39])
}

@Test func `the standard is largest remainder for permanent changes`() {
  #expect(distribute(savings, .standard).policy == .largestRemainder)
  #expect(distribute(investments, .standard, section: .implementation).policy == .controlled)
}

@Test func `residual-to gives the difference to the named committee`() {
  let rows = shares(savings, .residualTo(committee: "KFU"))
  #expect(rows.map { $0.units[1] } == [-39, -36, -39, -39, -39, -39, -39])
}

@Test func `every line's money of table 7 is shared, and the shares are exact`() {
  let block = distribute(investments, .largestRemainder, section: .implementation)
  #expect(block.exactTotals == [1282, 2671, 1587, 400, 0].map { Fraction($0) })
  #expect(block.row(LeafKey(Recipient("KFU")))?.exact[2] == fraction("7509/7"))
  #expect(block.difference.allSatisfy { $0 == .zero })
}

/// Whether every year adds up and every share is less than one unit from exact.
private func keepsYears(_ block: DistributedBlock) -> Bool {
  block.difference.allSatisfy { $0 == .zero }
    && block.rows.allSatisfy { row in zip(row.exact, row.rounded).allSatisfy { isNear($0, $1) } }
}

/// Whether the sum over the years is less than one unit from exact in every row.
private func keepsRows(_ block: DistributedBlock) -> Bool {
  block.rows.allSatisfy { row in isNear(row.exact.reduce(.zero) { $0.adding($1) ?? .zero }, row.rounded.sum())
  }
}

private func isNear(_ exact: Fraction, _ rounded: Amount) -> Bool {
  (Fraction(rounded.oere / 100_000).subtracting(exact) ?? .one).magnitude < .one
}

@Test func `largest remainder gives these savings and keeps every year, but not every row over the years`() {
  let block = distribute(savings, .largestRemainder)
  #expect(
    block.rows.map { $0.rounded.map { $0.oere / 100_000 } } == [
      [0, -39, -134, -205, -262], [0, -39, -134, -205, -262], [0, -39, -133, -205, -262],
      [0, -39, -133, -205, -262],
      [0, -38, -133, -205, -262], [0, -38, -133, -204, -262], [0, -38, -133, -204, -261],
    ])
  #expect(keepsYears(block))
  #expect(!keepsRows(block))
}

@Test func `controlled gives these savings and keeps every year and every row`() {
  let block = distribute(savings, .controlled)
  #expect(
    block.rows.map { $0.rounded.map { $0.oere / 100_000 } } == [
      [0, -39, -134, -205, -261], [0, -39, -134, -204, -262], [0, -39, -133, -205, -262],
      [0, -39, -133, -204, -262],
      [0, -38, -133, -205, -262], [0, -38, -133, -205, -262], [0, -38, -133, -205, -262],
    ])
  #expect(keepsYears(block))
  #expect(keepsRows(block))
}

@Test func `controlled gives these investments and keeps every year and every row`() {
  let block = distribute(investments, .standard, section: .implementation)
  #expect(
    block.rows.map { $0.rounded.map { $0.oere / 100_000 } } == [
      [0, 50, 86, 29, 0], [1282, 2371, 1073, 229, 0], [0, 50, 86, 28, 0], [0, 50, 86, 28, 0],
      [0, 50, 86, 28, 0], [0, 50, 85, 29, 0],
      [0, 50, 85, 29, 0],
    ])
  #expect(keepsYears(block))
  #expect(keepsRows(block))
}

@Test func `residual-to gives these investments: everybody else's share as printed, and KFU what is left`() {
  let block = distribute(investments, .residualTo(committee: "KFU"), section: .implementation)
  for row in block.rows {
    #expect(
      row.rounded.map { $0.oere / 100_000 }
        == (row.key.recipient.committee == "KFU" ? [1282, 2371, 1071, 226, 0] : [0, 50, 86, 29, 0]))
  }
  #expect(block.difference.allSatisfy { $0 == .zero })
}
