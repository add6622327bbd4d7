import Kvantum
import ProposalModel
import Testing

private func codes(_ account: String, _ centre: String) -> PostingCodes {
  PostingCodes(appropriation: account, profitCentre: centre, function: "6.45.51", kind: "1.0")
}

/// Expected amounts in kroner of one account by year, and rows of the extract: account, year, amount.
private func reconcile(
  _ expected: [(String, Int, Int64)], _ rows: [(String, Int, Int64)], unnamed: [(String, Int, Int64)] = []
) -> Reconciliation {
  func row(_ index: Int, _ row: (String, Int, Int64)) -> PostedRow {
    PostedRow(row: index + 2, codes: codes("3641", row.0), year: row.1, amount: Amount(kroner: row.2))
  }
  return Reconciliation(
    expected: expected.map {
      ExpectedPosting(proposal: "BC08", codes: codes("3641", $0.0), year: $0.1, amount: Amount(kroner: $0.2))
    },
    posted: ["BC08": rows.enumerated().map { row($0.offset, $0.element) }],
    unnamed: unnamed.enumerated().map { row($0.offset, $0.element) }
  )
}

private func words(_ result: Reconciliation) -> [String] {
  result.rest.map { rest in
    let place =
      rest.expected.map { "\($0.codes.codes[1]) \($0.year) \($0.amount.danish(in: .kroner))" } ?? "–"
    return "\(rest.kind.rawValue): \(place) → \(rest.posted.map { String($0.row) }.joined(separator: ","))"
  }
}

@Suite struct `Reconciling` {
  @Test(
    arguments: [
      // One to one, and sums both ways.
      ([("588", 2023, -500), ("588", 2024, -500)], [("588", 2024, -500), ("588", 2023, -500)], []),
      ([("588", 2023, -500)], [("588", 2023, -300), ("588", 2023, -200)], []),
      ([("588", 2023, -500)], [("588", 2023, -700), ("588", 2023, 200)], []),
      ([("588", 2023, -500), ("588", 2023, -40)], [("588", 2023, -540)], []),
      ([("588", 2023, -500), ("588", 2023, -40)], [("588", 2023, -510), ("588", 2023, -30)], []),
      // A copy and its reversal beside the posting, and a slip that was turned back.
      ([("588", 2023, -500)], [("588", 2023, -500), ("588", 2023, -500), ("588", 2023, 500)], []),
      ([("588", 2023, -500)], [("588", 2023, -300), ("588", 2023, 300), ("588", 2023, -500)], []),
      (
        [("588", 2023, -500)], [("588", 2023, -500), ("588", 2023, -500), ("588", 2024, 500)],
        ["posteret to gange: 588 2023 -500 → 3", "ikke vores: – → 4"]
      ),
      // One of each kind.
      ([("588", 2023, -500)], [], ["mangler: 588 2023 -500 → "]),
      ([("588", 2023, -500)], [("588", 2023, -560)], ["forkert beløb: 588 2023 -500 → 2"]),
      ([("588", 2023, -500)], [("589", 2023, -500)], ["forkert konto: 588 2023 -500 → 2"]),
      ([("588", 2023, -500)], [("588", 2024, -500)], ["forkert år: 588 2023 -500 → 2"]),
      (
        [("588", 2023, -500)], [("588", 2023, -500), ("588", 2023, -500)],
        ["posteret to gange: 588 2023 -500 → 3"]
      ),
      ([("588", 2023, -500)], [("588", 2023, -500), ("999", 2023, 77)], ["ikke vores: – → 3"]),
      // The sum of two rows posted twice.
      (
        [("588", 2023, -500)], [("588", 2023, -300), ("588", 2023, -200), ("588", 2023, -500)],
        ["posteret to gange: 588 2023 -500 → 2,3"]
      ),
      // The same amount in every year: the row of the missing year stands in another, it is not there twice.
      (
        [("588", 2023, -500), ("588", 2024, -500)], [("588", 2024, -500), ("588", 2024, -500)],
        ["forkert år: 588 2023 -500 → 3"]
      ),
      // Two accounts with the same amount.
      (
        [("588", 2023, -500), ("589", 2023, -500)], [("589", 2023, -500), ("589", 2023, -500)],
        ["forkert konto: 588 2023 -500 → 3"]
      ),
      // Another amount in its place, and the right one in another year: the place counts.
      (
        [("588", 2023, -500)], [("588", 2023, -650), ("588", 2025, -500)],
        ["forkert beløb: 588 2023 -500 → 2", "ikke vores: – → 3"]
      ),
    ] as [([(String, Int, Int64)], [(String, Int, Int64)], [String])])
  func `tells what is wrong`(expected: [(String, Int, Int64)], rows: [(String, Int, Int64)], rest: [String]) {
    #expect(words(reconcile(expected, rows)) == rest)
  }

  @Test func `finds a posting that does not name the proposal by account, year and amount`() {
    let result = reconcile([("588", 2023, -500)], [], unnamed: [("588", 2023, -400), ("588", 2023, -500)])
    #expect(words(result) == [])
    #expect(result.withoutReference.map(\.row) == [3])
  }

  @Test func `knows a correction without a complete account by its year and amount`() {
    let half = ExpectedPosting(
      proposal: "P", codes: PostingCodes(appropriation: nil, profitCentre: nil), year: 2023,
      amount: Amount(kroner: 5))
    let rows = [2, 3].map {
      PostedRow(row: $0, codes: codes("3641", "588"), year: 2023, amount: Amount(kroner: 5))
    }
    let result = Reconciliation(expected: [], unpostable: [half], posted: ["P": rows])
    #expect(result.completedByHand.map(\.row) == [2])
    #expect(result.rest.map(\.kind) == [.notOurs])
  }

  @Test func `compares only the codes that an account says`() {
    let result = Reconciliation(
      expected: [
        ExpectedPosting(
          proposal: "P", codes: PostingCodes(appropriation: "3641", profitCentre: "588"), year: 2023,
          amount: Amount(kroner: 5))
      ],
      posted: ["P": [PostedRow(row: 2, codes: codes("3641", "0588"), year: 2023, amount: Amount(kroner: 5))]])
    #expect(result.rest == [])
  }

  @Test(
    arguments: [
      ("3641", "3641 Hjemmepleje"), ("3641", "3641 – Hjemmepleje"), ("Sundhed", "SUNDHED"), ("0588", "588"),
      ("5.38.52", "53852"),
      ("1.0", "1"),
      ("XA-1234", "xa 1234"),
    ])
  func `takes codes for the same that differ in what says nothing`(one: String, other: String) {
    #expect(
      PostingCodes(appropriation: one, profitCentre: one)
        == PostingCodes(appropriation: other, profitCentre: one))
  }

  @Test func `ends its search for sums however many rows there are`() {
    let many = (0..<400).map { ("588", 2023, Int64(1_000 + $0 * 7)) }
    let result = reconcile([("588", 2023, 999_983)], many)
    #expect(result.rest.count == 400)
  }
}
