import Kvantum
import ProposalModel
import Testing

private let codes = PostingCodes(appropriation: "3641", profitCentre: "588")

private func posting(_ proposal: String, _ kroner: Int64) -> ExpectedPosting {
  ExpectedPosting(proposal: proposal, codes: codes, year: 2023, amount: Amount(kroner: kroner))
}

private func row(_ number: Int, _ kroner: Int64) -> PostedRow {
  PostedRow(row: number, codes: codes, year: 2023, amount: Amount(kroner: kroner))
}

@Suite struct `One row for several proposals` {
  @Test(arguments: [true, false])
  func `is matched by the sum of its key, whether it names one of them or none`(isNamed: Bool) {
    let result = Reconciliation(
      expected: [posting("BC07", -500), posting("BC08", 200)],
      posted: isNamed ? ["BC07": [row(2, -300)]] : [:], unnamed: isNamed ? [] : [row(2, -300)])
    #expect(result.rest.isEmpty)
    #expect(result.matched.map(\.expected.count) == [2])
  }

  @Test func `is not matched where the sum differs`() {
    let result = Reconciliation(
      expected: [posting("BC07", -500), posting("BC08", 200)], posted: ["BC07": [row(2, -301)]])
    #expect(result.rest.map(\.kind) == [.wrongAmount, .missing])
  }
}
